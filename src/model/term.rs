//! Terms: localities, institutions, policy areas, sectors, values. A term that is only used exists too.

use super::facts::{PageFacts, PageFiles};
use super::head::Head;
use super::vocabulary::{BilingualName, Taxonomy};
use crate::diag::Sink;
use crate::source::fields::Spanned;
use crate::text::fold;
use crate::text::lang::Lang;
use crate::text::slug::{check_id, slug, spoken};
use crate::text::words::Words;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One term of a taxonomy.
#[derive(Debug, Clone)]
pub struct Term {
    pub(crate) taxonomy: Taxonomy,
    /// Its identifier: lower-case, the last part of its address.
    pub(crate) id: String,
    pub(crate) name: Words,
    /// Its page's text and facts, where it has a file.
    pub(crate) head: Option<Head>,
    /// The country's ISO 3166-1 alpha-3 code.
    pub(crate) country: Option<String>,
    /// An official code.
    pub(crate) code: Option<String>,
    /// Its site.
    pub(crate) url: Option<String>,
}

/// Which term a page names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermRef {
    /// The term's identifier.
    pub(crate) id: String,
    pub(crate) span: std::ops::Range<usize>,
}

/// What a name has in common with its other spellings: its words without accents and case. Letters are not brought into
/// another script, in which two names may be alike.
fn key(name: &str) -> String {
    let words = fold::words(&spoken(name).replace(['\'', '’'], "")).join("-");
    if words.is_empty() {
        name.trim().to_owned()
    } else {
        words
    }
}

/// All terms, found by identifier or by name in any language. Copies share them until one has another term.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    terms: Arc<BTreeMap<(Taxonomy, String), Term>>,
    names: Arc<BTreeMap<(Taxonomy, String), String>>,
}

impl Terms {
    /// The field's own terms, in Spanish and English where the portal has those languages.
    pub(crate) fn known(languages: &[Lang]) -> Terms {
        let mut terms = Terms::default();
        for taxonomy in Taxonomy::ALL {
            for BilingualName { id, es, en } in taxonomy.known_terms() {
                let mut name = Words::default();
                for lang in languages {
                    match lang.primary().as_str() {
                        "es" => name.add(lang.clone(), *es),
                        "en" => name.add(lang.clone(), *en),
                        _ => {}
                    }
                }
                if name.is_empty() {
                    name.add(Lang::parse("en").expect("a tag"), *en);
                }
                let names = Arc::make_mut(&mut terms.names);
                names.extend([es, en].map(|name| ((taxonomy, key(name)), (*id).to_owned())));
                terms.add(Term {
                    taxonomy,
                    id: (*id).into(),
                    name,
                    head: None,
                    country: None,
                    code: None,
                    url: None,
                });
            }
        }
        terms
    }

    /// Adds a term, in the place of a known one of the same identifier.
    pub(crate) fn add(&mut self, term: Term) {
        let names = Arc::make_mut(&mut self.names);
        for name in term
            .name
            .all()
            .map(|(_, name)| key(name))
            .chain([key(&term.id)])
        {
            names.insert((term.taxonomy, name), term.id.clone());
        }
        Arc::make_mut(&mut self.terms).insert((term.taxonomy, term.id.clone()), term);
    }

    /// The term that a page names, made from the name where there is none.
    pub(crate) fn resolve(
        &mut self,
        taxonomy: Taxonomy,
        name: Spanned<String>,
        lang: &Lang,
    ) -> Option<TermRef> {
        let key = key(&name.value);
        if key.is_empty() {
            return None;
        }
        let known = self
            .names
            .get(&(taxonomy, key))
            .or_else(|| self.by_address(taxonomy, &name.value))
            .cloned();
        let id = known.unwrap_or_else(|| {
            let id = self.free_id(taxonomy, &name.value);
            let words = Words::new(lang.clone(), name.value);
            self.add(Term {
                taxonomy,
                id: id.clone(),
                name: words,
                head: None,
                country: None,
                code: None,
                url: None,
            });
            id
        });
        Some(TermRef {
            id,
            span: name.span,
        })
    }

    /// The term whose address a name has, where its letters are Latin: `ø`, `ł` and `ß` have no accent to be taken away.
    fn by_address(&self, taxonomy: Taxonomy, name: &str) -> Option<&String> {
        let is_latin = name.chars().all(|c| c < '\u{250}');
        let slug = Some(slug(&spoken(name))).filter(|slug| is_latin && !slug.is_empty())?;
        self.names.get(&(taxonomy, slug))
    }

    /// An identifier for a term of this name: its slug, with a number where a term of another name has that.
    fn free_id(&self, taxonomy: Taxonomy, name: &str) -> String {
        let slug = Some(slug(&spoken(name))).filter(|slug| check_id(slug).is_ok());
        let slug = slug.unwrap_or_else(|| "term".to_owned());
        let numbered = (2..).map(|n| format!("{slug}-{n}"));
        std::iter::once(slug.clone())
            .chain(numbered)
            .find(|id| !self.terms.contains_key(&(taxonomy, id.clone())))
            .unwrap_or(slug)
    }

    pub(crate) fn count(&self) -> usize {
        self.terms.len()
    }

    /// A term by its identifier.
    pub fn get(&self, taxonomy: Taxonomy, id: &str) -> Option<&Term> {
        self.terms.get(&(taxonomy, id.to_owned()))
    }

    /// The terms of a taxonomy by identifier.
    pub(crate) fn of(&self, taxonomy: Taxonomy) -> impl Iterator<Item = &Term> {
        self.terms.values().filter(move |t| t.taxonomy == taxonomy)
    }
}

/// Parses the facts of a term's own file.
pub(crate) fn read(
    taxonomy: Taxonomy,
    mut facts: PageFacts<'_>,
    files: &PageFiles<'_>,
    sink: &mut Sink,
) -> Option<Term> {
    let head = facts.head(files, sink);
    let country = facts.main.country("country", sink);
    let code = facts.main.text("code", sink).map(|t| t.value);
    let url = facts.main.web_address("url", sink);
    let head = facts.finish(head, sink);
    let head = head?;
    let (id, name) = (head.id.to_ascii_lowercase(), head.title.clone());
    Some(Term {
        taxonomy,
        id,
        name,
        head: Some(head),
        country,
        code,
        url,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(names: &[&str]) -> Vec<String> {
        let lang = Lang::parse("es").unwrap();
        let mut terms = Terms::known(std::slice::from_ref(&lang));
        let name = |name: &&str| Spanned {
            value: (*name).to_owned(),
            span: 0..0,
        };
        names
            .iter()
            .map(|n| {
                terms
                    .resolve(Taxonomy::PolicyArea, name(n), &lang)
                    .unwrap()
                    .id
            })
            .collect()
    }

    #[test]
    fn spellings_are_one_term_and_other_names_are_others() {
        assert_eq!(
            resolved(&["C++", "C", "c", "C#", "I+D"]),
            ["c-plus-plus", "c", "c", "c-sharp", "i-d"]
        );
        assert_eq!(
            resolved(&["Educación", "educacion", "EDUCACIÓN", "a/b", "a b", "a_b"]),
            ["educacion", "educacion", "educacion", "a-b", "a-b", "a-b"]
        );
        assert_eq!(
            resolved(&["Combate a la corrupción", "anti-corruption"]),
            ["anti-corruption"; 2]
        );
        assert_eq!(
            resolved(&["Łódź", "Lodz", "L'Hospitalet", "lhospitalet"]),
            ["lodz", "lodz", "lhospitalet", "lhospitalet"]
        );
        // One sound in Latin letters, two names.
        assert_eq!(
            resolved(&["事实", "实时", "事实"]),
            ["shi-shi", "shi-shi-2", "shi-shi"]
        );
        assert_eq!(
            resolved(&["¿?", "…", "¿?", "index"]),
            ["term", "term-2", "term", "term-3"]
        );
        let long = "a".repeat(70);
        assert_eq!(
            resolved(&[&format!("{long}b"), &format!("{long}c")])[1].len(),
            66
        );
    }
}
