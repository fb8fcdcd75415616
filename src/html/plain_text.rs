//! The plain-text edition of a page (`.txt`): everything its `main` says, with no markup.

use crate::html::pieces::Piece;

mod block;
mod flow;
mod inline;
mod table;
mod wrap;

/// Columns of a line: what fits a narrow terminal, an e-mail and a printed page.
pub(crate) const WIDTH: usize = 78;

/// Is above the lines of the foot, as above an e-mail's signature (RFC 3676, §4.3). No other line ends in a blank.
pub(crate) const DELIMITER: &str = "\n-- \n";

/// Says that the file is UTF-8, so that accents survive hosts that name no character set.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The words, in the page's language, for what a page says by an element alone.
#[derive(Debug, Clone)]
pub struct Words {
    /// Before what was struck out.
    pub removed: String,
    /// Before what was added.
    pub added: String,
    /// Before the number of a footnote.
    pub note: String,
}

/// Lines around a page's text, ready in its language.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// Above it: the portal, the page's address, its date.
    pub top: Vec<String>,
    /// Below it: who publishes it, under which licence, whom to ask.
    pub foot: Vec<String>,
}

/// Returns the plain-text edition of a finished page: UTF-8 with a byte order mark, no markup, wrapped at [`WIDTH`] columns.
///
/// `base` is the full address of the page, where the portal says where it is; links then are full addresses, else
/// as in the page.
///
/// Links are numbered in the text and listed at the end. What is hidden from readers (`hidden`, `aria-hidden`) is left
/// out; what only a screen reader hears is kept. A chart is told by its title and description.
pub fn text_edition(html: &str, words: &Words, lines: &Lines, base: Option<&str>) -> String {
    of_pieces(crate::html::pieces::pieces(html), words, lines, base)
}

/// Returns the plain-text edition of a page's pieces.
pub(crate) fn of_pieces(
    pieces: Vec<Piece>,
    words: &Words,
    lines: &Lines,
    base: Option<&str>,
) -> String {
    let tree = super::tree::main_in(pieces);
    let mut links = inline::Links::new(base, words);
    let body = flow::flow(&tree, WIDTH, &mut links);
    let mut out = String::from(BYTE_ORDER_MARK);
    for line in &lines.top {
        push(&mut out, &wrap::clean(line));
    }
    if !lines.top.is_empty() {
        out.push('\n');
    }
    for line in block::joined(body) {
        push(&mut out, &line);
    }
    let listed = links.listed();
    if !listed.is_empty() {
        out.push('\n');
    }
    for line in listed {
        push(&mut out, &line);
    }
    if !lines.foot.is_empty() {
        out.push_str(DELIMITER);
    }
    for line in lines
        .foot
        .iter()
        .flat_map(|line| wrap::wrapped(&wrap::clean(line), WIDTH))
    {
        push(&mut out, &line);
    }
    out
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

#[cfg(test)]
mod tests;
