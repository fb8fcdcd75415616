//! Findings without the personal data that a message, a file's name or a shown line would repeat.

use super::{Diagnostic, Excerpt};
use crate::text::messages::Arg;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use tragaluz_tables::finding::is_personal;
use tragaluz_tables::privacy::{Certainty, DeclaredContacts, FieldHint, PersonalKind, kinds, scan};

/// Masks what these findings would print; `declared` are the contacts of offices, which are shown.
pub(super) fn mask(found: &mut [Diagnostic], declared: &DeclaredContacts) {
    let known = found_kinds(found);
    let none = BTreeSet::new();
    for finding in found {
        let file = finding.place.as_ref().map_or("", |place| &place.file);
        let here = known.get(file).unwrap_or(&none);
        Masking { here, declared }.apply(finding);
    }
}

/// Returns the kinds of personal data that were found in each file.
fn found_kinds(found: &[Diagnostic]) -> BTreeMap<String, BTreeSet<PersonalKind>> {
    let all: Vec<PersonalKind> = kinds().collect();
    let mut known: BTreeMap<String, BTreeSet<PersonalKind>> = BTreeMap::new();
    for finding in found.iter().filter(|one| is_personal(one.code.id)) {
        let named = finding.args.iter().find_map(|(name, value)| match value {
            Arg::Text(id) if *name == "kind" => all.iter().find(|kind| kind.id == *id),
            _ => None,
        });
        if let (Some(place), Some(kind)) = (&finding.place, named) {
            known.entry(place.file.clone()).or_default().insert(*kind);
        }
    }
    known
}

/// What is masked in the findings about one file.
struct Masking<'a> {
    /// The kinds that were found in the file.
    here: &'a BTreeSet<PersonalKind>,
    declared: &'a DeclaredContacts,
}

impl Masking<'_> {
    fn apply(&self, finding: &mut Diagnostic) {
        for (_, value) in &mut finding.args {
            if let Arg::Text(text) = value {
                self.mask(text);
            }
        }
        let Some(place) = &mut finding.place else {
            return;
        };
        let mut names: Vec<String> = place.file.split('/').map(str::to_owned).collect();
        names.iter_mut().for_each(|name| self.mask(name));
        place.file = names.join("/");
        // Which of a line's words are a name or a number that only its column announces, nobody can tell.
        place.excerpt = place.excerpt.take().filter(|_| self.here.is_empty());
        if let Some(excerpt) = &mut place.excerpt {
            self.mask_excerpt(excerpt);
        }
    }

    /// Puts the names of kinds in the place of what is of them.
    fn mask(&self, text: &mut String) {
        for (span, kind) in self.matches(text, FieldHint::default()).into_iter().rev() {
            text.replace_range(span, &format!("[{}]", kind.id));
        }
        // What is a number by itself is a telephone in a column that is called so.
        for kind in self.here {
            let hint = FieldHint {
                announces: Some(*kind),
            };
            for (span, kind) in self.matches(text, hint).into_iter().rev() {
                text.replace_range(span, &format!("[{}]", kind.id));
            }
        }
    }

    fn mask_excerpt(&self, excerpt: &mut Excerpt) {
        for (span, kind) in self
            .matches(&excerpt.text, FieldHint::default())
            .into_iter()
            .rev()
        {
            let name = format!("[{}]", kind.id);
            for edge in [&mut excerpt.start, &mut excerpt.end] {
                if *edge >= span.end {
                    *edge = *edge - span.len() + name.len();
                } else if *edge > span.start {
                    *edge = span.start;
                }
            }
            excerpt.text.replace_range(span, &name);
        }
    }

    /// Returns what is to be masked in a text: whatever has a fixed form or check digits, and what is of a kind that was
    /// found in the file.
    fn matches(&self, text: &str, hint: FieldHint) -> Vec<(Range<usize>, PersonalKind)> {
        let all = scan(text, hint, self.declared).into_iter();
        all.filter(|one| one.kind.certainty == Certainty::Checked || self.here.contains(&one.kind))
            .map(|one| (one.span, one.kind))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Place, codes};
    use super::*;

    fn masked(finding: Diagnostic, declared: &DeclaredContacts) -> Diagnostic {
        let mut found = [finding];
        mask(&mut found, declared);
        let [finding] = found;
        finding
    }

    #[test]
    fn what_a_finding_repeats_is_masked_wherever_it_is() {
        let line = "correo: ana@correo.test, cuando: ayer";
        let finding = Diagnostic::new(&codes::WRONG_DATE)
            .at(Place::of("content/ana@correo.test/x.md", line, 33..37))
            .arg("text", "ayer, ana@correo.test");
        let shown = masked(finding.clone(), &DeclaredContacts::default());
        let place = shown.place.as_ref().unwrap();
        let excerpt = place.excerpt.as_ref().unwrap();
        assert!(!format!("{shown:?}").contains("ana@"), "{shown:?}");
        assert_eq!(&excerpt.text[excerpt.start..excerpt.end], "ayer");
        let declared = DeclaredContacts::new(["ana@correo.test"]);
        assert_eq!(masked(finding.clone(), &declared), finding);
    }
}
