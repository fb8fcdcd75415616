//! Numbers in the reader's language. The digits of a source are never reprinted, only grouped and marked.

/// How a language writes numbers; from its message file (`number-decimal`, `number-group`, `number-group-from`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberSeparators {
    /// Between the whole part and the fraction.
    pub decimal: String,
    /// Between groups of three digits.
    pub group: String,
    /// Numbers with fewer whole digits than this are not grouped (Spanish groups from five).
    pub group_from: usize,
}

impl Default for NumberSeparators {
    fn default() -> Self {
        NumberSeparators {
            decimal: ".".into(),
            group: ",".into(),
            group_from: 4,
        }
    }
}

impl NumberSeparators {
    /// Writes a plain decimal number (`-1234.50`) in the language's manner, keeping every digit.
    /// Text that is not such a number comes back as it is.
    ///
    /// ```
    /// use tragaluz_text::number::NumberSeparators;
    /// assert_eq!(NumberSeparators::default().format("-1234567.50"), "-1,234,567.50");
    /// assert_eq!(NumberSeparators::default().format("n/a"), "n/a");
    /// ```
    pub fn format(&self, number: &str) -> String {
        let (sign, digits) = match number.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => ("", number),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        if !is_digits(whole) || !fraction.is_none_or(is_digits) {
            return number.to_owned();
        }
        let mut out = String::from(sign);
        for (i, digit) in whole.char_indices() {
            if i > 0 && (whole.len() - i) % 3 == 0 && whole.len() >= self.group_from {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push_str(&self.decimal);
            out.push_str(fraction);
        }
        out
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
