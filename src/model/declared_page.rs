//! A page of a declared kind: its head, and a value of every declared fact.

use super::declared_fact::{DeclaredFact, DeclaredType};
use super::declared_kind::DeclaredKind;
use super::facts::{PageFacts, PageFiles};
use super::head::Head;
use super::term::{TermRef, Terms};
use crate::diag::Sink;
use crate::source::asked::FactForm;
use crate::source::fields::{Spanned, unknown_word};
use crate::text::date::PartialDate;
use crate::text::words::Words;

/// A page of a kind that the portal declares.
#[derive(Debug, Clone)]
pub struct DeclaredPage {
    /// What every page has.
    pub head: Head,
    /// The place of its kind among those that the settings declare.
    pub(crate) kind: usize,
    /// What it gives of each fact, in the order of the kind's; nothing where it does not say.
    pub(crate) answers: Vec<Vec<DeclaredValue>>,
}

/// A value of a declared fact.
#[derive(Debug, Clone)]
pub(crate) enum DeclaredValue {
    Words(Words),
    Date(PartialDate),
    /// Digits as they are written, with a point before decimals.
    Number(String),
    Flag(bool),
    /// The place of a choice among those declared.
    Choice(usize),
    WebAddress(String),
    Term(TermRef),
    /// An identifier of what the fact names.
    Named(Spanned<String>),
}

/// Parses the facts of a page of a declared kind, the one at this place among them.
pub(crate) fn read<'s>(
    declared: (usize, &'s DeclaredKind),
    mut facts: PageFacts<'s>,
    files: &PageFiles<'_>,
    terms: &mut Terms,
    sink: &mut Sink,
) -> Option<DeclaredPage> {
    let (at, kind) = declared;
    let head = facts.head(files, sink);
    let mut answers = Vec::with_capacity(kind.facts.len());
    for fact in &kind.facts {
        let mut reader = FactReader {
            facts: &mut facts,
            terms: &mut *terms,
        };
        answers.push(reader.values(fact, sink));
    }
    let head = facts.finish(head, sink);
    Some(DeclaredPage {
        head: head?,
        kind: at,
        answers,
    })
}

/// What a fact is read from, and the terms that it may name.
struct FactReader<'r, 's> {
    facts: &'r mut PageFacts<'s>,
    terms: &'r mut Terms,
}

impl<'s> FactReader<'_, 's> {
    /// Returns the values of a fact. A required one that is missing is a finding.
    fn values(&mut self, fact: &'s DeclaredFact, sink: &mut Sink) -> Vec<DeclaredValue> {
        let name = fact.name.as_str();
        let main = &mut self.facts.main;
        if fact.is_required && main.node(name).is_none() {
            sink.push(main.missing(name));
        }
        let form = || {
            if fact.is_many {
                FactForm::Texts
            } else {
                fact.form.asked()
            }
        };
        main.note(name, form);
        let texts = if fact.is_many {
            main.texts(name, sink)
        } else {
            main.text(name, sink).into_iter().collect()
        };
        if fact.form == DeclaredType::Text {
            return self.words(fact, texts, sink);
        }
        let texts = texts.into_iter();
        texts
            .filter_map(|text| self.value(fact, text, sink))
            .collect()
    }

    /// Returns texts in the main language, each with what translations give in its place.
    fn words(
        &mut self,
        fact: &'s DeclaredFact,
        texts: Vec<Spanned<String>>,
        sink: &mut Sink,
    ) -> Vec<DeclaredValue> {
        let lang = self.facts.lang.clone();
        let mut all: Vec<Words> = (texts.into_iter())
            .map(|text| Words::new(lang.clone(), text.value))
            .collect();
        for (lang, other) in &mut self.facts.others {
            for (words, text) in all.iter_mut().zip(other.texts(&fact.name, sink)) {
                words.add(lang.clone(), text.value);
            }
        }
        all.into_iter().map(DeclaredValue::Words).collect()
    }

    /// Returns the value that a text of the file is; one of another form is a finding, and none.
    fn value(
        &mut self,
        fact: &DeclaredFact,
        text: Spanned<String>,
        sink: &mut Sink,
    ) -> Option<DeclaredValue> {
        let (main, name) = (&self.facts.main, fact.name.as_str());
        Some(match &fact.form {
            DeclaredType::Text => {
                DeclaredValue::Words(Words::new(self.facts.lang.clone(), text.value))
            }
            DeclaredType::Date => DeclaredValue::Date(main.as_date(text, sink)?.value),
            DeclaredType::Integer => {
                DeclaredValue::Number(main.as_integer(name, text, sink)?.value.to_string())
            }
            DeclaredType::Number => DeclaredValue::Number(main.as_number(name, text, sink)?.value),
            DeclaredType::Flag => DeclaredValue::Flag(main.as_flag(name, text, sink)?.value),
            DeclaredType::WebAddress => {
                DeclaredValue::WebAddress(main.as_web_address(name, text, sink)?)
            }
            DeclaredType::Choice(choices) => {
                let chosen = choices
                    .iter()
                    .position(|choice| choice.is_said(&text.value));
                if chosen.is_none() {
                    let codes: Vec<&str> = choices.iter().map(|choice| &*choice.code).collect();
                    sink.push(unknown_word(main.file(), &text, name, &codes));
                }
                DeclaredValue::Choice(chosen?)
            }
            DeclaredType::Term(taxonomy) => {
                let lang = self.facts.lang.clone();
                DeclaredValue::Term(self.terms.resolve(*taxonomy, text, &lang)?)
            }
            DeclaredType::Reference(_) => DeclaredValue::Named(text),
        })
    }
}
