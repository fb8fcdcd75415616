//! What the crate for tables finds, as the findings and failures of this program.

use super::{Diagnostic, Fatal, codes};
use tragaluz_tables::{Error, Finding};

impl From<Finding> for Diagnostic {
    /// Each of their codes is one of [`codes`], which a test holds.
    fn from(finding: Finding) -> Diagnostic {
        let code = codes::by_id(finding.code).unwrap_or(&codes::PROGRAM_FAULT);
        Diagnostic {
            code,
            severity: code.severity,
            place: finding.place,
            args: finding.args,
        }
    }
}

impl From<Error> for Fatal {
    fn from(error: Error) -> Fatal {
        match error {
            Error::Io {
                action,
                path,
                source,
            } => Fatal::Io {
                action,
                path,
                source,
            },
            Error::Changed { path } => Fatal::changed(&path),
            Error::Refused {
                format,
                reason,
                limit,
            } => Fatal::wrong_command(
                "format-refuses",
                vec![
                    ("format", format.into()),
                    ("reason", reason.into()),
                    ("limit", limit.into()),
                ],
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Speech;
    use std::io;
    use tragaluz_tables::finding;
    use tragaluz_tables::unreadable::Unreadable;

    #[test]
    fn every_code_of_a_table_is_one_of_ours() {
        for id in finding::codes::ALL {
            assert!(codes::by_id(id).is_some(), "{id}");
        }
    }

    /// What a library or the system says is English: a Spanish message says its own sentence first, and theirs behind a label.
    #[test]
    fn words_of_libraries_are_behind_a_label() {
        let errors = [
            Unreadable::Io(io::Error::other("foreign words")),
            Unreadable::Io(io::Error::new(io::ErrorKind::InvalidData, "foreign words")),
            Unreadable::Malformed("foreign words".into()),
            Unreadable::damaged("foreign words"),
            Unreadable::Json {
                line: 3,
                wanted: "foreign words".into(),
            },
        ];
        for error in &errors {
            let finding = Diagnostic::from(error.finding("data/a/b.csv"));
            for (lang, label) in [("es", "(detalle técnico: "), ("en", "(technical detail: ")] {
                let said = Speech::for_locale(lang).message(&finding);
                let (own, foreign) = said.split_once(label).unwrap_or((&said, ""));
                assert!(own.split_whitespace().count() > 10, "{said}");
                assert_eq!(foreign, "foreign words).", "{said}");
            }
        }
    }

    /// What the system refuses is said in our own words alone, where they are known.
    #[test]
    fn known_refusals_are_in_our_words() {
        for (kind, words) in [
            (io::ErrorKind::PermissionDenied, "no se lo permite"),
            (io::ErrorKind::NotFound, "no hay tal archivo"),
            (io::ErrorKind::IsADirectory, "es una carpeta"),
            (io::ErrorKind::ResourceBusy, "otro programa"),
        ] {
            let finding = Diagnostic::from(
                Unreadable::Io(io::Error::new(kind, "foreign words")).finding("a.csv"),
            );
            let speech = Speech::for_locale("es");
            let said = speech.message(&finding);
            assert!(said.contains(words) && !said.contains("foreign"), "{said}");
            let help = speech.help(&finding).unwrap();
            assert!(
                !help.contains("Ábralo en el programa del que salió"),
                "{help}"
            );
        }
    }
}
