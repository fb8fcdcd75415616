//! Headline figures: the few numbers of a table that a reader looks for first, taken from the values of its chart.

use super::chart::{Chart, ChartSeries};
use super::totals::is_total;
use super::value::number;
use crate::text::phrase::Phrase;
use serde::Serialize;
use tragaluz_tables::cell_formats::number::Decimal;

/// Most figures of a table.
const MOST: usize = 3;

/// Fewest categories of which the largest is news.
const FEWEST_CATEGORIES: usize = 3;

/// A figure that can stand alone: a number, what it is, and of when or of what.
///
/// Templates write `value` and `before.value` with the helper `number`, `time` and `before.time` with `date`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Headline {
    /// Which: `newest` (the last value over time), `peak` (the highest over time, where that is another), `largest` and
    /// `smallest` (of several categories), `part` (the most frequent of a whole). The message `headline-KIND` says it.
    pub kind: String,
    /// The number, in plain digits as in the source.
    pub value: String,
    /// Its unit; null where it has none.
    pub unit: Option<String>,
    /// What is measured or counted.
    pub measure: Phrase,
    /// The category or series that it is of; null where it is of the only one.
    pub of: Option<String>,
    /// The time that it is of, as an ISO date; null where the table has none.
    pub time: Option<String>,
    /// The value and time that it began with.
    pub before: Option<EarlierFigure>,
    /// The number that it is a part of, in plain digits.
    pub whole: Option<String>,
    /// The language of `of`, only where it differs from the page's.
    pub lang: Option<String>,
}

/// The value that a figure began with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct EarlierFigure {
    /// The number, in plain digits.
    pub value: String,
    /// Its time, as an ISO date.
    pub time: String,
}

/// Returns up to three headline figures of a chart, best first; none where no value is sure to mean something by itself.
///
/// Values later than `as_of` (an ISO date), and those that the chart marks as projections, are left out. Nothing is added up here: a figure is always a
/// value that is drawn.
pub(crate) fn headlines(chart: &Chart, as_of: Option<&str>) -> Vec<Headline> {
    let mut found = match &*chart.kind {
        "columns" | "line" | "multiples" | "sparks" if chart.time => over_time(chart, as_of),
        "bars" | "dots" | "map" if !chart.time => of_categories(chart),
        "strip" => of_parts(chart),
        _ => Vec::new(),
    };
    found.truncate(MOST);
    found
}

/// A value that is there, and its index among the labels.
#[derive(Clone, Copy)]
struct PresentValue<'c> {
    at: usize,
    text: &'c str,
    number: Decimal,
}

/// Returns the values of a series that are numbers, in order.
fn present(series: &ChartSeries) -> Vec<PresentValue<'_>> {
    let values = series.values.iter().enumerate();
    values
        .filter_map(|(at, value)| {
            let text = value.as_deref()?;
            let number = number(text)?;
            Some(PresentValue { at, text, number })
        })
        .collect()
}

/// Returns the only value that compares as `wanted` with all others; `None` where two share the place.
fn only_extreme<'c>(
    values: &[PresentValue<'c>],
    wanted: std::cmp::Ordering,
) -> Option<PresentValue<'c>> {
    let mut values = values.iter().copied();
    let mut best = values.next()?;
    let mut is_alone = true;
    for value in values {
        let order = value.number.compare(best.number);
        if order == wanted {
            (best, is_alone) = (value, true);
        } else if order.is_eq() {
            is_alone = false;
        }
    }
    is_alone.then_some(best)
}

fn figure(chart: &Chart, kind: &str, value: PresentValue<'_>) -> Headline {
    Headline {
        kind: kind.to_owned(),
        value: value.text.to_owned(),
        unit: chart.unit.clone(),
        measure: chart.measure.clone(),
        lang: chart.lang.clone(),
        ..Headline::default()
    }
}

/// Returns the newest value of the total, or of the only series, with the value that it began with; then its peak.
fn over_time(chart: &Chart, as_of: Option<&str>) -> Vec<Headline> {
    let is_past = |label: &str| {
        as_of.is_none_or(|day| label <= day.get(..label.len()).unwrap_or(day))
            && (chart.note_from.as_deref()).is_none_or(|from| label < from)
    };
    let Some(series) = total_series(chart) else {
        return Vec::new();
    };
    let mut values = present(series);
    values.retain(|value| is_past(&chart.labels[value.at]));
    let [first, .., last] = *values else {
        return Vec::new();
    };
    let at = |kind: &str, value: PresentValue<'_>| Headline {
        of: series.name.clone(),
        time: Some(chart.labels[value.at].clone()),
        ..figure(chart, kind, value)
    };
    let newest = Headline {
        before: Some(EarlierFigure {
            value: first.text.to_owned(),
            time: chart.labels[first.at].clone(),
        }),
        ..at("newest", last)
    };
    let peak = only_extreme(&values, std::cmp::Ordering::Greater);
    let peak = peak.filter(|peak| peak.at != last.at && peak.at != first.at);
    std::iter::once(newest)
        .chain(peak.map(|peak| at("peak", peak)))
        .collect()
}

/// Returns the series of the total, or the only one; `None` where several stand side by side.
fn total_series(chart: &Chart) -> Option<&ChartSeries> {
    if let [only] = &*chart.series {
        return Some(only);
    }
    let mut series = chart.series.iter();
    series.find(|series| series.name.as_deref().is_some_and(is_total))
}

/// Returns the largest and the smallest of several categories.
fn of_categories(chart: &Chart) -> Vec<Headline> {
    let [series] = &*chart.series else {
        return Vec::new();
    };
    let values = present(series);
    if values.len() < FEWEST_CATEGORIES {
        return Vec::new();
    }
    let of = |kind: &str, value: PresentValue<'_>| Headline {
        of: Some(chart.labels[value.at].clone()),
        ..figure(chart, kind, value)
    };
    let largest = only_extreme(&values, std::cmp::Ordering::Greater);
    let smallest = only_extreme(&values, std::cmp::Ordering::Less);
    // The smallest of what is drawn is the smallest of all only where all are drawn.
    let smallest = smallest.filter(|_| chart.others.is_none());
    let largest = largest.map(|value| of("largest", value));
    largest
        .into_iter()
        .chain(smallest.map(|value| of("smallest", value)))
        .collect()
}

/// Returns the most frequent part of a whole.
fn of_parts(chart: &Chart) -> Vec<Headline> {
    let [series] = &*chart.series else {
        return Vec::new();
    };
    let values = present(series);
    let whole = super::value::sum(values.iter().map(|value| value.text));
    let most = only_extreme(&values, std::cmp::Ordering::Greater);
    let most = most.filter(|_| values.len() > 1);
    most.map(|value| Headline {
        of: Some(chart.labels[value.at].clone()),
        whole,
        ..figure(chart, "part", value)
    })
    .into_iter()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(kind: &str, labels: &[&str], values: &[&str]) -> Chart {
        Chart {
            kind: kind.to_owned(),
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
            series: vec![ChartSeries {
                name: None,
                values: values.iter().map(|v| Some((*v).to_owned())).collect(),
                numeric: true,
            }],
            measure: Phrase::new("people"),
            ..Chart::default()
        }
    }

    #[test]
    fn the_newest_value_is_told_with_the_first_and_never_a_projection() {
        let line = Chart {
            time: true,
            ..chart(
                "line",
                &["1990", "2010", "2020", "2050"],
                &["5", "9", "7", "30"],
            )
        };
        let found = headlines(&line, Some("2026-02-01"));
        let told: Vec<_> = (found.iter())
            .map(|f| (&*f.kind, &*f.value, f.time.as_deref()))
            .collect();
        assert_eq!(
            told,
            [("newest", "7", Some("2020")), ("peak", "9", Some("2010"))]
        );
        assert_eq!(found[0].before.as_ref().unwrap().value, "5");
        assert_eq!(headlines(&line, None)[0].value, "30");
    }

    #[test]
    fn the_largest_of_several_is_told_unless_two_share_the_place() {
        let bars = chart("bars", &["a", "b", "c"], &["2", "10", "3"]);
        let found = headlines(&bars, None);
        assert_eq!(found.len(), 2);
        assert_eq!(
            (&*found[0].value, found[0].of.as_deref()),
            ("10", Some("b"))
        );
        assert_eq!(found[1].of.as_deref(), Some("a"));
        let tied = chart("bars", &["a", "b", "c"], &["3", "3.0", "1"]);
        assert_eq!(headlines(&tied, None)[0].kind, "smallest");
    }

    #[test]
    fn several_series_without_a_total_and_other_shapes_have_none() {
        let mut lines = Chart {
            time: true,
            ..chart("line", &["2019", "2020"], &["1", "2"])
        };
        lines.series.push(lines.series[0].clone());
        assert!(headlines(&lines, None).is_empty());
        lines.series[1].name = Some("Total".to_owned());
        assert_eq!(headlines(&lines, None)[0].of.as_deref(), Some("Total"));
        assert!(
            headlines(
                &chart("histogram", &["0", "1", "2"], &["1", "2", "3"]),
                None
            )
            .is_empty()
        );
    }
}
