//! Sessions at a console: each file under `tests/cli/` is run and compared, line by line.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{ended, tragaluz};
use std::io::Read;
use std::process::Stdio;

#[test]
fn sessions() {
    trycmd::TestCases::new()
        .env("LC_ALL", "en_US.UTF-8")
        .env("NO_COLOR", "1")
        .case("tests/cli/*.md");
}

/// Bytes, requests and seconds of each page, for people and programs; a page that is too heavy is a failure.
#[test]
fn pages_are_weighed() {
    let home = tempfile::tempdir().unwrap();
    let settings = "[portal]\ntitle = \"P\"\nlanguages = [\"en\"]\n";
    std::fs::create_dir(home.path().join("content")).unwrap();
    std::fs::write(
        home.path().join("content/index.md"),
        "---\ntitle: Home\n---\nText.\n",
    )
    .unwrap();
    let weigh = |more: &str, format: &str| {
        std::fs::write(
            home.path().join("tragaluz.toml"),
            format!("{settings}{more}"),
        )
        .unwrap();
        let root = ["--root".as_ref(), home.path().as_os_str()];
        let ended = ended(
            tragaluz()
                .arg("weigh")
                .args(root)
                .args(["--format", format]),
        );
        (ended.code.unwrap(), ended.out)
    };
    let (code, said) = weigh("", "json");
    let pages: Vec<serde_json::Value> = serde_json::from_str(&said).unwrap();
    let first = pages
        .iter()
        .find(|page| page["path"] == "index.html")
        .unwrap();
    let number = |field: &str| first[field].as_u64().unwrap();
    assert!(
        (500..=number("limit")).contains(&number("bytes")),
        "{first}"
    );
    assert_eq!((code, number("requests")), (0, 1));
    let seconds = first["seconds"].as_object().unwrap();
    assert!(
        seconds.len() == 3 && seconds.values().all(|s| s.as_f64().unwrap() > 0.0),
        "{first}"
    );
    let (code, said) = weigh("", "text");
    assert!(
        code == 0
            && said
                .lines()
                .any(|line| line.ends_with(" index.html") && line.matches(" s ").count() == 3),
        "{said}"
    );
    let small = "[budgets.\"index.html\"]\nbytes = 300\nreason = \"None.\"\n";
    assert_eq!(weigh(small, "json").0, 1);
}

/// Whoever reads may have had enough, as in `| head -1`.
#[test]
fn a_closed_pipe_is_no_fault() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("many.csv");
    let rows: String = (0..60_000).map(|n| format!("{n},a word\n")).collect();
    std::fs::write(&file, format!("number,word\n{rows}")).unwrap();
    for format in ["csv", "json", "xlsx"] {
        let mut program = tragaluz();
        program
            .arg("convert")
            .arg(&file)
            .args(["-", "--to", format]);
        let mut running = program
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0];
        running
            .stdout
            .take()
            .unwrap()
            .read_exact(&mut first)
            .unwrap();
        let ended = running.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{format}");
        assert!(ended.status.success(), "{format}: {}", ended.status);
    }
}

/// A table is read once for as many files as are asked for, each as it is when it is asked for alone.
#[test]
fn several_files_in_one_go() {
    let home = tempfile::tempdir().unwrap();
    let rows: String = (0..5_000)
        .map(|n| format!("{n};{},5;añ\"o\n", n % 90))
        .collect();
    std::fs::write(home.path().join("in.csv"), format!("id;n;word\n{rows}")).unwrap();
    let convert = |outs: &[&str]| {
        let mut program = tragaluz();
        program
            .current_dir(home.path())
            .arg("convert")
            .arg("in.csv");
        program.args(outs).output().unwrap()
    };
    let read = |name: &str| std::fs::read(home.path().join(name)).unwrap();
    for name in ["a.csv", "a.json", "a.ndjson"] {
        assert!(convert(&[name]).status.success());
    }
    let told = convert(&["b.csv", "b.json", "b.ndjson"]);
    assert!(told.status.success());
    assert_eq!(
        String::from_utf8_lossy(&told.stderr)
            .matches("rows written")
            .count(),
        3
    );
    for ending in ["csv", "json", "ndjson"] {
        assert_eq!(
            read(&format!("a.{ending}")),
            read(&format!("b.{ending}")),
            "{ending}"
        );
    }
    // One goes down the pipe, the other is a file.
    let told = convert(&["-", "c.json"]);
    assert!(told.stdout == read("a.csv") && read("c.json") == read("a.json"));
    for wrong in [
        &["d.csv", "d.csv"][..],
        &["d.csv", "in.csv"],
        &["d.csv", "d.nothing"],
    ] {
        assert!(
            !convert(wrong).status.success() && !home.path().join("d.csv").exists(),
            "{wrong:?}"
        );
    }
}

#[test]
fn the_manual_has_a_page_for_each_verb_in_both_languages() {
    let home = tempfile::tempdir().unwrap();
    let manual = || {
        let mut command = tragaluz();
        command
            .args(["manual", "man", "--lang", "en"])
            .current_dir(home.path());
        ended(&mut command)
    };
    let said = manual();
    assert_eq!(said.code, Some(0), "{}", said.err);
    let help = ended(tragaluz().arg("--help")).out;
    for (folder, heads) in [
        (
            "man/man1",
            ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS"],
        ),
        (
            "man/es/man1",
            [
                "NOMBRE",
                "SINOPSIS",
                "DESCRIPCIÓN",
                "OPCIONES",
                "CÓDIGO DE SALIDA",
            ],
        ),
    ] {
        let pages = std::fs::read_dir(home.path().join(folder)).unwrap();
        let mut verbs = 0;
        for page in pages.map(|page| page.unwrap().path()) {
            let text = std::fs::read_to_string(&page).unwrap();
            for head in heads {
                let is_there = text.lines().any(|line| {
                    line.strip_prefix(".SH ")
                        .is_some_and(|own| own.trim_matches('"') == head)
                });
                assert!(is_there, "{}: {head}\n{text}", page.display());
            }
            assert!(!text.contains("Print version"), "{}", page.display());
            let name = page.file_stem().unwrap().to_str().unwrap();
            verbs += usize::from(
                (name.strip_prefix("tragaluz-")).is_some_and(|verb| help.contains(verb)),
            );
        }
        assert!(verbs > 15, "{folder}: {verbs}");
    }
    assert_eq!(manual().code, Some(2), "its files are there already");
}

#[test]
fn every_shell_gets_what_it_completes_commands_with() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = ended(tragaluz().args(["completions", shell])).out;
        assert!(
            script.contains("publish") && script.contains("as-of"),
            "{shell}"
        );
    }
}
