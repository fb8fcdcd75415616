//! Reports that are rows of a sheet or of a form service's CSV are read like those that are pages.

use crate::driver::{BuiltPortal, Portal, squeezed};

const SETTINGS: &str = "[portal]\ntitle = \"P\"\nlanguages = [\"es\", \"en\"]\n";

/// A form's answers: questions by number, by their words in English, Portuguese and Spanish, and what belongs to each behind it.
const CSV: &str = "Marca temporal,Dirección de correo electrónico,Nombre del evaluador,Compromiso,\
Qual era o nível geral de avanço na implementação do compromisso no momento dest,Provide a brief explanation of your answer:,\
1.3,\"Provide evidence for your answer:\",2.1.1. – Did the government disclose more?,Degree of result:,3. Lecciones,Color\r\n\
15/03/2023 10:22,persona@correo.example,\"Ana Uno, Luis Dos\",Agua clara (C1),Limitado,\"Se trabaja\n# en ello\",\
All of the milestones were implemented as planned,https://prueba.example/acta,Sí,Major,Seguir *así*.,azul\r\n\
2024-05-02,,,C1,muy bien,,,,No,Sin cambios raros,,rojo\r\n";

fn built(csv: &str) -> BuiltPortal {
    Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file(
            "content/commitments/C1.md",
            "---\ntitle: Agua clara\nmilestones:\n  - number: 1\n    text: Medir\n    updates:\n      \
             - {date: 2023-01, status: stuck}\n      - {date: 2023-09, status: finished, evidence: [Acta]}\n---\n",
        )
        .file("content/reports/informes.csv", csv)
        .into_built()
}

/// The first row alone: that of the second has answers that are none.
fn sound() -> BuiltPortal {
    let end = CSV.find("\r\n2024").unwrap();
    let built = built(&CSV[..end + 2]);
    built.assert_published();
    built
}

#[test]
fn a_row_is_a_report_with_the_answers_at_their_questions() {
    let built = sound();
    let page = "reports/agua-clara-c1-2023-03-15";
    let report = built.json(&format!("{page}.json"));
    assert_eq!(report["commitment"], "C1");
    assert_eq!(report["date"], "2023-03-15");
    assert_eq!(report["contact_withheld"], true);
    let text = squeezed(&built.text(&format!("{page}.txt")));
    for said in [
        "Limitado",
        "Se trabaja",
        "Todos los hitos se realizaron como se planeó",
        "https://prueba.example/acta",
        "Importante",
        "Seguir *así*.",
        "Ana Uno",
        "Luis Dos",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // What a form's answer holds is no markup of the page.
    let html = built.text(&format!("{page}.html"));
    assert!(
        !html.contains("<em>así</em>") && html.contains("# en ello"),
        "{html}"
    );
    let answers = report["answers"].to_string();
    assert!(
        answers.contains("major") && answers.contains("2.1.1"),
        "{report}"
    );
}

#[test]
fn the_file_and_the_addresses_in_it_are_not_published() {
    let built = sound();
    for (path, bytes) in built.files() {
        assert!(!path.ends_with("informes.csv"), "{path}");
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("persona@correo.example"), "{path}");
    }
}

#[test]
fn a_report_stands_beside_what_milestones_said_by_then() {
    let built = sound();
    let text = squeezed(&built.text("reports/agua-clara-c1-2023-03-15.txt"));
    assert!(
        text.contains("Lo que habían informado sus hitos hasta entonces"),
        "{text}"
    );
    let by_then = &text[text.find("hasta entonces").unwrap()..];
    let by_then: String = by_then.chars().take(80).collect();
    assert!(by_then.contains("detenido"), "{by_then}");
    assert!(
        text.contains("pero el hito 1 se informó como «Detenido»"),
        "{text}"
    );
}

#[test]
fn findings_name_the_row_and_the_column() {
    let built = built(CSV);
    let wrong = built.of_code("wrong-word");
    let places: Vec<(&str, &str)> = (wrong.iter())
        .filter_map(|found| {
            let place = found.place.as_ref()?;
            let line = place.excerpt.as_ref().map_or("", |line| line.text.as_str());
            Some((place.file.as_str(), line))
        })
        .collect();
    let file = "content/reports/informes.csv#4";
    assert!(places.iter().all(|(at, _)| *at == file), "{places:?}");
    assert!(
        places
            .iter()
            .any(|(_, line)| line.starts_with("Qual era") && line.ends_with(": muy bien")),
        "{places:?}"
    );
    assert!(
        places
            .iter()
            .any(|(_, line)| line.starts_with("Degree of result")
                && line.ends_with("Sin cambios raros")),
        "{places:?}"
    );
    let columns = built.of_code("report-columns");
    assert_eq!(columns.len(), 1);
    assert!(format!("{:?}", columns[0].args).contains("Color"));
}

#[test]
fn a_table_without_commitments_is_told_and_not_read() {
    let built = built("1.1,3\r\nLimited,Nada\r\nComplete,Todo\r\n");
    let found = built.of_code("report-columns");
    assert_eq!(found.len(), 1);
    assert!(format!("{:?}", found[0].args).contains("commitment"));
    assert!(
        !built
            .files()
            .keys()
            .any(|path| path.starts_with("reports/"))
    );
}

#[test]
fn a_plan_has_a_table_of_its_evaluations() {
    let report = |date: &str, facts: &str| {
        format!("---\ntitle: Informe\ncommitment: C1\naction_plan: p1\ndate: {date}\n{facts}---\n")
    };
    let built = Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file("content/action-plans/p1.md", "---\ntitle: Plan\n---\n")
        .file("content/commitments/C1.md", "---\ntitle: Agua clara\naction_plans: [p1]\n---\n")
        .file("content/reports/r1.md", &report("2024-02", "stage: end-of-term\ncompletion: complete\nanswers: [{question: 2.1.3, answer: no, degree: worsened}]\nevidence: [Acta]\n"))
        .file("content/reports/r2.md", &report("2023-02", "stage: mid-term\ncompletion: limited\nas_planned: some\n"))
        .into_built();
    built.assert_published();
    let text = squeezed(&built.text("action-plans/p1.txt"));
    let at = |said: &str| text.find(said).unwrap_or_else(|| panic!("{said}: {text}"));
    assert!(at("febrero de 2023") < at("febrero de 2024"), "{text}");
    for said in [
        "Agua clara",
        "Limitado",
        "Algunos",
        "Completo",
        "No, Empeoró",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let html = built.text("action-plans/p1.html");
    assert!(
        html.contains("<th scope=\"row\"><a href=\"../commitments/c1.html\">"),
        "{html}"
    );
}

/// A form's answers in a workbook, under a title and beside a sheet of notes (`tests/report_sheets/make.py`).
#[cfg(feature = "sheets")]
const WORKBOOK: &[u8] = include_bytes!("../report_sheets/informes.xlsx");

/// What a workbook says by cells of dates is what a CSV says in words.
#[cfg(feature = "sheets")]
#[test]
fn a_workbook_of_reports_says_what_its_csv_says() {
    let portal = Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file("content/commitments/C1.md", "---\ntitle: Agua clara\n---\n");
    portal.write("content/reports/informes.xlsx", WORKBOOK);
    let from_book = portal.into_built();
    from_book.assert_published();
    let from_csv = built(
        "Marca temporal,Dirección de correo electrónico,Nombre del evaluador,Compromiso,1.1,Provide a brief explanation of your answer:,\
         1.3,2.1.1. – Did the government disclose more?,Degree of result:,3. Lecciones\r\n\
         15/03/2023 10:22,persona@correo.example,Ana Uno,Agua clara (C1),Limitado,\"Se trabaja\nen ello\",\
         All of the milestones were implemented as planned,Sí,Major,Seguir así.\r\n\
         2024-05-02,,Luis Dos,C1,Complete,,,No,,\r\n",
    );
    for page in [
        "reports/agua-clara-c1-2023-03-15.json",
        "reports/c1-2024-05-02.json",
    ] {
        let mut told = [from_book.json(page), from_csv.json(page)];
        for facts in &mut told {
            facts.as_object_mut().unwrap().remove("contradictions");
        }
        assert_eq!(told[0], told[1], "{page}");
        assert!(!told[0]["answers"].as_array().unwrap().is_empty(), "{page}");
    }
    for (path, bytes) in from_book.files() {
        assert!(!path.ends_with("informes.xlsx"), "{path}");
        assert!(
            !String::from_utf8_lossy(&bytes).contains("persona@correo.example"),
            "{path}"
        );
    }
}
