//! Figures in texts: they are held against the data, filled in, and lead to the row; what is wrong is told with both values.

use crate::driver::{BuiltPortal, Portal};

const SCORES: &str = "state,year,score,share,note\nPuebla,2019,0.35,0.393,a\nPuebla,2021,0.38,0.4,b\n\
    Oaxaca,2019,1234.50,,\"c, d\"\nOaxaca,2021,-2,0.5,e\n";

/// A portal whose page says this, in Spanish.
fn saying(text: &str) -> Portal {
    Portal::new()
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file(
            "data/metric/dataset.md",
            "---\ntitle: Métrica\nlanguage: es\n---\nCifras.\n",
        )
        .file("data/metric/scores.csv", SCORES)
        .file(
            "content/cifras.md",
            &format!("---\ntitle: Cifras\n---\nuno\n\ndos {text}\n"),
        )
}

/// What is said of figures, in English: the code, the place in the text, and the words.
fn told(built: &BuiltPortal) -> Vec<String> {
    let speech = tragaluz::diag::Speech::for_locale("en");
    let of_figures = built
        .findings
        .iter()
        .filter(|d| d.code.id.starts_with("figure-"));
    of_figures
        .map(|d| {
            let (line, column) = d.place.as_ref().map_or((0, 0), |p| (p.line, p.column));
            format!("{} {line}:{column} {}", d.code.id, speech.message(d))
        })
        .collect()
}

#[test]
fn words_that_say_what_the_data_say_are_left_as_they_are() {
    let cases = [
        ("0.35", "score?state=Puebla&year=2019"),
        ("0.4", "score?state=Puebla&year=2021"),
        ("MXN 1,234.5", "score?state=Oaxaca&year=2019"),
        ("1234", "score?state=Oaxaca&year=2019"),
        ("−2.0", "score?note=e"),
        ("39.3 %", "share?state=Puebla&year=2019"),
        ("39 por ciento", "share?state=Puebla&year=2019"),
        ("c, d", "note?state=Oaxaca&year=2019"),
        ("0.73", "sum(score)?state=Puebla"),
        ("1,233.23", "sum(score)?state=Puebla&state=Oaxaca"),
        ("0.365", "mean(score)?state=Puebla"),
        ("0.365", "median(score)?year=2019&year=2021"),
        ("-2", "min(score)"),
        ("1,234.50", "max(score)"),
        ("3", "count(share)"),
        ("2", "count()?year=2021"),
        ("0.03", "change(score)?state=Puebla&year=2019&year=2021"),
        ("-0.03", "change(score)?state=Puebla&year=2021&year=2019"),
        ("109 %", "ratio(score)?state=Puebla&year=2019&year=2021"),
    ];
    let all: Vec<String> = cases
        .iter()
        .map(|(words, query)| format!("[{words}](<figure:metric/{query}>)"))
        .collect();
    let built = saying(&all.join(" ")).into_built();
    assert_eq!(told(&built), Vec::<String>::new());
    let page = built.text("cifras.html");
    for (words, _) in cases {
        let link = format!("<a href=\"datasets/metric/index.html\">{words}</a>");
        assert!(page.contains(&link), "{words}: {page}");
    }
}

#[test]
fn a_link_without_words_is_filled_in_in_the_language_of_the_page() {
    let text = "[](figure:metric/score?note=c,%20d), [](figure:metric/mean(score)?state=Puebla), \
                [](figure:metric/ratio(score)?state=Puebla&year=2019&year=2021), [](figure:metric/scores/note?year=2021&state=Puebla).";
    let built = saying(text).into_built();
    assert_eq!(told(&built), Vec::<String>::new());
    let page = built.text("cifras.html");
    for words in ["1,234.50", "0.365", "1.0857", "b"] {
        let link = format!("<a href=\"datasets/metric/index.html\">{words}</a>");
        assert!(page.contains(&link), "{words}: {page}");
    }
}

#[test]
fn each_fault_is_told_with_its_place_and_both_values() {
    let cases = [
        (
            "[0.36](<figure:metric/score?state=Puebla&year=2019>)",
            "figure-differs 6:5 The text says “0.36”, and the data say 0.35: data/metric/scores.csv, row 1, column “score”.",
        ),
        (
            "[0.8](<figure:metric/sum(score)?state=Puebla>)",
            "figure-differs 6:5 The text says “0.8”, and the data say 0.73: column “score” of data/metric/scores.csv, 2 rows.",
        ),
        (
            "[3](<figure:metric/count()?year=2021>)",
            "figure-differs 6:5 The text says “3”, and the data say 2: 2 rows of data/metric/scores.csv.",
        ),
        (
            "[39.4 %](<figure:metric/share?state=Puebla&year=2019>)",
            "figure-differs 6:5 The text says “39.4 %”, and the data say 0.393: data/metric/scores.csv, row 1, column “share”.",
        ),
        (
            "[](<figure:metric/share?state=Oaxaca&year=2019>)",
            "figure-without-number 6:5 data/metric/scores.csv, row 3, column “share” is empty.",
        ),
        (
            "[1](<figure:metric/sum(note)>)",
            "figure-without-number 6:5 data/metric/scores.csv, row 1, column “note” says “a”, which is no number.",
        ),
        (
            "[1](<figure:metric/score?state=Puebla>)",
            "figure-several 6:5 2 rows have these values, and the link chooses no single one.",
        ),
        (
            "[1](<figure:metric/score?state=puebla&year=2019>)",
            "figure-absent 6:5 The figure that this link leads to is not in the data: no row has these values.",
        ),
        (
            "[1](<figure:metric/scor?state=Puebla>)",
            "figure-absent 6:5 The figure that this link leads to is not in the data: the table has no column “scor”; did you mean “score”?",
        ),
        (
            "[1](<figure:metrics/score?state=Puebla>)",
            "figure-absent 6:5 The figure that this link leads to is not in the data: there is no dataset “metrics”; did you mean “metric”?",
        ),
        (
            "[from 0.35 to 0.38](<figure:metric/score?state=Puebla&year=2019>)",
            "figure-words 6:5 The words of this link, “from 0.35 to 0.38”, should be one number.",
        ),
        (
            "[1](<figure:metric>)",
            "figure-unreadable 6:5 The link figure:metric does not say which figure of the data it leads to.",
        ),
    ];
    for (text, wanted) in cases {
        let plain: Vec<String> = told(&saying(text).build())
            .into_iter()
            // Marks of direction around what is put in.
            .map(|said| said.replace(['\u{2068}', '\u{2069}'], ""))
            .collect();
        assert_eq!(plain, [wanted], "{text}");
    }
}

#[test]
fn a_figure_leads_to_its_row_where_rows_have_pages() {
    let mut rows = String::from("code,name,amount\n");
    for code in 1..=400 {
        rows.push_str(&format!("c{code},name {},{}.50\n", code % 7, code * 3));
    }
    let built = saying("[1,050.5](<figure:long/amount?code=c350>).")
        .file(
            "data/long/dataset.md",
            "---\ntitle: Larga\nlanguage: es\n---\nCifras.\n",
        )
        .file("data/long/rows.csv", &rows)
        .into_built();
    assert_eq!(told(&built), Vec::<String>::new());
    let page = built.text("cifras.html");
    let before = page.split("\">1,050.5</a>").next().unwrap_or_default();
    let href = before.rsplit("href=\"").next().unwrap_or_default();
    let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
    assert_eq!(anchor, "r-350", "{href}");
    let there = built.text(path);
    let row = there.split("id=\"r-350\"").nth(1).unwrap_or_default();
    assert!(
        row.contains("c350") && row.find("c350") < row.find("c351"),
        "{path}"
    );
    assert_eq!(
        there.matches("id=\"r-").count(),
        1,
        "only a row that is led to has an anchor"
    );
}

#[test]
fn what_charts_say_is_held_against_the_data_and_filled_in() {
    let chart = |title: &str| {
        format!(
            "\n\n```chart\ndata: metric\ntype: columns\nx: note\ny: score\ntitle: {title}\nnote: En 2019 fue \"[](<figure:metric/score?state=Puebla&year=2019>)\".\n```\n"
        )
    };
    let built = saying(&chart(
        "Puebla [](<figure:metric/score?state=Puebla&year=2021>)",
    ))
    .into_built();
    assert_eq!(told(&built), Vec::<String>::new());
    let page = built.text("cifras.html");
    assert!(
        page.contains("Puebla 0.38") && page.contains("En 2019 fue"),
        "{page}"
    );
    assert!(page.contains("0.35") && !page.contains("figure:"), "{page}");
    let built = saying(&chart(
        "Puebla [0.39](<figure:metric/score?state=Puebla&year=2021>)",
    ))
    .into_built();
    let told = told(&built);
    assert!(
        told.len() == 1 && told[0].starts_with("figure-differs 13:"),
        "{told:?}"
    );
}
