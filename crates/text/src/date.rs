//! Dates as precise as their source: a year, a month, or a day.

use std::fmt;

/// A date of year, month or day precision, in the Gregorian calendar.
///
/// Ordering compares the first day each can mean; use [`PartialDate::last_day`] where an end is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// Year, 1 to 9999.
    pub year: i16,
    /// Month, 1 to 12, where the source gives one.
    pub month: Option<i8>,
    /// Day of the month, where the source gives one; never without a month.
    pub day: Option<i8>,
}

impl PartialDate {
    /// Parses `2022`, `2022-02` or `2022-02-28`.
    ///
    /// ```
    /// use tragaluz_text::date::PartialDate;
    /// assert_eq!(PartialDate::parse("2022-02").unwrap().last_day().to_string(), "2022-02-28");
    /// assert!(PartialDate::parse("2022-02-30").is_none());
    /// assert!(PartialDate::parse("02/2022").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<PartialDate> {
        let parts: Vec<&str> = text.split('-').collect();
        let widths: &[usize] = &[4, 2, 2];
        let well_formed = parts.len() <= 3
            && parts
                .iter()
                .zip(widths)
                .all(|(p, w)| p.len() == *w && p.bytes().all(|b| b.is_ascii_digit()));
        if !well_formed {
            return None;
        }
        let year: i16 = parts[0].parse().ok()?;
        let month: Option<i8> = parts.get(1).map(|p| p.parse()).transpose().ok()?;
        let day: Option<i8> = parts.get(2).map(|p| p.parse()).transpose().ok()?;
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        (year > 0).then_some(PartialDate { year, month, day })
    }

    /// Parses the same, and the day of an instant (RFC 3339, and the blank that people and other programs write for its
    /// `T`): `2022-02-28T10:00:00Z`, `2022-02-28 10:00:00 -0600`. The day is the one written; no clock is moved.
    ///
    /// ```
    /// use tragaluz_text::date::PartialDate;
    /// assert_eq!(PartialDate::parse_day("2022-02-28T23:59:00-06:00").unwrap().to_string(), "2022-02-28");
    /// assert!(PartialDate::parse_day("2022-02-28T25:00:00Z").is_none());
    /// ```
    pub fn parse_day(text: &str) -> Option<PartialDate> {
        let Some((day, time)) = text.split_once(['T', 't', ' ']) else {
            return Self::parse(text);
        };
        let date = Self::parse(day).filter(|date| date.day.is_some())?;
        is_time(time).then_some(date)
    }

    /// A date known to the day.
    pub fn day(date: jiff::civil::Date) -> PartialDate {
        PartialDate {
            year: date.year(),
            month: Some(date.month()),
            day: Some(date.day()),
        }
    }

    /// The first day that it can mean.
    pub fn first_day(self) -> jiff::civil::Date {
        jiff::civil::date(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that it can mean.
    pub fn last_day(self) -> jiff::civil::Date {
        match (self.month, self.day) {
            (Some(_), Some(_)) => self.first_day(),
            (Some(_), None) => self.first_day().last_of_month(),
            _ => jiff::civil::date(self.year, 12, 31),
        }
    }
}

/// Whether a text is a time of day, with seconds, their fraction and an offset or without.
fn is_time(text: &str) -> bool {
    let clock_ends = text
        .find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.')
        .unwrap_or(text.len());
    let (clock, offset) = text.split_at(clock_ends);
    let offset = offset.trim_start();
    let offset_is_told = matches!(offset, "" | "Z" | "z" | "UTC")
        || offset
            .strip_prefix(['+', '-'])
            .is_some_and(|hours| is_clock(hours.get(..2), hours.get(2..)));
    offset_is_told && clock.get(2..3) == Some(":") && is_clock(clock.get(..2), clock.get(2..))
}

/// Whether these are hours, and what follows them minutes and seconds (60 of them where one is put in).
fn is_clock(hours: Option<&str>, rest: Option<&str>) -> bool {
    let within =
        |text: &str, most: u8| text.len() == 2 && text.parse::<u8>().is_ok_and(|n| n <= most);
    let (Some(hours), Some(rest)) = (hours, rest) else {
        return false;
    };
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let (minutes, seconds) = rest.split_once(':').unwrap_or((rest, "00"));
    let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    let fraction_is_digits = !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit());
    let minutes = if minutes.is_empty() { "00" } else { minutes };
    within(hours, 23) && within(minutes, 59) && within(seconds, 60) && fraction_is_digits
}

/// ISO 8601 with the precision it has: `2022`, `2022-02`, `2022-02-28`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_each_precision() {
        for text in ["2022", "2022-02", "2024-02-29"] {
            assert_eq!(PartialDate::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "22",
            "2022-13",
            "2023-02-29",
            "2022-2",
            "0000",
            "2022-02-28T00:00",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_instant_is_the_day_that_it_names() {
        let times = [
            "T10:00:00Z",
            "t10:00:00.123z",
            " 10:00",
            " 10:00:00 -0600",
            "T23:59:60+05:30",
            " 10:00:00 UTC",
        ];
        for time in times {
            let day = PartialDate::parse_day(&format!("2023-05-01{time}"));
            assert_eq!(
                day.map(|d| d.to_string()).as_deref(),
                Some("2023-05-01"),
                "{time}"
            );
        }
        for wrong in [
            "2023-02-30T10:00:00Z",
            "2023-05T10:00:00Z",
            "2023-05-01T",
            "2023-05-01 noon",
            "2023-05-01T24:00",
        ] {
            assert_eq!(PartialDate::parse_day(wrong), None, "{wrong}");
        }
        assert_eq!(
            PartialDate::parse_day("2023")
                .map(|d| d.to_string())
                .as_deref(),
            Some("2023")
        );
    }

    #[test]
    fn last_days() {
        let last = |t| PartialDate::parse(t).unwrap().last_day().to_string();
        assert_eq!(
            [last("2024"), last("2024-02"), last("2024-02-03")],
            ["2024-12-31", "2024-02-29", "2024-02-03"]
        );
    }
}
