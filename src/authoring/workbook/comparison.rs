//! Rows of a workbook held against the pages, fact by fact: what was changed in the row is written into the page, what was
//! changed in the page stays, and what was changed in both is told.

use super::cell_habits::{is_same_number, readings};
use super::cell_origin::WrittenCell;
use super::cell_text::{CellFault, CellReading, TOO_LONG, cell_of};
use super::import_outcome::{ChangedFile, FactDifference, RowFault, SheetCount, TriedImport};
use super::portal_sheet::{
    MILESTONES, NUMBER, PortalRow, PortalSheet, SheetColumn, SheetKind, fingerprint,
};
use super::sheet_row::{FactCell, NamedTable, SheetRow};
use crate::authoring::fact_edit::{FactEdit, FactStep, flow};
use crate::authoring::new_page::NewPage;
use crate::authoring::page_order::PageOrder;
use crate::diag::Fatal;
use crate::model::Portal;
use crate::model::folder_kind::{FolderKind, KnownKind};
use crate::model::page_files::FactFile;
use crate::text::slug::check_id;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A page's file while it is edited.
struct EditedFile {
    before: Option<String>,
    edit: FactEdit,
    /// What of it came from a cell.
    cells: Vec<WrittenCell>,
}

impl EditedFile {
    fn of(before: Option<String>, edit: FactEdit) -> EditedFile {
        EditedFile {
            before,
            edit,
            cells: Vec::new(),
        }
    }

    /// Returns the file as it will be; none where nothing of it changes.
    fn changed(self, path: String) -> Option<ChangedFile> {
        let text = self.edit.text().to_owned();
        let cells = self.cells.into_iter();
        (self.before.as_ref() != Some(&text)).then_some(ChangedFile {
            path,
            before: self.before,
            text,
            cells: cells.filter_map(|cell| cell.lines(&self.edit)).collect(),
        })
    }
}

/// Rows of one kind that were read.
struct TakenRows {
    keys: BTreeSet<[String; 3]>,
    /// Which of the portal's rows they are.
    matched: Vec<bool>,
}

/// The portal that rows are held against, and what came of it so far.
struct RowComparison<'p> {
    root: &'p Path,
    portal: &'p Portal,
    files: &'p [FactFile],
    is_forced: bool,
    edits: BTreeMap<String, EditedFile>,
    /// Files of new commitments, by name and language.
    added: BTreeMap<(String, String), String>,
    outcome: TriedImport,
}

/// Holds tables against the portal's pages; nothing is written.
///
/// # Errors
/// When a new page cannot be drawn.
pub(crate) fn compare(
    (root, portal): (&Path, &Portal),
    files: &[FactFile],
    tables: &[NamedTable],
    is_forced: bool,
) -> Result<TriedImport, Fatal> {
    let mut comparison = RowComparison {
        root,
        portal,
        files,
        is_forced,
        edits: BTreeMap::new(),
        added: BTreeMap::new(),
        outcome: TriedImport::default(),
    };
    let outcome = &mut comparison.outcome;
    let known: Vec<(&NamedTable, SheetKind)> = (tables.iter())
        .filter_map(|table| Some((table, table.kind(outcome)?)))
        .collect();
    comparison.outcome.is_read = !known.is_empty();
    // Milestones come last in any case: their commitments may be new.
    for kind in SheetKind::all().filter(|kind| !matches!(kind, SheetKind::Milestones)) {
        comparison.take(&known, kind)?;
    }
    comparison.take(&known, SheetKind::Milestones)?;
    Ok(comparison.into_outcome())
}

impl RowComparison<'_> {
    /// Takes the rows of every table of one kind.
    fn take(&mut self, known: &[(&NamedTable, SheetKind)], kind: SheetKind) -> Result<(), Fatal> {
        let mut tables = known.iter().filter(|(_, own)| own.is_same(kind)).peekable();
        let Some((first, _)) = tables.peek().copied() else {
            return Ok(());
        };
        let sheet = PortalSheet::of(self.portal, self.files, kind);
        let mut taken = TakenRows {
            keys: BTreeSet::new(),
            matched: vec![false; sheet.rows.len()],
        };
        for (table, _) in tables {
            for row in table.rows(&sheet, &mut self.outcome) {
                self.take_row(&sheet, row, &mut taken)?;
            }
        }
        let count = taken.matched.iter().filter(|is_there| !**is_there).count();
        if count > 0 {
            let sheet = first.name.clone();
            self.outcome.missing.push(SheetCount { sheet, count });
        }
        Ok(())
    }

    fn take_row(
        &mut self,
        sheet: &PortalSheet<'_>,
        mut row: SheetRow,
        taken: &mut TakenRows,
    ) -> Result<(), Fatal> {
        if row.language.is_empty() {
            self.portal
                .settings
                .main()
                .tag()
                .clone_into(&mut row.language);
        }
        let number = row.number.clone();
        let is_new_number = number.as_deref() == Some("");
        let at = find(sheet, &row);
        let key = [
            row.page.clone(),
            row.language.clone(),
            number.unwrap_or_default(),
        ];
        let is_again = at.is_some_and(|at| taken.matched[at]) || !taken.keys.insert(key);
        if is_again && !is_new_number {
            self.fault(&row, "", "twice", &row.page);
            return Ok(());
        }
        match at {
            Some(at) => {
                taken.matched[at] = true;
                self.compare(sheet, &sheet.rows[at], &row);
                Ok(())
            }
            None => self.add(sheet, &row),
        }
    }

    fn fault(&mut self, row: &SheetRow, column: &str, kind: &'static str, text: &str) {
        self.outcome.faults.push(RowFault {
            row: row.place.clone(),
            column: column.to_owned(),
            kind,
            text: text.to_owned(),
        });
    }

    /// Holds a row against what the portal says.
    fn compare(&mut self, sheet: &PortalSheet<'_>, own: &PortalRow<'_>, row: &SheetRow) {
        if row.prints.is_none() {
            self.outcome.has_no_fingerprints = true;
        }
        for cell in row.cells.iter().filter(|cell| cell.text != TOO_LONG) {
            if let Some(column) = sheet.column(&cell.name) {
                self.compare_cell(column, own, row, cell);
            }
        }
    }

    fn compare_cell(
        &mut self,
        column: &SheetColumn,
        own: &PortalRow<'_>,
        row: &SheetRow,
        cell: &FactCell,
    ) {
        let before = own.cell(&cell.name);
        let read = readings(&cell.text, column.form());
        let mut all = read.iter();
        let is_same = all.any(|text| *text == before || is_same_number(text, &before));
        if is_same || before == TOO_LONG {
            return;
        }
        if cell.name == "title" && cell.text.is_empty() {
            self.fault(row, &cell.head, "title", &row.page);
            return;
        }
        let prints = row.prints.as_ref();
        let print = prints.and_then(|prints| prints.get(&cell.name));
        if print.is_some_and(|print| read.iter().any(|text| fingerprint(text) == *print)) {
            self.outcome.newer += 1;
            return;
        }
        let difference = difference(own, row, cell, &before);
        let is_conflict = print.is_some_and(|print| fingerprint(&before) != *print);
        if is_conflict && !self.is_forced {
            self.outcome.conflicts.push(difference);
            return;
        }
        let old = own.fact(&cell.name).map(|fact| &fact.value);
        if let Ok(value) = self.value(column, cell, row, old) {
            let mut path = own.path.clone();
            path.push(FactStep::Name(cell.name.clone()));
            self.outcome.differences.push(difference);
            self.bring_to(own, &path, value.as_ref(), row);
        }
    }

    /// Reads a cell; a fault is told.
    fn value(
        &mut self,
        column: &SheetColumn,
        cell: &FactCell,
        row: &SheetRow,
        old: Option<&Value>,
    ) -> Result<Option<Value>, CellFault> {
        let read = readings(&cell.text, column.form());
        let reading = CellReading {
            readings: &read,
            form: column.form(),
            old,
        };
        let value = reading.value();
        if let Err(kind) = &value {
            self.fault(row, &cell.head, kind, &cell.text);
        }
        value
    }

    /// Brings a value into the file of a row.
    fn bring_to(
        &mut self,
        own: &PortalRow<'_>,
        path: &[FactStep],
        value: Option<&Value>,
        row: &SheetRow,
    ) {
        let file = &own.file.document.file;
        self.bring(&file.path, Some(&file.written()), path, value, row);
    }

    /// Brings a fact of a file to a value. A file that is written in another way is told.
    fn bring(
        &mut self,
        path: &str,
        text: Option<&str>,
        fact: &[FactStep],
        value: Option<&Value>,
        row: &SheetRow,
    ) {
        let is_done = self
            .edit(path, text)
            .is_some_and(|file| file.edit.bring(fact, value).is_ok());
        if is_done {
            self.note_cell(path, fact.to_vec(), row);
        } else {
            self.fault(row, "", "hand", path);
        }
    }

    /// Notes that a fact of an edited file came from its cell of a row.
    fn note_cell(&mut self, path: &str, fact: Vec<FactStep>, row: &SheetRow) {
        let Some(FactStep::Name(name)) = fact.last() else {
            return;
        };
        let cell = row.cells.iter().find(|cell| cell.name == *name);
        let head = cell.map(|cell| cell.head.clone()).unwrap_or_default();
        if let Some(file) = self.edits.get_mut(path) {
            let row = row.place.clone();
            file.cells.push(WrittenCell { fact, row, head });
        }
    }

    /// Returns a file to be edited, opened once; none where that cannot be done.
    fn edit(&mut self, path: &str, text: Option<&str>) -> Option<&mut EditedFile> {
        if !self.edits.contains_key(path) {
            let limits = &self.portal.settings.limits;
            let edit = FactEdit::open(path, text?, limits).ok()?;
            let before = text.map(str::to_owned);
            self.edits
                .insert(path.to_owned(), EditedFile::of(before, edit));
        }
        self.edits.get_mut(path)
    }

    /// Adds what a row has and the portal has not.
    fn add(&mut self, sheet: &PortalSheet<'_>, row: &SheetRow) -> Result<(), Fatal> {
        let languages = &self.portal.settings.languages;
        let lang = languages
            .iter()
            .find(|lang| lang.tag().eq_ignore_ascii_case(&row.language));
        let Some(lang) = lang else {
            self.fault(row, "", "language", &row.language);
            return Ok(());
        };
        let was_there = row.prints.as_ref().is_some_and(|prints| !prints.is_empty());
        if was_there && !self.is_forced {
            self.fault(row, "", "gone", &row.page);
            return Ok(());
        }
        let mut facts = Vec::new();
        for cell in row.cells.iter().filter(|cell| !cell.text.is_empty()) {
            let column = sheet.column(&cell.name);
            let value = column.map(|column| self.value(column, cell, row, None));
            let value = value.and_then(|value| value.ok().flatten());
            facts.extend(value.map(|value| (cell.name.clone(), value)));
        }
        let is_main = lang == self.portal.settings.main();
        match sheet.kind {
            SheetKind::Milestones => self.add_milestone(row, facts),
            SheetKind::Pages(kind) if is_main => return self.add_page(kind, row, facts),
            SheetKind::Pages(kind) => self.add_translation(kind, row, &facts),
        }
        Ok(())
    }

    /// Adds a page, in which everything that the row does not give is asked for.
    fn add_page(
        &mut self,
        kind: &'static KnownKind,
        row: &SheetRow,
        facts: Vec<(String, Value)>,
    ) -> Result<(), Fatal> {
        if check_id(&row.page).is_err() {
            self.fault(row, "", "key", &row.page);
            return Ok(());
        }
        let Some(title) = text_of(&facts, "title") else {
            self.fault(row, "", "title", &row.page);
            return Ok(());
        };
        let order = self.order(kind, row, &facts, title);
        let page = NewPage::draw(self.root, self.portal, &order, None, None)?;
        let path = page.added.path.clone();
        self.begin(&path, &page.text, row);
        for (name, value) in &facts {
            let fact = [FactStep::Name(name.clone())];
            self.bring(&path, None, &fact, Some(value), row);
        }
        Ok(())
    }

    /// Returns what a new page is drawn of.
    fn order(
        &self,
        kind: &KnownKind,
        row: &SheetRow,
        facts: &[(String, Value)],
        title: String,
    ) -> PageOrder {
        let asked = self.portal.facts_of(kind);
        let is_asked = |name: &str| asked.iter().any(|fact| fact.name == name);
        let given = (facts.iter()).filter(|(name, _)| name != "title" && is_asked(name));
        PageOrder {
            kind: kind.word.to_string(),
            id: Some(row.page.clone()),
            title: Some(title),
            of: text_of(facts, "commitment"),
            facts: given
                .map(|(name, value)| (name.clone(), cell_or_flow(value)))
                .collect(),
            ..PageOrder::default()
        }
    }

    /// Begins a new file of a page.
    fn begin(&mut self, path: &str, text: &str, row: &SheetRow) {
        let limits = &self.portal.settings.limits;
        match FactEdit::open(path, text, limits) {
            Ok(edit) => {
                let file = EditedFile::of(None, edit);
                self.edits.insert(path.to_owned(), file);
                self.outcome.new_pages.push(path.to_owned());
                let key = (row.page.clone(), row.language.clone());
                self.added.insert(key, path.to_owned());
            }
            Err(_) => self.fault(row, "", "hand", path),
        }
    }

    /// Adds the translation of a page, beside its file in the main language.
    fn add_translation(&mut self, kind: &KnownKind, row: &SheetRow, facts: &[(String, Value)]) {
        let main = self.portal.settings.main();
        let mut files = self.files.iter();
        let of_page = files.find(|file| {
            file.kind.kind == kind.kind && file.name == row.page && file.lang == *main
        });
        let added = || {
            let key = (row.page.clone(), main.tag().to_owned());
            self.added.get(&key).map(String::as_str)
        };
        let path = of_page
            .map(|file| file.document.file.path.as_str())
            .or_else(added);
        let stem = row.page.rsplit('/').next().unwrap_or(&row.page);
        let Some((folder, _)) = path.and_then(|path| path.rsplit_once('/')) else {
            self.fault(row, "", "no-page", &row.page);
            return;
        };
        let path = format!("{folder}/{stem}.{}.md", row.language);
        let lines = facts
            .iter()
            .map(|(name, value)| format!("{name}: {}\n", flow(value)));
        let text = format!("---\n{}---\n", lines.collect::<String>());
        self.begin(&path, &text, row);
        for (name, _) in facts {
            self.note_cell(&path, vec![FactStep::Name(name.clone())], row);
        }
    }

    /// Adds a milestone to its commitment's page.
    fn add_milestone(&mut self, row: &SheetRow, facts: Vec<(String, Value)>) {
        let Some(path) = self.commitment_file(row) else {
            self.fault(row, "", "no-page", &row.page);
            return;
        };
        let mut files = self.files.iter().map(|file| &file.document.file);
        let file = files.find(|file| file.path == path);
        let text = file.map(|file| file.written());
        let given = readings(row.number.as_deref().unwrap_or_default(), None);
        let number = given.iter().find_map(|text| text.parse::<i64>().ok());
        let is_empty = given.first().is_none_or(String::is_empty);
        if number.is_none() && !is_empty {
            self.fault(row, "", "number", &given[0]);
            return;
        }
        let pushed = self.edit(&path, text.as_deref()).and_then(|file| {
            let number = number.unwrap_or_else(|| next_number(&file.edit));
            let mut item = vec![(NUMBER, number.to_string())];
            item.extend((facts.iter()).map(|(name, value)| (name.as_str(), flow(value))));
            file.edit.push(MILESTONES, &item).ok().map(|()| number)
        });
        match pushed {
            Some(number) => {
                self.note_milestone(&path, row, &facts);
                self.tell_milestone(&path, number, row, &facts);
            }
            None => self.fault(row, "", "hand", &path),
        }
    }

    /// Notes the cells of the milestone that a file was given last.
    fn note_milestone(&mut self, path: &str, row: &SheetRow, facts: &[(String, Value)]) {
        let file = self.edits.get(path);
        let count = file.map_or(0, |file| file.edit.items(MILESTONES).len());
        let item = FactStep::Item(count.saturating_sub(1));
        for (name, _) in facts {
            let list = FactStep::Name(MILESTONES.to_owned());
            let fact = vec![list, item.clone(), FactStep::Name(name.clone())];
            self.note_cell(path, fact, row);
        }
    }

    /// Returns the file that a milestone belongs into.
    fn commitment_file(&self, row: &SheetRow) -> Option<String> {
        let of_page = self.files.iter().find(|file| {
            file.kind.kind == FolderKind::Commitment
                && file.name == row.page
                && file.lang.tag().eq_ignore_ascii_case(&row.language)
        });
        let key = (row.page.clone(), row.language.clone());
        let path = of_page.map(|file| file.document.file.path.clone());
        path.or_else(|| self.added.get(&key).cloned())
    }

    fn tell_milestone(
        &mut self,
        path: &str,
        number: i64,
        row: &SheetRow,
        facts: &[(String, Value)],
    ) {
        let told = facts.iter().map(|(name, value)| FactDifference {
            path: path.to_owned(),
            line: 0,
            number: number.to_string(),
            fact: name.clone(),
            before: String::new(),
            after: cell_of(value),
            row: row.place.clone(),
        });
        self.outcome.differences.extend(told);
    }

    fn into_outcome(mut self) -> TriedImport {
        let changed = self.edits.into_iter();
        let changed = changed.filter_map(|(path, file)| file.changed(path));
        self.outcome.pages = changed.collect();
        self.outcome
    }
}

/// Finds the row that a key means. A spreadsheet takes zeros from the beginning of what looks like a number.
fn find(sheet: &PortalSheet<'_>, row: &SheetRow) -> Option<usize> {
    let given = row.number.as_deref().map(|number| readings(number, None));
    let is_number = |own: &PortalRow<'_>| match (&own.number, &given) {
        (Some(own), Some(given)) => given.contains(own),
        (None, None) => true,
        _ => false,
    };
    let of = |is_page: &dyn Fn(&str) -> bool| {
        let mut all = sheet.rows.iter().enumerate().filter(|(_, own)| {
            is_page(&own.file.name) && is_number(own) && {
                own.is_about(&own.file.name, &row.language, own.number.as_deref())
            }
        });
        let first = all.next();
        first.filter(|_| all.next().is_none()).map(|(at, _)| at)
    };
    of(&|name| name == row.page)
        .or_else(|| of(&|name| name.eq_ignore_ascii_case(&row.page)))
        .or_else(|| of(&|name| is_same_number(name, &row.page)))
}

fn difference(
    own: &PortalRow<'_>,
    row: &SheetRow,
    cell: &FactCell,
    before: &str,
) -> FactDifference {
    let file = &own.file.document.file;
    let start = own.fact(&cell.name).map(|fact| fact.span.start);
    FactDifference {
        path: file.path.clone(),
        line: start.map_or(0, |at| file.text[..at].matches('\n').count() + 1),
        number: own.number.clone().unwrap_or_default(),
        fact: cell.name.clone(),
        before: before.to_owned(),
        after: cell.text.clone(),
        row: row.place.clone(),
    }
}

fn text_of(facts: &[(String, Value)], name: &str) -> Option<String> {
    let fact = facts.iter().find(|(own, _)| own == name);
    fact.and_then(|(_, value)| value.as_str().map(str::to_owned))
}

/// Returns a value as a new page is given it: texts as they are, all else as YAML.
fn cell_or_flow(value: &Value) -> String {
    value.as_str().map_or_else(|| flow(value), str::to_owned)
}

/// Returns the number after the largest.
fn next_number(edit: &FactEdit) -> i64 {
    let items = 0..edit.items(MILESTONES).len();
    let numbers = items.filter_map(|at| {
        let path = [
            FactStep::Name(MILESTONES.to_owned()),
            FactStep::Item(at),
            FactStep::Name(NUMBER.to_owned()),
        ];
        edit.at(&path)?.to_json().as_str()?.parse::<i64>().ok()
    });
    numbers.max().unwrap_or(0).saturating_add(1)
}
