//! By which facts the list of datasets is cut (theme, format, licence, publisher, place, keyword), and what the lists are called.

use crate::diag::Sink;
use crate::downloads::Role;
use crate::model::vocabulary::DATA_THEMES;
use crate::pages::Title;
use crate::pages::facets::{
    FilterRules, FilteredList, FilteredLists, MOST, SharedFact, left_out_finding,
};
use crate::pages::paging::EntryWeight;
use crate::record::{CatalogRecord, Record};
use crate::text::fold;
use crate::text::free::FreeNames;
use crate::text::lang::Lang;
use crate::text::slug::{check_id, slug};
use crate::text::words::Words;
use std::collections::BTreeMap;

/// The facts, as their folders and the theme's messages name them.
const FACTS: &[&str] = &[
    "data-themes",
    "formats",
    "licences",
    "publishers",
    "places",
    "keywords",
];

/// How the list of datasets is cut.
pub(crate) const RULES: FilterRules = FilterRules {
    folder: "datasets",
    kinds: FACTS,
    ordered: &[],
    pairs: &[&[
        ("data-themes", "formats"),
        ("publishers", "data-themes"),
        ("places", "data-themes"),
        ("publishers", "places"),
    ]],
    heading: |_, names| Title::Sentence("heading-datasets-both".into(), names.into()),
    ending: |second| format!("{}-{}", second.kind, second.value),
};

/// What a value is called.
#[derive(Debug, Clone, PartialEq, Eq)]
enum FacetName {
    /// The portal's words.
    Words(Words),
    /// The theme's message.
    Message(&'static str),
}

/// Finds the values. A fact of which all datasets have the same values cuts nothing; nor does a keyword that a single
/// dataset has.
pub(crate) fn draw(record: &CatalogRecord, room: usize, sink: &mut Sink) -> FilteredLists {
    let (mut singles, mut cut_short) = (Vec::new(), Vec::new());
    for (fact, kind) in FACTS.iter().enumerate() {
        let mut values = values_by_key(record, fact);
        if *kind == "keywords" {
            values.retain(|_, value| value.datasets.len() > 1);
        }
        let all = record.datasets.len();
        if values.values().all(|value| value.datasets.len() == all) {
            continue;
        }
        let mut own = groups_of(fact, values);
        if own.len() > MOST {
            cut_short.push(*kind);
            sink.push(left_out_finding(own.len() - MOST));
            own.truncate(MOST);
        }
        singles.extend(own);
    }
    let weight = |at: usize| {
        let dataset = &record.datasets[at];
        EntryWeight::dataset(&dataset.title, &dataset.summary)
    };
    let mut lists = FilteredLists::of(&RULES, singles, weight, room, sink);
    cut_short.into_iter().for_each(|kind| lists.leave_out(kind));
    lists
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

/// Returns the lists of a fact's values, the largest first.
fn groups_of(fact: usize, values: BTreeMap<String, GroupDraft>) -> Vec<FilteredList> {
    let kind = FACTS[fact];
    let mut slugs = FreeNames::default();
    let mut groups: Vec<FilteredList> = values
        .into_values()
        .map(|value| {
            let slug = slugs.give(&value.slug, "-");
            let name = value.name.title();
            FilteredList {
                address: format!("datasets/{kind}/{slug}.html"),
                facts: vec![SharedFact::new(kind, slug)],
                heading: Title::Sentence(format!("heading-{kind}"), vec![name.clone()]),
                name,
                is_elsewhere: false,
                members: value.datasets,
                spans: Vec::new(),
            }
        })
        .collect();
    groups.sort_by(|a, b| {
        let by_size = b.members.len().cmp(&a.members.len());
        by_size.then_with(|| a.facts.cmp(&b.facts))
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
    fn title(&self) -> Title {
        match self {
            FacetName::Words(words) => Title::Words(words.clone()),
            FacetName::Message(id) => Title::Message(id),
        }
    }

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
