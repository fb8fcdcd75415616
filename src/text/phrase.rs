//! Words and links as templates get them: in a language, or as the name of one of the theme's messages.

use super::lang::Lang;
use super::words::Words;
use serde::{Deserialize, Serialize};

/// Words: either the portal's own (`text`), or the name of one of the theme's messages (`message`). Where both are given,
/// the one follows the other after a `·`.
/// Templates write them with the helpers `phrase` (marked with their language) and `plain` (text only).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// The portal's words; null when only the theme has them.
    pub text: Option<String>,
    /// Their language, only where it differs from the page's.
    pub lang: Option<String>,
    /// The name of the theme's message; null when only the portal has the words.
    pub message: Option<String>,
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
            message: None,
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
    fn language_is_said_only_where_it_differs() {
        let [es, en] = ["es", "en"].map(|tag| Lang::parse(tag).unwrap());
        let words = Words::new(es.clone(), "Acción");
        assert_eq!(Phrase::of(&words, &es).unwrap().lang, None);
        assert_eq!(Phrase::of(&words, &en).unwrap().lang.as_deref(), Some("es"));
        assert_eq!(Phrase::of(&Words::default(), &en), None);
    }
}
