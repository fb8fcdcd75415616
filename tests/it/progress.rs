//! How far long work has come: shown at a terminal, never on a pipe; and how much is said at all (`-q`, `-v`).

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{Portal, Tool, ended, program_of, require, tragaluz};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs a program at a terminal of its own, at which `TYPED` is typed, and writes all that is seen there.
pub(crate) const AT_A_TERMINAL: &str = "
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
os.write(terminal, os.environb.get(b'TYPED', b''))
while True:
    try:
        said = os.read(terminal, 65536)
    except OSError:
        break
    if not said:
        break
    sys.stdout.buffer.write(said)
os.waitpid(pid, 0)
";

/// A table that takes seconds in a program without optimisation.
fn large_table(folder: &Path) {
    let rows: String = (0..400_000)
        .map(|n| format!("{n},Lugar {},2024-01-0{}\n", n % 500, n % 9 + 1))
        .collect();
    fs::write(folder.join("obras.csv"), format!("id,lugar,fecha\n{rows}")).unwrap();
}

#[test]
fn a_terminal_sees_a_large_file_move_and_a_pipe_sees_nothing() {
    let home = tempfile::tempdir().unwrap();
    large_table(home.path());
    let args = ["convert", "obras.csv", "obras.json"];
    let piped = ended(tragaluz().args(args).current_dir(home.path()));
    piped.assert_code(0);
    assert_eq!(piped.err, "400000 rows written to obras.json\n");
    let Some(python) = require(
        Tool::PYTHON,
        program_of(None, "python3").filter(|_| cfg!(unix)),
    ) else {
        return;
    };
    let at_terminal = |more: &[&str]| {
        let mut command = Command::new(&python);
        command.args(["-c", AT_A_TERMINAL, env!("CARGO_BIN_EXE_tragaluz")]);
        command
            .args(["--lang", "es"])
            .args(more)
            .args(args)
            .arg("--force");
        command
            .env("TERM", "xterm")
            .env("COLUMNS", "100")
            .current_dir(home.path());
        ended(&mut command).out
    };
    let shown = at_terminal(&[]);
    // It moves: many looks at the same file, with a rate; and in the second reading with a share.
    let looks = shown.matches("Se lee obras.csv:").count();
    assert!(looks >= 3, "{looks}: {shown}");
    assert!(shown.contains("por segundo)"), "{shown}");
    assert!(shown.contains(" %, "), "{shown}");
    // What was done is said last, on a line from which all that is gone.
    let end = shown.rsplit('\u{1b}').next().unwrap_or_default();
    assert!(end.contains("400000 filas escritas"), "{end:?}");
    let quiet = at_terminal(&["-q"]);
    assert_eq!(quiet, "");
    // So does a copy without personal data: of a table, and of a text that is none.
    let table = fs::read_to_string(home.path().join("obras.csv")).unwrap();
    let lines: String = table.split_inclusive('\n').take(30_000).collect();
    let objects = vec!["{\"lugar\": \"Lugar 1\"}"; 30_000].join(",");
    for (name, text) in [
        ("parte.csv", &lines),
        ("parte.json", &format!("[{objects}]")),
        ("parte.md", &lines),
    ] {
        fs::write(home.path().join(name), text).unwrap();
        let shown = redacted(&python, home.path(), name);
        let is_shown = shown.contains("Se lee parte.") && shown.contains("por segundo)");
        assert!(is_shown && !shown.contains(".tragaluz-"), "{name}: {shown}");
    }
}

/// Returns what is seen at a terminal while a copy of a file is written.
fn redacted(python: &Path, folder: &Path, name: &str) -> String {
    let mut command = Command::new(python);
    command.args(["-c", AT_A_TERMINAL, env!("CARGO_BIN_EXE_tragaluz")]);
    command.args(["--lang", "es", "redact", name]);
    command.env("TERM", "xterm").env("COLUMNS", "100");
    ended(command.current_dir(folder)).out
}

#[test]
fn the_quiet_say_what_is_wrong_alone_and_the_verbose_each_stage() {
    let portal = Portal::new()
        .file("content/acerca.md", "---\ntitle: Acerca\n---\nTexto.\n")
        .file("data/gasto/gasto.csv", "a,b\n1,2\n");
    let run = |args: &[&str]| {
        let outcome = ended(tragaluz().args(args).current_dir(portal.root()));
        outcome.assert_code(0);
        outcome
    };
    let usual = run(&["build", "--no-cache"]);
    assert!(usual.out.starts_with("Built "), "{}", usual.out);
    let quiet = run(&["build", "--no-cache", "--quiet"]);
    assert_eq!(quiet.out, "");
    assert_eq!(quiet.err, usual.err, "findings are said all the same");
    let verbose = run(&["-v", "build", "--no-cache"]);
    assert_eq!(verbose.out, usual.out);
    let stages: Vec<&str> = verbose
        .err
        .lines()
        .filter(|line| line.contains(" s  "))
        .collect();
    assert!(
        stages
            .iter()
            .any(|line| line.ends_with("pages: Making the pages")),
        "{stages:?}"
    );
    // What was asked for is no remark on what was done.
    let profile = run(&["profile", "-q", "data/gasto/gasto.csv"]);
    assert!(profile.out.contains("integer"), "{}", profile.out);
}
