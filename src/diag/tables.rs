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
    use tragaluz_tables::finding;

    #[test]
    fn every_code_of_a_table_is_one_of_ours() {
        for id in finding::codes::ALL {
            assert!(codes::by_id(id).is_some(), "{id}");
        }
    }
}
