//! An action plan's page.

pub mod context;

use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::vocabulary::Taxonomy;
use crate::pages::context::{Body, BodyFacts};
use crate::pages::kinds::{PageKindFacts, SearchText};
use crate::pages::overdue::{strip, strip_of};
use crate::pages::paging::{EntryWeight, spans_after};
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, entries, frame, linking, offline, paging, prose,
    search_text,
};
use crate::record::is_web_address;
use tragaluz_tables::Tables;

/// Action plans.
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

    fn called(&self, draft: &Draft) -> Option<&'static str> {
        (draft.part == 1).then_some("action-plan")
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        search_text::of_text(site, page, &site.portal.action_plans[page.draft.item].head)
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let plan = &site.portal.action_plans[page.draft.item];
        let commitments: Vec<&Commitment> = site.portal.commitments_of_plan(plan).collect();
        let at = |n: usize| address::list_of(&address::action_plan(&plan.head.id), n);
        let entry = |i: usize| entries::of_commitment(site, page, commitments[i]);
        let listing = entries::listing(site, page, "commitment", commitments.len(), at, entry);
        let first = context::ActionPlanContext {
            id: plan.head.id.clone(),
            summary: prose::summary(page, &plan.head),
            locality: plan
                .locality
                .as_ref()
                .map(|l| linking::term(site, page, Taxonomy::Locality, &l.id)),
            start: plan.start.as_ref().map(|d| d.value.to_string()),
            end: plan.end.as_ref().map(|d| d.value.to_string()),
            href: plan.url.clone().filter(|url| is_web_address(url)),
            strip: strip_of(site.portal, commitments.iter().copied(), |_| None),
            milestones: strip(
                commitments
                    .iter()
                    .flat_map(|c| &c.milestones)
                    .map(|m| m.status),
                |_| None,
            ),
            reports: site
                .portal
                .reports_of_plan(plan)
                .map(|r| entries::of_report(site, page, r))
                .collect(),
            commitments: listing.entries,
            pager: listing.pager,
            sections: prose::sections(site, page, &plan.head, |_| true),
            feedback: frame::feedback_on(site, &plan.head),
            downloads: Vec::new(),
            sources: linking::sources(site, page, &plan.head, &plan.head.sources),
        };
        let further = |first: context::ActionPlanContext| context::ActionPlanContext {
            id: first.id,
            strip: first.strip,
            locality: first.locality,
            start: first.start,
            end: first.end,
            href: first.href,
            commitments: first.commitments,
            pager: first.pager,
            ..context::ActionPlanContext::default()
        };
        Body::of(if page.draft.part == 1 {
            first
        } else {
            further(first)
        })
    }
}
