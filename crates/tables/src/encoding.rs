//! A file's encoding, and what is said of it.

pub mod decode;
pub(crate) mod detected_encoding;
mod dos_code_pages;
mod repair;
mod short_texts;
mod statistics;
mod utf16;
mod windows_1252;

use super::sources::compression;
use super::unreadable::Unreadable;
use crate::encoding::detected_encoding::{DetectedEncoding, EncodingCertainty};
use crate::finding::{Finding, codes};
use crate::place::Place;
use crate::schema::TableFile;
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
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn detect(
    root: &Path,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) -> Result<DetectedEncoding, Unreadable> {
    Examination {
        root,
        resource,
        found,
    }
    .run()
}

/// The look at one file to tell its encoding.
struct Examination<'a> {
    root: &'a Path,
    resource: &'a TableFile,
    found: &'a mut Vec<Finding>,
}

impl Examination<'_> {
    fn run(&mut self) -> Result<DetectedEncoding, Unreadable> {
        let label = self.resource.encoding.as_deref();
        let declared = label.and_then(decode::by_label);
        let page = label.and_then(CodePage::by_label);
        let has_controls = Cell::new(false);
        let mut detected = decode::detect(declared, || self.noting(&has_controls))?;
        if let Some(page) = page
            && matches!(
                detected.certainty,
                EncodingCertainty::Guessed | EncodingCertainty::Dos(_) | EncodingCertainty::Mixed
            )
        {
            detected.certainty = EncodingCertainty::DeclaredDos(page);
        }
        self.look_for_damage(&mut detected, has_controls.get())?;
        if detected.certainty == EncodingCertainty::Mixed {
            self.say_mixed()?;
            return Ok(detected);
        }
        self.say_encoding(
            detected,
            label.filter(|_| !agrees(detected, declared, page)),
        );
        self.say_lost_characters(detected)?;
        Ok(detected)
    }

    /// Opens the file once more, unpacked.
    fn again(&self) -> io::Result<Box<dyn Read + Send>> {
        compression::open(self.root, &self.resource.path, &self.resource.limits)
            .map_err(io::Error::other)
    }

    fn noting<'c>(
        &self,
        has_controls: &'c Cell<bool>,
    ) -> io::Result<Noting<'c, Box<dyn Read + Send>>> {
        Ok(Noting {
            input: self.again()?,
            before: 0,
            has_controls,
        })
    }

    /// Returns a finding about the file.
    fn about(&self, code: &'static str) -> Finding {
        Finding::new(code).at(Place::file(&self.resource.path))
    }

    /// Returns a finding about one of the file's lines.
    fn about_line(&self, code: &'static str, line: u64) -> Finding {
        let number = usize::try_from(line).unwrap_or(usize::MAX);
        Finding::new(code).at(Place::line(&self.resource.path, number))
    }

    /// Says, and adds to what was detected, how text that is UTF-8 was spoilt on its way.
    fn look_for_damage(
        &mut self,
        detected: &mut DetectedEncoding,
        has_controls: bool,
    ) -> Result<(), Unreadable> {
        let is_whole = matches!(
            detected.certainty,
            EncodingCertainty::Valid | EncodingCertainty::Marked
        ) && detected.encoding == UTF_8;
        if is_whole {
            let is_twice = self.is_made_twice()?;
            if is_twice {
                detected.certainty = EncodingCertainty::Twice;
            } else if has_controls && self.holds_controls()? {
                detected.certainty = EncodingCertainty::Controls;
            }
        }
        if detected.certainty == EncodingCertainty::Padded {
            let count = Utf8Reader::new(self.again()?, *detected).count_malformed()?;
            let finding = self.about(codes::DATA_NUL_CHARACTERS);
            self.found.push(finding.arg("count", count));
        }
        Ok(())
    }

    /// Returns whether UTF-8 was made twice, and says so.
    fn is_made_twice(&mut self) -> Result<bool, Unreadable> {
        let Some((was, is)) = repair::made_twice(self.again()?)? else {
            return Ok(false);
        };
        let finding = self.about(codes::DATA_ENCODED_TWICE);
        self.found.push(finding.arg("was", was).arg("is", is));
        Ok(true)
    }

    /// Returns whether control characters represent signs of windows-1252, and says so.
    fn holds_controls(&mut self) -> Result<bool, Unreadable> {
        let (count, line) = repair::count_controls(self.again()?)?;
        if count == 0 {
            return Ok(false);
        }
        let finding = self.about_line(codes::DATA_ENCODED_AS_CONTROLS, line);
        let finding = finding.arg("count", count).arg("line", line.to_string());
        self.found.push(finding);
        Ok(true)
    }

    fn say_mixed(&mut self) -> Result<(), Unreadable> {
        let share = repair::share(self.again()?)?;
        let (count, line) = (share.invalid, share.first_line);
        let finding = self
            .about_line(codes::DATA_ENCODING_MIXED, line)
            .arg("encoding", "windows-1252");
        let finding = finding.arg("count", count).arg("line", line.to_string());
        self.found.push(finding);
        Ok(())
    }

    /// Says that the encoding was guessed, is not UTF-8, or is not the one that `contradicted` declares.
    fn say_encoding(&mut self, detected: DetectedEncoding, contradicted: Option<&str>) {
        let code = if contradicted.is_some() {
            codes::DATA_ENCODING_CONTRADICTED
        } else if matches!(
            detected.certainty,
            EncodingCertainty::Guessed | EncodingCertainty::Dos(_)
        ) {
            codes::DATA_ENCODING_GUESSED
        } else if is_foreign(detected)
            || matches!(detected.certainty, EncodingCertainty::DeclaredDos(_))
        {
            codes::DATA_NOT_UTF8
        } else {
            return;
        };
        let finding = self.about(code).arg("encoding", detected.name());
        self.found.push(match contradicted {
            Some(label) => finding.arg("declared", label),
            None => finding,
        });
    }

    fn say_lost_characters(&mut self, detected: DetectedEncoding) -> Result<(), Unreadable> {
        if !is_foreign(detected) && detected.certainty != EncodingCertainty::Damaged {
            return Ok(());
        }
        let file = compression::open(self.root, &self.resource.path, &self.resource.limits)?;
        let malformed = Utf8Reader::new(file, detected).count_malformed()?;
        if malformed > 0 {
            let finding = self
                .about(codes::DATA_CHARACTERS_LOST)
                .arg("encoding", detected.name());
            self.found.push(finding.arg("count", malformed));
        }
        Ok(())
    }
}

/// Whether a text is in another encoding than UTF-8.
fn is_foreign(detected: DetectedEncoding) -> bool {
    detected.encoding != UTF_8 || matches!(detected.certainty, EncodingCertainty::Wide { .. })
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
            EncodingCertainty::DeclaredDos(_) | EncodingCertainty::Ascii
        );
    }
    declared.is_none_or(|declared| declared == detected.encoding)
        || detected.certainty == EncodingCertainty::Ascii
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
