//! What the templates of this kind read.

use crate::pages::context::{Link, body_facts};
use serde::Serialize;

/// What is at the address of a page or dataset that was left out because of an error in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LeftOutContext {
    /// Ways on: the list that it would be in, and the page of what is missing.
    pub links: Vec<Link>,
}

body_facts!(LeftOutContext, "left-out");
