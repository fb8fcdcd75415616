//! Facts of declared kinds: what each is called, and what it may be.

use super::bilingual::{column_in, in_languages};
use super::facts::words_of;
use super::form::plain;
use super::vocabulary::{BilingualName, Taxonomy};
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::source::asked::FactForm;
use crate::source::fields::{Fields, Spanned, scalar, unknown_word};
use crate::source::node::FactValue;
use crate::text::lang::Lang;
use crate::text::words::Words;

/// A fact that pages of a declared kind may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DeclaredFact {
    /// Its name in files, and that of its column in a register.
    pub(crate) name: String,
    /// What readers see it called.
    pub(crate) title: Words,
    /// What it says, for whoever writes it, and for the register's readers.
    pub(crate) description: Words,
    pub(crate) form: DeclaredType,
    /// Whether a page may give several.
    pub(crate) is_many: bool,
    /// Whether each page has to give it.
    pub(crate) is_required: bool,
}

/// What a declared fact may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DeclaredType {
    /// Words, which translations give in theirs.
    Text,
    Date,
    /// A whole number.
    Integer,
    /// A number with a point before its decimals.
    Number,
    Flag,
    /// One of these.
    Choice(Vec<DeclaredChoice>),
    WebAddress,
    /// The name of a term.
    Term(Taxonomy),
    /// The identifier of a thing.
    Reference(NamedThing),
}

/// What a fact names by its identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NamedThing {
    Commitment,
    Initiative,
    Dataset,
    /// A page of the declared kind of this name.
    Declared(String),
}

/// A value of a closed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DeclaredChoice {
    pub(crate) code: String,
    /// What readers see.
    pub(crate) label: Words,
}

impl DeclaredFact {
    /// Whether a register has its words in a column for each language.
    pub(super) fn is_in_languages(&self) -> bool {
        self.form == DeclaredType::Text && !self.is_many
    }

    /// Returns the names of its columns in a register.
    pub(super) fn columns(&self, languages: &[Lang]) -> Vec<String> {
        if self.is_in_languages() {
            let columns = languages.iter().map(|lang| column_in(&self.name, lang));
            columns.collect()
        } else {
            vec![self.name.clone()]
        }
    }
}

impl DeclaredType {
    /// Returns the form in which a file gives one such value.
    pub(super) fn asked(&self) -> FactForm {
        match self {
            DeclaredType::Date => FactForm::Date,
            DeclaredType::Integer => FactForm::Integer,
            DeclaredType::Flag => FactForm::Flag,
            DeclaredType::Choice(choices) => {
                FactForm::Word(choices.iter().map(|choice| choice.code.clone()).collect())
            }
            _ => FactForm::Text,
        }
    }
}

impl DeclaredChoice {
    /// Whether a text is its code, or what readers see in any language.
    pub(super) fn is_said(&self, text: &str) -> bool {
        let said = plain(text);
        let mut labels = self.label.all().map(|(_, label)| label);
        self.code == text || (!said.is_empty() && labels.any(|label| plain(label) == said))
    }
}

/// Every type by its name, besides `choice` and the names of declared kinds.
const FORMS: &[(&str, DeclaredType)] = &[
    ("text", DeclaredType::Text),
    ("date", DeclaredType::Date),
    ("integer", DeclaredType::Integer),
    ("number", DeclaredType::Number),
    ("yes-no", DeclaredType::Flag),
    ("address", DeclaredType::WebAddress),
    ("locality", DeclaredType::Term(Taxonomy::Locality)),
    ("institution", DeclaredType::Term(Taxonomy::Institution)),
    ("policy-area", DeclaredType::Term(Taxonomy::PolicyArea)),
    ("sector", DeclaredType::Term(Taxonomy::Sector)),
    ("value", DeclaredType::Term(Taxonomy::Value)),
    (
        "commitment",
        DeclaredType::Reference(NamedThing::Commitment),
    ),
    (
        "initiative",
        DeclaredType::Reference(NamedThing::Initiative),
    ),
    ("dataset", DeclaredType::Reference(NamedThing::Dataset)),
];

/// What types are looked up by among words that pages show: no page shows these.
const TYPE: &str = "kinds.facts.type";

const CHOICE: &str = "choice";

/// Returns the finding that a kind cannot be declared so: `cause` says what is taken.
pub(super) fn refused(cause: &'static str, name: &str, place: Place) -> Diagnostic {
    Diagnostic::new(&codes::WRONG_KIND)
        .at(place)
        .arg("cause", cause)
        .arg("name", name)
}

/// Parses what a fact of this name may be. None where it cannot be known.
pub(super) fn read(
    mut fields: Fields<'_>,
    name: &str,
    languages: &[Lang],
    kinds: &[&str],
    sink: &mut Sink,
) -> Option<DeclaredFact> {
    let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
        && (name.chars()).all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !is_name {
        sink.push(refused("fact-name", name, fields.place(&fields.span)));
    }
    let [title, description] =
        ["title", "description"].map(|name| words_of(&mut fields, name, languages, sink));
    let form = form(&mut fields, languages, kinds, sink);
    let [is_many, is_required] =
        ["many", "required"].map(|name| fields.flag(name, sink).is_some_and(|flag| flag.value));
    fields.finish(sink);
    Some(DeclaredFact {
        name: name.to_owned(),
        title: if title.is_empty() {
            known_title(name, languages)
                .unwrap_or_else(|| Words::new(languages[0].clone(), spoken(name)))
        } else {
            title
        },
        description,
        form: form.filter(|_| is_name)?,
        is_many,
        is_required,
    })
}

/// What facts are called that have the name of a type.
const TITLES: &[BilingualName] = &[
    BilingualName {
        id: "commitment",
        es: "Compromiso",
        en: "Commitment",
    },
    BilingualName {
        id: "dataset",
        es: "Conjunto de datos",
        en: "Dataset",
    },
    BilingualName {
        id: "initiative",
        es: "Iniciativa",
        en: "Initiative",
    },
    BilingualName {
        id: "institution",
        es: "Institución",
        en: "Institution",
    },
    BilingualName {
        id: "locality",
        es: "Lugar",
        en: "Place",
    },
    BilingualName {
        id: "policy_area",
        es: "Tema",
        en: "Topic",
    },
    BilingualName {
        id: "sector",
        es: "Sector",
        en: "Sector",
    },
    BilingualName {
        id: "value",
        es: "Valor",
        en: "Value",
    },
];

fn known_title(name: &str, languages: &[Lang]) -> Option<Words> {
    let known = TITLES.iter().find(|known| known.id == name)?;
    Some(in_languages([known.es, known.en], languages))
}

/// Returns the words of a name: those of a fact without a title.
fn spoken(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn form(
    fields: &mut Fields<'_>,
    languages: &[Lang],
    kinds: &[&str],
    sink: &mut Sink,
) -> Option<DeclaredType> {
    let choices = choices(fields, languages, sink);
    let Some(named) = fields.text("type", sink) else {
        return Some(choices.map_or(DeclaredType::Text, DeclaredType::Choice));
    };
    if named.value == CHOICE {
        if choices.is_none() {
            sink.push(fields.missing("choices"));
        }
        return choices.map(DeclaredType::Choice);
    }
    let known = FORMS.iter().find(|(name, _)| *name == named.value);
    let declared = || {
        let kind = kinds.iter().find(|kind| **kind == named.value)?;
        let thing = NamedThing::Declared((*kind).to_owned());
        Some(DeclaredType::Reference(thing))
    };
    let form = known.map(|(_, form)| form.clone()).or_else(declared);
    if form.is_none() {
        let names = FORMS.iter().map(|(name, _)| *name).chain([CHOICE]);
        let names: Vec<&str> = names.chain(kinds.iter().copied()).collect();
        sink.push(unknown_word(fields.file(), &named, TYPE, &names));
    }
    form
}

/// Parses the choices: a list of codes, or codes with what readers see in their place. None where there are none.
fn choices(
    fields: &mut Fields<'_>,
    languages: &[Lang],
    sink: &mut Sink,
) -> Option<Vec<DeclaredChoice>> {
    let node = fields.node("choices")?;
    let file = fields.file();
    let of_code = |code: Spanned<String>| DeclaredChoice {
        label: Words::new(languages[0].clone(), code.value.clone()),
        code: code.value,
    };
    let choices: Vec<DeclaredChoice> = if let FactValue::Map(entries) = &node.value {
        let mut labels = Fields::of(file, node, "choices", sink)?;
        let entries = entries.iter();
        let labelled = entries.map(|(key, _)| DeclaredChoice {
            code: key.name.clone(),
            label: words_of(&mut labels, &key.name, languages, sink),
        });
        labelled.collect()
    } else {
        let codes = fields.list("choices").into_iter();
        let codes = codes.filter_map(|node| scalar(file, node, "choices", sink));
        codes.map(of_code).collect()
    };
    for (at, choice) in choices.iter().enumerate() {
        if choices[..at]
            .iter()
            .any(|before| before.code == choice.code)
        {
            sink.push(refused("choices", &choice.code, fields.place(&node.span)));
        }
    }
    (!choices.is_empty()).then_some(choices)
}
