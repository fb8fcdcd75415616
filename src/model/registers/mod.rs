//! Registers: what the pages say, as open data. Each kind of thing is a dataset like any other, with every download,
//! description and catalogue entry. A register is one file here and one line in [`draw`].

mod action_plans;
mod column;
mod commitments;
mod declared;
mod draft;
mod initiatives;
mod institutions;
mod milestones;
mod reports;
mod updates;

use super::portal::Portal;
pub(crate) use commitments::COMMITMENTS;
pub(crate) use milestones::MILESTONES;

pub(crate) use draft::Register;

/// Every register that has rows.
pub(crate) fn draw(portal: &Portal) -> Vec<Register> {
    let registers = [
        commitments::draw(portal),
        milestones::draw(portal),
        updates::draw(portal),
        reports::draw(portal),
        action_plans::draw(portal),
        initiatives::draw(portal),
        institutions::draw(portal),
    ];
    let declared = portal.settings.kinds.iter().enumerate();
    let declared = declared.filter_map(|(at, kind)| declared::draw(portal, at, kind));
    registers.into_iter().flatten().chain(declared).collect()
}
