//! A file that cannot be read is named, and hides nothing else.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{Portal, Tool, program_of, require, tragaluz};
use std::collections::BTreeSet;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Output};

const PAGE: &str = "---\ntitle: Acerca\nupdated: 2024-03\n---\nTexto.\n";

/// Runs the program as somebody who may not read everything; none where this machine knows no such person.
fn run(portal: &Portal, args: &[&str]) -> Option<Output> {
    let bin = env!("CARGO_BIN_EXE_tragaluz");
    let root = portal.root().to_str().unwrap();
    if fs::metadata(portal.root()).unwrap().uid() != 0 {
        return Some(
            tragaluz()
                .args(args)
                .args(["--root", root])
                .output()
                .unwrap(),
        );
    }
    let setpriv = require(Tool::SETPRIV, program_of(None, "setpriv"))?;
    // The program may be where only root may look: it is copied beside the portal.
    let copy = portal.root().join(".program");
    fs::copy(bin, &copy).unwrap();
    for path in [portal.root(), &copy] {
        fs::set_permissions(path, Permissions::from_mode(0o777)).unwrap();
    }
    let mut as_nobody = Command::new(setpriv);
    as_nobody
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(&copy)
        .args(args)
        .args(["--root", root]);
    as_nobody.env("LC_ALL", "en_US.UTF-8").output().ok()
}

fn lock(portal: &Portal, path: &str) {
    fs::set_permissions(portal.root().join(path), Permissions::from_mode(0o000)).unwrap();
}

fn found(out: &Output) -> BTreeSet<(String, String)> {
    let text = String::from_utf8_lossy(&out.stdout);
    let all: serde_json::Value =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text} {out:?}"));
    let one = |d: &serde_json::Value| {
        let file = d["place"]["file"]
            .as_str()
            .or_else(|| d["file"].as_str())
            .unwrap_or_default();
        (d["code"].as_str().unwrap().to_owned(), file.to_owned())
    };
    all.as_array()
        .or_else(|| all["findings"].as_array())
        .unwrap()
        .iter()
        .map(one)
        .collect()
}

#[test]
fn each_is_named_and_the_other_findings_are_told_too() {
    let portal = Portal::new()
        .file(
            "content/index.md",
            "---\ntitle: Inicio\n---\n[x](nada.md)\n",
        )
        .file("content/about.md", PAGE)
        .file("content/news/n.md", "---\ntitle: N\nupdated: ayer\n---\n")
        .file("content/locked/inside.md", PAGE)
        .file("content/acta.pdf", "x")
        .file("content/foto.png", "x")
        .file("data/gasto/dataset.md", PAGE)
        .file("data/pagos/pagos.csv", "a\n1\n")
        .file("themes/claro/static/logo.txt", "x")
        .file("addresses.txt", "index.html\n");
    let locked = [
        "content/about.md",
        "content/locked",
        "content/acta.pdf",
        "content/foto.png",
        "data/gasto/dataset.md",
        "themes/claro/static/logo.txt",
        "addresses.txt",
    ];
    for path in locked.into_iter().chain(["data/pagos/pagos.csv"]) {
        lock(&portal, path);
    }
    let Some(out) = run(&portal, &["check", "--format", "json"]) else {
        return;
    };
    fs::set_permissions(
        portal.root().join("content/locked"),
        Permissions::from_mode(0o755),
    )
    .unwrap();
    let found = found(&out);
    let has = |code: &str, file: &str| {
        assert!(
            found.contains(&(code.into(), file.into())),
            "{code} {file}: {found:#?}"
        );
    };
    for path in locked {
        has("file-unreadable", path);
    }
    has("data-unreadable", "data/pagos/pagos.csv");
    has("wrong-date", "content/news/n.md");
    has("link-broken", "content/index.md");
    assert_eq!(out.status.code(), Some(1));
}

#[test]
fn it_can_be_left_out() {
    let portal = Portal::new()
        .file(
            "content/index.md",
            "---\ntitle: Inicio\n---\n[a](about.md) [acta](acta.pdf) [g](../data/gasto/dataset.md)\n",
        )
        .file("content/about.md", PAGE)
        .file("content/acta.pdf", "x")
        .file("data/gasto/dataset.md", PAGE)
        .file("data/pagos/pagos.csv", "a\n1\n");
    for path in [
        "content/about.md",
        "content/acta.pdf",
        "data/gasto/dataset.md",
        "data/pagos",
    ] {
        lock(&portal, path);
    }
    let Some(out) = run(&portal, &["build", "--keep-going", "--no-cache"]) else {
        return;
    };
    let said = String::from_utf8_lossy(&out.stderr);
    assert_eq!(out.status.code(), Some(1), "{said}");
    assert!(
        said.contains("content/about, content/acta.pdf, data/gasto, data/pagos"),
        "{said}"
    );
    fs::set_permissions(
        portal.root().join("data/pagos"),
        Permissions::from_mode(0o755),
    )
    .unwrap();
    let read = |path: &str| fs::read_to_string(portal.root().join("public").join(path)).unwrap();
    for page in [
        "about.html",
        "datasets/gasto/index.html",
        "datasets/pagos/index.html",
    ] {
        assert!(read(page).contains("falta por ahora"), "{page}");
    }
    let home = read("index.html");
    assert!(
        home.contains("href=\"about.html\"") && home.contains("href=\"quality.html\""),
        "{home}"
    );
    assert!(read("quality.html").contains("acta.pdf"));
    assert!(!Path::new(&portal.root().join("public/acta.pdf")).exists());
}
