//! Versions of the registers in which a commitment or a milestone of it is new, or says something else.

use crate::history::{DatasetHistory, RowVersion};
use crate::model::address;
use crate::model::commitment::Commitment;
use crate::model::registers::{COMMITMENTS, MILESTONES};
use crate::pages::context::{ChangeEntry, Link, Phrase};
use crate::pages::{PagePlan, SiteFacts, linking};

/// Versions that a page shows.
const SHOWN: usize = 8;

/// Registers of which a row, or several, are a commitment's.
const REGISTERS: [&str; 2] = [COMMITMENTS, MILESTONES];

/// Returns the newest of them, register by register, the newest first.
pub(super) fn of_commitment(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    c: &Commitment,
) -> Vec<ChangeEntry> {
    let registers = REGISTERS.iter();
    registers
        .flat_map(|register| of_register(site, page, c, register))
        .collect()
}

fn of_register(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    c: &Commitment,
    register: &str,
) -> Vec<ChangeEntry> {
    let Some(history) = site.plan.histories.of(register) else {
        return Vec::new();
    };
    let dataset = site.portal.dataset(register);
    let title = dataset.and_then(|of| Phrase::of(&of.head.title, &page.lang));
    let what = Link::to(
        title.unwrap_or_default(),
        linking::href(site, page, &address::dataset(register)),
    );
    let told = ToldRegister {
        history,
        dataset: register,
        what,
    };
    let newest = history.row(&c.head.id).iter().rev().take(SHOWN);
    newest
        .filter_map(|one| told.entry(site, page, one))
        .collect()
}

/// A register whose versions are told.
struct ToldRegister<'h> {
    history: &'h DatasetHistory,
    dataset: &'h str,
    /// Its title, with the way to it.
    what: Link,
}

impl ToldRegister<'_> {
    fn entry(
        &self,
        site: &SiteFacts<'_>,
        page: &PagePlan,
        one: &RowVersion,
    ) -> Option<ChangeEntry> {
        let mut releases = self.history.releases().iter();
        let release = releases.find(|release| release.version == one.version)?;
        let first = one.is_first.then(|| Phrase::message("row-first"));
        let columns = one.columns.iter();
        Some(ChangeEntry {
            date: Some(release.date.clone()),
            version: Some(release.version.to_string()),
            text: first.or_else(|| release.note.as_ref().map(Phrase::new)),
            facts: columns.map(|name| self.fact(site, page, name)).collect(),
            what: self.what.clone(),
            ..ChangeEntry::default()
        })
    }

    /// Returns what a column of the register is called.
    fn fact(&self, site: &SiteFacts<'_>, page: &PagePlan, name: &str) -> Phrase {
        let mut columns = (site.tables.of(self.dataset)).flat_map(|table| &table.columns);
        let column = columns.find(|column| column.name == name);
        let title = column.and_then(|column| Phrase::of(&column.title, &page.lang));
        title.unwrap_or_else(|| Phrase::new(name))
    }
}
