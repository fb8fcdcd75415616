//! Ways in by place and by topic: the largest first, a page away from all.

use crate::model::vocabulary::Taxonomy;
use crate::pages::context::{Link, Phrase};
use crate::pages::dataset_facet::dataset_facets;
use crate::pages::lists::context::{Facet, FacetValue};
use crate::pages::{PagePlan, SiteFacts, address, linking};

/// Most values of a way in that the home page shows.
const MOST: usize = 6;

/// Returns the ways in that the portal has: by place and topic of commitments, then of datasets.
pub(super) fn ways(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Facet> {
    let places = of_terms(site, page, Taxonomy::Locality, "home-places");
    let topics = of_terms(site, page, Taxonomy::PolicyArea, "home-topics")
        .or_else(|| of_terms(site, page, Taxonomy::Sector, "home-topics"));
    let of_data = dataset_facets(site, page);
    let data = |fact: &str, name: &str| of_datasets(site, page, &of_data, fact, name);
    let data_topics = data(
        "data-themes",
        if topics.is_some() {
            "home-data-topics"
        } else {
            "home-topics"
        },
    );
    let data_places = data(
        "places",
        if places.is_some() {
            "home-data-places"
        } else {
            "home-places"
        },
    );
    let all = [places, topics, data_places, data_topics];
    all.into_iter().flatten().collect()
}

/// Returns the terms that most commitments have; none where no commitment has any.
fn of_terms(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    taxonomy: Taxonomy,
    name: &str,
) -> Option<Facet> {
    let terms = site.portal.terms.of(taxonomy);
    let values = terms.map(|term| FacetValue {
        text: Phrase::of(&term.name, &page.lang).unwrap_or_default(),
        href: linking::href(site, page, &address::term(taxonomy, &term.id)),
        count: site.portal.commitments_of(taxonomy, &term.id).len() as u64,
        current: false,
    });
    let mut values: Vec<FacetValue> = values.filter(|value| value.count > 0).collect();
    values.sort_by_key(|value| std::cmp::Reverse(value.count));
    largest(site, page, values, name, taxonomy.folder())
}

/// Returns the values that most datasets have of a fact; none where all have the same.
fn of_datasets(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    facets: &[Facet],
    fact: &str,
    name: &str,
) -> Option<Facet> {
    let is_it = |facet: &&Facet| facet.name.message.as_deref() == Some(fact);
    let values = facets.iter().find(is_it)?.values.clone();
    largest(site, page, values, name, "datasets")
}

/// Keeps the first values, and leads to the list of all.
fn largest(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    mut values: Vec<FacetValue>,
    name: &str,
    folder: &str,
) -> Option<Facet> {
    let all = address::list(folder, 1);
    let more = (values.len() > MOST && site.plan.has(&all)).then(|| {
        let text = Phrase::message(format!("all-{folder}"));
        Link::to(text, linking::href(site, page, &all))
    });
    values.truncate(MOST);
    // Of a single value nobody chooses.
    (values.len() > 1).then(|| Facet {
        name: Phrase::message(name),
        values,
        more,
        ..Facet::default()
    })
}
