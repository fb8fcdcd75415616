//! `addresses.txt`: the addresses that the portal has published, one a line, kept beside `tragaluz.toml` and committed
//! with it. Readers, harvesters and other sites rely on them: a build that would lose one fails, unless the page that
//! took its place declares it under `former:`, or the loss is accepted.
//!
//! Listed are pages and, of each dataset, every table's CSV and the files as received; what follows from those (text
//! editions, other formats, feeds, later pages of lists) is not.

use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::downloads::{Files, Role};
use crate::plan::{MovedFile, Plan};
use crate::stage::{self, Manifest};
use std::collections::BTreeSet;
use std::path::Path;

/// The file's name.
pub const NAME: &str = "addresses.txt";

/// What is done with `addresses.txt`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Addresses {
    /// A lost address is an error; nothing is written. For checks, previews, and builds into another folder.
    #[default]
    Checked,
    /// A lost address is an error; when the site stands in its place, new addresses are added.
    Recorded,
    /// Lost addresses are accepted; when the site stands in its place, the list is written anew.
    Accepted,
    /// Lost addresses are accepted, and nothing is written.
    Ignored,
}

/// The list as it stands: each line's number and address.
fn read(root: &Path) -> Result<Vec<(usize, String)>, Fatal> {
    let path = root.join(NAME);
    match std::fs::read(&path) {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes);
            let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).enumerate();
            Ok(lines.filter(|(_, line)| !line.is_empty()).map(|(i, line)| (i + 1, line.to_owned())).collect())
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(Fatal::io("reading", &path)(error)),
    }
}

/// Finds listed addresses that the site no longer has, and that nothing redirects.
///
/// # Errors
/// When the list cannot be read.
pub fn check(root: &Path, made: &Manifest, moved: &[MovedFile], sink: &mut Sink) -> Result<(), Fatal> {
    for (line, address) in read(root)? {
        if !made.contains_key(&address) && !moved.iter().any(|file| file.from == address) {
            let place = Place::within(NAME, line, 1, &address, 0..address.len());
            sink.push(Diagnostic::new(&codes::ADDRESS_LOST).at(place).arg("path", &address));
        }
    }
    Ok(())
}

/// The addresses of the site that are worth keeping.
pub fn of(plan: &Plan, files: &Files) -> BTreeSet<String> {
    // Lists that are cut by one fact or two come and go with what they list.
    let passing = |kind: &str| matches!(kind, "not-found" | "pair" | "cut");
    let kept = |page: &&crate::plan::PagePlan| page.draft.part == 1 && !passing(page.kind.id());
    let pages = plan.pages.iter().filter(kept).map(|page| page.path.clone());
    let lasting = |role: Role, format: &str| role == Role::Received || role == Role::Table && format == "csv";
    let files = files.all().iter().filter(|f| lasting(f.role, &f.format)).map(|f| f.path.clone());
    pages.chain(files).collect()
}

/// Adds new addresses to the list, or writes it anew where losses are accepted. A list that stays the same is not
/// touched.
///
/// # Errors
/// When the disk refuses.
pub fn record(root: &Path, addresses: Addresses, now: BTreeSet<String>) -> Result<(), Fatal> {
    let listed: BTreeSet<String> = read(root)?.into_iter().map(|(_, address)| address).collect();
    let kept = match addresses {
        Addresses::Checked | Addresses::Ignored => return Ok(()),
        Addresses::Recorded => listed.union(&now).cloned().collect(),
        Addresses::Accepted => now,
    };
    if kept == listed {
        return Ok(());
    }
    let text: String = kept.iter().map(|address| format!("{address}\n")).collect();
    stage::replace(&root.join(NAME), text.as_bytes())
}
