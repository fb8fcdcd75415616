//! The JSON Schemas that are published: what they take and what they refuse.

use super::catalogs::written;
use super::portal::{facts, full, record};
use jsonschema::Validator;
use serde_json::{Value, json};

/// A JSON Schema, and a file that it takes.
struct Promise {
    name: &'static str,
    validator: Validator,
    file: Value,
}

impl Promise {
    fn of(name: &'static str, file: Value) -> Promise {
        let (record, _) = record(
            facts(Some("https://a.example/p/")),
            &[full("gasto", "")],
            "",
        );
        let schema = &written(&record)[&format!("schemas/{name}.schema.json")];
        let validator = jsonschema::options().build(schema).unwrap();
        let promise = Promise {
            name,
            validator,
            file,
        };
        promise.takes("", None);
        promise
    }

    /// Returns the file with another value at a pointer, or without what is there.
    fn changed(&self, pointer: &str, value: Option<Value>) -> Value {
        let mut file = self.file.clone();
        let Some((holder, key)) = pointer.rsplit_once('/') else {
            return file;
        };
        let holder = file.pointer_mut(holder).unwrap().as_object_mut().unwrap();
        match value {
            Some(value) => holder.insert(key.to_owned(), value),
            None => holder.remove(key),
        };
        file
    }

    fn takes(&self, pointer: &str, value: Option<Value>) {
        let file = self.changed(pointer, value);
        let errors: Vec<String> = (self.validator.iter_errors(&file))
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{}{pointer}: {errors:#?}", self.name);
    }

    fn refuses(&self, pointer: &str, value: Option<Value>) {
        let file = self.changed(pointer, value.clone());
        let taken = self.validator.is_valid(&file);
        assert!(!taken, "{}{pointer} takes {value:?}", self.name);
    }

    /// Takes the file only with what is at these pointers.
    fn requires(&self, pointers: &[&str]) {
        for pointer in pointers {
            self.refuses(pointer, None);
            self.refuses(pointer, Some(json!(-0.5)));
        }
    }

    /// Takes the file without what is at these pointers, but not null there.
    fn allows_absence(&self, pointers: &[&str]) {
        for pointer in pointers {
            self.takes(pointer, None);
            self.refuses(pointer, Some(Value::Null));
        }
    }
}

#[test]
fn the_list_of_datasets_is_promised() {
    let file = json!({ "path": "a/b.csv", "format": "csv", "rows": null, "bytes": 1, "role": "table",
        "sha256": "a".repeat(64) });
    let list = Promise::of(
        "catalog",
        json!({
            "$schema": "x", "version": "1.3", "next": null,
            "portal": { "title": { "es": "A" }, "url": null, "page": "index.html", "languages": ["es"],
                "modified": null, "count": 1 },
            "datasets": [{ "id": "gasto", "title": {}, "page": "p.html", "modified": "2024-05", "resources": [file] }],
        }),
    );
    list.requires(&["/$schema", "/version", "/portal", "/datasets", "/next"]);
    list.requires(&[
        "/portal/title",
        "/portal/url",
        "/portal/page",
        "/portal/languages",
    ]);
    list.requires(&["/portal/modified", "/portal/count"]);
    let dataset = "/datasets/0";
    for key in ["id", "title", "page", "modified", "resources"] {
        list.requires(&[&format!("{dataset}/{key}")]);
    }
    for key in ["path", "format", "rows", "bytes", "sha256"] {
        list.requires(&[&format!("{dataset}/resources/0/{key}")]);
    }
    list.refuses("/version", Some(json!("2.0")));
    list.refuses("/next", Some(json!("other.json")));
    list.takes("/next", Some(json!("catalog-2.json")));
    list.refuses("/portal/page", Some(json!("/index.html")));
    list.refuses("/portal/languages", Some(json!([])));
    list.refuses("/portal/title", Some(json!({ "e": "A" })));
    list.refuses("/datasets/0/id", Some(json!("a b")));
    list.refuses("/datasets/0/modified", Some(json!("May 2024")));
    list.takes("/datasets/0/identifier", Some(Value::Null));
    list.takes("/datasets/0/later", Some(json!(1)));
    list.refuses("/datasets/0/external", Some(json!([{ "name": "a" }])));
    list.refuses("/datasets/0/resources/0/sha256", Some(json!("A")));
    list.refuses(
        "/datasets",
        Some(json!(vec![list.file["datasets"][0].clone(); 501])),
    );
}

#[test]
fn the_facts_of_a_dataset_are_promised() {
    let dataset = Promise::of(
        "dataset",
        json!({
            "$schema": "x", "id": "gasto", "title": {}, "page": "p.html", "language": "es", "order": 1,
            "url": "https://a.example", "publisher": { "name": {} }, "contact": { "name": {}, "email": "a@b.example" },
            "issued": "2024", "spatial": { "bbox": [1, 2, 3, 4.5] }, "temporal": { "start": "2024-01-01" },
            "series": { "id": "a", "title": {}, "count": 1 },
            "services": [{ "id": "a", "title": {}, "endpoint": "https://a.example" }],
            "quality": { "points": 405, "of": 405, "lost": { "title": 5 } },
            "tables": [{ "name": "a", "rows": 0, "columns": [{ "name": "b", "type": "string", "required": true }],
                "notes": [{ "line": "3", "position": "below", "text": "c" }] }],
            "files": [{ "name": null, "role": "excel", "path": "a.csv", "format": "csv", "rows": 1, "bytes": 1,
                "sha256": "0".repeat(64) }],
            "extra": { "es": { "a": 1 } },
        }),
    );
    dataset.requires(&[
        "/$schema",
        "/id",
        "/title",
        "/page",
        "/language",
        "/tables",
        "/files",
    ]);
    dataset.requires(&[
        "/publisher/name",
        "/series/id",
        "/series/title",
        "/series/count",
    ]);
    dataset.requires(&[
        "/services/0/endpoint",
        "/quality/points",
        "/quality/of",
        "/quality/lost",
    ]);
    dataset.requires(&["/tables/0/name", "/tables/0/rows", "/tables/0/columns"]);
    dataset.requires(&["/tables/0/notes/0/line", "/tables/0/notes/0/position"]);
    dataset.requires(&["/tables/0/columns/0/type", "/files/0/role", "/files/0/path"]);
    dataset.allows_absence(&[
        "/order",
        "/url",
        "/publisher",
        "/issued",
        "/spatial",
        "/temporal",
    ]);
    dataset.allows_absence(&["/series", "/quality", "/extra", "/tables/0/notes"]);
    dataset.refuses("/id", Some(json!("")));
    dataset.refuses("/identifier", Some(json!("")));
    dataset.refuses("/spatial/bbox", Some(json!([1, 2, 3])));
    dataset.refuses("/series/count", Some(json!(0)));
    dataset.refuses("/quality/points", Some(json!(406)));
    dataset.refuses("/quality/of", Some(json!(404)));
    dataset.refuses("/quality/lost", Some(json!({ "title": 0 })));
    dataset.refuses("/tables/0/columns/0/required", Some(json!(false)));
    dataset.refuses("/tables/0/notes/0/position", Some(json!("beside")));
    dataset.refuses("/files/0/role", Some(json!("other")));
    dataset.refuses("/extra", Some(json!({ "es": 1 })));
}

#[test]
fn the_facts_of_a_commitment_are_promised() {
    let commitment = Promise::of(
        "commitment",
        json!({
            "$schema": "x", "id": "MX1", "title": {}, "status": "finished", "order": -1,
            "evaluation": { "report": "r", "completion": "limited",
                "answers": [{ "question": "2.2", "opened": "problem", "report": "r", "degree": "major" }] },
            "locality": { "id": "a" }, "institutions": [{ "id": "a", "role": "lead" }],
            "values": [{ "id": "a", "reason": {} }], "inception": { "novelty": "new", "ambition": "binding" },
            "start": "2024-05", "sections": { "problem": { "es": "A" } },
            "milestones": [{ "number": 1, "text": {}, "status": "stuck", "evidence": [{ "url": "u" }] }],
            "comments_published": 0,
        }),
    );
    commitment.requires(&[
        "/$schema",
        "/id",
        "/title",
        "/status",
        "/institutions",
        "/milestones",
    ]);
    commitment.requires(&["/evaluation/report", "/evaluation/answers", "/locality/id"]);
    commitment.requires(&[
        "/evaluation/answers/0/question",
        "/evaluation/answers/0/opened",
    ]);
    commitment.requires(&["/institutions/0/id", "/values/0/id"]);
    commitment.requires(&[
        "/milestones/0/number",
        "/milestones/0/text",
        "/milestones/0/status",
    ]);
    commitment.allows_absence(&["/order", "/evaluation", "/locality", "/inception", "/start"]);
    commitment.allows_absence(&["/sections", "/comments_published", "/milestones/0/evidence"]);
    commitment.allows_absence(&["/institutions/0/role", "/values/0/reason"]);
    commitment.refuses("/status", Some(json!("done")));
    commitment.refuses("/milestones/0/status", Some(json!("done")));
    commitment.refuses("/evaluation/completion", Some(json!("some")));
    commitment.refuses("/evaluation/answers/0/question", Some(json!("1.1")));
    commitment.refuses("/evaluation/answers/0/degree", Some(json!("some")));
    commitment.refuses("/inception/novelty", Some(json!("old")));
    commitment.refuses("/inception/ambition", Some(json!("none")));
    commitment.refuses("/institutions/0/role", Some(json!("other")));
    commitment.refuses("/comments_published", Some(json!(-1)));
    commitment.takes("/action_plans", Some(json!([])));
}

#[test]
fn the_facts_of_a_report_are_promised() {
    let report = Promise::of(
        "report",
        json!({
            "$schema": "x", "id": "r", "title": {}, "evaluators": [{ "name": "A" }], "contact_withheld": false,
            "stage": "mid-term", "completion": "complete", "as_planned": "none",
            "answers": [{ "question": "1.1", "said": "complete", "degree": "major", "answer": true }],
        }),
    );
    report.requires(&[
        "/$schema",
        "/id",
        "/title",
        "/evaluators",
        "/contact_withheld",
    ]);
    report.requires(&["/answers", "/evaluators/0/name", "/answers/0/question"]);
    report.allows_absence(&["/stage", "/completion", "/as_planned", "/answers/0/said"]);
    report.allows_absence(&["/answers/0/degree", "/answers/0/answer"]);
    report.refuses("/stage", Some(json!("begin")));
    report.refuses("/as_planned", Some(json!("limited")));
    report.takes("/answers/0/said", Some(json!("most")));
    report.refuses("/answers/0/said", Some(json!("much")));
    report.refuses("/answers/0/question", Some(json!("4")));
}

#[test]
fn rows_and_profiles_are_promised() {
    let rows = Promise::of("rows", json!([{ "a": null, "b": 1.5, "c": [], "d": {} }]));
    for bad in [json!([{}]), json!([1]), json!({})] {
        assert!(!rows.validator.is_valid(&bad), "{bad}");
    }
    let column = json!({ "name": "a", "type": "integer", "declared": true, "missing": 0,
        "distinct": { "count": 1, "exact": true }, "min": "1",
        "quartiles": { "lower": "1", "median": "1", "upper": "1", "exact": true },
        "frequent": [{ "value": "1", "count": 1 }], "histogram": [{ "from": "1", "to": "1", "count": 1 }] });
    let profile = Promise::of(
        "profile",
        json!({ "$schema": "x", "dataset": "gasto",
            "tables": [{ "name": "a", "encoding": null, "rows": 1, "columns": [column] }] }),
    );
    profile.requires(&[
        "/$schema",
        "/dataset",
        "/tables",
        "/tables/0/name",
        "/tables/0/rows",
    ]);
    for key in [
        "name",
        "type",
        "declared",
        "missing",
        "distinct/count",
        "quartiles/exact",
    ] {
        profile.requires(&[&format!("/tables/0/columns/0/{key}")]);
    }
    profile.allows_absence(&["/tables/0/columns/0/min", "/tables/0/columns/0/frequent"]);
    profile.takes("/tables/0/encoding", None);
    profile.refuses("/dataset", Some(json!("")));
}
