//! Which elements of a page an edition leaves out: one list for all of them, by what has a use for an element.

use super::tree::Node;

/// Elements that hold nothing to read anywhere: programs, styles, what only a browser fills or presses.
const NOT_READ: &[&str] = &[
    "script", "style", "template", "datalist", "button", "iframe", "object",
];

/// Elements of a page's head, which a plain text does not repeat.
const OF_HEAD: &[&str] = &["head", "title"];

/// Elements that a book and a sheet of paper have no use for besides: ways through the site, forms, sound and films.
const ON_SCREEN: &[&str] = &[
    "nav", "form", "input", "select", "textarea", "embed", "audio", "video", "source", "track",
    "link", "meta", "noscript", "area", "map",
];

/// Classes of ways within one page, which a plain text has no use for.
const WITHIN: &[&str] = &["jumps"];

/// Classes of what a theme shows on its printed pages alone, or on the web alone.
const NOT_IN_BOOKS: &[&str] = &["paper", "editions"];

/// Returns whether a page hides an element from its readers.
fn is_hidden(node: &Node) -> bool {
    node.get("hidden").is_some() || node.get("aria-hidden") == Some("true")
}

/// Returns whether the plain-text edition leaves out a node.
pub(crate) fn is_skipped_in_text(node: &Node) -> bool {
    let name = node.name();
    NOT_READ.contains(&name)
        || OF_HEAD.contains(&name)
        || is_hidden(node)
        || WITHIN.iter().any(|class| node.has_class(class))
}

/// Returns whether books and documents to print leave out a node.
pub(crate) fn is_skipped_in_books(node: &Node) -> bool {
    let name = node.name();
    NOT_READ.contains(&name)
        || ON_SCREEN.contains(&name)
        || is_hidden(node)
        || NOT_IN_BOOKS.iter().any(|class| node.has_class(class))
}

#[cfg(test)]
mod tests {
    use super::{is_skipped_in_books, is_skipped_in_text};
    use crate::html::tree::main_of;

    #[test]
    fn texts_keep_forms_and_books_keep_titles_of_drawings() {
        let skipped = |html: &str| {
            let nodes = main_of(html);
            (
                is_skipped_in_text(&nodes[0]),
                is_skipped_in_books(&nodes[0]),
            )
        };
        for (html, expected) in [
            ("<main><p>x</p></main>", (false, false)),
            ("<main>x</main>", (false, false)),
            ("<main><button>x</button></main>", (true, true)),
            ("<main><p hidden>x</p></main>", (true, true)),
            ("<main><p aria-hidden=true>x</p></main>", (true, true)),
            ("<main><nav>x</nav></main>", (false, true)),
            ("<main><input></main>", (false, true)),
            ("<main><p class=\"a paper\">x</p></main>", (false, true)),
            ("<main><p class=papers>x</p></main>", (false, false)),
        ] {
            assert_eq!(skipped(html), expected, "{html}");
        }
    }
}
