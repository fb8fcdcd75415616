//! The lines of a page's facts.

use crate::diag::{Fatal, Speech};
use crate::source::asked::{FactForm, KnownFact};
use crate::source::yaml::scalar;
use crate::text::date::PartialDate;
use crate::text::messages::Arg;
use crate::text::near::nearest;

/// Facts of a page, line by line.
#[derive(Default)]
pub(super) struct FactLines(pub(super) String);

impl FactLines {
    pub(super) fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    /// Writes a comment of one line or several.
    pub(super) fn comment(&mut self, text: &str) {
        for line in text.lines() {
            self.line(&format!("# {line}"));
        }
    }
}

/// What a fact is for, and how it is written.
pub(super) struct FactWords {
    /// What it is for, with the words that it may be.
    pub(super) purpose: String,
    /// Lines that show it.
    pub(super) example: String,
}

impl FactWords {
    /// Returns the words for a fact of a kind of page, which may have some of its own; none where a fact has none at all.
    pub(super) fn of(fact: &KnownFact, kind: &str, speech: &Speech) -> Option<FactWords> {
        let name = fact.name.replace('_', "-");
        let ids = [format!("fact-{kind}-{name}"), format!("fact-{name}")];
        let id = ids.iter().find(|id| speech.has(id));
        let said = id.map(|id| speech.say(id, &[]));
        let mut purpose = fact.purpose.clone().or(said)?;
        if let FactForm::Word(words) = &fact.form {
            let args: [(&'static str, Arg); 1] = [("words", words.join(", ").into())];
            purpose = format!("{purpose} {}", speech.say("ask-one-of", &args));
        }
        let example = id.and_then(|id| speech.attribute(id, "line"));
        let example = example.or_else(|| example_of(fact));
        let own = || fact.purpose.as_ref().map(|_| format!("{}: …", fact.name));
        Some(FactWords {
            purpose,
            example: example.or_else(own)?,
        })
    }
}

/// Returns a line that shows a fact, where its form says enough.
fn example_of(fact: &KnownFact) -> Option<String> {
    let value = match &fact.form {
        FactForm::Date => "2026-01-31",
        FactForm::Flag => "yes",
        FactForm::Integer => "1",
        FactForm::Word(words) => words.first()?,
        FactForm::Any
        | FactForm::Text
        | FactForm::Words
        | FactForm::Texts
        | FactForm::Map(_)
        | FactForm::Maps(_) => return None,
    };
    Some(format!("{}: {value}", fact.name))
}

/// Returns a fact's value as YAML has it. What is written as a list or a map already stays as it is.
pub(super) fn value_of(fact: &KnownFact, given: &str) -> String {
    let is_written = given.starts_with(['[', '{']) && !given.contains('\n');
    match &fact.form {
        FactForm::Any | FactForm::Texts | FactForm::Map(_) | FactForm::Maps(_) if is_written => {
            given.to_owned()
        }
        FactForm::Date if PartialDate::parse(given).is_some() => given.to_owned(),
        FactForm::Integer if given.parse::<i64>().is_ok() => given.to_owned(),
        FactForm::Flag if matches!(given, "yes" | "no") => given.to_owned(),
        _ => scalar(given),
    }
}

/// Returns the error that a page of a kind has no such fact.
pub(super) fn no_such_fact(name: &str, asked: &[KnownFact]) -> Fatal {
    let names = || asked.iter().map(|fact| fact.name.as_str());
    let near = nearest(name, names()).unwrap_or("none");
    let args = vec![
        ("name", name.into()),
        ("near", near.into()),
        ("known", names().collect::<Vec<_>>().join(", ").into()),
    ];
    Fatal::wrong_command("add-page-fact", args)
}
