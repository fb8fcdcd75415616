//! Faults at every change to a disk: a build into nothing, a build after edits with strangers in the output, one after a
//! run that was killed, a conversion, a release and a takedown are broken off at each file created, each write, flush, second
//! name, rename, exchange and removal, in turn, over all of them: by an error, by a disk that is full from there on, by the
//! death of the program, and by a power cut after which what was not flushed is lost, torn or zeros.
//!
//! After each, the last good site or the new one is there, whole; what the program did not make is as it was; the next run
//! makes exactly the bytes of a run that nothing disturbed, and leaves nothing lying about.
//!
//! Next runs that begin with the same disk, but for what they remove unread, are one: it is done once. After power cuts it
//! is done for one of eight at each change, in turn. A build after two, which does most of what one after edits does, meets
//! each change in one way, in turn (of many alike in a row, every fourth), and has a next run after the power cuts at every
//! third. `TRAGALUZ_FAULTS=all` does each, with every format and edition.
//! `cargo test --test it faults:: -- --nocapture` tells the figures.

#![cfg(debug_assertions)]
#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files, and reads how much it is to do"
)]

mod power_cut;
mod publication;
mod scene;
mod state;

use crate::driver::{Dice, repository};
use power_cut::{CUTS, Disk};
use rayon::prelude::*;
use scene::{Scene, Trial};
use state::{State, Thing};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Mutex;
use tragaluz_disk::trial::LoggedChange;

/// Whether every next run is done.
fn is_thorough() -> bool {
    std::env::var("TRAGALUZ_FAULTS").is_ok_and(|said| said == "all")
}

/// What came of a scene's trials.
#[derive(Debug, Default)]
struct Figures {
    /// How many there were of each kind.
    trials: BTreeMap<&'static str, usize>,
    /// Which site stood afterwards.
    sites: BTreeMap<&'static str, usize>,
    /// In which states the next run begins.
    states: BTreeSet<State>,
    /// What the program said.
    said: BTreeSet<String>,
}

impl Figures {
    /// Enters a trial. Returns whether no other one left the disk in such a state.
    fn enter(
        &mut self,
        kind: &'static str,
        site: &'static str,
        state: &State,
        trial: &Trial,
    ) -> bool {
        *self.trials.entry(kind).or_default() += 1;
        *self.sites.entry(site).or_default() += 1;
        if trial.outcome.code == Some(2) {
            self.said.insert(trial.outcome.err.clone());
        }
        self.states.insert(reduced(state))
    }

    fn tell(self, scene: &Scene) {
        let (trials, sites, states) = (self.trials, self.sites, self.states.len());
        println!(
            "{}: {trials:?}, afterwards {sites:?}, {states} states for a next run",
            scene.name
        );
        if let Ok(file) = std::env::var("TRAGALUZ_FAULTS_SAID") {
            let said: Vec<String> = self.said.into_iter().collect();
            std::fs::write(format!("{file}-{}", scene.name), said.join("\n")).unwrap();
        }
    }
}

/// How many changes of each kind a run made.
fn by_action(changes: &[LoggedChange]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for change in changes {
        *counts.entry(change.action.as_str()).or_default() += 1;
    }
    counts
}

/// Whether a full disk refuses a change.
fn needs_room(change: &LoggedChange) -> bool {
    change.action.starts_with("Create")
        || ["Write", "Link", "LinkSymbolically", "Copy"].contains(&change.action.as_str())
}

/// How a run is broken off at a change.
const WAYS: [&str; 3] = ["fail", "full", "die"];

/// In how many of the ways each change is met.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Turns {
    /// In all of them.
    Each,
    /// In one of them, in turn; in all with `TRAGALUZ_FAULTS=all`.
    One,
}

/// Breaks a scene off at every change of those that `is_tried` names by their numbers.
fn broken_off(scene: &Scene, turns: Turns, is_tried: impl Fn(&[LoggedChange]) -> Range<usize>) {
    let changes = scene.undisturbed();
    let numbers = is_tried(&changes);
    println!(
        "{}: changes {numbers:?} of {}, {:?}",
        scene.name,
        changes.len(),
        by_action(&changes)
    );
    let mut trials = vec![("halves", 0)];
    for (number, kind) in WAYS.into_iter().enumerate() {
        let is_turn = |at: usize| {
            let is_one =
                at % WAYS.len() == number && (at.is_multiple_of(4) || !is_amid_alike(&changes, at));
            turns == Turns::Each || is_thorough() || is_one
        };
        let is_met = |at: &usize| (kind != "full" || needs_room(&changes[*at])) && is_turn(*at);
        trials.extend(numbers.clone().filter(is_met).map(|at| (kind, at)));
    }
    let figures = Mutex::new(Figures::default());
    trials.par_iter().for_each(|(kind, at)| {
        let change = &changes[*at];
        let what = format!(
            "{}, {kind} {at} ({} {})",
            scene.name,
            change.action,
            change.path.display()
        );
        let trial = scene.tried(kind, *at);
        let state = trial.state();
        let site = scene.assert_whole(&state, &what);
        assert_ending(scene, &trial, kind, site, &what);
        if *kind != "die" && !change.action.starts_with("Remove") {
            let litter = scene.litter(&state);
            assert!(litter.is_subset(&scene.old.litter), "{what}: {litter:?}");
        }
        let is_new = figures.lock().unwrap().enter(kind, site, &state, &trial);
        if is_new || is_thorough() {
            scene.assert_new(&scene.again(trial), &format!("{what}, the next run"));
        }
    });
    figures.into_inner().unwrap().tell(scene);
}

/// Whether the changes before and after this one are of its kind.
fn is_amid_alike(changes: &[LoggedChange], at: usize) -> bool {
    let action = |at: usize| changes.get(at).map(|change| change.action.as_str());
    at > 0 && action(at - 1) == action(at) && action(at + 1) == action(at)
}

/// Fails unless a run that was broken off says so, and in plain words.
fn assert_ending(scene: &Scene, trial: &Trial, kind: &str, site: &str, what: &str) {
    let outcome = &trial.outcome;
    assert!(!outcome.err.contains("panicked"), "{what}: {}", outcome.err);
    match (kind, outcome.code) {
        ("die", None) => {}
        ("halves", Some(0)) => scene.assert_new(trial, what),
        ("fail" | "full", Some(0)) => {
            assert_eq!(site, "new", "{what} says that all is well: {}", outcome.err);
        }
        ("fail" | "full", Some(2)) => {
            assert!(outcome.err.contains("error"), "{what}: {}", outcome.err);
        }
        (_, code) => panic!("{what} ended with {code:?}: {}", outcome.err),
    }
}

/// Cuts the power after every change of a run, in each of several ways.
fn power_cuts(scene: &Scene, turns: Turns) {
    let changes = scene.undisturbed();
    let mut disk = Disk::of(&scene.old_state);
    let mut dice = Dice::new(18);
    let mut sites: BTreeMap<&str, usize> = BTreeMap::new();
    let mut states: BTreeMap<State, (State, String)> = BTreeMap::new();
    for at in 0..=changes.len() {
        for (number, cut) in CUTS.into_iter().enumerate() {
            let state = disk.cut(cut, &mut dice);
            let what = format!("{}, power cut {cut:?} before change {at}", scene.name);
            let site = scene.assert_whole(&state, &what);
            *sites.entry(site).or_default() += 1;
            let is_over = at == changes.len();
            assert!(
                !is_over || site == "new",
                "{what}: the run said that all is well, and {site} is there"
            );
            let is_turn =
                number == at % CUTS.len() && (turns == Turns::Each || at % WAYS.len() == 0);
            if is_thorough() || is_turn || is_over {
                states.entry(reduced(&state)).or_insert((state, what));
            }
        }
        if let Some(change) = changes.get(at) {
            disk.make(change);
        }
    }
    let cuts = (changes.len() + 1) * CUTS.len();
    println!(
        "{}: {cuts} power cuts, {sites:?}, {} next runs",
        scene.name,
        states.len()
    );
    states.par_iter().for_each(|(_, (state, what))| {
        scene.assert_new(&scene.run_on(state), &format!("{what}, the next run"));
    });
}

/// A state as the next run sees it: without what it removes unread, which is what is in a folder whose lock says that nobody
/// else put anything there, and in temporary files; and without the letters that make names their own.
fn reduced(state: &State) -> State {
    let is_unshared =
        |folder: &str| state.get(&format!("{folder}.lock")) == Some(&Thing::File(Vec::new()));
    let is_unread = |path: &str| {
        path.match_indices('/').any(|(at, _)| {
            let folder = &path[..at];
            let name = folder.rsplit('/').next().unwrap_or_default();
            name.starts_with("tragaluz-") || name.starts_with(".public.new-") && is_unshared(folder)
        })
    };
    let kept = state.iter().filter(|(path, _)| !is_unread(path));
    let seen = |path: &String, thing: &Thing| match thing {
        Thing::File(_) if path.ends_with(".new") => Thing::File(Vec::new()),
        // It tells files by numbers that are others each time.
        Thing::File(bytes) if path.ends_with(".tragaluz/cache") => {
            Thing::File(vec![u8::from(bytes.is_empty())])
        }
        thing => thing.clone(),
    };
    kept.map(|(path, thing)| (bare(path), seen(path, thing)))
        .collect()
}

/// A path whose names have no letters of their own.
fn bare(path: &str) -> String {
    let mut bare = path.to_owned();
    for beginning in [".public.new-", "tragaluz-"] {
        if let Some(at) = bare.find(beginning) {
            let letters = at + beginning.len();
            bare.replace_range(letters..(letters + 6).min(bare.len()), "");
        }
    }
    bare
}

/// All of a run's changes.
fn all(changes: &[LoggedChange]) -> Range<usize> {
    0..changes.len()
}

/// Number of a run's first change of this kind.
fn first(changes: &[LoggedChange], action: &str) -> usize {
    changes
        .iter()
        .position(|change| change.action == action)
        .unwrap()
}

#[test]
fn a_first_build_is_broken_off_anywhere() {
    broken_off(&Scene::first_build(), Turns::Each, all);
}

#[test]
fn a_build_after_edits_is_broken_off_anywhere() {
    broken_off(&Scene::build_after_edits(""), Turns::Each, all);
}

/// Number of the first change to the tree that an earlier run kept.
fn taken_up(changes: &[LoggedChange]) -> usize {
    let is_kept = |change: &LoggedChange| change.path.ends_with(".tragaluz/output");
    changes.iter().position(is_kept).unwrap()
}

#[test]
fn a_build_after_two_is_broken_off_anywhere() {
    // Until it takes up what the first one left, the run is that of a build after edits.
    broken_off(&Scene::build_after_two(""), Turns::One, |changes| {
        taken_up(changes) - 3..changes.len()
    });
}

#[test]
fn a_build_after_two_without_an_exchange_is_broken_off_anywhere() {
    broken_off(&Scene::build_after_two("plain"), Turns::One, |changes| {
        first(changes, "FlushFile")..changes.len()
    });
}

#[test]
fn the_power_is_cut_anywhere_in_a_build_after_two() {
    power_cuts(&Scene::build_after_two(""), Turns::One);
}

#[test]
fn a_build_without_an_exchange_is_broken_off_anywhere() {
    // Until it is flushed, the run is that of a system with an exchange.
    broken_off(&Scene::build_after_edits("plain"), Turns::Each, |changes| {
        first(changes, "FlushFile")..changes.len()
    });
}

#[test]
fn a_build_after_a_kill_is_broken_off_anywhere() {
    // Once it has removed what the other one left, the run is that of a build after edits.
    broken_off(&Scene::build_after_a_kill(), Turns::Each, |changes| {
        0..first(changes, "Write")
    });
}

#[test]
fn a_conversion_is_broken_off_anywhere() {
    broken_off(&Scene::conversion(), Turns::Each, all);
}

#[test]
fn the_power_is_cut_anywhere_in_a_first_build() {
    power_cuts(&Scene::first_build(), Turns::Each);
}

#[test]
fn the_power_is_cut_anywhere_in_a_build_after_edits() {
    power_cuts(&Scene::build_after_edits(""), Turns::Each);
}

#[test]
fn the_power_is_cut_anywhere_in_a_build_without_an_exchange() {
    power_cuts(&Scene::build_after_edits("plain"), Turns::Each);
}

#[test]
fn the_power_is_cut_anywhere_in_a_build_after_a_kill() {
    power_cuts(&Scene::build_after_a_kill(), Turns::Each);
}

#[test]
fn the_power_is_cut_anywhere_in_a_conversion() {
    power_cuts(&Scene::conversion(), Turns::Each);
}

/// The changes of a release to the portal. What it makes aside before that is tried where a site is built.
fn to_the_portal(changes: &[LoggedChange]) -> Range<usize> {
    let is_kept = |change: &LoggedChange| change.path.starts_with("portal/data");
    let first = changes.iter().position(is_kept).unwrap();
    let last = changes.iter().rposition(is_kept).unwrap();
    first..last + 1
}

#[test]
fn a_release_is_broken_off_anywhere() {
    broken_off(&Scene::release(), Turns::Each, to_the_portal);
}

#[test]
fn a_takedown_is_broken_off_anywhere() {
    broken_off(&Scene::takedown(), Turns::One, to_the_portal);
}

#[test]
fn the_power_is_cut_anywhere_in_a_release() {
    power_cuts(&Scene::release(), Turns::One);
}

#[test]
fn the_power_is_cut_anywhere_in_a_takedown() {
    power_cuts(&Scene::takedown(), Turns::One);
}

/// Whoever changes a disk past `crates/disk` is tried by nothing above.
#[test]
fn nothing_is_written_past_the_seam() {
    let words = [
        "fs::write(",
        "fs::copy(",
        "fs::rename(",
        "fs::remove_",
        "fs::create_dir",
        "fs::hard_link(",
        "fs::set_permissions(",
        "File::create(",
        "File::create_new(",
        "OpenOptions",
        "sync_all(",
        "sync_data(",
        "set_len(",
        "tempfile::",
        "fs::symlink(",
    ];
    let mut files = 0;
    let mut past = Vec::new();
    for folder in ["src", "crates/tables/src", "crates/text/src"] {
        for entry in walkdir::WalkDir::new(repository(folder)) {
            let path = entry.unwrap().into_path();
            let is_test = path.components().any(|part| {
                part.as_os_str()
                    .to_str()
                    .is_some_and(|name| name.starts_with("tests"))
            });
            if is_test || path.extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            files += 1;
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\n").next().unwrap();
            let lines = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let told = lines.filter(|line| {
                words
                    .iter()
                    .any(|word| line.replace("DiskFile::create(", "").contains(word))
            });
            past.extend(told.map(|line| format!("{}: {}", path.display(), line.trim())));
        }
    }
    assert!(files > 400, "{files}");
    assert!(past.is_empty(), "{past:#?}");
}
