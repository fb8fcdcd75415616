//! Pages and datasets that wait for their day: `publish_on`.
//!
//! "Now" is the day that the run was told, else the newest date of what is published: what waits never makes it later
//! than it is. So without a day, those are let through first that wait for none, then those whose day the others' dates
//! have reached, until no more are.

use crate::diag::{Diagnostic, Sink, codes};
use crate::source::fields::Fields;
use crate::source::front_matter::Document;
use crate::source::{DatasetFolder, Source};
use crate::text::date::PartialDate;

/// The fact that says when a page is published.
pub(super) const FACT: &str = "publish_on";

/// The day that has come; none where nothing gives one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct PublishDay(pub(super) Option<PartialDate>);

impl PublishDay {
    /// Whether what these facts are of is published already. Where it waits, a note says so; a date that is none is told, and
    /// waited for.
    pub(super) fn has_come_for(self, facts: &mut Fields<'_>, sink: &mut Sink) -> bool {
        if facts.node(FACT).is_none() {
            return true;
        }
        let Some(date) = facts.date(FACT, sink) else {
            return false;
        };
        let is_past = |day: PartialDate| date.value.first_day() <= day.last_day();
        if self.0.is_some_and(is_past) {
            return true;
        }
        let day = self
            .0
            .map_or_else(|| "none".to_owned(), |day| day.to_string());
        let finding = Diagnostic::new(&codes::PAGE_WAITS).at(facts.place(&date.span));
        sink.push(finding.arg("date", date.value.to_string()).arg("day", day));
        false
    }

    /// The same of a dataset, of which any file may say so.
    pub(super) fn has_come_for_dataset(self, folder: &DatasetFolder, sink: &mut Sink) -> bool {
        folder.documents.iter().all(|document| {
            let facts = fields(document);
            facts.is_none_or(|mut facts| self.has_come_for(&mut facts, sink))
        })
    }
}

/// Whether anything in a portal waits for a day, or did.
pub(super) fn is_named(source: &Source) -> bool {
    let names = |document: &Document| {
        let facts = fields(document);
        facts.is_some_and(|mut facts| facts.node(FACT).is_some())
    };
    // Of thousands of pages, few have the word at all.
    let mut pages = source.pages.iter();
    let mut of_datasets = source.datasets.iter().flat_map(|folder| &folder.documents);
    pages.any(|page| page.file.text.contains(FACT) && names(&page.unpack()))
        || of_datasets.any(names)
}

/// Returns a file's facts, where they are facts; what is wrong with them is told by whoever reads them.
fn fields(document: &Document) -> Option<Fields<'_>> {
    let facts = document.facts.as_ref()?;
    Fields::of(&document.file, facts, "page", &mut Sink::new())
}
