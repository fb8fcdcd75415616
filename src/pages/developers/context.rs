//! What the templates of this kind read.

use crate::pages::context::{Phrase, body_facts};
use serde::Serialize;

/// What the portal offers to programs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DevelopersContext {
    /// The portal's full address, which the files' paths follow; null where it does not say where it stands.
    pub base: Option<String>,
    /// Files by what they are for.
    pub groups: Vec<Endpoints>,
    /// Programs that can be copied and run.
    pub examples: Vec<Example>,
}

body_facts!(DevelopersContext, "developers");

/// Files of one purpose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Endpoints {
    /// The anchor.
    pub id: String,
    /// What they are.
    pub heading: Phrase,
    /// What they are for.
    pub about: Phrase,
    /// The files.
    pub files: Vec<Endpoint>,
}

/// A file for programs, or files of one form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Endpoint {
    /// Its path from the site's root; what differs from file to file is in capitals.
    pub path: String,
    /// The file, or one of its form; null where there is none yet.
    pub href: Option<String>,
    /// What it holds.
    pub about: Phrase,
    /// Its media type.
    pub media_type: String,
    /// The JSON Schema that documents it.
    pub schema: Option<String>,
}

/// A program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Example {
    /// What it does.
    pub title: Phrase,
    /// What it is written in, such as `python`.
    pub language: String,
    /// Its text.
    pub code: String,
}
