//! One bar of 100 %, with a line for each part.

use super::{Canvas, Drawing, WIDTH, Words, bar, glyph, present, wrap};

/// A strip.
pub(crate) struct Strip;

impl Drawing for Strip {
    fn id(&self) -> &'static str {
        "strip"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let values = chart.series.first().map(present).unwrap_or_default();
        let mut parts: Vec<(String, f64, String)> = values
            .iter()
            .filter(|v| v.1 > 0.0)
            .map(|v| (words.label(&chart.labels[v.0]), v.1, words.number(v.2)))
            .collect();
        if let Some(others) = &chart.others
            && let Some(sum) = others.sum.as_deref()
        {
            let name = words.say(
                "chart-others-name",
                &[("n", words.number(&others.count.to_string()))],
            );
            parts.push((name, super::size(sum).unwrap_or(0.0), words.number(sum)));
        }
        let whole: f64 = parts.iter().map(|p| p.1).sum();
        let (mut x, mut y) = (0.0, 52.0);
        for (i, (name, value, said)) in parts.iter().enumerate() {
            let class = ["k1", "k2", "k3", "k4"].get(i).copied().unwrap_or("q");
            let width = value / whole * WIDTH;
            canvas.path(
                &format!("f {class}"),
                &bar(x, 2.0, (width - 2.0).max(0.5), 26.0),
            );
            let share = words.share(*value, whole);
            canvas.path(&format!("f {class}"), &glyph(i, 6.0, y - 4.5));
            canvas.label(18.0, y, "", &wrap(name, 220.0, 1).join(""));
            canvas.text(WIDTH, y, "e", &format!("{said} \u{b7} {share}"));
            (x, y) = (x + width, y + 21.0);
        }
        canvas.reach(y - 12.0);
    }
}
