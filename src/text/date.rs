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
    /// Reads `2022`, `2022-02` or `2022-02-28`.
    ///
    /// ```
    /// use tragaluz::text::date::PartialDate;
    /// assert_eq!(PartialDate::parse("2022-02").unwrap().last_day().to_string(), "2022-02-28");
    /// assert!(PartialDate::parse("2022-02-30").is_none());
    /// assert!(PartialDate::parse("02/2022").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<PartialDate> {
        let parts: Vec<&str> = text.split('-').collect();
        let widths: &[usize] = &[4, 2, 2];
        let well_formed = parts.len() <= 3
            && parts.iter().zip(widths).all(|(p, w)| p.len() == *w && p.bytes().all(|b| b.is_ascii_digit()));
        if !well_formed {
            return None;
        }
        let year: i16 = parts[0].parse().ok()?;
        let month: Option<i8> = parts.get(1).map(|p| p.parse()).transpose().ok()?;
        let day: Option<i8> = parts.get(2).map(|p| p.parse()).transpose().ok()?;
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        (year > 0).then_some(PartialDate { year, month, day })
    }

    /// A date known to the day.
    pub fn day(date: jiff::civil::Date) -> PartialDate {
        PartialDate { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
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
        for text in ["", "22", "2022-13", "2023-02-29", "2022-2", "0000", "2022-02-28T00:00"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn last_days() {
        let last = |t| PartialDate::parse(t).unwrap().last_day().to_string();
        assert_eq!([last("2024"), last("2024-02"), last("2024-02-03")], ["2024-12-31", "2024-02-29", "2024-02-03"]);
    }
}
