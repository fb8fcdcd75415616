//! Things of one kind with one identifier: they want one address, so the first keeps it and the others are told and let
//! go, before anything is made of them.

use super::address;
use super::head::Head;
use super::portal::Portal;
use super::term::Term;
use crate::diag::{AddressHolder, Diagnostic, Sink};
use std::collections::BTreeMap;

/// A thing that has an address by its identifier.
struct AddressClaim {
    address: String,
    file: String,
}

impl AddressClaim {
    fn of(head: &Head, address: String) -> AddressClaim {
        AddressClaim {
            address,
            file: head.file.path.clone(),
        }
    }
}

impl Portal {
    /// Leaves out whatever has the identifier of another thing of its kind, without regard to case.
    pub(super) fn leave_out_repeated(&mut self, sink: &mut Sink) {
        let mut seen = AddressOwners::default();
        let kept = &mut seen;
        self.commitments.retain(|c| {
            kept.keeps(
                AddressClaim::of(&c.head, address::commitment(&c.head.id)),
                sink,
            )
        });
        self.reports
            .retain(|r| kept.keeps(AddressClaim::of(&r.head, address::report(&r.head.id)), sink));
        self.action_plans.retain(|p| {
            kept.keeps(
                AddressClaim::of(&p.head, address::action_plan(&p.head.id)),
                sink,
            )
        });
        self.initiatives.retain(|i| {
            kept.keeps(
                AddressClaim::of(&i.head, address::initiative(&i.head.id, i.practice)),
                sink,
            )
        });
        let kinds = &self.settings.kinds;
        self.declared.retain(|page| {
            let address = address::declared(&kinds[page.kind].folder, &page.head.id);
            kept.keeps(AddressClaim::of(&page.head, address), sink)
        });
        self.datasets.retain(|d| {
            kept.keeps(
                AddressClaim {
                    address: address::dataset(&d.head.id),
                    file: d.place.file.clone(),
                },
                sink,
            )
        });
        let left_out = std::mem::take(&mut seen.left_out);
        if !left_out.is_empty() {
            self.enter_index();
        }
        self.repeated.extend(left_out);
    }

    /// Whether a term's own file is the first of its identifier; else it is told and left out.
    pub(super) fn is_first(&mut self, term: &Term, sink: &mut Sink) -> bool {
        let first = self.terms.get(term.taxonomy, &term.id).and_then(file_of);
        let (Some(first), Some(file)) = (first, file_of(term)) else {
            return true;
        };
        if first == file {
            return true;
        }
        let address = address::term(term.taxonomy, &term.id);
        sink.push(Diagnostic::address_taken(
            &address,
            &AddressHolder::File(first.clone()),
            &AddressHolder::File(file.clone()),
        ));
        self.repeated.insert(file, first);
        false
    }
}

/// Returns the path of a term's own file.
fn file_of(term: &Term) -> Option<String> {
    term.head.as_ref().map(|head| head.file.path.clone())
}

#[derive(Default)]
struct AddressOwners {
    /// Files by the addresses that they have.
    files: BTreeMap<String, String>,
    /// Files left out, and those that have their addresses.
    left_out: BTreeMap<String, String>,
}

impl AddressOwners {
    fn keeps(&mut self, claim: AddressClaim, sink: &mut Sink) -> bool {
        let Some(first) = self.files.get(&claim.address) else {
            self.files.insert(claim.address, claim.file);
            return true;
        };
        let [holder, claimant] = [first, &claim.file].map(|file| AddressHolder::File(file.clone()));
        sink.push(Diagnostic::address_taken(
            &claim.address,
            &holder,
            &claimant,
        ));
        self.left_out.insert(claim.file, first.clone());
        false
    }
}
