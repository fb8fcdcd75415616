//! What settings and facts mean, in the words of the tables in `docs/`: they are written there once, for people, and read from there.

use super::SETTINGS;
use crate::model::body::MARKDOWN;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

/// A file of the documentation, and what its sections are about.
struct DocumentedFile {
    name: &'static str,
    text: &'static str,
}

const FILES: &[DocumentedFile] = &[
    DocumentedFile {
        name: "settings",
        text: include_str!("../../../docs/settings.md"),
    },
    DocumentedFile {
        name: "limits",
        text: include_str!("../../../docs/limits.md"),
    },
    DocumentedFile {
        name: "content",
        text: include_str!("../../../docs/content.md"),
    },
    DocumentedFile {
        name: "charts",
        text: include_str!("../../../docs/charts.md"),
    },
];

/// The section that is about a kind of page, or about a map of facts by its name: how its heading begins.
struct SectionOf {
    name: &'static str,
    file: &'static str,
    heading: &'static str,
}

impl SectionOf {
    const fn new(name: &'static str, file: &'static str, heading: &'static str) -> SectionOf {
        SectionOf {
            name,
            file,
            heading,
        }
    }
}

const KINDS_OF_PAGES: &[SectionOf] = &[
    SectionOf::new("commitment", "content", "Commitment "),
    SectionOf::new("report", "content", "End-of-commitment report"),
    SectionOf::new("initiative", "content", "Initiative"),
    SectionOf::new("practice", "content", "Initiative"),
    SectionOf::new("dataset", "content", "Datasets"),
];

const MAPS: &[SectionOf] = &[
    SectionOf::new("chart", "charts", "Say it yourself"),
    SectionOf::new("disclosure", "content", "Small numbers"),
    SectionOf::new("dialect", "content", "A datapackage.json"),
    SectionOf::new("acknowledged", "settings", "[[acknowledged]]"),
    SectionOf::new("waivers", "settings", "[[waivers]]"),
    SectionOf::new("limits", "limits", "Limits that can be set"),
];

/// Where what every page may have is told.
const EVERY_PAGE: SectionOf = SectionOf::new("", "content", "Facts that every kind of page has");

/// Heads of the column that says what a name means; where a table has none of them, it is the second.
const MEANINGS: &[&str] = &["meaning", "what readers get", "what is counted"];

/// Everything that the documentation says of names in tables.
pub(super) struct DocumentedWords(Vec<DocumentedSection>);

/// A section of a file, up to the next heading of its level or above.
struct DocumentedSection {
    file: &'static str,
    heading: String,
    /// Its first paragraph.
    first: String,
    rows: Vec<DocumentedRow>,
}

struct DocumentedRow {
    names: Vec<String>,
    meaning: String,
}

impl DocumentedWords {
    pub(super) fn read() -> DocumentedWords {
        let sections = FILES.iter().flat_map(|file| {
            let mut reading = TableReading::of(file.name);
            for event in Parser::new_ext(file.text, MARKDOWN) {
                reading.take(event);
            }
            reading.sections
        });
        DocumentedWords(sections.collect())
    }

    /// Returns what a name means in a kind of page or in the settings, in the maps `within`; none where no table says it.
    pub(super) fn of(&self, kind: &str, within: &[&str], name: &str) -> Option<String> {
        let named = |list: &[SectionOf], wanted: &str| {
            let section = list.iter().find(|section| section.name == wanted)?;
            self.row(section.file, section.heading, name)
        };
        match (kind, within) {
            (SETTINGS, []) => self.group(name).map(|section| section.first.clone()),
            (SETTINGS, [group]) => {
                let own = self.group(group).and_then(|section| section.meaning(name));
                own.or_else(|| named(MAPS, group))
            }
            (_, []) => named(KINDS_OF_PAGES, kind)
                .or_else(|| self.row(EVERY_PAGE.file, EVERY_PAGE.heading, name)),
            (_, [.., map]) => named(MAPS, map),
        }
    }

    /// Returns the section about a group of the settings: `[publisher]`, `[series.NAME]`, `[[waivers]]`.
    fn group(&self, name: &str) -> Option<&DocumentedSection> {
        let is_about = |section: &&DocumentedSection| {
            let heading = section.heading.trim_matches(['[', ']']);
            section.file == "settings" && heading.split('.').next() == Some(name)
        };
        self.0.iter().find(is_about)
    }

    fn row(&self, file: &str, heading: &str, name: &str) -> Option<String> {
        let sections = self.0.iter();
        sections
            .filter(|section| section.file == file && section.heading.starts_with(heading))
            .find_map(|section| section.meaning(name))
    }
}

impl DocumentedSection {
    fn meaning(&self, name: &str) -> Option<String> {
        let row = self
            .rows
            .iter()
            .find(|row| row.names.iter().any(|n| n == name))?;
        Some(row.meaning.clone()).filter(|meaning| !meaning.is_empty())
    }
}

/// A file that is being read, with the texts that are not whole yet.
struct TableReading {
    file: &'static str,
    sections: Vec<DocumentedSection>,
    text: String,
    /// Where the link that is being read begins in the text, and whether it leads within the file.
    link: Option<(usize, bool)>,
    cells: Vec<String>,
    /// What stands as code in the first cell of the row.
    names: Vec<String>,
    /// Which column of the table says what a name means.
    column: usize,
}

impl TableReading {
    fn of(file: &'static str) -> TableReading {
        TableReading {
            file,
            sections: Vec::new(),
            text: String::new(),
            link: None,
            cells: Vec::new(),
            names: Vec::new(),
            column: 1,
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::TableCell) => {
                self.text.clear();
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                self.cells.clear();
                self.names.clear();
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.link = Some((self.text.len(), dest_url.starts_with('#')));
            }
            Event::Text(text) => self.text.push_str(&text),
            Event::Code(code) => {
                if self.cells.is_empty() {
                    self.names.push(code.to_string());
                }
                self.text.push_str(&code);
            }
            Event::SoftBreak => self.text.push(' '),
            Event::End(end) => self.close(end),
            _ => {}
        }
    }

    fn close(&mut self, end: TagEnd) {
        match end {
            TagEnd::Link => self.close_link(),
            TagEnd::Heading(HeadingLevel::H1 | HeadingLevel::H2) => {
                self.sections.push(DocumentedSection {
                    file: self.file,
                    heading: self.text.clone(),
                    first: String::new(),
                    rows: Vec::new(),
                });
            }
            TagEnd::Paragraph => {
                if let Some(section) = self.sections.last_mut().filter(|s| s.first.is_empty()) {
                    section.first.clone_from(&self.text);
                }
            }
            TagEnd::TableCell => self.cells.push(self.text.trim().to_owned()),
            TagEnd::TableHead => {
                let mut heads = self.cells.iter();
                let column = heads.position(|head| MEANINGS.contains(&head.as_str()));
                self.column = column.unwrap_or(1);
            }
            TagEnd::TableRow => self.close_row(),
            _ => {}
        }
    }

    /// Takes back a pointer to another part of the file, such as "More": it is a sentence of its own, and leads nowhere here.
    fn close_link(&mut self) {
        if let Some((start, true)) = self.link.take() {
            let is_sentence = self.text[start..].starts_with(char::is_uppercase);
            if is_sentence {
                self.text.truncate(start);
            }
        }
    }

    fn close_row(&mut self) {
        let cell = |index: usize| self.cells.get(index).filter(|cell| !cell.is_empty());
        let meaning = cell(self.column).or_else(|| cell(1));
        if let (Some(section), Some(meaning)) = (self.sections.last_mut(), meaning) {
            section.rows.push(DocumentedRow {
                names: std::mem::take(&mut self.names),
                meaning: meaning.clone(),
            });
        }
    }
}
