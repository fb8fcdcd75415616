//! The A–Z index: every thing of the portal by its title, in the order of each language, cut into pages.
//!
//! The order differs from language to language, but every thing is in each of them; so all have as many pages, and the
//! same addresses.

use crate::pages::{Draft, PagePlan, Title, address};
use crate::text::collate::{Heading, Order};
use crate::text::lang::Lang;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Most lines on a page.
const MOST_LINES: usize = 50;

/// Most bytes of titles and addresses on a page: with its markup such a page stays within its budget, however long and
/// odd the titles are.
const MOST_BYTES: usize = 7_500;

/// More letters than these are no help to choose from (a script of syllables or words); then pages are offered.
pub(crate) const MOST_LETTERS: usize = 60;

/// The folder of the index.
pub(crate) const FOLDER: &str = "a-z";

/// A thing in the index.
#[derive(Debug, Clone)]
pub(crate) struct IndexedPage {
    /// The page that is listed.
    pub(crate) draft: Arc<Draft>,
    /// What it is.
    pub(crate) kind: Title,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// The letter; none for digits and signs.
    pub(crate) name: Option<String>,
    /// Its lines, by their places.
    pub(crate) lines: Range<usize>,
}

/// The index in one language.
#[derive(Debug, Clone, Default)]
pub(crate) struct LanguageIndex {
    pub(crate) lines: Vec<IndexedPage>,
    /// The letters, in order, without those that have nothing.
    pub(crate) letters: Vec<Letter>,
    pub(crate) pages: Vec<Range<usize>>,
}

/// The index in every language.
pub(crate) type Index = BTreeMap<Lang, LanguageIndex>;

/// Draws the index of the pages that were given places.
pub(crate) fn draw(pages: &[PagePlan]) -> Index {
    let mut index = Index::new();
    for page in pages {
        if let (Some(kind), Title::Words(_)) = (page.kind.called(&page.draft), &page.draft.title) {
            let letters = index.entry(page.lang.clone()).or_default();
            letters.lines.push(IndexedPage {
                draft: page.draft.clone(),
                kind,
            });
        }
    }
    for (lang, letters) in &mut index {
        letters.arrange(lang);
    }
    let most = index
        .values()
        .map(|letters| letters.pages.len())
        .max()
        .unwrap_or(0);
    for letters in index.values_mut() {
        letters.stretch(most);
    }
    index
}

impl IndexedPage {
    /// Its title in a language.
    pub(crate) fn title(&self, lang: &Lang) -> &str {
        match &self.draft.title {
            Title::Words(words) => words.text(lang),
            Title::Message(_) | Title::Sentence(..) => "",
        }
    }
}

impl LanguageIndex {
    fn arrange(&mut self, lang: &Lang) {
        let order = Order::of(lang);
        self.lines.par_sort_by(|a, b| {
            order
                .compare(a.title(lang), b.title(lang))
                .then_with(|| a.draft.address.cmp(&b.draft.address))
        });
        for (at, line) in self.lines.iter().enumerate() {
            let name = match order.heading(line.title(lang)) {
                Heading::Signs => None,
                Heading::Letter(letter) => Some(letter),
            };
            match self.letters.last_mut() {
                Some(last) if same(&order, last.name.as_deref(), name.as_deref()) => {
                    last.lines.end = at + 1;
                }
                _ => self.letters.push(Letter {
                    name,
                    lines: at..at + 1,
                }),
            }
        }
        let mut start = 0;
        let mut bytes = 0;
        for (at, line) in self.lines.iter().enumerate() {
            let own = line.title(lang).len() + line.draft.address.len();
            if at > start && (at - start == MOST_LINES || bytes + own > MOST_BYTES) {
                self.pages.push(start..at);
                (start, bytes) = (at, 0);
            }
            bytes += own;
        }
        if start < self.lines.len() {
            self.pages.push(start..self.lines.len());
        }
    }

    /// Halves the longest pages until there are `most`.
    fn stretch(&mut self, most: usize) {
        while self.pages.len() < most {
            let longest = (0..self.pages.len())
                .rev()
                .max_by_key(|at| self.pages[*at].len());
            let Some(at) = longest.filter(|at| self.pages[*at].len() > 1) else {
                return;
            };
            let page = self.pages[at].clone();
            let middle = page.start + page.len() / 2;
            self.pages
                .splice(at..=at, [page.start..middle, middle..page.end]);
        }
    }

    /// The page that a line is on, from 1.
    pub(crate) fn page_of(&self, line: usize) -> usize {
        self.pages.partition_point(|page| page.end <= line) + 1
    }
}

fn same(order: &Order, a: Option<&str>, b: Option<&str>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b || order.same_letter(a, b),
        (a, b) => a == b,
    }
}

/// The address of a page of the index, from 1.
pub(crate) fn address_of(part: usize) -> String {
    address::list(FOLDER, part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_stretched_to_as_many_as_another_language_has() {
        let mut letters = LanguageIndex {
            pages: vec![0..50, 50..60],
            ..LanguageIndex::default()
        };
        letters.stretch(4);
        assert_eq!(letters.pages, [0..12, 12..25, 25..50, 50..60]);
        assert_eq!(
            [0, 11, 12, 59].map(|line| letters.page_of(line)),
            [1, 1, 2, 4]
        );
        letters.stretch(100);
        assert_eq!(letters.pages.len(), 60);
    }
}
