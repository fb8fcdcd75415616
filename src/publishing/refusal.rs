//! Why something is not published, in the words of the trade.

use super::address::{TargetAddress, without_users};
use crate::diag::{Diagnostic, Fatal, Place, codes};

/// Longest passage that is told of what another program said.
const MOST_TOLD: usize = 600;

/// Returns the finding that a target does not take what it is given; `kind` names the sentence, `detail` is what was said there.
pub(super) fn refused(kind: &'static str, address: &TargetAddress, detail: &str) -> Fatal {
    let said = without_users(detail.trim());
    let cut = said
        .char_indices()
        .nth(MOST_TOLD)
        .map_or(said.len(), |(at, _)| at);
    let finding = Diagnostic::new(&codes::PUBLISH_REFUSED)
        .arg("kind", kind)
        .arg("target", address.shown())
        .arg("detail", &said[..cut]);
    Fatal::Finding(Box::new(finding))
}

/// The same, of one file.
pub(super) fn refused_file(kind: &'static str, address: &TargetAddress, path: &str) -> Fatal {
    let finding = Diagnostic::new(&codes::PUBLISH_REFUSED)
        .at(Place::file(path))
        .arg("kind", kind)
        .arg("target", address.shown())
        .arg("detail", "");
    Fatal::Finding(Box::new(finding))
}

/// Returns the refusal to write over a file that no list names.
pub(super) fn stranger(address: &TargetAddress, path: &str) -> Fatal {
    refused_file("stranger", address, path)
}

/// Returns the refusal to go back where nothing is known to have been there before.
pub(super) fn nothing_before(address: &TargetAddress) -> Fatal {
    let args = vec![("target", address.shown().into())];
    Fatal::wrong_command("publish-nothing-before", args)
}

/// Returns the refusal to publish where another run does.
pub(super) fn busy(address: &TargetAddress) -> Fatal {
    let args = vec![("target", address.shown().into())];
    Fatal::wrong_command("publish-busy", args)
}

/// Returns the refusal of an address that names no target.
pub(super) fn no_target(address: &TargetAddress) -> Fatal {
    let args = vec![("target", address.shown().into())];
    Fatal::wrong_command("publish-no-target", args)
}

/// Returns the refusal of a program without this part.
pub(super) fn absent_part(address: &TargetAddress, feature: &'static str) -> Fatal {
    let args = vec![
        ("target", address.shown().into()),
        ("feature", feature.into()),
    ];
    Fatal::wrong_command("publish-absent", args)
}
