//! Single data files on the command line: what is written over, what is written down of them, and what is declared of those in a
//! portal.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes files and reads them"
)]

use crate::driver::{ended, tragaluz};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Payments with Spanish dates and amounts, in Windows-1252.
const PAYMENTS: &str =
    "Día;Monto;Folio\n31/12/2024;1.234,50;0012\n01/02/2025;7,10;0013\n02/02/2025;n.d.;0014\n";

struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(folder: &Path, args: &[&str]) -> Said {
    let ended = ended(tragaluz().args(args).current_dir(folder));
    Said {
        code: ended.code,
        out: ended.out,
        err: ended.err,
    }
}

fn folder() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let latin: Vec<u8> = PAYMENTS.chars().map(|c| c as u8).collect();
    fs::write(home.path().join("pagos.csv"), latin).unwrap();
    home
}

#[test]
fn a_file_that_is_there_is_written_over_only_where_that_is_said() {
    let home = folder();
    let (there, other) = (
        home.path().join("there.json"),
        home.path().join("other.csv"),
    );
    fs::write(&there, "mine").unwrap();
    let said = run(
        home.path(),
        &["convert", "pagos.csv", "other.csv", "there.json"],
    );
    assert_eq!(said.code, Some(2), "{}", said.err);
    assert!(said.err.contains("there.json is already") || said.err.contains("there.json is there"));
    assert!(said.err.contains("--force"), "{}", said.err);
    assert_eq!(fs::read_to_string(&there).unwrap(), "mine");
    assert!(!other.exists(), "neither of both is written");
    let said = run(
        home.path(),
        &["convert", "pagos.csv", "other.csv", "there.json", "--force"],
    );
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(fs::read_to_string(&there).unwrap().contains("2024-12-31") && other.exists());
}

#[test]
fn what_is_found_of_columns_can_be_written_down_and_held_against_the_file() {
    let home = folder();
    let args = ["profile", "pagos.csv", "--write-schema", "schema.json"];
    let said = run(home.path(), &args);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(
        said.err.contains("3 columns") && said.err.contains("schema.json"),
        "{}",
        said.err
    );
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(home.path().join("schema.json")).unwrap())
            .unwrap();
    assert_eq!(
        schema,
        json!({"fields": [
            {"name": "Día", "type": "date", "format": "%d/%m/%Y", "title": "Día"},
            {"name": "Monto", "type": "number", "decimalChar": ",", "groupChar": ".",
             "missingValues": ["", "n.d."], "title": "Monto"},
            {"name": "Folio", "type": "string", "title": "Folio"},
        ]})
    );
    let said = run(
        home.path(),
        &[
            "check",
            "pagos.csv",
            "--schema",
            "schema.json",
            "--format",
            "json",
        ],
    );
    assert_eq!(said.code, Some(0), "{}", said.err);
    let found: Vec<Value> = serde_json::from_str(&said.out).unwrap();
    let codes: Vec<&Value> = found.iter().map(|one| &one["code"]).collect();
    // The schema says all but that.
    assert_eq!(codes, ["data-encoding-guessed"]);
    assert_eq!(run(home.path(), &args).code, Some(2), "it is there already");
}

#[test]
fn a_file_of_a_portal_is_checked_as_its_dataset_declares_it() {
    let home = folder();
    let root = home.path().join("portal");
    fs::create_dir_all(root.join("data/pagos")).unwrap();
    fs::create_dir_all(root.join("data/pagos-2")).unwrap();
    fs::write(
        root.join("tragaluz.toml"),
        "[portal]\ntitle = \"P\"\nlanguages = [\"es\"]\n",
    )
    .unwrap();
    let declared = "---\ntitle: Pagos\nresources:\n  - path: pagos.csv\n    schema:\n      fields:\n        \
                    - {name: Monto, type: number, decimalChar: \",\", groupChar: \".\", \
                    missingValues: [\"n.d.\"], constraints: {maximum: 100}}\n---\n";
    for name in ["pagos", "pagos-2"] {
        let folder = root.join("data").join(name);
        fs::write(folder.join("dataset.md"), declared).unwrap();
        fs::copy(home.path().join("pagos.csv"), folder.join("pagos.csv")).unwrap();
    }
    let said = run(
        home.path(),
        &["check", "portal/data/pagos/pagos.csv", "--format", "json"],
    );
    assert_eq!(said.code, Some(1), "{}", said.err);
    let found: Vec<Value> = serde_json::from_str(&said.out).unwrap();
    let broken: Vec<&Value> = found
        .iter()
        .filter(|one| one["code"] == "data-rule-broken")
        .collect();
    assert_eq!(broken.len(), 1, "{}", said.out);
    assert_eq!(broken[0]["file"], "data/pagos/pagos.csv");
    assert_eq!(
        (
            &broken[0]["line"],
            &broken[0]["column"],
            &broken[0]["end_column"]
        ),
        (&json!(2), &json!(12), &json!(20))
    );
    assert!(
        found
            .iter()
            .all(|one| one["file"].as_str().unwrap().starts_with("data/pagos/")),
        "{}",
        said.out
    );
    assert!(said.err.contains("data/pagos/dataset.md"), "{}", said.err);
    // What is said on the command line counts for more.
    let args = ["check", "data/pagos/pagos.csv", "--schema", "s.json"];
    fs::write(
        root.join("s.json"),
        "{\"fields\": [{\"name\": \"Monto\", \"type\": \"string\"}]}",
    )
    .unwrap();
    let said = run(&root, &args);
    assert_eq!(said.code, Some(0), "{}", said.out);
    // A file that is of no dataset is checked alone.
    fs::copy(home.path().join("pagos.csv"), root.join("suelto.csv")).unwrap();
    let said = run(&root, &["check", "suelto.csv"]);
    assert_eq!(said.code, Some(0), "{}", said.out);
    assert!(!said.err.contains("dataset.md"), "{}", said.err);
}
