//! Names of columns as a reader meets them, where nobody gave a title, and where two have the same.

use crate::pages::context::PreviewColumn;
use crate::text::lang::Lang;

/// Says in which language each column is of those that share their title, such as `title_es` and `title_en`.
pub(crate) fn tell_apart(mut columns: Vec<PreviewColumn>) -> Vec<PreviewColumn> {
    let titles: Vec<_> = columns.iter().map(|c| c.title.clone()).collect();
    for column in &mut columns {
        let same = titles.iter().filter(|title| **title == column.title);
        let tag = column.name.rsplit_once('_').map(|(_, tag)| tag);
        column.said_in = tag
            .filter(|tag| column.title.is_some() && Lang::parse(tag).is_some())
            .filter(|_| same.count() > 1)
            .map(str::to_owned);
    }
    columns
}

/// Returns the name of a column as words: its underscores are spaces, but between digits, and it begins with a capital letter.
/// `None` where it is so already, or where capitals within it mean something. The name itself is in the dictionary.
pub(crate) fn in_words(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| letters.get(at))
            .is_some_and(char::is_ascii_digit)
    };
    let spaced: String = (letters.iter().enumerate())
        .map(|(at, c)| match c {
            '_' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => '_',
            '_' => ' ',
            c => *c,
        })
        .collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut words = words.join(" ");
    let has_inner_capital = letters
        .windows(2)
        .any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase());
    if !has_inner_capital && let Some(first) = words.chars().next() {
        words.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    (words != name && !words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn a_name_is_told_in_words() {
        let told = |name: &str| in_words(name).unwrap_or_else(|| name.to_owned());
        for (name, words) in [
            ("avail_seat_km_per_week", "Avail seat km per week"),
            ("incidents_85_99", "Incidents 85_99"),
            ("APPLE_FRAME", "APPLE FRAME"),
            ("Año", "Año"),
            ("año", "Año"),
            ("iPhone", "iPhone"),
            ("_id", "Id"),
            ("__", "__"),
            ("الحي", "الحي"),
        ] {
            assert_eq!(told(name), words, "{name}");
        }
    }
}
