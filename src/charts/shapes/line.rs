//! Lines over time, named at their ends.

use super::{Capacity, ChartCanvas, ChartShape, ChartWords};
use crate::charts::axis::Axis;
use crate::charts::canvas::{LINE, WIDTH, glyph, n, spread, wrap};
use crate::charts::choose::MOST_LINES;
use crate::charts::class;
use crate::charts::lines::{LinePoint, horizontal, points, time_scale, trace};
use crate::charts::plot::{class_of, dates, grid, head, widest};
use crate::charts::words::sizes;

pub(super) struct LineChart;

pub(super) static SHAPE: LineChart = LineChart;

/// Widest name at the end of a line.
const WIDEST_NAME: f64 = 96.0;
/// Up to so many points each has a glyph.
const MOST_GLYPHS: usize = 12;
/// Height of the plot, in units.
const PLOT: f64 = 180.0;

impl ChartShape for LineChart {
    fn capacity(&self) -> Capacity {
        Capacity {
            most_series: MOST_LINES,
            ..Capacity::default()
        }
    }

    fn gaps_mislead(&self) -> bool {
        true
    }

    fn makes_spark(&self) -> bool {
        true
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let chart = words.chart;
        let several = chart.series.len() > 1;
        let names = if several { names(words) } else { Vec::new() };
        let right = if several {
            WIDTH - names.iter().map(|lines| widest(lines)).fold(0.0, f64::max) - 12.0
        } else {
            WIDTH - 8.0
        };
        let (top, bottom) = (head(words), head(words) + PLOT);
        let axis = Axis::over(sizes(chart), false, 5);
        let left = grid(words, canvas, &axis, top, bottom, right) + 3.0;
        let places = horizontal(&chart.labels, left, right - 4.0);
        let mut ends = LineEnds {
            right,
            top,
            bottom,
            ends: Vec::new(),
        };
        for (i, series) in chart.series.iter().enumerate() {
            let points = points(series, &places, &axis, top, bottom);
            line(
                canvas,
                i,
                class_of(chart, i, series.name.as_deref()),
                &points,
            );
            ends.push(points.last());
        }
        if several {
            ends.name(words, canvas, &names);
        }
        let scale = time_scale(&chart.labels, left, right - 4.0);
        dates(canvas, &chart.labels, &scale, bottom + 20.0, &|label| {
            words.label(label)
        });
        canvas.reach(bottom + 26.0);
    }
}

fn names(words: &ChartWords<'_>) -> Vec<Vec<String>> {
    (words.chart.series.iter())
        .map(|s| wrap(&words.name(s), WIDEST_NAME, 3))
        .collect()
}

/// Draws a line, with glyphs where its points are few.
fn line(canvas: &mut ChartCanvas, i: usize, class: &str, points: &[LinePoint]) {
    canvas.path(class, &trace(points));
    if points.len() <= MOST_GLYPHS {
        let glyphs: String = points.iter().map(|p| glyph(i, p.x, p.y)).collect();
        canvas.path(&class::area(class), &glyphs);
    }
}

/// Where lines end, and the plot beside which their names go.
struct LineEnds {
    right: f64,
    top: f64,
    bottom: f64,
    ends: Vec<(f64, f64)>,
}

impl LineEnds {
    fn push(&mut self, last: Option<&LinePoint>) {
        let corner = (self.right, self.bottom);
        self.ends.push(last.map_or(corner, |p| (p.x, p.y)));
    }

    /// Writes names, in lines, beside the ends; a thin line leads to a name that had to move.
    fn name(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas, names: &[Vec<String>]) {
        let chart = words.chart;
        let wanted: Vec<(f64, f64)> = (self.ends.iter().zip(names))
            .map(|(end, lines)| (end.1, lines.len() as f64 * LINE))
            .collect();
        let places = spread(&wanted, self.top - 6.0, self.bottom + 6.0);
        for (i, lines) in names.iter().enumerate() {
            let (x, y) = self.ends[i];
            if (places[i] - y).abs() > 4.0 {
                let [from_x, from_y] = [x + 3.0, y].map(n);
                let [to_x, to_y] = [self.right + 6.0, places[i]].map(n);
                canvas.path(class::GRID, &format!("M{from_x} {from_y}L{to_x} {to_y}"));
            }
            let class = class_of(chart, i, chart.series[i].name.as_deref());
            let first = places[i] - (lines.len() as f64 - 1.0) * LINE / 2.0 + 4.5;
            for (at, line) in lines.iter().enumerate() {
                canvas.label(self.right + 8.0, first + at as f64 * LINE, class, line);
            }
        }
    }
}
