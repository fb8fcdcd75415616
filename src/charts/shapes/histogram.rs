//! How often values of each size occur.

use super::{ChartCanvas, ChartQuery, ChartRefusal, ChartShape, ChartValues, ChartWords};
use crate::charts::axis::{Axis, bound, round_step};
use crate::charts::canvas::{WIDTH, bar, n, width_of};
use crate::charts::chart::{Chart, ChartSeries};
use crate::charts::class;
use crate::charts::gather::{each_row, label};
use crate::charts::plot::widest;
use crate::charts::value::number;
use crate::charts::words::{largest_first, present, size};
use tragaluz_tables::Column;

/// Counts of values by their size.
pub(super) struct HistogramChart;

pub(super) static SHAPE: HistogramChart = HistogramChart;

/// Where the plot begins and ends.
const TOP: f64 = 26.0;
const BOTTOM: f64 = 176.0;
const MOST_CLASSES: f64 = 20.0;

impl ChartShape for HistogramChart {
    fn gaps_mislead(&self) -> bool {
        true
    }

    fn complete(&self, query: &mut ChartQuery<'_>) -> bool {
        query.x.is_some() || query.y.is_some()
    }

    fn gather(&self, query: &mut ChartQuery<'_>) -> Result<ChartValues, ChartRefusal> {
        let at = query.y.ok_or(ChartRefusal::NoColumns)?;
        let column = &query.table.columns[at];
        let (min, max) = ends(column).ok_or(ChartRefusal::NoNumber)?;
        if min >= max {
            return Err(ChartRefusal::Few);
        }
        let bounds = bounds(min, max, query.table.rows);
        let width = bounds[1] - bounds[0];
        let mut counts = vec![0_u64; bounds.len() - 1];
        let last = counts.len() - 1;
        let mut missing = 0;
        let mut scratch = String::new();
        each_row(query, |row| {
            match label(column, row.cell(at), &mut scratch).and_then(number) {
                Some(value) => {
                    let class = (value.to_f64() - bounds[0]) / width + 1e-9;
                    counts[(class.floor().max(0.0) as usize).min(last)] += 1;
                }
                None => missing += 1,
            }
            Ok(())
        })?;
        let values = counts.iter().map(|n| Some(n.to_string())).collect();
        Ok(ChartValues {
            labels: bounds.iter().map(|b| bound(*b, width)).collect(),
            series: vec![ChartSeries {
                name: None,
                values,
                numeric: true,
            }],
            missing,
            hidden: 0,
            left_out: Vec::new(),
        })
    }

    fn alt(&self, words: &ChartWords<'_>, name: String) -> String {
        let counts = words.chart.series.first().map(present).unwrap_or_default();
        let (class, count) = largest_first(&counts).map_or_else(Default::default, |most| {
            (class(words, most.at), words.number(most.digits))
        });
        let labels = &words.chart.labels;
        let [from, to] = [labels.first(), labels.last()]
            .map(|label| label.map(|l| words.number(l)).unwrap_or_default());
        let args = [
            ("type", name),
            ("from", from),
            ("to", to),
            ("class", class),
            ("count", count),
        ];
        words.say("chart-classes", &args)
    }

    /// Labels are bounds: one more than there are classes.
    fn rows(&self, chart: &Chart) -> usize {
        chart.labels.len().saturating_sub(1)
    }

    fn row_head(&self, words: &ChartWords<'_>, at: usize) -> String {
        class(words, at)
    }

    fn first_head(&self, words: &ChartWords<'_>) -> String {
        words.phrase(&words.chart.measure)
    }

    fn series_head(&self, words: &ChartWords<'_>, _: &ChartSeries) -> String {
        words.say("chart-rows", &[])
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let chart = words.chart;
        let counts = chart.series.first().map(present).unwrap_or_default();
        let axis = Axis::over(counts.iter().map(|c| c.size), true, 5);
        let left = grid(words, canvas, &axis);
        canvas.text(0.0, 12.0, "", &words.say("chart-rows", &[]));
        let width = (WIDTH - left) / chart.labels.len().saturating_sub(1).max(1) as f64;
        let mut bars = String::new();
        for count in &counts {
            let y = axis.at(count.size, BOTTOM, TOP);
            let x = left + width * count.at as f64 + 0.5;
            bars.push_str(&bar(x, y, width - 1.0, BOTTOM - y));
        }
        canvas.path(class::AREA, &bars);
        names(words, canvas, left, width);
        canvas.reach(BOTTOM + 23.0);
    }
}

/// Returns the smallest and the largest value of a column; `None` where it has no numbers.
fn ends(column: &Column) -> Option<(f64, f64)> {
    let mut scratch = String::new();
    let [min, max] = [&column.profile.min, &column.profile.max].map(|end| {
        let digits = label(column, end.as_deref(), &mut scratch);
        digits.and_then(number).map(|d| d.to_f64())
    });
    Some((min?, max?))
}

/// Returns the bounds of 5 to 20 classes of equal and round width, by Sturges' rule.
fn bounds(min: f64, max: f64, count: u64) -> Vec<f64> {
    let classes = (count.max(2) as f64).log2().ceil().clamp(4.0, 19.0) + 1.0;
    let width = round_step((max - min) / classes);
    let first = (min / width).floor();
    let last = ((max / width).floor() + 1.0).max(first + 1.0);
    let n = (last - first).min(MOST_CLASSES) as i32;
    (0..=n).map(|i| (first + f64::from(i)) * width).collect()
}

/// Returns a class in words: from its lower to its upper bound.
fn class(words: &ChartWords<'_>, at: usize) -> String {
    let [from, to] = [at, at + 1].map(|at| {
        let bound = words.chart.labels.get(at);
        bound.map(|l| words.number(l)).unwrap_or_default()
    });
    words.say("chart-class", &[("from", from), ("to", to)])
}

/// Draws gridlines at whole counts, with their numbers; returns where the plot begins.
fn grid(words: &ChartWords<'_>, canvas: &mut ChartCanvas, axis: &Axis) -> f64 {
    let ticks = axis.ticks();
    let labels: Vec<String> = (ticks.iter())
        .map(|tick| words.wording.number(&format!("{tick:.0}")))
        .collect();
    let left = widest(&labels).ceil() + 7.0;
    let mut lines = String::new();
    for (tick, label) in ticks.iter().zip(&labels).filter(|(t, _)| t.fract() == 0.0) {
        let y = axis.at(*tick, BOTTOM, TOP);
        canvas.text(left - 6.0, y + 4.5, class::END, label);
        lines.push_str(&format!("M{} {}h{}", n(left), n(y), n(WIDTH - left)));
    }
    canvas.path(class::GRID, &lines);
    left
}

/// Writes bounds below the plot, as many as there is room for.
fn names(words: &ChartWords<'_>, canvas: &mut ChartCanvas, left: f64, width: f64) {
    let bounds: Vec<f64> = words.chart.labels.iter().filter_map(|l| size(l)).collect();
    let most = bounds.iter().fold(0.0, |a: f64, b| a.max(b.abs()));
    let step = bounds.windows(2).map(|w| w[1] - w[0]).next().unwrap_or(1.0);
    let every = bounds.len().div_ceil(5).max(1);
    let mut free = 0.0;
    for (i, value) in bounds.iter().enumerate().filter(|(i, _)| i % every == 0) {
        let label = words.tick(*value, step, most);
        let half = width_of(&label) / 2.0;
        let middle = (left + width * i as f64).min(WIDTH - half);
        if middle - half >= free {
            canvas.text(middle, BOTTOM + 17.0, class::MIDDLE, &label);
            free = middle + half + 6.0;
        }
    }
}
