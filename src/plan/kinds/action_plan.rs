//! An action plan's page.

use super::{Findable, Kind};
use crate::data::Tables;
use crate::model::Portal;
use crate::model::action_plan::ActionPlan;
use crate::model::commitment::Commitment;
use crate::model::vocabulary::Taxonomy;
use crate::plan::context::{self, Body};
use crate::plan::record::is_web_address;
use crate::plan::standing::strip;
use crate::plan::{Draft, PagePlan, Title, View, address};

/// Action plans.
pub struct ActionPlans;

impl Kind for ActionPlans {
    fn id(&self) -> &'static str {
        "action-plan"
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let draft = |(i, p): (usize, &ActionPlan)| {
            Draft::of(&p.head, address::action_plan(&p.head.id), i)
                .under(Title::Message("action-plans"), address::list("action-plans", 1))
        };
        portal.action_plans.iter().enumerate().map(draft).collect()
    }

    fn editions(&self, page: &PagePlan, view: &View<'_>) -> Option<String> {
        view.editions_of_plan(page, page.draft.item)
    }

    fn called(&self, _draft: &Draft) -> Option<&'static str> {
        Some("action-plan")
    }

    fn findable(&self, page: &PagePlan, view: &View<'_>) -> Findable {
        view.found_by_text(page, &view.portal.action_plans[page.draft.item].head)
    }

    fn body(&self, page: &PagePlan, view: &View<'_>) -> Body {
        let plan = &view.portal.action_plans[page.draft.item];
        let commitments: Vec<&Commitment> = view.portal.commitments_of_plan(plan).collect();
        Body::ActionPlan(Box::new(context::ActionPlan {
            id: plan.head.id.clone(),
            summary: view.summary(page, &plan.head),
            locality: plan.locality.as_ref().map(|l| view.term(page, Taxonomy::Locality, &l.id)),
            start: plan.start.as_ref().map(|d| d.value.to_string()),
            end: plan.end.as_ref().map(|d| d.value.to_string()),
            href: plan.url.clone().filter(|url| is_web_address(url)),
            strip: strip(commitments.iter().map(|c| c.status()), |_| None),
            milestones: strip(commitments.iter().flat_map(|c| &c.milestones).map(|m| m.status), |_| None),
            reports: view.portal.reports_of_plan(plan).map(|r| view.report_entry(page, r)).collect(),
            commitments: commitments.into_iter().map(|c| view.commitment_entry(page, c)).collect(),
            sections: view.sections(page, &plan.head, |_| true),
            feedback: view.feedback(&plan.head.id),
            downloads: Vec::new(),
            sources: view.sources(page, &plan.head.sources),
        }))
    }
}
