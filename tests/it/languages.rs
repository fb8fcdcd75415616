//! Languages of Mexico State: their tags and names, and their letters through slugs, pages, plain text and data.

#![allow(clippy::disallowed_methods, reason = "a test reads what it built")]

use crate::driver::{BuiltPortal, Portal, SETTINGS, files_below, repository};
use crate::hostile::LANGUAGES;
use std::collections::{BTreeMap, BTreeSet};
use tragaluz::text::lang::Lang;
use tragaluz::text::plural::Plurals;
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
        "<span lang=\"es\" dir=\"ltr\">Actualizado <time datetime=\"2024-03-05\">5 de marzo de 2024</time></span>",
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

/// Pages in Arabic, under the tag of a language whose words no theme has.
pub(crate) fn arabic_portal() -> Portal {
    let settings = SETTINGS
        .replace("\"es\", \"en\"", "\"es\", \"he\"")
        .replace("en = \"Test\"", "he = \"البوابة المفتوحة\"")
        .replace(
            "en = \"A portal to test with.\"",
            "he = \"بوابة للبيانات.\"",
        )
        .replace(
            "name = \"Oficina\"\n[contact]",
            "name = { es = \"Oficina\", he = \"مكتب الشفافية\" }\n[contact]",
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
        .file("content/commitments/MX0001.he.md", arabic)
        .file(
            "data/d/dataset.md",
            &dataset("Datos", "un año", ["Año", "Total"]),
        )
        .file(
            "data/d/dataset.he.md",
            &dataset("بيانات السكان", "سنة واحدة", ["السنة", "المجموع"])
                .replace("modified: 2024-03-05\n", "")
                .replace("    path: d.csv\n", ""),
        )
        .file("data/d/d.csv", &format!("anio,total\n{rows}"))
}

/// A sentence of another language is that language's as a whole, though the page's own writes dates and numbers in its manner.
#[test]
fn dates_and_numbers_are_in_the_language_of_their_sentence() {
    let words = "number-decimal = ٫\nnumber-group = ٬\ndate-day = { $day } { $month } { $year }\nmonth-3 = مارس\nmonth-6 = يونيو\n\
                 milestones-n = { $n ->\n   [two] معلمان\n  *[other] { $shown } معالم\n}\n";
    let portal = arabic_portal().file("themes/claro/i18n/he.ftl", words);
    let built = portal.build();
    let commitment = built.text("he/commitments/mx0001.html");
    let own = "<time datetime=\"2022-06-01\">1 يونيو 2022</time>";
    assert!(commitment.contains(own), "{commitment}");
    let dataset = built.text("he/datasets/d/index.html");
    assert!(dataset.contains("900 filas"), "{dataset}");
    let list = built.text("he/commitments/index.html");
    for sentence in [
        "<span lang=\"es\" dir=\"ltr\">hasta mayo de 2022</span>",
        "<span>معلمان</span>",
    ] {
        assert!(list.contains(sentence), "{sentence}: {list}");
    }
}

/// Languages whose words a native speaker has read. Others are marked in `docs/settings.md` until somebody has.
const REVIEWED: [&str; 2] = ["en", "es"];

/// Adding a file of words is all that a language needs: it has every message of the English one, with the same variables, every
/// plural form of its language, and a line in the table of languages.
#[test]
fn each_file_of_words_is_complete() {
    let folder = repository("themes/claro/i18n");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let english = messages_of(&read("en.ftl"));
    let settings = std::fs::read_to_string(repository("docs/settings.md")).unwrap();
    for name in files_below(&folder).into_keys() {
        let tag = name.strip_suffix(".ftl").unwrap();
        let own = messages_of(&read(&name));
        for (id, message) in &english {
            let Some(of) = own.get(id) else {
                panic!("{name} lacks {id}");
            };
            assert_eq!(of.variables, message.variables, "{id} of {name}");
        }
        let further: Vec<&String> = own.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(further.is_empty(), "only in {name}: {further:?}");
        let lang = Lang::parse(tag).unwrap();
        let mut known = forms_of(&lang);
        // CLDR has a form for whole millions, which a message needs only where it differs.
        known.retain(|form| *form != "many" || tag == "ar");
        for (id, message) in own.iter().filter(|(_, message)| !message.forms.is_empty()) {
            let lacking: Vec<&&str> = known
                .iter()
                .filter(|form| !message.forms.contains(**form))
                .collect();
            assert!(lacking.is_empty(), "{id} of {name} lacks {lacking:?}");
        }
        let review = if REVIEWED.contains(&tag) {
            "yes"
        } else {
            "*not yet reviewed by a native speaker*"
        };
        let row = format!("| `{tag}` | {} | {review} |", lang.endonym().unwrap());
        assert!(
            settings.contains(&row),
            "docs/settings.md needs the line {row}"
        );
    }
}

/// What a message needs, and which plural forms it has.
struct MessageShape {
    variables: BTreeSet<String>,
    forms: BTreeSet<String>,
}

/// The messages of a file, which begin at the margin. A word in one language may need no number that another one writes, so
/// `$n`, `$shown` and `$form`, which are one number, count as one.
fn messages_of(file: &str) -> BTreeMap<String, MessageShape> {
    let mut messages: BTreeMap<String, MessageShape> = BTreeMap::new();
    let mut id = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            id = line.split([' ', '=']).next().unwrap().to_owned();
        }
        let empty = MessageShape {
            variables: BTreeSet::new(),
            forms: BTreeSet::new(),
        };
        let message = messages.entry(id.clone()).or_insert(empty);
        let names = line.split('$').skip(1);
        message.variables.extend(names.map(|rest| {
            let end = rest
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
                .unwrap_or(rest.len());
            if ["form", "shown"].contains(&&rest[..end]) {
                "n"
            } else {
                &rest[..end]
            }
            .to_owned()
        }));
        let key = line.trim_start().trim_start_matches('*');
        let key = key.strip_prefix('[').and_then(|key| key.split_once(']'));
        let is_form = |key: &str| ["zero", "one", "two", "few", "many"].contains(&key);
        message.forms.extend(
            key.map(|(key, _)| key.to_owned())
                .filter(|key| is_form(key)),
        );
    }
    messages.remove("");
    messages
}

/// The plural forms of a language, but `other`, which every message has.
fn forms_of(lang: &Lang) -> BTreeSet<&'static str> {
    let plurals = Plurals::of(lang);
    let numbers = (0..200).chain([1_000_000]);
    numbers
        .map(|n| plurals.form(n))
        .filter(|form| *form != "other")
        .collect()
}

/// Values have their labels in the reader's language on every page, and none in the data.
#[test]
fn values_are_labelled_in_the_readers_language() {
    let settings = SETTINGS
        .replace("\"es\", \"en\"", "\"es\", \"en\", \"ar\"")
        .replace("title = \"Creative Commons Attribution 4.0\"\n", "");
    let facts = "---\ntitle: Becas\ntheme: [EDUC]\nlabels:\n  sexo: {H: {es: Hombres, en: Men, ar: رجال}, M: {es: Mujeres, en: Women, ar: نساء}}\n  \
        pais: countries\nchart: {type: bars, x: pais, y: becas, aggregate: sum}\nresources:\n  - name: becas\n    path: becas.csv\n    schema:\n      fields:\n        \
        - {name: becas, unit: personas}\n---\n";
    let rows = "sexo,pais,becas\nH,MEX,5\nM,DEU,7\nH,BRA,9\nM,EGY,11\nH,MEX,2\nM,MEX,4\n";
    let portal = Portal::new()
        .file("tragaluz.toml", &settings)
        .file("data/becas/dataset.md", facts)
        .file("data/becas/becas.csv", rows);
    let built = portal.build();
    built.assert_published();
    assert_eq!(
        built.text("datasets/becas/becas.csv").replace('\r', ""),
        rows
    );
    assert!(!built.text("datasets/becas/becas.json").contains("Hombres"));
    for (folder, words) in [
        (
            "",
            [
                "Hombres",
                "Alemania",
                "personas",
                "Educación",
                "Creative Commons Atribución 4.0",
            ],
        ),
        (
            "en/",
            [
                "Men",
                "Germany",
                "people",
                "Education",
                "Creative Commons Attribution 4.0",
            ],
        ),
        (
            "ar/",
            [
                "رجال",
                "ألمانيا",
                "أشخاص",
                "التعليم والثقافة والرياضة",
                "المشاع الإبداعي: نسب المصنف 4.0",
            ],
        ),
    ] {
        let page = built.text(&format!("{folder}datasets/becas/index.html"));
        for word in words {
            assert!(page.contains(word), "{word} in {folder}: {page}");
        }
        let [man, country] = [words[0], words[1]];
        for shown in [
            format!(">{man}</th>"),
            format!("<code>H</code> {man}"),
            format!("{man} <code>H</code>"),
        ] {
            assert!(page.contains(&shown), "{shown} in {folder}: {page}");
        }
        assert!(
            page.matches(country).count() >= 2,
            "{country} is in the chart and the table: {page}"
        );
    }
}

/// A code list (a table that foreign keys lead to), `categories` of a field, and rows by value.
fn coded() -> BuiltPortal {
    let facts = "---\ntitle: Obras\nresources:\n  - name: obras\n    path: obras.csv\n    pages_by: edo\n    csv_by_value: yes\n    schema:\n      \
        primaryKey: [edo, folio]\n      fields:\n        - {name: edo}\n        - {name: folio}\n        \
        - {name: sexo, categories: [{value: \"1\", label: Hombres}, {value: \"2\", label: Mujeres}], categoriesOrdered: no}\n        - {name: costo, unit: MXN, description: Costo}\n      \
        foreignKeys:\n        - {fields: [edo], reference: {resource: estados, fields: [clave]}}\n  \
        - name: estados\n    path: estados.csv\n    schema: {primaryKey: [clave]}\n---\n";
    let states = "clave,nombre_es,nombre_en\n01,Zacatecas,Zacatecas Town\n02,Ávila,Avila City\n09,Aguascalientes,Hot Waters\n";
    let mut rows = "edo,folio,sexo,costo\n".to_owned();
    for n in 0..400 {
        let state = ["01", "02", "09"][n / 134];
        rows.push_str(&format!("{state},F{n:03},{},{}\n", n % 2 + 1, n * 10));
    }
    let built = Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file("data/obras/dataset.md", facts)
        .file("data/obras/dataset.en.md", "---\ntitle: Works\nresources:\n  - name: obras\n    schema:\n      fields:\n        \
            - {name: sexo, categories: [{value: \"1\", label: Men}, {value: \"2\", label: Women}]}\n---\n")
        .file("data/obras/obras.csv", &rows)
        .file("data/obras/estados.csv", states)
        .into_built();
    built.assert_published();
    assert_eq!(
        built.text("datasets/obras/obras.csv").replace('\r', ""),
        rows
    );
    built
}

#[test]
fn code_lists_name_values_wherever_they_are_shown() {
    let built = coded();
    for (folder, [hot, avila, zacatecas], [men, to]) in [
        (
            "",
            ["Aguascalientes", "Ávila", "Zacatecas"],
            ["Hombres", "a"],
        ),
        (
            "en/",
            ["Hot Waters", "Avila City", "Zacatecas Town"],
            ["Men", "to"],
        ),
    ] {
        let page = built.text(&format!("{folder}datasets/obras/obras.html"));
        assert!(
            page.contains(&format!(">{zacatecas}</th>")),
            "preview: {page}"
        );
        assert!(
            page.contains(&format!("<code>1</code> {men}")),
            "dictionary: {page}"
        );
        let index = page
            .split("class=\"stops\"")
            .nth(1)
            .expect("an index of values");
        let at = |name: &str| index.find(&format!(">{name}</a>")).expect("in the index");
        let order = match folder {
            "" => [hot, avila, zacatecas],
            _ => [avila, hot, zacatecas],
        };
        assert!(order.map(at).is_sorted(), "{index}");
        let rows = built.text(&format!("{folder}datasets/obras/rows/obras/by-edo/02.html"));
        let heading = rows
            .split("<h1")
            .nth(1)
            .and_then(|h| h.split("</h1>").next());
        assert!(
            heading.is_some_and(|h| h.contains(&format!(": {avila}"))),
            "{heading:?}"
        );
        assert!(!rows.contains(">02</"), "a code stands on its page: {rows}");
        let first = built.text(&format!("{folder}datasets/obras/rows/obras-1.html"));
        assert!(
            first.contains(&format!("{zacatecas} F000")),
            "pager, {to}: {first}"
        );
    }
}

#[test]
fn json_has_every_label_and_the_search_finds_them() {
    let built = coded();
    let columns = &built.json("datasets/obras.json")["tables"][0]["columns"];
    assert_eq!(columns[0]["labels"]["02"]["es"], "Ávila");
    assert_eq!(columns[0]["labels"]["02"]["en"], "Avila City");
    assert_eq!(columns[2]["labels"]["2"]["en"], "Women");
    let index: String = (built.files().into_iter())
        .filter(|(path, _)| path.contains("search"))
        .map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    assert!(
        index.contains("Avila City") && index.contains("Ávila"),
        "{index}"
    );
}

#[test]
fn columns_of_words_in_registers_say_their_language() {
    let built = Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file(
            "content/commitments/a.md",
            "---\nid: A1\ntitle: Agua\n---\n",
        )
        .file("content/commitments/a.en.md", "---\ntitle: Water\n---\n")
        .into_built();
    built.assert_published();
    let page = built.text("datasets/register-commitments/index.html");
    for title in ["Título (español)", "Título (inglés)"] {
        assert!(page.contains(title), "{title}: {page}");
    }
    let page = built.text("en/datasets/register-commitments/index.html");
    assert!(page.contains("Title (English)"), "{page}");
}
