//! Areas as pixels, by the non-zero rule, each pixel covered by as much of it as lies within.

use std::collections::BTreeMap;

/// A colour: red, green, blue.
pub(crate) type Rgb = [u8; 3];

/// Lines of a pixel that are looked at.
const SUBLINES: usize = 4;

/// Pixels in rows.
pub(crate) struct Raster {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pixels: Vec<Rgb>,
}

/// Pixels by the numbers of their colours.
pub(crate) struct IndexedRaster {
    /// Three bytes of each colour.
    pub(crate) palette: Vec<u8>,
    pub(crate) pixels: Vec<u8>,
}

/// Where an edge crosses a line, and whether it goes down.
struct Crossing {
    x: f64,
    turn: i32,
}

impl Raster {
    /// Makes pixels of one colour.
    pub(crate) fn new(width: usize, height: usize, ground: Rgb) -> Raster {
        Raster {
            width,
            height,
            pixels: vec![ground; width * height],
        }
    }

    /// Returns three bytes of each pixel.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.pixels.iter().flatten().copied().collect()
    }

    /// Returns each pixel as the number of its colour; `None` where there are more than a byte tells apart.
    pub(crate) fn indexed(&self) -> Option<IndexedRaster> {
        let mut colours: BTreeMap<Rgb, u8> = BTreeMap::new();
        for pixel in &self.pixels {
            if !colours.contains_key(pixel) {
                colours.insert(*pixel, u8::try_from(colours.len()).ok()?);
            }
        }
        let mut palette = vec![0; colours.len() * 3];
        for (colour, at) in &colours {
            let at = usize::from(*at) * 3;
            palette[at..at + 3].copy_from_slice(colour);
        }
        Some(IndexedRaster {
            palette,
            pixels: self.pixels.iter().map(|pixel| colours[pixel]).collect(),
        })
    }

    /// Mixes a colour into a pixel; one that is not there is left alone. Shares are rounded, so that few colours come about.
    pub(crate) fn blend(&mut self, x: i64, y: i64, colour: Rgb, share: f64) {
        let share = (share.clamp(0.0, 1.0) * 16.0).round() / 16.0;
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
            return;
        };
        if x >= self.width || y >= self.height || share <= 0.0 {
            return;
        }
        let pixel = &mut self.pixels[y * self.width + x];
        for (old, new) in pixel.iter_mut().zip(colour) {
            *old = (f64::from(*old) * (1.0 - share) + f64::from(new) * share).round() as u8;
        }
    }

    /// Fills closed shapes, given by their corners in pixels, as one area.
    pub(crate) fn fill(&mut self, shapes: &[Vec<(f64, f64)>], colour: Rgb, opacity: f64) {
        let heights = || shapes.iter().flatten().map(|corner| corner.1);
        let top = heights().fold(f64::INFINITY, f64::min).floor().max(0.0);
        let bottom = heights().fold(f64::NEG_INFINITY, f64::max).ceil();
        let bottom = bottom.clamp(0.0, self.height as f64) as usize;
        if !top.is_finite() {
            return;
        }
        let mut covered = vec![0.0; self.width];
        for y in top as usize..bottom {
            covered.fill(0.0);
            for line in 0..SUBLINES {
                let at = y as f64 + (line as f64 + 0.5) / SUBLINES as f64;
                cover(&crossings(shapes, at), &mut covered);
            }
            for (x, share) in covered
                .iter()
                .enumerate()
                .filter(|(_, share)| **share > 0.0)
            {
                let share = share / SUBLINES as f64 * opacity;
                self.blend(x as i64, y as i64, colour, share);
            }
        }
    }
}

/// Returns where edges cross a line, from left to right.
fn crossings(shapes: &[Vec<(f64, f64)>], y: f64) -> Vec<Crossing> {
    let mut found = Vec::new();
    for shape in shapes {
        let next = shape.iter().cycle().skip(1);
        for (a, b) in shape.iter().zip(next) {
            let turn = match (a.1 <= y, b.1 <= y) {
                (true, false) => 1,
                (false, true) => -1,
                _ => continue,
            };
            let x = a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0);
            found.push(Crossing { x, turn });
        }
    }
    found.sort_by(|a, b| a.x.total_cmp(&b.x));
    found
}

/// Adds to each pixel how much of it lies within, along one line.
fn cover(crossings: &[Crossing], covered: &mut [f64]) {
    let mut winding = 0;
    for pair in crossings.windows(2) {
        winding += pair[0].turn;
        let (from, to) = (pair[0].x.max(0.0), pair[1].x.min(covered.len() as f64));
        if winding == 0 || to <= from {
            continue;
        }
        let last = (to.ceil() as usize).min(covered.len());
        for (x, share) in covered
            .iter_mut()
            .enumerate()
            .take(last)
            .skip(from as usize)
        {
            let within = to.min(x as f64 + 1.0) - from.max(x as f64);
            *share = (*share + within.max(0.0)).min(SUBLINES as f64);
        }
    }
}
