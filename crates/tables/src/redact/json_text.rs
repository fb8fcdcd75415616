//! JSON: strings and numbers are masked where they are, members are cut out of their objects, and nothing else changes.

use super::fault::RedactionFault;
use super::policy::{RedactionPolicy, TextSighting, ValueHint, is_same_name, marker};
use super::report::{RedactedColumn, RedactedTable, count};
use super::text_copy::TextCopy;
use crate::limits::{Limit, Limits};
use crate::observed_rows::RowCount;
use crate::unreadable::Unreadable;
use std::collections::BTreeMap;
use std::io::{BufReader, Bytes, Read};
use std::ops::Range;
use std::sync::Arc;

/// Names of members of which it is remembered what they say: where names are data, there is no end of them.
const MOST_NAMES: usize = 10_000;
/// Columns that a report has.
const MOST_COLUMNS: usize = 1000;

/// What is known of the values of members, by their names.
pub(super) type MemberHints = BTreeMap<String, Arc<ValueHint>>;

/// How JSON is copied, besides what is known of its members.
pub(super) struct JsonCopying<'p> {
    pub(super) policy: &'p RedactionPolicy,
    pub(super) limits: &'p Limits,
    /// Counts the objects of lists, which are rows, where anybody looks on.
    pub(super) count: Option<RowCount>,
}

/// Writes a copy of JSON, which `decoded` gives in UTF-8. Members of these names are left out.
pub(super) fn copy(
    decoded: impl Read,
    copying: JsonCopying<'_>,
    (hints, left_out): (&MemberHints, &[String]),
    out: Option<TextCopy<'_>>,
) -> Result<RedactedTable, RedactionFault> {
    let mut copy = JsonCopy {
        policy: copying.policy,
        count: copying.count,
        left_out,
        tokens: JsonTokens {
            bytes: BufReader::with_capacity(64 * 1024, decoded).bytes(),
            held: None,
            at: 0,
            line: 1,
            longest: usize::try_from(copying.limits.mebibytes(Limit::RowMib)).unwrap_or(usize::MAX),
            deepest: copying.limits.count(Limit::Depth),
        },
        out,
        hints: hints.clone(),
        unknown: Arc::default(),
        report: RedactedTable::default(),
        open: Vec::new(),
        last_end: 0,
        cutting: 0,
    };
    while let Some(token) = copy.tokens.next()? {
        copy.take(&token)?;
    }
    if let Some(out) = copy.out {
        out.finish()?;
    }
    Ok(copy.report)
}

/// A token of JSON that is no blank.
struct JsonToken {
    kind: JsonTokenKind,
    /// Its bytes in the decoded text.
    span: Range<u64>,
    /// Of a string what is between its marks, as written; of a number or a word all of it.
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum JsonTokenKind {
    Open {
        is_object: bool,
    },
    Close,
    Comma,
    Colon,
    Text,
    /// A number, `true`, `false`, `null`.
    Word,
}

/// The tokens of a text.
struct JsonTokens<R> {
    bytes: Bytes<R>,
    held: Option<u8>,
    at: u64,
    line: u64,
    longest: usize,
    deepest: usize,
}

impl<R: Read> JsonTokens<R> {
    fn byte(&mut self) -> Result<Option<u8>, Unreadable> {
        let byte = match self.held.take() {
            Some(byte) => Some(byte),
            None => self.bytes.next().transpose()?,
        };
        self.at += u64::from(byte.is_some());
        self.line += u64::from(byte == Some(b'\n'));
        Ok(byte)
    }

    /// Gives a byte back that belongs to the next token.
    fn give_back(&mut self, byte: u8) {
        self.held = Some(byte);
        self.at -= 1;
        self.line -= u64::from(byte == b'\n');
    }

    fn next(&mut self) -> Result<Option<JsonToken>, Unreadable> {
        let first = loop {
            match self.byte()? {
                None => return Ok(None),
                Some(b' ' | b'\t' | b'\n' | b'\r' | 0x1E) => {}
                Some(byte) => break byte,
            }
        };
        let start = self.at - 1;
        let (kind, text) = match first {
            b'{' | b'[' => (
                JsonTokenKind::Open {
                    is_object: first == b'{',
                },
                String::new(),
            ),
            b'}' | b']' => (JsonTokenKind::Close, String::new()),
            b',' => (JsonTokenKind::Comma, String::new()),
            b':' => (JsonTokenKind::Colon, String::new()),
            b'"' => (JsonTokenKind::Text, self.string()?),
            _ => (JsonTokenKind::Word, self.word(first)?),
        };
        let span = start..self.at;
        Ok(Some(JsonToken { kind, span, text }))
    }

    /// Returns what is up to the mark that closes a string.
    fn string(&mut self) -> Result<String, Unreadable> {
        let (mut text, opened) = (Vec::new(), self.line);
        loop {
            match self.byte()? {
                Some(b'"') => return whole(text),
                Some(b'\\') => {
                    text.push(b'\\');
                    text.extend(self.byte()?);
                }
                Some(byte) => text.push(byte),
                None => return Err(Unreadable::Unclosed { line: opened }),
            }
            self.check(text.len())?;
        }
    }

    fn word(&mut self, first: u8) -> Result<String, Unreadable> {
        let mut text = vec![first];
        while let Some(byte) = self.byte()? {
            if matches!(
                byte,
                b' ' | b'\t' | b'\n' | b'\r' | b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"'
            ) {
                self.give_back(byte);
                break;
            }
            text.push(byte);
            self.check(text.len())?;
        }
        whole(text)
    }

    fn check(&self, length: usize) -> Result<(), Unreadable> {
        if length <= self.longest {
            return Ok(());
        }
        Err(Unreadable::TooLong {
            line: self.line,
            limit: self.longest,
        })
    }
}

fn whole(text: Vec<u8>) -> Result<String, Unreadable> {
    String::from_utf8(text).map_err(|_| Unreadable::Binary)
}

/// An object or a list that is open.
struct OpenValue {
    is_object: bool,
    /// The name of the member that comes next has been read.
    has_name: bool,
    /// The column that its values are counted in, and what its name says.
    name: String,
    hint: Arc<ValueHint>,
    /// Whether a member of it is in the copy.
    keeps_some: bool,
    /// Where the last comma of its own is.
    comma: u64,
    /// Where that begins which is cut out, up to what comes next.
    cut_from: Option<u64>,
}

struct JsonCopy<'p, 'o, R> {
    policy: &'p RedactionPolicy,
    count: Option<RowCount>,
    left_out: &'p [String],
    tokens: JsonTokens<R>,
    out: Option<TextCopy<'o>>,
    hints: MemberHints,
    unknown: Arc<ValueHint>,
    report: RedactedTable,
    open: Vec<OpenValue>,
    /// Where the last token ended that is no comma.
    last_end: u64,
    /// Open values at which a member began that is cut out; 0 where none is.
    cutting: usize,
}

impl<R: Read> JsonCopy<'_, '_, R> {
    fn take(&mut self, token: &JsonToken) -> Result<(), RedactionFault> {
        match token.kind {
            JsonTokenKind::Open { is_object } => self.begin(is_object)?,
            JsonTokenKind::Close => self.close()?,
            JsonTokenKind::Comma => return self.comma(token.span.start),
            JsonTokenKind::Colon => {}
            JsonTokenKind::Text if self.awaits_name() => self.name(token)?,
            JsonTokenKind::Text | JsonTokenKind::Word => self.value(token)?,
        }
        self.last_end = token.span.end;
        Ok(())
    }

    /// Whether a string that comes now is the name of a member.
    fn awaits_name(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| open.is_object && !open.has_name)
    }

    fn begin(&mut self, is_object: bool) -> Result<(), RedactionFault> {
        if self.open.len() >= self.tokens.deepest {
            return Err(Unreadable::Limit {
                limit: Limit::Depth,
                most: self.tokens.deepest as u64,
                line: self.tokens.line,
            }
            .into());
        }
        let outer = self.open.last();
        let is_row = is_object && outer.is_some_and(|outer| !outer.is_object);
        if let Some(count) = self.count.as_mut().filter(|_| is_row) {
            count.add(None);
        }
        self.open.push(OpenValue {
            is_object,
            has_name: false,
            name: outer.map_or_else(String::new, |outer| outer.name.clone()),
            hint: outer.map_or_else(
                || Arc::clone(&self.unknown),
                |outer| Arc::clone(&outer.hint),
            ),
            keeps_some: false,
            comma: 0,
            cut_from: None,
        });
        Ok(())
    }

    /// Reads the name of a member, and begins to cut it out where it is left out.
    fn name(&mut self, token: &JsonToken) -> Result<(), RedactionFault> {
        let name = JsonString::of(&token.text).text;
        let is_left_out = self.cutting == 0 && self.is_left_out(&name);
        if self.cutting == 0 && !is_left_out {
            self.end_cut(token.span.start)?;
            let sighting = self.policy.look_at_text(&name);
            self.count(None, &sighting);
            self.mask(token, &sighting)?;
        }
        let hint = self.hint(&name);
        let depth = self.open.len();
        let Some(open) = self.open.last_mut() else {
            return Ok(());
        };
        (open.has_name, open.name, open.hint) = (true, name, hint);
        if is_left_out {
            let from = if open.keeps_some {
                open.comma
            } else {
                token.span.start
            };
            open.cut_from.get_or_insert(from);
            self.cutting = depth;
            let name = self.open[depth - 1].name.clone();
            if let Some(column) = self.column(&name) {
                column.is_left_out = true;
            }
        } else if self.cutting == 0 {
            open.keeps_some = true;
        }
        Ok(())
    }

    fn is_left_out(&self, name: &str) -> bool {
        let is_named = |own: &str| {
            let last = own.rsplit('.').next().unwrap_or(own);
            is_same_name(own, name) || is_same_name(last, name)
        };
        self.left_out.iter().any(|own| is_named(own))
    }

    fn value(&mut self, token: &JsonToken) -> Result<(), RedactionFault> {
        let hint = self.open.last().map_or(&self.unknown, |open| &open.hint);
        let sighting = if token.kind == JsonTokenKind::Word {
            self.policy.look(&token.text, hint)
        } else {
            self.policy.look(&JsonString::of(&token.text).text, hint)
        };
        let name = self.open.last().map(|open| open.name.clone());
        self.count(name.filter(|name| !name.is_empty()), &sighting);
        if self.cutting == 0 {
            self.mask(token, &sighting)?;
        }
        Ok(())
    }

    /// Puts markers in the place of what is masked in a string; a number becomes a string.
    fn mask(&mut self, token: &JsonToken, sighting: &TextSighting) -> Result<(), RedactionFault> {
        let (Some(out), Some(first)) = (&mut self.out, sighting.masked.first()) else {
            return Ok(());
        };
        if token.kind == JsonTokenKind::Word {
            return out.replace(token.span.clone(), &format!("\"{}\"", marker(first.kind)));
        }
        let string = JsonString::of(&token.text);
        for one in &sighting.masked {
            let start = token.span.start + 1 + string.written(one.span.start) as u64;
            let end = token.span.start + 1 + string.written(one.span.end) as u64;
            out.replace(start..end, &marker(one.kind))?;
        }
        Ok(())
    }

    fn comma(&mut self, at: u64) -> Result<(), RedactionFault> {
        let (depth, last_end) = (self.open.len(), self.last_end);
        let Some(open) = self.open.last_mut() else {
            return Ok(());
        };
        open.comma = at;
        open.has_name = false;
        if self.cutting == depth {
            self.cutting = 0;
            // Where nothing before it is kept, it goes up to the next name, with this comma.
            if open.keeps_some {
                self.end_cut(last_end)?;
            }
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), RedactionFault> {
        if self.cutting == self.open.len() {
            self.cutting = 0;
        }
        if self.cutting == 0 {
            self.end_cut(self.last_end)?;
        }
        self.open.pop();
        Ok(())
    }

    /// Cuts out what is to be cut of the innermost object, up to here.
    fn end_cut(&mut self, to: u64) -> Result<(), RedactionFault> {
        let from = self.open.last_mut().and_then(|open| open.cut_from.take());
        match (from, &mut self.out) {
            (Some(from), Some(out)) => out.replace(from..to, ""),
            _ => Ok(()),
        }
    }

    fn hint(&mut self, name: &str) -> Arc<ValueHint> {
        if let Some(hint) = self.hints.get(name) {
            return Arc::clone(hint);
        }
        let hint = Arc::new(ValueHint::of(name));
        if self.hints.len() < MOST_NAMES {
            self.hints.insert(name.to_owned(), Arc::clone(&hint));
        }
        hint
    }

    /// Returns the column of this name, as long as there are not too many.
    fn column(&mut self, name: &str) -> Option<&mut RedactedColumn> {
        let columns = &mut self.report.columns;
        let at = columns.iter().position(|column| column.name == name);
        if at.is_none() && columns.len() < MOST_COLUMNS {
            columns.push(RedactedColumn {
                name: name.to_owned(),
                ..RedactedColumn::default()
            });
            return columns.last_mut();
        }
        columns.get_mut(at?)
    }

    fn count(&mut self, name: Option<String>, sighting: &TextSighting) {
        if sighting.masked.is_empty() && sighting.kept.is_empty() {
            return;
        }
        let column = name
            .filter(|name| !self.holds_personal(name))
            .is_some_and(|name| {
                let Some(column) = self.column(&name) else {
                    return false;
                };
                sighting
                    .masked_kinds()
                    .for_each(|kind| count(&mut column.masked, kind));
                sighting
                    .kept
                    .iter()
                    .for_each(|kind| count(&mut column.kept, *kind));
                true
            });
        if !column {
            let report = &mut self.report;
            sighting
                .masked_kinds()
                .for_each(|kind| count(&mut report.elsewhere, kind));
            sighting
                .kept
                .iter()
                .for_each(|kind| count(&mut report.kept_elsewhere, *kind));
        }
    }

    /// Whether a name is itself what no report may show.
    fn holds_personal(&self, name: &str) -> bool {
        let sighting = self.policy.look_at_text(name);
        !sighting.masked.is_empty() || !sighting.kept.is_empty()
    }
}

/// A string of JSON, and where its characters are as written.
struct JsonString {
    text: String,
    /// Where escapes are: the place in the text after one, and how many bytes more were written up to there.
    escapes: Vec<(usize, usize)>,
}

impl JsonString {
    /// Parses what is between the marks of a string; what is no escape stays as it is.
    fn of(written: &str) -> JsonString {
        let (mut text, mut escapes, mut more) =
            (String::with_capacity(written.len()), Vec::new(), 0);
        let mut rest = written;
        while let Some(at) = rest.find('\\') {
            text.push_str(&rest[..at]);
            let (character, length) = escape(&rest[at..]);
            text.push(character);
            more += length - character.len_utf8();
            escapes.push((text.len(), more));
            rest = &rest[at + length..];
        }
        text.push_str(rest);
        JsonString { text, escapes }
    }

    /// Returns where a place of the text is among what was written.
    fn written(&self, at: usize) -> usize {
        let before = self.escapes.partition_point(|(end, _)| *end <= at);
        at + before.checked_sub(1).map_or(0, |last| self.escapes[last].1)
    }
}

/// Returns the character that an escape at the beginning of a text represents, and its length.
fn escape(text: &str) -> (char, usize) {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let short = match text.as_bytes().get(1) {
        Some(b'n') => Some('\n'),
        Some(b't') => Some('\t'),
        Some(b'r') => Some('\r'),
        Some(b'b') => Some('\u{8}'),
        Some(b'f') => Some('\u{c}'),
        Some(b'"') => Some('"'),
        Some(b'\\') => Some('\\'),
        Some(b'/') => Some('/'),
        _ => None,
    };
    if let Some(character) = short {
        return (character, 2);
    }
    let Some(first) = unit(0) else {
        return ('\\', 1);
    };
    if let Some(character) = char::from_u32(u32::from(first)) {
        return (character, 6);
    }
    let pair = unit(6).map(|second| [first, second]);
    match pair.and_then(|pair| char::decode_utf16(pair).next()?.ok()) {
        Some(character) => (character, 12),
        None => (char::REPLACEMENT_CHARACTER, 6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_strings_are_those_of_what_is_written() {
        let written = r"a\u00f1\n\ud83d\ude00z";
        let string = JsonString::of(written);
        assert_eq!(string.text, "añ\n😀z");
        let place = |part: &str| string.written(string.text.find(part).unwrap());
        assert_eq!(
            (place("ñ"), place("\n"), place("😀"), place("z")),
            (1, 7, 9, 21)
        );
        assert_eq!(JsonString::of(r"a\").text, r"a\");
        assert_eq!(JsonString::of(r"\ud800x").text, "\u{fffd}x");
    }
}
