//! An initiative's or a good practice's page.

pub mod context;

use crate::model::Portal;
use crate::model::initiative::{GivenExtent, Initiative};
use crate::model::vocabulary::Taxonomy;
use crate::pages::context::{Body, BodyFacts};
use crate::pages::jumps::Jumps;
use crate::pages::kinds::{PageKindFacts, SearchText};
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, commitment, dates, entries, frame, linking, prose,
    search_text,
};
use tragaluz_tables::Tables;

pub(crate) struct InitiativePages;

/// Returns the page of an initiative, or of a good practice.
fn draft(item: usize, initiative: &Initiative) -> Draft {
    let folder = if initiative.practice {
        "practices"
    } else {
        "initiatives"
    };
    let address = address::initiative(&initiative.head.id, initiative.practice);
    Draft::of(&initiative.head, address, item)
        .under(Title::Message(folder), address::list(folder, 1))
}

impl PageKindFacts for InitiativePages {
    fn name(&self) -> &'static str {
        context::InitiativeContext::KIND
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &["commitments", "datasets", "facts"]
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let initiatives = portal.initiatives.iter().enumerate();
        initiatives
            .map(|(item, initiative)| draft(item, initiative))
            .collect()
    }

    fn called(&self, draft: &Draft) -> Option<Title> {
        let is_practice = draft.address.starts_with("practices/");
        let kind = if is_practice {
            "practice"
        } else {
            "initiative"
        };
        Some(Title::Message(kind))
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        search_text::of_initiative(site, page, &site.portal.initiatives[page.draft.item])
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let initiative = &site.portal.initiatives[page.draft.item];
        let facts = with_jumps(facts_of(site, page, initiative));
        Body::of(facts).lacking("modified", page.draft.updated.is_some())
    }
}

/// Adds the jumps, where the page is long.
fn with_jumps(facts: context::InitiativeContext) -> context::InitiativeContext {
    let jumps = Jumps::default()
        .text(facts.summary.as_ref())
        .sections(&facts.sections)
        .entries("commitments", "commitments", &facts.commitments)
        .entries("datasets", "datasets", &facts.datasets)
        .facts(&[
            facts.institution.is_some(),
            !facts.topics.is_empty(),
            facts.level.is_some(),
            facts.country.is_some(),
            facts.start.is_some() || facts.end.is_some(),
        ])
        .comment(facts.feedback.is_some());
    context::InitiativeContext {
        jumps: jumps.of_long_page(),
        ..facts
    }
}

fn facts_of(site: &SiteFacts<'_>, page: &PagePlan, i: &Initiative) -> context::InitiativeContext {
    let ids = i.commitments.iter();
    let commitments = ids.filter_map(|id| site.portal.commitment(&id.value));
    let extent = GivenExtent::CODES
        .iter()
        .find(|(_, e)| *e == i.extent)
        .map_or("full", |(code, _)| code);
    context::InitiativeContext {
        id: i.head.id.clone(),
        of: if i.practice {
            "practice".into()
        } else {
            "initiative".into()
        },
        summary: prose::summary(page, &i.head),
        institution: linking::only_term(site, page, Taxonomy::Institution, i.institution.as_ref()),
        topics: linking::terms(site, page, Taxonomy::PolicyArea, &i.topics),
        level: i.level.map(str::to_owned),
        country: i.country.clone(),
        start: dates::given(i.start.as_ref()),
        end: dates::given(i.end.as_ref()),
        editions: i.editions.clone(),
        extent: extent.to_owned(),
        sections: prose::sections(site, page, &i.head, |_| true),
        commitments: commitments
            .map(|c| entries::of_commitment(site, page, c))
            .collect(),
        datasets: commitment::datasets_named(site, page, &i.datasets),
        feedback: frame::feedback_on(site, &i.head),
        sources: linking::sources(site, page, &i.head, &i.head.sources),
        jumps: Vec::new(),
    }
}
