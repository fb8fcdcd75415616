//! A dot for each pair of numbers, or a square as large as the count of pairs near it.

use super::table::rows;
use super::{ChartCanvas, ChartQuery, ChartRefusal, ChartShape, ChartValues, ChartWords};
use crate::charts::axis::{Axis, bound, round_step};
use crate::charts::canvas::{WIDTH, bar, n, width_of};
use crate::charts::chart::{Chart, ChartSeries};
use crate::charts::class;
use crate::charts::gather::{MOST_ROWS, each_row, label};
use crate::charts::plot::grid;
use crate::charts::value;
use crate::charts::words::size;
use std::collections::BTreeMap;
use tragaluz_tables::Column;

pub(super) struct PointChart;

pub(super) static SHAPE: PointChart = PointChart;

/// Where the plot begins and ends.
const TOP: f64 = 26.0;
const BOTTOM: f64 = 216.0;
/// About as many squares of counted pairs from side to side.
const SQUARES: f64 = 12.0;

impl ChartShape for PointChart {
    fn gaps_mislead(&self) -> bool {
        true
    }

    /// Gathers pairs: up to 300 one by one, else counted in a grid of round steps (label `x`, series `y` and `n`).
    fn gather(&self, query: &mut ChartQuery<'_>) -> Result<ChartValues, ChartRefusal> {
        let (Some(x), Some(y)) = (query.x, query.y) else {
            return Err(ChartRefusal::NoColumns);
        };
        let mut points = rows(query, &[x, y], MOST_ROWS)?;
        if points.missing > 0 {
            return counted(query, x, y);
        }
        let values = points.series[0].values.iter();
        points.missing = values.filter(|v| v.is_none()).count() as u64;
        Ok(points)
    }

    fn alt(&self, words: &ChartWords<'_>, name: String) -> String {
        words.rows_told(name)
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let chart = words.chart;
        let xs: Vec<Option<f64>> = chart.labels.iter().map(|l| size(l)).collect();
        let [ys, counts] = [0, 1].map(|i| numbers(chart, i));
        if words.unit().is_none() {
            canvas.text(0.0, 12.0, "", &words.phrase(&chart.measure));
        }
        let across = Axis::over(xs.iter().flatten().copied(), false, 5);
        let up = Axis::over(ys.iter().flatten().copied(), false, 5);
        let left = grid(words, canvas, &up, TOP, BOTTOM, WIDTH) + 6.0;
        let most = counts.iter().flatten().fold(1.0, |a: f64, b| a.max(*b));
        let mut dots = String::new();
        for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
            let (Some(x), Some(y)) = (x, y) else { continue };
            let x = across.at(*x, left, WIDTH - 6.0);
            let y = up.at(*y, BOTTOM, TOP);
            let count = counts.get(i).copied().flatten();
            dots.push_str(&dot(x, y, count.map(|count| count / most)));
        }
        canvas.path(class::AREA, &dots);
        names(words, canvas, &across, left);
    }
}

/// Returns the path of a pair, or of pairs whose count is this `share` of the largest one.
fn dot(x: f64, y: f64, share: Option<f64>) -> String {
    let Some(share) = share else {
        return format!("M{} {}h6v6h-6z", n(x - 3.0), n(y - 3.0));
    };
    let side = share.max(0.0).sqrt() * 15.0 + 1.0;
    bar(x - side / 2.0, y - side / 2.0, side, side)
}

/// Returns the numbers of a series; empty where there is no such series.
fn numbers(chart: &Chart, series: usize) -> Vec<Option<f64>> {
    let values = chart.series.get(series).map(|s| &*s.values);
    let values = values.unwrap_or_default().iter();
    values.map(|v| v.as_deref().and_then(size)).collect()
}

/// Writes the ticks of the axis below the plot, and what it is.
fn names(words: &ChartWords<'_>, canvas: &mut ChartCanvas, across: &Axis, left: f64) {
    let furthest = across.furthest();
    for tick in across.ticks() {
        let label = words.tick(tick, across.step, furthest);
        let x = across.at(tick, left, WIDTH - 6.0);
        let x = x.min(WIDTH - width_of(&label) / 2.0);
        canvas.text(x, BOTTOM + 18.0, class::MIDDLE, &label);
    }
    let by = words.chart.by.as_ref().map(|by| words.phrase(by));
    canvas.text(WIDTH, BOTTOM + 35.0, class::END, &by.unwrap_or_default());
}

/// Classes of round width along one axis.
struct Classes {
    from: f64,
    step: f64,
}

impl Classes {
    /// Returns classes of a column's values; `None` where all are the same.
    fn of(column: &Column) -> Option<Classes> {
        let min = value::size(column.profile.min.as_deref()?);
        let max = value::size(column.profile.max.as_deref()?);
        let step = round_step((max - min) / SQUARES);
        (max > min).then_some(Classes {
            from: (min / step).floor() * step,
            step,
        })
    }

    fn class(&self, value: f64) -> i64 {
        ((value - self.from) / self.step + 1e-9).floor() as i64
    }

    fn centre(&self, class: i64) -> String {
        bound(
            self.from + (class as f64 + 0.5) * self.step,
            self.step / 10.0,
        )
    }
}

/// Counts pairs by their classes.
fn counted(query: &ChartQuery<'_>, x: usize, y: usize) -> Result<ChartValues, ChartRefusal> {
    let columns = &query.table.columns;
    let across = Classes::of(&columns[x]).ok_or(ChartRefusal::Few)?;
    let up = Classes::of(&columns[y]).ok_or(ChartRefusal::Few)?;
    let mut counts = BTreeMap::<(i64, i64), u64>::new();
    let mut missing = 0;
    let mut scratch = String::new();
    each_row(query, |row| {
        let [a, b] = [x, y]
            .map(|at| label(&columns[at], row.cell(at), &mut scratch).and_then(value::number));
        match a.zip(b) {
            Some((a, b)) => {
                let place = (across.class(a.to_f64()), up.class(b.to_f64()));
                *counts.entry(place).or_default() += 1;
            }
            None => missing += 1,
        }
        Ok(())
    })?;
    let heights = counts.keys().map(|(_, j)| Some(up.centre(*j)));
    let numbers = counts.values().map(|n| Some(n.to_string()));
    Ok(ChartValues {
        labels: counts.keys().map(|(i, _)| across.centre(*i)).collect(),
        series: vec![
            series(&columns[y].name, heights.collect()),
            series("n", numbers.collect()),
        ],
        missing,
        hidden: 0,
        left_out: Vec::new(),
    })
}

fn series(name: &str, values: Vec<Option<String>>) -> ChartSeries {
    ChartSeries {
        name: Some(name.into()),
        values,
        numeric: true,
    }
}
