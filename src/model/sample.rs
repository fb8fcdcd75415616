//! Values of the sample portal that nobody replaced: `tragaluz new` writes them to be changed.
//!
//! While a portal has the sample's address it is a sample as a whole, which says so itself, and nobody is told of single values. They
//! are told once the portal has an address of its own, and whenever it is published.

use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::source::file::SourceFile;
use crate::source::{SETTINGS, Source};
use memchr::memmem;
use rayon::prelude::*;

/// Values that represent one's own, as `src/authoring/new_portal/` has them. Names that end in `.example` are nobody's (RFC 2606).
const HOSTS: &[&str] = &[
    "portal.example",
    "institution.example",
    "institucion.example",
];

/// Names that the settings have; elsewhere they may be the title of a column.
const NAMES: &[&str] = &["Name of the institution", "Nombre de la institución"];

/// How lines begin by which pages say that they are the sample's; whoever writes their own takes them out.
const MARKS: &[&str] = &["# Sample of “tragaluz new”", "# Muestra de «tragaluz new»"];

/// The host of the sample's address.
const ADDRESS: &str = "://portal.example/";

/// Whether a portal has the sample's address, so that it is nobody's yet.
pub(crate) fn is_address(base_url: Option<&String>) -> bool {
    base_url.is_some_and(|url| url.ends_with(ADDRESS))
}

/// Finds the files in which they still are: each is told at the first one.
pub(crate) fn check(source: &Source, sink: &mut Sink) {
    let of_datasets = source
        .datasets
        .iter()
        .flat_map(|folder| folder.documents.iter().chain(&folder.package));
    let files: Vec<&SourceFile> = std::iter::once(&source.settings.file)
        .chain(source.pages.iter().map(|page| &page.file))
        .chain(of_datasets.map(|document| &document.file))
        .map(|file| &**file)
        .collect();
    let found: Vec<Diagnostic> = (files.into_par_iter()).filter_map(first_in).collect();
    sink.extend(found);
}

fn first_in(file: &SourceFile) -> Option<Diagnostic> {
    let is_settings = file.path == SETTINGS;
    let holds = |text: &str| memmem::find(file.text.as_bytes(), text.as_bytes()).is_some();
    if !is_settings && !holds(".example") && !holds("tragaluz new") {
        return None;
    }
    let names = if is_settings { NAMES } else { &[] };
    let mut found: Vec<(usize, &str)> = (HOSTS.iter().chain(names))
        .flat_map(|sample| file.text.match_indices(sample))
        .filter(|(at, sample)| {
            !is_in_comment(file, *at) && stands_alone(&file.text, *at, sample.len())
        })
        .collect();
    let marks = MARKS.iter().filter(|_| !is_settings);
    found.extend(marks.flat_map(|mark| file.text.match_indices(*mark)));
    found.sort_unstable();
    let (at, sample) = *found.first()?;
    let place = Place::of(&file.path, &file.text, at..at + sample.len());
    Some(
        Diagnostic::new(&codes::SAMPLE_VALUE)
            .at(place)
            .arg("value", sample)
            .arg("more", found.len() - 1),
    )
}

/// Whether a line of settings is a comment.
fn is_in_comment(file: &SourceFile, at: usize) -> bool {
    let start = file.text[..at].rfind('\n').map_or(0, |end| end + 1);
    file.text[start..].trim_start().starts_with('#') && !file.path.ends_with(".md")
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

/// Whether it is no part of a longer name, such as `myportal.example` or `portal.example.org`.
fn stands_alone(text: &str, at: usize, length: usize) -> bool {
    let mut after = text[at + length..].chars();
    let goes_on = match after.next() {
        Some('.') => after.next().is_some_and(char::is_alphanumeric),
        next => next.is_some_and(is_of_name),
    };
    !goes_on && !text[..at].chars().next_back().is_some_and(is_of_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Option<(usize, usize)> {
        let file = SourceFile::new(path, text.to_owned());
        let place = first_in(&file)?.place.unwrap();
        Some((place.line, place.column))
    }

    #[test]
    fn sample_values_are_found_and_names_like_them_are_not() {
        assert_eq!(
            found(
                "tragaluz.toml",
                "[portal]\nbase_url = \"https://portal.example/\"\n"
            ),
            Some((2, 21))
        );
        assert_eq!(
            found(
                "tragaluz.toml",
                "email = \"transparencia@portal.example\"\n"
            ),
            Some((1, 24))
        );
        assert_eq!(
            found("a.md", "# See https://institution.example.\n"),
            Some((1, 15))
        );
        assert_eq!(
            found("tragaluz.toml", "name = \"Nombre de la institución\"\n"),
            Some((1, 9))
        );
        for text in [
            "# such as portal.example\n",
            "a = \"portal.example.org\"\n",
            "a = \"miportal.example\"\n",
        ] {
            assert_eq!(found("tragaluz.toml", text), None, "{text}");
        }
        assert_eq!(
            found("data/x/dataset.md", "title: Name of the institution\n"),
            None,
            "a column may be called so"
        );
    }
}
