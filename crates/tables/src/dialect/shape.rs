//! What a cell looks like, from afar: enough to tell headers from data and delimiters from text.

/// A rough kind of cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellShape {
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

/// Marks that represent a missing value in columns of anything else.
const MARKERS: &[&str] = &[
    "na", "n/a", "n.a.", "nan", "null", "none", "nil", "-", "--", "---", "..", "...", ".", "*",
    "**", "***", "****", "*****", "?", "x", "#n/a", "nd", "n/d", "n.d.", "nr", "n.r.", "s/d",
    "s.d.", "(null)", "\\n",
];

/// Whether this text is a known mark for "no value".
pub(crate) fn is_marker(cell: &str) -> bool {
    // No mark has a digit at either end.
    if [cell.as_bytes().first(), cell.as_bytes().last()]
        .into_iter()
        .flatten()
        .any(u8::is_ascii_digit)
    {
        return false;
    }
    let cell = cell.trim();
    let Some(first) = cell.bytes().next() else {
        return true;
    };
    let begins =
        matches!(first, b'n' | b'N' | b's' | b'S' | b'x' | b'X') || first.is_ascii_punctuation();
    begins && (cell.len() <= 6 && MARKERS.iter().any(|m| m.eq_ignore_ascii_case(cell)))
}

/// Whether a cell says why it has no value, as tables of statistics do: `[c]`, `[low]`. In a header, such are units.
pub(crate) fn is_shorthand(cell: &str) -> bool {
    let inner = cell
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    inner.is_some_and(|inner| {
        (1..=4).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_alphabetic())
    })
}

/// The rough kind of a cell.
pub(crate) fn shape(cell: &str) -> CellShape {
    let cell = cell.trim();
    if cell.is_empty() {
        return CellShape::Blank;
    }
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    if digits > 0 && looks_like_number(cell) {
        return CellShape::Number;
    }
    if digits >= 3 && cell.len() <= 30 && looks_like_date(cell) {
        return CellShape::Date;
    }
    if cell.chars().all(may_be_in_name) {
        CellShape::Word
    } else {
        CellShape::Text
    }
}

fn may_be_in_name(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(
            c,
            ' ' | '_' | '-' | '.' | '/' | '\'' | '(' | ')' | '&' | '@'
        )
}

/// Whether a cell looks like a number or a date.
pub(crate) fn holds_number(cell: &str) -> bool {
    matches!(shape(cell), CellShape::Number | CellShape::Date)
}

fn looks_like_number(cell: &str) -> bool {
    let plain = if cell.is_ascii() {
        None
    } else {
        Some(cell.replace(['\u{a0}', '\u{202f}', '\u{2009}', '’'], " "))
    };
    let cell = plain.as_deref().map_or(cell, str::trim);
    let cell = ["R$", "US$", "MX$", "S/"]
        .iter()
        .find_map(|sign| cell.strip_prefix(sign))
        .unwrap_or(cell);
    let core = cell
        .trim_start_matches(['-', '+', '$', '€', '£', '¥', '(', ' '])
        .trim_end_matches(['%', '€', '$', ')', ' ', '-']);
    let marks = core.bytes().filter(|b| matches!(b, b'.' | b',')).count();
    core.bytes()
        .next()
        .is_some_and(|b| b.is_ascii_digit() || b == b'.' || b == b',')
        && core.bytes().all(|b| {
            b.is_ascii_digit() || matches!(b, b'.' | b',' | b' ' | b'e' | b'E' | b'-' | b'+')
        })
        && core.bytes().filter(|b| b.is_ascii_alphabetic()).count() <= 1
        && core.bytes().filter(|b| *b == b'-').count() <= 1
        && (core.contains(['e', 'E']) || !core.contains(['-', '+']))
        && marks <= 5
}

/// Beginnings of the months' names in the languages that such dates are written in.
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "ene",
    "abr", "ago", "dic", "fev", "mai", "out", "dez", "set", "gen", "mag", "giu", "lug", "ott",
    "avr", "jui", "aou", "okt", "maj", "mei", "mrt",
];
/// Other words in dates and times.
const OF_TIME: &[&str] = &[
    "t", "z", "h", "hrs", "am", "pm", "utc", "gmt", "de", "st", "nd", "rd", "th",
];

fn looks_like_date(cell: &str) -> bool {
    if !cell.as_bytes()[0].is_ascii_digit() || !cell.bytes().all(may_be_in_date) {
        return false;
    }
    let lower = cell.to_ascii_lowercase();
    let mut has_month = false;
    let mut words = lower
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty());
    let all_of_dates = words.all(|word| {
        let is_month = MONTHS.iter().any(|month| word.starts_with(month));
        has_month |= is_month;
        is_month || OF_TIME.contains(&word)
    });
    if !all_of_dates {
        return false;
    }
    let numbers: Vec<&str> = lower
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .collect();
    if has_month {
        numbers.len() >= 2
    } else {
        are_numbers_of_date(cell, &numbers)
    }
}

/// Whether runs of digits are those of a date or a time: `2022-02-28`, `28/2/22`, `20220228T1005`, `2021/22`, `10:05`.
fn are_numbers_of_date(cell: &str, numbers: &[&str]) -> bool {
    match numbers {
        [day, clock, ..] if day.len() == 8 && cell.contains(['t', 'T']) => clock.len() >= 4,
        // A range of anything is no date, unless of years.
        [a, b] if !cell.contains(':') => {
            is_year(a) && (is_short(b) || is_year(b)) || is_short(a) && is_year(b)
        }
        [_, _] => true,
        [hours, ..] if cell.find(':').is_some_and(|colon| colon == hours.len()) => is_short(hours),
        [a, b, c, ..] => {
            let year_last = is_short(a) && (c.len() == 4 || is_short(c));
            is_short(b) && (year_last || a.len() == 4 && is_short(c))
        }
        _ => false,
    }
}

fn may_be_in_date(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'/' | b':' | b'.' | b' ' | b'+')
}

fn is_short(number: &str) -> bool {
    number.len() <= 2
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && ("1500".."2200").contains(&number)
}

/// What a text looks like when its digits and its letters do not matter: `(55) 1357-7240` is `(9) 9-9`.
pub(crate) fn skeleton(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    for c in cell.trim().chars() {
        let kind = if c.is_ascii_digit() {
            '9'
        } else if c.is_alphabetic() {
            'a'
        } else {
            c
        };
        if !(matches!(kind, '9' | 'a') && out.ends_with(kind)) {
            out.push(kind);
        }
    }
    out
}

/// Whether these cells are a series of years or of counting numbers, which headers are made of.
pub(crate) fn looks_like_count<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let numbers: Vec<Option<u32>> = cells.map(|c| c.trim().parse().ok()).collect();
    numbers.len() >= 3
        && numbers.iter().all(Option::is_some)
        && (numbers.iter().flatten().all(|n| (1500..2200).contains(n))
            && numbers.windows(2).all(|pair| pair[0] < pair[1])
            || numbers
                .windows(2)
                .all(|pair| pair[0].map(|n| n + 1) == pair[1]))
}

/// Words that a row of totals begins with, in small letters.
const TOTALS: &[&str] = &[
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
    "total geral",
    "total général",
    "totalt",
    "i alt",
    "sammanlagt",
    "yhteensä",
    "ogółem",
    "razem",
    "celkem",
    "úhrnem",
    "spolu",
    "összesen",
    "ukupno",
    "skupaj",
    "kokku",
    "kopā",
    "iš viso",
    "toplam",
    "genel toplam",
    "jumlah",
    "tổng",
    "tổng cộng",
    "tổng số",
    "σύνολο",
    "итого",
    "всего",
    "всього",
    "разом",
    "общо",
    "المجموع",
    "الإجمالي",
    "المجموع الكلي",
    "סה\"כ",
    "कुल",
    "योग",
    "合計",
    "総計",
    "总计",
    "合计",
    "總計",
    "합계",
    "총계",
];

/// Whether a cell says that its row is a total.
pub(crate) fn total_word(cell: &str) -> bool {
    let plain = cell.trim().trim_end_matches([':', '.', '：']);
    // Most cells are told apart by their first letter or their length, before anything is compared.
    let begins =
        |first: u8| !first.is_ascii() || b"cgijkorstuy".contains(&first.to_ascii_lowercase());
    if !plain.as_bytes().first().is_some_and(|first| begins(*first)) || plain.len() > 40 {
        return false;
    }
    if plain.is_ascii() {
        return TOTALS.iter().any(|word| word.eq_ignore_ascii_case(plain));
    }
    TOTALS.contains(&plain.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_one() {
        assert!(
            MARKERS
                .iter()
                .all(|m| is_marker(m) && is_marker(&m.to_uppercase()))
                && is_marker(" ")
        );
        assert!(!is_marker("12") && !is_marker("no"));
    }

    #[test]
    fn shapes() {
        for number in [
            "1\u{a0}234,5 €",
            "R$ 1.200,00",
            "12’000.50",
            "1",
            "-2.5",
            "1,234.50",
            "$ 12",
            "12 %",
            "1.5e-7",
            "(3)",
            "-1 414",
        ] {
            assert_eq!(shape(number), CellShape::Number, "{number}");
        }
        for date in [
            "2011-01-02",
            "02/01/2014",
            "11-May-11",
            "2022-01-21 13:47:00",
            "20150311T000000",
            "1/22/20",
            "10:30:00",
            "2021-22",
            "2018/2021",
            "12/2020",
            "5 de mayo de 2020",
            "2020-01-01T10:00:00Z",
            "9:30 am",
            "12.05.2020 10:15",
        ] {
            assert_eq!(shape(date), CellShape::Date, "{date}");
        }
        for code in [
            "35-39",
            "100-200",
            "500 mg",
            "112-B",
            "1357-7240",
            "555-123-4567",
            "1da272aa-288a",
            "9 am - 5 pm",
            "24 horas",
        ] {
            assert_ne!(shape(code), CellShape::Date, "{code}");
        }
        assert_eq!(
            (
                skeleton("(55) 1357-7240").as_str(),
                skeleton("500 mg").as_str()
            ),
            ("(9) 9-9", "9 a")
        );
        assert_eq!(shape("Galway"), CellShape::Word);
        assert_eq!(shape("a;b"), CellShape::Text);
        assert_eq!(shape(" "), CellShape::Blank);
    }

    #[test]
    fn totals() {
        assert!(
            TOTALS
                .iter()
                .all(|word| total_word(word) && total_word(&word.to_uppercase()))
        );
        for word in [
            "Total",
            "TOTAL:",
            "Итого",
            "合計",
            "Yhteensä",
            "Ogółem",
            " Σύνολο ",
            "Gran total.",
        ] {
            assert!(total_word(word), "{word}");
        }
        for other in ["Totalán", "Total de casos en el país", "Sumapaz", ""] {
            assert!(!total_word(other), "{other}");
        }
    }

    #[test]
    fn series() {
        let count = |t: &str| looks_like_count(t.split(' '));
        assert!(
            count("2000 2001 2003")
                && count("0 1 2 3")
                && !count("3 1 2")
                && !count("2000 2001")
                && !count("a 1 2")
        );
    }
}
