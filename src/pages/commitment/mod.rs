//! A commitment's page.

pub mod context;

use crate::model::Portal;
use crate::model::commitment::{Commitment, Milestone, PlanMembership};
use crate::model::vocabulary::Taxonomy;
use crate::pages::commitment::context::{Institution, ValueReason};
use crate::pages::context::{Body, BodyFacts, ChangeEntry, Link, ListEntry, Phrase};
use crate::pages::kinds::{PageKindFacts, SearchText};
use crate::pages::overdue::strip;
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, entries, evaluations, frame, linking, overdue,
    prose, search_text,
};
use crate::record::is_web_address;
use tragaluz_tables::Tables;

/// Commitments.
pub(crate) struct CommitmentPages;

impl PageKindFacts for CommitmentPages {
    fn name(&self) -> &'static str {
        context::CommitmentContext::KIND
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &[
            "changes",
            "datasets",
            "facts",
            "inception",
            "m",
            "milestones",
            "related",
            "reports",
            "values",
        ]
    }

    fn pages(&self, portal: &Portal, tables: &Tables) -> Vec<Draft> {
        (0..portal.commitments.len())
            .flat_map(|item| self.pages_of(item, portal, tables))
            .collect()
    }

    fn pages_of(&self, item: usize, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let draft = |c: &Commitment| {
            Draft::of(&c.head, address::commitment(&c.head.id), item).under(
                Title::Message("commitments"),
                address::list("commitments", 1),
            )
        };
        portal
            .commitments
            .get(item)
            .map(draft)
            .into_iter()
            .collect()
    }

    fn called(&self, _draft: &Draft) -> Option<&'static str> {
        Some("commitment")
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        search_text::of_commitment(site, page, &site.portal.commitments[page.draft.item])
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        Body::of(facts_of(
            site,
            page,
            &site.portal.commitments[page.draft.item],
        ))
    }

    fn data_edition(&self, page: &PagePlan) -> Option<String> {
        Some(page.draft.address.replace(".html", ".json"))
    }

    fn is_printed(&self) -> bool {
        true
    }

    fn has_notice(&self) -> bool {
        true
    }

    fn feed(&self, page: &PagePlan) -> Option<String> {
        Some(page.draft.address.replace(".html", ".xml"))
    }
}

fn facts_of(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> context::CommitmentContext {
    let status = c.status();
    let standing = overdue::of_commitment(site, c);
    let (action_plans, not_attached) = plans_of(site, page, c);
    context::CommitmentContext {
        id: c.head.id.clone(),
        summary: prose::summary(page, &c.head),
        status: status.code().into(),
        status_given: c.own_status.is_some(),
        evaluation: evaluations::of_commitment(site, page, c),
        strip: strip(c.milestones.iter().map(|m| m.status), |_| None),
        overdue_since: standing.overdue_since,
        report_missing_since: standing.report_missing_since,
        start: c.start.as_ref().map(|d| d.value.to_string()),
        end: c.end.as_ref().map(|d| d.value.to_string()),
        locality: c
            .locality
            .as_ref()
            .map(|l| linking::term(site, page, Taxonomy::Locality, &l.id)),
        action_plans,
        not_attached,
        inception_report: c.inception_report.as_ref().and_then(|r| {
            let text = Phrase::of(&r.title, &page.lang)?;
            Some(Link {
                text,
                href: r.url.clone().filter(|url| is_web_address(url)),
            })
        }),
        inception_report_plan: c.inception_report.as_ref().and_then(|r| {
            let plan = r.action_plan.as_ref()?;
            linking::link(site, page, &address::action_plan(&plan.value))
        }),
        institutions: c
            .institutions
            .iter()
            .map(|i| institution(site, page, i))
            .collect(),
        policy_areas: c
            .policy_areas
            .iter()
            .map(|t| linking::term(site, page, Taxonomy::PolicyArea, &t.id))
            .collect(),
        sector: c
            .sector
            .as_ref()
            .map(|t| linking::term(site, page, Taxonomy::Sector, &t.id)),
        values: c
            .values
            .iter()
            .map(|v| ValueReason {
                name: linking::term(site, page, Taxonomy::Value, &v.value.id),
                reason: Phrase::of(&v.reason, &page.lang),
            })
            .collect(),
        inception: c.inception.as_ref().map(|i| context::Inception {
            verifiable: i.verifiable,
            relevance: i.relevance,
            novelty: i.novelty.map(str::to_owned),
            ambition: i.ambition.map(str::to_owned),
            statements: i
                .statements
                .iter()
                .filter_map(|s| Phrase::of(s, &page.lang))
                .collect(),
        }),
        without_evidence: c
            .milestones
            .iter()
            .filter(|m| m.evidence.is_empty())
            .count() as u64,
        milestones: c
            .milestones
            .iter()
            .map(|m| milestone(site, page, c, m))
            .collect(),
        sections: prose::sections(site, page, &c.head, |_| true),
        related: related(site, page, c),
        datasets: datasets_named(site, page, &c.datasets),
        reports: reports_on(site, page, c),
        feedback: frame::feedback_on(site, &c.head),
        changes: reported(page, c),
        downloads: Vec::new(),
        cite: None,
        sources: linking::sources(site, page, &c.head, &c.head.sources),
    }
}

fn plans_of(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> (Vec<Link>, bool) {
    match &c.action_plans {
        PlanMembership::NotReported => (Vec::new(), false),
        PlanMembership::NotAttached => (Vec::new(), true),
        PlanMembership::Plans(plans) => {
            let link = |id: &String| linking::link(site, page, &address::action_plan(id));
            let named = |id: &String| link(id).unwrap_or_else(|| Link::unlinked(Phrase::new(id)));
            (plans.iter().map(|id| named(&id.value)).collect(), false)
        }
    }
}

fn institution(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    involved: &crate::model::commitment::InvolvedInstitution,
) -> Institution {
    Institution {
        name: linking::term(site, page, Taxonomy::Institution, &involved.institution.id),
        role: involved.lead.map(|lead| {
            if lead {
                "lead".into()
            } else {
                "supporting".into()
            }
        }),
    }
}

fn milestone(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    c: &Commitment,
    m: &Milestone,
) -> context::MilestoneContext {
    let standing = overdue::since(site, m.status, m.end.as_ref());
    context::MilestoneContext {
        number: m.number.to_string(),
        anchor: format!("m-{}", m.number),
        text: Phrase::of(&m.text, &page.lang).unwrap_or_default(),
        start: m.start.as_ref().map(|d| d.value.to_string()),
        end: m.end.as_ref().map(|d| d.value.to_string()),
        status: m.status.code().into(),
        overdue_since: standing.overdue_since,
        report_missing_since: standing.report_missing_since,
        owner: m.owner.clone(),
        reported: m.reported.map(|d| d.to_string()),
        evidence: m
            .evidence
            .iter()
            .map(|proof| linking::evidence(site, page, &c.head, proof))
            .collect(),
        ask: None,
    }
}

/// What was reported of its milestones, the newest first.
fn reported(page: &PagePlan, c: &Commitment) -> Vec<ChangeEntry> {
    let mut dated: Vec<&Milestone> = c
        .milestones
        .iter()
        .filter(|m| m.reported.is_some())
        .collect();
    dated.sort_by_key(|m| std::cmp::Reverse(m.reported));
    let change = |m: &Milestone| ChangeEntry {
        date: m.reported.map(|d| d.to_string()),
        what: Link::to(
            Phrase::of(&m.text, &page.lang).unwrap_or_default(),
            format!("#m-{}", m.number),
        ),
        status: Some(m.status.code().into()),
        ..ChangeEntry::default()
    };
    dated.into_iter().map(change).collect()
}

fn related(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> Vec<ListEntry> {
    c.related
        .iter()
        .filter_map(|id| site.portal.commitment(&id.value))
        .map(|other| entries::of_commitment(site, page, other))
        .collect()
}

/// Reports that this commitment cites, and those that say they are about it.
fn reports_on(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> Vec<ListEntry> {
    let mut entries: Vec<ListEntry> = site
        .portal
        .reports_on(c)
        .map(|r| entries::of_report(site, page, r))
        .collect();
    let absent = c
        .reports
        .iter()
        .filter(|id| !site.plan.has(&address::report(&id.value)));
    entries.extend(absent.map(|_| ListEntry {
        kind: "report".into(),
        title: Phrase::message("report-absent"),
        ..ListEntry::default()
    }));
    entries
}

/// The datasets of these names.
pub(in crate::pages) fn datasets_named(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    names: &[crate::source::fields::Spanned<String>],
) -> Vec<ListEntry> {
    names
        .iter()
        .filter_map(|id| dataset_named(site, page, &id.value))
        .collect()
}

/// A dataset by its identifier; one that was left out has a page that says so.
fn dataset_named(site: &SiteFacts<'_>, page: &PagePlan, id: &str) -> Option<ListEntry> {
    if let Some(dataset) = site.portal.dataset(id) {
        return Some(entries::of_dataset(site, page, dataset));
    }
    let link =
        linking::link(site, page, &address::dataset(id)).filter(|_| site.portal.is_left_out(id))?;
    Some(ListEntry {
        kind: "dataset".to_owned(),
        title: link.text,
        href: link.href.unwrap_or_default(),
        ..ListEntry::default()
    })
}
