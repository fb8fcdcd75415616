//! Figures in texts that are checked against the data that they were taken from:
//! `[0.10](<figure:metric/score?entity=Nuevo León&year=2021>)`. The grammar is in `docs/content.md`.
//!
//! What a link asks for is read by [`query`], looked up by [`lookup`] in one reading of a table for all figures that ask
//! it, and held against the words by [`spoken`]. The reader is led to the row by the room `pages`.

mod fault;
mod gathered;
mod lookup;
mod number_in_text;
mod place;
mod prose;
mod query;
mod scheme;
mod spoken;
mod suggest;
mod written;

use crate::diag::Sink;
use crate::model::Portal;
use crate::text::lang::Lang;
use crate::text::messages::Arg;
use crate::text::number::NumberSeparators;
use fault::FigureFault;
use gathered::FigureValue;
use query::FigureQuery;
use std::collections::BTreeMap;
use tragaluz_tables::Tables;
use written::WrittenFigure;

pub(crate) use lookup::is_hundredth;
pub(crate) use number_in_text::NumberInText;
pub(crate) use place::FigurePlace;
pub(crate) use scheme::is_figure;
pub(crate) use spoken::SpokenNumber;

/// A figure that was found.
#[derive(Debug, Clone)]
struct KnownFigure {
    place: FigurePlace,
    /// The words for it in each language of the portal.
    words: BTreeMap<Lang, String>,
}

/// Every figure that texts link to and that was found, by the link as it is written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figures(BTreeMap<String, KnownFigure>);

impl Figures {
    /// Returns every link with the place of its figure.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&str, &FigurePlace)> {
        let all = self.0.iter();
        all.map(|(target, figure)| (target.as_str(), &figure.place))
    }

    /// Returns the words for a figure in a language.
    pub(crate) fn words(&self, target: &str, lang: &Lang) -> Option<&str> {
        self.0.get(target)?.words.get(lang).map(String::as_str)
    }

    /// Returns a line of plain text with the words of the figures that it links to in the place of those links; none where it
    /// links to none.
    pub(crate) fn filled(&self, text: &str, lang: &Lang) -> Option<String> {
        written::filled(text, &|target| self.words(target, lang))
    }

    /// Returns the rows of a table that texts lead to.
    pub(crate) fn rows<'f>(
        &'f self,
        dataset: &'f str,
        resource: &'f str,
    ) -> impl Iterator<Item = u64> + 'f {
        let places = self.0.values().map(|figure| &figure.place);
        places
            .filter(move |place| place.dataset == dataset && place.resource == resource)
            .filter_map(|place| place.row)
    }
}

/// Says a message of the theme in a language.
pub(crate) type FigureWording<'a> = &'a dyn Fn(&Lang, &str, &[(&str, Arg)]) -> String;

/// Returns how numbers are written in a language.
fn separators(say: FigureWording<'_>, lang: &Lang) -> NumberSeparators {
    let usual = NumberSeparators::default();
    NumberSeparators {
        decimal: say(lang, "number-decimal", &[]),
        group: say(lang, "number-group", &[]),
        group_from: say(lang, "number-group-from", &[])
            .parse()
            .unwrap_or(usual.group_from),
    }
}

/// Finds every figure that the texts of the portal link to, and says where its words are not what the data say.
pub(crate) fn read(
    portal: &Portal,
    tables: &Tables,
    say: FigureWording<'_>,
    sink: &mut Sink,
) -> Figures {
    let written = written::figures(portal);
    let mut asked: BTreeMap<&str, Result<FigureQuery, FigureFault>> = BTreeMap::new();
    for figure in &written {
        asked
            .entry(&figure.target)
            .or_insert_with(|| FigureQuery::read(&figure.target));
    }
    let found = lookup::answers(&asked, portal, tables);
    let by_lang: BTreeMap<&Lang, NumberSeparators> = portal
        .settings
        .languages
        .iter()
        .map(|lang| (lang, separators(say, lang)))
        .collect();
    for figure in &written {
        let answer = found.get(figure.target.as_str());
        let separators = by_lang.get(&figure.lang).cloned().unwrap_or_default();
        let fault = match answer {
            Some(Ok(value)) => value.differs(figure, &separators),
            Some(Err(fault)) => Some(fault.clone()),
            None => None,
        };
        sink.extend(fault.map(|fault| fault.told(figure)));
    }
    let known = found.into_iter().filter_map(|(target, answer)| {
        let known = answer.ok()?.known(&by_lang, say);
        Some((target.to_owned(), known))
    });
    Figures(known.collect())
}

/// Suggests links for numbers in texts that the data of their page hold.
pub(crate) fn suggest(portal: &Portal, tables: &Tables, say: FigureWording<'_>, sink: &mut Sink) {
    let languages = portal.settings.languages.iter();
    let by_lang = languages
        .map(|lang| (lang, separators(say, lang)))
        .collect();
    suggest::suggest(portal, tables, &by_lang, sink);
}

impl FigureValue {
    /// Returns the figure with its words in each language.
    fn known(
        self,
        by_lang: &BTreeMap<&Lang, NumberSeparators>,
        say: FigureWording<'_>,
    ) -> KnownFigure {
        let words = by_lang.iter().map(|(lang, separators)| {
            let shown = self.shown(separators);
            let words = if self.is_percent {
                say(lang, "percent", &[("shown", shown.into())])
            } else {
                shown
            };
            ((*lang).clone(), words)
        });
        KnownFigure {
            words: words.collect(),
            place: self.place,
        }
    }

    /// Returns what is wrong with the words of a link to this value.
    fn differs(
        &self,
        figure: &WrittenFigure,
        separators: &NumberSeparators,
    ) -> Option<FigureFault> {
        let words = figure.words.trim();
        if words.is_empty() {
            return None;
        }
        let Some(number) = self.number else {
            return (words != self.text).then(|| self.fault(words));
        };
        match spoken::number(words, separators) {
            Some(spoken) if spoken.says(number, self.is_percent) => None,
            Some(_) => Some(self.fault(words)),
            None => Some(FigureFault::Words {
                words: words.to_owned(),
            }),
        }
    }

    fn fault(&self, words: &str) -> FigureFault {
        FigureFault::Differs {
            words: words.to_owned(),
            value: self.text.clone(),
            source: self.source.clone(),
        }
    }
}
