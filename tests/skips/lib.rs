//! The list of tests that were skipped for lack of a tool: noted by the tests, read by `last.rs`.
//!
//! The test runner shows nothing that a passing test prints, and counts one that returned early as passed. So each skip
//! is noted in a file of the target folder, which a last target reads, prints as one line and removes. It is a package
//! of its own because Cargo runs packages in the order of their names, and this one's is the last.

#![forbid(unsafe_code)]
#![allow(
    clippy::disallowed_methods,
    reason = "notes are written by tests, outside of any portal"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Returns the file of this run of Cargo, in the target's folder for temporary files. Cargo's process started the tests
/// and will start the reader, so its number tells notes of this run from those of an earlier one whose reader was not
/// run (`cargo test --test it`).
fn notes(folder: &Path) -> PathBuf {
    #[cfg(unix)]
    let run = std::os::unix::process::parent_id();
    #[cfg(not(unix))]
    let run = "run";
    folder.join(format!("skipped-{run}.txt"))
}

/// Notes that a test was skipped, why, and what to do about it.
pub fn note(folder: &Path, test: &str, tool: &str, remedy: &str) {
    let line = format!("{test}\t{tool}\t{remedy}\n");
    let mut options = fs::OpenOptions::new();
    let file = options.create(true).append(true).open(notes(folder));
    // One call for the whole line, so that tests side by side do not mix theirs. A note that cannot be written is no
    // reason to fail the test.
    let _ = file.and_then(|mut file| file.write_all(line.as_bytes()));
}

/// A tool that was absent.
#[derive(Debug, PartialEq, Eq)]
pub struct Absent {
    /// Its name.
    pub tool: String,
    /// How to get it.
    pub remedy: String,
    /// The tests that were skipped, each once.
    pub tests: Vec<String>,
}

/// Takes the notes of this run: reads and removes them.
pub fn take(folder: &Path) -> Vec<Absent> {
    let notes = notes(folder);
    let text = fs::read_to_string(&notes).unwrap_or_default();
    let _ = fs::remove_file(notes);
    by_tool(&text)
}

fn by_tool(text: &str) -> Vec<Absent> {
    let mut all: Vec<Absent> = Vec::new();
    for line in text.lines() {
        let mut parts = line.split('\t').map(str::to_owned);
        let [Some(test), Some(tool), Some(remedy)] = [(); 3].map(|()| parts.next()) else {
            continue;
        };
        let known = all.iter_mut().find(|absent| absent.tool == tool);
        match known {
            Some(absent) if absent.tests.contains(&test) => {}
            Some(absent) => absent.tests.push(test),
            None => all.push(Absent {
                tool,
                remedy,
                tests: vec![test],
            }),
        }
    }
    all
}

/// Says in one line how many tests were skipped for lack of what, and how to get it; `None` where none was.
pub fn summary(absent: &[Absent]) -> Option<String> {
    let tests: std::collections::BTreeSet<&String> =
        absent.iter().flat_map(|absent| &absent.tests).collect();
    let tools: Vec<String> = absent
        .iter()
        .map(|a| format!("{} ({}; {})", a.tool, a.tests.len(), a.remedy))
        .collect();
    (!tests.is_empty()).then(|| {
        format!(
            "SKIPPED: {} tests passed without running, or ran in part, for lack of {}. On Debian, .ci/run installs all of it.",
            tests.len(),
            tools.join(", ")
        )
    })
}

#[test]
fn notes_are_read_once() {
    let folder = std::env::temp_dir().join(format!("tragaluz-untested-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    note(&folder, "a", "Java", "get it");
    assert_eq!(take(&folder).len(), 1);
    assert_eq!(take(&folder), []);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn skips_are_counted_once_and_say_what_is_absent() {
    let text =
        "a\tJava\tget it\na\tJava\tget it\nb\tJava\tget it\nb\tNode\tinstall it\nhalf a line";
    let absent = by_tool(text);
    assert_eq!(absent[0].tests, ["a", "b"]);
    let line = summary(&absent).unwrap();
    assert!(line.starts_with("SKIPPED: 2 tests"), "{line}");
    assert!(
        line.contains("Java (2; get it), Node (1; install it)"),
        "{line}"
    );
    assert_eq!(summary(&[]), None);
}
