//! What datasets declare so that nobody is recognised in their tables: which declaration holds for which table, and whether
//! one that holds for several is met by any.

use crate::model::dataset::{Dataset, Resource};
use crate::text::lang::Lang;
use crate::text::messages::{Arg, Messages};
use crate::text::words::Words;
use std::collections::{BTreeMap, BTreeSet};
use tragaluz_tables::disclosure::Disclosure;
use tragaluz_tables::finding::codes;
use tragaluz_tables::{Finding, Table, Tables};
use tragaluz_text::near::nearest;

/// Returns what is declared of a resource's table: by itself, or by its dataset.
pub(super) fn declared(dataset: &Dataset, resource: &Resource) -> Option<Disclosure> {
    let own = resource.disclosure.clone();
    own.or_else(|| {
        Some(Disclosure {
            is_shared: dataset.resources.len() > 1,
            ..dataset.disclosure.clone()?
        })
    })
}

/// Says that a declaration is of a file that is no table: nothing in it can be hidden.
pub(super) fn no_table(disclosure: &Disclosure, path: &str) -> Finding {
    let finding = Finding::new(codes::PERSONAL_NOT_PROTECTED).at(disclosure.place.clone());
    finding.arg("reason", "no-table").arg("file", path)
}

/// The words that the shipped theme has for what is not shown, by language.
const THEME: &[(&str, &str)] = &[
    ("es", include_str!("../../themes/claro/i18n/es.ftl")),
    ("en", include_str!("../../themes/claro/i18n/en.ftl")),
];

/// Says in the meaning of each column with counts that are not shown what is in their place, in the portal's languages
/// that there are words in; in English where there is none.
pub(crate) fn explain(tables: &mut Tables, languages: &[Lang]) {
    for table in tables.tables.iter_mut().filter(|table| table.is_withheld()) {
        let Some(done) = &table.protection else {
            continue;
        };
        let meaning = meaning(done.below, languages);
        for column in &mut table.columns {
            if done.columns.contains(&column.name) {
                column.description = with_meaning(&column.description, &meaning);
            }
        }
    }
}

/// Returns a description with the meaning of the mark after it, in the languages that the description is in.
fn with_meaning(description: &Words, meaning: &Words) -> Words {
    if description.is_empty() {
        return meaning.clone();
    }
    let mut said = Words::default();
    for (lang, text) in description.all() {
        let own = meaning.text(lang);
        said.add(lang.clone(), format!("{text} {own}"));
    }
    said
}

/// Returns the meaning of the mark, in these languages.
fn meaning(below: u64, languages: &[Lang]) -> Words {
    let mut meaning = Words::default();
    for (tag, words) in THEME {
        let args = [("below", Arg::from(below))];
        let said = Messages::new(tag, &[words]).ok();
        let said = said.and_then(|messages| messages.format("hidden-count", None, &args));
        let of_tag = languages.iter().filter(|lang| lang.primary() == *tag);
        let mut of_tag: Vec<Lang> = of_tag.cloned().collect();
        if of_tag.is_empty() && *tag == "en" && meaning.is_empty() {
            of_tag.extend(Lang::parse("en"));
        }
        of_tag
            .into_iter()
            .for_each(|lang| meaning.extend(lang, said.clone()));
    }
    meaning
}

/// The tables that one declaration holds for.
struct SharedDeclaration<'t> {
    disclosure: Disclosure,
    tables: Vec<&'t Table>,
}

/// Finds declarations for several tables that name a column which none of them has: it would be protected nowhere.
pub(super) fn check(datasets: &[Dataset], tables: &Tables) -> Vec<Finding> {
    let mut found = Vec::new();
    for dataset in datasets {
        let mut shared: BTreeMap<(String, usize), SharedDeclaration<'_>> = BTreeMap::new();
        for resource in &dataset.resources {
            let Some(disclosure) = declared(dataset, resource).filter(|one| one.is_shared) else {
                continue;
            };
            let place = (disclosure.place.file.clone(), disclosure.place.line);
            let none = SharedDeclaration {
                disclosure,
                tables: Vec::new(),
            };
            let own = tables.of(&dataset.head.id);
            let own = own.filter(|table| table.resource == resource.name);
            shared.entry(place).or_insert(none).tables.extend(own);
        }
        found.extend(shared.values().filter_map(SharedDeclaration::fault));
    }
    found
}

impl SharedDeclaration<'_> {
    /// Returns what is declared, and in none of the tables.
    fn fault(&self) -> Option<Finding> {
        let columns = self.tables.iter().flat_map(|table| &table.columns);
        let received = |name: &Option<String>| name.as_deref().map(str::trim).map(str::to_owned);
        let names: BTreeSet<String> = columns
            .flat_map(|column| [Some(column.name.clone()), received(&column.received_name)])
            .flatten()
            .collect();
        let absent = self
            .disclosure
            .columns()
            .find(|name| !names.contains(*name));
        let are_together = self.disclosure.quasi_identifiers.is_empty()
            || self.tables.iter().any(|table| {
                let done = table.protection.as_ref();
                done.is_some_and(|done| done.combinations.is_some())
            });
        let first = self
            .disclosure
            .quasi_identifiers
            .first()
            .map(String::as_str);
        let name = absent.or(first.filter(|_| !are_together))?;
        let near = nearest(name, names.iter().map(String::as_str));
        let finding = Finding::new(codes::PERSONAL_NOT_PROTECTED)
            .at(self.disclosure.place.clone())
            .arg("reason", "column")
            .arg("column", name)
            .arg("near", near.filter(|near| *near != name).unwrap_or("none"));
        Some(finding.arg("file", "none"))
    }
}
