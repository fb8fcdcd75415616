//! A language as a theme speaks it: its messages, its numbers and dates, and the words that it borrows.

use super::glossary::keep_first;
use super::untranslated::{PageLanguages, settle};
use crate::text::date::PartialDate;
use crate::text::direction;
use crate::text::escape;
use crate::text::lang::Lang;
use crate::text::messages::{Arg, Messages};
use crate::text::number::NumberSeparators;
use crate::text::untranslated::{self, Speaker};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A language as a theme speaks it.
pub struct Voice {
    pub(crate) lang: Lang,
    /// Its own messages.
    pub messages: Messages,
    /// How it writes numbers: separators from `number-decimal`, `number-group`, `number-group-from`.
    pub(crate) separators: NumberSeparators,
    /// Who speaks where it has no words.
    pub(crate) lender: Option<Lender>,
}

/// The language that speaks where another one has no words.
pub(crate) struct Lender {
    pub(crate) voice: Arc<Voice>,
    /// The messages that the other one lacks.
    lacking: BTreeSet<String>,
    /// Whether charts are drawn in its words.
    pub(crate) draws: bool,
}

impl Voice {
    /// Takes the separators of numbers from the messages.
    pub(crate) fn new(lang: Lang, messages: Messages, lender: Option<Lender>) -> Voice {
        let mut voice = Voice {
            lang,
            messages,
            separators: NumberSeparators::default(),
            lender,
        };
        let [decimal, group, group_from] =
            ["number-decimal", "number-group", "number-group-from"].map(|id| voice.words(id, &[]));
        let usual = NumberSeparators::default();
        voice.separators = NumberSeparators {
            decimal: decimal.unwrap_or(usual.decimal),
            group: group.unwrap_or(usual.group),
            group_from: group_from
                .and_then(|n| n.parse().ok())
                .unwrap_or(usual.group_from),
        };
        voice
    }

    /// Returns a message of its own, or else the lender's; `None` where neither has it.
    pub(crate) fn words(&self, id: &str, args: &[(&str, Arg)]) -> Option<String> {
        let lender = self.lender.as_ref();
        (self.messages.format(id, None, args))
            .or_else(|| lender.and_then(|lender| lender.voice.words(id, args)))
    }

    /// Returns a message; where there is none, its name in brackets, so that it is seen.
    pub fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.words(id, args).unwrap_or_else(|| format!("[{id}]"))
    }

    /// [`Voice::say`] for a page: words of another language are marked, until [`Voice::settle`] says which. Such a sentence is the
    /// other language's as a whole, with its numbers and dates; so is one that would hold words of it.
    pub fn speak(&self, id: &str, args: &[(&str, Arg)]) -> String {
        match &self.lender {
            Some(lender) if lender.lacking.contains(id) || lender.says_a_part(id, args) => {
                delimited(
                    &lender
                        .voice
                        .say(id, &fitted(args, &lender.voice, Speaker::Lender)),
                )
            }
            _ => self.say(id, &fitted(args, self, Speaker::Own)),
        }
    }

    /// Returns plain digits in the language's manner; beside it, where they differ, how the lender writes them.
    pub(crate) fn number(&self, digits: &str) -> String {
        let mut own = self.separators.format(digits);
        if own.starts_with('-') && self.lang.dir() == "rtl" {
            // Else the sign would be seen on the other side (CLDR has the mark in its minus sign, too).
            own.insert(0, '\u{200e}');
        }
        match &self.lender {
            Some(lender) => untranslated::either(own, &lender.voice.separators.format(digits)),
            None => own,
        }
    }

    /// Returns a date in words, as precise as it is; text that is no date stays as it is.
    pub(crate) fn date(&self, iso: &str) -> String {
        let lender = self.lender.as_ref();
        match lender.and_then(|_| self.lender_of(&date_words(iso))) {
            Some(lender) => lender.voice.date(iso),
            None => date_in_words(iso, |id, args| self.say(id, args)),
        }
    }

    /// [`Voice::date`] for a page: marked where it is the lender's, and else with the lender's beside it.
    pub(crate) fn spoken_date(&self, iso: &str) -> String {
        let Some(lender) = self
            .lender
            .as_ref()
            .filter(|_| PartialDate::parse(iso).is_some())
        else {
            return self.date(iso);
        };
        match self.lender_of(&date_words(iso)) {
            Some(lender) => delimited(&lender.voice.date(iso)),
            None => untranslated::either(self.date(iso), &lender.voice.date(iso)),
        }
    }

    /// Returns the lender where the language lacks any of these messages.
    pub(crate) fn lender_of(&self, ids: &[String]) -> Option<&Lender> {
        let lender = self.lender.as_ref()?;
        (ids.iter().any(|id| lender.lacking.contains(id))).then_some(lender)
    }

    /// Returns a page whose untranslated words tell their language, and that links each term of the glossary once.
    pub fn settle(&self, html: String) -> String {
        let lent = self.lender.as_ref().map(|lender| &lender.voice.lang);
        let languages = PageLanguages {
            page: &self.lang,
            lent_attributes: lent
                .map(|lang| self.lang_attributes(lang.tag()))
                .unwrap_or_default(),
            page_attributes: lent
                .map(|lang| attributes_of(self.lang.tag(), lang))
                .unwrap_or_default(),
        };
        settle(keep_first(html), &languages)
    }

    /// Returns the attributes that tell words of another language; empty where it is this one.
    pub(super) fn lang_attributes(&self, tag: &str) -> String {
        attributes_of(tag, &self.lang)
    }
}

impl Lender {
    /// Makes `voice` speak where `lacking` are the messages that another language lacks.
    pub(crate) fn new(voice: Arc<Voice>, lacking: BTreeSet<String>) -> Lender {
        let is_drawn = |id: &String| id.starts_with("chart-") || id.starts_with("month-");
        Lender {
            draws: lacking.iter().any(is_drawn),
            voice,
            lacking,
        }
    }

    /// Returns whether a value of a sentence is in the lender's words, and the lender has the sentence too.
    fn says_a_part(&self, id: &str, args: &[(&str, Arg)]) -> bool {
        let is_lent = |(_, arg): &(&str, Arg)| matches!(arg, Arg::Text(text) if text.contains(untranslated::FROM));
        args.iter().any(is_lent) && self.voice.messages.has(id, None)
    }
}

/// Returns the attributes of words in the language `tag` among those of `around`; empty where both are one.
fn attributes_of(tag: &str, around: &Lang) -> String {
    if tag == around.tag() {
        return String::new();
    }
    let mut out = format!(" lang=\"{}\"", escape::html(tag));
    let dir = Lang::parse(tag).map_or("ltr", |l| l.dir());
    if dir != around.dir() {
        out.push_str(&format!(" dir=\"{dir}\""));
    }
    out
}

/// Marks words of a page; nothing stays nothing.
pub(super) fn delimited(words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        untranslated::delimited(words)
    }
}

/// Returns values as a sentence of `voice` holds them: its numbers and dates, and kept together what is written in the other
/// direction.
fn fitted<'a>(args: &[(&'a str, Arg)], voice: &Voice, speaker: Speaker) -> Vec<(&'a str, Arg)> {
    let is_rtl = voice.lang.dir() == "rtl";
    let fit = |text: &str| {
        let text = if untranslated::is_marked(text) {
            untranslated::chosen(text, speaker)
                .replace([untranslated::FROM, untranslated::UNTIL], "")
        } else {
            text.to_owned()
        };
        let is_kept = text.contains(untranslated::VALUE);
        if !is_kept && direction::is_torn(&text, is_rtl) {
            untranslated::isolated(&text)
        } else {
            text
        }
    };
    args.iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, Arg::Text(fit(text))),
            Arg::Count(n) => (*name, Arg::Count(*n)),
        })
        .collect()
}

/// Returns the messages that a date is said with; none where the text is no date.
pub(super) fn date_words(iso: &str) -> Vec<String> {
    let Some(date) = PartialDate::parse(iso) else {
        return Vec::new();
    };
    let pattern = match (date.month, date.day) {
        (None, _) => "date-year",
        (Some(_), None) => "date-month",
        (Some(_), Some(_)) => "date-day",
    };
    let month = date.month.map(|month| format!("month-{month}"));
    std::iter::once(pattern.to_owned()).chain(month).collect()
}

/// Returns a date in the words of `say`, as precise as it is; text that is no date stays as it is.
fn date_in_words(iso: &str, say: impl Fn(&str, &[(&str, Arg)]) -> String) -> String {
    let Some(date) = PartialDate::parse(iso) else {
        return iso.to_owned();
    };
    let year = date.year.to_string();
    let Some(month) = date.month else {
        return say("date-year", &[("year", year.into())]);
    };
    let name = say(&format!("month-{month}"), &[]);
    match date.day {
        None => say(
            "date-month",
            &[("month", name.into()), ("year", year.into())],
        ),
        Some(day) => say(
            "date-day",
            &[
                ("day", day.to_string().into()),
                ("month", name.into()),
                ("year", year.into()),
            ],
        ),
    }
}
