//! What is wrong with a link to a figure, as findings.

use super::written::WrittenFigure;
use crate::diag::{Diagnostic, codes};

/// What is wrong with a link to a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FigureFault {
    /// It is not written as such links are.
    Unreadable,
    /// What it names is not there: `what` is `dataset`, `table`, `column` or `row`.
    Absent {
        what: &'static str,
        name: String,
        near: Option<String>,
    },
    /// Several tables, or so many rows, are what it names; `kind` is `table` or `row`.
    Several { kind: &'static str, count: u64 },
    /// No number can be had: a cell has none, is not shown, or there is nothing to compute with.
    NoNumber { text: String, source: FigureSource },
    /// The words are no number, or several.
    Words { words: String },
    /// The words say something else than the data.
    Differs {
        words: String,
        value: String,
        source: FigureSource,
    },
}

/// Where in a file of the portal a value is from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct FigureSource {
    pub(super) file: String,
    /// The column's name; empty where rows are counted.
    pub(super) column: String,
    /// The row of data, from 1; 0 where it was computed of so many.
    pub(super) row: u64,
    pub(super) rows: u64,
}

impl FigureFault {
    /// Returns the finding, at the link's place.
    pub(super) fn told(self, figure: &WrittenFigure) -> Diagnostic {
        let finding = match self {
            FigureFault::Unreadable => {
                Diagnostic::new(&codes::FIGURE_UNREADABLE).arg("target", &figure.target)
            }
            FigureFault::Absent { what, name, near } => Diagnostic::new(&codes::FIGURE_ABSENT)
                .arg("what", what)
                .arg("name", name)
                .arg("near", near.unwrap_or_else(|| "none".to_owned())),
            FigureFault::Several { kind, count } => Diagnostic::new(&codes::FIGURE_SEVERAL)
                .arg("kind", kind)
                .arg("count", usize::try_from(count).unwrap_or(usize::MAX)),
            FigureFault::NoNumber { text, source } => source.tell(
                Diagnostic::new(&codes::FIGURE_WITHOUT_NUMBER)
                    .arg("kind", if text.is_empty() { "empty" } else { "text" })
                    .arg("text", text),
            ),
            FigureFault::Words { words } => {
                Diagnostic::new(&codes::FIGURE_WORDS).arg("words", words)
            }
            FigureFault::Differs {
                words,
                value,
                source,
            } => source.tell(
                Diagnostic::new(&codes::FIGURE_DIFFERS)
                    .arg("words", words)
                    .arg("value", value),
            ),
        };
        finding.at(figure.place.clone())
    }
}

impl FigureSource {
    fn tell(&self, finding: Diagnostic) -> Diagnostic {
        let of = match (self.row, self.column.is_empty()) {
            (0, true) => "count",
            (0, false) => "rows",
            _ => "row",
        };
        finding
            .arg("of", of)
            .arg("file", &self.file)
            .arg("column", &self.column)
            .arg("row", usize::try_from(self.row).unwrap_or(usize::MAX))
            .arg("rows", usize::try_from(self.rows).unwrap_or(usize::MAX))
    }
}
