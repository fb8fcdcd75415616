//! Every place of a copy that has a figure: sentences of its pages, cells of its tables as they are now, and of every version.

use super::asked_copy::AskedCopy;
use super::chain::chains;
use super::copy_reader::read_within;
use super::file_changes::NamedCell;
use super::nearest::tables;
use super::row_links::RowLinks;
use super::sentences::{self, FigureSentence, PageSearch};
use super::table_chain::TableVersion;
use crate::diag::{Diagnostic, Fatal};
use crate::figures::SpokenNumber;
use crate::source::disk::{Disk, LocalDisk};
use crate::text::number::NumberSeparators;
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Read;

/// Most bytes of a dataset's description.
const MOST_OF_DESCRIPTION: u64 = 16 << 20;

/// A figure that is looked for, and where.
#[derive(Debug, Clone)]
pub struct FigureQuestion {
    /// The figure, as somebody wrote it.
    pub figure: String,
    /// The page or dataset in which it is looked for; everywhere where none is named.
    pub within: Option<String>,
}

/// A place that has a figure.
#[derive(Debug, Serialize)]
#[serde(tag = "place", rename_all = "kebab-case")]
pub enum FigurePlaceFound {
    /// A sentence of a page.
    Sentence(FigureSentence),
    /// A cell of a table.
    Cell(FigureCell),
}

/// A cell that has a figure.
#[derive(Debug, Clone, Serialize)]
pub struct FigureCell {
    /// The dataset's name.
    pub dataset: String,
    /// The table's name.
    pub table: String,
    /// Whether it is offered now.
    pub now: bool,
    /// The version that has it.
    pub version: Option<u32>,
    /// The day of that version.
    pub date: Option<String>,
    /// The row, from 1.
    pub row: u64,
    /// What tells the row.
    pub key: Vec<NamedCell>,
    /// The column.
    pub column: String,
    /// The cell.
    pub value: String,
    /// The page that shows it, with its anchor where there is one.
    pub link: Option<String>,
}

/// Receives each place.
pub(super) type EachPlace<'e> = &'e mut dyn FnMut(&FigurePlaceFound) -> Result<(), Fatal>;

/// A figure that is being looked for.
pub(super) struct SoughtNumber<'a> {
    pub(super) asked: AskedCopy<'a>,
    pub(super) number: SpokenNumber,
    pub(super) within: Option<&'a str>,
}

impl SoughtNumber<'_> {
    /// Finds every place, and returns what is wrong with versions on the way.
    ///
    /// # Errors
    /// When the disk refuses, and those of `each`.
    pub(super) fn find(&self, each: EachPlace<'_>) -> Result<Vec<Diagnostic>, Fatal> {
        let pages = PageSearch {
            asked: self.asked,
            number: self.number,
            within: self.within,
        };
        sentences::find(&pages, &mut |found| {
            each(&FigurePlaceFound::Sentence(found))
        })?;
        for path in tables(self.asked) {
            self.find_now(path, each)?;
        }
        self.find_in_versions(each)
    }

    /// Returns whether a dataset is looked through.
    fn has_dataset(&self, dataset: &str) -> bool {
        self.within.is_none_or(|within| within == dataset)
    }

    fn find_now(&self, path: &str, each: EachPlace<'_>) -> Result<(), Fatal> {
        let Some((dataset, file)) = path.trim_start_matches("datasets/").split_once('/') else {
            return Ok(());
        };
        let table = file.trim_end_matches(".csv");
        if !self.has_dataset(dataset) {
            return Ok(());
        }
        let Ok(rows) = self.asked.copy.open(path) else {
            return Ok(());
        };
        let mut ledgers = self.asked.ledgers.iter();
        let ledger = ledgers.find(|one| one.name() == dataset);
        let newest = ledger.and_then(|one| one.ledger.latest_of(table));
        let sum = self.asked.sums.of(path);
        let same = newest.filter(|(_, released)| sum == Some(&released.sha256));
        let mut scan = TableScan {
            sought: self,
            dataset,
            table,
            now: true,
            version: same.map(|(release, _)| release.version),
            date: same.map(|(release, _)| release.date.clone()),
            key: newest.map_or(&[][..], |(_, released)| &released.key),
            hundredths: hundredths(self.asked, dataset, table),
            links: RowLinks::of(self.asked, dataset, table),
        };
        scan.read(rows, each)
    }

    fn find_in_versions(&self, each: EachPlace<'_>) -> Result<Vec<Diagnostic>, Fatal> {
        let mut faults = Vec::new();
        for dataset in self.asked.ledgers {
            if !self.has_dataset(dataset.name()) {
                continue;
            }
            for chain in chains(self.asked.copy, self.asked.sums, dataset) {
                let found = chain.follow(&mut |version, rows| {
                    let offered = format!("{}{}.csv", dataset.folder, version.table.name);
                    if self.asked.sums.of(&offered) == Some(&version.table.sha256) {
                        return Ok(());
                    }
                    let rows = LocalDisk.open(rows).map_err(Fatal::io("reading", rows))?;
                    let releases = dataset.ledger.releases();
                    let day = releases.get(version.version as usize - 1);
                    self.scan_version(dataset.name(), version, day.map(|one| &*one.date))
                        .read(rows, each)
                })?;
                faults.extend(found);
            }
        }
        Ok(faults)
    }

    fn scan_version<'s>(
        &'s self,
        dataset: &'s str,
        version: TableVersion<'s>,
        date: Option<&str>,
    ) -> TableScan<'s> {
        TableScan {
            sought: self,
            dataset,
            table: &version.table.name,
            now: false,
            version: Some(version.version),
            date: date.map(str::to_owned),
            key: &version.table.key,
            hundredths: hundredths(self.asked, dataset, &version.table.name),
            links: None,
        }
    }
}

/// A table that is being looked through.
struct TableScan<'s> {
    sought: &'s SoughtNumber<'s>,
    dataset: &'s str,
    table: &'s str,
    now: bool,
    version: Option<u32>,
    date: Option<String>,
    key: &'s [String],
    /// Columns whose unit is the hundredth.
    hundredths: BTreeSet<String>,
    links: Option<RowLinks<'s>>,
}

impl TableScan<'_> {
    /// Reads a table row by row. What cannot be read as one has no rows: that is told elsewhere.
    fn read(&mut self, rows: Box<dyn Read>, each: EachPlace<'_>) -> Result<(), Fatal> {
        let mut rows = csv::ReaderBuilder::new()
            .buffer_capacity(64 << 10)
            .from_reader(rows);
        let Ok(names) = rows.headers().cloned() else {
            return Ok(());
        };
        let is_percent: Vec<bool> = names.iter().map(|n| self.hundredths.contains(n)).collect();
        let separators = NumberSeparators::default();
        let (mut row, mut number) = (csv::StringRecord::new(), 0);
        while rows.read_record(&mut row).unwrap_or(false) {
            number += 1;
            for (at, cell) in row.iter().enumerate() {
                let is_percent = is_percent.get(at).copied().unwrap_or(false);
                let said = SpokenNumber::of_cell(cell, &separators);
                if said.is_some_and(|said| self.sought.number.means(said, is_percent)) {
                    let found = self.found(&names, &row, number, at);
                    each(&FigurePlaceFound::Cell(found))?;
                }
            }
        }
        Ok(())
    }

    fn found(
        &mut self,
        names: &csv::StringRecord,
        row: &csv::StringRecord,
        number: u64,
        at: usize,
    ) -> FigureCell {
        let cells = names.iter().zip(row);
        let telling = cells.enumerate().filter(|(place, (name, _))| {
            let is_key = self.key.iter().any(|key| key == name);
            is_key || self.key.is_empty() && *place == 0
        });
        let key = telling.map(|(_, (name, cell))| NamedCell {
            column: name.to_owned(),
            value: cell.to_owned(),
        });
        FigureCell {
            key: key.collect(),
            dataset: self.dataset.to_owned(),
            table: self.table.to_owned(),
            now: self.now,
            version: self.version,
            date: self.date.clone(),
            row: number,
            column: names.get(at).unwrap_or_default().to_owned(),
            value: row.get(at).unwrap_or_default().to_owned(),
            link: self.links.as_mut().map(|links| links.of_row(number)),
        }
    }
}

/// Returns the columns of a table whose unit is the hundredth, as its description says.
fn hundredths(asked: AskedCopy<'_>, dataset: &str, table: &str) -> BTreeSet<String> {
    let path = format!("datasets/{dataset}/datapackage.json");
    let read = read_within(asked.copy, &path, MOST_OF_DESCRIPTION).ok();
    let told: Option<serde_json::Value> =
        read.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let told = told.unwrap_or_default();
    let resources = told["resources"].as_array().into_iter().flatten();
    let own = resources.filter(|one| {
        let path = one["path"].as_str().unwrap_or_default();
        path == format!("{table}.csv")
    });
    let fields = own.flat_map(|one| one["schema"]["fields"].as_array().into_iter().flatten());
    let in_hundredths = fields.filter(|field| {
        let unit = field["unit"].as_str().unwrap_or_default();
        crate::figures::is_hundredth(unit)
    });
    in_hundredths
        .filter_map(|field| field["name"].as_str().map(str::to_owned))
        .collect()
}
