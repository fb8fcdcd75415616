//! A commitment's page.

pub mod context;
mod institutions;
mod milestones;
mod timeline;
mod updates;
mod versions;

use crate::model::Portal;
use crate::model::commitment::{Commitment, InceptionReport, PlanMembership};
use crate::model::status_update::history_of_commitment;
use crate::model::vocabulary::Taxonomy;
use crate::pages::commitment::context::ValueReason;
use crate::pages::context::{Body, BodyFacts, ChangeEntry, Link, ListEntry, Phrase};
use crate::pages::jumps::{self, Jumps};
use crate::pages::kinds::{PageKindFacts, SearchText};
use crate::pages::status_tally::StatusTally;
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, dates, entries, evaluations, frame, linking,
    overdue, prose, search_text,
};
use crate::record::is_web_address;
use tragaluz_tables::Tables;

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
            "history",
            "inception",
            "institutions",
            "m",
            "milestones",
            "opened",
            "related",
            "reports",
            "timeline",
            "values",
        ]
    }

    fn pages(&self, portal: &Portal, tables: &Tables) -> Vec<Draft> {
        (0..portal.commitments.len())
            .flat_map(|item| self.pages_of(item, portal, tables))
            .collect()
    }

    fn pages_of(&self, item: usize, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let Some(commitment) = portal.commitments.get(item) else {
            return Vec::new();
        };
        let head = &commitment.head;
        vec![Draft::of(head, address::commitment(&head.id), item).under(
            Title::Message("commitments"),
            address::list("commitments", 1),
        )]
    }

    fn called(&self, _draft: &Draft) -> Option<Title> {
        Some(Title::Message("commitment"))
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        search_text::of_commitment(site, page, &site.portal.commitments[page.draft.item])
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let commitment = &site.portal.commitments[page.draft.item];
        let facts = facts_of(site, page, commitment);
        Body::of(with_jumps(facts)).lacking("modified", page.draft.updated.is_some())
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
    let lateness = overdue::of_commitment(site, c);
    let milestones = milestones::of(site, page, c);
    let involved = institutions::involved(site, page, c);
    let feedback = frame::feedback_on(site, &c.head);
    context::CommitmentContext {
        id: c.head.id.clone(),
        summary: prose::summary(page, &c.head),
        evaluation: evaluations::of_commitment(site, page, c),
        strip: StatusTally::of(c.milestones.iter().map(|m| m.status)).strip(|_| None),
        overdue_since: lateness.overdue_since,
        report_missing_since: lateness.report_missing_since,
        start: dates::given(c.start.as_ref()),
        end: dates::given(c.end.as_ref()),
        who: involved.who,
        who_more: involved.more,
        institutions: involved.listed,
        timeline: timeline::of(c),
        overview: milestones::overview(c, &milestones, feedback.is_some()),
        milestones,
        sections: prose::sections(site, page, &c.head, |_| true),
        related: related(site, page, c),
        datasets: datasets_named(site, page, &c.datasets),
        reports: reports_on(site, page, c),
        feedback,
        changes: changes(site, page, c),
        sources: linking::sources(site, page, &c.head, &c.head.sources),
        ..of_plans(site, page, c)
    }
}

/// Returns what was reported of its milestones and what changed with versions of the register, the newest first.
fn changes(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> Vec<ChangeEntry> {
    let mut all = milestones::reported(page, c);
    all.extend(versions::of_commitment(site, page, c));
    all.sort_by(|a, b| b.date.cmp(&a.date));
    all
}

/// Adds the jumps, where the page is long.
fn with_jumps(facts: context::CommitmentContext) -> context::CommitmentContext {
    let milestones = facts.milestones.iter();
    let lines = milestones.map(|m| {
        let said = m.progress.as_ref().map_or(0, jumps::lines);
        let told = m.history.iter().map(|update| {
            let text = update.text.as_ref().map_or(0, jumps::lines);
            text + update.evidence.len() as u64 + 1
        });
        jumps::lines(&m.text) + said + told.sum::<u64>() + m.evidence.len() as u64 + 1
    });
    let of_each = if facts.overview.has_status { 60 } else { 15 };
    let drawn = facts.timeline.as_ref().map_or(0, |drawing| drawing.height);
    let pixels = facts.milestones.len() as u64 * of_each + drawn;
    let mut given = vec![true; facts.institutions.len()];
    given.extend([
        facts.not_attached || !facts.action_plans.is_empty(),
        !facts.policy_areas.is_empty(),
        facts.sector.is_some(),
        facts.inception_report.is_some(),
        facts.inception.is_some(),
    ]);
    // A value's reason is as high as two facts.
    given.extend(vec![true; facts.values.len() * 2]);
    let jumps = Jumps::default()
        .text(facts.summary.as_ref())
        .part("milestones", "milestones", lines.sum(), pixels)
        .sections(&facts.sections)
        .facts(&given)
        .entries("datasets", "datasets", &facts.datasets)
        .entries("reports", "evaluations", &facts.reports)
        .comment(facts.feedback.is_some());
    context::CommitmentContext {
        jumps: jumps.of_long_page(),
        ..facts
    }
}

/// Returns the plans that it is of, and what reviewers of plans said of it.
fn of_plans(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> context::CommitmentContext {
    let (action_plans, not_attached) = plans_of(site, page, c);
    let report = c.inception_report.as_ref();
    context::CommitmentContext {
        not_attached,
        inception_report: report.and_then(|report| link_to_report(page, report)),
        inception_report_plan: report.and_then(|report| {
            let plan = report.action_plan.as_ref()?;
            let link = linking::link(site, page, &address::action_plan(&plan.value))?;
            (!action_plans.iter().any(|own| own.href == link.href)).then_some(link)
        }),
        action_plans,
        inception: inception(page, c),
        ..of_terms(site, page, c)
    }
}

/// Returns the terms that it belongs to.
fn of_terms(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> context::CommitmentContext {
    context::CommitmentContext {
        locality: linking::only_term(site, page, Taxonomy::Locality, c.locality.as_ref()),
        policy_areas: linking::terms(site, page, Taxonomy::PolicyArea, &c.policy_areas),
        sector: linking::only_term(site, page, Taxonomy::Sector, c.sector.as_ref()),
        values: values(site, page, c),
        ..of_updates(site, page, c)
    }
}

/// Returns how it stands, and what was reported of it.
fn of_updates(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> context::CommitmentContext {
    let history = history_of_commitment(&c.updates);
    context::CommitmentContext {
        status: c.status().code().into(),
        status_given: c.own_status.is_some(),
        status_word: updates::word(page, c.own_word.as_deref()),
        history: updates::history(site, page, c, history),
        ..context::CommitmentContext::default()
    }
}

fn link_to_report(page: &PagePlan, report: &InceptionReport) -> Option<Link> {
    Some(Link {
        text: Phrase::of(&report.title, &page.lang)?,
        href: report.url.clone().filter(|url| is_web_address(url)),
    })
}

fn values(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> Vec<ValueReason> {
    let values = c.values.iter();
    values
        .map(|value| ValueReason {
            name: linking::term(site, page, Taxonomy::Value, &value.value.id),
            reason: Phrase::of(&value.reason, &page.lang),
        })
        .collect()
}

/// What its reviewers said before it began.
fn inception(page: &PagePlan, c: &Commitment) -> Option<context::Inception> {
    let inception = c.inception.as_ref()?;
    let statements = inception.statements.iter();
    Some(context::Inception {
        verifiable: inception.verifiable,
        relevance: inception.relevance,
        novelty: inception.novelty.map(str::to_owned),
        ambition: inception.ambition.map(str::to_owned),
        statements: statements
            .filter_map(|statement| Phrase::of(statement, &page.lang))
            .collect(),
    })
}

fn plans_of(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> (Vec<Link>, bool) {
    match &c.action_plans {
        PlanMembership::NotReported => (Vec::new(), false),
        PlanMembership::NotAttached => (Vec::new(), true),
        PlanMembership::Plans(plans) => {
            let links = plans.iter().map(|id| plan_link(site, page, &id.value));
            (links.collect(), false)
        }
    }
}

/// Links to an action plan; one without a page is only named.
fn plan_link(site: &SiteFacts<'_>, page: &PagePlan, id: &str) -> Link {
    linking::link(site, page, &address::action_plan(id))
        .unwrap_or_else(|| Link::unlinked(Phrase::new(id)))
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
