//! For GitHub Actions: workflow commands that appear as notes beside the lines of a change.

use super::FindingFormat;
use crate::diag::{Diagnostic, Severity, Speech};
use std::io::{self, Write};

/// `::error title=…,file=…,line=…,col=…,endColumn=…::message`, as GitHub's documentation on workflow commands has it.
pub(crate) struct GithubFindings;

impl FindingFormat for GithubFindings {
    fn id(&self) -> &'static str {
        "github"
    }

    fn show(&self, found: &[Diagnostic], speech: &Speech, out: &mut dyn Write) -> io::Result<()> {
        for d in found {
            let command = if d.severity == Severity::Note {
                "notice"
            } else {
                d.severity.id()
            };
            write!(out, "::{command} title={}", property(d.code.id))?;
            if let Some(place) = &d.place {
                write!(out, ",file={}", property(&place.file))?;
                if place.line > 0 {
                    write!(out, ",line={}", place.line)?;
                }
                if place.column > 0 {
                    write!(out, ",col={}", place.column)?;
                }
                if let Some(end) = place.end_column() {
                    write!(out, ",endColumn={end}")?;
                }
            }
            let mut words = speech.message(d);
            if let Some(help) = speech.help(d) {
                words = format!("{words}\n{help}");
            }
            if let Some(paste) = speech.paste(d) {
                words = format!("{words}\n{paste}");
            }
            writeln!(out, "::{}", data(&words))?;
        }
        Ok(())
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
