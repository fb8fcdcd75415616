//! Terms: localities, institutions, policy areas, sectors, values. A term that is only used exists too.

use super::facts::{Facts, PageFiles};
use super::head::Head;
use super::vocabulary::Taxonomy;
use crate::diag::Sink;
use crate::source::fields::At;
use crate::text::lang::Lang;
use crate::text::slug::slug;
use crate::text::words::Words;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One term of a taxonomy.
#[derive(Debug, Clone)]
pub struct Term {
    /// The taxonomy.
    pub taxonomy: Taxonomy,
    /// Its identifier: lower-case, the last part of its address.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// Its page's text and facts, where it has a file.
    pub head: Option<Head>,
    /// The country's ISO 3166-1 alpha-3 code.
    pub country: Option<String>,
    /// An official code.
    pub code: Option<String>,
    /// Its site.
    pub url: Option<String>,
}

/// Which term a page names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRef {
    /// The term's identifier.
    pub id: String,
    /// Where it is named.
    pub span: std::ops::Range<usize>,
}

/// All terms, found by identifier or by name in any language. Copies share them until one has another term.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    terms: Arc<BTreeMap<(Taxonomy, String), Term>>,
    names: Arc<BTreeMap<(Taxonomy, String), String>>,
}

impl Terms {
    /// The field's own terms, in Spanish and English where the portal has those languages.
    pub fn known(languages: &[Lang]) -> Terms {
        let mut terms = Terms::default();
        for taxonomy in Taxonomy::ALL {
            for (id, es, en) in taxonomy.known_terms() {
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
                names.extend([es, en].map(|name| ((taxonomy, slug(name)), (*id).to_owned())));
                terms.add(Term { taxonomy, id: (*id).into(), name, head: None, country: None, code: None, url: None });
            }
        }
        terms
    }

    /// Adds a term, in the place of a known one of the same identifier.
    pub fn add(&mut self, term: Term) {
        let names = Arc::make_mut(&mut self.names);
        for name in term.name.all().map(|(_, name)| slug(name)).chain([slug(&term.id)]) {
            names.insert((term.taxonomy, name), term.id.clone());
        }
        Arc::make_mut(&mut self.terms).insert((term.taxonomy, term.id.clone()), term);
    }

    /// The term that a page names, made from the name where there is none.
    pub fn resolve(&mut self, taxonomy: Taxonomy, name: At<String>, lang: &Lang) -> Option<TermRef> {
        let key = slug(&name.value);
        if key.is_empty() {
            return None;
        }
        let known = self.names.get(&(taxonomy, key.clone())).cloned();
        let id = known.unwrap_or_else(|| {
            let words = Words::new(lang.clone(), name.value);
            let id = key.clone();
            self.add(Term { taxonomy, id, name: words, head: None, country: None, code: None, url: None });
            key
        });
        Some(TermRef { id, span: name.span })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.terms.len()
    }

    /// A term by its identifier.
    pub fn get(&self, taxonomy: Taxonomy, id: &str) -> Option<&Term> {
        self.terms.get(&(taxonomy, id.to_owned()))
    }

    /// The terms of a taxonomy by identifier.
    pub fn of(&self, taxonomy: Taxonomy) -> impl Iterator<Item = &Term> {
        self.terms.values().filter(move |t| t.taxonomy == taxonomy)
    }
}

/// Reads a term's own file.
pub fn read(taxonomy: Taxonomy, mut facts: Facts<'_>, files: &PageFiles<'_>, sink: &mut Sink) -> Option<Term> {
    let head = facts.head(files, sink);
    let [country, code, url] = ["country", "code", "url"].map(|key| facts.main.text(key, sink).map(|t| t.value));
    let head = facts.finish(head, sink);
    let head = head?;
    let (id, name) = (head.id.to_ascii_lowercase(), head.title.clone());
    Some(Term { taxonomy, id, name, head: Some(head), country, code, url })
}
