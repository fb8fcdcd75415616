//! A chart's file as a PNG: the marks of a poster, drawn in the light colours of pages, the same on every machine.

use super::class;
use super::letters::{font, scale, width};
use super::marks::{ChartMark, LEADING};
use super::outline::{dashed, parse, stroke};
use super::poster::{POSTER_WIDTH, Poster, SMALL, TITLE};
use super::raster::{Raster, Rgb};
use ab_glyph::{Font, FontRef, ScaleFont, point};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

/// Pixels of a unit.
const PIXELS: f64 = 3.0;
/// Units around everything.
const MARGIN: f64 = 16.0;
/// From the middle of a line down to its baseline, in the size of its letters.
const BASELINE: f64 = 0.35;

const GROUND: Rgb = [0xff, 0xff, 0xff];
const INK: Rgb = [0x16, 0x19, 0x1d];
const SOFT: Rgb = [0x47, 0x4d, 0x56];
const LINE: Rgb = [0xd5, 0xdb, 0xe3];
const EDGE: Rgb = [0x74, 0x7d, 0x89];
const SERIES: [Rgb; 4] = [
    [0x1f, 0x68, 0xf9],
    [0x55, 0x20, 0x55],
    [0x86, 0x74, 0x18],
    [0x21, 0x37, 0x15],
];
/// Dashes of series and of projections, in units: drawn and left out by turns.
const DASHES: [&[f64]; 4] = [&[], &[7.0, 3.0], &[2.0, 3.0], &[9.0, 3.0, 2.0, 3.0]];
const DOTS: &[f64] = &[1.5, 4.0];
/// How much of an area of projections is seen.
const PROJECTED: f64 = 0.45;

/// Draws a poster as a PNG.
///
/// # Errors
///
/// When the encoder refuses, which it has no reason to.
pub(crate) fn png(poster: &Poster) -> Result<Vec<u8>, png::EncodingError> {
    let size = [POSTER_WIDTH, poster.height].map(|units| (units * PIXELS).ceil() as usize);
    let mut picture = Picture {
        raster: Raster::new(size[0], size[1], GROUND),
        font: font(),
        top: 0.0,
    };
    for part in &poster.parts {
        picture.top = part.top;
        part.marks.iter().for_each(|mark| picture.mark(mark));
    }
    encode(&picture.raster)
}

fn encode(raster: &Raster) -> Result<Vec<u8>, png::EncodingError> {
    let mut out = Vec::new();
    let [width, height] = [raster.width, raster.height].map(|size| size as u32);
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    let bytes = if let Some(indexed) = raster.indexed() {
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(indexed.palette);
        indexed.pixels
    } else {
        encoder.set_color(ColorType::Rgb);
        raster.bytes()
    };
    encoder.write_header()?.write_image_data(&bytes)?;
    Ok(out)
}

struct Picture {
    raster: Raster,
    font: FontRef<'static>,
    /// How far down the part that is drawn begins, in units.
    top: f64,
}

/// Returns the number of the series whose colour a class has.
fn series(class: &str) -> Option<usize> {
    (class.split(' ')).find_map(|word| class::SERIES.iter().position(|series| *series == word))
}

fn has(class: &str, word: &str) -> bool {
    class.split(' ').any(|one| one == word)
}

/// Returns the colour of a line or an area.
fn colour(class: &str) -> Rgb {
    if has(class, class::GRID) {
        LINE
    } else if has(class, class::NOUGHT) || has(class, class::GREY) {
        EDGE
    } else {
        SERIES[series(class).unwrap_or(0)]
    }
}

impl Picture {
    fn mark(&mut self, mark: &ChartMark) {
        match mark {
            ChartMark::Text {
                x,
                middle,
                class,
                lines,
                ..
            } => self.text(*x, *middle, class, lines),
            ChartMark::Path {
                class,
                opacity,
                path,
            } => self.path(class, opacity.parse().unwrap_or(1.0), path),
        }
    }

    /// Returns a place in pixels.
    fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        ((MARGIN + x) * PIXELS, (self.top + y) * PIXELS)
    }

    fn path(&mut self, class: &str, opacity: f64, path: &str) {
        let lines = parse(path);
        let is_area = has(class, class::AREA);
        let shapes = if is_area {
            lines
        } else {
            let thin = has(class, class::GRID);
            let dashes = if has(class, class::PROJECTED) {
                DOTS
            } else {
                series(class).map_or(DASHES[0], |at| DASHES[at])
            };
            stroke(&dashed(&lines, dashes), if thin { 1.0 } else { 2.0 })
        };
        let faded = is_area && has(class, class::PROJECTED);
        let opacity = if faded { opacity * PROJECTED } else { opacity };
        let shapes: Vec<Vec<(f64, f64)>> = (shapes.into_iter())
            .map(|shape| shape.into_iter().map(|at| self.place(at)).collect())
            .collect();
        self.raster.fill(&shapes, colour(class), opacity);
    }

    fn text(&mut self, x: f64, middle: f64, class: &str, lines: &[String]) {
        let size = if class == TITLE { 17.0 } else { 13.0 };
        let colour = match series(class) {
            Some(at) => SERIES[at],
            None if class == SMALL => SOFT,
            None => INK,
        };
        let first = middle - (lines.len() as f64 - 1.0) / 2.0 * LEADING * size;
        for (at, line) in lines.iter().enumerate() {
            let line = crate::text::untranslated::plain(line);
            let baseline = first + (at as f64 * LEADING + BASELINE) * size;
            let wide = f64::from(width(&self.font, &line, size as f32));
            let left = if has(class, class::END) {
                x - wide
            } else if has(class, class::MIDDLE) {
                x - wide / 2.0
            } else {
                x
            };
            let start = self.place((left, baseline));
            self.line(&line, size * PIXELS, start, colour);
        }
    }

    fn line(&mut self, text: &str, size: f64, (mut x, y): (f64, f64), colour: Rgb) {
        let scale = scale(size as f32);
        for c in text.chars() {
            let id = self.font.glyph_id(c);
            let glyph = id.with_scale_and_position(scale, point(x as f32, y as f32));
            if let Some(outline) = self.font.outline_glyph(glyph) {
                let from = outline.px_bounds().min;
                let raster = &mut self.raster;
                outline.draw(|dx, dy, covered| {
                    let [px, py] = [from.x as i64 + i64::from(dx), from.y as i64 + i64::from(dy)];
                    raster.blend(px, py, colour, f64::from(covered));
                });
            }
            x += f64::from(self.font.as_scaled(scale).h_advance(id));
        }
    }
}
