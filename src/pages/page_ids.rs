//! The identifiers that themes give to parts of a page, which no author's heading on it may have as well (HTML, §3.2.6).

use super::page_kind::PageKind;
use crate::model::body::TEXT;

const EVERYWHERE: &[&str] = &[
    "brief",
    "comment",
    "help",
    "main",
    "own-facts",
    "sources",
    "ways",
    TEXT,
];

/// Whether the theme has an identifier on pages of this kind, or one that begins with it and `-`.
pub(crate) fn is_of_theme(kind: PageKind, id: &str) -> bool {
    let own = kind.theme_ids();
    EVERYWHERE.contains(&id)
        || own.contains(&id)
        || id.starts_with("named-")
        || id
            .split_once('-')
            .is_some_and(|(letter, _)| letter.len() == 1 && own.contains(&letter))
}
