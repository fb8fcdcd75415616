//! Lists that are cut by facts: ready-made pages for each value of a fact, and for chosen pairs of two. There are far more
//! pairs than anybody reads, so the largest are kept and the others counted.

pub(crate) mod show;

use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::pages::paging::{self, EntryWeight, ListRange, spans};
use crate::pages::{Draft, Plan, Title};
use crate::text::words::Words;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Most lists that one limit allows: of the values of a fact, or of the pairs chosen together.
pub(crate) const MOST: usize = 200;

/// The kind of fact that is a status.
pub(crate) const STATUSES: &str = "statuses";

/// A fact by which a list is cut: its kind, which is also the name of a message, and its value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SharedFact {
    pub(crate) kind: &'static str,
    pub(crate) value: String,
}

impl SharedFact {
    pub(crate) fn new(kind: &'static str, value: impl Into<String>) -> SharedFact {
        SharedFact {
            kind,
            value: value.into(),
        }
    }
}

/// The things that share a fact, or two.
#[derive(Debug, Clone)]
pub(crate) struct FilteredList {
    pub(crate) facts: Vec<SharedFact>,
    /// The address of its first page.
    pub(crate) address: String,
    /// What the value is called among others of its kind.
    pub(crate) name: Title,
    /// The heading of its pages.
    pub(crate) heading: Title,
    /// Whether another kind makes its pages, such as that of terms.
    pub(crate) is_elsewhere: bool,
    /// Things, by their places in the whole list.
    pub(crate) members: Vec<usize>,
    /// The pages of the list.
    pub(crate) spans: Vec<ListRange>,
}

impl FilteredList {
    /// The list of the things that share one fact.
    pub(crate) fn single(
        fact: SharedFact,
        address: String,
        [name, heading]: [Title; 2],
        members: Vec<usize>,
    ) -> FilteredList {
        FilteredList {
            facts: vec![fact],
            address,
            name,
            heading,
            is_elsewhere: false,
            members,
            spans: Vec::new(),
        }
    }
}

/// How a list of one kind of thing is cut.
pub(crate) struct FilterRules {
    /// Its folder, which is also the message that is the whole list's title.
    pub(crate) folder: &'static str,
    /// Kinds of facts, in the order in which they are offered.
    pub(crate) kinds: &'static [&'static str],
    /// Kinds whose values have an order of their own; the largest value of any other comes first.
    pub(crate) ordered: &'static [&'static str],
    /// Kinds that are brought together, in sets with a limit each; the page of the first fact is the parent.
    pub(crate) pairs: &'static [&'static [(&'static str, &'static str)]],
    /// Returns the heading of the things that share two facts, of which these are the names.
    pub(crate) heading: fn(&[SharedFact; 2], [Title; 2]) -> Title,
    /// Returns the last part of the address of a pair by its second fact.
    pub(crate) ending: fn(&SharedFact) -> String,
}

/// All lists into which one list is cut.
#[derive(Debug, Clone, Default)]
pub(crate) struct FilteredLists {
    pub(crate) lists: Vec<FilteredList>,
    /// Lists by their facts, in order.
    by_facts: BTreeMap<Vec<SharedFact>, usize>,
    /// Lists that add a fact of a kind to another fact, or to none, in the order in which they are offered.
    beside: BTreeMap<(Option<SharedFact>, &'static str), Vec<usize>>,
    /// Kinds of facts of which some values have no list.
    left_out: BTreeSet<&'static str>,
    /// Whether some pairs have no list.
    is_limited: bool,
}

impl FilteredLists {
    /// Brings the lists of single facts together. `weight` is what an entry weighs; `room` is what entries may weigh on a page
    /// where nothing else is.
    pub(crate) fn of(
        rules: &FilterRules,
        singles: Vec<FilteredList>,
        weight: impl Fn(usize) -> EntryWeight + Send + Sync,
        room: usize,
        sink: &mut Sink,
    ) -> FilteredLists {
        let mut all = FilteredLists::default();
        let things = facts_of_things(&singles);
        // Each is in many lists.
        let weights: Vec<EntryWeight> = (0..things.len()).into_par_iter().map(weight).collect();
        for single in singles {
            all.enter(single);
        }
        let mut left_out = 0;
        for set in rules.pairs {
            let mut pairs = all.pairs(&things, set);
            left_out += pairs.len().saturating_sub(MOST);
            pairs.truncate(MOST);
            for (facts, members) in pairs {
                let pair = all.pair(rules, facts, members);
                all.enter(pair);
            }
        }
        all.is_limited = left_out > 0;
        if all.is_limited {
            sink.push(left_out_finding(left_out));
        }
        all.put_in_order(rules);
        for at in 0..all.lists.len() {
            let list = &all.lists[at];
            if !list.is_elsewhere {
                let weights = list.members.iter().map(|at| weights[*at]);
                let divided = spans(weights, room.saturating_sub(all.beside(rules, list)));
                all.lists[at].spans = divided;
            }
        }
        all
    }

    /// Returns what the ways to cut a list further weigh on its page, about.
    fn beside(&self, rules: &FilterRules, list: &FilteredList) -> usize {
        if (list.members.len() as u64) < show::FEWEST {
            return 0;
        }
        let kinds = rules.kinds.iter().map(|kind| {
            let mut rest = list.facts.iter().filter(|fact| fact.kind != *kind);
            match (rest.next(), rest.next()) {
                (to, None) => paging::values(self.adding(to, kind).filter_map(Self::words_of)),
                _ => 0,
            }
        });
        kinds.sum()
    }

    /// Returns what the value is called that a list adds, where it has a name of its own.
    fn words_of(list: &FilteredList) -> Option<&Words> {
        match &list.name {
            Title::Words(words) => Some(words),
            Title::Message(_) | Title::Sentence(..) => None,
        }
    }

    fn enter(&mut self, list: FilteredList) {
        let at = self.lists.len();
        for fact in &list.facts {
            let other = list.facts.iter().find(|other| *other != fact).cloned();
            let others = self.beside.entry((other, fact.kind)).or_default();
            others.push(at);
        }
        self.by_facts.insert(key(&list.facts), at);
        self.lists.push(list);
    }

    /// Says that some values of a kind have no list.
    pub(crate) fn leave_out(&mut self, kind: &'static str) {
        self.left_out.insert(kind);
    }

    /// Finds the pairs of a set, the largest first. One that holds all that one of its facts holds says nothing new.
    fn pairs(
        &self,
        things: &[Vec<usize>],
        set: &[(&'static str, &'static str)],
    ) -> Vec<([usize; 2], Vec<usize>)> {
        let mut pairs: BTreeMap<[usize; 2], Vec<usize>> = BTreeMap::new();
        for (thing, facts) in things.iter().enumerate() {
            for (first, second) in set {
                for a in facts.iter().filter(|at| self.kind(**at) == *first) {
                    for b in facts.iter().filter(|at| self.kind(**at) == *second) {
                        pairs.entry([*a, *b]).or_default().push(thing);
                    }
                }
            }
        }
        let size = |at: usize| self.lists[at].members.len();
        let mut pairs: Vec<([usize; 2], Vec<usize>)> = pairs
            .into_iter()
            .filter(|([a, b], held)| held.len() < size(*a).min(size(*b)))
            .collect();
        pairs.sort_by_cached_key(|([a, b], held)| {
            let facts = [*a, *b].map(|at| self.lists[at].facts[0].clone());
            (Reverse(held.len()), facts)
        });
        pairs
    }

    /// Returns the kind of the fact of a single list.
    fn kind(&self, at: usize) -> &'static str {
        self.lists[at].facts[0].kind
    }

    fn pair(&self, rules: &FilterRules, at: [usize; 2], members: Vec<usize>) -> FilteredList {
        let [first, second] = at.map(|at| &self.lists[at]);
        let facts = [first, second].map(|single| single.facts[0].clone());
        let folder = first.address.trim_end_matches(".html");
        let heading = (rules.heading)(&facts, [first.name.clone(), second.name.clone()]);
        FilteredList {
            address: format!("{folder}/{}.html", (rules.ending)(&facts[1])),
            name: second.name.clone(),
            heading,
            is_elsewhere: false,
            members,
            spans: Vec::new(),
            facts: facts.into(),
        }
    }

    fn put_in_order(&mut self, rules: &FilterRules) {
        for ((_, kind), all) in &mut self.beside {
            if rules.ordered.contains(kind) {
                let own = |at: &usize| {
                    let fact = self.lists[*at].facts.iter().find(|fact| fact.kind == *kind);
                    fact.and_then(|fact| self.by_facts.get(std::slice::from_ref(fact)))
                };
                all.sort_by_key(|at| own(at));
            } else {
                all.sort_by_key(|at| Reverse(self.lists[*at].members.len()));
            }
        }
    }

    /// Returns the list of the things that have exactly these facts.
    pub(crate) fn with(&self, facts: &[SharedFact]) -> Option<&FilteredList> {
        let at = self.by_facts.get(&key(facts))?;
        Some(&self.lists[*at])
    }

    /// Returns the lists that add a fact of a kind to another one, or to none.
    fn adding(
        &self,
        to: Option<&SharedFact>,
        kind: &'static str,
    ) -> impl Iterator<Item = &FilteredList> {
        let all = self.beside.get(&(to.cloned(), kind));
        all.into_iter().flatten().map(|at| &self.lists[*at])
    }

    /// Returns the pages of all lists of so many facts that no other kind makes.
    pub(crate) fn drafts(&self, plan: &Plan, rules: &FilterRules, facts: usize) -> Vec<Draft> {
        let own = self.lists.iter().enumerate();
        own.filter(|(_, list)| !list.is_elsewhere && list.facts.len() == facts)
            .flat_map(|(item, list)| self.drafts_of(plan, rules, list, item))
            .collect()
    }

    /// Returns the pages of a list; none of a pair whose first fact has no page.
    fn drafts_of(
        &self,
        plan: &Plan,
        rules: &FilterRules,
        list: &FilteredList,
        item: usize,
    ) -> Vec<Draft> {
        let parent = if list.facts.len() == 1 {
            let whole = crate::pages::address::list(rules.folder, 1);
            Some((Title::Message(rules.folder), whole))
        } else {
            let first = self.with(&list.facts[..1]);
            first
                .filter(|first| !first.is_elsewhere || plan.has(&first.address))
                .map(|first| (first.heading.clone(), first.address.clone()))
        };
        let Some((title, address)) = parent else {
            return Vec::new();
        };
        Draft::pages_of_list(&list.heading, list.spans.iter().copied(), |part| {
            crate::pages::address::list_of(&list.address, part)
        })
        .into_iter()
        .map(|draft| match draft.part {
            1 => draft.under(title.clone(), address.clone()).item(item),
            _ => draft.item(item),
        })
        .collect()
    }
}

fn key(facts: &[SharedFact]) -> Vec<SharedFact> {
    let mut key = facts.to_vec();
    key.sort();
    key
}

/// Returns the single lists that each thing is in, by their places.
fn facts_of_things(singles: &[FilteredList]) -> Vec<Vec<usize>> {
    let members = singles.iter().flat_map(|single| &single.members);
    let things = members.max().map_or(0, |last| last + 1);
    let mut of = vec![Vec::new(); things];
    for (at, single) in singles.iter().enumerate() {
        for thing in &single.members {
            of[*thing].push(at);
        }
    }
    of
}

/// The finding that some lists have no pages.
pub(crate) fn left_out_finding(left: usize) -> Diagnostic {
    let finding = Diagnostic::new(&codes::FACETS_LEFT_OUT);
    finding
        .at(Place::file(crate::source::SETTINGS))
        .arg("shown", MOST)
        .arg("left", left)
}
