//! From where to where, and how much: a band for each pair, as wide as its amount (a Sankey diagram of two columns).
//!
//! Bands are one light colour and are in their order on both sides, so that they are told apart by their places,
//! in grey too; names and amounts are at the ends.

use super::{Canvas, Drawing, LINE, WIDTH, Words, bar, n, present, wrap};

/// Flows.
pub(crate) struct Flow;

/// Width of the bars at both ends.
const NODE: f64 = 8.0;
/// Most lines of a name.
const NAME_LINES: usize = 2;
/// Height of all bars together.
const HEIGHT: f64 = 240.0;

/// One end of the flows: how much, and where its bar stands.
struct End {
    sum: f64,
    /// Its name, in lines.
    label: Vec<String>,
    top: f64,
    height: f64,
}

impl Drawing for Flow {
    fn id(&self) -> &'static str {
        "flow"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let amount = |at: usize, to: usize| {
            chart.series[to].values[at]
                .as_deref()
                .and_then(super::size)
                .map_or(0.0, |v| v.max(0.0))
        };
        let (from, to) = (chart.labels.len(), chart.series.len());
        let whole: f64 = (0..from)
            .flat_map(|a| (0..to).map(move |b| (a, b)))
            .map(|(a, b)| amount(a, b))
            .sum();
        if whole <= 0.0 {
            return;
        }
        let scale = HEIGHT / whole;
        let mut left = ends(from, scale, &|a| {
            (
                (0..to).map(|b| amount(a, b)).sum(),
                words.label(&chart.labels[a]),
            )
        });
        let mut right = ends(to, scale, &|b| {
            (
                (0..from).map(|a| amount(a, b)).sum(),
                words.name(&chart.series[b]),
            )
        });
        let heads = [&chart.by, &chart.split]
            .map(|p| p.as_ref().map(|p| words.phrase(p)).unwrap_or_default());
        canvas.text(
            0.0,
            12.0,
            "s",
            &wrap(&heads[0], WIDTH / 2.0 - 8.0, 1).join(""),
        );
        canvas.text(
            WIDTH,
            12.0,
            "e s",
            &wrap(&heads[1], WIDTH / 2.0 - 8.0, 1).join(""),
        );
        let bottom = place(&mut left).max(place(&mut right));
        // Where the next band leaves and arrives.
        let mut leaving: Vec<f64> = left.iter().map(|end| end.top).collect();
        let mut arriving: Vec<f64> = right.iter().map(|end| end.top).collect();
        for (a, leaves) in leaving.iter_mut().enumerate() {
            for (b, arrives) in arriving.iter_mut().enumerate() {
                let height = amount(a, b) * scale;
                if height > 0.0 {
                    canvas.out.push_str(&band(*leaves, *arrives, height));
                }
                *leaves += height;
                *arrives += height;
            }
        }
        let decimals = decimals(words);
        let number = |sum: f64| words.number(&format!("{sum:.decimals$}"));
        for (ends, x, class) in [(&left, 0.0, ""), (&right, WIDTH, "e")] {
            let bars = ends.iter().map(|end| {
                bar(
                    if x > 0.0 { WIDTH - NODE } else { 0.0 },
                    end.top,
                    NODE,
                    end.height,
                )
            });
            canvas.path("f", &bars.collect::<String>());
            let at = if x > 0.0 {
                WIDTH - NODE - 6.0
            } else {
                NODE + 6.0
            };
            for end in ends {
                // The lines are beside the middle of the bar.
                let mut y =
                    end.top + end.height / 2.0 - LINE * (end.label.len() as f64 + 1.0) / 2.0 + 12.0;
                for line in &end.label {
                    canvas.label(at, y, class, line);
                    y += LINE;
                }
                canvas.text(at, y, class, &number(end.sum));
            }
        }
        canvas.reach(bottom + 6.0);
    }
}

/// What leaves or arrives at each end, in the order of the data.
fn ends(count: usize, scale: f64, of: &dyn Fn(usize) -> (f64, String)) -> Vec<End> {
    let lines = |label: String| wrap(&label, WIDTH / 2.0 - NODE - 14.0, NAME_LINES);
    let end = |(sum, label): (f64, String)| End {
        sum,
        label: lines(label),
        top: 0.0,
        height: (sum * scale).max(0.5),
    };
    (0..count).map(of).map(end).collect()
}

/// Puts the bars below one another, each with room for its name and amount; gives where they end.
fn place(ends: &mut [End]) -> f64 {
    let mut free = LINE + 6.0;
    for end in ends {
        let room = end.height.max(LINE * (end.label.len() as f64 + 1.0) + 4.0);
        end.top = free + (room - end.height) / 2.0;
        free += room + 6.0;
    }
    free
}

/// A band from the left bars to the right ones. A hair lies between neighbours.
fn band(from: f64, to: f64, height: f64) -> String {
    let (start, end, middle) = (n(NODE), n(WIDTH - NODE), n(WIDTH / 2.0));
    let height = (height - 0.6).max(0.4);
    let [a, b, c, d] = [from, to, to + height, from + height].map(n);
    format!(
        "<path class=\"f\" opacity=\".25\" d=\"M{start} {a}C{middle} {a} {middle} {b} {end} {b}V{c}C{middle} {c} {middle} {d} {start} {d}z\"/>"
    )
}

/// As many decimals as the amounts have.
fn decimals(words: &Words<'_>) -> usize {
    let of = |text: &str| {
        text.split_once('.')
            .map_or(0, |(_, fraction)| fraction.len())
    };
    words
        .chart
        .series
        .iter()
        .flat_map(present)
        .map(|v| of(v.2))
        .max()
        .unwrap_or(0)
        .min(6)
}

/// The largest flow: from where, to where, how much.
pub(crate) fn largest<'w>(words: &'w Words<'_>) -> Option<(&'w str, String, &'w str)> {
    let all = words
        .chart
        .series
        .iter()
        .flat_map(|to| present(to).into_iter().map(move |v| (v, to)));
    let ((from, _, value), to) = all.max_by(|a, b| (a.0).1.total_cmp(&(b.0).1))?;
    Some((words.chart.labels.get(from)?, words.name(to), value))
}
