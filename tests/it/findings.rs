//! Every finding of the rooms `source` and `model`, shown as a publisher sees it.
//!
//! `tests/findings/CODE/` is a small portal that has the finding, `tests/findings/CODE.variant/` another one; its
//! `expected.txt` is all that `tragaluz check` says about it in English. After an intended change:
//! `SNAPSHOTS=overwrite cargo test --test it findings::`, and read what changed.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::repository;
use snapbox::assert::{Action, DEFAULT_ACTION_ENV};
use std::fs;
use std::path::{Path, PathBuf};
use tragaluz::diag::{Diagnostic, Severity, Sink, Speech, codes, show};

/// The rooms whose codes have portals here.
const ROOMS: &[&str] = &["source", "model"];
/// Codes of other rooms that have one too: of data left out, joined, or taken to be something else, and of what is not said.
const OF_OTHERS: &[&str] = &[
    "columns-undescribed",
    "crest-unusable",
    "data-column-absent",
    "data-divided-by-blanks",
    "data-encoded-as-controls",
    "data-error-cells",
    "data-header-shifted",
    "data-one-column",
    "data-quotes-kept",
    "data-rows-joined",
    "data-rows-left-out",
    "data-second-table",
    "dataset-undescribed",
    "figure-absent",
    "figure-differs",
    "figure-several",
    "figure-suggested",
    "figure-unreadable",
    "figure-without-number",
    "figure-words",
    "language-unused",
    "pages-by-many",
    "personal-data",
    "personal-data-in-versions",
    "personal-gate-off",
    "personal-waiver-by-person",
    "personal-waiver-in-vain",
    "personal-waiver-lapsed",
    "personal-waiver-lapsing",
];

fn home() -> PathBuf {
    repository("tests/findings")
}

fn cases() -> Vec<String> {
    let entries = fs::read_dir(home()).unwrap().map(|e| e.unwrap());
    let mut names: Vec<String> = entries
        .filter(|e| e.file_type().unwrap().is_dir())
        .map(|e| e.file_name().into_string().unwrap())
        // Windows knows neither such links nor such names.
        .filter(|name| {
            cfg!(target_os = "linux")
                || !name.ends_with(".symlink")
                    && !["name-unpublishable", "address-taken.case", "not-a-file"]
                        .contains(&&**name)
        })
        .collect();
    names.sort();
    names
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|e| e.unwrap()) {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            fs::copy(&from, &to).unwrap();
        }
    }
}

/// Adds what a repository cannot keep, or should not.
fn add_the_rest(case: &str, portal: &Path) {
    fs::create_dir_all(portal.join("content")).unwrap();
    let page = |text: String| fs::write(portal.join("content/pagina.md"), text).unwrap();
    match case {
        "front-matter-too-large.bytes" => page(format!(
            "---\ntitle: Agua\nsummary: {}\n---\n",
            "a".repeat(300_000)
        )),
        "file-too-large" => page(format!("---\ntitle: Agua\n---\n{}", " ".repeat(1 << 20))),
        "wrong-date.long-line" => {
            let long = "á".repeat(50_000);
            page(format!(
                "---\n{{title: \"{long}\", updated: ayer, summary: \"{long}\"}}\n---\n"
            ));
        }
        "file-unread" => fs::create_dir_all(portal.join("data/vacia")).unwrap(),
        #[cfg(unix)]
        "name-unpublishable" => {
            for name in [
                "a\n0000  forged.pdf",
                "acta\u{202e}fdp.exe",
                "nul.pdf",
                "¿qué?.pdf",
                "acta.",
                "fotos de /1.png",
                "fotos de /2.png",
                "a\u{1b}[2J.md",
                "¿pagina?.md",
                "Acta (2024) 100%.pdf",
            ] {
                let path = portal.join("content").join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, "---\ntitle: Acta\nid: acta\nsummary: Un acta.\n---\n").unwrap();
            }
            fs::create_dir_all(portal.join("data/x")).unwrap();
            fs::write(portal.join("data/x/aux.csv"), "a\n1\n").unwrap();
        }
        // Two files on most disks, and one on those of Windows and macOS, so that no repository keeps them.
        "address-taken.case" => {
            fs::write(portal.join("content/acta.PDF"), "y").unwrap();
            fs::write(portal.join("content/gui\u{301}a.pdf"), "x").unwrap();
            fs::write(portal.join("content/guía.pdf"), "y").unwrap();
        }
        #[cfg(unix)]
        "link-leads-out.symlink" => {
            use std::os::unix::fs::symlink;
            symlink("/etc/hostname", portal.join("content/secreto.md")).unwrap();
            symlink("/etc", portal.join("content/todo")).unwrap();
            symlink("/etc", portal.join("data")).unwrap();
        }
        #[cfg(unix)]
        "not-a-file" => {
            use std::os::unix::net::UnixListener;
            for folder in ["content", "data/agua", "themes/claro"] {
                fs::create_dir_all(portal.join(folder)).unwrap();
            }
            let fifo = |path: &str| {
                assert!(
                    std::process::Command::new("mkfifo")
                        .arg(portal.join(path))
                        .status()
                        .unwrap()
                        .success()
                );
            };
            // A short name: a socket's may have 107 bytes.
            drop(UnixListener::bind(portal.join("content/s.md")).unwrap());
            [
                "content/tubo.md",
                "content/tubo.png",
                "data/agua/tubo.csv",
                "themes/claro/tubo.html",
            ]
            .into_iter()
            .for_each(fifo);
        }
        _ => {}
    }
}

/// Whether a case is about what is made of pages and data, so that the whole way has to be gone.
fn is_of_site(case: &str) -> bool {
    const OF_SITE: &[&str] = &[
        "acknowledged-in-vain",
        "address-lost",
        "address-moved",
        "address-taken",
        "columns-undescribed",
        "crest-unusable",
        "dataset-undescribed",
        "identifier-shared",
        "language-unused",
        "security-expired",
        "template-absent",
        "term-redirected",
        "theme-file-unused",
    ];
    OF_SITE.contains(&case.split('.').next().unwrap_or_default())
}

fn found(case: &str) -> Vec<Diagnostic> {
    let temporary = tempfile::tempdir().unwrap();
    copy(&home().join(case), temporary.path());
    add_the_rest(case, temporary.path());
    let mut sink = Sink::new();
    if is_of_site(case) {
        tragaluz::check(temporary.path(), &tragaluz::Options::default(), &mut sink).unwrap();
        let mut found = sink.into_sorted();
        // What its data lack for catalogs is not what it shows.
        if case.starts_with("address-taken") {
            found.retain(|d| d.severity == Severity::Error);
        }
        let is_alone = ["address-moved", "identifier-shared", "template-", "theme-"];
        if is_alone.iter().any(|code| case.starts_with(code)) {
            found.retain(|d| case.starts_with(d.code.id));
        }
        return found;
    }
    let mut of_data = ["data-", "figure-", "pages-", "personal-"].into_iter();
    if let Some(kind) = of_data.find(|kind| case.starts_with(kind)) {
        let options = tragaluz::Options {
            suggest: case == "figure-suggested",
            ..tragaluz::Options::default()
        };
        tragaluz::check(temporary.path(), &options, &mut sink).unwrap();
        let mut found = sink.into_sorted();
        // What else its small portal lacks is not what it shows.
        found.retain(|d| d.code.id.starts_with(kind));
        return found;
    }
    // Whoever runs the tests may be allowed to read everything.
    if case == "file-unreadable" {
        let refused = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        sink.push(tragaluz::source::read_errors::finding(
            "content/pagina.md",
            &refused,
        ));
    }
    if case.starts_with("update-ahead") {
        let options = tragaluz::Options {
            as_of: tragaluz::text::date::PartialDate::parse("2024-01-31"),
            ..tragaluz::Options::default()
        };
        tragaluz::check(temporary.path(), &options, &mut sink).unwrap();
        let mut found = sink.into_sorted();
        found.retain(|d| case.starts_with(d.code.id));
        return found;
    }
    let source = tragaluz::source::read(temporary.path(), &mut sink).unwrap();
    tragaluz::model::gather(&source, &tragaluz::cache::Cache::off(), &mut sink);
    sink.into_sorted()
}

fn shown(found: &[Diagnostic], locale: &str) -> String {
    let mut out = anstream::StripStream::new(Vec::new());
    show::by_id("text")
        .unwrap()
        .show(found, &Speech::for_locale(locale), &mut out)
        .unwrap();
    String::from_utf8(out.into_inner()).unwrap()
}

#[test]
fn every_case_says_what_is_expected() {
    let action = Action::with_env_var(DEFAULT_ACTION_ENV).unwrap_or_default();
    let mut wrong = String::new();
    for case in cases() {
        let found = found(&case);
        let english = shown(&found, "en");
        let code = case.split('.').next().unwrap();
        assert!(
            english.contains(&format!("[{code}]")),
            "{case} does not show its code:\n{english}"
        );
        let spanish = shown(&found, "es");
        assert!(
            ![&english, &spanish].iter().any(|text| text.contains("{$")),
            "{case} lacks a particular:\n{english}"
        );
        let path = home().join(&case).join("expected.txt");
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if action == Action::Overwrite {
            fs::write(&path, &english).unwrap();
        } else if english != expected {
            let (expected, actual) = (snapbox::Data::text(expected), snapbox::Data::text(english));
            let (name, palette) = ("expected.txt", snapbox::report::Palette::plain());
            wrong.push_str(&format!("\n## {case}\n"));
            let shown = [Some(&name as &dyn std::fmt::Display), Some(&"actual")];
            snapbox::report::write_diff(
                &mut wrong, &expected, &actual, shown[0], shown[1], palette,
            )
            .unwrap();
        }
    }
    assert!(
        wrong.is_empty(),
        "{wrong}\nIf intended: {DEFAULT_ACTION_ENV}=overwrite cargo test --test it findings::"
    );
}

#[test]
fn every_code_has_a_case() {
    let cases = cases();
    for id in OF_OTHERS {
        assert!(
            cases.iter().any(|c| c == id),
            "tests/findings/{id}/ is missing"
        );
    }
    let table = include_str!("../../src/diag/codes.rs");
    for room in ROOMS {
        let start = table
            .find(&format!("\n    \"{room}\":"))
            .expect("the room is in the table");
        let rest = &table[start + 1..];
        let end = rest
            .match_indices("\":")
            .nth(1)
            .map_or(rest.len(), |(i, _)| i);
        let ids = codes::ALL
            .iter()
            .map(|c| c.id)
            .filter(|id| rest[..end].contains(&format!("= \"{id}\"")));
        let mut n = 0;
        for id in ids {
            assert!(
                cases.iter().any(|c| c == id),
                "tests/findings/{id}/ is missing"
            );
            n += 1;
        }
        assert!(n > 10, "the table of codes is not read as it was");
    }
}
