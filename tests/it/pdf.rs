//! PDFs: tagged and saying so, with every word of the page, every letter of the languages of Mexico, a notice that is one
//! page, and the same bytes each time. They are read back with poppler. Run by `.ci/pdf`.

#![cfg(feature = "pdf")]
#![allow(
    clippy::disallowed_methods,
    reason = "a test runs the readers of what was made"
)]

use crate::driver::{Portal, SETTINGS, Tool, bare, ended, program_of, require};
use std::collections::BTreeSet;
use std::process::Command;

const LETTERS: &str = "Ñuhñu: ra ꞌbu̱i, nu̱yu̱, ʉhʉ, ɨnɨ, tsꞌi; jñatjo: mi̱mi̱, ø, ẽ; nahuatl: āltepētl";

const TEXT: &str = "---\nid: EX0001\ntitle: 'Agua \"limpia\" #1 y @todos'\nsummary: Cada casa de la colonia tendrá agua.\n\
action_plans: [plan-2024]\nstart: 2024-01\nend: 2025-06\nupdated: 2024-03-01\nmilestones:\n\
\x20 - number: 1\n    text: Perforar el pozo\n    start: 2024-01\n    end: 2024-02\n    status: finished\n---\n## Problema\n\n\
[ley](https://ley.example/agua); Falta agua; $x_1$ y `#code` y <b>¿por qué?</b> #let x = 1 \\* [otro](../action-plans/plan-2024.md) 🙂\n\n\
#### Un título sin nivel\n\n| a | b |\n|---|---|\n| 1 | dos |\n\n\
<table><tr><th colspan=2>ancho</th></tr><tr><td rowspan=9>alto</td><td>x</td></tr><tr><td>y</td><td>z</td></tr></table>\n\n\
- uno\n  - dos\n    1. tres\n\n> cita\n\n```\nlet x = \"[\";\n```\n\n";

fn portal() -> Portal {
    let deep = (0..30)
        .map(|n| format!("{}- nivel {n}\n", "  ".repeat(n)))
        .collect::<String>();
    let wide = "| a | b | c | d | e | f | g | h | i |\n|---|---|---|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | nueve |\n";
    let long = format!("{} palabra larga: {}", LETTERS, "x".repeat(300));
    let plan =
        "---\nid: plan-2024\ntitle: Plan de acción 2024\nstart: 2024\nend: 2025\n---\nEl plan.\n";
    let mut portal = Portal::new()
        .file("tragaluz.toml", &format!("{SETTINGS}[editions]\nmake = [\"pdf\", \"zip\"]\n"))
        .file("content/action-plans/plan-2024.md", plan)
        .file(
            "content/commitments/EX0001.md",
            &format!(
                "{TEXT}{wide}\n\n{long}\n\n![Un pozo](pozo.png)\n\n{deep}\n\n```chart\ndata: agua\ntype: bars\n```\n"
            ),
        )
        .file("data/agua/dataset.md", "---\ntitle: Agua\nsummary: Tomas.\nmodified: 2024-03-01\n---\nTomas.\n")
        .file("data/agua/tomas.csv", "colonia,tomas\nCentro,12\nNorte,7\nSur,5\nEste,4\n");
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 30, image::Rgb([40, 90, 160]))
        .write_to(&mut png, image::ImageFormat::Png)
        .unwrap();
    portal.write("content/commitments/pozo.png", &png.into_inner());
    portal = portal.file("content/about.md", "---\ntitle: Acerca\n---\nAcerca.\n");
    portal
}

/// What a reader of PDFs says; none where it is absent.
fn read(program: &str, args: &[&str]) -> Option<String> {
    let program = require(Tool::POPPLER, program_of(None, program))?;
    let ran = ended(Command::new(program).args(args));
    ran.assert_code(0);
    Some(ran.out)
}

#[test]
fn pages_plans_and_notices_are_whole_tagged_and_the_same_each_time() {
    let portal = portal();
    let built = portal.build();
    built.assert_published();
    let files = built.files();
    let made: BTreeSet<&str> = files
        .keys()
        .filter(|path| path.ends_with(".pdf"))
        .map(String::as_str)
        .collect();
    let expected = [
        "action-plans/plan-2024.pdf",
        "commitments/ex0001.pdf",
        "commitments/ex0001-notice.pdf",
    ];
    let expected: BTreeSet<String> = expected
        .iter()
        .flat_map(|path| [(*path).to_owned(), format!("en/{path}")])
        .collect();
    assert_eq!(
        made.iter()
            .map(|path| (*path).to_owned())
            .collect::<BTreeSet<_>>(),
        expected
    );
    let again = portal.build().files();
    for path in &made {
        assert_eq!(
            files[*path], again[*path],
            "{path} is not the same each time"
        );
        let full = portal.root().join("public").join(path);
        let full = full.to_str().unwrap();
        let Some(info) = read("pdfinfo", &[full]) else {
            return;
        };
        assert!(info.contains("Tagged:          yes"), "{path}: {info}");
        assert!(
            !path.ends_with("-notice.pdf") || info.contains("Pages:           1\n"),
            "{path}: {info}"
        );
        let meta = read("pdfinfo", &["-meta", full]).unwrap();
        assert!(
            meta.contains("pdfuaid:part") && meta.contains("<dc:title>"),
            "{path}: {meta}"
        );
        let fonts = read("pdffonts", &[full]).unwrap();
        assert!(
            fonts
                .lines()
                .skip(2)
                .all(|line| line.contains(" yes yes yes ")),
            "{path}: {fonts}"
        );
        // No clock: the day is that of the content.
        assert!(
            !info.contains("CreationDate") || info.contains("2024"),
            "{path}: {info}"
        );
    }
}

#[test]
fn a_pdf_says_no_less_than_its_page() {
    let portal = portal();
    let built = portal.build();
    let pdf = portal.root().join("public/commitments/ex0001.pdf");
    let Some(text) = read("pdftotext", &["-layout", pdf.to_str().unwrap(), "-"]) else {
        return;
    };
    let text = bare(&text);
    // Without ways through the site and other editions; what a drawing says to those who do not see it is not printed.
    let page = built.text("commitments/ex0001.txt");
    let body = page
        .split("Compromiso EX0001")
        .nth(1)
        .unwrap()
        .split("Esta página también está")
        .next()
        .unwrap();
    let html = built.text("commitments/ex0001.html");
    let drawn = html
        .split("<desc")
        .nth(1)
        .unwrap()
        .split("</desc>")
        .next()
        .unwrap();
    let drawn: BTreeSet<String> = drawn
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_owned)
        .collect();
    let words = body
        .split_whitespace()
        .map(bare)
        .filter(|word| (3..40).contains(&word.chars().count()));
    let lost: BTreeSet<String> = words
        .filter(|word| !text.contains(word) && !drawn.contains(word))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
    for letters in LETTERS.split_whitespace() {
        assert!(text.contains(&bare(letters)), "{letters}");
    }
    // On paper nobody can follow a link to another site.
    assert!(text.contains(&bare("ley (https://ley.example/agua);")));
    let structure = read("pdfinfo", &["-struct-text", pdf.to_str().unwrap()]).unwrap();
    for tag in [
        "H1 ",
        "H2 ",
        "Table",
        "TH ",
        "LI",
        "Figure",
        "Link",
        "BlockQuote",
    ] {
        assert!(structure.contains(tag), "{tag}: {structure}");
    }
    let notice = portal.root().join("public/commitments/ex0001-notice.pdf");
    let notice = read("pdftotext", &[notice.to_str().unwrap(), "-"]).unwrap();
    // A long address goes on in the next line.
    let notice = bare(&notice);
    for words in [
        "Cada casa de la colonia",
        "commitments/ex0001.html",
        "EX0001",
    ] {
        assert!(notice.contains(&bare(words)), "{words}: {notice}");
    }
}

/// A plan of many commitments is on several pages; its PDF lists them all before the first of them.
#[test]
fn a_plan_lists_every_commitment() {
    let mut portal = portal();
    for n in 10..80 {
        let facts = format!(
            "---\nid: EX{n:04}\ntitle: Pozo del barrio {n}\naction_plans: [plan-2024]\n---\nTexto.\n"
        );
        portal = portal.file(&format!("content/commitments/EX{n:04}.md"), &facts);
    }
    let built = portal.build();
    built.assert_published();
    assert!(
        built
            .files()
            .contains_key("action-plans/plan-2024/page-2.html")
    );
    let pdf = portal.root().join("public/action-plans/plan-2024.pdf");
    let Some(text) = read("pdftotext", &["-layout", pdf.to_str().unwrap(), "-"]) else {
        return;
    };
    // In the table of contents, in the list, and as a chapter.
    for n in 10..80 {
        assert!(
            text.matches(&format!("Pozo del barrio {n}")).count() >= 3,
            "{n}: {text}"
        );
    }
}

#[test]
fn pages_link_to_their_pdfs_and_the_zip_holds_them() {
    let portal = portal();
    let built = portal.build();
    let page = built.text("commitments/ex0001.html");
    assert!(page.contains("href=\"ex0001.pdf\"") && page.contains("href=\"ex0001-notice.pdf\""));
    let offline = built.text("offline.html");
    assert!(
        offline.contains("action-plans/plan-2024.pdf") && !offline.contains("ex0001.pdf"),
        "{offline}"
    );
    let archive = std::fs::File::open(portal.root().join("public/site.zip")).unwrap();
    let mut archive = zip::ZipArchive::new(archive).unwrap();
    assert!(archive.by_name("commitments/ex0001.pdf").is_ok());
    assert!(archive.by_name("action-plans/plan-2024.pdf").is_err());
    // A check makes none, and misses none.
    let mut sink = tragaluz::Sink::new();
    tragaluz::check(portal.root(), &tragaluz::Options::default(), &mut sink).unwrap();
    assert!(!sink.has_errors(), "{:?}", sink.into_sorted());
}
