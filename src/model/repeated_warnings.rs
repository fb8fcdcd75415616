//! Warnings that thousands of pages have alike are told once.

use crate::diag::{Diagnostic, Severity, codes};
use std::collections::BTreeMap;

/// Facts that this program does not know are told once a name, with how many pages have it: the pages of another generator
/// have the same ones, by the thousand.
pub(super) fn once_a_name(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<Option<String>, u64> = BTreeMap::new();
    for finding in found.iter().filter(|d| is_of_unknown_fact(d)) {
        *counts.entry(name(finding)).or_default() += 1;
    }
    let mut told = Vec::with_capacity(found.len());
    for finding in found {
        if !is_of_unknown_fact(&finding) {
            told.push(finding);
        } else if let Some(count) = counts.remove(&name(&finding)) {
            let mut finding = finding;
            finding.args.retain(|(name, _)| *name != "count");
            told.push(finding.arg("count", count));
        }
    }
    told
}

fn is_of_unknown_fact(finding: &Diagnostic) -> bool {
    finding.code == &codes::UNKNOWN_FACT && finding.severity == Severity::Warning
}

/// Returns the name that a finding gives.
fn name(finding: &Diagnostic) -> Option<String> {
    let (_, name) = finding.args.iter().find(|(arg, _)| *arg == "name")?;
    Some(format!("{name:?}"))
}
