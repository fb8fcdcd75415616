//! What the templates of this kind read.

use crate::pages::context::{Link, body_facts};
use serde::Serialize;

/// The personal data that the portal publishes by decision of an office, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WaiversContext {
    /// Why nobody looked for personal data, in the publisher's words; null where they are looked for.
    pub off: Option<String>,
    /// Every waiver that holds.
    pub waivers: Vec<WaiverEntry>,
}

body_facts!(WaiversContext, "waivers");

/// A waiver: what is published, and who decided it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WaiverEntry {
    /// The page or dataset; without an address, a file's name.
    pub of: Link,
    /// The file that is meant, where it is not all of it.
    pub file: Option<String>,
    /// The columns that are meant; empty for all.
    pub columns: Vec<String>,
    /// Which kinds of data.
    pub kinds: Vec<WaivedKind>,
    /// Why they may be published. Message: `ground-GROUND`.
    pub ground: String,
    /// The same in the office's own words.
    pub reason: String,
    /// The office or role that decided it.
    pub by: String,
    /// The last day on which it holds.
    pub until: String,
}

/// A kind of personal data. Message: `personal-kind`, with `kind` and `named`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct WaivedKind {
    /// Its name in facts: `e-mail`, `curp`.
    pub id: String,
    /// What it is called in its country, where a state gives it; else its name in facts.
    pub name: String,
}
