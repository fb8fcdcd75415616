//! The pattern of ISO 8601 that says what another pattern says.

use super::{DateUnit, Moment, Pattern, PatternPart};
use crate::field_type::FieldType;

/// The parts of a date and a time that a pattern has.
#[derive(Debug, Default, PartialEq, Eq)]
struct IsoParts {
    year: bool,
    month: bool,
    day: bool,
    hour: bool,
    minute: bool,
    second: bool,
    fraction: bool,
    zone: bool,
    /// Of hours on a clock of twelve, which half of the day they are of.
    half: bool,
    of_half: bool,
}

impl IsoParts {
    fn of(pattern: &Pattern) -> IsoParts {
        let mut parts = IsoParts::default();
        for part in &pattern.parts {
            let said = match part {
                PatternPart::Literal(_) => continue,
                PatternPart::Number(DateUnit::Year | DateUnit::YearOfCentury, _) => &mut parts.year,
                PatternPart::Number(DateUnit::Month, _) | PatternPart::MonthName => {
                    &mut parts.month
                }
                PatternPart::Number(DateUnit::Day, _) => &mut parts.day,
                PatternPart::Number(DateUnit::Hour, _) => &mut parts.hour,
                PatternPart::Number(DateUnit::HourOfHalf, _) => &mut parts.of_half,
                PatternPart::Number(DateUnit::Minute, _) => &mut parts.minute,
                PatternPart::Number(DateUnit::Second, _) => &mut parts.second,
                PatternPart::HalfOfDay => &mut parts.half,
                PatternPart::Fraction => &mut parts.fraction,
                PatternPart::Zone => &mut parts.zone,
            };
            *said = true;
        }
        parts
    }

    fn has_date(&self) -> bool {
        self.year && self.month && self.day
    }

    fn has_no_date(&self) -> bool {
        !self.year && !self.month && !self.day
    }

    /// A time with minutes, whose parts lead to each other without a gap.
    fn has_clock(&self) -> bool {
        let hour = if self.of_half {
            self.half && !self.hour
        } else {
            self.hour
        };
        hour && self.minute && (self.second || !self.fraction)
    }

    fn has_no_clock(&self) -> bool {
        !(self.hour || self.of_half || self.minute || self.second || self.fraction || self.zone)
    }

    /// The time, no more precise than the pattern.
    fn clock(&self) -> String {
        let second = if self.second { ":%S" } else { "" };
        let fraction = if self.fraction { ".%f" } else { "" };
        let zone = if self.zone { "%z" } else { "" };
        format!("%H:%M{second}{fraction}{zone}")
    }
}

impl Pattern {
    /// Returns the pattern of ISO 8601 that says the same, no less and no more precisely; none where a column of this type
    /// holds less than the pattern says, or more.
    pub(crate) fn in_iso(&self, kind: FieldType) -> Option<Pattern> {
        let parts = IsoParts::of(self);
        let text = match kind {
            FieldType::Date if parts.has_date() && parts.has_no_clock() => "%Y-%m-%d".to_owned(),
            FieldType::YearMonth
                if parts.year && parts.month && !parts.day && parts.has_no_clock() =>
            {
                "%Y-%m".to_owned()
            }
            FieldType::Time if parts.has_no_date() && parts.has_clock() => parts.clock(),
            FieldType::DateTime if parts.has_date() && parts.has_clock() => {
                format!("%Y-%m-%dT{}", parts.clock())
            }
            _ => return None,
        };
        Pattern::strict(&text)
    }

    /// Writes what a cell says in another pattern, one of [`Pattern::in_iso`], with the very digits of its fraction. None
    /// where the cell does not fit.
    pub(crate) fn rewrite(&self, cell: &str, to: &Pattern, out: &mut String) -> Option<()> {
        let (moment, fraction) = self.read_with_fraction(cell)?;
        let parts = IsoParts::of(to);
        if parts.has_date() {
            moment.write_date(out);
        } else if parts.year {
            moment.write_month(out);
        }
        if parts.has_date() && parts.hour {
            out.push('T');
        }
        if parts.hour {
            write_clock(&moment, fraction, &parts, out);
        }
        Some(())
    }
}

fn write_clock(moment: &Moment, fraction: usize, parts: &IsoParts, out: &mut String) {
    moment.write_minutes(out);
    if parts.second {
        moment.write_seconds(out);
    }
    if parts.fraction {
        out.push('.');
        out.push_str(&format!("{:09}", moment.nanos)[..fraction.min(9)]);
    }
    moment.write_zone(out);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(kind: FieldType, pattern: &str, cell: &str) -> Option<(String, String)> {
        let pattern = Pattern::lenient(pattern).unwrap();
        let to = pattern.in_iso(kind)?;
        let mut out = String::new();
        pattern.rewrite(cell, &to, &mut out)?;
        Some((to.text(), out))
    }

    #[test]
    fn what_is_said_is_said_in_iso_8601_no_more_and_no_less_precisely() {
        use FieldType::{Date, DateTime, Time, YearMonth};
        for (kind, pattern, cell, to, out) in [
            (Date, "%d/%m/%Y", "3/12/2014", "%Y-%m-%d", "2014-12-03"),
            (Date, "%d-%b-%y", "03-ene-24", "%Y-%m-%d", "2024-01-03"),
            (YearMonth, "%m/%Y", "02/2024", "%Y-%m", "2024-02"),
            (
                DateTime,
                "%d/%m/%Y %H:%M",
                "03/02/2018 10:21",
                "%Y-%m-%dT%H:%M",
                "2018-02-03T10:21",
            ),
            (
                DateTime,
                "%Y-%m-%d %H:%M:%S",
                "2018-02-03 10:21:42",
                "%Y-%m-%dT%H:%M:%S",
                "2018-02-03T10:21:42",
            ),
            (
                DateTime,
                "%m/%d/%Y %I:%M %p",
                "5/19/2006 12:30 AM",
                "%Y-%m-%dT%H:%M",
                "2006-05-19T00:30",
            ),
            (
                DateTime,
                "%d.%m.%Y %H:%M:%S.%f%z",
                "01.02.2020 03:04:05.250+0530",
                "%Y-%m-%dT%H:%M:%S.%f%z",
                "2020-02-01T03:04:05.250+05:30",
            ),
            (Time, "%I:%M %p", "1:05 pm", "%H:%M", "13:05"),
        ] {
            assert_eq!(
                iso(kind, pattern, cell),
                Some((to.to_owned(), out.to_owned())),
                "{pattern} {cell}"
            );
        }
        // A date that says a time too, and times that lack the hour's half or the seconds before their fraction.
        for (kind, pattern) in [
            (Date, "%d/%m/%Y %H:%M"),
            (Time, "%I:%M"),
            (DateTime, "%d/%m/%Y"),
            (Date, "%d/%m"),
            (Time, "%H:%M.%f"),
        ] {
            assert_eq!(
                Pattern::lenient(pattern).unwrap().in_iso(kind),
                None,
                "{pattern}"
            );
        }
    }
}
