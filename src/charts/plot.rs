//! What drawings with axes share: the grid of values, and dates along a line of time.

use super::axis::{Axis, round_step, years};
use super::canvas::{ChartCanvas, LINE, WIDTH, n, width_of, wrap};
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
    let spots: Vec<DateSpot> = (places.into_iter())
        .map(|(at, label)| DateSpot::new(scale.at(at), label))
        .collect();
    let Some(end) = spots.last().map(DateSpot::left) else {
        return;
    };
    // The first and the last date are there in any case; between them what has room.
    let mut free = 0.0;
    for (i, spot) in spots.iter().enumerate() {
        let is_last = i + 1 == spots.len();
        if is_last || spot.left() >= free && spot.right() + 6.0 <= end {
            canvas.text(spot.x, y, class::MIDDLE, &spot.label);
            free = spot.right() + 6.0;
        }
    }
}

/// A date below a line of time.
struct DateSpot {
    /// Where its middle is, in units.
    x: f64,
    half: f64,
    label: String,
}

impl DateSpot {
    fn new(x: f64, label: String) -> DateSpot {
        let half = width_of(&label) / 2.0;
        DateSpot {
            x: x.clamp(half, (WIDTH - half).max(half)),
            half,
            label,
        }
    }

    fn left(&self) -> f64 {
        self.x - self.half
    }

    fn right(&self) -> f64 {
        self.x + self.half
    }
}

/// Writes how many categories are left out before label number `at`; returns where the next thing may begin.
pub(crate) fn gap(words: &ChartWords<'_>, canvas: &mut ChartCanvas, at: usize, y: f64) -> f64 {
    let Some(told) = gap_told(words, at) else {
        return y;
    };
    canvas.text(0.0, y + 12.0, class::MINOR, &told);
    y + LINE + 4.0
}

/// Returns what is told of the categories left out before label number `at`; `None` where none are.
fn gap_told(words: &ChartWords<'_>, at: usize) -> Option<String> {
    let others = words.chart.others.as_ref()?;
    let number = |value: u64| words.number(&value.to_string());
    if others.gaps.len() > 1 {
        let gap = others.gaps.iter().find(|gap| gap.before == at as u64)?;
        return Some(words.say("chart-gap", &[("n", number(gap.count))]));
    }
    let place = others.gaps.first().map(|gap| gap.before);
    if place.unwrap_or(words.chart.labels.len() as u64) != at as u64 {
        return None;
    }
    let count = ("n", number(others.count));
    let [sum, min, max] = [&others.sum, &others.min, &others.max]
        .map(|value| value.as_deref().map(|v| words.reading(v)));
    Some(if let Some(sum) = sum {
        words.say("chart-others-sum", &[count, ("sum", sum)])
    } else {
        let [min, max] = [min, max].map(Option::unwrap_or_default);
        words.say("chart-others", &[count, ("min", min), ("max", max)])
    })
}

/// Returns round years between two moments, and the years of the two.
fn round_years(first: f64, last: f64) -> Vec<(f64, String)> {
    let mut step = round_step((last - first) / MOST_DATES).max(1.0);
    while (last / step).floor() - (first / step).ceil() >= MOST_DATES {
        step = round_step(step * 1.5);
    }
    let mut places = vec![(first, format!("{:.0}", first.floor()))];
    let mut at = (first / step - 1e-9).ceil() * step;
    while at <= last + 1e-6 {
        places.push((at, format!("{at:.0}")));
        at += step;
    }
    places.push((last, format!("{:.0}", last.floor())));
    places.dedup_by(|a, b| a.1 == b.1);
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
