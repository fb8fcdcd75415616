//! Tags and texts, of which a page is a row.

use std::borrow::Cow;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<'h> {
    /// A start tag with its attributes.
    Open(Tag<'h>),
    /// The name of an end tag.
    Close(Cow<'h, str>),
    /// Text, its character references resolved. What is in `script` and `style` comes out as text too.
    Text(Cow<'h, str>),
}

/// A start tag with its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag<'h> {
    /// Its name in lower case.
    pub(crate) name: Cow<'h, str>,
    /// Whether it ends in `/>`, which only drawings and formulas heed.
    pub(crate) closes_itself: bool,
    /// In the order of their names.
    attributes: Vec<(Cow<'h, str>, Cow<'h, str>)>,
}

impl<'h> Tag<'h> {
    /// Makes a tag without attributes.
    pub(crate) fn named(name: &'h str) -> Self {
        Tag {
            name: Cow::Borrowed(name),
            closes_itself: false,
            attributes: Vec::new(),
        }
    }

    /// Makes a tag of attributes in any order; `None` where two have the same name.
    pub(super) fn of(
        name: Cow<'h, str>,
        closes_itself: bool,
        mut attributes: Vec<(Cow<'h, str>, Cow<'h, str>)>,
    ) -> Option<Self> {
        attributes.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let repeated = attributes.windows(2).any(|pair| pair[0].0 == pair[1].0);
        (!repeated).then_some(Tag {
            name,
            closes_itself,
            attributes,
        })
    }

    /// Returns the same, apart from the text of the page that it was read from.
    pub(super) fn into_owned(self) -> Tag<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        let attributes = self.attributes.into_iter();
        Tag {
            name: owned(self.name),
            closes_itself: self.closes_itself,
            attributes: attributes
                .map(|(name, value)| (owned(name), owned(value)))
                .collect(),
        }
    }

    /// Returns an attribute's value; `None` where the tag lacks it.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| &**value)
    }

    /// Returns every attribute: its name in lower case, and its value.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes
            .iter()
            .map(|(name, value)| (&**name, &**value))
    }

    /// Changes the values of these attributes, where there is something to change them to.
    pub(crate) fn change(&mut self, names: &[&str], to: &dyn Fn(&str) -> Option<String>) {
        for (_, value) in self
            .attributes
            .iter_mut()
            .filter(|(own, _)| names.contains(&&**own))
        {
            if let Some(changed) = to(value) {
                *value = Cow::Owned(changed);
            }
        }
    }

    /// Returns whether an element of this name has no end tag (HTML, "Void elements").
    pub(crate) fn is_void(&self) -> bool {
        const VOID: &[&str] = &[
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
            "track", "wbr",
        ];
        VOID.contains(&&*self.name)
    }
}
