//! National identifiers as data: `data/national_identifiers.csv`, whose head says what its columns mean.

use super::PersonalKind;
use super::candidate::Candidate;
use super::check_digits::{self, are_digits, luhn, mod_11_10, remainder, weighted};
use super::field_words::WordPhrase;
use std::sync::LazyLock;

/// An identifier that a state gives to persons.
pub(super) struct NationalRule {
    /// Its kind.
    pub(super) kind: PersonalKind,
    forms: Vec<WrittenForm>,
    checks: Vec<NationalCheck>,
    /// When it counts.
    pub(super) needs: RuleNeeds,
    /// How many of a column are enough, where several are.
    pub(super) of_column: Option<u8>,
    /// Words that announce it.
    pub(super) words: Vec<WordPhrase>,
    written_words: &'static str,
}

/// When an identifier counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RuleNeeds {
    /// Wherever it is.
    Nothing,
    /// Where it is written with its signs.
    ItsForm,
    /// Among others in a column.
    Others,
    /// Behind a word.
    Word,
}

/// A form that an identifier is written in.
struct WrittenForm {
    signs: Vec<SignClass>,
    /// A bit for each sign that is no digit for certain, and one for each that is.
    letters: u64,
    digits: u64,
    groups: Vec<u8>,
    between: Vec<u8>,
}

/// What one sign may be.
enum SignClass {
    Digit,
    Letter,
    Either,
    OneOf(Vec<u8>),
}

impl SignClass {
    fn is_letter(&self) -> bool {
        match self {
            SignClass::Letter => true,
            SignClass::OneOf(signs) => !signs.iter().any(u8::is_ascii_digit),
            SignClass::Digit | SignClass::Either => false,
        }
    }

    fn is_digit(&self) -> bool {
        match self {
            SignClass::Digit => true,
            SignClass::OneOf(signs) => signs.iter().all(u8::is_ascii_digit),
            SignClass::Letter | SignClass::Either => false,
        }
    }

    fn holds(&self, sign: u8) -> bool {
        match self {
            SignClass::Digit => sign.is_ascii_digit(),
            SignClass::Letter => sign.is_ascii_uppercase(),
            SignClass::Either => sign.is_ascii_alphanumeric(),
            SignClass::OneOf(signs) => signs.contains(&sign),
        }
    }
}

impl WrittenForm {
    fn read(pattern: &str) -> WrittenForm {
        let (mut signs, mut groups, mut between) = (Vec::new(), vec![0], Vec::new());
        let mut rest = pattern.bytes();
        while let Some(sign) = rest.next() {
            if b" -./".contains(&sign) {
                between.push(sign);
                groups.push(0);
                continue;
            }
            if let Some(last) = groups.last_mut() {
                *last += 1;
            }
            signs.push(match sign {
                b'#' => SignClass::Digit,
                b'@' => SignClass::Letter,
                b'*' => SignClass::Either,
                b'[' => SignClass::OneOf(one_of(rest.by_ref().take_while(|sign| *sign != b']'))),
                other => SignClass::OneOf(vec![other]),
            });
        }
        let bits = |is: fn(&SignClass) -> bool| {
            (0..)
                .zip(&signs)
                .fold(0, |bits, (at, class)| bits | u64::from(is(class)) << at)
        };
        WrittenForm {
            letters: bits(SignClass::is_letter),
            digits: bits(SignClass::is_digit),
            signs,
            groups,
            between,
        }
    }

    /// Whether signs, with a bit for each that is no digit, have this form.
    fn holds(&self, signs: &[u8], letters: u64) -> bool {
        signs.len() == self.signs.len()
            && letters & self.digits == 0
            && letters & self.letters == self.letters
            && self
                .signs
                .iter()
                .zip(signs)
                .all(|(class, sign)| class.holds(*sign))
    }

    /// Whether a candidate has the signs between groups that this form has.
    fn is_written_in(&self, one: &Candidate) -> bool {
        one.groups() == self.groups && one.between() == self.between && !self.between.is_empty()
    }
}

/// Returns the signs of a set, whose ranges have a hyphen.
fn one_of(written: impl Iterator<Item = u8>) -> Vec<u8> {
    let written: Vec<u8> = written.collect();
    let mut signs = Vec::new();
    for (at, sign) in written.iter().enumerate() {
        match (sign, written.get(at.wrapping_sub(1)), written.get(at + 1)) {
            (b'-', Some(from), Some(to)) => signs.extend(*from..=*to),
            _ => signs.push(*sign),
        }
    }
    signs
}

/// The table: one identifier a line.
const TABLE: &str = include_str!("data/national_identifiers.csv");

/// Returns the name of an identifier with its country's code: `CPF (BR)`.
pub(super) fn name_of(id: &str) -> Option<String> {
    let mut rows = TABLE.lines().map(|line| line.split(';'));
    let mut row = rows.find(|row| row.clone().next() == Some(id))?.skip(1);
    let (country, name) = (row.next()?, row.next()?);
    Some(format!("{name} ({country})"))
}

static RULES: LazyLock<Vec<NationalRule>> = LazyLock::new(|| {
    let lines = TABLE.lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(NationalRule::read)
        .collect()
});

static KINDS: LazyLock<Vec<PersonalKind>> =
    LazyLock::new(|| RULES.iter().map(|rule| rule.kind).collect());

/// For each length of signs, the rules that have a form of it.
static BY_LENGTH: LazyLock<Vec<Vec<&'static NationalRule>>> = LazyLock::new(|| {
    let of = |length: usize| {
        let rules = RULES.iter();
        rules
            .filter(|rule| rule.forms.iter().any(|form| form.signs.len() == length))
            .collect()
    };
    (0..20).map(of).collect()
});

/// Returns the rules that a candidate has the signs of, and whose checks hold; without words, those alone that need none.
pub(super) fn rules_of(
    one: &Candidate,
    has_words: bool,
) -> impl Iterator<Item = &'static NationalRule> {
    let signs = one.signs();
    let rules = BY_LENGTH.get(signs.len()).map_or(&[][..], Vec::as_slice);
    let letters = (0..).zip(signs).fold(0, |bits, (at, sign)| {
        bits | u64::from(!sign.is_ascii_digit()) << at
    });
    let rules = rules.iter().copied();
    rules.filter(move |rule| {
        (has_words || rule.needs != RuleNeeds::Word) && rule.holds(one, letters)
    })
}

/// Returns the kinds of every rule.
pub(super) fn rule_kinds() -> &'static [PersonalKind] {
    &KINDS
}

/// Returns the rule of a kind.
pub(super) fn rule_of(kind: PersonalKind) -> Option<&'static NationalRule> {
    let is_of_country = kind.id.as_bytes().get(2) == Some(&b'-');
    let mut rules = RULES.iter().filter(|_| is_of_country);
    rules.find(|rule| rule.kind.id == kind.id)
}

/// Returns the kind whose words a name holds.
pub(super) fn announced(words: &[String]) -> Option<PersonalKind> {
    let mut rules = RULES.iter();
    let rule = rules.find(|rule| rule.words.iter().any(|phrase| phrase.is_in(words)));
    rule.map(|rule| rule.kind)
}

impl NationalRule {
    fn read(line: &'static str) -> Option<NationalRule> {
        let cells: Vec<&'static str> = line.split(';').collect();
        let [id, _, _, pattern, check, needs, words, _] = cells[..] else {
            return None;
        };
        let (needs, of_column) = needs.split_once(' ').unwrap_or((needs, ""));
        Some(NationalRule {
            kind: PersonalKind::checked(id),
            forms: pattern.split('|').map(WrittenForm::read).collect(),
            checks: check.split('&').filter_map(NationalCheck::read).collect(),
            needs: match needs {
                "alone" => RuleNeeds::Nothing,
                "form" => RuleNeeds::ItsForm,
                "column" => RuleNeeds::Others,
                _ => RuleNeeds::Word,
            },
            of_column: of_column.parse().ok(),
            words: words.split('|').map(WordPhrase::read).collect(),
            written_words: words,
        })
    }

    /// Whether a candidate has the signs of a form, and the checks hold.
    fn holds(&self, one: &Candidate, letters: u64) -> bool {
        let signs = one.signs();
        self.forms.iter().any(|form| form.holds(signs, letters))
            && !check_digits::is_one_sign(&signs[1..])
            && self.checks.iter().all(|check| check.passes(signs))
    }

    /// Whether a candidate is written with the signs of a form between its groups.
    pub(super) fn is_written_in(&self, one: &Candidate) -> bool {
        self.forms.iter().any(|form| form.is_written_in(one))
    }

    /// Whether a check digit says something of its numbers.
    pub(super) fn has_check(&self) -> bool {
        !self.checks.is_empty()
    }

    /// Whether a word announces both this and the other.
    pub(super) fn shares_words(&self, other: &NationalRule) -> bool {
        let mut words = self.written_words.split('|');
        words.any(|word| other.written_words.split('|').any(|own| own == word))
    }
}

/// A check of the table, ready for use.
enum NationalCheck {
    /// Sums of digits by weights.
    Sum(WeightedSum),
    /// A date of six digits from here on; whether its day comes first.
    Date(usize, bool),
    /// A rule of its own.
    Own(fn(&[u8]) -> bool),
}

/// A sum of digits by weights, and what it says.
struct WeightedSum {
    modulus: u32,
    weights: Vec<u32>,
    /// The signs of which the rest chooses the next; none where nothing is left.
    map: Option<&'static [u8]>,
}

impl NationalCheck {
    /// Returns the check that is written so; none of nothing, and none that this program knows of a fault.
    fn read(written: &'static str) -> Option<NationalCheck> {
        let mut words = written.split(' ');
        let rule = words.next()?;
        let own: fn(&[u8]) -> bool = match rule {
            "sum" | "zero" => {
                return Some(NationalCheck::Sum(WeightedSum {
                    modulus: words.next()?.parse().ok()?,
                    weights: words
                        .next()?
                        .split(',')
                        .filter_map(|weight| weight.parse().ok())
                        .collect(),
                    map: words.next().map(str::as_bytes),
                }));
            }
            "date" | "dmy" => {
                return Some(NationalCheck::Date(
                    words.next()?.parse().ok()?,
                    rule == "dmy",
                ));
            }
            "luhn" => luhn,
            "mod-11-10" => mod_11_10,
            "es-letter" => es_letter,
            "es-nuss" => es_nuss,
            "fr-nir" => fr_nir,
            "be-nn" => be_nn,
            "ie-pps" => ie_pps,
            "it-cf" => it_cf,
            "fi-hetu" => fi_hetu,
            "baltic" => baltic,
            "div-11" => |signs| remainder(signs.iter().copied(), 11) == Some(0),
            "us-ssn" => us_ssn,
            _ => return None,
        };
        Some(NationalCheck::Own(own))
    }

    fn passes(&self, signs: &[u8]) -> bool {
        match self {
            NationalCheck::Sum(sum) => sum.passes(signs),
            NationalCheck::Date(from, day_first) => is_date(signs, *from, *day_first),
            NationalCheck::Own(passes) => passes(signs),
        }
    }
}

impl WeightedSum {
    /// Whether the sum says the next sign, or leaves no rest. Of fewer digits than weights the first ones are zeros.
    fn passes(&self, signs: &[u8]) -> bool {
        let most = self.weights.len() + usize::from(self.map.is_some());
        let weights = &self.weights[most.saturating_sub(signs.len()).min(self.weights.len())..];
        let Some(digits) = signs
            .get(..weights.len())
            .filter(|digits| are_digits(digits))
        else {
            return false;
        };
        let rest = weighted(digits, weights) % self.modulus;
        match self.map {
            None => rest == 0,
            Some(map) => map.get(rest as usize) == signs.get(weights.len()),
        }
    }
}

/// Not a number that the United States do not give.
fn us_ssn(signs: &[u8]) -> bool {
    !matches!(signs, [b'0', b'0', b'0', ..] | [b'6', b'6', b'6', ..])
        && &signs[3..5] != b"00"
        && &signs[5..] != b"0000"
}

/// Whether six digits from here on are a date.
fn is_date(signs: &[u8], from: usize, day_first: bool) -> bool {
    let Some(date) = signs.get(from..from + 6) else {
        return false;
    };
    let (first, month, last) = (&date[..2], &date[2..4], &date[4..]);
    let (year, day) = if day_first {
        (last, first)
    } else {
        (first, last)
    };
    check_digits::is_short_date(year, month, day)
}

/// The letter of Spain's DNI and NIE: the number modulo 23.
fn es_letter(signs: &[u8]) -> bool {
    let Some((letter, number)) = signs.split_last() else {
        return false;
    };
    let first = match number[0] {
        b'X' => b'0',
        b'Y' => b'1',
        b'Z' => b'2',
        digit => digit,
    };
    let number = std::iter::once(first).chain(number[1..].iter().copied());
    let rest = remainder(number, 23).and_then(|rest| usize::try_from(rest).ok());
    rest.is_some_and(|rest| b"TRWAGMYFPDXBNJZSQVHLCKE"[rest] == *letter)
}

/// Spain's social security: the number less its last two digits, modulo 97; a small one is without its zeros.
fn es_nuss(signs: &[u8]) -> bool {
    let (number, check) = signs.split_at(10);
    let body = if number[2] == b'0' {
        [&number[..2], &number[3..]].concat()
    } else {
        number.to_vec()
    };
    remainder(body, 97) == remainder(check.iter().copied(), 100)
}

/// France's number: what it lacks to a multiple of 97; Corsica's letters replace 19 and 18.
fn fr_nir(signs: &[u8]) -> bool {
    let (number, check) = signs.split_at(13);
    let mut number = number.to_vec();
    match number[6] {
        b'A' => number[5..7].copy_from_slice(b"19"),
        b'B' => number[5..7].copy_from_slice(b"18"),
        _ => {}
    }
    let month = remainder(number[3..5].iter().copied(), 100);
    let is_month = month.is_some_and(|month| matches!(month, 1..=12 | 20..=42 | 50..=99));
    is_month && remainder(number, 97).map(|rest| 97 - rest) == remainder(check.iter().copied(), 100)
}

/// Belgium's number: what it lacks to a multiple of 97, with a 2 before it for those born since 2000.
fn be_nn(signs: &[u8]) -> bool {
    let (number, check) = signs.split_at(9);
    let check = remainder(check.iter().copied(), 100);
    let since_2000 = std::iter::once(b'2').chain(number.iter().copied());
    let lacks = |rest: Option<u64>| rest.map(|rest| 97 - rest);
    lacks(remainder(number.iter().copied(), 97)) == check
        || lacks(remainder(since_2000, 97)) == check
}

/// Ireland's number: its digits by weights, and nine times a second letter, modulo 23, say the first one.
fn ie_pps(signs: &[u8]) -> bool {
    let second = match signs.get(8) {
        Some(b'W') | None => 0,
        Some(letter) => u32::from(letter - b'A') + 1,
    };
    let sum = weighted(&signs[..7], &[8, 7, 6, 5, 4, 3, 2]) + 9 * second;
    b"WABCDEFGHIJKLMNOPQRSTUV"[sum as usize % 23] == signs[7]
}

/// Italy's code: values of signs at odd places from a table, at even ones their own.
fn it_cf(signs: &[u8]) -> bool {
    const ODD: [u32; 26] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24,
        23,
    ];
    let value = |sign: u8| {
        u32::from(if sign.is_ascii_digit() {
            sign - b'0'
        } else {
            sign - b'A'
        })
    };
    let Some((check, code)) = signs.split_last() else {
        return false;
    };
    let is_month = b"ABCDEHLMPRST".contains(&code[8]);
    let sum: u32 = (code.iter().enumerate())
        .map(|(at, sign)| {
            if at % 2 == 0 {
                ODD[value(*sign) as usize]
            } else {
                value(*sign)
            }
        })
        .sum();
    is_month && sum % 26 == u32::from(check - b'A')
}

/// Finland's code: nine digits modulo 31 say the last sign.
fn fi_hetu(signs: &[u8]) -> bool {
    let Some((check, code)) = signs.split_last() else {
        return false;
    };
    let number = code.iter().copied().filter(u8::is_ascii_digit);
    let rest = remainder(number, 31).and_then(|rest| usize::try_from(rest).ok());
    rest.is_some_and(|rest| b"0123456789ABCDEFHJKLMNPRSTUVWXY"[rest] == *check)
}

/// Estonia's and Lithuania's code: two rows of weights, the second where the first leaves ten.
fn baltic(signs: &[u8]) -> bool {
    if signs.len() != 11 || !are_digits(signs) {
        return false;
    }
    let rest = |weights: [u32; 10]| weighted(&signs[..10], &weights) % 11;
    let first = rest([1, 2, 3, 4, 5, 6, 7, 8, 9, 1]);
    let second = rest([3, 4, 5, 6, 7, 8, 9, 1, 2, 3]);
    u32::from(signs[10] - b'0') == if first < 10 { first } else { second % 10 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read_whole() {
        let lines = include_str!("data/national_identifiers.csv").lines();
        let lines: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
        assert_eq!(RULES.len(), lines.len());
        for (rule, line) in RULES.iter().zip(lines) {
            let checks = line.split(';').nth(4).unwrap_or_default().split('&');
            let checks = checks.filter(|check| !check.is_empty()).count();
            assert_eq!(rule.checks.len(), checks, "{line}");
            assert!(
                rule.forms.iter().all(|form| form.signs.len() < 20),
                "{line}"
            );
        }
    }
}
