//! Days and times.

use std::fmt::Write;

/// A point in time as precise as its pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moment {
    /// Year; 1 where the pattern has none.
    pub(crate) year: i16,
    /// Month, 1 to 12.
    pub(crate) month: i8,
    /// Day of the month, from 1.
    pub(crate) day: i8,
    /// Seconds since midnight.
    pub(crate) seconds: u32,
    /// Nanoseconds of the last second.
    pub(crate) nanos: u32,
    /// Minutes east of Greenwich, where the cell says it.
    pub(crate) zone: Option<i16>,
}

impl Moment {
    /// A number that orders moments.
    pub(crate) fn key(&self) -> i128 {
        let days = days(
            i64::from(self.year),
            i64::from(self.month),
            i64::from(self.day),
        );
        let seconds =
            days * 86_400 + i64::from(self.seconds) - i64::from(self.zone.unwrap_or(0)) * 60;
        i128::from(seconds) * 1_000_000_000 + i128::from(self.nanos)
    }

    /// The order in time, without finding out which day of all days it is where both are of one zone.
    pub(crate) fn compare(&self, other: &Moment) -> std::cmp::Ordering {
        if self.zone != other.zone {
            return self.key().cmp(&other.key());
        }
        (self.year, self.month, self.day)
            .cmp(&(other.year, other.month, other.day))
            .then_with(|| (self.seconds, self.nanos).cmp(&(other.seconds, other.nanos)))
    }

    /// Whether there is such a day. Years are of four digits, and not before 1.
    pub(super) fn is_day(&self) -> bool {
        const LENGTHS: [i8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let length = usize::try_from(self.month - 1)
            .ok()
            .and_then(|month| LENGTHS.get(month));
        length.is_some_and(|n| self.day >= 1 && self.day <= n + i8::from(leap && self.month == 2))
    }

    /// Writes the date as ISO 8601.
    pub(crate) fn write_date(&self, out: &mut String) {
        self.write_month(out);
        out.push('-');
        write_two(out, self.day.unsigned_abs().into());
    }

    /// Writes year and month as ISO 8601.
    pub(super) fn write_month(&self, out: &mut String) {
        let year = u32::from(self.year.unsigned_abs());
        write_two(out, year / 100);
        write_two(out, year % 100);
        out.push('-');
        write_two(out, self.month.unsigned_abs().into());
    }

    /// Writes hour and minute as ISO 8601.
    pub(super) fn write_minutes(&self, out: &mut String) {
        write_two(out, self.seconds / 3600);
        out.push(':');
        write_two(out, self.seconds / 60 % 60);
    }

    /// Writes a colon and the seconds.
    pub(super) fn write_seconds(&self, out: &mut String) {
        out.push(':');
        write_two(out, self.seconds % 60);
    }

    /// Writes the time as ISO 8601, with its fraction and zone where it has them.
    pub(crate) fn write_time(&self, out: &mut String) {
        self.write_minutes(out);
        self.write_seconds(out);
        if self.nanos > 0 {
            let fraction = format!("{:09}", self.nanos);
            let _ = write!(out, ".{}", fraction.trim_end_matches('0'));
        }
        self.write_zone(out);
    }

    /// Writes the zone as ISO 8601, where there is one.
    pub(super) fn write_zone(&self, out: &mut String) {
        match self.zone {
            Some(0) => out.push('Z'),
            Some(zone) => {
                let sign = if zone < 0 { '-' } else { '+' };
                let _ = write!(out, "{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60);
            }
            None => {}
        }
    }
}

/// Writes a number below 100 with two digits. Every date of a column comes through here, so no formatter is asked.
fn write_two(out: &mut String, number: u32) {
    for digit in [number / 10 % 10, number % 10] {
        out.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

/// Days from the first of January of the year 1 in the Gregorian calendar (Hinnant, "chrono-compatible date
/// algorithms", for years that are not negative).
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 306
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let mut day = jiff::civil::date(1, 1, 1);
        let mut count = 0;
        while day.year() < 2110 {
            assert_eq!(
                days(day.year().into(), day.month().into(), day.day().into()),
                count,
                "{day}"
            );
            (day, count) = (day.tomorrow().unwrap(), count + 1);
        }
        for (year, month, day) in
            (1896..2004).flat_map(|y| (0..14).flat_map(move |m| (0..33).map(move |d| (y, m, d))))
        {
            let moment = Moment {
                year,
                month,
                day,
                ..Moment::default()
            };
            assert_eq!(
                moment.is_day(),
                jiff::civil::Date::new(year, month, day).is_ok(),
                "{year}-{month}-{day}"
            );
        }
    }
}
