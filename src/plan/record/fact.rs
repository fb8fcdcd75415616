//! Facts that a catalogue wants of every dataset.

/// A fact that may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// `description`.
    Description,
    /// `publisher`.
    Publisher,
    /// `contact` with a name and an e-mail address.
    Contact,
    /// `keywords`.
    Keywords,
    /// `modified`.
    Modified,
    /// `licenses` with an address.
    License,
    /// `theme`.
    Theme,
    /// `frequency`.
    Frequency,
    /// `issued`.
    Issued,
    /// `spatial`.
    Spatial,
    /// `temporal`.
    Temporal,
}

impl Fact {
    /// Every fact, the mandatory ones first.
    pub const ALL: [Fact; 11] = [
        Fact::Description,
        Fact::Publisher,
        Fact::Contact,
        Fact::Keywords,
        Fact::Modified,
        Fact::License,
        Fact::Theme,
        Fact::Frequency,
        Fact::Issued,
        Fact::Spatial,
        Fact::Temporal,
    ];

    /// Its name in `dataset.md`.
    pub fn id(self) -> &'static str {
        match self {
            Fact::Description => "description",
            Fact::Publisher => "publisher",
            Fact::Contact => "contact",
            Fact::Keywords => "keywords",
            Fact::Modified => "modified",
            Fact::License => "licenses",
            Fact::Theme => "theme",
            Fact::Frequency => "frequency",
            Fact::Issued => "issued",
            Fact::Spatial => "spatial",
            Fact::Temporal => "temporal",
        }
    }

    /// Whether DCAT-US 1.1's schema for non-federal publishers rejects a record without it (STANDARDS.md, marked M).
    /// Identifier, title and access level are never missing here: a dataset has its folder's name, and what is
    /// published is public.
    pub fn is_mandatory(self) -> bool {
        matches!(self, Fact::Description | Fact::Publisher | Fact::Contact | Fact::Keywords | Fact::Modified)
    }
}
