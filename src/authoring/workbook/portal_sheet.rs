//! What the portal's pages say, sheet by sheet.

use super::cell_text::cell_of;
use crate::authoring::fact_edit::FactStep;
use crate::authoring::page_lines::FactWords;
use crate::diag::Speech;
use crate::model::Portal;
use crate::model::folder_kind::{FolderKind, KINDS, KnownKind};
use crate::model::page_files::FactFile;
use crate::source::asked::{FactForm, KnownFact};
use crate::source::node::{FactNode, FactValue};
use crate::stage;
use crate::text::slug::slug;
use serde_json::Value;
use std::ops::Range;

/// Columns that say which row it is, and how its facts were.
pub(super) const PAGE: &str = "page";
pub(super) const LANGUAGE: &str = "language";
pub(super) const NUMBER: &str = "number";
pub(super) const FINGERPRINT: &str = "fingerprint";

/// The fact of a commitment that has a sheet of its own.
pub(super) const MILESTONES: &str = "milestones";

/// Digits of a fingerprint.
const DIGITS: usize = 10;

/// What the rows of a sheet are.
#[derive(Clone, Copy)]
pub(super) enum SheetKind {
    Pages(&'static KnownKind),
    Milestones,
}

/// A column of a fact.
pub(super) struct SheetColumn {
    pub(super) name: String,
    /// What its kind says of it; none where only pages have it.
    pub(super) known: Option<KnownFact>,
    /// Whether a sheet that is written has it: a page says something there, or the fact has words.
    pub(super) is_shown: bool,
}

/// A row as the portal has it.
pub(super) struct PortalRow<'p> {
    pub(super) file: &'p FactFile,
    /// Its milestone's number.
    pub(super) number: Option<String>,
    /// Where its facts are in the file's.
    pub(super) path: Vec<FactStep>,
    pub(super) facts: Vec<RowFact>,
}

/// A fact of a row.
pub(super) struct RowFact {
    pub(super) name: String,
    pub(super) value: Value,
    pub(super) span: Range<usize>,
}

/// Every row of one kind.
pub(super) struct PortalSheet<'p> {
    pub(super) kind: SheetKind,
    pub(super) columns: Vec<SheetColumn>,
    pub(super) rows: Vec<PortalRow<'p>>,
}

impl SheetKind {
    /// Returns every kind of sheet: commitments and their milestones first.
    pub(super) fn all() -> impl Iterator<Item = SheetKind> {
        let pages = || KINDS.iter().map(SheetKind::Pages);
        (pages().take(1))
            .chain([SheetKind::Milestones])
            .chain(pages().skip(1))
    }

    pub(super) fn id(self) -> &'static str {
        match self {
            SheetKind::Pages(known) => known.plural(),
            SheetKind::Milestones => MILESTONES,
        }
    }

    /// Returns what the sheet is called.
    pub(super) fn label(self, speech: &Speech) -> String {
        speech.say(&format!("sheet-{}", self.id()), &[])
    }

    /// Returns the kind that a sheet or a file is called by, in either language; `compromisos (1)` too.
    pub(super) fn named(name: &str) -> Option<SheetKind> {
        let name = slug(name);
        let names = |kind: SheetKind| {
            let labels = SPOKEN
                .iter()
                .map(|lang| kind.label(&Speech::for_locale(lang)));
            let own = [kind.id().to_owned()];
            labels
                .chain(own)
                .map(|label| slug(&label))
                .collect::<Vec<_>>()
        };
        let is_called = |kind: &SheetKind| names(*kind).contains(&name);
        let is_begun = |kind: &SheetKind| {
            names(*kind).iter().any(|own| {
                name.strip_prefix(own.as_str())
                    .is_some_and(|rest| rest.starts_with('-'))
            })
        };
        let exact = SheetKind::all().find(is_called);
        exact.or_else(|| SheetKind::all().find(is_begun))
    }

    pub(super) fn is_same(self, other: SheetKind) -> bool {
        self.id() == other.id()
    }
}

/// Languages of column heads.
pub(super) const SPOKEN: [&str; 2] = ["es", "en"];

/// Returns a fact's name as a person knows it.
pub(super) fn column_label(name: &str, speech: &Speech) -> String {
    let id = format!("column-{}", name.replace('_', "-"));
    if speech.has(&id) {
        speech.say(&id, &[])
    } else {
        name.replace('_', " ")
    }
}

/// Returns the fingerprint of a cell.
pub(super) fn fingerprint(cell: &str) -> String {
    stage::sha256(cell.as_bytes())[..DIGITS].to_owned()
}

impl SheetColumn {
    pub(super) fn form(&self) -> Option<&FactForm> {
        self.known.as_ref().map(|fact| &fact.form)
    }
}

impl PortalRow<'_> {
    /// Returns a fact as a cell.
    pub(super) fn cell(&self, name: &str) -> String {
        self.fact(name)
            .map(|fact| cell_of(&fact.value))
            .unwrap_or_default()
    }

    pub(super) fn fact(&self, name: &str) -> Option<&RowFact> {
        self.facts.iter().find(|fact| fact.name == name)
    }

    pub(super) fn is_about(&self, page: &str, language: &str, number: Option<&str>) -> bool {
        self.file.name == page
            && self.file.lang.tag().eq_ignore_ascii_case(language)
            && self.number.as_deref() == number
    }
}

impl<'p> PortalSheet<'p> {
    /// Returns what pages say, as the rows of one kind of sheet.
    pub(super) fn of(portal: &Portal, files: &'p [FactFile], kind: SheetKind) -> PortalSheet<'p> {
        let (known, word) = match kind {
            SheetKind::Pages(known) => (portal.facts_of(known), &*known.word),
            SheetKind::Milestones => (portal.facts_of_milestones(), "milestone"),
        };
        let rows: Vec<PortalRow<'p>> = match kind {
            SheetKind::Pages(known) => (files.iter())
                .filter(|file| file.kind.kind == known.kind)
                .map(page_row)
                .collect(),
            SheetKind::Milestones => (files.iter())
                .filter(|file| file.kind.kind == FolderKind::Commitment)
                .flat_map(milestone_rows)
                .collect(),
        };
        let columns = columns(&known, word, kind, &rows);
        PortalSheet {
            kind,
            columns,
            rows,
        }
    }

    pub(super) fn column(&self, name: &str) -> Option<&SheetColumn> {
        self.columns.iter().find(|column| column.name == name)
    }
}

fn columns(
    known: &[KnownFact],
    word: &str,
    kind: SheetKind,
    rows: &[PortalRow<'_>],
) -> Vec<SheetColumn> {
    let own_sheet = match kind {
        SheetKind::Pages(known) if known.kind == FolderKind::Commitment => MILESTONES,
        SheetKind::Pages(_) => "",
        SheetKind::Milestones => NUMBER,
    };
    let speech = Speech::for_locale("en");
    let is_used = |name: &str| rows.iter().any(|row| row.fact(name).is_some());
    let mut all: Vec<SheetColumn> = (known.iter())
        .filter(|fact| fact.name != own_sheet)
        .map(|fact| SheetColumn {
            name: fact.name.clone(),
            known: Some(fact.clone()),
            is_shown: matches!(kind, SheetKind::Milestones)
                || fact.name == "title"
                || FactWords::of(fact, word, &speech).is_some()
                || is_used(&fact.name),
        })
        .collect();
    for fact in rows.iter().flat_map(|row| &row.facts) {
        let is_new = all.iter().all(|column| column.name != fact.name);
        if is_new && fact.name != own_sheet {
            all.push(SheetColumn {
                name: fact.name.clone(),
                known: None,
                is_shown: true,
            });
        }
    }
    all.sort_by_key(|column| !matches!(&*column.name, "title" | "text"));
    all
}

fn page_row(file: &FactFile) -> PortalRow<'_> {
    PortalRow {
        file,
        number: None,
        path: Vec::new(),
        facts: file
            .document
            .facts
            .as_ref()
            .map(facts_of)
            .unwrap_or_default(),
    }
}

fn milestone_rows(file: &FactFile) -> Vec<PortalRow<'_>> {
    let all = file.document.facts.as_ref().map(|node| &node.value);
    let Some(FactValue::Map(entries)) = all else {
        return Vec::new();
    };
    let list = entries.iter().find(|(key, _)| key.name == MILESTONES);
    let Some(FactValue::List(items)) = list.map(|(_, node)| &node.value) else {
        return Vec::new();
    };
    let row = |(at, item): (usize, &FactNode)| {
        let facts = facts_of(item);
        let number = facts.iter().find(|fact| fact.name == NUMBER)?;
        Some(PortalRow {
            file,
            number: Some(cell_of(&number.value)),
            path: vec![FactStep::Name(MILESTONES.to_owned()), FactStep::Item(at)],
            facts,
        })
    };
    items.iter().enumerate().filter_map(row).collect()
}

fn facts_of(node: &FactNode) -> Vec<RowFact> {
    let FactValue::Map(entries) = &node.value else {
        return Vec::new();
    };
    let fact = |(key, node): &(crate::source::node::FactKey, FactNode)| RowFact {
        name: key.name.clone(),
        value: node.to_json(),
        span: key.span.start..node.span.end,
    };
    entries.iter().map(fact).collect()
}
