//! A piece of a page's text. A portal of fifty thousand pages holds the text of each file once, and what is cut out of it points there.

use crate::source::file::SourceFile;
use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

/// Text in Markdown, read as a `str`: a part of a file, or words of its own.
#[derive(Clone)]
pub struct BodyText(TextHome);

/// Where the letters are.
#[derive(Clone)]
enum TextHome {
    File(Arc<SourceFile>, Range<usize>),
    Own(Box<str>),
}

impl BodyText {
    /// Returns this part of a file, which lies between letters.
    pub(super) fn of_file(file: &Arc<SourceFile>, part: Range<usize>) -> BodyText {
        BodyText(TextHome::File(file.clone(), part))
    }

    /// Returns a part of it.
    pub(super) fn part(&self, part: Range<usize>) -> BodyText {
        match &self.0 {
            TextHome::File(file, whole) => {
                BodyText::of_file(file, whole.start + part.start..whole.start + part.end)
            }
            TextHome::Own(text) => text[part].into(),
        }
    }
}

impl Deref for BodyText {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            TextHome::File(file, part) => &file.text[part.clone()],
            TextHome::Own(text) => text,
        }
    }
}

impl From<&str> for BodyText {
    fn from(text: &str) -> BodyText {
        BodyText(TextHome::Own(text.into()))
    }
}

impl From<String> for BodyText {
    fn from(text: String) -> BodyText {
        BodyText(TextHome::Own(text.into()))
    }
}

impl From<&BodyText> for String {
    fn from(text: &BodyText) -> String {
        (**text).to_owned()
    }
}

impl fmt::Debug for BodyText {
    /// As a `str`: where it is kept is nothing that it says.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl PartialEq for BodyText {
    fn eq(&self, other: &BodyText) -> bool {
        **self == **other
    }
}

impl Eq for BodyText {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_part_is_the_same_of_a_file_and_by_itself() {
        let file = Arc::new(SourceFile::new(
            "a.md".to_owned(),
            "uno dos tres".to_owned(),
        ));
        let whole = BodyText::of_file(&file, 4..12);
        let own = BodyText::from("dos tres");
        assert_eq!((&*whole, &whole), ("dos tres", &own));
        assert_eq!(
            (&*whole.part(4..8), whole.part(4..8)),
            ("tres", own.part(4..8))
        );
        assert_eq!(format!("{whole:?}"), "\"dos tres\"");
    }
}
