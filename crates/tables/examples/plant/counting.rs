//! What is found of what was planted, and of what was not.

use crate::corpus::{self, PLANTINGS, PlantedColumn};
use crate::values::Dice;
use std::collections::BTreeMap;
use std::path::Path;
use tragaluz_tables::privacy::{
    CellStart, ColumnScan, ColumnVerdict, DeclaredContacts, FieldHint, scan, settle_beside,
};

/// Values planted and found, by kind.
#[derive(Default)]
pub(crate) struct Figures {
    /// In tables: planted, found. In sentences: planted, found.
    pub(crate) by_kind: BTreeMap<&'static str, [u64; 4]>,
    /// What was not found, or of another kind.
    pub(crate) lost: Vec<String>,
}

impl Figures {
    /// Plants so many values of each kind in tables, and as many in sentences.
    pub(crate) fn planted(values: u64) -> Figures {
        let mut figures = Figures::default();
        for (seed, one) in (0..).zip(PLANTINGS) {
            let mut dice = Dice::new(seed);
            for table in corpus::tables(one, values, &mut dice) {
                figures.take_table(&table);
            }
            for sentence in corpus::sentences(one, values, &mut dice) {
                let found = scan(
                    &sentence.text,
                    FieldHint::default(),
                    &DeclaredContacts::default(),
                );
                let holds = found.iter().any(|part| {
                    is_same(part.kind.id, sentence.kind)
                        && part.span.start <= sentence.span.start
                        && sentence.span.end <= part.span.end
                });
                let counts = figures.by_kind.entry(sentence.kind).or_default();
                counts[2] += 1;
                counts[3] += u64::from(holds);
                if !holds {
                    figures
                        .lost
                        .push(format!("{}: {}", sentence.kind, sentence.text));
                }
            }
        }
        figures
    }

    fn take_table(&mut self, table: &[PlantedColumn]) {
        for (column, verdict) in table.iter().zip(verdicts(table)) {
            for one in &verdict.counts {
                if column
                    .planted
                    .is_none_or(|(kind, _)| !is_same(one.kind.id, kind))
                {
                    self.lost.push(format!(
                        "{} in `{}`: {:?}",
                        one.kind.id,
                        column.header,
                        column.cells.get(one.first.line as usize)
                    ));
                }
            }
            let Some((kind, planted)) = column.planted else {
                continue;
            };
            let cells: u64 = verdict
                .counts
                .iter()
                .filter(|one| is_same(one.kind.id, kind))
                .map(|one| one.cells)
                .sum();
            let counts = self.by_kind.entry(kind).or_default();
            counts[0] += planted;
            counts[1] += cells;
            if cells < planted {
                self.lost.push(format!(
                    "{kind} in `{}`: {cells} of {planted}, {:?}",
                    column.header,
                    &column.cells[..20]
                ));
            }
        }
    }

    pub(crate) fn print(&self) {
        println!("| kind | in tables | found | in sentences | found |\n|---|---|---|---|---|");
        for (kind, [tables, in_tables, sentences, in_sentences]) in &self.by_kind {
            println!("| {kind} | {tables} | {in_tables} | {sentences} | {in_sentences} |");
        }
        let sum: u64 = self
            .by_kind
            .values()
            .map(|counts| counts[0] + counts[2])
            .sum();
        println!("\n{sum} values; not as planted: {}", self.lost.len());
        for kind in self.by_kind.keys() {
            let own = self.lost.iter().filter(|lost| lost.starts_with(kind));
            own.take(12).for_each(|lost| println!("  {lost}"));
        }
    }
}

/// Whether what was found is what was planted. Countries that give numbers of one form and one check share them.
fn is_same(found: &str, planted: &str) -> bool {
    let is_national = |kind: &str| kind.as_bytes().get(2) == Some(&b'-') && kind != "ip-address";
    found == planted || is_national(found) && is_national(planted)
}

/// Returns what is found in the columns of a table.
fn verdicts(table: &[PlantedColumn]) -> Vec<ColumnVerdict> {
    let scanned = |column: &PlantedColumn| {
        let mut scan = ColumnScan::new(FieldHint::of(&column.header), DeclaredContacts::default());
        for (line, cell) in (0..).zip(&column.cells) {
            scan.take(cell, || CellStart { line, start: 0 });
        }
        scan.finish()
    };
    let mut verdicts: Vec<ColumnVerdict> = table.iter().map(scanned).collect();
    settle_beside(&mut verdicts);
    verdicts
}

/// Returns what is found in so many cells in which there is nothing: the column, the kind, and how often.
pub(crate) fn found_in_harmless(cells: u64) -> Vec<String> {
    let columns = corpus::harmless_columns(cells, &mut Dice::new(7));
    let mut found = Vec::new();
    for (column, verdict) in columns.iter().zip(verdicts(&columns)) {
        for one in &verdict.counts {
            found.push(format!(
                "{} of {} in `{}`: {}, {:?}",
                one.cells,
                column.cells.len(),
                column.header,
                one.kind.id,
                column.cells.get(one.first.line as usize)
            ));
        }
    }
    found
}

/// What is found in files that are there.
pub(crate) struct Folder {
    shows: bool,
    cells: u64,
    lines: u64,
    /// By kind: cells, lines.
    found: BTreeMap<String, [u64; 2]>,
}

impl Folder {
    pub(crate) fn new(shows: bool) -> Folder {
        Folder {
            shows,
            cells: 0,
            lines: 0,
            found: BTreeMap::new(),
        }
    }

    pub(crate) fn look_through(&mut self, path: &Path) {
        if path.is_dir() {
            let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
            let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
            paths.sort();
            paths.iter().for_each(|path| self.look_through(path));
            return;
        }
        let Ok(bytes) = std::fs::read(path) else {
            return;
        };
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(odd) => odd
                .into_bytes()
                .iter()
                .map(|byte| char::from(*byte))
                .collect(),
        };
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default();
        if ["csv", "tsv", "psv", "ssv"].contains(&ending) {
            self.look_through_table(path, &text);
        } else if !["xlsx", "xls", "ods", "zip", "gz", "png", "pdf"].contains(&ending) {
            for line in text.lines() {
                self.lines += 1;
                for part in scan(line, FieldHint::default(), &DeclaredContacts::default()) {
                    self.count(1, 1, &part.kind, || {
                        format!("{}: {}", path.display(), &line[part.span.clone()])
                    });
                }
            }
        }
    }

    fn look_through_table(&mut self, path: &Path, text: &str) {
        let first = text.lines().next().unwrap_or_default();
        let delimiters = [b',', b';', b'\t', b'|', b' '];
        let count = |sign: &u8| {
            (
                first.bytes().filter(|byte| byte == sign).count(),
                u8::MAX - sign,
            )
        };
        let delimiter = delimiters
            .into_iter()
            .max_by_key(|sign| if *sign == b' ' { (0, 0) } else { count(sign) })
            .unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut columns: Vec<PlantedColumn> = Vec::new();
        for (row, record) in reader.byte_records().flatten().enumerate() {
            for (at, cell) in record.iter().enumerate() {
                let cell = String::from_utf8_lossy(cell).into_owned();
                if columns.len() <= at {
                    columns.push(PlantedColumn {
                        header: String::new(),
                        cells: Vec::new(),
                        planted: None,
                    });
                }
                if row == 0 {
                    columns[at].header = cell;
                } else {
                    self.cells += 1;
                    columns[at].cells.push(cell);
                }
            }
        }
        for (column, verdict) in columns.iter().zip(verdicts(&columns)) {
            for one in &verdict.counts {
                self.count(0, one.cells, &one.kind, || {
                    format!(
                        "{} `{}`: {:?}",
                        path.display(),
                        column.header,
                        column.cells.get(one.first.line as usize)
                    )
                });
            }
        }
    }

    fn count(
        &mut self,
        at: usize,
        count: u64,
        kind: &tragaluz_tables::privacy::PersonalKind,
        what: impl FnOnce() -> String,
    ) {
        self.found
            .entry(format!("{} {:?}", kind.id, kind.certainty))
            .or_default()[at] += count;
        if self.shows {
            println!("{} {:?} {count} {}", kind.id, kind.certainty, what());
        }
    }

    pub(crate) fn print(&self) {
        println!("{} cells, {} lines", self.cells, self.lines);
        for (kind, [cells, lines]) in &self.found {
            println!("| {kind} | {cells} | {lines} |");
        }
    }
}
