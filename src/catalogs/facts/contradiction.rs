//! What does not fit together on a page, for programs.

use crate::model::Portal;
use crate::model::contradiction::Contradiction;
use crate::text::messages::Arg;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What findings name for the publisher alone: the file that it is in.
const SOURCE_FILE: &str = "file";

/// Two things that the page says and that do not go together. Both are published as the source gives them.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ContradictionEntry<'a> {
    /// The finding that says so, such as milestone-outside-commitment.
    finding: &'static str,
    /// The translation that it is about; left out where it is about the page in every language.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    /// What goes with it: dates, numbers of milestones, codes and names.
    details: BTreeMap<&'static str, String>,
    /// Why the publisher leaves it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

impl<'a> ContradictionEntry<'a> {
    /// Returns what is odd on the page of a file in the main language.
    pub(super) fn all(portal: &'a Portal, page: &str) -> Vec<Self> {
        let all = portal.contradictions_in(page).iter();
        all.map(ContradictionEntry::from).collect()
    }
}

impl<'a> From<&'a Contradiction> for ContradictionEntry<'a> {
    fn from(one: &'a Contradiction) -> Self {
        let details = one.args.iter().filter(|(name, _)| *name != SOURCE_FILE);
        ContradictionEntry {
            finding: one.code.id,
            lang: one.lang.as_ref().map(|lang| lang.tag()),
            details: details.map(|(name, arg)| (*name, plain(arg))).collect(),
            reason: one.reason.as_deref(),
        }
    }
}

fn plain(arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Count(count) => count.to_string(),
    }
}
