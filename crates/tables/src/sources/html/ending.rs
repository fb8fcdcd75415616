//! Whether a web page ends where it should: one that broke off on its way lacks rows, and nothing else says so.

use html5gum::Error;

/// How a page ends, by what is open there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageEnding {
    /// With everything closed that has to be.
    Whole,
    /// With a table that is not closed; some programs close none.
    TableOpen,
    /// In the middle of something.
    Cut,
}

/// What a page has opened, and closed again.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a tag that was met or not"
)]
pub(crate) struct Tags {
    tables: usize,
    /// Whether it begins as a whole document, and whether it says its end.
    is_document: bool,
    is_closed: bool,
    /// Whether it closes its rows and cells, which it need not.
    closes_rows: bool,
    closes_cells: bool,
    /// Whether it ends within a tag or a comment.
    ends_in_tag: bool,
}

impl Tags {
    /// Takes in the beginning of an element.
    pub(crate) fn start(&mut self, name: &[u8]) {
        match name {
            b"table" => self.tables += 1,
            b"html" => self.is_document = true,
            _ => {}
        }
    }

    /// Takes in the end of an element.
    pub(crate) fn end(&mut self, name: &[u8]) {
        match name {
            b"table" => self.tables = self.tables.saturating_sub(1),
            b"html" | b"body" => self.is_closed = true,
            b"tr" => self.closes_rows = true,
            b"td" | b"th" => self.closes_cells = true,
            _ => {}
        }
    }

    /// Takes in a fault of the page.
    pub(crate) fn fault(&mut self, fault: Error) {
        self.ends_in_tag |= matches!(
            fault,
            Error::EofBeforeTagName
                | Error::EofInCdata
                | Error::EofInComment
                | Error::EofInDoctype
                | Error::EofInScriptHtmlCommentLikeText
                | Error::EofInTag
        );
    }

    /// Returns how the page ends, by whether its last row and cell are open, and something whose words nobody sees.
    pub(crate) fn ending(&self, in_row: bool, in_cell: bool, in_hidden: bool) -> PageEnding {
        let is_within = self.ends_in_tag || in_hidden;
        let is_row_open = in_row && self.closes_rows || in_cell && self.closes_cells;
        match self.tables {
            _ if self.is_closed => PageEnding::Whole,
            0 if self.is_document && is_within => PageEnding::Cut,
            0 => PageEnding::Whole,
            _ if self.is_document || is_within || is_row_open => PageEnding::Cut,
            _ => PageEnding::TableOpen,
        }
    }
}
