//! A page as feeds and site maps see it.

use crate::text::date::PartialDate;
use crate::text::lang::Lang;

/// A page of the site, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPage {
    /// Its path from the site's root, with `/`: `en/datasets/x/index.html`.
    pub path: String,
    /// The language it is in.
    pub lang: Lang,
    /// Its heading.
    pub title: String,
    /// "In brief"; may be empty.
    pub summary: String,
    /// When its facts last changed, by the content's own word; none for lists and other generated pages.
    pub updated: Option<PartialDate>,
    /// The kind of page: `commitment`, `dataset` … Feeds give it as an entry's category.
    pub kind: String,
    /// Whether a dated change of it is news; lists and fixed pages are not.
    pub news: bool,
    /// Whether a search engine should know it; `404.html` and pages that only send readers on are left out.
    pub mapped: bool,
    /// The same page in every language it exists in, its own included, in the portal's order of languages.
    pub alternates: Vec<(Lang, String)>,
}
