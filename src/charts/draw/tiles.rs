//! Places as tiles of one size: each says its name and its value, and is the darker the larger the value. Who cannot tell the
//! shades apart reads the numbers.

use super::{Canvas, Drawing, LINE, WIDTH, Words, bar, present, wrap};

/// Tiles.
pub(crate) struct Tiles;

/// Shades, from the smallest values to the largest; on all of them text stands out.
const SHADES: [f64; 5] = [0.06, 0.14, 0.22, 0.30, 0.38];
/// Tallest and flattest tile.
const HEIGHTS: (f64, f64) = (36.0, 56.0);

impl Drawing for Tiles {
    fn id(&self) -> &'static str {
        "tiles"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let chart = words.chart;
        let values = chart.series.first().map(present).unwrap_or_default();
        let ends = values
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| {
                (a.min(v.1), b.max(v.1))
            });
        let columns = chart
            .tiles
            .iter()
            .map(|tile| tile.column + 1)
            .max()
            .unwrap_or(1) as f64;
        let band = WIDTH / columns;
        let height = band.clamp(HEIGHTS.0, HEIGHTS.1);
        let mut shades: [String; SHADES.len()] = Default::default();
        let mut empty = String::new();
        for tile in &chart.tiles {
            let (x, y) = (tile.column as f64 * band, tile.row as f64 * height);
            let square = bar(x + 1.0, y + 1.0, band - 2.0, height - 2.0);
            match value_of(&values, tile.label) {
                Some((value, _)) => shades[shade(value, ends)].push_str(&square),
                None => empty.push_str(&square),
            }
        }
        canvas.path("g", &empty);
        for (path, shade) in shades
            .iter()
            .zip(SHADES)
            .filter(|(path, _)| !path.is_empty())
        {
            canvas.out.push_str(&format!(
                "<path class=\"f\" opacity=\"{shade}\" d=\"{path}\"/>"
            ));
        }
        for tile in &chart.tiles {
            let (x, y) = (
                (tile.column as f64 + 0.5) * band,
                tile.row as f64 * height + height / 2.0,
            );
            let short = wrap(&tile.short, band, 1).join("");
            match value_of(&values, tile.label) {
                Some((value, said)) => {
                    canvas.label(x, y - 3.0, "m s", &short);
                    canvas.text(
                        x,
                        y + LINE - 4.0,
                        "m",
                        &brief(words, value, said, ends, band),
                    );
                }
                None => canvas.label(x, y + 4.5, "m s", &short),
            }
        }
        let rows = chart
            .tiles
            .iter()
            .map(|tile| tile.row + 1)
            .max()
            .unwrap_or(1);
        canvas.reach(rows as f64 * height);
    }
}

fn value_of<'v>(values: &[(usize, f64, &'v str)], label: Option<u64>) -> Option<(f64, &'v str)> {
    values
        .iter()
        .find(|v| label == Some(v.0 as u64))
        .map(|v| (v.1, v.2))
}

fn shade(value: f64, (min, max): (f64, f64)) -> usize {
    if max <= min {
        return 0;
    }
    (((value - min) / (max - min) * SHADES.len() as f64) as usize).min(SHADES.len() - 1)
}

/// A value as it fits: with all its digits, or rounded as on an axis. The table has all.
fn brief(words: &Words<'_>, value: f64, said: &str, ends: (f64, f64), band: f64) -> String {
    let whole = words.number(said);
    if super::width_of(&whole) <= band {
        return whole;
    }
    let most = ends.1.abs().max(ends.0.abs());
    let unit = [1e9, 1e6]
        .into_iter()
        .find(|unit| most >= *unit)
        .unwrap_or(if most >= 1e4 { 1e3 } else { 1.0 });
    let step = if (value / unit).abs() < 10.0 {
        unit / 10.0
    } else {
        unit
    };
    words.tick(value, step, most)
}
