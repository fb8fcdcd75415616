//! Signs and blanks around numbers.

use tragaluz_text::unseen;

/// What is before and after the numbers of a column: a currency sign, a percent sign. Blanks are not counted, but
/// `padded` says that there are some.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Affixes {
    /// Sign before the digits, such as `$`.
    pub(crate) before: String,
    /// Sign after the digits, such as `%`.
    pub(crate) after: String,
    /// Whether blanks are between the signs and the digits.
    pub(crate) padded: bool,
}

impl Affixes {
    /// Whether nothing but blanks is there.
    pub(crate) fn is_blank(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }
}

/// Signs that are before or after numbers.
const BEFORE: &[&str] = &[
    "", "$", "€", "£", "¥", "MX$", "US$", "R$", "C$", "Q", "S/", "₡", "₲", "₹", "USD", "MXN",
    "EUR", "CHF",
];
const AFTER: &[&str] = &[
    "", "%", "€", "$", "£", "EUR", "USD", "MXN", "CHF", "kr", "zł", "Kč", "Ft", "₽", "₴", "₺",
];

/// The number in a cell, and what is around it; none where that is no known sign.
pub(crate) fn bare(cell: &str) -> Option<(&str, Affixes)> {
    let start = cell.find(|c: char| c.is_ascii_digit() || c == '-')?;
    let end = cell.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (before, after) = (cell.get(..start)?, cell.get(end..)?);
    let (sign_before, sign_after) = (unseen::trim(before), unseen::trim(after));
    let known = BEFORE.contains(&sign_before) && AFTER.contains(&sign_after);
    let padded = before != sign_before || after != sign_after;
    known.then(|| {
        (
            &cell[start..end],
            Affixes {
                before: sign_before.into(),
                after: sign_after.into(),
                padded,
            },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_signs_only() {
        let core = |cell| {
            bare(cell).map(|(core, around)| (core, around.before, around.after, around.padded))
        };
        assert_eq!(
            core(" $1,234.50 "),
            Some(("1,234.50", "$".into(), String::new(), true))
        );
        assert_eq!(
            core("\u{200e}12\u{a0}"),
            Some(("12", String::new(), String::new(), true))
        );
        assert_eq!(
            core("-12%"),
            Some(("-12", String::new(), "%".into(), false))
        );
        assert_eq!(core("A1"), None);
        assert_eq!(core("$"), None);
    }
}
