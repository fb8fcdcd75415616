//! What a publisher declares to know of and leaves as it is: `acknowledged: [{code, reason}]` of a page or a dataset, and
//! `[[acknowledged]]` of the settings, which may name the file.

use crate::diag::{Code, Diagnostic, Place, Severity, Sink, codes};
use crate::source::SETTINGS;
use crate::source::fields::Fields;
use crate::text::near::nearest;
use tragaluz_tables::finding::is_personal;

/// A kind of finding that is known, and may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    pub(crate) code: &'static Code,
    pub(crate) reason: String,
    /// In the settings: the file, folder or page that is meant; none for the whole portal.
    pub(crate) file: Option<String>,
    pub(crate) place: Place,
}

/// Beginnings of codes that nobody can acknowledge: they protect people, published addresses and the folder itself.
const KEPT: &[&str] = &["personal", "address", "link-leads-out", "path"];

/// Parses what the settings, a page or a dataset acknowledge. A code that there is not, or that must be said, is a finding.
pub(crate) fn read(fields: &mut Fields<'_>, sink: &mut Sink) -> Vec<Acknowledgement> {
    let is_whole = fields.file().path == SETTINGS;
    let mut all = Vec::new();
    for mut entry in fields.maps_or("acknowledged", "code", sink) {
        let code = entry.required("code", sink);
        let reason = entry.required("reason", sink);
        let file = if is_whole {
            entry.text("file", sink).map(|file| file.value)
        } else {
            None
        };
        let place = code.as_ref().map(|code| entry.place(&code.span));
        entry.finish(sink);
        let (Some(code), Some(place)) = (code, place) else {
            continue;
        };
        let known = codes::by_id(&code.value);
        let why = match known {
            None => "unknown",
            Some(code) if is_personal(code.id) => "personal",
            Some(code) if code.severity == Severity::Error => "error",
            Some(code) if KEPT.iter().any(|kept| code.id.starts_with(kept)) => "kept",
            Some(_) => "",
        };
        if !why.is_empty() {
            let near =
                nearest(&code.value, codes::ALL.iter().map(|code| code.id)).unwrap_or("none");
            let finding = Diagnostic::new(&codes::ACKNOWLEDGED_WRONGLY)
                .at(place)
                .arg("why", why);
            sink.push(finding.arg("text", code.value).arg("near", near));
        } else if let (Some(code), Some(reason)) = (known, reason) {
            all.push(Acknowledgement {
                code,
                reason: reason.value,
                file,
                place,
            });
        }
    }
    all
}
