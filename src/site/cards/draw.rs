//! Drawing a card: a few lines of text on a flat ground, as a PNG of sixteen colours.

use crate::charts::letters::{font, scale, width};
use ab_glyph::{Font, FontRef, ScaleFont, point};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

/// Width and height in pixels: what messengers and networks cut nothing from (The Open Graph protocol; 1.91 to 1).
pub(crate) const SIZE: (u32, u32) = (1200, 630);

/// Pixels around the text, and the width of the band at its edge.
const MARGIN: f32 = 80.0;
const BAND: usize = 20;

/// Letter heights that a title is tried in, until it fits.
const TITLE_SIZES: [f32; 4] = [84.0, 70.0, 58.0, 48.0];
const TITLE_TOP: f32 = 150.0;
const TITLE_HEIGHT: f32 = 340.0;
const ABOUT: f32 = 42.0;
const SMALL: f32 = 34.0;

/// Shades of each colour between the ground and the full one.
const WHITES: u8 = 9;
const SUNS: u8 = 6;

const GROUND: [u8; 3] = [0x0b, 0x3a, 0x70];
const WHITE: [u8; 3] = [0xff, 0xff, 0xff];
const SUN: [u8; 3] = [0xff, 0xd3, 0x38];

/// The words of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CardText<'a> {
    /// The kind of page; may be empty.
    pub(crate) kind: &'a str,
    pub(crate) title: &'a str,
    /// A sentence below the title; may be empty.
    pub(crate) about: &'a str,
    pub(crate) portal: &'a str,
    pub(crate) host: &'a str,
}

/// The card as a PNG.
///
/// # Errors
/// When the encoder refuses, which it has no reason to.
pub(crate) fn png(card: &CardText<'_>) -> Result<Vec<u8>, png::EncodingError> {
    let mut canvas = Canvas::new();
    canvas.band();
    let width = SIZE.0 as f32 - 2.0 * MARGIN;
    canvas.line(&canvas.cut(card.kind, SMALL, width), SMALL, 122.0, Ink::Sun);
    let (size, lines) = canvas.title(card.title, width);
    for (i, line) in lines.iter().enumerate() {
        canvas.line(
            line,
            size,
            TITLE_TOP + size * 0.9 + i as f32 * size * 1.2,
            Ink::White,
        );
    }
    let below = TITLE_TOP + size * 1.2 * lines.len() as f32 + ABOUT * 0.5;
    let room = ((TITLE_TOP + TITLE_HEIGHT - below) / (ABOUT * 1.3)) as usize;
    for (i, line) in canvas
        .lines(card.about, ABOUT, width, room)
        .0
        .iter()
        .take(room)
        .enumerate()
    {
        canvas.line(
            line,
            ABOUT,
            below + ABOUT * 0.9 + i as f32 * ABOUT * 1.3,
            Ink::White,
        );
    }
    canvas.line(
        &canvas.cut(card.portal, SMALL, width),
        SMALL,
        545.0,
        Ink::White,
    );
    canvas.line(&canvas.cut(card.host, 28.0, width), 28.0, 588.0, Ink::Sun);
    canvas.encode()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ink {
    White,
    Sun,
}

struct Canvas {
    font: FontRef<'static>,
    /// A colour's number for each pixel.
    pixels: Vec<u8>,
}

impl Canvas {
    fn new() -> Canvas {
        Canvas {
            font: font(),
            pixels: vec![0; (SIZE.0 * SIZE.1) as usize],
        }
    }

    fn band(&mut self) {
        for row in self.pixels.chunks_mut(SIZE.0 as usize) {
            row[..BAND].fill(WHITES + SUNS);
        }
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        width(&self.font, text, size)
    }

    /// A text that fits into a width; what does not ends in an ellipsis.
    fn cut(&self, text: &str, size: f32, width: f32) -> String {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.width(&text, size) <= width {
            return text;
        }
        let mut kept = text;
        while !kept.is_empty() && self.width(&format!("{kept}…"), size) > width {
            kept.pop();
        }
        format!("{}…", kept.trim_end())
    }

    /// A title in the largest letters in which it fits, and its lines.
    fn title(&self, text: &str, width: f32) -> (f32, Vec<String>) {
        let mut last = (TITLE_SIZES[0], Vec::new());
        for size in TITLE_SIZES {
            let most = (TITLE_HEIGHT / (size * 1.2)) as usize;
            let (lines, whole) = self.lines(text, size, width, most);
            last = (size, lines);
            if whole {
                break;
            }
        }
        last
    }

    /// A text in lines, at most so many, and whether that is all of it with no word broken.
    fn lines(&self, text: &str, size: f32, width: f32, most: usize) -> (Vec<String>, bool) {
        let mut lines: Vec<String> = Vec::new();
        let mut words = text.split_whitespace();
        while let Some(word) = words.next() {
            let joined = lines.last().map(|line| format!("{line} {word}"));
            match joined.filter(|line| self.width(line, size) <= width) {
                Some(line) => *lines.last_mut().expect("it was joined to one") = line,
                None if lines.len() == most => {
                    let rest: Vec<&str> = std::iter::once(word).chain(words).collect();
                    let last = lines.pop().unwrap_or_default();
                    lines.push(self.cut(&format!("{last} {}", rest.join(" ")), size, width));
                    return (lines, false);
                }
                None => lines.push(word.to_owned()),
            }
        }
        let fits = lines.iter().all(|line| self.width(line, size) <= width);
        (
            lines
                .iter()
                .map(|line| self.cut(line, size, width))
                .collect(),
            fits,
        )
    }

    fn line(&mut self, text: &str, size: f32, baseline: f32, ink: Ink) {
        let scale = scale(size);
        let mut x = MARGIN;
        for c in text.chars() {
            let id = self.font.glyph_id(c);
            if let Some(outline) = self
                .font
                .outline_glyph(id.with_scale_and_position(scale, point(x, baseline)))
            {
                let bounds = outline.px_bounds();
                let pixels = &mut self.pixels;
                outline.draw(|dx, dy, covered| {
                    let (x, y) = (
                        bounds.min.x as i64 + i64::from(dx),
                        bounds.min.y as i64 + i64::from(dy),
                    );
                    if (0..i64::from(SIZE.0)).contains(&x) && (0..i64::from(SIZE.1)).contains(&y) {
                        let pixel = &mut pixels[y as usize * SIZE.0 as usize + x as usize];
                        *pixel = (*pixel).max(shade(covered, ink));
                    }
                });
            }
            x += self.font.as_scaled(scale).h_advance(id);
        }
    }

    fn encode(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out, SIZE.0, SIZE.1);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Four);
        encoder.set_palette(palette());
        encoder.set_compression(Compression::High);
        encoder.set_filter(Filter::NoFilter);
        let packed: Vec<u8> = self
            .pixels
            .chunks_exact(2)
            .map(|two| two[0] << 4 | two[1])
            .collect();
        encoder.write_header()?.write_image_data(&packed)?;
        Ok(out)
    }
}

/// The number of a colour where a letter covers so much of a pixel.
fn shade(covered: f32, ink: Ink) -> u8 {
    let covered = covered.clamp(0.0, 1.0);
    match ink {
        Ink::White => (covered * f32::from(WHITES)).round() as u8,
        Ink::Sun => {
            let shade = (covered * f32::from(SUNS)).round() as u8;
            if shade == 0 { 0 } else { WHITES + shade }
        }
    }
}

/// The ground, shades up to white, shades up to the sun's yellow.
fn palette() -> Vec<u8> {
    let mix = |to: [u8; 3], part: u8, of: u8| {
        (0..3).map(move |i| {
            let (from, to) = (u32::from(GROUND[i]), u32::from(to[i]));
            ((from * u32::from(of - part) + to * u32::from(part)) / u32::from(of)) as u8
        })
    };
    let whites = (1..=WHITES).flat_map(|part| mix(WHITE, part, WHITES));
    let suns = (1..=SUNS).flat_map(|part| mix(SUN, part, SUNS));
    GROUND.into_iter().chain(whites).chain(suns).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::letters::lacking;

    const LONG: &str = "Programa interinstitucional de seguimiento ciudadano a los compromisos de gobierno abierto, \
                        transparencia presupuestaria y rendición de cuentas de los ciento veinticinco municipios del Estado";

    #[test]
    fn a_card_is_small_and_holds_what_it_is_told() {
        let card = CardText {
            kind: "Compromiso",
            title: LONG,
            about: LONG,
            portal: LONG,
            host: "abierto.ejemplo.gob.mx",
        };
        let bytes = png(&card).unwrap();
        assert!(bytes.len() < 40_000, "{}", bytes.len());
        let read = image::load_from_memory(&bytes).unwrap();
        assert_eq!((read.width(), read.height()), SIZE);
        let other = png(&CardText {
            title: "Otro",
            ..card.clone()
        })
        .unwrap();
        assert_ne!(bytes, other);
        assert_ne!(
            other,
            png(&CardText {
                title: "Otro",
                about: "",
                ..card.clone()
            })
            .unwrap()
        );
        assert_eq!(bytes, png(&card).unwrap());
    }

    #[test]
    fn titles_take_the_largest_letters_in_which_they_fit() {
        let canvas = Canvas::new();
        let (size, lines) = canvas.title("Ríos limpios", 1040.0);
        assert_eq!((size, lines), (84.0, vec!["Ríos limpios".to_owned()]));
        let (size, lines) = canvas.title(LONG, 1040.0);
        assert!(size < 60.0 && lines.len() > 3, "{size} {lines:?}");
        let (size, lines) = canvas.title(&LONG.repeat(3), 1040.0);
        assert!(size < 49.0 && lines.last().unwrap().ends_with('…'));
        let word = canvas.title(&"x".repeat(300), 1040.0).1;
        assert!(word.len() == 1 && canvas.width(&word[0], 48.0) <= 1040.0);
    }

    #[test]
    fn letters_of_the_languages_of_mexico_are_in_the_font_and_others_are_named() {
        assert_eq!(
            lacking("Botꞌuná jñatrjo hñähñu ʉ ɇ u̱ Nāhuatl ¿qué? — «50 %» €"),
            Vec::<char>::new()
        );
        assert_eq!(lacking("人 a 人 ع"), ['ع', '人']);
    }
}
