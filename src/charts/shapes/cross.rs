//! How often two categories meet: squares whose size is the count; the numbers are in the table below.

use super::{
    Capacity, ChartCanvas, ChartQuery, ChartRefusal, ChartShape, ChartValues, ChartWords, add_up,
    gather,
};
use crate::charts::canvas::{LINE, WIDTH, bar, wrap};
use crate::charts::choose::MOST_CROSSED;
use crate::charts::class;
use crate::charts::plot::widest;
use crate::charts::words::{size, sizes};

/// Counts of pairs of categories.
pub(super) struct CrossChart;

pub(super) static SHAPE: CrossChart = CrossChart;

impl ChartShape for CrossChart {
    fn capacity(&self) -> Capacity {
        Capacity {
            most_labels: MOST_CROSSED[0] as usize,
            most_series: MOST_CROSSED[1] as usize,
            ..Capacity::default()
        }
    }

    fn absent_is_nought(&self) -> bool {
        true
    }

    fn gather(&self, query: &mut ChartQuery<'_>) -> Result<ChartValues, ChartRefusal> {
        add_up(query);
        gather::gather(query, self.capacity().most_series)
    }

    fn opens_table(&self) -> bool {
        true
    }

    fn alt(&self, words: &ChartWords<'_>, name: String) -> String {
        words.rows_told(name)
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let chart = words.chart;
        let widest = widest(&chart.labels).min(120.0);
        let left = widest + 10.0;
        let band = (WIDTH - left) / chart.series.len().max(1) as f64;
        let most = sizes(chart).fold(1.0, f64::max);
        let top = heads(words, canvas, left, band);
        let row = (band - 4.0).clamp(20.0, 30.0);
        for (at, label) in chart.labels.iter().enumerate() {
            let y = top + row * (at as f64 + 0.5);
            canvas.label(0.0, y + 4.5, "", &wrap(label, widest + 4.0, 1).join(""));
            for (i, series) in chart.series.iter().enumerate() {
                let Some(count) = series.values[at].as_deref().and_then(size) else {
                    continue;
                };
                let side = (count.max(0.0) / most).sqrt() * (row - 4.0);
                let x = left + band * (i as f64 + 0.5);
                canvas.path(
                    class::AREA,
                    &bar(x - side / 2.0, y - side / 2.0, side, side),
                );
            }
        }
        canvas.reach(top + row * chart.labels.len() as f64 + 4.0);
    }
}

/// Writes the names of the series above their columns; returns where the rows begin.
fn heads(words: &ChartWords<'_>, canvas: &mut ChartCanvas, left: f64, band: f64) -> f64 {
    let heads: Vec<Vec<String>> = (words.chart.series.iter())
        .map(|s| wrap(&words.name(s), band - 4.0, 3))
        .collect();
    for (i, lines) in heads.iter().enumerate() {
        let x = left + band * (i as f64 + 0.5);
        let middle = 7.5 + LINE * (lines.len() as f64 - 1.0) / 2.0;
        canvas.block(x, middle, class::MIDDLE, lines);
    }
    heads.iter().map(Vec::len).max().unwrap_or(1) as f64 * LINE + 6.0
}
