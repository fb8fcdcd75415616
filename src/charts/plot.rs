//! What drawings with axes share: the grid of values, and dates along a line of time.

use super::axis::{Axis, round_step, years};
use super::canvas::{ChartCanvas, WIDTH, n, width_of, wrap};
use super::chart::Chart;
use super::class;
use super::words::ChartWords;

/// Most points of a line; more are reduced to these.
pub(crate) const MOST_POINTS: usize = 200;

/// Returns the class of a series: its colour and dash; what does not stand out beside something that does is grey.
pub(crate) fn class_of(chart: &Chart, series: usize, name: Option<&str>) -> &'static str {
    let grey = !chart.highlight.is_empty()
        && name.is_some_and(|name| !chart.highlight.iter().any(|h| h == name));
    if chart.series.len() < 2 {
        return if grey { class::GREY } else { "" };
    }
    class::SERIES[series % class::SERIES.len()]
}

/// Draws the legend of a chart of several series at `y`; returns where the next thing may begin.
pub(crate) fn legend(words: &ChartWords<'_>, canvas: &mut ChartCanvas) -> f64 {
    let series = words.chart.series.iter().enumerate();
    let names: Vec<(String, &str)> = series
        .map(|(i, s)| (words.name(s), class_of(words.chart, i, None)))
        .collect();
    canvas.legend(&names, 0.0)
}

/// Returns whether the unit is told above the grid, and not at each number.
fn unit_above<'w>(words: &'w ChartWords<'_>) -> Option<&'w str> {
    words.unit().filter(|unit| *unit != "%" && *unit != "0–1")
}

/// Draws gridlines from `left` with their numbers before them, and the unit above; returns where the plot begins.
pub(crate) fn grid(
    words: &ChartWords<'_>,
    canvas: &mut ChartCanvas,
    axis: &Axis,
    top: f64,
    bottom: f64,
    right: f64,
) -> f64 {
    let ticks = axis.ticks();
    let most = axis.furthest();
    let labels: Vec<String> = (ticks.iter())
        .map(|t| words.tick(*t, axis.step, most))
        .collect();
    let left = widest(&labels).ceil() + 7.0;
    let mut lines = String::new();
    for (tick, label) in ticks.iter().zip(&labels) {
        let y = axis.at(*tick, bottom, top);
        canvas.text(left - 6.0, y + 4.5, class::END, label);
        let line = format!("M{} {}h{}", n(left), n(y), n(right - left));
        if tick.abs() > axis.step / 1e6 {
            lines.push_str(&line);
        } else {
            canvas.path(class::NOUGHT, &line);
        }
    }
    canvas.path(class::GRID, &lines);
    if let Some(unit) = unit_above(words) {
        canvas.text(0.0, top - 12.0, "", &wrap(unit, WIDTH, 1).join(""));
    }
    left
}

/// Returns the width of the widest text; nought where there is none.
pub(crate) fn widest<T: AsRef<str>>(texts: &[T]) -> f64 {
    (texts.iter().map(|text| width_of(text.as_ref()))).fold(0.0, f64::max)
}

/// Returns the room above the plot for the unit.
pub(crate) fn head(words: &ChartWords<'_>) -> f64 {
    if unit_above(words).is_some() {
        26.0
    } else {
        8.0
    }
}

/// A line of time: years between two ends, as units.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TimeScale {
    /// The first moment, in years.
    pub(crate) first: f64,
    /// The last moment, in years.
    pub(crate) last: f64,
    /// Least width in years, so that one moment alone is somewhere.
    pub(crate) least: f64,
    /// Where the first moment is, in units.
    pub(crate) left: f64,
    /// Units from the first to the last moment.
    pub(crate) width: f64,
}

impl TimeScale {
    /// Returns the place of a moment, in units.
    pub(crate) fn at(&self, year: f64) -> f64 {
        self.left + (year - self.first) / (self.last - self.first).max(self.least) * self.width
    }
}

/// Most dates below a line of time.
const MOST_DATES: f64 = 5.0;

/// Writes dates below a line of time, at `y`, with the words of `told`: round years, or the first, the middle and the last date.
pub(crate) fn dates(
    canvas: &mut ChartCanvas,
    labels: &[String],
    scale: &TimeScale,
    y: f64,
    told: &dyn Fn(&str) -> String,
) {
    let all: Vec<f64> = labels.iter().filter_map(|l| years(l)).collect();
    let (Some(first), Some(last)) = (
        all.iter().copied().reduce(f64::min),
        all.iter().copied().reduce(f64::max),
    ) else {
        return;
    };
    let places = if last - first >= MOST_DATES - 1.0 {
        round_years(first, last)
    } else {
        first_and_last(labels, told)
    };
    let mut free = 0.0;
    for (at, label) in places {
        let width = width_of(&label);
        let x = scale.at(at).clamp(width / 2.0, WIDTH - width / 2.0);
        if x - width / 2.0 >= free {
            canvas.text(x, y, class::MIDDLE, &label);
            free = x + width / 2.0 + 6.0;
        }
    }
}

fn round_years(first: f64, last: f64) -> Vec<(f64, String)> {
    let mut step = round_step((last - first) / MOST_DATES).max(1.0);
    while (last / step).floor() - (first / step).ceil() >= MOST_DATES {
        step = round_step(step * 1.5);
    }
    let mut places = Vec::new();
    let mut at = (first / step - 1e-9).ceil() * step;
    while at <= last + 1e-6 {
        places.push((at, format!("{at:.0}")));
        at += step;
    }
    places
}

fn first_and_last(labels: &[String], told: &dyn Fn(&str) -> String) -> Vec<(f64, String)> {
    let count = labels.len().min(3);
    let mut places: Vec<(f64, String)> = (0..count)
        .map(|i| &labels[i * (labels.len() - 1) / (count - 1).max(1)])
        .filter_map(|label| Some((years(label)?, told(label))))
        .collect();
    places.dedup();
    places
}
