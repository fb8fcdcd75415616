//! The line of jumps at the head of a long page: which headings it names, and which pages are long.

use super::context::{Link, ListEntry, Phrase, Prose, Section};

/// Pixels of three screens of a phone, 844 high.
const LONG: u64 = 3 * 844;

/// Characters of a line on a phone, and the line's height.
const CHARACTERS: u64 = 42;
const LINE: u64 = 27;

/// Pixels of a heading with the room around it.
const HEADING: u64 = 90;

/// Pixels of an entry of a list, besides its words.
const ENTRY: u64 = 110;

/// Pixels of a fact with its name.
const FACT: u64 = 65;

/// Pixels of a page's head and foot, and of the ways to comment.
const AROUND: u64 = 900;
const COMMENT: u64 = 420;

/// Most headings of an author's own that are named, and the characters of the longest.
const OWN: usize = 6;
const LONGEST: usize = 32;

/// Adds up what a page shows, as high as it is about on a phone: the same for the same content, whatever the browser.
#[derive(Default)]
pub(super) struct Jumps {
    height: u64,
    links: Vec<Link>,
}

impl Jumps {
    /// Adds a part with a heading of the theme's, of so many lines of text and so many pixels besides. A part that is not
    /// there has none of both.
    #[must_use]
    pub(super) fn part(mut self, id: &str, message: &str, lines: u64, pixels: u64) -> Self {
        if lines + pixels > 0 {
            self.height += HEADING + lines * LINE + pixels;
            let heading = Phrase::message(message);
            self.links.push(Link::to(heading, format!("#{id}")));
        }
        self
    }

    /// Adds a list of entries.
    #[must_use]
    pub(super) fn entries(self, id: &str, message: &str, of: &[ListEntry]) -> Self {
        let words = of
            .iter()
            .map(|e| lines(&e.title) + e.summary.as_ref().map_or(0, lines));
        let words = words.sum();
        self.part(id, message, words, of.len() as u64 * ENTRY)
    }

    /// Adds the facts that are given.
    #[must_use]
    pub(super) fn facts(self, given: &[bool]) -> Self {
        let rows = given.iter().filter(|is_given| **is_given).count();
        self.part("facts", "facts", 0, rows as u64 * FACT)
    }

    /// Adds the way to comment, where there is one.
    #[must_use]
    pub(super) fn comment(self, is_there: bool) -> Self {
        self.part("comment", "comment", 0, if is_there { COMMENT } else { 0 })
    }

    /// Adds text that no jump leads to.
    #[must_use]
    pub(super) fn text(mut self, of: Option<&Prose>) -> Self {
        self.height += of.map_or(0, |prose| lines_of(&prose.markdown)) * LINE;
        self
    }

    /// Adds a question of a form; a jump leads to where a part of the form begins.
    #[must_use]
    pub(super) fn question(
        mut self,
        begins: Option<&Phrase>,
        anchor: &str,
        asked: &Phrase,
    ) -> Self {
        self.height += HEADING + lines(asked) * LINE;
        if let Some(heading) = begins {
            self.height += HEADING;
            self.links
                .push(Link::to(heading.clone(), format!("#{anchor}-part")));
        }
        self
    }

    /// Adds sections of text; jumps name short headings, and not more than a few.
    #[must_use]
    pub(super) fn sections(mut self, of: &[Section]) -> Self {
        let mut named = 0;
        for section in of {
            self = self.text(section.text.as_ref());
            let heading = section.heading.as_ref().filter(|_| section.text.is_some());
            let Some(heading) = heading else { continue };
            self.height += HEADING;
            let is_short =
                (heading.text.as_ref()).is_none_or(|text| text.chars().count() <= LONGEST);
            if is_short && named < OWN {
                named += 1;
                self.links
                    .push(Link::to(heading.clone(), format!("#{}", section.id)));
            }
        }
        self
    }

    /// Returns the jumps of a page longer than three screens; of another, and where there is little to choose from, none.
    pub(super) fn of_long_page(self) -> Vec<Link> {
        let is_long = self.height + AROUND > LONG && self.links.len() > 2;
        if is_long { self.links } else { Vec::new() }
    }
}

/// Returns the lines that words take.
pub(super) fn lines(words: &Phrase) -> u64 {
    words.text.as_deref().map_or(1, lines_of)
}

/// Returns the lines that a text takes, each of its own lines begun anew.
fn lines_of(text: &str) -> u64 {
    let lines = text.lines();
    lines
        .map(|line| (line.chars().count() as u64).div_ceil(CHARACTERS).max(1))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(words: usize) -> Section {
        Section {
            id: "action".to_owned(),
            heading: Some(Phrase::message("section-action")),
            text: Some(Prose::new("word ".repeat(words), "a.md", "a.html")),
        }
    }

    fn jumps(words: usize) -> Vec<Link> {
        let page = Jumps::default().part("milestones", "milestones", 3, 200);
        page.sections(&[section(words)])
            .comment(true)
            .of_long_page()
    }

    #[test]
    fn only_long_pages_have_jumps_and_only_to_what_is_there() {
        assert_eq!(jumps(20), []);
        let links = jumps(600);
        let hrefs: Vec<_> = links
            .iter()
            .filter_map(|link| link.href.as_deref())
            .collect();
        assert_eq!(hrefs, ["#milestones", "#action", "#comment"]);
    }
}
