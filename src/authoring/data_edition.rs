//! A new edition of a dataset's file: what differs in it, column by column and in rows, before it takes the old one's place.
//! Of the page, only what the program wrote itself is brought up to date.

use super::fact_edit::FactEdit;
use super::trial_portal::TrialPortal;
use crate::diag::Fatal;
use crate::history::CurrentTable;
use crate::source::limits::Limits;
use crate::stage;
use std::io;
use std::path::{Path, PathBuf};
use tragaluz_changes::{ChangeCounts, Versions};
use tragaluz_tables::{Column, Table, Tables};

/// Stands behind a fact of a dataset's page that the program wrote and may write anew. Whoever takes it away keeps the fact.
pub(super) const KEPT_UP: &str = "# add --update";

/// A file that is to take the place of an earlier one.
#[derive(Debug, Clone)]
pub struct EditionOrder {
    /// The file.
    pub file: PathBuf,
    /// The dataset's folder in `data`; told from the file's name where none is given.
    pub name: Option<String>,
}

/// What differs in a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableDifference {
    /// Its name.
    pub table: String,
    /// Its rows in the new edition.
    pub rows: u64,
    /// What differs in its rows; none where only one edition has the table.
    pub counts: Option<ChangeCounts>,
    /// Whether the new edition has it.
    pub is_there: bool,
    /// What differs in its columns.
    pub columns: Vec<ColumnDifference>,
}

/// What differs in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnDifference {
    /// `added`, `removed`, `renamed` or `retyped`.
    pub kind: &'static str,
    /// Its name, the new one where it has two.
    pub column: String,
    /// Its earlier name or type; empty where it had none.
    pub before: String,
    /// Its type now, where that is another.
    pub after: String,
}

/// A fact that the program wrote, and writes anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenewedFact {
    /// Its name.
    pub name: &'static str,
    /// Its value now.
    pub value: String,
}

/// An edition that was looked through, and is not in its place yet.
pub struct TriedEdition {
    /// The dataset's folder in `data`.
    pub dataset: String,
    /// The file whose place it takes, from the portal's root.
    pub path: String,
    /// What differs, table by table.
    pub tables: Vec<TableDifference>,
    /// Facts of the page that are brought up to date.
    pub facts: Vec<RenewedFact>,
    /// Whether the page's day of change would be, had it been told.
    pub is_undated: bool,
    /// The page with those, where it changes.
    pub(crate) page: Option<EditedPage>,
    pub(crate) trial: TrialPortal,
}

/// A page's file, and what it holds now.
pub(crate) struct EditedPage {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// The tables of an edition, with their published files.
pub(crate) struct EditionTables<'t> {
    pub(crate) tables: &'t Tables,
    pub(crate) current: &'t [CurrentTable],
}

impl TriedEdition {
    /// Whether the new edition says the same as the old one.
    pub fn is_same(&self) -> bool {
        self.tables.iter().all(|table| {
            let counts = table.counts.as_ref();
            table.columns.is_empty() && counts.is_some_and(ChangeCounts::is_nothing)
        })
    }

    /// Puts the file in the place of the old one, and then the page.
    ///
    /// # Errors
    /// When the disk refuses; what was not replaced by then is as it was.
    pub fn place(self, root: &Path) -> Result<(), Fatal> {
        let path = root.join(&self.path);
        let folder = path.parent().unwrap_or(root);
        let (mut from, _) = stage::open(self.trial.root(), &self.path)
            .ok_or_else(|| Fatal::fault(format!("{} is gone", self.path)))?;
        let written = stage::beside(folder).and_then(|mut file| {
            io::copy(&mut from, &mut file)?;
            stage::place(file, &path)
        });
        written.map_err(Fatal::io("writing", &path))?;
        match self.page {
            Some(page) => stage::replace(&root.join(&page.path), page.text.as_bytes()),
            None => Ok(()),
        }
    }
}

/// Finds what differs between two editions, table by table.
///
/// # Errors
/// When the rows cannot be compared.
pub(crate) fn differences(
    before: &EditionTables<'_>,
    after: &EditionTables<'_>,
) -> Result<Vec<TableDifference>, Fatal> {
    let mut all = Vec::new();
    for table in &after.tables.tables {
        let old = (before.tables.tables.iter()).find(|old| old.resource == table.resource);
        let file = file_of(after, table);
        let counts = old
            .and_then(|old| file_of(before, old))
            .zip(file)
            .map(|(old, new)| counts(old, new))
            .transpose()?;
        all.push(TableDifference {
            table: table.resource.clone(),
            rows: table.rows,
            counts,
            is_there: true,
            columns: old.map(|old| columns(old, table)).unwrap_or_default(),
        });
    }
    let is_gone = |old: &&Table| {
        let mut tables = after.tables.tables.iter();
        !tables.any(|table| table.resource == old.resource)
    };
    let gone = before.tables.tables.iter().filter(is_gone);
    all.extend(gone.map(|old| TableDifference {
        table: old.resource.clone(),
        ..TableDifference::default()
    }));
    Ok(all)
}

fn file_of<'t>(edition: &EditionTables<'t>, table: &Table) -> Option<&'t CurrentTable> {
    let mut current = edition.current.iter();
    current.find(|file| file.dataset == table.dataset && file.name == table.resource)
}

/// Counts the rows that differ, by the key that is declared.
fn counts(old: &CurrentTable, new: &CurrentTable) -> Result<ChangeCounts, Fatal> {
    let versions = Versions {
        before: &old.path,
        after: &new.path,
        key: &new.key,
    };
    let head = tragaluz_changes::compare(&versions, &mut io::sink());
    Ok(head.map_err(Fatal::fault)?.counts)
}

/// Finds what differs in columns. One that stands where another stood, with its type, is that one under another name.
fn columns(old: &Table, new: &Table) -> Vec<ColumnDifference> {
    let of_name = |table: &Table, name: &str| {
        let mut columns = table.columns.iter();
        columns.find(|column| column.name == name).cloned()
    };
    let (mut found, mut renamed) = (Vec::new(), Vec::new());
    for (at, column) in new.columns.iter().enumerate() {
        let kind = column.kind.id();
        let stood = old.columns.get(at);
        let stood = stood.filter(|other| of_name(new, &other.name).is_none());
        match (of_name(old, &column.name), stood) {
            (Some(before), _) if before.kind.id() != kind => {
                found.push(difference("retyped", column, before.kind.id(), kind));
            }
            (Some(_), _) => {}
            (None, Some(other)) if other.kind.id() == kind => {
                renamed.push(other.name.clone());
                found.push(difference("renamed", column, &other.name, ""));
            }
            (None, _) => found.push(difference("added", column, "", "")),
        }
    }
    let is_gone =
        |column: &&Column| of_name(new, &column.name).is_none() && !renamed.contains(&column.name);
    let gone = old.columns.iter().filter(is_gone);
    found.extend(gone.map(|column| difference("removed", column, "", "")));
    found
}

fn difference(kind: &'static str, column: &Column, before: &str, after: &str) -> ColumnDifference {
    ColumnDifference {
        kind,
        column: column.name.clone(),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

/// Brings a page's facts up to date, as far as the program wrote them: each stands on a line with its mark.
pub(crate) fn renew(
    path: &str,
    text: &str,
    values: &[RenewedFact],
    limits: &Limits,
) -> (Option<String>, Vec<RenewedFact>) {
    let Ok(mut page) = FactEdit::open(path, text, limits) else {
        return (None, Vec::new());
    };
    let mut renewed = Vec::new();
    for fact in values.iter().filter(|fact| is_kept_up(text, fact.name)) {
        let before = page.text().to_owned();
        if page.set(fact.name, &fact.value).is_ok() && page.text() != before {
            renewed.push(fact.clone());
        }
    }
    let now = (!renewed.is_empty()).then(|| page.text().to_owned());
    (now, renewed)
}

/// Whether a fact stands on a line that the program keeps up.
pub(crate) fn is_kept_up(text: &str, name: &str) -> bool {
    let begin = format!("{name}:");
    let mut lines = text.lines();
    lines.any(|line| line.starts_with(&begin) && line.trim_end().ends_with(KEPT_UP))
}
