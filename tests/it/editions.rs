//! Editions that need no connection: what is in them, that the same portal gives the same bytes, that the field's own
//! checkers find nothing, and that nothing in a portal breaks them.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files and runs the field's own checkers"
)]

use crate::driver::{Outcome, Portal, SETTINGS, Tool, ended, program_of, require};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::process::Command;
use tragaluz::Options;
use tragaluz::stage::sha256;

/// Text that tries to be markup, and characters that no XML may hold.
const HOSTILE: &str = "</p><script>alert(1)</script>]]>&amp;&nbsp; <b \"'> \u{1}\u{b} ñ 𝄞";

fn commitment(n: usize, plan: &str, more: &str) -> (String, String) {
    let id = format!("EX{n:04}");
    let text = format!(
        "---\nid: {id}\ntitle: Compromiso {n} de agua y caminos\nsummary: Resumen del compromiso {n}.\n\
         action_plans: [{plan}]\nstart: 2024-01\nend: 2025-06\nupdated: 2024-0{}-1{}\nmilestones:\n\
         \x20 - number: 1\n    text: Primer hito del compromiso {n}\n    start: 2024-01\n    end: 2024-0{}\n    status: in-progress\n\
         ---\n## Problema\n\nFalta agua en la colonia {n}.\n\n{more}\n",
        n % 9 + 1,
        n % 9,
        n % 8 + 1,
    );
    (format!("content/commitments/{id}.md"), text)
}

fn plan(id: &str, title: &str) -> (String, String) {
    let title = title
        .replace('"', "\\\"")
        .replace('\u{1}', "\\x01")
        .replace('\u{b}', "\\x0b");
    let text =
        format!("---\nid: {id}\ntitle: \"{title}\"\nstart: 2024\nend: 2025\n---\nEl plan.\n");
    (format!("content/action-plans/{id}.md"), text)
}

/// A picture.
fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let image = image::RgbImage::from_pixel(40, 30, image::Rgb([40, 90, 160]));
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A portal with a plan, some commitments and a dataset.
fn portal(commitments: usize, more: &str) -> Portal {
    let mut portal = Portal::new();
    let (path, text) = plan("plan-2024", "Plan de acción 2024");
    portal = portal.file(&path, &text);
    for n in 0..commitments {
        let (path, text) = commitment(n, "plan-2024", more);
        portal = portal.file(&path, &text);
    }
    portal
        .file(
            "data/agua/dataset.md",
            "---\ntitle: Agua\nsummary: Tomas de agua.\nkeywords: [agua]\nmodified: 2024-03-01\n---\nTomas.\n",
        )
        .file("data/agua/tomas.csv", "colonia,tomas\nCentro,12\nNorte,7\n")
}

/// What a ZIP holds.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        assert!(
            files
                .insert(entry.name().unwrap().into_owned(), content)
                .is_none()
        );
    }
    files
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Runs a checker; none where it is absent.
fn run(tool: Tool, program: &str, args: &[&str]) -> Option<Outcome> {
    let program = require(tool, program_of(None, program))?;
    Some(ended(Command::new(program).args(args)))
}

/// EPUBCheck, by Debian's package; there a JAR that not every system runs as a program.
fn epubcheck(path: &str) {
    const JAR: &str = "/usr/share/java/epubcheck.jar";
    let ran = if std::path::Path::new(JAR).exists() {
        run(Tool::JAVA, "java", &["-jar", JAR, path])
    } else {
        run(Tool::EPUBCHECK, "epubcheck", &[path])
    };
    if let Some(ran) = ran {
        assert!(
            ran.code == Some(0) && ran.said().contains("0 errors / 0 warnings"),
            "{path}: {}",
            ran.said()
        );
    }
}

#[test]
fn the_zip_is_the_published_folder_and_says_how_to_read_and_check_it() {
    let portal = portal(3, "");
    let built = portal.build();
    built.assert_published();
    let site = built.files();
    let inside = unpacked(&site["site.zip"]);
    assert!(
        inside.contains_key("index.html"),
        "it opens with a double click"
    );
    let own: BTreeSet<&str> = ["LEEME.txt", "README.txt", "SHA256SUMS"].into();
    for (path, content) in inside
        .iter()
        .filter(|(path, _)| !own.contains(path.as_str()))
    {
        if !path.contains("offline.") {
            assert_eq!(content, &site[path], "{path} is not the published one");
        }
    }
    let left: Vec<&String> = site
        .keys()
        .filter(|path| !inside.contains_key(*path))
        .collect();
    assert!(
        // What marks a folder as an output is none of what is published.
        left.iter().all(|path| *path == ".tragaluz.json"
            || path.ends_with(".epub")
            || path.starts_with("site.z")
            || is_whole_text(path)),
        "{left:?}"
    );
    let sums = said(&inside["SHA256SUMS"]);
    assert_eq!(sums.lines().count(), inside.len() - 1);
    for line in sums.lines() {
        let (sum, path) = line.split_once("  ").unwrap();
        assert_eq!(sum, sha256(&inside[path]), "{path}");
    }
    let read_me = said(&inside["LEEME.txt"]);
    for words in [
        "index.html",
        "sha256sum -c SHA256SUMS",
        "certutil",
        "https://test.example/p/index.html",
        "Oficina",
    ] {
        assert!(read_me.contains(words), "{words}: {read_me}");
    }
    // Inside, the page of the editions states no checksum; outside it states those of the files.
    let offline = said(&inside["offline.html"]);
    assert!(offline.contains("Esta es una copia") && !offline.contains("SHA-256 <code>"));
    let offline = said(&site["offline.html"]);
    for path in ["site.zip", "todo.txt", "action-plans/plan-2024.epub"] {
        assert!(offline.contains(&sha256(&site[path])), "{path}");
    }
    assert!(
        offline.contains("class=\"qr\"") && offline.contains("https://test.example/p/site.zip")
    );
    assert!(said(&site["action-plans/plan-2024.html"]).contains("../offline.html#plan-plan-2024"));
}

fn is_whole_text(path: &str) -> bool {
    path == "todo.txt" || path == "en/everything.txt" || path == "SHA256SUMS"
}

#[test]
fn the_same_portal_gives_the_same_editions() {
    let portal = portal(4, "");
    let [first, second] = [(); 2].map(|()| portal.build().files());
    let editions = |files: &BTreeMap<String, Vec<u8>>| {
        let kinds = |path: &&String| {
            path.ends_with(".epub") || path.starts_with("site.z") || is_whole_text(path)
        };
        files
            .iter()
            .filter(|(path, _)| kinds(path))
            .map(|(path, b)| (path.clone(), sha256(b)))
            .collect::<Vec<_>>()
    };
    assert!(editions(&first).len() >= 6, "{:?}", editions(&first));
    assert_eq!(editions(&first), editions(&second));
}

#[test]
fn all_text_is_in_one_file_with_its_contents() {
    let portal = portal(3, "");
    let built = portal.build();
    let text = built.text("todo.txt");
    assert!(
        text.starts_with("\u{feff}Prueba\n======\n"),
        "{}",
        &text[..80]
    );
    for words in [
        "Contenido\n",
        "Falta agua en la colonia 2.",
        "https://test.example/p/commitments/ex0001.html",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert_eq!(text.matches('\u{feff}').count(), 1);
    assert!(!text.contains("Esta es una copia"));
    assert!(built.text("en/everything.txt").contains("Contents\n"));
}

#[test]
fn books_are_clean_whatever_stands_in_them() {
    let table = "| a | b | c | d | e | f | g |\n|---|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n";
    let more = format!(
        "{HOSTILE}\n\n[otro](EX0001.md) [fuera](https://a.example/?a=1&b=2#c) [raro](https://a.example/[x]|y) \
         [correo](mailto:datos@test.example) [lugar](#problema) [nada](#nada)\n\n{table}\n\n- a\n  1. b\n\n```\n<x>&\u{1b}\n```\n\n\
         <ul><p>suelto</p>texto<li><h3>título</h3></li></ul>\n\n<dl><dd>sin término</dd></dl>\n\n<li>suelto</li>\n\n\
         <table><tr><td>1</td></tr><caption>tarde</caption></table>\n\n<dl><dt><h4>t</h4></dt><dd>s</dd></dl>\n\n\
         ```table\ndata: agua\n```\n\n### 1 título\n\n### 1 título\n",
    );
    let more = format!(
        "{more}\n\n![Un pozo & una bomba](pozo.png)\n\n![Falta](https://a.example/x.png)\n"
    );
    let (path, text) = plan("plan-2025", HOSTILE);
    let portal = portal(3, &more).file(&path, &text);
    portal.write("content/commitments/pozo.png", &png());
    let built = portal.build();
    built.assert_published();
    let books: Vec<String> = built
        .files()
        .into_keys()
        .filter(|path| path.ends_with(".epub"))
        .collect();
    assert_eq!(books.len(), 4, "{books:?}");
    let book = unpacked(&built.files()["action-plans/plan-2024.epub"]);
    assert_eq!(book["mimetype"], b"application/epub+zip");
    let chapter = said(&book["EPUB/commitments-ex0000.xhtml"]);
    assert!(!chapter.contains("<script") && chapter.contains("Falta agua en la colonia 0."));
    // Seven columns are too many for a telephone: a row becomes a list, and loses nothing.
    for words in [
        "<span>g: </span>7",
        "href=\"commitments-ex0001.xhtml\"",
        "href=\"https://a.example/?a=1&amp;b=2#c\"",
    ] {
        assert!(chapter.contains(words), "{words}: {chapter}");
    }
    assert!(
        chapter.contains("<img src=\"picture-1.png\" alt=\"Un pozo &amp; una bomba\""),
        "{chapter}"
    );
    assert_eq!(
        book["EPUB/picture-1.png"],
        built.files()["commitments/pozo.png"]
    );
    let package = said(&book["EPUB/package.opf"]);
    assert!(
        package.contains("href=\"picture-1.png\" media-type=\"image/png\""),
        "{package}"
    );
    for words in [
        "schema:accessMode",
        "schema:accessibilitySummary",
        "accessibilityHazard\">none",
        "dcterms:modified\">2024-",
    ] {
        assert!(package.contains(words), "{words}: {package}");
    }
    for path in &books {
        epubcheck(portal.root().join("public").join(path).to_str().unwrap());
    }
}

/// A plan of many commitments is on several pages; its book lists them all in the first chapter.
#[test]
fn a_book_lists_every_commitment_of_its_plan() {
    let portal = portal(120, "");
    let built = portal.build();
    built.assert_published();
    assert!(
        built
            .files()
            .contains_key("action-plans/plan-2024/page-3.html")
    );
    for lang in ["", "en/"] {
        let path = format!("{lang}action-plans/plan-2024.epub");
        let book = unpacked(&built.files()[&path]);
        let chapter = said(&book["EPUB/action-plans-plan-2024.xhtml"]);
        for n in 0..120 {
            assert_eq!(
                chapter
                    .matches(&format!("href=\"commitments-ex{n:04}.xhtml\""))
                    .count(),
                1,
                "{path}: {n}"
            );
        }
        assert!(!chapter.contains("page-2"), "{chapter}");
        epubcheck(portal.root().join("public").join(&path).to_str().unwrap());
    }
}

#[cfg(feature = "zim")]
#[test]
fn the_zim_file_passes_zimcheck_and_leads_outside_where_a_file_is_left_out() {
    let settings = format!("{SETTINGS}[editions]\nmake = [\"zim\"]\ndata_bytes = 0\n");
    for base in [true, false] {
        let settings = if base {
            settings.clone()
        } else {
            settings.replace("base_url = \"https://test.example/p/\"\n", "")
        };
        let portal = portal(3, HOSTILE).file("tragaluz.toml", &settings);
        let built = portal.build();
        built.assert_published();
        assert!(
            !built
                .files()
                .keys()
                .any(|path| path.ends_with(".epub") || path == "site.zip" || path == "todo.txt")
        );
        let offline = built.text("offline.html");
        assert!(
            offline.contains("están en el portal publicado") && !offline.contains("LEEME"),
            "what is left out is told"
        );
        let path = portal.root().join("public/site.zim");
        let path = path.to_str().unwrap();
        if let Some(checked) = run(Tool::ZIM_TOOLS, "zimcheck", &["-A", path]) {
            checked.assert_code(0);
            let words = checked.said();
            assert!(
                !words.contains("WARNING") && !words.contains("ERROR"),
                "{words}"
            );
        }
        let show = ["show", "--url=datasets/agua/index.html", "--ns=C", path];
        if let Some(shown) = run(Tool::ZIM_TOOLS, "zimdump", &show) {
            let page = shown.out;
            let address = "href=\"https://test.example/p/datasets/agua/tomas.csv\"";
            assert_eq!(
                (page.contains(address), page.contains("href=\"tomas.csv\"")),
                (base, false),
                "{page}"
            );
        }
    }
}

#[test]
fn data_beyond_the_limit_and_long_paths_stay_out_and_are_named() {
    let settings = format!("{SETTINGS}[editions]\nmake = [\"zip\"]\ndata_bytes = 60\n");
    let long = format!("{}.txt", "a".repeat(190));
    let portal = portal(1, "")
        .file("tragaluz.toml", &settings)
        .file(&format!("content/{long}"), "x")
        .file("content/notas.txt", "x");
    let built = portal.build();
    let inside = unpacked(&built.files()["site.zip"]);
    assert!(
        inside.contains_key("datasets/agua/tomas.csv"),
        "the table's CSV goes in first"
    );
    assert!(!inside.contains_key("datasets/agua/tomas.xlsx") && !inside.contains_key(&*long));
    assert!(inside.contains_key("notas.txt"));
    let read_me = said(&inside["LEEME.txt"]);
    assert!(
        read_me.contains("https://test.example/p/datasets/agua/agua.zip")
            && read_me.contains(&format!("/p/{long}"))
    );
}

#[test]
fn an_edition_gives_way_to_a_file_of_its_name_and_a_page_to_the_portals_own() {
    let page = "---\ntitle: Sin conexión\n---\nNuestra página.\n";
    let portal = portal(1, "")
        .file("content/site.zip", "PK")
        .file("content/todo.md", page)
        .file("content/offline.md", page);
    let built = portal.build();
    built.assert_published();
    let files = built.files();
    assert_eq!(files["site.zip"], b"PK");
    assert!(files.contains_key("site-2.zip") && files.contains_key("todo-2.txt"));
    assert!(said(&files["offline.html"]).contains("Nuestra página."));
}

#[test]
fn a_wrong_setting_is_found_and_none_makes_none() {
    let of = |line: &str| {
        portal(1, "").file("tragaluz.toml", &format!("{SETTINGS}[editions]\n{line}\n"))
    };
    let with = |line: &str| of(line).build();
    assert!(with("make = [\"zipp\"]").codes().contains(&"wrong-word"));
    assert!(with("data_bytes = -1").codes().contains(&"wrong-form"));
    if !cfg!(feature = "zim") {
        assert!(
            with("make = [\"zim\"]")
                .codes()
                .contains(&"format-not-compiled")
        );
    }
    let portal = of("make = []");
    let none = portal.build();
    none.assert_published();
    assert!(
        !none.files().contains_key("offline.html")
            && !none.text("index.html").contains("offline.html")
    );
}

#[test]
fn a_check_makes_none() {
    let portal = portal(1, "");
    let mut sink = tragaluz::Sink::new();
    let site = tragaluz::check(portal.root(), &Options::default(), &mut sink).unwrap();
    assert!(site.pages > 0 && !portal.root().join("public").exists());
}

#[test]
fn paper_carries_the_checksum_of_the_plain_text() {
    let portal = portal(2, "");
    let built = portal.build();
    for page in ["commitments/ex0001", "en/index", "action-plans/plan-2024"] {
        let sum = sha256(built.text(&format!("{page}.txt")).as_bytes());
        let html = built.text(&format!("{page}.html"));
        let paper = html
            .split("class=\"paper\"")
            .nth(1)
            .unwrap()
            .split("</p>")
            .next()
            .unwrap();
        assert!(
            paper.contains(&sum) && paper.contains("https://test.example/p/"),
            "{page}: {paper}"
        );
    }
}

/// 200 commitments and 20 datasets, without their data.
#[test]
fn a_large_portal_fits_an_old_telephone() {
    let one_language = SETTINGS
        .replace("languages = [\"es\", \"en\"]", "languages = [\"es\"]")
        .replace("{ es = \"Prueba\", en = \"Test\" }", "\"Prueba\"")
        .replace(
            "{ es = \"Un portal de prueba.\", en = \"A portal to test with.\" }",
            "\"Un portal de prueba.\"",
        );
    let mut portal = portal(200, "").file(
        "tragaluz.toml",
        &format!("{one_language}[editions]\ndata_bytes = 0\n"),
    );
    for n in 0..19 {
        portal = portal
            .file(
                &format!("data/datos-{n}/dataset.md"),
                &format!("---\ntitle: Datos {n}\nsummary: Datos.\n---\nDatos.\n"),
            )
            .file(&format!("data/datos-{n}/t.csv"), "a,b\n1,2\n");
    }
    let built = portal.build();
    let files = built.files();
    let size = |path: &str| files.get(path).map_or(0, Vec::len);
    let sizes = [
        "site.zip",
        "site.zim",
        "todo.txt",
        "action-plans/plan-2024.epub",
    ]
    .map(|path| (path, size(path)));
    eprintln!("{sizes:?}, {} pages", built.site.pages);
    // 1.2 MB are out of reach of a folder whose every file is the published one and is compressed by itself, with the
    // styles of its page; the same pages packed together take an eighth. Zopfli would save 2.5 % in a minute and more.
    // Every page says whom to answer, and every plain text whose it is and under which licence; commitments are listed by
    // end date and place too, milestones by month, and words are explained: an eighth more than without. In the ZIM, where
    // pages are packed together, what commitments say takes 150 KB of 470; paths and titles 77, lists and datasets the rest.
    assert!(size("site.zip") < 2_350_000, "{sizes:?}");
    assert!(
        cfg!(not(feature = "zim")) || size("site.zim") < 500_000,
        "{sizes:?}"
    );
}
