use super::*;
use crate::cache::Cache;
use crate::diag::Sink;
use crate::model;
use crate::model::folder_kind::KINDS;
use crate::source::{self, Source};
use jsonschema::Validator;
use std::path::Path;

/// A portal of the repository, and the schemas of it.
struct SchemedPortal {
    source: Source,
    validators: BTreeMap<String, Validator>,
}

impl SchemedPortal {
    fn read(path: &str) -> SchemedPortal {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let source = source::read(&root, &mut Sink::new()).unwrap();
        let portal = model::gather(&source, &Cache::off(), &mut Sink::new());
        let schemas = editor_schemas(&portal).into_iter();
        let validators = schemas.map(|(path, text)| {
            let schema: Value = serde_json::from_str(&text).unwrap();
            assert!(jsonschema::meta::is_valid(&schema), "{path}");
            (path, jsonschema::validator_for(&schema).unwrap())
        });
        SchemedPortal {
            validators: validators.collect(),
            source,
        }
    }

    fn faults(&self, kind: &str, facts: &Value) -> Vec<String> {
        let faults = self.validators[&path_of(kind)].iter_errors(facts);
        faults
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect()
    }
}

/// Returns the word of the kind of page that a file is.
fn kind_of(path: &str, facts: &Value) -> &'static str {
    let folder = path.split('/').nth(1).unwrap_or_default();
    let said = facts["kind"].as_str().unwrap_or(folder);
    let known = KINDS.iter().find(|known| known.plural() == said);
    known.map_or("document", |known| &known.word)
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
            let kind = kind_of(&page.file.path, &facts);
            assert_eq!(portal.faults(kind, &facts), [""; 0], "{}", page.file.path);
            pages += 1;
        }
        assert!(pages > 10, "{pages}");
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
