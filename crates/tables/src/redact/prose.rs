//! Text that is no table: a page with its facts, a read-me, a declaration.

use super::fault::RedactionFault;
use super::policy::{RedactionPolicy, ValueHint, marker};
use super::report::{RedactedTable, count};
use super::text_copy::TextCopy;
use crate::observed_rows::RowCount;
use crate::privacy::PersonalMatch;
use crate::unreadable::Unreadable;
use std::io::{BufRead, BufReader, Read};

/// Bytes of a paragraph from which on it is looked at line by line.
const LONGEST_PARAGRAPH: usize = 256 * 1024;
/// Bytes of a line that is looked at whole.
const LONGEST_LINE: usize = 4 << 20;

/// Writes a copy of a text, which `decoded` gives in UTF-8, and counts its lines where anybody looks on.
pub(super) fn copy(
    decoded: impl Read,
    policy: &RedactionPolicy,
    out: TextCopy<'_>,
    mut count: Option<RowCount>,
) -> Result<RedactedTable, RedactionFault> {
    let mut copy = ProseCopy {
        policy,
        out,
        report: RedactedTable::default(),
        start: 0,
        paragraph: String::new(),
    };
    let mut lines = BufReader::new(decoded);
    let mut line = Vec::new();
    loop {
        line.clear();
        let mut limited = (&mut lines).take(LONGEST_LINE as u64);
        limited
            .read_until(b'\n', &mut line)
            .map_err(Unreadable::from)?;
        // A line that was cut may be cut within a character.
        while !line.is_empty()
            && !line.ends_with(b"\n")
            && std::str::from_utf8(&line).is_err()
            && line.len() >= LONGEST_LINE
        {
            let mut byte = [0];
            if lines.read(&mut byte).map_err(Unreadable::from)? == 0 {
                break;
            }
            line.push(byte[0]);
        }
        let text = std::str::from_utf8(&line).map_err(|_| Unreadable::Binary)?;
        copy.line(text)?;
        if let Some(count) = &mut count {
            count.add(None);
        }
        if line.is_empty() {
            copy.out.finish()?;
            return Ok(copy.report);
        }
    }
}

struct ProseCopy<'p, 'o> {
    policy: &'p RedactionPolicy,
    out: TextCopy<'o>,
    report: RedactedTable,
    /// Where the paragraph begins in the decoded text.
    start: u64,
    paragraph: String,
}

impl ProseCopy<'_, '_> {
    /// Takes in a line with its end; a blank one, and the empty one at the end of the text, end the paragraph.
    fn line(&mut self, line: &str) -> Result<(), RedactionFault> {
        self.paragraph.push_str(line);
        if line.trim().is_empty() || self.paragraph.len() > LONGEST_PARAGRAPH {
            self.look()?;
        }
        Ok(())
    }

    /// Copies the paragraph.
    fn look(&mut self) -> Result<(), RedactionFault> {
        let mut sighting = self.policy.look_at_text(&self.paragraph);
        let mut start = 0;
        for line in self.paragraph.split_inclusive('\n') {
            let fact = fact(line);
            if let Some((hint, value)) = fact.filter(|(hint, _)| *hint != ValueHint::default()) {
                let of_fact = self.policy.look(&line[value..], &hint);
                sighting.add(of_fact.masked.into_iter().map(|one| PersonalMatch {
                    span: one.span.start + start + value..one.span.end + start + value,
                    ..one
                }));
                sighting.kept.extend(of_fact.kept);
            }
            start += line.len();
        }
        for one in &sighting.masked {
            let span = self.start + one.span.start as u64..self.start + one.span.end as u64;
            self.out.replace(span, &marker(one.kind))?;
            count(&mut self.report.elsewhere, one.kind);
        }
        let kept = &mut self.report.kept_elsewhere;
        sighting.kept.iter().for_each(|kind| count(kept, *kind));
        self.start += self.paragraph.len() as u64;
        self.paragraph.clear();
        Ok(())
    }
}

/// Returns what the name of a fact on a line of its own says, and where its value begins: `key: value`, `key = value`.
fn fact(line: &str) -> Option<(ValueHint, usize)> {
    const LONGEST_NAME: usize = 64;
    let end = line.find([':', '='])?;
    let name = line[..end].trim_matches([' ', '\t', '-', '"', '*', '#']);
    let is_name = !name.is_empty() && end <= LONGEST_NAME && !name.contains(['(', '[', '<', '/']);
    is_name.then(|| (ValueHint::of(name), end + 1))
}
