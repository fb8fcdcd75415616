//! Words and links as templates get them: in a language, or as the name of one of the theme's messages.

use super::lang::Lang;
use super::messages::Arg;
use super::words::Words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Words: either the portal's own (`text`), or the name of one of the theme's messages (`message`), which may be a sentence
/// about names (`names`).
/// Templates write them with the helpers `phrase` (marked with their language) and `plain` (text only).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// The portal's words; null when only the theme has them.
    pub text: Option<String>,
    /// Their language, only where it differs from the page's.
    pub lang: Option<String>,
    /// The name of the theme's message; null when only the portal has the words.
    pub message: Option<String>,
    /// What stands in that message's variables; left out where it has none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, Phrase>,
}

/// Says one of the theme's messages, with what stands in its variables.
pub(crate) type SayMessage<'s> = &'s dyn Fn(&str, &[(&str, Arg)]) -> String;

/// The theme's message that lists, divided by `|`, beginnings of names that a sentence cannot take as they are, for they would need
/// an article.
const ARTICLE_NAMES: &str = "names-with-article";

/// Returns the message of a sentence about a name: of `X-of` its other form `X-at` (`State of Mexico: …`) where the name begins as one
/// that would need an article.
pub(crate) fn sentence_about(id: &str, name: &str, say: SayMessage<'_>) -> String {
    let Some(plain) = id.strip_suffix("-of") else {
        return id.to_owned();
    };
    let listed = say(ARTICLE_NAMES, &[]);
    let mut beginnings = listed.split('|').map(str::trim).filter(|b| !b.is_empty());
    let needs_one = beginnings.any(|beginning| {
        let rest = name.strip_prefix(beginning);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    });
    if needs_one {
        format!("{plain}-at")
    } else {
        id.to_owned()
    }
}

impl Phrase {
    /// Words in the page's language.
    pub fn new(text: impl Into<String>) -> Self {
        Phrase {
            text: Some(text.into()),
            ..Phrase::default()
        }
    }

    /// Words in a language, on a page in `page`'s.
    pub fn in_lang(text: impl Into<String>, lang: &Lang, page: &Lang) -> Self {
        Phrase {
            text: Some(text.into()),
            lang: differing(lang, page),
            ..Phrase::default()
        }
    }

    /// Words for a reader of the page's language, as they can be had; none where there are no words.
    pub fn of(words: &Words, page: &Lang) -> Option<Self> {
        let said = words
            .said(page)
            .filter(|said| !said.text.trim().is_empty())?;
        Some(Phrase::in_lang(said.text, said.lang, page))
    }

    /// Words that the theme has, such as `commitments`.
    pub fn message(id: impl Into<String>) -> Self {
        Phrase {
            message: Some(id.into()),
            ..Phrase::default()
        }
    }

    /// A sentence that the theme has, about names.
    pub fn sentence(
        id: impl Into<String>,
        names: impl IntoIterator<Item = (&'static str, Phrase)>,
    ) -> Self {
        let names = names.into_iter();
        Phrase {
            message: Some(id.into()),
            names: names.map(|(name, said)| (name.to_owned(), said)).collect(),
            ..Phrase::default()
        }
    }
}

/// A name, and where it leads. Without `href` it is only a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What it is called.
    pub text: Phrase,
    /// Where it leads.
    pub href: Option<String>,
}

impl Link {
    /// A name that leads somewhere.
    pub fn to(text: Phrase, href: impl Into<String>) -> Self {
        Link {
            text,
            href: Some(href.into()),
        }
    }

    /// A name that leads nowhere.
    pub fn unlinked(text: Phrase) -> Self {
        Link { text, href: None }
    }
}

/// The tag of `lang` where it is not the page's.
pub(crate) fn differing(lang: &Lang, page: &Lang) -> Option<String> {
    (lang != page).then(|| lang.tag().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_needs_an_article_gets_another_sentence() {
        let say = |_: &str, _: &[(&str, Arg)]| "State | United ".to_owned();
        let of = |name: &str| sentence_about("heading-of", name, &say);
        assert_eq!(of("Mexico"), "heading-of");
        assert_eq!(of("State of Mexico"), "heading-at");
        assert_eq!(of("Statesville"), "heading-of");
        assert_eq!(sentence_about("heading", "State", &say), "heading");
    }

    #[test]
    fn language_is_said_only_where_it_differs() {
        let [es, en] = ["es", "en"].map(|tag| Lang::parse(tag).unwrap());
        let words = Words::new(es.clone(), "Acción");
        assert_eq!(Phrase::of(&words, &es).unwrap().lang, None);
        assert_eq!(Phrase::of(&words, &en).unwrap().lang.as_deref(), Some("es"));
        assert_eq!(Phrase::of(&Words::default(), &en), None);
    }
}
