//! Dates and times in ISO 8601, as the values of cells have them, counted.

/// Days since 1 January 1970 of `2022-02-28`.
pub(crate) fn days(text: &str) -> Option<i32> {
    let date: jiff::civil::Date = (text.len() == 10).then(|| text.parse().ok())??;
    Some((date - jiff::civil::date(1970, 1, 1)).get_days())
}

/// Microseconds since midnight of `10:00:00` or `10:00:00.123456`; none with a zone or finer parts.
pub(crate) fn micros(text: &str) -> Option<i64> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let &[hour, minute, second] = clock.split(':').collect::<Vec<_>>().as_slice() else {
        return None;
    };
    let whole = (pair(hour, 24)? * 60 + pair(minute, 60)?) * 60 + pair(second, 60)?;
    let part = (1..=6)
        .contains(&fraction.len())
        .then(|| digits(&format!("{fraction:0<6}")))??;
    Some(whole * 1_000_000 + part)
}

/// Whether a text is digits alone; an empty one is.
pub(crate) fn all_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Parses a number of two digits that is below `limit`.
fn pair(part: &str, limit: i64) -> Option<i64> {
    digits(part).filter(|n| part.len() == 2 && *n < limit)
}

fn digits(part: &str) -> Option<i64> {
    all_digits(part).then(|| part.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_from_1970_and_from_midnight() {
        assert_eq!(
            (days("1970-01-02"), days("1899-12-30")),
            (Some(1), Some(-25_569))
        );
        assert_eq!((days("2020-02-30"), days("2020-1-1")), (None, None));
        assert_eq!(
            (micros("00:00:01.5"), micros("23:59:59")),
            (Some(1_500_000), Some(86_399_000_000))
        );
        for text in [
            "24:00:00",
            "12:00:60",
            "12:00:00Z",
            "12:00",
            "1:00:00",
            "12:00:00.1234567",
            "12:00:00.",
        ] {
            assert_eq!(micros(text), None, "{text}");
        }
    }
}
