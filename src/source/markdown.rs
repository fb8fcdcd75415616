//! The Markdown that texts are written in.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// CommonMark with tables, footnotes, strikethrough, definition lists and heading identifiers. No smart punctuation, which is wrong
/// for Spanish quotation marks.
pub(crate) const MARKDOWN: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST);

/// Returns where a text names the address of a link or picture, in the text's order. An address with escaped characters is not found.
pub(super) fn link_targets(text: &str) -> Vec<Range<usize>> {
    let parser = Parser::new_ext(text, MARKDOWN);
    let definitions = parser.reference_definitions().iter();
    let mut targets: Vec<Range<usize>> = definitions
        .filter_map(|(_, definition)| {
            named_after("]:", &definition.dest, text, definition.span.clone())
        })
        .collect();
    for (event, span) in parser.into_offset_iter() {
        if let Event::Start(
            Tag::Link {
                link_type: LinkType::Inline,
                dest_url,
                ..
            }
            | Tag::Image {
                link_type: LinkType::Inline,
                dest_url,
                ..
            },
        ) = event
        {
            targets.extend(named_after("](", &dest_url, text, span));
        }
    }
    targets.sort_by_key(|target| target.start);
    targets
}

/// Returns where an address is behind the last of these signs in a part of a text.
fn named_after(sign: &str, address: &str, text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let written = &text[part.clone()];
    let from = written.rfind(sign)? + sign.len();
    let at = part.start + from + written[from..].find(address)?;
    (!address.is_empty()).then(|| at..at + address.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_where_they_are_written() {
        let text = "[a](b.md \"see b.md\") ![i](<p q.png>) [![t](in.png)](out.md#x)\n\n[r] and[^1]\n\n[r]: def.md\n[^1]: no.md\n\n`[c](d.md)`\n";
        let found: Vec<&str> = (link_targets(text).into_iter())
            .map(|target| &text[target])
            .collect();
        assert_eq!(found, ["b.md", "p q.png", "in.png", "out.md#x", "def.md"]);
    }
}
