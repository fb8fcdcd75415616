//! What the templates of this kind read.

use crate::pages::context::{Prose, body_facts};
use serde::Serialize;

/// The statuses, what each means and how many commitments have it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct StatusesContext {
    /// First words.
    pub intro: Option<Prose>,
    /// Every status, in order.
    pub statuses: Vec<StatusEntry>,
}

body_facts!(StatusesContext, "statuses");

/// A status and how many have it. What it means is the theme's message `status-CODE-means`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct StatusEntry {
    /// The status code.
    pub status: String,
    /// How many commitments have it.
    pub commitments: u64,
    /// How many milestones have it.
    pub milestones: u64,
    /// The commitments that have it.
    pub href: Option<String>,
    /// The milestones that have it.
    pub milestones_href: Option<String>,
}
