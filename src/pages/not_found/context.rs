//! What the templates of this kind read.

use crate::pages::context::{Link, body_facts};
use serde::Serialize;

/// What a host shows for an address that does not exist. Every link of this page is absolute.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NotFoundContext {
    /// Ways on: lists from A to Z.
    pub links: Vec<Link>,
}

body_facts!(NotFoundContext, "not-found");
