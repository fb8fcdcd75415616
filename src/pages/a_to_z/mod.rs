//! The A–Z index: how a reader finds anything without a script.

pub mod context;
pub(crate) mod index;

use crate::model::Portal;
use crate::pages::a_to_z::context::{IndexGroup, IndexLetter, IndexLine};
use crate::pages::context::{Body, BodyFacts, Link, Phrase};
use crate::pages::kinds::{LIST_BUDGET, PageKindFacts};
use crate::pages::paging::ListRange;
use crate::pages::{Draft, PagePlan, Plan, SiteFacts, Title, entries, linking};
use index::{LanguageIndex, Letter, MOST_LETTERS};
use std::ops::{Range, RangeInclusive};
use tragaluz_tables::Tables;

pub(crate) struct AToZPages;

impl PageKindFacts for AToZPages {
    fn name(&self) -> &'static str {
        context::AToZContext::KIND
    }

    fn budget(&self) -> u64 {
        LIST_BUDGET
    }

    fn pages(&self, _portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        Vec::new()
    }

    fn pages_about(&self, plan: &Plan) -> Vec<Draft> {
        let pages = plan
            .index
            .values()
            .next()
            .map_or(0, |letters| letters.pages.len());
        let spans = std::iter::repeat_n(ListRange::default(), pages);
        Draft::pages_of_list(&Title::Message("a-z"), spans, index::address_of)
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let Some(letters) = site.plan.index.get(&page.lang) else {
            return Body::of(context::AToZContext::default());
        };
        let here = letters.pages[page.draft.part - 1].clone();
        let many = letters.letters.len() > MOST_LETTERS;
        let mut groups: Vec<IndexGroup> = letters_on(letters, &here)
            .map(|letter| index_group(site, page, letters, letter))
            .collect();
        if many {
            // One heading a line would be no help.
            let lines = groups.into_iter().flat_map(|group| group.lines).collect();
            groups = vec![IndexGroup {
                id: "all".into(),
                lines,
                ..IndexGroup::default()
            }];
        }
        Body::of(context::AToZContext {
            total: letters.lines.len() as u64,
            first: here.start as u64 + 1,
            last: here.end as u64,
            letters: letter_links(site, page),
            guides: guides(site, page, letters),
            headings: !many,
            groups,
            pager: entries::pager_of(site, page, letters.pages.len(), index::address_of),
            search: site
                .plan
                .has(crate::pages::kinds::SEARCH)
                .then(|| linking::href(site, page, crate::pages::kinds::SEARCH)),
        })
    }
}

/// Returns the letters of which a page, which has these lines, shows some.
fn letters_on<'l>(
    letters: &'l LanguageIndex,
    here: &Range<usize>,
) -> impl Iterator<Item = &'l Letter> {
    let (start, end) = (here.start, here.end);
    let all = letters.letters.iter();
    all.filter(move |letter| letter.lines.start < end && start < letter.lines.end)
}

/// Returns the lines of a letter that the page shows.
fn index_group(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    letters: &LanguageIndex,
    letter: &Letter,
) -> IndexGroup {
    let here = &letters.pages[page.draft.part - 1];
    let lines = letter.lines.start.max(here.start)..letter.lines.end.min(here.end);
    IndexGroup {
        id: anchor(letters, letter),
        name: letter.name.clone(),
        continued: letter.lines.start < lines.start,
        lines: lines
            .map(|at| index_line(site, page, letters, at))
            .collect(),
    }
}

/// The anchor of a letter.
fn anchor(letters: &LanguageIndex, letter: &Letter) -> String {
    let at = letters
        .letters
        .iter()
        .position(|l| l == letter)
        .unwrap_or_default();
    match letter.name.as_deref() {
        None => "signs".to_owned(),
        Some(name) if name.bytes().all(|b| b.is_ascii_alphabetic()) => {
            format!("l-{}", name.to_ascii_lowercase())
        }
        Some(_) => format!("l-{at}"),
    }
}

/// The letters, and the page on which each begins; none where they are too many to choose from.
fn letter_links(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<IndexLetter> {
    let Some(letters) = site.plan.index.get(&page.lang) else {
        return Vec::new();
    };
    if letters.letters.len() > MOST_LETTERS {
        return Vec::new();
    }
    letters
        .letters
        .iter()
        .map(|letter| letter_link(site, page, letters, letter))
        .collect()
}

fn letter_link(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    letters: &LanguageIndex,
    letter: &Letter,
) -> IndexLetter {
    let part = letters.page_of(letter.lines.start);
    let href = linking::href(site, page, &index::address_of(part));
    IndexLetter {
        name: letter.name.clone(),
        href: format!("{href}#{}", anchor(letters, letter)),
        count: letter.lines.len() as u64,
    }
}

fn index_line(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    letters: &LanguageIndex,
    at: usize,
) -> IndexLine {
    let line = &letters.lines[at];
    IndexLine {
        title: linking::title(page, &line.draft.title),
        href: linking::href(site, page, &line.draft.address),
        kind: linking::title(page, &line.kind),
    }
}

/// Most words that lead to pages.
const MOST_GUIDES: usize = 60;

/// Returns the pages, from 1, that words lead to: those of this page's letters, where a letter has several; all where there
/// are no letters to choose from.
fn guided_pages(page: &PagePlan, letters: &LanguageIndex) -> RangeInclusive<usize> {
    if letters.letters.len() > MOST_LETTERS {
        return 1..=letters.pages.len();
    }
    let here = &letters.pages[page.draft.part - 1];
    let lines = letters_on(letters, here).fold(here.clone(), |all, letter| {
        all.start.min(letter.lines.start)..all.end.max(letter.lines.end)
    });
    letters.page_of(lines.start)..=letters.page_of(lines.end - 1)
}

/// Words that pages begin with.
fn guides(site: &SiteFacts<'_>, page: &PagePlan, letters: &LanguageIndex) -> Vec<Link> {
    let pages = guided_pages(page, letters);
    let count = pages.clone().count();
    if count < 3 {
        return Vec::new();
    }
    let mut guides: Vec<Link> = Vec::new();
    for part in pages.step_by(count.div_ceil(MOST_GUIDES)) {
        let line = &letters.lines[letters.pages[part - 1].start];
        let title = line.title(&page.lang);
        let word: String = title
            .split_whitespace()
            .next()
            .unwrap_or(title)
            .chars()
            .take(16)
            .collect();
        let text = Phrase {
            text: Some(word),
            ..linking::title(page, &line.draft.title)
        };
        if guides.last().is_none_or(|last| last.text.text != text.text) {
            guides.push(Link::to(
                text,
                linking::href(site, page, &index::address_of(part)),
            ));
        }
    }
    if guides.len() < 2 { Vec::new() } else { guides }
}
