//! Who answers for a commitment: in a line, and as the source lists them.

use super::context::Institution;
use crate::model::commitment::{Commitment, InvolvedInstitution};
use crate::model::vocabulary::Taxonomy;
use crate::pages::context::Link;
use crate::pages::{PagePlan, SiteFacts, linking};

/// Characters of the names that a line has room for on a phone, before it only counts the others.
const ROOM: usize = 70;

/// The institutions of a commitment.
pub(super) struct Involved {
    /// Those that a line names, the leading ones first.
    pub(super) who: Vec<Link>,
    /// How many others there are.
    pub(super) more: u64,
    /// All of them as listed, where the line does not say everything.
    pub(super) listed: Vec<Institution>,
}

/// Gathers a commitment's institutions.
pub(super) fn involved(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> Involved {
    let mut each: Vec<&InvolvedInstitution> = Vec::new();
    for one in &c.institutions {
        let is_known = |known: &&InvolvedInstitution| known.institution.id == one.institution.id;
        if !each.iter().any(is_known) {
            each.push(one);
        }
    }
    each.sort_by_key(|one| one.lead != Some(true));
    let links: Vec<Link> = each.iter().map(|one| link(site, page, one)).collect();
    let named = named(&links);
    let has_roles = c.institutions.iter().any(|one| one.lead.is_some());
    let is_said = named == c.institutions.len() && !has_roles;
    let listed = c.institutions.iter().filter(|_| !is_said);
    Involved {
        more: (links.len() - named) as u64,
        who: links.into_iter().take(named).collect(),
        listed: listed.map(|one| institution(site, page, one)).collect(),
    }
}

/// Returns how many of the first names fit into the line; the very first always does.
fn named(links: &[Link]) -> usize {
    let mut room = ROOM;
    let fitting = links.iter().take_while(|link| {
        let name = link.text.text.as_deref().unwrap_or_default();
        let length = name.chars().count();
        let fits = length <= room;
        room = room.saturating_sub(length + 2);
        fits
    });
    fitting.count().max(1).min(links.len())
}

fn link(site: &SiteFacts<'_>, page: &PagePlan, involved: &InvolvedInstitution) -> Link {
    linking::term(site, page, Taxonomy::Institution, &involved.institution.id)
}

fn institution(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    involved: &InvolvedInstitution,
) -> Institution {
    let role = |lead| if lead { "lead" } else { "supporting" };
    Institution {
        name: link(site, page, involved),
        role: involved.lead.map(|lead| role(lead).to_owned()),
    }
}
