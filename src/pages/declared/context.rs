//! What the templates of this kind read.

use crate::pages::context::{
    FactSource, Feedback, Link, Phrase, Prose, Section, body_facts, empty_sections,
};
use serde::Serialize;

/// A page of a kind that the portal declares itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeclaredContext {
    /// Its identifier.
    pub id: String,
    /// The name of its kind in the settings.
    pub of: String,
    /// What such a page is called.
    pub noun: Phrase,
    /// "In brief".
    pub summary: Option<Prose>,
    /// Its text.
    pub sections: Vec<Section>,
    /// The facts that it gives, in the order in which its kind declares them.
    pub facts: Vec<DeclaredFactContext>,
    /// How to comment.
    pub feedback: Option<Feedback>,
    /// Where the facts come from.
    pub sources: Vec<FactSource>,
    /// The main headings, where the page is longer than three screens of a phone.
    pub jumps: Vec<Link>,
}

body_facts!(DeclaredContext, "declared", gaps);

impl DeclaredContext {
    fn gaps(&self) -> Vec<&'static str> {
        empty_sections(&self.sections)
    }
}

/// A declared fact, and what a page says of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeclaredFactContext {
    /// Its name in files.
    pub name: String,
    /// What readers see it called.
    pub title: Phrase,
    /// Its values: one, or several.
    pub values: Vec<DeclaredValueContext>,
}

/// A value of a declared fact: one of these is given.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DeclaredValueContext {
    /// Words, with where they lead.
    pub link: Option<Link>,
    /// A date.
    pub date: Option<String>,
    /// A number.
    pub number: Option<String>,
    /// Yes or no.
    pub flag: Option<bool>,
}
