//! The words of a theme in each language of a portal.

use super::layer::Layer;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::render::plain_cause;
use crate::render::voice::{LentMessages, Voice};
use crate::text::lang::Lang;
use crate::text::messages::Messages;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Spoken where neither the page's language nor the portal's main one has words.
const LAST_RESORT: &str = "en";

/// What a theme says in each language, by its tag.
pub(crate) type Translations = BTreeMap<String, Arc<Voice>>;

/// Reads the words of every language from layers, lowest first. What a language lacks is said in the portal's main one.
pub(crate) fn read(layers: &[Layer], languages: &[Lang], sink: &mut Sink) -> Translations {
    let main = languages
        .first()
        .map(|l| l.tag().to_owned())
        .unwrap_or_default();
    let mut translations = Translations::new();
    for lang in languages {
        let own = files(layers, lang.tag(), sink);
        let mut base = if lang.tag() == main {
            Vec::new()
        } else {
            files(layers, &main, sink)
        };
        let mut lender = main.as_str();
        if base.is_empty() {
            base = files(layers, LAST_RESORT, sink);
            lender = LAST_RESORT;
        }
        if own.is_empty() {
            sink.push(Diagnostic::new(&codes::LANGUAGE_WITHOUT_WORDS).arg("lang", lang.tag()));
        } else {
            report_gaps(lang, &own, &base, sink);
        }
        // Words may be borrowed from another language, its name never.
        let name = format!("language-name = {}\n", lang.endonym().unwrap_or(lang.tag()));
        let texts: Vec<&str> = base
            .iter()
            .chain([&name])
            .chain(&own)
            .map(String::as_str)
            .collect();
        // Each file was read on its own before, so that together they are well formed.
        if let Ok(messages) = Messages::new(lang.tag(), &texts) {
            let mut voice = Voice::new(lang.clone(), messages);
            voice.lent = lent(lang, lender, &own, &base);
            translations.insert(lang.tag().to_owned(), Arc::new(voice));
        }
    }
    translations
}

/// Returns each language's name in itself.
pub(crate) fn endonyms(translations: &Translations) -> BTreeMap<String, String> {
    (translations.iter())
        .filter_map(|(tag, voice)| {
            let name = voice.messages.format("language-name", None, &[])?;
            Some((tag.clone(), name))
        })
        .collect()
}

/// Returns the well-formed message files for a tag: those of its primary language, then its own.
fn files(layers: &[Layer], tag: &str, sink: &mut Sink) -> Vec<String> {
    let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
    let names = if primary == tag {
        vec![primary]
    } else {
        vec![primary, tag.to_owned()]
    };
    let mut found = Vec::new();
    for name in names {
        for layer in layers {
            let path = format!("i18n/{name}.ftl");
            let Some(text) = layer.text(&path) else {
                continue;
            };
            match Messages::new(tag, &[&text]) {
                Ok(_) => found.push(text),
                Err(cause) => sink.push(
                    Diagnostic::new(&codes::THEME_MALFORMED)
                        .at(Place::file(format!("{}/{path}", layer.place)))
                        .arg("fault", plain_cause::name(&cause))
                        .arg("named", plain_cause::quoted(&cause))
                        .arg("line", plain_cause::line(&cause)),
                ),
            }
        }
    }
    found
}

/// Returns what a language lacks and another one lends; the name of a language is always its own.
fn lent(lang: &Lang, lender: &str, own: &[String], base: &[String]) -> Option<LentMessages> {
    let from = Lang::parse(lender).filter(|from| from.primary() != lang.primary())?;
    let mut lacking: BTreeSet<String> = ids(base).into_iter().collect();
    for id in ids(own).iter().map(String::as_str).chain(["language-name"]) {
        lacking.remove(id);
    }
    (!lacking.is_empty()).then_some(LentMessages { from, lacking })
}

/// Returns the names of the messages of well-formed files.
fn ids(files: &[String]) -> Vec<String> {
    let texts: Vec<&str> = files.iter().map(String::as_str).collect();
    Messages::new(LAST_RESORT, &texts)
        .map(|m| m.ids())
        .unwrap_or_default()
}

fn report_gaps(lang: &Lang, own: &[String], base: &[String], sink: &mut Sink) {
    let has = ids(own);
    for id in ids(base).iter().filter(|id| has.binary_search(id).is_err()) {
        sink.push(
            Diagnostic::new(&codes::MESSAGE_ABSENT)
                .arg("id", id)
                .arg("lang", lang.tag()),
        );
    }
}
