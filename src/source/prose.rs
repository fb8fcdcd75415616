//! What a page lends to others: everything in its file but the words of plain paragraphs.
//!
//! A line is plain where no reader of Markdown can see anything in it but words: it begins with a letter, and nothing in it opens
//! a link, an address, a mark, a note, code or HTML. Whatever other pages take from a page (its facts, headings and places, where it
//! links, pictures, charts, whether it says anything at all) is in the other lines, or in which lines there are.

use super::file::SourceFile;
use super::front_matter::text_start;
use crate::cache::CacheKey;
use crate::text::pasted::may_hold;
use sha2::{Digest, Sha256};

/// How the file of a page is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PageDigest {
    /// By all of it.
    pub(crate) whole: CacheKey,
    /// By what it lends to others.
    pub(crate) lent: CacheKey,
}

impl PageDigest {
    /// Returns how a page that was read is known.
    pub(crate) fn of(page: &SourceFile) -> PageDigest {
        let (path, text) = (&page.path, &page.text);
        PageDigest {
            whole: CacheKey::of(&[path.as_bytes(), text.as_bytes()]),
            lent: CacheKey::of(&[path.as_bytes(), &lent(text)]),
        }
    }
}

/// Signs with which Markdown, or what this program reads in texts, may begin something within a line.
const SIGNS: &[char] = &[
    '[', ']', '<', '>', '`', '*', '_', '~', '|', '\\', '&', '{', '}', '@', '#', '^', '$', '=', '!',
];

/// Plain lines and blank ones in a row. How many they are is nobody else's business; whether they say anything is, and what they
/// are beside: a line after a blank one may be read otherwise than one after words.
#[derive(Default)]
struct PlainRun {
    lines: usize,
    begins_blank: bool,
    ends_blank: bool,
    has_words: bool,
}

impl PlainRun {
    fn add(&mut self, is_blank: bool) {
        self.begins_blank |= self.lines == 0 && is_blank;
        self.ends_blank = is_blank;
        self.has_words |= !is_blank;
        self.lines += 1;
    }

    /// Enters what is told of the run, and ends it.
    fn tell(&mut self, hash: &mut Sha256) {
        let run = std::mem::take(self);
        if run.lines > 0 {
            let told = [run.begins_blank, run.ends_blank, run.has_words];
            hash.update([0]);
            hash.update(told.map(u8::from));
        }
    }
}

/// Hashes a page's text without its plain lines.
fn lent(text: &str) -> [u8; 32] {
    let (facts, body) = text.split_at(text_start(text));
    let mut hash = Sha256::new();
    hash.update(facts);
    // What is within fences has a grammar of its own.
    let is_fenced = body.contains("```") || body.contains("~~~");
    let mut run = PlainRun::default();
    let mut lines = body.lines().peekable();
    while let Some(line) = lines.next() {
        // A line that is underlined is a heading.
        let is_underlined = lines
            .peek()
            .is_some_and(|next| next.trim_start().starts_with(['=', '-']));
        let is_blank = line.trim().is_empty();
        if is_blank || !is_fenced && !is_underlined && is_plain(line) {
            run.add(is_blank);
        } else {
            run.tell(&mut hash);
            hash.update(line);
            hash.update("\n");
        }
    }
    run.tell(&mut hash);
    hash.finalize().into()
}

fn is_plain(line: &str) -> bool {
    line.starts_with(char::is_alphabetic) && !line.contains(SIGNS) && !may_hold(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_of_plain_paragraphs_are_a_pages_own() {
        let page =
            "---\ntitle: A\n---\n\n## Problem {#problem}\n\nOne word.\n\n## More\n\nWords.\n";
        let is_same = |from: &str, to: &str| lent(&page.replacen(from, to, 1)) == lent(page);
        for (from, to) in [
            ("One word", "Two words"),
            ("One word", "Más: palabras (muchas) – 5 %"),
            ("One word.\n", "One word.\n\nAnd\nmore.\n"),
            ("Words.\n", "Words.\n\nAnd more.\n"),
        ] {
            assert!(is_same(from, to), "{to}");
        }
        for (from, to) in [
            ("title: A", "title: B"),
            ("## Problem", "## Problems"),
            ("#problem", "#issue"),
            ("One word", "[One](b.md) word"),
            ("One word", "![One](b.png) word"),
            ("One word", "One <b>word</b>"),
            ("One word", "https://a.example"),
            ("One word", "a@a.example"),
            ("One word", "www.a.example"),
            ("One word.\n", "One word.\n===\n"),
            ("One word.\n", "One word.\n---\n"),
            ("One word.\n\n", "One word.\n"),
            ("One word.\n", "\n"),
            ("One word.\n", "    One word.\n"),
            ("One word.\n", "- One word.\n"),
            ("One word.\n", "1. One word.\n"),
            ("One word.\n", "> One word.\n"),
            ("One word.\n", "```chart\nword\n```\n"),
            ("One word", "[^1]"),
        ] {
            assert!(!is_same(from, to), "{to}");
        }
        let fenced = |word: &str| lent(&format!("{page}\n```chart\n{word}\n```\n"));
        assert_ne!(fenced("a"), fenced("b"));
    }
}
