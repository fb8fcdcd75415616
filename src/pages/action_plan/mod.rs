//! An action plan's page.

pub mod context;
mod evaluations;

use crate::model::Portal;
use crate::model::action_plan::ActionPlan;
use crate::model::commitment::Commitment;
use crate::model::vocabulary::Taxonomy;
use crate::pages::context::{Body, BodyFacts};
use crate::pages::jumps::Jumps;
use crate::pages::kinds::{PageKindFacts, SearchText};
use crate::pages::paging::{EntryWeight, spans_after};
use crate::pages::status_tally::StatusTally;
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, dates, entries, frame, linking, offline, paging,
    prose, search_text,
};
use crate::record::is_web_address;
use tragaluz_tables::Tables;

pub(crate) struct ActionPlanPages;

impl PageKindFacts for ActionPlanPages {
    fn name(&self) -> &'static str {
        context::ActionPlanContext::KIND
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &["commitments", "facts", "reports"]
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (item, plan) in portal.action_plans.iter().enumerate() {
            let first = address::action_plan(&plan.head.id);
            let pages = spans_after(
                plan.head.bytes(),
                portal
                    .commitments_of_plan(plan)
                    .map(EntryWeight::commitment),
                paging::PLAN,
            );
            let own = Draft {
                span: pages[0],
                ..Draft::of(&plan.head, first.clone(), item)
            };
            let title = own.title.clone();
            drafts.push(own.under(
                Title::Message("action-plans"),
                address::list("action-plans", 1),
            ));
            for (part, span) in (1..).zip(pages).skip(1) {
                let draft =
                    Draft::generated(address::list_of(&first, part), title.clone()).item(item);
                drafts.push(Draft {
                    part,
                    span,
                    news: false,
                    ..draft.under(title.clone(), first.clone())
                });
            }
        }
        drafts
    }

    fn editions(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Option<String> {
        (page.draft.part == 1)
            .then(|| offline::editions_of_plan(site, page, page.draft.item))
            .flatten()
    }

    fn called(&self, draft: &Draft) -> Option<Title> {
        (draft.part == 1).then_some(Title::Message("action-plan"))
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        search_text::of_plan(site, page, &site.portal.action_plans[page.draft.item])
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let plan = &site.portal.action_plans[page.draft.item];
        let commitments: Vec<&Commitment> = site.portal.commitments_of_plan(plan).collect();
        let listing = entries::listing(
            site,
            page,
            "commitment",
            commitments.len(),
            |n| address::list_of(&address::action_plan(&plan.head.id), n),
            |i| entries::of_commitment(site, page, commitments[i]),
        );
        let context = context::ActionPlanContext {
            id: plan.head.id.clone(),
            strip: StatusTally::of_commitments(site.portal, commitments.iter().copied())
                .strip(|_| None),
            locality: linking::only_term(site, page, Taxonomy::Locality, plan.locality.as_ref()),
            start: dates::given(plan.start.as_ref()),
            end: dates::given(plan.end.as_ref()),
            href: plan.url.clone().filter(|url| is_web_address(url)),
            commitments: listing.entries,
            pager: listing.pager,
            ..context::ActionPlanContext::default()
        };
        if page.draft.part > 1 {
            return Body::of(context);
        }
        let whole = with_whole(context, site, page, plan, &commitments);
        Body::of(with_jumps(whole)).lacking("modified", page.draft.updated.is_some())
    }
}

/// Adds the jumps, where the page is long.
fn with_jumps(facts: context::ActionPlanContext) -> context::ActionPlanContext {
    let jumps = Jumps::default()
        .text(facts.summary.as_ref())
        .entries("commitments", "commitments", &facts.commitments)
        .sections(&facts.sections)
        .facts(&[
            facts.locality.is_some(),
            facts.href.is_some(),
            facts.milestones.total > 0,
        ])
        .entries("reports", "evaluations", &facts.reports)
        .comment(facts.feedback.is_some());
    context::ActionPlanContext {
        jumps: jumps.of_long_page(),
        ..facts
    }
}

/// Adds what only the first page of an action plan says.
fn with_whole(
    context: context::ActionPlanContext,
    site: &SiteFacts<'_>,
    page: &PagePlan,
    plan: &ActionPlan,
    commitments: &[&Commitment],
) -> context::ActionPlanContext {
    let milestones = commitments.iter().flat_map(|c| &c.milestones);
    let reports = site.portal.reports_of_plan(plan);
    context::ActionPlanContext {
        summary: prose::summary(page, &plan.head),
        milestones: StatusTally::of(milestones.map(|m| m.status)).strip(|_| None),
        reports: reports
            .map(|report| entries::of_report(site, page, report))
            .collect(),
        evaluations: evaluations::table(site, page, plan),
        sections: prose::sections(site, page, &plan.head, |_| true),
        feedback: frame::feedback_on(site, &plan.head),
        sources: linking::sources(site, page, &plan.head, &plan.head.sources),
        ..context
    }
}
