//! A style sheet cut into its rules (CSS Syntax Module Level 3, §5; no more of it than leaving rules out needs).

/// A rule of a style sheet: its selectors and its declarations.
#[derive(Debug)]
pub(crate) enum StyleRule {
    /// Stays as it is: `@page`, `@font-face`, `@import` and whatever is not known.
    Whole(String),
    /// Selectors, and the block with its braces.
    Style(Vec<Selector>, String),
    /// `@media`, `@supports` and their like, with the rules inside.
    Group(String, Vec<StyleRule>),
}

/// One selector of a list, and what must occur in a page for it to match.
#[derive(Debug)]
pub(crate) struct Selector {
    pub(crate) text: String,
    pub(crate) classes: Vec<String>,
    pub(crate) elements: Vec<String>,
}

const GROUPS: &[&str] = &[
    "@media",
    "@supports",
    "@layer",
    "@container",
    "@scope",
    "@starting-style",
];

/// Parses the rules of a style sheet; `None` where a block, a string or a comment does not end.
pub(crate) fn rules(css: &str) -> Option<Vec<StyleRule>> {
    let css = without_comments(css)?;
    let mut rest = css.trim_start();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let end = until(rest, b"{;")?;
        let head = rest[..end].trim();
        if rest.as_bytes()[end] == b';' {
            found.push(StyleRule::Whole(rest[..=end].to_owned()));
            rest = rest[end + 1..].trim_start();
            continue;
        }
        let length = until(&rest[end + 1..], b"}")?;
        let inside = &rest[end + 1..end + 1 + length];
        let name_ends = head
            .find(|c: char| !c.is_ascii_alphanumeric() && !"@-".contains(c))
            .unwrap_or(head.len());
        found.push(if GROUPS.contains(&&head[..name_ends]) {
            StyleRule::Group(head.to_owned(), rules(inside)?)
        } else if head.starts_with('@') {
            StyleRule::Whole(format!("{head}{{{inside}}}"))
        } else {
            StyleRule::Style(selectors(head)?, format!("{{{inside}}}"))
        });
        rest = rest[end + length + 2..].trim_start();
    }
    Some(found)
}

fn without_comments(css: &str) -> Option<String> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = until(rest, b"/") {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        if let Some(comment) = after.strip_prefix("/*") {
            rest = &comment[comment.find("*/")? + 2..];
        } else {
            out.push('/');
            rest = &after[1..];
        }
    }
    out.push_str(rest);
    Some(out)
}

/// Returns where the first of these bytes is outside of strings and of what brackets enclose.
fn until(css: &str, stops: &[u8]) -> Option<usize> {
    let bytes = css.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            // Comments may be, and hold anything, inside of brackets.
            _ if stops.contains(&byte) && (depth == 0 || byte == b'/') => return Some(at),
            b'\\' => at += 1,
            b'"' | b'\'' => at += string(&bytes[at..])?,
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Returns the index of the last byte of the string that begins here.
fn string(bytes: &[u8]) -> Option<usize> {
    let mut at = 1;
    while bytes.get(at)? != &bytes[0] {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    Some(at)
}

fn selectors(list: &str) -> Option<Vec<Selector>> {
    let mut found = Vec::new();
    let mut rest = list;
    while let Some(end) = until(rest, b",") {
        found.push(selector(rest[..end].trim())?);
        rest = &rest[end + 1..];
    }
    found.push(selector(rest.trim())?);
    Some(found)
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii()
}

/// Parses the names of a selector. What one with an escape needs is not known: it stays.
fn selector(text: &str) -> Option<Selector> {
    let mut selector = Selector {
        text: text.to_owned(),
        classes: Vec::new(),
        elements: Vec::new(),
    };
    let mut rest = if text.contains('\\') { "" } else { text };
    while let Some(first) = rest.chars().next() {
        let after = if first == ':' {
            rest.trim_start_matches(':')
        } else {
            &rest[first.len_utf8()..]
        };
        let name = if is_of_name(first) { rest } else { after };
        let end = name.find(|c| !is_of_name(c)).unwrap_or(name.len());
        match first {
            '(' => rest = &after[until(after, b")")? + 1..],
            '[' => rest = &after[until(after, b"]")? + 1..],
            '.' | '#' | ':' => {
                selector
                    .classes
                    .extend((first == '.').then(|| name[..end].to_owned()));
                rest = &name[end..];
            }
            _ if is_of_name(first) => {
                selector.elements.push(name[..end].to_ascii_lowercase());
                rest = &name[end..];
            }
            _ => rest = after,
        }
    }
    Some(selector)
}
