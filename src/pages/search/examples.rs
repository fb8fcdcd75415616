//! What one may look for: questions made of the portal's own words and values, each with the way to its answer.

use crate::model::dataset::Dataset;
use crate::model::vocabulary::{Status, Taxonomy};
use crate::pages::context::{Link, Phrase};
use crate::pages::dataset_lists::is_register;
use crate::pages::facets::STATUSES;
use crate::pages::{PagePlan, SiteFacts, address, linking, search_values};

/// Most examples from data.
const MOST_DATA: usize = 2;

/// Fewest values of a dataset of which one is an example.
const FEWEST_VALUES: usize = 3;

/// Letters of the longest name that an example takes.
const LONGEST: usize = 48;

/// Returns the examples: commitments of a place by status, a topic, and values of data.
pub(super) fn examples(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Link> {
    let commitments = standing(site, page).into_iter().chain(topic(site, page));
    let own = site.portal.datasets.iter();
    let own = own.filter(|dataset| !is_register(site, &dataset.head.id));
    let values = own.filter_map(|dataset| value_of(site, page, dataset));
    commitments.chain(values.take(MOST_DATA)).collect()
}

/// Returns the largest list of commitments that have a status and another fact; best those of which something was reported.
fn standing(site: &SiteFacts<'_>, page: &PagePlan) -> Option<Link> {
    let lists = site.plan.commitments.lists.iter();
    let of_status = lists.filter(|list| {
        let is_by_status = list.facts.len() == 2 && list.facts[1].kind == STATUSES;
        is_by_status && site.plan.has(&list.address)
    });
    let list = of_status.max_by_key(|list| {
        let is_reported = list.facts[1].value != Status::NotReported.code();
        (is_reported, list.members.len())
    })?;
    Some(Link::to(
        linking::title(page, &list.heading),
        linking::href(site, page, &list.address),
    ))
}

/// Returns the topic of most commitments.
fn topic(site: &SiteFacts<'_>, page: &PagePlan) -> Option<Link> {
    let taxonomy = Taxonomy::PolicyArea;
    let terms = site.portal.terms.of(taxonomy);
    let most = terms.max_by_key(|term| site.portal.commitments_of(taxonomy, &term.id).len())?;
    let name = Phrase::of(&most.name, &page.lang)?;
    let at = address::term(taxonomy, &most.id);
    (site.plan.has(&at)).then(|| Link::to(name, linking::href(site, page, &at)))
}

/// Returns a value of a dataset, such as a state, with the way to its rows; where no rows have a place of their own, to the dataset.
/// Never the first value, which may be the total.
fn value_of(site: &SiteFacts<'_>, page: &PagePlan, dataset: &Dataset) -> Option<Link> {
    let name = Phrase::of(&dataset.head.title, &page.lang)?;
    let own = linking::href(site, page, &address::dataset(&dataset.head.id));
    let Some((value, href)) =
        placed(site, page, dataset).or_else(|| Some((category(site, dataset)?, own.clone())))
    else {
        return Some(Link::to(name, own));
    };
    let said = Phrase::new(value);
    let question = Phrase::sentence("search-example-value", [("value", said), ("name", name)]);
    Some(Link::to(question, href))
}

/// Returns a value whose rows have a place, and the way there.
fn placed(site: &SiteFacts<'_>, page: &PagePlan, dataset: &Dataset) -> Option<(String, String)> {
    let mut values = search_values::placed(site, page, dataset);
    values.retain(|value| is_name(&value.shown));
    let value = (values.len() >= FEWEST_VALUES).then(|| &values[values.len() / 2])?;
    let (at, anchor) = match value.href.split_once('#') {
        Some((at, anchor)) => (at, format!("#{anchor}")),
        None => (&*value.href, String::new()),
    };
    let href = linking::href(site, page, at);
    Some((value.shown.clone(), format!("{href}{anchor}")))
}

/// Returns a value of the column of a dataset that has most of them, of those that a search knows.
fn category(site: &SiteFacts<'_>, dataset: &Dataset) -> Option<String> {
    let tables = site.tables.of(&dataset.head.id);
    let named = tables.flat_map(|table| &table.columns).map(|column| {
        let names = column.categories().filter(|name| is_name(name));
        names.map(ToString::to_string).collect::<Vec<String>>()
    });
    let names = named.max_by_key(Vec::len)?;
    (names.len() >= FEWEST_VALUES).then(|| names[names.len() / 2].clone())
}

/// Whether a value is a short name.
fn is_name(value: &str) -> bool {
    value.chars().any(char::is_alphabetic) && value.chars().count() <= LONGEST
}
