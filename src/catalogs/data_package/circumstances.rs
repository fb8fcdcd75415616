//! Who, when, where, and under which licence: what a package says beside its files.

use crate::catalogs::{Blank, IsoDate, degrees};
use crate::model::dataset::{Agent, ContactPoint, License, Spatial};
use crate::model::head::CitedSource;
use crate::record::{is_email, is_web_address};
use crate::text::lang::Lang;
use serde::Serialize;
use serde_json::Number;

/// An office that publishes.
#[derive(Serialize)]
pub(super) struct PackagePublisher<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    kind: Option<&'a str>,
}

impl<'a> PackagePublisher<'a> {
    pub(super) fn of(agent: &'a Agent, main: &Lang) -> Self {
        PackagePublisher {
            name: agent.name.text(main),
            url: agent.url.as_deref(),
            kind: agent.kind.as_deref(),
        }
    }
}

impl Blank for PackagePublisher<'_> {
    fn is_blank(&self) -> bool {
        self.name.is_blank() && self.url.is_blank() && self.kind.is_blank()
    }
}

/// An office to ask.
#[derive(Serialize)]
pub(super) struct PackageContact<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    email: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<&'a str>,
}

impl<'a> PackageContact<'a> {
    pub(super) fn of(contact: &'a ContactPoint, main: &Lang) -> Self {
        PackageContact {
            name: contact.name.text(main),
            email: contact.email.as_deref(),
            url: contact.url.as_deref(),
        }
    }
}

impl Blank for PackageContact<'_> {
    fn is_blank(&self) -> bool {
        self.name.is_blank() && self.email.is_blank() && self.url.is_blank()
    }
}

/// A licence: a name of letters, digits and `-._`, or an address, or both.
#[derive(Serialize)]
pub(super) struct PackageLicense<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: Option<&'a str>,
}

impl<'a> PackageLicense<'a> {
    /// Draws a licence; none where it has neither a name nor an address that the standard takes.
    pub(super) fn of(license: &'a License) -> Option<Self> {
        let name = license.name.as_deref().filter(|name| is_license_name(name));
        let path = license.path.as_deref().filter(|path| is_web_address(path));
        (name.is_some() || path.is_some()).then_some(PackageLicense {
            name,
            path,
            title: license.title.as_deref(),
        })
    }
}

/// Returns whether the standard takes the name of a licence.
pub(super) fn is_license_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    !name.is_empty() && bytes.all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b))
}

/// What data were made from.
#[derive(Serialize)]
pub(super) struct PackageSource<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    version: Option<IsoDate>,
}

impl<'a> PackageSource<'a> {
    pub(super) fn of(source: &'a CitedSource, main: &Lang) -> Self {
        PackageSource {
            title: source.title.text(main),
            path: source.address().filter(|url| is_web_address(url)),
            version: source.date.map(IsoDate),
        }
    }
}

/// Who has a part in a package.
#[derive(Serialize)]
pub(super) struct PackageContributor<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    email: Option<&'a str>,
    roles: [&'static str; 1],
}

/// Returns the publisher and the office to ask, as contributors.
pub(super) fn contributors<'a>(
    publisher: Option<&'a Agent>,
    contact: Option<&'a ContactPoint>,
    main: &Lang,
) -> Vec<PackageContributor<'a>> {
    let publisher = publisher.map(|agent| PackageContributor {
        title: agent.name.text(main),
        path: agent.url.as_deref().filter(|url| is_web_address(url)),
        email: None,
        roles: ["publisher"],
    });
    let contact = contact.map(|contact| PackageContributor {
        title: contact.name.text(main),
        path: contact.url.as_deref().filter(|url| is_web_address(url)),
        email: contact.email.as_deref().filter(|email| is_email(email)),
        roles: ["contactPoint"],
    });
    publisher.into_iter().chain(contact).collect()
}

/// The area that data cover.
#[derive(Serialize)]
pub(super) struct PackageArea<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    geonames: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bbox: Option<[Number; 4]>,
}

impl<'a> PackageArea<'a> {
    pub(super) fn of(area: &'a Spatial, main: &Lang) -> Self {
        PackageArea {
            name: area.name.text(main),
            code: area.code.as_deref(),
            geonames: area.geonames.as_deref(),
            bbox: area.bounds.and_then(degrees),
        }
    }
}

impl Blank for PackageArea<'_> {
    fn is_blank(&self) -> bool {
        let has_words = !self.name.is_blank() || !self.code.is_blank();
        !has_words && self.geonames.is_blank() && self.bbox.is_none()
    }
}
