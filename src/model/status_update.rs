//! Reports of how a commitment or a milestone stands, one after another: `updates: [{date, status, text, evidence,
//! reported_by}]`. A `status:` alone is one of them, without a date. Which is the current one is computed.

use super::evidence::Proof;
use super::status_word::{ReportedStatus, StatusWords};
use crate::diag::{Diagnostic, Sink, codes};
use crate::source::fields::{Fields, Spanned};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use std::cmp::Reverse;
use std::ops::Range;

/// A report of how something stands.
#[derive(Debug, Clone)]
pub(crate) struct StatusUpdate {
    pub(crate) date: Option<Spanned<PartialDate>>,
    /// The status since then; none of an update that only tells more.
    pub(crate) status: Option<ReportedStatus>,
    /// What was reported, in the words of whoever reported.
    pub(crate) text: Words,
    pub(crate) evidence: Vec<Proof>,
    /// Who reported: an office or a role.
    pub(crate) reported_by: Option<String>,
    /// Where it is in the file.
    pub(crate) span: Range<usize>,
}

impl StatusUpdate {
    /// Parses the updates of a page's main file: `status`, `reported` and `progress` are the first, where any is given.
    pub(crate) fn read_all(
        fields: &mut Fields<'_>,
        lang: &Lang,
        words: &StatusWords,
        sink: &mut Sink,
    ) -> Vec<StatusUpdate> {
        let span = (fields.node("status")).map_or(fields.span.clone(), |node| node.span.clone());
        let status = words.read(fields, sink);
        let date = fields.date("reported", sink);
        let text = fields.words("progress", lang, sink);
        let is_given = status.is_some() || date.is_some() || !text.is_empty();
        let first = is_given.then_some(StatusUpdate {
            date,
            status,
            text,
            evidence: Vec::new(),
            reported_by: None,
            span,
        });
        let listed = fields.maps("updates", sink);
        (first.into_iter())
            .chain((listed.into_iter()).map(|own| StatusUpdate::read(own, lang, words, sink)))
            .collect()
    }

    /// Parses one of the list.
    fn read(
        mut fields: Fields<'_>,
        lang: &Lang,
        words: &StatusWords,
        sink: &mut Sink,
    ) -> StatusUpdate {
        let date = fields.date("date", sink);
        let status = words.read(&mut fields, sink);
        let text = fields.words("text", lang, sink);
        let evidence = Proof::read_all(&mut fields, sink);
        let reported_by = fields.text("reported_by", sink).map(|who| who.value);
        let span = fields.span.clone();
        fields.finish(sink);
        StatusUpdate {
            date,
            status,
            text,
            evidence,
            reported_by,
            span,
        }
    }

    /// Adds the words of a translation, which gives `{date, text}`: of several updates of one day in their order.
    pub(crate) fn translate(
        updates: &mut [StatusUpdate],
        fields: &mut Fields<'_>,
        lang: &Lang,
        sink: &mut Sink,
    ) {
        let progress = fields.text("progress", sink).map(|text| text.value);
        if let Some(first) = updates.first_mut().filter(|_| progress.is_some()) {
            first.text.extend(lang.clone(), progress);
        }
        let mut is_told = vec![false; updates.len()];
        for mut own in fields.maps("updates", sink) {
            let date = own.date("date", sink);
            let text = own.text("text", sink).map(|text| text.value);
            let day = date.as_ref().map(|date| date.value);
            let found = (updates.iter().zip(&is_told)).position(|(update, is_told)| {
                !is_told && !update.text.is_empty() && update.day() == day
            });
            match (found, date) {
                (Some(at), _) => {
                    is_told[at] = true;
                    updates[at].text.extend(lang.clone(), text);
                }
                (None, Some(date)) => sink.push(unmatched(&own, &date)),
                (None, None) => sink.push(own.missing("date")),
            }
            own.finish_among(
                &["date", "text"],
                &["status", "evidence", "reported_by"],
                sink,
            );
        }
    }

    /// Its date, as precise as it is given.
    pub(crate) fn day(&self) -> Option<PartialDate> {
        self.date.as_ref().map(|date| date.value)
    }

    /// Whether it is of a later day. A month that has begun by then is not after it.
    pub(crate) fn is_after(&self, day: PartialDate) -> bool {
        (self.day()).is_some_and(|date| date.first_day() > day.last_day())
    }

    /// Whether the facts `status`, `reported` and `progress` say all of it.
    fn is_plain(&self) -> bool {
        self.evidence.is_empty() && self.reported_by.is_none()
    }

    /// Whether the fact `status` says all of it.
    pub(crate) fn is_bare(&self) -> bool {
        self.is_plain() && self.date.is_none() && self.text.is_empty()
    }
}

fn unmatched(fields: &Fields<'_>, date: &Spanned<PartialDate>) -> Diagnostic {
    Diagnostic::new(&codes::UNTRANSLATED_FACT)
        .at(fields.place(&date.span))
        .arg("what", "update")
        .arg("key", date.value.to_string())
}

/// Returns updates with the newest first. A month or a year counts as its last day; of two on one day the one that stands
/// later in the file is newer; one without a date is older than all that have one.
pub(crate) fn newest_first(updates: &[StatusUpdate]) -> Vec<&StatusUpdate> {
    let mut all: Vec<&StatusUpdate> = updates.iter().rev().collect();
    all.sort_by_key(|update| Reverse(update.day().map(PartialDate::last_day)));
    all
}

/// Returns the newest update that gives a status.
pub(crate) fn current(updates: &[StatusUpdate]) -> Option<&StatusUpdate> {
    (newest_first(updates).into_iter()).find(|update| update.status.is_some())
}

/// Returns the history of a milestone, the newest first; empty where one status, its date and what was said of it are all
/// that there is.
pub(crate) fn history_of_milestone(updates: &[StatusUpdate]) -> Vec<&StatusUpdate> {
    match updates {
        [only] if only.is_plain() => Vec::new(),
        _ => newest_first(updates),
    }
}

/// Returns the history of a commitment itself, the newest first; empty where one status is all that there is.
pub(crate) fn history_of_commitment(updates: &[StatusUpdate]) -> Vec<&StatusUpdate> {
    match updates {
        [only] if only.is_bare() => Vec::new(),
        _ => newest_first(updates),
    }
}

/// Takes away the updates after a day, and returns those.
pub(crate) fn take_later(updates: &mut Vec<StatusUpdate>, day: PartialDate) -> Vec<StatusUpdate> {
    let all = std::mem::take(updates).into_iter();
    let (later, kept) = all.partition(|update| update.is_after(day));
    *updates = kept;
    later
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::vocabulary::Status;

    fn update(date: &str, status: Option<Status>) -> StatusUpdate {
        StatusUpdate {
            date: PartialDate::parse(date).map(|value| Spanned { value, span: 0..0 }),
            status: status.map(|status| ReportedStatus { status, word: None }),
            text: Words::default(),
            evidence: Vec::new(),
            reported_by: None,
            span: 0..0,
        }
    }

    fn status(updates: &[StatusUpdate]) -> Option<Status> {
        current(updates)?.status.as_ref().map(|one| one.status)
    }

    #[test]
    fn the_newest_update_with_a_status_is_the_current_one() {
        let updates = [
            update("2024-05-01", Some(Status::Stuck)),
            update("2024-03", Some(Status::InProgress)),
            update("", Some(Status::Finished)),
            update("2024-06-01", None),
        ];
        assert_eq!(status(&updates), Some(Status::Stuck));
        assert_eq!(status(&updates[1..]), Some(Status::InProgress));
        assert_eq!(status(&updates[2..]), Some(Status::Finished));
        assert_eq!(status(&updates[3..]), None);
    }

    #[test]
    fn of_two_on_one_day_the_later_in_the_file_is_newer() {
        let day = "2024-03-31";
        let updates = [
            update(day, Some(Status::Stuck)),
            update(day, Some(Status::Finished)),
        ];
        assert_eq!(status(&updates), Some(Status::Finished));
        // A month counts as its last day.
        let updates = [
            update("2024-03", Some(Status::Stuck)),
            update("2024-03-30", Some(Status::Finished)),
        ];
        assert_eq!(status(&updates), Some(Status::Stuck));
    }

    #[test]
    fn updates_after_the_day_are_taken_away() {
        let mut updates = vec![
            update("2024-03", Some(Status::InProgress)),
            update("2024-03-16", Some(Status::Finished)),
            update("", Some(Status::NotStarted)),
        ];
        let day = PartialDate::parse("2024-03-15").unwrap();
        let later = take_later(&mut updates, day);
        assert_eq!(later.len(), 1, "the month has begun");
        assert_eq!(status(&updates), Some(Status::InProgress));
    }
}
