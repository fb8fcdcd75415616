//! Languages of Mexico State: their tags and names, and their letters through slugs, pages, plain text and data.

#![allow(clippy::disallowed_methods, reason = "a test reads what it built")]

mod hostile;
mod site;

use hostile::LANGUAGES;
use site::{Portal, SETTINGS};
use tragaluz::text::lang::Lang;
use tragaluz::text::slug::slug;

#[test]
fn their_tags_are_valid_and_their_names_their_own() {
    for (tag, name) in
        [("nhn", "Nahuatl"), ("ots", "Hñätho"), ("maz", "Jñatrjo"), ("mat", "Botꞌuná"), ("ocu", "Pjiekakꞌjoo")]
    {
        let lang = Lang::parse(tag).unwrap();
        assert_eq!((lang.endonym(), lang.dir(), lang.iso639_3()), (Some(name), "ltr", Some(tag.to_uppercase())));
    }
}

#[test]
fn their_letters_make_plain_addresses() {
    for (words, expected) in [
        ("Tlahtolli ꞌ Nāhuatl, ītōcā altepētl", "tlahtolli-nahuatl-itoca-altepetl"),
        ("Ra hñätho, ya n\u{331}ꞌyo̱hu̱", "ra-hnatho-ya-n-yohu"),
        ("Jñatrjo, tsʼikꞌu̱", "jnatrjo-ts-ik-u"),
        ("Botꞌuná, in ꞌwëbi", "bot-una-in-webi"),
        ("ʉ ɛ ɔ ɨ ø", "u-e-o-i-o"),
    ] {
        let made = slug(words);
        assert!(made.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{made}");
        assert_eq!(made.replace('-', ""), expected.replace('-', ""), "{words}");
    }
    // Composed and decomposed letters are the same address.
    assert_eq!(slug("Nāhuatl ñ ë"), slug("Na\u{304}huatl n\u{303} e\u{308}"));
}

/// Registers are written in Spanish and English: a page in another language says which it shows.
#[test]
fn words_that_are_not_in_a_pages_language_are_marked() {
    let plan = "---\ntitle: Plan\nstart: 2024\nend: 2025\n---\nTexto.\n";
    let title = "title = { es = \"Prueba\", en = \"Test\" }";
    let of = |languages: &str| {
        let settings = SETTINGS
            .replace("\"es\", \"en\"", languages)
            .replace(title, "title = \"Prueba\"")
            .replace("{ es = \"Un portal de prueba.\", en = \"A portal to test with.\" }", "\"Un portal de prueba.\"");
        Portal::new().file("tragaluz.toml", &settings).file("content/action-plans/plan.md", plan)
    };
    let portal = of("\"es\", \"nhn\"");
    let both = portal.build().text("nhn/datasets/index.html");
    assert!(both.contains("lang=\"es\">Registro de planes de acción</a>"), "{both}");
    let portal = of("\"nhn\"");
    let neither = portal.build().text("datasets/index.html");
    assert!(neither.contains("lang=\"en\">Register of action plans</a>"), "{neither}");
}

#[test]
fn their_letters_go_through_pages_text_and_data_unchanged() {
    let tags: Vec<&str> = LANGUAGES.iter().map(|(tag, _)| *tag).collect();
    let languages = format!("\"es\", \"{}\"", tags.join("\", \""));
    let settings = SETTINGS
        .replace("\"es\", \"en\"", &languages)
        .replace("{ es = \"Prueba\", en = \"Test\" }", "\"Prueba\"")
        .replace("{ es = \"Un portal de prueba.\", en = \"A portal to test with.\" }", "\"Un portal de prueba.\"");
    let rows: String = LANGUAGES.iter().map(|(tag, words)| format!("{tag},\"{words}\"\n")).collect();
    let facts = "---\ntitle: Palabras\nsummary: Palabras en cinco lenguas.\nmodified: 2024-01-01\n---\n";
    let portal = Portal::new()
        .file("tragaluz.toml", &settings)
        .file("data/words/dataset.md", facts)
        .file("data/words/words.csv", &format!("lengua,palabras\n{rows}"));
    for (tag, words) in LANGUAGES {
        let text = format!("---\ntitle: {words}\n---\n## {words}\n\n[{words}]{{lang={tag}}}\n");
        portal.write(&format!("content/{tag}.md"), text.as_bytes());
        portal.write(&format!("content/{tag}.{tag}.md"), text.as_bytes());
    }
    let built = portal.build();
    let errors: Vec<_> = built.found.iter().filter(|d| d.severity == tragaluz::diag::Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let csv = built.text("datasets/words/words.csv");
    for (tag, words) in LANGUAGES {
        let page = built.text(&format!("{tag}.html"));
        let endonym = Lang::parse(tag).unwrap().endonym().unwrap();
        assert!(page.contains(&format!("hreflang=\"{tag}\">{endonym}</a>")), "{tag}: {page}");
        assert!(page.contains(&format!("<span lang=\"{tag}\">{words}</span>")), "{page}");
        let own = built.text(&format!("{tag}/{tag}.html"));
        assert!(own.contains(&format!("<html lang=\"{tag}\" dir=\"ltr\"")) && own.contains(words), "{own}");
        assert!(built.text(&format!("{tag}/{tag}.txt")).contains(words) && csv.contains(words));
    }
}
