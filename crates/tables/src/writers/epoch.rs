//! Dates and times in ISO 8601, as the values of cells have them, counted.

/// Days since 1 January 1970 of `2022-02-28`.
pub(crate) fn days(text: &str) -> Option<i32> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let [hundreds, years, month, day] =
        [0, 2, 5, 8].map(|at| two_digits([bytes[at], bytes[at + 1]]));
    let month = usize::try_from(month?).ok()?;
    let (year, day) = (hundreds? * 100 + years?, day?);
    if !(1..=12).contains(&month) || day < 1 || day > days_of(month, year) {
        return None;
    }
    Some(days_before(year) + DAYS_BEFORE[month - 1] + leap_day(month, year) + day - 1)
}

/// Days of a common year before each month.
const DAYS_BEFORE: [i32; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

fn days_of(month: usize, year: i32) -> i32 {
    DAYS_BEFORE[month] - DAYS_BEFORE[month - 1] + i32::from(month == 2 && is_leap(year))
}

/// The leap day that is before a month.
fn leap_day(month: usize, year: i32) -> i32 {
    i32::from(month > 2 && is_leap(year))
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days from 1 January 1970 to that of a year from 0 on.
fn days_before(year: i32) -> i32 {
    // 1 January 1970 is 719,528 days after that of the year 0, which is a leap year.
    let before = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    365 * year + before - 719_528
}

fn two_digits(pair: [u8; 2]) -> Option<i32> {
    let [tens, ones] = pair;
    let are_digits = tens.is_ascii_digit() && ones.is_ascii_digit();
    are_digits.then(|| i32::from(tens - b'0') * 10 + i32::from(ones - b'0'))
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
fn all_digits(text: &str) -> bool {
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

    /// Every day that there is, and the days beside them that there are not.
    #[test]
    fn days_are_those_of_the_calendar() {
        for year in [
            0, 4, 100, 399, 400, 1582, 1600, 1899, 1900, 1970, 2000, 2023, 2024, 2100, 9999,
        ] {
            for month in 0..14 {
                for day in 0..33 {
                    let text = format!("{year:04}-{month:02}-{day:02}");
                    let date: Option<jiff::civil::Date> = text.parse().ok();
                    let wanted = date.map(|date| (date - jiff::civil::date(1970, 1, 1)).get_days());
                    assert_eq!(days(&text), wanted, "{text}");
                }
            }
        }
        for text in [
            "2020-1-01",
            "2020/01/01",
            "20a0-01-01",
            "+020-01-01",
            "2020-01-0١",
        ] {
            assert_eq!(days(text), None, "{text}");
        }
    }

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
