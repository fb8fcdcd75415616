//! Words that are surely of a language: a text that is made of them need not be told again, which takes a hundred times as long.

use crate::cache::CacheKey;
use crate::text::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Shorter words are the same in many languages, in letters.
const SHORTEST: usize = 4;

/// Fewer words are no text that could be told by them.
const FEWEST: usize = 5;

/// The words of texts that were told to be in the language that they are said to be in.
#[derive(Debug, Default)]
pub(crate) struct KnownWords<'p> {
    words: BTreeMap<&'p Lang, BTreeSet<&'p str>>,
    /// Sum of the hashes of all words with their languages, which is the same in whatever order they were learned (Bellare and
    /// Micciancio, 1997).
    sum: [u64; 4],
}

impl<'p> KnownWords<'p> {
    /// Takes in the words of a text that surely is in this language.
    pub(crate) fn learn(&mut self, lang: &'p Lang, text: &'p str) {
        let known = self.words.entry(lang).or_default();
        for word in words(text) {
            if known.insert(word) {
                let hash = CacheKey::of(&[lang.tag().as_bytes(), word.as_bytes()]);
                for (sum, part) in self.sum.iter_mut().zip(hash.bytes().as_chunks().0) {
                    *sum = sum.wrapping_add(u64::from_le_bytes(*part));
                }
            }
        }
    }

    /// By what they are known.
    pub(crate) fn key(&self) -> CacheKey {
        let sums = self.sum.map(u64::to_le_bytes);
        CacheKey::of(&[sums.as_flattened()])
    }

    /// Returns whether a text is surely in this language: three words of four are known. Languages that share as many, as Spanish
    /// and Galician may in a sentence, are not told apart by its letters either.
    pub(crate) fn are_of(&self, lang: &Lang, text: &str) -> bool {
        let Some(known) = self.words.get(lang) else {
            return false;
        };
        let (mut all, mut found) = (0, 0);
        for word in words(text) {
            all += 1;
            found += usize::from(known.contains(word));
        }
        all >= FEWEST && found * 4 >= all * 3
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() >= SHORTEST && word.chars().count() >= SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_known_words_is_told_and_no_other() {
        let [es, pt] = ["es", "pt"].map(|tag| Lang::parse(tag).unwrap());
        let mut known = KnownWords::default();
        known.learn(
            &es,
            "Las instituciones publican informes sobre obras públicas cada trimestre.",
        );
        let again = "Publican cada trimestre informes sobre obras, las instituciones públicas.";
        assert!(known.are_of(&es, again));
        assert!(!known.are_of(&pt, again));
        for other in [
            "As instituições publicam relatórios sobre obras públicas a cada trimestre.",
            "Institutions publish reports on public works every quarter.",
            "cada obras sobre",
        ] {
            assert!(!known.are_of(&es, other), "{other}");
        }
    }

    #[test]
    fn what_is_known_does_not_depend_on_the_order_in_which_it_was_learned() {
        let [es, pt] = ["es", "pt"].map(|tag| Lang::parse(tag).unwrap());
        let key = |texts: &[(&Lang, &str)]| {
            let mut known = KnownWords::default();
            for (lang, text) in texts {
                known.learn(lang, text);
            }
            known.key()
        };
        let one = key(&[(&es, "informes sobre obras"), (&es, "obras públicas")]);
        assert_eq!(
            one,
            key(&[(&es, "públicas"), (&es, "sobre obras informes")])
        );
        for other in [
            key(&[(&es, "informes sobre obras")]),
            key(&[(&es, "informes sobre obras públicas nuevas")]),
            key(&[(&pt, "informes sobre obras"), (&es, "obras públicas")]),
        ] {
            assert_ne!(one, other);
        }
    }
}
