//! Number formats by which numbers are codes: `00000`, `0-00-000`, `"MX"000`, `[<=9999999]###-####;(###) ###-####`. Whoever opens
//! the file sees zeros and marks that the number itself does not have, and they belong to the code.
//!
//! A format is written as ECMA-376 part 1, 18.8.31 has it; those of OpenDocument are brought into that form.

/// Numbers that have no further digits than a cell keeps.
const EXACT: f64 = 1e15;

/// A number format that shows codes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CodeFormat {
    sections: Vec<FormatSection>,
}

/// The format of some numbers.
#[derive(Debug, Clone, PartialEq, Default)]
struct FormatSection {
    /// The numbers that it is for, where it says so.
    condition: Option<Condition>,
    parts: Vec<FormatPart>,
    /// Whether it shows codes; else numbers, of which nothing is to be said here.
    is_code: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Condition {
    sign: String,
    bound: f64,
}

impl Condition {
    fn holds(&self, number: f64) -> bool {
        match self.sign.as_str() {
            "<" => number < self.bound,
            "<=" => number <= self.bound,
            ">" => number > self.bound,
            ">=" => number >= self.bound,
            "<>" => (number - self.bound).abs() > f64::EPSILON,
            _ => (number - self.bound).abs() <= f64::EPSILON,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum FormatPart {
    Literal(String),
    /// A digit, which is a zero where the number has none.
    Zero,
    /// A digit, which is nothing where the number has none.
    Digit,
    Point,
}

impl FormatPart {
    fn is_digit(&self) -> bool {
        matches!(self, FormatPart::Zero | FormatPart::Digit)
    }
}

impl CodeFormat {
    /// Returns the format of this code, where it shows codes.
    pub(crate) fn of(code: &str) -> Option<CodeFormat> {
        if !code.contains(['0', '#']) {
            return None;
        }
        let sections: Vec<FormatSection> = sections(code)
            .iter()
            .map(|section| FormatSection::of(section))
            .collect();
        sections
            .iter()
            .any(|section| section.is_code)
            .then_some(CodeFormat { sections })
    }

    /// Shows a number; `None` where the format shows it as a number, or not whole.
    pub(crate) fn text(&self, number: f64) -> Option<String> {
        let (section, is_signed) = self.section(number)?;
        let sign = if number < 0.0 && is_signed { "-" } else { "" };
        Some(format!("{sign}{}", section.text(number.abs())?))
    }

    /// Returns the section for a number, and whether it puts a minus before a negative one.
    fn section(&self, number: f64) -> Option<(&FormatSection, bool)> {
        if self
            .sections
            .iter()
            .any(|section| section.condition.is_some())
        {
            return self
                .sections
                .iter()
                .find(|section| section.fits(number))
                .map(|section| (section, true));
        }
        let at = match self.sections.len() {
            0 | 1 => 0,
            _ if number < 0.0 => 1,
            2 => 0,
            _ => usize::from(number == 0.0) * 2,
        };
        self.sections.get(at).map(|section| (section, at != 1))
    }
}

/// Returns the sections of a format code.
fn sections(code: &str) -> Vec<String> {
    let (mut all, mut last, mut quoted, mut escaped) = (Vec::new(), String::new(), false, false);
    for c in code.chars() {
        if c == ';' && !quoted && !escaped {
            all.push(std::mem::take(&mut last));
            continue;
        }
        last.push(c);
        quoted ^= c == '"' && !escaped;
        escaped = !escaped && matches!(c, '\\' | '_' | '*') && !quoted;
    }
    all.push(last);
    all
}

impl FormatSection {
    fn of(code: &str) -> FormatSection {
        let mut section = FormatSection::default();
        section.is_code = section.read(code).is_some() && section.shows_codes();
        section
    }

    /// Whether it is for this number by its condition.
    fn fits(&self, number: f64) -> bool {
        self.condition
            .as_ref()
            .is_none_or(|condition| condition.holds(number))
    }

    /// Parses the parts; none where it has one that codes have not.
    fn read(&mut self, code: &str) -> Option<()> {
        let mut rest = code.chars();
        while let Some(c) = rest.next() {
            match c {
                '0' => self.parts.push(FormatPart::Zero),
                '#' => self.parts.push(FormatPart::Digit),
                '.' if !self.parts.contains(&FormatPart::Point) => {
                    self.parts.push(FormatPart::Point);
                }
                '"' => {
                    let literal: String = rest.by_ref().take_while(|c| *c != '"').collect();
                    self.literal(&literal);
                }
                '\\' => self.literal(&rest.next()?.to_string()),
                '_' | '*' => drop(rest.next()),
                '[' => {
                    let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                    self.bracket(&inside)?;
                }
                '-' | '+' | '(' | ')' | ':' | ' ' | '\u{a0}' | '!' | '&' | '~' | '{' | '}'
                | '\'' => {
                    self.literal(&c.to_string());
                }
                _ => return None,
            }
        }
        Some(())
    }

    fn literal(&mut self, text: &str) {
        if let Some(FormatPart::Literal(last)) = self.parts.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            self.parts.push(FormatPart::Literal(text.to_owned()));
        }
    }

    /// Parses a condition, a colour or a language; a currency or a duration is none of a code.
    fn bracket(&mut self, inside: &str) -> Option<()> {
        let sign: String = inside
            .chars()
            .take_while(|c| matches!(c, '<' | '>' | '='))
            .collect();
        if !sign.is_empty() {
            self.condition = Some(Condition {
                bound: inside[sign.len()..].trim().parse().ok()?,
                sign,
            });
            return Some(());
        }
        let is_language = inside.starts_with("$-");
        let is_colour = inside.len() > 2 && inside.chars().all(char::is_alphanumeric);
        (is_language || is_colour).then_some(())
    }

    fn shows_codes(&self) -> bool {
        let whole = self
            .parts
            .iter()
            .take_while(|part| **part != FormatPart::Point)
            .collect::<Vec<_>>();
        let zeros = whole
            .iter()
            .filter(|part| ***part == FormatPart::Zero)
            .count();
        let (first, last) = (
            whole.iter().position(|p| p.is_digit()),
            whole.iter().rposition(|p| p.is_digit()),
        );
        let (Some(first), Some(last)) = (first, last) else {
            return false;
        };
        let groups: Vec<&[&FormatPart]> = whole[first..=last]
            .split(|part| matches!(part, FormatPart::Literal(_)))
            .collect();
        if groups.len() < 2 {
            return zeros > 1;
        }
        // Groups of three with blanks or points between them are thousands: `# ##0`.
        let marks = whole[first..=last].iter().filter_map(|part| match part {
            FormatPart::Literal(text) => Some(text.as_str()),
            _ => None,
        });
        let are_thousands = marks
            .clone()
            .all(|mark| matches!(mark.trim(), "" | "." | "'" | "’"))
            && groups[1..].iter().all(|group| group.len() == 3)
            && *groups[0][0] == FormatPart::Digit;
        !are_thousands
    }

    /// Shows a number that is not negative; `None` where it is no code, or is not shown whole.
    fn text(&self, number: f64) -> Option<String> {
        if !self.is_code || number >= EXACT {
            return None;
        }
        let point = self
            .parts
            .iter()
            .position(|part| *part == FormatPart::Point)
            .unwrap_or(self.parts.len());
        let (whole, rest) = self.parts.split_at(point);
        let decimals = rest.iter().filter(|part| part.is_digit()).count();
        let written = format!("{number:.decimals$}");
        if written.parse::<f64>().ok()?.to_bits() != number.to_bits() {
            return None;
        }
        let (digits, fraction) = written.split_once('.').unwrap_or((&written, ""));
        let first = self.parts.iter().position(FormatPart::is_digit)?;
        let mut shown = shown_whole(whole, first, digits);
        let mut fraction = fraction.chars();
        for part in rest {
            match part {
                FormatPart::Literal(text) => shown.push_str(text),
                FormatPart::Point => shown.push('.'),
                FormatPart::Zero | FormatPart::Digit => shown.extend(fraction.next()),
            }
        }
        Some(shown)
    }
}

/// Shows the digits before the point by the parts for them, filled from the last; `first` is the first part for a digit,
/// which takes all digits that are left.
fn shown_whole(parts: &[FormatPart], first: usize, digits: &str) -> String {
    let mut digits = if digits == "0" { "" } else { digits };
    let mut backwards: Vec<&str> = Vec::new();
    for (at, part) in parts.iter().enumerate().rev() {
        let (before, last) = digits.split_at(digits.len().saturating_sub(1));
        match part {
            FormatPart::Literal(text) => {
                backwards.push(text);
                continue;
            }
            _ if at == first && !digits.is_empty() => {
                backwards.push(digits);
                digits = "";
                continue;
            }
            FormatPart::Zero if last.is_empty() => backwards.push("0"),
            _ => backwards.push(last),
        }
        digits = before;
    }
    backwards.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::CodeFormat;

    #[test]
    fn codes_are_shown_as_their_format_has_them() {
        for (format, number, shown) in [
            ("00000", 1008.0, "01008"),
            ("00000", 123_456.0, "123456"),
            ("00000", 0.0, "00000"),
            ("0-00-000", 1_234.0, "0-01-234"),
            ("0\\-00\\-000", 12_034_567.0, "120-34-567"),
            ("000\\-00\\-0000", 12_345_678.0, "012-34-5678"),
            ("\"MX\"000", 7.0, "MX007"),
            ("000\\ 00", 11_000.0, "110 00"),
            (
                "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####",
                5_551_234.0,
                "555-1234",
            ),
            (
                "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####",
                9_515_551_234.0,
                "(951) 555-1234",
            ),
            ("[$-80A]00000", 9.0, "00009"),
            ("00000;-00000", -12.0, "-00012"),
            ("00.00", 5.5, "05.50"),
            ("00000_);(00000)", -12.0, "(00012)"),
            ("00\":\"00", 930.0, "09:30"),
        ] {
            let text = CodeFormat::of(format).and_then(|format| format.text(number));
            assert_eq!(text.as_deref(), Some(shown), "{format} {number}");
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        for format in [
            "General",
            "0",
            "0.00",
            "#,##0",
            "#,##0.00",
            "0%",
            "0.00E+00",
            "# ##0",
            "#\\ ##0",
            "# ?/?",
            "yyyy-mm-dd",
            "h:mm",
            "\"$\"#,##0",
            "$0",
            "[$€-407]00",
            "[h]:mm",
            "@",
            "0\" km\"",
            "_-* #,##0_-",
            "#'##0",
            "0.0##",
        ] {
            assert_eq!(CodeFormat::of(format), None, "{format}");
        }
        // What the format rounds is not shown whole.
        let format = CodeFormat::of("000").unwrap();
        assert_eq!((format.text(1.5), format.text(1e18)), (None, None));
        assert_eq!(CodeFormat::of("00000;0").unwrap().text(-3.0), None);
    }
}
