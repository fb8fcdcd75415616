//! What a run is told besides the portal's own files.

use crate::AddressPolicy;
use crate::cache::{self, CacheKey};
use crate::diag::{Fatal, Severity, Sink};
use crate::site::audit::Weighing;
use crate::source;
use crate::stage::Output;
use crate::text::date::PartialDate;
use crate::timing::Timings;
use std::path::{Path, PathBuf};

/// What a run may be told besides the portal's own files.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where the site goes; `public` in the portal's folder where nothing is said.
    pub out: Option<PathBuf>,
    /// Where it will be published, in place of the portal's `base_url`.
    pub base_url: Option<String>,
    /// The day that "overdue" is computed for; else the newest date in the content.
    pub as_of: Option<PartialDate>,
    /// The theme, in place of the portal's.
    pub theme: Option<String>,
    /// What is done with the list of published addresses.
    pub addresses: AddressPolicy,
    /// Whether the editions that need no connection are left out, which take long and which nobody looks at in a
    /// preview.
    pub no_editions: bool,
    /// Whether the disk need not have the site before the last one goes: a preview is made again after a power cut.
    pub no_flush: bool,
    /// Whether a warning, too, keeps the site from being published.
    pub deny_warnings: bool,
    /// Where it is written down where the time went.
    pub timings: Timings,
    /// Whether pages and datasets with an error are left out, and everything else is published.
    pub keep_going: bool,
    /// How pages are weighed, where nobody reads what each weighs.
    pub weighing: Weighing,
    /// Whether links to figures are suggested for numbers in texts.
    pub suggest: bool,
    /// Which program this is, where it may keep what it finds out for the next run and take what the last one kept.
    pub program: Option<CacheKey>,
}

impl Options {
    /// Where the site of this portal goes.
    pub(crate) fn out(&self, root: &Path) -> PathBuf {
        self.out.clone().unwrap_or_else(|| root.join("public"))
    }

    /// The same as its owner knows it: from the portal's folder, where it lies there.
    pub(crate) fn shown_output(&self, root: &Path) -> String {
        let out = self.out(root);
        out.strip_prefix(root)
            .unwrap_or(&out)
            .to_string_lossy()
            .replace('\\', "/")
    }

    /// The output, held apart from what the site is made of.
    pub(crate) fn output(&self, root: &Path) -> Result<Output, Fatal> {
        let others = [source::address_list::NAME, cache::FOLDER];
        let sources: Vec<PathBuf> = source::PARTS
            .iter()
            .chain(&others)
            .map(|part| root.join(part))
            .collect();
        Output::at(&self.out(root))?.apart_from(&sources)
    }

    /// Returns what of this the site, its findings and the weights of its pages depend on.
    pub(crate) fn told(&self) -> String {
        let site = (&self.base_url, &self.as_of, &self.theme, &self.addresses);
        let kinds = (self.no_editions, self.deny_warnings, self.keep_going);
        format!("{site:?} {kinds:?} {:?}", self.weighing)
    }

    /// Whether a warning among these keeps the site from being published.
    pub(crate) fn denies(&self, found: &Sink) -> bool {
        self.deny_warnings && found.count(Severity::Warning) > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_differ_in_what_they_tell_are_told_apart() {
        let usual = Options::default();
        let others = [
            Options {
                weighing: Weighing::Roughly,
                ..Options::default()
            },
            Options {
                keep_going: true,
                ..Options::default()
            },
            Options {
                as_of: PartialDate::parse("2026-01-31"),
                ..Options::default()
            },
        ];
        for other in others {
            assert_ne!(other.told(), usual.told());
        }
    }
}
