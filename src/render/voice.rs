//! A language as a theme speaks it: its messages, its numbers and dates, and the words that it borrows.

use super::glossary::keep_first;
use super::untranslated::settle;
use crate::text::date::PartialDate;
use crate::text::escape;
use crate::text::lang::Lang;
use crate::text::messages::{Arg, Messages};
use crate::text::number::NumberSeparators;
use crate::text::untranslated;
use std::collections::BTreeSet;

/// A language as a theme speaks it.
pub struct Voice {
    pub(crate) lang: Lang,
    /// Its messages, and those that another language lends.
    pub messages: Messages,
    /// How it writes numbers: separators from `number-decimal`, `number-group`, `number-group-from`.
    pub(crate) separators: NumberSeparators,
    /// What another language lends, where that one has words that this one lacks.
    pub(crate) lent: Option<LentMessages>,
}

/// Messages that a language lacks.
pub(crate) struct LentMessages {
    /// The language that lends them.
    pub(crate) from: Lang,
    pub(crate) lacking: BTreeSet<String>,
}

impl Voice {
    /// Takes the separators of numbers from the messages.
    pub(crate) fn new(lang: Lang, messages: Messages) -> Voice {
        let [decimal, group, group_from] = ["number-decimal", "number-group", "number-group-from"]
            .map(|id| messages.format(id, None, &[]));
        let usual = NumberSeparators::default();
        let separators = NumberSeparators {
            decimal: decimal.unwrap_or(usual.decimal),
            group: group.unwrap_or(usual.group),
            group_from: group_from
                .and_then(|n| n.parse().ok())
                .unwrap_or(usual.group_from),
        };
        Voice {
            lang,
            messages,
            separators,
            lent: None,
        }
    }

    /// Returns a message; where there is none, its name in brackets, so that it is seen.
    pub fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.messages
            .format(id, None, args)
            .unwrap_or_else(|| format!("[{id}]"))
    }

    /// [`Voice::say`] for a page: words of another language are marked, until [`Voice::settle`] says which.
    pub fn speak(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let said = self.say(id, args);
        match &self.lent {
            Some(lent) if lent.lacking.contains(id) && !said.is_empty() => {
                untranslated::delimited(&said)
            }
            _ => said,
        }
    }

    /// Returns a date in words, as precise as it is; text that is no date stays as it is.
    pub(crate) fn date(&self, iso: &str) -> String {
        date_in_words(iso, |id, args| self.say(id, args))
    }

    /// Returns a page whose untranslated words tell their language, and that links each term of the glossary once.
    pub fn settle(&self, html: String) -> String {
        let html = keep_first(html);
        match &self.lent {
            Some(lent) => settle(html, &self.lang_attributes(lent.from.tag())),
            None => html,
        }
    }

    /// Returns the attributes that tell words of another language; empty where it is this one.
    pub(super) fn lang_attributes(&self, tag: &str) -> String {
        if tag == self.lang.tag() {
            return String::new();
        }
        let mut out = format!(" lang=\"{}\"", escape::html(tag));
        let dir = Lang::parse(tag).map_or("ltr", |l| l.dir());
        if dir != self.lang.dir() {
            out.push_str(&format!(" dir=\"{dir}\""));
        }
        out
    }
}

/// Returns a date in the words of `say`, as precise as it is; text that is no date stays as it is.
pub(super) fn date_in_words(iso: &str, say: impl Fn(&str, &[(&str, Arg)]) -> String) -> String {
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
