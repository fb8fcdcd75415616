//! What a cell may have been before a spreadsheet program wrote it anew: dates as local forms or numbers of days, whole
//! numbers with separators, truths in capitals, line breaks of Windows.

use crate::source::asked::FactForm;
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The day that spreadsheets count from.
const FIRST_DAY: Date = jiff::civil::date(1899, 12, 30);

/// Numbers of days that are dates: from 1954 to 2119.
const SERIALS: std::ops::RangeInclusive<i32> = 20_000..=80_000;

/// How months begin in English and Spanish, three letters each.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene"],
    &["feb"],
    &["mar"],
    &["apr", "abr"],
    &["may"],
    &["jun"],
    &["jul"],
    &["aug", "ago"],
    &["sep"],
    &["oct"],
    &["nov"],
    &["dec", "dic"],
];

/// Returns the texts that a cell can mean: first what stands there.
pub(super) fn readings(cell: &str, form: Option<&FactForm>) -> Vec<String> {
    let text = cell.replace("\r\n", "\n").replace('\u{a0}', " ");
    let text = text.trim();
    let guarded = text.strip_prefix('\'');
    let text = guarded
        .filter(|rest| rest.starts_with(['=', '+', '-', '@']))
        .unwrap_or(text);
    let mut all = vec![text.to_owned()];
    for day in days(text, form) {
        all.push(day.to_string());
        if day.day() == 1 {
            all.push(day.strftime("%Y-%m").to_string());
        }
        if day.day() == 1 && day.month() == 1 {
            all.push(day.strftime("%Y").to_string());
        }
    }
    all.extend(whole_number(text));
    let truth = match text.to_lowercase().as_str() {
        "sí" | "si" | "true" | "verdadero" | "yes" => Some("yes"),
        "no" | "false" | "falso" => Some("no"),
        _ => None,
    };
    all.extend(truth.map(str::to_owned));
    let mut seen: Vec<String> = Vec::new();
    all.retain(|own| {
        let is_new = !seen.contains(own);
        seen.push(own.clone());
        is_new
    });
    all
}

/// Whether two texts are the same number, whatever zeros a program took from its beginning or end.
pub(super) fn is_same_number(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let is_number = !text.is_empty()
            && text.chars().all(|c| c.is_ascii_digit() || c == '.')
            && text.matches('.').count() <= 1;
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
        is_number.then(|| format!("{whole}.{part}"))
    };
    plain(one).is_some_and(|own| plain(other).as_ref() == Some(&own))
}

/// Returns the days that a text can mean.
fn days(text: &str, form: Option<&FactForm>) -> Vec<Date> {
    let day = text.split([' ', 'T']).next().unwrap_or(text);
    let time = text[day.len()..].trim_start_matches([' ', 'T']);
    let is_midnight = time.chars().all(|c| matches!(c, '0' | ':' | '.' | 'Z'));
    if !is_midnight {
        return Vec::new();
    }
    if form == Some(&FactForm::Date)
        && let Ok(count) = day.parse::<i32>()
        && SERIALS.contains(&count)
    {
        let span: Span = count.days();
        return FIRST_DAY.checked_add(span).into_iter().collect();
    }
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    match parts[..] {
        [year, month, last] if year.len() == 4 => one(year, month, last).into_iter().collect(),
        [first, second, year] => {
            let mut both: Vec<Date> = [one(year, second, first), one(year, first, second)]
                .into_iter()
                .flatten()
                .collect();
            both.dedup();
            both
        }
        // A month by its name: `feb-24`.
        [month, year] if month.parse::<u8>().is_err() => {
            one(year, month, "1").into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn one(year: &str, month: &str, day: &str) -> Option<Date> {
    let mut number: i16 = year.parse().ok()?;
    number += match year.len() {
        2 => 2000,
        4 => 0,
        _ => return None,
    };
    let named = || {
        let begun: String = month.to_lowercase().chars().take(3).collect();
        let at = MONTHS.iter().position(|names| names.contains(&&*begun));
        at.and_then(|at| i8::try_from(at + 1).ok())
    };
    let month = month.parse().ok().or_else(named)?;
    Date::new(number, month, day.parse().ok()?).ok()
}

/// Returns a whole number without separators of thousands and empty decimals.
fn whole_number(text: &str) -> Option<String> {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || ",.".contains(c));
    if !is_number {
        return None;
    }
    let (whole, part) = match text.rfind([',', '.']) {
        Some(at) if text.len() - at != 4 => (&text[..at], &text[at + 1..]),
        _ => (text, ""),
    };
    let groups: Vec<&str> = whole.split([',', '.']).collect();
    let are_thousands = groups.iter().skip(1).all(|group| group.len() == 3);
    let is_whole = part.chars().all(|c| c == '0');
    (are_thousands && is_whole).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheets_forms_are_among_the_readings() {
        let date = Some(&FactForm::Date);
        for (cell, form, meant) in [
            ("2024-02-01", date, "2024-02"),
            ("2024-02-01 00:00:00", date, "2024-02-01"),
            ("01/02/2024", date, "2024-02"),
            ("1/2/24", date, "2024-01-02"),
            ("feb-24", date, "2024-02"),
            ("Ene-2024", date, "2024"),
            ("45323", date, "2024-02-01"),
            ("1,234.00", None, "1234"),
            ("1.234", None, "1234"),
            ("'=SUM(1)", None, "=SUM(1)"),
            ("a\r\nb ", None, "a\nb"),
            ("FALSO", None, "no"),
        ] {
            let all = readings(cell, form);
            assert!(all.iter().any(|own| own == meant), "{cell}: {all:?}");
        }
        // A number of a fact that is no date stays one.
        assert_eq!(readings("45323", None), ["45323"]);
        assert_eq!(readings("'quoted'", None), ["'quoted'"]);
        assert!(is_same_number("0005", "5") && is_same_number("1.10", "1.1"));
        assert!(!is_same_number("5", "50") && !is_same_number("a", "a"));
    }
}
