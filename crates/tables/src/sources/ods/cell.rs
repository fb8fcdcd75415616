//! What the tag of a document's cell says of its value.

use crate::sources::ods::attributes::{malformed, repeated};
use crate::unreadable::Unreadable;
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use quick_xml::events::attributes::Attribute;

/// Returns a number with zeros before it that it is shown with.
pub(crate) fn with_zeros(words: &str, number: f64) -> Option<String> {
    let is_code =
        words.len() > 1 && words.starts_with('0') && words.bytes().all(|b| b.is_ascii_digit());
    (is_code && words.parse() == Ok(number)).then(|| words.to_owned())
}

/// What a cell's tag says.
#[derive(Default)]
pub(crate) struct OdsCellTag {
    kind: Option<String>,
    /// What the program says of the kind beyond the standard: an error.
    own_kind: Option<String>,
    value: Option<String>,
    pub(crate) style: Option<String>,
    pub(crate) formula: Option<String>,
    /// How often the cell is repeated.
    pub(crate) times: u64,
    /// The rows below its own that it covers.
    pub(crate) covers: u32,
}

impl OdsCellTag {
    /// Parses the tag of a cell.
    ///
    /// # Errors
    /// When it is no XML.
    pub(crate) fn of(tag: &BytesStart<'_>) -> Result<OdsCellTag, Unreadable> {
        let mut cell = OdsCellTag {
            times: repeated(tag, "columns")?,
            ..OdsCellTag::default()
        };
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(malformed)?;
            match attribute.key.as_ref() {
                "office:value-type" => cell.kind = Some(text(&attribute)?),
                "calcext:value-type" => cell.own_kind = Some(text(&attribute)?),
                "office:value"
                | "office:boolean-value"
                | "office:date-value"
                | "office:time-value"
                | "office:string-value" => cell.value = Some(text(&attribute)?),
                "table:style-name" => cell.style = Some(text(&attribute)?),
                "table:formula" => cell.formula = Some(text(&attribute)?),
                "table:number-rows-spanned" => {
                    let rows = text(&attribute)?.parse().unwrap_or(1u32);
                    cell.covers = rows.clamp(1, 1 << 20) - 1;
                }
                _ => {}
            }
        }
        Ok(cell)
    }

    /// Whether its formula failed, by what the program says beyond the standard.
    pub(crate) fn is_error(&self) -> bool {
        self.own_kind.as_deref() == Some("error")
    }

    fn kind(&self) -> Option<&str> {
        self.kind.as_deref().or(self.own_kind.as_deref())
    }

    /// Whether it holds a text.
    pub(crate) fn is_text(&self) -> bool {
        self.kind() == Some("string")
    }

    /// Returns the number that it holds.
    pub(crate) fn number(&self) -> Option<f64> {
        let is_number = matches!(self.kind(), Some("float" | "currency" | "percentage"));
        self.value.as_deref().filter(|_| is_number)?.parse().ok()
    }

    /// Its value in the text that reads back as it; none for a text, which is in its paragraphs, as what a formula says
    /// that failed does.
    pub(crate) fn value(&self) -> Option<String> {
        let value = self.value.clone();
        match self.kind() {
            _ if self.is_error() => None,
            Some("date") => value.map(|date| {
                date.strip_suffix("T00:00:00")
                    .map(str::to_owned)
                    .unwrap_or(date)
            }),
            Some("time") => value.map(|time| clock(&time).unwrap_or(time)),
            Some("float" | "currency" | "percentage" | "boolean" | "string") => value,
            _ => None,
        }
    }
}

/// Returns the value of an attribute.
fn text(attribute: &Attribute<'_>) -> Result<String, Unreadable> {
    let text = attribute
        .normalized_value(XmlVersion::Implicit1_0)
        .map_err(malformed)?;
    Ok(text.into_owned())
}

/// Returns a duration in hours, minutes and seconds as a time: `PT06H30M00S` as `06:30:00`.
fn clock(duration: &str) -> Option<String> {
    let rest = duration.strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.replace(',', ".");
    let (whole, fraction) = seconds.split_once('.').unwrap_or((&seconds, ""));
    let fraction = fraction.trim_end_matches('0');
    let fraction = if fraction.is_empty() {
        String::new()
    } else {
        format!(".{fraction}")
    };
    Some(format!("{hours:0>2}:{minutes:0>2}:{whole:0>2}{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn times() {
        assert_eq!(clock("PT06H30M00S").as_deref(), Some("06:30:00"));
        assert_eq!(clock("PT6H3M0.500S").as_deref(), Some("06:03:00.5"));
        assert_eq!(clock("P1D"), None);
    }
}
