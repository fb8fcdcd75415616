//! What becomes of published addresses ([`Published`]): a build that would lose one fails, unless something redirects
//! it or its owner lets it go. An address counts as published once a build is told that its site is
//! published; a build on somebody's own computer only looks.
//!
//! Listed are pages and, of each dataset, every table's CSV and the files as received; what follows from those (text
//! editions, other formats, feeds, later pages of lists) is not.

use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::downloads::{Files, Role};
use crate::plan::{PagePlan, Plan};
use crate::source::published::{Line, NAME, Published};
use crate::stage::{self, Manifest, Staging};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is done with `addresses.txt`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addresses {
    /// Lost addresses that are given up.
    pub let_go: LetGo,
    /// What is written when the site stands in its place.
    pub list: List,
}

/// Which lost addresses are given up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum LetGo {
    /// None: a lost address is an error.
    #[default]
    None,
    /// These; one that ends in `/` stands for all below it.
    These(Vec<String>),
    /// All that are lost.
    All,
}

/// What is written to the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum List {
    /// Nothing. For checks, previews, and builds that nobody else will see.
    #[default]
    Untouched,
    /// What was given up is struck out.
    Shortened,
    /// What was given up is struck out, and what the site has is added: it is published.
    Published,
}

impl Addresses {
    /// The site is published, and nothing is given up.
    pub fn published() -> Addresses {
        Addresses { let_go: LetGo::None, list: List::Published }
    }
}

impl LetGo {
    /// Whether this address is given up.
    pub fn names(&self, address: &str) -> bool {
        match self {
            LetGo::None => false,
            LetGo::These(these) => these.iter().any(|one| covers(one, address)),
            LetGo::All => true,
        }
    }
}

/// Whether a name given by the owner, an address or a folder that ends in `/`, stands for this address.
pub fn covers(name: &str, address: &str) -> bool {
    name == address || name.ends_with('/') && address.starts_with(name)
}

/// Finds what is lost and not given up, and returns the list as it will be written when the site stands in its place; none
/// where it stays as it is. After another error pages are missing that are not lost.
pub fn settle(
    published: &Published,
    asked: &Addresses,
    staging: &Staging,
    (plan, files): (&Plan, &Files),
    sink: &mut Sink,
) -> Option<String> {
    if sink.has_errors() {
        return None;
    }
    let lost = lost(published, &staging.manifest(), plan);
    let (given_up, lost): (Vec<&Line>, Vec<&Line>) =
        lost.into_iter().partition(|line| asked.let_go.names(&line.address));
    sink.extend(finding(&lost));
    next(published, asked.list, &given_up, (plan, files))
}

/// Listed addresses that the site no longer has, and that nothing redirects.
fn lost<'p>(published: &'p Published, made: &Manifest, plan: &Plan) -> Vec<&'p Line> {
    let moved: BTreeSet<&str> =
        plan.moved.iter().map(|file| file.from.as_str()).chain(plan.former.iter().map(|f| f.from.as_str())).collect();
    let is_lost = |line: &&Line| {
        let address = line.address.as_str();
        !made.contains_key(address) && !moved.contains(address) && !plan.is_left_out(address)
    };
    published.lines().iter().filter(is_lost).collect()
}

/// The finding that addresses would be lost; none where there are none.
fn finding(lost: &[&Line]) -> Option<Diagnostic> {
    let place = lost.first()?.place();
    let paths: Vec<&str> = lost.iter().map(|line| line.address.as_str()).collect();
    let finding = Diagnostic::new(&codes::ADDRESS_LOST).at(place);
    Some(finding.arg("count", lost.len()).arg("paths", paths.join(", ")))
}

/// The addresses of the site that are worth keeping.
pub fn of(plan: &Plan, files: &Files) -> BTreeSet<String> {
    // Lists that are cut by one fact or two come and go with what they list; what stands in for a page that was left out is
    // not that page.
    let passing = |kind: &str| matches!(kind, "not-found" | "pair" | "cut" | "left-out");
    let kept = |page: &&PagePlan| page.draft.part == 1 && !passing(page.kind.id());
    let pages = plan.pages.iter().filter(kept).map(|page| page.path.clone());
    let lasting = |role: Role, format: &str| role == Role::Received || role == Role::Table && format == "csv";
    let files = files.all().iter().filter(|f| lasting(f.role, &f.format)).map(|f| f.path.clone());
    pages.chain(files).collect()
}

/// The list as it will be written when the site stands in its place; none where it stays as it is.
fn next(published: &Published, list: List, lost: &[&Line], (plan, files): (&Plan, &Files)) -> Option<String> {
    if list == List::Untouched {
        return None;
    }
    let mut addresses = published.addresses().clone();
    for line in lost {
        addresses.remove(&line.address);
    }
    let mut redirects: BTreeMap<String, String> = plan.succeeded.iter().cloned().collect();
    if list == List::Published {
        addresses.extend(of(plan, files));
    } else {
        redirects.retain(|from, _| published.leads_to(from).is_some());
    }
    let same = addresses == *published.addresses()
        && redirects.iter().all(|(from, to)| published.leads_to(from) == Some(to))
        && published.redirects().all(|(from, _)| redirects.contains_key(from));
    (!same).then(|| Published::text(&addresses, &redirects))
}

/// Writes the list.
///
/// # Errors
/// When the disk refuses.
pub fn record(root: &Path, text: &str) -> Result<(), Fatal> {
    stage::replace(&root.join(NAME), text.as_bytes())
}
