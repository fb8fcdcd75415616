//! Builds again that are killed at any moment, with files of somebody else in the output: one of both sites is there each time,
//! whole by its own list, and what is not the program's is as it was: files in the output, and folders there or, for the moment in
//! which they are moved, in the old one beside it, from where the next start moves them.
//!
//! `TRAGALUZ_KILLS=200 cargo test --test it kills::` kills more of them.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files, and reads how much it is to do"
)]

use crate::driver::{Dice, Portal, files_below, tragaluz};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const OWN: [&str; 4] = [".git/HEAD", "CNAME", "commitments/own.txt", "own/a"];

fn portal() -> Portal {
    let portal = Portal::new()
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file("data/obras/obras.csv", "clave,monto\n01,5\n02,6\n");
    edit(&portal, 0);
    portal
}

/// Changes a page, and lets others come and go.
fn edit(portal: &Portal, turn: usize) {
    let commitment = |id: usize| format!("content/commitments/c{id}.md");
    for id in 0..6 {
        let text = format!(
            "---\ntitle: Compromiso {id}\n---\nTexto {}.\n",
            turn * usize::from(id == 0)
        );
        portal.write(&commitment(id), text.as_bytes());
    }
    fs::remove_file(portal.root().join(commitment(1 + turn % 5))).unwrap();
}

fn build(portal: &Portal) -> Command {
    let mut program = tragaluz();
    program.args(["build", "--accept-addresses", "--root"]);
    program
        .arg(portal.root())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    program
}

/// The files of the output without those of somebody else, which are as they were.
fn site(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files_below(out);
    for own in OWN {
        assert_eq!(files.remove(own).as_deref(), Some(own.as_bytes()), "{own}");
    }
    files
}

/// The same after a kill: each folder of somebody else is in one place, as it was.
fn site_after_a_kill(out: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files_below(out);
    let beside = |own: &str| {
        let folders = fs::read_dir(out.parent().unwrap()).unwrap();
        let folders = folders.map(|entry| entry.unwrap());
        let old = folders.filter(|entry| is_staging(&entry.file_name().to_string_lossy()));
        let texts: Vec<Vec<u8>> = old
            .filter_map(|entry| fs::read(entry.path().join(own)).ok())
            .collect();
        texts
    };
    for own in OWN {
        let is_moved = own.starts_with(".git/") || own.starts_with("own/");
        let (there, others) = (files.remove(own), beside(own));
        let all: Vec<&Vec<u8>> = there.iter().chain(&others).collect();
        assert!(all.iter().all(|text| **text == own.as_bytes()), "{own}");
        assert!(there.is_some() || is_moved, "{own} is away");
        assert!(
            !is_moved || all.len() == 1,
            "{own} is in {} places",
            all.len()
        );
    }
    files
}

/// Whether a name is that of a folder in which an output is made, or what it took the place of is.
fn is_staging(name: &str) -> bool {
    name.starts_with(".public.new-") && !name.ends_with(".lock")
}

/// Fails unless every file is that of the output's list.
fn assert_whole(site: &BTreeMap<String, Vec<u8>>) {
    let sums = String::from_utf8(site["SHA256SUMS"].clone()).unwrap();
    let listed: BTreeMap<&str, &str> = sums
        .lines()
        .map(|line| line.split_once("  ").unwrap())
        .map(|(sum, path)| (path, sum))
        .collect();
    assert_eq!(
        listed.len() + 2,
        site.len(),
        "its list and its marker are not on it"
    );
    for (path, sum) in listed {
        let hash = Sha256::digest(&site[path]);
        let found: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, sum, "{path}");
    }
}

/// Whether a run has come to putting its output into its place.
fn is_publishing(root: &Path) -> bool {
    let entries = fs::read_dir(root).unwrap().filter_map(Result::ok);
    let mut folders = entries.filter(|entry| {
        entry
            .file_name()
            .to_string_lossy()
            .starts_with(".public.new-")
    });
    folders.any(|folder| folder.path().join("SHA256SUMS").exists())
}

/// Runs a build and kills it after a while, or shortly after it began to publish.
fn killed(portal: &Portal, dice: &mut Dice, usual: Duration) {
    let mut running = build(portal).spawn().unwrap();
    let is_late = dice.roll(2) == 0;
    let until = Instant::now() + usual * u32::try_from(dice.roll(120)).unwrap() / 100;
    while is_late && running.try_wait().unwrap().is_none() && !is_publishing(portal.root()) {
        std::thread::sleep(Duration::from_micros(200));
    }
    let wait = if is_late {
        Duration::from_micros(dice.roll(15_000) as u64)
    } else {
        until.saturating_duration_since(Instant::now())
    };
    std::thread::sleep(wait);
    let _ = running.kill();
    running.wait().unwrap();
}

fn kills() -> usize {
    let said = std::env::var("TRAGALUZ_KILLS").ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(10)
}

#[test]
fn a_build_that_is_killed_leaves_one_whole_site_and_what_is_not_its_own() {
    let (portal, mut dice) = (portal(), Dice::new(20));
    let out = portal.root().join("public");
    assert!(build(&portal).status().unwrap().success());
    for own in OWN {
        portal.write(&format!("public/{own}"), own.as_bytes());
    }
    let start = Instant::now();
    assert!(build(&portal).status().unwrap().success());
    let usual = start.elapsed();
    let (mut stands, mut seen) = (site(&out), [0, 0]);
    for turn in 1..=kills() {
        edit(&portal, turn);
        killed(&portal, &mut dice, usual);
        let now = site_after_a_kill(&out);
        assert_whole(&now);
        seen[usize::from(now != stands)] += 1;
        // What was killed is made whole now and then, so that there is something to bring up to date.
        if dice.roll(3) == 0 {
            assert!(build(&portal).status().unwrap().success());
        }
        stands = site_after_a_kill(&out);
    }
    println!("the old site {} times, the new one {}", seen[0], seen[1]);
    assert!(build(&portal).status().unwrap().success());
    let last = site(&out);
    fs::remove_dir_all(portal.root().join(".tragaluz")).unwrap();
    fs::remove_dir_all(&out).unwrap();
    assert!(build(&portal).status().unwrap().success());
    assert_eq!(
        last.keys().collect::<Vec<_>>(),
        files_below(&out).keys().collect::<Vec<_>>()
    );
    assert!(last == files_below(&out));
    let left = fs::read_dir(portal.root()).unwrap().filter_map(Result::ok);
    let litter = left.filter(|entry| entry.file_name().to_string_lossy().starts_with(".public"));
    assert_eq!(litter.count(), 0);
}
