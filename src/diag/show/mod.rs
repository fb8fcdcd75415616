//! Findings shown: one file a format, one list.

mod github;
mod json;
mod sarif;
mod text;

use super::{Diagnostic, Speech};
use std::io::{self, Write};

/// A way of showing findings.
pub trait FindingFormat: Sync {
    /// The name given to `--format`.
    fn id(&self) -> &'static str;
    /// Writes all findings.
    fn show(&self, found: &[Diagnostic], speech: &Speech, out: &mut dyn Write) -> io::Result<()>;
}

/// Every way, the first being the default.
pub static ALL: &[&dyn FindingFormat] = &[
    &text::TextFindings,
    &json::JsonFindings,
    &github::GithubFindings,
    &sarif::SarifFindings,
];

/// The way of this name.
pub fn by_id(id: &str) -> Option<&'static dyn FindingFormat> {
    ALL.iter().copied().find(|show| show.id() == id)
}
