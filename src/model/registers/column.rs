//! Columns of registers: what each is called, and how an item's cells are found.

use crate::model::bilingual::{Bilingual, column_in, in_languages};
use crate::model::dataset::{Field, ForeignKey};
use crate::model::declared_fact::DeclaredFact;
use crate::model::evaluation::CodedVerdict;
use crate::model::head::Head;
use crate::model::portal::Portal;
use crate::text::lang::Lang;
use crate::text::words::Words;
use std::borrow::Cow;

/// The column of how many comments the source shows.
pub(super) fn comments<T>(value: fn(&Portal, &T) -> Option<String>) -> RegisterColumn<T> {
    let description = [
        "Cuántos muestra la fuente; vacío si no lo dice.",
        "How many the source shows; empty where it does not say.",
    ];
    fact(
        "comments_published",
        "integer",
        ["Comentarios publicados", "Published comments"],
        description,
        value,
    )
}

/// Words of a register: the program's, or those of a portal that declares it.
#[derive(Debug, Clone)]
pub(super) enum RegisterWords {
    Known(Bilingual),
    Own(Words),
}

impl RegisterWords {
    /// Returns them in the languages of a portal that the program speaks, or as the portal gives them.
    pub(super) fn in_languages(&self, languages: &[Lang]) -> Words {
        match self {
            RegisterWords::Known(words) => in_languages(*words, languages),
            RegisterWords::Own(words) => words.clone(),
        }
    }
}

impl From<Bilingual> for RegisterWords {
    fn from(words: Bilingual) -> RegisterWords {
        RegisterWords::Known(words)
    }
}

/// What is told of an item.
pub(super) struct RegisterColumn<T> {
    name: Cow<'static, str>,
    /// Its field type (Table Schema).
    kind: &'static str,
    title: RegisterWords,
    description: RegisterWords,
    value: CellSource<T>,
}

impl<T> RegisterColumn<T> {
    /// Whether it is that of the author's own facts, and no item has any.
    pub(super) fn is_empty_extra(&self, portal: &Portal, items: &[&T]) -> bool {
        match self.value {
            CellSource::Fact(value) if self.name == EXTRA => {
                items.iter().all(|item| value(portal, item).is_none())
            }
            _ => false,
        }
    }

    /// Returns what it is called among the register's columns.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Returns the names of its columns in the file: one, or one a language.
    pub(super) fn names(&self, languages: &[Lang]) -> Vec<String> {
        match self.value {
            CellSource::Fact(_) | CellSource::Verdict(..) | CellSource::Declared(..) => {
                vec![self.name.to_string()]
            }
            CellSource::Words(_) | CellSource::DeclaredWords(..) => (languages.iter())
                .map(|lang| column_in(&self.name, lang))
                .collect(),
        }
    }

    /// Returns what the schema says of its columns.
    pub(super) fn fields<'l>(
        &self,
        languages: &'l [Lang],
    ) -> impl Iterator<Item = Field> + use<'l, T> {
        let (kind, title) = (self.kind, self.title.in_languages(languages));
        let description = self.description.in_languages(languages);
        let is_of_words = self.is_of_words() && languages.len() > 1;
        let of_column = move |at: usize| match languages.get(at).filter(|_| is_of_words) {
            Some(lang) => in_parentheses(&title, lang),
            None => title.clone(),
        };
        let names = self.names(languages).into_iter().enumerate();
        names.map(move |(at, name)| Field {
            name,
            kind: Some(kind.to_owned()),
            title: of_column(at),
            description: description.clone(),
            ..Field::default()
        })
    }

    /// Whether it has a column for each language.
    fn is_of_words(&self) -> bool {
        matches!(
            self.value,
            CellSource::Words(_) | CellSource::DeclaredWords(..)
        )
    }

    /// Adds an item's cells to its row.
    pub(super) fn cells(&self, portal: &Portal, item: &T, row: &mut Vec<String>) {
        match self.value {
            CellSource::Fact(value) => row.push(value(portal, item).unwrap_or_default()),
            CellSource::Declared(value, at) => {
                row.push(value(portal, item, at).unwrap_or_default());
            }
            CellSource::DeclaredWords(value, at) => {
                let words = value(item, at);
                let said = |lang| words.map_or_else(String::new, |words| in_lang(words, lang));
                row.extend(portal.settings.languages.iter().map(said));
            }
            CellSource::Verdict(verdict, code) => row.push(match code(verdict, portal, item) {
                Some(code) if verdict.is_yes_no() => (code == "yes").to_string(),
                code => code.unwrap_or_default().to_owned(),
            }),
            CellSource::Words(value) => {
                let words = value(item);
                row.extend((portal.settings.languages.iter()).map(|lang| in_lang(words, lang)));
            }
        }
    }
}

/// What the languages are called that most portals have.
const LANGUAGES: &[(&str, Bilingual)] = &[
    ("es", ["español", "Spanish"]),
    ("en", ["inglés", "English"]),
    ("fr", ["francés", "French"]),
    ("pt", ["portugués", "Portuguese"]),
    ("ar", ["árabe", "Arabic"]),
    ("zh", ["chino", "Chinese"]),
];

/// Returns a title with the language of the column's words behind it: that language's own name where no other is known here.
fn in_parentheses(title: &Words, lang: &Lang) -> Words {
    let primary = lang.primary();
    let known = LANGUAGES.iter().find(|(tag, _)| *tag == primary);
    let own = lang.endonym().unwrap_or(lang.tag());
    let [spanish, english] = known.map_or([own, own], |(_, names)| *names);
    let mut words = Words::default();
    for (of, text) in title.all() {
        let name = if of.primary() == "es" {
            spanish
        } else {
            english
        };
        words.add(of.clone(), format!("{text} ({name})"));
    }
    words
}

/// How an item's cell is found.
enum CellSource<T> {
    /// A fact; none where it is not known.
    Fact(fn(&Portal, &T) -> Option<String>),
    /// The code of a verdict, or yes or no as data have it; none where nobody gave it.
    Verdict(
        &'static CodedVerdict,
        fn(&CodedVerdict, &Portal, &T) -> Option<&'static str>,
    ),
    /// The fact at this place among those that a kind declares.
    Declared(fn(&Portal, &T, usize) -> Option<String>, usize),
    /// The words of the fact at this place among those that a kind declares.
    DeclaredWords(fn(&T, usize) -> Option<&Words>, usize),
    /// Words: a column a language, `NAME_es`, empty where there is no translation.
    Words(fn(&T) -> &Words),
}

/// Returns a column of one fact, empty where that is not known.
pub(super) fn fact<T>(
    name: &'static str,
    kind: &'static str,
    title: Bilingual,
    description: Bilingual,
    value: fn(&Portal, &T) -> Option<String>,
) -> RegisterColumn<T> {
    RegisterColumn {
        name: name.into(),
        kind,
        title: title.into(),
        description: description.into(),
        value: CellSource::Fact(value),
    }
}

/// The column of a verdict.
pub(super) fn verdict<T>(
    verdict: &'static CodedVerdict,
    code: fn(&CodedVerdict, &Portal, &T) -> Option<&'static str>,
) -> RegisterColumn<T> {
    let CodedVerdict {
        column,
        title,
        description,
        ..
    } = verdict;
    let kind = if verdict.is_yes_no() {
        "boolean"
    } else {
        "string"
    };
    RegisterColumn {
        name: (*column).into(),
        kind,
        title: (*title).into(),
        description: (*description).into(),
        value: CellSource::Verdict(verdict, code),
    }
}

/// Returns a column of words, one for each language.
pub(super) fn words<T>(
    name: &'static str,
    title: Bilingual,
    description: Bilingual,
    value: fn(&T) -> &Words,
) -> RegisterColumn<T> {
    RegisterColumn {
        name: name.into(),
        kind: "string",
        title: title.into(),
        description: description.into(),
        value: CellSource::Words(value),
    }
}

/// What the author says under `extra:`: a column where anything is there.
pub(super) fn extra<T>(value: fn(&Portal, &T) -> Option<String>) -> RegisterColumn<T> {
    let description = [
        "Lo que el autor dice bajo extra, en JSON.",
        "What the author says under extra, as JSON.",
    ];
    fact(
        EXTRA,
        "object",
        ["Otros datos", "Other facts"],
        description,
        value,
    )
}

const EXTRA: &str = "extra";

/// What is under `extra:` in the main language, as JSON.
pub(super) fn extra_of(portal: &Portal, head: &Head) -> Option<String> {
    let main = portal.settings.main();
    let facts = head.own.extra(main, main);
    (!facts.is_empty()).then(|| serde_json::Value::Object(facts).to_string())
}

/// The words in this very language; a translation that is lacking is a gap, not the other language's words.
fn in_lang(words: &Words, lang: &Lang) -> String {
    words
        .said(lang)
        .filter(|said| said.lang == lang)
        .map(|said| said.text.to_owned())
        .unwrap_or_default()
}

/// Several values in one cell, as Table Schema's `list` writes them.
pub(super) fn list<'a>(values: impl Iterator<Item = &'a str>) -> Option<String> {
    let joined = values.collect::<Vec<_>>().join(";");
    (!joined.is_empty()).then_some(joined)
}

/// Whether something that refers to this register can: it exists only when it has rows.
pub(super) fn refers(field: &str, register: &str, column: &str) -> ForeignKey {
    ForeignKey {
        fields: vec![field.to_owned()],
        dataset: Some(register.to_owned()),
        resource: register.trim_start_matches("register-").to_owned(),
        reference: vec![column.to_owned()],
    }
}

/// What is said of a declared fact that the settings do not describe.
const DECLARED: Bilingual = [
    "Lo que su página dice bajo ese nombre.",
    "What its page says under that name.",
];

/// How the cells of a declared fact are found.
pub(super) enum DeclaredCells<T> {
    /// One column.
    Fact(fn(&Portal, &T, usize) -> Option<String>),
    /// A column for each language.
    Words(fn(&T, usize) -> Option<&Words>),
}

/// Returns the column of a fact that a kind declares, the one at this place among them; `kind` is its field type.
pub(super) fn declared<T>(
    at: usize,
    fact: &DeclaredFact,
    kind: &'static str,
    cells: DeclaredCells<T>,
) -> RegisterColumn<T> {
    RegisterColumn {
        name: fact.name.clone().into(),
        kind,
        title: RegisterWords::Own(fact.title.clone()),
        description: if fact.description.is_empty() {
            DECLARED.into()
        } else {
            RegisterWords::Own(fact.description.clone())
        },
        value: match cells {
            DeclaredCells::Fact(value) => CellSource::Declared(value, at),
            DeclaredCells::Words(value) => CellSource::DeclaredWords(value, at),
        },
    }
}
