//! A site for Hugo of the same texts and facts as the portal, with what its pages have around them: menu, way to the page,
//! style sheet, foot; each commitment also as plain text, JSON and a feed; lists of fifty, groupings, two more orders.

use crate::corpus::{Facts, body, facts, table, write};
use std::path::Path;

const SETTINGS: &str = r#"
baseURL = "https://banco.example/"
title = "Banco de pruebas"
locale = "es"
defaultContentLanguage = "es"
[pagination]
pagerSize = 50
[taxonomies]
institution = "institutions"
area = "areas"
sector = "sectors"
status = "statuses"
year = "years"
[outputFormats.TXT]
mediaType = "text/plain"
isPlainText = true
baseName = "index"
[outputs]
home = ["html", "rss"]
page = ["html", "txt", "json", "rss"]
section = ["html", "txt"]
taxonomy = ["html", "txt"]
term = ["html", "txt", "rss"]
"#;

/// Layouts, by their paths.
const LAYOUTS: &[(&str, &str)] = &[
    ("_default/baseof.html", include_str!("hugo/baseof.html")),
    ("_default/single.html", include_str!("hugo/single.html")),
    ("_default/single.txt", include_str!("hugo/single.txt")),
    ("_default/single.json", include_str!("hugo/single.json")),
    (
        "_default/single.rss.xml",
        include_str!("hugo/single.rss.xml"),
    ),
    ("_default/list.html", include_str!("hugo/list.html")),
    ("_default/list.txt", include_str!("hugo/list.txt")),
    ("partials/lines.html", include_str!("hugo/lines.html")),
];

/// Lists of all commitments in another order: folder, title, and what they are sorted by.
const ORDERS: &[(&str, &str, &str)] = &[
    ("sorted", "Por fecha de término", "end"),
    ("a-z", "Índice A–Z", "title"),
];

/// The style sheet that pages of the portal are given. Each keeps the rules that it can use, somewhat less than half.
const STYLE: &str = include_str!("../../themes/claro/templates/parts/style.css");

/// Writes the site.
pub(crate) fn site(root: &Path, pages: usize, tables: usize) {
    write(root, "hugo.toml", SETTINGS);
    for (path, text) in LAYOUTS {
        write(root, &format!("layouts/{path}"), text);
    }
    let kept: String = STYLE
        .split_inclusive('\n')
        .take(STYLE.lines().count() / 2)
        .collect();
    let style = format!("<style>{kept}</style>");
    write(root, "layouts/partials/style.html", &style);
    for (folder, title, by) in ORDERS {
        let head = format!("---\ntitle: {title}\norder: {by}\n---\n");
        write(root, &format!("content/{folder}/_index.md"), &head);
    }
    for at in 0..pages {
        let facts = facts(at);
        let text = format!("{}{}", head(&facts), body(&facts));
        write(root, &format!("content/commitments/c{at:05}.md"), &text);
    }
    for at in 0..tables {
        let text = format!("---\ntitle: T{at}\n---\n[CSV](t.csv)\n");
        write(root, &format!("content/datasets/t{at:03}.md"), &text);
        write(root, &format!("static/datasets/t{at:03}/t.csv"), &table(at));
    }
}

fn head(facts: &Facts) -> String {
    let milestones = (facts.milestones.iter().enumerate()).map(|(at, text)| {
        format!(
            "  - {{text: {text}, start: 2023-0{}, end: 2023-0{}}}\n",
            at + 1,
            at + 3
        )
    });
    let [a, b] = facts.areas;
    format!(
        "---\ntitle: {}\nsummary: {}\nstart: 2023-01\nend: 2024-06\ndate: 2024-01-01\ninstitutions: [oficina-{}]\n\
         areas: [tema-{a}, tema-{b}]\nsectors: [sector-{}]\nstatuses: [in-progress]\nyears: [\"2024\"]\nmilestones:\n{}---\n",
        facts.title,
        facts.summary,
        facts.institution,
        facts.sector,
        milestones.collect::<String>()
    )
}
