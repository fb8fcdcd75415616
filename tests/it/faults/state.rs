//! What is below a folder, and whose it is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Something on a disk.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Folder,
    File(Vec<u8>),
    Link(PathBuf),
}

/// Everything below a folder, by its path with `/`.
pub(super) type State = BTreeMap<String, Thing>;

/// Looks at a folder.
pub(super) fn state_of(folder: &Path) -> State {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter();
    let things = entries.map(|entry| {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap();
        let thing = if entry.path_is_symlink() {
            Thing::Link(fs::read_link(entry.path()).unwrap())
        } else if entry.file_type().is_dir() {
            Thing::Folder
        } else {
            Thing::File(fs::read(entry.path()).unwrap())
        };
        (path.to_str().unwrap().to_owned(), thing)
    });
    things.collect()
}

/// Makes a folder what a state says. Files of one number get one file with several names.
pub(super) fn make(state: &State, folder: &Path) {
    for (path, thing) in state {
        let full = folder.join(path);
        match thing {
            Thing::Folder => fs::create_dir(full).unwrap(),
            Thing::File(bytes) => fs::write(full, bytes).unwrap(),
            #[cfg(unix)]
            Thing::Link(target) => std::os::unix::fs::symlink(target, full).unwrap(),
            #[cfg(not(unix))]
            Thing::Link(_) => {}
        }
    }
}

/// The output folder of the scenes that build.
pub(super) const OUT: &str = "portal/public";

/// Where the old output is between two renames, on systems that exchange nothing.
const ASIDE: &str = "portal/.public.old";

/// Where a release keeps the files of versions; they count as far as the ledger names them.
pub(super) const VERSIONS: &str = "portal/data/requests/releases/";

/// A state, divided by whose its things are.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Divided {
    /// The output, strangers and all; none where there is none.
    pub site: Option<State>,
    /// The same, where the next start looks for it.
    pub aside: Option<State>,
    /// Single files that the run may replace.
    pub singles: BTreeMap<String, Thing>,
    /// Files of versions.
    pub versions: State,
    /// What is nobody's business but the author's.
    pub foreign: State,
    /// What a run leaves that cannot tidy up.
    pub litter: BTreeSet<String>,
}

/// Whether a path is, or lies in, what no run may leave.
fn is_litter(path: &str) -> bool {
    let mut names = path.split('/');
    path.starts_with("tmp/")
        || names.any(|name| name.starts_with(".public.new-") || name.starts_with(".tragaluz-"))
}

/// Returns what follows a folder in the path of something that is in it; nothing follows in that of the folder itself.
fn within(path: &str, folder: &str) -> Option<String> {
    let inside = path.strip_prefix(folder)?;
    let inside = inside
        .strip_prefix('/')
        .or(inside.is_empty().then_some(inside));
    inside.map(str::to_owned)
}

/// Divides a state; `singles` are the files that the run may replace.
pub(super) fn divided(state: &State, singles: &[&str]) -> Divided {
    let mut found = Divided::default();
    for (path, thing) in state {
        if let Some(inside) = within(path, OUT) {
            found
                .site
                .get_or_insert_default()
                .insert(inside, thing.clone());
        } else if let Some(inside) = within(path, ASIDE) {
            found
                .aside
                .get_or_insert_default()
                .insert(inside, thing.clone());
        } else if singles.contains(&path.as_str()) {
            found.singles.insert(path.clone(), thing.clone());
        } else if is_litter(path) {
            found.litter.insert(path.clone());
        } else if path.starts_with(VERSIONS) || *path == VERSIONS.trim_end_matches('/') {
            if matches!(thing, Thing::File(_)) {
                found.versions.insert(path.clone(), thing.clone());
            }
        } else if !path.starts_with("portal/.tragaluz") {
            found.foreign.insert(path.clone(), thing.clone());
        }
    }
    restore_moved(&mut found, state);
    found
}

/// Folders of somebody else that are moved after outputs were exchanged.
const MOVED: [&str; 2] = [".git", "empty"];

/// The folder of a dataset that is gone, and the file that somebody put there: it is carried ahead while the folder is the output's
/// own, and moved with it once it is not.
const MOVED_ONCE_GONE: [&str; 2] = ["datasets/visits", "datasets/visits/notes.txt"];

/// Puts into the output what the next start moves there from the old one. Fails where it is in both.
fn restore_moved(found: &mut Divided, state: &State) {
    let Some(site) = &mut found.site else { return };
    for (path, thing) in state {
        let inside = path
            .strip_prefix("portal/")
            .and_then(|path| path.split_once('/'));
        let Some((_, inside)) = inside
            .filter(|(folder, _)| folder.starts_with(".public.new-") || *folder == ".public.old")
        else {
            continue;
        };
        let outer = inside.split('/').next().unwrap_or_default();
        if MOVED.contains(&outer) {
            let there = site.insert(inside.to_owned(), thing.clone());
            assert_eq!(there, None, "{inside} is in two places");
        } else if MOVED_ONCE_GONE.contains(&inside) {
            site.entry(inside.to_owned())
                .or_insert_with(|| thing.clone());
        }
    }
}

/// What differs between two states, in short.
pub(super) fn difference(one: &State, other: &State) -> String {
    let paths: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let differing = paths
        .into_iter()
        .filter(|path| one.get(*path) != other.get(*path));
    let told = differing.map(|path| {
        let said = |state: &State| match state.get(path) {
            None => "nothing".to_owned(),
            Some(Thing::Folder) => "a folder".to_owned(),
            Some(Thing::Link(_)) => "a link".to_owned(),
            Some(Thing::File(bytes)) => format!("{} bytes", bytes.len()),
        };
        format!("{path}: {} and {}", said(one), said(other))
    });
    told.collect::<Vec<_>>().join("\n")
}
