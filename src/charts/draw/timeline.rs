//! Bars from date to date.

use super::{Canvas, Drawing, LINE, WIDTH, Words, bar, dates, n, wrap, years};

/// A line of time.
pub(crate) struct Timeline;

impl Drawing for Timeline {
    fn id(&self) -> &'static str {
        "timeline"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let [starts, ends] =
            [0, 1].map(|i| chart.series.get(i).map(|s| &*s.values).unwrap_or_default());
        let all: Vec<String> = starts
            .iter()
            .chain(ends)
            .flatten()
            .filter(|d| years(d).is_some())
            .cloned()
            .collect();
        let first = all
            .iter()
            .filter_map(|d| years(d))
            .fold(f64::INFINITY, f64::min);
        let last = all
            .iter()
            .filter_map(|d| years(d))
            .fold(f64::NEG_INFINITY, f64::max);
        let year = |y: f64| (y - first) / (last - first).max(0.1) * WIDTH;
        let mut y = 2.0;
        for (i, label) in chart.labels.iter().enumerate() {
            for line in wrap(label, WIDTH, 2) {
                canvas.label(0.0, y + 12.0, "", &line);
                y += LINE;
            }
            let at = |values: &[Option<String>]| {
                values.get(i).and_then(|v| v.as_deref()).and_then(years)
            };
            match (at(starts), at(ends)) {
                (Some(a), Some(b)) => canvas.path(
                    "f",
                    &bar(year(a), y + 1.0, (year(b) - year(a)).max(3.0), 11.0),
                ),
                // One end is open: a mark where the other is.
                (Some(a), None) | (None, Some(a)) => {
                    canvas.path("f", &super::glyph(2, year(a).clamp(6.0, 354.0), y + 7.0));
                }
                (None, None) => canvas.text(0.0, y + 11.0, "s", &words.say("chart-none", &[])),
            }
            y += 20.0;
        }
        canvas.path("z", &format!("M0 {}h{}", n(y), n(WIDTH)));
        let mut sorted = all;
        sorted.sort();
        sorted.dedup();
        let chart = crate::charts::Chart {
            time: true,
            ..words.chart.clone()
        };
        let said = Words {
            say: words.say,
            chart: &chart,
        };
        dates(&said, canvas, &sorted, &year, y + 17.0, 5);
        canvas.reach(y + 23.0);
    }
}
