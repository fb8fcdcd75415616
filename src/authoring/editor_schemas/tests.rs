use super::*;
use crate::cache::Cache;
use crate::diag::Sink;
use crate::model;
use crate::source::front_matter::Document;
use crate::source::{self, Source};
use jsonschema::Validator;
use std::path::Path;

/// A portal of the repository, and the schemas of it.
struct SchemedPortal {
    source: Source,
    /// Words of kinds by the folders of their pages.
    kinds: BTreeMap<String, String>,
    validators: BTreeMap<String, Validator>,
}

impl SchemedPortal {
    fn read(path: &str) -> SchemedPortal {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let source = source::read(&root, &mut Sink::new()).unwrap();
        let portal = model::gather(&source, &Cache::off(), &mut Sink::new());
        let kinds = KnownKind::all(&portal.settings.kinds).into_iter();
        let kinds = kinds.map(|kind| (kind.plural().to_owned(), kind.word.to_string()));
        let schemas = editor_schemas(&portal).into_iter();
        let validators = schemas.map(|(path, text)| {
            let schema: Value = serde_json::from_str(&text).unwrap();
            assert!(jsonschema::meta::is_valid(&schema), "{path}");
            (path, jsonschema::validator_for(&schema).unwrap())
        });
        SchemedPortal {
            validators: validators.collect(),
            kinds: kinds.collect(),
            source,
        }
    }

    /// Returns the word of the kind of page that a file is.
    fn kind_of(&self, path: &str, facts: &Value) -> &str {
        let folder = path.split('/').nth(1).unwrap_or_default();
        let said = facts["kind"].as_str().unwrap_or(folder);
        self.kinds.get(said).map_or("document", String::as_str)
    }

    fn faults(&self, kind: &str, facts: &Value) -> Vec<String> {
        let faults = self.validators[&path_of(kind)].iter_errors(facts);
        faults
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect()
    }
}

#[test]
fn every_fact_that_the_program_takes_is_in_a_schema() {
    for portal in ["", "tests/facts/portal"] {
        let portal = SchemedPortal::read(portal);
        let settings = portal.source.settings.facts.as_ref().unwrap().to_json();
        assert_eq!(portal.faults("tragaluz", &settings), [""; 0]);
        let mut pages = 0;
        for page in &portal.source.pages {
            let page = page.unpack();
            // A translation says only what differs, and of some facts lists in the same order.
            let name = page.file.path.rsplit('/').next().unwrap_or_default();
            let Some(facts) = page.facts.filter(|_| name.matches('.').count() == 1) else {
                continue;
            };
            let mut facts = facts.to_json();
            // The author's own, of which the program warns.
            if let Some(all) = facts.as_object_mut() {
                all.retain(|name, _| name != "ajeno");
            }
            let kind = portal.kind_of(&page.file.path, &facts);
            assert_eq!(portal.faults(kind, &facts), [""; 0], "{}", page.file.path);
            pages += 1;
        }
        assert!(pages > 10, "{pages}");
        let mut datasets = 0;
        for folder in &portal.source.datasets {
            let is_main = |document: &&Document| document.file.path.ends_with("/dataset.md");
            for page in folder.documents.iter().filter(is_main) {
                let facts = page.facts.as_ref().unwrap().to_json();
                assert_eq!(
                    portal.faults(DATASET, &facts),
                    [""; 0],
                    "{}",
                    page.file.path
                );
                datasets += 1;
            }
        }
        assert!(datasets > 0);
    }
}

#[test]
fn what_the_program_refuses_a_schema_refuses() {
    let portal = SchemedPortal::read("");
    let good = json!({
        "title": "Agua", "start": "2026-01", "updated": "2026-01-31", "draft": "no",
        "milestones": [{ "number": "1", "text": "Abrir", "status": "En curso", "end": "2026-12" }],
        "institutions": ["Agua", { "name": "Obras", "role": "lead" }],
    });
    assert_eq!(portal.faults("commitment", &good), [""; 0]);
    for (name, wrong) in [
        ("titel", json!("Agua")),
        ("start", json!("enero")),
        ("draft", json!("maybe")),
        ("milestones", json!([{ "number": "1", "texto": "Abrir" }])),
        (
            "milestones",
            json!([{ "number": "1", "text": "Abrir", "status": "almost" }]),
        ),
        (
            "milestones",
            json!([{ "number": "first", "text": "Abrir" }]),
        ),
        ("institutions", json!([{ "nombre": "Obras" }])),
    ] {
        let mut facts = good.clone();
        facts[name] = wrong.clone();
        assert!(
            !portal.faults("commitment", &facts).is_empty(),
            "{name}: {wrong}"
        );
    }
    let settings = json!({ "portal": { "title": "P", "languages": ["es"] } });
    assert_eq!(portal.faults("tragaluz", &settings), [""; 0]);
    for wrong in [
        json!({ "portal": { "titel": "P" } }),
        json!({ "portla": { "title": "P" } }),
        json!({ "releases": { "keep": "many" } }),
    ] {
        assert!(!portal.faults("tragaluz", &wrong).is_empty(), "{wrong}");
    }
}

/// Returns every property of a schema with what it is in, and whether it has a description.
fn described<'s>(schema: &'s Value, within: &str, found: &mut Vec<(String, &'s Value)>) {
    if let Some(properties) = schema["properties"].as_object() {
        for (name, property) in properties {
            let path = format!("{within}{name}");
            found.push((path.clone(), &property["description"]));
            described(property, &format!("{path}."), found);
        }
    }
    for form in schema["anyOf"].as_array().into_iter().flatten() {
        described(form, within, found);
        described(&form["items"], within, found);
    }
}

fn schema_of(kind: &str) -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts/portal");
    let source = source::read(&root, &mut Sink::new()).unwrap();
    let portal = model::gather(&source, &Cache::off(), &mut Sink::new());
    serde_json::from_str(&editor_schemas(&portal)[&path_of(kind)]).unwrap()
}

#[test]
fn every_setting_and_fact_of_a_dataset_says_what_it_is_for() {
    for (kind, levels) in [("tragaluz", 2), (DATASET, 1)] {
        let schema = schema_of(kind);
        let mut found = Vec::new();
        described(&schema, "", &mut found);
        found.retain(|(path, _)| path.matches('.').count() < levels);
        let silent = found.iter().filter(|(_, words)| !words.is_string());
        let silent: Vec<&str> = silent.map(|(path, _)| path.as_str()).collect();
        assert_eq!(silent, [""; 0], "{kind}");
        assert!(found.len() > 30, "{kind}: {}", found.len());
    }
}

#[test]
fn words_are_those_of_the_documentation() {
    let documented = DocumentedWords::read();
    let of = |kind, within: &[&str], name| documented.of(kind, within, name).unwrap_or_default();
    assert_eq!(
        of(SETTINGS, &["portal"], "title"),
        "the portal's name, on every page"
    );
    let cards = of(SETTINGS, &["portal"], "social_cards");
    assert!(cards.ends_with("where nothing is said."), "{cards}");
    assert_eq!(of(SETTINGS, &["limits"], "columns"), "columns of a table");
    assert_eq!(
        of(DATASET, &["resources", "dialect"], "groupChar"),
        "the mark between thousands"
    );
    assert_eq!(
        of("commitment", &[], "publish_on"),
        of(DATASET, &[], "publish_on")
    );
    assert_eq!(documented.of(SETTINGS, &["portal"], "titel"), None);
}

#[test]
fn a_dataset_that_the_program_refuses_its_schema_refuses() {
    let portal = SchemedPortal::read("");
    let good = json!({
        "title": "Solicitudes", "publisher": "Unidad de Transparencia", "keywords": ["agua"],
        "temporal": { "start": "2025-01", "end": "2025-12" }, "chart": "none",
        "disclosure": { "counts": "personas", "zeros": "hidden", "totals": { "sexo": ["Todos"] } },
        "resources": [
            "otra.csv",
            { "name": "s", "path": "s.csv", "dialect": { "sheetName": "Hoja 1" },
              "schema": { "primaryKey": "id", "fields": [
                  { "name": "id", "type": "integer", "constraints": { "required": true } }] } },
            { "path": "https://example.org/x.csv", "bytes": 12, "mediatype": "text/csv" },
            { "path": "t.csv", "schema": "t.json", "chart": { "type": "line", "x": "mes" } },
        ],
    });
    assert_eq!(portal.faults(DATASET, &good), [""; 0]);
    for (name, wrong) in [
        ("titulo", json!("Solicitudes")),
        ("modified", json!("ayer")),
        ("temporal", json!({ "from": 2025 })),
        ("disclosure", json!({ "countz": ["n"] })),
        ("disclosure", json!({ "counts": ["n"], "zeros": "gone" })),
        ("chart", json!({ "type": "pie" })),
        ("resources", json!([{ "file": "s.csv" }])),
        (
            "resources",
            json!([{ "path": "s.csv", "schema": { "felds": [] } }]),
        ),
        (
            "resources",
            json!([{ "path": "s.csv", "schema": { "fields": [{ "nombre": "id" }] } }]),
        ),
        (
            "resources",
            json!([{ "path": "s.csv", "dialect": { "separator": ";" } }]),
        ),
    ] {
        let mut facts = good.clone();
        facts[name] = wrong.clone();
        assert!(
            !portal.faults(DATASET, &facts).is_empty(),
            "{name}: {wrong}"
        );
    }
}
