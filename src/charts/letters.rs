//! The letters that pictures are drawn in: a part of Noto Sans Bold that stands in the program.

use ab_glyph::{Font, FontRef, PxScale, ScaleFont};

const FONT: &[u8] = include_bytes!("../site/cards/NotoSans-Bold.ttf");

/// Height of a line of the font in the size that its letters are named by.
const LINE_OF_SIZE: f32 = 1.362;

/// Returns the font.
pub(crate) fn font() -> FontRef<'static> {
    FontRef::try_from_slice(FONT).expect("the font is in the program")
}

/// Returns the scale of letters of a size in pixels.
pub(crate) fn scale(size: f32) -> PxScale {
    PxScale::from(size * LINE_OF_SIZE)
}

/// Returns how wide a text is in letters of a size, in pixels.
pub(crate) fn width(font: &FontRef<'_>, text: &str, size: f32) -> f32 {
    let font = font.as_scaled(scale(size));
    text.chars().map(|c| font.h_advance(font.glyph_id(c))).sum()
}

/// Returns the letters of a text that the font lacks, each once. What is never seen by itself (blanks, joiners, marks of
/// direction) is not asked for.
pub(crate) fn lacking(text: &str) -> Vec<char> {
    let font = font();
    let mut lacking: Vec<char> = text
        .chars()
        .filter(|c| !is_unseen(*c) && font.glyph_id(*c).0 == 0)
        .collect();
    lacking.sort_unstable();
    lacking.dedup();
    lacking
}

/// Returns whether a character is never seen by itself: a blank, a joiner, a sign of direction.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}'
        )
}
