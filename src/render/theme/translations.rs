//! The words of a theme in each language of a portal.

use super::layer::Layer;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::render::plain_cause;
use crate::render::voice::{Lender, Voice};
use crate::text::lang::Lang;
use crate::text::messages::{MessageFile, Messages};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Spoken where neither the page's language nor the portal's main one has words.
const LAST_RESORT: &str = "en";

/// What a theme says in each language, by its tag.
pub(crate) type Translations = BTreeMap<String, Arc<Voice>>;

/// Reads the words of every language from layers, lowest first. What a language lacks is said in the portal's main one where
/// that has all words, and else in English.
pub(crate) fn read(layers: &[Layer], languages: &[Lang], sink: &mut Sink) -> Translations {
    let words: Vec<LanguageWords> = languages
        .iter()
        .map(|lang| LanguageWords::read(layers, lang, sink))
        .collect();
    let last = Lang::parse(LAST_RESORT).expect("a tag");
    let last = LanguageWords::read(layers, &last, &mut Sink::new());
    let lender = words.first().filter(|main| last.ids.is_subset(&main.ids));
    let lender = lender.unwrap_or(&last);
    let lending = lender.voice(None).map(Arc::new);
    let mut translations = Translations::new();
    for own in &words {
        own.report(lender, sink);
        let lacking: BTreeSet<String> = lender.ids.difference(&own.ids).cloned().collect();
        let lent = lending
            .clone()
            .filter(|_| !lacking.is_empty())
            .map(|voice| Lender::new(voice, lacking));
        if let Some(voice) = own.voice(lent) {
            translations.insert(own.lang.tag().to_owned(), Arc::new(voice));
        }
    }
    translations
}

/// The words of a language, as its files have them.
struct LanguageWords {
    lang: Lang,
    /// The language's name in itself, as a message file, and the well-formed message files.
    files: Vec<MessageFile>,
    /// The names of the messages.
    ids: BTreeSet<String>,
}

impl LanguageWords {
    fn read(layers: &[Layer], lang: &Lang, sink: &mut Sink) -> LanguageWords {
        let name = lang.endonym().unwrap_or(lang.tag());
        let name = MessageFile::read(&format!("language-name = {name}\n"));
        let files: Vec<MessageFile> = (name.into_iter())
            .chain(files(layers, lang.tag(), sink))
            .collect();
        let ids = files.iter().flat_map(MessageFile::ids);
        LanguageWords {
            lang: lang.clone(),
            ids: ids.map(str::to_owned).collect(),
            files,
        }
    }

    fn voice(&self, lender: Option<Lender>) -> Option<Voice> {
        Some(Voice::new(
            self.lang.clone(),
            Messages::of(self.lang.tag(), &self.files).ok()?,
            lender,
        ))
    }

    /// Tells that there are no words, or which are not there.
    fn report(&self, lender: &LanguageWords, sink: &mut Sink) {
        if self.files.len() == 1 {
            sink.push(Diagnostic::new(&codes::LANGUAGE_WITHOUT_WORDS).arg("lang", self.lang.tag()));
            return;
        }
        for id in lender.ids.difference(&self.ids) {
            sink.push(
                Diagnostic::new(&codes::MESSAGE_ABSENT)
                    .arg("id", id)
                    .arg("lang", self.lang.tag()),
            );
        }
    }
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
fn files(layers: &[Layer], tag: &str, sink: &mut Sink) -> Vec<MessageFile> {
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
            match MessageFile::read(&text) {
                Ok(file) => found.push(file),
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
