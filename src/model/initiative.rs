//! An initiative or a good practice.

use super::commitment::term;
use super::facts::{PageFacts, PageFiles};
use super::head::Head;
use super::term::{TermRef, Terms};
use super::vocabulary::Taxonomy;
use crate::diag::Sink;
use crate::source::fields::Spanned;
use crate::text::date::PartialDate;

/// A programme, or a practice worth repeating.
#[derive(Debug, Clone)]
pub struct Initiative {
    /// What every page has.
    pub head: Head,
    /// Whether it is kept as a good practice.
    pub practice: bool,
    /// Who runs it.
    pub(crate) institution: Option<TermRef>,
    /// Policy areas that it belongs to.
    pub(crate) topics: Vec<TermRef>,
    /// `international`, `national`, `state` or `municipal`.
    pub(crate) level: Option<&'static str>,
    /// The country's ISO 3166-1 alpha-3 code.
    pub(crate) country: Option<String>,
    pub(crate) start: Option<Spanned<PartialDate>>,
    pub(crate) end: Option<Spanned<PartialDate>>,
    /// Years in which it was held.
    pub(crate) editions: Vec<String>,
    /// How much of it the source gives.
    pub(crate) extent: GivenExtent,
    /// Identifiers of commitments.
    pub(crate) commitments: Vec<Spanned<String>>,
    /// Identifiers of datasets that it names.
    pub(crate) datasets: Vec<Spanned<String>>,
}

/// How much of an initiative its source gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GivenExtent {
    /// Heading and text.
    Full,
    /// A heading without text.
    HeadingOnly,
    /// A text without a heading.
    Untitled,
}

impl GivenExtent {
    pub(crate) const CODES: &'static [(&'static str, GivenExtent)] = &[
        ("full", GivenExtent::Full),
        ("heading-only", GivenExtent::HeadingOnly),
        ("untitled", GivenExtent::Untitled),
    ];
}

const LEVELS: &[(&str, &str)] = &[
    ("international", "international"),
    ("national", "national"),
    ("state", "state"),
    ("municipal", "municipal"),
];

/// Parses the facts of an initiative, with what its translations give.
pub(crate) fn read(
    practice: bool,
    mut facts: PageFacts<'_>,
    files: &PageFiles<'_>,
    terms: &mut Terms,
    sink: &mut Sink,
) -> Option<Initiative> {
    let head = facts.head(files, sink);
    let institution = term(
        &mut facts,
        "institution",
        Taxonomy::Institution,
        terms,
        sink,
    );
    let lang = facts.lang.clone();
    let topics = facts.main.texts("topic", sink);
    let topics = topics
        .into_iter()
        .filter_map(|t| terms.resolve(Taxonomy::PolicyArea, t, &lang))
        .collect();
    let level = facts.main.word("level", LEVELS, sink).map(|l| l.value);
    let country = facts.main.country("country", sink);
    let [start, end] = ["start", "end"].map(|key| facts.main.date(key, sink));
    let editions = facts
        .main
        .texts("editions", sink)
        .into_iter()
        .map(|e| e.value)
        .collect();
    let extent = facts
        .main
        .word("extent", GivenExtent::CODES, sink)
        .map_or(GivenExtent::Full, |e| e.value);
    let [commitments, datasets] =
        ["commitments", "datasets"].map(|key| facts.main.texts(key, sink));
    let head = facts.finish(head, sink);
    Some(Initiative {
        head: head?,
        practice,
        institution,
        topics,
        level,
        country,
        start,
        end,
        editions,
        extent,
        commitments,
        datasets,
    })
}
