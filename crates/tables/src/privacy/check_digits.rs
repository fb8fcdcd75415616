//! Check digits, as several kinds of keys have them.

/// Returns the values of signs that are all digits; none where one is not.
pub(super) fn digits(signs: &[u8]) -> Option<Vec<u32>> {
    let value = |sign: &u8| char::from(*sign).to_digit(10);
    signs.iter().map(value).collect()
}

/// Whether the last digit is right by Luhn's rule (ISO/IEC 7812-1, annex B).
pub(super) fn luhn(signs: &[u8]) -> bool {
    let Some(digits) = digits(signs) else {
        return false;
    };
    let doubled = |digit: u32| digit * 2 / 10 + digit * 2 % 10;
    let sum: u32 = (digits.iter().rev().enumerate())
        .map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit })
        .sum();
    sum.is_multiple_of(10)
}

/// Returns the sum of digits by these weights.
pub(super) fn weighted(digits: &[u32], weights: &[u32]) -> u32 {
    digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum()
}

/// Returns the rest of a number, whose letters count from A = 10, divided by a small one (ISO/IEC 7064, for 97).
pub(super) fn remainder(signs: impl IntoIterator<Item = u8>, of: u64) -> Option<u64> {
    signs.into_iter().try_fold(0, |rest, sign| {
        let value = char::from(sign).to_digit(36)?;
        let shift = if value > 9 { 100 } else { 10 };
        Some((rest * shift + u64::from(value)) % of)
    })
}

/// Whether the last digit is right by ISO/IEC 7064, MOD 11,10.
pub(super) fn mod_11_10(signs: &[u8]) -> bool {
    let Some(digits) = digits(signs) else {
        return false;
    };
    let Some((last, first)) = digits.split_last() else {
        return false;
    };
    let product = first.iter().fold(10, |product, digit| {
        let sum = (product + digit) % 10;
        if sum == 0 { 9 } else { sum * 2 % 11 }
    });
    (product + last) % 10 == 1
}

/// Whether two digits of a year, a month and a day are a date that there was, in this century or the last.
pub(super) fn is_short_date(year: &[u8], month: &[u8], day: &[u8]) -> bool {
    let number = |part: &[u8]| digits(part).map(|digits| digits.iter().fold(0, |n, d| n * 10 + d));
    let (Some(year), Some(month), Some(day)) = (number(year), number(month), number(day)) else {
        return false;
    };
    // Of the years that two digits mean, the one of this century is a leap year where any is: 2000 was.
    let february = if year.is_multiple_of(4) { 29 } else { 28 };
    let days = match month {
        2 => february,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Whether all signs are one and the same.
pub(super) fn is_one_sign(signs: &[u8]) -> bool {
    signs.windows(2).all(|pair| pair[0] == pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_those_of_their_standards() {
        assert!(luhn(b"79927398713") && !luhn(b"79927398710") && !luhn(b"7992739871x"));
        assert!(mod_11_10(b"002006673085") && !mod_11_10(b"002006673084"));
        assert_eq!(remainder(*b"3214282912345698765432161182", 97), Some(1));
        assert_eq!(remainder(*b"12-3", 97), None);
        assert!(is_short_date(b"00", b"02", b"29") && !is_short_date(b"01", b"02", b"29"));
        assert!(!is_short_date(b"80", b"13", b"01") && !is_short_date(b"80", b"04", b"31"));
    }
}
