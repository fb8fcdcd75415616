//! Findings that a publisher knows of and leaves as they are: `acknowledged: [{code, reason}]` of a page or a dataset.

use super::Portal;
use super::head::Head;
use crate::diag::{Code, Diagnostic, Severity, Sink, codes};
use crate::source::fields::Fields;
use crate::text::near::nearest;
use std::collections::{BTreeMap, BTreeSet};

/// A kind of finding that is known, and may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledged {
    /// The kind of finding.
    pub code: &'static Code,
    /// Why it may stand.
    pub reason: String,
}

/// Beginnings of codes that nobody can acknowledge: they protect people, published addresses and the folder itself.
const KEPT: &[&str] = &["personal", "address", "link-leads-out", "path"];

/// Reads what a page or a dataset acknowledges. A code that there is not, or that must be said, is a finding.
pub fn read(fields: &mut Fields<'_>, sink: &mut Sink) -> Vec<Acknowledged> {
    let mut all = Vec::new();
    for mut entry in fields.maps("acknowledged", sink) {
        let code = entry.required("code", sink);
        let reason = entry.required("reason", sink);
        let place = code.as_ref().map(|code| entry.place(&code.span));
        entry.finish(sink);
        let (Some(code), Some(place)) = (code, place) else { continue };
        let known = codes::by_id(&code.value);
        let why = match known {
            None => "unknown",
            Some(code) if code.severity == Severity::Error => "error",
            Some(code) if KEPT.iter().any(|kept| code.id.starts_with(kept)) => "kept",
            Some(_) => "",
        };
        if !why.is_empty() {
            let near = nearest(&code.value, codes::ALL.iter().map(|code| code.id)).unwrap_or("none");
            let finding = Diagnostic::new(&codes::ACKNOWLEDGED_WRONGLY).at(place).arg("why", why);
            sink.push(finding.arg("text", code.value).arg("near", near));
        } else if let (Some(code), Some(reason)) = (known, reason) {
            all.push(Acknowledged { code, reason: reason.value });
        }
    }
    all
}

/// Takes away the notes and warnings that the pages and datasets which they are about acknowledge.
pub fn silence(portal: &Portal, sink: &mut Sink) {
    let known = Known::of(portal);
    if !known.codes.is_empty() {
        sink.retain(|finding| !known.covers(finding));
    }
}

/// Which codes are acknowledged, by file or folder.
#[derive(Default)]
struct Known<'p> {
    codes: BTreeMap<&'p str, BTreeSet<&'static str>>,
}

impl<'p> Known<'p> {
    fn of(portal: &'p Portal) -> Known<'p> {
        let mut known = Known::default();
        for (_, head) in portal.written() {
            for file in head.files.values().chain([&head.file]) {
                known.add(&file.path, head);
            }
        }
        for dataset in &portal.datasets {
            // What is declared stands in the dataset's folder, beside its files.
            let path = dataset.head.file.path.as_str();
            known.add(path.rsplit_once('/').map_or(path, |(folder, _)| folder), &dataset.head);
        }
        known
    }

    fn add(&mut self, path: &'p str, head: &Head) {
        if !head.acknowledged.is_empty() {
            self.codes.entry(path).or_default().extend(head.acknowledged.iter().map(|known| known.code.id));
        }
    }

    /// Whether a finding is about a file, or a file of a folder, that acknowledges its kind.
    fn covers(&self, finding: &Diagnostic) -> bool {
        let Some(place) = finding.place.as_ref().filter(|_| finding.severity != Severity::Error) else { return false };
        let folders = place.file.match_indices('/').map(|(end, _)| &place.file[..end]);
        let mut paths = folders.chain([place.file.as_str()]);
        paths.any(|path| self.codes.get(path).is_some_and(|codes| codes.contains(finding.code.id)))
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
mod tests {
    use super::*;
    use crate::diag::Place;

    fn portal(files: &[(&str, &str)]) -> (Portal, Vec<&'static str>) {
        let home = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = home.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("tragaluz.toml", "[portal]\ntitle = \"P\"\nlanguages = [\"en\", \"es\"]\n");
        files.iter().for_each(|(path, text)| write(path, text));
        let mut sink = Sink::new();
        let source = crate::source::read(home.path(), &mut sink).unwrap();
        let portal = super::super::gather(&source, &crate::cache::Cache::off(), &mut sink);
        (portal, sink.into_sorted().iter().map(|d| d.code.id).collect())
    }

    fn left(portal: &Portal, found: &[(&'static Code, &str)]) -> Vec<(String, &'static str)> {
        let mut sink = Sink::new();
        sink.extend(found.iter().map(|(code, file)| Diagnostic::new(code).at(Place::file(*file))));
        silence(portal, &mut sink);
        sink.into_found().into_iter().map(|d| (d.place.unwrap().file, d.code.id)).collect()
    }

    const KNOWN: &str = "acknowledged: [{code: data-rows-above, reason: The title of the report.}]";

    #[test]
    fn a_dataset_silences_what_is_said_of_its_own_files() {
        let towns = format!("---\ntitle: Towns\n{KNOWN}\n---\n");
        let files = [("data/towns/dataset.md", towns.as_str()), ("data/towns/a.csv", "x\n1\n")];
        let (portal, found) = portal(&[files[0], files[1], ("data/town/a.csv", "x\n1\n")]);
        assert_eq!(found, [] as [&str; 0]);
        let above = &codes::DATA_ROWS_ABOVE;
        let found = [(above, "data/towns/a.csv"), (above, "data/town/a.csv"), (above, "data/towns/in/b.zip/c.csv")];
        assert_eq!(left(&portal, &found), [("data/town/a.csv".into(), above.id)]);
        let other = [(&codes::DATA_BLANK_ROWS, "data/towns/a.csv")];
        assert_eq!(left(&portal, &other).len(), 1);
    }

    #[test]
    fn a_page_silences_what_is_said_of_it_in_each_language() {
        let main = "---\ntitle: Water\nacknowledged:\n  - code: sentence-too-long\n    reason: A law, quoted.\n---\n";
        let files = [("content/water.md", main), ("content/water.es.md", "---\ntitle: Agua\n---\n")];
        let (portal, found) = portal(&files);
        assert_eq!(found, [] as [&str; 0]);
        let long = &codes::SENTENCE_TOO_LONG;
        let said = [(long, "content/water.md"), (long, "content/water.es.md"), (long, "content/water.md.md")];
        assert_eq!(left(&portal, &said), [("content/water.md.md".into(), long.id)]);
    }

    #[test]
    fn what_is_an_error_this_once_is_said() {
        let (portal, _) = portal(&[("data/a/dataset.md", &format!("---\ntitle: A\n{KNOWN}\n---\n"))]);
        let mut sink = Sink::new();
        let mut finding = Diagnostic::new(&codes::DATA_ROWS_ABOVE).at(Place::file("data/a/a.csv"));
        finding.severity = Severity::Error;
        sink.push(finding);
        silence(&portal, &mut sink);
        assert!(sink.has_errors());
    }
}
