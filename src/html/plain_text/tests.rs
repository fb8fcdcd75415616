//! Tests of the plain-text edition.

use super::*;

fn words() -> Words {
    Words {
        removed: "removed".into(),
        added: "added".into(),
        note: "note".into(),
    }
}

fn edition(html: &str, base: Option<&str>) -> String {
    text_edition(html, &words(), &Lines::default(), base)
}

fn plain(html: &str) -> String {
    let text = edition(html, None);
    text.strip_prefix(BYTE_ORDER_MARK)
        .expect("the mark comes first")
        .to_owned()
}

#[test]
fn a_page_reads_as_text() {
    let page = r##"<!doctype html><html><head><title>no</title><style>no{}</style></head><body>
        <header><a href="index.html">no</a></header>
        <main id="main"><h1>Los  jóvenes
        proponen</h1><p>In <b>brief</b>: see <a href="../data/x.csv">the  data</a> or
        <a href="#y">below</a>.<br>Next line.</p><h2 id=y>Milestones</h2>
        <ol><li>First<li value=3><p>Third</p><ul><li>inner</li></ul></li></ol>
        <dl><div><dt>Start</dt><dd>2022-02</dd></div><dt>End:</dt><dd>2024</dd></dl>
        <p hidden>no</p><span aria-hidden="true">no</span><script>no()</script>
        <p>Ask <a href="mailto:a@b.example">a@b.example</a>, see <a href="../data/x.csv">again</a>.</p></main>
        <footer>no</footer></body></html>"##;
    let expected = "Los jóvenes proponen\n====================\n\nIn brief: see the data [1] or below.\nNext line.\n\n\
                    Milestones\n----------\n\n1. First\n\n3. Third\n\n   - inner\n\nStart: 2022-02\nEnd: 2024\n\n\
                    Ask a@b.example, see again [1].\n\n[1] ../data/x.csv\n";
    assert_eq!(plain(page), expected);
}

#[test]
fn narrow_tables_are_columns_and_wide_ones_lists() {
    let narrow = "<main><table><caption>Scores</caption><thead><tr><th>State</th><th>Score</th></tr></thead>\
                  <tbody><tr><th scope=row>Nuevo León</th><td>0.10</td></tr><tr><th scope=row>Oaxaca</th><td>12.5</td></tr>";
    assert_eq!(
        plain(narrow),
        "Scores\n\nState       Score\n----------  -----\nNuevo León   0.10\nOaxaca       12.5\n"
    );
    let long = "word ".repeat(20);
    let wide = format!(
        "<main><table><tr><th>A<th>B</tr><tr><td>{long}<td>x</tr><tr><td>y<td></tr></table>"
    );
    let text = plain(&wide);
    assert_eq!(
        text,
        format!(
            "A: {}
  {}
B: x

A: y
",
            "word ".repeat(14).trim(),
            "word ".repeat(6).trim()
        )
    );
}

#[test]
fn lines_are_wrapped_and_top_lines_stand_first() {
    let long = "<main><p>".to_owned()
        + &"palabra ".repeat(50)
        + "<a href='https://a.example/"
        + &"x".repeat(100)
        + "'>y</a>";
    let lines = Lines {
        top: vec!["https://a.example/p.html".to_owned(), "2024-02".to_owned()],
        foot: vec![
            "Published by ".to_owned() + &"An Office ".repeat(10),
            "Licence: CC0".to_owned(),
        ],
    };
    let text = text_edition(&long, &words(), &lines, None);
    assert!(
        text.contains("\n-- \nPublished by An Office") && text.ends_with("\nLicence: CC0\n"),
        "{text}"
    );
    assert!(text.starts_with("\u{feff}https://a.example/p.html\n2024-02\n\npalabra"));
    assert!(
        text.lines()
            .filter(|l| !l.contains("xxx"))
            .all(|l| wrap::width(l) <= WIDTH)
    );
}

#[test]
fn links_become_full_addresses_where_the_page_has_one() {
    let page = "<main><a href='../../d/x.csv'>a</a> <a href='y.html#z'>b</a> <a href='https://o.example/'>c</a>";
    let text = edition(page, Some("https://a.example/p/en/c/q.html"));
    assert!(text.ends_with(
        "\n[1] https://a.example/p/d/x.csv\n[2] https://a.example/p/en/c/y.html#z\n[3] https://o.example/\n"
    ));
}

#[test]
fn charts_forms_quotes_and_code() {
    let page = "<main><figure><figcaption>Claim</figcaption><svg role=img><title>Line</title><desc>From 1 to 2.</desc>\
                <path d='M0'/><text>no</text></svg><details><summary>Data</summary><table><tr><td>1</td></tr></table>\
                </details></figure><label><input type=radio> Yes</label><blockquote><p>Said</p></blockquote>\
                <pre><code>a\n  b\n</code></pre><hr><img src=x alt='A map'>";
    assert_eq!(
        plain(page),
        "Claim\n\nLine. From 1 to 2.\n\nData\n\n1\n\n[ ] Yes\n\n> Said\n\n    a\n      b\n\n--------------------\n\n[A map]\n"
    );
}

#[test]
fn hostile_pages_end() {
    let deep = "<main>".to_owned() + &"<div><ul><li>".repeat(5_000) + "end";
    assert!(plain(&deep).contains("end"));
    let odd = "<main></p></x><td>a<tr><dd>b<li>\u{1b}[2Jc\u{0}&#0;<a href='java\nscript:x'>d</a><table colspan=99999999><td colspan=999999999>";
    let text = plain(odd);
    assert!(
        !text.contains('\u{1b}') && text.contains('a') && text.contains('d'),
        "{text}"
    );
}

proptest::proptest! {
    #[test]
    fn any_text_is_taken(html in "[<>/a-z= \"&;é\n]{0,300}") {
        let text = edition(&format!("<main>{html}"), None);
        proptest::prop_assert!(text.starts_with(BYTE_ORDER_MARK));
    }
}

#[test]
fn facts_side_by_side_are_told_apart() {
    let page = "<main><nav><ol><li><a href=i.html>Home</a></li> <li>Here</li></ol></nav>\
                <p><span><i aria-hidden=true>?</i> Not reported</span> <span>Updated <time>2024</time></span></p>\
                <p>Write to <a href='mailto:a@b.example?subject=x'>a@b.example</a> <b>now</b></p>";
    assert_eq!(
        plain(page),
        "Home [1] › Here\n\nNot reported · Updated 2024\n\nWrite to a@b.example now\n\n[1] i.html\n"
    );
}

/// What a page says by an element alone is said in words or signs that a line of text has.
#[test]
fn nothing_hangs_on_an_element_alone() {
    for (html, text) in [
        (
            "<p>the <del>old</del> <ins>new</ins> <s>gone</s> rule</p>",
            "the [removed: old] [added: new] [removed: gone] rule",
        ),
        (
            "<p>10 m<sup>2</sup>, 2<sup>-3</sup>, 1<sup>er</sup>, H<sub>2</sub>O, x<sub>max</sub></p>",
            "10 m², 2⁻³, 1^(er), H₂O, x_(max)",
        ),
        (
            "<p>See<sup><a href='#note-1' id=ref-1>1</a></sup>.</p>",
            "See (note 1).",
        ),
        (
            "<p><abbr title='Organización de las Naciones Unidas'>ONU</abbr></p>",
            "ONU (Organización de las Naciones Unidas)",
        ),
        (
            "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>",
            "漢(かん)",
        ),
        (
            "<ul><li><input type=checkbox checked> done<li><input type=checkbox> open</ul>",
            "- [x] done\n- [ ] open",
        ),
        ("<ol reversed><li>c<li>b<li>a</ol>", "3. c\n2. b\n1. a"),
    ] {
        assert_eq!(plain(&format!("<main>{html}</main>")).trim_end(), text);
    }
}

#[test]
fn a_cell_that_covers_several_rows_is_said_in_each() {
    let table = "<main><table><tr><th>Place<th>Year<th>Value</tr>\
                 <tr><td rowspan=2>Toluca<td>2023<td>1</tr><tr><td>2024<td>2</tr><tr><td>Celaya<td colspan=2>none</tr></table>";
    let expected = "Place   Year  Value\n------  ----  -----\nToluca  2023      1\nToluca  2024      2\nCelaya  none\n";
    assert_eq!(plain(table), expected);
}
