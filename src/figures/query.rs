//! What a link to a figure asks for: `figure:DATASET[/TABLE]/COLUMN?COLUMN=VALUE&…`, where the column may stand in
//! `sum(…)` and its like. Every part is percent-decoded by itself.

use super::fault::FigureFault;
use super::scheme::SCHEME;
use crate::text::web::decode_percent;

/// What is computed of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Sum,
    Count,
    Mean,
    Min,
    Max,
    Median,
    /// The second value less the first.
    Change,
    /// The second value divided by the first.
    Ratio,
}

/// Names of measures, as links write them.
const MEASURES: [(&str, Measure); 8] = [
    ("sum", Measure::Sum),
    ("count", Measure::Count),
    ("mean", Measure::Mean),
    ("min", Measure::Min),
    ("max", Measure::Max),
    ("median", Measure::Median),
    ("change", Measure::Change),
    ("ratio", Measure::Ratio),
];

impl Measure {
    /// Whether it is of two rows, the second after the first.
    pub(super) fn is_of_two(self) -> bool {
        matches!(self, Measure::Change | Measure::Ratio)
    }
}

/// Only rows that hold one of these values in this column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FigureCondition {
    pub(super) column: String,
    pub(super) values: Vec<String>,
}

/// What a link asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FigureQuery {
    pub(super) dataset: String,
    pub(super) resource: Option<String>,
    /// The column's name; with its measure in case a column is called so.
    pub(super) written: String,
    pub(super) measure: Option<Measure>,
    /// The column of a measure; empty where rows are counted.
    pub(super) inner: String,
    pub(super) conditions: Vec<FigureCondition>,
}

impl FigureQuery {
    /// Reads a link.
    pub(super) fn read(target: &str) -> Result<FigureQuery, FigureFault> {
        let rest = target.strip_prefix(SCHEME).unwrap_or(target);
        let (path, conditions) = rest.split_once('?').unwrap_or((rest, ""));
        let parts: Vec<String> = path.split('/').map(decode_percent).collect();
        let (dataset, resource, written) = match parts.as_slice() {
            [dataset, column] => (dataset, None, column),
            [dataset, resource, column] => (dataset, Some(resource.clone()), column),
            _ => return Err(FigureFault::Unreadable),
        };
        if parts.iter().any(String::is_empty) {
            return Err(FigureFault::Unreadable);
        }
        let measured = measure(written);
        let query = FigureQuery {
            dataset: dataset.clone(),
            resource,
            written: written.clone(),
            measure: measured.map(|(measure, _)| measure),
            inner: measured.map_or_else(String::new, |(_, inner)| inner.to_owned()),
            conditions: read_conditions(conditions)?,
        };
        if query.is_whole() {
            Ok(query)
        } else {
            Err(FigureFault::Unreadable)
        }
    }

    /// Whether it says enough, and no more.
    fn is_whole(&self) -> bool {
        let lengths = || self.conditions.iter().map(|one| one.values.len());
        match self.measure {
            Some(Measure::Count) => true,
            // One column, and no more, tells the two rows apart.
            Some(measure) if measure.is_of_two() => {
                !self.inner.is_empty()
                    && lengths().filter(|n| *n == 2).count() == 1
                    && lengths().all(|n| n <= 2)
            }
            Some(_) => !self.inner.is_empty(),
            None => lengths().all(|n| n == 1),
        }
    }
}

/// Returns a measure and the column that it names.
fn measure(written: &str) -> Option<(Measure, &str)> {
    let (name, inner) = written.strip_suffix(')')?.split_once('(')?;
    let known = MEASURES.iter().find(|(known, _)| *known == name)?;
    Some((known.1, inner))
}

/// Reads conditions; one column may be named several times, with another value each time.
fn read_conditions(text: &str) -> Result<Vec<FigureCondition>, FigureFault> {
    let mut all: Vec<FigureCondition> = Vec::new();
    for part in text.split('&').filter(|part| !part.is_empty()) {
        let (column, value) = part.split_once('=').ok_or(FigureFault::Unreadable)?;
        let (column, value) = (decode_percent(column), decode_percent(value));
        match all.iter_mut().find(|one| one.column == column) {
            Some(one) => one.values.push(value),
            None => all.push(FigureCondition {
                column,
                values: vec![value],
            }),
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_decoded_one_by_one() {
        let query = FigureQuery::read("figure:a/b%2Fc/d%20e?x=1%262&y=Nuevo León&z=").unwrap();
        assert_eq!(query.resource.as_deref(), Some("b/c"));
        assert_eq!(query.written, "d e");
        let conditions: Vec<(&str, &str)> = query
            .conditions
            .iter()
            .map(|one| (one.column.as_str(), one.values[0].as_str()))
            .collect();
        assert_eq!(conditions, [("x", "1&2"), ("y", "Nuevo León"), ("z", "")]);
        let query = FigureQuery::read("figure:a/sum(b)?x=1&x=2").unwrap();
        assert_eq!(query.measure, Some(Measure::Sum));
        assert_eq!(query.inner, "b");
        assert_eq!(query.conditions[0].values, ["1", "2"]);
    }

    #[test]
    fn what_says_too_little_or_too_much_is_refused() {
        for target in [
            "figure:",
            "figure:a",
            "figure:a/",
            "figure:a/b/c/d",
            "figure:a/b?c",
            "figure:a/b?c=1&c=2",
            "figure:a/sum()?c=1",
            "figure:a/change(b)?c=1",
            "figure:a/change(b)?c=1&c=2&d=1&d=2",
            "figure:a/ratio(b)?c=1&c=2&c=3",
        ] {
            assert_eq!(
                FigureQuery::read(target),
                Err(FigureFault::Unreadable),
                "{target}"
            );
        }
        for target in [
            "figure:a/b",
            "figure:a/count()?c=1",
            "figure:a/change(b)?c=1&c=2&d=3",
            "figure:a/mode(b)?c=1",
        ] {
            assert!(FigureQuery::read(target).is_ok(), "{target}");
        }
    }
}
