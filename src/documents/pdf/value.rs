//! Values of a PDF's objects.

use std::collections::BTreeMap;

/// A dictionary: values by the names of their keys.
pub(crate) type PdfDict = BTreeMap<String, PdfValue>;

/// A value of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum PdfValue {
    /// Null, true, false.
    Word(String),
    Number(f64),
    /// The bytes of a string.
    Text(Vec<u8>),
    Name(String),
    Array(Vec<PdfValue>),
    Dict(PdfDict),
    /// The number of another object.
    Reference(u32),
}

impl PdfValue {
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            PdfValue::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            PdfValue::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&[u8]> {
        match self {
            PdfValue::Text(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(crate) fn dict(&self) -> Option<&PdfDict> {
        match self {
            PdfValue::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    pub(crate) fn array(&self) -> Option<&[PdfValue]> {
        match self {
            PdfValue::Array(values) => Some(values),
            _ => None,
        }
    }

    /// Returns the number of the object that it refers to.
    pub(crate) fn reference(&self) -> Option<u32> {
        match self {
            PdfValue::Reference(number) => Some(*number),
            _ => None,
        }
    }
}

/// Returns a number as a whole one that is at least 0 and at most `most`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is clamped"
)]
pub(crate) fn whole(number: f64, most: u32) -> u32 {
    if number.is_nan() {
        0
    } else {
        number.clamp(0.0, f64::from(most)) as u32
    }
}
