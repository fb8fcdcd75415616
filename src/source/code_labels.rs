//! The words that the site shows for a code (`En curso` for `in-progress`), which a page may write in its place.
//!
//! They are read from the shipped theme's own words, so that there is no second list of them.

use crate::text::messages::Messages;
use crate::text::near::nearest;
use crate::text::slug::slug;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The shipped theme's words, by language.
const THEME: &[(&str, &str)] = &[
    ("es", include_str!("../../themes/claro/i18n/es.ftl")),
    ("en", include_str!("../../themes/claro/i18n/en.ftl")),
];

/// The words of other languages. Pages are written in the languages of the messages; forms are answered in any.
const OTHERS: &[(&str, &str)] = &[
    ("fr", include_str!("../../themes/claro/i18n/fr.ftl")),
    ("pt", include_str!("../../themes/claro/i18n/pt.ftl")),
    ("ar", include_str!("../../themes/claro/i18n/ar.ftl")),
    ("zh", include_str!("../../themes/claro/i18n/zh.ftl")),
];

/// The words of messages in every language, as addresses have them.
static SAID: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (lang, words) in THEME.iter().chain(OTHERS) {
        let Ok(messages) = Messages::new(lang, &[words]) else {
            continue;
        };
        for id in messages.ids() {
            let label = messages.format(&id, None, &[]).unwrap_or_default();
            all.entry(id).or_default().push(slug(&label));
        }
    }
    all
});

/// Returns a message's words in every language, as addresses have them.
pub(crate) fn said(message: &str) -> impl Iterator<Item = &str> {
    let words = SAID.get(message).map(Vec::as_slice).unwrap_or_default();
    words.iter().map(String::as_str)
}

/// Whether a text is a yes or a no, in any language.
pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    let text = slug(text);
    let is = |message: &str| said(message).any(|word| word == text);
    if is("yes") {
        return Some(true);
    }
    is("no").then_some(false)
}

/// The code among `known` that a text is, or is the shown name of in any language.
pub(crate) fn code_in_any_language(
    fact: &str,
    text: &str,
    known: &[&'static str],
) -> Option<&'static str> {
    let (text, prefix) = (slug(text), prefix(fact));
    known.iter().copied().find(|code| {
        let shown = [format!("{prefix}{code}"), format!("{prefix}{code}-said")];
        *code == text || shown.iter().any(|id| said(id).any(|word| word == text))
    })
}

/// Names of messages by their words as addresses have them: `en-curso` is said by `status-in-progress`.
static NAMES: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (lang, words) in THEME {
        let Ok(messages) = Messages::new(lang, &[words]) else {
            continue;
        };
        for id in messages.ids() {
            let label = messages.format(&id, None, &[]).unwrap_or_default();
            names.entry(slug(&label)).or_default().push(id);
        }
    }
    names
});

/// The code among `known` that `text` is the shown name of; `fact` is the fact's name, with which the theme's messages
/// begin. Case and accents do not matter, nor whether words are joined by blanks, hyphens or underscores.
pub(crate) fn code_of<'k>(
    fact: &str,
    text: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<&'k str> {
    let (text, prefix) = (slug(text), prefix(fact));
    let names = NAMES.get(&text).map(Vec::as_slice).unwrap_or_default();
    known.into_iter().find(|code| {
        let names = || names.iter().filter_map(|id| id.strip_prefix(&prefix));
        slug(code) == text || names().any(|name| name.eq_ignore_ascii_case(code))
    })
}

/// The code among `known` that `text` is nearly, by itself or by a name that the site shows for it.
pub(crate) fn near<'k>(fact: &str, text: &str, known: &[&'k str]) -> Option<&'k str> {
    if let Some(code) = nearest(text, known.iter().copied()) {
        return Some(code);
    }
    let prefix = prefix(fact);
    let shown: Vec<(&String, &'k str)> = NAMES
        .iter()
        .filter_map(|(words, ids)| {
            let code = ids.iter().find_map(|id| known_code(id, &prefix, known))?;
            Some((words, code))
        })
        .collect();
    let meant = nearest(&slug(text), shown.iter().map(|(words, _)| words.as_str()))?;
    shown
        .iter()
        .find(|(words, _)| *words == meant)
        .map(|(_, code)| *code)
}

/// Whether the site shows names for the codes of a fact.
pub(crate) fn has_names(fact: &str, known: &[&str]) -> bool {
    let prefix = prefix(fact);
    let mut ids = NAMES.values().flatten();
    ids.any(|id| known_code(id, &prefix, known).is_some())
}

/// Returns the code that a message is for, of those known; messages of other facts have another prefix.
fn known_code<'k>(id: &str, prefix: &str, known: &[&'k str]) -> Option<&'k str> {
    let code = id.strip_prefix(prefix)?;
    (known.iter().copied()).find(|known| known.eq_ignore_ascii_case(code))
}

/// Returns the names that the site shows for a code of a fact, in the languages of the messages; none where it shows none.
pub(crate) fn shown_names(fact: &str, code: &str) -> Vec<String> {
    let id = format!("{}{code}", prefix(fact));
    let names = LABELS
        .iter()
        .filter_map(|messages| messages.format(&id, None, &[]));
    names.collect()
}

/// The shipped theme's words.
static LABELS: LazyLock<Vec<Messages>> = LazyLock::new(|| {
    let theme = THEME.iter();
    theme
        .filter_map(|(lang, words)| Messages::new(lang, &[words]).ok())
        .collect()
});

fn prefix(fact: &str) -> String {
    format!("{}-", fact.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATUSES: &[&str] = &[
        "finished",
        "in-progress",
        "stuck",
        "not-started",
        "incomplete",
        "not-reported",
    ];

    #[test]
    fn what_the_site_shows_is_known() {
        let status = |text| code_of("status", text, STATUSES.iter().copied());
        for text in [
            "En curso",
            "en curso",
            "EN CURSO",
            "In progress",
            "in_progress",
            "in-progress",
        ] {
            assert_eq!(status(text), Some("in-progress"), "{text}");
        }
        assert_eq!(status("Terminado"), Some("finished"));
        assert_eq!(
            status("Sustancial"),
            None,
            "the name of another fact's code"
        );
        let planned = |text| code_of("as_planned", text, ["all", "most", "some", "none"]);
        assert_eq!(
            [planned("La mayoría"), planned("ninguno")],
            [Some("most"), Some("none")]
        );
        assert_eq!(
            code_of("theme", "Gobierno y sector público", ["GOVE", "HEAL"]),
            Some("GOVE")
        );
        assert_eq!(
            code_of("role", "de apoyo", ["lead", "supporting"]),
            Some("supporting")
        );
    }

    #[test]
    fn what_is_nearly_shown_is_named() {
        assert_eq!(near("status", "En crso", STATUSES), Some("in-progress"));
        assert_eq!(near("status", "finishd", STATUSES), Some("finished"));
        assert_eq!(near("status", "azul", STATUSES), None);
        assert!(has_names("status", STATUSES) && !has_names("answer", &["yes", "no"]));
    }
}
