//! Charts: which are drawn, and the values that they show, gathered from the tables' rows in one reading each.
//!
//! What is drawn is decided by the author, or by the rules of `docs/charts.md` ([`choose`]). [`draw`] turns a [`Chart`]
//! into SVG, with words through [`Wording`], which the room `render` answers in the language of the page.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "classes and counts are small"
)]

mod chart;
pub(crate) mod choose;
mod declare;
pub mod draw;
mod gather;
mod grids;
mod special;
mod spreads;
mod titles;
mod value;
mod wording;

use crate::data::{Table, Tables};
use crate::diag::Sink;
use crate::model::Portal;
use crate::model::chart::{Aggregate, ChartSpec, Declared, Shape};
use crate::model::fence::fences;
use crate::model::head::Head;
use crate::source::limits::Limits;
use crate::text::lang::Lang;
use crate::text::phrase::Phrase;
pub use chart::{Chart, ChartCondition, ChartOthers, ChartSeries, ChartTile};
use choose::Choice;
use gather::{Points, Refusal, Wanted};
use rayon::prelude::*;
use std::collections::BTreeMap;
pub use wording::Wording;

/// A dataset of many tables shows charts of the first ones only, unless they are declared.
const CHARTS_OF_DATASET: usize = 2;
/// Most bars; what is beyond them is told in one line.
const MOST_BARS: usize = 15;
/// Fewest values of a chart.
const FEWEST: usize = 3;
/// Most places that a flow leaves or reaches.
const MOST_ENDS: usize = 12;
/// Rows of a table in a text, where nothing is said.
const TABLE_ROWS: usize = 20;

/// A fence's place: file, section, and which of the section's fences.
pub(crate) type FencePlace = (String, String, usize);

/// A chart to be made: of a table or of a fence, and what is declared.
type Work = (Result<(String, String), FencePlace>, Option<ChartSpec>);

/// Every chart of the portal.
#[derive(Debug, Default)]
pub struct Charts {
    /// By dataset and resource.
    of: BTreeMap<(String, String), Drawn>,
    /// By the place of the fence.
    fences: BTreeMap<FencePlace, Drawn>,
    /// How the values of each column are spread, by dataset and resource.
    spreads: BTreeMap<(String, String), Vec<Vec<u64>>>,
}

impl Charts {
    /// What is drawn of each table: dataset, resource, kind.
    pub fn drawn(&self) -> impl Iterator<Item = (&str, &str, &Chart)> {
        self.of
            .iter()
            .map(|((dataset, resource), drawn)| (&**dataset, &**resource, &drawn.chart))
    }

    /// Returns the chart of a table; `None` where none is drawn.
    pub(crate) fn of_table(&self, dataset: &str, resource: &str) -> Option<&Drawn> {
        self.of.get(&(dataset.to_owned(), resource.to_owned()))
    }

    /// Returns the chart of a section's fence number `at`; `None` where none is drawn.
    pub(crate) fn of_fence(&self, file: &str, section: &str, at: usize) -> Option<&Drawn> {
        self.fences.get(&(file.to_owned(), section.to_owned(), at))
    }

    /// Returns how often values of each class of a column occur; empty where that is not counted.
    pub(crate) fn spread(&self, dataset: &str, resource: &str, column: usize) -> Vec<u64> {
        let of = self.spreads.get(&(dataset.to_owned(), resource.to_owned()));
        of.and_then(|columns| columns.get(column))
            .cloned()
            .unwrap_or_default()
    }
}

impl Drawn {
    /// Returns the chart with its words for a page in `page`'s language; links are the page's to add.
    pub(crate) fn worded(&self, portal: &Portal, tables: &Tables, page: &Lang) -> Chart {
        let table = tables
            .of(&self.dataset)
            .find(|t| t.resource == self.resource);
        let title = |at: Option<usize>| {
            let column = &table?.columns[at?];
            Some(Phrase::of(&column.title, page).unwrap_or_else(|| Phrase::new(&column.name)))
        };
        let [x, y, series] = self.columns.map(title);
        let words = |of: fn(&ChartSpec) -> &crate::text::words::Words| {
            (self.spec.as_ref()).and_then(|spec| Phrase::of(of(spec), page))
        };
        let condition = |(at, values): &(usize, Vec<String>)| ChartCondition {
            column: title(Some(*at)).unwrap_or_default(),
            values: values.clone(),
        };
        let lang = (portal.dataset(&self.dataset))
            .and_then(|dataset| dataset.language.as_ref())
            .filter(|lang| *lang != page);
        let mut chart = self.chart.clone();
        for (series, at) in chart.series.iter_mut().zip(self.shown.iter().skip(1)) {
            series.name = title(Some(*at)).and_then(|t| t.text);
        }
        Chart {
            title: words(|s| &s.title),
            measure: y.unwrap_or_else(|| Phrase::message("chart-rows")),
            by: x.or_else(|| title(self.shown.first().copied())),
            split: series,
            lang: lang.map(|l| l.tag().to_owned()),
            // What is drawn says itself which values it has.
            only: (self.filter.iter())
                .filter(|(at, _)| !self.columns.contains(&Some(*at)))
                .map(condition)
                .collect(),
            note: words(|s| &s.note),
            alt: words(|s| &s.alt),
            ..chart
        }
    }
}

/// A chart, and what it was made of.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    chart: Chart,
    spec: Option<ChartSpec>,
    /// The dataset that it shows.
    pub(crate) dataset: String,
    /// The resource of that dataset.
    pub(crate) resource: String,
    columns: [Option<usize>; 3],
    shown: Vec<usize>,
    filter: Vec<(usize, Vec<String>)>,
}

/// Gathers every chart: of each table, and of each fence in a text.
pub fn draw(portal: &Portal, tables: &Tables, sink: &mut Sink) -> Charts {
    let mut work: Vec<Work> = Vec::new();
    for dataset in &portal.datasets {
        for (i, resource) in dataset.resources.iter().enumerate() {
            let whole = dataset.chart.as_ref().filter(|_| i == 0);
            let spec = match resource.chart.as_ref().or(whole) {
                Some(Declared::None) => continue,
                // A chart of the whole dataset is its only one.
                None if dataset.chart.is_some() || i >= CHARTS_OF_DATASET => continue,
                Some(Declared::Chart(spec)) => Some((**spec).clone()),
                Some(Declared::Auto) | None => None,
            };
            work.push((Ok((dataset.head.id.clone(), resource.name.clone())), spec));
        }
    }
    portal
        .heads()
        .for_each(|head| work.extend(of_texts(head, &portal.settings.limits, sink)));
    let mut charts = Charts::default();
    let name = |table: &Table| (table.dataset.clone(), table.resource.clone());
    charts.spreads = tables
        .tables
        .par_iter()
        .map(|table| (name(table), spreads::spreads(table)))
        .collect();
    charts.enter(work, portal, tables, sink);
    charts
}

/// The fences of a page's texts.
fn of_texts(head: &Head, limits: &Limits, sink: &mut Sink) -> Vec<Work> {
    let mut work: Vec<Work> = Vec::new();
    for (lang, body) in &head.body {
        let Some(file) = head.files.get(lang).filter(|f| f.path.ends_with(".md")) else {
            continue;
        };
        for section in &body.sections {
            for (n, spec) in fences(file, section, lang, limits, sink)
                .into_iter()
                .enumerate()
            {
                let place = (file.path.clone(), section.id.clone(), n);
                work.extend(spec.map(|spec| (Err(place), Some(spec))));
            }
        }
    }
    work
}

impl Charts {
    /// Gathers the charts of a page's texts anew.
    pub(crate) fn take_in(&mut self, head: &Head, portal: &Portal, tables: &Tables) {
        self.fences
            .retain(|(file, _, _), _| head.files.values().all(|own| own.path != *file));
        // What is wrong with them is told by the next build.
        let mut sink = Sink::new();
        let work = of_texts(head, &portal.settings.limits, &mut sink);
        self.enter(work, portal, tables, &mut sink);
    }

    fn enter(&mut self, work: Vec<Work>, portal: &Portal, tables: &Tables, sink: &mut Sink) {
        let one = |(of, spec): &Work| {
            let mut sink = Sink::new();
            (
                declare::draw(of.as_ref().ok(), spec.as_ref(), portal, tables, &mut sink),
                sink,
            )
        };
        let made: Vec<(Option<Drawn>, Sink)> = work.par_iter().map(one).collect();
        for ((of, _), (drawn, found)) in work.into_iter().zip(made) {
            sink.extend(found.into_found());
            match (of, drawn) {
                (Ok(of), Some(drawn)) => drop(self.of.insert(of, drawn)),
                (Err(place), Some(drawn)) => drop(self.fences.insert(place, drawn)),
                (_, None) => {}
            }
        }
    }
}

/// Gathers what is wanted, and decides the shape; an error where no chart is better.
fn made(mut wanted: Wanted<'_>, spec: Option<&ChartSpec>) -> Result<Chart, Refusal> {
    let points = match wanted.shape {
        Some(Shape::Histogram) => special::histogram(&wanted)?,
        Some(Shape::Timeline) => special::periods(&wanted)?,
        Some(Shape::Points) => special::pairs(&wanted)?,
        Some(Shape::Map) => special::places(&wanted)?,
        Some(Shape::Flow) => {
            if wanted.x.is_none() || wanted.series.is_none() {
                return Err(Refusal::NoColumns);
            }
            let sum = if wanted.y.is_some() {
                Aggregate::Sum
            } else {
                Aggregate::Count
            };
            wanted.aggregate = wanted.aggregate.or(Some(sum));
            gather::gather(&wanted)?
        }
        Some(Shape::Strip | Shape::Cross) => {
            wanted.aggregate = wanted.aggregate.or(Some(if wanted.y.is_some() {
                Aggregate::Sum
            } else {
                Aggregate::Count
            }));
            gather::gather(&wanted)?
        }
        _ => gather::gather(&wanted)?,
    };
    let time = wanted
        .x
        .is_some_and(|x| choose::is_time(&wanted.table.columns[x]));
    let shape = wanted.shape.unwrap_or_else(|| {
        if time {
            choose::over_time(points.labels.len(), points.series.len())
        } else {
            Shape::Bars
        }
    });
    judge(&wanted, shape, &points)?;
    let y = wanted.y.map(|y| &wanted.table.columns[y]);
    let whole = y.is_none_or(|c| c.kind == crate::data::FieldType::Integer);
    let share = y
        .and_then(|c| c.unit.as_deref())
        .is_some_and(|unit| unit.contains(['%', '‰']));
    let mut chart = Chart {
        kind: shape.id().to_owned(),
        time,
        additive: whole
            && !share
            && !matches!(
                wanted.aggregate,
                Some(Aggregate::Mean | Aggregate::Min | Aggregate::Max)
            ),
        unit: y
            .and_then(|c| c.unit.clone())
            .filter(|_| wanted.aggregate != Some(Aggregate::Count)),
        labels: points.labels,
        series: points.series,
        // No row of two categories is a count of nought, not a value that is missing.
        missing: if matches!(shape, Shape::Cross | Shape::Flow) {
            0
        } else {
            points.missing
        },
        left_out: points.left_out,
        aggregate: wanted
            .aggregate
            .filter(|_| wanted.y.is_some())
            .and_then(|a| {
                Aggregate::ALL
                    .iter()
                    .find(|(_, known)| *known == a)
                    .map(|(id, _)| (*id).to_owned())
            }),
        highlight: spec.map(|s| s.highlight.clone()).unwrap_or_default(),
        ..Chart::default()
    };
    if shape == Shape::Tiles {
        let rows = spec.map(|spec| &*spec.tiles).unwrap_or_default();
        chart.tiles = grids::tiles(rows, &chart.labels).ok_or(Refusal::NoTile)?;
    }
    if matches!(shape, Shape::Bars | Shape::Strip | Shape::Dots) {
        let ordinal = wanted
            .x
            .is_some_and(|x| wanted.table.columns[x].constraints.allowed.is_some());
        shorten(
            &mut chart,
            ordinal || time,
            spec.and_then(|s| s.limit),
            shape,
        );
    }
    Ok(chart)
}

/// No chart beats a wrong chart.
fn judge(wanted: &Wanted<'_>, shape: Shape, points: &Points) -> Result<(), Refusal> {
    let values = points.series.iter().flat_map(|s| &s.values);
    let present = values.clone().filter(|v| v.is_some()).count();
    let numeric = wanted
        .y
        .is_none_or(|y| wanted.table.columns[y].kind.is_numeric());
    if !numeric && shape != Shape::Timeline {
        return Err(Refusal::NoNumber);
    }
    let fewest = if shape == Shape::Strip { 1 } else { FEWEST };
    if present < fewest {
        return Err(Refusal::Few);
    }
    // Missing are the places that a reader would look for: each series from its first to its last value.
    let looked_for: usize = points.series.iter().map(|s| within(&s.values)).sum();
    if matches!(
        shape,
        Shape::Line | Shape::Multiples | Shape::Sparks | Shape::Histogram | Shape::Points
    ) && (looked_for - present.min(looked_for)) * 5 > looked_for
    {
        return Err(Refusal::Missing);
    }
    let most = most_series(shape);
    if points.series.len() > most {
        return Err(Refusal::TooManySeries);
    }
    let most = match shape {
        Shape::Columns => 24,
        Shape::Cross => choose::MOST_CROSSED[0] as usize,
        Shape::Flow => MOST_ENDS,
        _ => usize::MAX,
    };
    let below = |value: &&Option<String>| value.as_deref().is_some_and(|v| v.starts_with('-'));
    if shape == Shape::Flow
        && points
            .series
            .iter()
            .flat_map(|s| &s.values)
            .any(|v| below(&v))
    {
        return Err(Refusal::Negative);
    }
    if points.labels.len() > most {
        Err(Refusal::Many)
    } else {
        Ok(())
    }
}

/// Most series of a shape; of one that is not known yet, the most of any.
const fn most_series(shape: Shape) -> usize {
    match shape {
        Shape::Line | Shape::Columns | Shape::Dots | Shape::Bars => choose::MOST_LINES,
        Shape::Multiples => choose::MOST_MULTIPLES,
        Shape::Cross => choose::MOST_CROSSED[1] as usize,
        Shape::Flow => MOST_ENDS,
        Shape::Tiles => 1,
        _ => choose::MOST_SERIES as usize,
    }
}

fn within(values: &[Option<String>]) -> usize {
    let first = values.iter().position(Option::is_some);
    let last = values.iter().rposition(Option::is_some);
    first.zip(last).map_or(0, |(first, last)| last - first + 1)
}

/// Sorts bars by size, unless their order means something, and keeps the largest.
fn shorten(chart: &mut Chart, ordered: bool, limit: Option<usize>, shape: Shape) {
    let size = |i: usize| {
        chart
            .series
            .first()
            .and_then(|s| s.values[i].as_deref())
            .map_or(f64::MIN, value::size)
    };
    let mut order: Vec<usize> = (0..chart.labels.len()).collect();
    if !ordered {
        order.sort_by(|a, b| size(*b).total_cmp(&size(*a)));
    }
    let most = limit.unwrap_or(if shape == Shape::Strip {
        choose::MOST_LINES
    } else {
        MOST_BARS
    });
    // One more bar takes no more room than the line that would represent it.
    let rest = if order.len() > most + 1 {
        order.split_off(most)
    } else {
        Vec::new()
    };
    if !rest.is_empty() {
        let mut values: Vec<&str> = rest
            .iter()
            .filter_map(|i| chart.series[0].values[*i].as_deref())
            .collect();
        values.sort_by(|a, b| value::size(a).total_cmp(&value::size(b)));
        let sum = if chart.additive {
            value::sum(values.iter().copied())
        } else {
            None
        };
        let [min, max] = [values.first(), values.last()].map(|v| v.map(|v| (*v).to_owned()));
        chart.others = Some(ChartOthers {
            count: rest.len() as u64,
            sum,
            min,
            max,
        });
    }
    chart.labels = order.iter().map(|i| chart.labels[*i].clone()).collect();
    for series in &mut chart.series {
        series.values = order.iter().map(|i| series.values[*i].clone()).collect();
    }
}

/// The table of a choice that nobody declared.
fn wanted<'t>(table: &'t Table, choice: &Choice) -> Wanted<'t> {
    Wanted {
        table,
        shape: choice.shape,
        x: choice.x,
        y: choice.y,
        series: choice.series,
        aggregate: None,
        filter: Vec::new(),
    }
}
