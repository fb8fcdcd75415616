//! A finished page as a row of tags and texts.

use super::quick_pieces::quick_pieces;
use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};
use std::borrow::Cow;

pub(crate) use super::piece::{Piece, Tag};

/// Returns the pieces of a page, in order.
pub(crate) fn pieces(html: &str) -> Vec<Piece<'_>> {
    quick_pieces(html).unwrap_or_else(|| all_pieces(html))
}

/// Returns the pieces of any page, however it is written.
fn all_pieces(html: &str) -> Vec<Piece<'_>> {
    let mut emitter = DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(html, emitter);
    let pieces = tokens.filter_map(|token| {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.into_iter();
                let attributes = attributes.map(|(name, value)| (text(name), text(value.value)));
                let (name, attributes) = (text(tag.name), attributes.collect());
                Tag::of(name, tag.self_closing, attributes).map(Piece::Open)
            }
            Token::EndTag(tag) => Some(Piece::Close(text(tag.name))),
            Token::String(string) => Some(Piece::Text(text(string.value))),
            _ => None,
        }
    });
    pieces.collect()
}

fn text<'h>(bytes: HtmlString) -> Cow<'h, str> {
    let text = String::from_utf8(bytes.0)
        .unwrap_or_else(|bytes| String::from_utf8_lossy(bytes.as_bytes()).into_owned());
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pages as templates write them are read here, and come out as by the tokenizer that knows all of HTML.
    #[test]
    fn plain_pages_are_read_as_by_the_whole_tokenizer() {
        for html in [
            "<!DOCTYPE html>\n<html lang=\"es\"><head><title>a &amp; b < c</title><style>p>a{b:\"<\"}</style></head>",
            "<p class='x' id=\"y\" hidden>a&#39;b&lt;/p&gt;</p\u{3e} ñ",
            "<svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"><rect xlink:href=\"#a\" width=\"5\"/></svg>",
            "<a href=\"?a=1&amp;b=2\" title=\"&quot;\">x</a><br><input value=\"\" disabled />",
            "<script type=\"application/ld+json\">{\"a\":\"<b>\"}</script><textarea>\n&lt;a</textarea>",
            "<h1\nid=\"a\"\n>x</h1>",
            "text only",
        ] {
            assert_eq!(quick_pieces(html), Some(all_pieces(html)), "{html}");
        }
    }

    /// Whatever is written otherwise is either left to the other tokenizer, or read as by it.
    #[test]
    fn nothing_is_read_otherwise() {
        for html in [
            "<p id=a>x",
            "<p id=\"a\"class=\"b\">x",
            "<p id=\"a\" id=\"b\">x",
            "a & b &copy; &amp c &#128; &notit;",
            "a < b",
            "<",
            "</",
            "</p x>",
            "<p",
            "<p a=\"b",
            "<!-- a --><p>b</p>",
            "<!doctype html><P CLASS=\"a\">b</P>",
            "<style>a</STYLE>b</style>",
            "<script><!--<script></script>--></script>",
            "<noscript><p>a</p></noscript>",
            "<title>a</titlex></title>",
            "a\r\nb\0",
            "<a/b=\"c\">",
            "<?php ?>",
            "<p =\"a\">",
            "<x:y z_1=\"a\"></x:y>",
            "<title>a",
        ] {
            if let Some(quick) = quick_pieces(html) {
                assert_eq!(quick, all_pieces(html), "{html}");
            }
        }
    }
}
