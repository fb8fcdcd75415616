//! The scenes: a disk before a run, and what the run makes of it where nothing disturbs it.

use super::is_thorough;
use super::state::{Divided, State, Thing, difference, divided, make, state_of};
use crate::driver::{Outcome, ended, tragaluz};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tragaluz_disk::trial::{LoggedChange, VARIABLE, logged};

/// A disk before a run, the run, and the disk after it.
pub(super) struct Scene {
    pub(super) name: &'static str,
    /// Words of every plan: the kind of system.
    system: &'static str,
    arguments: Vec<&'static str>,
    /// Single files that the run replaces.
    singles: &'static [&'static str],
    base: tempfile::TempDir,
    pub(super) old_state: State,
    pub(super) old: Divided,
    pub(super) new: Divided,
}

/// A folder in which a run was tried, and how that ended.
pub(super) struct Trial {
    home: tempfile::TempDir,
    pub(super) outcome: Outcome,
}

const SETTINGS: &str = r#"
[portal]
title = "Open data"
description = "Open data of a town."
base_url = "https://portal.example/"
languages = ["en"]
[publisher]
name = "Town hall"
[contact]
name = "Transparency office"
email = "transparency@portal.example"
[licence]
name = "CC-BY-4.0"
title = "Creative Commons Attribution 4.0"
path = "https://creativecommons.org/licenses/by/4.0/"
[formats]
downloads = ["csv", "xlsx"]
[editions]
make = ["text", "epub"]
"#;

/// What of the settings makes a site small.
const LIGHT: &str = r#"[formats]
downloads = ["csv", "xlsx"]
[editions]
make = ["text", "epub"]
"#;

/// A folder, in memory where there is such a disk: nothing is tried that a disk has to keep.
pub(super) fn new_home() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}

fn dataset(title: &str) -> String {
    format!(
        "---\ntitle: {title}\nsummary: What was counted each month.\nkeywords: [counts]\nmodified: 2026-10-01\n---\n"
    )
}

pub(super) fn write(home: &Path, path: &str, text: &str) {
    let full = home.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

/// Writes a portal of a page and a dataset.
pub(super) fn portal(home: &Path) {
    fs::create_dir(home.join("tmp")).unwrap();
    write(home, "portal/tragaluz.toml", SETTINGS);
    write(
        home,
        "portal/content/index.md",
        "---\ntitle: Open data\n---\nHello.\n",
    );
    write(
        home,
        "portal/data/requests/dataset.md",
        &dataset("Requests"),
    );
    write(
        home,
        "portal/data/requests/requests.csv",
        "month,received\n2026-01,5\n2026-02,7\n",
    );
    if is_thorough() {
        write(home, "portal/tragaluz.toml", &SETTINGS.replace(LIGHT, ""));
    }
}

/// Adds a dataset of one file.
pub(super) fn add_dataset(home: &Path) {
    write(home, "portal/data/visits/dataset.md", &dataset("Visits"));
    write(
        home,
        "portal/data/visits/visits.csv",
        "month,visits\n2026-01,50\n2026-02,70\n",
    );
}

/// Puts into the output what people put there.
fn add_strangers(home: &Path) {
    for path in [
        "CNAME",
        ".git/HEAD",
        ".git/objects/ab/cd",
        "datasets/visits/notes.txt",
        "photo.png",
    ] {
        write(
            home,
            &format!("portal/public/{path}"),
            &format!("own {path}"),
        );
    }
    fs::create_dir_all(home.join("portal/public/empty/below")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("CNAME", home.join("portal/public/link")).unwrap();
}

/// Changes a page and a dataset, and takes the other dataset away.
pub(super) fn edit(home: &Path) {
    write(
        home,
        "portal/content/index.md",
        "---\ntitle: Open data\n---\nHello again.\n",
    );
    write(
        home,
        "portal/data/requests/requests.csv",
        "month,received\n2026-01,5\n2026-02,7\n2026-03,9\n",
    );
    write(
        home,
        "portal/data/requests/dataset.md",
        &dataset("Requests").replace("10-01", "11-01"),
    );
    fs::remove_dir_all(home.join("portal/data/visits")).unwrap();
}

const TABLE: &str = "portal/data/requests/requests.csv";

/// Writes a portal of one dataset with versions that have these rows.
fn released(home: &Path, versions: &[&str]) {
    portal(home);
    write(
        home,
        "portal/tragaluz.toml",
        &SETTINGS.replace(", \"xlsx\"", ""),
    );
    for rows in versions {
        write(home, TABLE, rows);
        run(home, &RELEASE, "").assert_code(0);
    }
}

pub(super) const BUILD: [&str; 6] = [
    "build",
    "--published",
    "--as-of",
    "2026-11-30",
    "--root",
    "portal",
];
const LEDGER: &[&str] = &["portal/data/requests/releases.jsonl"];
const RELEASE: [&str; 6] = [
    "release",
    "requests",
    "--as-of",
    "2026-11-30",
    "--root",
    "portal",
];
const TAKEDOWN: [&str; 4] = ["--reason", "takedown", "--where", "name=Ana Ruiz"];
const ADDRESSES: &[&str] = &["portal/addresses.txt"];
const CONVERTED: &[&str] = &["out.csv", "out.xlsx", "out.ods", "new.json"];

fn copy(from: &Path, to: &Path) {
    make(&state_of(from), to);
}

pub(super) fn run(home: &Path, arguments: &[&str], plan: &str) -> Outcome {
    let mut program: Command = tragaluz();
    program.args(arguments).current_dir(home);
    // One thread, so that the changes of every run come in one order.
    program
        .env("RAYON_NUM_THREADS", "1")
        .env("TMPDIR", home.join("tmp"));
    ended(program.env(VARIABLE, plan))
}

impl Scene {
    fn of(
        name: &'static str,
        system: &'static str,
        (arguments, singles): (&[&'static str], &'static [&'static str]),
        base: tempfile::TempDir,
    ) -> Scene {
        let mut scene = Scene {
            name,
            system,
            arguments: arguments.to_vec(),
            singles,
            old_state: state_of(base.path()),
            old: Divided::default(),
            new: Divided::default(),
            base,
        };
        scene.old = divided(&scene.old_state, singles);
        let home = scene.home();
        run(home.path(), &scene.arguments, system).assert_code(0);
        scene.new = divided(&state_of(home.path()), singles);
        assert!(scene.new.litter.is_empty() && scene.new.foreign == scene.old.foreign);
        scene
    }

    /// A build where there is nothing yet.
    pub(super) fn first_build() -> Scene {
        let base = new_home();
        portal(base.path());
        Scene::of("first build", "", (&BUILD, ADDRESSES), base)
    }

    /// A build after edits, with strangers in the output.
    pub(super) fn build_after_edits(system: &'static str) -> Scene {
        let base = new_home();
        portal(base.path());
        add_dataset(base.path());
        run(base.path(), &BUILD, "").assert_code(0);
        add_strangers(base.path());
        edit(base.path());
        let arguments = [&BUILD[..], &["--accept-addresses"]].concat();
        let name = if system.is_empty() {
            "build after edits"
        } else {
            "build after edits, without an exchange"
        };
        Scene::of(name, system, (&arguments, ADDRESSES), base)
    }

    /// The same, where an earlier run kept the output before the last one.
    pub(super) fn build_after_two(system: &'static str) -> Scene {
        let base = new_home();
        portal(base.path());
        run(base.path(), &BUILD, "").assert_code(0);
        add_dataset(base.path());
        run(base.path(), &BUILD, "").assert_code(0);
        assert!(
            base.path()
                .join("portal/.tragaluz/output/SHA256SUMS")
                .is_file()
        );
        add_strangers(base.path());
        edit(base.path());
        let arguments = [&BUILD[..], &["--accept-addresses"]].concat();
        let name = if system.is_empty() {
            "build after two"
        } else {
            "build after two, without an exchange"
        };
        Scene::of(name, system, (&arguments, ADDRESSES), base)
    }

    /// A build after one that was killed as soon as its output was in place: the old one is still there, under another name.
    pub(super) fn build_after_a_kill() -> Scene {
        let before = Scene::build_after_edits("");
        let changes = before.undisturbed();
        let swap = changes
            .iter()
            .position(|change| change.action == "Exchange")
            .unwrap();
        let killed = before.tried("die", swap + 1);
        assert_eq!(killed.outcome.code, None);
        Scene::of(
            "build after a kill",
            "",
            (&before.arguments, ADDRESSES),
            killed.home,
        )
    }

    /// A conversion to several files, of which all but one are there.
    pub(super) fn conversion() -> Scene {
        let base = new_home();
        fs::create_dir(base.path().join("tmp")).unwrap();
        write(
            base.path(),
            "in.csv",
            "month;received\n01/02/2026;1.250,5\n01/03/2026;7\n",
        );
        for name in ["out.csv", "out.xlsx", "out.ods"] {
            write(base.path(), name, "what was there before");
        }
        let arguments = [&["convert", "--force", "in.csv"], CONVERTED].concat();
        Scene::of("conversion", "", (&arguments, CONVERTED), base)
    }

    /// A release of a dataset that changed since the one before.
    pub(super) fn release() -> Scene {
        let base = new_home();
        released(base.path(), &["month,name\n1,Uno\n"]);
        write(base.path(), TABLE, "month,name\n1,Uno\n2,Dos\n");
        Scene::of("release", "", (&RELEASE, LEDGER), base)
    }

    /// A takedown of what two of three versions hold, and a change told of.
    pub(super) fn takedown() -> Scene {
        let base = new_home();
        let ana = "month,name\n1,Uno\n2,Ana Ruiz\n";
        released(base.path(), &[ana, &ana.replace("Uno", "Un")]);
        write(base.path(), TABLE, "month,name\n1,Un\n");
        run(base.path(), &RELEASE, "").assert_code(0);
        let arguments = [&RELEASE[..], &TAKEDOWN].concat();
        Scene::of("takedown", "", (&arguments, LEDGER), base)
    }

    /// A copy of the disk before the run.
    fn home(&self) -> tempfile::TempDir {
        let home = new_home();
        copy(self.base.path(), home.path());
        home
    }

    /// Runs it to its end, twice, and returns every change that it makes; each is the same both times.
    pub(super) fn undisturbed(&self) -> Vec<LoggedChange> {
        let told = || {
            let home = self.home();
            let logs = new_home();
            let log = logs.path().join("log");
            let plan = format!("{} log {}", self.system, log.display());
            run(home.path(), &self.arguments, plan.trim()).assert_code(0);
            let mut changes = logged(&log).unwrap();
            for change in &mut changes {
                for path in [&mut change.path, &mut change.to] {
                    *path = path.strip_prefix(home.path()).unwrap_or(path).to_owned();
                }
            }
            changes
        };
        let (one, other) = (told(), told());
        let actions = |changes: &[LoggedChange]| -> Vec<(String, Option<PathBuf>)> {
            let of = |change: &LoggedChange| {
                (
                    change.action.clone(),
                    change.path.file_name().map(PathBuf::from),
                )
            };
            changes
                .iter()
                .map(of)
                .map(|(action, name)| {
                    (
                        action,
                        name.filter(|name| !name.to_string_lossy().starts_with(['.', 't'])),
                    )
                })
                .collect()
        };
        assert_eq!(
            actions(&one),
            actions(&other),
            "the order of changes is always the same"
        );
        one
    }

    /// Tries it with a plan in a folder of its own.
    pub(super) fn tried(&self, kind: &str, at: usize) -> Trial {
        let home = self.home();
        let plan = format!("{} {kind} {at}", self.system);
        let outcome = run(home.path(), &self.arguments, plan.trim());
        Trial { home, outcome }
    }

    /// Runs it on a disk that is in this state.
    pub(super) fn run_on(&self, state: &State) -> Trial {
        let home = new_home();
        make(state, home.path());
        let outcome = run(home.path(), &self.arguments, self.system);
        Trial { home, outcome }
    }

    /// Fails unless the last good site or the new one is there, whole, and nothing else was touched. Returns which.
    #[track_caller]
    pub(super) fn assert_whole(&self, state: &State, what: &str) -> &'static str {
        let found = divided(state, self.singles);
        assert!(
            found.foreign == self.old.foreign,
            "{what}: {}",
            difference(&found.foreign, &self.old.foreign)
        );
        for single in self.singles {
            let thing = found.singles.get(*single);
            let is_one = [&self.old, &self.new]
                .iter()
                .any(|known| known.singles.get(*single) == thing);
            assert!(
                is_one,
                "{what}: {single} is neither the old one nor the new one: {thing:?}"
            );
        }
        self.assert_versions(&found, what);
        let site = found.site.as_ref().or(found.aside.as_ref());
        if site == self.new.site.as_ref() && found.singles == self.new.singles {
            "new"
        } else if site == self.old.site.as_ref() {
            if found.site.is_none() && found.aside.is_some() {
                "old, aside"
            } else {
                "old"
            }
        } else if site == self.new.site.as_ref() {
            "new, and not all of the single files"
        } else {
            let none = State::new();
            let site = site.unwrap_or(&none);
            let [old, new] = [&self.old, &self.new]
                .map(|known| difference(site, known.site.as_ref().unwrap_or(&none)));
            panic!("{what}: neither the old site nor the new one\n== old: {old}\n== new: {new}")
        }
    }

    /// Fails unless every file is there that the ledger names, and no other one than those before the run and after it.
    #[track_caller]
    fn assert_versions(&self, found: &Divided, what: &str) {
        let named = if found.singles == self.new.singles {
            &self.new.versions
        } else {
            &self.old.versions
        };
        let is_there = |(path, thing): (&String, &Thing)| found.versions.get(path) == Some(thing);
        assert!(
            named.iter().all(is_there),
            "{what}: {}",
            difference(&found.versions, named)
        );
        for (path, thing) in &found.versions {
            let known = [&self.old, &self.new].map(|known| known.versions.get(path));
            assert!(known.contains(&Some(thing)), "{what}: {path} is no version");
        }
    }

    /// Fails unless this is what a run makes that nothing disturbed, with nothing lying about.
    #[track_caller]
    pub(super) fn assert_new(&self, trial: &Trial, what: &str) {
        assert_eq!(
            trial.outcome.code,
            Some(0),
            "{what}: {}",
            trial.outcome.said()
        );
        let state = trial.state();
        assert_eq!(self.assert_whole(&state, what), "new", "{what}");
        let found = divided(&state, self.singles);
        assert!(
            found.versions == self.new.versions,
            "{what}: {}",
            difference(&found.versions, &self.new.versions)
        );
        assert!(
            found.litter.is_empty() && found.aside.is_none(),
            "{what}: {:?} is left",
            found.litter
        );
    }

    /// What lies about after a trial.
    pub(super) fn litter(&self, state: &State) -> BTreeSet<String> {
        divided(state, self.singles).litter
    }

    /// Runs it again where a trial was.
    pub(super) fn again(&self, trial: Trial) -> Trial {
        let outcome = run(trial.home.path(), &self.arguments, self.system);
        Trial { outcome, ..trial }
    }
}

impl Trial {
    pub(super) fn state(&self) -> State {
        state_of(self.home.path())
    }
}
