//! Figures looked up in their tables: each table is read once, whatever is asked of it.

use super::fault::{FigureFault, FigureSource};
use super::gathered::{FigureValue, GatheredFigure};
use super::place::FigurePlace;
use super::query::{FigureQuery, Measure};
use crate::model::Portal;
use crate::text::near::nearest;
use std::collections::BTreeMap;
use tragaluz_tables::rows::Row;
use tragaluz_tables::{Column, Table, Tables, Value};

/// What was found for each link.
pub(super) type Answers<'q> = BTreeMap<&'q str, Result<FigureValue, FigureFault>>;

/// A figure that is being looked for in a table.
struct SoughtFigure<'q> {
    target: &'q str,
    measure: Option<Measure>,
    /// The column, by its index; none where rows are counted.
    column: Option<usize>,
    conditions: Vec<SoughtValues<'q>>,
    gathered: GatheredFigure,
}

/// Values that a column must have one of.
struct SoughtValues<'q> {
    column: usize,
    values: &'q [String],
}

/// Finds every figure.
pub(super) fn answers<'q>(
    asked: &'q BTreeMap<&'q str, Result<FigureQuery, FigureFault>>,
    portal: &Portal,
    tables: &Tables,
) -> Answers<'q> {
    let mut answers = Answers::new();
    let mut by_table: BTreeMap<(&str, &str), Vec<SoughtFigure<'q>>> = BTreeMap::new();
    for (target, query) in asked {
        let sought = query.as_ref().map_err(Clone::clone).and_then(|query| {
            let table = table_of(query, portal, tables)?;
            Ok((table, sought(target, query, table)?))
        });
        match sought {
            Ok((table, figure)) => by_table
                .entry((table.dataset.as_str(), table.resource.as_str()))
                .or_default()
                .push(figure),
            Err(fault) => {
                answers.insert(target, Err(fault));
            }
        }
    }
    for ((dataset, resource), mut figures) in by_table {
        let Some(table) = tables.of(dataset).find(|table| table.resource == resource) else {
            continue;
        };
        gather(table, &mut figures);
        for figure in figures {
            let target = figure.target;
            answers.insert(target, figure.answer(table));
        }
    }
    answers
}

fn absent<'a>(
    what: &'static str,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> FigureFault {
    FigureFault::Absent {
        what,
        name: name.to_owned(),
        near: nearest(name, known).map(str::to_owned),
    }
}

/// Returns the table that a link asks: the one that it names, or else the only one of the dataset with the column.
fn table_of<'t>(
    query: &FigureQuery,
    portal: &Portal,
    tables: &'t Tables,
) -> Result<&'t Table, FigureFault> {
    let all: Vec<&Table> = tables.of(&query.dataset).collect();
    if all.is_empty() {
        let known = portal.datasets.iter().map(|d| d.head.id.as_str());
        return Err(absent("dataset", &query.dataset, known));
    }
    if let Some(name) = &query.resource {
        let named = all.iter().find(|table| table.resource == *name);
        let known = all.iter().map(|table| table.resource.as_str());
        return named.copied().ok_or_else(|| absent("table", name, known));
    }
    if all.len() == 1 {
        return Ok(all[0]);
    }
    only_with_column(query, &all)
}

/// Returns the only one of these tables that has the column of a link.
fn only_with_column<'t>(query: &FigureQuery, all: &[&'t Table]) -> Result<&'t Table, FigureFault> {
    let mut with = all.to_vec();
    with.retain(|table| column_of(query, table).is_ok());
    if with.len() > 1 {
        // Several have the column: the one that also has what it is chosen by.
        with.retain(|table| {
            let mut names = query.conditions.iter().map(|one| one.column.as_str());
            names.all(|name| index_of(table, name).is_some())
        });
    }
    match (with.pop(), with.len() as u64) {
        (Some(only), 0) => Ok(only),
        (Some(_), others) => Err(FigureFault::Several {
            kind: "table",
            count: others + 1,
        }),
        (None, _) => {
            let columns = all.iter().flat_map(|table| &table.columns);
            let known: Vec<&str> = columns.map(|column| column.name.as_str()).collect();
            Err(absent("column", &query.written, known))
        }
    }
}

fn index_of(table: &Table, name: &str) -> Option<usize> {
    table.columns.iter().position(|column| column.name == name)
}

/// The column that a link asks for, and whether it is called as it is written, measure and all.
struct AskedColumn {
    column: Option<usize>,
    is_plain: bool,
}

fn column_of(query: &FigureQuery, table: &Table) -> Result<AskedColumn, FigureFault> {
    let known = || table.columns.iter().map(|column| column.name.as_str());
    if let Some(at) = index_of(table, &query.written) {
        return Ok(AskedColumn {
            column: Some(at),
            is_plain: true,
        });
    }
    let name = match query.measure {
        None => &query.written,
        Some(Measure::Count) if query.inner.is_empty() => {
            return Ok(AskedColumn {
                column: None,
                is_plain: false,
            });
        }
        Some(_) => &query.inner,
    };
    let at = index_of(table, name).ok_or_else(|| absent("column", name, known()))?;
    Ok(AskedColumn {
        column: Some(at),
        is_plain: false,
    })
}

fn sought<'q>(
    target: &'q str,
    query: &'q FigureQuery,
    table: &Table,
) -> Result<SoughtFigure<'q>, FigureFault> {
    let asked = column_of(query, table)?;
    let known = || table.columns.iter().map(|column| column.name.as_str());
    let mut conditions = Vec::with_capacity(query.conditions.len());
    for one in &query.conditions {
        let column =
            index_of(table, &one.column).ok_or_else(|| absent("column", &one.column, known()))?;
        conditions.push(SoughtValues {
            column,
            values: &one.values,
        });
    }
    Ok(SoughtFigure {
        target,
        measure: query.measure.filter(|_| !asked.is_plain),
        column: asked.column,
        conditions,
        gathered: GatheredFigure::new(),
    })
}

/// Reads a table once, and hands each row to every figure that asks for it. What cannot be read again has no rows: that is
/// told elsewhere.
fn gather(table: &Table, figures: &mut [SoughtFigure<'_>]) {
    let Ok(mut records) = table.records() else {
        return;
    };
    let (mut number, mut scratch) = (0, String::new());
    while let Ok(Some(row)) = records.next_row() {
        for figure in &mut *figures {
            figure.look(table, row, number, &mut scratch);
        }
        number += 1;
    }
}

impl SoughtFigure<'_> {
    fn look(&mut self, table: &Table, row: &Row, number: u64, scratch: &mut String) {
        let mut second = false;
        for condition in &self.conditions {
            let cell = row.cell(condition.column).unwrap_or_default();
            let column = &table.columns[condition.column];
            let mut values = condition.values.iter();
            let Some(at) = values.position(|value| is_value(column, cell, value, scratch)) else {
                return;
            };
            second |= at == 1 && condition.values.len() == 2;
        }
        let column = self.column.map(|at| {
            let cell = row.cell(at).unwrap_or_default();
            (&table.columns[at], cell)
        });
        self.gathered
            .take(self.measure, second, number, column, scratch);
    }

    fn answer(self, table: &Table) -> Result<FigureValue, FigureFault> {
        let column = self.column.map(|at| &table.columns[at]);
        let place = FigurePlace {
            dataset: table.dataset.clone(),
            resource: table.resource.clone(),
            column: self.column,
            row: None,
        };
        let source = FigureSource {
            file: table.received.path.clone(),
            column: column.map_or_else(String::new, |column| column.name.clone()),
            ..FigureSource::default()
        };
        let is_percent = column.is_some_and(is_in_hundredths);
        self.gathered
            .value(self.measure, (place, source), is_percent)
    }
}

/// Whether a cell holds a value: as it is in the file, or as it is published.
fn is_value(column: &Column, cell: &str, value: &str, scratch: &mut String) -> bool {
    if cell == value || cell.trim() == value {
        return true;
    }
    match column.value(Some(cell), scratch) {
        Value::Integer(text)
        | Value::Number(text)
        | Value::Date(text)
        | Value::DateTime(text)
        | Value::Time(text) => text == value,
        Value::Missing => value.is_empty(),
        _ => false,
    }
}

/// Whether a column's unit is the hundredth.
pub(super) fn is_in_hundredths(column: &Column) -> bool {
    is_hundredth(column.unit.as_deref().unwrap_or_default())
}

/// Whether a unit is the hundredth.
pub(crate) fn is_hundredth(unit: &str) -> bool {
    let unit = unit.to_lowercase();
    ["%", "percent", "per cent", "por ciento", "porcentaje"]
        .iter()
        .any(|known| unit.trim() == *known)
}
