//! A small chart for each category, two a row, all on one scale.

use super::{Capacity, ChartCanvas, ChartShape, ChartWords};
use crate::charts::axis::Axis;
use crate::charts::canvas::{LINE, WIDTH, n, width_of, wrap};
use crate::charts::chart::ChartSeries;
use crate::charts::choose::MOST_MULTIPLES;
use crate::charts::class;
use crate::charts::lines::{draw_line, horizontal, points};
use crate::charts::plot::class_of;
use crate::charts::words::{present, sizes};

pub(super) struct MultipleCharts;

pub(super) static SHAPE: MultipleCharts = MultipleCharts;

/// Height of one plot, in units.
const PLOT: f64 = 64.0;
/// Between two charts of a row.
const BETWEEN: f64 = 14.0;

impl ChartShape for MultipleCharts {
    fn capacity(&self) -> Capacity {
        Capacity {
            most_series: MOST_MULTIPLES,
            ..Capacity::default()
        }
    }

    fn gaps_mislead(&self) -> bool {
        true
    }

    fn makes_spark(&self) -> bool {
        true
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let layout = MultiplesLayout::new(words);
        let mut top = 2.0;
        for row in words.chart.series.chunks(2) {
            let names: Vec<Vec<String>> = (row.iter())
                .map(|s| wrap(&words.name(s), layout.width - value_room(words, s), 2))
                .collect();
            let lines = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
            let from = top + lines * LINE + 6.0;
            layout.scale(canvas, from);
            for (i, series) in row.iter().enumerate() {
                let left = layout.gutter + (layout.width + BETWEEN) * i as f64;
                let half = LINE * names[i].len() as f64 / 2.0;
                canvas.block(left, top + half - 0.5, "", &names[i]);
                let value = last_value(words, series);
                canvas.text(left + layout.width, top + 12.0, class::END, &value);
                layout.chart(words, canvas, series, left, from);
            }
            top = from + PLOT + 30.0;
        }
        canvas.reach(top - 8.0);
    }
}

/// Returns the last value of a series, as it is read.
fn last_value(words: &ChartWords<'_>, series: &ChartSeries) -> String {
    let last = present(series)
        .last()
        .map(|value| words.reading(value.digits));
    last.unwrap_or_default()
}

/// Returns the room that the last value of a series takes beside its name.
fn value_room(words: &ChartWords<'_>, series: &ChartSeries) -> f64 {
    width_of(&last_value(words, series)) + 8.0
}

/// Returns the path of a small disc at the end of a line.
fn dot(x: f64, y: f64) -> String {
    format!("M{} {}a3 3 0 1 0 6 0a3 3 0 1 0-6 0", n(x - 3.0), n(y))
}

/// A number at the scale, and its words.
struct Tick {
    value: f64,
    label: String,
}

/// What small charts have in common.
struct MultiplesLayout {
    axis: Axis,
    ticks: Vec<Tick>,
    /// Width of the numbers before the charts.
    gutter: f64,
    /// Width of one chart, in units.
    width: f64,
    /// The first and the last label.
    ends: [String; 2],
}

impl MultiplesLayout {
    fn new(words: &ChartWords<'_>) -> MultiplesLayout {
        let axis = Axis::over(sizes(words.chart), false, 3);
        let most = axis.furthest();
        let ticks: Vec<Tick> = (axis.ticks().into_iter())
            .map(|value| Tick {
                value,
                label: words.tick(value, axis.step, most),
            })
            .collect();
        let widest = (ticks.iter().map(|t| width_of(&t.label))).fold(0.0, f64::max);
        let gutter = widest.ceil() + 6.0;
        let width = (WIDTH - gutter - BETWEEN) / 2.0;
        MultiplesLayout {
            axis,
            ticks,
            gutter,
            width,
            ends: ends(words, width),
        }
    }

    /// Writes the numbers of the scale before a row of plots that begins at `top`.
    fn scale(&self, canvas: &mut ChartCanvas, top: f64) {
        for tick in &self.ticks {
            let y = self.axis.at(tick.value, top + PLOT, top) + 4.5;
            canvas.text(self.gutter - 6.0, y, class::MINOR_END, &tick.label);
        }
    }

    /// Draws the plot of a series.
    fn chart(
        &self,
        words: &ChartWords<'_>,
        canvas: &mut ChartCanvas,
        series: &ChartSeries,
        left: f64,
        top: f64,
    ) {
        let chart = words.chart;
        let bottom = top + PLOT;
        let grid = self.ticks.iter().map(|tick| {
            let y = self.axis.at(tick.value, bottom, top);
            format!("M{} {}h{}", n(left), n(y), n(self.width))
        });
        canvas.path(class::GRID, &grid.collect::<String>());
        let places = horizontal(&chart.labels, left + 2.0, left + self.width - 2.0);
        let class = if chart.highlight.is_empty() {
            ""
        } else {
            class_of(chart, 0, series.name.as_deref())
        };
        let drawn = points(series, &places, &self.axis, top, bottom);
        draw_line(canvas, class, &drawn, words.first_projected());
        let end = drawn.last().map(|end| dot(end.x, end.y));
        canvas.path(&class::area(class), &end.unwrap_or_default());
        let [first, last] = &self.ends;
        canvas.text(left, bottom + 16.0, class::MINOR, first);
        canvas.text(left + self.width, bottom + 16.0, class::MINOR_END, last);
    }
}

/// Returns the first and the last label, side by side below a small chart: of dates as much as there is room for.
fn ends(words: &ChartWords<'_>, width: f64) -> [String; 2] {
    let labels = &words.chart.labels;
    let ends = [labels.first(), labels.last()].map(|l| l.map_or("", String::as_str));
    // ISO dates: a month has seven characters, a year four.
    let shorter: &[usize] = if words.chart.time { &[7, 4] } else { &[] };
    let cuts = std::iter::once(usize::MAX).chain(shorter.iter().copied());
    cuts.map(|cut| ends.map(|label| words.label(label.get(..cut).unwrap_or(label))))
        .find(|told| told[0] != told[1] && width_of(&told[0]) + width_of(&told[1]) + 6.0 <= width)
        .unwrap_or_else(|| [words.label(ends[0]), String::new()])
}
