//! Upright bars, from nought.

use super::{
    Axis, Canvas, Drawing, LINE, WIDTH, Words, bar, class_of, grid, head, present, width_of, wrap,
};

/// Columns.
pub(crate) struct Columns;

impl Drawing for Columns {
    fn id(&self) -> &'static str {
        "columns"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let several = chart.series.len() > 1;
        let mut top = head(words);
        if several {
            let names: Vec<(String, String)> = (chart.series.iter().enumerate())
                .map(|(i, s)| (words.name(s), class_of(chart, i, None).to_owned()))
                .collect();
            top += canvas.legend(&names, 0.0);
        }
        let bottom = top + 150.0;
        let axis = Axis::over(chart.series.iter().flat_map(present).map(|v| v.1), true, 5);
        let left = grid(words, canvas, &axis, top, bottom, WIDTH);
        let band = (WIDTH - left) / chart.labels.len().max(1) as f64;
        let inner = (band * 0.76).min(46.0 * chart.series.len() as f64);
        let width = inner / chart.series.len().max(1) as f64;
        let zero = axis.at(0.0, bottom, top);
        for (i, series) in chart.series.iter().enumerate() {
            for (at, value, text) in present(series) {
                let x = left + band * at as f64 + (band - inner) / 2.0 + width * i as f64;
                let y = axis.at(value, bottom, top);
                let class = if several {
                    class_of(chart, i, None)
                } else {
                    class_of(chart, i, Some(&chart.labels[at]))
                };
                canvas.path(
                    &format!("f {class}"),
                    &bar(x + 1.0, y.min(zero), width - 2.0, (y - zero).abs()),
                );
                let said = words.number(text);
                if width_of(&said) <= width + 8.0 {
                    canvas.text(
                        x + width / 2.0,
                        if value < 0.0 { y + 14.0 } else { y - 5.0 },
                        "m",
                        &said,
                    );
                }
            }
            for at in (0..chart.labels.len()).filter(|at| series.values[*at].is_none()) {
                let x = left + band * at as f64 + (band - inner) / 2.0 + width * (i as f64 + 0.5);
                let none = words.say("chart-none", &[]);
                if width_of(&none) <= width + 6.0 {
                    canvas.text(x, zero - 5.0, "m s", &none);
                }
            }
        }
        let first = words.label(chart.labels.first().map_or("", String::as_str));
        let every = if width_of(&first) + 6.0 > band * 2.0 {
            chart.labels.len().div_ceil(4)
        } else {
            1
        };
        for (at, label) in chart
            .labels
            .iter()
            .enumerate()
            .filter(|(at, _)| at % every == 0)
        {
            for (line, text) in wrap(&words.label(label), band * every as f64 - 4.0, 3)
                .iter()
                .enumerate()
            {
                canvas.label(
                    left + band * (at as f64 + 0.5),
                    bottom + 17.0 + LINE * line as f64,
                    "m",
                    text,
                );
            }
        }
        canvas.reach(bottom + 24.0);
    }
}
