//! The facts of a dataset that readers and harvesters look for, each asked for where nobody told it.

use crate::model::dataset::Dataset;
use crate::model::settings::Settings;

/// A fact that a page asks for. The message `ask-NAME` says what it is for, and shows a line of it.
pub(super) struct AskedFact {
    pub(super) name: &'static str,
    /// Whether the dataset has it, or the portal has it for all.
    pub(super) is_known: fn(&Dataset, &Settings) -> bool,
}

/// Every fact that is asked for, in the order of a dataset's page.
pub(super) const ASKED: &[AskedFact] = &[
    AskedFact {
        name: "summary",
        is_known: |d, _| !d.head.summary.is_empty(),
    },
    AskedFact {
        name: "language",
        is_known: |d, _| d.language.is_some(),
    },
    AskedFact {
        name: "keywords",
        is_known: |d, _| !d.keywords.is_empty(),
    },
    AskedFact {
        name: "theme",
        is_known: |d, _| !d.themes.is_empty(),
    },
    AskedFact {
        name: "frequency",
        is_known: |d, _| d.frequency.is_some(),
    },
    AskedFact {
        name: "issued",
        is_known: |d, _| d.issued.is_some(),
    },
    AskedFact {
        name: "modified",
        is_known: |d, _| d.modified.is_some(),
    },
    AskedFact {
        name: "temporal",
        is_known: |d, _| d.temporal.is_some(),
    },
    AskedFact {
        name: "spatial",
        is_known: |d, portal| d.spatial.is_some() || portal.spatial.is_some(),
    },
    AskedFact {
        name: "row_is",
        is_known: |d, _| !d.row_is.is_empty(),
    },
    AskedFact {
        name: "provenance",
        is_known: |d, _| d.stated.iter().any(|(fact, _)| fact.key == "provenance"),
    },
    AskedFact {
        name: "sources",
        is_known: |d, _| !d.origins.is_empty(),
    },
    AskedFact {
        name: "licenses",
        is_known: |d, portal| !d.licenses.is_empty() || portal.licence.is_some(),
    },
    AskedFact {
        name: "publisher",
        is_known: |d, portal| d.publisher.is_some() || portal.publisher.is_some(),
    },
    AskedFact {
        name: "contact",
        is_known: |d, portal| d.contact.is_some() || portal.contact.is_some(),
    },
];
