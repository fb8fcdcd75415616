//! Naming what is somewhere: the first several, and how many more there are.

use super::{MARKER, SUMS, Stranger};
use crate::stage::ownership::OwnershipFault;
use crate::text::messages::Arg;
use crate::text::names::is_invisible;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

/// Most names that a message has.
const MOST: usize = 6;

/// The first several names, and how many more there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NameSample {
    /// The first ones, in order.
    pub(crate) first: Vec<String>,
    pub(crate) more: usize,
}

impl NameSample {
    /// Names the first of them.
    pub(crate) fn of(all: impl IntoIterator<Item = String>) -> NameSample {
        let mut all = all.into_iter();
        let first: Vec<String> = all.by_ref().take(MOST).collect();
        NameSample {
            first,
            more: all.count(),
        }
    }

    /// How many there are in all.
    pub(crate) fn count(&self) -> usize {
        self.first.len() + self.more
    }

    /// As particulars of a message: `names`, `more` and `count`.
    pub(crate) fn args(&self) -> [(&'static str, Arg); 3] {
        [
            ("names", self.first.join(", ").into()),
            ("more", self.more.into()),
            ("count", self.count().into()),
        ]
    }
}

/// A name as it is shown: without characters that would end the line or turn the text around.
pub(crate) fn shown_name(name: &OsStr) -> String {
    shown(&name.to_string_lossy())
}

/// The same, of a path.
pub(crate) fn shown(name: &str) -> String {
    name.chars()
        .map(|c| if is_invisible(c) { '\u{fffd}' } else { c })
        .collect()
}

/// Names strangers, a folder once and with `/`.
pub(crate) fn of_strangers<'a>(strangers: impl Iterator<Item = &'a Stranger>) -> NameSample {
    let outer = strangers.filter(|stranger| !stranger.is_inside);
    NameSample::of(outer.map(|stranger| {
        format!(
            "{}{}",
            shown(&stranger.name),
            if stranger.is_folder { "/" } else { "" }
        )
    }))
}

/// Names what is in a folder, as far as its list, if it has one, does not name it; none where it is empty.
pub(crate) fn first_in(folder: &Path, why: &OwnershipFault) -> Option<NameSample> {
    let mut found: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder).ok()?.filter_map(Result::ok) {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        found.push(format!(
            "{}{}",
            shown_name(&entry.file_name()),
            if is_folder { "/" } else { "" }
        ));
    }
    if found.is_empty() {
        return None;
    }
    found.sort();
    if let OwnershipFault::NoMarker(listed) = why {
        found.retain(|name| match name.strip_suffix('/') {
            Some(_) => !listed.keys().any(|path| path.starts_with(name)),
            None => !listed.contains_key(name) && name != SUMS && name != MARKER,
        });
    }
    Some(NameSample::of(found))
}
