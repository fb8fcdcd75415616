//! Series: datasets that are editions of one thing, such as the budget of each year. A series is declared once, in the
//! settings, and each of its datasets names it.

use super::facts::words_of;
use super::frequency;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::source::fields::Fields;
use crate::text::lang::Lang;
use crate::text::slug::check_id;
use crate::text::words::Words;

/// Datasets that belong together, such as those of each year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The name by which datasets name it.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// What its datasets have in common.
    pub description: Words,
    /// Code of the EU's table of frequencies: how often a new dataset joins it.
    pub frequency: Option<String>,
}

/// Parses every group `[series.NAME]` of the settings.
pub(super) fn read(all: &Fields<'_>, languages: &[Lang], sink: &mut Sink) -> Vec<Series> {
    let mut series = Vec::new();
    for (key, node) in all.entries() {
        let Some(mut fields) = Fields::of(all.file(), node, &key.name, sink) else {
            continue;
        };
        let [title, description] =
            ["title", "description"].map(|name| words_of(&mut fields, name, languages, sink));
        let frequency = frequency::read(&mut fields, sink);
        if title.is_empty() {
            sink.push(fields.missing("title"));
        }
        let place = fields.place(&key.span);
        fields.finish(sink);
        if is_name(&key.name, place, sink) && !title.is_empty() {
            series.push(Series {
                id: key.name.clone(),
                title,
                description,
                frequency,
            });
        }
    }
    series
}

/// Whether a group's name can be in addresses.
pub(super) fn is_name(name: &str, place: Place, sink: &mut Sink) -> bool {
    let fine = check_id(name).is_ok();
    if !fine {
        sink.push(
            Diagnostic::new(&codes::WRONG_ID)
                .at(place)
                .arg("use", "fact")
                .arg("text", name),
        );
    }
    fine
}
