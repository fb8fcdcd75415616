//! Sentences of a copy's pages that have a figure.

use super::asked_copy::AskedCopy;
use super::copy_reader::read_within;
use crate::diag::Fatal;
use crate::figures::{NumberInText, SpokenNumber};
use crate::html::skipped::is_skipped_in_text;
use crate::html::tree::{Node, is_block, main_of};
use crate::render::shipped_separators;
use crate::text::number::NumberSeparators;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// Most bytes of a page.
const MOST_OF_PAGE: u64 = 16 << 20;
/// Most characters that are shown of a sentence.
const LONGEST: usize = 300;

/// A sentence that has a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureSentence {
    /// The page.
    pub page: String,
    /// The sentence.
    pub text: String,
    /// Where the figure leads, if it is a link: to its row, where it was checked against the data.
    pub link: Option<String>,
}

/// A figure that is looked for on pages.
pub(super) struct PageSearch<'a> {
    pub(super) asked: AskedCopy<'a>,
    pub(super) number: SpokenNumber,
    pub(super) within: Option<&'a str>,
}

impl PageSearch<'_> {
    /// Returns whether a page is looked through: it is named, with or without its ending, or is one of the dataset's.
    fn has_page(&self, path: &str) -> bool {
        self.within.is_none_or(|within| {
            let stem = path.trim_end_matches(".html");
            let named = within.trim_end_matches(".html").trim_start_matches('/');
            stem == named || path.contains(&format!("datasets/{within}/"))
        })
    }
}

/// Finds the sentences of every page, but for pages of rows and tables on datasets' pages, whose cells are found in the data.
pub(super) fn find(
    sought: &PageSearch<'_>,
    each: &mut dyn FnMut(FigureSentence) -> Result<(), Fatal>,
) -> Result<(), Fatal> {
    let mut by_lang: BTreeMap<String, NumberSeparators> = BTreeMap::new();
    let listed = sought.asked.sums.files.keys();
    let pages = listed.filter(|path| path.ends_with(".html") && !path.contains("/rows/"));
    for path in pages.filter(|path| sought.has_page(path)) {
        let Ok(bytes) = read_within(sought.asked.copy, path, MOST_OF_PAGE) else {
            continue;
        };
        let html = String::from_utf8_lossy(&bytes);
        let lang = lang_of(&html).to_owned();
        let separators = by_lang
            .entry(lang.clone())
            .or_insert_with(|| shipped_separators(&lang));
        let mut reading = PageReading {
            has_tables: !path.contains("datasets/"),
            text: String::new(),
            links: Vec::new(),
            blocks: Vec::new(),
        };
        main_of(&html)
            .iter()
            .for_each(|node| reading.read(node, None));
        reading.end_block();
        for block in reading.blocks {
            for found in block.sentences(path, sought.number, separators) {
                each(found)?;
            }
        }
    }
    Ok(())
}

/// Returns the language that a page says it is in.
fn lang_of(html: &str) -> &str {
    let start = html.split_once("<html").map_or("", |(_, rest)| rest);
    let tag = start.split('>').next().unwrap_or_default();
    let lang = tag.split_once("lang=").map_or("", |(_, rest)| rest);
    let lang = lang.trim_start_matches('"');
    let end = lang.find(|c: char| !c.is_ascii_alphabetic());
    &lang[..end.unwrap_or(lang.len())]
}

/// A paragraph, an entry of a list or the like.
struct ReadBlock {
    text: String,
    links: Vec<LinkedWords>,
}

/// Words that lead somewhere.
struct LinkedWords {
    range: Range<usize>,
    target: String,
}

/// A page that is read block by block.
struct PageReading {
    has_tables: bool,
    text: String,
    links: Vec<LinkedWords>,
    blocks: Vec<ReadBlock>,
}

impl PageReading {
    fn read(&mut self, node: &Node<'_>, target: Option<&str>) {
        if let Node::Text(text) = node {
            let start = self.text.len();
            self.text.push_str(text);
            if let Some(target) = target {
                self.links.push(LinkedWords {
                    range: start..self.text.len(),
                    target: target.to_owned(),
                });
            }
            return;
        }
        let name = node.name();
        if is_skipped_in_text(node) || name == "nav" || name == "table" && !self.has_tables {
            return;
        }
        // What a drawing says in words stands apart from its labels.
        let is_apart = is_block(name) || matches!(name, "tr" | "caption" | "br" | "svg" | "desc");
        if is_apart {
            self.end_block();
        }
        if matches!(name, "td" | "th") {
            self.text.push(' ');
        }
        // A space alone would not do: in some languages it divides thousands, and 12 beside 345 would be one number.
        if matches!(name, "text" | "tspan") && !self.text.trim().is_empty() {
            self.text.push_str("; ");
        }
        let target = node.get("href").or(target);
        node.children()
            .iter()
            .for_each(|child| self.read(child, target));
        if is_apart {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let links = std::mem::take(&mut self.links);
        if text.contains(|c: char| c.is_ascii_digit()) {
            self.blocks.push(ReadBlock { text, links });
        }
    }
}

impl ReadBlock {
    /// Returns the sentences with the figure.
    fn sentences(
        &self,
        page: &str,
        number: SpokenNumber,
        separators: &NumberSeparators,
    ) -> Vec<FigureSentence> {
        let mut found: Vec<FigureSentence> = Vec::new();
        for said in NumberInText::all(&self.text, separators) {
            if !number.means(said.spoken, false) {
                continue;
            }
            let range = said.span;
            // Its sign, or the word that makes it a percentage, may be outside of the link.
            let holds =
                |link: &&LinkedWords| link.range.start < range.end && range.start < link.range.end;
            let link = self.links.iter().find(holds);
            let sentence = FigureSentence {
                page: page.to_owned(),
                text: shortened(&self.text[self.sentence_around(&range)]),
                link: link.map(|link| link.target.clone()),
            };
            if found.last() != Some(&sentence) {
                found.push(sentence);
            }
        }
        found
    }

    /// Returns where the sentence of a place begins and ends.
    fn sentence_around(&self, place: &Range<usize>) -> Range<usize> {
        let ends = |(at, mark): (usize, &str)| {
            let end = at + mark.len();
            let rest = &self.text[end..];
            (rest.is_empty() || rest.starts_with(char::is_whitespace) || mark == "。")
                .then_some(end)
        };
        let marks = ['.', '!', '?', '。', '؟'];
        let mut before = self.text[..place.start].rmatch_indices(marks);
        let start = before.find_map(ends).unwrap_or(0);
        let mut after = self.text[place.end..].match_indices(marks);
        let end = after.find_map(|(at, mark)| ends((place.end + at, mark)));
        start..end.unwrap_or(self.text.len())
    }
}

/// Returns a sentence on one line, cut where it is long.
fn shortened(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().nth(LONGEST).is_none() {
        return line;
    }
    line.chars().take(LONGEST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(html: &str, figure: &str) -> Vec<FigureSentence> {
        let separators = NumberSeparators::default();
        let number = SpokenNumber::of_cell(figure, &separators).unwrap();
        let mut reading = PageReading {
            has_tables: false,
            text: String::new(),
            links: Vec::new(),
            blocks: Vec::new(),
        };
        main_of(html)
            .iter()
            .for_each(|node| reading.read(node, None));
        reading.end_block();
        let blocks = reading.blocks.iter();
        blocks
            .flat_map(|block| block.sentences("a.html", number, &separators))
            .collect()
    }

    #[test]
    fn a_figure_is_found_in_its_sentence_with_its_link() {
        let html = "<main><p>En 2021 fue <a href=\"r.html#r-1\">0.35</a>, no 0.38. Hoy no. Era 35 % antes.\
            <table><tr><td>0.35</table><script>0.35</script><p>MX0035 10.35 0.351</main>";
        let told = found(html, "0.35");
        let texts: Vec<&str> = told.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "En 2021 fue 0.35, no 0.38.",
                "Era 35 % antes.",
                "MX0035 10.35 0.351"
            ]
        );
        assert_eq!(told[0].link.as_deref(), Some("r.html#r-1"));
        assert_eq!(told[1].link, None);
        assert!(found(html, "0.36").is_empty());
    }

    #[test]
    fn the_language_of_a_page_is_read() {
        assert_eq!(lang_of("<!doctype html><html lang=\"es-MX\">"), "es");
        assert_eq!(lang_of("<html lang=fr>"), "fr");
        assert_eq!(lang_of("<p>lang=x"), "");
    }
}
