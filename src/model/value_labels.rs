//! Words for the values of columns, in each language of the portal. The data keep their values.

use super::facts::PageFacts;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::source::fields::{Fields, scalar};
use crate::source::node::{FactNode, FactValue};
use crate::text::country;
use crate::text::lang::Lang;
use crate::text::phrase::Phrase;
use crate::text::words::Words;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;
use tragaluz_tables::Column;

/// What a dataset declares under `labels`, by the names of columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ValueLabels(BTreeMap<String, ColumnLabels>);

/// The labels of one column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ColumnLabels {
    /// Where they are declared.
    pub(crate) place: Place,
    source: LabelSource,
}

#[derive(Debug, Clone, PartialEq)]
enum LabelSource {
    /// Names of countries, by their codes in ISO 3166-1.
    Countries,
    /// Words by value, in the order declared.
    Words(Vec<(String, Words)>),
    /// Words by value of a code list, of which a column may have a few.
    Listed(Arc<BTreeMap<String, Words>>),
}

/// Returns the words of a value: a text in the file's language, or a map by language.
fn words_of_value(fields: &Fields<'_>, node: &FactNode, lang: &Lang, sink: &mut Sink) -> Words {
    let FactValue::Map(entries) = &node.value else {
        return scalar(fields.file(), node, "labels", sink)
            .map(|text| Words::new(lang.clone(), text.value))
            .unwrap_or_default();
    };
    let mut words = Words::default();
    for (tag, node) in entries {
        let text = scalar(fields.file(), node, "labels", sink);
        match Lang::parse(&tag.name).filter(Lang::is_registered) {
            Some(lang) => words.extend(lang, text.map(|text| text.value)),
            None => sink.push(
                Diagnostic::new(&codes::UNKNOWN_LANGUAGE)
                    .at(fields.place(&tag.span))
                    .arg("use", "words")
                    .arg("lang", &tag.name),
            ),
        }
    }
    words
}

/// The word in place of a list of values that asks for names of countries.
const COUNTRIES: &str = "countries";

impl ValueLabels {
    /// Parses `labels`, a map by column, with the words that translations give.
    pub(crate) fn read(facts: &mut PageFacts<'_>, sink: &mut Sink) -> ValueLabels {
        let lang = facts.lang.clone();
        let (main, others) = facts.map("labels", sink);
        let mut labels = ValueLabels::default();
        if let Some(main) = main {
            labels.add(&main, &lang, sink);
        }
        for (lang, fields) in others {
            labels.add(&fields, &lang, sink);
        }
        labels
    }

    fn add(&mut self, fields: &Fields<'_>, lang: &Lang, sink: &mut Sink) {
        for (column, node) in fields.entries() {
            let place = fields.place(&column.span);
            match &node.value {
                FactValue::Text(word) if word == COUNTRIES => {
                    let source = LabelSource::Countries;
                    self.0
                        .insert(column.name.clone(), ColumnLabels { place, source });
                }
                _ => {
                    if let Some(values) = Fields::of(fields.file(), node, "labels", sink) {
                        self.add_words(&column.name, place, &values, lang, sink);
                    }
                }
            }
        }
    }

    fn add_words(
        &mut self,
        column: &str,
        place: Place,
        values: &Fields<'_>,
        lang: &Lang,
        sink: &mut Sink,
    ) {
        let own = self.0.entry(column.to_owned()).or_insert(ColumnLabels {
            place,
            source: LabelSource::Words(Vec::new()),
        });
        let LabelSource::Words(words) = &mut own.source else {
            return;
        };
        for (value, node) in values.entries() {
            let said = words_of_value(values, node, lang, sink);
            match words.iter_mut().find(|(known, _)| *known == value.name) {
                Some((_, known)) => {
                    for (lang, text) in said.all() {
                        known.add(lang.clone(), text);
                    }
                }
                None => words.push((value.name.clone(), said)),
            }
        }
    }

    /// Returns whether nothing is declared.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the columns that have labels, and these.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (&str, &ColumnLabels)> {
        self.0
            .iter()
            .map(|(column, labels)| (column.as_str(), labels))
    }

    /// Returns the labels of a column: those declared for its name, else those of its code list.
    pub(crate) fn of(&self, column: &Column) -> Option<Cow<'_, ColumnLabels>> {
        let declared = self.0.get(&column.name).map(Cow::Borrowed);
        declared.or_else(|| {
            (!column.labels.is_empty()).then(|| {
                Cow::Owned(ColumnLabels {
                    place: Place::file(""),
                    source: LabelSource::Listed(Arc::clone(&column.labels)),
                })
            })
        })
    }

    /// Adds the words declared for columns to these, which are of one table.
    pub(crate) fn settle(&self, columns: &mut [Column]) {
        for column in columns {
            if let Some(LabelSource::Words(words)) = self.0.get(&column.name).map(|l| &l.source) {
                column.labels = Arc::new(words.iter().cloned().collect());
            }
        }
    }
}

/// Returns what a country is called in each of these languages.
fn names_of_country(code: &str, languages: &[Lang]) -> Words {
    let mut words = Words::default();
    for lang in languages {
        if let Some(name) = country::name(code, lang).filter(|name| name.lang == *lang) {
            words.add(lang.clone(), name.text);
        }
    }
    words
}

impl ColumnLabels {
    /// Returns what a value is called for a reader of the language `page`.
    pub(crate) fn label(&self, value: &str, page: &Lang) -> Option<Phrase> {
        match &self.source {
            LabelSource::Countries => {
                let name = country::name(value, page)?;
                Some(Phrase::in_lang(name.text, &name.lang, page))
            }
            LabelSource::Words(words) => {
                let (_, words) = words.iter().find(|(known, _)| known == value)?;
                Phrase::of(words, page)
            }
            LabelSource::Listed(words) => Phrase::of(words.get(value.trim())?, page),
        }
    }

    /// Returns every value that has a label for a reader of the language `page`, with it.
    pub(crate) fn all(&self, page: &Lang) -> Vec<(String, Phrase)> {
        match &self.source {
            LabelSource::Countries => (country::all(page).into_iter())
                .map(|(code, name)| {
                    (
                        code.to_owned(),
                        Phrase::in_lang(name.text, &name.lang, page),
                    )
                })
                .collect(),
            LabelSource::Words(words) => (words.iter())
                .filter_map(|(value, words)| Some((value.clone(), Phrase::of(words, page)?)))
                .collect(),
            LabelSource::Listed(words) => (words.iter())
                .filter_map(|(value, words)| Some((value.clone(), Phrase::of(words, page)?)))
                .collect(),
        }
    }

    /// Returns the values that are labelled one by one.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        let (words, listed) = match &self.source {
            LabelSource::Countries => (&[][..], None),
            LabelSource::Words(words) => (words.as_slice(), None),
            LabelSource::Listed(words) => (&[][..], Some(words)),
        };
        let words = words.iter().map(|(value, _)| value.as_str());
        words.chain(
            listed
                .into_iter()
                .flat_map(|words| words.keys().map(String::as_str)),
        )
    }

    /// Returns the words of these values, which a column has, in the languages of a portal.
    pub(crate) fn words<'v>(
        &self,
        values: impl Iterator<Item = &'v str>,
        languages: &[Lang],
    ) -> BTreeMap<String, Words> {
        match &self.source {
            LabelSource::Countries => values
                .map(|value| (value.to_owned(), names_of_country(value, languages)))
                .filter(|(_, words)| !words.is_empty())
                .collect(),
            LabelSource::Words(words) => words.iter().cloned().collect(),
            LabelSource::Listed(words) => BTreeMap::clone(words),
        }
    }

    /// Returns whether the labels are a list's, of which a column may have a few.
    pub(crate) fn is_of_list(&self) -> bool {
        !matches!(self.source, LabelSource::Words(_))
    }

    /// Returns whether values are labelled by a list of this program.
    pub(crate) fn is_of_countries(&self) -> bool {
        self.source == LabelSource::Countries
    }
}
