//! What was found in one text file, put together: one finding a kind, with how many there are and on which lines.

use super::shown;
use crate::diag::{Diagnostic, codes};
use crate::source::file::SourceFile;
use std::collections::BTreeSet;
use std::ops::Range;
use tragaluz_tables::privacy::{
    Certainty, DeclaredContacts, FieldHint, PersonalKind, PersonalMatch, name_of, scan,
};

/// Lines that a message lists.
const MOST_LINES: usize = 10;

/// The matches of a kind in a file.
struct KindMatches {
    kind: PersonalKind,
    /// How many there are, and where the first begins.
    count: u64,
    first: usize,
    /// Where the first of each line begins.
    starts: BTreeSet<usize>,
}

/// The personal data in one text file.
pub(super) struct FileScan<'a> {
    file: &'a SourceFile,
    declared: &'a DeclaredContacts,
    found: Vec<KindMatches>,
}

impl<'a> FileScan<'a> {
    /// Returns the scan of a file in which nothing was looked at yet.
    pub(super) fn new(file: &'a SourceFile, declared: &'a DeclaredContacts) -> FileScan<'a> {
        FileScan {
            file,
            declared,
            found: Vec::new(),
        }
    }

    /// Looks at a value that a part of the file says, be it in other signs than it is written with.
    pub(super) fn take_value(&mut self, value: &str, hint: FieldHint, span: &Range<usize>) {
        let found = scan(value, hint, self.declared);
        if found.is_empty() {
            return;
        }
        let written = &self.file.text[span.clone()];
        let shift = written.find(value);
        for one in found {
            let within = shift.map_or(0, |shift| shift + one.span.start);
            self.add(one.kind, span.start + within);
        }
    }

    /// Looks at a part of the file as it is written, and line by line as a reader sees it.
    pub(super) fn take_text(&mut self, span: Range<usize>) {
        let text = &self.file.text[span.clone()];
        let found = scan(text, FieldHint::default(), self.declared);
        for one in &found {
            self.add(one.kind, span.start + one.span.start);
        }
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let here = at..at + line.len();
            at = here.end;
            if let Some(shown) = shown::shown(line) {
                self.take_shown(&shown, &found, &here, span.start);
            }
        }
    }

    /// Looks at a line as it is shown, for what is not in it as it is written.
    fn take_shown(&mut self, line: &str, known: &[PersonalMatch], here: &Range<usize>, by: usize) {
        let mut written: Vec<String> = (known.iter())
            .filter(|one| here.contains(&one.span.start))
            .map(|one| {
                let text = &self.file.text[by + one.span.start..by + one.span.end];
                shown::shown(text).unwrap_or_else(|| text.to_owned())
            })
            .collect();
        for one in scan(line, FieldHint::default(), self.declared) {
            let text = &line[one.span];
            match written.iter().position(|known| known == text) {
                Some(at) => {
                    written.swap_remove(at);
                }
                None => self.add(one.kind, by + here.start),
            }
        }
    }

    fn add(&mut self, kind: PersonalKind, start: usize) {
        match self.found.iter_mut().find(|known| known.kind == kind) {
            Some(known) => {
                known.count += 1;
                known.first = known.first.min(start);
                known.starts.insert(start);
            }
            None => self.found.push(KindMatches {
                kind,
                count: 1,
                first: start,
                starts: BTreeSet::from([start]),
            }),
        }
    }

    /// Returns the findings, in the order in which kinds were first met.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let file = self.file;
        let of_kind = |found: &KindMatches| {
            let place = file.place(found.first..found.first);
            finding(found.kind, found.count, "text")
                .arg("lines", lines(&file.text, &found.starts))
                .at(place)
        };
        self.found.iter().map(of_kind).collect()
    }
}

/// Returns the finding that so much of a kind is in a part of a file.
pub(super) fn finding(kind: PersonalKind, count: u64, part: &'static str) -> Diagnostic {
    let code = match kind.certainty {
        Certainty::Checked => &codes::PERSONAL_DATA,
        Certainty::Likely => &codes::PERSONAL_DATA_LIKELY,
    };
    Diagnostic::new(code)
        .arg("kind", kind.id)
        .arg("named", name_of(kind.id))
        .arg("count", count)
        .arg("part", part)
        .arg("name", "")
}

/// Returns the numbers of the lines on which these places are.
fn lines(text: &str, starts: &BTreeSet<usize>) -> String {
    let (mut numbers, mut line, mut at) = (Vec::new(), 1, 0);
    for start in starts {
        line += text[at..*start].matches('\n').count();
        at = *start;
        if numbers.last() != Some(&line) {
            numbers.push(line);
        }
        if numbers.len() > MOST_LINES {
            break;
        }
    }
    let named: Vec<String> = numbers
        .iter()
        .take(MOST_LINES)
        .map(usize::to_string)
        .collect();
    let more = if numbers.len() > MOST_LINES {
        ", …"
    } else {
        ""
    };
    format!("{}{more}", named.join(", "))
}
