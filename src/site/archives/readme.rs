//! The text to read first in a dataset's ZIP: what the data are, whose, under which licence, and what each column
//! means; in every language of the portal, one after the other.

use super::Say;
use crate::record::{CatalogRecord, Record, TableRecord};
use crate::text::lang::Lang;

/// The whole text. A byte order mark and CRLF: the oldest Notepad shows it as it is.
pub(crate) fn text(record: &CatalogRecord, dataset: &Record, say: Say<'_>) -> String {
    let languages = &record.portal.languages;
    let parts: Vec<String> = languages
        .iter()
        .map(|lang| part(record, dataset, lang, say))
        .collect();
    let text = format!(
        "\u{feff}{}",
        parts.join(&format!("\n{}\n\n", "-".repeat(72)))
    );
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

fn part(record: &CatalogRecord, d: &Record, lang: &Lang, say: Say<'_>) -> String {
    let say = |id: &str| say(lang, id);
    let title = d.title.text(lang);
    let mut out = format!("{title}\n{}\n", "=".repeat(title.chars().count().min(72)));
    let description = d.description.text(lang);
    if !description.is_empty() {
        out.push_str(&format!("\n{description}\n"));
    }
    out.push('\n');
    let mut line = |id: &str, parts: &[&str]| {
        let parts: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
        if !parts.is_empty() {
            out.push_str(&format!("{}: {}\n", say(id), parts.join(" ")));
        }
    };
    line(
        "publisher",
        &[d.publisher.as_ref().map_or("", |p| p.name.text(lang))],
    );
    if let Some(c) = &d.contact {
        let [email, url] = [&c.email, &c.url].map(|a| a.as_deref().unwrap_or_default());
        line("contact", &[c.name.text(lang), email, url]);
    }
    for licence in &d.licenses {
        let name = licence
            .title
            .as_deref()
            .or(licence.name.as_deref())
            .unwrap_or_default();
        line(
            "licence",
            &[name, licence.path.as_deref().unwrap_or_default()],
        );
    }
    for source in &d.origins {
        line(
            "sources",
            &[
                source.title.text(lang),
                source.address().unwrap_or_default(),
            ],
        );
    }
    line(
        "updated",
        &[&d.modified.map(|date| date.to_string()).unwrap_or_default()],
    );
    line("version", &[d.version.as_deref().unwrap_or_default()]);
    line("provenance", &[d.provenance.text(lang)]);
    let page = d
        .pages
        .iter()
        .find(|(l, _)| l == lang)
        .map_or(d.page(), |(_, path)| path);
    line("dataset", &[&record.url(page).unwrap_or_default()]);
    for table in &d.tables {
        dictionary(&mut out, d, table, lang, &say);
    }
    out
}

/// A table: its file, and a line for each column.
fn dictionary(
    out: &mut String,
    d: &Record,
    table: &TableRecord,
    lang: &Lang,
    say: &dyn Fn(&str) -> String,
) {
    let Some(csv) = d.csv_of(&table.name) else {
        return;
    };
    let file = csv.path.rsplit('/').next().unwrap_or_default();
    out.push_str(&format!("\n{file}\n{}\n", "-".repeat(file.chars().count())));
    let title = table.title.text(lang);
    if !title.is_empty() {
        out.push_str(&format!("{title}\n"));
    }
    out.push_str(&format!("{}: {}\n\n", say("rows-label"), table.rows));
    for column in &table.columns {
        let kind = say(&format!("type-{}", column.kind.id()));
        let facts = [
            column.title.text(lang),
            &kind,
            column.unit.as_deref().unwrap_or_default(),
        ];
        let facts: Vec<&str> = facts.into_iter().filter(|f| !f.is_empty()).collect();
        out.push_str(&format!("  {}: {}\n", column.name, facts.join("; ")));
        let meaning = column.description.text(lang);
        if !meaning.is_empty() {
            out.push_str(&format!("      {}\n", meaning.replace('\n', "\n      ")));
        }
    }
}
