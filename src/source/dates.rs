//! The finding that a text is no date.

use crate::diag::{Diagnostic, codes};
use crate::text::date_fault::{DateFault, fault, meant};

/// The finding that a text is no date, still without a place.
pub(crate) fn wrong_date(text: &str) -> Diagnostic {
    let why = fault(text);
    let near = meant(text).map_or_else(|| "none".to_owned(), |date| date.to_string());
    let finding = Diagnostic::new(&codes::WRONG_DATE)
        .arg("text", text)
        .arg("why", why.id())
        .arg("near", near);
    match why {
        DateFault::Day { month, days } => finding
            .arg("month", month)
            .arg("days", days.unsigned_abs().to_string()),
        _ => finding,
    }
}
