//! Levels and anchors of a text's headings.

use super::MarkdownContext;
use crate::render::helper_context::LinkTarget;
use crate::text::free::FreeNames;
use crate::text::slug::slug;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::BTreeMap;

/// A heading as it is on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AnchoredHeading {
    /// Its level, 2 to 6.
    pub(crate) level: u8,
    pub(crate) anchor: String,
}

/// All headings of a text, in order, and what its own anchors became.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    /// The headings in the text's order.
    pub(crate) headings: Vec<AnchoredHeading>,
    /// From the anchor an author would write to the one on the page.
    pub(crate) anchors: BTreeMap<String, String>,
}

impl Headings {
    /// Returns where a link leads: to a heading of this text, to what the site has, or to where it says.
    pub(crate) fn lead(&self, written: &str, context: &MarkdownContext<'_>) -> LinkTarget {
        if let Some(there) = written
            .strip_prefix('#')
            .and_then(|anchor| self.anchors.get(anchor))
        {
            return LinkTarget::to(format!("#{there}"));
        }
        (context.resolve)(written).unwrap_or_else(|| LinkTarget::to(written.to_owned()))
    }
}

/// Finds every heading. The highest becomes `top`; no level is skipped on the way down.
pub(crate) fn plan(events: &[Event<'_>], prefix: &str, top: u8) -> Headings {
    let mut out = Headings::default();
    let mut anchors = FreeNames::default();
    // Levels as written, from the outermost heading to the present one.
    let mut open: Vec<u8> = Vec::new();
    let mut current: Option<(Option<String>, String)> = None;
    for event in events {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                let level = *level as u8;
                while open.last().is_some_and(|l| *l >= level) {
                    open.pop();
                }
                open.push(level);
                current = Some((id.as_ref().map(ToString::to_string), String::new()));
            }
            Event::End(TagEnd::Heading(_)) => {
                let Some((id, words)) = current.take() else {
                    continue;
                };
                let own = id.map_or_else(|| slug(&words), |id| slug(&id));
                let own = if own.is_empty() {
                    "part".to_owned()
                } else {
                    own
                };
                let anchor = anchors.give(&joined(prefix, &own), "-");
                out.anchors.entry(own).or_insert_with(|| anchor.clone());
                let depth = u8::try_from(open.len() - 1).unwrap_or(6);
                out.headings.push(AnchoredHeading {
                    level: top.saturating_add(depth).min(6),
                    anchor,
                });
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some((_, words)) = &mut current {
                    words.push_str(text);
                }
            }
            _ => {}
        }
    }
    out
}

/// Returns an anchor under a prefix, which may be empty.
pub(crate) fn joined(prefix: &str, own: &str) -> String {
    if prefix.is_empty() {
        own.to_owned()
    } else {
        format!("{prefix}-{own}")
    }
}
