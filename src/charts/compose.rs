//! From gathered values to a chart; no chart beats a wrong chart.

use super::chart::Chart;
use super::choose::{MOST_SERIES, is_time, over_time};
use super::gather::{self, ChartQuery, ChartRefusal, ChartValues};
use super::shapes::{self, ChartShape, Finish};
use crate::model::chart::{Aggregate, ChartSpec, Shape};
use tragaluz_tables::FieldType;

/// Of so many values that a reader would look for, at most one may be missing.
const MOST_MISSING: usize = 5;

/// Gathers what the query asks for, and decides the shape.
///
/// # Errors
///
/// Why no chart is better than this one.
pub(crate) fn compose(
    mut query: ChartQuery<'_>,
    spec: Option<&ChartSpec>,
) -> Result<Chart, ChartRefusal> {
    let values = match query.shape {
        Some(shape) => shapes::of(shape).gather(&mut query)?,
        None => gather::gather(&query, MOST_SERIES as usize)?,
    };
    let x = query.x.map(|x| &query.table.columns[x]);
    let time = x.is_some_and(is_time);
    let id = query.shape.unwrap_or_else(|| {
        if time {
            over_time(values.labels.len(), values.series.len())
        } else {
            Shape::Bars
        }
    });
    let shape = shapes::of(id);
    judge(&query, shape, &values)?;
    let missing = if shape.absent_is_nought() {
        0
    } else {
        values.missing
    };
    let mut chart = Chart {
        kind: id.id().to_owned(),
        time,
        additive: is_additive(&query) && values.hidden == 0,
        unit: unit(&query),
        labels: values.labels,
        series: values.series,
        missing,
        left_out: values.left_out,
        aggregate: aggregate(&query),
        highlight: spec.map(|s| s.highlight.clone()).unwrap_or_default(),
        ..Chart::default()
    };
    let ordered = time || x.is_some_and(|x| x.constraints.allowed.is_some());
    shape.finish(&mut chart, &Finish { ordered, spec })?;
    Ok(chart)
}

/// Returns whether values of several labels may be added up: whole numbers that are no shares, means or extremes.
fn is_additive(query: &ChartQuery<'_>) -> bool {
    use Aggregate::{Max, Mean, Min};
    let y = query.y.map(|y| &query.table.columns[y]);
    let whole = y.is_none_or(|c| c.kind == FieldType::Integer);
    let share = y
        .and_then(|c| c.unit.as_deref())
        .is_some_and(|unit| unit.contains(['%', '‰']));
    whole && !share && !matches!(query.aggregate, Some(Mean | Min | Max))
}

/// Returns the unit of the values; a number of rows has none.
fn unit(query: &ChartQuery<'_>) -> Option<String> {
    let unit = query.table.columns[query.y?].unit.clone();
    unit.filter(|_| query.aggregate != Some(Aggregate::Count))
}

/// Returns the name of the aggregate, where there are values to aggregate.
fn aggregate(query: &ChartQuery<'_>) -> Option<String> {
    let of = query.aggregate.filter(|_| query.y.is_some())?;
    let known = Aggregate::ALL.iter().find(|(_, known)| *known == of);
    known.map(|(id, _)| (*id).to_owned())
}

fn judge(
    query: &ChartQuery<'_>,
    shape: &dyn ChartShape,
    values: &ChartValues,
) -> Result<(), ChartRefusal> {
    let capacity = shape.capacity();
    let present = values.present().count();
    if shape.needs_numbers() && query.y.is_some_and(|y| !query.is_numeric(y)) {
        return Err(ChartRefusal::NoNumber);
    }
    if present < capacity.fewest_values {
        return Err(ChartRefusal::Few);
    }
    if values.hidden > 0 && shape.shows_whole() {
        return Err(ChartRefusal::Missing);
    }
    // Missing are the places that a reader would look for: each series from its first to its last value.
    let looked_for: usize = values.series.iter().map(|s| within(&s.values)).sum();
    if shape.gaps_mislead() && (looked_for - present.min(looked_for)) * MOST_MISSING > looked_for {
        return Err(ChartRefusal::Missing);
    }
    if values.series.len() > capacity.most_series {
        return Err(ChartRefusal::TooManySeries);
    }
    if !shape.takes_negatives() && values.present().any(|v| v.starts_with('-')) {
        return Err(ChartRefusal::Negative);
    }
    if values.labels.len() > capacity.most_labels {
        return Err(ChartRefusal::Many);
    }
    Ok(())
}

/// Returns how many places there are from the first to the last value.
fn within(values: &[Option<String>]) -> usize {
    let first = values.iter().position(Option::is_some);
    let last = values.iter().rposition(Option::is_some);
    first.zip(last).map_or(0, |(first, last)| last - first + 1)
}
