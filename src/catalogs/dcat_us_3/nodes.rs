//! What many things of the catalog name: standards, offices, pages, themes.

use crate::catalogs::{Blank, theme};
use crate::model::dataset::{Agent, ContactPoint};
use crate::record::is_email;
use crate::text::lang::Lang;
use serde::Serialize;

/// A standard that something follows.
#[derive(Serialize)]
pub(super) struct DcatUs3Standard<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
    #[serde(rename = "@type")]
    kind: &'static str,
    title: &'a str,
}

impl<'a> DcatUs3Standard<'a> {
    pub(super) fn new(id: &'a str, title: &'a str) -> Self {
        DcatUs3Standard {
            id,
            kind: "Standard",
            title,
        }
    }
}

pub(super) fn can_be_written_to(contact: &ContactPoint) -> bool {
    contact.email.as_deref().is_some_and(is_email) && !contact.name.is_empty()
}

/// An office that publishes.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "Organization")]
pub(super) struct DcatUs3Organization<'a> {
    name: &'a str,
}

impl<'a> DcatUs3Organization<'a> {
    pub(super) fn of(agent: &'a Agent, main: &Lang) -> Self {
        DcatUs3Organization {
            name: agent.name.text(main),
        }
    }
}

/// Whom to ask.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "Kind", rename_all = "camelCase")]
pub(super) struct DcatUs3Contact<'a> {
    r#fn: &'a str,
    has_email: String,
}

impl<'a> DcatUs3Contact<'a> {
    pub(super) fn of(contact: &'a ContactPoint, main: &Lang) -> Self {
        let email = contact.email.as_deref().unwrap_or_default();
        DcatUs3Contact {
            r#fn: contact.name.text(main),
            has_email: format!("mailto:{email}"),
        }
    }
}

/// A page.
#[derive(Serialize)]
pub(super) struct DcatUs3Document<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@type")]
    kind: &'static str,
    title: &'a str,
    #[serde(rename = "accessURL")]
    access_url: String,
}

impl<'a> DcatUs3Document<'a> {
    pub(super) fn new(url: String, title: &'a str) -> Self {
        DcatUs3Document {
            id: url.clone(),
            kind: "Document",
            title,
            access_url: url,
        }
    }
}

/// One of the EU's data themes.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DcatUs3Concept<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    pref_label: &'a str,
}

impl<'a> DcatUs3Concept<'a> {
    /// Draws the theme of a code; one that cannot be in an address has none.
    pub(super) fn of(code: &'a str) -> Self {
        let is_plain = code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        let address = format!("http://publications.europa.eu/resource/authority/data-theme/{code}");
        DcatUs3Concept {
            id: is_plain.then_some(address),
            kind: "Concept",
            pref_label: theme(code),
        }
    }
}
