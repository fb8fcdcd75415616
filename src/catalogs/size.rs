//! Catalogs that harvesters take only in one file, and how large that may be.

use super::ALL;
use crate::diag::{Diagnostic, Place, Severity, codes};
use crate::stage::Manifest;

/// From how many bytes on such a file is refused.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Refused {
    /// By data.gov's validator (GSA/datagov-harvester 729).
    pub(crate) by_data_gov: u64,
    /// By CKAN's harvester, as it is set where nobody changes it (ckan/ckanext-dcat 215).
    pub(crate) by_ckan: u64,
}

impl Refused {
    /// The sizes from which on both refuse a file at present.
    pub(crate) const TODAY: Refused = Refused {
        by_data_gov: 10_000_000,
        by_ckan: 50 * 1024 * 1024,
    };
}

/// Finds what was written and will be refused: a note for data.gov, a warning where nobody takes it.
pub(crate) fn too_large(made: &Manifest, refused: Refused, place: &Place) -> Vec<Diagnostic> {
    let undivided = ALL.iter().filter_map(|catalog| catalog.undivided());
    undivided
        .filter_map(|file| Some((file, made.get(file)?.bytes)))
        .filter_map(|(file, bytes)| refused.finding(file, bytes, place))
        .collect()
}

impl Refused {
    /// Returns the finding on a file of so many bytes; none where everybody takes it.
    fn finding(self, file: &'static str, bytes: u64, place: &Place) -> Option<Diagnostic> {
        if bytes <= self.by_data_gov {
            return None;
        }
        let is_for_nobody = bytes > self.by_ckan;
        let by = if is_for_nobody { "ckan" } else { "data-gov" };
        let mut finding = Diagnostic::new(&codes::CATALOG_TOO_LARGE)
            .at(place.clone())
            .arg("file", file)
            .arg("bytes", bytes)
            .arg("refused", by);
        if !is_for_nobody {
            finding.severity = Severity::Note;
        }
        Some(finding)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Speech;
    use crate::stage::WrittenFile;

    #[test]
    fn who_refuses_a_file_is_said() {
        let file = |bytes| WrittenFile {
            bytes,
            sha256: String::new(),
        };
        let limits = Refused {
            by_data_gov: 100,
            by_ckan: 500,
        };
        let of = |data, us| {
            let made = Manifest::from([
                ("data.json".to_owned(), file(data)),
                ("dcat-us-3.json".to_owned(), file(us)),
            ]);
            too_large(&made, limits, &Place::file("tragaluz.toml"))
        };
        assert!(of(100, 1).is_empty());
        let [note, warning] = &of(101, 501)[..] else {
            panic!("two")
        };
        assert_eq!(
            (note.severity, warning.severity),
            (Severity::Note, Severity::Warning)
        );
        let speech = Speech::for_locale("es");
        assert!(
            speech
                .message(note)
                .starts_with("data.json tiene 101 bytes. El validador de data.gov")
        );
        assert!(
            speech
                .message(warning)
                .contains("dcat-us-3.json tiene 501 bytes. El recolector de CKAN")
        );
    }
}
