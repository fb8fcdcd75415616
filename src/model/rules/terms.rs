//! A term that no file describes, and whose name is nearly that of another one, may be a slip.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::head::Head;
use crate::model::portal::Portal;
use crate::model::term::{Term, TermRef};
use crate::model::vocabulary::Taxonomy;
use crate::text::near::within;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Letters that a word must have before another one that differs in one letter is taken for it: `zona-a` is not `zona-b`.
const SHORTEST: usize = 4;

/// Letters from which on two may be wrong.
const LONG: usize = 8;

/// Where a term is named first, and how often.
struct FirstMention<'p> {
    head: &'p Head,
    term: &'p TermRef,
    count: u64,
    /// Its place among the namings of the portal.
    order: usize,
}

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    let named = named(portal);
    for taxonomy in Taxonomy::ALL {
        let mut index = NearNames::default();
        let unsure =
            |term: &&Term| is_unsure(term) && named.contains_key(&(taxonomy, term.id.as_str()));
        if portal.terms.of(taxonomy).any(|term| unsure(&term)) {
            portal.terms.of(taxonomy).for_each(|term| index.add(term));
        }
        for term in portal.terms.of(taxonomy).filter(unsure) {
            let own = &named[&(taxonomy, term.id.as_str())];
            let is_surer = |other: &&Term| {
                let naming = named.get(&(taxonomy, other.id.as_str()));
                let more = naming
                    .is_some_and(|naming| (naming.count, own.order) > (own.count, naming.order));
                other.id != term.id && (!is_unsure(other) || more)
            };
            let Some(near) = index.near(term).find(is_surer) else {
                continue;
            };
            let main = portal.settings.main();
            let finding = Diagnostic::new(&codes::TERM_MISSPELT)
                .at(own.head.file.place(own.term.span.clone()));
            sink.push(
                finding
                    .arg("name", term.name.text(main))
                    .arg("count", own.count)
                    .arg("what", what(taxonomy))
                    .arg("near", near.name.text(main))
                    .arg(
                        "file",
                        format!("content/{}/{}.md", taxonomy.folder(), term.id),
                    ),
            );
        }
    }
}

/// Whether nobody but the pages that name it knows a term.
fn is_unsure(term: &Term) -> bool {
    term.head.is_none()
        && !term
            .taxonomy
            .known_terms()
            .iter()
            .any(|known| known.id == term.id)
}

pub(super) fn what(taxonomy: Taxonomy) -> &'static str {
    match taxonomy {
        Taxonomy::Locality => "locality",
        Taxonomy::Institution => "institution",
        Taxonomy::PolicyArea => "policy-area",
        Taxonomy::Sector => "sector",
        Taxonomy::Value => "value",
    }
}

/// Returns the taxonomies and identifiers of every term that a page names.
pub(super) fn named_ids(portal: &Portal) -> BTreeSet<(Taxonomy, &str)> {
    let all = mentions(portal).into_iter();
    all.map(|one| (one.taxonomy, one.term.id.as_str()))
        .collect()
}

/// Every term that a page names.
fn named(portal: &Portal) -> BTreeMap<(Taxonomy, &str), FirstMention<'_>> {
    let mut all: BTreeMap<_, FirstMention<'_>> = BTreeMap::new();
    for (
        order,
        Mention {
            taxonomy,
            term,
            head,
        },
    ) in mentions(portal).into_iter().enumerate()
    {
        all.entry((taxonomy, term.id.as_str()))
            .or_insert(FirstMention {
                head,
                term,
                count: 0,
                order,
            })
            .count += 1;
    }
    all
}

/// A term in a fact of a page.
struct Mention<'p> {
    taxonomy: Taxonomy,
    term: &'p TermRef,
    head: &'p Head,
}

/// The terms that pages name, in the order of the portal.
#[derive(Default)]
struct Mentions<'p>(Vec<Mention<'p>>);

impl<'p> Mentions<'p> {
    /// Adds terms of a taxonomy that a page names.
    fn add(
        &mut self,
        head: &'p Head,
        taxonomy: Taxonomy,
        terms: impl IntoIterator<Item = &'p TermRef>,
    ) {
        self.0.extend(terms.into_iter().map(|term| Mention {
            taxonomy,
            term,
            head,
        }));
    }
}

fn mentions(portal: &Portal) -> Vec<Mention<'_>> {
    let mut all = Mentions::default();
    for c in &portal.commitments {
        let institutions = c.institutions.iter().map(|one| &one.institution);
        let values = c.values.iter().map(|one| &one.value);
        all.add(&c.head, Taxonomy::Locality, &c.locality);
        all.add(&c.head, Taxonomy::Institution, institutions);
        all.add(&c.head, Taxonomy::PolicyArea, &c.policy_areas);
        all.add(&c.head, Taxonomy::Sector, &c.sector);
        all.add(&c.head, Taxonomy::Value, values);
    }
    for r in &portal.reports {
        all.add(&r.head, Taxonomy::Locality, &r.locality);
    }
    for p in &portal.action_plans {
        all.add(&p.head, Taxonomy::Locality, &p.locality);
    }
    for i in &portal.initiatives {
        all.add(&i.head, Taxonomy::Institution, &i.institution);
        all.add(&i.head, Taxonomy::PolicyArea, &i.topics);
    }
    for page in &portal.declared {
        for (taxonomy, term) in portal.terms_named_by(page) {
            all.add(&page.head, taxonomy, [term]);
        }
    }
    all.0
}

/// Terms by what is left of their names when letters of one word are left out: two names that differ in a letter or two
/// of one word have something of that in common, and no name has to be compared with every other.
#[derive(Default)]
pub(super) struct NearNames<'p> {
    terms: BTreeMap<u64, Vec<&'p Term>>,
}

impl<'p> NearNames<'p> {
    pub(super) fn add(&mut self, term: &'p Term) {
        for key in keys(term) {
            let terms = self.terms.entry(key).or_default();
            if terms.last().is_none_or(|last| last.id != term.id) {
                terms.push(term);
            }
        }
    }

    /// Terms whose names differ from this one in one word, by no more letters than a slip has.
    pub(super) fn near(&self, term: &Term) -> impl Iterator<Item = &'p Term> {
        let mut found: Vec<&'p Term> = Vec::new();
        for key in keys(term) {
            let same = self.terms.get(&key).into_iter().flatten();
            found.extend(same.filter(|other| other.id != term.id && is_near(term, other)));
        }
        found.sort_by(|a, b| a.id.cmp(&b.id));
        found.dedup_by(|a, b| a.id == b.id);
        found.into_iter()
    }
}

/// Articles, prepositions and conjunctions, which say nothing of who somebody is.
const SMALL_WORDS: &[&str] = &[
    "a", "al", "and", "da", "das", "de", "del", "des", "do", "dos", "du", "e", "el", "en", "et",
    "for", "la", "las", "le", "les", "los", "of", "para", "the", "y",
];

/// Returns a term's names, without accents, case and small words.
fn names(term: &Term) -> impl Iterator<Item = String> {
    term.name
        .all()
        .map(|(_, name)| without_small_words(&plain_words(name)))
}

/// Returns the words of a name in lower-case letters without accents, joined by hyphens, however long it is.
fn plain_words(name: &str) -> String {
    let plain = deunicode::deunicode(name).to_ascii_lowercase();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

fn without_small_words(name: &str) -> String {
    let words = name.split('-').filter(|word| !SMALL_WORDS.contains(word));
    words.collect::<Vec<_>>().join("-")
}

/// Whether one of the names is the same, or differs in one word by a slip.
fn is_near(term: &Term, other: &Term) -> bool {
    names(term).any(|own| names(other).any(|name| own == name || differs_by_a_slip(&own, &name)))
}

fn differs_by_a_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) =
        (one.split('-').collect(), other.split('-').collect());
    let differing: Vec<(&str, &str)> = one
        .iter()
        .zip(&other)
        .filter(|(a, b)| a != b)
        .map(|(a, b)| (*a, *b))
        .collect();
    let [(a, b)] = differing[..] else {
        return false;
    };
    let shorter = a.len().min(b.len());
    let most = if shorter >= LONG { 2 } else { 1 };
    one.len() == other.len()
        && shorter >= SHORTEST
        && !has_digits(a)
        && !has_digits(b)
        && within(a, [b], most).is_some()
}

fn has_digits(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_digit())
}

/// Keys of a term's names.
fn keys(term: &Term) -> Vec<u64> {
    let mut keys = Vec::new();
    for name in names(term) {
        let words: Vec<&str> = name.split('-').collect();
        for (at, word) in words
            .iter()
            .enumerate()
            .filter(|(_, word)| word.len() >= SHORTEST - 1)
        {
            for left in shortened(word) {
                let mut hasher = DefaultHasher::new();
                (&words[..at], left, &words[at + 1..]).hash(&mut hasher);
                keys.push(hasher.finish());
            }
        }
    }
    keys
}

/// A word, and what is left of it without one letter; of a long one, without two.
fn shortened(word: &str) -> Vec<String> {
    let once = without_a_letter(word);
    let mut all = vec![word.to_owned()];
    if word.len() >= LONG - 1 {
        all.extend(once.iter().flat_map(|word| without_a_letter(word)));
    }
    all.extend(once);
    all.sort();
    all.dedup();
    all
}

/// What is left of a word of ASCII letters without each of them.
fn without_a_letter(word: &str) -> Vec<String> {
    (0..word.len())
        .map(|at| format!("{}{}", &word[..at], &word[at + 1..]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{differs_by_a_slip, without_small_words};

    #[test]
    fn small_words_do_not_count() {
        for (one, other) in [
            ("secretaria-de-salud", "secretaria-del-salud"),
            ("instituto-de-la-mujer", "instituto-mujer"),
        ] {
            assert_eq!(without_small_words(one), without_small_words(other));
        }
        assert_eq!(without_small_words("delegacion-desde"), "delegacion-desde");
    }

    #[test]
    fn a_slip_is_told_from_another_name() {
        for (one, other) in [
            ("tesoreria-municipal", "tesoreria-munisipal"),
            ("tesoreria-municipal", "tesroeria-municipal"),
            ("tesoreria-municipal", "tesoreria-muncipla"),
            ("salud", "saud"),
            ("open-contracting", "open-contractng"),
        ] {
            assert!(differs_by_a_slip(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("secretaria-de-salud", "secretaria-de-cultura"),
            ("region-ii", "region-iii"),
            ("zona-a", "zona-b"),
            ("distrito-2021", "distrito-2022"),
            ("instituto-de-la-mujer", "instituto-de-las-mujeres"),
            ("tesoreria", "tesoreria-municipal"),
            ("salud", "salud"),
        ] {
            assert!(!differs_by_a_slip(one, other), "{one} {other}");
        }
    }
}
