//! HTML: what is shown, what is not (comments, hidden elements), and attributes that hold words.

use super::DocumentFormat;
use crate::documents::part::DocumentPart;
use crate::documents::reading::{DocumentFile, DocumentReading, LONGEST_TEXT};
use crate::documents::xml;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::io;

pub(super) struct Html;

/// Elements within a line: their text goes on.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr",
];
/// Attributes that hold words or lead somewhere.
const ATTRIBUTES: &[&str] = &[
    "alt",
    "title",
    "content",
    "value",
    "placeholder",
    "href",
    "src",
    "aria-label",
    "label",
    "action",
    "name",
    "summary",
    "cite",
    "srcdoc",
];

impl DocumentFormat for Html {
    fn begins(&self, beginning: &[u8]) -> bool {
        let text = String::from_utf8_lossy(&xml::in_utf8(beginning)).to_ascii_lowercase();
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let is_page = text.starts_with("<!doctype html") || text.starts_with("<html");
        is_page || text.starts_with('<') && (text.contains("<html") || text.contains("<body"))
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        let text = in_utf8(&bytes);
        let mut page = PageText::default();
        for Ok(token) in Tokenizer::new_with_emitter(&*text, DefaultEmitter::default()) {
            page.take(token, reading);
        }
        page.flush(reading);
        Ok(())
    }
}

/// Returns a page as UTF-8: by its mark, or by what it says of itself.
fn in_utf8(bytes: &[u8]) -> String {
    let first = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let label = first.split("charset=").nth(1).map(|rest| {
        let rest = rest.trim_start_matches(['"', '\'']);
        let end = rest
            .find(['"', '\'', ';', '>', ' ', '/'])
            .unwrap_or(rest.len());
        rest[..end].to_owned()
    });
    let stated = label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    let plain = std::str::from_utf8(bytes).is_ok();
    let usual = if plain {
        encoding_rs::UTF_8
    } else {
        encoding_rs::WINDOWS_1252
    };
    stated.unwrap_or(usual).decode(bytes).0.into_owned()
}

#[derive(Default)]
struct PageText {
    text: String,
}

impl PageText {
    fn take(&mut self, token: Token<()>, reading: &mut DocumentReading<'_, '_>) {
        match token {
            Token::String(text) => {
                self.text.push_str(&String::from_utf8_lossy(&text));
                if self.text.len() > LONGEST_TEXT {
                    self.flush(reading);
                }
            }
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                self.element(&name, reading);
                attributes(&name, &tag, reading);
            }
            Token::EndTag(tag) => self.element(&String::from_utf8_lossy(&tag.name), reading),
            Token::Comment(text) => {
                reading.text(
                    DocumentPart::Comment,
                    String::from_utf8_lossy(&text).into_owned(),
                );
            }
            _ => {}
        }
    }

    fn element(&mut self, name: &str, reading: &mut DocumentReading<'_, '_>) {
        if !INLINE.contains(&name) {
            self.flush(reading);
        }
    }

    fn flush(&mut self, reading: &mut DocumentReading<'_, '_>) {
        reading.text(DocumentPart::Body, std::mem::take(&mut self.text));
    }
}

fn attributes(element: &str, tag: &StartTag<()>, reading: &mut DocumentReading<'_, '_>) {
    for (name, value) in &tag.attributes {
        let name = String::from_utf8_lossy(name);
        let value = String::from_utf8_lossy(value).into_owned();
        let is_told = ATTRIBUTES.contains(&&*name) || name.starts_with("data-");
        if !is_told || value.starts_with("data:") {
            continue;
        }
        let part = match &*name {
            "href" | "src" | "action" | "cite" => DocumentPart::Link,
            "alt" | "aria-label" => DocumentPart::Alternative,
            "content" if element == "meta" => DocumentPart::Property("meta".to_owned()),
            "value" => DocumentPart::Field,
            _ => DocumentPart::Body,
        };
        reading.text(part, value);
    }
}
