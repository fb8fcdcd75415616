//! Lines over time, named at their ends.

use super::{Capacity, ChartCanvas, ChartShape, ChartWords};
use crate::charts::axis::Axis;
use crate::charts::canvas::{LINE, WIDTH, glyph, n, spread, width_of, wrap};
use crate::charts::choose::MOST_LINES;
use crate::charts::class;
use crate::charts::lines::{LinePoint, draw_line, horizontal, points, time_scale};
use crate::charts::plot::{class_of, dates, grid, head, widest};
use crate::charts::words::{present, sizes};

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
        let names = names(words);
        let right = WIDTH - names.iter().map(|lines| widest(lines)).fold(0.0, f64::max) - 12.0;
        let (top, bottom) = (head(words), head(words) + PLOT);
        let axis = Axis::over(sizes(chart), false, 5);
        let left = grid(words, canvas, &axis, top, bottom, right) + 3.0;
        let places = horizontal(&chart.labels, left, right - 4.0);
        let projected = words.first_projected();
        let lines: Vec<Vec<LinePoint>> = (chart.series.iter())
            .map(|series| points(series, &places, &axis, top, bottom))
            .collect();
        let ends = LineEnds {
            right,
            top,
            bottom,
            ends: lines.iter().map(|line| line.last().copied()).collect(),
        };
        if let Some(first) = projected {
            ends.projections(words, canvas, places[first], &lines);
        }
        for (i, points) in lines.iter().enumerate() {
            let class = class_of(chart, i, chart.series[i].name.as_deref());
            draw_line(canvas, class, points, projected);
            glyphs(canvas, i, class, points);
        }
        ends.name(words, canvas, &names);
        let scale = time_scale(&chart.labels, left, right - 4.0);
        dates(canvas, &chart.labels, &scale, bottom + 20.0, &|label| {
            words.label(label)
        });
        canvas.reach(bottom + 26.0);
    }
}

/// Returns what is written at the end of each line: its name where there are several, and its last value.
fn names(words: &ChartWords<'_>) -> Vec<Vec<String>> {
    let several = words.chart.series.len() > 1;
    (words.chart.series.iter())
        .map(|series| {
            let mut lines = if several {
                wrap(&words.name(series), WIDEST_NAME, 3)
            } else {
                Vec::new()
            };
            let last = present(series).last().map(|v| words.reading(v.digits));
            lines.extend(
                last.map(|last| wrap(&last, WIDEST_NAME, 2))
                    .unwrap_or_default(),
            );
            lines
        })
        .collect()
}

/// Draws a glyph at each point where they are few, else at the last one.
fn glyphs(canvas: &mut ChartCanvas, i: usize, class: &str, points: &[LinePoint]) {
    let from = if points.len() <= MOST_GLYPHS {
        0
    } else {
        points.len() - 1
    };
    let glyphs: String = points[from..].iter().map(|p| glyph(i, p.x, p.y)).collect();
    canvas.path(&class::area(class), &glyphs);
}

/// Where lines end, and the plot beside which their names go.
struct LineEnds {
    right: f64,
    top: f64,
    bottom: f64,
    ends: Vec<Option<LinePoint>>,
}

impl LineEnds {
    /// Returns where the end of a line is; the corner of the plot for a line of nothing.
    fn end(&self, i: usize) -> (f64, f64) {
        self.ends[i].map_or((self.right, self.bottom), |point| (point.x, point.y))
    }

    /// Marks from where on values are projections, with a word where fewest lines are.
    fn projections(
        &self,
        words: &ChartWords<'_>,
        canvas: &mut ChartCanvas,
        x: f64,
        lines: &[Vec<LinePoint>],
    ) {
        let edge = format!("M{} {}V{}", n(x), n(self.top), n(self.bottom));
        canvas.path(class::GRID, &edge);
        let heights = lines.iter().flatten().filter(|p| p.x >= x).map(|p| p.y);
        let middle = f64::midpoint(self.top, self.bottom);
        let above = heights.clone().filter(|y| *y < middle).count();
        let y = if above * 2 > heights.count() {
            self.bottom - 8.0
        } else {
            self.top + 14.0
        };
        let word = words.say("chart-projected", &[]);
        let fits = x + 6.0 + width_of(&word) <= self.right;
        let (x, class) = if fits {
            (x + 6.0, class::MINOR)
        } else {
            (x - 6.0, class::MINOR_END)
        };
        canvas.text(x, y, class, &word);
    }

    /// Writes names, in lines, beside the ends; a thin line leads to a name that had to move.
    fn name(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas, names: &[Vec<String>]) {
        let chart = words.chart;
        let wanted: Vec<(f64, f64)> = (names.iter().enumerate())
            .map(|(i, lines)| (self.end(i).1, lines.len() as f64 * LINE))
            .collect();
        let places = spread(&wanted, self.top - 6.0, self.bottom + 6.0);
        for (i, lines) in names
            .iter()
            .enumerate()
            .filter(|(_, lines)| !lines.is_empty())
        {
            let (x, y) = self.end(i);
            if (places[i] - y).abs() > 4.0 {
                let [from_x, from_y] = [x + 3.0, y].map(n);
                let [to_x, to_y] = [self.right + 6.0, places[i]].map(n);
                canvas.path(class::GRID, &format!("M{from_x} {from_y}L{to_x} {to_y}"));
            }
            let class = class_of(chart, i, chart.series[i].name.as_deref());
            canvas.block(self.right + 8.0, places[i], class, lines);
        }
    }
}
