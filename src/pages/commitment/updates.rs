//! What was reported of a commitment or a milestone, one report after another.

use super::context::UpdateContext;
use crate::model::commitment::Commitment;
use crate::model::status_update::StatusUpdate;
use crate::model::status_word::StatusWord;
use crate::pages::context::Phrase;
use crate::pages::{PagePlan, SiteFacts, linking};

/// Returns updates as pages show them.
pub(super) fn history(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    c: &Commitment,
    updates: Vec<&StatusUpdate>,
) -> Vec<UpdateContext> {
    let of = |update: &StatusUpdate| UpdateContext {
        date: update.day().map(|day| day.to_string()),
        status: (update.status.as_ref()).map(|own| own.status.code().to_owned()),
        word: word(
            page,
            update.status.as_ref().and_then(|own| own.word.as_deref()),
        ),
        text: Phrase::of(&update.text, &page.lang),
        reported_by: update.reported_by.clone(),
        evidence: linking::evidence_of(site, page, &c.head, &update.evidence),
    };
    updates.into_iter().map(of).collect()
}

/// Returns what the portal's own word for a status says to readers.
pub(super) fn word(page: &PagePlan, word: Option<&StatusWord>) -> Option<Phrase> {
    Phrase::of(&word?.labels, &page.lang)
}
