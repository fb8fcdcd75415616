//! `[editions]`: what is made to be read without a connection.

use crate::diag::Sink;
use crate::source::fields::{Fields, one_of};
use serde::{Deserialize, Serialize};

/// A kind of offline edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum EditionFormat {
    /// All text of a language in one file.
    Text,
    /// A book of each action plan.
    Epub,
    /// Of pages and action plans, to be printed.
    Pdf,
    /// The whole portal as a folder.
    Zip,
    /// The whole portal for Kiwix.
    Zim,
}

impl EditionFormat {
    /// Every kind, as settings and messages call it.
    pub(crate) const ALL: &[(&str, EditionFormat)] = &[
        ("text", EditionFormat::Text),
        ("epub", EditionFormat::Epub),
        ("pdf", EditionFormat::Pdf),
        ("zip", EditionFormat::Zip),
        ("zim", EditionFormat::Zim),
    ];

    pub(crate) fn id(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, kind)| *kind == self)
            .expect("all are listed")
            .0
    }
}

/// Which editions are made, and how much data goes into them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Editions {
    /// Kinds, in no order.
    pub(crate) make: Vec<EditionFormat>,
    /// Whether they are named by the portal. What nobody named and this build cannot make is left out in silence.
    pub(crate) named: bool,
    /// The most bytes of data files in an edition of the whole portal.
    pub(crate) data_bytes: u64,
    /// Whether browsers keep the pages that their readers opened.
    pub(crate) service_worker: bool,
}

/// Made where nothing is said, as far as the build can.
const USUAL: &[EditionFormat] = &[
    EditionFormat::Text,
    EditionFormat::Epub,
    EditionFormat::Zip,
    EditionFormat::Zim,
];

/// Data in an edition where nothing is said: what a telephone on a slow network can still be sent.
const USUAL_BYTES: u64 = 50_000_000;

impl Default for Editions {
    fn default() -> Self {
        Editions {
            make: USUAL.to_vec(),
            named: false,
            data_bytes: USUAL_BYTES,
            service_worker: false,
        }
    }
}

impl Editions {
    /// Whether this kind is made.
    pub(crate) fn has(&self, kind: EditionFormat) -> bool {
        self.make.contains(&kind)
    }

    /// Whether pages have a PDF of their own: it is asked for, and this build can make it.
    pub(crate) fn has_pdf(&self) -> bool {
        cfg!(feature = "pdf") && self.has(EditionFormat::Pdf)
    }

    /// Without PDFs, to which pages link: for a run that makes no editions.
    pub(crate) fn no_pdf(&mut self) {
        self.make.retain(|kind| *kind != EditionFormat::Pdf);
    }

    pub(super) fn read(mut group: Fields<'_>, sink: &mut Sink) -> Editions {
        let mut editions = Editions::default();
        if group.node("make").is_some() {
            editions.named = true;
            let named = group.texts("make", sink);
            editions.make = named
                .iter()
                .filter_map(|name| one_of(group.file(), name, "make", EditionFormat::ALL, sink))
                .map(|kind| kind.value)
                .collect();
        }
        if let Some(bytes) = group.integer("data_bytes", sink) {
            match u64::try_from(bytes.value) {
                Ok(bytes) => editions.data_bytes = bytes,
                Err(_) => {
                    sink.push(group.wrong_form(&bytes.span, "data_bytes", "whole-number"));
                }
            }
        }
        editions.service_worker = group
            .flag("service_worker", sink)
            .is_some_and(|flag| flag.value);
        group.finish(sink);
        editions
    }
}
