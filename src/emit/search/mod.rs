//! The search's own index: for each language a folder of small scripts, of which a query loads a few.
//!
//! A reader's browser gets them by script tags, for that works from a folder on a disk too, where nothing can be
//! fetched. What each file holds is told in [`pack`].

mod pack;
mod script;

pub use pack::{PER_FILE, RECORD_BYTES, WORDS_BYTES};
pub use script::squeezed;

use super::Made;
use super::audit::Seen;
use crate::plan::index::Letters;
use crate::plan::kinds::SEARCH_FOLDER;
use crate::plan::record::encode_path;
use crate::plan::{PagePlan, View, address};
use crate::render::{Theme, Voice};
use crate::text::fold::Folding;
use crate::text::lang::Lang;
use crate::text::words::Said;
use pack::{Record, Terms};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Words of texts in the index of one language, so that the index of a large portal stays small: each thing has an equal
/// share, its first different words.
const WORDS_OF_TEXTS: usize = 400_000;

/// The least and the most words of a thing's text.
const SHARE: std::ops::RangeInclusive<usize> = 30..=1_000;

/// The index of every language; nothing where there is no search page.
pub fn all(view: &View<'_>, theme: &Theme, seen: &[Seen]) -> Vec<Made> {
    if !view.plan.has_search() {
        return Vec::new();
    }
    let weights: BTreeMap<&str, u64> = seen.iter().map(Seen::weight).collect();
    let languages = view.plan.index.par_iter();
    languages.flat_map(|(lang, letters)| of_language(view, theme, lang, letters, &weights)).collect()
}

fn of_language(
    view: &View<'_>,
    theme: &Theme,
    lang: &Lang,
    letters: &Letters,
    weights: &BTreeMap<&str, u64>,
) -> Vec<Made> {
    let Some(voice) = theme.voice(lang) else { return Vec::new() };
    let folding = Folding::of(lang, &stop_words(voice));
    let pages = view.plan.pages.iter().filter(|page| page.lang == *lang);
    let pages: BTreeMap<&str, &PagePlan> = pages.map(|page| (page.draft.address.as_str(), page)).collect();
    let share = (WORDS_OF_TEXTS / letters.lines.len().max(1)).clamp(*SHARE.start(), *SHARE.end());
    let mut kinds: Vec<&str> = Vec::new();
    let mut records = Vec::new();
    let mut terms = Terms::default();
    for (at, line) in letters.lines.iter().enumerate() {
        let Some(page) = pages.get(line.draft.address.as_str()) else { continue };
        let kind = kinds.iter().position(|k| *k == line.kind).unwrap_or_else(|| {
            kinds.push(line.kind);
            kinds.len() - 1
        });
        let title = line.title(lang);
        let summary = line.draft.summary.said(lang);
        terms.add(at, said(view, page, &folding, title, summary, share));
        let other = match &line.draft.title {
            crate::plan::Title::Words(words) => words.said(lang).map(|said| said.lang).filter(|own| *own != lang),
            _ => None,
        };
        records.push(Record {
            title: title.to_owned(),
            href: encode_path(&line.draft.address),
            kind,
            kilobytes: weights.get(page.path.as_str()).map_or(1, |bytes| bytes.div_ceil(1024)),
            summary: summary.map(|s| s.text.to_owned()).unwrap_or_default(),
            lang: other.map(|lang| lang.tag().to_owned()),
        });
    }
    let kinds: Vec<String> = kinds.into_iter().map(|kind| voice.say(kind, &[])).collect();
    let folder = address::in_lang(lang, view.portal.settings.main(), SEARCH_FOLDER);
    pack::pack(&folder, &kinds, &folding, &terms, &records)
}

/// Words that a language's file asks to leave out; a language need not have any.
fn stop_words(voice: &Voice) -> String {
    voice.messages.format("search-stop-words", None, &[]).unwrap_or_default()
}

/// The terms of a thing: those of its title, those of its summary and names that are not in the title, and those of its
/// text that are in neither.
fn said(
    view: &View<'_>,
    page: &PagePlan,
    folding: &Folding,
    title: &str,
    summary: Option<Said<'_>>,
    share: usize,
) -> [BTreeSet<String>; 3] {
    let found = page.kind.findable(page, view);
    let in_title: BTreeSet<String> = folding.terms(title).into_iter().collect();
    let mut names = folding.terms(&plain(summary.map_or("", |s| s.text)));
    names.extend(found.names.iter().flat_map(|name| folding.terms(name)));
    let names: BTreeSet<String> = names.into_iter().filter(|term| !in_title.contains(term)).collect();
    let mut text = BTreeSet::new();
    let terms = found.texts.iter().flat_map(|text| folding.terms(&plain(text)));
    for term in terms.filter(|term| !in_title.contains(term) && !names.contains(term)) {
        if text.len() == share {
            break;
        }
        text.insert(term);
    }
    [in_title, names, text]
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
    !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_text_are_those_that_readers_see() {
        let text = "A **b**c [d](https://e.example/f)\n\n```chart\ndata: g\n```\n\n| h | i |\n|---|---|\n| j | k |\n";
        assert_eq!(plain(text).split_whitespace().collect::<Vec<_>>(), ["A", "bc", "d", "h", "i", "j", "k"]);
    }
}
