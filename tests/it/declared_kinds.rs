//! Kinds of page that a portal declares: their pages, lists and registers, who names whom, and what is wrong in them.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes a portal and reads its site"
)]

use crate::driver::{BuiltPortal, Portal, SETTINGS, build, ended, repository, tragaluz};
use std::collections::BTreeSet;
use std::fs;
use tragaluz::Options;

const KINDS: &str = r#"
[kinds.question]
folder = "questions"
singular = { es = "Pregunta frecuente", en = "Frequent question" }
plural = { es = "Preguntas frecuentes", en = "Frequent questions" }
description = { es = "Lo que más se pregunta.", en = "What is asked most." }
register = true
menu = true

[kinds.question.facts]
institution = "institution"
answered_on = { title = { es = "Respondida el", en = "Answered on" }, type = "date", required = true }
commitments = { title = { es = "Compromisos", en = "Commitments" }, type = "commitment", many = true }
tables = { type = "dataset", many = true }
route = { title = { es = "Vía", en = "Route" }, choices = { phone = { es = "Teléfono", en = "Telephone" }, web = "Web" } }
days = { title = "Días", type = "integer" }
cost = { title = "Costo", type = "number" }
open = { title = "Abierta", type = "yes-no" }
law = { title = "Ley", type = "address" }
see = { title = "Vea también", type = "question", many = true }
note = { title = { es = "Nota", en = "Note" }, description = { es = "Lo que conviene saber.", en = "What to know." } }
hints = { title = { es = "Consejos", en = "Hints" }, type = "text", many = true }

[kinds.event]
folder = "eventos"
singular = "Evento"
plural = "Eventos"
"#;

fn portal() -> Portal {
    let portal = Portal::new();
    let settings = fs::read_to_string(portal.root().join("tragaluz.toml")).unwrap();
    portal
        .file("tragaluz.toml", &format!("{settings}{KINDS}"))
        .file(
            "content/commitments/AGUA1.md",
            "---\ntitle: Agua para todos\nupdated: 2026-01-01\n---\nTexto.\n",
        )
        .file("data/tarifas/tarifas.csv", "tramo,precio\n1,2.5\n2,3.5\n")
        .file("data/tarifas/dataset.md", "---\ntitle: Tarifas\n---\nTexto.\n")
        .file(
            "content/questions/costo.md",
            "---\ntitle: ¿Cuánto cuesta?\nsummary: Nada.\ninstitution: Comisión del Agua\nanswered_on: 2026-03-02\n\
             commitments: agua1\ntables: [tarifas]\nroute: Teléfono\ndays: 20\ncost: 1250.50\nopen: sí\n\
             law: https://ley.example/\nsee: [plazo]\nnote: Guarde el acuse.\nhints: [Sea breve, Pida copia]\n---\nEs gratis.\n",
        )
        .file(
            "content/questions/costo.en.md",
            "---\ntitle: What does it cost?\nnote: Keep the receipt.\nhints: [Be brief, Ask for a copy]\n---\nIt is free.\n",
        )
        .file(
            "content/questions/plazo.md",
            "---\ntitle: ¿Cuánto tardan?\nanswered_on: 2026-03-01\n---\nVeinte días.\n",
        )
        .file(
            "content/eventos/cumbre.md",
            "---\ntitle: Cumbre\n---\nTexto.\n",
        )
        .file(
            "content/otros/sesion.md",
            "---\ntitle: Sesión\nkind: event\n---\nTexto.\n",
        )
}

fn assert_says(built: &BuiltPortal, path: &str, said: &[&str]) {
    let page = built.text(path);
    for words in said {
        assert!(page.contains(words), "{path} lacks {words}:\n{page}");
    }
}

#[test]
fn a_declared_kind_has_pages_lists_a_register_and_ways_from_what_it_names() {
    let built = portal().into_built();
    built.assert_published();
    assert_says(
        &built,
        "questions/costo.html",
        &[
            "Pregunta frecuente",
            ">Institución<",
            ">Comisión del Agua</a>",
            "2 de marzo de 2026",
            "../commitments/agua1.html\">Agua para todos",
            "../datasets/tarifas/index.html\">Tarifas",
            "<dd>Teléfono</dd>",
            "<dd>20</dd>",
            "1,250.50",
            "<dd>Sí</dd>",
            "href=\"https://ley.example/\"",
            "plazo.html\">¿Cuánto tardan?",
            "Guarde el acuse.",
            "<li>Sea breve</li>",
        ],
    );
    assert_says(
        &built,
        "en/questions/costo.html",
        &[
            "Frequent question",
            ">Answered on<",
            "<dd>Telephone</dd>",
            "Keep the receipt.",
            "<li>Ask for a copy</li>",
        ],
    );
    assert_says(
        &built,
        "questions/index.html",
        &[
            "Lo que más se pregunta.",
            "costo.html",
            "plazo.html",
            "../datasets/register-questions/index.html",
        ],
    );
    assert_says(
        &built,
        "eventos/index.html",
        &["cumbre.html", "sesion.html"],
    );
    for page in [
        "commitments/agua1.html",
        "datasets/tarifas/index.html",
        "institutions/comision-del-agua.html",
    ] {
        assert_says(&built, page, &["id=\"named-questions\"", "¿Cuánto cuesta?"]);
    }
    assert_says(
        &built,
        "questions/plazo.html",
        &["costo.html\">¿Cuánto cuesta?"],
    );
    assert_says(
        &built,
        "index.html",
        &["questions/index.html", "eventos/index.html"],
    );
    assert_says(&built, "a-z/index.html", &["Pregunta frecuente"]);
    assert_says(
        &built,
        "questions/costo.txt",
        &["Respondida el", "Guarde el acuse."],
    );
    assert!(!built.files().contains_key("datasets/register-eventos.json"));
    let register = built.text("datasets/register-questions/questions.csv");
    let row = register.lines().nth(1).unwrap();
    assert_eq!(
        register.lines().next().unwrap(),
        "id,title_es,title_en,summary_es,summary_en,institution,answered_on,commitments,tables,route,days,cost,open,law,see,\
         note_es,note_en,hints"
    );
    assert_eq!(
        row,
        "costo,¿Cuánto cuesta?,What does it cost?,Nada.,,comision-del-agua,2026-03-02,agua1,tarifas,phone,20,1250.50,true,\
         https://ley.example/,plazo,Guarde el acuse.,Keep the receipt.,Sea breve;Pida copia"
    );
}

#[test]
fn a_kinds_own_template_makes_its_pages_and_one_that_is_absent_is_told() {
    let portal = portal();
    let settings = fs::read_to_string(portal.root().join("tragaluz.toml")).unwrap();
    let settings = settings.replace(
        "plural = \"Eventos\"",
        "plural = \"Eventos\"\ntemplate = \"evento\"",
    );
    portal.write("tragaluz.toml", settings.as_bytes());
    assert_eq!(portal.build().of_code("template-absent").len(), 1);
    portal.write(
        "themes/claro/templates/evento.html",
        b"{% extends \"base.html\" %}{% block body %}<p>{{ body.of }} {{ body.id }}</p>{% endblock %}",
    );
    let built = portal.into_built();
    built.assert_published();
    assert_says(&built, "eventos/cumbre.html", &["<p>event cumbre</p>"]);
}

#[test]
fn what_is_wrong_in_a_page_of_a_declared_kind_is_told_at_its_place() {
    let portal = portal().file(
        "content/questions/malo.md",
        "---\ntitle: Malo\ncommitments: [AGUA9]\nsee: [costos]\nroute: fax\ndays: veinte\ncost: 1,250\nopen: quizá\nlaw: ley\n\
         nota: x\n---\nTexto.\n",
    );
    let built = portal.build();
    let absent = built.of_code("reference-absent");
    let mut told: Vec<String> = (built.errors().iter().chain(&absent))
        .map(|finding| {
            let place = finding.place.as_ref().unwrap();
            assert_eq!(place.file, "content/questions/malo.md");
            format!("{} {}", place.line, finding.code.id)
        })
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            "10 unknown-fact",
            "2 missing-fact",
            "3 reference-absent",
            "4 reference-absent",
            "5 wrong-word",
            "6 wrong-form",
            "7 wrong-form",
            "8 wrong-word",
            "9 wrong-form",
        ]
    );
}

#[test]
fn a_declared_kind_is_added_and_has_a_schema() {
    let portal = portal();
    let program = |args: &[&str]| {
        let mut command = tragaluz();
        command.args(args).arg("--root").arg(portal.root());
        command.args(["--lang", "es"]);
        ended(&mut command)
    };
    let refused = program(&["add", "question", "--title", "¿Quién responde?"]);
    assert_eq!(refused.code, Some(2), "{}", refused.err);
    assert!(
        refused.err.contains("--fact answered_on="),
        "{}",
        refused.err
    );
    let added = program(&[
        "add",
        "question",
        "--title",
        "¿Quién responde?",
        "--fact",
        "answered_on=2026-04-01",
    ]);
    added.assert_code(0);
    let page =
        fs::read_to_string(portal.root().join("content/questions/quien-responde.md")).unwrap();
    assert!(page.contains("answered_on: 2026-04-01"), "{page}");
    assert!(page.contains("# Lo que conviene saber."), "{page}");
    program(&["schemas"]).assert_code(0);
    let schema = fs::read_to_string(portal.root().join("schemas/question.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    assert_eq!(
        schema["properties"]["note"]["description"],
        "Lo que conviene saber."
    );
    assert!(
        schema["properties"]["answered_on"]
            .to_string()
            .contains("[0-9]{4}")
    );
}

#[test]
fn no_kind_takes_a_folder_of_the_programs_own() {
    let home = tempfile::tempdir().unwrap();
    let options = Options {
        out: Some(home.path().join("site")),
        ..Options::default()
    };
    let built = build(&repository("tests/facts/portal"), options);
    let mut taken: BTreeSet<String> = ["social-cards", "schemas"].map(str::to_owned).into();
    for path in built.files().keys() {
        let parts: Vec<&str> = path.split('/').collect();
        if parts.len() > 1 && !path.starts_with('.') {
            taken.insert(parts[0].to_owned());
        }
        let register = parts.get(1).and_then(|name| name.strip_prefix("register-"));
        taken.extend(
            register
                .filter(|name| !name.contains('.'))
                .map(str::to_owned),
        );
    }
    // What the portal itself has: a declared kind, and ordinary pages.
    for own in ["talleres", "news", "viejo"] {
        taken.remove(own);
    }
    assert!(
        taken.contains("datasets") && taken.contains("updates"),
        "{taken:?}"
    );
    let mut settings = SETTINGS.to_owned();
    for (at, folder) in taken.iter().enumerate() {
        settings.push_str(&format!(
            "\n[kinds.k{at}]\nfolder = \"{folder}\"\nsingular = \"A\"\nplural = \"B\"\n"
        ));
    }
    let built = Portal::new().file("tragaluz.toml", &settings).build();
    let refused: BTreeSet<String> = (built.of_code("wrong-kind").iter())
        .map(|finding| {
            let place = finding.place.as_ref().unwrap();
            let line = settings.lines().nth(place.line - 1).unwrap();
            line.split('"').nth(1).unwrap().to_owned()
        })
        .collect();
    assert_eq!(refused, taken);
}
