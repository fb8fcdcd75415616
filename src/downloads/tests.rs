#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use super::*;
use crate::cache::Cache;
use crate::source::limits::Limits;
use crate::stage::Staging;
use crate::tables::standalone;
use crate::text::lang::Lang;
use crate::timing::Timings;

/// What each default format makes of a file.
fn downloads(text: &str, lang: &str) -> (Files, std::collections::BTreeMap<String, String>) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("A b.csv");
    std::fs::write(&path, text).unwrap();
    let mut sink = Sink::new();
    let mut table = standalone::profile_file(&path, None, &mut sink)
        .unwrap()
        .unwrap();
    table.dataset = "Set".into();
    table.language = Lang::parse(lang);
    let tables = Tables::new(vec![table], Vec::new());
    let staging = Staging::beside(&home.path().join("public")).unwrap();
    let files = write(
        &tables,
        &WriteContext {
            staging: &staging,
            cache: &Cache::off(),
            timings: &Timings::default(),
            limits: Limits::default(),
        },
        &[],
        &mut sink,
    )
    .unwrap();
    assert!(!sink.has_errors());
    let texts = files.all().iter().map(|f| {
        let bytes = std::fs::read(staging.path_of(&f.path)).unwrap();
        assert_eq!(
            (bytes.len() as u64, crate::stage::sha256(&bytes)),
            (f.bytes, f.sha256.clone())
        );
        (f.path.clone(), String::from_utf8_lossy(&bytes).into_owned())
    });
    (Files::new(files.all().to_vec()), texts.collect())
}

const MIXED: &str = "code;amount;note;day\n01008;1,50;=SUM(A1);31/12/2020\n01009;;\"a \"\"b\"\"; c\";01/02/2021\n02001;-3,25\n";

#[test]
fn every_format_says_the_same() {
    let (files, texts) = downloads(MIXED, "es");
    assert_eq!(
        texts["datasets/set/a-b.csv"],
        "code,amount,note,day\r\n01008,1.50,=SUM(A1),2020-12-31\r\n01009,,\"a \"\"b\"\"; c\",2021-02-01\r\n02001,-3.25,,\r\n"
    );
    let objects = [
        r#"{"code":"01008","amount":1.50,"note":"=SUM(A1)","day":"2020-12-31"}"#,
        r#"{"code":"01009","amount":null,"note":"a \"b\"; c","day":"2021-02-01"}"#,
        r#"{"code":"02001","amount":-3.25,"note":null,"day":null}"#,
    ];
    assert_eq!(
        texts["datasets/set/a-b.json"],
        format!("[\n{}\n]\n", objects.join(",\n"))
    );
    assert_eq!(
        texts["datasets/set/a-b.ndjson"],
        format!("{}\n", objects.join("\n"))
    );
    assert_eq!(texts["datasets/set/original/A b.csv"], MIXED);
    assert!(
        files
            .all()
            .iter()
            .filter(|f| f.role != Role::Received)
            .all(|f| f.rows == Some(3))
    );
}

#[test]
fn the_excel_copy_is_for_excel() {
    let (_, texts) = downloads(MIXED, "es");
    let excel = &texts["datasets/set/a-b.excel.csv"];
    assert!(
        excel.starts_with("\u{feff}code;amount;note;day\r\n01008;1,50;'=SUM(A1);2020-12-31\r\n"),
        "{excel}"
    );
    let (_, texts) = downloads(
        "seen,n\n31/12/2020 9:05:00,1\n1/2/2021 10:15:30,2\n",
        "es-MX",
    );
    assert!(texts["datasets/set/a-b.excel.csv"].contains("\r\n2020-12-31 09:05:00,1\r\n"));
    assert!(texts["datasets/set/a-b.csv"].contains("\r\n2020-12-31T09:05:00,1\r\n"));
    let (_, texts) = downloads(MIXED, "es-MX");
    assert!(
        texts["datasets/set/a-b.excel.csv"].contains("\r\n01008,1.50,'=SUM(A1),2020-12-31\r\n")
    );
}

#[test]
fn a_format_that_is_not_there_is_a_finding() {
    let mut sink = Sink::new();
    let chosen = choose(&["jsn".to_owned(), "csv".to_owned()], &mut sink);
    assert_eq!(chosen.iter().map(|f| f.id()).collect::<Vec<_>>(), ["csv"]);
    assert!(sink.has_errors());
}

#[test]
fn an_empty_table_is_still_a_table() {
    let (_, texts) = downloads("a,b\n", "en");
    assert_eq!(texts["datasets/set/a-b.json"], "[]\n");
    assert_eq!(texts["datasets/set/a-b.csv"], "a,b\r\n");
}

#[test]
fn coordinates_become_features() {
    let (_, texts) = downloads("name,lat,lon\nA,19.4,-99.1\nB,,\n", "en");
    let features: serde_json::Value =
        serde_json::from_str(&texts["datasets/set/a-b.geojson"]).unwrap();
    assert_eq!(
        features["features"][0]["geometry"]["coordinates"],
        serde_json::json!([-99.1, 19.4])
    );
    assert_eq!(features["features"][1]["geometry"], serde_json::Value::Null);
    assert_eq!(features["features"][1]["properties"]["name"], "B");
    let (_, texts) = downloads("name,lat,lon\nA,419.4,-99.1\n", "en");
    assert!(!texts.contains_key("datasets/set/a-b.geojson"));
}

#[test]
fn features_there_and_back() {
    let features = [
        r#"{"type":"Feature","id":"mx-20","geometry":{"type":"Point","coordinates":[-96.72,17.06]},"properties":{"id":1,"n":"a"}}"#,
        r#"{"type":"Feature","id":"mx-07","geometry":null,"properties":{"id":2,"n":null}}"#,
        r#"{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"id":3,"n":"b"}}"#,
    ];
    let collection = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n",
        features.join(",\n")
    );
    let (_, texts) = downloads(&collection, "es");
    assert_eq!(texts["datasets/set/a-b.geojson"], collection);
    let (_, texts) = downloads(
        &collection.replace("-96.72,17.06", "742310.5,1887450.2"),
        "es",
    );
    assert!(
        !texts.keys().any(|path| path.ends_with(".geojson")),
        "metres are no degrees"
    );
}

#[test]
fn large_tables_get_a_sample_and_a_compressed_copy() {
    let text: String = std::iter::once("n,text\n".to_owned())
        .chain((0..40_000).map(|n| format!("{n},some text of some length\n")))
        .collect();
    let (files, texts) = downloads(&text, "en");
    assert_eq!(texts["datasets/set/a-b.sample.csv"].lines().count(), 101);
    let rows = |ending: &str| {
        files
            .all()
            .iter()
            .find(|f| f.path.ends_with(ending))
            .unwrap()
            .rows
    };
    assert_eq!(
        (rows("sample.csv"), rows("csv.gz")),
        (Some(100), Some(40_000))
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let sums = || {
        downloads(MIXED, "es")
            .0
            .all()
            .to_vec()
            .into_iter()
            .map(|f| (f.path, f.sha256))
            .collect::<Vec<_>>()
    };
    assert_eq!(sums(), sums());
}

/// A column's value in JSON, as text.
fn as_text(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    /// Whatever the cells, another reader finds in the CSV what the JSON says: the same text, the same number, or
    /// nothing in both.
    #[test]
    fn csv_and_json_agree_on_every_cell(
        rows in proptest::collection::vec(
            proptest::collection::vec("[a-z ,;\"'=+é-]{0,5}|-?[0-9]{1,4}|0[0-9]{2}|[0-9]\\.[0-9]{1,2}", 3),
            1..12,
        ),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["first name", "second name", "third name"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let (_, texts) = downloads(&text, "en");
        let csv_text = &texts["datasets/set/a-b.csv"];
        let mut reader = csv::ReaderBuilder::new().from_reader(csv_text.as_bytes());
        let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let read: Vec<Vec<String>> = reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
        let objects: Vec<serde_json::Value> = serde_json::from_str(&texts["datasets/set/a-b.json"]).unwrap();
        proptest::prop_assert_eq!(objects.len(), read.len());
        for (object, row) in objects.iter().zip(&read) {
            for (name, cell) in names.iter().zip(row) {
                let value = &object[name];
                if value.is_string() || value.is_null() {
                    // A word such as `-` means "no value" in a column of numbers.
                    let numbers = objects.iter().any(|o| o[name].is_number()) && cell.parse::<f64>().is_err();
                    let blank = value.is_null() && (cell.trim().is_empty() || numbers);
                    proptest::prop_assert!(blank || as_text(value) == *cell, "{} {}", value, cell);
                } else {
                    let (got, wanted): (f64, f64) = (as_text(value).parse().unwrap(), cell.trim().parse().unwrap());
                    proptest::prop_assert!((got - wanted).abs() < f64::EPSILON, "{} {}", value, cell);
                }
            }
        }
    }
}

#[test]
fn a_column_of_more_digits_than_a_double_keeps_is_text_in_every_format() {
    use crate::model::dataset::{Field, Schema};
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.csv");
    std::fs::write(
        &path,
        "n,m\n0.5,19.432607700000002\n0.12345678901234567891,0.1\n",
    )
    .unwrap();
    let field = |name: &str| Field {
        name: name.into(),
        kind: Some("number".into()),
        ..Field::default()
    };
    let declared = Schema {
        fields: vec![field("n"), field("m")],
        ..Schema::default()
    };
    for schema in [None, Some(declared)] {
        let mut sink = Sink::new();
        let table = standalone::check_file(&path, schema, &mut sink)
            .unwrap()
            .unwrap();
        let mut json = Vec::new();
        tragaluz_tables::writers::convert::convert(
            &table,
            vec![(
                tragaluz_tables::writers::convert::format_named("json").unwrap(),
                &mut json,
            )],
        )
        .unwrap();
        let wanted = "[\n{\"n\":\"0.5\",\"m\":19.432607700000002},\n\
                      {\"n\":\"0.12345678901234567891\",\"m\":0.1}\n]\n";
        assert_eq!(String::from_utf8(json).unwrap(), wanted);
        let said: Vec<_> = sink
            .iter()
            .filter(|d| d.code.id == "data-numbers-as-text")
            .collect();
        assert!(
            said.len() == 1 && format!("{:?}", said[0].args).contains("0.12345678901234567891 (3)"),
            "{said:?}"
        );
    }
}
