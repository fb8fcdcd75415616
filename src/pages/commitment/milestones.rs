//! A commitment's milestones: each of them, and what is to be said of all at once.

use super::context::{MilestoneContext, MilestonesOverview};
use super::updates;
use crate::model::commitment::{Commitment, Milestone};
use crate::model::contradiction::OddPlace;
use crate::model::status_update::history_of_milestone;
use crate::model::vocabulary::Status;
use crate::pages::context::{ChangeEntry, Link, Phrase};
use crate::pages::{PagePlan, SiteFacts, dates, linking, odd_lines, overdue};

/// Returns the milestones in the source's order.
pub(super) fn of(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> Vec<MilestoneContext> {
    let milestones = c.milestones.iter();
    milestones.map(|m| milestone(site, page, c, m)).collect()
}

/// Says once what is not there; `can_ask` tells whether the page has a place to ask for it.
pub(super) fn overview(
    c: &Commitment,
    milestones: &[MilestoneContext],
    can_ask: bool,
) -> MilestonesOverview {
    let unreported = numbers(c, |m| m.status == Status::NotReported);
    let without_evidence = numbers(c, |m| m.proofs().next().is_none());
    let has_status = unreported.len() < milestones.len();
    let has_evidence = without_evidence.len() < milestones.len();
    let past = milestones
        .iter()
        .filter(|m| m.report_missing_since.is_some());
    let lacks_evidence = !without_evidence.is_empty();
    MilestonesOverview {
        has_status,
        has_evidence,
        past: past.count() as u64,
        unreported: if has_status { unreported } else { Vec::new() },
        without_evidence: if has_evidence {
            without_evidence
        } else {
            Vec::new()
        },
        ask: (can_ask && lacks_evidence).then(|| "#comment".to_owned()),
    }
}

/// Links to the milestones that are so, by their numbers.
fn numbers(c: &Commitment, is_so: impl Fn(&Milestone) -> bool) -> Vec<Link> {
    let milestones = c.milestones.iter().filter(|m| is_so(m));
    milestones
        .map(|m| {
            Link::to(
                Phrase::new(m.number.to_string()),
                format!("#m-{}", m.number),
            )
        })
        .collect()
}

fn milestone(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    c: &Commitment,
    m: &Milestone,
) -> MilestoneContext {
    let standing = overdue::since(site, m.status, m.end.as_ref());
    MilestoneContext {
        number: m.number.to_string(),
        anchor: format!("m-{}", m.number),
        text: Phrase::of(&m.text, &page.lang).unwrap_or_default(),
        start: dates::given(m.start.as_ref()),
        end: dates::given(m.end.as_ref()),
        status: m.status.code().into(),
        overdue_since: standing.overdue_since,
        report_missing_since: standing.report_missing_since,
        owner: m.owner.clone(),
        reported: m.reported.map(|d| d.to_string()),
        status_word: updates::word(page, m.word.as_deref()),
        progress: Phrase::of(&m.progress, &page.lang),
        history: updates::history(site, page, c, history_of_milestone(&m.updates)),
        evidence: linking::evidence_of(site, page, &c.head, &m.evidence),
        odd: odd_lines::at(site, page, OddPlace::Milestone(&m.number.to_string())),
    }
}

/// What was reported of its milestones, the newest first.
pub(super) fn reported(page: &PagePlan, c: &Commitment) -> Vec<ChangeEntry> {
    let milestones = c.milestones.iter();
    let mut dated: Vec<&Milestone> = milestones.filter(|m| m.reported.is_some()).collect();
    dated.sort_by_key(|m| std::cmp::Reverse(m.reported));
    let entry = |m: &Milestone| ChangeEntry {
        date: m.reported.map(|d| d.to_string()),
        what: Link::to(
            Phrase::of(&m.text, &page.lang).unwrap_or_default(),
            format!("#m-{}", m.number),
        ),
        status: Some(m.status.code().into()),
        ..ChangeEntry::default()
    };
    dated.into_iter().map(entry).collect()
}
