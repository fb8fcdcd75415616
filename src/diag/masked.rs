//! Findings without the personal data that a message, a file's name or a shown line would repeat.

use super::{Diagnostic, Excerpt};
use crate::text::messages::Arg;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use tragaluz_tables::finding::is_personal;
use tragaluz_tables::litter;
use tragaluz_tables::privacy::{Certainty, DeclaredContacts, FieldHint, PersonalKind, kinds, scan};

/// Particulars that are words of this program.
const OF_OURS: &[&str] = &["kind", "kinds", "named", "part", "lines", "code", "known"];

/// Particulars that repeat what a file says.
const CITED: &[&str] = &["cell", "text", "value", "words", "first", "mark", "names"];

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
            Arg::Text(id) if *name == "kind" => all.iter().find(|kind| kind.id == id.as_str()),
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
        for (name, value) in &mut finding.args {
            if let Arg::Text(text) = value
                && !OF_OURS.contains(name)
            {
                self.mask(text);
                if CITED.contains(name) {
                    self.mask_value(text);
                }
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

    /// Puts the names of kinds in the place of what is of them, also in names of files.
    fn mask(&self, text: &mut String) {
        self.replace(text, FieldHint::default());
        if text.contains('.') || text.contains('_') {
            let parts = text.split_inclusive(['/', ',', ' ']);
            *text = parts.map(|part| self.without_personal(part)).collect();
        }
    }

    /// Returns a part of a path, in which signs join words that prose has apart.
    fn without_personal(&self, part: &str) -> String {
        let name = part.trim_end_matches(['/', ',', ' ']);
        let stem = litter::stem(name);
        let mut spoken = stem.replace('_', " ");
        if self.replace(&mut spoken, FieldHint::default()) {
            spoken + &part[stem.len()..]
        } else {
            part.to_owned()
        }
    }

    /// Replaces what is found in a text, and says whether anything was.
    fn replace(&self, text: &mut String, hint: FieldHint) -> bool {
        let found = self.matches(text, hint);
        for (span, kind) in found.iter().rev() {
            text.replace_range(span.clone(), &format!("[{}]", kind.id));
        }
        !found.is_empty()
    }

    /// Masks a value that is of a kind only by what is above it: a number is a telephone in a column that is called so.
    fn mask_value(&self, text: &mut String) {
        for kind in self.here {
            self.replace(text, FieldHint::that_announces(*kind));
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
        all.filter(|one| {
            let is_here = self.here.iter().any(|kind| kind.id == one.kind.id);
            is_here || one.kind.certainty == Certainty::Checked
        })
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
