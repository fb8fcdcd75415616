//! From where to where, and how much: a band for each pair, as wide as its amount (a Sankey diagram of two columns).
//!
//! Bands are one light colour and are in their order on both sides, so that they are told apart by where they are,
//! in grey too; names and amounts are at the ends.

use super::{
    Capacity, ChartCanvas, ChartQuery, ChartRefusal, ChartShape, ChartValues, ChartWords,
    TitleParts, add_up, gather,
};
use crate::charts::canvas::{LINE, WIDTH, bar, n, wrap};
use crate::charts::chart::Chart;
use crate::charts::class;
use crate::charts::words::{present, size};

/// Bands from one category to another.
pub(super) struct FlowChart;

pub(super) static SHAPE: FlowChart = FlowChart;

/// Width of the bars at both ends.
const NODE: f64 = 8.0;
/// Most lines of a name.
const NAME_LINES: usize = 2;
/// Height of all bars together.
const HEIGHT: f64 = 240.0;
/// Most categories that a flow leaves or reaches.
const MOST_ENDS: usize = 12;
/// Most decimals of an amount.
const MOST_DECIMALS: usize = 6;

impl ChartShape for FlowChart {
    fn capacity(&self) -> Capacity {
        Capacity {
            most_labels: MOST_ENDS,
            most_series: MOST_ENDS,
            ..Capacity::default()
        }
    }

    fn takes_negatives(&self) -> bool {
        false
    }

    fn absent_is_nought(&self) -> bool {
        true
    }

    fn gather(&self, query: &mut ChartQuery<'_>) -> Result<ChartValues, ChartRefusal> {
        if query.x.is_none() || query.series.is_none() {
            return Err(ChartRefusal::NoColumns);
        }
        add_up(query);
        gather::gather(query, self.capacity().most_series)
    }

    fn title(&self, words: &ChartWords<'_>, parts: TitleParts) -> String {
        match parts {
            TitleParts {
                measure,
                by: Some(from),
                split: Some(to),
            } => words.say(
                "chart-from-to",
                &[("measure", measure), ("from", from), ("to", to)],
            ),
            parts => words.title_by(parts),
        }
    }

    fn alt(&self, words: &ChartWords<'_>, name: String) -> String {
        let series = words.chart.series.iter();
        let all = series
            .clone()
            .flat_map(|to| present(to).into_iter().map(move |v| (v, to)));
        let Some((value, to)) = all.max_by(|a, b| a.0.size.total_cmp(&b.0.size)) else {
            return name;
        };
        let Some(from) = words.chart.labels.get(value.at) else {
            return name;
        };
        let count = series.map(|s| present(s).len()).sum::<usize>();
        let args = [
            ("type", name),
            ("n", words.number(&count.to_string())),
            ("from", from.clone()),
            ("to", words.name(to)),
            ("value", words.number(value.digits)),
        ];
        words.say("chart-flows", &args)
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let Some(mut flows) = Flows::new(words) else {
            return;
        };
        heads(words, canvas);
        let bottom = stack(&mut flows.left).max(stack(&mut flows.right));
        flows.bands(words.chart, canvas);
        let decimals = decimals(words);
        for (end, x) in [(&flows.left, 0.0), (&flows.right, WIDTH - NODE)] {
            let bars = end.iter().map(|end| bar(x, end.top, NODE, end.height));
            canvas.path(class::AREA, &bars.collect::<String>());
            let (at, class) = if x > 0.0 {
                (WIDTH - NODE - 6.0, class::END)
            } else {
                (NODE + 6.0, "")
            };
            for end in end {
                let amount = words.number(&format!("{:.decimals$}", end.sum));
                end.name(canvas, at, class, &amount);
            }
        }
        canvas.reach(bottom + 6.0);
    }
}

/// One end of the flows: how much, and where its bar is.
struct FlowEnd {
    sum: f64,
    label: Vec<String>,
    top: f64,
    height: f64,
}

/// Both ends, and how high an amount is.
struct Flows {
    left: Vec<FlowEnd>,
    right: Vec<FlowEnd>,
    scale: f64,
}

fn amount(chart: &Chart, from: usize, to: usize) -> f64 {
    let digits = chart.series[to].values[from].as_deref();
    digits.and_then(size).map_or(0.0, |v| v.max(0.0))
}

impl Flows {
    /// Returns both ends; `None` where nothing flows.
    fn new(words: &ChartWords<'_>) -> Option<Flows> {
        let chart = words.chart;
        let (from, to) = (chart.labels.len(), chart.series.len());
        let whole: f64 = (0..from)
            .flat_map(|a| (0..to).map(move |b| (a, b)))
            .map(|(a, b)| amount(chart, a, b))
            .sum();
        if whole <= 0.0 {
            return None;
        }
        let scale = HEIGHT / whole;
        let left = (0..from).map(|a| {
            let sum = (0..to).map(|b| amount(chart, a, b)).sum();
            FlowEnd::new(sum, scale, &words.label(&chart.labels[a]))
        });
        let right = (0..to).map(|b| {
            let sum = (0..from).map(|a| amount(chart, a, b)).sum();
            FlowEnd::new(sum, scale, &words.name(&chart.series[b]))
        });
        Some(Flows {
            left: left.collect(),
            right: right.collect(),
            scale,
        })
    }

    /// Draws the bands, each below the one before it on both sides.
    fn bands(&self, chart: &Chart, canvas: &mut ChartCanvas) {
        let mut leaving: Vec<f64> = self.left.iter().map(|end| end.top).collect();
        let mut arriving: Vec<f64> = self.right.iter().map(|end| end.top).collect();
        for (a, leaves) in leaving.iter_mut().enumerate() {
            for (b, arrives) in arriving.iter_mut().enumerate() {
                let height = amount(chart, a, b) * self.scale;
                if height > 0.0 {
                    canvas.faded(class::AREA, ".25", &band(*leaves, *arrives, height));
                }
                *leaves += height;
                *arrives += height;
            }
        }
    }
}

impl FlowEnd {
    fn new(sum: f64, scale: f64, label: &str) -> FlowEnd {
        FlowEnd {
            sum,
            label: wrap(label, WIDTH / 2.0 - NODE - 14.0, NAME_LINES),
            top: 0.0,
            height: (sum * scale).max(0.5),
        }
    }

    /// Writes the name and the amount beside the middle of the bar.
    fn name(&self, canvas: &mut ChartCanvas, x: f64, class: &str, amount: &str) {
        let mut lines = self.label.clone();
        lines.push(amount.to_owned());
        canvas.block(x, self.top + self.height / 2.0, class, &lines);
    }
}

/// Writes what the left and the right ends are.
fn heads(words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
    let [left, right] = [&words.chart.by, &words.chart.split].map(|phrase| {
        let told = phrase.as_ref().map(|p| words.phrase(p));
        wrap(&told.unwrap_or_default(), WIDTH / 2.0 - 8.0, 1).join("")
    });
    canvas.text(0.0, 12.0, class::MINOR, &left);
    canvas.text(WIDTH, 12.0, class::MINOR_END, &right);
}

/// Puts the bars below one another, each with room for its name and amount; returns where they end.
fn stack(ends: &mut [FlowEnd]) -> f64 {
    let mut free = LINE + 6.0;
    for end in ends {
        let room = (end.height).max(LINE * (end.label.len() as f64 + 1.0) + 4.0);
        end.top = free + (room - end.height) / 2.0;
        free += room + 6.0;
    }
    free
}

/// Returns a band from the left bars to the right ones. A hair lies between neighbours.
fn band(from: f64, to: f64, height: f64) -> String {
    let (start, end, middle) = (n(NODE), n(WIDTH - NODE), n(WIDTH / 2.0));
    let height = (height - 0.6).max(0.4);
    let [a, b, c, d] = [from, to, to + height, from + height].map(n);
    format!(
        "M{start} {a}C{middle} {a} {middle} {b} {end} {b}V{c}C{middle} {c} {middle} {d} {start} {d}z"
    )
}

/// Returns as many decimals as the amounts have.
fn decimals(words: &ChartWords<'_>) -> usize {
    let amounts = words.chart.series.iter().flat_map(present);
    let decimals = amounts.map(|v| v.digits.split_once('.').map_or(0, |(_, f)| f.len()));
    decimals.max().unwrap_or(0).min(MOST_DECIMALS)
}
