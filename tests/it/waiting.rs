//! What waits for its day leaves no trace until it has come, and is published as any other page once it has.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes a portal and reads its site"
)]

use crate::driver::{ended, tragaluz};
use std::fs;
use std::path::Path;

/// Words that are in what waits, and nowhere else.
const WORDS: &str = "xilófono";

fn write(root: &Path, path: &str, text: &str) {
    let full = root.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, text).unwrap();
}

/// Writes a portal in which a commitment, the sector that only it names, a page and a dataset wait for 1 June 2026.
fn portal(root: &Path) {
    write(
        root,
        "tragaluz.toml",
        "[portal]\ntitle = \"P\"\nlanguages = [\"es\"]\nbase_url = \"https://a.example/\"\n\
         [publisher]\nname = \"O\"\n[licence]\nname = \"CC0-1.0\"\n",
    );
    write(
        root,
        "content/index.md",
        "---\ntitle: Inicio\nupdated: 2026-05-01\n---\nTexto, con [bases](bases%20comunes.txt).\n",
    );
    write(
        root,
        "content/commitments/agua.md",
        "---\ntitle: Agua\nupdated: 2026-04-01\n---\nTexto.\n",
    );
    write(
        root,
        "content/commitments/nuevo.md",
        &format!(
            "---\ntitle: {WORDS} uno\npublish_on: 2026-06-01\nupdated: 2026-06-02\nsector: {WORDS}\n\
             milestones:\n  - {{number: 1, text: {WORDS}, end: 2026-07-01, evidence: [{{title: Acta, url: ../papeles/acta.txt}}]}}\n---\n\
             {WORDS}, con [plano](nuevo/plano.txt) y [bases](../bases%20comunes.txt)\n"
        ),
    );
    write(
        root,
        "content/aviso.md",
        &format!("---\ntitle: {WORDS} dos\npublish_on: 2026-06-01\n---\n{WORDS}\n"),
    );
    write(
        root,
        "data/dinero/dataset.md",
        &format!(
            "---\ntitle: {WORDS} tres\nsummary: {WORDS}\npublish_on: 2026-06-01\nmodified: 2026-06-03\n\
             resources: [{{path: dinero.csv}}]\n---\n{WORDS}\n"
        ),
    );
    // Files that only what waits names, one that others name too, and one beside the waiting page.
    write(root, "content/papeles/acta.txt", WORDS);
    write(root, "content/commitments/nuevo/plano.txt", "plano");
    write(root, "content/aviso/dibujo.txt", WORDS);
    write(root, "content/bases comunes.txt", "bases");
    write(root, "data/dinero/dinero.csv", &format!("a,b\n1,{WORDS}\n"));
}

/// Builds on a day, or on the one that the content gives, and returns the files of the site that hold the words.
fn holding(root: &Path, day: Option<&str>) -> Vec<String> {
    let mut build = tragaluz();
    build.arg("build").arg("--root").arg(root);
    build.args(day.map(|day| ["--as-of", day]).iter().flatten());
    let ended = ended(&mut build);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let out = root.join("public");
    let mut holding = Vec::new();
    for entry in walkdir::WalkDir::new(&out) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(&out).unwrap();
        let path = path.to_str().unwrap().to_owned();
        let told = path.contains("xilofono") || path.contains("nuevo") || path.contains("dinero");
        let holds = entry.file_type().is_file()
            && String::from_utf8_lossy(&fs::read(entry.path()).unwrap())
                .to_lowercase()
                .contains(WORDS);
        if told || holds {
            holding.push(path);
        }
    }
    holding.sort();
    holding
}

#[test]
fn what_waits_leaves_no_trace_until_its_day() {
    let home = tempfile::tempdir().unwrap();
    portal(home.path());
    let nothing: Vec<String> = Vec::new();
    for day in [Some("2026-05-31"), None] {
        assert_eq!(holding(home.path(), day), nothing, "{day:?}");
        let home_page = fs::read_to_string(home.path().join("public/index.html")).unwrap();
        assert!(!home_page.contains("2026-06"), "its dates are not now");
        assert!(home.path().join("public/bases comunes.txt").exists());
    }
    let published = holding(home.path(), Some("2026-06-01"));
    for path in [
        "commitments/nuevo.html",
        "aviso.html",
        "datasets/dinero/index.html",
        "feed.xml",
        "catalog.json",
        "papeles/acta.txt",
        "commitments/nuevo/plano.txt",
        "aviso/dibujo.txt",
    ] {
        assert!(
            published.iter().any(|one| one == path),
            "{path}: {published:?}"
        );
    }
    // A build again, once the day is over that a build before was told.
    assert_eq!(holding(home.path(), Some("2026-05-31")), nothing);
}
