//! Upright bars, from nought.

use super::{Capacity, ChartCanvas, ChartShape, ChartWords};
use crate::charts::axis::Axis;
use crate::charts::canvas::{LINE, WIDTH, bar, width_of, wrap};
use crate::charts::choose::MOST_LINES;
use crate::charts::class;
use crate::charts::plot::{class_of, grid, head, legend};
use crate::charts::words::{DrawnValue, present, sizes};

pub(super) struct ColumnChart;

pub(super) static SHAPE: ColumnChart = ColumnChart;

/// Height of the plot, in units.
const PLOT: f64 = 150.0;
/// Width of the widest column, in units.
const WIDEST: f64 = 46.0;

impl ChartShape for ColumnChart {
    fn capacity(&self) -> Capacity {
        Capacity {
            most_labels: 24,
            most_series: MOST_LINES,
            ..Capacity::default()
        }
    }

    fn makes_spark(&self) -> bool {
        true
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let mut top = head(words);
        if words.chart.series.len() > 1 {
            top += legend(words, canvas);
        }
        let bottom = top + PLOT;
        let axis = Axis::over(sizes(words.chart), true, 5);
        let left = grid(words, canvas, &axis, top, bottom, WIDTH);
        let layout = ColumnLayout::new(words, axis, left, top, bottom);
        for i in 0..words.chart.series.len() {
            layout.series(words, canvas, i);
        }
        layout.names(words, canvas);
        canvas.reach(bottom + 24.0);
    }
}

/// Where columns go: bands side by side, each with a column of every series.
struct ColumnLayout {
    axis: Axis,
    left: f64,
    top: f64,
    bottom: f64,
    /// Width of a label's band, in units.
    band: f64,
    /// Width of the columns in it.
    inner: f64,
    /// Width of one column, in units.
    width: f64,
}

impl ColumnLayout {
    fn new(words: &ChartWords<'_>, axis: Axis, left: f64, top: f64, bottom: f64) -> ColumnLayout {
        let series = words.chart.series.len();
        let band = (WIDTH - left) / words.chart.labels.len().max(1) as f64;
        let inner = (band * 0.76).min(WIDEST * series as f64);
        ColumnLayout {
            axis,
            left,
            top,
            bottom,
            band,
            inner,
            width: inner / series.max(1) as f64,
        }
    }

    fn y(&self, value: f64) -> f64 {
        self.axis.at(value, self.bottom, self.top)
    }

    /// Returns where the columns of a label begin.
    fn x(&self, at: usize) -> f64 {
        self.left + self.band * at as f64 + (self.band - self.inner) / 2.0
    }

    fn series(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas, i: usize) {
        let chart = words.chart;
        let series = &chart.series[i];
        for value in present(series) {
            let name = (chart.series.len() == 1).then(|| chart.labels[value.at].as_str());
            self.column(words, canvas, i, &value, class_of(chart, i, name));
        }
        let none = words.say("chart-none", &[]);
        if width_of(&none) > self.width + 6.0 {
            return;
        }
        for at in (0..chart.labels.len()).filter(|at| series.values[*at].is_none()) {
            let x = self.x(at) + self.width * (i as f64 + 0.5);
            canvas.text(x, self.y(0.0) - 5.0, class::MINOR_MIDDLE, &none);
        }
    }

    fn column(
        &self,
        words: &ChartWords<'_>,
        canvas: &mut ChartCanvas,
        i: usize,
        value: &DrawnValue<'_>,
        class: &str,
    ) {
        let x = self.x(value.at) + self.width * i as f64;
        let (y, zero) = (self.y(value.size), self.y(0.0));
        let path = bar(x + 1.0, y.min(zero), self.width - 2.0, (y - zero).abs());
        let mut class = class::area(class);
        if words.is_projected(value.at) {
            class = class::projected(&class);
        }
        canvas.path(&class, &path);
        let mut told = words.number(value.digits);
        if width_of(&told) > self.width + 8.0 {
            told = words.reading(value.digits);
        }
        if width_of(&told) <= self.width + 8.0 {
            let baseline = if value.size < 0.0 { y + 14.0 } else { y - 5.0 };
            canvas.text(x + self.width / 2.0, baseline, class::MIDDLE, &told);
        }
    }

    /// Writes the labels below their bands: all, or a quarter of them where the first one is too wide.
    fn names(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let labels = &words.chart.labels;
        let first = words.label(labels.first().map_or("", String::as_str));
        let every = if width_of(&first) + 6.0 > self.band * 2.0 {
            labels.len().div_ceil(4)
        } else {
            1
        };
        for (at, label) in labels.iter().enumerate().filter(|(at, _)| at % every == 0) {
            let lines = wrap(&words.label(label), self.band * every as f64 - 4.0, 3);
            let x = self.left + self.band * (at as f64 + 0.5);
            let middle = self.bottom + 12.5 + LINE * (lines.len() as f64 - 1.0) / 2.0;
            canvas.block(x, middle, class::MIDDLE, &lines);
        }
    }
}
