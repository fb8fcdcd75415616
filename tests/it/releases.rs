//! Versions of datasets: what changed row by row, the ledger, and what becomes of either when somebody touches it.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads and damages what a release left"
)]

use crate::driver::{Portal, SETTINGS};
use flate2::read::GzDecoder;
use std::fs;
use std::io::Read;
use tragaluz::diag::{Diagnostic, Severity};
use tragaluz::history::{ReleaseOrder, ReleaseReason, ReleasedDataset, TableForm};
use tragaluz::text::date::PartialDate;
use tragaluz::verify::VerifyOrder;
use tragaluz::{AddressPolicy, Fatal, Options, Sink};
use tragaluz_changes::{NamedCell, Removal};

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
        takedown: None,
    };
    try_order(portal, &order)
}

fn try_order(
    portal: &Portal,
    order: &ReleaseOrder,
) -> Result<(Vec<ReleasedDataset>, Vec<&'static str>), Fatal> {
    let mut sink = Sink::new();
    let made = tragaluz::release(portal.root(), &Options::default(), order, &mut sink)?;
    let errors = sink
        .iter()
        .filter(|found| found.severity == Severity::Error);
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
        "1 fila añadida, 1 fila quitada, 1 fila cambiada",
        "1 celda de «amount».",
        ">gasto, versión 2 del 28 de febrero de 2025</a>",
        ">Lo que cambió en gasto con la versión 2 del 28 de febrero de 2025</a>",
        "href=\"releases.jsonl\"",
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

/// What did not happen is not counted on the page.
#[test]
fn a_page_says_only_what_changed() {
    let portal = twice();
    portal.write(
        "data/gasto/gasto.csv",
        format!("{SECOND}9,Nueve,90\n").as_bytes(),
    );
    release(&portal, "2025-03-31");
    let page = portal.build().text("datasets/gasto/index.html");
    assert!(page.contains("<span>1 fila añadida.</span>"), "{page}");
    assert!(!page.contains("0 fila"), "{page}");
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
        takedown: None,
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

/// What a person's row says in the versions of [`with_ana`]: none of it may be found after a takedown.
const SECRETS: [&str; 3] = ["Ana Ruiz", "kx51", "kx52"];

/// A portal with four versions: a person is in the second, with another number in the third, and gone from the data since.
/// The fourth has the tables of the third, and another one.
fn with_ana() -> Portal {
    let portal = Portal::new().file("data/gasto/dataset.md", DATASET);
    let versions = [
        "id,name,room\n1,Uno,10\n3,Tres,30\n",
        "id,name,room\n1,Uno,10\n2,Ana Ruiz,kx51\n3,Tres,30\n",
        "id,name,room\n1,Uno,11\n2,Ana Ruiz,kx52\n3,Tres,30\n",
    ];
    for (number, rows) in versions.iter().enumerate() {
        portal.write("data/gasto/gasto.csv", rows.as_bytes());
        release(&portal, &format!("2025-01-0{}", number + 1));
    }
    let described = DATASET.replace("[id]\n---", "[id]\n  - path: otra.csv\n---");
    portal.write("data/gasto/dataset.md", described.as_bytes());
    portal.write("data/gasto/otra.csv", b"a\n1\n");
    release(&portal, "2025-01-04");
    portal
}

fn takedown(rows: &[(&str, &str)], columns: &[&str]) -> ReleaseOrder {
    let cell = |(column, value): &(&str, &str)| NamedCell {
        column: (*column).to_owned(),
        value: (*value).to_owned(),
    };
    ReleaseOrder {
        date: "2025-02-01".to_owned(),
        reason: ReleaseReason::Takedown,
        note: Some("A person asked.".to_owned()),
        datasets: vec!["gasto".to_owned()],
        takedown: Some(Removal {
            rows: rows.iter().map(cell).collect(),
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
        }),
    }
}

/// Returns the kept files below a folder, unpacked, by their paths.
fn unpacked(portal: &Portal, folder: &str) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(portal.root().join(folder)).sort_by_file_name();
    let files = files.into_iter().map(|entry| entry.unwrap().into_path());
    let kept = files.filter(|path| path.extension().is_some_and(|ending| ending == "gz"));
    kept.map(|path| {
        let text = gunzipped(&fs::read(&path).unwrap());
        let name = path.strip_prefix(portal.root()).unwrap();
        (name.to_str().unwrap().to_owned(), text)
    })
    .collect()
}

fn assert_nowhere(portal: &Portal, folder: &str) {
    let files = unpacked(portal, folder);
    assert!(files.len() > 3, "{files:?}");
    for (path, text) in files {
        let found = SECRETS.iter().find(|secret| text.contains(**secret));
        assert_eq!(found, None, "{path}");
    }
}

/// Whoever gets the published copy finds that every version leads to the next.
fn assert_verified(portal: &Portal) {
    let mut sink = Sink::new();
    let copy = portal.root().join("public");
    tragaluz::verify::verify(&copy, &VerifyOrder { key: None }, &mut sink).unwrap();
    let worse = |found: &&Diagnostic| found.severity != Severity::Note;
    let faults: Vec<&Diagnostic> = sink.iter().filter(worse).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn a_takedown_leaves_nothing_in_any_version_and_the_chain_whole() {
    let portal = with_ana();
    portal.write(
        "data/gasto/gasto.csv",
        b"id,name,room\n1,Uno,11\n3,Tres,30\n",
    );
    portal.build().assert_published();
    let ledger = || fs::read_to_string(portal.root().join("data/gasto/releases.jsonl")).unwrap();
    let before = ledger();
    let (made, errors) = try_order(&portal, &takedown(&[("id", "2")], &[])).unwrap();
    assert_eq!((made.len(), errors), (1, Vec::new()));
    let rewritten = made[0].release.rewritten.iter();
    let told: Vec<(u32, u64)> = rewritten.map(|r| (r.version, r.rows_removed)).collect();
    assert_eq!(told, [(2, 1), (3, 1), (4, 1)]);
    let now = &made[0].release.tables[0];
    assert_eq!((now.form, now.rows), (TableForm::Same, 2));
    assert!(ledger().starts_with(&before), "no line was touched");
    assert_nowhere(&portal, "data/gasto/releases");
    let built = portal.build();
    built.assert_published();
    assert!(!built.codes().contains(&"dataset-unreleased"));
    assert_nowhere(&portal, "public/datasets/gasto/versions");
    let page = built.text("datasets/gasto/index.html");
    let said = [
        "A person asked.",
        "Se quitaron datos de las versiones: 2, 3, 4.",
        "Desde el 1 de febrero de 2025 está sin los datos que retiró la versión 5.",
    ];
    for words in said {
        assert!(page.contains(words), "{words}");
    }
    assert_verified(&portal);
    let again = try_order(&portal, &takedown(&[("id", "2")], &[])).unwrap();
    assert!(again.0.is_empty(), "no version holds it any more");
    // Versions go on as before.
    portal.write(
        "data/gasto/gasto.csv",
        b"id,name,room\n1,Uno,12\n3,Tres,30\n",
    );
    assert_eq!(release(&portal, "2025-02-02")[0].release.version, 6);
    portal.build().assert_published();
}

#[test]
fn a_version_whose_rows_stay_the_same_loses_what_its_change_told() {
    let portal = with_ana();
    portal.write(
        "data/gasto/gasto.csv",
        b"id,name,room\n1,Uno,11\n3,Tres,30\n",
    );
    release(&portal, "2025-01-05");
    portal.build().assert_published();
    let (made, _) = try_order(&portal, &takedown(&[("name", "Ana Ruiz")], &[])).unwrap();
    let last = made[0].release.rewritten.last().unwrap();
    assert_eq!((last.version, &last.replaces), (5, &last.table.sha256));
    assert_eq!(last.table.changes.as_ref().unwrap().removed, 0);
    assert_nowhere(&portal, "data/gasto/releases");
    portal.build().assert_published();
    assert_nowhere(&portal, "public/datasets/gasto/versions");
}

#[test]
fn cells_of_a_column_are_emptied_and_their_rows_stay() {
    let portal = with_ana();
    portal.write(
        "data/gasto/gasto.csv",
        b"id,name,room\n1,Uno,11\n2,Ana Ruiz,\n3,Tres,30\n",
    );
    let (made, _) = try_order(&portal, &takedown(&[("id", "2")], &["room"])).unwrap();
    let rewritten = made[0].release.rewritten.iter();
    let told: Vec<(u32, u64)> = rewritten.map(|r| (r.version, r.cells_emptied)).collect();
    assert_eq!(told, [(2, 1), (3, 1), (4, 1)]);
    for (path, text) in unpacked(&portal, "data/gasto/releases") {
        assert!(!text.contains("kx5"), "{path}");
    }
    portal.build().assert_published();
    let file = portal
        .root()
        .join("public/datasets/gasto/versions/3/gasto.csv.gz");
    let rows = gunzipped(&fs::read(file).unwrap());
    assert_eq!(
        rows,
        "id,name,room\r\n1,Uno,11\r\n2,Ana Ruiz,\r\n3,Tres,30\r\n"
    );
}

#[test]
fn what_the_data_still_hold_is_not_taken_down_and_nothing_changes() {
    let portal = with_ana();
    let ledger = fs::read(portal.root().join("data/gasto/releases.jsonl")).unwrap();
    let said = |order: &ReleaseOrder| try_order(&portal, order).unwrap_err().to_string();
    assert!(said(&takedown(&[("id", "2")], &[])).contains("one row of gasto"));
    assert!(said(&takedown(&[("id", "2")], &["room"])).contains("one cell of gasto"));
    assert!(said(&takedown(&[("idd", "2")], &[])).contains("“idd”"));
    assert_eq!(
        fs::read(portal.root().join("data/gasto/releases.jsonl")).unwrap(),
        ledger
    );
    assert!(!portal.root().join("data/gasto/releases/5").exists());
}

#[test]
fn among_many_versions_some_are_kept_whole_and_all_are_made_of_those() {
    let portal = portal();
    for number in 1..=34 {
        let rows = format!("id,name,amount\n1,Uno,{number}\n");
        portal.write("data/gasto/gasto.csv", rows.as_bytes());
        release(&portal, "2025-01-31");
    }
    let kept = |version: u32| {
        let folder = portal.root().join(format!("data/gasto/releases/{version}"));
        ["gasto.csv.gz", "gasto.delta.jsonl.gz"].map(|name| folder.join(name).exists())
    };
    assert_eq!(
        [1, 2, 32, 33, 34].map(kept),
        [
            [true, false],
            [false, true],
            [false, true],
            [true, true],
            [false, true],
        ]
    );
    // What is not needed for a version may be away.
    fs::remove_file(
        portal
            .root()
            .join("data/gasto/releases/20/gasto.delta.jsonl.gz"),
    )
    .unwrap();
    portal.write("data/gasto/gasto.csv", FIRST.as_bytes());
    assert_eq!(release(&portal, "2025-02-01")[0].release.version, 35);
}

#[test]
fn addresses_of_versions_last_but_for_whole_ones_that_stand_as_what_changed() {
    let portal = twice();
    portal.write("data/gasto/gasto.csv", FIRST.as_bytes());
    release(&portal, "2025-03-31");
    let published = Options {
        addresses: AddressPolicy::published(),
        ..Options::default()
    };
    portal.build_with(&published).assert_published();
    let list = fs::read_to_string(portal.root().join("addresses.txt")).unwrap();
    let whole = "datasets/gasto/versions/2/gasto.csv.gz";
    for address in [
        "datasets/gasto/releases.jsonl",
        "datasets/gasto/versions/2/gasto.delta.jsonl.gz",
        whole,
    ] {
        assert!(list.lines().any(|line| line == address), "{address}");
    }
    let settings = format!("{SETTINGS}[releases]\nkeep = 1\n");
    portal.write("tragaluz.toml", settings.as_bytes());
    let built = portal.build_with(&published);
    built.assert_published();
    assert!(!built.site.manifest.contains_key(whole));
    fs::remove_file(portal.root().join("data/gasto/releases.jsonl")).unwrap();
    assert!(
        portal
            .build_with(&published)
            .codes()
            .contains(&"address-lost")
    );
}

#[test]
fn a_page_tells_the_newest_versions_and_how_many_there_are_besides() {
    let portal = portal();
    for number in 1..=14 {
        let rows = format!("id,name,amount\n1,Uno,{number}\n");
        portal.write("data/gasto/gasto.csv", rows.as_bytes());
        release(&portal, "2025-01-31");
    }
    let built = portal.build();
    built.assert_published();
    let page = built.text("datasets/gasto/index.html");
    assert!(
        page.contains("versions/3/") && !page.contains("versions/2/"),
        "{page}"
    );
    assert!(
        page.contains("2 versiones anteriores no aparecen aquí."),
        "{page}"
    );
}

#[test]
fn versions_are_looked_through_again_when_a_waiver_ends() {
    let waived = "waivers:\n  - {kind: e-mail, ground: consented, reason: They agreed., by: Unidad, until: 2025-12-31}\n";
    let described =
        |waivers: &str| DATASET.replacen("title: Gasto\n", &format!("title: Gasto\n{waivers}"), 1);
    let portal = Portal::new()
        .file("data/gasto/dataset.md", &described(waived))
        .file(
            "data/gasto/gasto.csv",
            "id,name,post\n1,Uno,ana@correo.example\n2,Dos,eva@correo.example\n",
        );
    release(&portal, "2025-01-31");
    // The column goes, and the waiver is still needed for the version that has it.
    portal.write("data/gasto/gasto.csv", b"id,name\n1,Uno\n2,Dos\n");
    release(&portal, "2025-02-28");
    let on = |day: &str| Options {
        as_of: PartialDate::parse(day),
        ..Options::default()
    };
    let built = portal.build_with(&on("2025-06-01"));
    built.assert_published();
    assert!(!built.codes().contains(&"personal-waiver-in-vain"));
    let codes = portal.build_with(&on("2026-01-01")).codes().join(" ");
    assert!(codes.contains("personal-data-in-versions"), "{codes}");
    portal.write("data/gasto/dataset.md", described("").as_bytes());
    let codes = portal.build_with(&on("2025-06-01")).codes().join(" ");
    assert!(codes.contains("personal-data-in-versions"), "{codes}");
    let order = ReleaseOrder {
        date: "2025-03-01".to_owned(),
        ..takedown(&[], &["post"])
    };
    let (made, errors) = try_order(&portal, &order).unwrap();
    assert_eq!((made.len(), errors), (1, Vec::new()));
    portal.build_with(&on("2025-06-01")).assert_published();
}

#[test]
fn a_commitment_tells_the_versions_in_which_it_changed() {
    let page = |status: &str| {
        let more = if status == "finished" {
            "\n  - {number: 2, text: Pozo}"
        } else {
            ""
        };
        format!(
            "---\nid: C1\ntitle: Agua\nstatus: {status}\nmilestones:\n  - {{number: 1, text: Plano, status: {status}}}{more}\n---\nTexto.\n"
        )
    };
    let portal = Portal::new()
        .file("content/commitments/C1.md", &page("in-progress"))
        .file(
            "content/commitments/C2.md",
            "---\nid: C2\ntitle: Luz\n---\nTexto.\n",
        );
    let versions = [("2025-01-31", "in-progress"), ("2025-02-28", "finished")];
    for (date, status) in versions {
        portal.write("content/commitments/C1.md", page(status).as_bytes());
        let order = ReleaseOrder {
            date: date.to_owned(),
            reason: ReleaseReason::Scheduled,
            note: None,
            datasets: ["register-commitments", "register-milestones"]
                .map(str::to_owned)
                .into(),
            takedown: None,
        };
        let (made, errors) = try_order(&portal, &order).unwrap();
        assert_eq!((made.len(), errors), (2, Vec::new()));
    }
    let built = portal.build();
    built.assert_published();
    let shown = |path: &str| {
        built
            .text(path)
            .split("id=\"changes\"")
            .nth(1)
            .unwrap()
            .to_owned()
    };
    let (changed, other) = (shown("commitments/c1.html"), shown("commitments/c2.html"));
    for words in [
        "Versión 2",
        "Cambió: Estado",
        "Versión 1",
        "Primera versión en la que aparece.",
        "Registro de hitos",
        "Cambió: Hito 1 (Estado), Hito 2 (nuevo).",
    ] {
        assert!(changed.contains(words), "{words}: {changed}");
    }
    assert!(
        other.contains("Versión 1") && !other.contains("Versión 2"),
        "{other}"
    );
}

/// Makes a version of the registers of commitments and of their milestones.
fn release_registers(portal: &Portal, date: &str) {
    let names = ["register-commitments", "register-milestones"];
    let order = ReleaseOrder {
        date: date.to_owned(),
        reason: ReleaseReason::Scheduled,
        note: None,
        datasets: names.map(str::to_owned).to_vec(),
        takedown: None,
    };
    let (_, errors) = try_order(portal, &order).unwrap();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn a_commitment_tells_which_of_its_milestones_were_changed_or_dropped() {
    let with = |id: &str, milestones: &str| {
        format!("---\nid: {id}\ntitle: Agua {id}\nmilestones:\n{milestones}---\nTexto.\n")
    };
    let milestone = |number: u8, end: &str| {
        format!("  - {{number: {number}, text: Paso {number}, end: {end}}}\n")
    };
    let before = [milestone(1, "2025-03"), milestone(2, "2025-04")].concat();
    let after = [milestone(2, "2025-12"), milestone(10, "2025-06")].concat();
    let portal = Portal::new()
        .file("content/commitments/C1.md", &with("C1", &before))
        .file("content/commitments/C2.md", &with("C2", &before));
    release_registers(&portal, "2025-01-31");
    portal.write("content/commitments/C1.md", with("C1", &after).as_bytes());
    portal.write("content/commitments/C3.md", with("C3", &before).as_bytes());
    release_registers(&portal, "2025-02-28");
    let built = portal.build();
    built.assert_published();
    let shown = |path: &str| {
        let page = built.text(path);
        page.split("id=\"changes\"").nth(1).unwrap().to_owned()
    };
    let changed = shown("commitments/c1.html");
    let said = "Cambió: Hito 1 (ya no está), Hito 2 (Fin), Hito 10 (nuevo).";
    assert!(changed.contains(said), "{changed}");
    assert!(changed.contains("Registro de hitos"), "{changed}");
    // Neither what stayed nor what came with its commitment is told as a change.
    for path in ["commitments/c2.html", "commitments/c3.html"] {
        assert!(!shown(path).contains("Hito"), "{}", shown(path));
    }
}
