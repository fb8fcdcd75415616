//! Locations where they are: a dot for each, among lines of latitude and longitude. No map lies below, which would have
//! to be fetched; the lines say where one looks.
//!
//! The projection is equirectangular, true along the middle parallel (Snyder 1987, p. 90): north is up, and near
//! locations are as far apart as they should be.

use super::table::rows;
use super::{
    ChartCanvas, ChartQuery, ChartRefusal, ChartShape, ChartValues, ChartWords, TitleParts,
};
use crate::charts::axis::round_step;
use crate::charts::canvas::{LINE, WIDTH, n, width_of, wrap};
use crate::charts::choose::coordinates;
use crate::charts::class;
use crate::charts::gather::MOST_ROWS;
use crate::charts::words::present;

/// Dots by latitude and longitude.
pub(super) struct MapChart;

pub(super) static SHAPE: MapChart = MapChart;

/// Most locations that are named beside their dots; the table names all.
const MOST_NAMED: usize = 12;
/// Heights of the flattest and the tallest drawing, in units.
const HEIGHTS: [f64; 2] = [160.0, 420.0];
/// Room above the drawing, in units.
const TOP: f64 = 4.0;
/// Room for degrees: before the drawing and below it.
const LEFT: f64 = 54.0;
const BELOW: f64 = 20.0;
/// Most lines of latitude, and of longitude.
const MOST_LINES: i32 = 8;

impl ChartShape for MapChart {
    fn complete(&self, query: &mut ChartQuery<'_>) -> bool {
        let [latitude, longitude] = coordinates(query.table);
        query.y = query.y.or(latitude);
        query.x = query.x.or(longitude);
        true
    }

    /// Gathers names, and series of latitudes and longitudes.
    fn gather(&self, query: &mut ChartQuery<'_>) -> Result<ChartValues, ChartRefusal> {
        let (Some(longitude), Some(latitude)) = (query.x, query.y) else {
            return Err(ChartRefusal::NoColumns);
        };
        if !query.is_numeric(longitude) || !query.is_numeric(latitude) {
            return Err(ChartRefusal::NoNumber);
        }
        let name = query.series.unwrap_or(0);
        let mut locations = rows(query, &[name, latitude, longitude], MOST_ROWS)?;
        if locations.missing > 0 {
            return Err(ChartRefusal::Many);
        }
        let [latitudes, longitudes] = [0, 1].map(|i| &locations.series[i].values);
        let pairs = latitudes.iter().zip(longitudes);
        locations.missing = pairs.filter(|(a, b)| a.is_none() || b.is_none()).count() as u64;
        Ok(locations)
    }

    fn tells_measure(&self) -> bool {
        false
    }

    fn title(&self, words: &ChartWords<'_>, parts: TitleParts) -> String {
        match parts {
            TitleParts {
                split: Some(name), ..
            } => words.say("chart-places", &[("name", name)]),
            parts => words.title_by(parts),
        }
    }

    fn alt(&self, words: &ChartWords<'_>, name: String) -> String {
        words.rows_told(name)
    }

    fn first_head(&self, words: &ChartWords<'_>) -> String {
        let chart = words.chart;
        words.phrase(chart.split.as_ref().unwrap_or(&chart.measure))
    }

    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas) {
        let locations = locations(words);
        if locations.is_empty() {
            return;
        }
        let projection = Projection::of(&locations);
        graticule(words, canvas, &projection);
        let highlight = &words.chart.highlight;
        let dots: Vec<MapDot<'_>> = (locations.iter())
            .map(|location| {
                let label = &words.chart.labels[location.at];
                MapDot {
                    label,
                    x: projection.x(location.longitude),
                    y: projection.y(location.latitude),
                    highlighted: highlight.contains(label),
                }
            })
            .collect();
        let (grey, coloured): (Vec<_>, Vec<_>) =
            (dots.iter()).partition(|dot| !highlight.is_empty() && !dot.highlighted);
        for (class, dots) in [(class::GREY_AREA, grey), (class::AREA, coloured)] {
            let path: String = dots.into_iter().map(MapDot::path).collect();
            canvas.path(class, &path);
        }
        let mut names = MapNames::new(&dots, projection.height, !highlight.is_empty());
        for dot in named(&dots, !highlight.is_empty()) {
            names.write(canvas, dot);
        }
        canvas.reach(TOP + projection.height + BELOW);
    }
}

/// A location that has both coordinates, in degrees.
struct Coordinates {
    /// The index of its label.
    at: usize,
    latitude: f64,
    longitude: f64,
}

/// A location as it is drawn, in units.
struct MapDot<'a> {
    label: &'a String,
    x: f64,
    y: f64,
    highlighted: bool,
}

impl MapDot<'_> {
    fn path(&self) -> String {
        format!(
            "M{} {}a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
            n(self.x - 4.0),
            n(self.y)
        )
    }
}

/// Returns the locations that have both coordinates, and are on the Earth.
fn locations(words: &ChartWords<'_>) -> Vec<Coordinates> {
    let [latitudes, longitudes] =
        [0, 1].map(|i| words.chart.series.get(i).map(present).unwrap_or_default());
    (latitudes.iter())
        .filter_map(|latitude| {
            let longitude = longitudes.iter().find(|l| l.at == latitude.at)?;
            let on_earth = latitude.size.abs() <= 90.0 && longitude.size.abs() <= 180.0;
            on_earth.then_some(Coordinates {
                at: latitude.at,
                latitude: latitude.size,
                longitude: longitude.size,
            })
        })
        .collect()
}

/// Returns the dots that are named: those that are to stand out, or all where they are few.
fn named<'d, 'a>(dots: &'d [MapDot<'a>], highlights: bool) -> Vec<&'d MapDot<'a>> {
    if !highlights && dots.len() > MOST_NAMED {
        return Vec::new();
    }
    let named = dots.iter().filter(|dot| !highlights || dot.highlighted);
    named.take(MOST_NAMED).collect()
}

/// How degrees become units of the drawing.
struct Projection {
    west: f64,
    north: f64,
    /// Units for a degree of longitude.
    across: f64,
    /// Units for a degree of latitude.
    up: f64,
    height: f64,
}

/// Returns the smallest and the largest of some values.
fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| {
        (a.min(v), b.max(v))
    })
}

impl Projection {
    fn of(locations: &[Coordinates]) -> Projection {
        let (south, north) = ends(locations.iter().map(|l| l.latitude));
        let (west, east) = ends(locations.iter().map(|l| l.longitude));
        let shrink = f64::midpoint(south, north).to_radians().cos().max(0.1);
        // A margin on all sides, and something to see where all are in one spot.
        let wide = ((east - west) * 1.12).max(0.02);
        let tall = ((north - south) * 1.12).max(0.02);
        let room = WIDTH - LEFT;
        let height = (tall / (wide * shrink) * room).clamp(HEIGHTS[0], HEIGHTS[1]);
        let up = (room / (wide * shrink)).min(height / tall);
        let across = up * shrink;
        let (centre, middle) = (f64::midpoint(west, east), f64::midpoint(south, north));
        Projection {
            west: centre - room / across / 2.0,
            north: middle + height / up / 2.0,
            across,
            up,
            height,
        }
    }

    fn x(&self, longitude: f64) -> f64 {
        LEFT + (longitude - self.west) * self.across
    }

    fn y(&self, latitude: f64) -> f64 {
        TOP + (self.north - latitude) * self.up
    }
}

/// Round degrees, from step to step.
struct RoundDegrees {
    step: f64,
    degrees: Vec<f64>,
}

impl RoundDegrees {
    fn between(from: f64, to: f64) -> RoundDegrees {
        let step = round_step((to - from) / 3.0);
        let first = (from / step).ceil();
        let degrees = (0..MOST_LINES)
            .map(|i| (first + f64::from(i)) * step)
            .take_while(|at| *at <= to)
            .collect();
        RoundDegrees { step, degrees }
    }

    /// Returns degrees in words, with one of two messages for their side of nought.
    fn told(&self, words: &ChartWords<'_>, value: f64, sides: [&str; 2]) -> String {
        let decimals = (-(self.step.log10()).floor()).clamp(0.0, 3.0) as usize;
        let shown = words.number(&format!("{:.decimals$}", value.abs()));
        let side = if value.abs() < self.step / 2.0 {
            String::new()
        } else {
            words.say(sides[usize::from(value < 0.0)], &[])
        };
        format!("{shown}°{side}")
    }
}

/// Draws lines of round degrees, and the degrees at their ends.
fn graticule(words: &ChartWords<'_>, canvas: &mut ChartCanvas, projection: &Projection) {
    let bottom = TOP + projection.height;
    let mut grid = String::new();
    let south = projection.north - projection.height / projection.up;
    let parallels = RoundDegrees::between(south, projection.north);
    for latitude in &parallels.degrees {
        let y = projection.y(*latitude);
        grid.push_str(&format!("M{} {}H{}", n(LEFT), n(y), n(WIDTH)));
        let label = parallels.told(words, *latitude, ["chart-north", "chart-south"]);
        canvas.text(LEFT - 5.0, (y + 4.5).max(12.0), class::MINOR_END, &label);
    }
    let mut free = 0.0;
    let east = projection.west + (WIDTH - LEFT) / projection.across;
    let meridians = RoundDegrees::between(projection.west, east);
    for longitude in &meridians.degrees {
        let x = projection.x(*longitude);
        grid.push_str(&format!("M{} 4V{}", n(x), n(bottom)));
        let label = meridians.told(words, *longitude, ["chart-east", "chart-west"]);
        let half = width_of(&label) / 2.0;
        let at = x.clamp(half, WIDTH - half);
        if at - half >= free {
            canvas.text(at, bottom + 16.0, class::MINOR_MIDDLE, &label);
            free = at + half + 6.0;
        }
    }
    canvas.path(class::GRID, &grid);
}

/// A rectangle of the drawing.
#[derive(Clone, Copy)]
struct LabelArea {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl LabelArea {
    fn is_apart(&self, other: &LabelArea) -> bool {
        self.right < other.left
            || other.right < self.left
            || self.bottom < other.top
            || other.bottom < self.top
    }
}

/// A spot for a name: where its text is written, and which area that takes.
struct NameSpot {
    x: f64,
    y: f64,
    class: &'static str,
    area: LabelArea,
}

impl NameSpot {
    fn new(x: f64, y: f64, class: &'static str, width: f64) -> NameSpot {
        let left = match class {
            class::END => x - width,
            class::MIDDLE => x - width / 2.0,
            _ => x,
        };
        let area = LabelArea {
            left,
            top: y - 12.0,
            right: left + width,
            bottom: y + 3.0,
        };
        NameSpot { x, y, class, area }
    }

    /// Returns spots beside, above and below a dot, the best first.
    fn around(dot: &MapDot<'_>, width: f64) -> [NameSpot; 6] {
        let (x, y) = (dot.x, dot.y);
        let below = y + LINE + 1.0;
        [
            NameSpot::new(x + 7.0, y + 4.5, "", width),
            NameSpot::new(x - 7.0, y + 4.5, class::END, width),
            NameSpot::new(x, y - 8.0, class::MIDDLE, width),
            NameSpot::new(x, below, class::MIDDLE, width),
            NameSpot::new(x - 4.0, below, "", width),
            NameSpot::new(x + 4.0, below, class::END, width),
        ]
    }
}

/// Names beside dots, each where nothing else is; one that finds no room is only in the table.
struct MapNames {
    /// Areas of all dots, then of names.
    taken: Vec<LabelArea>,
    dots: usize,
    height: f64,
    /// Whether names may cover dots: what is to stand out is named even over the dots of others.
    over_dots: bool,
}

impl MapNames {
    fn new(dots: &[MapDot<'_>], height: f64, over_dots: bool) -> MapNames {
        let taken = dots.iter().map(|dot| LabelArea {
            left: dot.x - 4.0,
            top: dot.y - 4.0,
            right: dot.x + 4.0,
            bottom: dot.y + 4.0,
        });
        MapNames {
            taken: taken.collect(),
            dots: dots.len(),
            height,
            over_dots,
        }
    }

    fn write(&mut self, canvas: &mut ChartCanvas, dot: &MapDot<'_>) {
        let label = wrap(dot.label, 150.0, 1).join("");
        let spots = NameSpot::around(dot, width_of(&label));
        let mut spot = self.free(&spots, &self.taken);
        if spot.is_none() && self.over_dots {
            spot = self.free(&spots, &self.taken[self.dots..]);
        }
        if let Some(spot) = spot {
            canvas.label(spot.x, spot.y, spot.class, &label);
            self.taken.push(spot.area);
        }
    }

    fn free<'s>(&self, spots: &'s [NameSpot], taken: &[LabelArea]) -> Option<&'s NameSpot> {
        spots.iter().find(|spot| {
            self.is_inside(&spot.area) && taken.iter().all(|area| spot.area.is_apart(area))
        })
    }

    fn is_inside(&self, area: &LabelArea) -> bool {
        area.left >= LEFT
            && area.right <= WIDTH
            && area.top >= 0.0
            && area.bottom <= TOP + self.height
    }
}
