//! What the search page shows.

use crate::pages::a_to_z::context::IndexLetter;
use crate::pages::context::body_facts;
use serde::Serialize;

/// The search page. What it finds, a script writes into the place with the id `found`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchContext {
    /// The A–Z index, where the form leads without a script.
    pub a_to_z: String,
    /// The index's letters; empty where a script has too many to choose from.
    pub letters: Vec<IndexLetter>,
    /// How many things can be found.
    pub total: u64,
    /// The folder of the search's own index, ending in `/`.
    pub index: String,
    /// The script; the theme's `search.js` without its comments.
    pub script: String,
}

body_facts!(SearchContext, "search");
