//! The classes and elements that occur in a page.

use std::collections::BTreeSet;

/// Elements that a browser adds by itself.
const IMPLIED: &[&str] = &["html", "head", "body", "tbody", "colgroup"];

/// What occurs in a page.
pub(crate) struct UsedNames<'a> {
    classes: BTreeSet<&'a str>,
    elements: BTreeSet<String>,
}

impl<'a> UsedNames<'a> {
    /// Reads a page; none where a script from a file may add what is not known.
    pub(crate) fn of(html: &'a str) -> Option<UsedNames<'a>> {
        let mut used = UsedNames {
            classes: BTreeSet::new(),
            elements: BTreeSet::new(),
        };
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            rest = &rest[at + 1..];
            let end = rest
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
                .unwrap_or(rest.len());
            let name = rest[..end].to_ascii_lowercase();
            let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
            match name.as_str() {
                "" => continue,
                "script" => rest = used.script(tag, rest)?,
                "style" => rest = &rest[rest.find("</").unwrap_or(rest.len())..],
                _ => used.tag(&rest[end..]),
            }
            used.elements.insert(name);
        }
        Some(used)
    }

    /// Takes in every word of an inline script, as each may be a class; returns what follows. `None` where the script is a file.
    fn script(&mut self, tag: &str, rest: &'a str) -> Option<&'a str> {
        let end = rest.find("</script").unwrap_or(rest.len());
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
        while let Some(at) = rest.find(['=', '>']) {
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
        self.elements.contains(name) || IMPLIED.contains(&name)
    }
}
