//! Small files that would end the program, take its memory or its time: each is read, or refused in words that name a limit
//! which can be raised. And files that repeat themselves take time with their size, not with its square.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the files that it measures with"
)]

use crate::crash::{gzipped, ods, ods_row, ragged, texts, xls, xlsx, xml_2003, zipped};
use crate::driver::{PATIENCE, Tool, most_held, processor_time, repository, require, tragaluz};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// KiB that no run may hold: 256 MiB.
const MOST: u64 = 256 * 1024;
/// Hundredths of processor seconds that no run may take: a minute. With the compiler's optimisation it is 2 seconds;
/// tests run without.
const LONGEST: u64 = 6000;

/// What a run of the program came to.
struct Run {
    code: Option<i32>,
    /// What it said, on both streams.
    said: String,
    /// KiB that it held at most, and hundredths of processor seconds that it took, as far as the system says.
    peak: u64,
    ticks: u64,
}

fn run(folder: &Path, args: &[&str]) -> Run {
    let [out, err] = ["out.txt", "err.txt"].map(|name| folder.join(name));
    let mut child = tragaluz()
        .args(args)
        .current_dir(folder)
        .stdout(fs::File::create(&out).unwrap())
        .stderr(fs::File::create(&err).unwrap())
        .spawn()
        .unwrap();
    let (mut peak, mut ticks) = (0, 0);
    let begun = Instant::now();
    let code = loop {
        peak = peak.max(most_held(child.id()));
        ticks = ticks.max(processor_time(child.id()));
        if let Some(code) = child.try_wait().unwrap() {
            break code;
        }
        if ticks > LONGEST || begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("{args:?} does not end: {ticks} hundredths of a second");
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let said = [out, err]
        .map(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned())
        .concat();
    Run {
        code: code.code(),
        said,
        peak,
        ticks,
    }
}

/// Profiles, checks and converts a file; it must be read (none), or refused with this limit named.
fn ends(name: &str, bytes: &[u8], limit: Option<&str>) {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join(name), bytes).unwrap();
    for args in [
        &["profile", name][..],
        &["check", name],
        &["convert", name, "out.csv"],
    ] {
        let run = run(home.path(), args);
        let shown: String = run.said.chars().take(600).collect();
        assert!(run.peak <= MOST, "{args:?}: {} KiB", run.peak);
        assert!(!run.said.contains("panicked"), "{args:?}: {shown}");
        match limit {
            None => assert_eq!(run.code, Some(0), "{args:?}: {shown}"),
            Some(limit) => {
                assert_eq!(run.code, Some(1), "{args:?}: {shown}");
                let named = run.said.contains("data-unreadable")
                    && run.said.contains(&format!("--limit {limit}=NUMBER"));
                assert!(named, "{args:?}: {limit} is not named: {shown}");
            }
        }
    }
}

fn given(name: &str) -> Vec<u8> {
    fs::read(repository("tests/crash").join(name)).unwrap()
}

#[test]
fn the_given_files_are_read_or_refused() {
    for (name, limit) in [
        ("csv-same-header-8000.csv", None),
        ("json-nested-lists-20000.json", Some("depth")),
        ("ods-rows-and-columns-repeated.ods", Some("cells")),
        ("xlsx-shared-strings-count.xlsx", None),
        ("xlsx-two-corners.xlsx", None),
        ("zip-2000-members.zip", Some("tables")),
    ] {
        ends(name, &given(name), limit);
    }
}

#[test]
fn a_limit_that_is_named_can_be_raised() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("a.zip"), given("zip-2000-members.zip")).unwrap();
    let raised = run(
        home.path(),
        &[
            "profile",
            "a.zip",
            "--limit",
            "tables=2000",
            "--limit",
            "members=3000",
        ],
    );
    assert_eq!(raised.code, Some(0), "{}", raised.said);
    let lowered = run(
        home.path(),
        &["profile", "a.zip", "--limit", "members=1999"],
    );
    assert!(
        lowered.said.contains("more than 1999 files"),
        "{}",
        lowered.said
    );
    for wrong in [
        "table=5",
        "tables",
        "tables=0",
        "tables=many",
        "facts_depth=76",
    ] {
        let refused = run(home.path(), &["profile", "a.zip", "--limit", wrong]);
        assert!(
            refused.code == Some(2) && refused.said.contains("unpacked_mib"),
            "{wrong}: {}",
            refused.said
        );
    }
    // In a portal, the settings say it.
    let portal = |limits: &str| {
        let settings = format!("[portal]\ntitle = \"P\"\nlanguages = [\"en\"]\n{limits}");
        fs::write(home.path().join("tragaluz.toml"), settings).unwrap();
        run(home.path(), &["check"]).said
    };
    fs::create_dir_all(home.path().join("data/x")).unwrap();
    fs::write(
        home.path().join("data/x/deep.json"),
        format!("[{{\"a\":{}1{}}}]", "[".repeat(600), "]".repeat(600)),
    )
    .unwrap();
    assert!(portal("").contains("more than 512 deep"));
    assert!(!portal("[limits]\ndepth = 700\n").contains("data-unreadable"));
    assert!(portal("[limits]\ndepth = 0\n").contains("a whole number from 1 to 100000"));
    assert!(portal("[limits]\ndeep = 3\n").contains("unknown-fact"));
}

#[test]
fn workbooks_are_not_believed() {
    let far = |rows: u32| -> String {
        (1..=rows)
            .map(|n| {
                format!("<row r='{n}'><c r='A{n}'><v>1</v></c><c r='XFD{n}'><v>2</v></c></row>")
            })
            .collect()
    };
    let one =
        "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2'><v>1</v></c></row>";
    ends(
        "count.xlsx",
        &xlsx(one, &texts("18446744073709551615", "<si><t>a</t></si>")),
        None,
    );
    ends(
        "dimension.xlsx",
        &xlsx(
            &format!("{one}<row r='1048576'><c r='A1048576'><v>3</v></c></row>"),
            &texts("1", "<si><t>a</t></si>"),
        ),
        None,
    );
    ends(
        "far.xlsx",
        &xlsx(&far(2000), &texts("0", "")),
        Some("cells"),
    );
    let long = format!("<si><t>{}</t></si>", "a".repeat(1 << 20));
    let meant: String = (1..=5000)
        .map(|n| format!("<row r='{n}'><c r='A{n}' t='s'><v>0</v></c></row>"))
        .collect();
    ends(
        "meant.xlsx",
        &xlsx(&meant, &texts("1", &long)),
        Some("cells"),
    );
    ends(
        "texts.xlsx",
        &xlsx(one, &texts("1", &"<si><t/></si>".repeat(3_000_000))),
        Some("held_mib"),
    );
    ends(
        "wide.xlsx",
        &xlsx("<row r='1'><c r='ZZZ1'><v>1</v></c></row>", &texts("0", "")),
        Some("columns"),
    );
}

#[test]
fn old_workbooks_are_not_believed() {
    ends("good.xls", &xls(&[(0, 0), (1, 0), (2, 0)], (3, 1)), None);
    ends(
        "stated.xls",
        &xls(&[(0, 0), (1, 0), (2, 0)], (u32::MAX, u16::MAX)),
        None,
    );
    ends(
        "corners.xls",
        &xls(&[(0, 0), (65_535, 255)], (2, 2)),
        Some("held_mib"),
    );
    ends(
        "wide.xls",
        &xls(&[(0, 0), (65_535, 0), (0, 255)], (2, 2)),
        Some("held_mib"),
    );
}

#[test]
fn documents_of_repetitions_are_not_believed() {
    ends(
        "rows.ods",
        &ods(&ods_row(16_000_000, 2, "a")),
        Some("cells"),
    );
    ends(
        "cells.ods",
        &ods(&ods_row(1000, 16_384, "a")),
        Some("cells"),
    );
    ends(
        "texts.ods",
        &ods(&ods_row(100_000, 3, &"a".repeat(100_000))),
        Some("cells"),
    );
    ends(
        "wide.ods",
        &ods(&ods_row(1, 1_000_000, "a")),
        Some("columns"),
    );
    let blank = "<table:table-row table:number-rows-repeated='16000000'><table:table-cell/></table:table-row>";
    ends(
        "blank.ods",
        &ods(&format!(
            "{}{}{}",
            ods_row(1, 1, "a"),
            blank.repeat(40),
            ods_row(1, 1, "b")
        )),
        Some("cells"),
    );
    // Repetitions that a spreadsheet program writes are read.
    ends(
        "good.ods",
        &ods(&format!("{}{}", ods_row(1, 3, "a"), ods_row(2000, 3, "1"))),
        None,
    );
    let far = "<Row><Cell><Data ss:Type='String'>a</Data></Cell></Row>\
         <Row ss:Index='900000'><Cell ss:Index='16000'><Data ss:Type='String'>b</Data></Cell></Row>";
    ends("far.xml", &xml_2003(far), None);
    let wide: String = (0..100)
        .map(|_| "<Row><Cell ss:Index='16000'><Data ss:Type='String'>b</Data></Cell></Row>")
        .collect();
    // Each of its bytes comes to two hundred blank cells, which is bearable.
    ends("wide.xml", &xml_2003(&wide), None);
    let over = "<Row><Cell ss:Index='18446744073709551615' ss:MergeAcross='18446744073709551615'/><Cell><Data \
         ss:Type='String'>b</Data></Cell></Row>";
    ends("over.xml", &xml_2003(over), Some("columns"));
}

#[test]
fn depth_is_bounded_in_every_reader_of_data() {
    let deep =
        |open: &str, close: &str| format!("{}1{}", open.repeat(20_000), close.repeat(20_000));
    ends("lists.json", deep("[", "]").as_bytes(), Some("depth"));
    ends(
        "objects.json",
        deep("{\"a\":", "}").as_bytes(),
        Some("depth"),
    );
    ends(
        "mixed.json",
        deep("[{\"a\":[", "]}]").as_bytes(),
        Some("depth"),
    );
    ends(
        "cell.json",
        format!("[{{\"a\":{}}}]", deep("[", "]")).as_bytes(),
        Some("depth"),
    );
    ends(
        "second.json",
        format!("[[1],{}]", deep("[", "]")).as_bytes(),
        Some("depth"),
    );
    ends("open.json", "[".repeat(20_000).as_bytes(), Some("depth"));
    ends(
        "lines.ndjson",
        format!("{{\"a\":1}}\n{{\"a\":{}}}\n", deep("[", "]")).as_bytes(),
        Some("depth"),
    );
    let shape = format!(
        "{{\"type\":\"Polygon\",\"coordinates\":{}}}",
        deep("[", "]")
    );
    let feature =
        format!("{{\"type\":\"Feature\",\"properties\":{{\"a\":1}},\"geometry\":{shape}}}");
    let all = format!("{{\"type\":\"FeatureCollection\",\"features\":[{feature}]}}");
    ends("shapes.geojson", all.as_bytes(), Some("depth"));
    // Markup in markup is read as words: nothing is on a stack.
    ends(
        "nested.html",
        format!(
            "<table><tr><td>a<tr><td>{}</table>",
            "<table><tr><td>".repeat(20_000) + &"</table>".repeat(20_000)
        )
        .as_bytes(),
        None,
    );
    let paragraphs = "<text:span>".repeat(20_000) + "b" + &"</text:span>".repeat(20_000);
    ends(
        "nested.ods",
        &ods(&format!(
            "{}{}",
            ods_row(1, 1, "a"),
            ods_row(1, 1, &paragraphs)
        )),
        None,
    );
    let tags = "<b>".repeat(20_000) + "b" + &"</b>".repeat(20_000);
    ends(
        "nested.xml",
        &xml_2003(&format!(
            "<Row><Cell><Data>a</Data></Cell></Row><Row><Cell><Data>{tags}</Data></Cell></Row>"
        )),
        None,
    );
}

#[test]
fn bombs_and_short_rows_are_refused() {
    ends(
        "bomb.csv.gz",
        &gzipped("0\n".repeat(20 << 20).as_bytes()),
        Some("unpacked_mib"),
    );
    ends(
        "bomb.zip",
        &zipped([("a.csv".to_owned(), "0\n".repeat(20 << 20).as_bytes())]),
        Some("unpacked_mib"),
    );
    let twice = gzipped("0\n".repeat(40 << 20).as_bytes());
    ends(
        "twice.zip",
        &zipped([("a.csv.gz".to_owned(), twice.as_slice())]),
        Some("unpacked_mib"),
    );
    ends("ragged.csv", &ragged(16_000, 3000), Some("cells"));
    let wide = "<td rowspan=65534 colspan=1000>a".repeat(16);
    let spans = format!("<html><table><tr>{wide}{}", "<tr><td>b".repeat(1500));
    ends("spans.html", spans.as_bytes(), Some("cells"));
    // A cell further right in every row than in the one above.
    ends(
        "steps.csv",
        (1..400)
            .map(|n| format!("{}1\n", ",".repeat(n)))
            .collect::<String>()
            .as_bytes(),
        None,
    );
}

/// Runs something of this size and of four times this size: it must take about four times as long, and no more memory than
/// is allowed. What takes time with the square takes sixteen times as long.
fn grows_with_its_size(name: &str, size: usize, prepare: impl Fn(&Path, usize), args: &[&str]) {
    if require(
        Tool::PROC,
        Path::new("/proc/self/stat").is_file().then_some(()),
    )
    .is_none()
    {
        return;
    }
    let took = |size: usize| {
        let home = tempfile::tempdir().unwrap();
        prepare(home.path(), size);
        let run = run(home.path(), args);
        assert!(run.peak <= MOST, "{name}, {size}: {} KiB", run.peak);
        assert!(
            run.code.is_some_and(|code| code < 2),
            "{name}, {size}: {:?} {}",
            run.code,
            run.said
        );
        run.ticks
    };
    let (small, large) = (took(size), took(size * 4));
    // A tenth of a second is what starting takes, and measuring errs by.
    assert!(
        large <= 7 * small + 10,
        "{name}: {small} hundredths of a second at {size}, {large} at {}",
        size * 4
    );
}

fn portal(home: &Path, page: &str) {
    fs::create_dir_all(home.join("content")).unwrap();
    fs::write(
        home.join("tragaluz.toml"),
        "[portal]\ntitle = \"P\"\nlanguages = [\"en\"]\n",
    )
    .unwrap();
    fs::write(
        home.join("content/a.md"),
        format!("---\ntitle: A\n---\n{page}"),
    )
    .unwrap();
}

#[test]
fn repeated_column_names_take_time_with_their_number() {
    let header = |home: &Path, n: usize| {
        fs::write(
            home.join("a.csv"),
            format!("{}\n{}\n", vec!["c"; n].join(","), vec!["1"; n].join(",")),
        )
        .unwrap();
    };
    grows_with_its_size("one name", 4096, header, &["profile", "a.csv"]);
    let extra = |home: &Path, n: usize| {
        fs::write(
            home.join("a.csv"),
            format!("a,b\n{}1\n", "1,".repeat(n - 1)),
        )
        .unwrap();
    };
    grows_with_its_size("columns without a name", 4096, extra, &["check", "a.csv"]);
    let keys = |home: &Path, n: usize| {
        fs::write(
            home.join("a.json"),
            format!("[{{{}\"b\":1}}]", "\"a\":1,".repeat(n - 1)),
        )
        .unwrap();
    };
    grows_with_its_size("one key", 4096, keys, &["check", "a.json"]);
}

#[test]
fn repeated_headings_take_time_with_their_number() {
    for heading in ["## Agua\n\n", "### Agua\n\n", "# Agua\n\n"] {
        grows_with_its_size(
            heading.trim(),
            4000,
            |home, n| portal(home, &heading.repeat(n)),
            &["check"],
        );
    }
}

#[test]
fn unclosed_marks_take_time_with_their_number() {
    for mark in [
        "<b>",
        "<div>\n",
        "<p><table><td>",
        "<a href=x>",
        "[",
        "![",
        "*a ",
        "> ",
        "- ",
        "`a ",
        "<!--",
    ] {
        grows_with_its_size(
            mark,
            1000,
            |home, n| portal(home, &mark.repeat(n)),
            &["check"],
        );
    }
}

#[test]
fn members_of_a_zip_take_time_with_their_number() {
    let tables = |home: &Path, n: usize| {
        let members = (0..n).map(|n| (format!("t{n}.csv"), &b"a,b\n1,2\n"[..]));
        fs::write(home.join("a.zip"), zipped(members)).unwrap();
    };
    grows_with_its_size(
        "tables",
        1000,
        tables,
        &["profile", "a.zip", "--limit", "tables=100000"],
    );
    let others = |home: &Path, n: usize| {
        let members = (0..n).map(|n| (format!("t{n}.bin"), &b"x"[..]));
        fs::write(
            home.join("a.zip"),
            zipped(members.chain([("a.csv".to_owned(), &b"a\n1\n"[..])])),
        )
        .unwrap();
    };
    grows_with_its_size("other files", 5000, others, &["profile", "a.zip"]);
}

#[test]
fn a_chart_of_a_column_of_texts_takes_no_memory() {
    let rows = |home: &Path, n: usize| {
        portal(home, "");
        let rows = (0..n).map(|n| {
            format!(
                "2024-{:02}-{:02},{n},Remark {n} of its own\n",
                1 + n / 28 % 12,
                1 + n % 28
            )
        });
        fs::create_dir_all(home.join("data/x")).unwrap();
        fs::write(
            home.join("data/x/t.csv"),
            format!("fecha,monto,nota\n{}", rows.collect::<String>()),
        )
        .unwrap();
    };
    grows_with_its_size("remarks", 4000, rows, &["check"]);
}

fn drawing(home: &Path, inner: &str, limits: &str) {
    portal(home, "Text.\n");
    let settings = fs::read_to_string(home.join("tragaluz.toml")).unwrap();
    fs::write(home.join("tragaluz.toml"), settings + limits).unwrap();
    let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
    fs::write(home.join("content/a.svg"), svg).unwrap();
}

#[test]
fn drawings_that_draw_too_much_are_refused() {
    // Each level shows the one below it ten times.
    let levels = |level: &dyn Fn(usize) -> String| (1..30).map(level).collect::<String>();
    let uses = levels(&|n| {
        format!(
            "<g id=\"a{n}\">{}</g>",
            format!("<use href=\"#a{}\"/>", n - 1).repeat(10)
        )
    });
    let patterns = levels(&|n| {
        let rows = format!("<rect fill=\"url(#a{})\"/>", n - 1).repeat(10);
        format!("<pattern id=\"a{n}\">{rows}</pattern>")
    });
    let in_styles = patterns.replace("fill=\"url(", "style=\"fill:url(");
    for (name, inner) in [
        ("uses", &uses),
        ("patterns", &patterns),
        ("styles", &in_styles),
    ] {
        let home = tempfile::tempdir().unwrap();
        drawing(
            home.path(),
            &format!("<g id=\"a0\"><path d=\"M0 0h9\"/></g>{inner}"),
            "",
        );
        let run = run(home.path(), &["build"]);
        assert!(run.peak <= MOST, "{name}: {} KiB", run.peak);
        assert_eq!(run.code, Some(1), "{name}: {}", run.said);
        assert!(
            run.said.contains("drawing-too-large") && run.said.contains("drawing_elements"),
            "{name}: {}",
            run.said
        );
    }
    // Of what is honest the limit can be raised, and lowered for what is not.
    let shapes = "<path d=\"M0 0h9\"/>".repeat(2000);
    for (limits, code) in [
        ("", 0),
        ("[limits]\ndrawing_elements = 1000\n", 1),
        ("[limits]\ndrawing_elements = 3000\n", 0),
    ] {
        let home = tempfile::tempdir().unwrap();
        drawing(home.path(), &shapes, limits);
        let run = run(home.path(), &["build"]);
        assert_eq!(run.code, Some(code), "{limits}: {}", run.said);
    }
    let home = tempfile::tempdir().unwrap();
    drawing(
        home.path(),
        &format!("<desc>{}</desc>", "a".repeat(2 << 20)),
        "[limits]\ndrawing_mib = 1\n",
    );
    let run = run(home.path(), &["build"]);
    assert!(
        run.code == Some(1) && run.said.contains("drawing_mib"),
        "{}",
        run.said
    );
}

#[test]
fn drawings_take_time_with_their_size() {
    for (name, part) in [
        ("shapes", "<path d=\"M0 0h9\" onclick=\"x\"/>"),
        ("uses", "<g id=\"a\"><use href=\"#b\"/></g><path id=\"b\"/>"),
        ("scripts", "<script>alert(1)</script>"),
        ("rules", "<style>.a{fill:url(#b)}</style>"),
        ("words", "<text>a &amp; b<tspan>c</tspan></text>"),
        ("wrappers", "<a href=\"javascript:x\"><path/></a>"),
    ] {
        let many = |home: &Path, n: usize| {
            drawing(
                home,
                &part.repeat(n),
                "[limits]\ndrawing_elements = 900000000\n",
            );
        };
        grows_with_its_size(name, 20_000, many, &["build", "--no-cache"]);
    }
    // Each shows the next.
    let row = |home: &Path, n: usize| {
        let uses: String = (0..n)
            .map(|n| format!("<use id=\"a{n}\" href=\"#a{}\"/>", n + 1))
            .collect();
        drawing(home, &uses, "[limits]\ndrawing_elements = 900000000\n");
    };
    grows_with_its_size("a row", 5_000, row, &["check"]);
}
