//! What can be left out of a portal as a whole: a page in all its languages, a dataset, a file that is passed on.
//! A unit is named by what its files' paths have in common: `content/news/x`, `data/requests`, `content/photo.png`.

use super::listing::has_ending;
use super::litter;
use crate::diag::codes::KeepGoing;
use crate::diag::{Diagnostic, Severity};
use crate::text::lang::Lang;
use std::collections::BTreeSet;

/// What a build that is told to keep going does after it has looked at everything.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum UnitVerdict {
    /// Nothing keeps the site from being published.
    Publish,
    /// These units are left out, and everything is looked at again.
    LeaveOut(BTreeSet<String>),
    /// Something was found that nobody may go past.
    Stop,
}

/// The unit that a file, or a folder in it, belongs to; none where it belongs to the portal as a whole.
pub fn of(path: &str) -> Option<String> {
    let mut parts = path.split('/');
    match (parts.next()?, parts.next()?) {
        ("data", name) => Some(format!("data/{name}")),
        ("content", _) => Some(page(path).unwrap_or(path).to_owned()),
        _ => None,
    }
}

/// The part of a page's path that all its languages share.
fn page(path: &str) -> Option<&str> {
    let stem = path
        .len()
        .checked_sub(".md".len())
        .filter(|_| has_ending(path, ".md"))?;
    let path = litter::without_redacted(&path[..stem]);
    let translated = path
        .rsplit_once('.')
        .filter(|(_, tag)| !tag.contains('/') && Lang::parse(tag).is_some());
    Some(translated.map_or(path, |(stem, _)| stem))
}

/// Whether a finding is about one of these units.
pub(crate) fn is_about(found: &Diagnostic, units: &BTreeSet<String>) -> bool {
    found
        .place
        .as_ref()
        .and_then(|place| of(&place.file))
        .is_some_and(|unit| units.contains(&unit))
}

/// Decides what is done about what was found, while these units were left out.
pub(crate) fn verdict<'d>(
    found: impl IntoIterator<Item = &'d Diagnostic>,
    left_out: &BTreeSet<String>,
) -> UnitVerdict {
    let errors: Vec<&Diagnostic> = found
        .into_iter()
        .filter(|d| d.severity == Severity::Error)
        .collect();
    if errors.is_empty() {
        return UnitVerdict::Publish;
    }
    let (mut now, mut last) = (BTreeSet::new(), BTreeSet::new());
    for error in errors {
        let unit = error
            .place
            .as_ref()
            .and_then(|place| of(&place.file))
            .filter(|unit| !left_out.contains(unit));
        match (error.code.going_on, unit) {
            (KeepGoing::Stops, _) | (_, None) => return UnitVerdict::Stop,
            (KeepGoing::LeavesOut, Some(unit)) => now.insert(unit),
            (KeepGoing::LeavesOutLast, Some(unit)) => last.insert(unit),
        };
    }
    UnitVerdict::LeaveOut(if now.is_empty() { last } else { now })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Code, Place, codes};

    #[test]
    fn the_files_of_a_page_or_dataset_are_one_unit() {
        for (path, unit) in [
            ("content/news/x.md", "content/news/x"),
            ("content/news/x.en.md", "content/news/x"),
            ("content/v1.2.md", "content/v1.2"),
            ("content/photo.en.png", "content/photo.en.png"),
            ("data/requests/dataset.es.md", "data/requests"),
            ("data/requests/deep/a.zip/b.csv", "data/requests"),
            ("data/requests", "data/requests"),
        ] {
            assert_eq!(of(path).as_deref(), Some(unit), "{path}");
        }
        for path in [
            "tragaluz.toml",
            "content",
            "addresses.txt",
            "themes/x/i18n/es.ftl",
            "",
        ] {
            assert_eq!(of(path), None, "{path}");
        }
    }

    fn found(code: &'static Code, path: &str) -> Diagnostic {
        Diagnostic::new(code).at(Place::file(path))
    }

    fn left(units: &[&str]) -> BTreeSet<String> {
        units.iter().map(|unit| (*unit).to_owned()).collect()
    }

    #[test]
    fn what_may_follow_from_another_fault_waits() {
        let date = found(&codes::WRONG_DATE, "content/a.en.md");
        let link = found(&codes::LINK_BROKEN, "content/b.md");
        let odd = found(&codes::SUMMARY_TOO_LONG, "content/c.md");
        assert_eq!(
            verdict([&date, &link, &odd], &left(&[])),
            UnitVerdict::LeaveOut(left(&["content/a"]))
        );
        assert_eq!(
            verdict([&link], &left(&["content/a"])),
            UnitVerdict::LeaveOut(left(&["content/b"]))
        );
        assert_eq!(verdict([&odd], &left(&[])), UnitVerdict::Publish);
    }

    #[test]
    fn nobody_goes_past_addresses_paths_and_the_whole() {
        let date = found(&codes::WRONG_DATE, "content/a.md");
        for stops in [
            found(&codes::ADDRESS_TAKEN, "content/b.md"),
            found(&codes::LINK_LEADS_OUT, "data/x/dataset.md"),
            found(&codes::WRONG_FORM, "tragaluz.toml"),
            Diagnostic::new(&codes::PAGE_TOO_HEAVY),
        ] {
            assert_eq!(
                verdict([&date, &stops], &left(&[])),
                UnitVerdict::Stop,
                "{stops:?}"
            );
        }
        assert_eq!(
            verdict([&date], &left(&["content/a"])),
            UnitVerdict::Stop,
            "it was left out already"
        );
    }

    /// Whoever adds a kind of error about people, paths or addresses need not think of this.
    #[test]
    fn protecting_kinds_of_error_stop() {
        for code in codes::ALL
            .iter()
            .filter(|code| code.severity == Severity::Error)
        {
            let protects = [
                "personal",
                "privacy",
                "address",
                "path",
                "repeated-id",
                "wrong-id",
                "link-leads-out",
            ];
            if protects.iter().any(|start| code.id.starts_with(start)) {
                assert_eq!(code.going_on, KeepGoing::Stops, "{}", code.id);
            }
        }
        let leaving = codes::ALL
            .iter()
            .filter(|code| code.going_on != KeepGoing::Stops);
        assert!(
            leaving.clone().all(|code| code.severity == Severity::Error) && leaving.count() > 30
        );
    }
}
