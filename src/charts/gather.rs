//! A chart's values, gathered in one reading of the table's rows. Only places of the chart are kept, never rows.

use super::chart::ChartSeries;
use super::choose::is_time;
use super::condition::RowCondition;
use super::totals::{LONGEST_TOTAL, is_total, may_hold_total};
use super::value::{self, ValueAccumulator};
use crate::model::chart::{Aggregate, Shape};
use std::collections::{BTreeMap, BTreeSet};
use tragaluz_tables::cell_formats::number::Decimal;
use tragaluz_tables::disclosure::HIDDEN;
use tragaluz_tables::rows::Row;
use tragaluz_tables::{Column, Table, Value};

/// Most places of a chart that are kept while rows pass by.
pub(crate) const MOST_PLACES: usize = 20_000;

/// Most rows that are drawn one by one.
pub(crate) const MOST_ROWS: usize = 300;
/// Most bytes of the places' labels.
const MOST_BYTES: usize = 8 << 20;

/// What to gather of a table.
#[derive(Debug, Clone)]
pub(crate) struct ChartQuery<'a> {
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
    /// Which rows are gathered: those that meet all conditions.
    pub(crate) filter: Vec<RowCondition>,
    /// Whether a whole is gathered beside its parts, as one series more.
    pub(crate) with_totals: bool,
}

impl ChartQuery<'_> {
    /// Whether the value of a row is a count that is not shown.
    fn hides(&self, row: &Row) -> bool {
        let cell = self.y.and_then(|y| row.cell(y));
        self.table.is_withheld() && cell == Some(HIDDEN)
    }

    fn takes(&self, row: &Row) -> bool {
        self.filter.iter().all(|condition| {
            let cell = row.cell(condition.column).unwrap_or_default();
            condition.texts.iter().any(|text| text == cell)
        })
    }

    /// Returns whether a column, by its index, holds numbers.
    pub(crate) fn is_numeric(&self, column: usize) -> bool {
        self.table.columns[column].kind.is_numeric()
    }

    /// Returns the values that a column may hold, in their order, where its schema names them.
    fn allowed(&self, column: Option<usize>) -> Option<&Vec<String>> {
        self.table.columns[column?].constraints.allowed.as_ref()
    }
}

/// Why no chart is better than the one that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChartRefusal {
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

/// The values of a chart.
#[derive(Debug, Clone, Default)]
pub(crate) struct ChartValues {
    /// What is along the axis, in order.
    pub(crate) labels: Vec<String>,
    pub(crate) series: Vec<ChartSeries>,
    /// How many places of labels and series have no value.
    pub(crate) missing: u64,
    /// How many of these are not shown, to protect people, because a part of them is not.
    pub(crate) hidden: u64,
    /// Values left out because they are sums of others.
    pub(crate) left_out: Vec<String>,
}

impl ChartValues {
    /// Returns the values that are there, of all series.
    pub(crate) fn present(&self) -> impl Iterator<Item = &str> {
        let values = self.series.iter().flat_map(|series| &series.values);
        values.filter_map(Option::as_deref)
    }
}

/// Returns a cell as a label: dates in ISO, numbers in plain digits, others as written; `None` where there is no value.
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

/// Calls `take` with each row that meets the query's conditions.
pub(crate) fn each_row(
    query: &ChartQuery<'_>,
    mut take: impl FnMut(&Row) -> Result<(), ChartRefusal>,
) -> Result<(), ChartRefusal> {
    let mut records = query
        .table
        .records()
        .map_err(|_| ChartRefusal::Unreadable)?;
    while let Some(row) = records.next_row().map_err(|_| ChartRefusal::Unreadable)? {
        if query.takes(row) {
            take(row)?;
        }
    }
    Ok(())
}

/// Gathers a chart's values; refuses more than `most_series` series.
pub(crate) fn gather(
    query: &ChartQuery<'_>,
    most_series: usize,
) -> Result<ChartValues, ChartRefusal> {
    let mut totals = Totals::new(query);
    let mut grid = ValueGrid {
        most_series,
        ..ValueGrid::default()
    };
    let columns = &query.table.columns;
    let mut scratch = [String::new(), String::new(), String::new()];
    each_row(query, |row| {
        if totals.holds(row) {
            return Ok(());
        }
        let [a, b, c] = &mut scratch;
        let x = match query.x {
            Some(at) => label(&columns[at], row.cell(at), a),
            None => Some(""),
        };
        let name = match query.series {
            Some(at) => label(&columns[at], row.cell(at), b),
            None => Some(""),
        };
        let (Some(x), Some(name)) = (x, name) else {
            return Ok(());
        };
        let value = match query.y {
            Some(at) => label(&columns[at], row.cell(at), c).and_then(value::number),
            None => value::number("1"),
        };
        if query.hides(row) {
            grid.hide(x, name);
        }
        grid.add(x, name, value, query)
    })?;
    Ok(grid.finish(query, totals.found.into_iter().collect()))
}

/// Texts, each with its index in the order in which they came.
#[derive(Default)]
struct TextIndex {
    texts: Vec<String>,
    at: BTreeMap<String, usize>,
}

impl TextIndex {
    fn of(&mut self, text: &str) -> usize {
        if let Some(found) = self.at.get(text) {
            return *found;
        }
        self.texts.push(text.to_owned());
        self.at.insert(text.to_owned(), self.texts.len() - 1);
        self.texts.len() - 1
    }

    /// Returns the indexes in the order of `allowed`.
    fn in_order_of(&self, allowed: &[String]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.texts.len()).collect();
        order.sort_by_key(|i| allowed.iter().position(|a| *a == self.texts[*i]));
        order
    }
}

/// Values by label and series while rows pass by.
#[derive(Default)]
struct ValueGrid {
    labels: TextIndex,
    names: TextIndex,
    cells: BTreeMap<(usize, usize), Option<ValueAccumulator>>,
    /// Places of which a part is not shown: the sum of the others would be taken for the whole.
    hidden: BTreeSet<(usize, usize)>,
    /// Bytes of all labels and names.
    bytes: usize,
    most_series: usize,
}

impl ValueGrid {
    fn add(
        &mut self,
        x: &str,
        name: &str,
        value: Option<Decimal>,
        query: &ChartQuery<'_>,
    ) -> Result<(), ChartRefusal> {
        let known = self.texts();
        let place = (self.labels.of(x), self.names.of(name));
        if self.texts() > known {
            self.bytes += x.len() + name.len();
        }
        match self.cells.get_mut(&place) {
            Some(_) if query.aggregate.is_none() && query.y.is_some() => {
                return Err(ChartRefusal::Repeated);
            }
            Some(Some(sum)) => value.into_iter().for_each(|value| sum.add(value)),
            Some(empty) => *empty = value.map(ValueAccumulator::new),
            None => {
                self.cells.insert(place, value.map(ValueAccumulator::new));
            }
        }
        self.check()
    }

    /// Notes that a part of a place's value is not shown; its text is entered with the value itself.
    fn hide(&mut self, x: &str, name: &str) {
        let known = self.texts();
        self.hidden.insert((self.labels.of(x), self.names.of(name)));
        if self.texts() > known {
            self.bytes += x.len() + name.len();
        }
    }

    fn texts(&self) -> usize {
        self.labels.texts.len() + self.names.texts.len()
    }

    /// Refuses what the chart cannot hold.
    fn check(&self) -> Result<(), ChartRefusal> {
        if self.names.texts.len() > self.most_series {
            return Err(ChartRefusal::TooManySeries);
        }
        if self.cells.len() > MOST_PLACES || self.bytes > MOST_BYTES {
            return Err(ChartRefusal::Many);
        }
        Ok(())
    }

    fn finish(self, query: &ChartQuery<'_>, left_out: Vec<String>) -> ChartValues {
        let order = self.order(query);
        let names = self
            .names
            .in_order_of(query.allowed(query.series).map_or(&[], |a| a));
        let aggregate = if query.y.is_some() {
            query.aggregate
        } else {
            Some(Aggregate::Count)
        };
        let series: Vec<ChartSeries> = (names.iter())
            .map(|name| ChartSeries {
                name: query.series.map(|_| self.names.texts[*name].clone()),
                values: order
                    .iter()
                    .map(|x| self.value(*x, *name, aggregate))
                    .collect(),
                numeric: true,
            })
            .collect();
        let values = series.iter().flat_map(|s| &s.values);
        ChartValues {
            labels: order
                .iter()
                .map(|i| self.labels.texts[*i].clone())
                .collect(),
            missing: values.filter(|v| v.is_none()).count() as u64,
            series,
            hidden: self.hidden.len() as u64,
            left_out,
        }
    }

    /// Returns the labels' indexes as they follow one another: as the schema names them, by time, or as in the data.
    fn order(&self, query: &ChartQuery<'_>) -> Vec<usize> {
        if let Some(allowed) = query.allowed(query.x) {
            return self.labels.in_order_of(allowed);
        }
        let mut order: Vec<usize> = (0..self.labels.texts.len()).collect();
        if query.x.is_some_and(|x| is_time(&query.table.columns[x])) {
            order.sort_by(|a, b| self.labels.texts[*a].cmp(&self.labels.texts[*b]));
        }
        order
    }

    fn value(&self, x: usize, name: usize, aggregate: Option<Aggregate>) -> Option<String> {
        let cell = self.cells.get(&(x, name)).and_then(Option::as_ref);
        let is_counted = aggregate == Some(Aggregate::Count);
        let is_whole = is_counted || !self.hidden.contains(&(x, name));
        cell.filter(|_| is_whole)?.value(aggregate)
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
    fn new(query: &ChartQuery<'_>) -> Self {
        let adds_up = query.aggregate.is_some() || query.y.is_none();
        let columns = (0..query.table.columns.len())
            .filter(|at| adds_up || query.x == Some(*at) || query.series == Some(*at))
            .filter(|at| !query.with_totals || query.series != Some(*at))
            .filter(|at| query.filter.iter().all(|condition| condition.column != *at))
            .filter(|at| may_hold_total(&query.table.columns[*at]))
            .collect();
        Totals {
            columns,
            known: BTreeMap::new(),
            found: BTreeSet::new(),
        }
    }

    /// Returns whether the row holds a sum of others.
    fn holds(&mut self, row: &Row) -> bool {
        (0..self.columns.len()).any(|i| {
            let cell = row.cell(self.columns[i]);
            cell.is_some_and(|cell| cell.len() <= LONGEST_TOTAL && self.is_total(cell))
        })
    }

    fn is_total(&mut self, cell: &str) -> bool {
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
    }
}
