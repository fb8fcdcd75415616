//! Each limit of the list, whoever adds one (`docs::` holds its row in `docs/limits.md`): a file that exceeds it is refused in words that name it
//! and its number, in both languages, and the settings raise it.

#![allow(clippy::disallowed_methods, reason = "a test writes its own files")]

use crate::crash::{gzipped, ods, ods_row, texts, xlsx, zipped};
use crate::driver::{ended, repository, tragaluz};
use std::fs;
use std::path::Path;
use tragaluz::source::limits::Limit;

/// A portal that exceeds a limit where it is lowered.
struct LimitCase {
    limit: &'static str,
    /// The number to which it is lowered, and one that lets the same portal through.
    lowered: u64,
    raised: u64,
    /// The code of the finding.
    code: &'static str,
    /// What the finding says of the number that is allowed.
    words: &'static str,
    write: fn(&Path),
}

fn write(home: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let full = home.join(path);
    fs::create_dir_all(full.parent().unwrap()).unwrap();
    fs::write(full, bytes).unwrap();
}

fn page(home: &Path, facts: &str) {
    write(
        home,
        "content/a.md",
        format!("---\ntitle: A\n{facts}---\nText.\n"),
    );
}

fn drawing(home: &Path, inner: &str) {
    let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
    write(home, "content/a.svg", svg);
}

/// A page with an image of so many pixels, followed by so many bytes that no reader looks at.
fn image(home: &Path, width: u32, height: u32, behind: usize) {
    let mut png = std::io::Cursor::new(Vec::new());
    image::GrayImage::new(width, height)
        .write_to(&mut png, image::ImageFormat::Png)
        .unwrap();
    let mut png = png.into_inner();
    png.extend(std::iter::repeat_n(b' ', behind));
    write(home, "content/a.png", png);
    write(
        home,
        "content/a.md",
        "---\ntitle: A\n---\n![A grey square, as an example](a.png)\n",
    );
}

/// A theme of the portal's own, over one that comes with the program, whose pages are made by this.
fn theme(home: &Path, below: &str, engine: &str, text: &str) {
    let manifest = format!("name = \"own\"\nengine = \"{engine}\"\nextends = \"{below}\"\n");
    write(home, "themes/own/theme.toml", manifest);
    write(home, "themes/own/templates/page.html", text);
    let settings = home.join("tragaluz.toml");
    let given = fs::read_to_string(&settings).unwrap();
    fs::write(
        settings,
        given.replace("[limits]", "[theme]\nname = \"own\"\n[limits]"),
    )
    .unwrap();
    page(home, "");
}

fn loops(home: &Path, below: &str, engine: &str) {
    // A thousand rounds, and as many within each.
    let text = "{% extends \"base.html\" %}{% block body %}{% for i in range(end=40) %}\
        {% for j in range(end=40) %}{% endfor %}{% endfor %}{% endblock %}";
    let text = if engine == "minijinja" {
        text.replace("end=", "")
    } else {
        text.to_owned()
    };
    theme(home, below, engine, &text);
}

fn long_page(home: &Path, below: &str, engine: &str) {
    let text = "{% extends \"base.html\" %}{% block body %}{% for i in range(end=30) %}WORDS{% endfor %}{% endblock %}";
    let text = text.replace("WORDS", &"words ".repeat(8000));
    let text = if engine == "minijinja" {
        text.replace("end=", "")
    } else {
        text
    };
    theme(home, below, engine, &text);
}

fn three_tables(home: &Path) {
    let members = (0..3).map(|n| (format!("t{n}.csv"), &b"a,b\n1,2\n"[..]));
    write(home, "data/x/x.zip", zipped(members));
}

const CASES: &[LimitCase] = &[
    LimitCase {
        limit: "cells",
        lowered: 1000,
        raised: 400_000,
        code: "data-unreadable",
        // A file may always come to 250 cells for each byte.
        words: "its cells come to more than",
        write: |home| write(home, "data/x/x.ods", ods(&ods_row(1000, 300, "a"))),
    },
    LimitCase {
        limit: "cells",
        lowered: 50,
        raised: 1000,
        code: "data-unreadable",
        words: "its cells come to more than 100",
        write: |home| {
            let cube = "{\"class\":\"dataset\",\"id\":[\"a\",\"b\"],\"size\":[20,20],\"dimension\":{\"a\":DIM,\"b\":DIM},\"value\":{\"0\":1}}";
            let codes: Vec<String> = (0..20).map(|n| format!("\"c{n}\"")).collect();
            let dimension = format!("{{\"category\":{{\"index\":[{}]}}}}", codes.join(","));
            write(home, "data/x/x.json", cube.replace("DIM", &dimension));
        },
    },
    LimitCase {
        limit: "columns",
        lowered: 5,
        raised: 6,
        code: "data-unreadable",
        words: "more than 5",
        write: |home| write(home, "data/x/x.csv", "a,b,c,d,e,f\n1,2,3,4,5,6\n"),
    },
    LimitCase {
        limit: "counted_cells",
        lowered: 2,
        raised: 3,
        code: "personal-not-protected",
        words: "has more than 2 counts",
        write: |home| {
            let declared = "---\ntitle: A\ndisclosure: {counts: n, dimensions: town}\n---\n";
            write(home, "data/x/dataset.md", declared);
            write(home, "data/x/x.csv", "town,n\nA,9\nB,8\nC,7\n");
        },
    },
    LimitCase {
        limit: "depth",
        lowered: 3,
        raised: 5,
        code: "data-unreadable",
        words: "more than 3 deep",
        write: |home| write(home, "data/x/x.json", "[{\"a\":[[[1]]]}]"),
    },
    LimitCase {
        limit: "document_levels",
        lowered: 1,
        raised: 2,
        code: "personal-unseen",
        words: "it exceeds the limit document_levels (1)",
        write: |home| {
            let packed = |name: &str, bytes: &[u8]| zipped([(name.to_owned(), bytes)]);
            let inner = packed("acta.txt", b"Words.");
            write(home, "content/todo.zip", packed("actas.zip", &inner));
        },
    },
    LimitCase {
        limit: "drawing_depth",
        lowered: 3,
        raised: 4,
        code: "drawing-too-large",
        words: "more than 3 deep",
        write: |home| drawing(home, "<g><g><path d=\"M0 0h9\"/></g></g>"),
    },
    LimitCase {
        limit: "drawing_elements",
        lowered: 2,
        raised: 3,
        code: "drawing-too-large",
        words: "more than 2 elements",
        write: |home| drawing(home, &"<path d=\"M0 0h9\"/>".repeat(2)),
    },
    LimitCase {
        limit: "drawing_mib",
        lowered: 1,
        raised: 2,
        code: "drawing-too-large",
        words: "larger than 1 MiB",
        write: |home| drawing(home, &format!("<desc>{}</desc>", "a".repeat(1 << 20))),
    },
    LimitCase {
        limit: "facts",
        lowered: 5,
        raised: 50,
        code: "front-matter-too-large",
        words: "more than 5 values",
        write: |home| {
            page(
                home,
                "summary: S\nformer: [b.html, c.html, d.html, e.html]\n",
            );
        },
    },
    LimitCase {
        limit: "facts_depth",
        lowered: 1,
        raised: 3,
        code: "front-matter-too-large",
        words: "more than 1 levels deep",
        write: |home| page(home, "former: [b.html]\n"),
    },
    LimitCase {
        limit: "facts_kib",
        lowered: 1,
        raised: 2,
        code: "front-matter-too-large",
        words: "more than 1 KiB",
        write: |home| page(home, &format!("# {}\n", "a".repeat(1024))),
    },
    LimitCase {
        limit: "file_mib",
        lowered: 1,
        raised: 2,
        code: "file-too-large",
        words: "larger than 1 MiB",
        write: |home| {
            write(
                home,
                "content/a.md",
                format!("---\ntitle: A\n---\n{}", " ".repeat(1 << 20)),
            );
        },
    },
    LimitCase {
        limit: "file_mib",
        lowered: 1,
        raised: 2,
        code: "file-too-large",
        words: "larger than 1 MiB",
        write: |home| {
            theme(home, "claro", "minijinja", "{% extends \"base.html\" %}");
            write(home, "themes/own/static/a.css", " ".repeat((1 << 20) + 1));
        },
    },
    LimitCase {
        limit: "file_mib",
        lowered: 1,
        raised: 2,
        code: "data-unreadable",
        words: "larger than 1 MiB",
        write: |home| {
            let described = format!(
                "{{\"resources\":[{{\"name\":\"t\",\"path\":\"t.csv\"}}]{}}}",
                " ".repeat(1 << 20)
            );
            let members = [
                ("datapackage.json", described.as_bytes()),
                ("t.csv", &b"a,b\n1,2\n"[..]),
            ];
            write(
                home,
                "data/x/x.zip",
                zipped(members.map(|(name, bytes)| (name.to_owned(), bytes))),
            );
        },
    },
    LimitCase {
        limit: "held_mib",
        lowered: 1,
        raised: 8,
        code: "data-unreadable",
        words: "held in memory at once than is allowed",
        write: |home| {
            let cells = "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2'><v>1</v></c></row>";
            write(
                home,
                "data/x/x.xlsx",
                xlsx(cells, &texts("1", &"<si><t>a</t></si>".repeat(30_000))),
            );
        },
    },
    LimitCase {
        limit: "held_mib",
        lowered: 1,
        raised: 8,
        code: "data-unreadable",
        words: "held in memory at once than is allowed",
        write: |home| {
            let merged: String = (1..10_000)
                .map(|n| format!("<mergeCell ref='B{}:B{}'/>", 2 * n, 2 * n + 1))
                .collect();
            let rows =
                "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>1</v></c></row>";
            let rows = format!("{rows}</sheetData><mergeCells>{merged}</mergeCells><sheetData>");
            write(home, "data/x/x.xlsx", xlsx(&rows, &texts("0", "")));
        },
    },
    LimitCase {
        limit: "image_megapixels",
        lowered: 1,
        raised: 2,
        code: "image-unreadable",
        words: "more than 1 million pixels",
        write: |home| image(home, 1001, 1000, 0),
    },
    LimitCase {
        limit: "image_mib",
        lowered: 1,
        raised: 2,
        code: "image-unreadable",
        words: "larger than 1 MiB",
        write: |home| image(home, 10, 10, 1 << 20),
    },
    LimitCase {
        limit: "members",
        lowered: 2,
        raised: 3,
        code: "data-unreadable",
        words: "more than 2 files",
        write: three_tables,
    },
    LimitCase {
        limit: "page_mib",
        lowered: 1,
        raised: 4,
        code: "template-failed",
        words: "more than 1 MiB",
        write: |home| long_page(home, "claro", "minijinja"),
    },
    LimitCase {
        limit: "page_mib",
        lowered: 1,
        raised: 4,
        code: "template-failed",
        words: "more than 1 MiB",
        write: |home| long_page(home, "llano", "tera"),
    },
    LimitCase {
        limit: "row_mib",
        lowered: 1,
        raised: 4,
        code: "data-unreadable",
        words: "longer than 1 MiB",
        write: |home| {
            write(
                home,
                "data/x/x.csv",
                format!("a,b\n{},1\n", "x".repeat(3 << 20)),
            );
        },
    },
    LimitCase {
        limit: "row_mib",
        lowered: 1,
        raised: 2,
        code: "data-unreadable",
        words: "longer than 1 MiB",
        write: |home| {
            let long = "x".repeat((1 << 20) + 1);
            let rows = format!("{}{}", ods_row(1, 2, "a"), ods_row(1, 1, &long));
            write(home, "data/x/x.ods", ods(&rows));
        },
    },
    LimitCase {
        limit: "tables",
        lowered: 2,
        raised: 3,
        code: "data-unreadable",
        words: "more than 2 tables",
        write: three_tables,
    },
    LimitCase {
        limit: "template_steps",
        lowered: 1000,
        raised: 100_000,
        code: "template-failed",
        words: "more than 1000 steps",
        write: |home| loops(home, "claro", "minijinja"),
    },
    LimitCase {
        limit: "template_steps",
        lowered: 1000,
        raised: 100_000,
        code: "template-failed",
        words: "more than 1000 steps",
        write: |home| loops(home, "llano", "tera"),
    },
    LimitCase {
        limit: "unpacked_mib",
        lowered: 1,
        raised: 2,
        code: "data-unreadable",
        words: "very much larger than it can honestly be",
        write: |home| {
            let rows = format!("{}\n", "0".repeat(1000)).repeat(1200);
            write(home, "data/x/x.csv.gz", gzipped(rows.as_bytes()));
        },
    },
];

/// Limits that a test of another module exceeds, for no file does: that of the preview's requests (`serve::`).
const ELSEWHERE: &[&str] = &["serve_seconds"];

/// What is said of a portal with this limit, in a language.
fn said(case: &LimitCase, most: u64, lang: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    let settings = format!(
        "[portal]\ntitle = \"P\"\nlanguages = [\"en\"]\n[limits]\n{} = {most}\n",
        case.limit
    );
    write(home.path(), "tragaluz.toml", settings);
    (case.write)(home.path());
    let mut command = tragaluz();
    command
        .args(["check", "--lang", lang, "--root"])
        .arg(home.path());
    ended(&mut command).said()
}

#[test]
fn each_limit_is_hit_named_and_raised() {
    for known in Limit::ALL {
        let cases: Vec<&LimitCase> =
            (CASES.iter().filter(|case| case.limit == known.name)).collect();
        assert!(
            !cases.is_empty() || ELSEWHERE.contains(&known.name),
            "no case exceeds {}: add one",
            known.name
        );
    }
    for (at, case) in CASES.iter().enumerate() {
        let named = format!("{} ", case.limit);
        let is_first = at == 0 || CASES[at - 1].limit != case.limit;
        let languages = [("en", case.words), ("es", "[limits]")];
        for (lang, words) in languages.into_iter().take(1 + usize::from(is_first)) {
            let said = said(case, case.lowered, lang);
            assert!(
                said.contains(&format!("[{}]", case.code))
                    && said.contains(words)
                    && said.contains(&named)
                    && said.contains("[limits]"),
                "{} = {}: {said}",
                case.limit,
                case.lowered
            );
            assert!(!said.contains("panicked"), "{said}");
        }
        let said = said(case, case.raised, "en");
        assert!(
            !said.contains(&format!("[{}]", case.code)),
            "{} = {}: {said}",
            case.limit,
            case.raised
        );
    }
}

#[test]
fn templates_that_call_themselves_end_in_words() {
    for (below, engine) in [("claro", "minijinja"), ("llano", "tera")] {
        for text in [
            "{% include \"page.html\" %}",
            "{% extends \"page.html\" %}",
            "{% extends \"base.html\" %}{% block body %}{% include \"page.html\" %}{% endblock %}",
        ] {
            let home = tempfile::tempdir().unwrap();
            let settings = "[portal]\ntitle = \"P\"\nlanguages = [\"en\"]\n[limits]\n";
            write(home.path(), "tragaluz.toml", settings);
            theme(home.path(), below, engine, text);
            let mut command = tragaluz();
            let outcome = ended(command.arg("check").arg("--root").arg(home.path()));
            outcome.assert_code(1);
            assert!(
                outcome.said().contains("error[template-failed]"),
                "{engine}, {text}: {}",
                outcome.said()
            );
        }
    }
}

#[test]
fn the_documentation_tells_the_code_of_each_message() {
    let document = fs::read_to_string(repository("docs/limits.md")).unwrap();
    for case in CASES {
        let begin = format!("| `{}` |", case.limit);
        let row = document
            .lines()
            .find(|line| line.starts_with(&begin))
            .unwrap();
        assert!(
            row.contains(&format!("`{}`", case.code)),
            "{}: {row}",
            case.code
        );
    }
}
