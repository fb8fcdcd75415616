//! Dates as contexts have them: ISO text as precise as the source.

use crate::source::fields::Spanned;
use crate::text::date::PartialDate;

/// Returns the date that a source gives, as text.
pub(crate) fn given(date: Option<&Spanned<PartialDate>>) -> Option<String> {
    date.map(|date| date.value.to_string())
}
