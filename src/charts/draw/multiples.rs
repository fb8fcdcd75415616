//! A small chart for each category, two a row, all on one scale.

use super::line::{horizontal, points, trace};
use super::{Axis, Canvas, Drawing, LINE, WIDTH, Words, class_of, n, present, width_of, wrap};

/// Small charts.
pub(crate) struct Multiples;

/// Height of one plot.
const PLOT: f64 = 64.0;

impl Drawing for Multiples {
    fn id(&self) -> &'static str {
        "multiples"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let axis = Axis::over(chart.series.iter().flat_map(present).map(|v| v.1), false, 3);
        let most = axis.max.abs().max(axis.min.abs());
        let ticks: Vec<(f64, String)> = axis
            .ticks()
            .into_iter()
            .map(|t| (t, words.tick(t, axis.step, most)))
            .collect();
        let gutter = ticks
            .iter()
            .map(|t| width_of(&t.1))
            .fold(0.0, f64::max)
            .ceil()
            + 6.0;
        let width = (WIDTH - gutter - 14.0) / 2.0;
        let ends = ends(words, width);
        let mut top = 2.0;
        for row in chart.series.chunks(2) {
            let names: Vec<Vec<String>> =
                row.iter().map(|s| wrap(&words.name(s), width, 2)).collect();
            let lines = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
            let (from, to) = (top + lines * LINE + 6.0, top + lines * LINE + 6.0 + PLOT);
            for (tick, label) in &ticks {
                canvas.text(gutter - 6.0, axis.at(*tick, to, from) + 4.5, "e s", label);
            }
            for (i, series) in row.iter().enumerate() {
                let left = gutter + (width + 14.0) * i as f64;
                for (line, text) in names[i].iter().enumerate() {
                    canvas.label(left, top + 12.0 + LINE * line as f64, "", text);
                }
                let grid: String = ticks
                    .iter()
                    .map(|(t, _)| format!("M{} {}h{}", n(left), n(axis.at(*t, to, from)), n(width)))
                    .collect();
                canvas.path("g", &grid);
                let place = horizontal(&chart.labels, left + 2.0, left + width - 2.0);
                let class = if chart.highlight.is_empty() {
                    ""
                } else {
                    class_of(chart, 0, series.name.as_deref())
                };
                let drawn = points(series, &place, &axis, from, to);
                canvas.path(class, &trace(&drawn));
                canvas.text(left, to + 16.0, "s", &ends[0]);
                canvas.text(left + width, to + 16.0, "e s", &ends[1]);
            }
            top = to + 30.0;
        }
        canvas.reach(top - 8.0);
    }
}

/// The first and the last label, side by side below a small chart: of dates as much as there is room for.
fn ends(words: &Words<'_>, width: f64) -> [String; 2] {
    let ends = [words.chart.labels.first(), words.chart.labels.last()]
        .map(|l| l.cloned().unwrap_or_default());
    let cut = |digits: usize| {
        ends.clone()
            .map(|l| words.label(l.get(..digits).unwrap_or(&l)))
    };
    let fits = |said: &[String; 2]| {
        said[0] != said[1] && width_of(&said[0]) + width_of(&said[1]) + 6.0 <= width
    };
    let whole = ends.clone().map(|l| words.label(&l));
    // ISO dates: a month has seven characters, a year four.
    let shorter = [7, 4].into_iter().filter(|_| words.chart.time).map(cut);
    std::iter::once(whole)
        .chain(shorter)
        .find(fits)
        .unwrap_or_else(|| [words.label(&ends[0]), String::new()])
}
