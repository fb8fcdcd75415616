//! The published CSV has the cells as programs expect them, and says what the received file says: tables are generated
//! from known values, written as offices write them, and have to come out as those values.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the files that it reads"
)]

use crate::driver::Portal;
use proptest::prelude::*;
use std::path::Path;
use tragaluz::cache::CacheKey;
use tragaluz::tables::standalone::profile_file;
use tragaluz::{Options, Sink};
use tragaluz_tables::writers::convert::{convert, format_named};
use tragaluz_tables::{Column, Table};

/// How an office writes its numbers, days and times.
#[derive(Debug, Clone)]
struct Office {
    decimal: char,
    group: Option<char>,
    day: Day,
    pad: &'static str,
}

/// How it writes days.
#[derive(Debug, Clone, Copy)]
enum Day {
    Slashes,
    Short,
    American,
    Dots,
    Iso,
}

impl Day {
    fn write(self, (year, month, day): (u32, u32, u32)) -> String {
        match self {
            Day::Slashes => format!("{day:02}/{month:02}/{year}"),
            Day::Short => format!("{day}/{month}/{year}"),
            Day::American => format!("{month:02}/{day:02}/{year}"),
            Day::Dots => format!("{day:02}.{month:02}.{year}"),
            Day::Iso => format!("{year}-{month:02}-{day:02}"),
        }
    }
}

impl Office {
    /// A number of hundredths.
    fn number(&self, hundredths: i64) -> String {
        let whole = (hundredths.abs() / 100).to_string();
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                grouped.extend(self.group);
            }
            grouped.push(digit);
        }
        let sign = if hundredths < 0 { "-" } else { "" };
        format!(
            "{sign}{grouped}{}{:02}",
            self.decimal,
            hundredths.abs() % 100
        )
    }

    fn padded(&self, text: &str) -> String {
        format!("{}{text}{}", self.pad, self.pad)
    }
}

/// One row of known values.
#[derive(Debug, Clone)]
struct KnownRow {
    hundredths: i64,
    day: (u32, u32, u32),
    minutes: u32,
}

impl KnownRow {
    fn received(&self, office: &Office) -> [String; 3] {
        let day = office.day.write(self.day);
        let clock = format!("{:02}:{:02}", self.minutes / 60, self.minutes % 60);
        let moment = match office.day {
            Day::Slashes | Day::American | Day::Iso => format!("{day} {clock}"),
            _ => "-".to_owned(),
        };
        [
            office.padded(&office.number(self.hundredths)),
            office.padded(&day),
            moment,
        ]
    }

    fn published(&self, office: &Office) -> [String; 3] {
        let sign = if self.hundredths < 0 { "-" } else { "" };
        let number = format!(
            "{sign}{}.{:02}",
            self.hundredths.abs() / 100,
            self.hundredths.abs() % 100
        );
        let (year, month, day) = self.day;
        let day = format!("{year}-{month:02}-{day:02}");
        let moment = match office.day {
            Day::Slashes | Day::American | Day::Iso => {
                format!("{day}T{:02}:{:02}", self.minutes / 60, self.minutes % 60)
            }
            _ => "-".to_owned(),
        };
        [number, day, moment]
    }
}

fn offices() -> impl Strategy<Value = Office> {
    let marks = prop_oneof![
        Just(('.', None)),
        Just((',', None)),
        Just((',', Some('.'))),
        Just(('.', Some(','))),
        Just((',', Some('\u{202f}'))),
        Just(('.', Some('\''))),
    ];
    let days = prop_oneof![
        Just(Day::Slashes),
        Just(Day::Short),
        Just(Day::American),
        Just(Day::Dots),
        Just(Day::Iso)
    ];
    let pads =
        prop_oneof![3 => Just(""), 1 => Just(" "), 1 => Just("\u{a0}"), 1 => Just("\u{200b}")];
    (marks, days, pads).prop_map(|((decimal, group), day, pad)| Office {
        decimal,
        group,
        day,
        pad,
    })
}

fn rows() -> impl Strategy<Value = Vec<KnownRow>> {
    let row = (
        -99_999_999i64..99_999_999,
        1900u32..2100,
        1u32..13,
        1u32..29,
        0u32..1440,
    );
    let row = row.prop_map(|(n, year, month, day, minutes)| {
        // No cell is a whole zero with a minus, which no number is written as.
        let hundredths = if n.abs() < 100 { n.abs() } else { n };
        KnownRow {
            hundredths,
            day: (year, month, day),
            minutes,
        }
    });
    prop::collection::vec(row, 4..30).prop_map(|mut rows| {
        // A cell decides which is the day, and one which mark is that of the decimals.
        rows[0] = KnownRow {
            hundredths: 123_456_789,
            day: (2024, 5, 31),
            minutes: 605,
        };
        rows
    })
}

fn read(path: &Path) -> Table {
    profile_file(path, None, &mut Sink::new()).unwrap().unwrap()
}

fn cells(table: &Table) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    convert(table, vec![(format_named("csv").unwrap(), &mut out)]).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(true)
        .from_reader(&out[..]);
    reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn published_cells_are_the_values_that_were_meant(office in offices(), rows in rows(), gaps in any::<u64>()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_path(&path).unwrap();
        writer.write_record(["place", "amount", "day", "moment"]).unwrap();
        let is_gap = |at: usize| at > 0 && gaps & (1 << (at % 64)) != 0 && at.is_multiple_of(3);
        for (at, row) in rows.iter().enumerate() {
            let [amount, day, moment] = row.received(&office);
            let amount = if is_gap(at) { "[c]".to_owned() } else { amount };
            writer.write_record(["Toluca".to_owned(), amount, day, moment]).unwrap();
        }
        drop(writer);
        let mut table = read(&path);
        let published = cells(&table);
        for (at, (row, got)) in rows.iter().zip(&published).enumerate() {
            let [amount, day, moment] = row.published(&office);
            let amount = if is_gap(at) { "[c]".to_owned() } else { amount };
            prop_assert_eq!(&got[1..], &[amount, day, moment], "{:?}", office);
        }
        // Each cell, read by the published form, has the value that the received cell has by its own.
        let mut records = table.records().unwrap();
        let (mut one, mut two) = (String::new(), String::new());
        for row in &published {
            let received = records.next_row().unwrap().unwrap().clone();
            for (at, column) in table.columns.iter().enumerate() {
                let own = column.value(received.cell(at), &mut one);
                let other = Column { form: column.published.clone(), ..column.clone() };
                prop_assert_eq!(own, other.value(Some(&row[at]), &mut two));
            }
        }
        drop(records);
        table.columns.iter_mut().for_each(Column::keep_as_received);
        for (at, (row, got)) in rows.iter().zip(cells(&table)).enumerate() {
            let [amount, day, moment] = row.received(&office);
            let amount = if is_gap(at) { "[c]".to_owned() } else { amount };
            prop_assert_eq!(&got[1..], &[amount, day, moment]);
        }
    }
}

/// What `NAME.csv` has of a file.
fn published(text: &str) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    std::fs::write(&path, text).unwrap();
    cells(&read(&path))
}

fn first_column(text: &str) -> Vec<String> {
    published(text)
        .into_iter()
        .map(|mut row| row.remove(0))
        .collect()
}

#[test]
fn what_is_not_certain_stays_as_it_was_received() {
    for same in [
        // Days that could be months.
        "d,x\n03/04/2024,a\n05/06/2024,b\n",
        // Signs around numbers, brackets, words for yes and no.
        "n,x\n\"$1,200.00\",a\n$80.00,b\n",
        "n,x\n12.5 %,a\n7.0 %,b\n",
        "n,x\n\"(1,234)\",a\n56,b\n",
        "yes,x\nTRUE,a\nFALSE,b\n",
        // Codes, and numbers of several precisions.
        "code,x\n01008,a\n09015,b\n",
        "n,x\n1.9,a\n1.10,b\n",
        "n;x\n19.432;a\n20.967;b\n",
    ] {
        let delimiter = if same.starts_with("n;") { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(same.as_bytes());
        let wanted: Vec<String> = reader
            .records()
            .map(|row| row.unwrap()[0].to_owned())
            .collect();
        assert_eq!(first_column(same), wanted, "{same}");
    }
}

#[test]
fn zeros_and_marks_for_no_value_stay() {
    assert_eq!(
        first_column("n;x\n1,10;a\n2,50;b\n[c];c\nNA;d\n"),
        ["1.10", "2.50", "[c]", "NA"]
    );
    assert_eq!(
        first_column("code,x\n=\"00123\",a\n=\"00045\",b\n\"=\"\"09\"\"\",c\n"),
        ["00123", "00045", "09"]
    );
    let many = "n,x\n\"1,234,567\",a\n\"12,345\",b\n1,c\n";
    assert_eq!(first_column(many), ["1234567", "12345", "1"]);
}

const DATASET: &str = "---
title: Pagos
summary: Lo que se pagó.
modified: 2024-01-15
resources:
  - name: pagos
    path: pagos.csv
    schema:
      fields:
        - {name: dia, type: date, format: \"%d/%m/%Y\", constraints: {minimum: 01/01/2020}}
        - {name: monto, type: number, decimalChar: \",\", groupChar: \".\", constraints: {maximum: \"9.999,50\"}}
        - {name: agua, type: boolean, trueValues: [Sí], falseValues: [No], constraints: {enum: [Sí, No]}}
        - {name: precio, type: number, bareNumber: false, groupChar: \",\"}
---
";
const CELLS: &str = "dia;monto;agua;precio;visto\n3/4/2021;1.234,50;Sí;$1,200.00;31/12/2020 9:05:00\n\
                     4/5/2022;7,00;No;$80.50;1/2/2021 10:15:30\n";

/// The descriptors say how the published CSV is written, and keep how the received file is; dates stay those declared.
#[test]
fn descriptors_are_of_the_published_csv() {
    let portal = Portal::new()
        .file("data/pagos/dataset.md", DATASET)
        .file("data/pagos/pagos.csv", CELLS);
    let built = portal.build();
    let text = |path: &str| built.text(path);
    assert_eq!(
        text("datasets/pagos/pagos.csv"),
        "dia,monto,agua,precio,visto\r\n2021-04-03,1234.50,true,1200.00,2020-12-31T09:05:00\r\n\
         2022-05-04,7.00,false,80.50,2021-02-01T10:15:30\r\n"
    );
    let package: serde_json::Value =
        serde_json::from_str(&text("datasets/pagos/datapackage.json")).unwrap();
    assert!(
        package["created"]
            .as_str()
            .unwrap()
            .starts_with("2024-01-15"),
        "{package}"
    );
    let fields = package["resources"][0]["schema"]["fields"]
        .as_array()
        .unwrap();
    for field in fields {
        for own in ["format", "decimalChar", "groupChar", "bareNumber"] {
            assert!(field.get(own).is_none(), "{field}");
        }
    }
    assert_eq!(fields[0]["receivedFormat"]["format"], "%d/%m/%Y");
    assert_eq!(fields[0]["constraints"]["minimum"], "2020-01-01");
    assert_eq!(
        fields[1]["receivedFormat"],
        serde_json::json!({ "decimalChar": ",", "groupChar": "." })
    );
    assert_eq!(fields[1]["constraints"]["maximum"], "9999.50");
    assert_eq!(
        fields[2]["receivedFormat"]["trueValues"],
        serde_json::json!(["Sí"])
    );
    assert_eq!(
        fields[2]["constraints"]["enum"],
        serde_json::json!([true, false])
    );
    let csvw: serde_json::Value =
        serde_json::from_str(&text("datasets/pagos/pagos.csv-metadata.json")).unwrap();
    let types: Vec<&serde_json::Value> = csvw["tableSchema"]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| &c["datatype"])
        .collect();
    assert_eq!(types, ["date", "number", "boolean", "number", "dateTime"]);
    assert_eq!(text("datasets/pagos/original/pagos.csv"), CELLS);
    let feed = text("datasets/pagos/feed.xml");
    assert!(feed.contains("<updated>2024-01-15T"), "{feed}");
}

/// A file that changed while its date did not is named with the date, in each build until there is a new date; then feeds
/// have an entry for it.
#[test]
fn a_change_without_a_date_is_told_and_one_with_a_date_is_news() {
    let portal = Portal::new()
        .file("data/pagos/dataset.md", DATASET)
        .file("data/pagos/pagos.csv", CELLS);
    let undated = |codes: Vec<&'static str>| {
        codes
            .iter()
            .filter(|code| **code == "dataset-changed-undated")
            .count()
    };
    let first = portal.build();
    let entries = |text: &str| text.matches("<entry>").count();
    let before = first.text("datasets/pagos/feed.xml");
    assert_eq!(
        (undated(first.codes()), undated(portal.build().codes())),
        (0, 0)
    );
    let changed = CELLS.replace("7,00", "7,50");
    portal.write("data/pagos/pagos.csv", changed.as_bytes());
    let built = portal.build();
    assert_eq!(undated(built.codes()), 1);
    let finding = built
        .findings
        .iter()
        .find(|d| d.code.id == "dataset-changed-undated")
        .unwrap();
    let facts = format!("{:?}", finding.args);
    assert!(
        facts.contains("data/pagos/pagos.csv") && facts.contains("2024-01-15"),
        "{facts}"
    );
    assert_eq!(before, built.text("datasets/pagos/feed.xml"));
    // A build that remembers the last one says it until there is a date.
    let keeping = Options {
        program: Some(CacheKey::of(&[b"test"])),
        ..Options::default()
    };
    portal.build_with(&keeping);
    portal.write(
        "data/pagos/pagos.csv",
        changed.replace("7,50", "7,55").as_bytes(),
    );
    assert_eq!(
        [0; 3].map(|_| undated(portal.build_with(&keeping).codes())),
        [1; 3]
    );
    portal.write("data/pagos/pagos.csv", changed.as_bytes());
    assert_eq!(undated(portal.build_with(&keeping).codes()), 0);
    // Another change that has its date.
    portal.write(
        "data/pagos/pagos.csv",
        changed.replace("7,50", "7,60").as_bytes(),
    );
    portal.write(
        "data/pagos/dataset.md",
        DATASET.replace("2024-01-15", "2024-03-01").as_bytes(),
    );
    let built = portal.build();
    assert_eq!(undated(built.codes()), 0);
    let feed = built.text("feed.xml");
    assert!(
        feed.contains("<updated>2024-03-01T") && feed.contains("#2024-03-01"),
        "{feed}"
    );
    assert!(entries(&feed) >= 1);
}
