//! What a template can read: explicit structs, one for each kind of page, serialised to one JSON value.
//!
//! Rules that hold everywhere:
//! - whatever can be missing is null, and every field is always there, so that a template never asks for
//!   something undefined;
//! - links are ready made, relative to the page, and end in a file's name (only the page "not found" has absolute ones);
//! - dates are ISO text as precise as the source (`2022`, `2022-02`, `2022-02-28`); helpers write them in words;
//! - counts are numbers; numbers of the data are text, digit by digit as in the source;
//! - codes (`in-progress`, `lead`, `substantial`) are turned into words by the theme's messages, never here;
//! - words carry their language wherever it differs from the page's ([`Phrase`], [`Prose`]).

mod data;
mod evaluation;
mod frame;
mod listing;
mod parts;

pub use super::status_count::StatusCount;
pub use crate::charts::{
    Chart, ChartCondition, ChartFiles, ChartGap, ChartOthers, ChartSeries, ChartTile,
    EarlierFigure, Headline,
};
pub use data::{
    ChangeEntry, ChangedColumn, DateRange, Download, PreviewColumn, RowIndex, Snippet,
    TablePreview, ValueLink, VersionDownload, VersionName,
};
pub use evaluation::{EvaluationContext, OpeningAnswer};
pub use frame::{
    AccentColours, Alternate, CardContext, ContactChannel, Feedback, Hint, Language, Licence,
    NavItem, OddLine, OwnFact, PageFrame, Publisher, SiteFrame, Worker,
};
pub use listing::{Group, ListEntry, Pager, PagerLink, Spark};
pub use parts::{Citation, Evidence, FactSource, Link, Phrase, Prose, Section, Strip, StripPart};

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};
use serde_json::Value;
use std::any::Any;
use std::fmt;
use std::sync::Arc;

/// Everything that a template can read.
#[derive(Debug)]
pub struct PageContext {
    /// The page itself.
    pub page: PageFrame,
    /// What every page of the site has around it.
    pub site: SiteFrame,
    /// What the page shows; its fields depend on the kind of page.
    pub body: Body,
    /// The template that makes this page alone.
    pub own_template: Option<Arc<str>>,
}

impl PageContext {
    /// Returns the name of the template that makes this page: its own, or that of its kind.
    pub fn template(&self) -> &str {
        let own = self.own_template.as_deref();
        own.unwrap_or(self.body.template)
    }

    /// Returns what the foot of the page can read: everything but what the page shows, which is told by then and is the larger
    /// part.
    pub(crate) fn around(&self) -> FootContext<'_> {
        FootContext {
            page: &self.page,
            site: &self.site,
        }
    }

    /// Returns everything as bytes, by which an earlier run's page is known.
    ///
    /// # Errors
    /// None in practice: every part is text, a number, a list or a map with text keys.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = Vec::new();
        serde_json::to_writer(&mut bytes, &self.page)?;
        serde_json::to_writer(&mut bytes, &self.site)?;
        self.body.facts.write_json(&mut bytes)?;
        Ok(bytes)
    }
}

/// What every template reads, by the names that templates give it. An engine makes values of its own of it.
impl Serialize for PageContext {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_struct("PageContext", 3)?;
        all.serialize_field("page", &self.page)?;
        all.serialize_field("site", &self.site)?;
        all.serialize_field("body", &self.body)?;
        all.end()
    }
}

/// What the template of a page's foot can read.
#[derive(Debug, Serialize)]
pub(crate) struct FootContext<'a> {
    page: &'a PageFrame,
    site: &'a SiteFrame,
}

/// The facts that the template of one kind of page reads.
pub trait BodyFacts: fmt::Debug + Serialize + Send + Sync + 'static {
    /// The kind's name, as `page.kind` and budgets call it.
    const KIND: &'static str;
    /// The template that makes this kind of page: its name, and `.html`.
    const TEMPLATE: &'static str;

    /// Returns what the source does not give, in the order of the page: names of messages without their `gap-`.
    fn gaps(&self) -> Vec<&'static str> {
        Vec::new()
    }
}

/// Says of which kind of page a struct holds the facts, and which of its methods tells what the source does not give.
macro_rules! body_facts {
    ($facts:ty, $kind:literal $(, $gaps:ident)?) => {
        impl $crate::pages::context::BodyFacts for $facts {
            const KIND: &'static str = $kind;
            const TEMPLATE: &'static str = concat!($kind, ".html");
            $(
                fn gaps(&self) -> Vec<&'static str> {
                    self.$gaps()
                }
            )?
        }
    };
}
pub(crate) use body_facts;

/// What a page shows. In a template `body` has the fields of the kind at hand, with no level between.
#[derive(Debug)]
pub struct Body {
    kind: &'static str,
    template: &'static str,
    gaps: Vec<&'static str>,
    facts: Box<dyn AnyFacts>,
}

/// Returns the names of the facts that are not there, in order.
pub(crate) fn missing(facts: &[(&'static str, bool)]) -> Vec<&'static str> {
    let missing = facts.iter().filter(|(_, is_given)| !is_given);
    missing.map(|(name, _)| *name).collect()
}

/// Returns the names of what sections lack that have a heading and no text.
pub(crate) fn empty_sections(sections: &[Section]) -> Vec<&'static str> {
    let is_empty = |section: &&Section| section.heading.is_some() && section.text.is_none();
    let empty: Vec<&str> = sections.iter().filter(is_empty).map(|s| &*s.id).collect();
    let known = SECTION_GAPS.iter().filter(|(id, _)| empty.contains(id));
    let mut gaps: Vec<&str> = known.map(|(_, gap)| *gap).collect();
    if gaps.len() < empty.len() {
        gaps.push("section-text");
    }
    gaps
}

/// What is missing where one of the sections with names of their own is empty.
const SECTION_GAPS: &[(&str, &str)] = &[
    ("problem", "section-problem"),
    ("status-quo", "section-status-quo"),
    ("action", "section-action"),
    ("contribution", "section-contribution"),
    ("long-term-goal", "section-long-term-goal"),
];

impl Body {
    /// Returns the name of the template that makes pages of this kind.
    pub(crate) fn template(&self) -> &'static str {
        self.template
    }

    /// Adds what the source does not give, where it is not there.
    #[must_use]
    pub(crate) fn lacking(mut self, name: &'static str, is_given: bool) -> Self {
        self.gaps.extend((!is_given).then_some(name));
        self
    }

    /// Wraps the facts of a kind.
    pub fn of<F: BodyFacts>(facts: F) -> Body {
        Body {
            kind: F::KIND,
            template: F::TEMPLATE,
            gaps: facts.gaps(),
            facts: Box::new(facts),
        }
    }

    /// Returns the kind's name, as `page.kind` and budgets call it.
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// Returns what the source does not give, in the order of the page: names of messages without their `gap-`.
    pub fn gaps(&self) -> &[&'static str] {
        &self.gaps
    }

    /// Returns the facts, where they are of this kind.
    pub(crate) fn facts_mut<F: BodyFacts>(&mut self) -> Option<&mut F> {
        self.facts.as_any_mut().downcast_mut()
    }

    /// Returns the value that templates read as `body`, for whoever looks through all of it.
    ///
    /// # Errors
    /// None in practice: every part is text, a number, a list or a map with text keys.
    pub fn to_json(&self) -> Result<Value, serde_json::Error> {
        serde_json::to_value(self)
    }
}

impl Serialize for Body {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        erased_serde::serialize(&*self.facts, serializer)
    }
}

/// Facts of a kind that only the kind knows.
trait AnyFacts: fmt::Debug + erased_serde::Serialize + Send + Sync {
    fn write_json(&self, bytes: &mut Vec<u8>) -> Result<(), serde_json::Error>;
    fn as_any_mut(&mut self) -> &mut dyn Any;
}

impl<F: BodyFacts> AnyFacts for F {
    fn write_json(&self, bytes: &mut Vec<u8>) -> Result<(), serde_json::Error> {
        serde_json::to_writer(bytes, self)
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}
