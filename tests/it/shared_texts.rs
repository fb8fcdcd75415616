//! One text in several pages: written once, published in each, told at its own place, and made anew where it changes.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes a portal and reads its site"
)]

use crate::driver::Portal;
use std::fs;

fn portal() -> Portal {
    let page = |title: &str, fence: &str| {
        format!(
            "---\ntitle: {title}\n---\nAntes de {title}.\n\n{fence}include\npreguntar\n{fence}\n\nDespués.\n"
        )
    };
    Portal::new()
        .file("content/uno.md", &page("Uno", "```"))
        .file("content/commitments/DOS.md", &page("Dos", "~~~~"))
        .file(
            "content/_texts/preguntar.md",
            "## Cómo preguntar\n\nEscriba a la *ventanilla*.\n\n```include\npiezas/horario\n```\n",
        )
        .file(
            "content/_texts/piezas/horario.md",
            "---\nnota: de la oficina\n---\nDe 9 a 14 h.\n",
        )
        .file("data/cosas/cosas.csv", "a,b\n1,2\n")
        .file(
            "data/cosas/dataset.md",
            "---\ntitle: Cosas\n---\nDatos.\n\n```include\npiezas/horario\n```\n",
        )
}

#[test]
fn a_text_is_published_in_every_page_that_includes_it_and_is_no_page_itself() {
    let built = portal().into_built();
    built.assert_published();
    for page in ["uno.html", "commitments/dos.html"] {
        let text = built.text(page);
        for words in [
            "Cómo preguntar</h2>",
            "<em>ventanilla</em>",
            "De 9 a 14 h.",
            "Después.",
        ] {
            assert!(text.contains(words), "{page} lacks {words}: {text}");
        }
        assert!(
            !text.contains("include") && !text.contains("de la oficina"),
            "{text}"
        );
    }
    assert!(
        built
            .text("datasets/cosas/index.html")
            .contains("De 9 a 14 h.")
    );
    let files = built.files();
    let leaked: Vec<&String> = files
        .keys()
        .filter(|path| path.contains("_texts"))
        .collect();
    assert_eq!(leaked, Vec::<&String>::new());
}

#[test]
fn a_fault_in_a_shared_text_is_told_where_it_is_written() {
    let built = portal()
        .file(
            "content/_texts/piezas/horario.md",
            "De 9 a 14 h.\n\nVea [uno](../../uno.md), [el mapa](../../no-existe.md).\n",
        )
        .into_built();
    let broken = built.of_code("link-broken");
    assert!(!broken.is_empty(), "{:?}", built.codes());
    for finding in broken {
        let place = finding.place.as_ref().unwrap();
        assert_eq!(
            (place.file.as_str(), place.line, place.column),
            ("content/_texts/piezas/horario.md", 3, 26)
        );
    }
}

#[test]
fn links_of_a_shared_text_lead_from_its_own_folder() {
    let built = portal()
        .file(
            "content/_texts/piezas/horario.md",
            "De 9 a 14 h.\n\nVea [uno](../../uno.md).\n",
        )
        .into_built();
    built.assert_published();
    for (page, link) in [
        ("commitments/dos.html", "href=\"../uno.html\""),
        ("datasets/cosas/index.html", "href=\"../../uno.html\""),
    ] {
        assert!(built.text(page).contains(link), "{page}");
    }
}

#[test]
fn a_changed_text_changes_every_page_that_includes_it() {
    let portal = portal();
    portal.build().assert_published();
    portal.write("content/_texts/piezas/horario.md", b"De 10 a 15 h.\n");
    let built = portal.build();
    for page in [
        "uno.html",
        "commitments/dos.html",
        "datasets/cosas/index.html",
    ] {
        let text = built.text(page);
        assert!(
            text.contains("De 10 a 15 h.") && !text.contains("De 9"),
            "{page}: {text}"
        );
    }
}

#[test]
fn texts_that_double_at_each_level_are_refused_before_they_fill_the_memory() {
    let mut portal = Portal::new().file(
        "content/uno.md",
        "---\ntitle: Uno\n---\n```include\nt30\n```\n",
    );
    let mut settings = fs::read_to_string(portal.root().join("tragaluz.toml")).unwrap();
    settings.push_str("\n[limits]\nfile_mib = 1\n");
    portal.write("tragaluz.toml", settings.as_bytes());
    portal = portal.file("content/_texts/t0.md", &"palabras ".repeat(200));
    for level in 1..=30 {
        let below = format!("```include\nt{}\n```\n\n", level - 1);
        portal = portal.file(&format!("content/_texts/t{level}.md"), &below.repeat(2));
    }
    let built = portal.build();
    let large = built.of_code("include-unusable");
    assert!(!large.is_empty(), "{:?}", built.codes());
}
