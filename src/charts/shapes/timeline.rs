//! Bars from date to date.

use super::table::rows;
use super::{
    ChartCanvas, ChartQuery, ChartRefusal, ChartShape, ChartValues, ChartWords, TitleParts,
};
use crate::charts::axis::years;
use crate::charts::canvas::{WIDTH, bar, glyph, n};
use crate::charts::class;
use crate::charts::lines::time_scale;
use crate::charts::plot::{TimeScale, dates};
use crate::charts::words::lower;

pub(super) struct TimelineChart;

pub(super) static SHAPE: TimelineChart = TimelineChart;

/// Most bars; rows beyond are told of in a sentence.
const MOST_PERIODS: usize = 30;

impl ChartShape for TimelineChart {
    fn needs_numbers(&self) -> bool {
        false
    }

    /// Gathers labels, and series of starts and ends.
    fn gather(&self, query: &mut ChartQuery<'_>) -> Result<ChartValues, ChartRefusal> {
        let (Some(start), Some(end)) = (query.x, query.y) else {
            return Err(ChartRefusal::NoColumns);
        };
        let name = query.series.unwrap_or(start);
        let periods = rows(query, &[name, start, end], MOST_PERIODS)?;
        if periods.missing > 0 {
            return Err(ChartRefusal::Many);
        }
        Ok(periods)
    }

    fn tells_time(&self) -> bool {
        false
    }

    fn title(&self, words: &ChartWords<'_>, parts: TitleParts) -> String {
        match parts {
            TitleParts {
                measure: end,
                by: Some(start),
                split: Some(name),
            } => {
                let end = lower(&end);
                let args = [("measure", name), ("from", start), ("to", end)];
                words.say("chart-from-to", &args)
            }
            parts => words.title_by(parts),
        }
    }

    fn alt(&self, words: &ChartWords<'_>, name: String) -> String {
        words.rows_told(name)
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let chart = words.chart;
        let [starts, ends] =
            [0, 1].map(|i| chart.series.get(i).map(|s| &*s.values).unwrap_or_default());
        let mut days: Vec<String> = (starts.iter().chain(ends).flatten())
            .filter(|d| years(d).is_some())
            .cloned()
            .collect();
        let scale = TimeScale {
            least: 0.1,
            ..time_scale(&days, 0.0, WIDTH)
        };
        let mut y = 2.0;
        for (i, label) in chart.labels.iter().enumerate() {
            y = canvas.heading(label, y);
            let [start, end] = [starts, ends].map(|values| moment(values, i, &scale));
            period(words, canvas, start, end, y);
            y += 20.0;
        }
        canvas.path(class::NOUGHT, &format!("M0 {}h{}", n(y), n(WIDTH)));
        days.sort();
        days.dedup();
        dates(canvas, &days, &scale, y + 17.0, &|iso| words.date(iso));
        canvas.reach(y + 23.0);
    }
}

/// Returns where a date is; `None` where there is none.
fn moment(values: &[Option<String>], at: usize, scale: &TimeScale) -> Option<f64> {
    let day = values.get(at)?.as_deref()?;
    years(day).map(|year| scale.at(year))
}

/// Draws a period; one of which an end is open is a glyph where the other is.
fn period(
    words: &ChartWords<'_>,
    canvas: &mut ChartCanvas,
    start: Option<f64>,
    end: Option<f64>,
    y: f64,
) {
    match (start, end) {
        (Some(a), Some(b)) => canvas.path(class::AREA, &bar(a, y + 1.0, (b - a).max(3.0), 11.0)),
        (Some(a), None) | (None, Some(a)) => {
            canvas.path(class::AREA, &glyph(2, a.clamp(6.0, 354.0), y + 7.0));
        }
        (None, None) => {
            canvas.text(0.0, y + 11.0, class::MINOR, &words.say("chart-none", &[]));
        }
    }
}
