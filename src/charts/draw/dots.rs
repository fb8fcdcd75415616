//! A line for each category with a dot for each series; a lollipop where there is one series.

use super::{
    Axis, Canvas, Drawing, LINE, WIDTH, Words, class_of, glyph, n, present, size, width_of, wrap,
};

/// Dots.
pub(crate) struct Dots;

/// Names up to this wide are before their dots, wider ones above.
const WIDEST_NAME: f64 = 120.0;

impl Drawing for Dots {
    fn id(&self) -> &'static str {
        "dots"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let several = chart.series.len() > 1;
        let names: Vec<(String, String)> = (chart.series.iter().enumerate())
            .map(|(i, s)| (words.name(s), class_of(chart, i, None).to_owned()))
            .collect();
        let start = if several {
            canvas.legend(&names, 0.0)
        } else {
            2.0
        };
        let mut y = start;
        let labels: Vec<String> = chart.labels.iter().map(|l| words.label(l)).collect();
        let widest = labels.iter().map(|l| width_of(l)).fold(0.0, f64::max);
        let above = widest > WIDEST_NAME;
        let axis = Axis::over(
            chart.series.iter().flat_map(present).map(|v| v.1),
            !several,
            5,
        );
        let room = chart
            .series
            .iter()
            .flat_map(present)
            .map(|v| width_of(&words.number(v.2)))
            .fold(0.0, f64::max)
            + 10.0;
        let left = if above { room } else { widest + 8.0 + room };
        let right = WIDTH - room;
        let mut rows = Vec::new();
        for label in &labels {
            if above {
                for line in wrap(label, WIDTH, 2) {
                    canvas.label(0.0, y + 12.0, "", &line);
                    y += LINE;
                }
            } else {
                canvas.label(
                    widest,
                    y + 14.5,
                    "e",
                    &wrap(label, widest + 8.0, 1).join(""),
                );
            }
            rows.push(y + 10.0);
            y += if above { 26.0 } else { 23.0 };
        }
        let most = axis.max.abs().max(axis.min.abs());
        let mut lines = String::new();
        for tick in axis.ticks() {
            let x = axis.at(tick, left, right);
            lines.push_str(&format!("M{} {}V{}", n(x), n(start), n(y)));
            canvas.text(x, y + 15.0, "m s", &words.tick(tick, axis.step, most));
        }
        canvas.path("g", &lines);
        for (at, row) in rows.iter().enumerate() {
            self.row(words, canvas, at, *row, &|v| axis.at(v, left, right));
        }
        canvas.reach(y + 21.0);
    }
}

impl Dots {
    fn row(
        &self,
        words: &Words<'_>,
        canvas: &mut Canvas,
        at: usize,
        y: f64,
        x: &dyn Fn(f64) -> f64,
    ) {
        let chart = words.chart;
        let mut found: Vec<(usize, f64, &str)> = Vec::new();
        for (i, series) in chart.series.iter().enumerate() {
            found.extend(
                series.values[at]
                    .as_deref()
                    .and_then(|v| Some((i, x(size(v)?), v))),
            );
        }
        let least = found.iter().map(|f| f.1).fold(f64::INFINITY, f64::min);
        let most = found.iter().map(|f| f.1).fold(f64::NEG_INFINITY, f64::max);
        let least = if chart.series.len() < 2 {
            x(0.0).min(least)
        } else {
            least
        };
        if most > least {
            canvas.path("z", &format!("M{} {}H{}", n(least), n(y), n(most)));
        }
        for (i, place, _) in found.iter().rev() {
            let name = chart.series[*i].name.as_deref();
            canvas.path(
                &format!("f {}", class_of(chart, *i, name)),
                &glyph(*i, *place, y),
            );
        }
        // The numbers at both ends; those between are in the table.
        found.sort_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((_, place, text)) = found.last() {
            canvas.text(place + 9.0, y + 4.5, "", &words.number(text));
        }
        if let [(_, place, text), _, ..] = &*found {
            canvas.text(place - 9.0, y + 4.5, "e", &words.number(text));
        }
    }
}
