//! A page cut into tags and texts, and which tag is within which.

/// A tag, a comment or a text.
pub(super) struct PagePart<'a> {
    /// The characters of the page.
    pub(super) text: &'a str,
    /// What it is.
    pub(super) kind: PartKind<'a>,
    /// The opening tag that it is within, by its place in the list.
    pub(super) parent: Option<usize>,
    /// Of an opening tag, the place of its end; that of the tag itself where nothing can be inside.
    pub(super) end: usize,
}

/// What a part of a page is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKind<'a> {
    /// An opening tag, by its element's name.
    Open(&'a str),
    /// A closing tag, a comment, or the like.
    Other,
    /// A text between tags.
    Text,
}

/// Elements that have no end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements whose text is no language, and holds no tags.
pub(super) const PROGRAMS: &[&str] = &["script", "style"];

/// Cuts a page into its parts.
pub(super) fn parts(html: &str) -> Vec<PagePart<'_>> {
    let mut cut = Cut::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        cut.text(&rest[..at]);
        rest = &rest[at..];
        let (tag, after) = rest.split_at(end_of_tag(rest));
        rest = after;
        if let Some(name) = cut.tag(tag)
            && is_among(PROGRAMS, name)
        {
            let end = format!("</{name}");
            let (program, after) = rest.split_at(rest.find(&end).unwrap_or(rest.len()));
            cut.text(program);
            rest = after;
        }
    }
    cut.text(rest);
    cut.parts
}

/// What was cut so far.
#[derive(Default)]
struct Cut<'a> {
    parts: Vec<PagePart<'a>>,
    /// The elements that are open.
    open: Vec<usize>,
}

impl<'a> Cut<'a> {
    fn push(&mut self, text: &'a str, kind: PartKind<'a>) {
        let end = self.parts.len();
        let parent = self.open.last().copied();
        self.parts.push(PagePart {
            text,
            kind,
            parent,
            end,
        });
    }

    fn text(&mut self, text: &'a str) {
        if !text.is_empty() {
            self.push(text, PartKind::Text);
        }
    }

    /// Takes in a tag; returns the name of an element that it opens.
    fn tag(&mut self, tag: &'a str) -> Option<&'a str> {
        if let Some(closing) = tag.strip_prefix("</") {
            self.close(name_of(closing));
            self.push(tag, PartKind::Other);
            return None;
        }
        let name = name_of(&tag[1..]);
        if name.is_empty() {
            // A comment, a document type, or a text's own `<`.
            let kind = if tag.starts_with("<!") {
                PartKind::Other
            } else {
                PartKind::Text
            };
            self.push(tag, kind);
            return None;
        }
        self.push(tag, PartKind::Open(name));
        if !tag.ends_with("/>") && !is_among(VOID, name) {
            self.open.push(self.parts.len() - 1);
        }
        Some(name)
    }

    /// Ends the innermost open element of this name, and those inside that have no end of their own.
    fn close(&mut self, name: &str) {
        let is_it = |at: &usize| matches!(self.parts[*at].kind, PartKind::Open(n) if n.eq_ignore_ascii_case(name));
        let Some(depth) = self.open.iter().rposition(is_it) else {
            return;
        };
        let end = self.parts.len();
        for at in self.open.drain(depth..) {
            self.parts[at].end = end;
        }
    }
}

pub(super) fn is_among(names: &[&str], name: &str) -> bool {
    names.iter().any(|one| one.eq_ignore_ascii_case(name))
}

fn name_of(tag: &str) -> &str {
    &tag[..tag
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(tag.len())]
}

/// Returns where a tag or a comment at the beginning of `rest` ends; what no tag can begin with is a text's own `<`.
fn end_of_tag(rest: &str) -> usize {
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or(rest.len(), |end| end + 3);
    }
    let next = rest[1..].chars().next();
    if !next.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
        return 1;
    }
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') if at > 0 => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    rest.len()
}
