//! A dataset's description in plain words: its summary, and what its text says before the first heading.

use crate::model::body::Body;
use crate::model::head::Head;
use crate::text::lang::Lang;
use crate::text::words::Words;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Longest description, in characters: Google Dataset Search takes 5,000, DCAT-US 1.1 twice that.
const LONGEST: usize = 5_000;

/// The description in every language that the summary or the text is in; the summary's languages come first.
pub(super) fn description(head: &Head) -> Words {
    let mut langs: Vec<&Lang> = head.summary.all().map(|(lang, _)| lang).collect();
    langs.extend(head.body.keys().filter(|lang| !head.summary.all().any(|(l, _)| l == *lang)));
    let mut words = Words::default();
    for lang in langs {
        let summary = head.summary.all().find(|(l, _)| *l == lang).map_or("", |(_, text)| text.trim());
        let lead = head.body.get(lang).map(lead).unwrap_or_default();
        let text = [summary, lead.trim()].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n\n");
        if !text.is_empty() {
            words.add(lang.clone(), shorten(&text));
        }
    }
    words
}

/// The text before the first heading, without markup.
fn lead(body: &Body) -> String {
    let first = body.sections.first().filter(|s| s.heading.is_none());
    first.map(|s| plain(&s.markdown)).unwrap_or_default()
}

/// Markdown as plain paragraphs. Code blocks (among them charts and tables to be drawn), raw HTML and Markdown
/// tables are left out, and so is a paragraph with a figure still to be filled in, for it would read as a gap.
fn plain(markdown: &str) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let mut block = String::new();
    let (mut skipped, mut figure, mut gap) = (0_usize, None, false);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Table(_) | Tag::FootnoteDefinition(_) | Tag::HtmlBlock) => {
                skipped += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::Table | TagEnd::FootnoteDefinition | TagEnd::HtmlBlock) => {
                skipped -= 1;
            }
            _ if skipped > 0 => {}
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("figure:") => figure = Some(block.len()),
            Event::End(TagEnd::Link) => gap |= figure.take() == Some(block.len()),
            Event::Start(Tag::Item) => {
                close(&mut blocks, &mut block, &mut gap);
                block.push_str("- ");
            }
            Event::Text(text) | Event::Code(text) => block.push_str(&text),
            Event::SoftBreak | Event::HardBreak => block.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                close(&mut blocks, &mut block, &mut gap);
            }
            _ => {}
        }
    }
    close(&mut blocks, &mut block, &mut gap);
    blocks.join("\n\n")
}

fn close(blocks: &mut Vec<String>, block: &mut String, gap: &mut bool) {
    let done = std::mem::take(block);
    let text = done.trim();
    if !text.is_empty() && text != "-" && !*gap {
        blocks.push(text.to_owned());
    }
    *gap = false;
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(LONGEST - 1) {
        Some((end, _)) if text[end..].chars().count() > 1 => format!("{}…", text[..end].trim_end()),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_words_and_drops_what_is_not_words() {
        let text = "One *two*\n[three](x.md).\n\n```chart\ndata: x\n```\n\nIt is [](figure:a/b?c=d).\n\n- a\n- b\n";
        assert_eq!(plain(text), "One two three.\n\n- a\n\n- b");
    }

    #[test]
    fn long_texts_are_cut_at_a_character() {
        assert_eq!(shorten(&"á".repeat(LONGEST)).chars().count(), LONGEST);
        let cut = shorten(&"á".repeat(LONGEST + 1));
        assert!(cut.ends_with('…') && cut.chars().count() == LONGEST);
    }
}
