//! Versions of datasets: what changed row by row, the ledger, and what becomes of either when somebody touches it.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads and damages what a release left"
)]

use crate::driver::{Portal, SETTINGS};
use flate2::read::GzDecoder;
use std::fs;
use std::io::Read;
use tragaluz::history::{ReleaseOrder, ReleaseReason, ReleasedDataset, TableForm};
use tragaluz::{Fatal, Options, Sink};

const DATASET: &str = "---\ntitle: Gasto\nresources:\n  - path: gasto.csv\n    schema:\n      primaryKey: [id]\n---\n";
const FIRST: &str = "id,name,amount\n1,Uno,10\n2,Dos,20\n3,Tres,30\n";
const SECOND: &str = "id,name,amount\n1,Uno,10\n2,Dos,25\n4,Cuatro,40\n";

fn portal() -> Portal {
    Portal::new()
        .file("data/gasto/dataset.md", DATASET)
        .file("data/gasto/gasto.csv", FIRST)
}

fn try_release(
    portal: &Portal,
    date: &str,
    reason: ReleaseReason,
) -> Result<(Vec<ReleasedDataset>, Vec<&'static str>), Fatal> {
    let order = ReleaseOrder {
        date: date.to_owned(),
        reason,
        note: Some("Dos was wrong.".to_owned()),
        datasets: vec!["gasto".to_owned()],
    };
    let mut sink = Sink::new();
    let made = tragaluz::release(portal.root(), &Options::default(), &order, &mut sink)?;
    let errors = sink
        .iter()
        .filter(|found| found.severity == tragaluz::diag::Severity::Error);
    Ok((made, errors.map(|found| found.code.id).collect()))
}

fn release(portal: &Portal, date: &str) -> Vec<ReleasedDataset> {
    let (made, errors) = try_release(portal, date, ReleaseReason::Correction).unwrap();
    assert_eq!(errors, [""; 0]);
    made
}

/// A portal with two versions of one dataset.
fn twice() -> Portal {
    let portal = portal();
    release(&portal, "2025-01-31");
    portal.write("data/gasto/gasto.csv", SECOND.as_bytes());
    release(&portal, "2025-02-28");
    portal
}

fn gunzipped(bytes: &[u8]) -> String {
    let mut text = String::new();
    GzDecoder::new(bytes).read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_version_says_what_changed_row_by_row() {
    let portal = portal();
    let first = release(&portal, "2025-01-31");
    let table = &first[0].release.tables[0];
    assert_eq!(
        (first[0].release.version, table.form),
        (1, TableForm::Whole)
    );
    assert!(release(&portal, "2025-02-01").is_empty(), "nothing changed");
    portal.write("data/gasto/gasto.csv", SECOND.as_bytes());
    let second = release(&portal, "2025-02-28");
    let table = &second[0].release.tables[0];
    let changes = table.changes.as_ref().unwrap();
    assert_eq!(
        (second[0].release.version, table.form),
        (2, TableForm::Delta)
    );
    assert_eq!(
        (
            changes.changed,
            changes.added,
            changes.removed,
            changes.same
        ),
        (1, 1, 1, 1)
    );
    assert_eq!(
        (changes.cells["amount"], &*table.key),
        (1, &["id".to_owned()][..])
    );
}

#[test]
fn versions_are_published_whole_and_as_what_changed() {
    let portal = twice();
    let built = portal.build();
    built.assert_published();
    assert!(!built.codes().contains(&"dataset-unreleased"));
    let file =
        |path: &str| fs::read(portal.root().join("public/datasets/gasto").join(path)).unwrap();
    let rows = |text: &str| text.replace('\n', "\r\n");
    assert_eq!(gunzipped(&file("versions/1/gasto.csv.gz")), rows(FIRST));
    assert_eq!(gunzipped(&file("versions/2/gasto.csv.gz")), rows(SECOND));
    let delta = gunzipped(&file("versions/2/gasto.delta.jsonl.gz"));
    assert!(
        delta.contains(r#"{"changed":{"from":2,"cells":{"amount":["20","25"]}}}"#),
        "{delta}"
    );
    let ledger = fs::read(portal.root().join("data/gasto/releases.jsonl")).unwrap();
    assert_eq!(file("releases.jsonl"), ledger);
    let page = built.text("datasets/gasto/index.html");
    let said = [
        "Corrección",
        "Dos was wrong.",
        "1 fila añadida, 1 quitada, 1 cambiada",
    ];
    for words in said {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.contains("href=\"versions/1/gasto.csv.gz\""), "{page}");
    let json = built.json("datasets/gasto.json");
    assert_eq!(
        (&json["version"], &json["modified"]),
        (&"2".into(), &"2025-02-28".into())
    );
}

#[test]
fn older_versions_are_offered_as_what_changed_alone() {
    let portal = twice();
    portal.write("data/gasto/gasto.csv", FIRST.as_bytes());
    release(&portal, "2025-03-31");
    let settings = format!("{SETTINGS}[releases]\nkeep = 1\n");
    portal.write("tragaluz.toml", settings.as_bytes());
    portal.build().assert_published();
    let is_there = |path: &str| {
        portal
            .root()
            .join("public/datasets/gasto/versions")
            .join(path)
            .exists()
    };
    assert!(is_there("1/gasto.csv.gz") && is_there("3/gasto.csv.gz"));
    assert!(is_there("2/gasto.delta.jsonl.gz") && !is_there("2/gasto.csv.gz"));
}

#[test]
fn data_that_changed_since_their_version_are_told_and_have_no_number() {
    let portal = twice();
    portal.write("data/gasto/gasto.csv", FIRST.as_bytes());
    let built = portal.build();
    assert!(built.codes().contains(&"dataset-unreleased"));
    let json = built.json("datasets/gasto.json");
    assert!(json.get("version").is_none_or(serde_json::Value::is_null));
}

#[test]
fn a_line_of_the_ledger_that_was_touched_keeps_the_site_back() {
    let portal = twice();
    let path = "data/gasto/releases.jsonl";
    let ledger = fs::read_to_string(portal.root().join(path)).unwrap();
    portal.write(
        path,
        ledger.replacen("2025-01-31", "2025-01-30", 1).as_bytes(),
    );
    let built = portal.build();
    assert!(built.codes().contains(&"ledger-broken") && built.site.manifest.is_empty());
    portal.write("data/gasto/gasto.csv", FIRST.as_bytes());
    let (made, errors) = try_release(&portal, "2025-03-31", ReleaseReason::Scheduled).unwrap();
    assert!(made.is_empty());
    assert_eq!(errors, ["ledger-broken"]);
}

#[test]
fn a_damaged_version_stops_the_next_one_and_changes_nothing() {
    let portal = twice();
    let ledger = fs::read(portal.root().join("data/gasto/releases.jsonl")).unwrap();
    let kept = "data/gasto/releases/1/gasto.csv.gz";
    let bytes = fs::read(portal.root().join(kept)).unwrap();
    portal.write("data/gasto/gasto.csv", FIRST.as_bytes());
    for damaged in [&bytes[..bytes.len() / 2], b"no gzip", b""] {
        portal.write(kept, damaged);
        let error = try_release(&portal, "2025-03-31", ReleaseReason::Scheduled).unwrap_err();
        let Fatal::Finding(found) = error else {
            panic!("{error}");
        };
        assert_eq!(found.code.id, "version-damaged");
    }
    assert_eq!(
        fs::read(portal.root().join("data/gasto/releases.jsonl")).unwrap(),
        ledger
    );
}

#[test]
fn a_dataset_that_there_is_not_is_told_with_its_neighbour() {
    let portal = portal();
    let order = ReleaseOrder {
        date: "2025-01-31".to_owned(),
        reason: ReleaseReason::Scheduled,
        note: None,
        datasets: vec!["gast".to_owned()],
    };
    let options = Options::default();
    let error = tragaluz::release(portal.root(), &options, &order, &mut Sink::new()).unwrap_err();
    assert!(error.to_string().contains("“gast”"), "{error}");
    assert!(!portal.root().join("data/gasto/releases.jsonl").exists());
}

#[test]
fn a_version_is_not_of_an_earlier_day_than_the_last_one() {
    let portal = twice();
    let path = portal.root().join("data/gasto/releases.jsonl");
    let ledger = fs::read(&path).unwrap();
    portal.write("data/gasto/gasto.csv", FIRST.as_bytes());
    let error = try_release(&portal, "2025-02-27", ReleaseReason::Scheduled).unwrap_err();
    assert!(error.to_string().contains("2025-02-28"), "{error}");
    assert_eq!(fs::read(&path).unwrap(), ledger);
    assert_eq!(
        release(&portal, "2025-02-28").len(),
        1,
        "the same day will do"
    );
}
