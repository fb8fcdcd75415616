//! Two things that want one address: the finding that every room words alike.

use super::{Diagnostic, Place, codes};

/// What wants an address of the site, or holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AddressHolder {
    /// A file of the portal, or the page made of it, by its path from the portal's root.
    File(String),
    /// A file that the program makes by itself: a catalog, a feed, a list, a file for hosts.
    Program,
    /// A file that somebody put into the output folder, by its path from there.
    Output(String),
}

impl AddressHolder {
    /// The word that the message chooses its sentence by.
    fn kind(&self) -> &'static str {
        match self {
            AddressHolder::File(_) => "file",
            AddressHolder::Program => "program",
            AddressHolder::Output(_) => "output",
        }
    }

    /// The path that the message names, if any.
    fn path(&self) -> &str {
        match self {
            AddressHolder::File(path) | AddressHolder::Output(path) => path,
            AddressHolder::Program => "",
        }
    }
}

impl Diagnostic {
    /// The finding `address-taken`: `claimant` wants the address `path`, which `holder` has. It is at the author's
    /// file, the claimant's before the holder's.
    pub(crate) fn address_taken(
        path: &str,
        holder: &AddressHolder,
        claimant: &AddressHolder,
    ) -> Diagnostic {
        let finding = Diagnostic::new(&codes::ADDRESS_TAKEN)
            .arg("path", path)
            .arg("holder", holder.kind())
            .arg("first", holder.path())
            .arg("claimant", claimant.kind())
            .arg("second", claimant.path());
        let authors = [claimant, holder]
            .into_iter()
            .find(|thing| **thing != AddressHolder::Program);
        match authors {
            Some(thing) => finding.at(Place::file(thing.path())),
            None => finding,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_address_is_told_at_the_claimant() {
        let found = Diagnostic::address_taken(
            "robots.txt",
            &AddressHolder::Program,
            &AddressHolder::File("content/robots.txt".into()),
        );
        assert_eq!(found.place.unwrap().file, "content/robots.txt");
    }
}
