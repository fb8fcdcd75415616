//! Versions of the registers in which a commitment or a milestone of it is new, says something else, or is gone.

use crate::history::{DatasetHistory, RowChange, RowVersion};
use crate::model::address;
use crate::model::commitment::Commitment;
use crate::model::registers::{COMMITMENTS, MILESTONES};
use crate::pages::context::{ChangeEntry, Link, Phrase};
use crate::pages::{PagePlan, SiteFacts, linking};
use std::collections::BTreeMap;

/// Versions that a page shows of each register.
const SHOWN: usize = 8;

/// Returns the newest of them, the newest first, and those of its milestones after them.
pub(super) fn of_commitment(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    c: &Commitment,
) -> Vec<ChangeEntry> {
    let [own, milestones] =
        [COMMITMENTS, MILESTONES].map(|id| VersionedRegister::of(site, page, id));
    let mut all = own.as_ref().map_or_else(Vec::new, |own| own.entries(c));
    let first = all.last().and_then(|entry| entry.date.clone());
    let milestones = milestones.map(|register| register.entries_of_parts(c, first.as_deref()));
    all.truncate(SHOWN);
    all.extend(milestones.unwrap_or_default());
    all
}

/// A register with versions, as a page tells of it.
struct VersionedRegister<'a> {
    site: &'a SiteFacts<'a>,
    page: &'a PagePlan,
    id: &'static str,
    history: &'a DatasetHistory,
}

impl<'a> VersionedRegister<'a> {
    fn of(site: &'a SiteFacts<'a>, page: &'a PagePlan, id: &'static str) -> Option<Self> {
        Some(VersionedRegister {
            site,
            page,
            id,
            history: site.plan.histories.of(id)?,
        })
    }

    /// Returns the versions that changed the row of a commitment, the newest first.
    fn entries(&self, c: &Commitment) -> Vec<ChangeEntry> {
        let rows = self.history.rows(&c.head.id).into_iter().flatten();
        let changes = rows.flat_map(|(_, versions)| versions.iter().rev());
        let told = changes.filter(|one| one.change != RowChange::Gone);
        told.filter_map(|one| {
            let mut entry = self.entry(one.version)?;
            if one.change == RowChange::First {
                entry.text = Some(Phrase::message("row-first"));
            }
            entry.facts = one.columns.iter().map(|name| self.column(name)).collect();
            Some(entry)
        })
        .collect()
    }

    /// Returns the newest versions that changed rows of a commitment's milestones, the newest first. Milestones that came with
    /// the register or with their commitment, whose first version is of the day `first`, are no change.
    fn entries_of_parts(&self, c: &Commitment, first: Option<&str>) -> Vec<ChangeEntry> {
        let rows = self.history.rows(&c.head.id).into_iter().flatten();
        let mut rows: Vec<(&String, &Vec<RowVersion>)> = rows.collect();
        rows.sort_by_key(|(number, _)| number.parse::<i64>().ok());
        let mut by_version: BTreeMap<u32, Vec<Phrase>> = BTreeMap::new();
        for (number, versions) in rows {
            for one in versions.iter().filter(|one| one.version > 1) {
                let facts = by_version.entry(one.version).or_default();
                facts.extend(self.part(number, one));
            }
        }
        let entries = by_version.into_iter().rev().filter_map(|(version, facts)| {
            let entry = self.entry(version)?;
            let is_later = first.is_none_or(|first| entry.date.as_deref() > Some(first));
            is_later.then_some(ChangeEntry { facts, ..entry })
        });
        entries.take(SHOWN).collect()
    }

    /// Returns what became of a milestone with a version.
    fn part(&self, number: &str, one: &RowVersion) -> Vec<Phrase> {
        let said = |id: &str| {
            let number = [("number", Phrase::new(number))];
            vec![Phrase::sentence(id, number)]
        };
        match one.change {
            RowChange::First | RowChange::Back => said("milestone-came"),
            RowChange::Gone => said("milestone-went"),
            RowChange::Changed => (one.columns.iter())
                .map(|name| {
                    let names = [("number", Phrase::new(number)), ("fact", self.column(name))];
                    Phrase::sentence("milestone-fact", names)
                })
                .collect(),
        }
    }

    /// Returns what is said of a version, whatever it changed.
    fn entry(&self, version: u32) -> Option<ChangeEntry> {
        let mut releases = self.history.releases().iter();
        let release = releases.find(|release| release.version == version)?;
        Some(ChangeEntry {
            what: self.link(),
            date: Some(release.date.clone()),
            version: Some(version.to_string()),
            text: release.note.as_ref().map(Phrase::new),
            ..ChangeEntry::default()
        })
    }

    fn link(&self) -> Link {
        let register = self.site.portal.dataset(self.id);
        let title = register.and_then(|of| Phrase::of(&of.head.title, &self.page.lang));
        let href = linking::href(self.site, self.page, &address::dataset(self.id));
        Link::to(title.unwrap_or_default(), href)
    }

    /// Returns what a column of the register is called.
    fn column(&self, name: &str) -> Phrase {
        let mut columns = self
            .site
            .tables
            .of(self.id)
            .flat_map(|table| &table.columns);
        let column = columns.find(|column| column.name == name);
        let title = column.and_then(|column| Phrase::of(&column.title, &self.page.lang));
        title.unwrap_or_else(|| Phrase::new(name))
    }
}
