//! A register before it is filled, and how it becomes a dataset.

use super::column::{RegisterColumn, RegisterWords};
use crate::diag::Place;
use crate::model::bilingual::{Bilingual, in_languages};
use crate::model::body::PageBody;
use crate::model::chart::{ChartDeclaration, ChartSpec, Shape, SpannedText};
use crate::model::dataset::{Dataset, Dialect, ForeignKey, Resource, Schema};
use crate::model::head::Head;
use crate::model::portal::Portal;
use crate::model::stated_facts;
use crate::source::file::SourceFile;
use crate::source::limits::Limits;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::words::Words;
use std::borrow::Cow;
use std::sync::Arc;

/// A register: its declaration, and its rows as a CSV file (UTF-8, RFC 4180) under the path that it declares.
#[derive(Debug)]
pub(crate) struct Register {
    pub(crate) dataset: Dataset,
    /// The rows with a header.
    pub(crate) csv: Vec<u8>,
}

/// A register before it is filled: items of one kind and what is told of each.
pub(super) struct RegisterDraft<'p, T> {
    /// The dataset's name.
    pub(super) id: Cow<'static, str>,
    pub(super) title: RegisterWords,
    pub(super) summary: RegisterWords,
    pub(super) row_is: RegisterWords,
    pub(super) items: Vec<&'p T>,
    pub(super) columns: Vec<RegisterColumn<T>>,
    pub(super) key: &'static [&'static str],
    pub(super) refers: Vec<ForeignKey>,
    pub(super) updated: fn(&T) -> Option<PartialDate>,
    /// The column whose values are drawn, each with its share.
    pub(super) drawn: Option<&'static str>,
    /// The time that an item is about: its first and last date.
    pub(super) period: fn(&T) -> [Option<PartialDate>; 2],
}

/// The dates of the oldest and the newest row.
#[derive(Clone, Copy)]
struct RowDates {
    oldest: Option<PartialDate>,
    newest: Option<PartialDate>,
}

impl<T> RegisterDraft<'_, T> {
    /// Returns the register; none without rows, or where the portal has a dataset of that name.
    pub(super) fn fill(mut self, portal: &Portal) -> Option<Register> {
        let items = &self.items;
        self.columns
            .retain(|column| !column.is_empty_extra(portal, items));
        let taken = portal
            .datasets
            .iter()
            .any(|d| d.head.id.eq_ignore_ascii_case(&self.id));
        if self.items.is_empty() || taken {
            return None;
        }
        if self.is_alike(portal) {
            self.drawn = None;
        }
        let languages = &portal.settings.languages;
        let csv = self.csv(portal, languages);
        let dates = self.dates(portal.newest());
        let (temporal, spatial) = (self.temporal(), portal.settings.spatial.clone());
        Some(Register {
            dataset: Dataset {
                spatial,
                temporal,
                ..self.dataset(languages, dates)
            },
            csv,
        })
    }

    /// Whether the values to be drawn are one and the same: of that there is no drawing.
    fn is_alike(&self, portal: &Portal) -> bool {
        let drawn = (self.columns.iter()).find(|column| Some(column.name()) == self.drawn);
        drawn.is_some_and(|column| {
            let mut values = Vec::new();
            for item in &self.items {
                column.cells(portal, item, &mut values);
            }
            values.windows(2).all(|pair| pair[0] == pair[1])
        })
    }

    /// Returns when its rows changed. Things without a date of their own are as old, and as new, as the newest page.
    fn dates(&self, newest_page: Option<PartialDate>) -> RowDates {
        let updated: Vec<PartialDate> = (self.items.iter())
            .filter_map(|item| (self.updated)(item))
            .collect();
        let oldest = updated.iter().copied().min_by_key(|d| d.first_day());
        let newest = updated.into_iter().max_by_key(|d| d.last_day());
        RowDates {
            oldest: oldest.or(newest_page),
            newest: newest.or(newest_page),
        }
    }

    /// Returns the time that its rows are about. What is about no time covers none: the dates of its pages are when they
    /// were written.
    fn temporal(&self) -> Option<(Option<PartialDate>, Option<PartialDate>)> {
        let periods = self.items.iter().map(|item| (self.period)(item));
        let (starts, ends): (Vec<_>, Vec<_>) = periods.map(|[start, end]| (start, end)).unzip();
        let first = starts.into_iter().flatten().min_by_key(|d| d.first_day());
        let last = ends.into_iter().flatten().max_by_key(|d| d.last_day());
        (first.is_some() || last.is_some()).then_some((first, last))
    }

    /// Returns its rows as CSV. Writing to memory cannot fail, and every row has as many cells as the header.
    fn csv(&self, portal: &Portal, languages: &[Lang]) -> Vec<u8> {
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        let header = (self.columns.iter()).flat_map(|column| column.names(languages));
        out.write_record(header).expect("memory takes everything");
        for item in &self.items {
            let mut row = Vec::new();
            for column in &self.columns {
                column.cells(portal, item, &mut row);
            }
            out.write_record(&row).expect("memory takes everything");
        }
        out.into_inner().expect("memory takes everything")
    }

    /// Returns the schema of its file.
    fn schema(&self, languages: &[Lang]) -> Schema {
        Schema {
            fields: (self.columns.iter())
                .flat_map(|column| column.fields(languages))
                .collect(),
            primary_key: self.key.iter().map(|k| (*k).to_owned()).collect(),
            foreign_keys: self.refers.clone(),
            missing_values: None,
        }
    }

    /// Returns its one file.
    fn resource(&self, languages: &[Lang], place: Place) -> Resource {
        Resource {
            is_named: true,
            as_received: false,
            inline: None,
            chart: None,
            name: self.id.trim_start_matches("register-").to_owned(),
            path: format!("{}.csv", self.id),
            more: Vec::new(),
            title: self.title.in_languages(languages),
            description: Words::default(),
            schema: self.schema(languages),
            dialect: Dialect {
                delimiter: Some(','),
                header: Some(true),
                ..Dialect::default()
            },
            encoding: Some("utf-8".into()),
            format: Some("csv".into()),
            disclosure: None,
            limits: Limits::default(),
            pages_by: None,
            former: Vec::new(),
            place,
        }
    }

    /// Returns what its page says.
    fn head(&self, languages: &[Lang], updated: Option<PartialDate>) -> Head {
        let file = Arc::new(SourceFile::new(format!("data/{}", self.id), String::new()));
        let summary = self.summary.in_languages(languages);
        let mut head = Head::bare(&self.id, self.title.in_languages(languages), file);
        for (lang, text) in summary.all() {
            head.body
                .insert(lang.clone(), PageBody::of_text(text, 0..0));
        }
        Head {
            summary,
            updated,
            ..head
        }
    }

    /// Returns what it is about, beside open government: commitments, or what a portal declares.
    fn keywords(&self, languages: &[Lang]) -> Vec<Words> {
        let [government, commitments] = KEYWORDS.map(|words| in_languages(words, languages));
        match &self.title {
            RegisterWords::Known(_) => vec![government, commitments],
            RegisterWords::Own(title) => vec![government, title.clone()],
        }
    }

    /// Returns the declaration.
    fn dataset(&self, languages: &[Lang], dates: RowDates) -> Dataset {
        let place = Place::file("content");
        let resource = self.resource(languages, place.clone());
        let chart = self.drawn.map_or(ChartDeclaration::None, |column| {
            ChartDeclaration::Chart(Box::new(shares(column, &place)))
        });
        let provenance = (
            &stated_facts::PROVENANCE,
            in_languages(PROVENANCE, languages),
        );
        Dataset {
            chart: Some(chart),
            keywords: self.keywords(languages),
            themes: vec!["GOVE".into()],
            frequency: Some("irreg".into()),
            issued: dates.oldest,
            modified: dates.newest,
            language: languages.first().cloned(),
            stated: [provenance].into_iter().collect(),
            row_is: self.row_is.in_languages(languages),
            resources: vec![resource],
            ..Dataset::new(self.head(languages, dates.newest), place)
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

const KEYWORDS: [Bilingual; 2] = [
    ["gobierno abierto", "open government"],
    ["compromisos", "commitments"],
];

const PROVENANCE: Bilingual = [
    "Este registro se genera de las mismas páginas que usted lee en el portal. Un dato que la fuente no da queda vacío.",
    "This register is made from the very pages that you read on the portal. A fact that the source does not give is left empty.",
];
