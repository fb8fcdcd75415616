//! `addresses.txt`: the addresses that the portal has published, one a line, kept beside `tragaluz.toml` and committed
//! with it. Readers, harvesters and other sites rely on them.
//!
//! A line `# institutions/a.html leads to institutions/b.html` says where the page of a term went whose name was
//! corrected, so that every later build sends its readers to the same page. A line
//! `# datasets/a/b.csv holds data/a/2024/b.csv` says which file is published there, or which table of it
//! (`holds data/a/b.xlsx, table 2024`), so that no address is given to other data unnoticed. A line
//! `# datasets/a/original/b.csv was 9f86d081884c7d65 on 2024-02-01` says what the received file was, by the beginning of its
//! SHA-256, when its dataset was dated so.

use super::disk::{Disk, LocalDisk};
use crate::diag::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::path::Path;

/// The file's name.
pub const NAME: &str = "addresses.txt";

/// What begins a line that says where an address leads.
const COMMENT: &str = "# ";

/// What is between the two addresses of such a line.
const LEADS_TO: &str = " leads to ";

/// What is between an address and the file that is published there.
const HOLDS: &str = " holds ";

/// What is between that file and the table of it.
const TABLE: &str = ", table ";

/// A file of the portal that is published, or a table of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DataOrigin {
    /// The file's path from the portal's root.
    pub(crate) path: String,
    /// The table, where the file names its tables: a sheet of a workbook.
    pub(crate) table: Option<String>,
}

impl DataOrigin {
    fn parse(text: &str) -> DataOrigin {
        match text.split_once(TABLE) {
            Some((path, table)) => DataOrigin {
                path: path.to_owned(),
                table: Some(table.to_owned()),
            },
            None => DataOrigin {
                path: text.to_owned(),
                table: None,
            },
        }
    }
}

impl fmt::Display for DataOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        self.table
            .iter()
            .try_for_each(|table| write!(f, "{TABLE}{}", table.replace(['\r', '\n'], " ")))
    }
}

/// What is between an address and what its file was.
const WAS: &str = " was ";

/// What is between that and the date of its dataset.
const ON: &str = " on ";

/// What a received file was, and how its dataset was dated then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DatedSum {
    /// The beginning of its SHA-256.
    pub(crate) sum: String,
    /// The dataset's `modified`, as written.
    pub(crate) modified: String,
}

impl DatedSum {
    /// Digits of a SHA-256 that are kept.
    const DIGITS: usize = 16;

    /// A file of this SHA-256, in a dataset with this date.
    pub(crate) fn new(sha256: &str, modified: &str) -> DatedSum {
        DatedSum {
            sum: sha256.chars().take(DatedSum::DIGITS).collect(),
            modified: modified.to_owned(),
        }
    }
}

/// The list as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddressList {
    lines: Vec<AddressLine>,
    addresses: BTreeSet<String>,
    notes: AddressNotes,
}

/// What the list says of addresses, besides that they were published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AddressNotes {
    /// Where addresses lead.
    pub(crate) redirects: BTreeMap<String, String>,
    /// Which files, or tables of them, are published.
    pub(crate) holds: BTreeMap<String, DataOrigin>,
    /// What received files were.
    pub(crate) dated: BTreeMap<String, DatedSum>,
}

impl AddressNotes {
    /// Takes in what a line says of an address. In an address there is no blank.
    fn take(&mut self, note: &str) {
        if let Some((address, origin)) = parted(note, HOLDS) {
            self.holds
                .insert(address.trim().to_owned(), DataOrigin::parse(origin.trim()));
        } else if let Some((address, was)) = parted(note, WAS) {
            let dated = was
                .split_once(ON)
                .map(|(sum, modified)| DatedSum::new(sum.trim(), modified.trim()));
            self.dated
                .extend(dated.map(|dated| (address.trim().to_owned(), dated)));
        } else if let Some((from, to)) = parted(note, LEADS_TO) {
            self.redirects
                .insert(from.trim().to_owned(), to.trim().to_owned());
        }
    }

    /// The lines that say so of these addresses.
    fn lines(&self, addresses: &BTreeSet<String>) -> Vec<String> {
        let led = (self.redirects.iter()).map(|(from, to)| (from, format!("{LEADS_TO}{to}")));
        let origin =
            (self.holds.iter()).map(|(address, origin)| (address, format!("{HOLDS}{origin}")));
        let dated = (self.dated.iter()).map(|(address, dated)| {
            let DatedSum { sum, modified } = dated;
            (address, format!("{WAS}{sum}{ON}{modified}"))
        });
        let mut lines: Vec<String> = (led.chain(origin).chain(dated))
            .filter(|(address, _)| addresses.contains(*address))
            .map(|(address, note)| format!("{COMMENT}{address}{note}\n"))
            .collect();
        lines.sort();
        lines
    }
}

/// Parts what a line says into an address, in which there is no blank, and what is said of it.
fn parted<'s>(note: &'s str, between: &str) -> Option<(&'s str, &'s str)> {
    note.split_once(between)
        .filter(|(address, _)| !address.trim().contains(' '))
}

/// An address and where it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AddressLine {
    /// The line's number, from 1.
    pub(crate) number: usize,
    /// The address: a path from the site's root.
    pub(crate) address: String,
}

impl AddressLine {
    pub(crate) fn place(&self) -> Place {
        Place::within(NAME, self.number, 1, &self.address, 0..self.address.len())
    }
}

impl AddressList {
    /// Reads a portal's list; a portal that has none has published nothing.
    ///
    /// # Errors
    /// When there is a list that cannot be read.
    pub fn read(root: &Path) -> io::Result<AddressList> {
        match LocalDisk.read(&root.join(NAME)) {
            Ok(bytes) => Ok(AddressList::of(&String::from_utf8_lossy(&bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(AddressList::default()),
            Err(error) => Err(error),
        }
    }

    /// Parses the text of a list.
    fn of(text: &str) -> AddressList {
        let mut published = AddressList::default();
        for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let line = line.trim();
            if let Some(note) = line.strip_prefix(COMMENT) {
                published.notes.take(note);
            } else if !line.is_empty()
                && !line.starts_with('#')
                && published.addresses.insert(line.to_owned())
            {
                published.lines.push(AddressLine {
                    number: at + 1,
                    address: line.to_owned(),
                });
            }
        }
        published
    }

    /// Whether an address was published.
    pub(crate) fn has(&self, address: &str) -> bool {
        self.addresses.contains(address)
    }

    /// Where the list says that an address leads.
    pub(crate) fn leads_to(&self, address: &str) -> Option<&str> {
        self.notes.redirects.get(address).map(String::as_str)
    }

    /// Whether this text says the same as the list.
    pub(crate) fn is_said_by(&self, text: &str) -> bool {
        self.own_text() == text
    }

    /// Returns the list as the program writes it.
    pub(crate) fn own_text(&self) -> String {
        AddressList::text(&self.addresses, &self.notes)
    }

    /// What the list says of addresses.
    pub(crate) fn notes(&self) -> &AddressNotes {
        &self.notes
    }

    /// Every line with an address, in the order of the file.
    pub(crate) fn lines(&self) -> &[AddressLine] {
        &self.lines
    }

    /// The addresses, in alphabetical order.
    pub fn addresses(&self) -> &BTreeSet<String> {
        &self.addresses
    }

    /// The list with these addresses, and what is said of them, as it is written.
    pub(crate) fn text(addresses: &BTreeSet<String>, notes: &AddressNotes) -> String {
        let listed = addresses.iter().map(|address| format!("{address}\n"));
        notes.lines(addresses).into_iter().chain(listed).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let addresses = BTreeSet::from(["b.html".to_owned(), "a.html".to_owned()]);
        let redirects = BTreeMap::from([
            ("a.html".to_owned(), "b.html".to_owned()),
            ("x".to_owned(), "y".to_owned()),
        ]);
        let held = |path: &str, table: Option<&str>| DataOrigin {
            path: path.to_owned(),
            table: table.map(str::to_owned),
        };
        let holds = BTreeMap::from([
            (
                "a.html".to_owned(),
                held("data/x/a leads to b holds c.csv", None),
            ),
            (
                "b.html".to_owned(),
                held("data/x/b.xlsx", Some("2024, table 2")),
            ),
            ("gone.csv".to_owned(), held("data/x/gone.csv", None)),
        ]);
        let dated = BTreeMap::from([(
            "b.html".to_owned(),
            DatedSum::new(&"9f".repeat(32), "2024-02"),
        )]);
        let notes = AddressNotes {
            redirects,
            holds,
            dated,
        };
        let text = AddressList::text(&addresses, &notes);
        let said = "# a.html holds data/x/a leads to b holds c.csv\n# a.html leads to b.html\n\
            # b.html holds data/x/b.xlsx, table 2024, table 2\n# b.html was 9f9f9f9f9f9f9f9f on 2024-02\n";
        assert_eq!(text, format!("{said}a.html\nb.html\n"));
        let read = AddressList::of(&text);
        assert_eq!(
            (read.addresses(), read.leads_to("a.html")),
            (&addresses, Some("b.html"))
        );
        assert_eq!(read.lines()[1].number, 6);
        let AddressNotes { holds, dated, .. } = read.notes();
        assert!(
            holds.len() == 2
                && holds
                    .iter()
                    .all(|(address, held)| notes.holds[address] == *held)
        );
        assert!(*dated == notes.dated && read.is_said_by(&text));
    }

    #[test]
    fn lists_edited_on_windows_are_read() {
        let read = AddressList::of("\u{feff}a.html\r\n\r\n# a note\r\n  b.html \r\nb.html\r\n");
        assert_eq!(
            read.lines()
                .iter()
                .map(|l| l.address.as_str())
                .collect::<Vec<_>>(),
            ["a.html", "b.html"]
        );
    }
}
