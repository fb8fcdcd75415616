//! A dataset's ledger: a line of JSON for each release, chained by hash.

use crate::diag::Fatal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tragaluz_changes::ChangeCounts;

/// Why a version was released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseReason {
    /// New data came when they were due.
    Scheduled,
    /// Something was wrong.
    Correction,
    /// Data are gathered or computed otherwise.
    Method,
    /// Something may not be published.
    Takedown,
}

impl ReleaseReason {
    /// Every reason.
    pub const ALL: [ReleaseReason; 4] = [
        ReleaseReason::Scheduled,
        ReleaseReason::Correction,
        ReleaseReason::Method,
        ReleaseReason::Takedown,
    ];

    /// Returns its name in ledgers and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            ReleaseReason::Scheduled => "scheduled",
            ReleaseReason::Correction => "correction",
            ReleaseReason::Method => "method",
            ReleaseReason::Takedown => "takedown",
        }
    }

    /// Returns the reason of this name.
    pub fn of(id: &str) -> Option<ReleaseReason> {
        ReleaseReason::ALL.into_iter().find(|r| r.id() == id)
    }
}

/// How a table of a version is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableForm {
    /// All its rows.
    Whole,
    /// What changed since the version before that has it.
    Delta,
    /// Nothing, as it is the table of the version before.
    Same,
}

/// A table of a version. Of what it says only sums of the whole are told: the hash of a cell could be guessed back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleasedTable {
    /// The resource's name.
    pub name: String,
    /// How it is kept.
    pub form: TableForm,
    /// Names of its columns.
    pub columns: Vec<String>,
    /// Columns by which its rows are known; none where all their cells are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key: Vec<String>,
    /// Its rows.
    pub rows: u64,
    /// Size of the CSV file, in bytes.
    pub bytes: u64,
    /// SHA-256 of the CSV file, in hexadecimal.
    pub sha256: String,
    /// How much changed; none of a table that is kept whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<ChangeCounts>,
    /// Whether all its rows are kept too, beside what changed, so that later versions are made of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub base: bool,
    /// The version that took something out of it; none of a table that is as it was released. Lines do not say it: it is
    /// told by the `rewritten` of that version.
    #[serde(skip)]
    pub rewritten_by: Option<u32>,
}

impl ReleasedTable {
    /// Returns whether all its rows are kept in a file.
    pub(crate) fn is_whole(&self) -> bool {
        self.base || self.form == TableForm::Whole
    }
}

/// A table of an earlier version out of which a takedown took something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RewrittenTable {
    /// The number of that version.
    pub version: u32,
    /// SHA-256 of the table's CSV file until then, in hexadecimal.
    pub replaces: String,
    /// Rows that were removed.
    pub rows_removed: u64,
    /// Cells that were emptied.
    pub cells_emptied: u64,
    /// The table as it is since.
    pub table: ReleasedTable,
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Its number, from 1.
    pub version: u32,
    /// Its day, as `YYYY-MM-DD`.
    pub date: String,
    /// Why it was made.
    pub reason: ReleaseReason,
    /// What its publisher says of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Its tables, in the order of their names.
    pub tables: Vec<ReleasedTable>,
    /// Tables of earlier versions out of which it took something, by version and name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewritten: Vec<RewrittenTable>,
    /// SHA-256 of the line before, without the end of that line; none in the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
}

impl Release {
    /// Returns its table of this name.
    pub fn table(&self, name: &str) -> Option<&ReleasedTable> {
        self.tables.iter().find(|table| table.name == name)
    }
}

/// What is wrong with a ledger, and in which line, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LedgerFault {
    /// The line.
    pub line: usize,
    /// What is wrong with it.
    pub kind: LedgerFaultKind,
}

/// A kind of fault of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerFaultKind {
    /// The line is no release.
    NotARelease,
    /// Its number does not follow, or its day is before that of the line above.
    OutOfOrder,
    /// The line above it is not the one that it was written after.
    BrokenChain,
    /// It says that it rewrote a table which no version above has, or not with that sum.
    RewritesNothing,
}

impl LedgerFaultKind {
    /// Returns its name, by which messages choose their words.
    pub fn id(self) -> &'static str {
        match self {
            LedgerFaultKind::NotARelease => "not-a-release",
            LedgerFaultKind::OutOfOrder => "out-of-order",
            LedgerFaultKind::BrokenChain => "broken-chain",
            LedgerFaultKind::RewritesNothing => "rewrites-nothing",
        }
    }
}

/// The releases of a dataset.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ledger {
    /// Each line, without its end.
    lines: Vec<String>,
    /// What the lines say, with the tables that a takedown rewrote as they are since.
    releases: Vec<Release>,
    /// Tables as they were before they were rewritten.
    superseded: Vec<SupersededTable>,
}

/// A table as it was before a takedown rewrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SupersededTable {
    /// The version that has it.
    pub(crate) version: u32,
    /// What it was.
    pub(crate) table: ReleasedTable,
}

impl Ledger {
    /// The file's name.
    pub(crate) const FILE: &str = "releases.jsonl";

    /// Returns a dataset's ledger from the portal's root, with `/`.
    pub(crate) fn path(dataset: &str) -> String {
        format!("data/{dataset}/{}", Ledger::FILE)
    }

    /// Reads a ledger, and holds each line against the one before it.
    pub(crate) fn parse(text: &str) -> Result<Ledger, LedgerFault> {
        let mut ledger = Ledger::default();
        for line in text.trim_start_matches('\u{feff}').lines() {
            // Programs that copy files between systems may give lines other ends.
            let line = line.trim_end();
            let number = ledger.lines.len() + 1;
            let fault = |kind| LedgerFault { line: number, kind };
            let release: Release =
                serde_json::from_str(line).map_err(|_| fault(LedgerFaultKind::NotARelease))?;
            ledger.follows(&release).map_err(fault)?;
            ledger.rewrite(&release).map_err(fault)?;
            ledger.releases.push(release);
            ledger.lines.push(line.to_owned());
        }
        Ok(ledger)
    }

    /// Puts the tables that a release rewrote in the place of those that they replace.
    fn rewrite(&mut self, release: &Release) -> Result<(), LedgerFaultKind> {
        for rewritten in &release.rewritten {
            let RewrittenTable { version, table, .. } = rewritten;
            let of_version = self.releases.iter_mut().find(|r| r.version == *version);
            let mut tables = of_version.into_iter().flat_map(|r| &mut r.tables);
            let replaced = tables.find(|t| t.name == table.name && t.sha256 == rewritten.replaces);
            let replaced = replaced.ok_or(LedgerFaultKind::RewritesNothing)?;
            let table = ReleasedTable {
                rewritten_by: Some(release.version),
                ..table.clone()
            };
            self.superseded.push(SupersededTable {
                version: *version,
                table: std::mem::replace(replaced, table),
            });
        }
        Ok(())
    }

    /// Returns the tables that were rewritten, as they were before, in the order in which that was done.
    pub(crate) fn superseded(&self) -> &[SupersededTable] {
        &self.superseded
    }

    /// Holds a release against the last one.
    fn follows(&self, release: &Release) -> Result<(), LedgerFaultKind> {
        if release.previous != self.lines.last().map(|line| sha256(line)) {
            return Err(LedgerFaultKind::BrokenChain);
        }
        let is_next = release.version as usize == self.releases.len() + 1;
        let is_later = self.latest().is_none_or(|last| last.date <= release.date);
        if is_next && is_later {
            Ok(())
        } else {
            Err(LedgerFaultKind::OutOfOrder)
        }
    }

    /// Returns all releases, the first one first.
    pub(crate) fn releases(&self) -> &[Release] {
        &self.releases
    }

    /// Returns the names of all tables that any version has.
    pub(crate) fn table_names(&self) -> BTreeSet<&str> {
        let tables = self.releases.iter().flat_map(|release| &release.tables);
        tables.map(|table| table.name.as_str()).collect()
    }

    /// Returns the release of this number.
    pub(crate) fn release(&self, version: u32) -> Option<&Release> {
        self.releases.iter().find(|one| one.version == version)
    }

    /// Returns the last release.
    pub(crate) fn latest(&self) -> Option<&Release> {
        self.releases.last()
    }

    /// Returns the last release that has a table of this name, and that table.
    pub(crate) fn latest_of(&self, table: &str) -> Option<(&Release, &ReleasedTable)> {
        let mut newest_first = self.releases.iter().rev();
        newest_first.find_map(|release| Some((release, release.table(table)?)))
    }

    /// Returns of how many deltas the last version of a table is made, after one that is kept whole.
    pub(crate) fn deltas_of(&self, table: &str) -> usize {
        let newest_first = self.releases.iter().rev();
        let tables = newest_first.filter_map(|release| release.table(table));
        let made = tables.take_while(|table| !table.is_whole());
        made.filter(|table| table.form == TableForm::Delta).count()
    }

    /// Returns the ledger with one release more, which is given its number and its link to the last one.
    pub(crate) fn with(mut self, release: Release) -> Result<Ledger, Fatal> {
        let release = Release {
            version: self.next_version(),
            previous: self.lines.last().map(|line| sha256(line)),
            ..release
        };
        self.rewrite(&release)
            .map_err(|fault| Fatal::fault(fault.id()))?;
        let line = serde_json::to_string(&release).map_err(Fatal::fault)?;
        self.lines.push(line);
        self.releases.push(release);
        Ok(self)
    }

    /// Returns the ledger as it is read once the next release has rewritten these tables.
    pub(crate) fn rewritten(mut self, rewritten: &[RewrittenTable]) -> Result<Ledger, Fatal> {
        let next = Release {
            version: self.next_version(),
            date: String::new(),
            reason: ReleaseReason::Takedown,
            note: None,
            tables: Vec::new(),
            rewritten: rewritten.to_vec(),
            previous: None,
        };
        self.rewrite(&next)
            .map_err(|fault| Fatal::fault(fault.id()))?;
        Ok(self)
    }

    /// Returns the number of the next release.
    pub(crate) fn next_version(&self) -> u32 {
        u32::try_from(self.releases.len()).unwrap_or(u32::MAX - 1) + 1
    }

    /// Returns its text.
    pub(crate) fn text(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }
}

fn sha256(line: &str) -> String {
    crate::stage::sha256(line.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(date: &str) -> Release {
        Release {
            version: 0,
            date: date.to_owned(),
            reason: ReleaseReason::Scheduled,
            note: None,
            tables: Vec::new(),
            rewritten: Vec::new(),
            previous: None,
        }
    }

    fn ledger() -> Ledger {
        let first = Ledger::default().with(release("2025-01-01")).unwrap();
        let second = first.with(release("2025-02-01")).unwrap();
        second.with(release("2025-02-01")).unwrap()
    }

    #[test]
    fn a_ledger_is_read_as_it_was_written_with_any_ends_of_lines() {
        let text = ledger().text();
        assert_eq!(Ledger::parse(&text), Ok(ledger()));
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(Ledger::parse(&windows), Ok(ledger()));
        assert_eq!(Ledger::parse(""), Ok(Ledger::default()));
    }

    fn table(sha256: &str) -> ReleasedTable {
        ReleasedTable {
            name: "a".to_owned(),
            form: TableForm::Whole,
            columns: vec!["id".to_owned()],
            key: Vec::new(),
            rows: 1,
            bytes: 10,
            sha256: sha256.to_owned(),
            changes: None,
            base: false,
            rewritten_by: None,
        }
    }

    #[test]
    fn a_takedown_replaces_tables_above_it_and_touches_no_line() {
        let first = Release {
            tables: vec![table("aa")],
            ..release("2025-01-01")
        };
        let first = Ledger::default().with(first).unwrap();
        let takedown = |replaces: &str| Release {
            rewritten: vec![RewrittenTable {
                version: 1,
                replaces: replaces.to_owned(),
                rows_removed: 1,
                cells_emptied: 0,
                table: table("bb"),
            }],
            ..release("2025-01-02")
        };
        let ledger = first.clone().with(takedown("aa")).unwrap();
        assert!(ledger.text().starts_with(&first.text()));
        let read = Ledger::parse(&ledger.text()).unwrap();
        assert_eq!(read, ledger);
        let now = read.releases()[0].table("a").unwrap();
        assert_eq!((&*now.sha256, now.rewritten_by), ("bb", Some(2)));
        assert_eq!(read.superseded()[0].table, table("aa"));
        assert!(ledger.with(takedown("aa")).is_err(), "it is aa no more");
        let other = first.text() + &serde_json::to_string(&takedown("cc")).unwrap();
        let other = other.replacen("\"version\":0", "\"version\":2", 1);
        assert_eq!(Ledger::parse(&other).unwrap_err().line, 2);
    }

    #[test]
    fn a_line_that_was_changed_taken_out_or_put_in_is_found() {
        let text = ledger().text();
        let lines: Vec<&str> = text.lines().collect();
        let fault = |text: &str| Ledger::parse(text).unwrap_err();
        let changed = text.replacen("2025-01-01", "2025-01-02", 1);
        assert_eq!(
            fault(&changed),
            LedgerFault {
                line: 2,
                kind: LedgerFaultKind::BrokenChain
            }
        );
        let shorter = format!("{}\n{}\n", lines[0], lines[2]);
        assert_eq!(fault(&shorter).kind, LedgerFaultKind::BrokenChain);
        let longer = format!("{text}{}\n", lines[2]);
        assert_eq!(
            fault(&longer),
            LedgerFault {
                line: 4,
                kind: LedgerFaultKind::BrokenChain
            }
        );
        assert_eq!(fault("{}\n").kind, LedgerFaultKind::NotARelease);
        let earlier = ledger().with(release("2024-01-01")).unwrap().text();
        assert_eq!(
            fault(&earlier),
            LedgerFault {
                line: 4,
                kind: LedgerFaultKind::OutOfOrder
            }
        );
    }
}
