//! How often two categories meet: squares whose size is the count; the numbers stand in the table below.

use super::{Canvas, Drawing, LINE, WIDTH, Words, bar, present, width_of, wrap};

/// Counts of pairs of categories.
pub(crate) struct Cross;

impl Drawing for Cross {
    fn id(&self) -> &'static str {
        "cross"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let widest = chart
            .labels
            .iter()
            .map(|l| width_of(l))
            .fold(0.0, f64::max)
            .min(120.0);
        let left = widest + 10.0;
        let band = (WIDTH - left) / chart.series.len().max(1) as f64;
        let most = chart
            .series
            .iter()
            .flat_map(present)
            .fold(1.0, |a: f64, v| a.max(v.1));
        let heads: Vec<Vec<String>> = chart
            .series
            .iter()
            .map(|s| wrap(&words.name(s), band - 4.0, 3))
            .collect();
        let top = heads.iter().map(Vec::len).max().unwrap_or(1) as f64 * LINE + 6.0;
        for (i, lines) in heads.iter().enumerate() {
            for (at, line) in lines.iter().enumerate() {
                canvas.label(
                    left + band * (i as f64 + 0.5),
                    12.0 + LINE * at as f64,
                    "m",
                    line,
                );
            }
        }
        let row = (band - 4.0).clamp(20.0, 30.0);
        for (at, label) in chart.labels.iter().enumerate() {
            let y = top + row * (at as f64 + 0.5);
            canvas.label(0.0, y + 4.5, "", &wrap(label, widest + 4.0, 1).join(""));
            for (i, series) in chart.series.iter().enumerate() {
                let Some(count) = series.values[at].as_deref().and_then(super::size) else {
                    continue;
                };
                let side = (count.max(0.0) / most).sqrt() * (row - 4.0);
                let x = left + band * (i as f64 + 0.5);
                canvas.path("f", &bar(x - side / 2.0, y - side / 2.0, side, side));
            }
        }
        canvas.reach(top + row * chart.labels.len() as f64 + 4.0);
    }
}
