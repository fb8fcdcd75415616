//! Places where they are: a dot for each, among lines of latitude and longitude. No map lies below, which would have
//! to be fetched; the lines say where one looks.
//!
//! The projection is equirectangular, true along the middle parallel (Snyder 1987, p. 90): north is up, and near
//! places are as far apart as they should be.

use super::{Canvas, Drawing, LINE, WIDTH, Words, n, present, round_step, width_of, wrap};

/// Places.
pub(crate) struct Map;

/// Most places that are named beside their dots; the table names all.
const MOST_NAMED: usize = 12;
/// Tallest and flattest drawing.
const HEIGHTS: (f64, f64) = (160.0, 420.0);
/// Room for degrees: before the drawing and below it.
const LEFT: f64 = 54.0;
const BELOW: f64 = 20.0;

/// Degrees to units.
struct Frame {
    west: f64,
    north: f64,
    across: f64,
    up: f64,
    height: f64,
}

impl Frame {
    fn of(places: &[(f64, f64)]) -> Frame {
        let ends = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| {
                (a.min(v), b.max(v))
            })
        };
        let (south, north) = ends(&mut places.iter().map(|p| p.0));
        let (west, east) = ends(&mut places.iter().map(|p| p.1));
        let shrink = f64::midpoint(south, north).to_radians().cos().max(0.1);
        // A margin on all sides, and something to see where all are in one spot.
        let wide = ((east - west) * 1.12).max(0.02);
        let tall = ((north - south) * 1.12).max(0.02);
        let room = WIDTH - LEFT;
        let height = (tall / (wide * shrink) * room).clamp(HEIGHTS.0, HEIGHTS.1);
        let up = (room / (wide * shrink)).min(height / tall);
        let across = up * shrink;
        let (centre, middle) = (f64::midpoint(west, east), f64::midpoint(south, north));
        Frame {
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
        4.0 + (self.north - latitude) * self.up
    }
}

impl Drawing for Map {
    fn id(&self) -> &'static str {
        "map"
    }

    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas) {
        let found = places(words);
        if found.is_empty() {
            return;
        }
        let frame = Frame::of(&found.iter().map(|p| (p.1, p.2)).collect::<Vec<_>>());
        graticule(words, canvas, &frame);
        let out = |label: &str| words.chart.highlight.iter().any(|h| h == label);
        let mut dots = [String::new(), String::new()];
        for (at, latitude, longitude) in &found {
            let grey = !words.chart.highlight.is_empty() && !out(&words.chart.labels[*at]);
            let (x, y) = (frame.x(*longitude), frame.y(*latitude));
            dots[usize::from(grey)].push_str(&format!(
                "M{} {}a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
                n(x - 4.0),
                n(y)
            ));
        }
        canvas.path("f q", &dots[1]);
        canvas.path("f", &dots[0]);
        let named: Vec<&(usize, f64, f64)> = match words.chart.highlight.is_empty() {
            true if found.len() <= MOST_NAMED => found.iter().collect(),
            true => Vec::new(),
            false => found
                .iter()
                .filter(|p| out(&words.chart.labels[p.0]))
                .take(MOST_NAMED)
                .collect(),
        };
        let spots: Vec<(f64, f64)> = found.iter().map(|p| (frame.x(p.2), frame.y(p.1))).collect();
        name(words, canvas, &frame, &named, &spots);
        canvas.reach(4.0 + frame.height + BELOW);
    }
}

/// Places that have both coordinates: which, latitude, longitude.
fn places(words: &Words<'_>) -> Vec<(usize, f64, f64)> {
    let [latitudes, longitudes] =
        [0, 1].map(|i| words.chart.series.get(i).map(present).unwrap_or_default());
    let pair = |(at, latitude, _): &(usize, f64, &str)| {
        let longitude = longitudes.iter().find(|l| l.0 == *at)?.1;
        (latitude.abs() <= 90.0 && longitude.abs() <= 180.0).then_some((*at, *latitude, longitude))
    };
    latitudes.iter().filter_map(pair).collect()
}

/// Lines of round degrees, and the degrees at their ends.
fn graticule(words: &Words<'_>, canvas: &mut Canvas, frame: &Frame) {
    let degrees = |value: f64, step: f64, sides: [&str; 2]| {
        let decimals = (-(step.log10()).floor()).clamp(0.0, 3.0) as usize;
        let shown = words.number(&format!("{:.decimals$}", value.abs()));
        let side = if value.abs() < step / 2.0 {
            String::new()
        } else {
            words.say(sides[usize::from(value < 0.0)], &[])
        };
        format!("{shown}°{side}")
    };
    let lines = |from: f64, to: f64| {
        let step = round_step((to - from) / 3.0);
        let first = (from / step).ceil();
        (0..8)
            .map(move |i| ((first + f64::from(i)) * step, step))
            .take_while(move |(at, _)| *at <= to)
    };
    let bottom = 4.0 + frame.height;
    let mut grid = String::new();
    for (latitude, step) in lines(frame.north - frame.height / frame.up, frame.north) {
        let y = frame.y(latitude);
        grid.push_str(&format!("M{} {}H{}", n(LEFT), n(y), n(WIDTH)));
        canvas.text(
            LEFT - 5.0,
            (y + 4.5).max(12.0),
            "e s",
            &degrees(latitude, step, ["chart-north", "chart-south"]),
        );
    }
    let mut free = 0.0;
    for (longitude, step) in lines(frame.west, frame.west + (WIDTH - LEFT) / frame.across) {
        let x = frame.x(longitude);
        grid.push_str(&format!("M{} 4V{}", n(x), n(bottom)));
        let label = degrees(longitude, step, ["chart-east", "chart-west"]);
        let half = width_of(&label) / 2.0;
        let at = x.clamp(half, WIDTH - half);
        if at - half >= free {
            canvas.text(at, bottom + 16.0, "m s", &label);
            free = at + half + 6.0;
        }
    }
    canvas.path("g", &grid);
}

/// Names beside dots, each where nothing else is; one that finds no room is only in the table.
fn name(
    words: &Words<'_>,
    canvas: &mut Canvas,
    frame: &Frame,
    named: &[&(usize, f64, f64)],
    spots: &[(f64, f64)],
) {
    let mut taken: Vec<[f64; 4]> = spots
        .iter()
        .map(|(x, y)| [x - 4.0, y - 4.0, x + 4.0, y + 4.0])
        .collect();
    for (at, latitude, longitude) in named {
        let label = wrap(&words.chart.labels[*at], 150.0, 1).join("");
        let (x, y, width) = (frame.x(*longitude), frame.y(*latitude), width_of(&label));
        let below = y + LINE + 1.0;
        let tries = [
            (x + 7.0, y + 4.5, ""),
            (x - 7.0, y + 4.5, "e"),
            (x, y - 8.0, "m"),
            (x, below, "m"),
            (x - 4.0, below, ""),
            (x + 4.0, below, "e"),
        ];
        let place = |taken: &[[f64; 4]]| {
            tries.into_iter().find_map(|(x, y, class)| {
                let left = match class {
                    "e" => x - width,
                    "m" => x - width / 2.0,
                    _ => x,
                };
                let area = [left, y - 12.0, left + width, y + 3.0];
                let inside = left >= LEFT
                    && left + width <= WIDTH
                    && area[1] >= 0.0
                    && area[3] <= 4.0 + frame.height;
                let apart = |t: &[f64; 4]| {
                    area[2] < t[0] || t[2] < area[0] || area[3] < t[1] || t[3] < area[1]
                };
                (inside && taken.iter().all(apart)).then_some((x, y, class, area))
            })
        };
        // What is to stand out is named even over the dots of others.
        let stands_out = !words.chart.highlight.is_empty();
        let fits =
            place(&taken).or_else(|| stands_out.then(|| place(&taken[spots.len()..])).flatten());
        if let Some((x, y, class, area)) = fits {
            canvas.label(x, y, class, &label);
            taken.push(area);
        }
    }
}
