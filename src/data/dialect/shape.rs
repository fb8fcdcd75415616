//! What a cell looks like, from afar: enough to tell headers from data and delimiters from text.

/// A rough kind of cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing, or blanks.
    Blank,
    /// Digits with marks that numbers have.
    Number,
    /// Digits with marks that dates and times have.
    Date,
    /// A code, a word or a short name: text that hardly hides a delimiter.
    Word,
    /// Any other text.
    Text,
}

/// Marks that stand for a missing value in columns of anything else.
const MARKERS: &[&str] = &[
    "na", "n/a", "n.a.", "nan", "null", "none", "nil", "-", "--", "---", "..", "...", ".", "*", "**", "***", "****",
    "*****", "?", "x", "#n/a", "nd", "n/d", "n.d.", "nr", "n.r.", "s/d", "s.d.", "(null)", "\\n",
];

/// Whether this text is a known mark for "no value".
pub fn is_marker(cell: &str) -> bool {
    // No mark has a digit at either end.
    if [cell.as_bytes().first(), cell.as_bytes().last()].into_iter().flatten().any(u8::is_ascii_digit) {
        return false;
    }
    let cell = cell.trim();
    let Some(first) = cell.bytes().next() else { return true };
    let begins = matches!(first, b'n' | b'N' | b's' | b'S' | b'x' | b'X') || first.is_ascii_punctuation();
    begins && (cell.len() <= 6 && MARKERS.iter().any(|m| m.eq_ignore_ascii_case(cell)))
}

/// The rough kind of a cell.
pub fn shape(cell: &str) -> Shape {
    let cell = cell.trim();
    if cell.is_empty() {
        return Shape::Blank;
    }
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    if digits > 0 && looks_like_number(cell) {
        return Shape::Number;
    }
    if digits >= 3 && cell.len() <= 30 && looks_like_date(cell) {
        return Shape::Date;
    }
    let wordly =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '/' | '\'' | '(' | ')' | '&' | '@');
    if cell.chars().all(wordly) { Shape::Word } else { Shape::Text }
}

/// Whether a cell looks like a number or a date.
pub fn holds_number(cell: &str) -> bool {
    matches!(shape(cell), Shape::Number | Shape::Date)
}

fn looks_like_number(cell: &str) -> bool {
    let core = cell
        .trim_start_matches(['-', '+', '$', '€', '£', '¥', '(', ' '])
        .trim_end_matches(['%', '€', '$', ')', ' ', '-']);
    let marks = core.bytes().filter(|b| matches!(b, b'.' | b',')).count();
    core.bytes().next().is_some_and(|b| b.is_ascii_digit() || b == b'.' || b == b',')
        && core.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b' ' | b'e' | b'E' | b'-' | b'+'))
        && core.bytes().filter(|b| b.is_ascii_alphabetic()).count() <= 1
        && core.bytes().filter(|b| *b == b'-').count() <= 1
        && (core.contains(['e', 'E']) || !core.contains(['-', '+']))
        && marks <= 5
}

fn looks_like_date(cell: &str) -> bool {
    let marks = cell.bytes().filter(|b| matches!(b, b'-' | b'/' | b':' | b'.')).count();
    let letters = cell.bytes().filter(u8::is_ascii_alphabetic).count();
    marks + usize::from(letters > 0) >= 1
        && letters <= 12
        && cell.bytes().next().is_some_and(|b| b.is_ascii_digit())
        && cell.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'/' | b':' | b'.' | b' ' | b'+'))
        && cell.split(['-', '/', ':', '.', ' ', 'T']).filter(|p| !p.is_empty()).all(|p| p.len() <= 9)
        && cell.split(['-', '/', ':', ' ', 'T']).count() >= 2
}

/// Whether these cells are a series of years or of counting numbers, which headers are made of.
pub fn looks_like_count<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let numbers: Vec<Option<u32>> = cells.map(|c| c.trim().parse().ok()).collect();
    numbers.len() >= 3
        && numbers.iter().all(Option::is_some)
        && (numbers.iter().flatten().all(|n| (1500..2200).contains(n))
            && numbers.windows(2).all(|pair| pair[0] < pair[1])
            || numbers.windows(2).all(|pair| pair[0].map(|n| n + 1) == pair[1]))
}

/// Whether a cell says that its row is a total.
pub fn total_word(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "total",
        "totals",
        "totales",
        "gran total",
        "grand total",
        "suma",
        "suma total",
        "sum",
        "total general",
        "subtotal",
        "totaal",
        "summe",
        "gesamt",
        "insgesamt",
        "somme",
        "totale",
        "soma",
        "total nacional",
    ];
    // Most cells are told apart by their first letter, before anything is made of them.
    if !cell.trim_start().starts_with(['t', 'T', 'g', 'G', 's', 'S', 'i', 'I']) {
        return false;
    }
    let plain = cell.trim().trim_end_matches([':', '.']).to_lowercase();
    WORDS.contains(&plain.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_one() {
        assert!(MARKERS.iter().all(|m| is_marker(m) && is_marker(&m.to_uppercase())) && is_marker(" "));
        assert!(!is_marker("12") && !is_marker("no"));
    }

    #[test]
    fn shapes() {
        for number in ["1", "-2.5", "1,234.50", "$ 12", "12 %", "1.5e-7", "(3)", "-1 414"] {
            assert_eq!(shape(number), Shape::Number, "{number}");
        }
        for date in ["2011-01-02", "02/01/2014", "11-May-11", "2022-01-21 13:47:00", "20150311T000000"] {
            assert_eq!(shape(date), Shape::Date, "{date}");
        }
        assert_eq!(shape("Galway"), Shape::Word);
        assert_eq!(shape("a;b"), Shape::Text);
        assert_eq!(shape(" "), Shape::Blank);
    }

    #[test]
    fn series() {
        let count = |t: &str| looks_like_count(t.split(' '));
        assert!(
            count("2000 2001 2003") && count("0 1 2 3") && !count("3 1 2") && !count("2000 2001") && !count("a 1 2")
        );
    }
}
