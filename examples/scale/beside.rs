//! Other programs that do the like, on the same file.

use super::{TIMES, make, own};
use std::ffi::OsStr;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tragaluz_tables::writers::convert::format_named;

/// What is compared: the format that is written (none: a profile), what duckdb is told, and how xan is called.
const TASKS: &[(&str, &str, &[&str])] = &[
    (
        "profile",
        "SUMMARIZE SELECT * FROM read_csv('FILE')",
        &["stats", "--all"],
    ),
    (
        "csv",
        "COPY (FROM read_csv('FILE')) TO 'OUT' (FORMAT csv)",
        &["input"],
    ),
    (
        "json",
        "COPY (FROM read_csv('FILE')) TO 'OUT' (FORMAT json, ARRAY true)",
        &["to", "json"],
    ),
    (
        "ndjson",
        "COPY (FROM read_csv('FILE')) TO 'OUT' (FORMAT json)",
        &["to", "ndjson"],
    ),
    (
        "xlsx",
        "LOAD excel; COPY (FROM read_csv('FILE')) TO 'OUT' (FORMAT xlsx, HEADER true)",
        &["to", "xlsx"],
    ),
    (
        "parquet",
        "COPY (FROM read_csv('FILE')) TO 'OUT' (FORMAT parquet, COMPRESSION zstd)",
        &[],
    ),
];

/// Seconds, processor seconds and MiB of a run; none where the program is not there or cannot do it.
type Run = Option<[f64; 3]>;

/// Prints the table, for files of so many MB.
pub(crate) fn compare(sizes: &[String]) {
    let folder = tempfile::tempdir_in(std::env::var_os("SCALE_DIR").unwrap_or_else(|| ".".into()))
        .expect("a folder");
    println!(
        "| MB | what | program | seconds | of the processor | peak MiB | times ours: seconds, processor |"
    );
    println!("|---|---|---|---|---|---|---|");
    for mb in sizes {
        let file = folder.path().join(format!("{mb}.csv"));
        make(&file, mb.parse().expect("a number of MB")).expect("room for the file");
        let out = folder.path().join("out");
        for (what, query, xan) in TASKS {
            if *what != "profile" && format_named(what).is_none() {
                continue;
            }
            let query = query
                .replace("FILE", &file.to_string_lossy())
                .replace("OUT", &out.to_string_lossy());
            // In turns, so that what else the machine does falls on all alike.
            let runs = (0..TIMES).map(|_| {
                [
                    ours(what, &file, &out),
                    duckdb(&query),
                    xan_run(xan, &file, &out),
                ]
            });
            let runs: Vec<[Run; 3]> = runs.collect();
            let of =
                |program: usize| median(runs.iter().filter_map(|turn| turn[program]).collect());
            let Some([wall, cpu, _]) = of(0) else {
                continue;
            };
            for (name, run) in ["tragaluz", "duckdb", "xan"]
                .iter()
                .zip([of(0), of(1), of(2)])
            {
                match run {
                    Some([w, c, peak]) => println!(
                        "| {mb} | {what} | {name} | {w:.2} | {c:.2} | {peak:.0} | {:.2}, {:.2} |",
                        w / wall,
                        c / cpu
                    ),
                    None => println!("| {mb} | {what} | {name} | – | – | – | – |"),
                }
            }
        }
        std::fs::remove_file(&file).expect("the file");
    }
}

fn median(mut runs: Vec<[f64; 3]>) -> Run {
    runs.sort_by(|a, b| a[0].total_cmp(&b[0]));
    runs.get(runs.len() / 2).copied()
}

fn ours(what: &str, file: &Path, out: &Path) -> Run {
    let to: [&OsStr; 4] = ["--to".as_ref(), what.as_ref(), file.as_ref(), out.as_ref()];
    let profile: [&OsStr; 2] = ["--profile".as_ref(), file.as_ref()];
    Some(if what == "profile" {
        own(&profile)
    } else {
        own(&to)
    })
}

fn duckdb(query: &str) -> Run {
    other(
        Command::new("duckdb")
            .args(["-c", query])
            .stdout(Stdio::null()),
    )
}

fn xan_run(args: &[&str], file: &Path, out: &Path) -> Run {
    let out = File::create(out).expect("room for the file");
    if args.is_empty() {
        None
    } else {
        other(Command::new("xan").args(args).arg(file).stdout(out))
    }
}

/// Runs another program.
fn other(command: &mut Command) -> Run {
    let before = children_seconds();
    let start = Instant::now();
    let mut child = command.stderr(Stdio::null()).spawn().ok()?;
    let mut peak: f64 = 0.0;
    let status = loop {
        peak = peak.max(peak_among(&child.id().to_string()));
        match child.try_wait().ok()? {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    let wall = start.elapsed().as_secs_f64();
    status
        .success()
        .then(|| [wall, children_seconds() - before, peak])
}

/// The most memory that a process held, or one that it started: a command may be a script that starts another.
fn peak_among(process: &str) -> f64 {
    let parent = format!("PPid:\t{process}\n");
    let ids = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|e| e.file_name().into_string().ok());
    let is_child = |id: &String| {
        std::fs::read_to_string(format!("/proc/{id}/status")).is_ok_and(|s| s.contains(&parent))
    };
    ids.filter(is_child)
        .map(|id| super::peak_of(&id))
        .fold(super::peak_of(process), f64::max)
}

/// Processor seconds of all processes that were waited for.
fn children_seconds() -> f64 {
    super::ticks(13)
}
