//! An action plan. Its commitments and their progress are computed.

use super::commitment::term;
use super::facts::{PageFacts, PageFiles};
use super::head::Head;
use super::term::{TermRef, Terms};
use super::vocabulary::Taxonomy;
use crate::diag::Sink;
use crate::source::fields::Spanned;
use crate::text::date::PartialDate;

/// An action plan.
#[derive(Debug, Clone)]
pub struct ActionPlan {
    /// What every page has.
    pub head: Head,
    /// The member whose plan it is.
    pub(crate) locality: Option<TermRef>,
    /// First year, or month.
    pub(crate) start: Option<Spanned<PartialDate>>,
    /// Last year, or month.
    pub(crate) end: Option<Spanned<PartialDate>>,
    /// Its address elsewhere.
    pub(crate) url: Option<String>,
}

/// Parses the facts of an action plan, with what its translations give.
pub(crate) fn read(
    mut facts: PageFacts<'_>,
    files: &PageFiles<'_>,
    terms: &mut Terms,
    sink: &mut Sink,
) -> Option<ActionPlan> {
    let head = facts.head(files, sink);
    let locality = term(&mut facts, "locality", Taxonomy::Locality, terms, sink);
    let [start, end] = ["start", "end"].map(|key| facts.main.date(key, sink));
    let url = facts.main.web_address("url", sink);
    let head = facts.finish(head, sink);
    Some(ActionPlan {
        head: head?,
        locality,
        start,
        end,
        url,
    })
}
