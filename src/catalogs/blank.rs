//! Values that are left out of what is published: harvesters take absence better than a placeholder
//! (GSA/datagov-wptheme 384).

use serde_json::{Map, Number, Value};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A value that may be blank: absent, or an empty text, list or object.
///
/// Fields of published structs name it to serde: `#[serde(skip_serializing_if = "Blank::is_blank")]`.
pub(crate) trait Blank {
    /// Returns whether there is nothing to publish.
    fn is_blank(&self) -> bool;
}

impl<T: Blank> Blank for Option<T> {
    fn is_blank(&self) -> bool {
        self.as_ref().is_none_or(T::is_blank)
    }
}

impl<T: Blank + ?Sized> Blank for &T {
    fn is_blank(&self) -> bool {
        T::is_blank(self)
    }
}

impl Blank for str {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Blank for String {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Blank for Cow<'_, str> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Blank for [T] {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Blank for Vec<T> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Blank for BTreeSet<T> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Blank for Map<String, Value> {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Blank for Value {
    fn is_blank(&self) -> bool {
        match self {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            Value::Object(entries) => entries.is_empty(),
            Value::Bool(_) | Value::Number(_) => false,
        }
    }
}

/// Says of types that none of their values is blank.
macro_rules! never_blank {
    ($($type:ty),* $(,)?) => {
        $(impl Blank for $type {
            fn is_blank(&self) -> bool {
                false
            }
        })*
    };
}
pub(crate) use never_blank;

never_blank!(bool, char, i64, u32, u64, usize, [Number; 4]);
