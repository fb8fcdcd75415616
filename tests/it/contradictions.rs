//! What does not fit together is told to readers where it stands, with the publisher's reason, and on a page of its own
//! where that is asked for.

use crate::driver::{BuiltPortal, Portal, squeezed};
use std::collections::BTreeSet;

const COMMITMENT: &str = "---\ntitle: Agua\nstart: 2022-03\nend: 2022-12\naction_plans: not-attached\nacknowledged:\n  \
    - {code: milestone-outside-commitment, reason: Así está en la fuente.}\nmilestones:\n  \
    - {number: 2, text: Publicar, start: 2022-07, end: 2023-02}\n  - {number: 1, text: Medir, status: stuck, reported: 2022-05}\n---\n";

const REPORT: &str = "---\ntitle: Informe\ncommitment: C1\naction_plan: p1\ndate: 2023-03\ncompletion: limited\nas_planned: all\nanswers:\n  - {question: 2.1.1, answer: yes, degree: did-not-change}\n---\n";

fn built(settings: &str) -> BuiltPortal {
    let portal = Portal::new()
        .file(
            "tragaluz.toml",
            &format!("[portal]\ntitle = \"P\"\nlanguages = [\"es\", \"en\"]\n{settings}"),
        )
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file("content/action-plans/p1.md", "---\ntitle: Plan uno\n---\n")
        .file("content/commitments/C1.md", COMMITMENT)
        .file(
            "content/commitments/C1.en.md",
            "---\ntitle: Water\ntranslates: deadbeef\n---\n",
        )
        .file("content/reports/r1.md", REPORT)
        .into_built();
    portal.assert_published();
    portal
}

#[test]
fn a_page_says_once_what_does_not_fit_where_it_stands() {
    let built = built("");
    let text = squeezed(&built.text("commitments/c1.txt"));
    let late =
        "Termina en febrero de 2023, después que el compromiso, que termina en diciembre de 2022.";
    assert_eq!(text.matches(late).count(), 1, "{text}");
    assert_eq!(text.matches("Así está en la fuente.").count(), 1, "{text}");
    assert!(
        text.contains("El hito 1 está después del hito 2."),
        "{text}"
    );
    let [milestone, line, next] = ["Hito 2", late, "Hito 1"].map(|said| text.find(said).unwrap());
    assert!(milestone < line && line < next, "{text}");
    // A translation that is older says so in its own language alone.
    assert!(!text.contains("El original cambió"), "{text}");
    let english = squeezed(&built.text("en/commitments/c1.txt"));
    assert!(
        english.contains("The original has changed since this translation was made."),
        "{english}"
    );
    let report = squeezed(&built.text("reports/r1.txt"));
    for said in [
        "Este informe trata del plan de acción «Plan uno». El compromiso dice que no está en ninguno.",
        "Este informe da el avance como «Limitado»",
        "pero el hito 1 se informó como «Detenido»",
        "y no cita evidencia",
    ] {
        assert!(report.contains(said), "{said}: {report}");
    }
    // What is about an answer stands at its question; what is about the report, at its head.
    let at = |said: &str| {
        report
            .find(said)
            .unwrap_or_else(|| panic!("{said}: {report}"))
    };
    let places = [
        at("Este informe trata del plan"),
        at("1.1 "),
        at("1.3 "),
        at("Este informe da el avance"),
    ];
    assert!(places.is_sorted(), "{places:?}: {report}");
    assert!(at("2.1.1 ") < at("A la pregunta 2.1.1 este informe responde «Sí»"));
    assert!(!built.files().contains_key("contradictions.html"));
}

#[test]
fn the_publisher_is_told_what_nobody_acknowledged() {
    let built = built("");
    let found: BTreeSet<&str> = built.codes().into_iter().collect();
    for code in [
        "complete-without-evidence",
        "evaluation-against-milestones",
        "limited-as-planned",
        "milestones-out-of-order",
        "orphan",
        "report-of-other-plan",
        "translation-older",
    ] {
        assert!(found.contains(code), "{code}: {found:?}");
    }
    assert!(
        !found.contains("milestone-outside-commitment"),
        "it is acknowledged"
    );
}

/// Programs are told what readers are told, by code.
#[test]
fn the_facts_of_a_page_hold_what_does_not_fit() {
    let built = built("");
    let found = built.json("commitments/c1.json")["contradictions"].clone();
    assert_eq!(
        found,
        serde_json::json!([
            {"finding": "translation-older", "lang": "en", "details": {"mark": "43fa4cb4"}},
            {"finding": "milestone-outside-commitment", "reason": "Así está en la fuente.",
             "details": {"number": "2", "side": "end", "date": "2023-02", "limit": "2022-12"}},
            {"finding": "milestones-out-of-order", "details": {"number": "1", "before": "2"}},
        ])
    );
    let report = built.json("reports/r1.json")["contradictions"].clone();
    let codes: Vec<&str> = report
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["finding"].as_str())
        .collect();
    assert!(codes.contains(&"limited-as-planned"), "{codes:?}");
}

#[test]
fn a_page_of_all_is_made_where_it_is_asked_for() {
    let built = built("[contradictions]\npage = true\n");
    let text = squeezed(&built.text("contradictions.txt"));
    for said in [
        "Hito 2: Termina en febrero de 2023",
        "Así está en la fuente.",
        "Este informe da el avance como «Limitado»",
        "Informe",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let english = squeezed(&built.text("en/contradictions.txt"));
    assert!(
        english.contains("Milestone 2: This ends in February 2023"),
        "{english}"
    );
    let page = built.text("contradictions.html");
    assert!(
        page.contains("href=\"commitments/c1.html\"") && page.contains("href=\"reports/r1.html\"")
    );
}

#[test]
fn a_translation_is_as_new_as_the_words_that_it_was_made_of() {
    let of = |original: &str, mark: &str| {
        let portal = Portal::new()
            .file(
                "tragaluz.toml",
                "[portal]\ntitle = \"P\"\nlanguages = [\"es\", \"en\"]\n",
            )
            .file("content/agua.md", original)
            .file(
                "content/agua.en.md",
                &format!("---\ntitle: Water\ntranslates: {mark}\n---\nClear.\n"),
            );
        let built = portal.build();
        let found = built.of_code("translation-older");
        found.first().map(|one| {
            let mark = one.args.iter().find(|(name, _)| *name == "mark");
            format!("{:?}", mark.unwrap().1)
        })
    };
    let first = "---\ntitle: Agua\nupdated: 2024-01-01\n---\nEl agua\nes clara.\n";
    let told = of(first, "0").unwrap();
    let mark: String = told.chars().filter(char::is_ascii_hexdigit).collect();
    let mark = &mark[mark.len() - 8..];
    assert_eq!(of(first, mark), None);
    // Neither a date nor a line that is broken elsewhere makes it older; a word does.
    let moved = "---\ntitle: Agua\nupdated: 2024-02-01\n---\nEl agua es clara.\n";
    assert_eq!(of(moved, mark), None);
    let reworded = "---\ntitle: Agua\nupdated: 2024-01-01\n---\nEl agua es turbia.\n";
    assert!(of(reworded, mark).is_some());
    assert!(of("---\ntitle: Aguas\n---\nEl agua es clara.\n", mark).is_some());
}
