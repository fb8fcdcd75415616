//! What a cell that is not of its column's type was probably meant for, so that the finding can name the mend.

use crate::finding::Finding;
use tragaluz_text::date_fault::{DateFault, fault, meant};

/// Adds what the message says of a cell that is not of the type `kind`.
pub(super) fn of(finding: Finding, kind: &str, cell: &str) -> Finding {
    let cell = cell.trim();
    match kind {
        "number" | "integer" => finding.arg("hint", number(kind, cell)),
        "date" | "datetime" => date(finding, cell),
        "boolean" => finding.arg("hint", "boolean"),
        _ => finding.arg("hint", "none"),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a text is a whole number, its thousands divided by this mark or not at all.
fn is_whole(text: &str, mark: char) -> bool {
    is_number(text)
        || text
            .split(mark)
            .enumerate()
            .all(|(at, part)| is_number(part) && (part.len() == 3 || at == 0 && part.len() < 3))
}

fn number(kind: &str, cell: &str) -> &'static str {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let comma = digits.split_once(',');
    match comma {
        Some((whole, decimals))
            if is_number(whole) && is_number(decimals) && decimals.len() == 3 =>
        {
            "comma"
        }
        Some((whole, decimals)) if is_whole(whole, '.') && is_number(decimals) => "decimal-comma",
        Some(_) if is_whole(digits.split('.').next().unwrap_or_default(), ',') => "group-comma",
        _ if kind == "integer"
            && digits
                .split_once('.')
                .is_some_and(|(a, b)| is_number(a) && is_number(b)) =>
        {
            "decimals"
        }
        _ if has_sign(digits) => "bare",
        _ => "none",
    }
}

/// Whether signs of money or a share are around a number.
fn has_sign(text: &str) -> bool {
    let inner = text.trim_matches(|c: char| !c.is_ascii_digit());
    let is_number = inner
        .bytes()
        .all(|b| b.is_ascii_digit() || b".,".contains(&b));
    is_number && !inner.is_empty() && inner != text
}

fn date(finding: Finding, cell: &str) -> Finding {
    let why = fault(cell);
    let parts = cell.split(['/', '.', '-']).count();
    match why {
        DateFault::Day { month, days } => {
            let finding = finding.arg("hint", "day").arg("month", month);
            finding.arg("days", days.unsigned_abs().to_string())
        }
        DateFault::Month => finding.arg("hint", "month"),
        _ => match meant(cell) {
            Some(date) => finding.arg("hint", "order").arg("near", date),
            None if parts == 3
                && cell
                    .bytes()
                    .all(|b| b.is_ascii_digit() || b"/.-".contains(&b)) =>
            {
                finding.arg("hint", "format")
            }
            None => finding.arg("hint", "none"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arg::Arg;
    use crate::finding::codes;

    fn hint(kind: &str, cell: &str) -> String {
        let finding = of(Finding::new(codes::DATA_NOT_OF_TYPE), kind, cell);
        match &finding.args[0] {
            ("hint", Arg::Text(hint)) => hint.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_was_meant_is_told_by_the_cell() {
        for (kind, cell, expected) in [
            ("number", "11,5", "decimal-comma"),
            ("number", "-0,25", "decimal-comma"),
            ("number", "1.234,50", "decimal-comma"),
            ("integer", "11,5", "decimal-comma"),
            ("number", "1,234", "comma"),
            ("number", "1,234,567.8", "group-comma"),
            ("integer", "11.5", "decimals"),
            ("number", "$ 12.50", "bare"),
            ("number", "15 %", "bare"),
            ("number", "n. d.", "none"),
            ("number", "12a", "bare"),
            ("date", "2026-02-30", "day"),
            ("date", "2026-13-01", "month"),
            ("date", "28/02/2022", "order"),
            ("date", "02/03/2022", "format"),
            ("date", "pronto", "none"),
            ("boolean", "claro", "boolean"),
            ("time", "25:00", "none"),
        ] {
            assert_eq!(hint(kind, cell), expected, "{kind} {cell}");
        }
    }
}
