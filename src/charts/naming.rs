//! What columns are called in a title: in words, or not at all.

use crate::text::lang::Lang;
use crate::text::phrase::Phrase;
use crate::text::slug::slug;
use crate::text::words::Words;
use tragaluz_tables::Column;

/// Longest description that stands for a title, in characters.
const LONGEST_TITLE: usize = 80;

/// Names that say no more than that there is a value.
const GENERIC: &[&str] = &[
    "value",
    "values",
    "valor",
    "valores",
    "dato",
    "datos",
    "data",
    "obs-value",
    "valeur",
];

/// Words without a vowel that are no abbreviations a reader would not know.
const KNOWN: &[&str] = &[
    "km", "kg", "mm", "cm", "vs", "tv", "pm", "hr", "st", "nd", "rd", "th",
];

/// Returns whether a column has a title or a description in words.
pub(crate) fn is_described(column: &Column) -> bool {
    has_title(column) || brief(&column.description).is_some()
}

/// Returns whether a reader can be told what a column is: by its title, its description, or a name made of words
/// (`Población total`, never `pob_tot` or `popTotal`).
pub(crate) fn is_named_in_words(column: &Column) -> bool {
    is_described(column) || is_in_words(&column.name)
}

/// Returns whether a column is called no more than `value`.
pub(crate) fn is_generic(column: &Column) -> bool {
    !is_described(column) && GENERIC.contains(&slug(&column.name).as_str())
}

/// Returns what a column is called for a reader of `page`'s language: its title, its description where that is short, or its
/// name.
pub(crate) fn column_words(column: &Column, page: &Lang) -> Phrase {
    let title = Some(&column.title).filter(|_| has_title(column));
    let title = title.and_then(|title| Phrase::of(title, page));
    let words = title.or_else(|| {
        let said = column.description.said(page)?;
        let first = first_sentence(said.text)?;
        (!is_in_words(&column.name)).then(|| Phrase::in_lang(first, said.lang, page))
    });
    words.unwrap_or_else(|| Phrase::new(&column.name))
}

fn has_title(column: &Column) -> bool {
    let mut titles = column.title.all();
    titles.any(|(_, title)| is_in_words(title))
}

/// Returns the first sentence of a description; `None` where it is too long for a title.
fn brief(description: &Words) -> Option<&str> {
    description.all().find_map(|(_, text)| first_sentence(text))
}

fn first_sentence(text: &str) -> Option<&str> {
    let text = text.trim();
    let end = text.find(". ").unwrap_or(text.len());
    let first = text[..end].trim_end_matches('.');
    (!first.is_empty() && first.chars().count() <= LONGEST_TITLE).then_some(first)
}

/// Returns whether a name reads as words, and not as a machine's (`Avail_seat_km_per_week`, `incidents85`, `pct`).
fn is_in_words(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let least = if name.is_ascii() { 2 } else { 1 };
    letters >= least
        && !name.contains(['_', '\\', '=', '#', '|', '{', '<'])
        && (name.split(|c: char| c.is_whitespace() || "-/()%,;:'".contains(c))).all(is_word)
}

/// Returns whether a piece of a name is a word, a number, or an acronym in capitals.
fn is_word(piece: &str) -> bool {
    let piece = piece.trim_matches('.');
    let has = |of: fn(&char) -> bool| piece.chars().any(|c| of(&c));
    if !has(|c| c.is_lowercase()) {
        return true;
    }
    let letters: Vec<char> = piece.chars().collect();
    let is_camel = letters
        .windows(2)
        .any(|two| two[0].is_lowercase() && two[1].is_uppercase());
    if is_camel || has(char::is_ascii_digit) || piece.contains('.') {
        return false;
    }
    let folded = slug(piece);
    folded.len() < 2 || folded.contains(['a', 'e', 'i', 'o', 'u', 'y']) || KNOWN.contains(&&*folded)
}

#[cfg(test)]
mod tests {
    use super::{first_sentence, is_in_words};

    #[test]
    fn a_machine_s_name_is_known() {
        for words in [
            "Población",
            "poblacion total",
            "Average vehicle speed (km/h)",
            "GDP per capita",
            "CO2",
            "Losses incurred by insurers ($)",
            "人口",
            "السكان",
            "Trips of 2020",
            "Número de víctimas",
        ] {
            assert!(is_in_words(words), "{words}");
        }
        for name in [
            "Avail_seat_km_per_week",
            "incidents85",
            "popTotal",
            "pct",
            "x",
            "pop.total",
            "",
            "123",
        ] {
            assert!(!is_in_words(name), "{name}");
        }
    }

    #[test]
    fn a_short_description_is_a_title() {
        assert_eq!(first_sentence("People. At home."), Some("People"));
        assert_eq!(first_sentence("People."), Some("People"));
        assert_eq!(first_sentence(&"x".repeat(200)), None);
    }
}
