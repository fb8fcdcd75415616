//! `file.bytes | bytes` → `1.9 MB` (decimal units, one decimal below ten).

use super::{HelperOutput, count};
use crate::render::helper_context::HelperContext;
use serde_json::{Map, Value as Json};

const UNITS: [(&str, u64); 3] = [
    ("bytes-gb", 1_000_000_000),
    ("bytes-mb", 1_000_000),
    ("bytes-kb", 1_000),
];

pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    _: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    Ok(HelperOutput::Text(text(scope, count(value)?)))
}

/// Returns a number of bytes in the words of the page's language, rounded.
pub(crate) fn text(scope: &HelperContext, bytes: u64) -> String {
    let (message, number) = shown(bytes);
    let number = scope.number(&number);
    scope.say(message, &[("n", bytes.into()), ("shown", number.into())])
}

/// Returns the message of the unit, and the number in that unit, rounded to the nearest.
fn shown(bytes: u64) -> (&'static str, String) {
    for (i, (message, unit)) in UNITS.iter().enumerate() {
        let tenths = (u128::from(bytes) * 10 + u128::from(unit / 2)) / u128::from(*unit);
        let whole = (u128::from(bytes) + u128::from(unit / 2)) / u128::from(*unit);
        // 999,950 bytes are 1 MB, not 1,000 kB.
        let smallest = if i + 1 < UNITS.len() {
            *unit - UNITS[i + 1].1 / 2
        } else {
            *unit
        };
        if bytes >= smallest {
            let number = if tenths < 100 && tenths % 10 != 0 {
                format!("{}.{}", tenths / 10, tenths % 10)
            } else {
                whole.to_string()
            };
            return (message, number);
        }
    }
    ("bytes-b", bytes.to_string())
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn units_and_rounding() {
        let cases = [
            (0, "bytes-b", "0"),
            (999, "bytes-b", "999"),
            (1_000, "bytes-kb", "1"),
            (1_949, "bytes-kb", "1.9"),
            (18_342, "bytes-kb", "18"),
            (999_499, "bytes-kb", "999"),
            (999_950, "bytes-mb", "1"),
            (1_900_000, "bytes-mb", "1.9"),
            (9_960_000, "bytes-mb", "10"),
            (u64::MAX, "bytes-gb", "18446744074"),
        ];
        for (bytes, message, number) in cases {
            assert_eq!(shown(bytes), (message, number.to_owned()), "{bytes}");
        }
    }
}
