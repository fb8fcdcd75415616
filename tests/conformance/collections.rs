//! Series of datasets, and services, in every catalog.

use crate::catalogs::{bytes, written};
use crate::portal::{bare, both, date, facts, full, record, with_collections};
use serde_json::json;
use tragaluz::plan::record::CatalogRecord;

const DCAT: &str = "http://www.w3.org/ns/dcat#";

/// Three editions out of order, and a service of two of them.
fn editions(years: [&str; 3], dated: bool) -> CatalogRecord {
    let edition = |year: &str| {
        let mut dataset = full(&format!("metric-{year}"), "");
        dataset.temporal = dated.then(|| (date(year), date(year)));
        dataset.issued = None;
        dataset
    };
    let datasets = years.map(edition);
    let facts = with_collections(facts(Some("https://a.example/p")), &["metric-2017", "METRIC-2021", "nowhere"], "");
    record(facts, &datasets, "").0
}

fn triples(record: &CatalogRecord) -> Vec<String> {
    let turtle = &bytes(record)["catalog.ttl"];
    oxttl::TurtleParser::new().for_slice(turtle).map(|t| t.unwrap().to_string()).collect()
}

#[test]
fn a_series_has_the_order_of_what_its_datasets_cover() {
    let record = editions(["2021", "2017", "2019"], true);
    let series = "https://a.example/p/index.html#series-metric";
    let node = |year: &str| format!("<https://a.example/p/datasets/metric-{year}/index.html#dataset>");
    let said = triples(&record);
    for expected in [
        format!("{} <{DCAT}inSeries> <{series}>", node("2019")),
        format!("{} <{DCAT}prev> {}", node("2019"), node("2017")),
        format!("{} <{DCAT}next> {}", node("2019"), node("2021")),
        format!("<{series}> <{DCAT}first> {}", node("2017")),
        format!("<{series}> <{DCAT}last> {}", node("2021")),
        format!("<{series}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{DCAT}DatasetSeries>"),
    ] {
        assert!(said.contains(&expected), "{expected}");
    }
    assert!(!said.iter().any(|t| t.starts_with(&format!("{} <{DCAT}prev>", node("2017")))));
    let files = written(&record);
    let dataset = &files["datasets/metric-2019.json"]["series"];
    assert_eq!(dataset["previous"], "datasets/metric-2017.json");
    assert_eq!(dataset["next"], "datasets/metric-2021.json");
    assert_eq!((&dataset["count"], &dataset["frequency"]), (&json!(3), &json!("biennial")));
    assert_eq!(files["catalog.json"]["datasets"][0]["series"], "metric");
    let us = &files["dcat-us-3.json"]["dataset"][0]["inSeries"][0];
    assert_eq!((&us["@type"], &us["@id"]), (&json!("DatasetSeries"), &json!(series)));
}

#[test]
fn without_dates_of_their_own_datasets_have_no_order() {
    let record = editions(["2021", "2017", "2019"], false);
    assert!(!record.series[0].ordered);
    assert!(!triples(&record).iter().any(|t| t.contains("#prev>") || t.contains("#next>") || t.contains("#first>")));
    let unnamed = record.datasets.iter().filter(|d| record.series_of(d).is_some()).count();
    assert_eq!(unnamed, 3, "they belong to it all the same");
}

#[test]
fn services_are_told_beside_the_files() {
    let record = editions(["2021", "2017", "2019"], true);
    let (service, access) = (
        "<https://a.example/p/index.html#service-scores>",
        "<https://a.example/p/datasets/metric-2017/index.html#service-scores>",
    );
    let said = triples(&record);
    for expected in [
        format!("<https://a.example/p/index.html#catalog> <{DCAT}service> {service}"),
        format!("{service} <{DCAT}endpointURL> <https://api.institute.example/v1>"),
        format!("{service} <{DCAT}endpointDescription> <https://api.institute.example/openapi.json>"),
        format!("{service} <http://purl.org/dc/terms/conformsTo> <https://spec.openapis.org/oas/v3.1.0>"),
        format!("{service} <{DCAT}servesDataset> <https://a.example/p/datasets/metric-2017/index.html#dataset>"),
        format!("{access} <{DCAT}accessService> {service}"),
        format!("{access} <{DCAT}accessURL> <https://api.institute.example/v1>"),
    ] {
        assert!(said.contains(&expected), "{expected}");
    }
    assert_eq!(said.iter().filter(|t| t.contains("#servesDataset>")).count(), 2, "one of three is not served");
    let files = written(&record);
    let old = files["data.json"]["dataset"][1]["distribution"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&old["format"], &old["accessURL"]), (&json!("API"), &json!("https://api.institute.example/v1")));
    let new = &files["dcat-us-3.json"];
    assert_eq!(new["service"][0]["endpointURL"], json!(["https://api.institute.example/v1"]));
    let access = new["dataset"][1]["distribution"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(access["accessService"][0]["@id"], new["service"][0]["@id"]);
    assert_eq!(files["datasets/metric-2017.json"]["services"][0]["format"], "json");
    assert!(files["datasets/metric-2019.json"].get("services").is_none());
}

/// Nothing is said of what the catalogue does not list.
#[test]
fn what_lists_no_dataset_is_no_series_and_no_service() {
    let mut lone = bare("lone");
    lone.series = Some(tragaluz::source::fields::At { value: "metric".into(), span: 0..0 });
    let facts = with_collections(facts(Some("https://a.example/")), &["lone"], "");
    let (record, _) = record(facts, &[lone], "");
    let said = triples(&record).join("\n");
    assert!(!said.contains("DatasetSeries") && !said.contains("DataService"), "{said}");
    assert_eq!(record.series[0].title, both("Métrica de cada edición", "Metric of each edition"));
}
