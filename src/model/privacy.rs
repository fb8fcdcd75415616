//! `[privacy]` of the settings: whether personal data are looked for, and contacts of offices besides those that are
//! declared elsewhere.

use crate::diag::{Place, Sink};
use crate::source::fields::{Fields, one_of};

/// What the settings say about personal data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct PrivacySettings {
    /// Why personal data are not looked for; none where they are.
    pub(crate) off: Option<GateOff>,
    /// Further contacts of offices.
    pub(crate) declared: Vec<String>,
}

/// The decision not to look for personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GateOff {
    /// Why, in the office's words, which the site shows.
    pub(crate) reason: String,
    pub(crate) place: Place,
}

/// Parses the group, but for what else is in it; without a reason, the gate stays on.
pub(super) fn read(group: &mut Fields<'_>, sink: &mut Sink) -> PrivacySettings {
    let gate = group.text("gate", sink);
    let is_off = gate
        .as_ref()
        .and_then(|word| {
            let known = [("on", false), ("off", true)];
            one_of(group.file(), word, "gate", &known, sink)
        })
        .is_some_and(|off| off.value);
    let reason = if is_off {
        group.required("reason", sink)
    } else {
        group.text("reason", sink)
    };
    let declared = group.values("declared", sink);
    let place = gate.map(|word| group.place(&word.span));
    let off = reason.zip(place).filter(|_| is_off);
    PrivacySettings {
        off: off.map(|(reason, place)| GateOff {
            reason: reason.value,
            place,
        }),
        declared,
    }
}
