//! Lines over time, named at their ends.

use super::{Axis, Canvas, Drawing, LINE, MOST_POINTS, Trace, WIDTH, Words};
use super::{class_of, dates, grid, head, n, present, reduce, spread, width_of, wrap, years};
use crate::charts::ChartSeries;

/// Lines.
pub(crate) struct Line;

/// Widest name at the end of a line.
const WIDEST_NAME: f64 = 96.0;
/// Up to so many points each has a mark.
const MARKED: usize = 12;

impl Drawing for Line {
    fn id(&self) -> &'static str {
        "line"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let several = chart.series.len() > 1;
        let names: Vec<Vec<String>> = chart
            .series
            .iter()
            .map(|s| {
                if several {
                    wrap(&words.name(s), WIDEST_NAME, 3)
                } else {
                    Vec::new()
                }
            })
            .collect();
        let widest = names
            .iter()
            .flatten()
            .map(|line| width_of(line))
            .fold(0.0, f64::max);
        let right = if several {
            WIDTH - widest - 12.0
        } else {
            WIDTH - 8.0
        };
        let (top, bottom) = (head(words), head(words) + 180.0);
        let values = chart.series.iter().flat_map(present).map(|v| v.1);
        let axis = Axis::over(values, false, 5);
        let left = grid(words, canvas, &axis, top, bottom, right) + 3.0;
        let place = horizontal(&chart.labels, left, right - 4.0);
        let mut ends = Vec::new();
        for (i, series) in chart.series.iter().enumerate() {
            let class = class_of(chart, i, series.name.as_deref());
            let points = points(series, &place, &axis, top, bottom);
            canvas.path(class, &trace(&points));
            if points.len() <= MARKED {
                let marks: String = points.iter().map(|p| super::glyph(i, p.1, p.2)).collect();
                canvas.path(&format!("f {class}"), &marks);
            }
            ends.push(points.last().map_or((right, bottom), |p| (p.1, p.2)));
        }
        if several {
            name_ends(canvas, &names, &ends, right, (top, bottom), &|i| {
                class_of(chart, i, chart.series[i].name.as_deref())
            });
        }
        let (min, max) = range(&chart.labels);
        let year = |y: f64| left + (y - min) / (max - min).max(1e-9) * (right - 4.0 - left);
        dates(words, canvas, &chart.labels, &year, bottom + 20.0, 5);
        canvas.reach(bottom + 26.0);
    }
}

fn range(labels: &[String]) -> (f64, f64) {
    let all = labels.iter().filter_map(|l| years(l));
    all.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), y| {
        (a.min(y), b.max(y))
    })
}

/// Where each label is: by its date, or side by side.
pub(crate) fn horizontal(labels: &[String], left: f64, right: f64) -> Vec<f64> {
    let (min, max) = range(labels);
    let even = |i: usize| i as f64 / (labels.len() - 1).max(1) as f64;
    let share = |(i, l): (usize, &String)| match years(l) {
        Some(y) if max > min => (y - min) / (max - min),
        _ => even(i),
    };
    labels
        .iter()
        .enumerate()
        .map(|label| left + share(label) * (right - left))
        .collect()
}

/// A series as places: which value, and where.
pub(crate) fn points(
    series: &ChartSeries,
    place: &[f64],
    axis: &Axis,
    top: f64,
    bottom: f64,
) -> Vec<(usize, f64, f64)> {
    let all: Vec<(usize, f64, f64)> = present(series)
        .into_iter()
        .map(|(i, v, _)| (i, place[i], axis.at(v, bottom, top)))
        .collect();
    let flat: Vec<(f64, f64)> = all.iter().map(|p| (p.1, p.2)).collect();
    reduce(&flat, MOST_POINTS)
        .into_iter()
        .map(|i| all[i])
        .collect()
}

/// The line through places; it is broken where a value is missing between two.
pub(crate) fn trace(points: &[(usize, f64, f64)]) -> String {
    let reduced = points.len() >= MOST_POINTS;
    let mut trace = Trace::default();
    for (at, (i, x, y)) in points.iter().enumerate() {
        if at > 0 && !reduced && *i != points[at - 1].0 + 1 {
            trace.lift();
        }
        trace.to(*x, *y);
    }
    trace.finish()
}

fn name_ends(
    canvas: &mut Canvas,
    names: &[Vec<String>],
    ends: &[(f64, f64)],
    right: f64,
    (top, bottom): (f64, f64),
    class: &dyn Fn(usize) -> &'static str,
) {
    let heights: Vec<(f64, f64)> = ends
        .iter()
        .zip(names)
        .map(|(e, n)| (e.1, n.len() as f64 * LINE))
        .collect();
    let places = spread(&heights, top - 6.0, bottom + 6.0);
    for (i, lines) in names.iter().enumerate() {
        let (x, y) = ends[i];
        if (places[i] - y).abs() > 4.0 {
            canvas.path(
                "g",
                &format!(
                    "M{} {}L{} {}",
                    n(x + 3.0),
                    n(y),
                    n(right + 6.0),
                    n(places[i])
                ),
            );
        }
        let first = places[i] - (lines.len() as f64 - 1.0) * LINE / 2.0 + 4.5;
        for (at, line) in lines.iter().enumerate() {
            canvas.label(right + 8.0, first + at as f64 * LINE, class(i), line);
        }
    }
}
