//! What a search finds each thing by, besides its title and summary.

use super::kinds::SearchText;
use super::{PagePlan, SiteFacts};
use crate::model::commitment::Commitment;
use crate::model::dataset::Dataset;
use crate::model::head::Head;
use crate::model::initiative::Initiative;
use crate::model::report::Report;
use crate::model::vocabulary::Taxonomy;
use crate::text::words::Words;

/// By the text of a page.
pub(super) fn of_text(site: &SiteFacts<'_>, page: &PagePlan, head: &Head) -> SearchText {
    let body = head
        .body(&page.lang, site.portal.settings.main())
        .map(|(_, body)| body);
    let sections = body.iter().flat_map(|body| &body.sections);
    let texts = sections
        .flat_map(|s| s.heading.iter().chain([&s.markdown]))
        .cloned()
        .collect();
    SearchText {
        names: vec![head.id.clone()],
        texts,
    }
}

fn name_of(site: &SiteFacts<'_>, page: &PagePlan, taxonomy: Taxonomy, id: &str) -> Option<String> {
    site.portal
        .terms
        .get(taxonomy, id)
        .map(|term| term.name.text(&page.lang).to_owned())
}

/// By whoever leads a commitment, by what it is about, and by its milestones.
pub(super) fn of_commitment(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> SearchText {
    let mut found = of_text(site, page, &c.head);
    let name = |taxonomy, id: &str| name_of(site, page, taxonomy, id);
    found.names.extend(
        c.institutions
            .iter()
            .filter_map(|i| name(Taxonomy::Institution, &i.institution.id)),
    );
    found.names.extend(
        c.locality
            .iter()
            .filter_map(|t| name(Taxonomy::Locality, &t.id)),
    );
    found.names.extend(
        c.policy_areas
            .iter()
            .filter_map(|t| name(Taxonomy::PolicyArea, &t.id)),
    );
    found.names.extend(
        c.sector
            .iter()
            .filter_map(|t| name(Taxonomy::Sector, &t.id)),
    );
    found.names.extend(
        c.values
            .iter()
            .filter_map(|v| name(Taxonomy::Value, &v.value.id)),
    );
    found.texts.extend(
        c.milestones
            .iter()
            .map(|m| m.text.text(&page.lang).to_owned()),
    );
    found
}

/// By its commitment and its locality.
pub(super) fn of_report(site: &SiteFacts<'_>, page: &PagePlan, r: &Report) -> SearchText {
    let mut found = of_text(site, page, &r.head);
    found
        .names
        .extend(r.commitment.iter().map(|id| id.value.clone()));
    found.names.extend(
        r.locality
            .iter()
            .filter_map(|t| name_of(site, page, Taxonomy::Locality, &t.id)),
    );
    found
}

/// By whoever runs it and by what it is about.
pub(super) fn of_initiative(site: &SiteFacts<'_>, page: &PagePlan, i: &Initiative) -> SearchText {
    let mut found = of_text(site, page, &i.head);
    found.names.extend(
        i.institution
            .iter()
            .filter_map(|t| name_of(site, page, Taxonomy::Institution, &t.id)),
    );
    found.names.extend(
        i.topics
            .iter()
            .filter_map(|t| name_of(site, page, Taxonomy::PolicyArea, &t.id)),
    );
    found
}

/// By its publisher, keywords and tables, and by the names, titles and meanings of columns.
pub(super) fn of_dataset(site: &SiteFacts<'_>, page: &PagePlan, d: &Dataset) -> SearchText {
    let mut found = of_text(site, page, &d.head);
    let said = |words: &Words| words.text(&page.lang).to_owned();
    found
        .names
        .extend(d.publisher.iter().map(|p| said(&p.name)));
    found.names.extend(d.keywords.iter().map(said));
    found.names.extend(d.spatial.iter().map(|s| said(&s.name)));
    for resource in &d.resources {
        found
            .names
            .extend([resource.name.clone(), said(&resource.title)]);
        found.texts.push(said(&resource.description));
    }
    for column in site.tables.of(&d.head.id).flat_map(|table| &table.columns) {
        found
            .names
            .extend([column.name.clone(), said(&column.title)]);
        found.texts.push(said(&column.description));
    }
    let stated = d.stated.iter().map(|(_, words)| words);
    let stated = std::iter::once(&d.row_is).chain(stated);
    found.texts.extend(stated.map(said));
    found
}
