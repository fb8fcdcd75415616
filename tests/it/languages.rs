//! Languages of Mexico State: their tags and names, and their letters through slugs, pages, plain text and data.

#![allow(clippy::disallowed_methods, reason = "a test reads what it built")]

use crate::driver::{Portal, SETTINGS, files_below};
use crate::hostile::LANGUAGES;
use tragaluz::text::lang::Lang;
use tragaluz::text::slug::slug;

#[test]
fn their_tags_are_valid_and_their_names_their_own() {
    for (tag, name) in [
        ("nhn", "Nahuatl"),
        ("ots", "Hñätho"),
        ("maz", "Jñatrjo"),
        ("mat", "Botꞌuná"),
        ("ocu", "Pjiekakꞌjoo"),
    ] {
        let lang = Lang::parse(tag).unwrap();
        assert_eq!(
            (lang.endonym(), lang.dir(), lang.iso639_3()),
            (Some(name), "ltr", Some(tag.to_uppercase()))
        );
    }
}

#[test]
fn their_letters_make_plain_addresses() {
    for (words, expected) in [
        (
            "Tlahtolli ꞌ Nāhuatl, ītōcā altepētl",
            "tlahtolli-nahuatl-itoca-altepetl",
        ),
        ("Ra hñätho, ya n\u{331}ꞌyo̱hu̱", "ra-hnatho-ya-n-yohu"),
        ("Jñatrjo, tsʼikꞌu̱", "jnatrjo-ts-ik-u"),
        ("Botꞌuná, in ꞌwëbi", "bot-una-in-webi"),
        ("ʉ ɛ ɔ ɨ ø", "u-e-o-i-o"),
    ] {
        let made = slug(words);
        assert!(
            made.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'),
            "{made}"
        );
        assert_eq!(made.replace('-', ""), expected.replace('-', ""), "{words}");
    }
    // Composed and decomposed letters are the same address.
    assert_eq!(
        slug("Nāhuatl ñ ë"),
        slug("Na\u{304}huatl n\u{303} e\u{308}")
    );
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
            .replace(
                "{ es = \"Un portal de prueba.\", en = \"A portal to test with.\" }",
                "\"Un portal de prueba.\"",
            );
        Portal::new()
            .file("tragaluz.toml", &settings)
            .file("content/action-plans/plan.md", plan)
    };
    let portal = of("\"es\", \"nhn\"");
    let both = portal.build().text("nhn/datasets/index.html");
    assert!(
        both.contains("lang=\"es\">Registro de planes de acción</a>"),
        "{both}"
    );
    let portal = of("\"nhn\"");
    let neither = portal.build().text("datasets/index.html");
    assert!(
        neither.contains("lang=\"en\">Register of action plans</a>"),
        "{neither}"
    );
}

/// A language without a file of words, and one whose file has some: who listens hears each word in its own language.
#[test]
fn words_that_the_theme_lacks_say_whose_they_are() {
    let settings = SETTINGS
        .replace("\"es\", \"en\"", "\"es\", \"he\", \"maz\"")
        .replace("{ es = \"Prueba\", en = \"Test\" }", "\"Prueba\"")
        .replace(
            "{ es = \"Un portal de prueba.\", en = \"A portal to test with.\" }",
            "\"Un portal de prueba.\"",
        );
    let table = "---\ntitle: Datos\nmodified: 2024-03-05\n---\n";
    let rows: String = (2001..2021)
        .map(|year| format!("{year},{}\n", year % 7))
        .collect();
    let portal = Portal::new()
        .file("tragaluz.toml", &settings)
        .file("themes/claro/i18n/maz.ftl", "datasets = Yo dato\n")
        .file("data/d/dataset.md", table)
        .file("data/d/d.csv", &format!("año,total\n{rows}"));
    let built = portal.build();
    let marks = |text: &str| text.contains(['\u{fdd0}', '\u{fdd1}']);
    for (path, text) in files_below(&portal.root().join("public")) {
        assert!(!marks(&String::from_utf8_lossy(&text)), "{path}");
    }
    let hebrew = built.text("he/datasets/d/index.html");
    for marked in [
        "<h2 lang=\"es\" dir=\"ltr\" id=\"help\">¿Preguntas o correcciones?</h2>",
        "<a lang=\"es\" dir=\"ltr\" class=\"skip\" href=\"#main\">",
        "<desc lang=\"es\" id=",
        "<time lang=\"es\" dir=\"ltr\" datetime=\"2024-03-05\">5 de marzo de 2024</time>",
    ] {
        assert!(hebrew.contains(marked), "{marked}: {hebrew}");
    }
    let own = built.text("maz/datasets/index.html");
    assert!(
        own.contains(">Yo dato</h1>") && !own.contains("lang=\"es\">Yo dato"),
        "{own}"
    );
    assert!(
        !built.text("datasets/d/index.html").contains("<h2 lang="),
        "the main language borrows nothing"
    );
}

#[test]
fn their_letters_go_through_pages_text_and_data_unchanged() {
    let tags: Vec<&str> = LANGUAGES.iter().map(|(tag, _)| *tag).collect();
    let languages = format!("\"es\", \"{}\"", tags.join("\", \""));
    let settings = SETTINGS
        .replace("\"es\", \"en\"", &languages)
        .replace("{ es = \"Prueba\", en = \"Test\" }", "\"Prueba\"")
        .replace(
            "{ es = \"Un portal de prueba.\", en = \"A portal to test with.\" }",
            "\"Un portal de prueba.\"",
        );
    let rows: String = LANGUAGES
        .iter()
        .map(|(tag, words)| format!("{tag},\"{words}\"\n"))
        .collect();
    let facts =
        "---\ntitle: Palabras\nsummary: Palabras en cinco lenguas.\nmodified: 2024-01-01\n---\n";
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
    built.assert_published();
    let csv = built.text("datasets/words/words.csv");
    for (tag, words) in LANGUAGES {
        let page = built.text(&format!("{tag}.html"));
        let endonym = Lang::parse(tag).unwrap().endonym().unwrap();
        assert!(
            page.contains(&format!("hreflang=\"{tag}\">{endonym}</a>")),
            "{tag}: {page}"
        );
        assert!(
            page.contains(&format!("<span lang=\"{tag}\">{words}</span>")),
            "{page}"
        );
        let own = built.text(&format!("{tag}/{tag}.html"));
        assert!(
            own.contains(&format!("<html lang=\"{tag}\" dir=\"ltr\"")) && own.contains(words),
            "{own}"
        );
        assert!(built.text(&format!("{tag}/{tag}.txt")).contains(words) && csv.contains(words));
    }
}

/// Pages in Arabic, of a portal whose theme has no Arabic words.
pub(crate) fn arabic_portal() -> Portal {
    let settings = SETTINGS
        .replace("\"es\", \"en\"", "\"es\", \"ar\"")
        .replace("en = \"Test\"", "ar = \"البوابة المفتوحة\"")
        .replace(
            "en = \"A portal to test with.\"",
            "ar = \"بوابة للبيانات.\"",
        )
        .replace(
            "name = \"Oficina\"\n[contact]",
            "name = { es = \"Oficina\", ar = \"مكتب الشفافية\" }\n[contact]",
        );
    let commitment = "---\ntitle: Agua\nstart: 2022-02\nend: 2022-05\nupdated: 2023-03-05\nmilestones:\n\
         \x20 - {number: 1, text: Publicar, start: 2022-02, end: 2022-05, status: finished, reported: 2022-06-01}\n\
         \x20 - {number: 2, text: Revisar, start: 2022-02-10, end: 2022-11-20}\n---\n## Problema\n\nPoco.\n";
    let arabic = "---\ntitle: الماء للجميع\nmilestones:\n  - {number: 1, text: نشر البيانات}\n\
         \x20 - {number: 2, text: مراجعة الأرقام}\n---\n## المشكلة\n\nقليل من الماء.\n";
    let dataset = |title: &str, row: &str, columns: [&str; 2]| {
        let [year, total] = columns;
        format!(
            "---\ntitle: {title}\nrow_is: {row}\nmodified: 2024-03-05\nresources:\n  - name: d\n    path: d.csv\n    \
             schema:\n      fields:\n        - {{name: anio, title: {year}}}\n        - {{name: total, title: {total}}}\n---\n"
        )
    };
    let rows: String = (1..=900)
        .map(|n| format!("{n},{}\n", n * 37 % 2_900 - 500))
        .collect();
    Portal::new()
        .file("tragaluz.toml", &settings)
        .file("content/commitments/MX0001.md", commitment)
        .file("content/commitments/MX0001.ar.md", arabic)
        .file(
            "data/d/dataset.md",
            &dataset("Datos", "un año", ["Año", "Total"]),
        )
        .file(
            "data/d/dataset.ar.md",
            &dataset("بيانات السكان", "سنة واحدة", ["السنة", "المجموع"])
                .replace("modified: 2024-03-05\n", "")
                .replace("    path: d.csv\n", ""),
        )
        .file("data/d/d.csv", &format!("anio,total\n{rows}"))
}

/// A sentence of another language is that language's as a whole, though the page's own writes dates and numbers in its manner.
#[test]
fn dates_and_numbers_are_in_the_language_of_their_sentence() {
    let words = "number-decimal = ٫\nnumber-group = ٬\ndate-day = { $day } { $month } { $year }\nmonth-3 = مارس\n\
                 milestones-n = { $n ->\n   [two] معلمان\n  *[other] { $shown } معالم\n}\n";
    let portal = arabic_portal().file("themes/claro/i18n/ar.ftl", words);
    let built = portal.build();
    let dataset = built.text("ar/datasets/d/index.html");
    assert!(
        dataset.contains("<dd>5 مارس 2024</dd>") || dataset.contains(">5 مارس 2024</time>"),
        "{dataset}"
    );
    assert!(dataset.contains("900 filas"), "{dataset}");
    let list = built.text("ar/commitments/index.html");
    for sentence in [
        "<span lang=\"es\" dir=\"ltr\">Actualizado <time datetime=\"2023-03-05\">5 de marzo de 2023</time></span>",
        "<span>معلمان</span>",
    ] {
        assert!(list.contains(sentence), "{sentence}: {list}");
    }
}
