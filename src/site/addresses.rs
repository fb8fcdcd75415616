//! What becomes of published addresses ([`AddressList`]): a build that would lose one fails, unless something redirects
//! it or its owner lets it go. An address counts as published once a build is told that its site is
//! published; a build on somebody's own computer only looks.
//!
//! Listed are pages and, of each dataset, every table's CSV, the files as received, the ledger and the files of versions; what
//! follows from those (text editions, other formats, feeds, later pages of lists) is not. A version that is no longer
//! offered whole is not lost where what changed with it is still there.
//!
//! Of each of those files the list says which file of the portal it was made of. Another file in its place is a new version of
//! the data; but one of the two that is known by another address shows that names moved because a neighbour came or went.

use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::downloads::{Files, Role, originals_of};
use crate::history::{self, ReceivedFile, ReceivedFiles};
use crate::model::Portal;
use crate::model::dataset::Resource;
use crate::pages::{Plan, SiteFacts};
use crate::source::address_list::{
    AddressLine, AddressList, AddressNotes, DataOrigin, DatedSum, NAME,
};
use crate::stage::{self, Manifest};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tragaluz_tables::Tables;

/// What is done with `addresses.txt`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddressPolicy {
    /// Lost addresses that are given up.
    pub let_go: LetGo,
    /// What is written when the site is in its place.
    pub list: ListUpdate,
}

/// Which lost addresses are given up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum LetGo {
    /// None: a lost address is an error.
    #[default]
    None,
    /// These; one that ends in `/` represents all below it.
    These(Vec<String>),
    /// All that are lost.
    All,
}

/// What is written to the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ListUpdate {
    /// Nothing. For checks, previews, and builds that nobody else will see.
    #[default]
    Untouched,
    /// What was given up is struck out.
    Shortened,
    /// What was given up is struck out, and what the site has is added: it is published.
    Published,
}

impl AddressPolicy {
    /// The site is published, and nothing is given up.
    pub fn published() -> AddressPolicy {
        AddressPolicy {
            let_go: LetGo::None,
            list: ListUpdate::Published,
        }
    }
}

impl LetGo {
    /// Whether this address is given up.
    pub(crate) fn names(&self, address: &str) -> bool {
        match self {
            LetGo::None => false,
            LetGo::These(these) => these.iter().any(|one| covers(one, address)),
            LetGo::All => true,
        }
    }
}

/// Whether a name given by the owner, an address or a folder that ends in `/`, represents this address.
pub fn covers(name: &str, address: &str) -> bool {
    name == address || name.ends_with('/') && address.starts_with(name)
}

/// The site whose addresses are settled.
#[derive(Clone, Copy)]
pub(crate) struct AddressedSite<'a> {
    pub(crate) portal: &'a Portal,
    pub(crate) tables: &'a Tables,
    pub(crate) files: &'a Files,
    pub(crate) plan: &'a Plan,
}

/// What becomes of the list of published addresses.
#[derive(Debug, Clone, Default)]
pub(crate) struct SettledAddresses {
    /// The list as it will be written when the site is in its place; none where it stays as it is.
    pub(crate) written: Option<String>,
    /// What it is to become once the site is published.
    pub(crate) when_published: AddressesWhenPublished,
}

/// The list as it is to be written once a site is published.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct AddressesWhenPublished {
    /// SHA-256 of the list that it was made of.
    base: String,
    text: String,
}

impl AddressesWhenPublished {
    /// Writes it. Returns false where the list is another one since.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn record(&self, root: &Path) -> Result<bool, Fatal> {
        let list = AddressList::read(root).map_err(Fatal::io("reading", &root.join(NAME)))?;
        let present = list.own_text();
        if present == self.text {
            return Ok(true);
        }
        if stage::sha256(present.as_bytes()) != self.base {
            return Ok(false);
        }
        record(root, &self.text)?;
        Ok(true)
    }
}

/// Finds what is lost or moved and not given up, and returns what becomes of the list. After another error pages are missing that are not
/// lost.
pub(crate) fn settle(
    published: &AddressList,
    asked: &AddressPolicy,
    manifest: &Manifest,
    site: AddressedSite<'_>,
    sink: &mut Sink,
) -> SettledAddresses {
    if sink.has_errors() {
        return SettledAddresses::default();
    }
    let lost = lost(published, manifest, site.plan);
    let (given_up, lost): (Vec<&AddressLine>, Vec<&AddressLine>) = lost
        .into_iter()
        .partition(|line| asked.let_go.names(&line.address));
    sink.extend(finding(&lost));
    let holds = site.holds();
    let moved = moved(published, &holds);
    let (passed_on, moved): (Vec<ReassignedAddress>, Vec<ReassignedAddress>) = moved
        .into_iter()
        .partition(|moved| asked.let_go.names(moved.address));
    sink.extend(finding_of_moved(published, &moved));
    let mut next = NextList {
        addresses: published.addresses().clone(),
        notes: published.notes().clone(),
    };
    for line in given_up {
        next.addresses.remove(&line.address);
    }
    for moved in passed_on {
        next.notes
            .holds
            .insert(moved.address.to_owned(), moved.now.clone());
    }
    next.notes.redirects = site.plan.succeeded.iter().cloned().collect();
    next.settled(published, asked.list, site, holds)
}

/// What is published at an address, and whether its name was given by the publisher.
struct Holding {
    origin: DataOrigin,
    is_named: bool,
}

impl<'a> AddressedSite<'a> {
    /// The site of this view.
    pub(crate) fn of(view: &SiteFacts<'a>) -> AddressedSite<'a> {
        AddressedSite {
            portal: view.portal,
            tables: view.tables,
            files: view.files,
            plan: view.plan,
        }
    }

    /// The files that were made of the publisher's own, by their addresses.
    fn holds(&self) -> BTreeMap<String, Holding> {
        let mut holds = BTreeMap::new();
        for dataset in &self.portal.datasets {
            let resources: BTreeMap<&str, &Resource> = dataset
                .resources
                .iter()
                .map(|r| (r.name.as_str(), r))
                .collect();
            let csv = self
                .files
                .of(&dataset.head.id)
                .filter(|f| f.role == Role::Table && f.format == "csv");
            for file in csv {
                let Some(resource) = file
                    .resource
                    .as_deref()
                    .and_then(|name| resources.get(name))
                else {
                    continue;
                };
                let origin = DataOrigin {
                    path: resource.path.clone(),
                    table: resource.dialect.sheet.clone(),
                };
                holds.insert(
                    file.path.clone(),
                    Holding {
                        origin,
                        is_named: resource.is_named,
                    },
                );
            }
        }
        for original in originals_of(self.tables) {
            let origin = DataOrigin {
                path: original.received.path.clone(),
                table: None,
            };
            holds.insert(
                original.address,
                Holding {
                    origin,
                    is_named: false,
                },
            );
        }
        // Registers are made of pages.
        holds.retain(|_, holding| holding.origin.path.starts_with("data/"));
        holds
    }
}

/// An address that would show other data.
struct ReassignedAddress<'p> {
    address: &'p str,
    before: &'p DataOrigin,
    now: &'p DataOrigin,
}

/// Published addresses that another file would have, though one of the two is known by another address. A table whose name
/// the publisher wrote beside another file was meant to be that file.
fn moved<'p>(
    published: &'p AddressList,
    holds: &'p BTreeMap<String, Holding>,
) -> Vec<ReassignedAddress<'p>> {
    let now: BTreeSet<(bool, &DataOrigin)> = holds
        .iter()
        .map(|(at, holding)| (is_original(at), &holding.origin))
        .collect();
    let before: BTreeSet<(bool, &DataOrigin)> = published
        .notes()
        .holds
        .iter()
        .map(|(at, origin)| (is_original(at), origin))
        .collect();
    let published_holds = published.notes().holds.iter();
    let moved = published_holds.filter_map(|(address, origin)| {
        let holding = holds.get(address)?;
        let is_meant = holding.is_named && holding.origin.path != origin.path;
        if holding.origin == *origin || is_meant || !published.has(address) {
            return None;
        }
        let kind = is_original(address);
        let is_elsewhere =
            now.contains(&(kind, origin)) || before.contains(&(kind, &holding.origin));
        is_elsewhere.then_some(ReassignedAddress {
            address,
            before: origin,
            now: &holding.origin,
        })
    });
    moved.collect()
}

/// Whether a file is offered as it was received.
fn is_original(address: &str) -> bool {
    address.contains("/original/")
}

/// The finding that addresses would show other data; none where there are none.
fn finding_of_moved(
    published: &AddressList,
    moved: &[ReassignedAddress<'_>],
) -> Option<Diagnostic> {
    let first = moved.first()?;
    let line = published
        .lines()
        .iter()
        .find(|line| line.address == first.address)?;
    let paths: Vec<&str> = moved.iter().map(|moved| moved.address).collect();
    let finding = Diagnostic::new(&codes::ADDRESS_MOVED).at(line.place());
    let finding = finding
        .arg("before", first.before.to_string())
        .arg("now", first.now.to_string());
    Some(
        finding
            .arg("count", moved.len())
            .arg("address", first.address)
            .arg("paths", paths.join(", ")),
    )
}

/// Listed addresses that the site no longer has, and that nothing redirects.
fn lost<'p>(published: &'p AddressList, made: &Manifest, plan: &Plan) -> Vec<&'p AddressLine> {
    let moved: BTreeSet<&str> = plan
        .moved
        .iter()
        .map(|file| file.from.as_str())
        .chain(plan.former.iter().map(|f| f.from.as_str()))
        .collect();
    let lost = published.lines().iter().filter(|line| {
        let address = line.address.as_str();
        let is_made = made.contains_key(address)
            || history::address_of_changes(address).is_some_and(|at| made.contains_key(&at));
        !is_made && !moved.contains(address) && !plan.is_left_out(address)
    });
    lost.collect()
}

/// The finding that addresses would be lost; none where there are none.
fn finding(lost: &[&AddressLine]) -> Option<Diagnostic> {
    let place = lost.first()?.place();
    let paths: Vec<&str> = lost.iter().map(|line| line.address.as_str()).collect();
    let finding = Diagnostic::new(&codes::ADDRESS_LOST).at(place);
    Some(
        finding
            .arg("count", lost.len())
            .arg("paths", paths.join(", ")),
    )
}

/// The addresses of the site that are worth keeping.
pub(crate) fn of(plan: &Plan, files: &Files) -> BTreeSet<String> {
    // Lists that are cut by one fact or two come and go with what they list; what stands in for a page that was left out is
    // not that page.
    let pages = (plan.pages.iter())
        .filter(|page| page.draft.part == 1 && page.kind.is_lasting())
        .map(|page| page.path.clone());
    let files = (files.all().iter())
        .filter(|f| f.role == Role::Received || f.role == Role::Table && f.format == "csv")
        .map(|f| f.path.clone());
    let versions = plan.histories.addresses().map(str::to_owned);
    pages.chain(files).chain(versions).collect()
}

/// The list as it will be written.
#[derive(Clone)]
struct NextList {
    addresses: BTreeSet<String>,
    notes: AddressNotes,
}

impl NextList {
    /// Returns what is written now, and what once the site is published.
    fn settled(
        mut self,
        published: &AddressList,
        asked: ListUpdate,
        site: AddressedSite<'_>,
        holds: BTreeMap<String, Holding>,
    ) -> SettledAddresses {
        let mut as_published = self.clone();
        as_published.add(site, holds);
        let text = as_published.text();
        let written = match asked {
            ListUpdate::Untouched => None,
            ListUpdate::Shortened => {
                let is_known = |from: &String| published.leads_to(from).is_some();
                self.notes.redirects.retain(|from, _| is_known(from));
                Some(self.text())
            }
            ListUpdate::Published => Some(text.clone()),
        };
        let written = written.filter(|text| !published.is_said_by(text));
        let base = written.clone().unwrap_or_else(|| published.own_text());
        SettledAddresses {
            written,
            when_published: AddressesWhenPublished {
                base: stage::sha256(base.as_bytes()),
                text,
            },
        }
    }

    fn text(&self) -> String {
        AddressList::text(&self.addresses, &self.notes)
    }

    /// Adds what the site has.
    fn add(&mut self, site: AddressedSite<'_>, holds: BTreeMap<String, Holding>) {
        self.addresses.extend(of(site.plan, site.files));
        self.notes.holds.extend(
            holds
                .into_iter()
                .map(|(address, holding)| (address, holding.origin)),
        );
        for dataset in &site.portal.datasets {
            let Some(modified) = dataset.modified.map(|date| date.to_string()) else {
                continue;
            };
            for file in site
                .files
                .of(&dataset.head.id)
                .filter(|f| f.role == Role::Received)
            {
                // What was published under a date is remembered until another date says that it changed.
                let is_known = self
                    .notes
                    .dated
                    .get(&file.path)
                    .is_some_and(|dated| dated.modified == modified);
                if !is_known && self.notes.holds.contains_key(&file.path) {
                    self.notes
                        .dated
                        .insert(file.path.clone(), DatedSum::new(&file.sha256, &modified));
                }
            }
        }
    }
}

/// The publisher's own files as they are offered, by their datasets.
pub(crate) fn received(tables: &Tables, files: &Files) -> ReceivedFiles {
    let sums: BTreeMap<&str, &str> = files
        .all()
        .iter()
        .filter(|f| f.role == Role::Received)
        .map(|f| (f.path.as_str(), f.sha256.as_str()))
        .collect();
    let registers: BTreeSet<&str> = tables
        .tables
        .iter()
        .filter(|table| table.is_register())
        .map(|table| table.dataset.as_str())
        .collect();
    let mut all = ReceivedFiles::new();
    for original in originals_of(tables)
        .into_iter()
        .filter(|o| !registers.contains(o.dataset))
    {
        let Some(sum) = sums.get(original.address.as_str()) else {
            continue;
        };
        let (path, sha256) = (original.received.path.clone(), (*sum).to_owned());
        all.entry(original.dataset.to_owned())
            .or_default()
            .push(ReceivedFile {
                path,
                address: original.address,
                sha256,
            });
    }
    all
}

/// Writes the list.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn record(root: &Path, text: &str) -> Result<(), Fatal> {
    // A list that stays as it is tells the next run that nothing changed.
    if stage::read(root, NAME).is_ok_and(|found| found == text.as_bytes()) {
        return Ok(());
    }
    stage::replace(&root.join(NAME), text.as_bytes())
}
