//! A file's encoding, and what is said of it.

pub mod decode;
pub(crate) mod detected;
mod dos_code_pages;
mod repair;
mod short_texts;
mod statistics;
mod utf16;
mod windows_1252;

use super::sources::compression;
use super::unreadable::Unreadable;
use crate::data::encoding::detected::{Certainty, DetectedEncoding};
use crate::diag::{Diagnostic, Place, codes};
use crate::model::dataset::Resource;
use decode::Utf8Reader;
use dos_code_pages::CodePage;
use encoding_rs::{Encoding, UTF_8};
use memchr::memchr_iter;
use std::cell::Cell;
use std::io::{self, Read};
use std::path::Path;

/// The byte that characters from U+0080 to U+00BF begin with in UTF-8.
const FIRST_OF_CONTROLS: u8 = 0xC2;

/// Tells the encoding of a file: what is declared wins, unless the bytes contradict it, and then both are said.
pub(crate) fn detect(
    root: &Path,
    resource: &Resource,
    found: &mut Vec<Diagnostic>,
) -> Result<DetectedEncoding, Unreadable> {
    let label = resource.encoding.as_deref();
    let declared = label.and_then(decode::by_label);
    let again =
        || compression::open(root, &resource.path, &resource.limits).map_err(io::Error::other);
    let has_controls = Cell::new(false);
    let noting = || {
        again().map(|input| Noting {
            input,
            before: 0,
            has_controls: &has_controls,
        })
    };
    let mut detected = decode::detect(declared, noting)?;
    let page = label.and_then(CodePage::by_label);
    if let Some(page) = page
        && matches!(
            detected.certainty,
            Certainty::Guessed | Certainty::Dos(_) | Certainty::Mixed
        )
    {
        detected.certainty = Certainty::DeclaredDos(page);
    }
    let is_whole = matches!(detected.certainty, Certainty::Valid | Certainty::Marked)
        && detected.encoding == UTF_8;
    let twice = if is_whole {
        repair::made_twice(again()?)?
    } else {
        None
    };
    if let Some((was, is)) = &twice {
        detected.certainty = Certainty::Twice;
        let finding = Diagnostic::new(&codes::DATA_ENCODED_TWICE).at(Place::file(&resource.path));
        found.push(finding.arg("was", was).arg("is", is));
    }
    if is_whole && twice.is_none() && has_controls.get() {
        let (count, line) = repair::count_controls(again()?)?;
        if count > 0 {
            detected.certainty = Certainty::Controls;
            let place = Place::line(&resource.path, usize::try_from(line).unwrap_or(usize::MAX));
            let finding = Diagnostic::new(&codes::DATA_ENCODED_AS_CONTROLS).at(place);
            found.push(finding.arg("count", count).arg("line", line.to_string()));
        }
    }
    if detected.certainty == Certainty::Padded {
        let count = Utf8Reader::new(again()?, detected).count_malformed()?;
        found.push(
            Diagnostic::new(&codes::DATA_NUL_CHARACTERS)
                .at(Place::file(&resource.path))
                .arg("count", count),
        );
    }
    if detected.certainty == Certainty::Mixed {
        let (_, count, line) = repair::share(again()?)?;
        let place = Place::line(&resource.path, usize::try_from(line).unwrap_or(usize::MAX));
        let finding = Diagnostic::new(&codes::DATA_ENCODING_MIXED)
            .at(place)
            .arg("encoding", "windows-1252");
        found.push(finding.arg("count", count).arg("line", line.to_string()));
        return Ok(detected);
    }
    let is_wide = matches!(detected.certainty, Certainty::Wide { .. });
    let name = detected.name();
    let finding = |code| {
        Diagnostic::new(code)
            .at(Place::file(&resource.path))
            .arg("encoding", name)
    };
    let agrees = agrees(detected, declared, page);
    if let Some(label) = label.filter(|_| !agrees) {
        found.push(finding(&codes::DATA_ENCODING_CONTRADICTED).arg("declared", label));
    } else if matches!(detected.certainty, Certainty::Guessed | Certainty::Dos(_)) {
        found.push(finding(&codes::DATA_ENCODING_GUESSED));
    } else if detected.encoding != UTF_8
        || is_wide
        || matches!(detected.certainty, Certainty::DeclaredDos(_))
    {
        found.push(finding(&codes::DATA_NOT_UTF8));
    }
    if detected.encoding != UTF_8 || is_wide || detected.certainty == Certainty::Damaged {
        let malformed = Utf8Reader::new(
            compression::open(root, &resource.path, &resource.limits)?,
            detected,
        )
        .count_malformed()?;
        if malformed > 0 {
            found.push(finding(&codes::DATA_CHARACTERS_LOST).arg("count", malformed));
        }
    }
    Ok(detected)
}

/// Notes, while a file is read, whether it could hold characters from U+0080 to U+009F in UTF-8: hardly any does, and those
/// that do not need not be read once more.
struct Noting<'a, R> {
    input: R,
    before: u8,
    has_controls: &'a Cell<bool>,
}

impl<R: Read> Read for Noting<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.input.read(buffer)?;
        let read = &buffer[..n];
        if !self.has_controls.get()
            && let Some(last) = read.last()
        {
            let is_control =
                |byte: Option<&u8>| byte.is_some_and(|byte| (0x80..=0x9F).contains(byte));
            let begins = self.before == FIRST_OF_CONTROLS && is_control(read.first());
            let holds = memchr_iter(FIRST_OF_CONTROLS, read).any(|at| is_control(read.get(at + 1)));
            self.has_controls.set(begins || holds);
            self.before = *last;
        }
        Ok(n)
    }
}

/// Whether the bytes are what is declared, where anything is.
fn agrees(
    detected: DetectedEncoding,
    declared: Option<&'static Encoding>,
    page: Option<CodePage>,
) -> bool {
    if page.is_some() {
        return matches!(
            detected.certainty,
            Certainty::DeclaredDos(_) | Certainty::Ascii
        );
    }
    declared.is_none_or(|declared| declared == detected.encoding)
        || detected.certainty == Certainty::Ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_noted_wherever_reading_stops() {
        let noted = |text: &str, step: usize| {
            let has_controls = Cell::new(false);
            let mut input = Noting {
                input: text.as_bytes(),
                before: 0,
                has_controls: &has_controls,
            };
            let mut buffer = vec![0; step];
            while input.read(&mut buffer).unwrap() > 0 {}
            has_controls.get()
        };
        for step in 1..8 {
            assert!(
                noted("l\u{92}agua", step) && noted("¿a\u{80}", step),
                "{step}"
            );
            assert!(!noted("¿México? ©«ñ» № ’", step), "{step}");
        }
    }
}
