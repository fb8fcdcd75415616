//! What the templates of this kind read.

use crate::pages::context::{Phrase, body_facts};
use serde::Serialize;

/// What the terms mean that pages use.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GlossaryContext {
    /// The terms in groups; a group without any is left out.
    pub groups: Vec<GlossaryGroup>,
}

body_facts!(GlossaryContext, "glossary");

/// Terms that belong together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GlossaryGroup {
    /// Its name. Message: `glossary-NAME`.
    pub name: String,
    /// Its terms.
    pub terms: Vec<GlossaryEntry>,
}

/// A term and what it means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct GlossaryEntry {
    /// Its anchor. Messages of the theme's own terms: `term-ANCHOR`, `term-ANCHOR-means`.
    pub anchor: String,
    /// What it is called, where the portal adds it; null for the theme's own.
    pub term: Option<Phrase>,
    /// What it means, where the portal adds it.
    pub means: Option<Phrase>,
}
