//! How the published CSV writes the cells of a column: as programs expect them, where it is certain what they say.
//!
//! Dates are in ISO 8601, numbers have a decimal point and nothing between their thousands; no digit is added, dropped or
//! rounded, but for the fraction of zeros that programs give to whole numbers of a column with gaps (`10.0`): where a column is
//! declared to hold whole numbers, no reader of its descriptor takes one. What only a declaration makes certain (signs around numbers, words for yes and no) stays as it was received
//! until it is declared.

use super::number::NumberFormat;
use super::{CellFormat, CellReading};
use crate::cell_formats::known_words::{FALSE_WORDS, TRUE_WORDS};
use crate::missing_values::is_one_of;
use tragaluz_text::unseen;

impl CellFormat {
    /// Returns the form that the published CSV has the cells in, by whether this one is `declared` or was inferred.
    /// `missing_values` are the texts for "no value", none of which a cell may become.
    #[must_use]
    pub(crate) fn published(&self, declared: bool, missing_values: &[String]) -> CellFormat {
        let wanted = match self {
            CellFormat::Integer(form) if declared || form.bare => {
                CellFormat::Integer(NumberFormat::default())
            }
            CellFormat::Number(form) if declared || form.bare => {
                CellFormat::Number(NumberFormat::default())
            }
            CellFormat::Boolean(yes, no) if declared => {
                let are_usual = yes.iter().all(|word| TRUE_WORDS.contains(&word.as_str()))
                    && no.iter().all(|word| FALSE_WORDS.contains(&word.as_str()));
                if are_usual {
                    return self.clone();
                }
                CellFormat::Boolean(
                    vec![TRUE_WORDS[0].to_owned()],
                    vec![FALSE_WORDS[0].to_owned()],
                )
            }
            CellFormat::Moment(kind, patterns) => match patterns.as_slice() {
                [only] => match only.in_iso(*kind) {
                    Some(iso) if iso != *only => CellFormat::Moment(*kind, vec![iso]),
                    _ => return self.clone(),
                },
                // Several patterns are those of the standard, or any at all, which says nothing for certain.
                _ => return self.clone(),
            },
            _ => return self.clone(),
        };
        let taken = missing_values
            .iter()
            .any(|mark| self.may_become(mark, &wanted));
        if taken { self.clone() } else { wanted }
    }

    /// Whether the published CSV has the cells without blanks and unseen signs at their ends.
    pub(crate) fn is_trimmed(&self) -> bool {
        match self {
            CellFormat::Integer(form) | CellFormat::Number(form) => form.is_plain(),
            CellFormat::Moment(..) => true,
            _ => false,
        }
    }

    /// Whether a cell with a value could, published, be this mark for "no value".
    fn may_become(&self, mark: &str, published: &CellFormat) -> bool {
        let Some(fact) = published.read(mark) else {
            return false;
        };
        match (self, fact) {
            // Below a thousand, nothing but signs and blanks can be taken away.
            (CellFormat::Integer(form) | CellFormat::Number(form), CellReading::Number(number)) => {
                !form.bare || form.group.is_some() && number.to_f64().abs() >= 1000.0
            }
            _ => self != published,
        }
    }

    /// Writes a cell of this form in the published one. False where it stays as it is: it does not fit, or says so already.
    pub fn publish(
        &self,
        cell: &str,
        published: &CellFormat,
        missing_values: &[String],
        out: &mut String,
    ) -> bool {
        out.clear();
        let written = match (self, published) {
            (CellFormat::Integer(form), CellFormat::Integer(to)) if to.is_plain() => {
                form.write_published(cell, out).is_some() && super::cut_zero_fraction(out)
            }
            (CellFormat::Number(form), CellFormat::Number(to)) if to.is_plain() => {
                form.write_published(cell, out).is_some()
            }
            (CellFormat::Boolean(..), CellFormat::Boolean(yes, no)) => match self.read(cell) {
                Some(CellReading::Boolean(is_yes)) => {
                    out.push_str(if is_yes { &yes[0] } else { &no[0] });
                    true
                }
                _ => false,
            },
            (CellFormat::Moment(_, from), CellFormat::Moment(_, to)) if from == to => {
                out.push_str(unseen::trim(cell));
                true
            }
            (CellFormat::Moment(_, from), CellFormat::Moment(_, to)) => {
                match (from.as_slice(), to.as_slice()) {
                    ([from], [to]) => from.rewrite(unseen::trim(cell), to, out).is_some(),
                    _ => false,
                }
            }
            _ => false,
        };
        written && !is_one_of(missing_values, out)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Value;
    use super::super::number::Decimal;
    use super::super::pattern::Pattern;
    use super::*;
    use crate::field_type::FieldType;

    fn number(decimal: u8, group: Option<char>, bare: bool) -> CellFormat {
        CellFormat::Number(NumberFormat {
            decimal,
            group,
            bare,
        })
    }

    fn published(form: &CellFormat, declared: bool, cell: &str) -> String {
        let none = [String::new()];
        let to = form.published(declared, &none);
        let mut out = String::new();
        if form.publish(cell, &to, &none, &mut out) {
            out
        } else {
            cell.to_owned()
        }
    }

    #[test]
    fn every_digit_stays() {
        let german = number(b',', Some('.'), true);
        for (cell, wanted) in [
            ("1.234.567,80", "1234567.80"),
            ("1,10", "1.10"),
            ("007,50", "007.50"),
            ("-0,0", "-0.0"),
            (" 12,5\u{a0}", "12.5"),
            ("+3", "+3"),
            ("n/a", "n/a"),
            ("NaN", "NaN"),
        ] {
            assert_eq!(published(&german, false, cell), wanted);
        }
        assert_eq!(
            published(
                &number(b'.', Some('\u{202f}'), true),
                false,
                "1\u{202f}234.50"
            ),
            "1234.50"
        );
    }

    #[test]
    fn declared_whole_numbers_lose_a_fraction_of_zeros_and_nothing_else() {
        let whole = |decimal, group, bare| {
            CellFormat::Integer(NumberFormat {
                decimal,
                group,
                bare,
            })
        };
        let plain = whole(b'.', None, true);
        for (cell, wanted) in [
            ("10.0", "10"),
            ("-3.000", "-3"),
            ("007.0", "007"),
            ("0.0", "0"),
            ("12", "12"),
            ("10.5", "10.5"),
            ("1e3", "1e3"),
            ("10.0e1", "10.0e1"),
        ] {
            assert_eq!(published(&plain, true, cell), wanted);
        }
        assert_eq!(
            published(&whole(b',', Some('.'), true), true, "1.000"),
            "1000"
        );
        assert_eq!(
            published(&whole(b',', Some('.'), true), true, "1.000,00"),
            "1000"
        );
        assert_eq!(
            published(&whole(b'.', None, false), true, "10.0 euros"),
            "10"
        );
        for (cell, number) in [
            ("10.0", Some(10)),
            ("-0.0", Some(0)),
            ("10.5", None),
            ("10e-1", None),
            ("1.5e1", Some(15)),
        ] {
            let read = plain.read(cell);
            assert_eq!(
                read,
                number.map(|mantissa| CellReading::Number(Decimal { mantissa, scale: 0 })),
                "{cell}"
            );
        }
        let mut scratch = String::new();
        assert_eq!(plain.value("10.00", &mut scratch), Value::Integer("10"));
        assert_eq!(plain.value("10.5", &mut scratch), Value::Text("10.5"));
    }

    #[test]
    fn signs_around_numbers_and_words_for_yes_stay_until_they_are_declared() {
        let dollars = number(b'.', Some(','), false);
        assert_eq!(published(&dollars, false, "$1,234.50"), "$1,234.50");
        assert_eq!(published(&dollars, true, "$1,234.50"), "1234.50");
        assert_eq!(published(&dollars, true, "(1,234.50)"), "(1,234.50)");
        let words = CellFormat::Boolean(vec!["Sí".into()], vec!["No".into()]);
        assert_eq!(published(&words, false, "Sí"), "Sí");
        assert_eq!(published(&words, true, "Sí"), "true");
        let known = CellFormat::Boolean(vec!["TRUE".into()], vec!["FALSE".into()]);
        assert_eq!(published(&known, true, "TRUE"), "TRUE");
    }

    #[test]
    fn no_cell_becomes_a_mark_for_no_value() {
        let day = CellFormat::Moment(FieldType::Date, vec![Pattern::strict("%d/%m/%Y").unwrap()]);
        assert_eq!(day.published(false, &["9999-12-31".into()]), day);
        let german = number(b',', Some('.'), true);
        assert_eq!(german.published(false, &["1999".into()]), german);
        let marks = ["-99".to_owned(), "NA".to_owned()];
        let to = german.published(false, &marks);
        assert!(to != german);
        let mut out = String::new();
        assert!(
            !german.publish(" -99", &to, &marks, &mut out)
                && german.publish("-99,0", &to, &marks, &mut out)
        );
    }
}
