//! Commitments by two facts at once: ready-made pages for the pairs that readers ask for, such as an institution's
//! finished commitments. There are far more pairs than anybody reads, so the largest are kept and the others counted.

use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::index::terms_of;
use crate::model::vocabulary::{Status, Taxonomy};
use crate::pages::paging::{EntryWeight, ListRange, spans};
use crate::pages::{address, paging};
use std::collections::BTreeMap;

/// Most pairs that have pages.
pub(crate) const MOST: usize = 200;

/// The second fact of a pair.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SecondFact {
    /// A status.
    Status(Status),
    /// A term of another taxonomy.
    Term(Taxonomy, String),
}

/// Two facts, and the commitments that have both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CommitmentGroup {
    /// The first term.
    pub(crate) first: (Taxonomy, String),
    /// The second fact.
    pub(crate) second: SecondFact,
    /// Commitments, by their places in the portal.
    pub(crate) commitments: Vec<usize>,
    /// The pages of their list.
    pub(crate) spans: Vec<ListRange>,
}

/// The pairs that have pages.
#[derive(Debug, Clone, Default)]
pub(crate) struct CommitmentGroups {
    /// Those pairs, the largest first.
    pub(crate) kept: Vec<CommitmentGroup>,
    /// How many pairs have none.
    pub(crate) left_out: usize,
}

/// Which facts are brought together, the first one's page being the parent.
const CHOSEN: &[(Taxonomy, Option<Taxonomy>)] = &[
    (Taxonomy::Institution, None),
    (Taxonomy::PolicyArea, None),
    (Taxonomy::Locality, None),
    (Taxonomy::Institution, Some(Taxonomy::PolicyArea)),
    (Taxonomy::Locality, Some(Taxonomy::PolicyArea)),
];

type PairOfFacts = ((Taxonomy, String), SecondFact);

/// Finds the pairs. One that holds all that one of its facts holds says nothing new, and has no page.
pub(crate) fn draw(portal: &Portal, sink: &mut Sink) -> CommitmentGroups {
    let mut found: BTreeMap<PairOfFacts, Vec<usize>> = BTreeMap::new();
    let mut of_term: BTreeMap<(Taxonomy, String), usize> = BTreeMap::new();
    let mut of_status: BTreeMap<Status, usize> = BTreeMap::new();
    for (at, commitment) in portal.commitments.iter().enumerate() {
        let status = commitment.status();
        *of_status.entry(status).or_default() += 1;
        for taxonomy in [
            Taxonomy::Institution,
            Taxonomy::PolicyArea,
            Taxonomy::Locality,
        ] {
            for id in terms(commitment, taxonomy) {
                *of_term.entry((taxonomy, id)).or_default() += 1;
            }
        }
        for (first, second) in CHOSEN {
            for id in terms(commitment, *first) {
                let seconds: Vec<SecondFact> = match second {
                    None => vec![SecondFact::Status(status)],
                    Some(other) => terms(commitment, *other)
                        .into_iter()
                        .map(|id| SecondFact::Term(*other, id))
                        .collect(),
                };
                for second in seconds {
                    found
                        .entry(((*first, id.clone()), second))
                        .or_default()
                        .push(at);
                }
            }
        }
    }
    let total_of = |second: &SecondFact| match second {
        SecondFact::Status(status) => of_status[status],
        SecondFact::Term(taxonomy, id) => of_term[&(*taxonomy, id.clone())],
    };
    let says_more = |((first, second), held): &(PairOfFacts, Vec<usize>)| {
        held.len() < of_term[first].min(total_of(second))
    };
    let mut pairs: Vec<(PairOfFacts, Vec<usize>)> = found.into_iter().filter(says_more).collect();
    pairs.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    let left_out = pairs.len().saturating_sub(MOST);
    if left_out > 0 {
        let finding =
            Diagnostic::new(&codes::FACETS_LEFT_OUT).at(Place::file(crate::source::SETTINGS));
        sink.push(finding.arg("shown", MOST).arg("left", left_out));
    }
    pairs.truncate(MOST);
    let pair = |((first, second), commitments): (PairOfFacts, Vec<usize>)| {
        let lines = commitments
            .iter()
            .map(|at| EntryWeight::commitment(&portal.commitments[*at]));
        let spans = spans(lines, paging::LIST);
        CommitmentGroup {
            first,
            second,
            commitments,
            spans,
        }
    };
    CommitmentGroups {
        kept: pairs.into_iter().map(pair).collect(),
        left_out,
    }
}

fn terms(c: &Commitment, taxonomy: Taxonomy) -> Vec<String> {
    terms_of(c, taxonomy)
        .into_iter()
        .map(str::to_owned)
        .collect()
}

impl CommitmentGroup {
    /// The address of its first page: below the page of its first fact.
    pub(crate) fn address(&self) -> String {
        let parent = address::term(self.first.0, &self.first.1);
        let folder = parent.trim_end_matches(".html");
        match &self.second {
            SecondFact::Status(status) => format!("{folder}/{}.html", status.code()),
            SecondFact::Term(taxonomy, id) => format!("{folder}/{}-{id}.html", taxonomy.folder()),
        }
    }
}

impl CommitmentGroups {
    /// The pairs that a term is one of, the largest first: each with what the other fact is.
    pub(crate) fn of(&self, taxonomy: Taxonomy, id: &str) -> Vec<(&CommitmentGroup, SecondFact)> {
        let other = |pair: &CommitmentGroup| {
            if pair.first.0 == taxonomy && pair.first.1 == id {
                return Some(pair.second.clone());
            }
            let second = SecondFact::Term(taxonomy, id.to_owned());
            (pair.second == second).then(|| SecondFact::Term(pair.first.0, pair.first.1.clone()))
        };
        self.kept
            .iter()
            .filter_map(|pair| Some((pair, other(pair)?)))
            .collect()
    }
}
