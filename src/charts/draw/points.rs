//! A dot for each pair of numbers, or a square as large as the count of pairs near it.

use super::{Axis, Canvas, Drawing, WIDTH, Words, grid, n, size, width_of};

/// Dots of pairs.
pub(crate) struct Points;

impl Drawing for Points {
    fn id(&self) -> &'static str {
        "points"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let xs: Vec<Option<f64>> = chart.labels.iter().map(|l| size(l)).collect();
        let [ys, counts] = [0, 1].map(|i| {
            let values = chart.series.get(i).map(|s| &*s.values).unwrap_or_default();
            values
                .iter()
                .map(|v| v.as_deref().and_then(size))
                .collect::<Vec<_>>()
        });
        let (top, bottom) = (26.0, 216.0);
        if words.unit().is_none() {
            canvas.text(0.0, 12.0, "", &words.phrase(&chart.measure));
        }
        let across = Axis::over(xs.iter().flatten().copied(), false, 5);
        let up = Axis::over(ys.iter().flatten().copied(), false, 5);
        let left = grid(words, canvas, &up, top, bottom, WIDTH);
        let most = counts.iter().flatten().fold(1.0, |a: f64, b| a.max(*b));
        let mut marks = String::new();
        for (i, (x, y)) in xs.iter().zip(&ys).enumerate() {
            let (Some(x), Some(y)) = (x, y) else { continue };
            let (x, y) = (
                across.at(*x, left + 6.0, WIDTH - 6.0),
                up.at(*y, bottom, top),
            );
            match counts.get(i).copied().flatten() {
                Some(count) => {
                    let side = (count.max(0.0) / most).sqrt() * 15.0 + 1.0;
                    marks.push_str(&super::bar(x - side / 2.0, y - side / 2.0, side, side));
                }
                None => marks.push_str(&format!("M{} {}h6v6h-6z", n(x - 3.0), n(y - 3.0))),
            }
        }
        canvas.path("f", &marks);
        let far = across.max.abs().max(across.min.abs());
        for tick in across.ticks() {
            let label = words.tick(tick, across.step, far);
            let x = across
                .at(tick, left + 6.0, WIDTH - 6.0)
                .min(WIDTH - width_of(&label) / 2.0);
            canvas.text(x, bottom + 18.0, "m", &label);
        }
        let by = chart
            .by
            .as_ref()
            .map(|by| words.phrase(by))
            .unwrap_or_default();
        canvas.text(WIDTH, bottom + 35.0, "e", &by);
    }
}
