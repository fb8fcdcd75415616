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
