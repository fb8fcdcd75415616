//! A folder as a target, with the disk failing at every change to it.

use super::{Files, Office, assert_no_page_leads_nowhere, differing, paths};
use crate::driver::{Outcome, ended, files_below, tragaluz};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tragaluz_disk::trial::{VARIABLE, logged};

#[test]
fn only_what_changed_is_sent_and_what_others_put_there_stays() {
    let office = Office::new();
    let target = office.place("site");
    let to = target.to_str().unwrap();
    let first = office.told(to, &[]);
    assert_eq!(first["sent"].as_array().unwrap().len(), office.site().len());
    assert_eq!(files_below(&target), office.site());
    fs::write(target.join("CNAME"), "portal.example").unwrap();
    fs::write(target.join("datasets/visits/own.txt"), "own").unwrap();
    let before = office.site();
    office.edit();
    let after = office.site();
    let plan = office.told(to, &["--dry-run"]);
    assert_eq!(
        files_below(&target).len(),
        before.len() + 2,
        "nothing was done"
    );
    let told = office.told(to, &["--check"]);
    assert_eq!(plan["sent"], told["sent"]);
    assert_eq!(told["checked"], after.len());
    let mut sent = [
        paths(&told, "sent", "new"),
        paths(&told, "sent", "replaced"),
    ]
    .concat();
    sent.extend(paths(&told, "removed", "removed"));
    sent.sort();
    assert_eq!(sent, differing(&before, &after));
    let mut found = files_below(&target);
    for own in ["CNAME", "datasets/visits/own.txt"] {
        assert!(found.remove(own).is_some(), "{own}");
    }
    assert_eq!(differing(&found, &after), [""; 0]);
    let again = office.told(to, &[]);
    assert_eq!(again["same"], after.len());
    assert!(again["sent"].as_array().unwrap().is_empty());
}

#[test]
fn one_run_at_a_time_publishes_to_a_target() {
    let office = Office::new();
    let target = office.place("site");
    let to = target.to_str().unwrap();
    office.told(to, &[]);
    let locks = files_below(&office.portal.root().join(".tragaluz/publish"));
    let locks: Vec<&String> = locks
        .keys()
        .filter(|path| path.ends_with("/lock"))
        .collect();
    let [lock] = locks[..] else {
        panic!("{locks:?}");
    };
    let lock = office.portal.root().join(".tragaluz/publish").join(lock);
    let held = fs::File::open(lock).unwrap();
    held.lock().unwrap();
    office.edit();
    let before = files_below(&target);
    let refused = office.publish(to, &[]);
    refused.assert_code(2);
    assert!(
        refused.err.contains("Another run is publishing at"),
        "{}",
        refused.err
    );
    assert_eq!(files_below(&target), before);
    // Another target is none of its business.
    office.told(office.place("other").to_str().unwrap(), &[]);
    drop(held);
    office.told(to, &[]);
    assert_eq!(files_below(&target), office.site());
}

#[test]
fn published_addresses_are_written_down_once_they_are_there() {
    let office = Office::new();
    let list = office.portal.root().join("addresses.txt");
    assert!(!list.exists());
    office.publish("sftp://", &[]).assert_code(2);
    let target = office.place("site");
    office.told(target.to_str().unwrap(), &["--dry-run"]);
    assert!(!list.exists());
    let told = office.publish(target.to_str().unwrap(), &[]);
    assert!(!told.err.contains("addresses.txt"), "{}", told.err);
    let published = fs::read_to_string(&list).unwrap();
    // What `build --published` would have written.
    fs::remove_file(&list).unwrap();
    let words = ["build", "--as-of", "2026-11-30", "--published"];
    office.run(&words).assert_code(0);
    assert_eq!(published, fs::read_to_string(&list).unwrap());
    assert!(published.contains("datasets/requests/requests.csv\n"));
    // Somebody changed the list since the build: it is left alone, and that is said.
    office.edit();
    fs::write(&list, "elsewhere.html\n").unwrap();
    let told = office.publish(target.to_str().unwrap(), &[]);
    told.assert_code(0);
    assert!(told.err.contains("addresses.txt"), "{}", told.err);
    assert_eq!(fs::read_to_string(&list).unwrap(), "elsewhere.html\n");
}

#[test]
fn files_that_are_not_the_programs_are_not_written_over() {
    let office = Office::new();
    let target = office.place("site");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("index.html"), "the town's own page").unwrap();
    let to = target.to_str().unwrap();
    let refused = office.publish(to, &[]);
    refused.assert_code(2);
    assert!(refused.err.contains("--over"), "{}", refused.err);
    assert_eq!(files_below(&target).len(), 1);
    office.publish(to, &["--over"]).assert_code(0);
    assert_eq!(files_below(&target), office.site());
}

#[cfg(unix)]
#[test]
fn links_at_the_target_are_not_followed() {
    let office = Office::new();
    let (target, other) = (office.place("site"), office.place("other"));
    fs::create_dir_all(&other).unwrap();
    fs::create_dir_all(&target).unwrap();
    std::os::unix::fs::symlink(&other, target.join("datasets")).unwrap();
    let refused = office.publish(target.to_str().unwrap(), &["--over"]);
    refused.assert_code(2);
    assert!(files_below(&other).is_empty());
}

#[test]
fn a_file_that_was_changed_after_the_build_is_not_sent() {
    let office = Office::new();
    let page = office.portal.root().join("public/index.html");
    fs::write(page, "changed by hand").unwrap();
    let target = office.place("site");
    let refused = office.publish(target.to_str().unwrap(), &[]);
    refused.assert_code(2);
    assert!(refused.err.contains("index.html"), "{}", refused.err);
    assert!(!target.exists());
}

#[test]
fn what_differs_when_it_is_read_back_is_told_and_sent_again() {
    let office = Office::new();
    let target = office.place("site");
    let to = target.to_str().unwrap();
    office.publish(to, &["--check"]).assert_code(0);
    fs::write(target.join("index.html"), "damaged").unwrap();
    fs::remove_file(target.join("datasets/visits/visits.csv")).unwrap();
    let told = office.publish(to, &["--check"]);
    told.assert_code(1);
    assert!(
        told.err.contains("index.html") && told.err.contains("visits.csv"),
        "{}",
        told.err
    );
    let again = office.told(to, &["--check"]);
    assert_eq!(again["sent"].as_array().unwrap().len(), 2);
    assert_eq!(files_below(&target), office.site());
}

#[test]
fn the_site_before_is_brought_back() {
    let office = Office::new();
    let target = office.place("site");
    let to = target.to_str().unwrap();
    let nothing = office.publish(to, &["--back"]);
    nothing.assert_code(2);
    office.publish(to, &[]).assert_code(0);
    let before = office.site();
    office.edit();
    office.publish(to, &[]).assert_code(0);
    office.publish(to, &["--back"]).assert_code(0);
    assert_eq!(differing(&files_below(&target), &before), [""; 0]);
    // And forward again.
    office.publish(to, &["--back"]).assert_code(0);
    assert_eq!(differing(&files_below(&target), &office.site()), [""; 0]);
}

/// A disk on which an edited site is to be published over the former one.
struct Scene {
    base: tempfile::TempDir,
    old: Files,
    new: Files,
}

const OWN: [&str; 2] = ["CNAME", "datasets/visits/own.txt"];

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files_below(from) {
        let full = to.join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, bytes).unwrap();
    }
}

impl Scene {
    fn new() -> Scene {
        let office = Office::new();
        let base = tempfile::tempdir().unwrap();
        let site = base.path().join("site");
        office.publish(site.to_str().unwrap(), &[]).assert_code(0);
        let old = office.site();
        office.edit();
        copy(office.portal.root(), &base.path().join("portal"));
        for own in OWN {
            fs::write(site.join(own), own).unwrap();
        }
        // What the office kept of the folder is known by the folder's name, which is another one in each trial.
        fs::remove_dir_all(base.path().join("portal/.tragaluz")).unwrap();
        let new = office.site();
        Scene { base, old, new }
    }

    fn home(&self) -> tempfile::TempDir {
        let home = tempfile::tempdir_in("/dev/shm")
            .or_else(|_| tempfile::tempdir())
            .unwrap();
        copy(self.base.path(), home.path());
        fs::create_dir(home.path().join("tmp")).unwrap();
        home
    }

    fn publish(home: &Path, plan: &str) -> Outcome {
        let mut program = tragaluz();
        program
            .args(["publish", "../site", "--root", "portal"])
            .current_dir(home);
        program
            .env("TMPDIR", home.join("tmp"))
            .env("RAYON_NUM_THREADS", "1");
        ended(program.env(VARIABLE, plan))
    }

    /// Fails unless each file is the old one or the new one, and others' are as they were.
    fn assert_each_is_one(&self, home: &Path, what: &str) {
        let found = files_below(&home.join("site"));
        for own in OWN {
            assert_eq!(found[own], own.as_bytes(), "{what}");
        }
        for (path, bytes) in &found {
            let is_part = path.rsplit('/').next().unwrap().starts_with(".tragaluz-");
            let is_known = [&self.old, &self.new]
                .iter()
                .any(|site| site.get(path) == Some(bytes));
            assert!(
                is_known || is_part || OWN.contains(&&**path),
                "{what}: {path}"
            );
        }
        let lost = self.old.keys().filter(|path| self.new.contains_key(*path));
        let lost: Vec<&String> = lost.filter(|path| !found.contains_key(*path)).collect();
        assert!(lost.is_empty(), "{what}: {lost:?}");
        assert_no_page_leads_nowhere(&home.join("site"), what);
    }

    /// Fails unless the new site is there, and nothing else but what is others'.
    fn assert_new(&self, home: &Path, what: &str) {
        let mut found = files_below(&home.join("site"));
        for own in OWN {
            assert!(found.remove(own).is_some(), "{what}: {own}");
        }
        assert_eq!(differing(&found, &self.new), [""; 0], "{what}");
    }
}

#[test]
fn from_every_fault_of_the_disk_the_next_run_comes_to_the_same_end() {
    let scene = Scene::new();
    let home = scene.home();
    let log = home.path().join("log");
    Scene::publish(home.path(), &format!("log {}", log.display())).assert_code(0);
    scene.assert_new(home.path(), "undisturbed");
    let changes = logged(&log).unwrap();
    // Second names of the kept copy are made one like another: every eighth is tried.
    let is_tried = |at: usize| {
        let alike = at > 0 && changes[at].action == "Link" && changes[at - 1].action == "Link";
        !alike || at.is_multiple_of(8)
    };
    let tried: Vec<usize> = (0..changes.len()).filter(|at| is_tried(*at)).collect();
    let reasons: BTreeSet<String> = tried
        .par_iter()
        .map(|at| {
            let kind = ["fail", "die", "full"][at % 3];
            let home = scene.home();
            let what = format!(
                "{kind} {at} ({} {})",
                changes[*at].action,
                changes[*at].path.display()
            );
            let outcome = Scene::publish(home.path(), &format!("{kind} {at}"));
            assert!(!outcome.err.contains("panicked"), "{what}: {}", outcome.err);
            scene.assert_each_is_one(home.path(), &what);
            if outcome.code == Some(0) {
                scene.assert_new(home.path(), &what);
            }
            let again = Scene::publish(home.path(), "");
            assert_eq!(again.code, Some(0), "{what}, again: {}", again.err);
            scene.assert_new(home.path(), &format!("{what}, again"));
            format!("{kind} {:?}", outcome.code)
        })
        .collect();
    println!("{} of {} changes, {reasons:?}", tried.len(), changes.len());
    assert!(changes.len() > 60 && reasons.len() > 2, "{reasons:?}");
}
