//! Words in several languages.

use super::lang::Lang;
use std::collections::BTreeMap;

/// The same words in one or more languages; the first language is the one they were written in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    said: Vec<(Lang, String)>,
}

/// Words as they can be had for a reader: the text, and the language it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordsInLang<'a> {
    /// The words in that language.
    pub text: &'a str,
    /// Its language, which may not be the one asked for.
    pub lang: &'a Lang,
}

impl Words {
    /// Words in the language they were written in.
    pub fn new(lang: Lang, text: impl Into<String>) -> Self {
        Words {
            said: vec![(lang, text.into())],
        }
    }

    /// Returns words of no language.
    pub const fn none() -> Self {
        Words { said: Vec::new() }
    }

    /// Adds or replaces a translation.
    pub fn add(&mut self, lang: Lang, text: impl Into<String>) {
        match self.said.iter_mut().find(|(l, _)| *l == lang) {
            Some((_, old)) => *old = text.into(),
            None => self.said.push((lang, text.into())),
        }
    }

    /// These words and others with something between them, in every language that either has.
    #[must_use]
    pub fn joined(&self, other: &Words, between: &str) -> Words {
        let mut joined = Words::default();
        for (lang, _) in self.all().chain(other.all()) {
            if joined.said.iter().all(|(known, _)| known != lang) {
                joined.add(
                    lang.clone(),
                    format!("{}{between}{}", self.text(lang), other.text(lang)),
                );
            }
        }
        joined
    }

    /// Adds a translation where there is one.
    pub fn extend(&mut self, lang: Lang, text: Option<String>) {
        if let Some(text) = text {
            self.add(lang, text);
        }
    }

    /// The words in this language, else in the language they were written in; none when there are no words.
    pub fn said(&self, lang: &Lang) -> Option<WordsInLang<'_>> {
        let (lang, text) = self
            .said
            .iter()
            .find(|(l, _)| l == lang)
            .or_else(|| self.said.first())?;
        Some(WordsInLang { text, lang })
    }

    /// [`Words::said`] without the language; empty when there are no words.
    pub fn text(&self, lang: &Lang) -> &str {
        self.said(lang).map_or("", |s| s.text)
    }

    /// Whether there are no words at all.
    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// Every language and text, the original first.
    pub fn all(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.said.iter().map(|(l, t)| (l, t.as_str()))
    }

    /// Every language and text, in the order of the languages: for output that must not depend on authorship.
    pub fn sorted(&self) -> BTreeMap<&Lang, &str> {
        self.all().collect()
    }
}
