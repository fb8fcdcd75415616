//! Personal data that an office publishes, and why it may: `waivers: [{kind, ground, reason, by, until}]` of a page or a
//! dataset, and `[[waivers]]` of the settings, which name the file.

use crate::diag::{Place, Sink};
use crate::source::SETTINGS;
use crate::source::dates::wrong_date;
use crate::source::fields::{Fields, one_of};
use crate::text::date::PartialDate;
use std::collections::BTreeSet;
use tragaluz_tables::privacy::kinds;

/// Personal data that an office publishes, by its own decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// Which kinds of data it is about.
    pub(crate) kinds: Vec<&'static str>,
    /// Why they may be published.
    pub(crate) ground: &'static str,
    /// The same in the office's own words.
    pub(crate) reason: String,
    /// The office or role that decided it.
    pub(crate) by: String,
    /// The last day on which it holds.
    pub(crate) until: PartialDate,
    /// The file or folder that is meant; none for all that its page or dataset publishes.
    pub(crate) file: Option<String>,
    /// The columns that are meant; none for all.
    pub(crate) columns: Vec<String>,
    pub(crate) place: Place,
}

/// Why personal data may be published. What each means is in `docs/privacy.md`.
pub const GROUNDS: &[&str] = &[
    "public-official",
    "consented",
    "published-by-law",
    "office-contact",
    "not-personal",
    "fictitious",
    "historical",
];

/// Parses the waivers that the settings, a page or a dataset give. One that lacks anything is a finding, and none.
pub(crate) fn read(fields: &mut Fields<'_>, sink: &mut Sink) -> Vec<Waiver> {
    let mut all = Vec::new();
    for node in fields.list("waivers") {
        if let Some(entry) = Fields::of(fields.file(), node, "waivers", sink) {
            all.extend(waiver(entry, sink));
        }
    }
    all
}

fn waiver(mut entry: Fields<'_>, sink: &mut Sink) -> Option<Waiver> {
    let place = entry.place(&entry.span);
    let kinds = kinds_of(&mut entry, sink);
    let ground = entry.required("ground", sink);
    let grounds: Vec<(&str, &'static str)> = GROUNDS.iter().map(|word| (*word, *word)).collect();
    let ground = ground.and_then(|word| one_of(entry.file(), &word, "ground", &grounds, sink));
    let reason = entry.required("reason", sink);
    let by = entry.required("by", sink);
    let until = day(&mut entry, sink);
    // The settings are no page: what is meant must be named there.
    let file = if entry.file().path == SETTINGS {
        Some(entry.required("file", sink)?)
    } else {
        entry.text("file", sink)
    };
    let columns = entry.values("columns", sink);
    entry.finish(sink);
    Some(Waiver {
        kinds: Some(kinds).filter(|kinds| !kinds.is_empty())?,
        ground: ground?.value,
        reason: reason?.value,
        by: by?.value,
        until: until?,
        file: file.map(|file| file.value.trim_end_matches('/').to_owned()),
        columns,
        place,
    })
}

/// Parses the kinds that a waiver names; one that there is not is a finding.
fn kinds_of(entry: &mut Fields<'_>, sink: &mut Sink) -> Vec<&'static str> {
    let given = entry.texts("kind", sink);
    if given.is_empty() {
        sink.push(entry.missing("kind"));
    }
    let all: BTreeSet<&'static str> = kinds().map(|kind| kind.id).collect();
    let known: Vec<(&str, &'static str)> = all.iter().map(|id| (*id, *id)).collect();
    (given.iter())
        .filter_map(|word| one_of(entry.file(), word, "personal-kind", &known, sink))
        .map(|kind| kind.value)
        .collect()
}

/// Parses the last day, which must be one: a waiver that ends "in 2027" would end on a day that nobody named.
fn day(entry: &mut Fields<'_>, sink: &mut Sink) -> Option<PartialDate> {
    if entry.node("until").is_none() {
        sink.push(entry.missing("until"));
    }
    let text = entry.text("until", sink)?;
    let date = PartialDate::parse_day(&text.value);
    match date {
        Some(date) if date.day.is_some() => Some(date),
        Some(_) => {
            sink.push(entry.wrong_form(&text.span, "until", "day"));
            None
        }
        None => {
            sink.push(wrong_date(&text.value).at(entry.place(&text.span)));
            None
        }
    }
}

/// A waiver that holds, and for which something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublishedWaiver {
    pub(crate) waiver: Waiver,
    /// The file of the page or dataset that it is written in; none for the settings.
    pub(crate) of: Option<String>,
}
