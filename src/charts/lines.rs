//! Lines of values over time, which several shapes draw.

use super::axis::{Axis, years};
use super::canvas::{ChartCanvas, Trace, reduce};
use super::chart::ChartSeries;
use super::class;
use super::plot::{MOST_POINTS, TimeScale};
use super::words::present;

/// A value of a line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LinePoint {
    /// The index of its label.
    pub(crate) at: usize,
    /// Where it is from the left, in units.
    pub(crate) x: f64,
    /// Where it is from above, in units.
    pub(crate) y: f64,
}

/// Returns the line of time of labels that are ISO dates.
pub(crate) fn time_scale(labels: &[String], left: f64, right: f64) -> TimeScale {
    let moments: Vec<f64> = labels.iter().filter_map(|label| years(label)).collect();
    TimeScale {
        first: moments.iter().copied().fold(f64::INFINITY, f64::min),
        last: moments.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        least: 1e-9,
        left,
        width: right - left,
    }
}

/// Returns where each label is: by its date, or side by side.
pub(crate) fn horizontal(labels: &[String], left: f64, right: f64) -> Vec<f64> {
    let scale = time_scale(labels, left, right);
    let steps = labels.len().saturating_sub(1).max(1) as f64;
    (labels.iter().enumerate())
        .map(|(i, label)| {
            let share = match years(label) {
                Some(y) if scale.last > scale.first => {
                    (y - scale.first) / (scale.last - scale.first)
                }
                _ => i as f64 / steps,
            };
            left + share * (right - left)
        })
        .collect()
}

/// Returns the points of a series, at most [`MOST_POINTS`]; `places` are where labels are, between `top` and `bottom` the values.
pub(crate) fn points(
    series: &ChartSeries,
    places: &[f64],
    axis: &Axis,
    top: f64,
    bottom: f64,
) -> Vec<LinePoint> {
    let all: Vec<LinePoint> = (present(series).into_iter())
        .map(|value| LinePoint {
            at: value.at,
            x: places[value.at],
            y: axis.at(value.size, bottom, top),
        })
        .collect();
    let flat: Vec<(f64, f64)> = all.iter().map(|p| (p.x, p.y)).collect();
    let kept = reduce(&flat, MOST_POINTS);
    kept.into_iter().map(|i| all[i]).collect()
}

/// Draws a line in a series' `class`: from label number `projected` on as one of projections.
pub(crate) fn draw_line(
    canvas: &mut ChartCanvas,
    class: &str,
    points: &[LinePoint],
    projected: Option<usize>,
) {
    let first = projected.unwrap_or(usize::MAX);
    let counted = points.iter().take_while(|point| point.at < first).count();
    canvas.path(class, &trace(&points[..counted]));
    if counted < points.len() {
        // A line of projections begins where the counts end.
        let rest = &points[counted.saturating_sub(1)..];
        canvas.path(&class::projected(class), &trace(rest));
    }
}

/// Returns the path through points; it is broken where a value is missing between two.
fn trace(points: &[LinePoint]) -> String {
    let reduced = points.len() >= MOST_POINTS;
    let mut trace = Trace::default();
    for (i, point) in points.iter().enumerate() {
        if i > 0 && !reduced && point.at != points[i - 1].at + 1 {
            trace.lift();
        }
        trace.to(point.x, point.y);
    }
    trace.finish()
}
