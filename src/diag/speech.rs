//! Findings in words, in the user's language.

use super::{Code, Diagnostic};
use crate::text::messages::{Arg, Messages};
use std::borrow::Cow;

/// The particular of a finding that holds what can be pasted. Its own lines are kept as they are.
pub const PASTE: &str = "paste";

/// The particular of a finding that names places in a document, one behind the other: `page 3; minutes.docx: comment`.
pub(crate) const WITHIN: &str = "within";

/// Is between two places in a document.
pub(crate) const BETWEEN_PLACES: &str = "; ";

/// Is before the name of a comment in what can be pasted: `paste-NAME` says it in the user's language.
pub const COMMENT: &str = "#:";

/// Languages the program itself speaks.
const LANGUAGES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            include_str!("messages/en/source.ftl"),
            include_str!("messages/en/model.ftl"),
            include_str!("messages/en/privacy.ftl"),
            include_str!("messages/en/data.ftl"),
            include_str!("messages/en/site.ftl"),
            include_str!("messages/en/verify.ftl"),
            include_str!("messages/en/publishing.ftl"),
            include_str!("messages/en/program.ftl"),
            include_str!("messages/en/cli.ftl"),
            include_str!("messages/en/authoring.ftl"),
        ],
    ),
    (
        "es",
        &[
            include_str!("messages/es/source.ftl"),
            include_str!("messages/es/model.ftl"),
            include_str!("messages/es/privacy.ftl"),
            include_str!("messages/es/data.ftl"),
            include_str!("messages/es/site.ftl"),
            include_str!("messages/es/verify.ftl"),
            include_str!("messages/es/publishing.ftl"),
            include_str!("messages/es/program.ftl"),
            include_str!("messages/es/cli.ftl"),
            include_str!("messages/es/authoring.ftl"),
        ],
    ),
];

/// The program's own voice: English or Spanish.
pub struct Speech {
    lang: &'static str,
    messages: Messages,
}

impl Speech {
    /// The voice for a locale such as `es_MX.UTF-8`; English where the language is not spoken.
    pub fn for_locale(locale: &str) -> Self {
        let wanted = locale
            .split(['_', '-', '.', '@'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let (lang, files) = LANGUAGES
            .iter()
            .find(|(lang, _)| *lang == wanted)
            .unwrap_or(&LANGUAGES[0]);
        let messages =
            Messages::new(lang, files).expect("the program's own messages are well formed");
        Speech { lang, messages }
    }

    /// Returns a voice of the same language, for whoever speaks longer than this one lives.
    #[must_use]
    pub fn again(&self) -> Speech {
        Speech::for_locale(self.lang)
    }

    /// The names of all its messages.
    pub fn ids(&self) -> Vec<String> {
        self.messages.ids()
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, d: &Diagnostic) -> String {
        let mut args = Cow::Borrowed(&d.args);
        if let Some(at) = d.args.iter().position(|(name, _)| *name == WITHIN)
            && let Arg::Text(places) = &d.args[at].1
        {
            args.to_mut()[at].1 = self.document_places(places).into();
        }
        self.messages
            .format(d.code.id, None, &args)
            .unwrap_or_else(|| d.code.id.to_owned())
    }

    /// Returns places in a document in words: of each the files that it is in, what it is, and its number or name.
    fn document_places(&self, places: &str) -> String {
        let said = places.split(BETWEEN_PLACES).map(|place| {
            let (inside, own) = match place.rsplit_once(": ") {
                Some((inside, own)) => (format!("{inside}: "), own),
                None => (String::new(), place),
            };
            let (part, detail) = own.split_once(' ').unwrap_or((own, ""));
            let args = [("part", part.into()), ("detail", detail.into())];
            inside + &self.say("personal-place", &args)
        });
        said.collect::<Vec<_>>().join(BETWEEN_PLACES)
    }

    /// Returns how to mend it; `None` where the messages say nothing.
    pub fn help(&self, d: &Diagnostic) -> Option<String> {
        self.messages.format(d.code.id, Some("help"), &d.args)
    }

    /// What can be pasted into a file to mend it, with comments in the user's language.
    pub(crate) fn paste(&self, d: &Diagnostic) -> Option<String> {
        let (_, Arg::Text(text)) = d.args.iter().find(|(name, _)| *name == PASTE)? else {
            return None;
        };
        let lines =
            (text.lines()).map(|line| self.commented(line).map_or(Cow::Borrowed(line), Cow::Owned));
        Some(lines.collect::<Vec<_>>().join("\n"))
    }

    /// Returns a line to paste with its comment in words; none of a line without.
    fn commented(&self, line: &str) -> Option<String> {
        let (before, id) = line.rsplit_once(COMMENT)?;
        let comment = self.messages.format(&format!("paste-{id}"), None, &[])?;
        Some(format!("{before}# {comment}"))
    }

    /// What a kind of finding is called, in some words.
    pub fn title(&self, code: &Code) -> Option<String> {
        self.messages.format(code.id, Some("title"), &[])
    }

    /// Why a kind of finding matters, for `tragaluz explain`.
    pub fn why(&self, code: &Code) -> Option<String> {
        self.messages.format(code.id, Some("why"), &[])
    }

    /// Returns an attribute of a message that is not a finding; none where the message has no such attribute.
    pub(crate) fn attribute(&self, id: &str, attribute: &str) -> Option<String> {
        self.messages.format(id, Some(attribute), &[])
    }

    /// Whether there is a message of this name.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.messages.has(id, None)
    }

    /// A sentence of the program that is not a finding.
    pub fn say(&self, id: &str, args: &[(&'static str, crate::text::messages::Arg)]) -> String {
        self.messages
            .format(id, None, args)
            .unwrap_or_else(|| id.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn every_code_has_its_words_in_every_language() {
        for (lang, _) in LANGUAGES {
            let speech = Speech::for_locale(lang);
            for code in codes::ALL {
                for attribute in [None, Some("help"), Some("title"), Some("why")] {
                    assert!(
                        speech.messages.has(code.id, attribute),
                        "{lang}: {} {attribute:?} is missing",
                        code.id
                    );
                }
            }
        }
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let [en, es] = ["en", "es"].map(|l| Speech::for_locale(l).messages.ids());
        assert_eq!(en, es);
    }

    /// Each pattern of a language's files as written: message, attribute, text.
    fn patterns(lang: &str) -> BTreeMap<(String, String), String> {
        let (_, files) = LANGUAGES.iter().find(|(l, _)| *l == lang).unwrap();
        let mut patterns: BTreeMap<_, String> = BTreeMap::new();
        let (mut message, mut attribute) = (String::new(), String::new());
        for line in files
            .iter()
            .flat_map(|f| f.lines())
            .filter(|l| !l.is_empty() && !l.starts_with('#'))
        {
            let mut text = line;
            if let Some((name, rest)) = line.split_once(" = ")
                && name
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            {
                (message, attribute, text) = (name.to_owned(), String::new(), rest);
            } else if let Some((name, rest)) = line
                .trim_start()
                .strip_prefix('.')
                .and_then(|l| l.split_once(" = "))
            {
                (attribute, text) = (name.to_owned(), rest);
            }
            let pattern = patterns
                .entry((message.clone(), attribute.clone()))
                .or_default();
            pattern.push_str(text.trim());
            pattern.push('\n');
        }
        patterns
    }

    fn variables(pattern: &str) -> BTreeSet<&str> {
        let names = pattern.split('$').skip(1);
        names
            .map(|rest| {
                &rest[..rest
                    .find(|c: char| !c.is_ascii_alphanumeric())
                    .unwrap_or(rest.len())]
            })
            .collect()
    }

    #[test]
    fn both_languages_use_the_same_variables() {
        let (en, es) = (patterns("en"), patterns("es"));
        assert_eq!(en.keys().collect::<Vec<_>>(), es.keys().collect::<Vec<_>>());
        for (key, pattern) in &en {
            assert_eq!(variables(pattern), variables(&es[key]), "{key:?}");
        }
    }

    #[test]
    fn spanish_is_not_english() {
        // The words that both languages share.
        const SHARED: &[&str] = &["word-error", "value-url"];
        // What is said by another message has no words of its own.
        let has_words =
            |pattern: &str| !pattern.trim().starts_with('{') || !pattern.trim().ends_with("help }");
        let es = patterns("es");
        for (key, pattern) in patterns("en")
            .iter()
            .filter(|(key, own)| !SHARED.contains(&&*key.0) && has_words(own))
        {
            assert_ne!(pattern, &es[key], "{key:?} is not translated");
        }
    }

    /// Files that belong to this program's own repository are not at hand for whoever reads a message.
    #[test]
    fn no_message_sends_its_reader_to_a_file_that_is_not_at_hand() {
        for (lang, files) in LANGUAGES {
            for line in files.iter().flat_map(|file| file.lines()) {
                let absent = ["docs/", "README", "CONTRIBUTING", "en.ftl", "es.ftl"]
                    .iter()
                    .find(|name| line.contains(**name));
                assert_eq!(absent, None, "{lang}: {line}");
            }
        }
    }

    /// Words that speak to somebody as *tú*, as a sentence may begin with them or hold them.
    const FAMILIAR: &[&str] = &[
        "Abre",
        "Agrega",
        "Añade",
        "Borra",
        "Busca",
        "Cambia",
        "Compara",
        "Copia",
        "Corrige",
        "Declara",
        "Deja",
        "Descarga",
        "Elige",
        "Escribe",
        "Exporta",
        "Guarda",
        "Haz",
        "Indica",
        "Lee",
        "Mira",
        "Pon",
        "Prueba",
        "Quita",
        "Revisa",
        "Saca",
        "Usa",
        "Ve",
        "junta",
        "quieres",
        "quisiste",
        "puedes",
        "tienes",
        "debes",
        "necesitas",
        "tu",
        "tus",
        "tuyo",
        "ti",
        "contigo",
    ];

    #[test]
    fn spanish_speaks_to_its_reader_as_usted() {
        let theme = include_str!("../../themes/claro/i18n/es.ftl");
        let (_, files) = LANGUAGES.iter().find(|(lang, _)| *lang == "es").unwrap();
        for line in files
            .iter()
            .flat_map(|file| file.lines())
            .chain(theme.lines())
            // Words that readers write into the search, and that it leaves out.
            .filter(|line| !line.starts_with("search-stop-words"))
        {
            let mut words = line.split(|c: char| !c.is_alphabetic());
            let familiar = words.find(|word| FAMILIAR.contains(word));
            assert_eq!(familiar, None, "{line}");
        }
    }
}
