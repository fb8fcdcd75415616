//! What every kind of page tells about itself, in its own folder.

use super::context::Body;
use super::page_kind::{PageKind, each_page_kind};
use super::{Draft, PagePlan, Plan, SiteFacts, Title};
use crate::model::Portal;
use crate::record::Record;
use crate::text::lang::Lang;
use std::ops::Deref;
use tragaluz_tables::Tables;

/// The most that any page's first view may weigh compressed, in bytes.
pub(crate) const FIRST_VIEW: u64 = 14_336;

/// The most that a page of a list may weigh compressed, in bytes.
pub(crate) const LIST_BUDGET: u64 = 10 * 1024;

/// Everything that a kind of page tells about itself.
pub(crate) trait PageKindFacts: Sync {
    /// Returns the name that templates read as `page.kind`; its template is called the same. Lists share theirs.
    fn name(&self) -> &'static str;
    /// Returns the bytes that a page may weigh compressed, with everything that it loads.
    fn budget(&self) -> u64 {
        FIRST_VIEW
    }
    /// Returns the identifiers that themes give to parts of these pages, besides those of every page. A single letter
    /// stands for all that begin with it and `-`.
    fn theme_ids(&self) -> &'static [&'static str] {
        &[]
    }
    /// Whether its addresses are worth keeping. Lists that are cut by facts come and go with what they list.
    fn is_lasting(&self) -> bool {
        true
    }
    /// Whether site maps name its pages. Rows are found through their dataset: a map of them would hide all else.
    fn is_mapped(&self) -> bool {
        true
    }
    /// Whether a host shows its page at addresses of any depth, so that links in it are in full.
    fn is_at_any_depth(&self) -> bool {
        false
    }
    /// Whether its pages have a plain-text edition.
    fn has_text_edition(&self) -> bool {
        true
    }
    /// The pages that it makes of a portal and its tables.
    fn pages(&self, portal: &Portal, tables: &Tables) -> Vec<Draft>;
    /// Those of one of its things, by the place that drafts give it.
    fn pages_of(&self, item: usize, portal: &Portal, tables: &Tables) -> Vec<Draft> {
        self.pages(portal, tables)
            .into_iter()
            .filter(|draft| draft.item == item)
            .collect()
    }
    /// Pages that are about all other pages, which have their places by then.
    fn pages_about(&self, _plan: &Plan) -> Vec<Draft> {
        Vec::new()
    }
    /// What one of them shows.
    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body;
    /// The languages that its pages are in.
    fn languages<'p>(&self, portal: &'p Portal) -> &'p [Lang] {
        &portal.settings.languages
    }
    /// The table whose rows the page shows, by its place among all tables: these pages are made while it is streamed.
    fn rows_of(&self, _page: &PagePlan) -> Option<usize> {
        None
    }
    /// Whether its pages state what was made of all the others, and so are made last.
    fn last(&self) -> bool {
        false
    }
    /// The same facts for programs, where the kind has such a file.
    fn data_edition(&self, _page: &PagePlan) -> Option<String> {
        None
    }
    /// Where editions of what it shows are listed that need no connection.
    fn editions(&self, _page: &PagePlan, _site: &SiteFacts<'_>) -> Option<String> {
        None
    }
    /// Whether each of its pages is made as a PDF, where such are made.
    fn is_printed(&self) -> bool {
        false
    }
    /// Whether a notice for a wall is made of each of its pages, where such are made.
    fn has_notice(&self) -> bool {
        false
    }
    /// The address of the feed of its changes, without a language, where it has one of its own.
    fn feed(&self, _page: &PagePlan) -> Option<String> {
        None
    }
    /// What the A–Z index and the search call a page: a message of the theme, or words of the portal. None keeps it out of both.
    fn called(&self, _draft: &Draft) -> Option<Title> {
        None
    }
    /// What a search finds the page by, besides its title and summary.
    fn findable(&self, _page: &PagePlan, _site: &SiteFacts<'_>) -> SearchText {
        SearchText::default()
    }
    /// What the page describes that search engines have a vocabulary for, where it describes such a thing.
    fn describes<'v>(
        &self,
        _page: &PagePlan,
        _site: &SiteFacts<'v>,
    ) -> Option<SchemaOrgSubject<'v>> {
        None
    }
}

/// What a search finds a page by, as plain text or Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchText {
    /// Names that are worth as much as its title: its identifier however it is typed, its initials.
    pub aliases: Vec<String>,
    /// Names: keywords, columns, and those of other things that it names.
    pub names: Vec<String>,
    /// Its text.
    pub texts: Vec<String>,
    /// Values of its tables.
    pub values: Vec<String>,
    /// Those of which the rows have a page.
    pub places: Vec<FoundValue>,
    /// Messages of the theme whose words it is found by, such as its status, in every language of the portal.
    pub messages: Vec<&'static str>,
    /// Before what else it stands among results that are equally good.
    pub rank: SearchRank,
    /// What a result shows of it below its summary.
    pub shown: FactsShown,
}

/// A value of a table, and where its rows are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundValue {
    /// The value as readers see it.
    pub shown: String,
    /// The value as the file has it, where readers see another.
    pub written: Option<String>,
    /// The address of the page of its rows from the language's root, with the anchor of the first one.
    pub href: String,
    /// The table's title, where several tables of the dataset have such values.
    pub table: Option<String>,
}

/// Before what else a page stands among results that are equally good.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchRank {
    /// Commitments and datasets, which people come for.
    First,
    /// Whatever else is written or published.
    #[default]
    Second,
    /// Terms and registers, which list what stands elsewhere.
    Last,
}

/// What a result shows of a page, besides its title, its summary and what it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactsShown {
    /// The place that it belongs to.
    pub place: Option<String>,
    /// How it stands: the names of messages, one after the other.
    pub status: Vec<&'static str>,
    /// The first and the last year of its period.
    pub years: Option<[i16; 2]>,
}

/// The address of the search page.
pub(crate) const SEARCH: &str = "search.html";

/// The folder of the search's index, in each language's own folder.
pub(crate) const SEARCH_FOLDER: &str = "search";

/// What a page describes to search engines.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SchemaOrgSubject<'v> {
    /// The portal as a catalogue of datasets.
    Catalog,
    /// A dataset.
    Dataset(&'v Record),
}

macro_rules! tell {
    ($($kind:ident = $folder:ident::$facts:ident,)*) => {
        impl Deref for PageKind {
            type Target = dyn PageKindFacts;

            fn deref(&self) -> &Self::Target {
                match self {
                    $(PageKind::$kind => &super::$folder::$facts,)*
                }
            }
        }
    };
}
each_page_kind!(tell);

/// Returns the bytes that a page may weigh compressed whose kind has this name.
pub(crate) fn budget_of(name: &str) -> u64 {
    (PageKind::ALL.iter().find(|kind| kind.name() == name)).map_or(FIRST_VIEW, |kind| kind.budget())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_may_weigh_more_than_the_first_view() {
        assert!(PageKind::ALL.iter().all(|kind| kind.budget() <= FIRST_VIEW));
        assert_eq!(
            [budget_of("home"), budget_of("whatever")],
            [10_240, FIRST_VIEW]
        );
    }

    #[test]
    fn kinds_of_one_name_have_one_budget() {
        for kind in PageKind::ALL {
            assert_eq!(kind.budget(), budget_of(kind.name()), "{kind:?}");
        }
    }
}
