//! Words of a paragraph with what they look like, and the Markdown that says so.

use crate::text::web::web_address;

/// What words look like, and where they lead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct WordStyle {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) struck: bool,
    pub(super) link: Option<String>,
}

/// A part of a paragraph.
#[derive(Debug, Clone)]
enum InlinePart {
    Words(String, WordStyle),
    /// A footnote, by its identifier.
    Note(String),
}

/// The words of a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct InlineText(Vec<InlinePart>);

/// Where a paragraph is, which decides what its signs mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InlinePlace {
    Paragraph,
    /// A heading or a cell: one line, whose boldness says nothing.
    Line,
}

impl InlineText {
    /// Adds words. A line break is `\n`.
    pub(super) fn push(&mut self, words: &str, style: &WordStyle) {
        if words.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(InlinePart::Words(last, own)) if own == style => last.push_str(words),
            _ => (self.0).push(InlinePart::Words(words.to_owned(), style.clone())),
        }
    }

    /// Adds the mark of a footnote.
    pub(super) fn note(&mut self, id: &str) {
        self.0.push(InlinePart::Note(id.to_owned()));
    }

    /// Adds what another paragraph says.
    pub(super) fn append(&mut self, other: InlineText) {
        self.0.extend(other.0);
    }

    /// Returns its words alone.
    pub(super) fn plain(&self) -> String {
        let words = self.0.iter().filter_map(|part| match part {
            InlinePart::Words(words, _) => Some(words.as_str()),
            InlinePart::Note(_) => None,
        });
        words
            .collect::<String>()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Whether there is nothing to be read in it.
    pub(super) fn is_empty(&self) -> bool {
        (self.0.iter())
            .all(|part| matches!(part, InlinePart::Words(words, _) if words.trim().is_empty()))
    }

    /// Whether all its words are bold.
    pub(super) fn is_bold(&self) -> bool {
        !self.is_empty()
            && (self.0.iter()).all(|part| match part {
                InlinePart::Words(words, style) => style.bold || words.trim().is_empty(),
                InlinePart::Note(_) => true,
            })
    }

    /// Returns the Markdown of it, on one line unless it has breaks; `note` numbers a footnote, and returns none where there
    /// is none of that identifier.
    pub(super) fn markdown(
        &self,
        place: InlinePlace,
        note: &mut dyn FnMut(&str) -> Option<usize>,
    ) -> String {
        let mut out = String::new();
        for (at, part) in self.0.iter().enumerate() {
            match part {
                InlinePart::Words(words, style) => {
                    let next = self.0.get(at + 1).and_then(InlinePart::first_letter);
                    let words = if place == InlinePlace::Line {
                        words.replace('\n', " ")
                    } else {
                        words.clone()
                    };
                    let style = WordStyle {
                        bold: style.bold && place == InlinePlace::Paragraph,
                        ..style.clone()
                    };
                    add_words(&mut out, &words, &style, next);
                }
                InlinePart::Note(id) => {
                    if let Some(number) = note(id) {
                        out.push_str(&format!("[^{number}]"));
                    }
                }
            }
        }
        trimmed_lines(&out)
    }
}

impl InlinePart {
    fn first_letter(&self) -> Option<char> {
        match self {
            InlinePart::Words(words, _) => words.chars().next(),
            InlinePart::Note(_) => Some('['),
        }
    }
}

/// Adds words with the signs of their style. Blanks at either end are outside the signs; and where those would not be
/// seen for what they are, the words have none.
fn add_words(out: &mut String, words: &str, style: &WordStyle, next: Option<char>) {
    let core = words.trim();
    if core.is_empty() {
        out.push_str(words);
        return;
    }
    let start = words.len() - words.trim_start().len();
    let end = start + core.len();
    out.push_str(&words[..start]);
    let after = words[end..].chars().next().or(next);
    let is_flanked = opens(out.chars().next_back(), core) && closes(core, after);
    let mut inner = escaped(core);
    if let Some(link) = style.link.as_deref().and_then(web_link) {
        inner = format!("[{inner}]({link})");
    }
    let signs = [
        (style.struck, "~~"),
        (style.italic, "*"),
        (style.bold, "**"),
    ];
    // Two runs of signs would be read as one.
    let is_apart = !(out.ends_with('*') || out.ends_with('~'));
    for (_, sign) in (signs.into_iter()).filter(|(is_so, _)| *is_so && is_flanked && is_apart) {
        inner = format!("{sign}{inner}{sign}");
    }
    out.push_str(&inner);
    out.push_str(&words[end..]);
}

/// Whether a sign before these words opens: after a letter, none does before a sign of punctuation.
fn opens(before: Option<char>, words: &str) -> bool {
    let first = words.chars().next();
    first.is_some_and(char::is_alphanumeric) || before.is_none_or(|c| !c.is_alphanumeric())
}

fn closes(words: &str, after: Option<char>) -> bool {
    let last = words.chars().next_back();
    last.is_some_and(char::is_alphanumeric) || after.is_none_or(|c| !c.is_alphanumeric())
}

/// Returns where a link leads as Markdown has it; none of what leads nowhere on the web.
fn web_link(address: &str) -> Option<String> {
    let address = address.trim();
    if address.to_ascii_lowercase().starts_with("mailto:") {
        let is_plain = !address.contains(|c: char| c.is_whitespace() || "<>()".contains(c));
        return is_plain.then(|| address.to_owned());
    }
    let address = web_address(address)?;
    Some(address.replace('(', "%28").replace(')', "%29"))
}

/// Whether a link leads to a place that a page can lead to.
pub(super) fn is_kept(address: &str) -> bool {
    web_link(address).is_some()
}

/// Returns words with a backslash before each sign that would mean something.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut letters = words.chars().peekable();
    while let Some(c) = letters.next() {
        let means = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '{' | '}' | '~' => true,
            '_' => true,
            '&' => letters
                .peek()
                .is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#'),
            '!' => letters.peek() == Some(&'['),
            _ => false,
        };
        if means {
            out.push('\\');
        }
        // Signs that direct how text runs, or are not seen, have no place in Markdown.
        match c {
            '\u{a0}' | '\t' => out.push(' '),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// Returns lines with single blanks and none at either end, and a backslash before what would mean something at a line's
/// beginning. Breaks stay, but none at either end.
fn trimmed_lines(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        guarded(&line)
    });
    let lines: Vec<String> = lines.collect();
    let joined = lines.join("\n");
    let mut breaks = joined.trim_matches('\n').to_owned();
    while breaks.contains("\n\n") {
        breaks = breaks.replace("\n\n", "\n");
    }
    breaks
}

/// Returns a line whose beginning is read as words.
fn guarded(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = line[digits..].chars().next();
    if digits > 0 && matches!(behind, Some('.' | ')')) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    match line.chars().next() {
        Some('#' | '+' | '-' | '=' | ':') => format!("\\{line}"),
        _ => line.to_owned(),
    }
}
