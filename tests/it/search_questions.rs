//! Questions as people type them, asked of the portal at the repository's root: values of tables, whole sentences, slips of
//! one letter, identifiers, plans with their years, statuses. `tests/search/questions.txt` has them with their pages.

#![allow(clippy::disallowed_methods, reason = "a test reads its questions")]

use crate::driver::{
    BuiltPortal, Portal, SETTINGS, Tool, own_portal, program_of, repository, require,
};
use crate::search::{addresses, asked};
use std::path::Path;
use tragaluz::Options;

/// Results among which the page must be, of nine questions of ten; first it must be of three of four.
const FIRST_RESULTS: usize = 3;

/// A question and the pages that answer it.
struct Question {
    lang: String,
    words: String,
    pages: Vec<String>,
}

/// How many questions were answered.
#[derive(Debug, Default)]
struct Score {
    asked: usize,
    first: usize,
    among_first: usize,
    missed: Vec<String>,
}

impl Score {
    fn add(&mut self, question: &Question, found: &[&str]) {
        let place = found
            .iter()
            .position(|page| question.pages.iter().any(|right| right == page));
        self.asked += 1;
        self.first += usize::from(place == Some(0));
        if place.is_some_and(|place| place < FIRST_RESULTS) {
            self.among_first += 1;
        } else {
            self.missed.push(question.words.clone());
        }
    }
}

fn questions() -> Vec<Question> {
    let text = std::fs::read_to_string(repository("tests/search/questions.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut parts = line.split('|').map(str::to_owned);
            let mut part = || parts.next().unwrap_or_default();
            let (lang, words, pages) = (part(), part(), part());
            let pages = pages.split(' ').map(str::to_owned).collect();
            Question { lang, words, pages }
        })
        .collect()
}

fn answered(page: &Path, questions: &[&Question]) -> Score {
    let words: Vec<String> = questions.iter().map(|q| q.words.clone()).collect();
    let mut score = Score::default();
    for (question, answer) in questions.iter().zip(asked(page, &words)) {
        score.add(question, &addresses(&answer));
        let bytes = answer["bytes"].as_u64().unwrap();
        assert!(
            bytes <= 40 * 1024,
            "“{}” loads {bytes} bytes",
            question.words
        );
    }
    score
}

#[test]
fn questions_of_citizens_find_their_page_among_the_first_three() {
    if require(Tool::NODE, program_of(None, "node")).is_none() {
        return;
    }
    let out = tempfile::tempdir().unwrap();
    let public = out.path().join("public");
    own_portal(&public, Options::default());
    let all = questions();
    assert!(all.len() >= 60);
    for (lang, page) in [("es", "search.html"), ("en", "en/search.html")] {
        let own: Vec<&Question> = all.iter().filter(|q| q.lang == lang).collect();
        let score = answered(&public.join(page), &own);
        assert!(
            score.among_first * 10 >= score.asked * 9 && score.first * 4 >= score.asked * 3,
            "{lang}: {score:?}"
        );
    }
}

/// A table of which some columns are values to search by, and the others are not.
fn with_table(file: &str) -> BuiltPortal {
    let dataset = "---\ntitle: Obras\nsummary: Obras por estado.\n---\nTexto.\n";
    let portal = Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file("data/obras/dataset.md", dataset)
        .file("data/obras/obras.csv", file);
    portal.into_built()
}

/// Everything that the Spanish index holds.
fn index_text(built: &BuiltPortal) -> String {
    let own = |path: &&String| path.starts_with("search/") && path.ends_with(".js");
    let paths = built.site.manifest.keys().filter(own);
    paths.map(|path| built.text(path)).collect()
}

#[test]
fn values_of_categories_are_found_and_codes_texts_and_hidden_counts_are_not() {
    let long = "palabra ".repeat(20) + "larguísimo";
    let file = format!(
        "estado,clave_obra,sitio,nota,personas\nZacatecas,QX-001,https://wxyz.example/a,{long},12\n\
         Chihuahua,QX-002,https://wxyz.example/b,{long} dos,[c]\n"
    );
    let index = index_text(&with_table(&file));
    // Words that share their beginning with the one before are written by the rest of it.
    assert!(
        index.contains("zacateca") && index.contains("hihuahua"),
        "{index}"
    );
    for absent in ["qx", "wxyz", "larguisimo"] {
        assert!(!index.contains(absent), "{absent}: {index}");
    }
}

#[test]
fn a_result_tells_place_status_years_and_the_words_that_it_has() {
    if require(Tool::NODE, program_of(None, "node")).is_none() {
        return;
    }
    let facts = "---\ntitle: Agua limpia\nlocality: Zapopan\nstart: 2022-03\nend: 2024-01\nstatus: finished\n---\nPozos.\n";
    let portal = Portal::new()
        .file("content/commitments/MXZAP0007.md", facts)
        .file(
            "content/commitments/MXZAP0008.md",
            "---\ntitle: Otro\n---\nNada.\n",
        );
    portal.build();
    let page = portal.root().join("public/search.html");
    let words = [
        "zapopán terminado 2023",
        "¿dónde hay posos?",
        "mxzap7",
        "cumplidos",
        "agua xyzxyz",
    ];
    for answer in asked(&page, &words.map(str::to_owned)) {
        assert_eq!(
            addresses(&answer)[0],
            "commitments/mxzap0007.html",
            "{answer}"
        );
        let shown = answer["shown"][0].to_string();
        assert!(shown.contains("Zapopan · Terminado · 2022–2024"), "{shown}");
        if answer["query"] == "¿dónde hay posos?" {
            assert!(shown.contains("pozo"), "{shown}");
        }
    }
}

/// A portal with values whose rows begin on pages, those with pages of their own, and those with labels.
fn with_values() -> Portal {
    let states = [
        "Baja California",
        "Baja California Sur",
        "Jalisco",
        "Nuevo León",
    ];
    let of_states = |column: &str, more: &str| {
        let lines = states.iter().flat_map(|state| {
            (0..40).map(move |at| format!("{state},{},{}\n", 1980 + at, at * 7 + 3))
        });
        format!("{column},anio,{more}\n{}", lines.collect::<String>())
    };
    let codes = ["A1", "B2", "C3"].map(|code| format!("{code},Pozo norte,5\n").repeat(30));
    let dataset = |title: &str, more: &str| format!("---\ntitle: {title}\n{more}---\nTexto.\n");
    let by_state = "resources:\n  - name: viajes\n    path: viajes.csv\n    pages_by: estado\n";
    let labelled = "labels:\n  clave:\n    A1: Acuífero Toluca\n    B2: Acuífero Lerma\n    C3: Cuenca\nresources:\n  - name: agua\n    path: agua.csv\n    pages_by: clave\n";
    Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file("data/poblacion/dataset.md", &dataset("Habitantes", ""))
        .file("data/poblacion/gente.csv", &of_states("estado", "personas"))
        .file("data/viajes/dataset.md", &dataset("Pasajeros", by_state))
        .file("data/viajes/viajes.csv", &of_states("estado", "boletos"))
        .file("data/agua/dataset.md", &dataset("Extracción", labelled))
        .file(
            "data/agua/agua.csv",
            &format!("clave,sitio,m3\n{}", codes.concat()),
        )
}

/// The links to rows of a result, each with its words.
fn rows_of(answer: &serde_json::Value, page: &str) -> Vec<[String; 2]> {
    let at = addresses(answer).iter().position(|found| *found == page);
    let at = at.unwrap_or_else(|| panic!("{page}: {answer}"));
    serde_json::from_value(answer["rows"][at].clone()).unwrap()
}

/// Asserts that a link's page is there, with the row that it leads to, and shows the value.
fn assert_leads_to_rows(public: &Path, link: &str, value: &str) {
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let text = std::fs::read_to_string(public.join(path)).unwrap();
    let at = text
        .find(&format!("id=\"{anchor}\""))
        .or(anchor.is_empty().then_some(0));
    let row = &text[at.unwrap_or_else(|| panic!("{link}: {text}"))..];
    let cell = row
        .find(value)
        .unwrap_or_else(|| panic!("{link} has no {value}"));
    assert!(anchor.is_empty() || cell < 200, "{link}: {row}");
}

#[test]
fn a_value_leads_to_the_page_of_its_rows() {
    if require(Tool::NODE, program_of(None, "node")).is_none() {
        return;
    }
    let portal = with_values();
    let built = portal.build();
    let public = portal.root().join("public");
    let cases = [
        ("habitantes en jalisco", "poblacion", vec!["Jalisco"]),
        (
            "habitantes baja california sur",
            "poblacion",
            vec!["Baja California Sur"],
        ),
        (
            "¿cuántos pasajeros hay en Nuevo León?",
            "viajes",
            vec!["Nuevo León"],
        ),
        ("pasajeros jalizco", "viajes", vec!["Jalisco"]),
        (
            "california",
            "viajes",
            vec!["Baja California", "Baja California Sur"],
        ),
        ("acuífero toluca", "agua", vec!["Acuífero Toluca"]),
        ("extracción c3", "agua", vec!["Cuenca"]),
        ("extracción", "agua", vec![]),
    ];
    let queries = cases.clone().map(|(query, ..)| query.to_owned());
    let answers = asked(&public.join("search.html"), &queries);
    for ((query, dataset, values), answer) in cases.into_iter().zip(&answers) {
        let links = rows_of(answer, &format!("datasets/{dataset}/index.html"));
        let said: Vec<&str> = links.iter().map(|[_, words]| words.as_str()).collect();
        let wanted: Vec<String> = values.iter().map(|v| format!("Filas de {v}")).collect();
        assert_eq!(said, wanted, "{query}: {answer}");
        for ([link, _], value) in links.iter().zip(values) {
            assert_eq!(link.contains("/by-"), dataset != "poblacion", "{link}");
            assert_leads_to_rows(&public, link, value);
        }
    }
    let english = asked(&public.join("en/search.html"), &["jalisco".to_owned()]);
    let [link, words] = &rows_of(&english[0], "datasets/poblacion/index.html")[0];
    assert_eq!(words, "Rows of Jalisco");
    assert_leads_to_rows(&public.join("en"), link, "Jalisco");
    let files = built
        .site
        .manifest
        .keys()
        .filter(|path| path.starts_with("search/v"));
    assert!(files.count() >= 3);
}

#[test]
fn datasets_without_pages_of_values_have_no_files_of_them() {
    let built = with_table("estado,personas\nZacatecas,12\nChihuahua,13\n");
    let mut paths = built.site.manifest.keys();
    assert!(!paths.any(|path| path.starts_with("search/v")));
}
