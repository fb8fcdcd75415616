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
    Status(Status),
    /// A term of another taxonomy.
    Term(Taxonomy, String),
}

/// Two facts, and the commitments that have both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CommitmentGroup {
    pub(crate) first: (Taxonomy, String),
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
    let mut counted = CountedPairs::default();
    for (at, commitment) in portal.commitments.iter().enumerate() {
        counted.count(commitment);
        counted.enter(at, commitment);
    }
    let mut pairs = counted.telling();
    let left_out = pairs.len().saturating_sub(MOST);
    if left_out > 0 {
        let finding =
            Diagnostic::new(&codes::FACETS_LEFT_OUT).at(Place::file(crate::source::SETTINGS));
        sink.push(finding.arg("shown", MOST).arg("left", left_out));
    }
    pairs.truncate(MOST);
    CommitmentGroups {
        kept: pairs
            .into_iter()
            .map(|(pair, commitments)| CommitmentGroup::of(portal, pair, commitments))
            .collect(),
        left_out,
    }
}

/// Pairs of facts and the commitments that have both, and how many have each fact.
#[derive(Default)]
struct CountedPairs {
    pairs: BTreeMap<PairOfFacts, Vec<usize>>,
    of_term: BTreeMap<(Taxonomy, String), usize>,
    of_status: BTreeMap<Status, usize>,
}

impl CountedPairs {
    /// Counts a commitment to each of its facts.
    fn count(&mut self, commitment: &Commitment) {
        *self.of_status.entry(commitment.status()).or_default() += 1;
        for taxonomy in [
            Taxonomy::Institution,
            Taxonomy::PolicyArea,
            Taxonomy::Locality,
        ] {
            for id in terms(commitment, taxonomy) {
                *self.of_term.entry((taxonomy, id)).or_default() += 1;
            }
        }
    }

    /// Enters a commitment, which has this place in the portal, into each of its pairs.
    fn enter(&mut self, at: usize, commitment: &Commitment) {
        for (taxonomy, other) in CHOSEN {
            let seconds = second_facts(commitment, *other);
            for id in terms(commitment, *taxonomy) {
                for second in &seconds {
                    let pair = ((*taxonomy, id.clone()), second.clone());
                    self.pairs.entry(pair).or_default().push(at);
                }
            }
        }
    }

    /// Returns how many commitments have a fact.
    fn total_of(&self, second: &SecondFact) -> usize {
        match second {
            SecondFact::Status(status) => self.of_status[status],
            SecondFact::Term(taxonomy, id) => self.of_term[&(*taxonomy, id.clone())],
        }
    }

    /// Returns the pairs that hold fewer than each of their facts, the largest first.
    fn telling(mut self) -> Vec<(PairOfFacts, Vec<usize>)> {
        let found = std::mem::take(&mut self.pairs);
        let mut pairs: Vec<(PairOfFacts, Vec<usize>)> = found
            .into_iter()
            .filter(|((first, second), held)| {
                held.len() < self.of_term[first].min(self.total_of(second))
            })
            .collect();
        pairs.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
        pairs
    }
}

/// Returns the facts of a commitment that can be the second of a pair: its terms of a taxonomy, else its status.
fn second_facts(commitment: &Commitment, taxonomy: Option<Taxonomy>) -> Vec<SecondFact> {
    match taxonomy {
        None => vec![SecondFact::Status(commitment.status())],
        Some(taxonomy) => terms(commitment, taxonomy)
            .into_iter()
            .map(|id| SecondFact::Term(taxonomy, id))
            .collect(),
    }
}

fn terms(c: &Commitment, taxonomy: Taxonomy) -> Vec<String> {
    terms_of(c, taxonomy)
        .into_iter()
        .map(str::to_owned)
        .collect()
}

impl CommitmentGroup {
    fn of(
        portal: &Portal,
        (first, second): PairOfFacts,
        commitments: Vec<usize>,
    ) -> CommitmentGroup {
        let weights = commitments
            .iter()
            .map(|at| EntryWeight::commitment(&portal.commitments[*at]));
        CommitmentGroup {
            first,
            second,
            spans: spans(weights, paging::LIST),
            commitments,
        }
    }

    /// Returns the fact beside a term; `None` where the term is neither of the two.
    fn other_than(&self, taxonomy: Taxonomy, id: &str) -> Option<SecondFact> {
        if self.first.0 == taxonomy && self.first.1 == id {
            return Some(self.second.clone());
        }
        let second = SecondFact::Term(taxonomy, id.to_owned());
        (self.second == second).then(|| SecondFact::Term(self.first.0, self.first.1.clone()))
    }

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
        self.kept
            .iter()
            .filter_map(|pair| Some((pair, pair.other_than(taxonomy, id)?)))
            .collect()
    }
}
