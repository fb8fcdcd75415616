//! Series of datasets, and services, in every catalog.

use super::catalogs::{bytes, written};
use super::portal::{bare, both, date, facts, full, record, with_collections};
use serde_json::json;
use tragaluz::model::dataset::License;
use tragaluz::record::CatalogRecord;

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
    let facts = with_collections(
        facts(Some("https://a.example/p")),
        &["metric-2017", "METRIC-2021", "nowhere"],
        "",
    );
    record(facts, &datasets, "").0
}

fn triples(record: &CatalogRecord) -> Vec<String> {
    let turtle = &bytes(record)["catalog.ttl"];
    oxttl::TurtleParser::new()
        .for_slice(turtle)
        .map(|t| t.unwrap().to_string())
        .collect()
}

#[test]
fn a_series_has_the_order_of_what_its_datasets_cover() {
    let record = editions(["2021", "2017", "2019"], true);
    let series = "https://a.example/p/index.html#series-metric";
    let node =
        |year: &str| format!("<https://a.example/p/datasets/metric-{year}/index.html#dataset>");
    let said = triples(&record);
    for expected in [
        format!("{} <{DCAT}inSeries> <{series}>", node("2019")),
        format!("{} <{DCAT}prev> {}", node("2019"), node("2017")),
        format!("{} <{DCAT}next> {}", node("2019"), node("2021")),
        format!("<{series}> <{DCAT}first> {}", node("2017")),
        format!("<{series}> <{DCAT}last> {}", node("2021")),
        format!(
            "<{series}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{DCAT}DatasetSeries>"
        ),
    ] {
        assert!(said.contains(&expected), "{expected}");
    }
    assert!(
        !said
            .iter()
            .any(|t| t.starts_with(&format!("{} <{DCAT}prev>", node("2017"))))
    );
    let files = written(&record);
    let dataset = &files["datasets/metric-2019.json"]["series"];
    assert_eq!(dataset["previous"], "datasets/metric-2017.json");
    assert_eq!(dataset["next"], "datasets/metric-2021.json");
    assert_eq!(
        (&dataset["count"], &dataset["frequency"]),
        (&json!(3), &json!("biennial"))
    );
    assert_eq!(files["catalog.json"]["datasets"][0]["series"], "metric");
    let us = &files["dcat-us-3.json"]["dataset"][0]["inSeries"][0];
    assert_eq!(
        (&us["@type"], &us["@id"]),
        (&json!("DatasetSeries"), &json!(series))
    );
}

#[test]
fn what_data_cannot_tell_and_what_rests_on_them_is_said() {
    let (record, _) = record(
        facts(Some("https://a.example/p")),
        &[full("metric", "")],
        "",
    );
    let commitment = "https://a.example/p/commitments/mxeje0001.html";
    let expected = format!(
        "<https://a.example/p/datasets/metric/index.html#dataset> <http://purl.org/dc/terms/isReferencedBy> <{commitment}>"
    );
    assert!(triples(&record).contains(&expected));
    let files = written(&record);
    let us = &files["dcat-us-3.json"]["dataset"][0];
    assert_eq!(us["isReferencedBy"], json!([commitment]));
    assert_eq!(us["relation"], json!(["https://source.example/r.pdf"]));
    assert_eq!(us["scopeNote"], "una calificación\n\nNada de lo municipal.");
    let own = &files["datasets/metric.json"];
    assert_eq!(
        (&own["limits"]["en"], &own["row_is"]["es"]),
        (&json!("Nothing of towns."), &json!("una calificación"))
    );
    assert_eq!(own["commitments"], json!(["commitments/mxeje0001.json"]));
    assert_eq!(
        own["quality"],
        json!({ "points": 405, "of": 405, "lost": {} })
    );
    assert_eq!(
        files["datasets/metric/datapackage.json"]["limits"],
        "Nada de lo municipal."
    );
}

/// The EU's table is what DCAT-AP asks for; everyone else knows the deed.
#[test]
fn a_licence_is_named_as_each_catalog_asks() {
    let mut zero = full("zero", "");
    zero.licenses[0].name = Some("CC0-1.0".into());
    let mut own = full("own", "");
    own.licenses[0] = License {
        name: None,
        title: None,
        path: Some("https://a.example/libre".into()),
    };
    let record = record(facts(Some("https://a.example/p")), &[zero, own], "").0;
    let (deed, eu) = (
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "http://publications.europa.eu/resource/authority/licence/CC0",
    );
    let said = triples(&record);
    let stated = |to: &str| {
        said.iter()
            .any(|t| t.ends_with(&format!("<http://purl.org/dc/terms/license> <{to}>")))
    };
    assert!(
        stated(eu) && stated("https://a.example/libre") && !stated(deed),
        "{said:#?}"
    );
    assert!(said.contains(&format!(
        "<{eu}> <http://www.w3.org/2004/02/skos/core#exactMatch> <{deed}>"
    )));
    let files = written(&record);
    for file in ["data.json", "dcat-us-3.json"] {
        assert_eq!(files[file]["dataset"][0]["license"], deed, "{file}");
    }
}

#[test]
fn without_dates_of_their_own_datasets_have_no_order() {
    let record = editions(["2021", "2017", "2019"], false);
    assert!(!record.series[0].ordered);
    assert!(
        !triples(&record)
            .iter()
            .any(|t| t.contains("#prev>") || t.contains("#next>") || t.contains("#first>"))
    );
    let unnamed = record
        .datasets
        .iter()
        .filter(|d| record.series_of(d).is_some())
        .count();
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
        format!(
            "{service} <{DCAT}endpointDescription> <https://api.institute.example/openapi.json>"
        ),
        format!(
            "{service} <http://purl.org/dc/terms/conformsTo> <https://spec.openapis.org/oas/v3.1.0>"
        ),
        format!(
            "{service} <{DCAT}servesDataset> <https://a.example/p/datasets/metric-2017/index.html#dataset>"
        ),
        format!("{access} <{DCAT}accessService> {service}"),
        format!("{access} <{DCAT}accessURL> <https://api.institute.example/v1>"),
    ] {
        assert!(said.contains(&expected), "{expected}");
    }
    assert_eq!(
        said.iter()
            .filter(|t| t.contains("#servesDataset>"))
            .count(),
        2,
        "one of three is not served"
    );
    let files = written(&record);
    let old = files["data.json"]["dataset"][1]["distribution"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(
        (&old["format"], &old["accessURL"]),
        (&json!("API"), &json!("https://api.institute.example/v1"))
    );
    let new = &files["dcat-us-3.json"];
    assert_eq!(
        new["service"][0]["endpointURL"],
        json!(["https://api.institute.example/v1"])
    );
    let access = new["dataset"][1]["distribution"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(access["accessService"][0]["@id"], new["service"][0]["@id"]);
    assert_eq!(
        files["datasets/metric-2017.json"]["services"][0]["format"],
        "json"
    );
    assert!(files["datasets/metric-2019.json"].get("services").is_none());
}

/// Nothing is said of what the catalogue does not list.
#[test]
fn what_lists_no_dataset_is_no_series_and_no_service() {
    let mut lone = bare("lone");
    lone.series = Some(tragaluz::source::fields::Spanned {
        value: "metric".into(),
        span: 0..0,
    });
    let facts = with_collections(facts(Some("https://a.example/")), &["lone"], "");
    let mut other = full("other", "");
    other.series = None;
    let (record, _) = record(facts, &[lone, other], "");
    let said = triples(&record).join("\n");
    assert!(
        !said.contains("DatasetSeries") && !said.contains("DataService"),
        "{said}"
    );
    assert_eq!(
        record.series[0].title,
        both("Métrica de cada edición", "Metric of each edition")
    );
}

#[test]
fn areas_and_standards_are_in_every_catalog() {
    let (record, _) = record(
        facts(Some("https://a.example/p/")),
        &[full("metric", "")],
        "",
    );
    let page = "https://a.example/p/datasets/metric/index.html";
    let said = triples(&record);
    let wkt = "POLYGON((-118.40 15,-86 15,-86 33,-118.40 33,-118.40 15))";
    for expected in [
        format!(
            "<{page}#dataset> <http://purl.org/dc/terms/spatial> <https://sws.geonames.org/3996063/>"
        ),
        format!("<{page}#dataset> <http://purl.org/dc/terms/spatial> <{page}#place>"),
        format!(
            "<{page}#place> <{DCAT}bbox> \"{wkt}\"^^<http://www.opengis.net/ont/geosparql#wktLiteral>"
        ),
        format!(
            "<{page}#dataset> <http://purl.org/dc/terms/conformsTo> <https://standards.example/metric>"
        ),
        "<https://standards.example/metric> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
         <http://purl.org/dc/terms/Standard>"
            .to_owned(),
    ] {
        assert!(said.contains(&expected), "{expected}\n{said:#?}");
    }
    let csv = said
        .iter()
        .filter(|t| t.contains("conformsTo> <https://www.rfc-editor.org/rfc/rfc4180>"));
    assert!(csv.count() > 0);
    let files = written(&record);
    let old = &files["data.json"]["dataset"][0];
    assert_eq!(
        (&old["spatial"], &old["conformsTo"]),
        (
            &json!("-118.40,15,-86,33"),
            &json!("https://standards.example/metric")
        )
    );
    let new = &files["dcat-us-3.json"]["dataset"][0];
    assert_eq!(
        (&new["spatial"][0]["bbox"], &new["conformsTo"][0]["@type"]),
        (&json!(wkt), &json!("Standard"))
    );
    assert_eq!(
        files["datasets/metric.json"]["spatial"]["bbox"],
        json!([-118.4, 15, -86, 33])
    );
    assert_eq!(
        files["datasets/metric.json"]["conforms_to"],
        json!(["https://standards.example/metric"])
    );
}
