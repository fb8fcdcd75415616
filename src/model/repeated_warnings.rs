//! Warnings that thousands of pages have alike are told once.

use crate::diag::{Diagnostic, Severity, codes};
use std::collections::BTreeMap;

/// Facts that this program does not know are told once a name, with how many pages have it: the pages of another generator
/// have the same ones, by the thousand.
pub(super) fn once_a_name(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is_strange =
        |d: &Diagnostic| d.code == &codes::UNKNOWN_FACT && d.severity == Severity::Warning;
    let name = |d: &Diagnostic| {
        d.args
            .iter()
            .find(|(arg, _)| *arg == "name")
            .map(|(_, name)| format!("{name:?}"))
    };
    let mut counts: BTreeMap<Option<String>, u64> = BTreeMap::new();
    for finding in found.iter().filter(|d| is_strange(d)) {
        *counts.entry(name(finding)).or_default() += 1;
    }
    let mut told = Vec::with_capacity(found.len());
    for finding in found {
        if !is_strange(&finding) {
            told.push(finding);
        } else if let Some(count) = counts.remove(&name(&finding)) {
            let mut finding = finding;
            finding.args.retain(|(name, _)| *name != "count");
            told.push(finding.arg("count", count));
        }
    }
    told
}
