//! A chart's values, gathered in one reading of the table's rows. Only places of the chart are kept, never rows.

use super::choose::{is_time, is_total};
use super::value::{self, Gathered};
use crate::charts::ChartSeries;
use crate::data::rows::Row;
use crate::data::{Column, FieldType, Table, Value};
use crate::model::chart::{Aggregate, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// Most places of a chart that are kept while rows pass by.
pub(crate) const MOST_PLACES: usize = 20_000;

/// Most bytes of their labels.
const MOST_BYTES: usize = 8 << 20;
/// Longest text that may be the name of a sum, in bytes.
const LONGEST_TOTAL: usize = 200;

/// What to gather.
#[derive(Debug, Clone)]
pub(crate) struct Wanted<'a> {
    /// The table.
    pub(crate) table: &'a Table,
    /// The shape, where it is known.
    pub(crate) shape: Option<Shape>,
    /// The column along which values are.
    pub(crate) x: Option<usize>,
    /// The column of values; rows are counted where there is none.
    pub(crate) y: Option<usize>,
    /// The column that tells series apart.
    pub(crate) series: Option<usize>,
    /// How several rows become one value.
    pub(crate) aggregate: Option<Aggregate>,
    /// Columns and the texts that they must hold.
    pub(crate) filter: Vec<(usize, Vec<String>)>,
}

/// Why nothing is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The file cannot be read again.
    Unreadable,
    /// Several rows represent one place.
    Repeated,
    /// More places than can be kept.
    Many,
    /// Fewer values than a chart needs.
    Few,
    /// Too many values are missing.
    Missing,
    /// More categories than can be told apart.
    TooManySeries,
    /// A place that has no tile, or the tile of another one.
    NoTile,
    /// A flow of less than nothing.
    Negative,
    /// The column of values is not of numbers.
    NoNumber,
    /// The columns do not say what to draw.
    NoColumns,
}

/// What was gathered.
#[derive(Debug, Clone, Default)]
pub(crate) struct Points {
    /// Along the axis.
    pub(crate) labels: Vec<String>,
    /// Values for each label.
    pub(crate) series: Vec<ChartSeries>,
    /// Places without a value.
    pub(crate) missing: u64,
    /// Values left out because they are sums of others.
    pub(crate) left_out: Vec<String>,
}

/// A cell as a label: dates in ISO, numbers in plain digits, others as written.
pub(crate) fn label<'a>(
    column: &'a Column,
    cell: Option<&'a str>,
    scratch: &'a mut String,
) -> Option<&'a str> {
    match column.value(cell, scratch) {
        Value::Missing | Value::Json(_) => None,
        Value::Boolean(_) => cell,
        Value::Text(t)
        | Value::Integer(t)
        | Value::Number(t)
        | Value::Date(t)
        | Value::DateTime(t)
        | Value::Time(t) => Some(t),
    }
}

/// Places of the chart while rows pass by.
#[derive(Default)]
struct Places {
    labels: Vec<String>,
    label_at: BTreeMap<String, usize>,
    names: Vec<String>,
    name_at: BTreeMap<String, usize>,
    cells: BTreeMap<(usize, usize), Option<Gathered>>,
    /// Bytes of all labels and names.
    bytes: usize,
}

fn index(text: &str, at: &mut BTreeMap<String, usize>, all: &mut Vec<String>) -> usize {
    if let Some(found) = at.get(text) {
        return *found;
    }
    all.push(text.to_owned());
    at.insert(text.to_owned(), all.len() - 1);
    all.len() - 1
}

/// Gathers a chart's values.
pub(crate) fn gather(wanted: &Wanted<'_>) -> Result<Points, Refusal> {
    let mut totals = Totals::new(wanted);
    let mut places = Places::default();
    let mut records = wanted.table.records().map_err(|_| Refusal::Unreadable)?;
    let columns = &wanted.table.columns;
    let mut scratch = [String::new(), String::new(), String::new()];
    while let Some(row) = records.next_row().map_err(|_| Refusal::Unreadable)? {
        let kept = wanted.filter.iter().all(|(at, values)| {
            let cell = row.cell(*at).unwrap_or_default();
            values.iter().any(|v| v == cell)
        });
        if !kept || totals.holds(row) {
            continue;
        }
        let [a, b, c] = &mut scratch;
        let x = match wanted.x {
            Some(at) => label(&columns[at], row.cell(at), a),
            None => Some(""),
        };
        let name = match wanted.series {
            Some(at) => label(&columns[at], row.cell(at), b),
            None => Some(""),
        };
        let (Some(x), Some(name)) = (x, name) else {
            continue;
        };
        let value = match wanted.y {
            Some(at) => label(&columns[at], row.cell(at), c).and_then(value::number),
            None => value::number("1"),
        };
        places.add(x, name, value, wanted)?;
    }
    Ok(places.finish(wanted, totals.found.into_iter().collect()))
}

impl Places {
    fn add(
        &mut self,
        x: &str,
        name: &str,
        value: Option<crate::data::cell_formats::number::Decimal>,
        wanted: &Wanted<'_>,
    ) -> Result<(), Refusal> {
        let known = self.labels.len() + self.names.len();
        let place = (
            index(x, &mut self.label_at, &mut self.labels),
            index(name, &mut self.name_at, &mut self.names),
        );
        if self.labels.len() + self.names.len() > known {
            self.bytes += x.len() + name.len();
        }
        match self.cells.get_mut(&place) {
            Some(_) if wanted.aggregate.is_none() && wanted.y.is_some() => {
                return Err(Refusal::Repeated);
            }
            Some(Some(gathered)) => value.into_iter().for_each(|value| gathered.add(value)),
            Some(empty) => *empty = value.map(Gathered::new),
            None => {
                self.cells.insert(place, value.map(Gathered::new));
            }
        }
        let most = wanted
            .shape
            .map_or(super::choose::MOST_SERIES as usize, super::most_series);
        if self.names.len() > most {
            return Err(Refusal::TooManySeries);
        }
        let too_many = self.cells.len() > MOST_PLACES || self.bytes > MOST_BYTES;
        if too_many { Err(Refusal::Many) } else { Ok(()) }
    }

    fn finish(self, wanted: &Wanted<'_>, left_out: Vec<String>) -> Points {
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        let column = wanted.x.map(|x| &wanted.table.columns[x]);
        let allowed = column.and_then(|c| c.constraints.allowed.as_ref());
        if let Some(allowed) = allowed {
            order.sort_by_key(|i| allowed.iter().position(|a| *a == self.labels[*i]));
        } else if column.is_some_and(is_time) {
            order.sort_by(|a, b| self.labels[*a].cmp(&self.labels[*b]));
        }
        let mut names: Vec<usize> = (0..self.names.len()).collect();
        if let Some(allowed) = wanted
            .series
            .and_then(|s| wanted.table.columns[s].constraints.allowed.as_ref())
        {
            names.sort_by_key(|i| allowed.iter().position(|a| *a == self.names[*i]));
        }
        let aggregate = if wanted.y.is_some() {
            wanted.aggregate
        } else {
            Some(Aggregate::Count)
        };
        let value = |x: usize, name: usize| {
            self.cells
                .get(&(x, name))
                .and_then(Option::as_ref)?
                .value(aggregate)
        };
        let series: Vec<ChartSeries> = names
            .iter()
            .map(|name| ChartSeries {
                name: wanted.series.map(|_| self.names[*name].clone()),
                values: order.iter().map(|x| value(*x, *name)).collect(),
                numeric: true,
            })
            .collect();
        let missing = series
            .iter()
            .flat_map(|s| &s.values)
            .filter(|v| v.is_none())
            .count() as u64;
        Points {
            labels: order.iter().map(|i| self.labels[*i].clone()).collect(),
            series,
            missing,
            left_out,
        }
    }
}

/// Knows the rows that hold sums of others: in a column of categories that no condition names, `Total` beside its
/// parts. In columns that are not drawn it matters only where rows are added up.
struct Totals {
    columns: Vec<usize>,
    known: BTreeMap<String, bool>,
    found: BTreeSet<String>,
}

impl Totals {
    fn new(wanted: &Wanted<'_>) -> Self {
        let drawn = |i: usize| wanted.x == Some(i) || wanted.series == Some(i);
        let joined = wanted.aggregate.is_some() || wanted.y.is_none();
        let columns = wanted.table.columns.iter().enumerate();
        let columns = columns
            .filter(|(i, c)| {
                c.kind == FieldType::String && !wanted.filter.iter().any(|(at, _)| at == i)
            })
            .filter(|(i, c)| {
                (drawn(*i) || joined) && c.profile.distinct.is_some_and(|(n, _)| n > 2)
            })
            .map(|(i, _)| i)
            .collect();
        Totals {
            columns,
            known: BTreeMap::new(),
            found: BTreeSet::new(),
        }
    }

    /// Whether the row holds a sum of others.
    fn holds(&mut self, row: &Row) -> bool {
        let cells = self
            .columns
            .iter()
            .filter_map(|at| row.cell(*at))
            .filter(|cell| cell.len() <= LONGEST_TOTAL);
        cells.into_iter().any(|cell| {
            if let Some(known) = self.known.get(cell) {
                return *known;
            }
            let total = is_total(cell);
            if self.known.len() < MOST_PLACES {
                self.known.insert(cell.to_owned(), total);
            }
            if total {
                self.found.insert(cell.to_owned());
            }
            total
        })
    }
}
