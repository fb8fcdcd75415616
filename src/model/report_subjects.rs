//! What a report is about may be given by its title, as forms have it: `Open government culture (MXMEX0009)`.

use super::form::plain;
use super::head::Head;
use super::portal::Portal;
use crate::source::fields::Spanned;
use std::collections::BTreeMap;

/// Titles of pages, and the identifiers of what is called so; none where several are.
type IdsByTitle = BTreeMap<String, Option<String>>;

impl Portal {
    /// Puts identifiers in the place of titles by which reports name their commitments and plans.
    pub(super) fn name_report_subjects(&mut self) {
        if self.reports.is_empty() {
            return;
        }
        let commitments = titles(self.commitments.iter().map(|c| &c.head));
        let plans = titles(self.action_plans.iter().map(|plan| &plan.head));
        for report in &mut self.reports {
            identify(report.commitment.as_mut(), &commitments);
            identify(report.action_plan.as_mut(), &plans);
        }
    }
}

/// Returns the titles of pages in every language, and their identifiers, without signs and accents.
fn titles<'h>(heads: impl Iterator<Item = &'h Head>) -> IdsByTitle {
    let mut ids = IdsByTitle::new();
    let mut own = IdsByTitle::new();
    for head in heads {
        own.insert(plain(&head.id), Some(head.id.clone()));
        for (_, title) in head.title.all() {
            for called in [plain(title), plain(&format!("{title} ({})", head.id))] {
                let known = ids.entry(called).or_insert_with(|| Some(head.id.clone()));
                if known.as_ref() != Some(&head.id) {
                    *known = None;
                }
            }
        }
    }
    // An identifier is itself, whatever else is called so.
    ids.extend(own);
    ids
}

fn identify(given: Option<&mut Spanned<String>>, ids: &IdsByTitle) {
    let Some(given) = given else { return };
    if let Some(Some(id)) = ids.get(&plain(&given.value)) {
        given.value.clone_from(id);
    }
}
