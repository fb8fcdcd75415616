//! The first page and the frame around every page: what they say first, and what the publisher's settings change.

use crate::driver::{BuiltPortal, Portal, SETTINGS};

const CREST: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><script>alert(1)</script>\
                     <path fill=\"#9f2241\" d=\"M0 0h8v8z\"/></svg>";

/// A portal with these further settings.
fn with(settings: &str) -> Portal {
    Portal::new().file("tragaluz.toml", &format!("{SETTINGS}\n{settings}"))
}

/// A commitment whose milestones were reported.
fn commitment(id: &str, status: &str) -> String {
    let milestone = |number: u8| {
        format!(
            "  - {{number: {number}, text: Paso {number}, end: 2022-06, status: {status}, reported: 2023-05-04}}\n"
        )
    };
    format!(
        "---\ntitle: Compromiso {id}\nsummary: Se hará {id}.\nstart: 2021-01\nend: 2022-06\nupdated: 2023-05-04\nstatus: {status}\nmilestones:\n{}{}---\n",
        milestone(1),
        milestone(2)
    )
}

fn position(page: &str, words: &str) -> usize {
    page.find(words)
        .unwrap_or_else(|| panic!("the page does not say {words:?}"))
}

fn in_order(page: &str, words: &[&str]) {
    let at: Vec<usize> = words.iter().map(|words| position(page, words)).collect();
    assert!(at.is_sorted(), "{words:?}: {at:?}");
}

fn portal_of_commitments() -> BuiltPortal {
    with("")
        .file("content/commitments/MX1.md", &commitment("MX1", "finished"))
        .file(
            "content/commitments/MX2.md",
            &commitment("MX2", "in-progress"),
        )
        .file("data/t/t.csv", "anio,total\n2001,3\n2002,4\n")
        .file(
            "data/t/dataset.md",
            "---\ntitle: Totales por año\nsummary: Lo que se contó.\nissued: 2023-05-04\nmodified: 2023-05-04\n---\n",
        )
        .into_built()
}

#[test]
fn the_home_page_answers_in_the_order_of_its_readers() {
    let built = portal_of_commitments();
    built.assert_published();
    let page = built.text("index.html");
    in_order(
        &page,
        &[
            "Un portal de prueba.",
            "action=\"search.html\"",
            "name=\"q\"",
            "2 compromisos",
            "id=\"overdue\"",
            "Totales por año",
            "id=\"changes\"",
            "id=\"comment\"",
            "id=\"all\"",
        ],
    );
}

#[test]
fn changes_are_told_as_changes() {
    let built = portal_of_commitments();
    let text = built.text("index.txt");
    let changes = &text[position(&text, "Lo último")..];
    in_order(
        changes,
        &[
            "Compromiso MX1",
            "Hitos 1, 2:",
            "Terminado",
            "Nuevo conjunto de datos",
        ],
    );
    assert!(
        !changes.contains("Se actualizó la ficha"),
        "what its milestones tell is told twice: {changes}"
    );
}

#[test]
fn registers_stand_apart_from_the_publishers_data() {
    let built = portal_of_commitments();
    let page = built.text("index.html");
    let data = &page[position(&page, "id=\"datasets\"")..position(&page, "id=\"changes\"")];
    assert!(data.contains("datasets/t/index.html") && !data.contains("register"));
    assert!(page[position(&page, "id=\"all\"")..].contains("register-commitments"));
}

#[test]
fn a_colour_and_a_crest_are_on_every_page_and_nothing_runs_in_them() {
    for theme in ["claro", "llano"] {
        let look =
            format!("[theme]\nname = \"{theme}\"\naccent = \"#9f2241\"\ncrest = \"escudo.svg\"\n");
        let built = with(&look).file("content/escudo.svg", CREST).into_built();
        built.assert_published();
        assert_eq!(built.of_code("crest-unusable").len(), 0);
        assert_eq!(built.of_code("accent-unseen").len(), 0);
        for path in ["index.html", "en/index.html", "404.html"] {
            let page = built.text(path);
            assert!(page.contains("src=\"data:image/svg+xml,%3Csvg"), "{path}");
            assert!(
                page.contains("#9f2241") && !page.contains("alert"),
                "{path}"
            );
            let dark = &page[position(&page, "#9f2241")..];
            assert!(dark.contains("prefers-color-scheme:dark"), "{path}");
        }
    }
}

#[test]
fn a_crest_that_cannot_be_shown_is_left_out() {
    let built = with("[theme]\ncrest = \"escudo.svg\"\n").into_built();
    built.assert_published();
    assert_eq!(built.of_code("crest-unusable").len(), 1);
    assert!(!built.text("index.html").contains("<img"));
}

#[test]
fn help_names_the_channels_there_are_the_contact_where_no_other_is() {
    let feedback = "[feedback]\nphone = \"55 1234 5678\"\n";
    let [contact, feedback] = ["", feedback].map(|settings| {
        let built = with(settings).into_built();
        built.assert_published();
        let page = built.text("index.html");
        page[position(&page, "id=\"help\"")..].to_owned()
    });
    assert!(contact.contains("mailto:datos@test.example") && !contact.contains("teléfono"));
    assert!(feedback.contains("tel:5512345678") && !feedback.contains("correo"));
}
