//! From a declaration, or the rules, to a chart; what is wrong with a declaration is a finding.

use super::chart::Chart;
use super::compose::compose;
use super::condition::RowCondition;
use super::gather::{ChartQuery, ChartRefusal};
use super::shapes::{self, FEWEST, table};
use super::{GatheredChart, TableName, choose, gather, titles};
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::Portal;
use crate::model::chart::{ChartSpec, Shape, SpannedText};
use crate::text::near::nearest;
use tragaluz_tables::{Table, Tables};

/// Returns the chart that the rules choose for a table; `None` where none is better.
pub(crate) fn by_rules(table: &Table) -> Option<GatheredChart> {
    (choose::choices(table).into_iter()).find_map(|choice| {
        let query = ChartQuery {
            table,
            shape: choice.shape,
            x: choice.x,
            y: choice.y,
            series: choice.series,
            aggregate: None,
            filter: choice.filter.clone(),
            with_totals: choice.with_totals,
        };
        Some(GatheredChart {
            columns: [choice.x, choice.y, choice.series],
            filter: choice.filter,
            ..GatheredChart::new(table, compose(query, None).ok()?)
        })
    })
}

/// Returns a declared chart of a table (`of`), or of a fence, which names its data itself; `None` where a finding says why
/// there is none.
pub(crate) fn declared(
    spec: &ChartSpec,
    of: Option<&TableName>,
    portal: &Portal,
    tables: &Tables,
    sink: &mut Sink,
) -> Option<GatheredChart> {
    let table = match &spec.data {
        Some(data) => find(data, portal, tables, sink)?,
        None => of?.find(tables)?,
    };
    let columns = NamedColumns::find(spec, table, sink)?;
    let gathered = if spec.shape == Some(Shape::Table) {
        let shown = columns.shown(table);
        let query = columns.query(spec, table);
        GatheredChart {
            chart: table_of_rows(&query, &shown, spec, sink)?,
            shown,
            filter: query.filter.clone(),
            ..GatheredChart::new(table, Chart::default())
        }
    } else {
        let mut query = columns.query(spec, table);
        complete(&mut query);
        let columns = [query.x, query.y, query.series];
        let filter = query.filter.clone();
        let mut chart = refused(compose(query, Some(spec)), spec, sink)?;
        chart.note_from = note_from(spec, &chart, sink);
        titles::check(spec, &chart, sink);
        GatheredChart {
            columns,
            filter,
            ..GatheredChart::new(table, chart)
        }
    };
    Some(GatheredChart {
        spec: Some(spec.clone()),
        ..gathered
    })
}

/// Returns the first label whose values are projections; `None`, with a finding, where the date that is declared is none of the
/// chart's, or not followed by any.
fn note_from(spec: &ChartSpec, chart: &Chart, sink: &mut Sink) -> Option<String> {
    let from = spec.note_from.as_ref()?;
    let first = (chart.labels.iter()).find(|label| chart.time && **label >= from.text);
    if first.is_none() {
        let finding = Diagnostic::new(&codes::CHART_NOTE_FROM).at(from.place.clone());
        sink.push(finding.arg("from", &from.text));
    }
    first.cloned()
}

/// The columns that a declaration names, by their indexes.
struct NamedColumns {
    x: Option<usize>,
    y: Option<usize>,
    series: Option<usize>,
    /// Columns of a table in a text.
    listed: Vec<usize>,
    filter: Vec<RowCondition>,
}

impl NamedColumns {
    /// Finds the columns; `None`, with a finding for each, where some are not in the table.
    fn find(spec: &ChartSpec, table: &Table, sink: &mut Sink) -> Option<NamedColumns> {
        let mut all_found = true;
        let mut column = |named: &SpannedText| {
            let found = table.columns.iter().position(|c| c.name == named.text);
            if found.is_none() {
                sink.push(no_column(table, named));
                all_found = false;
            }
            found
        };
        let [x, y, series] =
            [&spec.x, &spec.y, &spec.series].map(|named| named.as_ref().and_then(&mut column));
        let listed = spec.columns.iter().filter_map(&mut column).collect();
        let filter = (spec.filter.iter())
            .filter_map(|(named, texts)| {
                Some(RowCondition {
                    column: column(named)?,
                    texts: texts.clone(),
                })
            })
            .collect();
        all_found.then_some(NamedColumns {
            x,
            y,
            series,
            listed,
            filter,
        })
    }

    fn query<'t>(&self, spec: &ChartSpec, table: &'t Table) -> ChartQuery<'t> {
        ChartQuery {
            table,
            shape: spec.shape,
            x: self.x,
            y: self.y,
            series: self.series,
            aggregate: spec.aggregate,
            filter: self.filter.clone(),
            with_totals: false,
        }
    }

    /// Returns the columns of a table in a text: those named, else the first ones.
    fn shown(&self, table: &Table) -> Vec<usize> {
        if self.listed.is_empty() {
            (0..table.columns.len().min(table::COLUMNS)).collect()
        } else {
            self.listed.clone()
        }
    }
}

fn table_of_rows(
    query: &ChartQuery<'_>,
    shown: &[usize],
    spec: &ChartSpec,
    sink: &mut Sink,
) -> Option<Chart> {
    let rows = table::rows(query, shown, spec.limit.unwrap_or(table::ROWS));
    let values = refused(rows, spec, sink)?;
    Some(Chart {
        kind: Shape::Table.id().to_owned(),
        labels: values.labels,
        series: values.series,
        missing: values.missing,
        ..Chart::default()
    })
}

/// Takes what the author leaves open from the rules, where they say something.
fn complete(query: &mut ChartQuery<'_>) {
    let complete = match query.shape {
        Some(shape) => shapes::of(shape).complete(query),
        None => query.x.is_some(),
    };
    if complete {
        return;
    }
    let Some(choice) = choose::choose(query.table) else {
        return;
    };
    // Rows of the whole are taken alone only where the author says nothing of rows and columns.
    if query.filter.is_empty() && query.series.is_none() && query.aggregate.is_none() {
        query.filter = choice.filter;
        query.with_totals = choice.with_totals;
    }
    query.shape = query.shape.or(choice.shape);
    query.x = choice.x;
    query.y = query.y.or(choice.y);
    query.series = query.series.or(choice.series);
}

/// Returns the table that `SLUG` or `SLUG/RESOURCE` names; `None`, with a finding, where there is none.
fn find<'t>(
    data: &SpannedText,
    portal: &'t Portal,
    tables: &'t Tables,
    sink: &mut Sink,
) -> Option<&'t Table> {
    let (slug, resource) = match data.text.split_once('/') {
        Some((slug, resource)) => (slug, Some(resource)),
        None => (&*data.text, None),
    };
    let known = portal.dataset(slug);
    let found = known.and_then(|d| {
        tables
            .of(&d.head.id)
            .find(|t| resource.is_none_or(|name| t.resource == name))
    });
    // A page whose chart has lost its dataset to a fault there stays as it is, without the chart.
    if found.is_none() && !portal.is_left_out(slug) {
        let names: Vec<String> = match known {
            Some(d) => tables
                .of(&d.head.id)
                .map(|t| format!("{slug}/{}", t.resource))
                .collect(),
            None => portal.datasets.iter().map(|d| d.head.id.clone()).collect(),
        };
        let near = nearest(&data.text, names.iter().map(String::as_str)).unwrap_or("none");
        let finding = Diagnostic::new(&codes::CHART_DATA_ABSENT).at(data.place.clone());
        sink.push(finding.arg("data", &data.text).arg("near", near));
    }
    found
}

fn no_column(table: &Table, named: &SpannedText) -> Diagnostic {
    let names: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
    let near = nearest(&named.text, names.iter().copied()).unwrap_or("none");
    let finding = Diagnostic::new(&codes::CHART_COLUMN_ABSENT).at(named.place.clone());
    let finding = finding
        .arg("data", format!("{}/{}", table.dataset, table.resource))
        .arg("column", &named.text);
    finding.arg("near", near).arg("known", names.join(", "))
}

/// A declared chart that is not drawn is a finding: its author expects to see it.
fn refused<T>(made: Result<T, ChartRefusal>, spec: &ChartSpec, sink: &mut Sink) -> Option<T> {
    let (reason, limit) = match made {
        Ok(made) => return Some(made),
        Err(ChartRefusal::Unreadable) => ("unreadable", 0),
        Err(ChartRefusal::Repeated) => ("repeated", 0),
        Err(ChartRefusal::Many) => ("many", gather::MOST_PLACES),
        Err(ChartRefusal::Few) => ("few", FEWEST),
        Err(ChartRefusal::Missing) => ("missing", 20),
        Err(ChartRefusal::TooManySeries) => ("too-many-series", choose::MOST_LINES),
        Err(ChartRefusal::Negative) => ("negative", 0),
        Err(ChartRefusal::NoTile) => ("tiles", 0),
        Err(ChartRefusal::NoNumber) => ("number", 0),
        Err(ChartRefusal::NoColumns) => ("columns", 0),
    };
    let finding = Diagnostic::new(&codes::CHART_NOT_DRAWN).at(spec.place.clone());
    sink.push(finding.arg("reason", reason).arg("limit", limit));
    None
}
