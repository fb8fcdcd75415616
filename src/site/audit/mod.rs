//! The audit of the finished site: every link leads somewhere, nothing comes from elsewhere, no page is too heavy.
//!
//! [`Look`] is had of one page while its text is at hand (in parallel, in the page loop); [`judge`] then holds
//! what was seen against the files of the whole site. Both take time in proportion to the pages.

mod anchors;
mod budget;
mod followed;
mod judge;
mod look;
mod markup;
mod origin;
mod rough;
pub mod speed;

pub(crate) use budget::{FIRST_VIEW, of_kind};
pub use judge::judge;
pub(crate) use judge::judge_again;
pub use look::{InspectedPage, Look, inspect};
pub(crate) use look::{LookBuilder, weighed};
pub(crate) use origin::news;

use super::policy::Needs;
use crate::diag::Diagnostic;
use crate::model::Portal;
use crate::model::settings::Budget;
use crate::pages::Plan;
use crate::render::Theme;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A finished page, or its plain-text edition.
#[derive(Debug, Clone, Copy)]
pub struct AuditedPage<'a> {
    /// Its path from the site's root, with `/`. A plain text has no pieces, and is only weighed.
    pub path: &'a str,
    /// Its kind, which sets its budget ([`of_kind`]).
    pub kind: &'a str,
    /// The file of the portal that it was made of, for findings; none for generated pages.
    pub source: Option<&'a str>,
    /// The whole text, markup included.
    pub text: &'a str,
}

/// How pages are weighed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Weighing {
    /// As `gzip` comes to.
    #[default]
    Exactly,
    /// Exactly near a page's budget, and else from above: what is asked is whether it is within.
    Roughly,
}

/// A budget that an author set for one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnBudget {
    /// Bytes allowed, at most [`FIRST_VIEW`] but for plain texts.
    pub bytes: u64,
    /// Why the page may weigh more or less than its kind.
    pub reason: String,
}

impl OwnBudget {
    fn of(budget: &Budget) -> OwnBudget {
        OwnBudget {
            bytes: budget.bytes,
            reason: budget.reason.clone(),
        }
    }
}

/// What the audit needs to know besides the pages.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Where the portal will be, ending in `/`: full addresses below it are links inside the site.
    pub base_url: Option<String>,
    /// Sums of the scripts that pages may hold (SHA-256, hexadecimal).
    pub scripts: BTreeSet<String>,
    /// Budgets of single pages, by path, and of all plain-text editions, by `text`.
    pub budgets: BTreeMap<String, OwnBudget>,
}

impl Rules {
    /// The rules of a portal with this theme.
    pub(crate) fn of(portal: &Portal, theme: &Theme, plan: &Plan) -> Rules {
        Rules {
            base_url: portal.settings.base_url.clone(),
            scripts: Needs::of(&portal.settings, theme, plan.has_search()).sums(),
            budgets: portal
                .settings
                .budgets
                .iter()
                .map(|budget| (budget.path.clone(), OwnBudget::of(budget)))
                .collect(),
        }
    }
}

/// What a reader fetches to see a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weight {
    /// The page's path from the site's root.
    pub path: String,
    /// The page's kind, by its name.
    pub kind: String,
    /// Bytes of its first view: itself by `gzip`, and what it loads before scrolling, as it is on the disk.
    pub bytes: u64,
    /// Requests of its first view.
    pub requests: u64,
    /// Images that it loads once a reader scrolls to them.
    pub images: u64,
    /// Bytes of those images.
    pub image_bytes: u64,
    /// Bytes allowed.
    pub limit: u64,
    /// Why it may weigh other than its kind.
    pub reason: Option<String>,
}

/// What the audit of a site came to.
#[derive(Debug, Clone, Default)]
pub struct Audit {
    /// What was found, in the order of pages.
    pub found: Vec<Diagnostic>,
    /// What each page weighs, in the order of pages.
    pub weights: Vec<Weight>,
}
