//! Registers: what the pages say, as open data. Each kind of thing is a dataset like any other, with every download,
//! description and catalogue entry. A register is one file here and one line in [`draw`].

mod action_plans;
mod commitments;
mod initiatives;
mod institutions;
mod milestones;
mod reports;

use super::body::{BodySection, PageBody};
use super::chart::{ChartDeclaration, ChartSpec, Shape, SpannedText};
use super::dataset::{Dataset, Dialect, Field, ForeignKey, Resource, Schema};
use super::evaluation::CodedVerdict;
use super::head::{Head, OwnFacts};
use super::portal::Portal;
use crate::diag::Place;
use crate::source::file::SourceFile;
use crate::source::limits::Limits;
use crate::text::by_lang::ByLang;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use std::sync::Arc;

/// A register: its declaration, and its rows as a CSV file (UTF-8, RFC 4180) under the path that it declares.
#[derive(Debug)]
pub(crate) struct Register {
    /// The dataset.
    pub(crate) dataset: Dataset,
    /// The rows with a header.
    pub(crate) csv: Vec<u8>,
}

/// What is said in Spanish and English. Other languages of a portal show the words of the first of these that it has, else
/// the English ones, marked as what they are.
type Said = [&'static str; 2];

/// A register before it is filled: items of one kind and what is told of each.
struct RegisterDraft<'p, T> {
    /// The dataset's name.
    id: &'static str,
    title: Said,
    summary: Said,
    row_is: Said,
    items: Vec<&'p T>,
    columns: Vec<RegisterColumn<T>>,
    key: &'static [&'static str],
    refers: Vec<ForeignKey>,
    updated: fn(&T) -> Option<PartialDate>,
    /// The column whose values are drawn, each with its share.
    drawn: Option<&'static str>,
    /// The time that an item is about: its first and last date.
    period: fn(&T) -> [Option<PartialDate>; 2],
}

/// The column of how many comments the source shows.
fn comments<T>(value: fn(&Portal, &T) -> Option<String>) -> RegisterColumn<T> {
    let description = [
        "Cuántos muestra la fuente; vacío si no lo dice.",
        "How many the source shows; empty where it does not say.",
    ];
    fact(
        "comments_published",
        "integer",
        ["Comentarios publicados", "Published comments"],
        description,
        value,
    )
}

/// What is told of an item.
struct RegisterColumn<T> {
    name: &'static str,
    kind: &'static str,
    title: Said,
    description: Said,
    value: CellSource<T>,
}

/// How an item's cell is found.
enum CellSource<T> {
    /// A fact; none where it is not known.
    Fact(fn(&Portal, &T) -> Option<String>),
    /// The code of a verdict, or yes or no as data have it; none where nobody gave it.
    Verdict(
        &'static CodedVerdict,
        fn(&CodedVerdict, &Portal, &T) -> Option<&'static str>,
    ),
    /// Words: a column a language, `NAME_es`, empty where there is no translation.
    Words(fn(&T) -> &Words),
}

/// A fact's column.
fn fact<T>(
    name: &'static str,
    kind: &'static str,
    title: Said,
    description: Said,
    value: fn(&Portal, &T) -> Option<String>,
) -> RegisterColumn<T> {
    RegisterColumn {
        name,
        kind,
        title,
        description,
        value: CellSource::Fact(value),
    }
}

/// The column of a verdict.
fn verdict<T>(
    verdict: &'static CodedVerdict,
    code: fn(&CodedVerdict, &Portal, &T) -> Option<&'static str>,
) -> RegisterColumn<T> {
    let CodedVerdict {
        column,
        title,
        description,
        ..
    } = verdict;
    let kind = if verdict.is_yes_no() {
        "boolean"
    } else {
        "string"
    };
    RegisterColumn {
        name: column,
        kind,
        title: *title,
        description: *description,
        value: CellSource::Verdict(verdict, code),
    }
}

/// Columns of words.
fn words<T>(
    name: &'static str,
    title: Said,
    description: Said,
    value: fn(&T) -> &Words,
) -> RegisterColumn<T> {
    RegisterColumn {
        name,
        kind: "string",
        title,
        description,
        value: CellSource::Words(value),
    }
}

/// What the author says under `extra:`: a column where anything is there.
fn extra<T>(value: fn(&Portal, &T) -> Option<String>) -> RegisterColumn<T> {
    let description = [
        "Lo que el autor dice bajo extra, en JSON.",
        "What the author says under extra, as JSON.",
    ];
    fact(
        EXTRA,
        "object",
        ["Otros datos", "Other facts"],
        description,
        value,
    )
}

const EXTRA: &str = "extra";

/// What is under `extra:` in the main language, as JSON.
fn extra_of(portal: &Portal, head: &Head) -> Option<String> {
    let main = portal.settings.main();
    let facts = head.own.extra(main, main);
    (!facts.is_empty()).then(|| serde_json::Value::Object(facts).to_string())
}

/// Every register that has rows.
pub(crate) fn draw(portal: &Portal) -> Vec<Register> {
    let registers = [
        commitments::draw(portal),
        milestones::draw(portal),
        reports::draw(portal),
        action_plans::draw(portal),
        initiatives::draw(portal),
        institutions::draw(portal),
    ];
    registers.into_iter().flatten().collect()
}

impl<T> RegisterDraft<'_, T> {
    /// The register; none without rows, or where the portal has a dataset of that name.
    fn fill(mut self, portal: &Portal) -> Option<Register> {
        let items = &self.items;
        self.columns.retain(|column| match column.value {
            CellSource::Fact(value) if column.name == EXTRA => {
                items.iter().any(|item| value(portal, item).is_some())
            }
            _ => true,
        });
        let taken = portal
            .datasets
            .iter()
            .any(|d| d.head.id.eq_ignore_ascii_case(self.id));
        if self.items.is_empty() || taken {
            return None;
        }
        let languages = &portal.settings.languages;
        let csv = self.csv(portal, languages);
        let updated = || self.items.iter().filter_map(|item| (self.updated)(item));
        // Things without a date of their own are as old, and as new, as the newest page.
        let newest = portal.newest();
        let oldest_item = updated().min_by_key(|d| d.first_day());
        let dates = (
            oldest_item.or(newest),
            updated().max_by_key(|d| d.last_day()).or(newest),
        );
        let periods = || self.items.iter().map(|item| (self.period)(item));
        let first = periods()
            .filter_map(|[start, _]| start)
            .min_by_key(|d| d.first_day());
        let last = periods()
            .filter_map(|[_, end]| end)
            .max_by_key(|d| d.last_day());
        // What is about no time covers none: the dates of its pages are when they were written.
        let temporal = (first.is_some() || last.is_some()).then_some((first, last));
        let spatial = portal.settings.spatial.clone();
        Some(Register {
            dataset: Dataset {
                spatial,
                temporal,
                ..self.dataset(languages, dates)
            },
            csv,
        })
    }

    fn csv(&self, portal: &Portal, languages: &[Lang]) -> Vec<u8> {
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let mut header = Vec::new();
        for column in &self.columns {
            match column.value {
                CellSource::Fact(_) | CellSource::Verdict(..) => {
                    header.push(column.name.to_owned());
                }
                CellSource::Words(_) => {
                    header.extend(languages.iter().map(|lang| worded(column.name, lang)));
                }
            }
        }
        // Writing to memory cannot fail, and every row has as many cells as the header.
        out.write_record(&header).expect("memory takes everything");
        for item in &self.items {
            let mut row = Vec::new();
            for column in &self.columns {
                match column.value {
                    CellSource::Fact(value) => row.push(value(portal, item).unwrap_or_default()),
                    CellSource::Verdict(verdict, code) => {
                        row.push(match code(verdict, portal, item) {
                            Some(code) if verdict.is_yes_no() => (code == "yes").to_string(),
                            code => code.unwrap_or_default().to_owned(),
                        });
                    }
                    CellSource::Words(value) => {
                        row.extend(languages.iter().map(|lang| in_lang(value(item), lang)));
                    }
                }
            }
            out.write_record(&row).expect("memory takes everything");
        }
        out.into_inner().expect("memory takes everything")
    }

    /// The declaration; `dates` are those of the oldest and the newest row.
    fn dataset(
        self,
        languages: &[Lang],
        dates: (Option<PartialDate>, Option<PartialDate>),
    ) -> Dataset {
        let said = |said: Said| in_both(said, languages);
        let path = format!("{}.csv", self.id);
        let place = Place::file("content");
        let mut fields = Vec::new();
        for column in &self.columns {
            let field = |name: String| Field {
                name,
                kind: Some(column.kind.to_owned()),
                title: said(column.title),
                description: said(column.description),
                ..Field::default()
            };
            match column.value {
                CellSource::Fact(_) | CellSource::Verdict(..) => {
                    fields.push(field(column.name.to_owned()));
                }
                CellSource::Words(_) => fields.extend(
                    languages
                        .iter()
                        .map(|lang| field(worded(column.name, lang))),
                ),
            }
        }
        let schema = Schema {
            fields,
            primary_key: self.key.iter().map(|k| (*k).to_owned()).collect(),
            foreign_keys: self.refers,
            missing_values: None,
        };
        let resource = Resource {
            is_named: true,
            as_received: false,
            inline: None,
            chart: None,
            name: self.id.trim_start_matches("register-").to_owned(),
            path,
            more: Vec::new(),
            title: said(self.title),
            description: Words::default(),
            schema,
            dialect: Dialect {
                delimiter: Some(','),
                header: Some(true),
                ..Dialect::default()
            },
            encoding: Some("utf-8".into()),
            format: Some("csv".into()),
            limits: Limits::default(),
            former: Vec::new(),
            place: place.clone(),
        };
        let head = head(self.id, said(self.title), said(self.summary), dates.1);
        Dataset {
            chart: Some(self.drawn.map_or(ChartDeclaration::None, |column| {
                ChartDeclaration::Chart(Box::new(shares(column, &place)))
            })),
            keywords: KEYWORDS.iter().map(|k| said(*k)).collect(),
            themes: vec!["GOVE".into()],
            frequency: Some("irreg".into()),
            issued: dates.0,
            modified: dates.1,
            language: languages.first().cloned(),
            provenance: said(PROVENANCE),
            row_is: said(self.row_is),
            resources: vec![resource],
            ..Dataset::new(head, place)
        }
    }
}

/// A strip of the values of a column.
fn shares(column: &str, place: &Place) -> ChartSpec {
    let x = Some(SpannedText {
        text: column.to_owned(),
        place: place.clone(),
    });
    ChartSpec {
        shape: Some(Shape::Strip),
        x,
        ..ChartSpec::new(place.clone())
    }
}

const KEYWORDS: [Said; 2] = [
    ["gobierno abierto", "open government"],
    ["compromisos", "commitments"],
];

const PROVENANCE: Said = [
    "Este registro se genera de las mismas páginas que usted lee en el portal. Un dato que la fuente no da queda vacío.",
    "This register is made from the very pages that you read on the portal. A fact that the source does not give is left empty.",
];

fn head(id: &str, title: Words, summary: Words, updated: Option<PartialDate>) -> Head {
    let mut body = ByLang::default();
    for (lang, text) in summary.all() {
        let section = BodySection {
            id: String::new(),
            heading: None,
            markdown: text.to_owned(),
            span: 0..0,
        };
        body.insert(
            lang.clone(),
            PageBody {
                sections: vec![section],
            },
        );
    }
    let file = Arc::new(SourceFile {
        path: format!("data/{id}"),
        text: String::new(),
    });
    Head {
        id: id.to_owned(),
        title,
        summary,
        updated,
        sources: Vec::new(),
        former: Vec::new(),
        order: None,
        menu: false,
        body,
        files: ByLang::default(),
        acknowledged: Vec::new(),
        comments: None,
        summary_at: ByLang::default(),
        own: OwnFacts::default(),
        file,
    }
}

/// The name of a column of words in a language.
fn worded(name: &str, lang: &Lang) -> String {
    format!("{name}_{}", lang.tag().replace('-', "_"))
}

/// The words in this very language; a translation that is lacking is a gap, not the other language's words.
fn in_lang(words: &Words, lang: &Lang) -> String {
    words
        .said(lang)
        .filter(|said| said.lang == lang)
        .map(|said| said.text.to_owned())
        .unwrap_or_default()
}

/// What is said in Spanish and English, in a portal's languages.
pub(crate) fn in_both([es, en]: Said, languages: &[Lang]) -> Words {
    let mut words = Words::default();
    for lang in languages {
        match lang.primary().as_str() {
            "es" => words.add(lang.clone(), es),
            "en" => words.add(lang.clone(), en),
            _ => {}
        }
    }
    // Under their own language, so that pages in another one say so.
    if let Some(english) = Lang::parse("en").filter(|_| words.is_empty()) {
        words.add(english, en);
    }
    words
}

/// Several values in one cell, as Table Schema's `list` writes them.
fn list<'a>(values: impl Iterator<Item = &'a str>) -> Option<String> {
    let joined = values.collect::<Vec<_>>().join(";");
    (!joined.is_empty()).then_some(joined)
}

/// Whether something that refers to this register can: it exists only when it has rows.
fn refers(field: &str, register: &str, column: &str) -> ForeignKey {
    ForeignKey {
        fields: vec![field.to_owned()],
        dataset: Some(register.to_owned()),
        resource: register.trim_start_matches("register-").to_owned(),
        reference: vec![column.to_owned()],
    }
}
