//! Facts that are dates, numbers, yes or no.

use super::asked::FactForm;
use super::dates::wrong_date;
use super::fields::{Fields, Spanned, is_yes, unknown_word};
use crate::diag::{Diagnostic, Sink, codes};
use crate::source::other_programs::whole_number;
use crate::text::date::PartialDate;
use std::ops::Range;

/// A no, in English or Spanish.
const NO: &[&str] = &["no", "false"];

impl<'a> Fields<'a> {
    /// Parses a date of year, month or day precision, or the day of an instant.
    pub(crate) fn date(&mut self, name: &'a str, sink: &mut Sink) -> Option<Spanned<PartialDate>> {
        self.note(name, || FactForm::Date);
        let text = self.text(name, sink)?;
        self.as_date(text, sink)
    }

    /// Parses a text of these facts as [`Fields::date`] does.
    pub(crate) fn as_date(
        &self,
        text: Spanned<String>,
        sink: &mut Sink,
    ) -> Option<Spanned<PartialDate>> {
        let date = PartialDate::parse_day(&text.value);
        if date.is_none() {
            sink.push(wrong_date(&text.value).at(self.place(&text.span)));
        }
        text.parsed(date)
    }

    /// Parses yes or no, in English or Spanish.
    pub(crate) fn flag(&mut self, name: &'a str, sink: &mut Sink) -> Option<Spanned<bool>> {
        self.note(name, || FactForm::Flag);
        let text = self.text(name, sink)?;
        self.as_flag(name, text, sink)
    }

    /// Parses a text of these facts as [`Fields::flag`] does.
    pub(crate) fn as_flag(
        &self,
        name: &str,
        text: Spanned<String>,
        sink: &mut Sink,
    ) -> Option<Spanned<bool>> {
        let yes = is_yes(&text.value);
        if !yes && !NO.contains(&&*text.value.to_lowercase()) {
            sink.push(unknown_word(self.file(), &text, name, &["yes", "no"]));
            return None;
        }
        text.parsed(Some(yes))
    }

    /// Parses a text of these facts as a number: digits, those of decimals behind a point.
    pub(crate) fn as_number(
        &self,
        name: &str,
        text: Spanned<String>,
        sink: &mut Sink,
    ) -> Option<Spanned<String>> {
        let digits = text.value.strip_prefix('-').unwrap_or(&text.value);
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let are_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if are_digits(whole) && are_digits(decimals) {
            return Some(text);
        }
        sink.push(self.wrong_form(&text.span, name, "number"));
        None
    }

    /// Parses a whole number.
    pub(crate) fn integer(&mut self, name: &'a str, sink: &mut Sink) -> Option<Spanned<i64>> {
        self.note(name, || FactForm::Integer);
        let text = self.text(name, sink)?;
        self.as_integer(name, text, sink)
    }

    /// Parses a text of these facts as a whole number.
    pub(crate) fn as_integer(
        &self,
        name: &str,
        text: Spanned<String>,
        sink: &mut Sink,
    ) -> Option<Spanned<i64>> {
        let value = whole_number(&text.value);
        if value.is_none() {
            sink.push(self.wrong_form(&text.span, name, "whole-number"));
        }
        text.parsed(value)
    }

    /// The finding that a number here is not one from 1 to `most`.
    pub(crate) fn outside(&self, number: &Spanned<i64>, name: &str, most: u64) -> Diagnostic {
        self.wrong_form(&number.span, name, "limit")
            .arg("most", most)
    }

    /// The finding that a value under a name is not of the form that the message calls `expected`.
    pub(crate) fn wrong_form(
        &self,
        value: &Range<usize>,
        name: &str,
        expected: &'static str,
    ) -> Diagnostic {
        Diagnostic::new(&codes::WRONG_FORM)
            .at(self.place(value))
            .arg("name", name)
            .arg("expected", expected)
    }
}
