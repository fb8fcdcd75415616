//! Bars that lie, from nought, each with its name and value.

use super::{Capacity, Chart, ChartCanvas, ChartRefusal, ChartShape, ChartWords, Finish};
use crate::charts::axis::Axis;
use crate::charts::canvas::{WIDTH, bar, n, width_of, wrap};
use crate::charts::choose::MOST_LINES;
use crate::charts::class;
use crate::charts::plot::{class_of, gap, legend, widest};
use crate::charts::shorten::{MOST_BARS, shorten};
use crate::charts::words::{present, size, sizes};

pub(super) struct BarChart;

pub(super) static SHAPE: BarChart = BarChart;

/// Names up to this wide are before their bars, wider ones above.
const WIDEST_NAME: f64 = 130.0;

impl ChartShape for BarChart {
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
        let start = if words.chart.series.len() > 1 {
            legend(words, canvas)
        } else {
            2.0
        };
        let layout = BarLayout::new(words);
        let mut y = start;
        for (at, label) in layout.labels.iter().enumerate() {
            y = gap(words, canvas, at, y);
            y = layout.name(canvas, label, y);
            y = layout.group(words, canvas, at, y);
        }
        // Where names are above their bars, the line would go through them.
        if !layout.above {
            let zero = layout.x(0.0);
            let line = format!("M{} {}V{}", n(zero), n(start), n(y - 3.0));
            canvas.path(class::NOUGHT, &line);
        }
        y = gap(words, canvas, layout.labels.len(), y);
        canvas.reach(y);
    }
}

/// Where names, bars and values go.
struct BarLayout {
    labels: Vec<String>,
    /// Whether names are above their bars.
    above: bool,
    /// Whether there are several series.
    several: bool,
    left: f64,
    from: f64,
    to: f64,
    axis: Axis,
}

impl BarLayout {
    fn new(words: &ChartWords<'_>) -> BarLayout {
        let chart = words.chart;
        let labels: Vec<String> = chart.labels.iter().map(|l| words.label(l)).collect();
        let widest_name = widest(&labels);
        let above = widest_name > WIDEST_NAME;
        let left = if above { 0.0 } else { widest_name + 8.0 };
        let values = chart.series.iter().flat_map(present);
        let room = (values.map(|v| width_of(&words.reading(v.digits)))).fold(0.0, f64::max) + 6.0;
        let min = sizes(chart).fold(0.0, f64::min);
        let max = sizes(chart).fold(0.0, f64::max);
        BarLayout {
            labels,
            above,
            several: chart.series.len() > 1,
            left,
            from: if min < 0.0 { left + room } else { left },
            to: WIDTH - room,
            axis: Axis {
                min,
                max: if max > min { max } else { min + 1.0 },
                step: 1.0,
            },
        }
    }

    fn x(&self, value: f64) -> f64 {
        self.axis.at(value, self.from, self.to)
    }

    /// Writes the name of the bars at `y`; returns where they begin.
    fn name(&self, canvas: &mut ChartCanvas, label: &str, y: f64) -> f64 {
        if !self.above {
            let name = wrap(label, self.left, 1).join("");
            canvas.label(self.left - 8.0, y + self.baseline(), class::END, &name);
            return y;
        }
        canvas.heading(label, y)
    }

    /// Draws the bars of a label at `y`; returns where the next ones begin.
    fn group(
        &self,
        words: &ChartWords<'_>,
        canvas: &mut ChartCanvas,
        at: usize,
        mut y: f64,
    ) -> f64 {
        let chart = words.chart;
        for (i, series) in chart.series.iter().enumerate() {
            let value = series.values[at].as_deref();
            let Some((value, digits)) = value.and_then(|v| Some((size(v)?, v))) else {
                let none = words.say("chart-none", &[]);
                canvas.text(self.x(0.0) + 5.0, y + self.baseline(), class::MINOR, &none);
                y += self.thickness() + 1.0;
                continue;
            };
            let name = (!self.several).then(|| chart.labels[at].as_str());
            self.bar(canvas, class_of(chart, i, name), value, y);
            let x = self.x(value);
            let (x, class) = if value < 0.0 {
                (x - 5.0, class::END)
            } else {
                (x + 5.0, "")
            };
            canvas.text(x, y + self.baseline(), class, &words.reading(digits));
            y += self.thickness() + 1.0;
        }
        y + if self.above || self.several { 7.0 } else { 5.0 }
    }

    fn bar(&self, canvas: &mut ChartCanvas, class: &str, value: f64, y: f64) {
        let (x, zero) = (self.x(value), self.x(0.0));
        let path = bar(
            x.min(zero),
            y + 1.0,
            (x - zero).abs().max(0.5),
            self.thickness(),
        );
        canvas.path(&class::area(class), &path);
    }

    fn thickness(&self) -> f64 {
        if self.several { 11.0 } else { 12.0 }
    }

    /// Returns how far below the top of a bar the baseline of its text is.
    fn baseline(&self) -> f64 {
        1.0 + self.thickness() / 2.0 + 4.5
    }
}
