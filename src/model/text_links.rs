//! Links of a text in Markdown, as their author wrote them.

use super::body::MARKDOWN;
use crate::text::pasted::{may_hold, pasted};
use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};
use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::ops::Range;

/// How a link is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkForm {
    /// `[words](address)`, `[words][name]`, `<address>`.
    Link,
    /// `![words](address)`.
    Image,
    /// `<a href="address">`.
    Html,
    /// An address as plain words.
    Pasted,
}

/// A link of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextLink {
    /// Where it leads, as written; of an e-mail address with its scheme.
    pub(crate) target: String,
    pub(crate) form: LinkForm,
    /// Where it is in the text.
    pub(crate) span: Range<usize>,
}

/// Elements in which an address stays words.
const NOT_WORDS: &[&str] = &["a", "code", "kbd", "pre", "samp", "script", "style"];

/// Follows the events of a text, and tells its words from code and from what is a link already.
#[derive(Debug, Default)]
pub(crate) struct WordsScope {
    open: usize,
    open_html: usize,
}

impl WordsScope {
    /// Takes in the next event. Returns whether it is among words.
    pub(crate) fn holds_words(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => {
                self.open += 1;
            }
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                self.open = self.open.saturating_sub(1);
            }
            Event::Html(html) | Event::InlineHtml(html) => self.html(html),
            _ => {}
        }
        self.open == 0 && self.open_html == 0
    }

    fn html(&mut self, html: &str) {
        for tag in html.split('<').skip(1) {
            let (closes, tag) = tag
                .strip_prefix('/')
                .map_or((false, tag), |tag| (true, tag));
            let end = tag
                .find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(tag.len());
            if !NOT_WORDS
                .iter()
                .any(|name| tag[..end].eq_ignore_ascii_case(name))
            {
                continue;
            }
            self.open_html = if closes {
                self.open_html.saturating_sub(1)
            } else {
                self.open_html + 1
            };
        }
    }
}

/// Finds every link of a text, in order.
pub(crate) fn links(markdown: &str) -> Vec<TextLink> {
    let mut all = Vec::new();
    if !may_hold(markdown) && !markdown.contains([']', '<']) {
        return all;
    }
    let mut scope = WordsScope::default();
    let mut in_block = false;
    for (event, span) in
        TextMergeWithOffset::new(Parser::new_ext(markdown, MARKDOWN).into_offset_iter())
    {
        let words = scope.holds_words(&event);
        match event {
            Event::Start(Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            }) => {
                all.push(TextLink {
                    target: format!("mailto:{dest_url}"),
                    form: LinkForm::Link,
                    span,
                });
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                all.push(TextLink {
                    target: dest_url.into_string(),
                    form: LinkForm::Link,
                    span,
                });
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                all.push(TextLink {
                    target: dest_url.into_string(),
                    form: LinkForm::Image,
                    span,
                });
            }
            // A block comes in lines, and a tag may go over several of them.
            Event::Start(Tag::HtmlBlock) => {
                in_block = true;
                of_html(markdown, span, &mut all);
            }
            Event::End(TagEnd::HtmlBlock) => in_block = false,
            Event::Html(_) | Event::InlineHtml(_) if !in_block => of_html(markdown, span, &mut all),
            Event::Text(text) if words => of_words(markdown, &text, span, &mut all),
            _ => {}
        }
    }
    all
}

fn of_words(markdown: &str, words: &str, span: Range<usize>, all: &mut Vec<TextLink>) {
    // Words with escapes are shorter than what is written.
    let as_written = markdown.get(span.clone()) == Some(words);
    for one in pasted(words) {
        let span = if as_written {
            span.start + one.at.start..span.start + one.at.end
        } else {
            span.clone()
        };
        all.push(TextLink {
            target: one.href,
            form: LinkForm::Pasted,
            span,
        });
    }
}

/// Adds the links of the HTML at a place of the text.
fn of_html(markdown: &str, span: Range<usize>, all: &mut Vec<TextLink>) {
    let Some(html) = markdown
        .get(span.clone())
        .filter(|html| html.contains("<a") || html.contains("<A"))
    else {
        return;
    };
    let tokens = Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span());
    for token in tokens {
        let Ok(Token::StartTag(tag)) = token else {
            continue;
        };
        if *tag.name == *b"a"
            && let Some(href) = tag.attributes.get(&HtmlString(b"href".to_vec()))
        {
            let target = String::from_utf8_lossy(href.value.trim_ascii()).into_owned();
            let at = span.start + tag.span.start..span.start + tag.span.end;
            all.push(TextLink {
                target,
                form: LinkForm::Html,
                span: at,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String)> {
        links(text)
            .into_iter()
            .map(|link| (link.target, text[link.span].to_owned()))
            .collect()
    }

    fn targets(text: &str) -> Vec<String> {
        found(text).into_iter().map(|(target, _)| target).collect()
    }

    #[test]
    fn every_way_of_writing_a_link_is_read() {
        let text = "[a](x.md \"t\") [b][n] [n] ![c](<d e.png>)\n\n<A\n HREF = \"f.md\" class=x>f</A> <g@h.mx>\n\n[n]: y.md#z\n";
        assert_eq!(
            targets(text),
            [
                "x.md",
                "y.md#z",
                "y.md#z",
                "d e.png",
                "f.md",
                "mailto:g@h.mx"
            ]
        );
        assert_eq!(found(text)[1].1, "[b][n]");
        assert!(found(text)[4].1.starts_with("<A\n HREF"));
    }

    #[test]
    fn pasted_addresses_are_links_outside_of_code_and_links() {
        let text =
            "| a |\n|---|\n| www.a.example/b_c_d |\n\n- *https://b.example*: x\\_y@c.example\n";
        assert_eq!(
            targets(text),
            [
                "http://www.a.example/b_c_d",
                "https://b.example",
                "mailto:x_y@c.example"
            ]
        );
        assert_eq!(found(text)[0].1, "www.a.example/b_c_d");
        for text in [
            "`https://a.example`",
            "```\nhttps://a.example\n```",
            "    https://a.example",
            "<code>https://a.example</code>",
            "<pre>\nhttps://a.example\n</pre>",
        ] {
            assert_eq!(targets(text), Vec::<String>::new(), "{text}");
        }
        assert_eq!(targets("[https://a.example](b.md)"), ["b.md"]);
        assert_eq!(
            targets("<a href=b.md>https://a.example</a> www.c.example"),
            ["b.md", "http://www.c.example"]
        );
    }

    #[test]
    fn every_link_of_a_text_is_found() {
        let text =
            "[a](b.md) ![c](d.png) <a href='e&amp;f'>g</a> https://h.example, `www.i.example`";
        let found: Vec<String> = links(text).into_iter().map(|link| link.target).collect();
        assert_eq!(found, ["b.md", "d.png", "e&f", "https://h.example"]);
    }
}
