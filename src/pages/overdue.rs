//! How commitments and milestones stand on a given day. Nothing here is stored: pages say absolute dates.

use super::SiteFacts;
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
