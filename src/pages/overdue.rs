//! How commitments and milestones stand on a given day. Nothing here is stored: pages say absolute dates.

use super::SiteFacts;
use super::context::{StatusCount, Strip};
use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::vocabulary::Status;
use crate::source::fields::Spanned;
use crate::text::date::PartialDate;

/// Since when something is late, or without a report.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Lateness {
    /// Its end, where that is past and work goes on.
    pub(crate) overdue_since: Option<String>,
    /// Its end, where that is past and nothing was reported: never called overdue, for nobody knows.
    pub(crate) report_missing_since: Option<String>,
}

/// How a commitment stands. One that a report evaluates is never without a report.
pub(crate) fn of_commitment(site: &SiteFacts<'_>, c: &Commitment) -> Lateness {
    let standing = since(site, c.status(), c.end.as_ref());
    let report_missing_since = standing
        .report_missing_since
        .filter(|_| !site.portal.is_evaluated(c));
    Lateness {
        report_missing_since,
        ..standing
    }
}

/// How something with this status and end stands.
pub(crate) fn since(
    site: &SiteFacts<'_>,
    status: Status,
    end: Option<&Spanned<PartialDate>>,
) -> Lateness {
    let past = end.filter(|end| {
        site.as_of
            .is_some_and(|day| end.value.last_day() < day.first_day())
    });
    let Some(end) = past.map(|end| end.value.to_string()) else {
        return Lateness::default();
    };
    match status {
        Status::NotStarted | Status::InProgress | Status::Stuck => Lateness {
            overdue_since: Some(end),
            report_missing_since: None,
        },
        Status::NotReported => Lateness {
            overdue_since: None,
            report_missing_since: Some(end),
        },
        Status::Finished | Status::Incomplete => Lateness::default(),
    }
}

/// Statuses counted, in their order; `href` says which page lists each.
pub(crate) fn strip(
    statuses: impl Iterator<Item = Status>,
    href: impl Fn(Status) -> Option<String>,
) -> Strip {
    let mut counts = [0_u64; Status::CODES.len()];
    for status in statuses {
        let at = Status::CODES
            .iter()
            .position(|(_, s)| *s == status)
            .expect("every status has a code");
        counts[at] += 1;
    }
    Strip::new(
        Status::CODES
            .iter()
            .zip(counts)
            .map(|((code, status), count)| StatusCount {
                status: (*code).to_owned(),
                count,
                href: href(*status),
            }),
    )
}

/// What is shown of commitments that were evaluated: degrees of completion, from nothing to everything, and where there is none.
const EVALUATIONS: &[&str] = &[
    "no-evidence",
    "not-started",
    "limited",
    "substantial",
    "complete",
    "unsaid",
    "elsewhere",
];

/// Commitments counted by status; those without one that reports evaluate are counted by what these say.
pub(crate) fn strip_of<'p>(
    portal: &Portal,
    commitments: impl Iterator<Item = &'p Commitment>,
    href: impl Fn(Status) -> Option<String>,
) -> Strip {
    let unreported = Status::NotReported;
    let mut by_status = Vec::new();
    let mut counts = [0_u64; EVALUATIONS.len()];
    for commitment in commitments {
        let status = commitment.status();
        if status != unreported || !portal.is_evaluated(commitment) {
            by_status.push(status);
            continue;
        }
        let said = match portal.evaluation(commitment) {
            Some(evaluation) => evaluation.completion().map_or("unsaid", |c| c.value.code()),
            None => "elsewhere",
        };
        if let Some(at) = EVALUATIONS.iter().position(|code| *code == said) {
            counts[at] += 1;
        }
    }
    let strip = strip(by_status.into_iter(), href);
    strip.evaluated(unreported.code(), EVALUATIONS.iter().copied().zip(counts))
}
