//! Charts: which are drawn, the values that they show, gathered from the tables' rows in one reading each, and how they look.
//!
//! What is drawn is decided by the author ([`declare`]) or by the rules of `docs/charts.md` ([`choose`]). A [`Chart`] has no words
//! of its own; [`figure`] turns it into SVG and a table, with words through [`Wording`], which the room `render` answers in the
//! language of the page. What a shape has of its own is one file in [`shapes`].

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "classes, counts, places and pixels of a drawing are small"
)]

mod axis;
mod canvas;
mod caption;
mod chart;
pub(crate) mod choose;
mod claims;
mod class;
mod compose;
mod condition;
mod declare;
mod figure;
mod gather;
mod headlines;
mod labelled;
pub(crate) mod letters;
mod lines;
mod marks;
pub mod mini;
mod naming;
mod outline;
mod picture;
mod plot;
mod poster;
mod raster;
mod shapes;
mod shorten;
mod spreads;
mod table;
mod titles;
pub(crate) mod totals;
mod value;
mod wording;
mod words;

use crate::diag::Sink;
use crate::model::Portal;
use crate::model::chart::{ChartDeclaration, ChartSpec, Shape};
use crate::model::fence::fences;
use crate::model::head::Head;
use crate::source::limits::Limits;
use crate::text::lang::Lang;
use crate::text::phrase::Phrase;
use crate::text::words::Words;
use condition::RowCondition;
use rayon::prelude::*;
use std::collections::BTreeMap;
use tragaluz_tables::{Table, Tables};

pub use chart::{Chart, ChartCondition, ChartFiles, ChartGap, ChartOthers, ChartSeries, ChartTile};
pub use figure::figure;
pub use headlines::{EarlierFigure, Headline};
pub use wording::Wording;

/// A dataset of many tables shows charts of the first ones only, unless they are declared.
const CHARTS_OF_DATASET: usize = 40;

/// A table, by the names of its dataset and resource.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct TableName {
    dataset: String,
    resource: String,
}

impl TableName {
    fn of(table: &Table) -> TableName {
        TableName {
            dataset: table.dataset.clone(),
            resource: table.resource.clone(),
        }
    }

    fn find<'t>(&self, tables: &'t Tables) -> Option<&'t Table> {
        tables
            .of(&self.dataset)
            .find(|table| table.resource == self.resource)
    }
}

/// A fence, by its file, section, and index among the section's fences.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct FencePlace {
    file: String,
    section: String,
    at: usize,
}

/// What a chart is of.
#[derive(Debug)]
enum ChartPlace {
    Table(TableName),
    Fence(FencePlace),
}

/// A chart to be gathered.
#[derive(Debug)]
struct ChartTask {
    place: ChartPlace,
    /// What is declared of it; `None` to go by the rules.
    spec: Option<ChartSpec>,
}

/// Puts figures in the place of the links to them in a line of plain text; gives none where there are no such links.
pub type WordFill<'f> = &'f dyn Fn(&str, &Lang) -> Option<String>;

/// Every chart of the portal.
#[derive(Debug, Default)]
pub struct Charts {
    tables: BTreeMap<TableName, GatheredChart>,
    fences: BTreeMap<FencePlace, GatheredChart>,
    /// How the values of each column are spread.
    spreads: BTreeMap<TableName, Vec<Vec<u64>>>,
}

/// A chart in no language yet, and what it was made of.
#[derive(Debug, Clone)]
pub(crate) struct GatheredChart {
    chart: Chart,
    spec: Option<ChartSpec>,
    /// The dataset that it shows.
    pub(crate) dataset: String,
    /// The resource of that dataset.
    pub(crate) resource: String,
    /// Indexes of the columns along which values are, of values, and of series.
    columns: [Option<usize>; 3],
    /// Indexes of the columns of a table in a text.
    shown: Vec<usize>,
    filter: Vec<RowCondition>,
}

/// Gathers every chart: of each table, and of each fence in a text.
pub fn draw(portal: &Portal, tables: &Tables, fill: WordFill<'_>, sink: &mut Sink) -> Charts {
    let mut tasks = of_datasets(portal);
    for head in portal.heads() {
        tasks.extend(of_texts(head, &portal.settings.limits, sink));
    }
    let mut charts = Charts {
        spreads: (tables.tables.par_iter())
            .map(|table| (TableName::of(table), spreads::spreads(table)))
            .collect(),
        ..Charts::default()
    };
    let tasks = tasks.into_iter().map(|task| task.filled(fill)).collect();
    charts.enter(tasks, portal, tables, sink);
    charts
}

/// Returns the charts of datasets: those that are declared, and of the first tables those that the rules choose.
fn of_datasets(portal: &Portal) -> Vec<ChartTask> {
    let mut tasks = Vec::new();
    for dataset in &portal.datasets {
        for (i, resource) in dataset.resources.iter().enumerate() {
            let whole = dataset.chart.as_ref().filter(|_| i == 0);
            let spec = match resource.chart.as_ref().or(whole) {
                Some(ChartDeclaration::None) => continue,
                // A chart of the whole dataset is its only one.
                None if dataset.chart.is_some() || i >= CHARTS_OF_DATASET => continue,
                Some(ChartDeclaration::Chart(spec)) => Some((**spec).clone()),
                Some(ChartDeclaration::Auto) | None => None,
            };
            let name = TableName {
                dataset: dataset.head.id.clone(),
                resource: resource.name.clone(),
            };
            tasks.push(ChartTask {
                place: ChartPlace::Table(name),
                spec,
            });
        }
    }
    tasks
}

/// Returns the charts of the fences of a page's texts.
fn of_texts(head: &Head, limits: &Limits, sink: &mut Sink) -> Vec<ChartTask> {
    let mut tasks = Vec::new();
    for (lang, body) in &head.body {
        let Some(file) = head.files.get(lang).filter(|f| f.path.ends_with(".md")) else {
            continue;
        };
        for section in &body.sections {
            let specs = fences(file, section, lang, limits, sink).into_iter();
            for (at, spec) in specs.enumerate() {
                let place = FencePlace {
                    file: file.path.clone(),
                    section: section.id.clone(),
                    at,
                };
                tasks.extend(spec.map(|spec| ChartTask {
                    place: ChartPlace::Fence(place),
                    spec: Some(spec),
                }));
            }
        }
    }
    tasks
}

impl ChartTask {
    /// Returns the task with figures in what its author says, in the place of the links to them.
    fn filled(mut self, fill: WordFill<'_>) -> ChartTask {
        if let Some(spec) = &mut self.spec {
            for words in [&mut spec.title, &mut spec.note, &mut spec.alt] {
                let mut filled = Words::default();
                for (lang, text) in words.all() {
                    let text = fill(text, lang).unwrap_or_else(|| text.to_owned());
                    filled.extend(lang.clone(), Some(text));
                }
                *words = filled;
            }
        }
        self
    }

    fn gather(&self, portal: &Portal, tables: &Tables, sink: &mut Sink) -> Option<GatheredChart> {
        let of = match &self.place {
            ChartPlace::Table(name) => Some(name),
            ChartPlace::Fence(_) => None,
        };
        match &self.spec {
            Some(spec) => declare::declared(spec, of, portal, tables, sink),
            None => declare::by_rules(of?.find(tables)?),
        }
    }
}

/// The chart of a table.
pub struct DrawnChart<'a> {
    /// The dataset, by its identifier.
    pub dataset: &'a str,
    /// The table, by its name.
    pub resource: &'a str,
    /// What is drawn.
    pub chart: &'a Chart,
}

impl Charts {
    /// Returns the chart of each table of which one is drawn.
    pub fn drawn(&self) -> impl Iterator<Item = DrawnChart<'_>> {
        self.tables.iter().map(|(name, of)| DrawnChart {
            dataset: &name.dataset,
            resource: &name.resource,
            chart: &of.chart,
        })
    }

    /// Returns the chart of a table; `None` where none is drawn.
    pub(crate) fn of_table(&self, dataset: &str, resource: &str) -> Option<&GatheredChart> {
        self.tables.get(&TableName {
            dataset: dataset.to_owned(),
            resource: resource.to_owned(),
        })
    }

    /// Returns the chart of a section's fence number `at`; `None` where none is drawn.
    pub(crate) fn of_fence(&self, file: &str, section: &str, at: usize) -> Option<&GatheredChart> {
        self.fences.get(&FencePlace {
            file: file.to_owned(),
            section: section.to_owned(),
            at,
        })
    }

    /// Returns how often values of each class of a column occur; empty where that is not counted.
    pub(crate) fn spread(&self, dataset: &str, resource: &str, column: usize) -> Vec<u64> {
        let of = self.spreads.get(&TableName {
            dataset: dataset.to_owned(),
            resource: resource.to_owned(),
        });
        of.and_then(|columns| columns.get(column))
            .cloned()
            .unwrap_or_default()
    }

    /// Gathers the charts of a page's texts anew.
    pub(crate) fn take_in(
        &mut self,
        head: &Head,
        portal: &Portal,
        tables: &Tables,
        fill: WordFill<'_>,
    ) {
        self.fences
            .retain(|place, _| head.files.values().all(|own| own.path != place.file));
        // What is wrong with them is told by the next build.
        let mut sink = Sink::new();
        let tasks = of_texts(head, &portal.settings.limits, &mut sink);
        let tasks = tasks.into_iter().map(|task| task.filled(fill)).collect();
        self.enter(tasks, portal, tables, &mut sink);
    }

    fn enter(&mut self, tasks: Vec<ChartTask>, portal: &Portal, tables: &Tables, sink: &mut Sink) {
        let gathered: Vec<(Option<GatheredChart>, Sink)> = (tasks.par_iter())
            .map(|task| {
                let mut sink = Sink::new();
                (task.gather(portal, tables, &mut sink), sink)
            })
            .collect();
        for (task, (chart, found)) in tasks.into_iter().zip(gathered) {
            sink.extend(found.into_found());
            match (task.place, chart) {
                (ChartPlace::Table(name), Some(chart)) => drop(self.tables.insert(name, chart)),
                (ChartPlace::Fence(place), Some(chart)) => drop(self.fences.insert(place, chart)),
                (_, None) => {}
            }
        }
    }
}

/// A chart as files of its own.
pub(crate) struct ChartPicture {
    /// The drawing, with its style.
    pub(crate) svg: String,
    /// The picture; `None` where the font lacks a letter of it.
    pub(crate) png: Option<Vec<u8>>,
}

/// Returns a chart as files, in the words of a language; `None` where it has no drawing.
///
/// # Errors
///
/// When the encoder refuses, which it has no reason to.
pub(crate) fn picture(
    wording: &dyn Wording,
    chart: &Chart,
    lang: &Lang,
) -> Result<Option<ChartPicture>, png::EncodingError> {
    let Some(poster) = poster::Poster::new(wording, chart, lang.tag()) else {
        return Ok(None);
    };
    let pictured = poster.can_be_pictured();
    Ok(Some(ChartPicture {
        svg: poster.svg(),
        png: pictured.then(|| picture::png(&poster)).transpose()?,
    }))
}

/// Returns the names of all shapes, as authors write them.
pub fn shape_names() -> impl Iterator<Item = &'static str> {
    Shape::ALL.iter().map(|(name, _)| *name)
}

/// Returns whether the first series of a chart can be drawn the size of a word, as a line over time.
pub(crate) fn makes_spark(chart: &Chart) -> bool {
    chart.time && shapes::named(&chart.kind).makes_spark()
}

/// Returns what the column at `at` is called for a reader of the language `page`; `None` where there is no such column.
fn column_title(table: Option<&Table>, at: Option<usize>, page: &Lang) -> Option<Phrase> {
    Some(naming::column_words(&table?.columns[at?], page))
}

impl GatheredChart {
    fn new(table: &Table, chart: Chart) -> GatheredChart {
        GatheredChart {
            chart,
            spec: None,
            dataset: table.dataset.clone(),
            resource: table.resource.clone(),
            columns: [None; 3],
            shown: Vec::new(),
            filter: Vec::new(),
        }
    }

    /// Returns the chart with its words for a page in `page`'s language; links are the page's to add.
    pub(crate) fn worded(&self, portal: &Portal, tables: &Tables, page: &Lang) -> Chart {
        let table = (tables.of(&self.dataset)).find(|t| t.resource == self.resource);
        let [x, y, split] = self.columns.map(|at| column_title(table, at, page));
        let x = if self.chart.time && !self.is_x_in_words(table) {
            Some(Phrase::message("chart-time"))
        } else {
            x
        };
        let y = self.subject(portal, table, page).or(y);
        let mut chart = self.chart.clone();
        for (series, at) in chart.series.iter_mut().zip(self.shown.iter().skip(1)) {
            series.name = column_title(table, Some(*at), page).and_then(|t| t.text);
        }
        self.label(&mut chart, portal, table, page);
        Chart {
            title: self.words(|spec| &spec.title, page),
            measure: y.unwrap_or_else(|| Phrase::message("chart-rows")),
            by: x.or_else(|| column_title(table, self.shown.first().copied(), page)),
            split,
            only: self.conditions(portal, table, page),
            note: self.words(|spec| &spec.note, page),
            alt: self.words(|spec| &spec.alt, page),
            ..chart
        }
    }

    /// Returns whether the column along which values are is called in words.
    fn is_x_in_words(&self, table: Option<&Table>) -> bool {
        let column = table.zip(self.columns[0]);
        column.is_none_or(|(table, at)| naming::is_named_in_words(&table.columns[at]))
    }

    /// Returns what the table is about, where its column of values is called no more than that.
    fn subject(&self, portal: &Portal, table: Option<&Table>, page: &Lang) -> Option<Phrase> {
        let column = &table?.columns[self.columns[1]?];
        let dataset = portal.dataset(&self.dataset)?;
        let resource = (dataset.resources.iter()).find(|of| of.name == self.resource);
        let title = (resource
            .map(|of| &of.title)
            .filter(|title| !title.is_empty()))
        .unwrap_or(&dataset.head.title);
        Phrase::of(title, page).filter(|_| naming::is_generic(column))
    }

    /// Returns up to three headline figures of the chart as it is `worded`, best first. None where nobody said what its
    /// values are: neither an author's chart, nor words or a unit of their column.
    pub(crate) fn headlines(
        &self,
        worded: &Chart,
        tables: &Tables,
        as_of: Option<&str>,
    ) -> Vec<Headline> {
        let table = (tables.of(&self.dataset)).find(|t| t.resource == self.resource);
        let measured = (table.zip(self.columns[1])).map(|(table, at)| &table.columns[at]);
        let is_told = self.spec.is_some()
            || measured
                .is_none_or(|column| column.unit.is_some() || naming::is_named_in_words(column));
        if is_told {
            headlines::headlines(worded, as_of)
        } else {
            Vec::new()
        }
    }

    fn words(&self, of: fn(&ChartSpec) -> &Words, page: &Lang) -> Option<Phrase> {
        let spec = self.spec.as_ref();
        spec.and_then(|spec| Phrase::of(of(spec), page))
    }

    /// Returns the conditions on columns that are not drawn: what is drawn says itself which values it has.
    fn conditions(
        &self,
        portal: &Portal,
        table: Option<&Table>,
        page: &Lang,
    ) -> Vec<ChartCondition> {
        let labels = portal.dataset(&self.dataset).map(|dataset| &dataset.labels);
        let value = |at: usize, value: &String| {
            let labels = labels?.of(&table?.columns[at])?;
            labels.label(value, page)?.text
        };
        (self.filter.iter())
            .filter(|condition| !self.columns.contains(&Some(condition.column)))
            .map(|condition| ChartCondition {
                column: column_title(table, Some(condition.column), page).unwrap_or_default(),
                values: (condition.texts.iter())
                    .map(|text| value(condition.column, text).unwrap_or_else(|| text.clone()))
                    .collect(),
            })
            .collect()
    }
}
