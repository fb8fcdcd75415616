//! Words that a search finds things by and that no page spells out: identifiers as people type them, initials, years, and
//! the values of a table's columns.

use crate::source::fields::Spanned;
use crate::text::date::PartialDate;
use tragaluz_tables::{Column, FieldType, Table};

/// Years of a period that are words of their own; of a longer one only the first and the last.
const MOST_YEARS: i16 = 200;

/// Returns the forms in which people type an identifier of letters and a number: with and without its leading zeros, with
/// and without the country before it, its parts alone. Others have no forms but their own.
pub(super) fn forms_of_id(id: &str) -> Vec<String> {
    let mut forms = vec![id.to_owned()];
    let Some(at) = id.find(|c: char| c.is_ascii_digit()) else {
        return forms;
    };
    let (letters, digits) = id.split_at(at);
    let is_plain = letters.bytes().all(|b| b.is_ascii_alphabetic())
        && digits.bytes().all(|b| b.is_ascii_digit());
    if !is_plain {
        return forms;
    }
    let short = digits.trim_start_matches('0');
    forms.extend([digits.to_owned(), short.to_owned(), letters.to_owned()]);
    forms.push(format!("{letters}{short}"));
    // The first two letters are the country's (ISO 3166-1), the others the member's.
    if letters.len() > 3 {
        let (country, member) = letters.split_at(2);
        forms.extend([country.to_owned(), member.to_owned()]);
        forms.extend([digits, short].map(|number| format!("{member}{number}")));
    }
    forms
}

/// Returns the initials of an institution's name, of its words that begin with a capital; none of fewer than three.
pub(super) fn initials(name: &str) -> Option<String> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    let firsts = words.filter_map(|word| word.chars().next());
    let initials: String = firsts.filter(|c| c.is_uppercase()).collect();
    (3..=8)
        .contains(&initials.chars().count())
        .then_some(initials)
}

/// Returns the first and the last year of a period of which at least one end is known.
pub(super) fn period_of(
    start: Option<&Spanned<PartialDate>>,
    end: Option<&Spanned<PartialDate>>,
) -> Option<[i16; 2]> {
    let (start, end) = (start.or(end)?, end.or(start)?);
    Some([start.value.year, end.value.year])
}

/// Returns the years of a period.
pub(super) fn years(period: Option<[i16; 2]>) -> Vec<String> {
    let Some([from, to]) = period else {
        return Vec::new();
    };
    if to.saturating_sub(from) > MOST_YEARS {
        return vec![from.to_string(), to.to_string()];
    }
    (from..=to).map(|year| year.to_string()).collect()
}

/// Returns the values of a table's columns that are categories or years.
pub(super) fn category_values(table: &Table) -> impl Iterator<Item = String> {
    let columns = table.columns.iter();
    columns.flat_map(|column| {
        let values = column.categories().map(str::to_owned);
        values.chain(years_in(column)).collect::<Vec<_>>()
    })
}

/// Returns the years of a column of years, from its first to its last.
fn years_in(column: &Column) -> Vec<String> {
    let year = |text: &Option<String>| text.as_ref()?.trim().parse::<i16>().ok();
    let ends = (column.kind == FieldType::Year)
        .then(|| year(&column.profile.min).zip(year(&column.profile.max)))
        .flatten();
    years(ends.map(|(from, to)| [from, to]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_found_however_they_are_typed() {
        let forms = forms_of_id("MXSPG0003");
        for form in [
            "MXSPG0003",
            "MXSPG3",
            "0003",
            "3",
            "SPG3",
            "SPG0003",
            "MX",
            "SPG",
        ] {
            assert!(forms.iter().any(|one| one == form), "{form}: {forms:?}");
        }
        assert_eq!(forms_of_id("open-data-2"), ["open-data-2"]);
        assert_eq!(forms_of_id("MX0000").len(), 5);
    }

    #[test]
    fn initials_are_of_capitals() {
        let of = |name| initials(name);
        assert_eq!(of("Comisión Nacional del Agua").as_deref(), Some("CNA"));
        assert_eq!(of("Consejo Nuevo León"), Some("CNL".into()));
        assert_eq!(of("Ayuntamiento"), None);
    }

    #[test]
    fn years_are_those_of_the_whole_period() {
        assert_eq!(years(Some([2022, 2024])), ["2022", "2023", "2024"]);
        assert_eq!(years(Some([1000, 2024])), ["1000", "2024"]);
        assert!(years(None).is_empty());
    }
}
