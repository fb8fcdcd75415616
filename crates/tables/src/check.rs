//! A column's cells against what is declared of them. Faults of one kind are counted, and the first is kept.

use super::cell_formats::{CellFormat, CellReading};
use super::duplicate_keys::KeyIndex;
use super::hint;
use super::locate::CitedCell;
use super::rows::Row;
use super::unreadable::Unreadable;
use crate::finding::{Finding, codes};
use crate::schema::Field;
use regex::Regex;
use std::collections::BTreeSet;

/// What can be wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CellFault {
    /// It is not of the declared type.
    Type,
    /// It has no value.
    Required,
    /// It is none of the allowed values.
    Allowed,
    /// It does not match the pattern.
    Pattern,
    /// It is less than the least.
    Minimum,
    /// It is more than the most.
    Maximum,
    /// It is too short.
    Short,
    /// It is too long.
    Long,
}

/// Cells of one column that have the same fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FaultGroup {
    pub(crate) fault: CellFault,
    /// Number of cells that have it.
    pub(crate) count: u64,
    pub(crate) first: CitedCell,
}

/// The declared constraints of one column, ready to be applied.
#[derive(Debug, Default)]
pub(crate) struct ColumnChecks {
    field: Field,
    form: Option<CellFormat>,
    pattern: Option<Regex>,
    minimum: Option<CellReading>,
    maximum: Option<CellReading>,
    /// The allowed values, to be found at once.
    allowed: Option<BTreeSet<String>>,
    /// Whether anything more is declared than a type, a value and differing values.
    rules: bool,
    keys: Option<KeyIndex>,
    groups: Vec<FaultGroup>,
}

/// Parses the constraints of a column; what cannot be read is a finding.
struct ConstraintReader<'a> {
    field: &'a Field,
    form: Option<&'a CellFormat>,
    found: &'a mut Vec<Finding>,
}

impl ConstraintReader<'_> {
    fn bound(&mut self, what: &'static str, text: Option<&str>) -> Option<CellReading> {
        let text = text?;
        let bound = self
            .form
            .and_then(|form| form.read(text))
            .filter(|bound| matches!(bound, CellReading::Number(_) | CellReading::Moment(_)));
        if bound.is_none() {
            self.report(what, text);
        }
        bound
    }

    fn pattern(&mut self, text: Option<&str>) -> Option<Regex> {
        let text = text?;
        let pattern = Regex::new(&format!("^(?:{text})$")).ok();
        if pattern.is_none() {
            self.report("pattern", text);
        }
        pattern
    }

    fn report(&mut self, what: &'static str, text: &str) {
        let finding = Finding::new(codes::DATA_CONSTRAINT_UNREADABLE)
            .arg("column", &self.field.name)
            .arg("what", what)
            .arg("text", text);
        self.found.push(match &self.field.place {
            Some(place) => finding.at(place.clone()),
            None => finding,
        });
    }
}

impl ColumnChecks {
    /// Returns the checks of a declared column. A pattern or bound that cannot be read is a finding.
    pub(crate) fn new(field: &Field, form: Option<&CellFormat>, found: &mut Vec<Finding>) -> Self {
        let rules = &field.constraints;
        let mut reader = ConstraintReader { field, form, found };
        let minimum = reader.bound("minimum", rules.minimum.as_deref());
        let maximum = reader.bound("maximum", rules.maximum.as_deref());
        let pattern = reader.pattern(rules.pattern.as_deref());
        let of_length = rules.min_length.is_some() || rules.max_length.is_some();
        let of_order = minimum.is_some() || maximum.is_some();
        let allowed = rules.allowed.as_ref();
        ColumnChecks {
            rules: of_length || of_order || pattern.is_some() || allowed.is_some(),
            field: field.clone(),
            form: form.cloned(),
            pattern,
            minimum,
            maximum,
            allowed: allowed.map(|all| all.iter().cloned().collect()),
            keys: rules.unique.then(KeyIndex::default),
            groups: Vec::new(),
        }
    }

    /// Checks a cell that has a value, the one of this number in its row; `fact` is what it was read as, none where it
    /// does not fit its type.
    pub(crate) fn cell(
        &mut self,
        cell: &str,
        fact: Option<&CellReading>,
        row: &Row,
        at: usize,
    ) -> Result<(), Unreadable> {
        if self.form.is_some() && fact.is_none() {
            self.note(CellFault::Type, cell, row, at);
            return Ok(());
        }
        if let Some(keys) = &mut self.keys {
            keys.take(std::iter::once(cell), row.line)?;
        }
        if self.rules {
            for (fault, _) in self
                .faults(cell, fact)
                .into_iter()
                .filter(|(_, broken)| *broken)
            {
                self.note(fault, cell, row, at);
            }
        }
        Ok(())
    }

    /// Whether every cell so far is of the declared type.
    pub(crate) fn fits(&self) -> bool {
        self.groups
            .iter()
            .all(|group| group.fault != CellFault::Type)
    }

    /// Notes a cell that has no value.
    pub(crate) fn missing(&mut self, row: &Row, at: usize) {
        if self.field.constraints.required {
            self.note(CellFault::Required, "", row, at);
        }
    }

    /// Returns each fault that a value may have, and whether this one has it.
    fn faults(&self, cell: &str, fact: Option<&CellReading>) -> [(CellFault, bool); 6] {
        let rules = &self.field.constraints;
        [
            (
                CellFault::Allowed,
                self.allowed
                    .as_ref()
                    .is_some_and(|all| !all.contains(cell) && !self.is_like_any(all, fact)),
            ),
            (
                CellFault::Pattern,
                self.pattern.as_ref().is_some_and(|p| !p.is_match(cell)),
            ),
            (
                CellFault::Minimum,
                comes_before(fact, self.minimum.as_ref()),
            ),
            (
                CellFault::Maximum,
                comes_before(self.maximum.as_ref(), fact),
            ),
            (
                CellFault::Short,
                rules.min_length.is_some_and(|n| cell.chars().count() < n),
            ),
            (
                CellFault::Long,
                rules.max_length.is_some_and(|n| cell.chars().count() > n),
            ),
        ]
    }

    /// Whether a number is one of the allowed ones, though written otherwise.
    fn is_like_any(&self, allowed: &BTreeSet<String>, fact: Option<&CellReading>) -> bool {
        let (Some(CellReading::Number(number)), Some(form)) = (fact, &self.form) else {
            return false;
        };
        allowed
            .iter()
            .any(|text| matches!(form.read(text), Some(CellReading::Number(other)) if other.compare(*number).is_eq()))
    }

    fn note(&mut self, fault: CellFault, cell: &str, row: &Row, at: usize) {
        match self.groups.iter_mut().find(|g| g.fault == fault) {
            Some(group) => group.count += 1,
            None => {
                let first = CitedCell::new(row.line, row.start_of(at), cell);
                self.groups.push(FaultGroup {
                    fault,
                    count: 1,
                    first,
                });
            }
        }
    }

    /// Returns the groups of faults, each with the finding that says it, still without a place; and the keys of a column
    /// whose values must differ.
    pub(crate) fn finish(
        self,
        say: impl Fn(u64) -> String,
    ) -> (Vec<(CitedCell, Finding)>, Option<KeyIndex>) {
        let findings = self.groups.iter().map(|group| {
            let finding = self
                .finding(group)
                .arg("count", group.count)
                .arg("column", &self.field.name)
                .arg("line", say(group.first.line))
                .arg("cell", &group.first.cell);
            (group.first.clone(), finding)
        });
        (findings.collect(), self.keys)
    }

    fn finding(&self, group: &FaultGroup) -> Finding {
        match group.fault {
            CellFault::Type => {
                let kind = self.form.as_ref().map_or("any", |f| f.kind().id());
                let finding = Finding::new(codes::DATA_NOT_OF_TYPE).arg("type", kind);
                hint::of(finding, kind, &group.first.cell)
            }
            CellFault::Required => Finding::new(codes::DATA_VALUE_MISSING),
            other => self.broken_rule(other),
        }
    }

    fn broken_rule(&self, fault: CellFault) -> Finding {
        let rules = &self.field.constraints;
        let (rule, limit) = match fault {
            CellFault::Pattern => ("pattern", rules.pattern.clone().unwrap_or_default()),
            CellFault::Minimum => ("minimum", rules.minimum.clone().unwrap_or_default()),
            CellFault::Maximum => ("maximum", rules.maximum.clone().unwrap_or_default()),
            CellFault::Short => ("short", length_in_words(rules.min_length)),
            CellFault::Long => ("long", length_in_words(rules.max_length)),
            _ => (
                "allowed",
                rules.allowed.clone().unwrap_or_default().join(", "),
            ),
        };
        Finding::new(codes::DATA_RULE_BROKEN)
            .arg("rule", rule)
            .arg("limit", limit)
    }
}

/// Whether both are there, and the first is less or earlier.
fn comes_before(first: Option<&CellReading>, second: Option<&CellReading>) -> bool {
    match (first, second) {
        (Some(CellReading::Number(a)), Some(CellReading::Number(b))) => a.compare(*b).is_lt(),
        (Some(CellReading::Moment(a)), Some(CellReading::Moment(b))) => a.key() < b.key(),
        _ => false,
    }
}

fn length_in_words(length: Option<usize>) -> String {
    length.map(|n| n.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell_formats::number::NumberFormat;
    use crate::schema::Constraints;

    #[test]
    fn faults_are_grouped_by_kind() {
        let constraints = Constraints {
            required: true,
            pattern: Some("\\d+".into()),
            maximum: Some("10".into()),
            ..Constraints::default()
        };
        let field = Field {
            name: "n".into(),
            constraints,
            ..Field::default()
        };
        let form = CellFormat::Integer(NumberFormat::default());
        let mut checks = ColumnChecks::new(&field, Some(&form), &mut Vec::new());
        for (cell, line) in ["3", "x", "11", "12", "-4"].into_iter().zip(2..) {
            checks
                .cell(cell, form.read(cell).as_ref(), &Row::of(line, [cell]), 0)
                .unwrap();
        }
        checks.missing(&Row::of(7, []), 0);
        let (found, _) = checks.finish(|line| line.to_string());
        let said: Vec<_> = found.iter().map(|(site, d)| (d.code, site.line)).collect();
        assert_eq!(
            said,
            [
                ("data-not-of-type", 3),
                ("data-rule-broken", 4),
                ("data-rule-broken", 6),
                ("data-value-missing", 7),
            ]
        );
    }

    #[test]
    fn a_bound_or_pattern_that_cannot_be_read_is_said() {
        let constraints = Constraints {
            pattern: Some("(".into()),
            minimum: Some("soon".into()),
            ..Constraints::default()
        };
        let field = Field {
            name: "n".into(),
            constraints,
            ..Field::default()
        };
        let mut found = Vec::new();
        ColumnChecks::new(
            &field,
            Some(&CellFormat::Integer(NumberFormat::default())),
            &mut found,
        );
        assert_eq!(found.len(), 2);
    }
}
