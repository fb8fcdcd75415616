//! The page of the editions that need no connection.

use crate::pages::context::Pager;
use crate::pages::context::Phrase;
use crate::pages::context::body_facts;
use serde::Serialize;

/// The editions that need no connection.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OfflineContext {
    /// Whether this page is in such an edition itself. Then no edition is listed, for none can hold its own
    /// checksum.
    pub inside: bool,
    /// The full address of this page on the web, where the portal says where it is.
    pub web: Option<String>,
    /// The list of all checksums; null where the page is in an edition.
    pub sums: Option<String>,
    /// The public key that the list is signed with; null where there is none, or the page is in an edition.
    pub key: Option<String>,
    /// Editions of the whole portal.
    pub whole: Vec<OfflineFile>,
    /// Action plans, and the editions of each.
    pub books: Vec<OfflineBook>,
    /// Links to the page before and after, where there are many action plans.
    pub pager: Option<Pager>,
}

body_facts!(OfflineContext, "offline");

/// An action plan and its editions.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OfflineBook {
    /// The anchor.
    pub id: String,
    /// The plan's title.
    pub title: Phrase,
    /// The plan's page.
    pub href: String,
    /// Its editions.
    pub files: Vec<OfflineFile>,
}

/// An edition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OfflineFile {
    /// `text`, `epub`, `pdf`, `zip` or `zim`.
    pub kind: String,
    /// The file's name.
    pub file: String,
    /// Where it is.
    pub href: String,
    /// Its full address, where the portal says where it is.
    pub url: Option<String>,
    /// Whether a QR code of the address is to be shown: only for the first few, so that the page stays light.
    pub qr: bool,
    /// Its size in bytes.
    pub bytes: u64,
    /// Up to when it is told: the newest date in what it holds.
    pub date: Option<String>,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Files of the site that it leaves out, for their size or their name.
    pub left_out: u64,
}
