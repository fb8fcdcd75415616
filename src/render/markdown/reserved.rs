//! Characters that tell the cleaner who wrote what.

/// Characters kept for the writer's own use; they never occur in a text that is written.
pub(super) const RESERVED: [char; 3] = ['\u{f8fd}', '\u{f8fe}', '\u{f8ff}'];

/// Before an address that the text's author wrote in HTML, until it is known where it leads.
pub(super) const BY_AUTHOR: char = RESERVED[0];

/// Before a value that the writer wrote.
pub(super) const BY_WRITER: char = RESERVED[1];

/// Around the number of an element that is put in after cleaning.
pub(super) const SET_ASIDE: char = RESERVED[2];
