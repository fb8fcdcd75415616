//! Numbers that a title claims.

use super::value::{number, size};
use crate::text::words::Words;

/// Returns the numbers in a title, in any of its languages, each once, as they are written.
pub(crate) fn claimed(title: &Words) -> Vec<&str> {
    let mut claimed: Vec<&str> = Vec::new();
    for written in title.all().flat_map(|(_, title)| numbers(title)) {
        if !claimed.contains(&written) {
            claimed.push(written);
        }
    }
    claimed
}

/// Returns the numbers in a text, as they are written.
pub(crate) fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .map(|word| word.trim_matches(['.', ',']))
        .filter(|word| word.bytes().any(|b| b.is_ascii_digit()))
}

/// Returns what a written number may mean: its separator may be of decimals or of thousands.
pub(crate) fn readings(written: &str) -> Vec<String> {
    let bare: String = written.chars().filter(char::is_ascii_digit).collect();
    let point = written.replace(',', "");
    let comma = written.replace('.', "").replace(',', ".");
    [bare, point, comma]
        .into_iter()
        .filter(|text| number(text).is_some())
        .collect()
}

/// A number that a title claims, and how far from it a value may be: half of its last digit.
pub(crate) struct ClaimedNumber {
    pub(crate) value: f64,
    half: f64,
}

impl ClaimedNumber {
    pub(crate) fn new(written: &str) -> ClaimedNumber {
        let fraction = written.split_once('.').map_or(0, |(_, f)| f.len());
        ClaimedNumber {
            value: size(written),
            half: 0.5 / 10f64.powi(i32::try_from(fraction).unwrap_or(9)) + 1e-9,
        }
    }

    /// Returns whether it is this value as it is, or in thousands, millions and further on.
    pub(crate) fn fits(&self, value: f64) -> bool {
        let units = [1.0, 1e3, 1e6, 1e9, 1e12];
        (units.iter()).any(|unit| (value.abs() / unit - self.value).abs() <= self.half)
    }
}
