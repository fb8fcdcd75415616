//! How often values of each size occur.

use super::{Axis, Canvas, Drawing, WIDTH, Words, bar, n, present, size, width_of};

/// A histogram.
pub(crate) struct Histogram;

impl Drawing for Histogram {
    fn id(&self) -> &'static str {
        "histogram"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let counts = chart.series.first().map(present).unwrap_or_default();
        let axis = Axis::over(counts.iter().map(|c| c.1), true, 5);
        let (top, bottom) = (26.0, 176.0);
        let ticks = axis.ticks();
        let said = |v: f64| words.say.number(&format!("{v:.0}"));
        let left = ticks
            .iter()
            .map(|t| width_of(&said(*t)))
            .fold(0.0, f64::max)
            .ceil()
            + 7.0;
        let mut lines = String::new();
        for tick in ticks.iter().filter(|t| t.fract() == 0.0) {
            let y = axis.at(*tick, bottom, top);
            canvas.text(left - 6.0, y + 4.5, "e", &said(*tick));
            lines.push_str(&format!("M{} {}h{}", n(left), n(y), n(WIDTH - left)));
        }
        canvas.path("g", &lines);
        canvas.text(0.0, 12.0, "", &words.say("chart-rows", &[]));
        let width = (WIDTH - left) / chart.labels.len().saturating_sub(1).max(1) as f64;
        let mut bars = String::new();
        for (i, count, _) in &counts {
            let y = axis.at(*count, bottom, top);
            bars.push_str(&bar(
                left + width * *i as f64 + 0.5,
                y,
                width - 1.0,
                bottom - y,
            ));
        }
        canvas.path("f", &bars);
        let bounds: Vec<f64> = chart.labels.iter().filter_map(|l| size(l)).collect();
        let most = bounds.iter().fold(0.0, |a: f64, b| a.max(b.abs()));
        let step = bounds.windows(2).map(|w| w[1] - w[0]).next().unwrap_or(1.0);
        let every = bounds.len().div_ceil(5).max(1);
        let mut free = 0.0;
        for (i, value) in bounds.iter().enumerate().filter(|(i, _)| i % every == 0) {
            let label = words.tick(*value, step, most);
            let half = width_of(&label) / 2.0;
            let middle = (left + width * i as f64).min(WIDTH - half);
            if middle - half >= free {
                canvas.text(middle, bottom + 17.0, "m", &label);
                free = middle + half + 6.0;
            }
        }
        canvas.reach(bottom + 23.0);
    }
}
