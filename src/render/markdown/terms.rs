//! Terms of the glossary among the words of a text become links: in each text where it has them first.

use crate::model::text_links::WordsScope;
use crate::render::glossary::GlossaryTerms;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd, TextMergeStream};
use std::collections::BTreeSet;

/// How a link to a term is told from one that the author wrote: of wiki links texts have none.
pub(super) const TERM_LINK: LinkType = LinkType::WikiLink { has_pothole: true };

/// Makes links of the terms among the words of a text, where `leads` says that there is a page that explains them.
pub(super) fn link<'a>(
    markdown: &str,
    events: Vec<Event<'a>>,
    terms: &GlossaryTerms,
    leads: impl Fn(&str) -> bool,
) -> Vec<Event<'a>> {
    if terms.uses(markdown).next().is_none() {
        return events;
    }
    let mut text = TermLinker {
        out: Vec::with_capacity(events.len() + 8),
        linked: BTreeSet::new(),
        terms,
        leads,
    };
    let (mut scope, mut headings) = (WordsScope::default(), 0_usize);
    for event in TextMergeStream::new(events.into_iter()) {
        match &event {
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::End(TagEnd::Heading(_)) => headings = headings.saturating_sub(1),
            _ => {}
        }
        let holds_words = scope.holds_words(&event);
        match event {
            Event::Text(words) if holds_words && headings == 0 => text.words(words),
            other => text.out.push(other),
        }
    }
    text.out
}

struct TermLinker<'a, 't, F> {
    out: Vec<Event<'a>>,
    linked: BTreeSet<&'t str>,
    terms: &'t GlossaryTerms,
    leads: F,
}

impl<'a, 't, F: Fn(&str) -> bool> TermLinker<'a, 't, F> {
    fn words(&mut self, words: CowStr<'a>) {
        let mut done = 0;
        for (at, anchor) in self.first_uses(&words) {
            self.plain(&words[done..at.start]);
            let tag = Tag::Link {
                link_type: TERM_LINK,
                dest_url: target(anchor).into(),
                title: CowStr::Borrowed(""),
                id: CowStr::Borrowed(""),
            };
            self.out.push(Event::Start(tag));
            self.plain(&words[at.clone()]);
            self.out.push(Event::End(TagEnd::Link));
            done = at.end;
        }
        if done == 0 {
            self.out.push(Event::Text(words));
        } else {
            self.plain(&words[done..]);
        }
    }

    fn first_uses(&mut self, words: &str) -> Vec<(std::ops::Range<usize>, &'t str)> {
        let mut first = Vec::new();
        for term in self.terms.uses(words) {
            let anchor = self.terms.anchor(term.form);
            if !self.linked.contains(anchor) && (self.leads)(&target(anchor)) {
                self.linked.insert(anchor);
                first.push((term.at, anchor));
            }
        }
        first
    }

    fn plain(&mut self, words: &str) {
        if !words.is_empty() {
            self.out.push(Event::Text(words.to_owned().into()));
        }
    }
}

/// Returns where a term is explained, as an author would write the link.
fn target(anchor: &str) -> String {
    format!("/{}#{anchor}", crate::pages::address::GLOSSARY)
}
