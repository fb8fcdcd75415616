//! The words that readers see: those that pages do not use, and the glossary, to which texts lead where they have a term first.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads the theme's words as they are in the repository"
)]

use crate::driver::{BuiltPortal, Portal, repository};
use tragaluz::Options;

/// Returns the messages of a file of words: the name of each, and what it says.
fn messages(words: &str) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for line in words.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" = ") {
            Some((name, text)) if !line.starts_with(' ') => {
                all.push((name.to_owned(), text.to_lowercase()));
            }
            _ => {
                if let Some((_, text)) = all.last_mut() {
                    text.push('\n');
                    text.push_str(&line.to_lowercase());
                }
            }
        }
    }
    all
}

/// Whether a text has a word that begins so.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '$' || c == '['))
}

/// Returns where the words of a language have one that pages do not use.
fn unwanted(words: &str, list: &str) -> Vec<String> {
    let list: Vec<(&str, &str)> = (list.lines())
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect();
    let mut found = Vec::new();
    for (name, text) in messages(words) {
        // What the search leaves out, the questions of the form of the Open Government Partnership, and what is to be written
        // into a file are as they are.
        if name == "search-stop-words" || is_of_form(&name) || name.ends_with("-add") {
            continue;
        }
        for (word, better) in &list {
            if has_word(&text, word) {
                found.push(format!("{name}: “{word}”; say “{better}”"));
            }
        }
    }
    found
}

fn is_of_form(name: &str) -> bool {
    name.starts_with('q') && name[1..].starts_with(|c: char| c.is_ascii_digit())
}

#[test]
fn pages_use_none_of_the_words_not_to_use() {
    for lang in ["en", "es"] {
        let read = |path: &str| std::fs::read_to_string(repository(path)).unwrap();
        let list = read(&format!("tests/words/{lang}.txt"));
        let found = unwanted(&read(&format!("themes/claro/i18n/{lang}.ftl")), &list);
        assert!(found.is_empty(), "{lang}:\n{}", found.join("\n"));
        let planted = "a = Fine\nb = For harvesters, para cosechar\n    { $n }\n";
        assert_eq!(unwanted(planted, &list).len(), 1, "{lang}: the planted one");
    }
}

const SETTINGS: &str = "[portal]\ntitle = \"P\"\nlanguages = [\"es\", \"en\"]\n[[glossary]]\n\
    term = { es = \"Ventanilla única\", en = \"Single window\" }\n\
    means = { es = \"Una oficina para todo.\", en = \"One office for everything.\" }\n\
    also = [\"ventanillas únicas\"]\n";

const COMMITMENT: &str = "---\nid: X1\ntitle: Ventanillas únicas\n---\n\n## Problema\n\nLas VENTANILLAS únicas de los \
    sujetos obligados, y un sujeto obligado; `sujeto obligado`, [un sujeto obligado](https://example.org/).\n\n\
    ## Acción\n\nCada sujeto obligado abre una ventanilla única.\n";

fn portal(theme: &str) -> (Portal, BuiltPortal) {
    let portal = Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file("content/commitments/x1.md", COMMITMENT);
    let built = portal.build_with(&Options {
        theme: Some(theme.into()),
        ..Options::default()
    });
    (portal, built)
}

#[test]
fn a_term_leads_to_the_glossary_where_a_page_has_it_first() {
    for theme in ["claro", "llano"] {
        let (_portal, built) = portal(theme);
        built.assert_published();
        let page = built.text("commitments/x1.html");
        let term = |anchor: &str, words: &str| {
            format!("<a class=\"term\" href=\"../glossary.html#{anchor}\">{words}</a>")
        };
        let own = term("own-ventanilla-unica", "VENTANILLAS únicas");
        let obligated = term("obligated-subject", "sujetos obligados");
        for link in [&own, &obligated] {
            assert_eq!(
                page.matches(link.as_str()).count(),
                1,
                "{theme}: {link}\n{page}"
            );
        }
        assert_eq!(page.matches("class=\"term\"").count(), 2, "{theme}: {page}");
        let english = built.text("en/glossary.html");
        for words in [
            "id=\"own-ventanilla-unica\">Single window<",
            "One office for everything.",
            "id=\"obligated-subject\">Obligated subject<",
        ] {
            assert!(english.contains(words), "{theme}: {words}\n{english}");
        }
    }
}

#[test]
fn an_office_may_write_its_own_glossary() {
    let portal = Portal::new()
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file(
            "content/glossary.md",
            "---\ntitle: Glosario nuestro\n---\nTexto.\n",
        )
        .file("content/commitments/x1.md", COMMITMENT);
    let built = portal.build();
    built.assert_published();
    assert!(built.text("glossary.html").contains("Glosario nuestro"));
}
