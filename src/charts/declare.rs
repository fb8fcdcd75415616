//! From a declaration, or the rules, to a chart; what is wrong with a declaration is a finding.

use super::gather::{Refusal, Wanted};
use super::{Drawn, choose, made, special, titles, wanted};
use crate::charts::Chart;
use crate::data::{Table, Tables};
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::Portal;
use crate::model::chart::{ChartSpec, Named, Shape};
use crate::text::near::nearest;

/// A chart of a table (`of`), or of a fence, which names its data itself.
pub(crate) fn draw(
    of: Option<&(String, String)>,
    spec: Option<&ChartSpec>,
    portal: &Portal,
    tables: &Tables,
    sink: &mut Sink,
) -> Option<Drawn> {
    let Some(spec) = spec else {
        let (dataset, resource) = of?;
        let table = tables.of(dataset).find(|t| t.resource == *resource)?;
        let choice = choose::choose(table)?;
        let chart = made(wanted(table, &choice), None).ok()?;
        return Some(drawn(
            table,
            None,
            [choice.x, choice.y, choice.series],
            Vec::new(),
            Vec::new(),
            chart,
        ));
    };
    let table = match (&spec.data, of) {
        (Some(data), _) => find(data, portal, tables, sink)?,
        (None, Some((dataset, resource))) => {
            tables.of(dataset).find(|t| t.resource == *resource)?
        }
        (None, None) => return None,
    };
    let mut fine = true;
    let mut column = |named: &Named| {
        let found = table.columns.iter().position(|c| c.name == named.text);
        if found.is_none() {
            sink.push(no_column(table, named));
            fine = false;
        }
        found
    };
    let [x, y, series] =
        [&spec.x, &spec.y, &spec.series].map(|named| named.as_ref().and_then(&mut column));
    let shown: Vec<usize> = spec.columns.iter().filter_map(&mut column).collect();
    let filter: Vec<(usize, Vec<String>)> = spec
        .filter
        .iter()
        .filter_map(|(named, values)| Some((column(named)?, values.clone())))
        .collect();
    if !fine {
        return None;
    }
    let mut asked = Wanted {
        table,
        shape: spec.shape,
        x,
        y,
        series,
        aggregate: spec.aggregate,
        filter,
    };
    let filter = asked.filter.clone();
    if spec.shape == Some(Shape::Table) {
        let shown = if shown.is_empty() {
            (0..table.columns.len().min(6)).collect()
        } else {
            shown
        };
        let points = special::rows(&asked, &shown, spec.limit.unwrap_or(super::TABLE_ROWS));
        let points = refused(points, spec, sink)?;
        let kind = Shape::Table.id().to_owned();
        let chart = Chart {
            kind,
            labels: points.labels,
            series: points.series,
            missing: points.missing,
            ..Chart::default()
        };
        return Some(drawn(table, Some(spec), [None; 3], shown, filter, chart));
    }
    complete(&mut asked);
    let columns = [asked.x, asked.y, asked.series];
    let chart = refused(made(asked, Some(spec)), spec, sink)?;
    titles::check(spec, &chart, sink);
    Some(drawn(table, Some(spec), columns, Vec::new(), filter, chart))
}

/// What the author leaves open is taken from the rules, where they say something.
fn complete(asked: &mut Wanted<'_>) {
    if asked.shape == Some(Shape::Map) {
        let [latitude, longitude] = choose::coordinates(asked.table);
        asked.y = asked.y.or(latitude);
        asked.x = asked.x.or(longitude);
        return;
    }
    if asked.x.is_some() || asked.shape == Some(Shape::Histogram) && asked.y.is_some() {
        return;
    }
    if let Some(choice) = choose::choose(asked.table) {
        asked.shape = asked.shape.or(choice.shape);
        asked.x = choice.x;
        asked.y = asked.y.or(choice.y);
        asked.series = asked.series.or(choice.series);
    }
}

fn drawn(
    table: &Table,
    spec: Option<&ChartSpec>,
    columns: [Option<usize>; 3],
    shown: Vec<usize>,
    filter: Vec<(usize, Vec<String>)>,
    chart: Chart,
) -> Drawn {
    let (dataset, resource) = (table.dataset.clone(), table.resource.clone());
    Drawn {
        chart,
        spec: spec.cloned(),
        dataset,
        resource,
        columns,
        shown,
        filter,
    }
}

/// The table that `SLUG` or `SLUG/RESOURCE` names.
fn find<'t>(
    data: &Named,
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

fn no_column(table: &Table, named: &Named) -> Diagnostic {
    let names: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
    let near = nearest(&named.text, names.iter().copied()).unwrap_or("none");
    let finding = Diagnostic::new(&codes::CHART_COLUMN_ABSENT).at(named.place.clone());
    let finding = finding
        .arg("data", format!("{}/{}", table.dataset, table.resource))
        .arg("column", &named.text);
    finding.arg("near", near).arg("known", names.join(", "))
}

/// A declared chart that is not drawn is a finding: its author expects to see it.
fn refused<T>(made: Result<T, Refusal>, spec: &ChartSpec, sink: &mut Sink) -> Option<T> {
    let (reason, limit) = match made {
        Ok(made) => return Some(made),
        Err(Refusal::Unreadable) => ("unreadable", 0),
        Err(Refusal::Repeated) => ("repeated", 0),
        Err(Refusal::Many) => ("many", super::gather::MOST_PLACES),
        Err(Refusal::Few) => ("few", super::FEWEST),
        Err(Refusal::Missing) => ("missing", 20),
        Err(Refusal::TooManySeries) => ("too-many-series", choose::MOST_LINES),
        Err(Refusal::Negative) => ("negative", 0),
        Err(Refusal::NoTile) => ("tiles", 0),
        Err(Refusal::NoNumber) => ("number", 0),
        Err(Refusal::NoColumns) => ("columns", 0),
    };
    let finding = Diagnostic::new(&codes::CHART_NOT_DRAWN).at(spec.place.clone());
    sink.push(finding.arg("reason", reason).arg("limit", limit));
    None
}
