//! How long a template may run, and how much it may write: a loop within a loop within a loop ends in words, not in the
//! reader's patience or the computer's memory.

use crate::source::limits::{Limit, Limits};
use std::io;

/// The limits of one page's making.
#[derive(Debug, Clone, Copy)]
pub(super) struct TemplateBounds {
    limits: Limits,
}

impl TemplateBounds {
    pub(super) fn of(limits: &Limits) -> TemplateBounds {
        TemplateBounds { limits: *limits }
    }

    /// Returns how many steps a template may take.
    pub(super) fn steps(self) -> u64 {
        self.limits.most(Limit::TemplateSteps)
    }

    /// Returns a page that is still empty, and takes no more than is allowed.
    pub(super) fn page(self) -> BoundedText {
        BoundedText {
            text: Vec::new(),
            most: usize::try_from(self.limits.mebibytes(Limit::PageMib)).unwrap_or(usize::MAX),
            is_full: false,
        }
    }

    /// Returns the cause that a limit is exceeded, as [`plain_cause`](crate::render::plain_cause) knows it.
    pub(super) fn exceeded(self, limit: Limit) -> String {
        format!("more than `{}`: {}", self.limits.most(limit), limit.name())
    }
}

/// A page that is being written.
pub(super) struct BoundedText {
    text: Vec<u8>,
    most: usize,
    is_full: bool,
}

impl BoundedText {
    /// Whether more was to be written than is allowed.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Returns what was written.
    pub(super) fn into_text(self) -> String {
        // Engines write whole texts: none is cut within a character.
        String::from_utf8(self.text)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
    }
}

impl io::Write for BoundedText {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.most - self.text.len() {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    #[test]
    fn a_page_takes_what_is_allowed_and_no_more() {
        let mut limits = Limits::default();
        assert!(limits.set("page_mib", 1));
        let bounds = TemplateBounds::of(&limits);
        let mut page = bounds.page();
        assert!(page.write_all(&vec![b'a'; 1 << 20]).is_ok() && !page.is_full());
        assert!(page.write_all(b"b").is_err() && page.is_full());
        assert_eq!(page.into_text().len(), 1 << 20);
        assert_eq!(bounds.exceeded(Limit::PageMib), "more than `1`: page_mib");
    }
}
