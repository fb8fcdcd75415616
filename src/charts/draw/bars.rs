//! Bars that lie, from nought, each with its name and value.

use super::{Axis, Canvas, Drawing, LINE, WIDTH, Words, bar, class_of, n, present, width_of, wrap};

/// Bars.
pub(crate) struct Bars;

/// Names up to this wide are before their bars, wider ones above.
const WIDEST_NAME: f64 = 130.0;

impl Drawing for Bars {
    fn id(&self) -> &'static str {
        "bars"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let several = chart.series.len() > 1;
        let mut y = 2.0;
        if several {
            let names: Vec<(String, String)> = (chart.series.iter().enumerate())
                .map(|(i, s)| (words.name(s), class_of(chart, i, None).to_owned()))
                .collect();
            y = canvas.legend(&names, 0.0);
        }
        let labels: Vec<String> = chart.labels.iter().map(|l| words.label(l)).collect();
        let widest = labels.iter().map(|l| width_of(l)).fold(0.0, f64::max);
        let above = widest > WIDEST_NAME;
        let left = if above { 0.0 } else { widest + 8.0 };
        let values = || chart.series.iter().flat_map(present);
        let room = values()
            .map(|v| width_of(&words.number(v.2)))
            .fold(0.0, f64::max)
            + 6.0;
        let (min, max) =
            values().fold((0.0, 0.0), |(a, b): (f64, f64), v| (a.min(v.1), b.max(v.1)));
        let from = if min < 0.0 { left + room } else { left };
        let axis = Axis {
            min,
            max: if max > min { max } else { min + 1.0 },
            step: 1.0,
        };
        let zero = axis.at(0.0, from, WIDTH - room);
        let thick = if several { 14.0 } else { 15.0 };
        let start = y;
        for (at, label) in labels.iter().enumerate() {
            if above {
                for line in wrap(label, WIDTH, 2) {
                    canvas.label(0.0, y + 12.0, "", &line);
                    y += LINE;
                }
            } else {
                canvas.label(left - 8.0, y + 12.0, "e", &wrap(label, left, 1).join(""));
            }
            for (i, series) in chart.series.iter().enumerate() {
                let shown = series.values[at]
                    .as_deref()
                    .and_then(|v| Some((super::size(v)?, v)));
                match shown {
                    Some((value, text)) => {
                        let x = axis.at(value, from, WIDTH - room);
                        let name = if several {
                            None
                        } else {
                            Some(chart.labels[at].as_str())
                        };
                        let class = class_of(chart, i, name);
                        canvas.path(
                            &format!("f {class}"),
                            &bar(x.min(zero), y + 1.0, (x - zero).abs().max(0.5), thick),
                        );
                        let (tx, class) = if value < 0.0 {
                            (x - 5.0, "e")
                        } else {
                            (x + 5.0, "")
                        };
                        canvas.text(tx, y + 13.0, class, &words.number(text));
                    }
                    None => canvas.text(zero + 5.0, y + 13.0, "s", &words.say("chart-none", &[])),
                }
                y += thick + 1.0;
            }
            y += if above || several { 8.0 } else { 5.0 };
        }
        canvas.path("z", &format!("M{} {}V{}", n(zero), n(start), n(y - 3.0)));
        y = others(words, canvas, y);
        canvas.reach(y);
    }
}

/// The categories that are not shown one by one.
fn others(words: &Words<'_>, canvas: &mut Canvas, y: f64) -> f64 {
    let Some(others) = &words.chart.others else {
        return y;
    };
    let number = |v: &Option<String>| v.as_deref().map(|v| words.number(v)).unwrap_or_default();
    let count = words.number(&others.count.to_string());
    let said = match &others.sum {
        Some(_) => words.say(
            "chart-others-sum",
            &[("n", count), ("sum", number(&others.sum))],
        ),
        None => words.say(
            "chart-others",
            &[
                ("n", count),
                ("min", number(&others.min)),
                ("max", number(&others.max)),
            ],
        ),
    };
    canvas.text(0.0, y + 14.0, "s", &said);
    y + 20.0
}
