//! What a kind looks at to fill a page.

use super::Plan;
use super::status_tally::StatusTallies;
use crate::downloads::Files;
use crate::model::Portal;
use crate::text::date::PartialDate;
use tragaluz_tables::Tables;

/// Everything that a page may state.
pub(crate) struct SiteFacts<'a> {
    pub(crate) portal: &'a Portal,
    /// What is known of the tables.
    pub(crate) tables: &'a Tables,
    pub(crate) files: &'a Files,
    /// Every page and its address.
    pub(crate) plan: &'a Plan,
    pub(crate) charts: &'a crate::charts::Charts,
    /// The editions that need no connection; none while they are made, and on pages that are in one.
    pub(crate) editions: Option<&'a [super::editions::MadeEdition]>,
    /// The day that "overdue" is computed for.
    pub(crate) as_of: Option<PartialDate>,
    /// The script of the search page.
    pub(crate) search_script: &'a str,
    /// How the things of lists stand.
    pub(crate) tallies: StatusTallies,
}
