//! One bar of 100 %, with a line for each part.

use super::{
    Capacity, Chart, ChartCanvas, ChartQuery, ChartRefusal, ChartShape, ChartValues, ChartWords,
    Finish, add_up, gather,
};
use crate::charts::canvas::{WIDTH, bar, glyph, wrap};
use crate::charts::choose::MOST_LINES;
use crate::charts::class;
use crate::charts::shorten::shorten;
use crate::charts::words::{present, size};

pub(super) struct StripChart;

pub(super) static SHAPE: StripChart = StripChart;

impl ChartShape for StripChart {
    fn capacity(&self) -> Capacity {
        Capacity {
            fewest_values: 1,
            ..Capacity::default()
        }
    }

    fn shows_whole(&self) -> bool {
        true
    }

    fn gather(&self, query: &mut ChartQuery<'_>) -> Result<ChartValues, ChartRefusal> {
        add_up(query);
        gather::gather(query, self.capacity().most_series)
    }

    fn finish(&self, chart: &mut Chart, known: &Finish<'_>) -> Result<(), ChartRefusal> {
        shorten(chart, known, MOST_LINES);
        Ok(())
    }

    fn alt(&self, words: &ChartWords<'_>, name: String) -> String {
        let chart = words.chart;
        let values = chart.series.first().map(present).unwrap_or_default();
        let others = chart.others.as_ref().and_then(|o| o.sum.as_deref());
        let others = others.and_then(size).unwrap_or(0.0);
        let whole: f64 = values.iter().map(|v| v.size).sum::<f64>() + others;
        let parts = values.iter().map(|v| {
            let label = chart.labels.get(v.at).map_or("", String::as_str);
            let number = words.number(v.digits);
            format!("{label} {number} ({})", words.share(v.size, whole))
        });
        format!("{name}: {}.", parts.collect::<Vec<_>>().join(", "))
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let parts = parts(words);
        let whole: f64 = parts.iter().map(|part| part.size).sum();
        let (mut x, mut y) = (0.0, 52.0);
        for (i, part) in parts.iter().enumerate() {
            let class = class::SERIES.get(i).copied().unwrap_or(class::GREY);
            let class = class::area(class);
            let width = part.size / whole * WIDTH;
            canvas.path(&class, &bar(x, 2.0, (width - 2.0).max(0.5), 26.0));
            let share = words.share(part.size, whole);
            canvas.path(&class, &glyph(i, 6.0, y - 4.5));
            canvas.label(18.0, y, "", &wrap(&part.name, 220.0, 1).join(""));
            let told = format!("{} \u{b7} {share}", part.number);
            canvas.text(WIDTH, y, class::END, &told);
            (x, y) = (x + width, y + 21.0);
        }
        canvas.reach(y - 12.0);
    }
}

/// A part of the whole.
struct StripShare {
    name: String,
    size: f64,
    /// The value with the language's separators.
    number: String,
}

/// Returns the parts, those that are not shown one by one together as the last.
fn parts(words: &ChartWords<'_>) -> Vec<StripShare> {
    let chart = words.chart;
    let values = chart.series.first().map(present).unwrap_or_default();
    let shown = values.iter().filter(|v| v.size > 0.0).map(|v| StripShare {
        name: words.label(&chart.labels[v.at]),
        size: v.size,
        number: words.number(v.digits),
    });
    let others = chart.others.as_ref().and_then(|others| {
        let sum = others.sum.as_deref()?;
        let count = words.number(&others.count.to_string());
        Some(StripShare {
            name: words.say("chart-others-name", &[("n", count)]),
            size: size(sum).unwrap_or(0.0),
            number: words.number(sum),
        })
    });
    shown.chain(others).collect()
}
