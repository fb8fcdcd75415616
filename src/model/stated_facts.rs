//! What a dataset states of itself in words, such as how the data came to be: one table, from which these facts are read, kept,
//! shown and written to every catalog. A new one is a row here, and words for it.

use crate::text::words::Words;
use std::fmt;

/// Every fact in words, in the order in which they are read and written.
pub const STATED_FACTS: &[StatedFact] = &[PROVENANCE, LIMITS];

/// How the data came to be.
pub const PROVENANCE: StatedFact = StatedFact {
    key: "provenance",
    meaning: "How the data came to be.",
    has_section: true,
    in_read_me: true,
    dcat_ap: Some(DcatApStatement {
        property: "dct:provenance",
        class: "dct:ProvenanceStatement",
    }),
    dcat_us_3: Some(DcatUs3Property::Texts("provenance")),
    schema_org: None,
};

/// What the data cannot tell.
pub const LIMITS: StatedFact = StatedFact {
    key: "limits",
    meaning: "What the data cannot tell.",
    has_section: true,
    in_read_me: false,
    dcat_ap: None,
    dcat_us_3: Some(DcatUs3Property::ScopeNote),
    schema_org: None,
};

/// A fact in words, and what each place that tells of datasets calls it.
#[derive(Debug)]
pub struct StatedFact {
    /// Its name in `dataset.md`, in `datasets/NAME.json` and in the Data Package, and the theme's message that heads it.
    pub key: &'static str,
    /// What it says: its description in the schema of `datasets/NAME.json`.
    pub meaning: &'static str,
    /// Whether the themes have a section for it; else it is among the further facts of the dataset's page.
    pub has_section: bool,
    /// Whether the text to read first in the dataset's ZIP tells it.
    pub in_read_me: bool,
    /// What it is in DCAT-AP, where that has a name for it.
    pub dcat_ap: Option<DcatApStatement>,
    /// What it is in DCAT-US 3.0, where that has a name for it.
    pub dcat_us_3: Option<DcatUs3Property>,
    /// The property of schema.org's `Dataset` that takes it as text, in pages and in Croissant.
    pub schema_org: Option<&'static str>,
}

/// A statement of DCAT-AP: a node of its own, which has the words as its label.
#[derive(Debug)]
pub struct DcatApStatement {
    /// The property that leads from the dataset to it.
    pub property: &'static str,
    /// Its class.
    pub class: &'static str,
}

/// A property of DCAT-US 3.0 that takes words.
#[derive(Debug)]
pub enum DcatUs3Property {
    /// A property that holds a list of texts.
    Texts(&'static str),
    /// `scopeNote`, a paragraph of it.
    ScopeNote,
}

/// What one dataset states: the facts that it gives, in the order of [`STATED_FACTS`].
#[derive(Clone, Default)]
pub struct StatedFacts(Vec<(&'static StatedFact, Words)>);

impl StatedFacts {
    /// Returns the words of a fact; no words where it is not given.
    pub(crate) fn words(&self, fact: &StatedFact) -> &Words {
        const NOTHING: &Words = &Words::none();
        self.iter()
            .find(|(given, _)| given.key == fact.key)
            .map_or(NOTHING, |(_, words)| words)
    }

    /// Returns each fact that is given, with its words.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static StatedFact, &Words)> {
        self.0.iter().map(|(fact, words)| (*fact, words))
    }
}

impl FromIterator<(&'static StatedFact, Words)> for StatedFacts {
    fn from_iter<I: IntoIterator<Item = (&'static StatedFact, Words)>>(facts: I) -> Self {
        let given = facts.into_iter().filter(|(_, words)| !words.is_empty());
        StatedFacts(given.collect())
    }
}

/// Names every fact, also those that are not given, as the fields of a struct.
impl fmt::Debug for StatedFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_struct("StatedFacts");
        for fact in STATED_FACTS {
            fields.field(fact.key, self.words(fact));
        }
        fields.finish()
    }
}
