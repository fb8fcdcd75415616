//! A milestone that is added to a commitment's page; everything else of the page stays as it is.

use super::fact_edit::FactEdit;
use super::page_draft::commitment_of;
use super::page_lines::{no_such_fact, value_of};
use super::page_order::{AddedMilestone, PageOrder};
use crate::diag::Fatal;
use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::text::near::nearest;

/// A commitment's page with a milestone more, not written yet.
pub(crate) struct NewMilestone {
    pub(crate) text: String,
    pub(crate) added: AddedMilestone,
}

impl NewMilestone {
    /// Puts a milestone behind the others of a commitment, with the number after the largest.
    ///
    /// # Errors
    /// When it has no text, there is no such commitment, or its page is written so that no line can be added.
    pub(crate) fn draw(portal: &Portal, order: &PageOrder) -> Result<NewMilestone, Fatal> {
        let asked = portal.facts_of_milestones();
        let text = order.title.clone().filter(|text| !text.trim().is_empty());
        let text = text.ok_or_else(|| Fatal::wrong_command("add-page-title", Vec::new()))?;
        let id = order.of.clone().unwrap_or_default();
        let commitment = commitment_of(portal, &id).ok_or_else(|| no_commitment(portal, &id))?;
        let number = next_number(commitment);
        let mut item = vec![
            ("number", number.to_string()),
            ("text", crate::source::yaml::scalar(&text)),
        ];
        for (name, value) in &order.facts {
            let fact = asked.iter().find(|fact| fact.name == *name);
            let fact = fact.ok_or_else(|| no_such_fact(name, &asked))?;
            item.push((fact.name.as_str(), value_of(fact, value)));
        }
        let file = &commitment.head.file;
        let by_hand = |_| {
            let args = vec![("file", file.path.as_str().into())];
            Fatal::wrong_command("add-hand", args)
        };
        let limits = &portal.settings.limits;
        let mut page = FactEdit::open(&file.path, &file.written(), limits).map_err(by_hand)?;
        page.push("milestones", &item).map_err(by_hand)?;
        Ok(NewMilestone {
            text: page.text().to_owned(),
            added: AddedMilestone {
                path: file.path.clone(),
                number,
            },
        })
    }
}

/// Returns the number after the largest.
fn next_number(commitment: &Commitment) -> i64 {
    let last = commitment.milestones.iter().map(|own| own.number).max();
    last.unwrap_or(0).saturating_add(1)
}

fn no_commitment(portal: &Portal, id: &str) -> Fatal {
    let ids = portal.commitments.iter().map(|own| own.head.id.as_str());
    let near = nearest(id, ids).unwrap_or("none");
    let args = vec![("id", id.into()), ("near", near.into())];
    Fatal::wrong_command("add-no-page", args)
}
