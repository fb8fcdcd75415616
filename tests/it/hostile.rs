//! A portal that does everything a page may not break on: words of 300 letters, no milestones, 60 columns, one row,
//! markup in cells, writing from right to left, emoji, long lists; in English and in a made-up language that is
//! written from right to left.
#![allow(dead_code, reason = "not every test uses every part")]

use crate::driver::{Portal, SETTINGS};
use std::fmt::Write;

/// A word of 300 letters.
pub(crate) fn long_word() -> String {
    "anticonstitucionalidad"
        .repeat(14)
        .chars()
        .take(300)
        .collect()
}

/// 300 letters in words.
pub(crate) fn long_title() -> String {
    "Fortalecer los medios de acceso a la información y los datos "
        .repeat(5)
        .chars()
        .take(300)
        .collect()
}

/// Text that tries to be markup, and other things that a cell may hold.
pub(crate) const CELLS: &[&str] = &[
    "<script>alert('x')</script>",
    "<img src=x onerror=alert(1)>",
    "<b>bold</b> & <i>open",
    "\"quoted\", with commas",
    "=1+1",
    "بيانات مفتوحة للجميع",
    "👩🏽‍🌾🏳️‍🌈 emoji",
    "Z̴̡a̸l̷g̶o̴",
    "",
    "https://example.org/a/very/long/address/that/no/line/can/hold/without/being/broken/somewhere.html?query=1&more=2",
];

/// Words of the languages of Mexico State, with their own letters: saltillo, barred and underlined vowels, in NFC.
pub(crate) const LANGUAGES: &[(&str, &str)] = &[
    ("nhn", "Tlahtolli ꞌ Nāhuatl, ītōcā altepētl"),
    ("ots", "Ra hñätho, ya ṉꞌyo̱hu̱, ʉ ɛ ɔ"),
    ("maz", "Jñatrjo, nu xørrʼu̷, tsʼikꞌu̱, ɨ"),
    ("mat", "Botꞌuná, in ꞌwëbi"),
    ("ocu", "Pjiekakꞌjoo, ndyii"),
];

/// The portal, with this many small commitments.
pub(crate) fn portal(commitments: usize) -> Portal {
    let settings = SETTINGS
        .replace("\"es\", \"en\"", "\"en\", \"ar\"")
        .replace(
            "{ es = \"Prueba\", en = \"Test\" }",
            &format!("\"{}\"", long_word()),
        )
        .replace(
            "{ es = \"Un portal de prueba.\", en = \"A portal to test with.\" }",
            &format!("\"{}\"", long_title()),
        );
    let settings = format!(
        "{settings}[series.editions]\ntitle = \"{}\"\ndescription = \"{}\"\n",
        long_word(),
        long_title()
    );
    let english = include_str!("../../themes/claro/i18n/en.ftl");
    let portal = Portal::new()
        .file("tragaluz.toml", &settings)
        .file("themes/claro/i18n/ar.ftl", &from_right_to_left(english))
        .file("content/about.md", &page())
        .file("content/commitments/WORDS.md", &commitment(&long_word(), 0))
        .file(
            "content/commitments/TITLE.md",
            &commitment(&long_title(), 30),
        )
        .file("content/commitments/RTL.md", &commitment(CELLS[5], 3))
        .file("content/reports/WORDS-REPORT.md", &report())
        .file(
            "content/action-plans/PLAN.md",
            &format!(
                "---\ntitle: {}\nlocality: TOWN\nstart: 2021\nend: 2022\n---\n",
                long_word()
            ),
        )
        .file(
            "content/localities/TOWN.md",
            &format!("---\ntitle: {}\n---\n", long_word()),
        )
        .file(
            "content/initiatives/WIDE.md",
            &format!(
                "---\ntitle: {}\nsummary: {}\n---\n{}\n",
                long_word(),
                long_word(),
                long_word()
            ),
        );
    datasets(&portal);
    for i in 0..commitments {
        let facts = format!(
            "---\ntitle: Commitment {i}\nlocality: TOWN\nstart: 2021-01\nend: 2022-06\nsector: public\npolicy_areas: [area-{}]\n\
             milestones:\n  - {{number: 1, text: One, status: finished}}\n---\n## Problem\n\nShort.\n",
            i % 30
        );
        portal.write(&format!("content/commitments/C{i:05}.md"), facts.as_bytes());
    }
    portal
}

fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}

fn commitment(title: &str, milestones: usize) -> String {
    let word = long_word();
    let mut text = format!(
        "---\ntitle: {}\nsummary: {}\nlocality: TOWN\naction_plans: [PLAN]\nstart: 2021-01\nend: 2022-06\nupdated: 2024-01-01\n\
         institutions: [{{name: {word}, role: lead}}, {{name: {}}}]\npolicy_areas: [{word}]\nsector: {word}\n\
         values: [{{value: access-to-information, reason: {word}}}]\ndatasets: [wide]\n\
         sources: [{{title: {word}, url: \"https://example.org/{word}\"}}]\n",
        quoted(title),
        quoted(&format!("{word} {}", CELLS[5])),
        quoted(CELLS[0]),
    );
    for n in 1..=milestones {
        let heading = if n == 1 { "milestones:\n" } else { "" };
        let status = [
            "not-started",
            "in-progress",
            "stuck",
            "finished",
            "incomplete",
            "not-reported",
        ][n % 6];
        writeln!(
            text,
            "{heading}  - {{number: {n}, text: {}, start: 2021-01, end: 2022-06, status: {status}, evidence: [{{title: {word}, url: \"https://example.org/{word}.pdf\"}}]}}",
            quoted(CELLS[n % CELLS.len()].trim_matches(' ')).replace("\"\"", "\"One\"")
        )
        .unwrap();
    }
    let languages: String = LANGUAGES
        .iter()
        .map(|(lang, words)| format!("<p lang=\"{lang}\">{words}</p>\n\n"))
        .collect();
    format!(
        "{text}---\n## Problem\n\n{word}\n\n## {word}\n\n- {word}\n  - {word}\n    - {word}\n\n{languages}"
    )
}

fn report() -> String {
    let word = long_word();
    format!(
        "---\ntitle: {word}\ncommitment: WORDS\nlocality: TOWN\naction_plan: PLAN\nevaluators: [{word}]\ncompletion: limited\nas_planned: some\n\
         answers:\n  - {{question: \"2.1.1\", answer: yes, degree: major}}\n  - {{question: \"2.2\", answer: no}}\nupdated: 2024-01-01\n---\n\
         ## {word} {{#q1-1}}\n\n{word}\n"
    )
}

/// Markdown of every kind, each with a word that fits nowhere.
fn page() -> String {
    let word = long_word();
    let wide = format!(
        "| {} |\n|{}\n| {} |\n",
        vec!["Column"; 40].join(" | "),
        "---|".repeat(40),
        vec!["cell"; 40].join(" | ")
    );
    format!(
        "---\ntitle: {word}\nmenu: yes\nsummary: {word}\n---\n\n# {word}\n\n{word}\n\n> {word}\n>\n> > {word}\n\n1. {word}\n   1. {word}\n      1. {word}\n\n\
         `{word}`\n\n```\n{word}\n```\n\n| {word} | b |\n|---|--:|\n| {word} | {word} |\n\n{wide}\n\nTerm\n: {word}\n\n[{word}](https://example.org/{word})\n\n\
         <div dir=\"rtl\" lang=\"ar\">{}</div>\n\nA note.[^{word}]\n\n[^{word}]: {word}\n\n```chart\ndata: wide/wide\ntype: bars\nx: c0\ny: c1\n```\n",
        CELLS[5]
    )
}

fn datasets(portal: &Portal) {
    let word = long_word();
    let mut wide = (0..60)
        .map(|i| format!("c{i}"))
        .collect::<Vec<_>>()
        .join(",");
    wide.push('\n');
    for row in 0..30 {
        let cells: Vec<String> = (0..60)
            .map(|i| match i {
                0 => format!(
                    "\"{} {row}\"",
                    CELLS[row % CELLS.len()].replace('"', "\"\"")
                ),
                1..=40 => (row * 1000 + i).to_string(),
                41 => word.clone(),
                i => format!(
                    "\"{}\"",
                    CELLS[(row + i) % CELLS.len()].replace('"', "\"\"")
                ),
            })
            .collect();
        wide.push_str(&cells.join(","));
        wide.push('\n');
    }
    let facts = |file: &str| {
        format!(
            "---\ntitle: {word}\nsummary: {word}\nkeywords: [{word}]\nseries: editions\nmodified: 2024-01-01\nprovenance: {word}\nlimits: {word}\nrow_is: {word}\n\
         spatial: {{name: {word}}}\nresources:\n  - name: {}\n    path: {file}\n    title: {word}\n    description: {word}\n---\n{word}\n",
            file.trim_end_matches(".csv")
        )
    };
    portal.write("data/wide/dataset.md", facts("wide.csv").as_bytes());
    portal.write("data/wide/wide.csv", wide.as_bytes());
    portal.write("data/one/dataset.md", facts("one.csv").as_bytes());
    portal.write("data/one/one.csv", format!("{word}\n{word}\n").as_bytes());
    let mut long = String::from("id,name,lat,lon,amount,day\n");
    for i in 0..300 {
        writeln!(
            long,
            "{i:03},{} {i},{},{},{},2024-01-{:02}",
            if i % 50 == 0 { word.as_str() } else { "Name" },
            19 + i % 5,
            -99 - i % 5,
            i * 37,
            i % 28 + 1
        )
        .unwrap();
    }
    portal.write("data/long/dataset.md", facts("long.csv").as_bytes());
    portal.write("data/long/long.csv", long.as_bytes());
}

/// The messages of a language, as they would be in one that is written from right to left: every Latin letter outside
/// of Fluent's own marks becomes an Arabic one.
pub(crate) fn from_right_to_left(english: &str) -> String {
    let letters: Vec<char> = "ابجدهوزحطيكلمنسعفصقرشتثخذض".chars().collect();
    let mut out = String::new();
    for line in english.lines() {
        let indent = line.len() - line.trim_start().len();
        let (mark, words) = match (line.find("= "), line.find("] ")) {
            _ if line.starts_with('#') => (line, ""),
            (Some(at), _) if indent == 0 && !line.starts_with("number-") => line.split_at(at + 2),
            (_, Some(at))
                if indent > 0 && matches!(line.trim_start().as_bytes()[0], b'[' | b'*') =>
            {
                line.split_at(at + 2)
            }
            _ if indent > 0 => line.split_at(indent),
            _ => (line, ""),
        };
        out.push_str(mark);
        let mut depth = 0_usize;
        for c in words.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let at = (c.to_ascii_lowercase() as usize).wrapping_sub('a' as usize);
            out.push(if depth == 0 {
                letters.get(at).copied().unwrap_or(c)
            } else {
                c
            });
        }
        out.push('\n');
    }
    out
}
