//! What a portal declares as an office's contact, which is no finding wherever it is.

use std::collections::BTreeSet;
use std::sync::Arc;

/// Addresses and numbers of offices, as a portal declares them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeclaredContacts(Arc<BTreeSet<String>>);

impl DeclaredContacts {
    /// Returns these addresses and numbers, however they are written.
    pub fn new<'v>(values: impl IntoIterator<Item = &'v str>) -> DeclaredContacts {
        let keys = values.into_iter().map(key).filter(|key| !key.is_empty());
        DeclaredContacts(Arc::new(keys.collect()))
    }

    /// Returns by what each is known, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether this address or number is one of them.
    pub fn holds(&self, value: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&key(value))
    }
}

/// Returns what a value is known by: an address in small letters without its scheme, a number by its last ten digits.
fn key(value: &str) -> String {
    let value = value.trim();
    let value = value.split_once(':').map_or(value, |(_, rest)| rest);
    if value.contains('@') || value.chars().any(char::is_alphabetic) {
        return value.to_lowercase();
    }
    let digits: Vec<char> = value.chars().filter(char::is_ascii_digit).collect();
    digits[digits.len().saturating_sub(10)..].iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_known_however_it_is_written() {
        let declared = DeclaredContacts::new(["mailto:Datos@oficina.test", "+52 55 1234 5678"]);
        assert!(declared.holds("datos@oficina.test") && declared.holds("(55) 1234-5678"));
        assert!(!declared.holds("ana@oficina.test") && !declared.holds("55 1234 5679"));
        assert!(!DeclaredContacts::new([""]).holds(""));
    }
}
