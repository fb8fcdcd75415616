//! Versions of the register in which a commitment is new, or says something else.

use crate::history::{DatasetHistory, RowVersion};
use crate::model::address;
use crate::model::commitment::Commitment;
use crate::model::registers::COMMITMENTS;
use crate::pages::context::{ChangeEntry, Link, Phrase};
use crate::pages::{PagePlan, SiteFacts, linking};

/// Versions that a page shows.
const SHOWN: usize = 8;

/// Returns the newest of them, the newest first.
pub(super) fn of_commitment(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    c: &Commitment,
) -> Vec<ChangeEntry> {
    let Some(history) = site.plan.histories.of(COMMITMENTS) else {
        return Vec::new();
    };
    let register = site.portal.dataset(COMMITMENTS);
    let title = register.and_then(|of| Phrase::of(&of.head.title, &page.lang));
    let what = Link::to(
        title.unwrap_or_default(),
        linking::href(site, page, &address::dataset(COMMITMENTS)),
    );
    let newest = history.row(&c.head.id).iter().rev().take(SHOWN);
    newest
        .filter_map(|one| entry(site, page, history, one))
        .map(|entry| ChangeEntry {
            what: what.clone(),
            ..entry
        })
        .collect()
}

fn entry(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    history: &DatasetHistory,
    one: &RowVersion,
) -> Option<ChangeEntry> {
    let mut releases = history.releases().iter();
    let release = releases.find(|release| release.version == one.version)?;
    let first = one.is_first.then(|| Phrase::message("row-first"));
    Some(ChangeEntry {
        date: Some(release.date.clone()),
        version: Some(release.version.to_string()),
        text: first.or_else(|| release.note.as_ref().map(Phrase::new)),
        facts: one
            .columns
            .iter()
            .map(|name| fact(site, page, name))
            .collect(),
        ..ChangeEntry::default()
    })
}

/// Returns what a column of the register is called.
fn fact(site: &SiteFacts<'_>, page: &PagePlan, name: &str) -> Phrase {
    let mut columns = site.tables.of(COMMITMENTS).flat_map(|table| &table.columns);
    let column = columns.find(|column| column.name == name);
    let title = column.and_then(|column| Phrase::of(&column.title, &page.lang));
    title.unwrap_or_else(|| Phrase::new(name))
}
