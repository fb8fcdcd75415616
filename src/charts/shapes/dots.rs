//! A line for each category with a dot for each series; a lollipop where there is one series.

use super::{Capacity, Chart, ChartCanvas, ChartRefusal, ChartShape, ChartWords, Finish};
use crate::charts::axis::Axis;
use crate::charts::canvas::{WIDTH, glyph, n, width_of, wrap};
use crate::charts::choose::MOST_LINES;
use crate::charts::class;
use crate::charts::plot::{class_of, gap, legend, widest};
use crate::charts::shorten::{MOST_BARS, shorten};
use crate::charts::words::{present, size, sizes};

pub(super) struct DotChart;

pub(super) static SHAPE: DotChart = DotChart;

/// Names up to this wide are before their dots, wider ones above.
const WIDEST_NAME: f64 = 120.0;

impl ChartShape for DotChart {
    fn capacity(&self) -> Capacity {
        Capacity {
            most_series: MOST_LINES,
            ..Capacity::default()
        }
    }

    fn finish(&self, chart: &mut Chart, known: &Finish<'_>) -> Result<(), ChartRefusal> {
        shorten(chart, known, MOST_BARS);
        Ok(())
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let chart = words.chart;
        let several = chart.series.len() > 1;
        let start = if several { legend(words, canvas) } else { 2.0 };
        let labels: Vec<String> = chart.labels.iter().map(|l| words.label(l)).collect();
        let widest_name = widest(&labels);
        let above = widest_name > WIDEST_NAME;
        let values = chart.series.iter().flat_map(present);
        let room = (values.map(|v| width_of(&words.reading(v.digits)))).fold(0.0, f64::max) + 10.0;
        let scale = DotScale {
            axis: Axis::over(sizes(chart), !several, 5),
            left: if above {
                room
            } else {
                widest_name + 8.0 + room
            },
            right: WIDTH - room,
        };
        let name_width = (!above).then_some(widest_name);
        let mut y = start;
        let mut rows = Vec::new();
        for (at, label) in labels.iter().enumerate() {
            y = gap(words, canvas, at, y);
            let row = name(canvas, label, name_width, y);
            rows.push(row);
            y = row + if above { 16.0 } else { 13.0 };
        }
        y = gap(words, canvas, labels.len(), y);
        scale.ticks(words, canvas, start, y);
        for (at, row) in rows.iter().enumerate() {
            scale.row(words, canvas, at, *row);
        }
        canvas.reach(y + 21.0);
    }
}

/// Writes the name of a row at `y`, before it or, without a `width`, above it; returns where its dots are.
fn name(canvas: &mut ChartCanvas, label: &str, width: Option<f64>, y: f64) -> f64 {
    if let Some(width) = width {
        let name = wrap(label, width + 8.0, 1).join("");
        canvas.label(width, y + 14.5, class::END, &name);
        return y + 10.0;
    }
    canvas.heading(label, y) + 10.0
}

/// The scale of values, and where it goes.
struct DotScale {
    axis: Axis,
    left: f64,
    right: f64,
}

/// A value of a row.
struct Dot<'a> {
    series: usize,
    x: f64,
    digits: &'a str,
}

impl DotScale {
    fn x(&self, value: f64) -> f64 {
        self.axis.at(value, self.left, self.right)
    }

    /// Draws upright lines at the ticks, with their numbers below.
    fn ticks(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas, top: f64, bottom: f64) {
        let most = self.axis.furthest();
        let mut lines = String::new();
        for tick in self.axis.ticks() {
            let x = self.x(tick);
            lines.push_str(&format!("M{} {}V{}", n(x), n(top), n(bottom)));
            let label = words.tick(tick, self.axis.step, most);
            canvas.text(x, bottom + 15.0, class::MINOR_MIDDLE, &label);
        }
        canvas.path(class::GRID, &lines);
    }

    /// Returns the values of a row.
    fn dots<'c>(&self, chart: &'c Chart, at: usize) -> Vec<Dot<'c>> {
        let values = chart.series.iter().enumerate();
        values
            .filter_map(|(series, of)| {
                let digits = of.values[at].as_deref()?;
                Some(Dot {
                    series,
                    x: self.x(size(digits)?),
                    digits,
                })
            })
            .collect()
    }

    fn row(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas, at: usize, y: f64) {
        let chart = words.chart;
        let mut dots = self.dots(chart, at);
        let nought = (chart.series.len() < 2).then(|| self.x(0.0));
        let least = (dots.iter().map(|dot| dot.x).chain(nought)).fold(f64::INFINITY, f64::min);
        let most = (dots.iter().map(|dot| dot.x)).fold(f64::NEG_INFINITY, f64::max);
        if most > least {
            let line = format!("M{} {}H{}", n(least), n(y), n(most));
            canvas.path(class::NOUGHT, &line);
        }
        for dot in dots.iter().rev() {
            let name = chart.series[dot.series].name.as_deref();
            let class = class_of(chart, dot.series, name);
            canvas.path(&class::area(class), &glyph(dot.series, dot.x, y));
        }
        // The numbers at both ends; those between are in the table.
        dots.sort_by(|a, b| a.x.total_cmp(&b.x));
        if let Some(dot) = dots.last() {
            canvas.text(dot.x + 9.0, y + 4.5, "", &words.reading(dot.digits));
        }
        if let [dot, _, ..] = &*dots {
            let number = words.reading(dot.digits);
            canvas.text(dot.x - 9.0, y + 4.5, class::END, &number);
        }
    }
}
