//! Addresses that an author pasted as words become links.

use crate::model::text_links::WordsScope;
use crate::text::pasted::{may_hold, pasted};
use crate::text::scheme::may_link;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd, TextMergeStream};

/// Makes links of the addresses among the words of a text. One that pages do not link to stays as it is.
pub(crate) fn link<'a>(markdown: &str, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
    if !may_hold(markdown) {
        return events;
    }
    let mut out = Vec::with_capacity(events.len());
    let mut scope = WordsScope::default();
    for event in TextMergeStream::new(events.into_iter()) {
        let words = scope.holds_words(&event);
        match event {
            Event::Text(text) if words => cut(text, &mut out),
            other => out.push(other),
        }
    }
    out
}

/// Adds words, with a link for each address among them.
fn cut<'a>(text: CowStr<'a>, out: &mut Vec<Event<'a>>) {
    let found = pasted(&text);
    let mut done = 0;
    for one in found.into_iter().filter(|one| may_link(&one.href)) {
        if done < one.at.start {
            out.push(words_of(&text[done..one.at.start]));
        }
        let (dest_url, none) = (one.href.into(), CowStr::Borrowed(""));
        let tag = Tag::Link {
            link_type: LinkType::Autolink,
            dest_url,
            title: none.clone(),
            id: none,
        };
        out.extend([
            Event::Start(tag),
            words_of(&text[one.at.clone()]),
            Event::End(TagEnd::Link),
        ]);
        done = one.at.end;
    }
    if done == 0 {
        out.push(Event::Text(text));
    } else if done < text.len() {
        out.push(words_of(&text[done..]));
    }
}

fn words_of<'a>(part: &str) -> Event<'a> {
    Event::Text(part.to_owned().into())
}
