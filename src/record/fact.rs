//! Facts that a catalogue wants of every dataset.

use super::Record;
use crate::diag::{Diagnostic, Severity, codes};
use crate::text::lang::Lang;
use crate::text::words::Words;

/// A fact that may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// `summary`, or a text.
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
    pub(crate) fn id(self) -> &'static str {
        match self {
            Fact::Description => "summary",
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

    /// Whether DCAT-US 1.1's schema for non-federal publishers rejects a record without it.
    /// Identifier, title and access level are never missing here: a dataset has its folder's name, and what is
    /// published is public.
    pub(crate) fn is_mandatory(self) -> bool {
        matches!(
            self,
            Fact::Description | Fact::Publisher | Fact::Contact | Fact::Keywords | Fact::Modified
        )
    }
}

/// Words that fill a field and say nothing. A fact that is not specified is not there.
const NOTHING: &[&str] = &[
    "n/a",
    "na",
    "n/d",
    "nd",
    "s/d",
    "-",
    "--",
    "—",
    "?",
    ".",
    "x",
    "none",
    "null",
    "unknown",
    "unspecified",
    "not specified",
    "not available",
    "tbd",
    "to be defined",
    "todo",
    "desconocido",
    "desconocida",
    "no especificado",
    "sin especificar",
    "no disponible",
    "no aplica",
    "ninguno",
    "ninguna",
    "por definir",
    "pendiente",
    "sin dato",
    "sin datos",
];

/// Whether a text says something, and is not only there to fill a field.
pub(super) fn says_something(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    !text.is_empty() && !NOTHING.contains(&text.as_str())
}

/// Whether words say something in any language.
pub(super) fn is_said(words: &Words) -> bool {
    words.all().any(|(_, text)| says_something(text))
}

/// What a record lacks, in the order of [`Fact::ALL`].
pub(super) fn missing(record: &Record) -> Vec<Fact> {
    Fact::ALL
        .into_iter()
        .filter(|fact| !fact.is_there(record))
        .collect()
}

impl Fact {
    fn is_there(self, record: &Record) -> bool {
        match self {
            Fact::Description => is_said(&record.description),
            Fact::Publisher => record.publisher.as_ref().is_some_and(|p| is_said(&p.name)),
            Fact::Contact => record.contact.as_ref().is_some_and(|c| {
                is_said(&c.name) && c.email.as_deref().is_some_and(super::is_email)
            }),
            Fact::Keywords => record.keywords.iter().any(is_said),
            Fact::Modified => record.modified.is_some(),
            Fact::License => record.license_address().is_some(),
            Fact::Theme => !record.themes.is_empty(),
            Fact::Frequency => record
                .frequency
                .as_deref()
                .is_some_and(|code| code != "unknown"),
            Fact::Issued => record.issued.is_some(),
            Fact::Spatial => record.spatial.is_some(),
            Fact::Temporal => record
                .temporal
                .is_some_and(|(first, last)| first.is_some() || last.is_some()),
        }
    }

    /// The finding that a record lacks this: a warning for what harvesters refuse, and for the licence, without which
    /// nobody may use the data; a note for the rest, which costs points of quality.
    pub(super) fn finding(self, record: &Record, main: &Lang) -> Diagnostic {
        let mut finding = Diagnostic::new(&codes::METADATA_MISSING)
            .arg("field", self.id())
            .arg("dataset", &record.id)
            .arg("title", record.title.text(main));
        if !self.is_mandatory() && self != Fact::License {
            finding.severity = Severity::Note;
        }
        finding
    }
}

#[cfg(test)]
mod tests {
    use super::says_something;

    #[test]
    fn words_that_fill_a_field_say_nothing() {
        for nothing in ["", " ", "N/A", "Sin especificar.", "unspecified", "—"] {
            assert!(!says_something(nothing), "{nothing}");
        }
        assert!(says_something("Instituto") && says_something("Namibia"));
    }
}
