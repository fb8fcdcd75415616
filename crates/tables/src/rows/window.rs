//! The part of a text that is being looked at.

use crate::unreadable::Unreadable;
use std::io::Read;

/// Bytes read at once, at least.
const BUFFER: usize = 128 * 1024;

/// What has been read of a text and not been passed yet.
pub(super) struct Window<R> {
    input: R,
    text: String,
    /// Bytes as they come; at their beginning the first ones of a character that was cut.
    raw: Vec<u8>,
    cut: usize,
    at: usize,
    /// Bytes of the text before the window.
    passed: u64,
    is_last: bool,
    least: usize,
}

impl<R: Read> Window<R> {
    /// At the beginning of this text, which is UTF-8.
    pub(crate) fn new(input: R) -> Self {
        Window {
            input,
            text: String::new(),
            raw: Vec::new(),
            cut: 0,
            at: 0,
            passed: 0,
            is_last: false,
            least: BUFFER,
        }
    }

    /// The bytes in view; places in it hold until more is read.
    #[inline]
    pub(crate) fn text(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// The text between two places.
    #[inline]
    pub(crate) fn part(&self, from: usize, to: usize) -> Result<&str, Unreadable> {
        self.text.get(from..to).ok_or_else(changed)
    }

    /// How far it has been passed.
    #[inline]
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The same, in bytes from the beginning of the text.
    pub(crate) fn offset(&self) -> u64 {
        self.passed + self.at as u64
    }

    /// Passes everything up to a place.
    #[inline]
    pub(crate) fn pass(&mut self, to: usize) {
        self.at = to;
    }

    /// Bytes in view that have not been passed.
    pub(crate) fn unread(&self) -> usize {
        self.text.len() - self.at
    }

    /// Whether the text ends where the view does.
    #[inline]
    pub(crate) fn is_last(&self) -> bool {
        self.is_last
    }

    /// Brings more into view, as much as is held already where that is a lot; false at the end.
    pub(crate) fn read_on(&mut self) -> Result<bool, Unreadable> {
        self.passed += self.at as u64;
        self.text.drain(..self.at);
        self.at = 0;
        let wanted = self.cut + self.text.len().max(self.least);
        if self.raw.len() < wanted {
            self.raw.resize(wanted, 0);
        }
        let mut filled = self.cut;
        while filled < wanted && !self.is_last {
            let read = self.input.read(&mut self.raw[filled..wanted])?;
            self.is_last = read == 0;
            filled += read;
        }
        let end = if self.is_last {
            filled
        } else {
            whole_characters(&self.raw[..filled])
        };
        self.text
            .push_str(simdutf8::basic::from_utf8(&self.raw[..end]).map_err(|_| changed())?);
        let more = filled > self.cut;
        self.raw.copy_within(end..filled, 0);
        self.cut = filled - end;
        Ok(more)
    }

    /// Reads so few bytes at once that every row is cut.
    #[cfg(test)]
    pub(crate) fn narrow(&mut self) {
        self.least = 1;
    }
}

/// Bytes up to the last character, where that one is cut.
fn whole_characters(bytes: &[u8]) -> usize {
    let tail = bytes.len().saturating_sub(4);
    let Some(last) = bytes[tail..].iter().rposition(|b| b & 0xC0 != 0x80) else {
        return bytes.len();
    };
    let length = match bytes[tail + last] {
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0.. => 4,
        _ => 1,
    };
    if tail + last + length > bytes.len() {
        tail + last
    } else {
        bytes.len()
    }
}

fn changed() -> Unreadable {
    Unreadable::Packed {
        cause: "changed",
        detail: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte after the other.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            let n = self.0.len().min(1);
            out[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }

    #[test]
    fn characters_are_never_cut() {
        let text = "añ€😀z";
        let mut window = Window::new(Drops(text.as_bytes()));
        while window.read_on().unwrap() {}
        assert_eq!(window.part(0, window.unread()).unwrap(), text);
        let mut window = Window::new(Drops(&text.as_bytes()[..8]));
        let outcome = (0..20).try_for_each(|_| window.read_on().map(drop));
        assert!(matches!(
            outcome,
            Err(Unreadable::Packed {
                cause: "changed",
                ..
            })
        ));
    }
}
