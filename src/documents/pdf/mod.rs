//! PDF, read by its objects wherever they are in the file: by no table of contents, which tells only what a reader is
//! meant to see. So words that were saved over, and pages that were taken out, are found as long as they are in the file.
//!
//! Source: ISO 32000-1:2008.

mod cmap;
mod content;
mod crypt;
mod encodings;
mod file;
mod filters;
mod fonts;
mod layout;
mod lexer;
mod strings;
mod value;

pub(crate) use content::{ContentReader, PageFigures};
pub(crate) use file::{EntryId, PdfError, PdfFile, StreamBytes, is};
pub(crate) use strings::{decode as decode_string, tell as tell_strings};
pub(crate) use value::{PdfDict, PdfValue};
