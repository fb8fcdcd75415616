//! Who answers for a commitment: in a line, and as the source lists them.

use super::context::Institution;
use crate::model::commitment::{Commitment, InvolvedInstitution};
use crate::model::vocabulary::Taxonomy;
use crate::pages::context::Link;
use crate::pages::{PagePlan, SiteFacts, linking};

/// Institutions that a line names before it only counts the others.
const NAMED: usize = 2;

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
    // One more is named as quickly as it is counted.
    let named = if each.len() <= NAMED + 1 {
        each.len()
    } else {
        NAMED
    };
    let has_roles = c.institutions.iter().any(|one| one.lead.is_some());
    let is_said = named == c.institutions.len() && !has_roles;
    let listed = c.institutions.iter().filter(|_| !is_said);
    let who = each[..named].iter();
    Involved {
        who: who.map(|one| link(site, page, one)).collect(),
        more: (each.len() - named) as u64,
        listed: listed.map(|one| institution(site, page, one)).collect(),
    }
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
