//! The decision about each column, once all of its cells have passed.

use super::near_types;
use crate::cell_formats::CellFormat;
use crate::cell_formats::guess::{FormatDecision, SeparatorEvidence};
use crate::field_type::FieldType;
use crate::finding::{Finding, codes};
use crate::locate::CitedCell;
use crate::place::Place;
use crate::schema::TableFile;
use crate::survey::watched_column::WatchedColumn;
use crate::table::Column;

use std::collections::BTreeMap;
use std::sync::Arc;

/// The decisions about the columns of a table.
pub(crate) struct Decisions<'a> {
    resource: &'a TableFile,
    decimals: SeparatorEvidence,
    marks: MissingWords,
    /// Of which columns signs that nobody sees were taken off, and of how many cells.
    unseen: Vec<(String, u64)>,
}

/// Words taken to mean "no value".
type MissingWords = BTreeMap<String, MissingWordUses>;

/// Where a word means "no value".
#[derive(Default)]
struct MissingWordUses {
    cells: u64,
    /// Names of the columns.
    columns: Vec<String>,
}

/// Returns the form of a column in the published CSV. What does not fit cannot be certain.
fn published(form: &CellFormat, fits: bool, declared: bool, missing: &[String]) -> CellFormat {
    if fits {
        form.published(declared, missing)
    } else {
        form.clone()
    }
}

/// Says that numbers of a column have more digits than a double keeps; with the first of these cells.
fn exceeding(
    column: &str,
    (count, site): (u64, CitedCell),
    say: &dyn Fn(u64) -> String,
) -> (CitedCell, Finding) {
    let finding = near_types::beyond(column, count, &site, say);
    (site, finding)
}

/// Returns Table Schema's `format` of a column: that of ISO 8601 where moments are published so, else the declared one.
fn format_of(
    form: &CellFormat,
    published: &CellFormat,
    declared: Option<String>,
) -> Option<String> {
    if published != form && matches!(published, CellFormat::Moment(..)) {
        published.format()
    } else {
        declared.or_else(|| form.format())
    }
}

/// Columns that one message names.
const MOST_COLUMNS: usize = 8;

impl<'a> Decisions<'a> {
    /// None so far; `decimals` is what the table says about the decimal mark.
    pub(crate) fn new(resource: &'a TableFile, decimals: SeparatorEvidence) -> Self {
        Decisions {
            resource,
            decimals,
            marks: MissingWords::new(),
            unseen: Vec::new(),
        }
    }

    /// Decides a column's form and closes its counts; `fits` says whether every cell is of the declared type. Returns what is
    /// to be said of one of its cells, too.
    pub(crate) fn decide(
        &mut self,
        mut watched: WatchedColumn,
        fits: bool,
        say: &dyn Fn(u64) -> String,
        found: &mut Vec<Finding>,
    ) -> (Column, Option<(CitedCell, Finding)>) {
        let guessed = watched.guess.is_some();
        let form = self.form(&mut watched, found);
        let mut plan = watched.plan;
        if guessed {
            let words = watched.tally.marks(&form);
            self.add_missing_words(&plan.name, words, &mut plan.missing_values);
        }
        let field = plan.field.take().unwrap_or_default();
        let exceeds_doubles = watched.beyond.is_some();
        let said = match watched.beyond {
            Some(beyond) => Some(exceeding(&plan.name, beyond, say)),
            None => watched.nearly.finish(&plan.name, say),
        };
        let declared = field.kind.is_some() && !guessed;
        let published = published(&form, fits, declared, &plan.missing_values);
        let is_padded = watched.ends.padded && form.is_trimmed();
        let is_rewritten = published != form || fits && (is_padded || watched.has_fraction);
        if is_rewritten {
            self.note_unseen(&plan.name, watched.ends.odd);
        }
        let column = Column {
            name: plan.name,
            received_name: plan.received_name,
            kind: form.kind(),
            declared,
            format: format_of(&form, &published, field.format.filter(|_| !guessed)),
            title: field.title,
            description: field.description,
            labels: Arc::new(field.labels),
            unit: field.unit,
            constraints: field.constraints,
            missing_values: plan.missing_values,
            profile: (watched.tally).finish(&form, guessed),
            form,
            published,
            is_rewritten,
            exceeds_doubles,
        };
        (column, said)
    }

    /// Notes how many cells of a column lose characters at their ends that nobody sees.
    fn note_unseen(&mut self, column: &str, cells: u64) {
        if cells > 0 {
            self.unseen.push((column.to_owned(), cells));
        }
    }

    /// Returns the form of a column: the declared one, or that which was guessed.
    fn form(&self, watched: &mut WatchedColumn, found: &mut Vec<Finding>) -> CellFormat {
        let decided = watched
            .guess
            .take()
            .map(|guess| guess.decide(self.decimals));
        let code = match (watched.plan.form.take(), decided) {
            (Some(form), _) | (None, Some(FormatDecision::Form(form))) => return form,
            (None, Some(FormatDecision::DateOrderUnknown)) => codes::DATA_DATE_ORDER_UNKNOWN,
            (None, Some(FormatDecision::DecimalMarkUnknown)) => codes::DATA_DECIMAL_MARK_UNKNOWN,
            (None, None) => return CellFormat::Text(FieldType::String),
        };
        found.push(
            Finding::new(code)
                .at(Place::file(&self.resource.path))
                .arg("column", &watched.plan.name),
        );
        CellFormat::Text(FieldType::String)
    }

    /// Adds the words that a column turned out to have for "no value".
    fn add_missing_words(
        &mut self,
        column: &str,
        marks: Vec<(String, u64)>,
        missing_values: &mut Vec<String>,
    ) {
        for (mark, count) in marks {
            if !missing_values.contains(&mark) {
                let uses = self.marks.entry(mark.clone()).or_default();
                uses.cells += count;
                uses.columns.push(column.to_owned());
                missing_values.push(mark);
            }
        }
    }

    /// Says what holds for several columns: which words mean "no value", and where signs that nobody sees were taken off.
    pub(crate) fn report(self, found: &mut Vec<Finding>) {
        let place = Place::file(&self.resource.path);
        for (mark, MissingWordUses { cells, mut columns }) in self.marks {
            if columns.len() > MOST_COLUMNS {
                columns.truncate(MOST_COLUMNS);
                columns.push("…".into());
            }
            let finding = Finding::new(codes::DATA_MISSING_MARK).at(place.clone());
            found.push(
                finding
                    .arg("columns", columns.join(", "))
                    .arg("mark", mark)
                    .arg("count", cells),
            );
        }
        if !self.unseen.is_empty() {
            let names: Vec<&str> = self.unseen.iter().map(|(name, _)| name.as_str()).collect();
            let count: u64 = self.unseen.iter().map(|(_, count)| count).sum();
            let finding = Finding::new(codes::DATA_UNSEEN_SIGNS).at(place);
            found.push(
                finding
                    .arg("what", "cells")
                    .arg("columns", names.join(", "))
                    .arg("count", count),
            );
        }
    }
}
