//! Why a text is no date, and which date it may have been meant for.

use super::date::PartialDate;
use jiff::civil::Date;

/// What keeps a text from being a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// The month has fewer days.
    Day {
        /// Year and month.
        month: PartialDate,
        /// How many days it has.
        days: i8,
    },
    /// There are twelve months.
    Month,
    /// The day is right, and what follows it is no time of day.
    Time,
    /// It is written in another order or with other signs.
    Form,
}

impl DateFault {
    /// Returns its name in messages.
    pub fn id(self) -> &'static str {
        match self {
            DateFault::Day { .. } => "day",
            DateFault::Month => "month",
            DateFault::Time => "time",
            DateFault::Form => "form",
        }
    }
}

/// Why a text that [`PartialDate::parse_day`] does not read is no date.
///
/// ```
/// use tragaluz_text::date_fault::{fault, meant};
/// assert_eq!(fault("2026-02-30").id(), "day");
/// assert_eq!(meant("28/02/2022").unwrap().to_string(), "2022-02-28");
/// ```
pub fn fault(text: &str) -> DateFault {
    let (day, time) = text.split_once(['T', 't', ' ']).unwrap_or((text, ""));
    let parts: Vec<&str> = day.split('-').collect();
    let numbers: Option<Vec<i16>> = parts.iter().map(|part| number(part)).collect();
    match (parts.first().map(|year| year.len()), numbers.as_deref()) {
        (Some(4), Some([_, month] | [_, month, _])) if !(1..=12).contains(month) => {
            DateFault::Month
        }
        (Some(4), Some([year, month, day])) => match last_of(*year, *month) {
            Some(last) if *day < 1 || *day > i16::from(last.day()) => {
                let month = PartialDate {
                    year: *year,
                    month: Some(last.month()),
                    day: None,
                };
                DateFault::Day {
                    month,
                    days: last.day(),
                }
            }
            _ if !time.is_empty() => DateFault::Time,
            _ => DateFault::Form,
        },
        _ => DateFault::Form,
    }
}

/// The one date that a text in another form can mean: `28/02/2022`, `2022/2/28`, `02.2022`. None where day and month could
/// be exchanged, and where there is no such day.
pub fn meant(text: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    let numbers: Vec<i16> = parts
        .iter()
        .map(|part| number(part))
        .collect::<Option<_>>()?;
    let year_first = parts.first()?.len() == 4;
    let year_last = parts.last()?.len() == 4;
    match numbers[..] {
        [year, month] if year_first => date(year, month, None),
        [month, year] if year_last => date(year, month, None),
        [year, month, day] if year_first => date(year, month, Some(day)),
        [first, second, year] if year_last && first > 12 => date(year, second, Some(first)),
        [first, second, year] if year_last && (second > 12 || first == second) => {
            date(year, first, Some(second))
        }
        _ => None,
    }
}

fn date(year: i16, month: i16, day: Option<i16>) -> Option<PartialDate> {
    let (month, day) = (
        i8::try_from(month).ok()?,
        day.map(i8::try_from).transpose().ok()?,
    );
    Date::new(year, month, day.unwrap_or(1)).ok()?;
    (year > 0).then_some(PartialDate {
        year,
        month: Some(month),
        day,
    })
}

fn last_of(year: i16, month: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, 1)
        .ok()
        .map(Date::last_of_month)
}

fn number(text: &str) -> Option<i16> {
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_told() {
        for (text, why) in [
            ("2026-02-30", "day"),
            ("2026-2-30", "day"),
            ("2025-04-31T10:00:00Z", "day"),
            ("2025-04-00", "day"),
            ("2026-13-01", "month"),
            ("2026-00", "month"),
            ("2026-02-03T25:00:00Z", "time"),
            ("30/02/2026", "form"),
            ("soon", "form"),
            ("", "form"),
        ] {
            assert_eq!(fault(text).id(), why, "{text}");
        }
        let february = |year: &str| match fault(&format!("{year}-02-30")) {
            DateFault::Day { month, days } => (month.to_string(), days),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            [february("2026"), february("2024")],
            [("2026-02".into(), 28), ("2024-02".into(), 29)]
        );
    }

    #[test]
    fn only_what_can_mean_one_day_is_named() {
        let named = |text| meant(text).map(|date| date.to_string());
        for (text, date) in [
            ("28/02/2022", "2022-02-28"),
            ("2.28.2022", "2022-02-28"),
            ("2022/2/3", "2022-02-03"),
            ("05-05-2022", "2022-05-05"),
            ("02/2022", "2022-02"),
            ("2022-2", "2022-02"),
        ] {
            assert_eq!(named(text).as_deref(), Some(date), "{text}");
        }
        for unclear in [
            "02/03/2022",
            "31/02/2022",
            "2026-02-30",
            "1/2/22",
            "soon",
            "",
        ] {
            assert_eq!(named(unclear), None, "{unclear}");
        }
    }
}
