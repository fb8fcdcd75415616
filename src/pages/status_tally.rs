//! Things counted by status, once for all pages of a list.

use super::context::{StatusCount, Strip};
use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::vocabulary::Status;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

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

/// How many things of a list have each status, and what is shown in the place of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct StatusTally {
    statuses: [u64; Status::CODES.len()],
    evaluations: [u64; EVALUATIONS.len()],
}

impl StatusTally {
    /// Counts statuses.
    pub(crate) fn of(statuses: impl Iterator<Item = Status>) -> StatusTally {
        let mut tally = StatusTally::default();
        statuses.for_each(|status| tally.count(status));
        tally
    }

    /// Counts commitments by status; those without one that reports evaluate are counted by what these say.
    pub(crate) fn of_commitments<'p>(
        portal: &Portal,
        commitments: impl Iterator<Item = &'p Commitment>,
    ) -> StatusTally {
        let mut tally = StatusTally::default();
        for commitment in commitments {
            match commitment.status() {
                Status::NotReported if portal.is_evaluated(commitment) => {
                    tally.count_evaluated(portal, commitment);
                }
                status => tally.count(status),
            }
        }
        tally
    }

    fn count(&mut self, status: Status) {
        let codes = Status::CODES.iter().zip(&mut self.statuses);
        for (_, count) in codes.filter(|((_, own), _)| *own == status) {
            *count += 1;
        }
    }

    fn count_evaluated(&mut self, portal: &Portal, commitment: &Commitment) {
        let said = match portal.evaluation(commitment) {
            Some(evaluation) => evaluation.completion().map_or("unsaid", |c| c.value.code()),
            None => "elsewhere",
        };
        let codes = EVALUATIONS.iter().zip(&mut self.evaluations);
        for (_, count) in codes.filter(|(code, _)| **code == said) {
            *count += 1;
        }
    }

    /// Returns the statuses in their order; `href` says which page lists each.
    pub(crate) fn strip(&self, href: impl Fn(Status) -> Option<String>) -> Strip {
        let counts = Status::CODES.iter().zip(self.statuses);
        let counts = counts.filter(|(_, count)| *count > 0);
        let strip = Strip::new(counts.map(|((code, status), count)| StatusCount {
            status: (*code).to_owned(),
            count,
            href: href(*status),
        }));
        let evaluations = EVALUATIONS.iter().copied().zip(self.evaluations);
        strip.evaluated(Status::NotReported.code(), evaluations)
    }
}

/// Tallies of lists of many pages, by their addresses: each list is counted when its first page is made.
#[derive(Debug, Default)]
pub(crate) struct StatusTallies(Mutex<BTreeMap<String, StatusTally>>);

impl StatusTallies {
    /// Returns the tally of the list at this address, which `count` makes of it.
    pub(crate) fn of(&self, address: &str, count: impl FnOnce() -> StatusTally) -> StatusTally {
        // A panic elsewhere leaves at most a tally that is missing.
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tally) = kept().get(address) {
            return tally.clone();
        }
        let tally = count();
        kept().insert(address.to_owned(), tally.clone());
        tally
    }
}
