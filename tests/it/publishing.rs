//! A site is brought to a target: only what changed, in an order in which nothing is named before it is there, nobody else's files
//! touched, and from any cut on to the same end.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files, and looks at what is at a target"
)]

#[cfg(feature = "object-store")]
mod bucket;
mod folder;
#[cfg(feature = "net")]
mod ftp;
mod git;
#[allow(dead_code, reason = "systems and features without some targets")]
pub(crate) mod servers;
#[cfg(unix)]
mod ssh;

use crate::driver::{Outcome, Portal, ended, files_below, tragaluz};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const SETTINGS: &str = r#"
[portal]
title = "Open data"
description = "Open data of a town."
base_url = "https://portal.example/"
languages = ["en"]
[publisher]
name = "Town hall"
[contact]
name = "Transparency office"
email = "transparency@portal.example"
[licence]
name = "CC-BY-4.0"
title = "Creative Commons Attribution 4.0"
path = "https://creativecommons.org/licenses/by/4.0/"
[formats]
downloads = ["csv"]
[editions]
make = ["text"]
"#;

const DATASET: &str = "---\ntitle: Requests\nsummary: What was asked.\nkeywords: [counts]\nmodified: 2026-10-01\n---\n";

/// A portal, and a folder beside it for what it is published to.
struct Office {
    portal: Portal,
    places: tempfile::TempDir,
}

/// The files of a site or a target.
type Files = BTreeMap<String, Vec<u8>>;

impl Office {
    /// Builds a portal of two pages and two datasets.
    fn new() -> Office {
        let portal = Portal::new()
            .file("tragaluz.toml", SETTINGS)
            .file("content/index.md", "---\ntitle: Open data\n---\nHello.\n")
            .file("content/old.md", "---\ntitle: Old\n---\nHello.\n")
            .file("data/requests/dataset.md", DATASET)
            .file("data/requests/requests.csv", "month,received\n2026-01,5\n")
            .file(
                "data/visits/dataset.md",
                &DATASET.replace("Requests", "Visits"),
            )
            .file("data/visits/visits.csv", "month,visits\n2026-01,50\n");
        let places = tempfile::tempdir().unwrap();
        let office = Office { portal, places };
        office.build();
        office
    }

    fn run(&self, words: &[&str]) -> Outcome {
        let mut program = tragaluz();
        program.args(words).args(["--root"]).arg(self.portal.root());
        ended(program.current_dir(self.places.path()))
    }

    fn build(&self) {
        let words = ["build", "--as-of", "2026-11-30", "--accept-addresses"];
        self.run(&words).assert_code(0);
    }

    /// Changes a page and a dataset, takes a page away and adds one, and builds that.
    fn edit(&self) {
        let write = |path: &str, text: &str| self.portal.write(path, text.as_bytes());
        write(
            "content/index.md",
            "---\ntitle: Open data\n---\nHello again.\n",
        );
        write("content/new.md", "---\ntitle: New\n---\nHello.\n");
        write("data/requests/requests.csv", "month,received\n2026-01,6\n");
        write(
            "data/requests/dataset.md",
            &DATASET.replace("10-01", "11-01"),
        );
        fs::remove_file(self.portal.root().join("content/old.md")).unwrap();
        self.build();
    }

    /// Changes a page and a dataset to what nobody had before, and builds that.
    #[allow(dead_code, reason = "systems and features without some targets")]
    fn change(&self, word: &str) {
        let page = format!("---\ntitle: Open data\n---\nHello {word}.\n");
        self.portal.write("content/index.md", page.as_bytes());
        let page = format!("---\ntitle: New {word}\n---\nHello.\n");
        self.portal
            .write(&format!("content/new-{word}.md"), page.as_bytes());
        let rows = format!("month,received\n2026-01,{word}\n");
        self.portal
            .write("data/requests/requests.csv", rows.as_bytes());
        self.build();
    }

    fn publish(&self, target: &str, more: &[&str]) -> Outcome {
        self.run(&[&["publish", target], more].concat())
    }

    /// What a publication says of itself as JSON.
    fn told(&self, target: &str, more: &[&str]) -> Value {
        let outcome = self.publish(target, &[more, &["--format", "json"]].concat());
        outcome.assert_code(0);
        serde_json::from_str(&outcome.out).unwrap()
    }

    fn place(&self, name: &str) -> PathBuf {
        self.places.path().join(name)
    }

    fn site(&self) -> Files {
        files_below(&self.portal.root().join("public"))
    }
}

/// The paths that an answer names.
fn paths(told: &Value, list: &str, fate: &str) -> Vec<String> {
    let files = told[list].as_array().unwrap().iter();
    let files = files.filter(|file| file["fate"] == fate);
    files
        .map(|file| file["path"].as_str().unwrap().to_owned())
        .collect()
}

/// The paths of files that two sites do not have alike.
fn differing(one: &Files, other: &Files) -> Vec<String> {
    let mut paths: Vec<String> = one.keys().chain(other.keys()).cloned().collect();
    paths.sort();
    paths.dedup();
    paths.retain(|path| one.get(path) != other.get(path));
    paths
}

/// Fails unless every page of a target leads only to files that are there.
fn assert_no_page_leads_nowhere(target: &Path, what: &str) {
    let files = files_below(target);
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        // The page of a former address and that of no address are made for hosts.
        if path == "404.html" {
            continue;
        }
        let page = String::from_utf8_lossy(bytes);
        for link in page.split("href=\"").skip(1) {
            let link = link.split(['"', '#', '?']).next().unwrap();
            if link.is_empty() || link.contains(':') {
                continue;
            }
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let at = joined(folder, link);
            assert!(files.contains_key(&at), "{what}: {path} leads to {at}");
        }
    }
}

/// The path that a link in a folder leads to.
fn joined(folder: &str, link: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[test]
fn a_target_is_named_in_the_settings_or_given() {
    let office = Office::new();
    let nowhere = office.run(&["publish"]);
    nowhere.assert_code(2);
    assert!(nowhere.err.contains("[publish.NAME]"), "{}", nowhere.err);
    let site = office.place("site");
    let named = format!("{SETTINGS}[publish.town]\nto = '{}'\n", site.display());
    office.portal.write("tragaluz.toml", named.as_bytes());
    office.build();
    office.run(&["publish"]).assert_code(0);
    assert_eq!(files_below(&site), office.site());
    let misspelt = office.publish("twon", &[]);
    misspelt.assert_code(2);
    assert!(misspelt.err.contains("town"), "{}", misspelt.err);
    let two = format!("{named}[publish.stick]\nto = \"../stick\"\n");
    office.portal.write("tragaluz.toml", two.as_bytes());
    let several = office.run(&["publish"]);
    several.assert_code(2);
    assert!(several.err.contains("stick, town") || several.err.contains("town, stick"));
}

#[test]
fn no_password_is_taken_from_an_address_or_said() {
    let office = Office::new();
    for address in [
        "ftp://office:hunter2@127.0.0.1/x",
        "git:https://office:hunter2@127.0.0.1:9/a.git",
    ] {
        let outcome = office.publish(address, &[]);
        outcome.assert_code(2);
        assert!(!outcome.said().contains("hunter2"), "{}", outcome.said());
    }
    let token = office.publish("git:https://tok3n@127.0.0.1:9/a.git", &[]);
    token.assert_code(2);
    assert!(!token.said().contains("tok3n"), "{}", token.said());
}

#[test]
fn what_a_host_wants_is_written_once_and_no_other_file_is_lost() {
    let office = Office::new();
    let root = office.portal.root();
    let own = fs::read_to_string(crate::driver::repository("docs/publishing.md")).unwrap();
    for (name, path, says) in [
        (
            "github",
            ".github/workflows/publish.yml",
            "upload-pages-artifact",
        ),
        ("gitlab", ".gitlab-ci.yml", "artifacts: {paths: [public]}"),
        (
            "forgejo",
            ".forgejo/workflows/publish.yml",
            "tragaluz publish git:origin#pages",
        ),
        ("nginx", "nginx.conf", "    text/csv csv;\n"),
        (
            "iis",
            "web.config",
            "<mimeMap fileExtension=\".csv\" mimeType=\"text/csv\" />",
        ),
    ] {
        office.run(&["publish", "--setup", name]).assert_code(0);
        let text = fs::read_to_string(root.join(path)).unwrap();
        assert!(text.contains(says), "{name}: {text}");
        if path.ends_with(".yml") {
            assert!(text.contains("--as-of \"$(date +%F)\""), "{name}");
        } else {
            assert!(
                text.contains("application/vnd.oasis.opendocument.spreadsheet"),
                "{name}"
            );
        }
        // What the document shows is what is written.
        let is_shown = ["github", "gitlab"].contains(&name);
        assert!(
            !is_shown || own.contains(&format!("```yaml\n{text}```\n")),
            "{name}"
        );
        office.run(&["publish", "--setup", name]).assert_code(0);
        fs::write(root.join(path), "own").unwrap();
        office.run(&["publish", "--setup", name]).assert_code(2);
        assert_eq!(fs::read_to_string(root.join(path)).unwrap(), "own");
        office
            .run(&["publish", "--setup", name, "--over"])
            .assert_code(0);
    }
    office
        .run(&["publish", "--setup", "elsewhere"])
        .assert_code(2);
    // None of it keeps the portal from being built, or is published.
    office.build();
    assert!(!office.site().contains_key("web.config"));
    let file = std::io::BufReader::new(fs::File::open(root.join("web.config")).unwrap());
    let mut xml = quick_xml::Reader::from_reader(file);
    let mut buffer = Vec::new();
    while !matches!(
        xml.read_event_into(&mut buffer).unwrap(),
        quick_xml::events::Event::Eof
    ) {}
}

#[test]
fn a_site_that_a_host_does_not_take_is_not_sent() {
    let office = Office::new();
    // A file that only the site's list knows of: nothing more is looked at.
    let public = office.portal.root().join("public");
    let file = fs::File::create(public.join("acta.bin")).unwrap();
    file.set_len((25 << 20) + 1).unwrap();
    let mut sums = fs::read_to_string(public.join("SHA256SUMS")).unwrap();
    sums.push_str(&format!("{}  acta.bin\n", "0".repeat(64)));
    let sha256 = tragaluz::stage::sha256(sums.as_bytes());
    let marker = format!("{{\"made_by\":\"tragaluz\",\"sums_sha256\":\"{sha256}\"}}");
    fs::write(public.join("SHA256SUMS"), sums).unwrap();
    fs::write(public.join(".tragaluz.json"), marker).unwrap();
    let target = office.place("site");
    let to = target.to_str().unwrap();
    let refused = office.publish(to, &["--host", "cloudflare-pages"]);
    refused.assert_code(2);
    assert!(
        refused.err.contains("acta.bin") && refused.err.contains("26214400"),
        "{}",
        refused.err
    );
    assert!(!target.exists());
    office.publish(to, &["--host", "nowhere"]).assert_code(2);
}

#[test]
fn without_a_built_site_nothing_is_published() {
    let office = Office::new();
    fs::remove_dir_all(office.portal.root().join("public")).unwrap();
    let outcome = office.publish("./site", &[]);
    outcome.assert_code(2);
    assert!(outcome.err.contains("tragaluz build"), "{}", outcome.err);
    assert!(!office.portal.root().join("site").exists());
}
