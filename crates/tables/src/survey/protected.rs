//! The survey of a table of which something is declared so that nobody is recognised in it: its small counts are hidden before
//! anything is counted of them that is published.

use super::pass::{self, SurveyResult};
use crate::disclosure::{Disclosure, HIDDEN, Protection, SharedCombinations};
use crate::finding::{Finding, codes};
use crate::limits::Limits;
use crate::place::Place;
use crate::profile::ProfileDepth;
use crate::read_plan::DataRows;
use crate::schema::TableFile;
use crate::small_cells::{
    CountFault, CountTable, DeclaredColumns, HiddenCells, MaskedCell, MaskedStream, share,
};
use crate::sources::source::OpenedTable;
use crate::table::{Column, FileNote};
use crate::unreadable::Unreadable;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A table that may be published, and what was done for that.
pub(crate) struct ProtectedSurvey {
    pub(crate) surveyed: SurveyResult,
    pub(crate) protection: Protection,
}

/// A table that was read once, as it was received.
struct UnprotectedTable<'a> {
    root: &'a Path,
    resource: &'a TableFile,
    disclosure: &'a Disclosure,
    surveyed: SurveyResult,
    columns: DeclaredColumns,
}

/// Reads every row of a table that has been opened, and hides what is declared not to be shown. None where that cannot be done,
/// and then a finding says why.
///
/// # Errors
/// Where its rows cannot be read.
pub(crate) fn run(
    root: &Path,
    (resource, disclosure): (&TableFile, &Disclosure),
    opened: OpenedTable,
    depth: ProfileDepth,
    found: &mut Vec<Finding>,
) -> Result<Option<ProtectedSurvey>, Unreadable> {
    let mut said = Vec::new();
    let surveyed = pass::run(root, resource, opened.clone(), depth, &mut said)?;
    let declared = DeclaredColumns::of(disclosure, &surveyed.columns);
    let outcome = declared.map_err(CountFault::Unmet).and_then(|columns| {
        let first = UnprotectedTable {
            root,
            resource,
            disclosure,
            surveyed,
            columns,
        };
        first.protect(opened, depth, &mut said)
    });
    match outcome {
        Ok(done) => {
            found.extend(said);
            Ok(Some(done))
        }
        Err(CountFault::Unmet(finding)) => {
            let place = disclosure.place.clone();
            found.push(finding.at(place).arg("file", &resource.path));
            Ok(None)
        }
        Err(CountFault::Unreadable(why)) => Err(why),
    }
}

impl UnprotectedTable<'_> {
    /// Hides what is not to be shown, and surveys the rest again.
    fn protect(
        self,
        opened: OpenedTable,
        depth: ProfileDepth,
        said: &mut Vec<Finding>,
    ) -> Result<ProtectedSurvey, CountFault> {
        let mut protection = Protection {
            below: self.disclosure.limit(),
            combinations: self.combinations(said)?,
            ..Protection::default()
        };
        let hidden = self.hidden_cells()?;
        let Some(hidden) = hidden.filter(|hidden| !hidden.cells.is_empty()) else {
            let surveyed = self.surveyed;
            return Ok(ProtectedSurvey {
                surveyed,
                protection,
            });
        };
        let masked: BTreeSet<usize> = hidden.cells.iter().map(|cell| cell.at).collect();
        discreet(said, &self.surveyed.columns, &masked);
        said.extend(self.report(&hidden));
        protection.hidden = hidden.cells.len() as u64;
        let names = masked
            .iter()
            .map(|at| self.surveyed.columns[*at].name.clone());
        protection.columns = names.collect();
        let surveyed = self.again(opened, depth, (hidden.cells, &masked))?;
        Ok(ProtectedSurvey {
            surveyed,
            protection,
        })
    }

    fn rows(&self) -> Result<DataRows<'_>, Unreadable> {
        DataRows::open(&self.surveyed.reading, self.root)
    }

    /// Returns how rare combinations are; that some are too rare is a finding.
    fn combinations(
        &self,
        said: &mut Vec<Finding>,
    ) -> Result<Option<SharedCombinations>, Unreadable> {
        let at = &self.columns.quasi_identifiers;
        if at.is_empty() {
            return Ok(None);
        }
        let columns = &self.surveyed.columns;
        let at_least = self.disclosure.sharers();
        let rarity = share(&mut self.rows()?, columns, at, at_least)?;
        let names: Vec<String> = at.iter().map(|at| columns[*at].name.clone()).collect();
        if rarity.combinations > 0 {
            let finding = Finding::new(codes::PERSONAL_RARE_COMBINATIONS)
                .at(Place::file(&self.resource.path))
                .arg("columns", names.join(", "))
                .arg("at_least", at_least)
                .arg("combinations", rarity.combinations)
                .arg("rows", rarity.rows)
                .arg("fewest", rarity.fewest);
            said.push(finding);
        }
        Ok(Some(SharedCombinations {
            columns: names,
            fewest: rarity.fewest,
        }))
    }

    /// Returns the counts that are not shown; none where no column of counts is declared.
    fn hidden_cells(&self) -> Result<Option<HiddenCells>, CountFault> {
        if self.columns.counts.is_empty() {
            return Ok(None);
        }
        let limits: &Limits = &self.resource.limits;
        let columns = &self.surveyed.columns;
        let declared = (&self.columns, self.disclosure);
        let counts = CountTable::read(&mut self.rows()?, columns, declared, limits)?;
        Ok(Some(counts.hide(self.disclosure)?))
    }

    /// Returns what is said of the counts that are not shown.
    fn report(&self, hidden: &HiddenCells) -> Vec<Finding> {
        let place = Place::file(&self.resource.path);
        let cells = hidden.cells.len() as u64;
        let told = Finding::new(codes::PERSONAL_COUNTS_HIDDEN)
            .at(place.clone())
            .arg("count", cells)
            .arg("small", hidden.small)
            .arg("others", cells - hidden.small.min(cells))
            .arg("below", self.disclosure.limit());
        let differing = Finding::new(codes::PERSONAL_TOTALS_DIFFER)
            .at(place.clone())
            .arg("count", hidden.differing);
        let names = self.columns.computed(&self.surveyed.columns);
        let computed = Finding::new(codes::PERSONAL_COMPUTED_COLUMNS)
            .at(place)
            .arg("columns", names.join(", "));
        let differing = (hidden.differing > 0).then_some(differing);
        let computed = (!names.is_empty()).then_some(computed);
        [Some(told), differing, computed]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Surveys the table once more, as everybody reads it from now on.
    fn again(
        self,
        mut opened: OpenedTable,
        depth: ProfileDepth,
        (mut cells, masked): (Vec<MaskedCell>, &BTreeSet<usize>),
    ) -> Result<SurveyResult, Unreadable> {
        let first = self.surveyed;
        let in_file = |at: usize| first.reading.columns.as_ref().map_or(at, |all| all[at]);
        for at in masked {
            let (column, plan) = (&first.columns[*at], opened.columns.get_mut(in_file(*at)));
            let Some(plan) = plan else {
                continue;
            };
            plan.form = Some(column.form.clone());
            plan.missing_values.clone_from(&column.missing_values);
            plan.missing_values.push(HIDDEN.to_owned());
            if let Some(field) = &mut plan.field {
                field.constraints.required = false;
            }
        }
        cells.iter_mut().for_each(|cell| cell.at = in_file(cell.at));
        opened.stream = Arc::new(MaskedStream::new(opened.stream, cells));
        opened.below = Some(first.reading.below.clone());
        let mut unsaid = Vec::new();
        let mut surveyed = pass::run(self.root, self.resource, opened, depth, &mut unsaid)?;
        // What is not masked is as it was, and everything was known of the columns beside it.
        for (at, column) in first.columns.into_iter().enumerate() {
            if !masked.contains(&at)
                && let Some(place) = surveyed.columns.get_mut(at)
            {
                *place = column;
            }
        }
        surveyed.notes.retain(holds_no_number);
        Ok(surveyed)
    }
}

/// Whether a note above or below the table can be shown: a total there may give away what is not shown.
fn holds_no_number(note: &FileNote) -> bool {
    !note.text.contains(char::is_numeric)
}

/// Takes what may be a hidden count out of what was found in the file as it was received.
fn discreet(said: &mut [Finding], columns: &[Column], masked: &BTreeSet<usize>) {
    for finding in said {
        if let Some(place) = &mut finding.place {
            place.excerpt = None;
        }
        let of_masked = finding.args.iter().any(|(name, value)| {
            let names = masked.iter().map(|at| columns[*at].name.as_str());
            *name == "column" && names.into_iter().any(|name| *value == name.into())
        });
        for (name, value) in &mut finding.args {
            if of_masked && matches!(*name, "cell" | "text" | "value" | "example") {
                *value = HIDDEN.into();
            }
        }
    }
}

#[cfg(test)]
mod tests;
