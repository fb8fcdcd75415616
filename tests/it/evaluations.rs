//! What reports and reviews say of commitments is wherever a commitment is: in its head, in lists, in facets, in
//! JSON and in the registers; and a report's answers are each at its question.

use crate::driver::{BuiltPortal, Portal, lacks, says, squeezed};
use serde_json::{Value, json};
use tragaluz::Options;
use tragaluz::diag::Severity;
use tragaluz::model::form::FORM;

/// What a page says of a commitment of which nothing was reported.
const UNSAID: [&str; 2] = ["sin resultado informado", "no result reported"];

/// A commitment that ended long before anything else was written.
fn commitment(facts: &str) -> String {
    format!("---\ntitle: Uno\nstart: 2022-01\nend: 2022-06\nupdated: 2024-01\n{facts}---\nTexto.\n")
}

fn report(facts: &str, text: &str) -> String {
    format!("---\ntitle: Informe\ncommitment: C1\nupdated: 2024-02\n{facts}---\n{text}")
}

/// One commitment with these facts, and reports by their names, facts and texts.
fn portal(facts: &str, reports: &[(&str, &str, &str)]) -> Portal {
    let portal = Portal::new()
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file("content/commitments/C1.md", &commitment(facts));
    reports.iter().fold(portal, |p, (name, facts, text)| {
        p.file(&format!("content/reports/{name}.md"), &report(facts, text))
    })
}

/// Builds a portal in which no error may be.
fn sound(portal: Portal) -> BuiltPortal {
    let built = portal.into_built();
    built.assert_published();
    built
}

/// The rows of a register, by the names of their columns.
fn rows(built: &BuiltPortal, register: &str) -> Vec<Value> {
    let path = format!("datasets/register-{register}/{register}.json");
    built.json(&path).as_array().unwrap().clone()
}

/// Returns the words of a page with single blanks.
fn words(built: &BuiltPortal, page: &str) -> String {
    squeezed(&built.text(page))
}

/// Facts of a report that answers some questions.
const WHOLE: &str = "stage: end-of-term\ndate: 2023-03\ncompletion: limited\nas_planned: most\nanswers:\n  \
     - {question: 2.1.1, answer: yes, degree: major}\n  - {question: 2.1.3, answer: no}\n  - {question: 2.2, answer: yes}\n";

#[test]
fn a_commitment_with_a_report_shows_it_in_the_place_of_an_unknown_status() {
    let built = sound(portal("", &[("r1", WHOLE, "")]));
    for page in [
        "index.txt",
        "commitments/c1.txt",
        "commitments/index.txt",
        "statuses/not-reported.txt",
        "en/index.txt",
        "todo.txt",
    ] {
        let page = words(&built, page);
        assert!(UNSAID.iter().all(|unsaid| !page.contains(unsaid)), "{page}");
    }
    for (page, expected) in [
        (
            "commitments/c1.txt",
            &[
                "Cumplimiento: Limitado",
                "¿Ayudó a abrir el gobierno?",
                "Acceso a la información: Sí, Importante",
                "Rendición de cuentas: No",
                "El problema se atendió: Sí",
                "La mayoría de los hitos",
            ][..],
        ),
        (
            "commitments/index.txt",
            &["1 compromiso. Cumplimiento: Limitado", "Uno"],
        ),
        (
            "en/commitments/c1.txt",
            &[
                "Completion: Limited",
                "Access to information: Yes, Major",
                "Public accountability: No",
            ],
        ),
        ("en/index.txt", &["1 commitment. Completion: Limited"]),
        (
            "commitments/completion/limited.txt",
            &["Compromisos con cumplimiento «Limitado»", "Uno"],
        ),
        (
            "en/commitments/information/major.txt",
            &["Degree of result: access to information: Major", "Uno"],
        ),
        (
            "en/commitments/accountability/no.txt",
            &["Public accountability: No"],
        ),
    ] {
        let text = words(&built, page);
        let lacking = lacks(&text, expected);
        assert!(lacking.is_empty(), "{lacking:?} not in {page}: {text}");
    }
    // None of those that strips count is without a status, for the only one was evaluated.
    for page in ["en/index.txt", "en/commitments/index.txt"] {
        let page = words(&built, page);
        assert!(!page.contains("no status reported"), "{page}");
    }
    let facts = built.json("commitments/c1.json");
    has_the_evaluation_of_a_whole_report(&facts);
    let row = &rows(&built, "commitments")[0];
    assert_eq!(
        [&row["status"], &row["completion"], &row["reports"]],
        ["not-reported", "limited", "r1"]
    );
    assert_eq!(
        [
            &row["answer_2_1_1"],
            &row["answer_2_1_3"],
            &row["answer_2_1_2"]
        ],
        [&json!(true), &json!(false), &Value::Null]
    );
    assert_eq!(row["degree_2_1_1"], "major");
}

/// The evaluation in the facts of a commitment whose one report is `WHOLE`.
fn has_the_evaluation_of_a_whole_report(facts: &Value) {
    assert_eq!(
        facts["status"], "not-reported",
        "the status stays what it is"
    );
    assert_eq!(facts["reports"], json!(["r1"]));
    let evaluation = &facts["evaluation"];
    assert_eq!(
        [&evaluation["completion"], &evaluation["as_planned"]],
        ["limited", "most"]
    );
    let first = json!({"question": "2.1.1", "opened": "information", "answer": true, "degree": "major", "report": "r1"});
    assert_eq!(evaluation["answers"][0], first);
    assert_eq!(
        evaluation["answers"][1],
        json!({"question": "2.1.3", "opened": "accountability", "answer": false, "report": "r1"})
    );
}

#[test]
fn of_several_reports_each_fact_is_the_newest_ones_that_gives_it() {
    let mid = "stage: mid-term\ndate: 2024-01\ncompletion: substantial\nanswers:\n  - {question: 2.1.1, answer: yes, degree: marginal}\n  - {question: 2.1.2, answer: yes}\n";
    let end = "stage: end-of-term\ndate: 2023-01\nanswers:\n  - {question: 2.1.1, answer: no, degree: worsened}\n";
    let built = sound(portal(
        "reports: [Mid]\n",
        &[("end", end, ""), ("Mid", mid, "")],
    ));
    let evaluation = &built.json("commitments/c1.json")["evaluation"];
    assert_eq!(
        evaluation["report"], "end",
        "the end is newer than the middle, whatever their dates"
    );
    assert_eq!(
        [&evaluation["completion"], &evaluation["completion_report"]],
        ["substantial", "Mid"]
    );
    assert_eq!(evaluation["answers"][0]["degree"], "worsened");
    assert_eq!(evaluation["answers"][1]["report"], "Mid");
    assert_eq!(
        built.json("commitments/c1.json")["reports"],
        json!(["Mid", "end"])
    );
    let page = words(&built, "en/commitments/c1.html");
    assert!(
        page.contains("href=\"../reports/mid.html\"") && says(&page, "Completion: Substantial"),
        "{page}"
    );
    assert!(says(
        &words(&built, "en/reports/mid.txt"),
        "Mid-term report"
    ));
    // Without stages the dates decide, and without dates the order of the portal.
    let two = [
        ("a", "date: 2023-05\ncompletion: complete\n", ""),
        ("b", "date: 2023-02\ncompletion: limited\n", ""),
    ];
    assert_eq!(
        sound(portal("", &two)).json("commitments/c1.json")["evaluation"]["completion"],
        "complete"
    );
    let two = [
        ("a", "completion: complete\n", ""),
        ("b", "completion: limited\n", ""),
    ];
    assert_eq!(
        sound(portal("", &two)).json("commitments/c1.json")["evaluation"]["completion"],
        "limited"
    );
}

#[test]
fn a_report_without_a_completion_and_one_that_is_elsewhere_are_told_too() {
    let built = sound(portal(
        "",
        &[("r", "answers: [{question: 2.1.2, answer: yes}]\n", "")],
    ));
    let page = words(&built, "en/commitments/c1.txt");
    assert!(
        says(&page, "Completion: not reported") && says(&page, "Civic participation: Yes"),
        "{page}"
    );
    assert!(
        built.json("commitments/c1.json")["evaluation"]
            .get("completion")
            .is_none()
    );
    assert!(!page.contains(UNSAID[1]));
    let built = sound(portal("reports: [gone]\n", &[]));
    let page = words(&built, "en/commitments/c1.txt");
    assert!(
        says(&page, "Evaluated in a report that is not in this portal")
            && !page.contains(UNSAID[1]),
        "{page}"
    );
    assert!(
        built
            .json("commitments/c1.json")
            .get("evaluation")
            .is_none(),
        "nothing is made up"
    );
    // Without any report it is said as before.
    let built = sound(portal("", &[]));
    let page = words(&built, "en/commitments/c1.txt");
    assert!(
        says(&page, "Not reported") && says(&page, "Deadline passed"),
        "{page}"
    );
}

#[test]
fn a_status_that_is_given_stands_beside_the_evaluation() {
    let built = sound(portal("status: finished\n", &[("r", WHOLE, "")]));
    let page = words(&built, "en/commitments/c1.txt");
    assert!(says(&page, "Finished · Completion: Limited"), "{page}");
    assert_eq!(built.json("commitments/c1.json")["status"], "finished");
}

#[test]
fn a_degree_that_is_not_of_the_form_is_an_error_at_its_place() {
    let built = portal(
        "",
        &[(
            "r",
            "answers: [{question: 2.1.1, answer: yes, degree: enormous}]\n",
            "",
        )],
    )
    .build();
    let found = built
        .findings
        .iter()
        .find(|d| d.severity == Severity::Error)
        .unwrap();
    assert_eq!(
        (found.code.id, found.place.as_ref().unwrap().file.as_str()),
        ("wrong-word", "content/reports/r.md")
    );
    let built = portal("", &[("r", "evidence: [{question: 9.9, title: T}]\n", "")]).build();
    assert!(built.codes().contains(&"wrong-word"), "{:?}", built.codes());
}

#[test]
fn each_answer_stands_at_its_question_under_the_authors_heading() {
    let text = "## 1.1. – ¿Hasta dónde se llegó?\n\nUno uno.\n\n## Factores {#q1-2}\n\nUno dos.\n\n\
                ## ¿Se implementó el compromiso como se planeó originalmente?\n\nUno tres.\n\n## 2.1.3\n\nDos uno tres.\n\n\
                ## 3 municipios\n\nOtra cosa.\n\n## 3. Lo que aprendimos\n\nTres.\n";
    let facts =
        format!("{WHOLE}evidence:\n  - {{question: 1.3, title: Acta}}\n  - {{title: Suelta}}\n");
    let built = sound(portal("", &[("r", &facts, text)]));
    let page = words(&built, "reports/r.txt");
    let order = [
        "1. Cumplimiento del compromiso",
        "1.1 ¿Hasta dónde se llegó?",
        "Limitado",
        "Uno uno.",
        "1.2 Factores",
        "Uno dos.",
        "1.3 ¿Se implementó el compromiso",
        "La mayoría de los hitos",
        "Uno tres.",
        "Acta",
        "2. ¿Ayudó a abrir el gobierno?",
        "2.1.1 ¿El gobierno divulgó más información",
        "2.1.3 ¿El gobierno creó o mejoró canales, oportunidades o capacidades",
        "No",
        "Dos uno tres.",
        "2.2 ¿El compromiso atendió el problema de política pública",
        "como se describe en el plan de acción",
        "3. Lo que se aprendió",
        "3 Lo que aprendimos",
        "Tres.",
        "Suelta",
        "3 municipios",
        "Otra cosa.",
    ];
    let mut rest = page.as_str();
    for words in order {
        let at = rest
            .find(words)
            .unwrap_or_else(|| panic!("{words} is not where it belongs: {page}"));
        rest = &rest[at + words.len()..];
    }
    // Where only one language has the answer, the other's page shows it, marked as what it is.
    let english = built.text("en/reports/r.html");
    assert!(english.contains("Dos uno tres.") && english.contains("lang=\"es\""));
    assert!(says(
        &words(&built, "en/reports/r.txt"),
        "Did the commitment address the public policy problem that it intended to address as described in the action plan?"
    ));
}

#[test]
fn a_report_written_as_the_form_is_laid_out_is_read_as_such() {
    let text = "## Section 1. Commitment completion\n\n### 1.1 How far?\n\nHalf.\n\n### 1.2 Factors\n\nRain.\n\n\
                ## Section 2. Did it open government?\n\n### 2.1.3 Did the government create channels?\n\nOne.\n\n#### Who\n\nAll.\n\n\
                ## Section 3. Lessons from implementation\n\nBegin early.\n";
    let built = sound(portal("", &[("r", WHOLE, text)]));
    let answers = &built.json("reports/r.json")["answers"];
    let told: Vec<_> = answers
        .as_array()
        .unwrap()
        .iter()
        .map(|a| (&a["question"], &a["narrative"]["es"]))
        .collect();
    let expected = [
        (json!("1.1"), json!("Half.")),
        (json!("1.2"), json!("Rain.")),
        (json!("1.3"), Value::Null),
        (json!("2.1.1"), Value::Null),
        (json!("2.1.3"), json!("One.\n\n#### Who\n\nAll.")),
        (json!("2.2"), Value::Null),
        (json!("3"), json!("Begin early.")),
    ];
    assert_eq!(
        told,
        expected.iter().map(|(q, n)| (q, n)).collect::<Vec<_>>()
    );
    assert_eq!(
        answers[6]["heading"],
        json!({"es": "Lessons from implementation"})
    );
    let page = words(&built, "en/reports/r.txt");
    assert_eq!(
        page.matches("Did it open government?").count(),
        1,
        "as the part; the commitment's entry does not say it again: {page}"
    );
}

#[test]
fn an_answer_in_another_language_only_is_shown_everywhere() {
    let portal = portal("", &[("r", "completion: limited\n", "")]).file(
        "content/reports/r.en.md",
        "---\ntitle: Report\n---\n## 1.2 Which factors mattered?\n\nMoney was short.\n",
    );
    let built = sound(portal);
    let page = words(&built, "reports/r.txt");
    assert!(
        says(
            &page,
            "1.2 Which factors mattered? (English) Money was short."
        ),
        "{page}"
    );
    let row = &rows(&built, "reports")[0];
    assert_eq!(
        [&row["narrative_1_2_es"], &row["narrative_1_2_en"]],
        [&Value::Null, &json!("Money was short.")]
    );
    let answers = &built.json("reports/r.json")["answers"];
    assert_eq!(answers[1]["narrative"], json!({"en": "Money was short."}));
    assert_eq!(
        answers[1]["heading"],
        json!({"en": "Which factors mattered?"})
    );
}

#[test]
fn reports_are_published_whole_as_data() {
    let text = "## 1.2 Factores\n\nFaltó *dinero*.\n\n## 3 \n\nEmpezar antes.\n\n## Método\n\nEntrevistas.\n";
    let built = sound(portal(
        "",
        &[(
            "R-1",
            &format!("{WHOLE}comments_published: 0\nevaluators: [Ana]\n"),
            text,
        )],
    ));
    let facts = built.json("reports/r-1.json");
    assert_eq!(
        facts["answers"].as_array().unwrap().len(),
        7,
        "2.1.2 has no answer"
    );
    assert_eq!(
        [&facts["stage"], &facts["date"], &facts["commitment"]],
        ["end-of-term", "2023-03", "C1"]
    );
    assert_eq!(
        facts["answers"][0],
        json!({"question": "1.1", "said": "limited", "evidence": []})
    );
    assert_eq!(
        facts["answers"][6]["narrative"],
        json!({"es": "Empezar antes."})
    );
    assert_eq!(facts["sections"], json!({"metodo": {"es": "Entrevistas."}}));
    assert_eq!(facts["comments_published"], 0);
    let row = &rows(&built, "reports")[0];
    assert_eq!(
        [&row["completion"], &row["as_planned"], &row["degree_2_1_1"]],
        ["limited", "most", "major"]
    );
    assert_eq!(
        [&row["narrative_1_2_es"], &row["lessons_es"]],
        ["Faltó *dinero*.", "Empezar antes."]
    );
    assert_eq!(
        [&row["comments_published"], &row["answer_2_1_3"]],
        [&json!(0), &json!(false)]
    );
    // Every column is described.
    let package = built.json("datasets/register-reports/datapackage.json");
    let fields = package["resources"][0]["schema"]["fields"]
        .as_array()
        .unwrap();
    assert_eq!(fields.len(), row.as_object().unwrap().len());
    assert!(
        fields
            .iter()
            .all(|f| f["title"].is_string() && f["description"].is_string()),
        "{fields:?}"
    );
    assert!(
        built.text("reports/r-1.html").contains("r-1.json"),
        "the page leads to its data"
    );
}

#[test]
fn the_reviewers_verdicts_are_codes_beside_their_words() {
    let own = "inception:\n  verifiable: yes\n  relevance: no\n  ambition: binding\n  statements: [Sigue con lo que ya se hacía.]\n";
    let stated = "inception:\n  statements:\n    - The commitment is a continuation of ongoing practice in line with existing legislation, policies or requirements\n    \
                  - \"The commitment activities is a positive change to a process, practice or policy but will not generate a binding or institutionalized change across government or specific institution(s).\"\n";
    let built = sound(portal(own, &[]).file("content/commitments/C2.md", &commitment(stated)));
    let rows = rows(&built, "commitments");
    let codes = |row: &Value| {
        ["verifiable", "relevance", "novelty", "ambition"].map(|column| row[column].clone())
    };
    assert_eq!(
        codes(&rows[0]),
        [json!(true), json!(false), Value::Null, json!("binding")]
    );
    assert_eq!(
        codes(&rows[1]),
        [
            Value::Null,
            Value::Null,
            json!("continuation"),
            json!("positive")
        ]
    );
    let page = words(&built, "commitments/c1.txt");
    assert!(
        says(&page, "Cambio vinculante o institucionalizado")
            && says(&page, "Sigue con lo que ya se hacía."),
        "{page}"
    );
    assert!(
        words(&built, "en/commitments/ambition/positive.txt")
            .contains("A positive change, not binding")
    );
    assert!(says(
        &words(&built, "en/commitments/relevance/no.txt"),
        "Commitments – Relevance to values: No"
    ));
    assert_eq!(
        built.json("commitments/c2.json")["inception"]["novelty"],
        "continuation"
    );
}

#[test]
fn the_number_of_comments_is_said_where_the_source_says_it() {
    let built = sound(
        portal(
            "comments_published: 0\n",
            &[("r", "comments_published: 3\n", "")],
        )
        .file(
            "content/about.md",
            "---\ntitle: Acerca\ncomments_published: 1\n---\nTexto.\n",
        ),
    );
    assert!(says(
        &words(&built, "en/commitments/c1.txt"),
        "No comments yet."
    ));
    assert!(says(
        &words(&built, "commitments/c1.txt"),
        "Todavía no hay comentarios."
    ));
    assert!(says(
        &words(&built, "reports/r.txt"),
        "3 comentarios publicados."
    ));
    assert!(says(
        &words(&built, "en/about.txt"),
        "One published comment."
    ));
    assert_eq!(built.json("commitments/c1.json")["comments_published"], 0);
    let silent = sound(portal("", &[]));
    assert!(
        !words(&silent, "commitments/c1.txt").contains("comentarios"),
        "what is unknown is not zero"
    );
    let wrong = portal("comments_published: -1\n", &[]).build();
    assert!(wrong.codes().contains(&"wrong-form"), "{:?}", wrong.codes());
}

#[test]
fn both_themes_say_the_same() {
    let portal = portal(
        "comments_published: 0\ninception: {novelty: new}\n",
        &[("r", WHOLE, "## 1.2 F\n\nDinero.\n")],
    );
    let built = portal.build_with(&Options {
        theme: Some("llano".into()),
        ..Options::default()
    });
    let page = words(&built, "commitments/c1.txt");
    for fact in [
        "Cumplimiento: Limitado",
        "Acceso a la información: Sí, Importante",
        "Es nuevo",
        "Todavía no hay comentarios.",
    ] {
        assert!(says(&page, fact), "{fact}: {page}");
    }
    let strip = words(&built, "commitments/index.txt");
    assert!(
        says(&strip, "1 compromiso. Cumplimiento: Limitado")
            && !strip.contains("sin estado informado"),
        "{strip}"
    );
    assert!(!page.contains("Plazo vencido"));
    assert!(says(
        &words(&built, "reports/r.txt"),
        "2. ¿Ayudó a abrir el gobierno?"
    ));
}

#[test]
fn the_theme_asks_in_the_forms_own_words() {
    for (lang, messages) in [
        ("es", include_str!("../../themes/claro/i18n/es.ftl")),
        ("en", include_str!("../../themes/claro/i18n/en.ftl")),
    ] {
        for q in FORM {
            let line = format!(
                "\n{} = {}\n",
                q.anchor,
                if lang == "es" { q.es } else { q.en }
            );
            assert!(messages.contains(&line), "{lang}: {line}");
        }
    }
}
