//! A portal's own words for statuses: `[[statuses]]` of the settings. Each means one of the program's codes, by which
//! things are counted, listed and drawn; the word itself stands beside it.

use super::facts::words_of;
use super::form::plain;
use super::vocabulary::{BilingualName, Status};
use crate::diag::Sink;
use crate::model::bilingual::in_languages;
use crate::source::asked::FactForm;
use crate::source::fields::{Fields, one_of, unknown_word};
use crate::text::lang::Lang;
use crate::text::words::Words;
use std::sync::Arc;

/// A word for a status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StatusWord {
    /// How pages give it.
    pub(crate) code: String,
    /// The program's status that it means.
    pub(crate) means: Status,
    /// What readers see.
    pub(crate) labels: Words,
}

/// A status as it was reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportedStatus {
    pub(crate) status: Status,
    /// The portal's own word for it, where it was given by that.
    pub(crate) word: Option<Arc<StatusWord>>,
}

/// The words that a portal declares.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct StatusWords(Vec<Arc<StatusWord>>);

/// The name under which the settings ask for the degrees of completion of the Open Government Partnership.
const COMPLETION: &str = "ogp-completion";

/// A degree of completion, and the status that it means.
struct DegreeWord {
    name: BilingualName,
    means: Status,
}

/// The degrees that are no codes of the program anyway.
const DEGREES: &[DegreeWord] = &[
    DegreeWord {
        name: BilingualName {
            id: "no-evidence",
            es: "Sin evidencia",
            en: "No evidence",
        },
        means: Status::NotReported,
    },
    DegreeWord {
        name: BilingualName {
            id: "limited",
            es: "Limitado",
            en: "Limited",
        },
        means: Status::InProgress,
    },
    DegreeWord {
        name: BilingualName {
            id: "substantial",
            es: "Sustancial",
            en: "Substantial",
        },
        means: Status::InProgress,
    },
    DegreeWord {
        name: BilingualName {
            id: "complete",
            es: "Completo",
            en: "Complete",
        },
        means: Status::Finished,
    },
];

impl StatusWords {
    /// Parses the settings' words: each `{code, means, labels}`, or `{vocabulary}`.
    pub(crate) fn read_settings(
        all: &mut Fields<'_>,
        languages: &[Lang],
        sink: &mut Sink,
    ) -> StatusWords {
        let mut words = StatusWords::default();
        for mut entry in all.maps("statuses", sink) {
            let known = [(COMPLETION, ())];
            let is_named = entry.node("vocabulary").is_some();
            if is_named {
                if entry.word("vocabulary", &known, sink).is_some() {
                    words.0.extend(completion(languages).map(Arc::new));
                }
            } else {
                let own = own_word(&mut entry, languages, sink);
                words.0.extend(own.map(Arc::new));
            }
            entry.finish(sink);
        }
        words
    }

    /// Returns every code that a page may give: the program's, then the portal's own.
    fn codes(&self) -> Vec<String> {
        let codes = Status::CODES.iter().map(|(code, _)| (*code).to_owned());
        let own = self.0.iter().map(|word| word.code.clone());
        codes.chain(own).collect()
    }

    /// Parses the fact `status`: a code of the program, or a word of these by its code or label.
    pub(crate) fn read(&self, fields: &mut Fields<'_>, sink: &mut Sink) -> Option<ReportedStatus> {
        fields.note("status", || FactForm::Word(self.codes()));
        let text = fields.text("status", sink)?;
        if let Some(word) = self.0.iter().find(|word| word.is_said(&text.value)) {
            return Some(ReportedStatus {
                status: word.means,
                word: Some(word.clone()),
            });
        }
        let (file, mut quiet) = (fields.file(), Sink::new());
        let found = one_of(file, &text, "status", Status::CODES, &mut quiet);
        if found.is_none() {
            let known = self.codes();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            sink.push(unknown_word(file, &text, "status", &known));
        }
        found.map(|status| ReportedStatus {
            status: status.value,
            word: None,
        })
    }
}

impl StatusWord {
    /// Whether a text is its code, or what it is called in any language.
    fn is_said(&self, text: &str) -> bool {
        let said = plain(text);
        let labels = self.labels.all().map(|(_, label)| label);
        self.code == text || (!said.is_empty() && labels.map(plain).any(|label| label == said))
    }
}

fn completion(languages: &[Lang]) -> impl Iterator<Item = StatusWord> + use<'_> {
    DEGREES.iter().map(move |degree| StatusWord {
        code: degree.name.id.to_owned(),
        means: degree.means,
        labels: in_languages([degree.name.es, degree.name.en], languages),
    })
}

/// Parses a word of the portal's own.
fn own_word(entry: &mut Fields<'_>, languages: &[Lang], sink: &mut Sink) -> Option<StatusWord> {
    let code = entry.required("code", sink);
    if entry.node("means").is_none() {
        sink.push(entry.missing("means"));
    }
    let means = entry.word("means", Status::CODES, sink);
    let labels = words_of(entry, "labels", languages, sink);
    if labels.is_empty() {
        sink.push(entry.missing("labels"));
    }
    Some(StatusWord {
        code: code?.value,
        means: means?.value,
        labels,
    })
}
