//! The search's own index: for each language a folder of small scripts, of which a query loads a few.
//!
//! A reader's browser gets them by script tags, for that works from a folder on a disk too, where nothing can be
//! fetched. What each file holds is told in [`pack`].

mod pack;
mod places;
mod short_text;

use super::audit::InspectedPage;
use crate::pages::a_to_z::index::LanguageIndex;
use crate::pages::kinds::{FactsShown, SEARCH_FOLDER, SearchText};
use crate::pages::{PagePlan, SiteFacts, Title, address};
use crate::record::encode_path;
use crate::render::{Theme, Voice};
use crate::stage::OutputFile;
use crate::text::fold::Folding;
use crate::text::lang::Lang;
use pack::TermIndex;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Words of texts in the index of one language, so that the index of a large portal stays small: each thing has an equal
/// share, its first different words.
const WORDS_OF_TEXTS: usize = 400_000;

/// The least and the most words of a thing's text.
const SHARE: RangeInclusive<usize> = 30..=1_000;

/// Words of values in the index of one language, and the least and the most of one dataset's.
const WORDS_OF_VALUES: usize = 1_000_000;
const SHARE_OF_VALUES: RangeInclusive<usize> = 100..=3_000;

/// A thing that can be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Thing {
    /// The title as readers see it.
    pub title: String,
    /// The language of its title, where it is not the page's.
    pub lang: Option<String>,
    /// Its address from the language's root.
    pub href: String,
    /// Its kind, by its place among the kinds' names.
    pub kind: usize,
    /// The weight of its page, in kibibytes, rounded up.
    pub kilobytes: u64,
    /// The summary, in Markdown.
    pub summary: String,
    /// Its place, how it stands and its years, in words.
    pub shown: String,
    /// What it is found by besides.
    pub found_by: SearchText,
}

/// The index of every language; nothing where there is no search page.
pub(crate) fn all(view: &SiteFacts<'_>, theme: &Theme, seen: &[InspectedPage]) -> Vec<OutputFile> {
    if !view.plan.has_search() {
        return Vec::new();
    }
    let weights: BTreeMap<&str, u64> = seen.iter().map(InspectedPage::weight).collect();
    let languages = view.plan.index.par_iter();
    languages
        .flat_map(|(lang, letters)| of_language(view, theme, lang, letters, &weights))
        .collect()
}

fn of_language(
    view: &SiteFacts<'_>,
    theme: &Theme,
    lang: &Lang,
    letters: &LanguageIndex,
    weights: &BTreeMap<&str, u64>,
) -> Vec<OutputFile> {
    let Some(voice) = theme.voice(lang) else {
        return Vec::new();
    };
    let voices = voices_of(view, theme);
    let pages = pages_in(view, lang);
    let mut kinds = KindNames::default();
    let mut things = Vec::new();
    for line in &letters.lines {
        let Some(page) = pages.get(line.draft.address.as_str()) else {
            continue;
        };
        let weight = weights.get(page.path.as_str());
        let mut found_by = page.kind.findable(page, view);
        found_by.aliases.push(called(&line.kind, lang, voice));
        speak(&voices, &mut found_by);
        things.push(Thing {
            title: line.title(lang).to_owned(),
            lang: language_of_title(&line.draft.title, lang),
            href: encode_path(&line.draft.address),
            kind: kinds.index_of(&line.kind),
            kilobytes: weight.map_or(1, |bytes| bytes.div_ceil(1024)),
            summary: line.draft.summary.text(lang).to_owned(),
            shown: in_words(&found_by.shown, voice),
            found_by,
        });
    }
    // Those that people come for are before the others, and each in alphabetical order.
    things.sort_by_key(|thing| thing.found_by.rank);
    let folder = address::in_lang(lang, view.portal.settings.main(), SEARCH_FOLDER);
    let folding = Folding::of(lang, &stop_words(voice));
    index(&folder, &kinds.said(lang, voice), &folding, &things)
}

/// Returns the voices of all the portal's languages.
fn voices_of<'t>(view: &SiteFacts<'_>, theme: &'t Theme) -> Vec<&'t Voice> {
    let languages = view.portal.settings.languages.iter();
    let voices = languages.filter_map(|lang| theme.voice(lang));
    voices.map(|voice| &**voice).collect()
}

/// Adds what the messages say by which something is found, in every language that has them.
fn speak(voices: &[&Voice], found_by: &mut SearchText) {
    for id in &found_by.messages {
        let said = (voices.iter()).filter_map(|voice| voice.messages.format(id, None, &[]));
        found_by.names.extend(said);
    }
}

/// Returns the pages in a language, by their addresses.
fn pages_in<'v>(view: &SiteFacts<'v>, lang: &Lang) -> BTreeMap<&'v str, &'v PagePlan> {
    let pages = view.plan.pages.iter().filter(|page| page.lang == *lang);
    pages
        .map(|page| (page.draft.address.as_str(), page))
        .collect()
}

/// Returns what a result shows below its summary, in a language's words.
fn in_words(facts: &FactsShown, voice: &Voice) -> String {
    let status: Vec<String> = (facts.status.iter()).map(|id| voice.say(id, &[])).collect();
    let years = facts.years.map(|[from, to]| {
        if from == to {
            from.to_string()
        } else {
            format!("{from}–{to}")
        }
    });
    let parts = [facts.place.clone(), Some(status.join(": ")), years];
    let parts: Vec<String> = (parts.into_iter().flatten())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

/// Returns what a kind of page is called.
fn called(kind: &Title, lang: &Lang, voice: &Voice) -> String {
    kind.text(lang, &|id, args| voice.say(id, args))
}

/// Names of kinds, in the order in which they were first asked for.
#[derive(Default)]
struct KindNames(Vec<Title>);

impl KindNames {
    /// Returns them in a language's words.
    fn said(&self, lang: &Lang, voice: &Voice) -> Vec<String> {
        (self.0.iter())
            .map(|kind| called(kind, lang, voice))
            .collect()
    }

    /// Returns the index of a name, which joins the list where it is new.
    fn index_of(&mut self, kind: &Title) -> usize {
        let known = self.0.iter().position(|own| own == kind);
        known.unwrap_or_else(|| {
            self.0.push(kind.clone());
            self.0.len() - 1
        })
    }
}

/// Returns the language of a title, where it is another than the page's.
fn language_of_title(title: &Title, lang: &Lang) -> Option<String> {
    let Title::Words(words) = title else {
        return None;
    };
    let own = words.said(lang)?.lang;
    (own != lang).then(|| own.tag().to_owned())
}

/// Words that a language's file asks to leave out; a language need not have any.
fn stop_words(voice: &Voice) -> String {
    voice
        .messages
        .format("search-stop-words", None, &[])
        .unwrap_or_default()
}

/// The files of an index in `folder`. Of things that are equally good results, the first comes first.
pub fn index(
    folder: &str,
    kinds: &[String],
    folding: &Folding,
    things: &[Thing],
) -> Vec<OutputFile> {
    let of_each = |words: usize, least_and_most: &RangeInclusive<usize>| {
        (words / things.len().max(1)).clamp(*least_and_most.start(), *least_and_most.end())
    };
    let shares = [
        of_each(WORDS_OF_VALUES, &SHARE_OF_VALUES),
        of_each(WORDS_OF_TEXTS, &SHARE),
    ];
    let mut terms = TermIndex::default();
    for (at, thing) in things.iter().enumerate() {
        terms.add(at, thing.terms(folding, shares));
    }
    pack::pack(folder, kinds, folding, &terms, things)
}

impl Thing {
    /// Its terms: those of its title and its other names, those of its summary, its names and its values that are not in the title, and those of
    /// its text that are in neither. `shares` are the most of its values and of its text.
    fn terms(&self, folding: &Folding, shares: [usize; 2]) -> [BTreeSet<String>; 3] {
        let of = |texts: &[String]| -> Vec<String> {
            texts.iter().flat_map(|text| folding.terms(text)).collect()
        };
        let mut in_title: BTreeSet<String> = folding.terms(&self.title).into_iter().collect();
        in_title.extend(of(&self.found_by.aliases));
        let mut names: BTreeSet<String> =
            folding.terms(&plain(&self.summary)).into_iter().collect();
        names.extend(of(&self.found_by.names));
        names.retain(|term| !in_title.contains(term));
        let known = [&in_title, &names];
        let values = first_different(of(&self.found_by.values), known, shares[0]);
        names.extend(values);
        let texts = self.found_by.texts.iter().map(|text| plain(text));
        let texts = texts.flat_map(|text| folding.terms(&text)).collect();
        let text = first_different(texts, [&in_title, &names], shares[1]);
        [in_title, names, text]
    }
}

/// Returns the first different terms that are not known, at most so many.
fn first_different(
    terms: Vec<String>,
    known: [&BTreeSet<String>; 2],
    most: usize,
) -> BTreeSet<String> {
    let mut first = BTreeSet::new();
    for term in terms {
        if first.len() == most {
            break;
        }
        if !known.iter().any(|known| known.contains(&term)) {
            first.insert(term);
        }
    }
    first
}

/// What readers see of a text in Markdown; charts and other code are none of its words.
fn plain(markdown: &str) -> String {
    let mut out = String::new();
    let mut in_code = false;
    for event in Parser::new_ext(markdown, crate::model::body::MARKDOWN) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) | Event::Code(text) if !in_code => out.push_str(&text),
            Event::End(tag) if is_block(tag) => out.push(' '),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    out
}

/// Whether an end parts words; the end of emphasis inside a word does not.
fn is_block(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_text_are_those_that_readers_see() {
        let text = "A **b**c [d](https://e.example/f)\n\n```chart\ndata: g\n```\n\n| h | i |\n|---|---|\n| j | k |\n";
        assert_eq!(
            plain(text).split_whitespace().collect::<Vec<_>>(),
            ["A", "bc", "d", "h", "i", "j", "k"]
        );
    }
}
