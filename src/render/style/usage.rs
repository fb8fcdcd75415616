//! The classes and elements that occur in a page.

use memchr::{memchr, memchr2, memmem};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Elements that a browser adds by itself.
const IMPLIED: &[&str] = &["html", "head", "body", "tbody", "colgroup"];

/// What occurs in a page.
pub(crate) struct UsedNames<'a> {
    classes: BTreeSet<&'a str>,
    /// With those that a browser adds.
    elements: BTreeSet<Cow<'a, str>>,
}

impl<'a> UsedNames<'a> {
    /// Reads a page; none where a script from a file may add what is not known.
    pub(crate) fn of(html: &'a str) -> Option<UsedNames<'a>> {
        let mut used = UsedNames {
            classes: BTreeSet::new(),
            elements: IMPLIED.iter().map(|name| Cow::Borrowed(*name)).collect(),
        };
        let mut rest = html;
        while let Some(at) = memchr(b'<', rest.as_bytes()) {
            rest = &rest[at + 1..];
            let end = rest
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
                .unwrap_or(rest.len());
            let name = in_small_letters(&rest[..end]);
            match &*name {
                "" => continue,
                "script" => rest = used.script(rest)?,
                "style" => rest = &rest[find(rest, "</")..],
                _ => used.tag(&rest[end..]),
            }
            if !used.elements.contains(&name) {
                used.elements.insert(name);
            }
        }
        Some(used)
    }

    /// Takes in every word of an inline script, as each may be a class; returns what follows. `None` where the script is a file.
    fn script(&mut self, rest: &'a str) -> Option<&'a str> {
        let tag = &rest[..find(rest, ">")];
        let end = find(rest, "</script");
        if !tag.contains("application/ld+json") {
            if tag.contains("src=") {
                return None;
            }
            self.classes.extend(
                rest[..end].split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_')),
            );
        }
        Some(&rest[end..])
    }

    /// Takes in the classes of a tag: of each attribute, in truth, whose name ends in `class`; one too many costs a rule.
    fn tag(&mut self, attributes: &'a str) {
        let mut rest = attributes;
        while let Some(at) = memchr2(b'=', b'>', rest.as_bytes()) {
            let named = rest[..at].len() >= 5 && rest.is_char_boundary(at - 5);
            let is_class = named && rest[at - 5..at].eq_ignore_ascii_case("class");
            if rest.as_bytes()[at] == b'>' {
                return;
            }
            let value = &rest[at + 1..];
            let (value, length) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    let end = value[1..].find(quote).map_or(value.len(), |end| end + 1);
                    (&value[1..end], (end + 1).min(value.len()))
                }
                _ => {
                    let end = value
                        .find(|c: char| c.is_ascii_whitespace() || c == '>')
                        .unwrap_or(value.len());
                    (&value[..end], end)
                }
            };
            if is_class {
                self.classes.extend(value.split_ascii_whitespace());
            }
            rest = &rest[at + 1 + length..];
        }
    }

    /// Returns whether an element has this class.
    pub(crate) fn class(&self, name: &str) -> bool {
        self.classes.contains(name)
    }

    /// Returns whether an element of this name, in small letters, occurs.
    pub(crate) fn element(&self, name: &str) -> bool {
        self.elements.contains(name)
    }

    pub(super) fn classes(&self) -> impl Iterator<Item = &str> {
        self.classes.iter().copied()
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = &str> {
        self.elements.iter().map(|name| &**name)
    }
}

/// Returns where this is in a text, or the text's end.
fn find(text: &str, wanted: &str) -> usize {
    memmem::find(text.as_bytes(), wanted.as_bytes()).unwrap_or(text.len())
}

fn in_small_letters(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}
