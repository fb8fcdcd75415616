//! What is taken out of a copy.

use crate::privacy::{DeclaredContacts, FieldHint, PersonalKind, PersonalMatch, scan};
use std::collections::BTreeSet;
use std::ops::Range;
use tragaluz_text::slug::slug;

/// What is taken out of a copy.
#[derive(Debug, Clone, Default)]
pub struct RedactionPolicy {
    /// Names of the kinds that are masked.
    pub kinds: BTreeSet<&'static str>,
    /// Whether a column in which one of them is found is left out as a whole.
    pub leaves_columns_out: bool,
    /// Columns that are left out whatever they hold, by their names.
    pub columns: Vec<String>,
    /// An office's contacts, which stay.
    pub declared: DeclaredContacts,
}

/// What was found in a text: what is to be masked, and what stays for a person to look at.
#[derive(Debug, Default)]
pub(super) struct TextSighting {
    /// Matches of kinds that are masked, in the order of the text.
    pub(super) masked: Vec<PersonalMatch>,
    /// Kinds that were found and stay, each once.
    pub(super) kept: Vec<PersonalKind>,
}

impl TextSighting {
    /// Returns the kinds that are masked, each once.
    pub(super) fn masked_kinds(&self) -> impl Iterator<Item = PersonalKind> {
        let kinds = self.masked.iter().map(|one| one.kind);
        kinds.enumerate().filter_map(|(nth, kind)| {
            let is_first = !self.masked[..nth].iter().any(|one| one.kind.id == kind.id);
            is_first.then_some(kind)
        })
    }

    /// Adds matches that overlap none of those that there are.
    pub(super) fn add(&mut self, more: impl Iterator<Item = PersonalMatch>) {
        for one in more {
            let is_apart = (self.masked.iter())
                .all(|other| one.span.end <= other.span.start || other.span.end <= one.span.start);
            if is_apart {
                self.masked.push(one);
            }
        }
        self.masked.sort_by_key(|one| one.span.start);
    }
}

/// What is known of the values of a column, a member or a fact before they are looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ValueHint {
    /// What its name says.
    pub(super) own: FieldHint,
    /// Kinds of which its values are all together, though none of them tells it alone.
    pub(super) together: Vec<PersonalKind>,
}

impl ValueHint {
    /// Returns what a name says.
    pub(super) fn of(name: &str) -> ValueHint {
        ValueHint {
            own: FieldHint::of(name),
            together: Vec::new(),
        }
    }
}

impl RedactionPolicy {
    /// Finds what is personal in a text. What an earlier copy put in the place of something is nothing.
    pub(super) fn look(&self, text: &str, hint: &ValueHint) -> TextSighting {
        let mut sighting = TextSighting::default();
        for one in self.matches(text, hint.own) {
            if self.kinds.contains(one.kind.id) {
                sighting.masked.push(one);
            } else if !sighting.kept.contains(&one.kind) {
                sighting.kept.push(one.kind);
            }
        }
        for kind in &hint.together {
            let announced = self.matches(text, FieldHint::that_announces(*kind));
            sighting.add(announced.filter(|one| one.kind.id == kind.id));
        }
        sighting
    }

    fn matches(&self, text: &str, hint: FieldHint) -> impl Iterator<Item = PersonalMatch> {
        let found = scan(text, hint, &self.declared).into_iter();
        found.filter(|one| !is_marker(text, &one.span))
    }

    /// Finds what is personal in a text of which nothing is known.
    pub(super) fn look_at_text(&self, text: &str) -> TextSighting {
        self.look(text, &ValueHint::default())
    }

    /// Whether a column of this name is left out by its name.
    pub(super) fn names(&self, column: &str) -> bool {
        self.columns.iter().any(|name| is_same_name(name, column))
    }
}

/// Whether two names are the same, however they are spaced and accented.
pub(super) fn is_same_name(a: &str, b: &str) -> bool {
    a.trim() == b.trim() || !slug(a).is_empty() && slug(a) == slug(b)
}

/// Returns what is in the place of something of a kind. It is ASCII, so that every encoding has it.
pub(super) fn marker(kind: PersonalKind) -> String {
    format!("[{}]", kind.id)
}

/// Returns the same, as wide as what it replaces, for texts whose cells are at the same places of every line.
pub(super) fn marker_as_wide(kind: PersonalKind, replaced: &str) -> String {
    let width = replaced.chars().count();
    let marker = marker(kind);
    if marker.len() > width {
        "*".repeat(width)
    } else {
        format!("{marker:*<width$}")
    }
}

/// Whether a match is a marker, or a part of one.
fn is_marker(text: &str, span: &Range<usize>) -> bool {
    let before = &text[..span.end];
    let Some(start) = before.rfind('[').filter(|at| *at <= span.start) else {
        return false;
    };
    let inner = &text[start + 1..];
    inner.find(']').is_some_and(|end| {
        start + 1 + end + 1 >= span.end && crate::privacy::kinds().any(|k| k.id == &inner[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_copy_wrote_is_known() {
        let text = "write to [e-mail] or [x]";
        assert!(is_marker(text, &(9..17)) && is_marker(text, &(10..16)));
        assert!(
            !is_marker(text, &(0..5)) && !is_marker(text, &(0..17)) && !is_marker(text, &(21..24))
        );
    }

    #[test]
    fn names_are_the_same_however_they_are_written() {
        assert!(is_same_name("Teléfono móvil", "telefono_movil ") && is_same_name("№", "№"));
        assert!(!is_same_name("Nombre", "Nombre2") && !is_same_name("№", "%"));
    }

    #[test]
    fn markers_keep_the_width_where_places_count() {
        let kind = PersonalKind::checked("curp");
        assert_eq!(marker_as_wide(kind, "ñ1234567"), "[curp]**");
        assert_eq!(marker_as_wide(kind, "abc"), "***");
    }
}
