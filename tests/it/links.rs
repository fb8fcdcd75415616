//! Links that authors write, in every way that Markdown has and some that it has not: where they lead, and what is said of
//! those that lead nowhere.

use crate::driver::{BuiltPortal, Portal};

const DATA: &str = "obra,monto\nPuente,10\nCalle,20\n";

/// A portal with a page in both languages, a dataset, and this text on a page.
fn with(path: &str, text: &str) -> Portal {
    Portal::new()
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file(
            "content/about.md",
            "---\ntitle: Acerca\n---\nTexto.\n\n## Contacto\n\nTexto.\n\n### Años\n\nMás.\n",
        )
        .file(
            "content/about.en.md",
            "---\ntitle: About\n---\nText.\n\n## Contact {#contacto}\n\nText.\n",
        )
        .file("content/acta.pdf", "%PDF-1.4")
        .file(
            "data/obras/dataset.md",
            "---\ntitle: Obras\n---\nVer [los datos](Obras%202024.csv).\n",
        )
        .file("data/obras/Obras 2024.csv", DATA)
        .file("data/obras/plano.pdf", "%PDF-1.4")
        .file(path, &format!("---\ntitle: Enlaces\n---\n{text}\n"))
}

/// What is said of links and places: code, line, column.
fn told(built: &BuiltPortal) -> Vec<(&'static str, usize, usize)> {
    let of_links = built
        .findings
        .iter()
        .filter(|d| d.code.id.starts_with("link-"));
    of_links
        .map(|d| {
            d.place
                .as_ref()
                .map_or((d.code.id, 0, 0), |p| (d.code.id, p.line, p.column))
        })
        .collect()
}

#[track_caller]
fn assert_leads(portal: &Portal, page: &str, words: &str, href: &str) {
    let built = portal.build();
    assert_eq!(told(&built), [], "{words}");
    let text = built.text(page);
    assert!(
        text.contains(&format!("<a href=\"{href}\">{words}</a>")),
        "{words} on {page}: {text}"
    );
}

#[test]
fn a_page_in_another_language_can_be_linked_to() {
    for target in [
        "en/about.html",
        "/en/about.html",
        "about.en.md",
        "/about.en.md",
        "./en/about.html?x=1#help",
    ] {
        let href = format!(
            "en/about.html{}",
            target.find('?').map_or("", |at| &target[at..])
        );
        assert_leads(
            &with("content/enlaces.md", &format!("[inglés]({target})")),
            "enlaces.html",
            "inglés",
            &href,
        );
        // A Spanish text on a page for English readers still leads to the English page.
        let portal = with("content/enlaces.md", &format!("[inglés]({target})"));
        assert_leads(&portal, "en/enlaces.html", "inglés", &href["en/".len()..]);
    }
    let deep = with(
        "content/temas/agua/x.md",
        "[inglés](../../en/about.html) [propia](../../about.html)",
    );
    assert_leads(&deep, "temas/agua/x.html", "inglés", "../../en/about.html");
    assert_leads(&deep, "en/temas/agua/x.html", "propia", "../../about.html");
}

#[test]
fn a_translation_leads_back_and_stays_in_its_language() {
    let both = |text: &str| {
        with("content/enlaces.md", "Texto.").file(
            "content/enlaces.en.md",
            &format!("---\ntitle: Links\n---\n{text}\n"),
        )
    };
    for (target, href) in [
        ("../about.html", "../about.html"),
        ("about.html", "about.html"),
        ("about.md", "about.html"),
        ("/about.html", "about.html"),
        // Of its own page the file in the main language is another one.
        ("enlaces.md", "../enlaces.html"),
        ("enlaces.en.md", "enlaces.html"),
        (
            "../datasets/obras/index.html",
            "../datasets/obras/index.html",
        ),
        ("../data/obras/dataset.md", "datasets/obras/index.html"),
        (
            "../data/obras/Obras%202024.csv",
            "../datasets/obras/obras-2024.csv",
        ),
        ("acta.pdf", "../acta.pdf"),
    ] {
        assert_leads(
            &both(&format!("[x]({target})")),
            "en/enlaces.html",
            "x",
            href,
        );
    }
    let built =
        both("uno\n\n[x](../../about.html) [y](nothing.md) [z](about.html#nowhere)").build();
    assert_eq!(
        told(&built),
        [
            ("link-broken", 6, 1),
            ("link-broken", 6, 23),
            ("link-fragment-broken", 6, 39)
        ]
    );
    let mut of_links = built
        .findings
        .iter()
        .filter(|d| d.code.id.starts_with("link-"));
    assert!(of_links.all(|d| d.place.as_ref().unwrap().file == "content/enlaces.en.md"));
}

#[test]
fn files_of_data_are_linked_to_as_they_stand_in_the_portal() {
    for (target, href) in [
        (
            "../data/obras/Obras%202024.csv",
            "datasets/obras/obras-2024.csv",
        ),
        (
            "</data/obras/Obras 2024.csv>",
            "datasets/obras/obras-2024.csv",
        ),
        (
            "<..\\data\\obras\\Obras 2024.csv>",
            "datasets/obras/obras-2024.csv",
        ),
        (
            "../data/obras/plano.pdf#page=2",
            "datasets/obras/original/plano.pdf#page=2",
        ),
        ("../data/obras/dataset.md", "datasets/obras/index.html"),
        ("../data/obras/", "datasets/obras/index.html"),
        ("../data/obras", "datasets/obras/index.html"),
        (
            "datasets/obras/obras-2024.json",
            "datasets/obras/obras-2024.json",
        ),
    ] {
        assert_leads(
            &with("content/enlaces.md", &format!("[x]({target})")),
            "enlaces.html",
            "x",
            href,
        );
    }
    assert_leads(
        &with("content/a/enlaces.md", "Texto."),
        "datasets/obras/index.html",
        "los datos",
        "obras-2024.csv",
    );
    let deep = with("content/a/b.md", "[x](../../data/obras/Obras%202024.csv)");
    assert_leads(&deep, "a/b.html", "x", "../datasets/obras/obras-2024.csv");
    let broken = with(
        "content/enlaces.md",
        "[x](../data/obras/otra.csv) [y](../data/nada/)",
    )
    .build();
    assert_eq!(
        told(&broken),
        [("link-broken", 4, 1), ("link-broken", 4, 29)]
    );
}

#[test]
fn queries_and_places_are_kept_however_a_link_is_written() {
    let rest = "?b=1&amp;c=%C3%B1#contacto";
    for written in [
        "[x](about.md?b=1&c=ñ#contacto)",
        "[x](/about.html?b=1&c=ñ#contacto)",
        "[x][r]\n\n[r]: about.md?b=1&c=ñ#contacto",
        "<a href=\"about.md?b=1&amp;c=ñ#contacto\">x</a>",
        "<b>y</b> [x](about.md?b=1&c=ñ#contacto)",
    ] {
        assert_leads(
            &with("content/enlaces.md", written),
            "enlaces.html",
            "x",
            &format!("about.html{rest}"),
        );
    }
    let facts =
        "---\ntitle: S\nsources:\n  - {title: S, url: \"about.md?a=1#contacto\"}\n---\nTexto.\n";
    let page = with("content/otro.md", "Texto.").file("content/s.md", facts);
    assert_leads(&page, "s.html", "S", "about.html?a=1#contacto");
}

#[test]
fn addresses_pasted_as_words_are_links_in_both_themes() {
    let text = "Ver https://datos.example/a_b?c=1&d=2, (www.e.example) o escribir a datos@test.example.\n\n\
                | sitio |\n|---|\n| https://i.example/(j) |\n\n`https://k.example` [https://l.example](about.md)";
    for theme in ["claro", "llano"] {
        let portal = with("content/enlaces.md", text);
        let built = portal.build_with(&tragaluz::Options {
            theme: Some(theme.into()),
            ..tragaluz::Options::default()
        });
        assert_eq!(told(&built), [], "{theme}");
        let page = built.text("enlaces.html");
        for (href, words) in [
            (
                "https://datos.example/a_b?c=1&amp;d=2",
                "https://datos.example/a_b?c=1&amp;d=2",
            ),
            ("http://www.e.example", "www.e.example"),
            ("mailto:datos@test.example", "datos@test.example"),
            ("https://i.example/(j)", "https://i.example/(j)"),
            ("about.html", "https://l.example"),
        ] {
            assert!(
                page.contains(&format!("<a href=\"{href}\">{words}</a>")),
                "{theme}: {words} in {page}"
            );
        }
        assert!(page.contains("<code>https://k.example</code>"), "{theme}");
        // Words that are their own address need no number in the plain text.
        assert!(
            built
                .text("enlaces.txt")
                .contains("Ver https://datos.example/a_b?c=1&d=2, (www.e.example)")
        );
    }
}

#[test]
fn what_no_reader_can_follow_is_told_with_its_place() {
    for (written, code) in [
        ("![x](figure:obras/monto?obra=Calle)", "link-scheme-unknown"),
        (
            "<a href=\"figure:obras/monto\">20</a>",
            "link-scheme-unknown",
        ),
        ("[x](ftp://a.example/b.csv)", "link-scheme-unknown"),
        ("[x](FTPS://a.example)", "link-scheme-unknown"),
        ("[x](javascript:alert(1))", "link-scheme-unknown"),
        ("[x](data:text/csv,a)", "link-scheme-unknown"),
        ("![x](data:image/png;base64,AA)", "link-scheme-unknown"),
        ("[x](htps://a.example)", "link-scheme-unknown"),
        ("[x](whatsapp:1)", "link-scheme-unknown"),
        ("ftp://a.example/b.csv", "link-scheme-unknown"),
        ("<a href=\"ftp://a.example\">x</a>", "link-scheme-unknown"),
        ("<ftp://a.example>", "link-scheme-unknown"),
        ("[x](file:///C:/a.csv)", "link-to-own-computer"),
        ("[x](C:\\docs\\a.csv)", "link-to-own-computer"),
        ("[x](<d:/Mis documentos/a.csv>)", "link-to-own-computer"),
        ("[x](\\\\servidor\\comun\\a.csv)", "link-to-own-computer"),
        ("<a href=\"C:\\a.csv\">x</a>", "link-to-own-computer"),
        ("![x](file:///C:/a.png)", "link-to-own-computer"),
        ("[x][r]\n\n[r]: file:///a", "link-to-own-computer"),
        ("[x](www.a.example)", "link-broken"),
    ] {
        let built = with("content/enlaces.md", &format!("uno\n\ndos {written}")).build();
        assert_eq!(told(&built), [(code, 6, 5)], "{written}");
    }
    let facts = "---\ntitle: X\nsummary: Ver [x](ftp://a.example).\nsources:\n  - title: S\n    url: ftp://a.example/b\n  \
                 - title: T\n    url: C:\\b.csv\n---\nTexto.\n";
    let built = with("content/otro.md", "Texto.")
        .file("content/enlaces.md", facts)
        .build();
    let all = [
        ("link-scheme-unknown", 3, 10),
        ("link-scheme-unknown", 6, 10),
        ("link-to-own-computer", 8, 10),
    ];
    assert_eq!(told(&built), all);
}

#[test]
fn a_place_that_is_missed_names_the_nearest_one() {
    let text = "[a](about.md#contcato) [b](about.html#años) [c](#nada) [d](en/about.html#otro)\n\n## Uno\n\n[e](#uno)";
    let built = with("content/enlaces.md", text).build();
    let columns = told(&built);
    assert_eq!(
        columns,
        [1, 24, 45, 56].map(|column| ("link-fragment-broken", 4, column))
    );
    let near = |at: usize| {
        let arg = built.of_code("link-fragment-broken")[at];
        format!(
            "{:?}",
            arg.args.iter().find(|(name, _)| *name == "near").unwrap().1
        )
    };
    assert!(
        near(0).contains("\"contacto\"") && near(1).contains("\"contacto-anos\""),
        "{} {}",
        near(0),
        near(1)
    );
    assert!(near(2).contains("none"), "{}", near(2));
}
