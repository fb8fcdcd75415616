//! Check digits, as several kinds of keys have them.

/// Returns the value of a digit.
fn value(sign: u8) -> u32 {
    u32::from(sign.wrapping_sub(b'0'))
}

/// Whether all signs are digits.
pub(super) fn are_digits(signs: &[u8]) -> bool {
    signs.iter().all(u8::is_ascii_digit)
}

/// Whether the last digit is right by Luhn's rule (ISO/IEC 7812-1, annex B).
pub(super) fn luhn(signs: &[u8]) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let signs_back = signs.iter().rev().map(|sign| value(*sign));
    let sum: u32 = signs_back
        .enumerate()
        .map(|(at, digit)| if at % 2 == 1 { doubled(digit) } else { digit })
        .fold(0, u32::wrapping_add);
    are_digits(signs) && sum.is_multiple_of(10)
}

/// Returns the sum of digits by these weights.
pub(super) fn weighted(digits: &[u8], weights: &[u32]) -> u32 {
    let products = digits.iter().zip(weights);
    products.fold(0, |sum: u32, (sign, weight)| {
        sum.wrapping_add(value(*sign) * weight)
    })
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
    let Some((last, first)) = signs.split_last().filter(|_| are_digits(signs)) else {
        return false;
    };
    let product = first.iter().fold(10, |product, digit| {
        let sum = (product + value(*digit)) % 10;
        if sum == 0 { 9 } else { sum * 2 % 11 }
    });
    (product + value(*last)) % 10 == 1
}

/// Whether two digits of a year, a month and a day are a date that there was, in this century or the last.
pub(super) fn is_short_date(year: &[u8], month: &[u8], day: &[u8]) -> bool {
    let parts = [year, month, day];
    if !parts.iter().all(|part| are_digits(part)) {
        return false;
    }
    let [year, month, day] = parts.map(|part| part.iter().fold(0, |n, sign| n * 10 + value(*sign)));
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
