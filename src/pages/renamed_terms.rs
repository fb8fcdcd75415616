//! Where published pages lead that are gone and that the program itself made: nobody wrote them, and so nobody can
//! declare where they went. The page of an institution whose name was corrected leads to the corrected one, any other
//! to the list of its kind; a list that has become empty leads home.

use super::kinds::SEARCH;
use super::page_kind::PageKind;
use super::{FormerAddress, Plan, address};
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::vocabulary::Taxonomy;
use crate::source::address_list::{AddressLine, AddressList};
use crate::text::lang::Lang;
use crate::text::near::within;
use std::collections::{BTreeMap, BTreeSet};

/// Most redirects that follow each other.
const MOST_STEPS: usize = 20;

/// The list of everything by its first letter.
const A_TO_Z: &str = "a-z/index.html";

/// Lists of what has pages, besides those of terms.
const LISTS: &[&str] = &[
    "commitments",
    "reports",
    "action-plans",
    "initiatives",
    "practices",
    "datasets",
    "statuses",
    "a-z",
];

/// Pages that the program makes where there is something for them.
const MADE: &[&str] = &[
    SEARCH,
    "quality.html",
    "developers.html",
    address::WAIVERS,
    address::GLOSSARY,
    address::OFFLINE,
];

/// A published address of a page that is gone.
struct GonePage<'a> {
    /// Its address, without a language.
    address: &'a str,
    lang: &'a Lang,
    /// The term whose page it was: its kind, and the last part of the address without the ending.
    term: Option<(Taxonomy, &'a str)>,
}

/// Where such a page leads.
struct Successor<'p> {
    line: &'p AddressLine,
    /// The place of the page in [`Plan::pages`].
    page: usize,
    /// The corrected term's page, where it is one.
    corrected: Option<String>,
    /// Whether a reader of the findings should know of it.
    is_reported: bool,
}

impl Plan {
    /// Enters redirects from published pages that the program made and that are gone.
    pub(super) fn succeed(&mut self, published: &AddressList, sink: &mut Sink) {
        let mut places: BTreeMap<(&str, &Lang), usize> = BTreeMap::new();
        for (at, page) in self.pages.iter().enumerate() {
            places.insert((&page.draft.address, &page.lang), at);
        }
        let declared: BTreeSet<&str> = self.former.iter().map(|f| f.from.as_str()).collect();
        let undeclared = published
            .lines()
            .iter()
            .filter(|line| !declared.contains(line.address.as_str()));
        let all: Vec<Successor<'_>> = undeclared
            .filter_map(|line| self.successor(line, &places, published))
            .collect();
        sink.extend(self.finding(&all));
        let former: Vec<FormerAddress> = all
            .iter()
            .map(|one| FormerAddress {
                from: one.line.address.clone(),
                page: one.page,
            })
            .collect();
        let corrected = all
            .iter()
            .filter_map(|one| Some((one.line.address.clone(), one.corrected.clone()?)));
        self.succeeded = corrected.collect();
        self.former.extend(former);
    }

    /// Returns the finding that readers of terms are sent on; none where there is nothing to be told.
    fn finding(&self, all: &[Successor<'_>]) -> Option<Diagnostic> {
        let reported: Vec<&Successor<'_>> = all.iter().filter(|one| one.is_reported).collect();
        let paths = reported
            .iter()
            .map(|one| format!("{} → {}", one.line.address, self.pages[one.page].path))
            .collect::<Vec<_>>()
            .join(", ");
        let finding = Diagnostic::new(&codes::TERM_REDIRECTED).at(reported.first()?.line.place());
        Some(finding.arg("count", reported.len()).arg("paths", paths))
    }

    /// What took the place of a page; none where it still is, or where somebody wrote it.
    fn successor<'p>(
        &self,
        line: &'p AddressLine,
        places: &BTreeMap<(&str, &Lang), usize>,
        published: &AddressList,
    ) -> Option<Successor<'p>> {
        let main = &self.catalog.portal.main;
        let gone = gone(&line.address, main, &self.catalog.portal.languages)?;
        if self.has(gone.address) {
            return None;
        }
        let ways = ways_on(&gone)?;
        let last = recorded(&gone, main, published);
        let stands = last != gone.address && self.has(last);
        let corrected = if stands {
            Some(last.to_owned())
        } else {
            term_of(last)
                .and_then(|(taxonomy, slug)| self.corrected(taxonomy, slug, main, published))
        };
        // What the list says already need not be told again.
        let is_reported = gone.term.is_some() && !stands;
        let page = corrected
            .iter()
            .chain(&ways)
            .find_map(|to| places.get(&(to.as_str(), gone.lang)).copied())?;
        let corrected = corrected.map(|to| address::in_lang(gone.lang, main, &to));
        Some(Successor {
            line,
            page,
            corrected,
            is_reported,
        })
    }

    /// The term that was not published before and whose name is so like the old one that it must be the same, corrected.
    fn corrected(
        &self,
        taxonomy: Taxonomy,
        slug: &str,
        main: &Lang,
        published: &AddressList,
    ) -> Option<String> {
        let new = self.pages.iter().filter(|page| {
            let draft = &page.draft;
            page.kind == PageKind::Term
                && page.lang == *main
                && draft.part == 1
                && !published.has(&page.path)
        });
        let own: Vec<(&str, &str)> = new
            .filter_map(|page| {
                let slug = page
                    .draft
                    .address
                    .strip_prefix(taxonomy.folder())?
                    .strip_prefix('/')?;
                Some((slug.strip_suffix(".html")?, page.draft.address.as_str()))
            })
            .collect();
        let found = same_name(slug, &own.iter().map(|(slug, _)| *slug).collect::<Vec<_>>())?;
        own.iter()
            .find(|(slug, _)| *slug == found)
            .map(|(_, address)| (*address).to_owned())
    }
}

/// The last address, without a language, that the list says took the place of one that is gone; that one where it says
/// nothing.
fn recorded<'p>(gone: &GonePage<'p>, main: &Lang, published: &'p AddressList) -> &'p str {
    let prefix = address::in_lang(gone.lang, main, "");
    let mut at = gone.address;
    for _ in 0..MOST_STEPS {
        let next = published
            .leads_to(&format!("{prefix}{at}"))
            .and_then(|to| to.strip_prefix(&prefix));
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
    at
}

/// The kind of the term whose page an address without a language is, and the address's last part without its ending.
fn term_of(address: &str) -> Option<(Taxonomy, &str)> {
    let (folder, file) = address.split_once('/')?;
    let taxonomy = Taxonomy::ALL
        .into_iter()
        .find(|taxonomy| taxonomy.folder() == folder)?;
    let slug = file
        .strip_suffix(".html")
        .filter(|slug| !slug.contains('/') && *slug != "index")?;
    Some((taxonomy, slug))
}

/// What an address in a portal's languages was.
fn gone<'a>(path: &'a str, main: &'a Lang, languages: &'a [Lang]) -> Option<GonePage<'a>> {
    let mut others = languages.iter().filter(|lang| *lang != main);
    let of_other =
        others.find_map(|lang| Some((lang, path.strip_prefix(&address::in_lang(lang, main, ""))?)));
    let (lang, address) = of_other.unwrap_or((main, path));
    Some(GonePage {
        address,
        lang,
        term: term_of(address),
    })
}

/// Pages that tell most of what the one told that is gone, the best first; none where the program did not make it.
fn ways_on(gone: &GonePage<'_>) -> Option<Vec<String>> {
    const HOME: &str = "index.html";
    let ways = |ways: &[&str]| Some(ways.iter().map(|way| (*way).to_owned()).collect());
    if let Some((taxonomy, _)) = gone.term {
        return ways(&[&address::list(taxonomy.folder(), 1), HOME]);
    }
    if gone.address == SEARCH {
        return ways(&[A_TO_Z, HOME]);
    }
    if MADE.contains(&gone.address) {
        return ways(&[HOME]);
    }
    let mut parts = gone.address.split('/');
    match (parts.next()?, parts.next()?, parts.next()) {
        ("a-z", _, None) => ways(&[A_TO_Z, HOME]),
        ("statuses", _, None) => ways(&["statuses/index.html", HOME]),
        (folder, "index.html", None) if is_list(folder) => ways(&[HOME]),
        // The dictionary of a wide table, and its rows.
        ("datasets", id, Some(file))
            if file == "rows" || file.ends_with(".html") && file != HOME =>
        {
            ways(&[&address::dataset(id)])
        }
        _ => None,
    }
}

/// Whether a folder's first page is a list that the program makes.
fn is_list(folder: &str) -> bool {
    LISTS.contains(&folder)
        || Taxonomy::ALL
            .iter()
            .any(|taxonomy| taxonomy.folder() == folder)
}

fn digits(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(char::is_ascii_digit)
}

/// Returns the characters of a name without the hyphens between its words.
fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| *c != '-')
}

/// The name among these that must be the same one, corrected: it has the same letters, or nearly so, or is the only one
/// that spells it out.
fn same_name<'a>(name: &str, all: &[&'a str]) -> Option<&'a str> {
    // Numbers are not misspelled: the second district is another one than the first.
    let all: Vec<&str> = all
        .iter()
        .copied()
        .filter(|other| digits(other).eq(digits(name)))
        .collect();
    let same = all
        .iter()
        .copied()
        .find(|other| letters(other).eq(letters(name)));
    // Of five letters none may differ: INAI and INAH are not the same.
    let most = (name.chars().count() / 6).min(3);
    same.or_else(|| within(name, all.iter().copied(), most))
        .or_else(|| {
            let mut longer = all.iter().copied().filter(|other| spells_out(name, other));
            longer.next().filter(|_| longer.next().is_none())
        })
}

/// Whether one of two names is the other with more words, or with words written out: `infoem` and `infoem-of-the-state`,
/// `sec-de-salud` and `secretaria-de-salud`.
fn spells_out(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) =
        (one.split('-').collect(), other.split('-').collect());
    let (short, long) = if one.len() <= other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    short.len() < long.len() && short.iter().all(|word| long.contains(word))
        || short.len() == long.len()
            && short
                .iter()
                .zip(long)
                .all(|(a, b)| a.starts_with(b) || b.starts_with(a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_program_made_is_told_from_what_somebody_wrote() {
        let [es, en] = ["es", "en"].map(|tag| Lang::parse(tag).unwrap());
        let all = [es.clone(), en.clone()];
        let of = |path| {
            let gone = gone(path, &es, &all).unwrap();
            ways_on(&gone).map(|ways| (gone.lang.tag().to_owned(), ways[0].clone()))
        };
        for (path, lang, first) in [
            ("institutions/a.html", "es", "institutions/index.html"),
            ("en/policy-areas/b.html", "en", "policy-areas/index.html"),
            ("en/institutions/index.html", "en", "index.html"),
            ("search.html", "es", "a-z/index.html"),
            ("a-z/z.html", "es", "a-z/index.html"),
            ("en/datasets/x/rows/t-1.html", "en", "datasets/x/index.html"),
            ("datasets/x/t.html", "es", "datasets/x/index.html"),
        ] {
            assert_eq!(
                of(path),
                Some((lang.to_owned(), first.to_owned())),
                "{path}"
            );
        }
        for path in [
            "about.html",
            "fr/values/x.html",
            "datasets/x/index.html",
            "datasets/x/t.csv",
            "commitments/c.html",
            "en/news/x.html",
        ] {
            assert_eq!(of(path), None, "{path}");
        }
    }

    #[test]
    fn a_corrected_name_is_known() {
        let all = [
            "inah",
            "secretaria-de-finanzas",
            "direccion-2",
            "sep",
            "secretaria-de-cultura",
        ];
        for (old, new) in [
            ("secretaria-de-finansas", Some("secretaria-de-finanzas")),
            ("secertaria-de-finanzas", Some("secretaria-de-finanzas")),
            ("s-e-p", Some("sep")),
            ("inai", None),
            ("direccion-1", None),
            ("secretaria-de-salud", None),
            ("secretaria", None),
        ] {
            assert_eq!(same_name(old, &all), new, "{old}");
        }
    }

    #[test]
    fn names_with_more_words_are_the_same_name() {
        for (one, other) in [
            ("infoem", "infoem-estado-de-mexico"),
            ("sec-de-salud", "secretaria-de-salud"),
            ("a-b-c", "a-c"),
        ] {
            assert!(
                spells_out(one, other) && spells_out(other, one),
                "{one} {other}"
            );
        }
        assert!(!spells_out("secretaria-de-salud", "secretaria-de-cultura"));
        assert!(!spells_out("obras-1", "obras-2"));
    }
}
