//! What a page may weigh never keeps a portal from being published for what its publisher cannot mend.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{BuiltPortal, Portal, SETTINGS};
use std::collections::BTreeSet;

const HOME: &str = "---\ntitle: Inicio\n---\nTexto.\n";
const DATASET: &str = "---\ntitle: Por mes\nsummary: Un archivo por mes.\nmodified: 2024-02-01\nkeywords: [meses]\nspatial: {name: México}\n";

fn codes(built: &BuiltPortal) -> Vec<&'static str> {
    built.codes_but(&[
        "metadata-missing",
        "sentence-too-long",
        "acronym-unexplained",
    ])
}

/// Settings of a portal in one language, and more of them.
fn in_spanish(more: &str) -> String {
    let one = SETTINGS
        .replace("[\"es\", \"en\"]", "[\"es\"]")
        .replace(", en = \"Test\"", "");
    one.replace(", en = \"A portal to test with.\"", "") + more
}

/// Words that no compression makes short, the same each time.
fn words(count: usize, seed: usize) -> String {
    const PARTS: [&str; 16] = [
        "ba", "tre", "con", "sul", "min", "ro", "per", "ta", "des", "im", "por", "fra", "lo", "ne",
        "gui", "cha",
    ];
    let mut state = seed as u64 * 2_654_435_761 + 99;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        PARTS[(state >> 60) as usize]
    };
    (0..count)
        .map(|_| [next(), next(), next()].concat())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_plain_text_over_its_budget_is_a_warning() {
    let portal = Portal::new().file("tragaluz.toml", &in_spanish(""));
    let portal = portal.file("content/index.md", HOME);
    let text = (0..120)
        .map(|n| format!("{}.\n\n", words(18, n)))
        .collect::<String>();
    portal.write(
        "content/largo.md",
        format!("---\ntitle: Largo\n---\n{text}").as_bytes(),
    );
    let built = portal.build();
    let heavy = built.of_code("text-edition-heavy");
    assert_eq!(heavy.len(), 1, "{:#?}", built.findings);
    assert!(!built.site.manifest.is_empty());
    assert_eq!(heavy[0].place.as_ref().unwrap().file, "content/largo.md");
    // Its own budget or that of all plain texts raises the limit, to any number.
    for (name, bytes, told) in [
        ("\"largo.txt\"", 20_000, false),
        ("text", 90_000, false),
        ("\"largo.txt\"", 900, true),
    ] {
        let own = format!("[budgets.{name}]\nbytes = {bytes}\nreason = \"La ley, entera.\"\n");
        portal.write("tragaluz.toml", in_spanish(&own).as_bytes());
        let codes = portal.build().codes();
        assert_eq!(
            codes.contains(&"text-edition-heavy"),
            told,
            "{name}: {codes:?}"
        );
        assert!(!codes.contains(&"budget-too-large"));
    }
    // A page itself keeps its limit.
    let page = in_spanish("[budgets.\"largo.html\"]\nbytes = 20000\nreason = \"La ley.\"\n");
    portal.write("tragaluz.toml", page.as_bytes());
    assert!(portal.build().codes().contains(&"budget-too-large"));
}

/// A file a month for thirty years, or seventy tables that are told of at length.
#[test]
fn a_dataset_of_many_tables_takes_several_pages() {
    for (many, told) in [(360, 0), (70, 30)] {
        let mut resources = String::new();
        let mut portal = Portal::new().file("content/index.md", HOME);
        for n in 0..many {
            portal = portal.file(
                &format!("data/meses/m{n:03}.csv"),
                &format!("dia,valor\n1,{n}\n"),
            );
            if told > 0 {
                let (title, description) = (words(6, n), words(told, n + 500));
                resources.push_str(&format!(
                    "  - {{path: m{n:03}.csv, title: {title}, description: {description}}}\n"
                ));
            }
        }
        let resources = if told > 0 {
            format!("resources:\n{resources}")
        } else {
            String::new()
        };
        portal.write(
            "data/meses/dataset.md",
            format!("{DATASET}{resources}---\nTexto.\n").as_bytes(),
        );
        let built = portal.build();
        let all = codes(&built);
        assert!(
            all.iter()
                .all(|code| ["text-edition-heavy", "columns-undescribed"].contains(code)),
            "{many}: {all:?}"
        );
        let files = built.files();
        let pages: Vec<&String> = files
            .keys()
            .filter(|path| path.starts_with("datasets/meses/index") && path.ends_with(".html"))
            .collect();
        assert!(pages.len() > 2, "{pages:?}");
        let mut linked = BTreeSet::new();
        for page in &pages {
            let text = built.text(page);
            linked.extend((0..many).filter(|n| text.contains(&format!("m{n:03}.csv\""))));
            assert!(text.contains("<h1>Por mes</h1>"), "{page}");
        }
        assert_eq!(linked.len(), many, "every file is linked");
        let second = built.text("datasets/meses/index/page-2.html");
        assert!(
            !second.contains("id=\"limits\"") && second.contains("href=\"../index.html\""),
            "{second}"
        );
        assert!(
            built
                .text("data.json")
                .contains(&format!("m{:03}.csv", many - 1))
        );
        assert!(!built.text("catalog.json").contains("page-2"));
        let tables = format!("{many} tablas<");
        assert!(built.text("datasets/meses/index.html").contains(&tables));
    }
}

#[test]
fn a_dictionary_of_many_columns_takes_several_pages() {
    let columns = 400;
    let field = |n: usize| {
        format!(
            "    - {{name: c{n}, title: {}, description: {}}}\n",
            words(4, n),
            words(15, n + 900)
        )
    };
    let fields: String = (0..columns).map(field).collect();
    let resources = format!(
        "resources:\n- path: ancho.csv\n  schema:\n    primaryKey: c399\n    fields:\n{fields}"
    );
    let names = (0..columns)
        .map(|n| format!("c{n}"))
        .collect::<Vec<_>>()
        .join(",");
    let row = |from: usize| {
        (0..columns)
            .map(|n| (from + n).to_string())
            .collect::<Vec<_>>()
            .join(",")
    };
    let other = "resources:\n- path: otro.csv\n  schema:\n    fields: [{name: c, type: integer}]\n    foreignKeys:\n    - {fields: c, reference: {dataset: ancho, resource: ancho, fields: c399}}\n";
    let portal = Portal::new()
        .file("content/index.md", HOME)
        .file(
            "data/ancho/dataset.md",
            &format!("{DATASET}{resources}---\nTexto.\n"),
        )
        .file(
            "data/ancho/ancho.csv",
            &format!("{names}\n{}\n{}\n", row(1), row(2)),
        )
        .file(
            "data/otro/dataset.md",
            &format!("{DATASET}{other}---\nTexto.\n"),
        )
        .file("data/otro/otro.csv", "c\n400\n401\n");
    let built = portal.build();
    assert!(
        codes(&built)
            .iter()
            .all(|code| ["text-edition-heavy", "columns-undescribed"].contains(code)),
        "{:?}",
        codes(&built)
    );
    let files = built.files();
    let pages: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("datasets/ancho/ancho") && path.ends_with(".html"))
        .collect();
    assert!(pages.len() > 3, "{pages:?}");
    let shown: usize = pages
        .iter()
        .map(|page| built.text(page).matches("id=\"ancho_c").count())
        .sum();
    assert_eq!(shown, columns, "each column stands on one page");
    let last = built.text(&format!("datasets/ancho/ancho/page-{}.html", pages.len()));
    assert!(last.contains("id=\"ancho_c399\""));
    // A column that names another leads to the page where that one is.
    let leads = format!(
        "href=\"../ancho/ancho/page-{}.html#ancho_c399\"",
        pages.len()
    );
    assert!(
        built.text("datasets/otro/index.html").contains(&leads),
        "{leads}"
    );
}

#[test]
fn hundreds_of_pages_make_no_other_page_heavier() {
    let weight = |pages: usize| {
        let mut portal = Portal::new()
            .file("tragaluz.toml", &in_spanish(""))
            .file("content/index.md", HOME);
        for number in 0..pages {
            let order = pages - number;
            portal = portal.file(
                &format!("content/tema-{number:03}.md"),
                &format!("---\ntitle: Tema {number:03}\norder: {order}\n---\nTexto.\n"),
            );
        }
        let built = portal.into_built();
        built.assert_published();
        let page = built.text(&format!("tema-{:03}.html", pages - 1));
        let foot = page.rsplit("<footer").next().unwrap();
        let first = format!(">Tema {:03}<", pages - 1);
        assert!(
            foot.contains(&first) && foot.contains("a-z/index.html"),
            "{foot}"
        );
        (page.len(), foot.matches(">Tema ").count())
    };
    let (few, many) = (weight(12), weight(60));
    assert_eq!((few.1, many.1), (12, 12));
    assert!(many.0 < few.0 + 200, "{few:?} {many:?}");
}
