//! What the templates of this kind read.

use crate::pages::context::{Link, OddLine, body_facts};
use serde::Serialize;

/// What does not fit together in the portal's pages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ContradictionsContext {
    /// Each page that something is odd on.
    pub pages: Vec<OddPage>,
}

body_facts!(ContradictionsContext, "contradictions");

/// A page, and what does not fit together on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OddPage {
    /// The page.
    pub of: Link,
    /// A line each.
    pub lines: Vec<OddLine>,
}
