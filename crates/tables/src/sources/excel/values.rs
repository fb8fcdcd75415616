//! Values of cells as texts.

use crate::sources::code_formats::CodeFormat;
use crate::sources::sheet_cells::CellContent;
use calamine::{CellErrorType, Data, ExcelDateTime};

/// Returns, for each style of a workbook, the format that makes codes of numbers.
pub(super) fn code_formats(styles: &[calamine::Style]) -> Vec<Option<CodeFormat>> {
    styles
        .iter()
        .map(|style| CodeFormat::of(&style.number_format.as_ref()?.format_code))
        .collect()
}

/// Returns a cell's value as text, so that it is read back as the same value; a number that its format makes a code
/// is a text as it is shown.
pub(super) fn text_of(value: &Data, code: Option<&CodeFormat>) -> (String, CellContent) {
    #[allow(
        clippy::cast_precision_loss,
        reason = "codes of more digits than a cell keeps are shown by no format"
    )]
    let number = match value {
        Data::Int(n) => Some(*n as f64),
        Data::Float(n) => Some(*n),
        _ => None,
    };
    if let Some(shown) = number
        .zip(code)
        .and_then(|(number, code)| code.text(number))
    {
        return (shown, CellContent::Code);
    }
    let text = match value {
        Data::Int(n) => n.to_string(),
        Data::Float(n) => n.to_string(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(moment) => text_of_moment(*moment),
        Data::Error(CellErrorType::GettingData) => "#GETTING_DATA".to_owned(),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    };
    let held = match value {
        Data::Error(_) => CellContent::Error,
        _ if number.is_some() => CellContent::Number,
        _ => CellContent::Text,
    };
    (text, held)
}

/// Returns a date where the time is midnight, a time where there is no date, else both; durations in hours.
pub(super) fn text_of_moment(moment: ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let value = moment.as_f64();
    let fraction = if milli == 0 {
        String::new()
    } else {
        format!(".{milli:03}")
    };
    if moment.is_duration() || (0.0..1.0).contains(&value) {
        let days = value.trunc() * 24.0;
        return format!(
            "{:02}:{minute:02}:{second:02}{fraction}",
            days + f64::from(hour)
        );
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second, milli) == (0, 0, 0, 0) {
        return date;
    }
    format!("{date}T{hour:02}:{minute:02}:{second:02}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn serials_in_both_date_systems() {
        let text = |value, is_1904| {
            text_of_moment(ExcelDateTime::new(
                value,
                ExcelDateTimeType::DateTime,
                is_1904,
            ))
        };
        // 45292 is 2024-01-01 by Excel's own DATE(2024,1,1); in the 1904 system it is 43830.
        assert_eq!(text(45292.0, false), "2024-01-01");
        assert_eq!(text(43830.0, true), "2024-01-01");
        assert_eq!(text(45292.5, false), "2024-01-01T12:00:00");
        assert_eq!(text(0.25, false), "06:00:00");
    }
}
