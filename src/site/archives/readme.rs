//! The text to read first in a dataset's ZIP: what the data are, whose, under which licence, and what each column
//! means; in every language of the portal, one after the other.

use super::Say;
use crate::record::{CatalogRecord, Record, TableRecord};
use crate::text::lang::Lang;

/// Returns the whole text. A byte order mark and CRLF: the oldest Notepad shows it as it is.
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

/// Returns the text in one language.
fn part(record: &CatalogRecord, dataset: &Record, lang: &Lang, say: Say<'_>) -> String {
    let mut text = ReadMePart {
        lang,
        say,
        out: String::new(),
    };
    text.head(dataset);
    text.attribution(dataset);
    text.state(dataset);
    let pages = &dataset.pages;
    let page = pages
        .iter()
        .find(|(l, _)| l == lang)
        .map_or(dataset.page(), |(_, path)| path);
    text.line("dataset", &[&record.url(page).unwrap_or_default()]);
    for table in &dataset.tables {
        if let Some(csv) = dataset.csv_of(&table.name) {
            text.dictionary(table, &csv.path);
        }
    }
    text.out
}

/// The text in one language on its way.
struct ReadMePart<'a> {
    lang: &'a Lang,
    say: Say<'a>,
    out: String,
}

impl ReadMePart<'_> {
    fn say(&self, id: &str) -> String {
        (self.say)(self.lang, id)
    }

    /// Adds a message and what belongs behind it; nothing where that is empty.
    fn line(&mut self, id: &str, parts: &[&str]) {
        let parts: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
        if !parts.is_empty() {
            let words = self.say(id);
            self.out
                .push_str(&format!("{words}: {}\n", parts.join(" ")));
        }
    }

    fn head(&mut self, dataset: &Record) {
        let title = dataset.title.text(self.lang);
        let rule = "=".repeat(title.chars().count().min(72));
        self.out.push_str(&format!("{title}\n{rule}\n"));
        let description = dataset.description.text(self.lang);
        if !description.is_empty() {
            self.out.push_str(&format!("\n{description}\n"));
        }
        self.out.push('\n');
    }

    /// Adds whose the data are, under which licences, and where they came from.
    fn attribution(&mut self, dataset: &Record) {
        let lang = self.lang;
        let publisher = dataset.publisher.as_ref();
        self.line("publisher", &[publisher.map_or("", |p| p.name.text(lang))]);
        if let Some(contact) = &dataset.contact {
            let [email, url] =
                [&contact.email, &contact.url].map(|a| a.as_deref().unwrap_or_default());
            self.line("contact", &[contact.name.text(lang), email, url]);
        }
        for licence in &dataset.licenses {
            let name = licence.title.as_deref().or(licence.name.as_deref());
            let path = licence.path.as_deref();
            self.line("licence", &[name, path].map(Option::unwrap_or_default));
        }
        for source in &dataset.origins {
            let address = source.address().unwrap_or_default();
            self.line("sources", &[source.title.text(lang), address]);
        }
    }

    /// Adds of which day and version the data are, and how they came about.
    fn state(&mut self, dataset: &Record) {
        let modified = dataset.modified.map(|date| date.to_string());
        self.line("updated", &[&modified.unwrap_or_default()]);
        self.line("version", &[dataset.version.as_deref().unwrap_or_default()]);
        for (fact, words) in dataset.stated.iter().filter(|(fact, _)| fact.in_read_me) {
            self.line(fact.key, &[words.text(self.lang)]);
        }
    }

    /// Adds a table: the name of its CSV, and a line for each column.
    fn dictionary(&mut self, table: &TableRecord, path: &str) {
        let file = path.rsplit('/').next().unwrap_or_default();
        let rule = "-".repeat(file.chars().count());
        self.out.push_str(&format!("\n{file}\n{rule}\n"));
        let title = table.title.text(self.lang);
        if !title.is_empty() {
            self.out.push_str(&format!("{title}\n"));
        }
        let rows = self.say("rows-label");
        self.out.push_str(&format!("{rows}: {}\n\n", table.rows));
        for column in &table.columns {
            let kind = self.say(&format!("type-{}", column.kind.id()));
            let facts = [
                column.title.text(self.lang),
                &kind,
                column.unit.as_deref().unwrap_or_default(),
            ];
            let facts: Vec<&str> = facts.into_iter().filter(|f| !f.is_empty()).collect();
            self.out
                .push_str(&format!("  {}: {}\n", column.name, facts.join("; ")));
            let meaning = column.description.text(self.lang);
            if !meaning.is_empty() {
                let meaning = meaning.replace('\n', "\n      ");
                self.out.push_str(&format!("      {meaning}\n"));
            }
        }
    }
}
