//! Catalogs against their schemas.

use super::portal::{HOSTILE, bare, facts, full, lang, record, with_collections};
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tragaluz::catalogs;
use tragaluz::catalogs::schema_org;
use tragaluz::record::{CatalogRecord, Record};

/// Every catalog file, by its path.
pub(super) fn bytes(record: &CatalogRecord) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for catalog in catalogs::ALL {
        for (path, part) in catalog.files(record) {
            let mut out = Vec::new();
            catalog.write(record, part, &mut out).unwrap();
            assert!(
                all.insert(path.clone(), out).is_none(),
                "{path} is written twice"
            );
        }
    }
    all
}

/// Every catalog file that is JSON, by its path.
pub(super) fn written(record: &CatalogRecord) -> BTreeMap<String, Value> {
    let json = bytes(record)
        .into_iter()
        .filter(|(path, _)| path.ends_with(".json"));
    json.map(|(path, out)| (path, serde_json::from_slice(&out).unwrap()))
        .collect()
}

fn read(schema: &str) -> Value {
    let path = format!(
        "{}/tests/conformance/schemas/{schema}",
        env!("CARGO_MANIFEST_DIR")
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn assert_valid(validator: &Validator, what: &str, value: &Value) {
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|e| format!("{}: {e}", e.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}");
}

/// A portal of full, bare and hostile datasets.
fn portals() -> Vec<CatalogRecord> {
    let mut hostile = full("hostile", HOSTILE);
    hostile.contact.as_mut().unwrap().email = Some("<a@b.c>\n".into());
    let mut facts_hostile = facts(Some("https://a.example/p/"));
    facts_hostile.title = tragaluz::text::words::Words::new(lang("es"), HOSTILE);
    let facts_hostile = with_collections(facts_hostile, &["metric", "bare", "hostile2"], HOSTILE);
    let datasets = [
        full("metric", ""),
        bare("bare"),
        hostile,
        full("hostile2", HOSTILE),
    ];
    vec![
        record(facts(Some("https://a.example")), &[], "").0,
        record(facts(None), &datasets, "").0,
        record(facts_hostile, &datasets, HOSTILE).0,
    ]
}

#[test]
fn catalog_json_follows_the_schema_beside_it() {
    for record in portals() {
        let files = written(&record);
        let schema = jsonschema::options()
            .build(&files["schemas/catalog.schema.json"])
            .unwrap();
        assert_eq!(
            files.contains_key("catalog.json"),
            !record.datasets.is_empty()
        );
        files
            .get("catalog.json")
            .into_iter()
            .for_each(|catalog| assert_valid(&schema, "catalog.json", catalog));
    }
}

#[test]
fn each_dataset_has_a_file_of_its_own_facts() {
    for record in portals() {
        let files = written(&record);
        let schema = jsonschema::options()
            .build(&files["schemas/dataset.schema.json"])
            .unwrap();
        for listed in files
            .get("catalog.json")
            .and_then(|c| c["datasets"].as_array())
            .into_iter()
            .flatten()
        {
            let path = listed["json"].as_str().unwrap();
            assert_valid(&schema, path, &files[path]);
            assert_eq!(files[path]["id"], listed["id"]);
            assert_eq!(
                files[path]["files"], listed["resources"],
                "one file says the same as the list"
            );
        }
    }
}

#[test]
fn catalog_json_is_paged() {
    let datasets: Vec<_> = (0..1001).map(|i| bare(&format!("d{i}"))).collect();
    let (record, _) = record(facts(None), &datasets, "");
    let files = written(&record);
    let schema = jsonschema::options()
        .build(&files["schemas/catalog.schema.json"])
        .unwrap();
    let mut next = json!("catalog.json");
    let mut seen = 0;
    while let Some(path) = next.as_str() {
        assert_valid(&schema, path, &files[path]);
        seen += files[path]["datasets"].as_array().unwrap().len();
        next = files[path]["next"].clone();
    }
    assert_eq!(seen, 1001);
}

#[test]
fn catalog_json_has_the_form_that_was_promised() {
    let (record, _) = record(facts(None), &[full("metric", "")], "");
    let files = written(&record);
    let catalog = &files["catalog.json"];
    let keys: Vec<&String> = catalog.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["$schema", "version", "portal", "datasets", "next"]);
    let dataset = &catalog["datasets"][0];
    assert_eq!(dataset["title"]["es"], "Métrica de Gobierno Abierto");
    assert_eq!(dataset["page"], "datasets/metric/index.html");
    assert_eq!(
        dataset["resources"][1]["path"],
        "datasets/metric/scores.csv"
    );
    assert_eq!(dataset["resources"][1]["rows"], 6);
}

#[test]
fn data_json_follows_the_schema_of_publishers_that_are_not_federal() {
    let registry = Registry::new()
        .add(
            "https://project-open-data.cio.gov/v1.1/schema/dataset.json",
            read("dcat-us-1.1/non-federal_dataset.json"),
        )
        .unwrap()
        .prepare()
        .unwrap();
    let schema = jsonschema::options()
        .with_registry(&registry)
        .should_validate_formats(true)
        .build(&read("dcat-us-1.1/catalog.json"))
        .unwrap();
    assert!(!schema.is_valid(
        &json!({ "conformsTo": "https://project-open-data.cio.gov/v1.1/schema", "dataset": [{}] })
    ));
    let expected: [Option<&[&str]>; 3] = [None, None, Some(&["metric", "hostile2"])];
    for (record, ids) in portals().iter().zip(expected) {
        let files = written(record);
        assert_eq!(
            files.contains_key("data.json"),
            ids.is_some(),
            "only with a base address and datasets"
        );
        let Some(data) = files.get("data.json") else {
            continue;
        };
        assert_valid(&schema, "data.json", data);
        let listed = data["dataset"]
            .as_array()
            .unwrap()
            .iter()
            .map(|d| d["identifier"].as_str().unwrap());
        assert_eq!(listed.collect::<Vec<_>>(), ids.unwrap());
    }
}

#[test]
fn dcat_us_3_follows_the_schema_that_data_gov_applies() {
    let folder = format!(
        "{}/tests/conformance/schemas/dcat-us-3.0",
        env!("CARGO_MANIFEST_DIR")
    );
    let mut registry = Registry::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let schema = read(&format!("dcat-us-3.0/{name}"));
        let id = schema["$id"].as_str().unwrap().to_owned();
        registry = registry.add(id, schema).unwrap();
    }
    let registry = registry.prepare().unwrap();
    let schema = jsonschema::options()
        .with_registry(&registry)
        .should_validate_formats(true)
        .build(&json!({ "$ref": "https://resources.data.gov/dcat-us/3.0.0/definitions/catalog" }))
        .unwrap();
    assert!(!schema.is_valid(&json!({ "dataset": [{ "title": "without the rest" }] })));
    for record in portals() {
        let files = written(&record);
        assert_eq!(
            files.contains_key("dcat-us-3.json"),
            record.fills_catalog_of(Record::is_harvestable)
        );
        let Some(catalog) = files.get("dcat-us-3.json") else {
            continue;
        };
        assert_valid(&schema, "dcat-us-3.json", catalog);
        assert_eq!(
            catalog["conformsTo"]["@id"],
            "https://resources.data.gov/dcat-us/3.0.0/"
        );
        let ids = |file: &str| -> Vec<Value> {
            files[file]["dataset"]
                .as_array()
                .unwrap()
                .iter()
                .map(|d| d["identifier"].clone())
                .collect()
        };
        assert_eq!(
            ids("dcat-us-3.json"),
            ids("data.json"),
            "both list the same datasets"
        );
    }
}

#[test]
fn data_json_says_what_harvesters_ask() {
    let (record, _) = record(
        facts(Some("https://a.example/p")),
        &[full("metric", "")],
        "",
    );
    let files = written(&record);
    let dataset = &files["data.json"]["dataset"][0];
    assert_eq!(dataset["keyword"], json!(["apertura"]));
    assert_eq!(dataset["accrualPeriodicity"], "R/P6M");
    assert_eq!(dataset["temporal"], "2017-01-01/2021-06-30");
    assert_eq!(dataset["theme"], json!(["Government and public sector"]));
    assert_eq!(
        dataset["contactPoint"]["hasEmail"],
        "mailto:datos@institute.example"
    );
    assert_eq!(
        dataset["references"],
        json!(["https://source.example/r.pdf"])
    );
    let urls: Vec<&str> = dataset["distribution"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["downloadURL"].as_str().unwrap())
        .collect();
    assert_eq!(urls.len(), 6);
    assert_eq!(urls[0], "https://a.example/p/datasets/metric/scores.csv");
}

#[test]
fn data_packages_follow_version_2() {
    let schema = |name: &str| {
        let schema = read(&format!("frictionless-2.0/{name}.json"));
        jsonschema::options()
            .should_validate_formats(true)
            .build(&schema)
            .unwrap()
    };
    let [package, resource, table, dialect] =
        ["datapackage", "dataresource", "tableschema", "tabledialect"].map(schema);
    for record in portals() {
        for (path, value) in written(&record)
            .iter()
            .filter(|(path, _)| path.ends_with("datapackage.json"))
        {
            assert_valid(&package, path, value);
            for item in value["resources"].as_array().unwrap() {
                assert_valid(&resource, path, item);
                if item.get("type").is_some() {
                    assert_valid(&table, path, &item["schema"]);
                    assert_valid(&dialect, path, &item["dialect"]);
                    let own = item["path"].as_str().unwrap();
                    assert!(
                        own == "scores.csv"
                            || path == "datapackage.json" && own.ends_with("/scores.csv"),
                        "{own}"
                    );
                    assert_eq!(item["hash"], format!("sha256:{}", "a1".repeat(32)));
                }
            }
        }
    }
}

#[test]
fn the_whole_portal_is_a_package_too() {
    let mut second = full("Second", "");
    second.head.title = tragaluz::text::words::Words::new(lang("es"), "Segundo");
    let (mut record, _) = record(
        facts(Some("https://a.example/p")),
        &[full("metric", ""), second],
        "",
    );
    let key = &mut record.datasets[1].tables[0].foreign_keys;
    key.push(tragaluz::model::dataset::ForeignKey {
        fields: vec!["string".into()],
        dataset: Some("Metric".into()),
        resource: "scores".into(),
        reference: vec!["string".into()],
    });
    key.push(tragaluz::model::dataset::ForeignKey {
        dataset: Some("absent".into()),
        ..key[1].clone()
    });
    let files = written(&record);
    let whole = &files["datapackage.json"];
    let names: Vec<&str> = whole["resources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "metric.scores",
            "metric.method",
            "second.scores",
            "second.method"
        ]
    );
    assert_eq!(whole["resources"][0]["path"], "datasets/metric/scores.csv");
    let keys = whole["resources"][2]["schema"]["foreignKeys"]
        .as_array()
        .unwrap();
    let refers: Vec<&Value> = keys.iter().map(|k| &k["reference"]["resource"]).collect();
    assert_eq!(
        refers,
        ["", "metric.scores"],
        "a key to a dataset that is not there has no form"
    );
    let alone = &files["datasets/second/datapackage.json"]["resources"][0]["schema"]["foreignKeys"];
    assert_eq!(alone.as_array().unwrap().len(), 1);
}

#[test]
fn typed_tables_have_croissants() {
    for record in portals() {
        let files = written(&record);
        let made: Vec<&String> = files
            .keys()
            .filter(|path| path.ends_with("croissant.json"))
            .collect();
        let complete = record.portal.base_url.is_some() && !record.datasets.is_empty();
        let all = [
            "datasets/hostile/croissant.json",
            "datasets/hostile2/croissant.json",
            "datasets/metric/croissant.json",
        ];
        assert_eq!(
            made,
            if complete { &all[..] } else { &[] },
            "a bare dataset has no licence"
        );
        for path in made {
            let croissant = &files[path];
            for fact in [
                "name",
                "description",
                "license",
                "url",
                "creator",
                "datePublished",
            ] {
                assert!(!croissant[fact].is_null(), "{path}: {fact}");
            }
            assert_eq!(croissant["distribution"][0]["sha256"], "a1".repeat(32));
            let fields = croissant["recordSet"][0]["field"].as_array().unwrap();
            let ids: std::collections::BTreeSet<&str> =
                fields.iter().map(|f| f["@id"].as_str().unwrap()).collect();
            assert_eq!((fields.len(), ids.len()), (16, 16));
            assert!(
                fields.iter().all(|f| f["dataType"] == "sc:Text"),
                "`n/d` is no number"
            );
        }
    }
}

#[test]
fn the_list_of_datasets_is_a_catalogue() {
    for record in portals() {
        for (lang, page) in [
            ("es", "datasets/index.html"),
            ("en", "en/datasets/index.html"),
        ] {
            let text = schema_org::catalog(&record, page, &self::lang(lang));
            assert!(!text.contains('<'));
            let value: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(value["@type"], "DataCatalog");
            assert!(value.get("dataset").is_none());
            let files = bytes(&record);
            for file in value["encoding"].as_array().into_iter().flatten() {
                let url = file["contentUrl"].as_str().unwrap();
                assert!(
                    files.contains_key(
                        url.trim_start_matches("../")
                            .trim_start_matches("https://a.example/")
                            .trim_start_matches("p/")
                    ),
                    "{url}"
                );
            }
        }
    }
}

#[test]
fn readers_of_version_1_take_data_packages_too() {
    let schema = |name: &str| {
        jsonschema::options()
            .build(&read(&format!("frictionless-1.0/{name}.json")))
            .unwrap()
    };
    let [package, table] = ["datapackage", "tableschema"].map(schema);
    for record in portals() {
        for (path, value) in written(&record)
            .iter()
            .filter(|(path, _)| path.ends_with("datapackage.json"))
        {
            assert_valid(&package, path, value);
            for item in value["resources"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|item| item.get("schema").is_some())
            {
                assert_valid(&table, path, &item["schema"]);
            }
        }
    }
}

#[test]
fn a_bare_dataset_still_has_its_package_and_its_csvw() {
    let (record, _) = record(facts(None), &[bare("bare")], "");
    let files = written(&record);
    let package = &files["datasets/bare/datapackage.json"];
    assert_eq!(package["resources"][1]["path"], "original/method.pdf");
    assert!(package.get("licenses").is_none(), "nothing is made up");
    let csvw = &files["datasets/bare/scores.csv-metadata.json"];
    assert_eq!(csvw["url"], "scores.csv");
    assert_eq!(csvw["tableSchema"]["columns"].as_array().unwrap().len(), 16);
    assert_eq!(csvw["tableSchema"]["primaryKey"], json!(["string"]));
}

#[test]
fn json_ld_is_json_that_cannot_leave_its_element() {
    for record in portals() {
        for dataset in &record.datasets {
            for lang in &record.portal.languages {
                let text = schema_org::json_ld(&record, dataset, lang);
                assert!(!text.contains('<'));
                let value: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(value["@type"], "Dataset");
                assert!(value["distribution"][0]["contentUrl"].is_string());
                let length = value["description"].as_str().unwrap().chars().count();
                assert!(
                    dataset.id == "bare" || (50..=5000).contains(&length),
                    "{length}"
                );
            }
        }
    }
}

#[test]
fn json_ld_has_addresses_that_lead_from_the_page() {
    let (record, _) = record(facts(None), &[full("metric", "")], "");
    let value: Value = serde_json::from_str(&schema_org::json_ld(
        &record,
        &record.datasets[0],
        &lang("en"),
    ))
    .unwrap();
    assert_eq!(
        value["distribution"][0]["contentUrl"],
        "../../../datasets/metric/scores.csv"
    );
    assert_eq!(value["url"], "index.html");
    assert_eq!(value["includedInDataCatalog"]["url"], "../index.html");
    assert_eq!(value["name"], "Open Government Metric");
}

/// A graph as sorted lines.
fn lines<E: std::fmt::Debug>(triples: impl Iterator<Item = Result<String, E>>) -> Vec<String> {
    let mut lines: Vec<String> = triples.map(Result::unwrap).collect();
    lines.sort();
    lines
}

#[test]
fn the_three_forms_of_dcat_ap_say_the_same() {
    for record in portals() {
        let files = bytes(&record);
        assert_eq!(
            files.contains_key("catalog.ttl"),
            record.fills_catalog_of(Record::is_described)
        );
        let Some(turtle) = files.get("catalog.ttl") else {
            continue;
        };
        let triple = |t: oxrdf::Triple| t.to_string();
        let turtle = lines(
            oxttl::TurtleParser::new()
                .for_slice(turtle)
                .map(|t| t.map(triple)),
        );
        let xml = lines(
            oxrdfxml::RdfXmlParser::new()
                .for_slice(&files["catalog.rdf"])
                .map(|t| t.map(triple)),
        );
        let quad = |q: oxrdf::Quad| oxrdf::Triple::from(q).to_string();
        let json = lines(
            oxjsonld::JsonLdParser::new()
                .for_slice(&files["catalog.jsonld"])
                .map(|q| q.map(quad)),
        );
        assert!(turtle.len() > 5);
        assert_eq!(turtle, xml);
        assert_eq!(turtle, json);
        assert!(
            turtle.iter().all(|line| !line.contains("_:")),
            "everything has an address"
        );
    }
}

#[test]
fn the_forms_of_the_file_are_told() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("scores.csv");
    let rows: String = (1..40)
        .map(|i| format!("{:02}/12/2021;1.2{:02},5;{}\n", i % 28 + 1, i, i % 3))
        .collect();
    std::fs::write(&path, format!("fecha;monto;n\n{rows}")).unwrap();
    let mut sink = tragaluz::Sink::new();
    let table = tragaluz::tables::standalone::profile_file(&path, None, &mut sink)
        .unwrap()
        .unwrap();
    let (mut record, _) = record(facts(None), &[full("metric", "")], "");
    record.datasets[0].tables[0].columns = table.columns;
    let files = written(&record);
    let fields = &files["datasets/metric/datapackage.json"]["resources"][0]["schema"]["fields"];
    assert_eq!(fields[0]["type"], "date");
    // The published CSV is in ISO 8601 and has a decimal point; how the received file writes them is told beside it.
    assert_eq!(
        (&fields[0]["format"], &fields[0]["receivedFormat"]),
        (&json!(null), &json!({ "format": "%d/%m/%Y" }))
    );
    assert_eq!(
        (&fields[1]["decimalChar"], &fields[1]["groupChar"]),
        (&json!(null), &json!(null))
    );
    assert_eq!(
        fields[1]["receivedFormat"],
        json!({ "decimalChar": ",", "groupChar": "." })
    );
    let columns = &files["datasets/metric/scores.csv-metadata.json"]["tableSchema"]["columns"];
    let types: Vec<&Value> = columns
        .as_array()
        .unwrap()
        .iter()
        .map(|column| &column["datatype"])
        .collect();
    assert_eq!(types, ["date", "number", "integer"]);
}
