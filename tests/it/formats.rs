//! Every download is read back by programs that share no code with this one, and holds the same cells as the CSV.
//!
//! `tests/conformance/formats.py` reads them, with Python's own `csv`, `json`, `zipfile` and `sqlite3`, openpyxl and
//! DuckDB, and frictionless by the table's schema. `TRAGALUZ_PYTHON` names a Python that has the last three.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files and reads what CI asks for"
)]

use crate::driver::{Dice, Tool, ended, program_of, python_with_readers, repository, require};
use std::fs;
use std::path::Path;
use std::process::Command;
use tragaluz::{Options, Sink, build};

/// Texts that programs like to take for something else.
const HOSTILE: &[&str] = &[
    "=1+1",
    "+52",
    "-x",
    "@x",
    "'a",
    "\"q\"",
    "a\nb",
    "a\r\nb",
    "a\rb",
    " a ",
    "a  b",
    "\ta",
    "01008",
    "1.10",
    "1e5",
    "12345678901234567890",
    "0.1234567890123456789",
    "NA",
    "null",
    "TRUE",
    "#REF!",
    "مرحبا",
    "😀",
    "ñ́",
    "\u{1}\u{1f}",
    "_x0041_",
    "<b>&amp;</b>",
    "a,b;c",
    "2020-02-30",
    "-0",
    "1/2",
    "\u{feff}x",
    "\u{a0}",
    "日本",
    "]]>",
    "\\",
    "\u{2028}",
];

/// A table with a column of every type, and columns of anything.
fn table(dice: &mut Dice, rows: usize) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let header = [
        "id", "amount", "day", "at", "clock", "yes", "year", "big", "lat", "lon", "computed",
        "any", "Text", "text",
    ];
    writer.write_record(header).unwrap();
    for row in 0..rows {
        let mut gap = |text: String| {
            if dice.roll(9) == 0 && row > 0 {
                String::new()
            } else {
                text
            }
        };
        let typed = [
            format!("{}.{:02}", row * 7 % 1000, row % 100),
            format!(
                "{}-{:02}-{:02}",
                1890 + row % 200,
                row % 12 + 1,
                row % 28 + 1
            ),
            format!("20{:02}-03-04T05:06:{:02}", row % 100, row % 60),
            format!("{:02}:{:02}:00", row % 24, row % 60),
            ["true", "false"][row % 2].to_owned(),
            (1900 + row % 150).to_string(),
            format!("9007199254740993{:04}", row % 10_000),
            format!("{}.5", row % 89),
            format!("-{}.25", row % 179),
            // What doubles give: the shortest digits that represent them, up to 17.
            (f64::from(u16::try_from(row % 1000).unwrap()) * 0.1 + 0.2).to_string(),
        ]
        .map(&mut gap);
        let mut record = vec![(row + 1).to_string()];
        record.extend(typed);
        let mut any = || HOSTILE[dice.roll(HOSTILE.len())].to_owned();
        record.extend([any(), any(), any() + &any()]);
        writer.write_record(record).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

const DATASET: &str = "---
title: Hostile
summary: Cells that programs like to take for something else.
licenses: [{name: CC-BY-4.0}]
resources:
  - {name: small, path: small.csv, schema: {primaryKey: [id], fields: [{name: id, type: integer}]}}
  - {name: large, path: large.csv, schema: {fields: [{name: big, type: integer}]}}
  - {name: empty, path: empty.csv}
  - {name: few, path: few.csv, disclosure: {counts: [people], totals: {sex: [Both]}, dimensions: [town]}}
---
Rows.
";

/// Counts of which some are not shown.
const FEW: &str = "town,sex,people
A,f,3
A,m,20
A,Both,23
B,f,41
B,m,1
B,Both,42
C,f,51
C,m,52
C,Both,103
";

fn portal(root: &Path) {
    let write = |path: &str, text: &str| {
        let full = root.join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    };
    let mut dice = Dice::new(7);
    write(
        "tragaluz.toml",
        "[portal]\ntitle = \"T\"\nlanguages = [\"es\", \"en\"]\n",
    );
    write("content/index.md", "---\ntitle: T\n---\nT\n");
    write("data/hostile/dataset.md", DATASET);
    write("data/hostile/small.csv", &table(&mut dice, 90));
    write("data/hostile/large.csv", &table(&mut dice, 14_000));
    write("data/hostile/empty.csv", "a,b\n");
    write("data/hostile/few.csv", FEW);
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|e| e.unwrap());
    let files = entries.filter(|e| e.file_type().is_file());
    files
        .map(|e| (e.path().display().to_string(), fs::read(e.path()).unwrap()))
        .collect()
}

#[test]
fn independent_readers_find_the_same_cells() {
    let home = tempfile::tempdir().unwrap();
    portal(home.path());
    let out = home.path().join("public");
    let make = || {
        let mut sink = Sink::new();
        build(
            home.path(),
            &Options {
                out: Some(out.clone()),
                ..Options::default()
            },
            &mut sink,
        )
        .unwrap();
        let errors: Vec<_> = sink
            .iter()
            .filter(|d| d.severity == tragaluz::diag::Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
        files(&out.join("datasets"))
    };
    let (first, second) = (make(), make());
    for ((path, one), (_, two)) in first.iter().zip(&second) {
        assert!(one == two, "{path} is not the same twice");
    }
    let endings: &[&str] = &[
        "csv",
        "sample.csv",
        "csv.gz",
        "excel.csv",
        "ods",
        "json",
        "ndjson",
        "geojson",
    ];
    let more: &[(&str, bool)] = &[
        ("xlsx", cfg!(feature = "xlsx")),
        ("parquet", cfg!(feature = "parquet")),
    ];
    let more = more
        .iter()
        .filter(|(_, here)| *here)
        .map(|(ending, _)| ending);
    for ending in endings.iter().chain(more) {
        assert!(
            out.join(format!("datasets/hostile/large.{ending}"))
                .is_file(),
            "there is no large.{ending}"
        );
    }
    read_back(&out.join("datasets/hostile"));
}

const DECLARED: &str = "---
title: Declared
summary: Cells that stay text where nothing is declared.
licenses: [{name: CC-BY-4.0}]
resources:
  - name: cells
    path: cells.csv
    dialect: {decimalChar: \",\"}
    schema:
      fields:
        - {name: people, type: number, groupChar: \" \"}
        - {name: area, type: number, groupChar: \"\u{a0}\"}
        - {name: canton, type: number, decimalChar: \".\", groupChar: \"'\"}
        - {name: share, type: number, bareNumber: false}
        - {name: water, type: boolean, trueValues: [Sí, X], falseValues: [No]}
        - {name: day, type: date, format: \"%d-%b-%y\"}
        - {name: plain, type: boolean}
---
Rows.
";
const CELLS: &str = "people;area;canton;share;water;day;plain
8 348 151;1\u{a0}234,50;814'762.5;12,5 %;Sí;03-ene-24;TRUE
731 391;85,10;12;7 %;No;15-Aug-99;0
16;-2\u{a0}000;-1'000.25;-0,5%;X;1-dic-70;
";

/// What stays text where nothing is declared has its value where it is, and others read it from the CSV and its schema.
#[test]
fn declared_values_are_what_others_read() {
    let home = tempfile::tempdir().unwrap();
    portal(home.path());
    fs::remove_dir_all(home.path().join("data/hostile")).unwrap();
    fs::create_dir_all(home.path().join("data/declared")).unwrap();
    fs::write(home.path().join("data/declared/dataset.md"), DECLARED).unwrap();
    fs::write(home.path().join("data/declared/cells.csv"), CELLS).unwrap();
    let out = home.path().join("public");
    let mut sink = Sink::new();
    build(
        home.path(),
        &Options {
            out: Some(out.clone()),
            ..Options::default()
        },
        &mut sink,
    )
    .unwrap();
    let errors: Vec<_> = sink
        .iter()
        .filter(|d| d.severity == tragaluz::diag::Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    let lines = fs::read_to_string(out.join("datasets/declared/cells.ndjson")).unwrap();
    let wanted = [
        r#"{"people":8348151,"area":1234.50,"canton":814762.5,"share":12.5,"water":true,"day":"2024-01-03","plain":true}"#,
        r#"{"people":731391,"area":85.10,"canton":12,"share":7,"water":false,"day":"1999-08-15","plain":false}"#,
        r#"{"people":16,"area":-2000,"canton":-1000.25,"share":-0.5,"water":true,"day":"1970-12-01","plain":null}"#,
    ];
    assert_eq!(lines.lines().collect::<Vec<_>>(), wanted);
    // Every other format is compared with the CSV's texts, which here are not in the form of values.
    python(&[
        "--by-schema".as_ref(),
        out.join("datasets/declared").as_os_str(),
    ]);
}

fn read_back(folder: &Path) {
    python(&[folder.as_os_str()]);
}

/// Exit code of `formats.py` where the Python lacks a library.
const LACKS_A_LIBRARY: i32 = 3;

fn python(arguments: &[&std::ffi::OsStr]) {
    let python = python_with_readers().or_else(|| program_of(None, "python3"));
    let Some(python) = require(Tool::PYTHON, python) else {
        return;
    };
    let script = repository("tests/conformance/formats.py");
    let run = ended(Command::new(python).arg(script).args(arguments));
    let read = (run.code != Some(LACKS_A_LIBRARY)).then_some(());
    if require(Tool::DATA_READERS, read).is_some() {
        run.assert_code(0);
    }
}

/// The most memory that a build of a table of so many rows holds, in KiB; none where there is no Python to ask.
fn peak(rows: usize) -> Option<u64> {
    let home = tempfile::tempdir().unwrap();
    let root = home.path();
    fs::create_dir_all(root.join("content")).unwrap();
    fs::create_dir_all(root.join("data/long")).unwrap();
    fs::write(
        root.join("tragaluz.toml"),
        "[portal]\ntitle = \"T\"\nlanguages = [\"en\"]\n",
    )
    .unwrap();
    fs::write(root.join("content/index.md"), "---\ntitle: T\n---\nT\n").unwrap();
    let row = |n: usize| {
        format!(
            "{},{}.25,2020-01-{:02},{}\n",
            n % 1000,
            n % 89,
            n % 28 + 1,
            "word ".repeat(8)
        )
    };
    let text: String = std::iter::once("code,lat,day,text\n".to_owned())
        .chain((0..rows).map(row))
        .collect();
    fs::write(root.join("data/long/long.csv"), text).unwrap();
    let python = require(Tool::PYTHON, program_of(None, "python3"))?;
    let mut run = Command::new(python);
    run.arg(repository("tests/conformance/peak.py"))
        .arg(env!("CARGO_BIN_EXE_tragaluz"))
        .args(["build", "--root"])
        .arg(root);
    let run = ended(&mut run);
    run.assert_code(0);
    run.out.trim().parse().ok()
}

/// Every format at once; a writer that held its rows would hold three times more here.
#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_rows() {
    let (Some(few), Some(many)) = (peak(16_000), peak(64_000)) else {
        return;
    };
    assert!(
        many * 5 < few * 6,
        "{few} KiB for 16,000 rows, {many} KiB for 64,000"
    );
}
