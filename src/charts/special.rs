//! Charts that are not values along an axis: histograms, rows as they are, bars from date to date, pairs of numbers.

use super::gather::{Points, Refusal, Wanted, label};
use super::value::{number, size};
use crate::charts::ChartSeries;
use crate::data::Table;

/// Most rows that are drawn one by one.
const MOST_ROWS: usize = 300;
/// Most bars of a chart of periods.
const MOST_PERIODS: usize = 30;

/// Bounds of 5 to 20 classes of equal and round width, by Sturges' rule.
pub(crate) fn bounds(min: f64, max: f64, count: u64) -> Vec<f64> {
    let classes = (count.max(2) as f64).log2().ceil().clamp(4.0, 19.0) + 1.0;
    let width = round_step((max - min) / classes);
    let first = (min / width).floor();
    let last = ((max / width).floor() + 1.0).max(first + 1.0);
    let n = (last - first).min(20.0) as i32;
    (0..=n).map(|i| (first + f64::from(i)) * width).collect()
}

/// The smallest of 1, 2, 5 × 10ⁿ that is at least this.
pub(crate) fn round_step(least: f64) -> f64 {
    if !least.is_finite() || least <= 0.0 {
        return 1.0;
    }
    let ten = 10f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|n| n * ten)
        .find(|step| *step >= least * 0.999_999)
        .unwrap_or(ten * 10.0)
}

/// A bound in plain digits, without the traces of binary fractions.
fn bound(value: f64, width: f64) -> String {
    let decimals = (-width.log10().floor()).clamp(0.0, 12.0) as usize;
    format!("{value:.decimals$}")
}

/// How often values of each class occur.
pub(crate) fn histogram(wanted: &Wanted<'_>) -> Result<Points, Refusal> {
    let at = wanted.y.ok_or(Refusal::NoColumns)?;
    let column = &wanted.table.columns[at];
    let ends = [&column.profile.min, &column.profile.max];
    let mut scratch = String::new();
    let [min, max] = ends.map(|end| {
        label(column, end.as_deref(), &mut scratch)
            .and_then(number)
            .map(|d| d.to_f64())
    });
    let (Some(min), Some(max)) = (min, max) else {
        return Err(Refusal::NoNumber);
    };
    if min >= max {
        return Err(Refusal::Few);
    }
    let bounds = bounds(min, max, wanted.table.rows);
    let width = bounds[1] - bounds[0];
    let mut counts = vec![0_u64; bounds.len() - 1];
    let mut missing = 0;
    each(wanted, |row| {
        let mut scratch = String::new();
        match label(column, row(at).as_deref(), &mut scratch).and_then(number) {
            Some(value) => {
                let class = ((value.to_f64() - bounds[0]) / width + 1e-9)
                    .floor()
                    .max(0.0) as usize;
                let last = counts.len() - 1;
                counts[class.min(last)] += 1;
            }
            None => missing += 1,
        }
        Ok(())
    })?;
    let values = counts.iter().map(|n| Some(n.to_string())).collect();
    Ok(Points {
        labels: bounds.iter().map(|b| bound(*b, width)).collect(),
        series: vec![ChartSeries {
            name: None,
            values,
            numeric: true,
        }],
        missing,
        left_out: Vec::new(),
    })
}

/// Calls `take` with a function that gives the cells of each row asked for.
fn each(
    wanted: &Wanted<'_>,
    mut take: impl FnMut(&dyn Fn(usize) -> Option<String>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut records = wanted.table.records().map_err(|_| Refusal::Unreadable)?;
    while let Some(row) = records.next_row().map_err(|_| Refusal::Unreadable)? {
        let holds = |(at, values): &(usize, Vec<String>)| {
            values
                .iter()
                .any(|value| value == row.cell(*at).unwrap_or_default())
        };
        if wanted.filter.iter().all(holds) {
            take(&|at| row.cell(at).map(str::to_owned))?;
        }
    }
    Ok(())
}

/// Rows as they are: the first column as labels, the others as series; at most `limit`.
pub(crate) fn rows(
    wanted: &Wanted<'_>,
    columns: &[usize],
    limit: usize,
) -> Result<Points, Refusal> {
    let [first, others @ ..] = columns else {
        return Err(Refusal::NoColumns);
    };
    let table: &Table = wanted.table;
    let series = others
        .iter()
        .map(|at| {
            let column = &table.columns[*at];
            ChartSeries {
                name: Some(column.name.clone()),
                values: Vec::new(),
                numeric: column.kind.is_numeric(),
            }
        })
        .collect();
    let mut points = Points {
        series,
        ..Points::default()
    };
    each(wanted, |row| {
        if points.labels.len() >= limit {
            points.missing += 1;
            return Ok(());
        }
        let mut scratch = String::new();
        let mut cell = |at: usize| {
            label(&table.columns[at], row(at).as_deref(), &mut scratch).map(str::to_owned)
        };
        points.labels.push(cell(*first).unwrap_or_default());
        for (series, at) in points.series.iter_mut().zip(others) {
            series.values.push(cell(*at));
        }
        Ok(())
    })?;
    Ok(points)
}

/// Bars from date to date: labels, starts and ends.
pub(crate) fn periods(wanted: &Wanted<'_>) -> Result<Points, Refusal> {
    let (Some(start), Some(end)) = (wanted.x, wanted.y) else {
        return Err(Refusal::NoColumns);
    };
    let name = wanted.series.unwrap_or(start);
    let points = rows(wanted, &[name, start, end], MOST_PERIODS)?;
    if points.missing > 0 {
        return Err(Refusal::Many);
    }
    Ok(points)
}

/// Places: names, latitudes (`y`) and longitudes (`x`).
pub(crate) fn places(wanted: &Wanted<'_>) -> Result<Points, Refusal> {
    let (Some(longitude), Some(latitude)) = (wanted.x, wanted.y) else {
        return Err(Refusal::NoColumns);
    };
    let numeric = |at: usize| wanted.table.columns[at].kind.is_numeric();
    if !numeric(longitude) || !numeric(latitude) {
        return Err(Refusal::NoNumber);
    }
    let name = wanted.series.unwrap_or(0);
    let mut points = rows(wanted, &[name, latitude, longitude], MOST_ROWS)?;
    if points.missing > 0 {
        return Err(Refusal::Many);
    }
    let [latitudes, longitudes] = [0, 1].map(|i| &points.series[i].values);
    points.missing = latitudes
        .iter()
        .zip(longitudes)
        .filter(|(a, b)| a.is_none() || b.is_none())
        .count() as u64;
    Ok(points)
}

/// Pairs of numbers: up to 300 one by one, else counted in a grid of round steps (label `x`, series `y` and `n`).
pub(crate) fn pairs(wanted: &Wanted<'_>) -> Result<Points, Refusal> {
    let (Some(x), Some(y)) = (wanted.x, wanted.y) else {
        return Err(Refusal::NoColumns);
    };
    let mut points = rows(wanted, &[x, y], MOST_ROWS)?;
    if points.missing == 0 {
        points.missing = points.series[0]
            .values
            .iter()
            .filter(|v| v.is_none())
            .count() as u64;
        return Ok(points);
    }
    let of = |at: usize| -> Option<(f64, f64)> {
        let profile = &wanted.table.columns[at].profile;
        let (min, max) = (size(profile.min.as_deref()?), size(profile.max.as_deref()?));
        let step = round_step((max - min) / 12.0);
        (max > min).then_some(((min / step).floor() * step, step))
    };
    let (Some((x0, dx)), Some((y0, dy))) = (of(x), of(y)) else {
        return Err(Refusal::Few);
    };
    let mut cells = std::collections::BTreeMap::<(i64, i64), u64>::new();
    let mut missing = 0;
    each(wanted, |row| {
        let mut scratch = String::new();
        let mut value = |at: usize| {
            label(&wanted.table.columns[at], row(at).as_deref(), &mut scratch).and_then(number)
        };
        match (value(x), value(y)) {
            (Some(a), Some(b)) => {
                let cell = |v: f64, from: f64, step: f64| ((v - from) / step + 1e-9).floor() as i64;
                *cells
                    .entry((cell(a.to_f64(), x0, dx), cell(b.to_f64(), y0, dy)))
                    .or_default() += 1;
            }
            _ => missing += 1,
        }
        Ok(())
    })?;
    let centre = |i: i64, from: f64, step: f64| bound(from + (i as f64 + 0.5) * step, step / 10.0);
    let column = |values: Vec<Option<String>>, name: &str| ChartSeries {
        name: Some(name.into()),
        values,
        numeric: true,
    };
    Ok(Points {
        labels: cells.keys().map(|(i, _)| centre(*i, x0, dx)).collect(),
        series: vec![
            column(
                cells
                    .keys()
                    .map(|(_, j)| Some(centre(*j, y0, dy)))
                    .collect(),
                &wanted.table.columns[y].name,
            ),
            column(cells.values().map(|n| Some(n.to_string())).collect(), "n"),
        ],
        missing,
        left_out: Vec::new(),
    })
}
