//! The program that checks a built site (`tests/conformance/check_site.py`) sees what it is there to see.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files and reads what CI asks for"
)]

use crate::driver::{Tool, ended, program_of, repository, require};
use std::fs;
use std::process::Command;
use tragaluz::stage::sha256;

const PAGE: &str = "<!doctype html><html lang=\"es\"><head><meta charset=\"utf-8\"><title>A</title></head>\
    <body id=\"a\"><a href=\"b.html#x\">b</a></body></html>";

fn page(body: &str) -> String {
    PAGE.replace("<a href=\"b.html#x\">b</a>", body)
}

fn checked(files: &[(&str, &str)], sums: bool) -> Option<(bool, String)> {
    let home = tempfile::tempdir().unwrap();
    let mut listed = String::new();
    for (path, text) in files {
        let full = home.path().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
        listed.push_str(&format!("{}  {path}\n", sha256(text.as_bytes())));
    }
    if sums {
        fs::write(home.path().join("SHA256SUMS"), listed).unwrap();
    }
    let python = require(Tool::PYTHON, program_of(None, "python3"))?;
    let script = repository("tests/conformance/check_site.py");
    let ran = ended(Command::new(python).arg(script).arg(home.path()));
    Some((ran.code == Some(0), ran.out))
}

#[test]
fn a_good_site_passes() {
    let b =
        page("<p id=\"x\"><a href=\"./a.html\">a</a> <a href=\"https://example.org/\">out</a></p>");
    let files = [
        ("a.html", PAGE),
        ("a.txt", "A"),
        ("b.html", &b),
        ("b.txt", "B"),
        ("catalog.json", "{\"datasets\": []}"),
    ];
    if let Some((good, said)) = checked(&files, true) {
        assert!(good, "{said}");
    }
}

#[test]
fn every_fault_is_seen() {
    let heavy = (0..9_000)
        .map(|i| sha256(i.to_string().as_bytes()))
        .collect::<String>();
    let cases: &[(&str, &str)] = &[
        ("<a href=\"c.html\">c</a>", "there is no c.html"),
        ("<a href=\"a.html#no\">c</a>", "has no #no"),
        ("<a href=\"sub/\">c</a>", "is a folder"),
        ("<a href=\"/a.html\">c</a>", "begins at the host's root"),
        ("<a href=\"../a.html\">c</a>", "leads out of the site"),
        (
            "<a href=\"javascript:x()\">c</a>",
            "leads to javascript:x()",
        ),
        (
            "<img alt=\"\" src=\"https://example.org/x.png\">",
            "loads https://example.org/x.png",
        ),
        (
            "<img alt=\"\" srcset=\"//example.org/x.png 2x\">",
            "loads //example.org/x.png",
        ),
        (
            "<p style=\"background:url(https://example.org/x.png)\">",
            "loads https://example.org/x.png",
        ),
        (
            "<style>@import 'https://example.org/x.css';</style>",
            "loads https://example.org/x.css",
        ),
        ("<script>x()</script>", "a script that can run"),
        ("<p onclick=\"x()\">", "runs a script"),
        ("<script type=\"application/ld+json\">{</script>", "json-ld"),
        ("<p id=\"a\">", "stands twice"),
        ("<p lang=\"español\">", "is not a language tag"),
        ("<img src=\"a.txt\">", "without alt"),
        (&heavy, "bytes by gzip -9"),
    ];
    for (body, expected) in cases {
        let Some((good, said)) = checked(
            &[("a.html", &page(body)), ("a.txt", "A"), ("sub/x.txt", "")],
            true,
        ) else {
            return;
        };
        assert!(
            !good && said.contains(expected),
            "{}: {said}",
            &body[..body.len().min(80)]
        );
    }
}

/// The files of a site, and what is said about them.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

#[test]
fn files_around_pages_are_held_to_their_word() {
    let none = PAGE
        .replace("<a href=\"b.html#x\">b</a>", "")
        .replace(" lang=\"es\"", "");
    let whole = page("");
    let catalog = "{\"datasets\": [{\"page\": \"a.html\", \"resources\": [{\"path\": \"a.txt\", \"bytes\": 9}]}]}";
    let map = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>a.html</loc></url></urlset>";
    let cases: &[Case<'_>] = &[
        (&[("a.html", &none)], &["no lang", "no .txt"]),
        (
            &[
                ("a.html", &whole),
                ("a.txt", "A"),
                ("catalog.json", catalog),
            ],
            &["bytes are 1", "another checksum"],
        ),
        (
            &[("a.html", &whole), ("a.txt", "A"), ("sitemap.xml", map)],
            &["not a full address"],
        ),
        (
            &[
                ("a.html", &whole),
                ("a.txt", "A"),
                ("sitemap.xml", "<urlset>"),
            ],
            &["well-formed"],
        ),
        (
            &[("a.html", &whole), ("a.txt", "A"), ("x.json", "{")],
            &["well-formed"],
        ),
    ];
    for (files, expected) in cases {
        let Some((good, said)) = checked(files, true) else {
            return;
        };
        for words in *expected {
            assert!(!good && said.contains(words), "{words}: {said}");
        }
    }
    if let Some((good, said)) = checked(&[("a.html", &whole), ("a.txt", "A")], false) {
        assert!(!good && said.contains("SHA256SUMS"), "{said}");
    }
}
