//! Datasets by one fact: theme, format, licence, publisher, place, keyword. A page for each value.

use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::downloads::Role;
use crate::model::vocabulary::DATA_THEMES;
use crate::pages::paging;
use crate::pages::paging::{EntryWeight, ListRange, spans};
use crate::record::{CatalogRecord, Record};
use crate::text::fold;
use crate::text::free::FreeNames;
use crate::text::lang::Lang;
use crate::text::slug::{check_id, slug};
use crate::text::words::Words;
use std::collections::BTreeMap;

/// Most values of one fact that have pages.
pub(crate) const MOST: usize = 200;

/// The facts, as their folders and the theme's messages name them.
pub(crate) const FACTS: &[&str] = &[
    "data-themes",
    "formats",
    "licences",
    "publishers",
    "places",
    "keywords",
];

/// What a value is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FacetName {
    /// The portal's words.
    Words(Words),
    /// The theme's message.
    Message(&'static str),
}

/// The datasets that share a value.
#[derive(Debug, Clone)]
pub(crate) struct DatasetGroup {
    /// The fact, by its place in [`FACTS`].
    pub(crate) fact: usize,
    /// The last part of its address.
    pub(crate) slug: String,
    /// What the value is called.
    pub(crate) name: FacetName,
    /// Datasets, by their places in the record.
    pub(crate) datasets: Vec<usize>,
    /// The pages of their list.
    pub(crate) spans: Vec<ListRange>,
}

/// Every cut that has pages: facts in their order, the largest value first.
#[derive(Debug, Clone, Default)]
pub(crate) struct DatasetGroups {
    pub(crate) cuts: Vec<DatasetGroup>,
    /// Facts of which some values have no page.
    pub(crate) left_out: [bool; FACTS.len()],
}

impl DatasetGroup {
    /// The address of its first page.
    pub(crate) fn address(&self) -> String {
        format!("datasets/{}/{}.html", FACTS[self.fact], self.slug)
    }
}

/// Finds the values. A fact of which all datasets have the same values cuts nothing; nor does a keyword that a single
/// dataset has.
pub(crate) fn draw(record: &CatalogRecord, sink: &mut Sink) -> DatasetGroups {
    let mut groups = DatasetGroups::default();
    for (fact, called) in FACTS.iter().enumerate() {
        let mut values = values_by_key(record, fact);
        if *called == "keywords" {
            values.retain(|_, value| value.datasets.len() > 1);
        }
        let all = record.datasets.len();
        if values.values().all(|value| value.datasets.len() == all) {
            continue;
        }
        let mut own = groups_of(record, fact, values);
        if own.len() > MOST {
            groups.left_out[fact] = true;
            let finding =
                Diagnostic::new(&codes::FACETS_LEFT_OUT).at(Place::file(crate::source::SETTINGS));
            sink.push(finding.arg("shown", MOST).arg("left", own.len() - MOST));
            own.truncate(MOST);
        }
        groups.cuts.extend(own);
    }
    groups
}

/// Returns the values that datasets have of a fact, by what two spellings of one have in common.
fn values_by_key(record: &CatalogRecord, fact: usize) -> BTreeMap<String, GroupDraft> {
    let mut values: BTreeMap<String, GroupDraft> = BTreeMap::new();
    for (at, dataset) in record.datasets.iter().enumerate() {
        for name in values_of(dataset, fact, &record.portal.languages) {
            let words = match &name {
                FacetName::Words(words) => with_signs(words.text(&record.portal.main)),
                FacetName::Message(id) => id.trim_start_matches("theme-").to_owned(),
            };
            let value = values
                .entry(key(&words))
                .or_insert_with(|| GroupDraft::new(name, &words));
            if value.datasets.last() != Some(&at) {
                value.datasets.push(at);
            }
        }
    }
    values
}

/// Returns the groups of a fact, the largest first.
fn groups_of(
    record: &CatalogRecord,
    fact: usize,
    values: BTreeMap<String, GroupDraft>,
) -> Vec<DatasetGroup> {
    let mut slugs = FreeNames::default();
    let mut groups: Vec<DatasetGroup> = values
        .into_values()
        .map(|value| {
            let datasets = value.datasets.iter().map(|at| &record.datasets[*at]);
            let weights = datasets.map(|d| EntryWeight::dataset(&d.title, &d.summary));
            DatasetGroup {
                fact,
                slug: slugs.give(&value.slug, "-"),
                spans: spans(weights, paging::LIST),
                name: value.name,
                datasets: value.datasets,
            }
        })
        .collect();
    groups.sort_by(|a, b| {
        let by_size = b.datasets.len().cmp(&a.datasets.len());
        by_size.then_with(|| a.slug.cmp(&b.slug))
    });
    groups
}

/// A value, and the datasets that have it.
struct GroupDraft {
    name: FacetName,
    slug: String,
    datasets: Vec<usize>,
}

impl GroupDraft {
    /// A value that no dataset has yet. What no file may be called, or nothing is left of in an address, gets a name before it.
    fn new(name: FacetName, words: &str) -> GroupDraft {
        let own = slug(words);
        let slug = if check_id(&own).is_ok() {
            own
        } else {
            format!("value-{own}").trim_end_matches('-').to_owned()
        };
        GroupDraft {
            name,
            slug,
            datasets: Vec::new(),
        }
    }
}

/// The words with signs spoken that tell one from another: `C`, `C++` and `C#` are three.
fn with_signs(words: &str) -> String {
    words.replace('+', " plus").replace('#', " sharp")
}

/// What a value has in common with its other spellings: its words without accents and case.
fn key(words: &str) -> String {
    let key = fold::words(&words.replace(['\'', '’'], "")).join("-");
    if key.is_empty() {
        words.trim().to_owned()
    } else {
        key
    }
}

impl FacetName {
    /// Returns a name that is the same in all `languages`, such as that of a format.
    fn same_in(languages: &[Lang], text: &str) -> FacetName {
        let mut words = Words::default();
        for lang in languages {
            words.add(lang.clone(), text);
        }
        FacetName::Words(words)
    }

    /// Returns a name of the portal's words; `None` where there are none.
    fn of_words(words: &Words) -> Option<FacetName> {
        (!words.is_empty()).then(|| FacetName::Words(words.clone()))
    }

    /// Returns the name of a code of the EU's data themes; `None` of any other code.
    fn of_theme(code: &String) -> Option<FacetName> {
        let (_, message, _) = DATA_THEMES.iter().find(|(known, ..)| known == code)?;
        Some(FacetName::Message(message))
    }
}

/// A dataset's values of a fact.
fn values_of(dataset: &Record, fact: usize, languages: &[Lang]) -> Vec<FacetName> {
    match FACTS[fact] {
        "data-themes" => dataset
            .themes
            .iter()
            .filter_map(FacetName::of_theme)
            .collect(),
        "formats" => {
            let tables = dataset
                .distributions
                .iter()
                .filter(|d| d.role == Role::Table);
            tables
                .map(|d| FacetName::same_in(languages, &d.format.to_uppercase()))
                .collect()
        }
        "licences" => {
            let licenses = dataset.licenses.iter();
            let names = licenses.filter_map(|l| l.title.as_ref().or(l.name.as_ref()));
            names
                .map(|name| FacetName::same_in(languages, name))
                .collect()
        }
        "publishers" => dataset
            .publisher
            .iter()
            .filter_map(|p| FacetName::of_words(&p.name))
            .collect(),
        "places" => dataset
            .spatial
            .iter()
            .filter_map(|s| FacetName::of_words(&s.name))
            .collect(),
        _ => dataset
            .keywords
            .iter()
            .filter_map(FacetName::of_words)
            .collect(),
    }
}
