//! Numbers in sentences that are in the data, and lead nowhere yet: the link that would lead there.
//!
//! Only what is likely to be meant is suggested: a number that one cell of the datasets of its page holds, and no other; or of
//! several such cells the one whose row the sentence names best ("Nuevo León", "Transparencia proactiva"). The link has to lead
//! to that cell. Years, small whole numbers, and what is a link, a heading or code already are passed over.

use super::gathered::number_of;
use super::lookup::{self, is_in_hundredths};
use super::prose::{self, ProseNumber};
use super::query::FigureQuery;
use super::scheme::SCHEME;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::Portal;
use crate::model::head::Head;
use crate::text::fold::fold;
use crate::text::lang::Lang;
use crate::text::number::NumberSeparators;
use crate::text::web::encode_where;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;
use tragaluz_tables::rows::Row;
use tragaluz_tables::{Table, Tables};

/// Numbers of one portal that are looked for, at most.
const MOST: usize = 5_000;

/// Longest cell that a link names a row by.
const LONGEST_CELL: usize = 80;

/// Columns that a link names a row by, at most, where the table has no key.
const MOST_CONDITIONS: usize = 5;

/// Cells that hold one number, at most: past that, a number says too little to be traced.
const MOST_CELLS: usize = 64;

/// A number that is looked for in the data of its page.
struct UnlinkedNumber<'p> {
    number: ProseNumber,
    datasets: BTreeSet<&'p str>,
    place: Place,
    /// The line that it is in, and the section, folded for comparison.
    line: String,
    section: Arc<str>,
    /// How many cells hold it.
    cells: usize,
    /// Of them the one whose row is named best.
    best: Option<HoldingCell>,
    /// Whether another one's is named as well.
    is_tied: bool,
}

/// How well the words around a number name a row: how many of its cells are in the same line, and in the same section.
type NamingScore = [usize; 2];

/// A cell with a number, and the links that may lead to it, the shortest first.
struct HoldingCell {
    dataset: String,
    row: u64,
    column: String,
    file: String,
    links: Vec<String>,
    score: NamingScore,
}

/// Suggests links for numbers in texts: a note for each.
pub(super) fn suggest(
    portal: &Portal,
    tables: &Tables,
    separators: &BTreeMap<&Lang, NumberSeparators>,
    sink: &mut Sink,
) {
    let mut sought = Vec::new();
    for head in portal.heads() {
        take(head, portal, separators, &mut sought);
    }
    sought.truncate(MOST);
    for table in &tables.tables {
        let here = sought
            .iter()
            .any(|one| one.datasets.contains(&*table.dataset));
        if here && !table.is_register() {
            look(table, &mut sought);
        }
    }
    let found: Vec<(&UnlinkedNumber<'_>, &HoldingCell)> = sought
        .iter()
        .filter_map(|one| Some((one, one.meant()?)))
        .collect();
    let links = found.iter().flat_map(|(_, cell)| &cell.links);
    let asked: BTreeMap<&str, _> = links
        .map(|link| (link.as_str(), FigureQuery::read(link)))
        .collect();
    let answers = lookup::answers(&asked, portal, tables);
    for (number, cell) in found {
        let leads = |link: &&String| {
            let answer = answers.get(link.as_str());
            let value = answer.and_then(|answer| answer.as_ref().ok());
            value.is_some_and(|value| value.place.row == Some(cell.row))
        };
        if let Some(link) = cell.links.iter().find(leads) {
            sink.push(number.told(cell, link));
        }
    }
}

/// Takes in the numbers of a page's texts, where it has datasets.
fn take<'p>(
    head: &Head,
    portal: &'p Portal,
    separators: &BTreeMap<&Lang, NumberSeparators>,
    sought: &mut Vec<UnlinkedNumber<'p>>,
) {
    let datasets = datasets_of(head, portal);
    if datasets.is_empty() {
        return;
    }
    for (lang, body) in &head.body {
        let own = separators.get(lang).cloned().unwrap_or_default();
        for section in &body.sections {
            let start = section.span.start;
            let text: Arc<str> = fold(&section.markdown).into();
            for number in prose::numbers(&section.markdown, &own) {
                let span = start + number.span.start..start + number.span.end;
                let line = fold(line_around(&section.markdown, &number.span));
                sought.push(UnlinkedNumber {
                    number,
                    datasets: datasets.clone(),
                    place: head.place(lang, span),
                    line,
                    section: text.clone(),
                    cells: 0,
                    best: None,
                    is_tied: false,
                });
            }
        }
    }
}

/// Returns the datasets that a page is about: itself, those that it names or that are shown in its texts.
fn datasets_of<'p>(head: &Head, portal: &'p Portal) -> BTreeSet<&'p str> {
    let file = &head.file.path;
    let commitments = portal.commitments.iter();
    let of_commitments = commitments.filter(|c| c.head.file.path == *file);
    let mut named: Vec<&str> = of_commitments
        .flat_map(|c| &c.datasets)
        .map(|id| id.value.as_str())
        .collect();
    let initiatives = portal.initiatives.iter();
    let of_initiatives = initiatives.filter(|i| i.head.file.path == *file);
    named.extend(
        of_initiatives
            .flat_map(|i| &i.datasets)
            .map(|id| id.value.as_str()),
    );
    let texts = || head.body.values().flat_map(|body| &body.sections);
    let is_shown = |id: &str| {
        let marks = [
            format!("{SCHEME}{id}/"),
            format!("datasets/{id}/"),
            format!("data: {id}\n"),
            format!("data: {id}/"),
        ];
        texts().any(|section| marks.iter().any(|mark| section.markdown.contains(mark)))
    };
    let ids = portal.datasets.iter().filter(|dataset| {
        let id = dataset.head.id.as_str();
        dataset.head.file.path == *file || named.contains(&id) || is_shown(id)
    });
    ids.map(|dataset| dataset.head.id.as_str()).collect()
}

/// Reads a table once, and notes which of its cells hold the numbers. What cannot be read again holds none: that is told
/// elsewhere.
fn look(table: &Table, sought: &mut [UnlinkedNumber<'_>]) {
    let mut by_value: BTreeMap<Decimal, Vec<usize>> = BTreeMap::new();
    for (at, one) in sought.iter().enumerate() {
        if one.datasets.contains(&*table.dataset) {
            for value in one.number.spoken.values() {
                by_value.entry(value).or_default().push(at);
            }
        }
    }
    let Ok(mut records) = table.records() else {
        return;
    };
    let (mut number, mut scratch) = (0, String::new());
    while let Ok(Some(row)) = records.next_row() {
        for (at, column) in table.columns.iter().enumerate() {
            let cell = row.cell(at).unwrap_or_default();
            let value = number_of(column, cell, &mut scratch);
            let Some(value) = value.filter(|_| !column.is_missing(cell)) else {
                continue;
            };
            // Rounding moves a number by half of its last digit, which is 1 at most.
            let half = Decimal::new(5, 1);
            let (Some(least), Some(most)) = (value.checked_sub(half), value.checked_add(half))
            else {
                continue;
            };
            let near = by_value.range(least..=most).flat_map(|(_, all)| all);
            for one in near {
                let one = &mut sought[*one];
                if one.number.spoken.says(value, is_in_hundredths(column)) {
                    one.hold(table, at, (number, row));
                }
            }
        }
        number += 1;
    }
}

/// Returns the line of a text that a place is in.
fn line_around<'t>(text: &'t str, place: &Range<usize>) -> &'t str {
    let start = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[place.end..].find('\n');
    &text[start..end.map_or(text.len(), |at| place.end + at)]
}

impl UnlinkedNumber<'_> {
    /// Takes in a cell that holds the number.
    fn hold(&mut self, table: &Table, column: usize, row: (u64, &Row)) {
        self.cells += 1;
        if self.cells > MOST_CELLS {
            return;
        }
        let score = self.score(table, column, row.1);
        let best = self.best.as_ref().map(|best| best.score);
        if best.is_none_or(|best| score > best) {
            self.best = Some(HoldingCell {
                score,
                ..HoldingCell::of(table, column, row)
            });
            self.is_tied = false;
        } else if best == Some(score) {
            self.is_tied = true;
        }
    }

    /// Counts the cells of a row that the words around the number name.
    fn score(&self, table: &Table, column: usize, row: &Row) -> NamingScore {
        let others = (0..table.columns.len()).filter(|at| *at != column);
        let names: Vec<String> = others
            .filter_map(|at| row.cell(at))
            .filter(|cell| cell.len() > 1 && cell.len() <= LONGEST_CELL)
            .map(fold)
            .collect();
        let named = |text: &str| names.iter().filter(|name| text.contains(&***name)).count();
        [named(&self.line), named(&self.section)]
    }

    /// Returns the cell that is likely to be meant: the only one, or the one whose row is named best.
    fn meant(&self) -> Option<&HoldingCell> {
        let best = self.best.as_ref()?;
        let is_named = best.score[0] > 0 && !self.is_tied && self.cells <= MOST_CELLS;
        (self.cells == 1 || is_named).then_some(best)
    }
}

impl HoldingCell {
    fn of(table: &Table, column: usize, (number, row): (u64, &Row)) -> HoldingCell {
        let is_key = |name: &String| table.primary_key.contains(name);
        let chosen = |is_chosen: &dyn Fn(usize) -> bool| {
            let columns = 0..table.columns.len();
            let all = columns.filter(|at| *at != column && is_chosen(*at));
            link(table, column, row, all)
        };
        let links = if table.primary_key.is_empty() {
            let is_text = |at: usize| !table.columns[at].kind.is_numeric();
            vec![chosen(&is_text), chosen(&|_| true)]
        } else {
            vec![chosen(&|at| is_key(&table.columns[at].name))]
        };
        HoldingCell {
            dataset: table.dataset.clone(),
            row: number,
            column: table.columns[column].name.clone(),
            file: table.received.path.clone(),
            links: links.into_iter().flatten().collect(),
            score: [0, 0],
        }
    }
}

/// Returns a link to a cell by other cells of its row; none where one of them is too long.
fn link(
    table: &Table,
    column: usize,
    row: &Row,
    conditions: impl Iterator<Item = usize>,
) -> Option<String> {
    let mut parts = Vec::new();
    for at in conditions {
        let cell = row.cell(at).unwrap_or_default().trim();
        if cell.is_empty() || parts.len() == MOST_CONDITIONS {
            continue;
        }
        if cell.len() > LONGEST_CELL {
            return None;
        }
        let name = encoded(&table.columns[at].name);
        parts.push(format!("{name}={}", encoded(cell)));
    }
    let [dataset, resource, name] =
        [&table.dataset, &table.resource, &table.columns[column].name].map(|name| encoded(name));
    let query = if parts.is_empty() { "" } else { "?" };
    Some(format!(
        "{SCHEME}{dataset}/{resource}/{name}{query}{}",
        parts.join("&")
    ))
}

/// Returns a name or value as a link between `<` and `>` may hold it.
fn encoded(text: &str) -> String {
    encode_where(text, |c| c.is_control() || "%&=?/#<>\\()+".contains(c))
}

impl UnlinkedNumber<'_> {
    fn told(&self, cell: &HoldingCell, link: &str) -> Diagnostic {
        let words = &self.number.words;
        Diagnostic::new(&codes::FIGURE_SUGGESTED)
            .at(self.place.clone())
            .arg("words", words)
            .arg("link", format!("[{words}](<{link}>)"))
            .arg("dataset", &cell.dataset)
            .arg("file", &cell.file)
            .arg("column", &cell.column)
            .arg("row", usize::try_from(cell.row + 1).unwrap_or(usize::MAX))
    }
}
