//! What the search page shows.

use crate::pages::context::{Link, body_facts};
use crate::pages::terms::context::TermListEntry;
use serde::Serialize;

/// The search page. What it finds, a script writes into the place with the id `found`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SearchContext {
    /// The A–Z index, where the form leads without a script.
    pub a_to_z: String,
    /// Questions that the portal answers, each leading to its answer.
    pub examples: Vec<Link>,
    /// All lists, and how many things each holds.
    pub browse: Vec<TermListEntry>,
    /// How many things can be found.
    pub total: u64,
    /// The folder of the search's own index, ending in `/`.
    pub index: String,
    /// The script; the theme's `search.js` without its comments.
    pub script: String,
}

body_facts!(SearchContext, "search");
