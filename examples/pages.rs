//! Speed and memory of whole portals: `cargo run --release --example pages [PAGES …]`.
//!
//! Makes portals of these sizes (100, 1,000 and 10,000 commitments where none is said; a table of 1,000 rows for each
//! hundred, at least three), the same in every run, and prints what these take: a build of everything anew, the same
//! without what other generators do not write (text editions aside: no formats but CSV, no search, no editions), a build of
//! which nothing changed, and one of which the text of one page did. Where `hugo` is on the PATH it builds a site of the
//! same texts, lists, groupings, feeds and CSV files in the same turns, and ratios are printed. Each measurement is a
//! process of its own. `-- --build FOLDER --timings` and `-- --again FOLDER --timings` build one portal, and say how long each
//! stage took.

#![allow(
    clippy::disallowed_methods,
    reason = "an example that measures, with files of its own"
)]

#[path = "pages/corpus.rs"]
mod corpus;
#[path = "pages/hugo.rs"]
mod hugo;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use tragaluz::cache::CacheKey;
use tragaluz::site::audit::Weighing;
use tragaluz::timing::Timings;
use tragaluz::{Options, Sink};

/// Measurements of each kind, of which the median is shown.
const TIMES: usize = 3;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        Some("--build") => build(Path::new(&args[1]), None),
        Some("--make") => {
            let pages = args[2].parse().expect("a number of pages");
            corpus::portal(
                Path::new(&args[1]),
                pages,
                (pages / 100).max(3),
                args.len() == 3,
            );
        }
        Some("--make-hugo") => {
            let pages = args[2].parse().expect("a number of pages");
            hugo::site(Path::new(&args[1]), pages, (pages / 100).max(3));
        }
        Some("--edit") => edit(Path::new(&args[1])),
        Some("--again") => build(Path::new(&args[1]), Some(CacheKey::of(&[b"pages"]))),
        _ => compare(&args),
    }
}

/// Builds a portal, and prints what it took.
fn build(root: &Path, program: Option<CacheKey>) {
    let start = Instant::now();
    let mut sink = Sink::new();
    let is_told = std::env::args().any(|arg| arg == "--timings");
    let timings = if is_told {
        Timings::on()
    } else {
        Timings::default()
    };
    let (site, held) = tragaluz::build_or_repeat(
        root,
        &Options {
            program,
            weighing: Weighing::Roughly,
            timings: timings.clone(),
            ..Options::default()
        },
        &mut sink,
    )
    .expect("a portal");
    assert!(!site.manifest.is_empty(), "nothing is wrong in it");
    // As the program does.
    if let Some(held) = held {
        held.let_go();
    }
    println!("{:.3}", start.elapsed().as_secs_f64());
    for stage in timings.report().stages {
        println!("{:8.3} {}", stage.time.as_secs_f64(), stage.name);
    }
}

/// Builds a portal and holds it, edits the text of one page a few times, and prints the milliseconds until it is made.
fn edit(root: &Path) {
    let (_, mut held) =
        tragaluz::build_and_hold(root, &Options::default(), &mut Sink::new()).expect("a portal");
    let mut all = Vec::new();
    for turn in 0..9 {
        let edited = corpus::change(root, turn);
        let start = Instant::now();
        assert!(
            held.take_in(std::slice::from_ref(&edited)),
            "a page that was there"
        );
        let taken = start.elapsed();
        let page = held
            .page(&edited.replacen("content/", "", 1).replace(".md", ".html"))
            .expect("its page");
        assert!(page.contains(&corpus::changed(turn)), "what was written");
        all.push((start.elapsed(), taken));
    }
    all.sort();
    let (made, taken) = all[all.len() / 2];
    println!(
        "taken in after {:.1} ms, made after {:.1} ms",
        taken.as_secs_f64() * 1e3,
        made.as_secs_f64() * 1e3
    );
}

/// Prints the table.
fn compare(sizes: &[String]) {
    let asked = sizes.iter().map(|n| n.parse().expect("a number of pages"));
    let sizes: Vec<usize> = if sizes.is_empty() {
        vec![100, 1_000, 10_000]
    } else {
        asked.collect()
    };
    let folder = tempfile::tempdir_in(std::env::var_os("SCALE_DIR").unwrap_or_else(|| ".".into()))
        .expect("a folder");
    let hugo = Command::new("hugo")
        .arg("version")
        .stdout(Stdio::null())
        .status()
        .is_ok_and(|s| s.success());
    println!(
        "| commitments | what | seconds | processor s | peak MiB | times hugo |\n|---|---|---|---|---|---|"
    );
    for pages in sizes {
        let tables = (pages / 100).max(3);
        let [lean, whole, peer] =
            ["lean", "whole", "hugo"].map(|name| folder.path().join(format!("{pages}-{name}")));
        corpus::portal(&lean, pages, tables, true);
        corpus::portal(&whole, pages, tables, false);
        hugo::site(&peer, pages, tables);
        let row = |what: &str, own: [f64; 3], against: Option<f64>| {
            let ratio = against.map_or_else(String::new, |other| format!("{:.1}", own[0] / other));
            println!(
                "| {pages} | {what} | {:.2} | {:.2} | {:.0} | {ratio} |",
                own[0], own[1], own[2]
            );
        };
        let other = hugo
            .then(|| median(|| measured(Command::new("hugo").arg("--quiet").arg("-s").arg(&peer))));
        if let Some(other) = other {
            row("hugo", other, None);
        }
        let against = other.map(|other| other[0]);
        row(
            "the like",
            median(|| measured(&mut own("--build", &lean))),
            against,
        );
        measured(&mut own("--again", &lean));
        row(
            "again, nothing changed",
            median(|| measured(&mut own("--again", &lean))),
            against,
        );
        let mut turn = 0;
        let one_changed = || {
            turn += 1;
            corpus::change(&lean, turn);
            measured(&mut own("--again", &lean))
        };
        row("again, one page changed", median(one_changed), against);
        row(
            "everything",
            median(|| measured(&mut own("--build", &whole))),
            None,
        );
        for site in [lean, whole, peer] {
            std::fs::remove_dir_all(site).expect("the site");
        }
    }
}

fn own(what: &str, root: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.arg(what).arg(root);
    command
}

/// The run with the middle time.
fn median(run: impl FnMut() -> [f64; 3]) -> [f64; 3] {
    let mut runs: Vec<[f64; 3]> = std::iter::repeat_with(run).take(TIMES).collect();
    runs.sort_by(|a, b| a[0].total_cmp(&b[0]));
    runs[TIMES / 2]
}

/// Seconds on the clock, processor seconds and the most MiB of a process, by GNU's `time`.
fn measured(command: &mut Command) -> [f64; 3] {
    let mut timed = Command::new("/usr/bin/time");
    timed
        .args(["-f", "%e %U %S %M"])
        .arg(command.get_program())
        .args(command.get_args());
    let output = timed.stdout(Stdio::null()).output().expect("GNU time");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    let last = said.lines().last().unwrap_or_default();
    let numbers: Vec<f64> = last
        .split_whitespace()
        .filter_map(|n| n.parse().ok())
        .collect();
    let [wall, user, system, kib] = numbers[..] else {
        panic!("{said}")
    };
    [wall, user + system, kib / 1024.0]
}
