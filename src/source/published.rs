//! `addresses.txt`: the addresses that the portal has published, one a line, kept beside `tragaluz.toml` and committed
//! with it. Readers, harvesters and other sites rely on them.
//!
//! A line `# institutions/a.html leads to institutions/b.html` says where the page of a term went whose name was
//! corrected, so that every later build sends its readers to the same page.

use crate::diag::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

/// The file's name.
pub const NAME: &str = "addresses.txt";

/// What begins a line that says where an address leads.
const MARK: &str = "# ";

/// What stands between the two addresses of such a line.
const LEADS_TO: &str = " leads to ";

/// The list as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Published {
    lines: Vec<Line>,
    addresses: BTreeSet<String>,
    redirects: BTreeMap<String, String>,
}

/// An address and where it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The line's number, from 1.
    pub number: usize,
    /// The address: a path from the site's root.
    pub address: String,
}

impl Line {
    /// Where it stands.
    pub fn place(&self) -> Place {
        Place::within(NAME, self.number, 1, &self.address, 0..self.address.len())
    }
}

impl Published {
    /// Reads a portal's list; a portal that has none has published nothing.
    ///
    /// # Errors
    /// When there is a list that cannot be read.
    pub fn read(root: &Path) -> io::Result<Published> {
        match super::read_file(&root.join(NAME)) {
            Ok(bytes) => Ok(Published::of(&String::from_utf8_lossy(&bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Published::default()),
            Err(error) => Err(error),
        }
    }

    /// Reads the text of a list.
    fn of(text: &str) -> Published {
        let mut published = Published::default();
        for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let line = line.trim();
            if let Some(said) = line.strip_prefix(MARK) {
                let pair = said.split_once(LEADS_TO);
                published.redirects.extend(pair.map(|(from, to)| (from.trim().to_owned(), to.trim().to_owned())));
            } else if !line.is_empty() && !line.starts_with('#') && published.addresses.insert(line.to_owned()) {
                published.lines.push(Line { number: at + 1, address: line.to_owned() });
            }
        }
        published
    }

    /// Whether an address was published.
    pub fn has(&self, address: &str) -> bool {
        self.addresses.contains(address)
    }

    /// Where the list says that an address leads.
    pub fn leads_to(&self, address: &str) -> Option<&str> {
        self.redirects.get(address).map(String::as_str)
    }

    /// Every address that the list says leads to another one, and that one.
    pub fn redirects(&self) -> impl Iterator<Item = (&str, &str)> {
        self.redirects.iter().map(|(from, to)| (from.as_str(), to.as_str()))
    }

    /// Every line with an address, in the order of the file.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The addresses, in alphabetical order.
    pub fn addresses(&self) -> &BTreeSet<String> {
        &self.addresses
    }

    /// The list with these addresses and redirects, as it is written.
    pub fn text(addresses: &BTreeSet<String>, redirects: &BTreeMap<String, String>) -> String {
        let led = redirects.iter().filter(|(from, _)| addresses.contains(*from));
        let led = led.map(|(from, to)| format!("{MARK}{from}{LEADS_TO}{to}\n"));
        led.chain(addresses.iter().map(|address| format!("{address}\n"))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let addresses = BTreeSet::from(["b.html".to_owned(), "a.html".to_owned()]);
        let redirects = BTreeMap::from([("a.html".to_owned(), "b.html".to_owned()), ("x".to_owned(), "y".to_owned())]);
        let text = Published::text(&addresses, &redirects);
        assert_eq!(text, "# a.html leads to b.html\na.html\nb.html\n");
        let read = Published::of(&text);
        assert_eq!((read.addresses(), read.leads_to("a.html")), (&addresses, Some("b.html")));
        assert_eq!(read.lines()[1].number, 3);
    }

    #[test]
    fn lists_edited_on_windows_are_read() {
        let read = Published::of("\u{feff}a.html\r\n\r\n# a note\r\n  b.html \r\nb.html\r\n");
        assert_eq!(read.lines().iter().map(|l| l.address.as_str()).collect::<Vec<_>>(), ["a.html", "b.html"]);
    }
}
