//! By which facts the list of commitments is cut, and what the lists are called.

use crate::diag::Sink;
use crate::model::Portal;
use crate::model::bilingual::in_languages;
use crate::model::commitment::{Commitment, PlanMembership};
use crate::model::evaluation::{CodedVerdict, VERDICTS};
use crate::model::index::terms_of;
use crate::model::vocabulary::{Status, Taxonomy};
use crate::pages::facets::{FilterRules, FilteredList, FilteredLists, STATUSES, SharedFact};
use crate::pages::kinds::LIST_BUDGET;
use crate::pages::paging::{self, EntryWeight};
use crate::pages::{Title, address};
use crate::text::words::Words;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Kinds of facts that are no taxonomy, as messages name them.
pub(crate) const PLANS: &str = "action-plans";
pub(crate) const YEARS: &str = "years";
pub(crate) const COMPLETION: &str = "completion";
const REVIEW: &str = "facet-review";
const EVALUATION: &str = "facet-evaluation";

const LOCALITIES: &str = "localities";
const INSTITUTIONS: &str = "institutions";
const AREAS: &str = "policy-areas";

/// How the list of commitments is cut. Statuses are offered by the strip above it.
pub(crate) const RULES: FilterRules = FilterRules {
    folder: "commitments",
    kinds: &[
        LOCALITIES,
        PLANS,
        YEARS,
        COMPLETION,
        AREAS,
        INSTITUTIONS,
        "sectors",
        "values",
        REVIEW,
        EVALUATION,
    ],
    ordered: &[STATUSES, YEARS, COMPLETION, REVIEW, EVALUATION],
    pairs: &[
        &[
            (INSTITUTIONS, STATUSES),
            (AREAS, STATUSES),
            (LOCALITIES, STATUSES),
            (INSTITUTIONS, AREAS),
            (LOCALITIES, AREAS),
        ],
        &[
            (PLANS, STATUSES),
            (YEARS, STATUSES),
            (LOCALITIES, YEARS),
            (LOCALITIES, COMPLETION),
            (PLANS, COMPLETION),
        ],
    ],
    heading,
    ending,
};

/// Cuts the list of a portal's commitments.
pub(crate) fn draw(portal: &Portal, sink: &mut Sink) -> FilteredLists {
    let singles = statuses(portal)
        .into_iter()
        .chain(Taxonomy::ALL.into_iter().flat_map(|t| terms(portal, t)))
        .chain(plans(portal))
        .chain(years(portal))
        .chain(
            VERDICTS
                .iter()
                .flat_map(|verdict| verdicts(portal, verdict)),
        );
    let weight = |at: usize| EntryWeight::commitment(&portal.commitments[at]);
    let room = paging::room(portal, LIST_BUDGET, 0);
    FilteredLists::of(&RULES, singles.collect(), weight, room, sink)
}

/// Returns the year in which a commitment ends.
fn year(c: &Commitment) -> Option<i16> {
    c.end.as_ref().map(|end| end.value.year)
}

/// Groups commitments by what each has, which may be several values or none.
fn grouped<K: Ord>(portal: &Portal, of: impl Fn(&Commitment) -> Vec<K>) -> BTreeMap<K, Vec<usize>> {
    let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (at, commitment) in portal.commitments.iter().enumerate() {
        for value in of(commitment) {
            groups.entry(value).or_default().push(at);
        }
    }
    groups
}

fn single(fact: SharedFact, address: String, name: Title, members: Vec<usize>) -> FilteredList {
    FilteredList {
        is_elsewhere: true,
        ..FilteredList::single(fact, address, [name.clone(), name], members)
    }
}

fn statuses(portal: &Portal) -> Vec<FilteredList> {
    let mut groups = grouped(portal, |c| vec![c.status()]);
    let with = Status::CODES.iter().filter_map(|(code, status)| {
        let members = groups.remove(status)?;
        let name = Title::Sentence(format!("status-{code}"), Vec::new());
        let fact = SharedFact::new(STATUSES, *code);
        Some(FilteredList {
            heading: Title::Sentence(format!("heading-status-{code}"), Vec::new()),
            ..single(fact, address::status(*status), name, members)
        })
    });
    with.collect()
}

fn terms(portal: &Portal, taxonomy: Taxonomy) -> Vec<FilteredList> {
    let groups = grouped(portal, |c| {
        terms_of(c, taxonomy)
            .into_iter()
            .map(str::to_owned)
            .collect()
    });
    let named = groups.into_iter().filter_map(|(id, members)| {
        let term = portal.terms.get(taxonomy, &id)?;
        let (name, fact) = (
            Title::Words(term.name.clone()),
            SharedFact::new(taxonomy.folder(), &term.id),
        );
        Some(single(
            fact,
            address::term(taxonomy, &term.id),
            name,
            members,
        ))
    });
    named.collect()
}

fn plans(portal: &Portal) -> Vec<FilteredList> {
    let groups = grouped(portal, |c| match &c.action_plans {
        PlanMembership::Plans(plans) => {
            let mut ids: Vec<String> = plans
                .iter()
                .map(|id| id.value.to_ascii_lowercase())
                .collect();
            ids.sort();
            ids.dedup();
            ids
        }
        PlanMembership::NotAttached | PlanMembership::NotReported => Vec::new(),
    });
    let titles: BTreeMap<String, &Words> = (portal.action_plans.iter())
        .map(|plan| (plan.head.id.to_ascii_lowercase(), &plan.head.title))
        .collect();
    let held = groups.into_iter().filter_map(|(id, members)| {
        let name = Title::Words((*titles.get(&id)?).clone());
        let at = format!("commitments/action-plans/{id}.html");
        Some(FilteredList {
            heading: Title::Sentence("heading-plan".into(), vec![name.clone()]),
            is_elsewhere: false,
            ..single(SharedFact::new(PLANS, id), at, name, members)
        })
    });
    held.collect()
}

/// Returns words that are the same in all of a portal's languages.
pub(crate) fn same_in_all(portal: &Portal, text: &str) -> Words {
    let mut words = Words::default();
    for lang in &portal.settings.languages {
        words.add(lang.clone(), text);
    }
    words
}

fn years(portal: &Portal) -> Vec<FilteredList> {
    let groups = grouped(portal, |c| year(c).map(Reverse).into_iter().collect());
    let ending = groups.into_iter().map(|(Reverse(year), members)| {
        let name = Title::Words(same_in_all(portal, &year.to_string()));
        let at = format!("commitments/years/{year}.html");
        FilteredList {
            heading: Title::Sentence("heading-year".into(), vec![name.clone()]),
            is_elsewhere: false,
            ..single(SharedFact::new(YEARS, year.to_string()), at, name, members)
        }
    });
    ending.collect()
}

/// Returns the lists of the commitments that share a verdict.
fn verdicts(portal: &Portal, verdict: &'static CodedVerdict) -> Vec<FilteredList> {
    let mut groups = grouped(portal, |c| verdict.of(portal, c).into_iter().collect());
    let given = verdict.codes.iter().filter_map(|(code, message)| {
        let members = groups.remove(code)?;
        let at = format!("commitments/{}/{code}.html", verdict.facet);
        let (fact, name, heading) = named_verdict(portal, verdict, code, message);
        Some(FilteredList {
            heading,
            is_elsewhere: false,
            ..single(fact, at, name, members)
        })
    });
    given.collect()
}

/// Returns a verdict as a fact, its name and its heading. Completion is a kind of its own; a kind for each of the dozen others would
/// fill a phone's screen.
fn named_verdict(
    portal: &Portal,
    verdict: &CodedVerdict,
    code: &'static str,
    message: &'static str,
) -> (SharedFact, Title, Title) {
    let value = Title::Message(message);
    if verdict.facet == COMPLETION {
        let heading = Title::Sentence("heading-completion".into(), vec![value.clone()]);
        return (SharedFact::new(COMPLETION, code), value, heading);
    }
    let kind = if verdict.is_of_reports() {
        EVALUATION
    } else {
        REVIEW
    };
    let title = Title::Words(in_languages(verdict.title, &portal.settings.languages));
    let said = |id: &str| Title::Sentence(id.to_owned(), vec![title.clone(), value.clone()]);
    let fact = SharedFact::new(kind, format!("{}-{code}", verdict.column));
    (fact, said("facet-verdict"), said("heading-verdict"))
}

/// Returns the last part of a pair's address.
pub(crate) fn ending(second: &SharedFact) -> String {
    match second.kind {
        STATUSES => second.value.clone(),
        kind => format!("{kind}-{}", second.value),
    }
}

/// Returns the heading of the commitments that have two facts: a sentence that is right whatever the names are.
fn heading(facts: &[SharedFact; 2], [name, second]: [Title; 2]) -> Title {
    let [first, other] = facts;
    let is_place = first.kind == LOCALITIES;
    match other.kind {
        STATUSES => {
            let about = match first.kind {
                LOCALITIES => "of",
                YEARS => "year",
                _ => "at",
            };
            let id = format!("heading-status-{}-{about}", other.value);
            Title::Sentence(id, vec![name])
        }
        kind => {
            let fact = match kind {
                AREAS => "topic",
                YEARS => "year",
                _ => "completion",
            };
            let about = if is_place { "of" } else { "at" };
            let id = format!("heading-{fact}-{about}");
            Title::Sentence(id, vec![name, second])
        }
    }
}
