//! Which elements of a page hold one sentence of the lending language.
//!
//! Such a sentence is what stands in one element: words with the numbers, dates and names among them. Were each of them an element
//! of its own, they would change places in a line that is written in the other direction (UAX #9).

use super::tokens::{PROGRAMS, PagePart, PartKind, is_among};
use crate::text::untranslated::{FROM, OWN, UNTIL};

/// Elements that stand within a line (HTML, "Phrasing content").
const PHRASING: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "del", "dfn", "em",
    "i", "img", "input", "ins", "kbd", "label", "mark", "meter", "output", "progress", "q", "s",
    "samp", "select", "small", "span", "strong", "sub", "sup", "svg", "time", "u", "var", "wbr",
];

/// Where sentences of the lending language begin and end, by the parts of a page.
#[derive(Default)]
pub(super) struct Sentences {
    /// Elements that hold one, in order.
    pub(super) elements: Vec<usize>,
    /// First and last part of those that share their element with blocks.
    pub(super) runs: Vec<(usize, usize)>,
}

/// What an element holds.
#[derive(Clone, Copy, Default)]
struct ElementContents {
    /// Words of the lending language.
    lent: bool,
    /// Those among its own text.
    lent_directly: bool,
    /// Other words.
    words: bool,
    /// Numbers and dates beside them.
    numbers: bool,
    /// Elements that break a line.
    blocks: bool,
}

/// Finds the sentences of the lending language.
pub(super) fn find(parts: &[PagePart<'_>]) -> Sentences {
    let contents = contents(parts);
    let mut found = Sentences::default();
    let mut at = 0;
    while at < parts.len() {
        at = match parts[at].kind {
            PartKind::Open(name) if is_passed_over(name) => parts[at].end,
            PartKind::Open(name) if contents[at].lent => {
                if contents[at].is_sentence() && is_phrasing_parent(name) {
                    found.elements.push(innermost(parts, at));
                    parts[at].end
                } else {
                    if contents[at].blocks && contents[at].lent_directly {
                        runs(parts, &contents, at, &mut found);
                    }
                    at
                }
            }
            _ => at,
        } + 1;
    }
    found.runs.sort_unstable();
    found
}

/// Elements whose text is looked at on its own.
fn is_passed_over(name: &str) -> bool {
    is_among(PROGRAMS, name)
        || is_among(
            &[
                "desc", "head", "option", "select", "svg", "textarea", "title",
            ],
            name,
        )
}

/// Returns whether an element may be a line, or a part of one.
fn is_phrasing_parent(name: &str) -> bool {
    !is_among(
        &[
            "html", "body", "ul", "ol", "dl", "table", "tr", "tbody", "thead",
        ],
        name,
    )
}

impl ElementContents {
    fn is_sentence(self) -> bool {
        !self.blocks && (self.lent_directly || self.lent && !self.words && self.numbers)
    }
}

/// Returns what each element holds, all that is within counted in.
fn contents(parts: &[PagePart<'_>]) -> Vec<ElementContents> {
    let mut all = vec![ElementContents::default(); parts.len()];
    for (at, part) in parts.iter().enumerate().rev() {
        let inner = match part.kind {
            PartKind::Text => of_text(part.text),
            PartKind::Open(_) => all[at],
            PartKind::Other => continue,
        };
        let Some(parent) = part.parent else { continue };
        let outer = &mut all[parent];
        match part.kind {
            PartKind::Open(name) if is_passed_over(name) => {}
            PartKind::Open(name) => {
                outer.blocks |= inner.blocks || !is_among(PHRASING, name);
                outer.lent |= inner.lent;
                outer.words |= inner.words || part.text.contains(" lang=");
                outer.numbers |= inner.numbers;
            }
            _ => {
                outer.lent |= inner.lent;
                outer.lent_directly |= inner.lent;
                outer.words |= inner.words;
                outer.numbers |= inner.numbers;
            }
        }
    }
    all
}

fn of_text(text: &str) -> ElementContents {
    let mut contents = ElementContents::default();
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            FROM => {
                depth += 1;
                contents.lent = true;
            }
            UNTIL => depth = depth.saturating_sub(1),
            OWN => contents.numbers = true,
            c if depth > 0 || c.is_ascii_whitespace() => {}
            c if c.is_numeric() => contents.numbers = true,
            c if c.is_alphabetic() => contents.words = true,
            _ => {}
        }
    }
    contents
}

/// Returns the innermost element that holds all that `at` does.
fn innermost(parts: &[PagePart<'_>], mut at: usize) -> usize {
    loop {
        let mut inside = (at + 1..parts[at].end)
            .filter(|i| parts[*i].parent == Some(at) && !parts[*i].text.trim().is_empty());
        match (inside.next(), inside.next_back()) {
            // Its end is the second thing inside.
            (Some(only), last) if last.is_none_or(|last| last <= parts[only].end) => {
                match parts[only].kind {
                    PartKind::Open(name)
                        if parts[only].end > only
                            && !parts[only].text.contains(" lang=")
                            && !is_passed_over(name) =>
                    {
                        at = only;
                    }
                    _ => return at,
                }
            }
            _ => return at,
        }
    }
}

/// Finds the lines of an element that holds blocks, too: what stands before, between and after these.
fn runs(parts: &[PagePart<'_>], contents: &[ElementContents], of: usize, found: &mut Sentences) {
    let mut run: Option<(usize, usize)> = None;
    let mut is_lent = false;
    let mut at = of + 1;
    while at <= parts[of].end {
        let part = &parts[at];
        let is_block = match part.kind {
            PartKind::Open(name) => !is_among(PHRASING, name) || contents[at].blocks,
            PartKind::Text => false,
            PartKind::Other => true,
        };
        if is_block {
            found.runs.extend(run.take().filter(|_| is_lent));
            is_lent = false;
        } else if run.is_some() || !part.text.trim().is_empty() {
            run = Some((run.map_or(at, |(first, _)| first), part.end));
            is_lent |= part.kind == PartKind::Text && part.text.contains(FROM);
        }
        at = part.end + 1;
    }
}
