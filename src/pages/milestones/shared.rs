//! Milestones of all commitments in the order in which they are listed, and by which facts that list is cut.

use crate::diag::Sink;
use crate::model::Portal;
use crate::model::commitment::Milestone;
use crate::model::vocabulary::{Status, Taxonomy};
use crate::pages::Title;
use crate::pages::commitment_facet::shared::{YEARS, ending, same_in_all};
use crate::pages::context::Phrase;
use crate::pages::facets::{FilterRules, FilteredList, FilteredLists, STATUSES, SharedFact};
use crate::pages::kinds::LIST_BUDGET;
use crate::pages::paging::{self, EntryWeight, ListRange, spans};
use crate::text::date::PartialDate;
use crate::text::words::Words;
use std::cmp::Reverse;
use std::collections::BTreeMap;

const LOCALITIES: &str = "localities";

/// What the years weigh by which all milestones can be cut, about.
const YEARS_BESIDE: usize = 200;

/// How the list of milestones is cut. Statuses are offered by the strip above it.
pub(crate) const RULES: FilterRules = FilterRules {
    folder: "milestones",
    kinds: &[LOCALITIES, YEARS],
    ordered: &[STATUSES, YEARS],
    pairs: &[&[
        (LOCALITIES, STATUSES),
        (YEARS, STATUSES),
        (LOCALITIES, YEARS),
    ]],
    heading: |[first, _], names| {
        let about = if first.kind == LOCALITIES { "of" } else { "at" };
        Title::Sentence(format!("heading-milestones-both-{about}"), names.into())
    },
    ending,
};

/// How a milestone stands on the portal's day, in the order in which a list tells it: whoever reads a calendar wants what
/// comes next; what was due years ago says less than what was due last month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MilestoneStanding {
    /// Before its end, and not done.
    Coming,
    /// Past its end, and work goes on.
    Overdue,
    /// Done, or past its end and not reported.
    Past,
    /// The source gives no end.
    Undated,
}

impl MilestoneStanding {
    fn of(m: &Milestone, as_of: Option<PartialDate>) -> MilestoneStanding {
        let Some(end) = &m.end else {
            return MilestoneStanding::Undated;
        };
        // Where no page has a date nobody knows what is past.
        let Some(day) = as_of else {
            return MilestoneStanding::Past;
        };
        let is_past = end.value.last_day() < day.first_day();
        match m.status {
            Status::Finished | Status::Incomplete => MilestoneStanding::Past,
            Status::NotReported if is_past => MilestoneStanding::Past,
            _ if is_past => MilestoneStanding::Overdue,
            _ => MilestoneStanding::Coming,
        }
    }
}

/// A milestone in the list of all.
#[derive(Debug, Clone)]
pub(crate) struct ListedMilestone {
    /// The commitment's place in the portal.
    pub(crate) commitment: usize,
    /// Its place among the commitment's milestones.
    pub(crate) milestone: usize,
    pub(crate) status: Status,
    pub(crate) due: Option<PartialDate>,
    pub(crate) standing: MilestoneStanding,
}

impl ListedMilestone {
    /// Sorts what lies ahead by what comes first, and what is behind by what was last.
    fn key(&self) -> (MilestoneStanding, i64, usize, usize) {
        let day = self.due.map_or(0, |due| {
            let day = due.last_day();
            i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
        });
        let day = match self.standing {
            MilestoneStanding::Past | MilestoneStanding::Overdue => -day,
            MilestoneStanding::Coming | MilestoneStanding::Undated => day,
        };
        (self.standing, day, self.commitment, self.milestone)
    }

    /// Returns the anchor and the words of the heading that it is under: its month, and what that means today.
    pub(crate) fn heading(&self) -> (String, Phrase) {
        let Some(due) = self.due else {
            return ("undated".to_owned(), Phrase::message("month-none"));
        };
        let year = Phrase::new(due.year.to_string());
        let (anchor, month) = match due.month {
            None => (
                due.year.to_string(),
                Phrase::sentence("date-year", [("year", year)]),
            ),
            Some(month) => {
                let name = Phrase::message(format!("month-{month}"));
                let said = Phrase::sentence("date-month", [("month", name), ("year", year)]);
                (format!("{}-{month:02}", due.year), said)
            }
        };
        match self.standing {
            MilestoneStanding::Overdue => {
                let said = Phrase::sentence("month-overdue", [("month", month)]);
                (format!("overdue-{anchor}"), said)
            }
            MilestoneStanding::Coming => {
                let said = Phrase::sentence("month-coming", [("month", month)]);
                (format!("coming-{anchor}"), said)
            }
            MilestoneStanding::Past | MilestoneStanding::Undated => {
                (format!("past-{anchor}"), month)
            }
        }
    }
}

/// All milestones in order, and the lists into which they are cut.
#[derive(Debug, Clone, Default)]
pub(crate) struct MilestoneLists {
    pub(crate) order: Vec<ListedMilestone>,
    /// The pages of the whole list.
    pub(crate) spans: Vec<ListRange>,
    pub(crate) lists: FilteredLists,
}

/// Puts the milestones of a portal in order as they stand on a day, and cuts their list.
pub(crate) fn draw(portal: &Portal, as_of: Option<PartialDate>, sink: &mut Sink) -> MilestoneLists {
    let mut order = listed(portal, as_of);
    order.sort_by_cached_key(ListedMilestone::key);
    if order.is_empty() {
        return MilestoneLists::default();
    }
    let weight = |at: usize| {
        let commitment = &portal.commitments[order[at].commitment];
        let text = &commitment.milestones[order[at].milestone].text;
        EntryWeight::new(text, &Words::default(), 28).with(&commitment.head.title)
    };
    let room = paging::room(portal, LIST_BUDGET, 0);
    let places = portal.terms.of(Taxonomy::Locality).map(|term| &term.name);
    let beside = paging::values(places) + YEARS_BESIDE;
    let spans = spans((0..order.len()).map(weight), room.saturating_sub(beside));
    let lists = FilteredLists::of(&RULES, singles(portal, &order), weight, room, sink);
    MilestoneLists {
        order,
        spans,
        lists,
    }
}

fn listed(portal: &Portal, as_of: Option<PartialDate>) -> Vec<ListedMilestone> {
    let mut all = Vec::new();
    for (commitment, c) in portal.commitments.iter().enumerate() {
        all.extend(
            (c.milestones.iter().enumerate()).map(|(milestone, m)| ListedMilestone {
                commitment,
                milestone,
                status: m.status,
                due: m.end.as_ref().map(|end| end.value),
                standing: MilestoneStanding::of(m, as_of),
            }),
        );
    }
    all
}

fn singles(portal: &Portal, order: &[ListedMilestone]) -> Vec<FilteredList> {
    let mut all = by_status(order);
    all.extend(by_year(portal, order));
    all.extend(by_place(portal, order));
    // What all milestones have cuts nothing: its list would be the whole one once more.
    all.retain(|list| list.members.len() < order.len());
    all
}

/// Groups milestones by what each has, or has not.
fn grouped<K: Ord>(
    order: &[ListedMilestone],
    of: impl Fn(&ListedMilestone) -> Option<K>,
) -> BTreeMap<K, Vec<usize>> {
    let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (at, listed) in order.iter().enumerate() {
        if let Some(value) = of(listed) {
            groups.entry(value).or_default().push(at);
        }
    }
    groups
}

fn by_status(order: &[ListedMilestone]) -> Vec<FilteredList> {
    let mut groups = grouped(order, |listed| Some(listed.status));
    let lists = Status::CODES.iter().filter_map(|(code, status)| {
        let members = groups.remove(status)?;
        let name = Title::Sentence(format!("status-{code}"), Vec::new());
        let heading = Title::Sentence(format!("heading-milestones-{code}"), Vec::new());
        let at = format!("milestones/{code}.html");
        let fact = SharedFact::new(STATUSES, *code);
        Some(FilteredList::single(fact, at, [name, heading], members))
    });
    lists.collect()
}

fn by_year(portal: &Portal, order: &[ListedMilestone]) -> Vec<FilteredList> {
    let groups = grouped(order, |listed| Some(Reverse(listed.due?.year)));
    let lists = groups.into_iter().map(|(Reverse(year), members)| {
        let name = Title::Words(same_in_all(portal, &year.to_string()));
        let heading = Title::Sentence("heading-milestones-year".into(), vec![name.clone()]);
        let at = format!("milestones/years/{year}.html");
        let fact = SharedFact::new(YEARS, year.to_string());
        FilteredList::single(fact, at, [name, heading], members)
    });
    lists.collect()
}

fn by_place(portal: &Portal, order: &[ListedMilestone]) -> Vec<FilteredList> {
    let groups = grouped(order, |listed| {
        let place = portal.commitments[listed.commitment].locality.as_ref()?;
        Some(place.id.as_str())
    });
    let lists = groups.into_iter().filter_map(|(id, members)| {
        let term = portal.terms.get(Taxonomy::Locality, id)?;
        let name = Title::Words(term.name.clone());
        let heading = Title::Sentence("heading-milestones-of".into(), vec![name.clone()]);
        let at = format!("milestones/localities/{id}.html");
        let fact = SharedFact::new(LOCALITIES, id);
        Some(FilteredList::single(fact, at, [name, heading], members))
    });
    lists.collect()
}
