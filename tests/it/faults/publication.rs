//! An edited site is published to a folder in which there are files of others, and the power is cut anywhere.

use super::is_thorough;
use super::power_cut::{CUTS, Disk};
use super::scene::{BUILD, add_dataset, edit, new_home, portal, run, write};
use super::state::{State, Thing, difference, make, state_of};
use crate::driver::{Dice, Outcome};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tragaluz_disk::trial::{LoggedChange, logged};

const PUBLISH: [&str; 4] = ["publish", "../www", "--root", "portal"];

/// Files of others in the folder.
const OWN: [&str; 2] = ["CNAME", "datasets/visits/own.txt"];

/// How many cuts there are to one after which the next run is done.
const SAMPLED: usize = 151;

/// The disk before the site is published. What the office knows of a target is known by its path, so every run is in one place.
struct Publication {
    home: tempfile::TempDir,
    disk: State,
    old: State,
    new: State,
}

/// What is in the folder that is published to.
fn published(disk: &State) -> State {
    let within = disk.iter().filter_map(|(path, thing)| {
        let inside = path.strip_prefix("www/")?;
        Some((inside.to_owned(), thing.clone()))
    });
    within.collect()
}

fn is_part(path: &str) -> bool {
    path.rsplit('/')
        .next()
        .is_some_and(|name| name.starts_with(".tragaluz-"))
}

impl Publication {
    fn new() -> Publication {
        let home = new_home();
        let place = home.path().join("home");
        fs::create_dir(&place).unwrap();
        portal(&place);
        add_dataset(&place);
        for arguments in [&BUILD[..], &PUBLISH[..]] {
            run(&place, arguments, "").assert_code(0);
        }
        for own in OWN {
            write(&place, &format!("www/{own}"), own);
        }
        edit(&place);
        write(
            &place,
            "portal/data/new/dataset.md",
            "---\ntitle: New\n---\n",
        );
        write(&place, "portal/data/new/new.csv", "month,n\n2026-01,1\n");
        run(&place, &[&BUILD[..], &["--accept-addresses"]].concat(), "").assert_code(0);
        let disk = state_of(&place);
        Publication {
            old: published(&disk),
            new: State::new(),
            disk,
            home,
        }
    }

    fn place(&self) -> PathBuf {
        self.home.path().join("home")
    }

    /// Publishes on a disk in this state. Returns what there is then.
    fn run_on(&self, disk: &State, plan: &str) -> (Outcome, State) {
        let place = self.place();
        fs::remove_dir_all(&place).unwrap();
        fs::create_dir(&place).unwrap();
        make(disk, &place);
        let outcome = run(&place, &PUBLISH, plan);
        (outcome, state_of(&place))
    }

    /// Runs it to its end, and returns every change that it makes.
    fn undisturbed(&mut self) -> Vec<LoggedChange> {
        let log = self.home.path().join("log");
        let (outcome, disk) = self.run_on(&self.disk, &format!("log {}", log.display()));
        outcome.assert_code(0);
        self.new = published(&disk);
        let mut changes = logged(&log).unwrap();
        let place = self.place();
        for change in &mut changes {
            for path in [&mut change.path, &mut change.to] {
                *path = of_disk(path, &place);
            }
        }
        changes
    }

    /// Fails unless each file is whole: the old one, the new one, or others'; and none is gone that both sites have.
    fn assert_each_is_whole(&self, disk: &State, what: &str) {
        let found = published(disk);
        for (path, thing) in &found {
            let is_known = [&self.old, &self.new]
                .iter()
                .any(|site| site.get(path) == Some(thing));
            let is_folder = *thing == Thing::Folder;
            assert!(is_known || is_part(path) || is_folder, "{what}: {path}");
        }
        for path in self.old.keys().filter(|path| self.new.contains_key(*path)) {
            assert!(found.contains_key(path), "{what}: {path} is gone");
        }
    }

    #[track_caller]
    fn assert_new(&self, disk: &State, what: &str) {
        let found = published(disk);
        assert!(
            found == self.new,
            "{what}: {}",
            difference(&found, &self.new)
        );
    }
}

/// A path as the disk has it: from its root, and without a way up (`portal/../www`).
fn of_disk(path: &Path, place: &Path) -> PathBuf {
    let path = path.strip_prefix(place).unwrap_or(path);
    let mut whole = PathBuf::new();
    for part in path.components() {
        if part == std::path::Component::ParentDir {
            whole.pop();
        } else {
            whole.push(part);
        }
    }
    whole
}

#[test]
fn the_power_is_cut_anywhere_in_a_publication() {
    let mut publication = Publication::new();
    let changes = publication.undisturbed();
    for own in OWN {
        assert!(publication.new.contains_key(own), "{own}");
    }
    let gone = |path: &&String| !publication.new.contains_key(*path);
    assert!(publication.old.keys().any(|path| gone(&path)));
    let mut disk = Disk::of(&publication.disk);
    let (mut dice, mut number) = (Dice::new(22), 0);
    let mut sampled: BTreeMap<String, State> = BTreeMap::new();
    for at in 0..=changes.len() {
        for cut in CUTS {
            let state = disk.cut(cut, &mut dice);
            let what = format!("power cut {cut:?} before change {at}");
            publication.assert_each_is_whole(&state, &what);
            if at == changes.len() {
                publication.assert_new(&state, &format!("{what}, which is after all of them"));
            }
            number += 1;
            if is_thorough() || number % SAMPLED == 0 {
                sampled.insert(what, state);
            }
        }
        if let Some(change) = changes.get(at) {
            disk.make(change);
        }
    }
    println!(
        "publication: {} changes, {number} power cuts, {} next runs",
        changes.len(),
        sampled.len()
    );
    assert!(changes.len() > 100 && sampled.len() > 10);
    for (what, state) in &sampled {
        let (outcome, disk) = publication.run_on(state, "");
        assert_eq!(outcome.code, Some(0), "{what}: {}", outcome.said());
        publication.assert_new(&disk, &format!("{what}, the next run"));
    }
}
