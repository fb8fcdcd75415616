//! A new portal, as it is ordered: tried first, written beside its place, and put there once it is whole.

#![allow(
    clippy::disallowed_methods,
    reason = "a new portal's folder is no portal yet, and is looked at before anything is made"
)]

mod placing;

use crate::authoring::NewPortal;
use crate::cache::Cache;
use crate::diag::{Diagnostic, Fatal, Sink};
use crate::options::Options;
use crate::orders::editor_schemas;
use crate::publishing;
use crate::source::SETTINGS;
use crate::stage::{self, ScratchFolder};
use crate::steps::{self, ReadingRun};
use placing::PlacingList;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What a forge makes before a portal: a repository without files.
const REPOSITORY: &str = ".git";

/// Where the folder in which it is written has what an order put into its place that was cut off.
const FORMER: &str = "former";

/// The new portal's folder in the folder in which it is written.
const WHOLE: &str = "portal";

/// Returns what is wrong with a new portal's answers, the first of it where there are several.
///
/// # Errors
/// When the disk refuses.
pub fn try_new(portal: &NewPortal) -> Result<Option<Diagnostic>, Fatal> {
    let aside = ScratchFolder::new()?;
    write(&aside, "", &portal.trial_files()?)?;
    let (options, cache) = (Options::default(), Cache::off());
    let run = ReadingRun {
        root: aside.path(),
        options: &options,
        cache: &cache,
        inputs: None,
    };
    let mut sink = Sink::new();
    let source = steps::read(run.root, &BTreeSet::new(), run.cache, &mut sink)?;
    drop(steps::gather(source, &run, &mut sink));
    // Data come later; what the settings say is all that is tried.
    sink.retain(|finding| {
        let place = finding.place.as_ref();
        place.is_some_and(|place| place.file == SETTINGS)
    });
    Ok(sink.into_sorted().into_iter().next())
}

/// Refuses a folder in which there is anything but a repository without files, and what an order that was cut off put there.
///
/// # Errors
/// When there is.
pub fn require_room(dir: &Path) -> Result<(), Fatal> {
    let placed = PlacingList::read(dir);
    let is_taken = match fs::read_dir(dir) {
        Ok(mut entries) => entries.any(|entry| entry.is_ok_and(|entry| is_other(&entry, &placed))),
        Err(_) => dir.is_file(),
    };
    if is_taken {
        let args = vec![("dir", dir.display().to_string().into())];
        return Err(Fatal::wrong_command("dir-not-empty", args));
    }
    Ok(())
}

/// Whether a folder's entry is neither the repository nor what a run left that was broken off.
fn is_other(entry: &fs::DirEntry, placed: &PlacingList) -> bool {
    let name = entry.file_name();
    let name = name.to_string_lossy();
    name != REPOSITORY && !stage::is_scratch(&name) && !placed.holds(&name)
}

/// Makes a new portal of these files, with the workflow file of a forge where one is named. It comes to its place when all of it is there;
/// into a folder that holds a repository, entry by entry, its settings last.
///
/// # Errors
/// When the folder holds anything else, or the disk refuses; then nothing new is there.
pub fn new_portal(
    dir: &Path,
    mut files: BTreeMap<String, Vec<u8>>,
    forge: Option<&str>,
) -> Result<(), Fatal> {
    require_room(dir)?;
    if let Some(name) = forge {
        let (path, text) = publishing::setup_file(name)?;
        files.insert(path.to_owned(), text.into_bytes());
    }
    let is_there = dir.is_dir();
    let parent = dir.parent().filter(|parent| *parent != Path::new(""));
    let beside = match parent {
        _ if is_there => dir,
        Some(parent) => parent,
        None => Path::new("."),
    };
    tragaluz_disk::create_folders(beside).map_err(Fatal::io("creating", beside))?;
    let aside = ScratchFolder::in_folder(beside)?;
    let whole = aside.path().join(WHOLE);
    write(&aside, WHOLE, &files)?;
    let schemas = editor_schemas(&whole, &Options::default(), &mut Sink::new())?;
    let schemas = schemas.unwrap_or_default().into_iter();
    let schemas: BTreeMap<_, _> = schemas
        .map(|(path, text)| (path, text.into_bytes()))
        .collect();
    write(&aside, WHOLE, &schemas)?;
    files.extend(schemas);
    stage::flush_tree(&whole).map_err(Fatal::io("writing", &whole))?;
    if is_there {
        return place_entries(&aside, dir, &files);
    }
    tragaluz_disk::rename(&whole, dir).map_err(Fatal::io("creating", dir))
}

fn write(
    aside: &ScratchFolder,
    folder: &str,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), Fatal> {
    files.iter().try_for_each(|(path, bytes)| {
        let path = Path::new(folder).join(path);
        aside.write(&path.to_string_lossy().replace('\\', "/"), bytes)
    })
}

/// Moves each entry of a new portal into a folder that is there; where one cannot be moved, those before it are taken back. A list says
/// first what comes, so that after a kill the next order knows what it may replace.
fn place_entries(
    aside: &ScratchFolder,
    dir: &Path,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), Fatal> {
    let whole = aside.path().join(WHOLE);
    let mut list = PlacingList::read(dir);
    list.write(files)?;
    list.clear_into(&aside.path().join(FORMER))?;
    let first = |path: &String| path.split('/').next().map(PathBuf::from);
    let mut entries: Vec<PathBuf> = files.keys().filter_map(first).collect();
    entries.sort_by_key(|entry| (entry.as_path() == Path::new(SETTINGS), entry.clone()));
    entries.dedup();
    let mut placed: Vec<PathBuf> = Vec::new();
    for entry in entries {
        let to = dir.join(&entry);
        if let Err(error) = tragaluz_disk::rename(&whole.join(&entry), &to) {
            for entry in placed {
                // What cannot be taken back is left; the error says that the portal is not whole.
                let _ = tragaluz_disk::rename(&dir.join(&entry), &whole.join(&entry));
            }
            list.remove();
            return Err(Fatal::io("creating", &to)(error));
        }
        placed.push(entry);
    }
    tragaluz_disk::flush_folder(dir).map_err(Fatal::io("creating", dir))?;
    list.remove();
    Ok(())
}
