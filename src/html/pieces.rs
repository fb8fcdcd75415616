//! A finished page as a row of tags and texts.

use html5gum::{DefaultEmitter, HtmlString, Token, Tokenizer};

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A start tag with its attributes.
    Open(Tag),
    /// The name of an end tag.
    Close(String),
    /// Text, its character references resolved. What is in `script` and `style` comes out as text too.
    Text(String),
}

/// A start tag with its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    /// Its name in lower case.
    pub(crate) name: String,
    /// Whether it ends in `/>`, which only drawings and formulas heed.
    pub(crate) closes_itself: bool,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// Makes a tag without attributes.
    pub(crate) fn named(name: &str) -> Self {
        Tag {
            name: name.to_owned(),
            closes_itself: false,
            attributes: Vec::new(),
        }
    }

    /// Returns an attribute's value; `None` where the tag lacks it.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// Returns every attribute: its name in lower case, and its value.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Changes the values of these attributes, where there is something to change them to.
    pub(crate) fn change(&mut self, names: &[&str], to: &dyn Fn(&str) -> Option<String>) {
        for (_, value) in self
            .attributes
            .iter_mut()
            .filter(|(own, _)| names.contains(&own.as_str()))
        {
            if let Some(changed) = to(value) {
                *value = changed;
            }
        }
    }

    /// Returns whether an element of this name has no end tag (HTML, "Void elements").
    pub(crate) fn is_void(&self) -> bool {
        const VOID: &[&str] = &[
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
            "track", "wbr",
        ];
        VOID.contains(&self.name.as_str())
    }
}

/// Returns the pieces of a page, in order.
pub(crate) fn pieces(html: &str) -> Vec<Piece> {
    let mut all = Vec::with_capacity(html.len() / 32);
    match around_style(html) {
        Some([before, css, after]) => {
            all.extend(tokens(before));
            all.push(Piece::Open(Tag::named("style")));
            all.push(Piece::Text(css.to_owned()));
            all.push(Piece::Close("style".to_owned()));
            all.extend(tokens(after));
        }
        None => all.extend(tokens(html)),
    }
    all
}

/// Returns what is before, in and after the page's style sheet, which is long and holds no tags; `None` where it cannot be told
/// at a glance.
fn around_style(html: &str) -> Option<[&str; 3]> {
    let (before, rest) = html.split_once("<style>")?;
    let (css, after) = rest.split_at(rest.find("</style>")?);
    (!before.contains("<!--") && !before.contains("<script"))
        .then(|| [before, css, &after["</style>".len()..]])
}

fn tokens(html: &str) -> impl Iterator<Item = Piece> {
    let mut emitter = DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).filter_map(|token| {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let attributes = tag
                    .attributes
                    .into_iter()
                    .map(|(name, value)| (text(name), text(value.value)))
                    .collect();
                Some(Piece::Open(Tag {
                    name: text(tag.name),
                    closes_itself: tag.self_closing,
                    attributes,
                }))
            }
            Token::EndTag(tag) => Some(Piece::Close(text(tag.name))),
            Token::String(string) => Some(Piece::Text(text(string.value))),
            _ => None,
        }
    })
}

fn text(bytes: HtmlString) -> String {
    String::from_utf8(bytes.0)
        .unwrap_or_else(|bytes| String::from_utf8_lossy(bytes.as_bytes()).into_owned())
}
