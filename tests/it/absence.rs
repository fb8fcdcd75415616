//! A page of a commitment, a report, a plan or an initiative answers first, and says once what its source does not give.

use crate::driver::{BuiltPortal, Portal, own_portal, squeezed};
use tragaluz::Options;

/// What stood beside every fact that is missing.
const BESIDE: [&str; 4] = [
    "No publicado",
    "Sin evidencia publicada",
    "no publicada",
    "papel no informado",
];

fn words(built: &BuiltPortal, page: &str) -> String {
    squeezed(&built.text(page))
}

fn built(pages: &[(&str, &str)]) -> BuiltPortal {
    let home = Portal::new().file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n");
    let portal = pages.iter().fold(home, |portal, (name, text)| {
        portal.file(&format!("content/{name}.md"), text)
    });
    let built = portal.into_built();
    built.assert_published();
    built
}

/// Whether these words are in a text, each after the one before it.
fn in_order(text: &str, words: &[&str]) -> bool {
    let mut rest = text;
    words.iter().all(|word| {
        let found = rest.split_once(word);
        rest = found.map_or("", |(_, after)| after);
        found.is_some()
    })
}

#[test]
fn a_commitment_says_who_where_and_when_before_all_else() {
    let out = tempfile::tempdir().unwrap();
    let built = own_portal(&out.path().join("public"), Options::default());
    let page = words(&built, "en/commitments/mxspg0003.txt");
    let order = [
        "Not reported",
        "Who: ",
        "Where: San Pedro Garza García",
        "When: January 2023 to June 2024",
        "In brief ---",
        "Milestones ---",
        "Nobody has reported the status of any of its 13 milestones",
        "Milestone 13",
        "Problem ---",
        "Facts ---",
    ];
    assert!(in_order(&page, &order), "{page}");
    assert_eq!(page.matches("Not reported").count(), 1, "{page}");
    assert_eq!(page.matches("evidence of them").count(), 1, "{page}");
    let html = built.text("en/commitments/mxspg0003.html");
    for part in [
        "<nav class=\"jumps\"",
        "href=\"#problem\"",
        "<svg class=\"bars\"",
    ] {
        assert!(html.contains(part), "{part}");
    }
}

/// Milestones of which some say what others lack.
const MIXED: &str = "---\ntitle: Uno\nmilestones:\n  \
    - {number: 1, text: Primero, start: 2024-01, end: 2024-03, status: finished, reported: 2024-04-02, \
       progress: \"Lo dijo la oficina.\", evidence: [{title: Acta}]}\n  \
    - {number: 2, text: Segundo, start: 2024-02, end: 2025-01, status: in-progress}\n  \
    - {number: 3, text: Tercero}\nupdated: 2024-05\n---\nTexto.\n\n## Problema\n\n## Propio\n";

#[test]
fn of_milestones_only_what_is_there_is_marked() {
    let built = built(&[("commitments/C1", MIXED)]);
    let page = words(&built, "commitments/c1.txt");
    let order = [
        "Hito 1 Primero",
        "Terminado",
        "Lo dijo la oficina.",
        "Informado: 2 de abril de 2024",
        "Hito 2 Segundo",
        "En curso",
        "Hito 3 Tercero",
        "Hitos sin estado informado: 3",
        "Hitos sin evidencia publicada: 2",
        "La fuente no da:",
        "las fechas de algunos hitos, el problema, el texto de algunos apartados",
    ];
    assert!(in_order(&page, &order), "{page}");
    assert!(
        !page.contains("Problema ---") && !page.contains("Propio"),
        "{page}"
    );
    let json = built.json("commitments/c1.json");
    assert_eq!(
        json["milestones"][0]["progress"]["es"],
        "Lo dijo la oficina."
    );
    let html = built.text("commitments/c1.html");
    assert_eq!(
        html.matches("<path class=\"f").count(),
        2,
        "a bar for each time"
    );
    assert!(!html.contains("class=\"jumps\""), "a short page needs none");
}

#[test]
fn pages_of_which_nothing_is_known_say_so_in_one_line() {
    let bare = "---\ntitle: Nada\n---\nTexto.\n";
    let alike = "---\ntitle: Iguales\nmilestones:\n  - {number: 1, text: A, start: 2024, end: 2024}\n  \
        - {number: 2, text: B, start: 2024, end: 2024}\n---\nTexto.\n";
    let built = built(&[
        ("commitments/C1", bare),
        ("commitments/C2", alike),
        ("action-plans/p1", bare),
        ("initiatives/i1", bare),
        (
            "reports/r1",
            "---\ntitle: Nada\n---\n## 1.2 Factores\n\n## 3 Lecciones\n\nUna.\n",
        ),
    ]);
    for page in [
        "commitments/c1.txt",
        "action-plans/p1.txt",
        "initiatives/i1.txt",
        "reports/r1.txt",
    ] {
        let text = words(&built, page);
        assert_eq!(
            text.matches("La fuente no da:").count(),
            1,
            "{page}: {text}"
        );
        for absent in BESIDE {
            assert!(!text.contains(absent), "{absent} in {page}: {text}");
        }
    }
    let report = words(&built, "reports/r1.txt");
    let html = built.text("commitments/c2.html");
    assert!(!html.contains("class=\"bars\""), "nothing differs");
    assert!(
        report.contains("las respuestas a algunas preguntas"),
        "{report}"
    );
    // What all share has no strip.
    for page in ["index.html", "commitments/index.html"] {
        let page = built.text(page);
        assert!(!page.contains("class=\"strip\""), "{page}");
    }
}
