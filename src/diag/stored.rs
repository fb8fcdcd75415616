//! Findings as they are kept for the next run, which says the same again where nothing changed.

use super::{Code, Diagnostic, Excerpt, Place, Severity, Sink, codes, masked};
use crate::text::messages::Arg;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tragaluz_tables::privacy::DeclaredContacts;

/// A finding, as it is written down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct StoredFinding {
    code: String,
    severity: String,
    place: Option<StoredFindingPlace>,
    args: Vec<(String, StoredArg)>,
}

/// Where it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct StoredFindingPlace {
    file: String,
    line: usize,
    column: usize,
    /// The line, and the bytes of it that are meant.
    excerpt: Option<(String, (usize, usize))>,
}

/// A particular of its message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum StoredArg {
    Text(String),
    Count(u64),
}

impl StoredFinding {
    fn of(finding: &Diagnostic) -> StoredFinding {
        let place = finding.place.as_ref().map(|place| StoredFindingPlace {
            file: place.file.clone(),
            line: place.line,
            column: place.column,
            excerpt: (place.excerpt.as_ref())
                .map(|line| (line.text.clone(), (line.start, line.end))),
        });
        let args = finding.args.iter().map(|(name, value)| {
            let value = match value {
                Arg::Text(text) => StoredArg::Text(text.clone()),
                Arg::Count(count) => StoredArg::Count(*count),
            };
            ((*name).to_owned(), value)
        });
        StoredFinding {
            code: finding.code.id.to_owned(),
            severity: finding.severity.id().to_owned(),
            place,
            args: args.collect(),
        }
    }

    fn finding(self, names: &mut BTreeMap<String, &'static str>) -> Option<Diagnostic> {
        let code: &'static Code = codes::ALL.iter().find(|code| code.id == self.code)?;
        let severities = [Severity::Error, Severity::Warning, Severity::Note];
        let severity = severities
            .into_iter()
            .find(|severity| severity.id() == self.severity)?;
        let place = self.place.map(|place| Place {
            file: place.file,
            line: place.line,
            column: place.column,
            excerpt: place
                .excerpt
                .map(|(text, (start, end))| Excerpt { text, start, end }),
        });
        let args = self.args.into_iter().map(|(name, value)| {
            let value = match value {
                StoredArg::Text(text) => Arg::Text(text),
                StoredArg::Count(count) => Arg::Count(count),
            };
            // There are a few dozens of them, and they are read once.
            let name = *names
                .entry(name)
                .or_insert_with_key(|name| name.clone().leak());
            (name, value)
        });
        Some(Diagnostic {
            code,
            severity,
            place,
            args: args.collect(),
        })
    }
}

impl Sink {
    /// Returns what was found as it would be told. None where that depends on which contacts are declared, which is not kept.
    pub(crate) fn stored(&self) -> Option<Vec<StoredFinding>> {
        let mut told = self.found.clone();
        masked::mask(&mut told, &self.declared);
        let mut again = told.clone();
        masked::mask(&mut again, &DeclaredContacts::default());
        (again == told).then(|| told.iter().map(StoredFinding::of).collect())
    }

    /// Takes in what an earlier run found. False where this program does not know all of it; then nothing is taken in.
    pub(crate) fn take_stored(&mut self, found: Vec<StoredFinding>) -> bool {
        let mut names = BTreeMap::new();
        let found: Option<Vec<Diagnostic>> = found
            .into_iter()
            .map(|one| one.finding(&mut names))
            .collect();
        let is_known = found.is_some();
        self.found.extend(found.into_iter().flatten());
        is_known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_told_again_as_it_was() {
        let mut sink = Sink::new();
        let place = Place::within("a.md", 3, 5, "title: ?", 7..8);
        sink.push(Diagnostic::new(&codes::OUTPUT_KEPT).arg("count", 3_u64));
        sink.push(
            Diagnostic::new(&codes::ADDRESS_LOST)
                .at(place)
                .arg("address", "x.html"),
        );
        let stored = sink.stored().unwrap();
        let mut again = Sink::new();
        assert!(again.take_stored(stored.clone()));
        assert_eq!(again.into_sorted(), sink.into_sorted());
        let mut unknown = stored;
        unknown[1].code = "of another program".to_owned();
        let mut none = Sink::new();
        assert!(!none.take_stored(unknown) && none.iter().next().is_none());
    }
}
