//! What is said of rows: those that stand outside the table, and those that are not as the others. Nothing of the
//! file is left out without a message that names it.

use crate::data::fault::Unreadable;
use crate::data::locate::{self, Site};
use crate::data::reading::{Class, Reading};
use crate::data::rows::Row;
use crate::diag::{Code, Diagnostic, Place, codes};
use crate::model::dataset::Resource;
use std::collections::BTreeMap;
use std::path::Path;

/// What is odd about a row of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowNote {
    /// It lacks cells.
    Short,
    /// It has cells that no column has a name for.
    Long,
    /// A quotation mark stands where none should.
    StrayQuote,
}

/// Words of the rows outside the table that a message repeats, in characters.
const MOST_WORDS: usize = 400;
/// Line numbers that a message lists.
const MOST_LINES: usize = 10;

/// Rows of one kind.
#[derive(Debug, Default)]
struct Group {
    count: u64,
    first: Option<Site>,
    lines: Vec<u64>,
    words: String,
}

impl Group {
    fn add(&mut self, row: &Row, at: usize) {
        self.count += 1;
        if self.first.is_none() {
            self.first = Some(Site::new(row.line, row.start_of(at), row.cell(at).unwrap_or("")));
        }
        if self.lines.len() < MOST_LINES {
            self.lines.push(row.line);
        }
    }

    fn add_words(&mut self, row: &Row) {
        for cell in row.cells().map(str::trim).filter(|c| !c.is_empty()) {
            if self.words.chars().count() > MOST_WORDS {
                return;
            }
            if !self.words.is_empty() {
                self.words.push_str(" · ");
            }
            self.words.extend(cell.chars().take(MOST_WORDS));
        }
    }

    fn finding(self, code: &'static Code) -> Option<(Site, Diagnostic)> {
        let mut lines = self.lines.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
        if self.count > self.lines.len() as u64 {
            lines.push_str(", …");
        }
        let finding = Diagnostic::new(code).arg("count", self.count).arg("lines", lines).arg("words", self.words);
        Some((self.first?, finding))
    }
}

/// Everything noted of rows.
#[derive(Debug, Default)]
pub struct Notes {
    above: BTreeMap<u64, Group>,
    blank: Group,
    comment: Group,
    header: Group,
    below: Group,
    odd: BTreeMap<RowNote, Group>,
}

impl Notes {
    /// Notes a row outside the table, with its number in the file.
    pub fn set_aside(&mut self, class: Class, number: u64, row: &Row) {
        let group = match class {
            Class::Above if !row.is_blank() => self.above.entry(number).or_default(),
            Class::Above | Class::Blank => &mut self.blank,
            Class::Comment => &mut self.comment,
            Class::Header => &mut self.header,
            Class::Below => &mut self.below,
            Class::Data => return,
        };
        group.add(row, 0);
        group.add_words(row);
    }

    /// Notes an odd row of data; `at` is the cell to show.
    pub fn note(&mut self, note: RowNote, row: &Row, at: usize) {
        self.odd.entry(note).or_default().add(row, at);
    }

    /// The findings, with their sites.
    pub fn findings(self, reading: &Reading) -> Vec<(Site, Diagnostic)> {
        let mut titles = Group::default();
        // The header's own rows are in the names of the columns.
        for (number, group) in self.above {
            if !reading.header_rows.contains(&number) {
                titles.count += group.count;
                titles.first = titles.first.or(group.first);
                titles.lines.extend(group.lines);
                let separator = if titles.words.is_empty() { "" } else { " · " };
                titles.words.push_str(separator);
                titles.words.push_str(&group.words);
            }
        }
        let mut out: Vec<(Site, Diagnostic)> = [
            (titles, &codes::DATA_ROWS_ABOVE),
            (self.blank, &codes::DATA_BLANK_ROWS),
            (self.comment, &codes::DATA_COMMENTS),
            (self.header, &codes::DATA_HEADER_REPEATED),
            (self.below, &codes::DATA_ROWS_BELOW),
        ]
        .into_iter()
        .filter_map(|(group, code)| group.finding(code))
        .collect();
        for (note, group) in self.odd {
            out.extend(group.finding(match note {
                RowNote::Short => &codes::DATA_ROWS_SHORT,
                RowNote::Long => &codes::DATA_ROWS_LONG,
                RowNote::StrayQuote => &codes::DATA_STRAY_QUOTE,
            }));
        }
        out
    }
}

/// Gives the findings their places, with the line shown, by reading the file up to the last of them once more.
pub fn place(
    root: &Path,
    resource: &Resource,
    reading: &Reading,
    sited: Vec<(Site, Diagnostic)>,
    found: &mut Vec<Diagnostic>,
) -> Result<(), Unreadable> {
    if sited.is_empty() {
        return Ok(());
    }
    let (sites, findings): (Vec<Site>, Vec<Diagnostic>) = sited.into_iter().unzip();
    let line = |site: &Site| Place::line(&resource.path, usize::try_from(site.line).unwrap_or(usize::MAX));
    let places = match reading.stream.text(root, &resource.path)? {
        Some(text) => locate::places(text, &resource.path, &sites)?,
        None => sites.iter().map(line).collect(),
    };
    found.extend(findings.into_iter().zip(places).map(|(finding, place)| finding.at(place)));
    Ok(())
}
