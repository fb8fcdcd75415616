//! Locations as tiles of one size: each says its name and its value, and is the darker the larger the value. Who cannot tell the
//! shades apart reads the numbers.

mod grid;

use super::{Capacity, ChartCanvas, ChartRefusal, ChartShape, ChartWords, Finish};
use crate::charts::canvas::{LINE, WIDTH, bar, width_of, wrap};
use crate::charts::chart::{Chart, ChartTile};
use crate::charts::class;
use crate::charts::words::{DrawnValue, present};

pub(super) struct TileChart;

pub(super) static SHAPE: TileChart = TileChart;

/// Shades, from the smallest values to the largest; on all of them text stands out.
const SHADES: [f64; 5] = [0.06, 0.14, 0.22, 0.30, 0.38];
/// Heights of the flattest and the tallest tile, in units.
const HEIGHTS: [f64; 2] = [36.0, 56.0];

impl ChartShape for TileChart {
    fn capacity(&self) -> Capacity {
        Capacity {
            most_series: 1,
            ..Capacity::default()
        }
    }

    fn finish(&self, chart: &mut Chart, known: &Finish<'_>) -> Result<(), ChartRefusal> {
        let rows = known.spec.map(|spec| &*spec.tiles).unwrap_or_default();
        chart.tiles = grid::tiles(rows, &chart.labels).ok_or(ChartRefusal::NoTile)?;
        Ok(())
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let chart = words.chart;
        let layout = TileLayout::new(chart);
        let mut shades: [String; SHADES.len()] = Default::default();
        let mut empty = String::new();
        for tile in &chart.tiles {
            match layout.value(tile) {
                Some(value) => shades[layout.shade(value.size)].push_str(&layout.square(tile)),
                None => empty.push_str(&layout.square(tile)),
            }
        }
        canvas.path(class::GRID, &empty);
        for (path, shade) in shades
            .iter()
            .zip(SHADES)
            .filter(|(path, _)| !path.is_empty())
        {
            canvas.faded(class::AREA, &shade.to_string(), path);
        }
        for tile in &chart.tiles {
            layout.name(words, canvas, tile);
        }
        let rows = chart.tiles.iter().map(|tile| tile.row + 1).max();
        canvas.reach(rows.unwrap_or(1) as f64 * layout.height);
    }
}

/// Where tiles go, and the values on them.
struct TileLayout<'a> {
    values: Vec<DrawnValue<'a>>,
    min: f64,
    max: f64,
    /// Width of a tile, in units.
    band: f64,
    /// Height of a tile, in units.
    height: f64,
}

impl<'a> TileLayout<'a> {
    fn new(chart: &'a Chart) -> TileLayout<'a> {
        let values = chart.series.first().map(present).unwrap_or_default();
        let columns = chart.tiles.iter().map(|tile| tile.column + 1).max();
        let band = WIDTH / columns.unwrap_or(1) as f64;
        TileLayout {
            min: values.iter().map(|v| v.size).fold(f64::INFINITY, f64::min),
            max: (values.iter().map(|v| v.size)).fold(f64::NEG_INFINITY, f64::max),
            values,
            band,
            height: band.clamp(HEIGHTS[0], HEIGHTS[1]),
        }
    }

    fn value(&self, tile: &ChartTile) -> Option<&DrawnValue<'a>> {
        (self.values.iter()).find(|v| tile.label == Some(v.at as u64))
    }

    fn square(&self, tile: &ChartTile) -> String {
        let (x, y) = (
            tile.column as f64 * self.band,
            tile.row as f64 * self.height,
        );
        bar(x + 1.0, y + 1.0, self.band - 2.0, self.height - 2.0)
    }

    /// Returns the index of the shade of a value.
    fn shade(&self, value: f64) -> usize {
        if self.max <= self.min {
            return 0;
        }
        let share = (value - self.min) / (self.max - self.min);
        ((share * SHADES.len() as f64) as usize).min(SHADES.len() - 1)
    }

    /// Writes what is on a tile.
    fn name(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas, tile: &ChartTile) {
        let x = (tile.column as f64 + 0.5) * self.band;
        let y = tile.row as f64 * self.height + self.height / 2.0;
        let short = wrap(&tile.short, self.band, 1).join("");
        let Some(value) = self.value(tile) else {
            canvas.label(x, y + 4.5, class::MINOR_MIDDLE, &short);
            return;
        };
        canvas.label(x, y - 3.0, class::MINOR_MIDDLE, &short);
        canvas.text(x, y + LINE - 4.0, class::MIDDLE, &self.brief(words, value));
    }

    /// Returns a value as it fits: with all its digits, or rounded as on an axis. The table has all.
    fn brief(&self, words: &ChartWords<'_>, value: &DrawnValue<'_>) -> String {
        let whole = words.number(value.digits);
        if width_of(&whole) <= self.band {
            return whole;
        }
        let most = self.max.abs().max(self.min.abs());
        let units = [1e9, 1e6];
        let unit = (units.into_iter().find(|unit| most >= *unit)).unwrap_or(if most >= 1e4 {
            1e3
        } else {
            1.0
        });
        let step = if (value.size / unit).abs() < 10.0 {
            unit / 10.0
        } else {
            unit
        };
        words.tick(value.size, step, most)
    }
}
