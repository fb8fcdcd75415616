//! The pieces of a page as templates write it: small letters, quotes around values, no comments. Whatever is written otherwise is
//! left to a tokenizer that knows all of HTML and takes three times as long.

use super::piece::{Piece, Tag};
use memchr::{memchr, memchr2, memmem};
use std::borrow::Cow;

/// Elements whose content is text up to their end tag, character references resolved.
const TEXT_ALONE: &[&str] = &["title", "textarea"];

/// Elements whose content is text up to their end tag, as it is.
const RAW: &[&str] = &["style", "script"];

/// Elements after which other rules hold, and which no template has.
const OTHERWISE: &[&str] = &[
    "iframe",
    "noembed",
    "noframe",
    "noframes",
    "noscript",
    "plaintext",
    "xmp",
];

/// Returns the pieces of a page in order; `None` where anything in it is not plainly written.
pub(super) fn quick_pieces(html: &str) -> Option<Vec<Piece<'_>>> {
    if memchr2(b'\r', 0, html.as_bytes()).is_some() {
        return None;
    }
    let mut reader = QuickReader {
        rest: html,
        pieces: Vec::with_capacity(html.len() / 24),
    };
    while !reader.rest.is_empty() {
        reader.text(memchr(b'<', reader.rest.as_bytes()).unwrap_or(reader.rest.len()))?;
        if !reader.rest.is_empty() {
            reader.markup()?;
        }
    }
    Some(reader.pieces)
}

struct QuickReader<'h> {
    rest: &'h str,
    pieces: Vec<Piece<'h>>,
}

impl<'h> QuickReader<'h> {
    /// Takes so many bytes.
    fn take(&mut self, length: usize) -> &'h str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Takes what is at the beginning.
    fn expect(&mut self, wanted: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(wanted)?;
        Some(())
    }

    fn skip_white(&mut self) {
        self.rest = (self.rest).trim_start_matches([' ', '\n', '\t', '\u{c}']);
    }

    /// Takes a name of letters, digits and hyphens; colons and underscores too in those of attributes.
    fn name(&mut self) -> Option<&'h str> {
        let is_of_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':' | b'_');
        let length = self.rest.bytes().take_while(|b| is_of_name(b)).count();
        let name = self.take(length);
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            .then_some(name)
    }

    fn text(&mut self, length: usize) -> Option<()> {
        if length > 0 {
            let text = resolved(self.take(length))?;
            self.pieces.push(Piece::Text(text));
        }
        Some(())
    }

    /// Takes a tag, or the line that says that this is HTML.
    fn markup(&mut self) -> Option<()> {
        self.expect("<")?;
        match self.rest.as_bytes().first()? {
            b'/' => self.end_tag(),
            b'!' => self.expect("!DOCTYPE html>"),
            _ => self.start_tag(),
        }
    }

    fn end_tag(&mut self) -> Option<()> {
        self.expect("/")?;
        let name = small(self.name()?);
        self.expect(">")?;
        self.pieces.push(Piece::Close(name));
        Some(())
    }

    fn start_tag(&mut self) -> Option<()> {
        let name = small(self.name()?);
        let mut attributes = Vec::new();
        let closes_itself = loop {
            let before = self.rest.len();
            self.skip_white();
            if self.expect(">").is_some() {
                break false;
            }
            if self.expect("/>").is_some() {
                break true;
            }
            if self.rest.len() == before {
                return None;
            }
            attributes.push(self.attribute()?);
        };
        let content = name.clone();
        self.pieces
            .push(Piece::Open(Tag::of(name, closes_itself, attributes)?));
        self.content(&content)
    }

    fn attribute(&mut self) -> Option<(Cow<'h, str>, Cow<'h, str>)> {
        let name = small(self.name()?);
        if self.expect("=").is_none() {
            return Some((name, Cow::Borrowed("")));
        }
        let quote = *self.rest.as_bytes().first()?;
        if !matches!(quote, b'"' | b'\'') {
            return None;
        }
        self.take(1);
        let length = memchr(quote, self.rest.as_bytes())?;
        let value = resolved(self.take(length))?;
        self.take(1);
        Some((name, value))
    }

    /// Takes the content of an element that holds no tags.
    fn content(&mut self, name: &str) -> Option<()> {
        if OTHERWISE.contains(&name) {
            return None;
        }
        let (is_raw, is_text) = (RAW.contains(&name), TEXT_ALONE.contains(&name));
        if !is_raw && !is_text {
            return Some(());
        }
        let length = memmem::find(self.rest.as_bytes(), format!("</{name}>").as_bytes())?;
        let content = self.take(length);
        // An end tag in other letters ends it too, and a comment in a script may hold one that does not.
        if content.contains("</") || is_raw && content.contains("<!--") {
            return None;
        }
        if !content.is_empty() {
            let text = if is_raw {
                Cow::Borrowed(content)
            } else {
                resolved(content)?
            };
            self.pieces.push(Piece::Text(text));
        }
        Some(())
    }
}

/// Returns a name in small letters.
fn small(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// Character references that pages are written with.
const REFERENCES: &[(&str, char)] = &[
    ("amp;", '&'),
    ("lt;", '<'),
    ("gt;", '>'),
    ("quot;", '"'),
    ("#39;", '\''),
    ("#34;", '"'),
    ("#x27;", '\''),
];

/// Returns a text with its character references resolved; `None` where it has others.
fn resolved(text: &str) -> Option<Cow<'_, str>> {
    let Some(first) = memchr(b'&', text.as_bytes()) else {
        return Some(Cow::Borrowed(text));
    };
    let mut out = String::with_capacity(text.len());
    let (before, mut rest) = text.split_at(first);
    out.push_str(before);
    while let Some(after) = rest.strip_prefix('&') {
        let (reference, c) = REFERENCES
            .iter()
            .find(|(name, _)| after.starts_with(name))?;
        out.push(*c);
        rest = &after[reference.len()..];
        let next = memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
        out.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Some(Cow::Owned(out))
}
