//! Which elements of a page a book has.

/// Elements that are written as they are.
const KEPT: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "bdi",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements that are written under another name: reading systems do not open what is closed.
const RENAMED: &[(&str, &str)] = &[
    ("details", "div"),
    ("summary", "div"),
    ("header", "div"),
    ("footer", "div"),
    ("time", "span"),
    ("data", "span"),
    ("dfn", "i"),
];

/// Returns the name under which an element is written; `None` where only what it holds is.
pub(super) fn written_as(name: &str) -> Option<&'static str> {
    let kept = KEPT.iter().copied().find(|kept| *kept == name);
    kept.or_else(|| {
        RENAMED
            .iter()
            .find(|(from, _)| *from == name)
            .map(|(_, to)| *to)
    })
}

/// Whether an element, or a part of a drawing, is written.
pub(super) fn is_kept(name: &str) -> bool {
    written_as(name).is_some() || name == "svg" || name == "title" || name == "desc"
}
