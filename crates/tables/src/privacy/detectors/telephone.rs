//! Telephones: Mexican numbers of ten digits (IFT, "Plan Técnico Fundamental de Numeración", with the areas in use), those of
//! North America, and international ones (ITU-T E.164; lengths by country in `data/calling_codes.csv`).
//!
//! Ten digits without a sign between them are many other things: they count where a word announces them, or in a column of
//! which nearly all are numbers that there can be.

use crate::privacy::candidate::{Candidate, SEVERAL};
use crate::privacy::check_digits::{are_digits, is_one_sign};
use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};
use std::ops::Range;
use std::sync::LazyLock;

const TELEPHONE: PersonalKind = PersonalKind::checked("telephone");

/// First three digits of Mexican numbers in use.
const AREAS: &str = "200-201 220-229 231-233 235-238 241-241 243-249 271-276 278-279 281-285 287-288 294-294 296-297 300-300 311-317 \
    319-319 321-339 341-349 351-359 371-378 381-389 391-395 411-415 417-419 421-429 431-438 440-459 461-469 471-479 481-483 485-489 \
    492-496 498-500 550-569 588-588 591-597 599-599 612-616 618-618 621-629 631-639 641-649 651-653 656-665 667-669 671-677 686-687 \
    694-698 711-729 731-739 741-749 751-751 753-759 761-779 781-786 789-789 791-791 797-797 800-800 810-819 821-821 823-826 828-829 \
    831-836 841-842 844-846 861-862 864-864 866-873 877-878 888-888 891-892 894-894 897-897 899-900 913-914 916-919 921-924 932-934 \
    936-938 951-951 953-954 958-958 960-969 971-972 981-988 990-999";

/// For each three digits, whether they are in [`AREAS`].
const IN_USE: [bool; 1000] = {
    let mut in_use = [false; 1000];
    let areas = AREAS.as_bytes();
    let mut at = 0;
    while at + 7 <= areas.len() {
        let mut area = number_at(areas, at);
        while area <= number_at(areas, at + 4) {
            in_use[area] = true;
            area += 1;
        }
        at += 8;
    }
    in_use
};

/// Returns the number of three digits here.
const fn number_at(text: &[u8], at: usize) -> usize {
    let (first, second, third) = (text[at] - b'0', text[at + 1] - b'0', text[at + 2] - b'0');
    first as usize * 100 + second as usize * 10 + third as usize
}

/// What a candidate is, as far as its digits and groups tell.
#[derive(PartialEq)]
enum NumberForm {
    /// A number as only telephones are written.
    Written,
    /// Digits that may be one.
    Bare,
    /// No number.
    Other,
}

/// Finds telephones.
pub(super) struct Telephone;

impl Detector for Telephone {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[TELEPHONE]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.digits >= 7
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let numbers = text.candidates.iter();
        for one in numbers
            .filter(|one| one.is_bounded && one.is_number() && (7..=15).contains(&one.digits))
        {
            let span = with_signs(text.text, &one.span);
            let form = form_of(text.text, one);
            let is_written = form == NumberForm::Written && !one.is_in_url;
            let is_meant =
                is_written || may_be_called(one) && text.announces(TELEPHONE, span.start);
            if is_meant && !text.is_code(span.start) {
                found.push(Sighting::enough(TELEPHONE, span));
            } else if form == NumberForm::Bare && text.is_all(&one.span) {
                found.push(Sighting::among(TELEPHONE, span, 10, 95));
            }
        }
    }
}

/// Whether a number may be a telephone where a word announces it.
fn may_be_called(one: &Candidate) -> bool {
    let is_date = matches!(one.groups(), [4, 2, 2] | [1 | 2, 2, 4] | [2, 1, 4]);
    let is_whole = !one.is_in_url || (10..=13).contains(&one.digits);
    !is_date && is_whole && !is_one_sign(one.signs()) && !one.between().contains(&b'/')
}

/// Returns a number with the `+` and the parenthesis before it.
fn with_signs(text: &str, span: &Range<usize>) -> Range<usize> {
    let before = text[..span.start].trim_end_matches(['+', '(']).len();
    span.start.min(before.max(span.start.saturating_sub(2)))..span.end
}

fn form_of(text: &str, one: &Candidate) -> NumberForm {
    let signs = one.signs();
    let before = &text.as_bytes()[..one.span.start];
    let groups = one.groups();
    let is_ip_address = groups.len() == 4 && one.between() == b"...";
    if is_one_sign(signs) || one.between().contains(&b'/') || is_ip_address {
        NumberForm::Other
    } else if before.ends_with(b"+") {
        let is_long = one.digits > 8 || groups.len() > 1;
        of(is_long && is_international(signs), NumberForm::Written)
    } else if signs.starts_with(b"00") && is_dialled(signs, groups) {
        of(
            one.digits > 10 && is_international(&signs[2..]),
            NumberForm::Written,
        )
    } else {
        national_form(one, before.ends_with(b"("))
    }
}

/// Whether `00` replaces the `+`: alone in its group, or with the whole code of a country.
fn is_dialled(signs: &[u8], groups: &[u8]) -> bool {
    if groups.len() == 1 {
        return signs.starts_with(b"0052");
    }
    let code = signs.get(2..usize::from(groups[0])).unwrap_or(b"-");
    code.is_empty()
        || CALLING_CODES
            .iter()
            .any(|(known, ..)| known.as_bytes() == code)
}

/// Codes of countries, and the fewest and most digits of numbers there.
static CALLING_CODES: LazyLock<Vec<(&str, usize, usize)>> = LazyLock::new(|| {
    let lines = include_str!("../data/calling_codes.csv").lines();
    let read = |line: &'static str| {
        let mut cells = line.split(',');
        let code = cells.next()?;
        Some((
            code,
            cells.next()?.parse().ok()?,
            cells.next()?.parse().ok()?,
        ))
    };
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(read)
        .collect()
});

/// Returns a form where something holds.
fn of(holds: bool, form: NumberForm) -> NumberForm {
    if holds { form } else { NumberForm::Other }
}

/// Whether digits are the code of a country and as many digits as numbers there have.
fn is_international(signs: &[u8]) -> bool {
    // No code is the beginning of another one.
    let own = CALLING_CODES.iter().find_map(|(code, least, most)| {
        let rest = signs.strip_prefix(code.as_bytes())?;
        Some((*code, rest, *least..=*most))
    });
    match own {
        Some(("52", rest, _)) => {
            is_mexican(rest) || rest.len() == 11 && rest[0] == b'1' && is_mexican(&rest[1..])
        }
        Some(("1", rest, _)) => is_american(rest),
        Some((_, rest, lengths)) => lengths.contains(&rest.len()),
        None => false,
    }
}

/// Whether ten digits begin as a Mexican number does.
fn is_mexican(signs: &[u8]) -> bool {
    signs.len() == 10
        && !is_one_sign(&signs[3..])
        && are_digits(signs)
        && IN_USE[signs[..3]
            .iter()
            .fold(0, |area, sign| area * 10 + usize::from(sign - b'0'))]
}

/// Whether ten digits are a number of North America: area and office begin with 2 to 9.
fn is_american(signs: &[u8]) -> bool {
    signs.len() == 10 && signs[0] > b'1' && signs[3] > b'1' && !is_one_sign(&signs[3..])
}

/// A number without the code of its country: its digits, its groups and what is between them.
struct NationalNumber<'c> {
    digits: &'c [u8],
    groups: &'c [u8],
    between: &'c [u8],
    /// Whether digits stood before it that are dialled first.
    is_prefixed: bool,
}

impl NationalNumber<'_> {
    fn of(one: &Candidate) -> NationalNumber<'_> {
        const PREFIXES: [&[u8]; 8] = [b"01", b"044", b"045", b"52", b"521", b"1", b"011", b"001"];
        let (digits, groups, between) = (one.signs(), one.groups(), one.between());
        let first = usize::from(groups[0]);
        let is_prefixed =
            groups.len() > 1 && digits.len() > 10 && PREFIXES.contains(&&digits[..first]);
        let (from, skipped) = if is_prefixed { (1, first) } else { (0, 0) };
        NationalNumber {
            digits: &digits[skipped..],
            groups: &groups[from..],
            between: &between[from..],
            is_prefixed,
        }
    }

    /// Whether its groups are those in which such numbers are written.
    fn is_grouped(&self) -> bool {
        let digits = self.digits;
        // Areas of two digits.
        let is_in_two = matches!(
            digits,
            [b'3', b'3', ..] | [b'5', b'5' | b'6', ..] | [b'8', b'1', ..]
        );
        let is_as_mexican = match self.groups {
            [2, 4, 4] | [2, 4, 2, 2] | [2, 8] | [2, 3, 5] => is_in_two,
            [3, 3, 4] | [3, 7] | [3, 3, 2, 2] | [3, 2, 2, 3] | [2, 2, 2, 2, 2] | [3, 4, 3] => true,
            _ => false,
        };
        is_as_mexican && is_mexican(digits) || self.groups == [3, 3, 4] && is_american(digits)
    }

    /// Whether the signs between its groups are alike, and nothing says that they are groups of something else.
    fn is_uniform(&self, has_neighbour: bool) -> bool {
        let is_year = |part: &[u8]| matches!(part, [b'1', b'9', ..] | [b'2', b'0', ..]);
        let (digits, between) = (self.digits, self.between);
        let holds_years =
            self.groups == [2, 4, 4] && is_year(&digits[2..]) && is_year(&digits[6..]);
        let is_loose = has_neighbour && between.contains(&b' ') || self.groups.len() == 2;
        let is_alike = between.windows(2).all(|pair| pair[0] == pair[1]) && between[0] != SEVERAL;
        is_alike && !is_loose && !holds_years
    }
}

/// Returns the form of a number without the code of its country.
fn national_form(one: &Candidate, has_parenthesis: bool) -> NumberForm {
    let number = NationalNumber::of(one);
    if number.groups.len() == 1 {
        let digits = number.digits;
        let bare = digits.strip_prefix(b"52").filter(|_| digits.len() == 12);
        let bare = bare.or_else(|| digits.strip_prefix(b"521").filter(|_| digits.len() == 13));
        return of(is_mexican(bare.unwrap_or(digits)), NumberForm::Bare);
    }
    if !number.is_grouped() {
        return NumberForm::Other;
    }
    let has_sure_signs = has_parenthesis || number.is_prefixed || number.between[0] == SEVERAL;
    if has_sure_signs || number.is_uniform(one.has_neighbour) {
        NumberForm::Written
    } else {
        NumberForm::Bare
    }
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    fn counted(column: &str, text: &str) -> usize {
        seen(&Telephone, column, text)
            .iter()
            .filter(|one| one.2)
            .count()
    }

    #[test]
    fn numbers_are_found_as_people_write_them() {
        for text in [
            "(55) 5123-4567",
            "55 5123 4567",
            "55-5123-4567",
            "55.5123.4567",
            "(222) 123 45 67",
            "222-123-4567",
            "01 800 123 4567",
            "01 (55) 5123 4567",
            "044 55 5123 4567",
            "+52 1 55 5123 4567",
            "+525551234567",
            "+52 (55) 5123-4567",
            "00 52 55 5123 4567",
            "52 55 5123 4567",
            "+34 912 345 678",
            "+1 (212) 555-0123",
            "212-555-0123",
            "+44 20 7946 0123",
            "(55)51234567",
            "tel:5551234567",
            "Tel. 5551234567 ext. 12",
            "cel 55 51 23 45 67",
            "WhatsApp: 5551234567",
            "llame al 5551234567",
            "teléfono 123 4567",
            "+55 11 91234-5678",
            "https://wa.me/5215551234567",
            "**55 5123 4567**",
            "55 5123 4567/55 5123 4568",
            "+56 9 1234 5678",
            "+502 2345 6789",
        ] {
            assert!(counted("", text) > 0, "{text}");
        }
        for text in [
            "5551234567",
            "123-4567",
            "555 123 4567 ext 3",
            "5551234567 / 5551234568",
        ] {
            assert!(counted("Teléfono", text) > 0, "{text}");
        }
        assert_eq!(
            seen(&Telephone, "dato", "5551234567"),
            [("telephone", "5551234567", false)]
        );
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "5551234567",
            "1234567890",
            "folio 222-123-4567",
            "$5,551,234,567",
            "5551234567.89",
            "555 123 456",
            "1 234 567 890",
            "+12345678",
            "+3.5",
            "2023-01-15",
            "33 2019 2020",
            "968-16-3450-1",
            "978-3-16-148410-0",
            "100-200-3000",
            "https://a.test/5551234567",
            "0.5551234567",
            "10.1234/5551234567",
            "19.4326077, -99.1332080",
            "12-3456-7890",
            "+5",
            "000 000 0000",
            "1700000000",
            "201.138.47.34",
            "ID-5551234567",
        ] {
            assert_eq!(counted("", text), 0, "{text}");
        }
    }
}
