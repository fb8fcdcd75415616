//! What was reported of commitments and milestones, one report after another: on pages, in feeds, in JSON and in the register.

use crate::driver::{BuiltPortal, Portal, says, squeezed};
use serde_json::{Value, json};
use tragaluz::Options;
use tragaluz::text::date::PartialDate;

const SETTINGS: &str = "[portal]\ntitle = \"P\"\nlanguages = [\"es\", \"en\"]\nbase_url = \"https://p.example/\"\n\
    [[statuses]]\nvocabulary = \"ogp-completion\"\n\
    [[statuses]]\ncode = \"en-consulta\"\nmeans = \"in-progress\"\nlabels = { es = \"En consulta\", en = \"Under consultation\" }\n";

const COMMITMENT: &str = "---\ntitle: Agua clara\nend: 2024-06\nupdated: 2024-09-01\nstatus: not-started\nupdates:\n  \
    - {date: 2024-08, status: limited, reported_by: Contraloría}\nmilestones:\n  \
    - number: 1\n    text: Medir\n    end: 2024-03\n    updates:\n      \
    - {date: 2024-05-02, status: finished, text: Se midió todo., evidence: [{title: Acta, url: \"https://acta.example/\"}]}\n      \
    - {date: 2024-02, status: en-consulta, text: Se mide., reported_by: Oficina del Agua}\n      \
    - {date: 2024-06-30, text: Se revisó.}\n  \
    - {number: 2, text: Publicar, end: 2024-05, status: stuck, reported: 2024-04, progress: Falta dinero.}\n---\n";

const TRANSLATION: &str = "---\ntitle: Clear water\nmilestones:\n  - number: 1\n    text: Measure\n    updates:\n      \
    - {date: 2024-02, text: Measuring.}\n---\n";

/// A portal, and what was built of it: its folder is there as long as it is.
struct Built {
    built: BuiltPortal,
    _portal: Portal,
}

impl std::ops::Deref for Built {
    type Target = BuiltPortal;

    fn deref(&self) -> &BuiltPortal {
        &self.built
    }
}

fn built_on(day: &str) -> Built {
    let portal = Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file("content/commitments/C1.md", COMMITMENT)
        .file("content/commitments/C1.en.md", TRANSLATION);
    let built = portal.build_with(&Options {
        as_of: PartialDate::parse(day),
        ..Options::default()
    });
    built.assert_published();
    Built {
        built,
        _portal: portal,
    }
}

/// Each report is a line of news, that of a milestone without a status too.
#[test]
fn the_home_page_tells_each_report() {
    let late = built_on("2024-12-31");
    let text = squeezed(&late.text("index.txt"));
    let news = &text[text.find("Lo último").expect("the page tells news")..];
    let told = [
        "Se actualizó la ficha del compromiso",
        "En curso",
        "Hito 1: Novedad",
        "Hito 1: Terminado",
        "Hito 2: Detenido",
    ];
    let at: Vec<Option<usize>> = told.iter().map(|said| news.find(said)).collect();
    assert!(
        at.is_sorted() && at.iter().all(Option::is_some),
        "{at:?}: {news}"
    );
    let page = late.text("index.html");
    for place in ["c1.html#history", "c1.html#m-1", "c1.html#m-2"] {
        assert!(page.contains(place), "{place}");
    }
    // What was reported later has not happened on the day.
    let early = squeezed(&built_on("2024-03-01").text("index.txt"));
    assert!(!early.contains("Hito 1: Terminado"), "{early}");
}

fn milestone(built: &BuiltPortal, at: usize) -> Value {
    built.json("commitments/c1.json")["milestones"][at].clone()
}

#[test]
fn the_present_status_is_that_of_the_newest_update_until_the_day() {
    let late = built_on("2024-12-31");
    assert_eq!(milestone(&late, 0)["status"], "finished");
    assert_eq!(milestone(&late, 0)["reported"], "2024-05-02");
    let own = late.json("commitments/c1.json");
    assert_eq!(own["status"], "in-progress");
    assert_eq!(own["status_word"]["code"], "limited");
    assert_eq!(own["updates"].as_array().map(Vec::len), Some(2));
    assert!(!late.codes().contains(&"update-ahead"));

    let early = built_on("2024-04-15");
    assert_eq!(milestone(&early, 0)["status"], "in-progress");
    assert_eq!(
        milestone(&early, 0)["status_word"]["label"]["en"],
        "Under consultation"
    );
    assert_eq!(milestone(&early, 1)["status"], "stuck", "April has begun");
    assert_eq!(early.json("commitments/c1.json")["status"], "not-started");
    assert_eq!(early.of_code("update-ahead").len(), 3);
    assert!(!early.text("commitments/c1.txt").contains("Se midió todo."));
}

#[test]
fn being_late_follows_from_the_status_of_the_day() {
    let late = |day: &str| squeezed(&built_on(day).text("commitments/c1.txt"));
    let (before, after) = (late("2024-04-15"), late("2024-12-31"));
    assert!(
        before.contains("Atrasado desde 31 de marzo de 2024")
            || before.contains("Atrasado desde marzo de 2024"),
        "{before}"
    );
    assert!(!after.contains("Atrasado desde marzo de 2024"), "{after}");
    assert!(after.contains("Atrasado desde mayo de 2024"), "{after}");
}

#[test]
fn a_page_tells_the_history_with_the_newest_first() {
    let built = built_on("2024-12-31");
    let text = squeezed(&built.text("commitments/c1.txt"));
    for said in [
        "Se revisó.",
        "Se midió todo.",
        "Acta",
        "En curso (En consulta)",
        "Se mide.",
        "Oficina del Agua",
        "Falta dinero.",
        "En curso (Limitado)",
        "Contraloría",
        "sin fecha",
    ] {
        assert!(says(&text, said), "{said}: {text}");
    }
    let at = |said: &str| text.find(said).unwrap();
    assert!(at("Se revisó.") < at("Se midió todo.") && at("Se midió todo.") < at("Se mide."));
    assert_eq!(text.matches("Se midió todo.").count(), 1, "{text}");
    let english = squeezed(&built.text("en/commitments/c1.txt"));
    assert!(
        english.contains("Measuring.") && english.contains("(Under consultation)"),
        "{english}"
    );
    // Evidence of an update is evidence of its milestone.
    assert!(
        text.contains("Hitos sin evidencia publicada: 2")
            || !text.contains("evidencia publicada: 1"),
        "{text}"
    );
}

#[test]
fn an_update_is_news_on_its_date() {
    let built = built_on("2024-12-31");
    for feed in ["commitments/c1.xml", "feed.xml"] {
        let text = built.text(feed);
        let lasting =
            |fragment: &str| format!("<id>https://p.example/commitments/c1.html#{fragment}</id>");
        for fragment in [
            "m-1-2024-05-02",
            "m-1-2024-02",
            "m-1-2024-06-30",
            "m-2-2024-04",
            "history-2024-08",
        ] {
            assert!(
                text.contains(&lasting(fragment)),
                "{feed} {fragment}: {text}"
            );
        }
        assert!(text.contains("Hito 1 de «Agua clara»: Terminado"), "{text}");
        assert!(text.contains("«Agua clara»: En curso (Limitado)"), "{text}");
    }
    let items = &built.json("en/feed.json")["items"];
    let titles: Vec<&str> = (items.as_array().unwrap().iter())
        .filter_map(|item| item["title"].as_str())
        .collect();
    assert!(
        titles.contains(&"Milestone 1 of “Clear water”: In progress (Under consultation)"),
        "{titles:?}"
    );
    assert!(
        built_on("2024-04-15")
            .text("feed.xml")
            .matches("<entry>")
            .count()
            < items.as_array().unwrap().len()
    );
}

#[test]
fn the_register_has_a_row_for_each_update() {
    let built = built_on("2024-12-31");
    let rows = built.json("datasets/register-updates/updates.json");
    let of = |row: &Value| {
        json!([
            row["milestone"],
            row["date"],
            row["status"],
            row["status_word"],
            row["current"],
            row["text_en"]
        ])
    };
    let rows: Vec<Value> = rows.as_array().unwrap().iter().map(of).collect();
    let expected = [
        json!([0, null, "not-started", null, false, null]),
        json!([0, "2024-08", "in-progress", "limited", true, null]),
        json!([1, "2024-05-02", "finished", null, true, null]),
        json!([
            1,
            "2024-02",
            "in-progress",
            "en-consulta",
            false,
            "Measuring."
        ]),
        json!([1, "2024-06-30", null, null, false, null]),
        json!([2, "2024-04", "stuck", null, true, null]),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_status_that_nobody_declared_is_refused_with_what_is_known() {
    let portal = Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file(
            "content/commitments/C1.md",
            "---\ntitle: A\nstatus: perdido\n---\n",
        )
        .file(
            "content/commitments/C2.md",
            "---\ntitle: B\nstatus: en consulta\n---\n",
        );
    let built = portal.build();
    let found = built.of_code("wrong-word");
    assert_eq!(found.len(), 1);
    assert!(format!("{:?}", found[0].args).contains("en-consulta"));
}
