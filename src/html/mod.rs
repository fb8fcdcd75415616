//! Ground: finished HTML, read back: its pieces, its tree, its tables, where its links lead, and its plain text.

pub(crate) mod grid;
mod piece;
pub(crate) mod pieces;
pub mod plain_text;
mod quick_pieces;
pub(crate) mod skipped;
pub(crate) mod target;
pub(crate) mod tree;
