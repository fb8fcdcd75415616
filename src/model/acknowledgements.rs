//! Findings that a publisher acknowledged are taken away, and acknowledgements that nothing was found for are told.

use super::acknowledgement::Acknowledgement;
use super::head::Head;
use super::portal::Portal;
use crate::diag::{Code, Diagnostic, Severity, Sink, codes};
use crate::text::messages::Arg;
use std::collections::BTreeMap;

/// Findings of a build that a check does not have, or only once: that one does not occur says nothing.
const OF_SOME_RUNS: &[&Code] = &[
    &codes::DATASET_CHANGED_UNDATED,
    &codes::OUTPUT_ALTERED,
    &codes::OUTPUT_KEPT,
    &codes::OUTPUT_LEFT,
];

/// Takes away the notes and warnings that are acknowledged, and says which acknowledgements nothing was found for: of a
/// portal that parts were left out of, and is not whole, nobody can tell.
pub(crate) fn settle(portal: &Portal, is_whole: bool, sink: &mut Sink) {
    let mut known = AcknowledgementIndex::of(portal);
    if known.entries.is_empty() {
        return;
    }
    sink.retain(|finding| !known.covers(finding));
    let unused = known
        .entries
        .iter()
        .filter(|entry| is_whole && !entry.is_used && !OF_SOME_RUNS.contains(&entry.known.code));
    sink.extend(unused.map(|entry| {
        let finding = Diagnostic::new(&codes::ACKNOWLEDGED_IN_VAIN).at(entry.known.place.clone());
        finding.arg("code", entry.known.code.id)
    }));
}

/// Takes away what is acknowledged and says no more: of a portal that is not whole.
pub(crate) fn silence(portal: &Portal, sink: &mut Sink) {
    settle(portal, false, sink);
}

/// An acknowledgement, and whether anything was found that it is for.
struct AcknowledgementUse<'p> {
    known: &'p Acknowledgement,
    is_used: bool,
}

/// What is acknowledged, by the file, folder or page that it is about; what holds for the whole portal is under none.
#[derive(Default)]
struct AcknowledgementIndex<'p> {
    entries: Vec<AcknowledgementUse<'p>>,
    places: BTreeMap<&'p str, Vec<usize>>,
}

impl<'p> AcknowledgementIndex<'p> {
    fn of(portal: &'p Portal) -> AcknowledgementIndex<'p> {
        let mut known = AcknowledgementIndex::default();
        for own in &portal.settings.acknowledged {
            known.add(
                own,
                [own.file
                    .as_deref()
                    .unwrap_or_default()
                    .trim_end_matches('/')],
            );
        }
        for (_, head) in portal.written() {
            let paths: Vec<&str> = head
                .files
                .values()
                .chain([&head.file])
                .map(|file| file.path.as_str())
                .collect();
            known.add_head(head, &paths);
        }
        for dataset in &portal.datasets {
            // What is declared is in the dataset's folder, beside its files.
            let path = dataset.head.file.path.as_str();
            known.add_head(
                &dataset.head,
                &[path.rsplit_once('/').map_or(path, |(folder, _)| folder)],
            );
        }
        known
    }

    fn add_head(&mut self, head: &'p Head, paths: &[&'p str]) {
        head.acknowledged
            .iter()
            .for_each(|own| self.add(own, paths.iter().copied()));
    }

    fn add(&mut self, known: &'p Acknowledgement, paths: impl IntoIterator<Item = &'p str>) {
        let at = self.entries.len();
        self.entries.push(AcknowledgementUse {
            known,
            is_used: false,
        });
        paths
            .into_iter()
            .for_each(|path| self.places.entry(path).or_default().push(at));
    }

    /// Whether a finding is acknowledged for the portal, or for the file, folder or page that it is about.
    fn covers(&mut self, finding: &Diagnostic) -> bool {
        if finding.severity == Severity::Error {
            return false;
        }
        let file = finding
            .place
            .as_ref()
            .map_or("", |place| place.file.as_str());
        let folders = file.match_indices('/').map(|(end, _)| &file[..end]);
        let named = finding.args.iter().filter_map(|(name, value)| match value {
            Arg::Text(path) if ["page", "path", "file"].contains(name) => Some(path.as_str()),
            _ => None,
        });
        let mut is_covered = false;
        for path in folders.chain([file, ""]).chain(named) {
            for at in self.places.get(path).into_iter().flatten() {
                let entry = &mut self.entries[*at];
                let fits = entry.known.code == finding.code;
                entry.is_used |= fits;
                is_covered |= fits;
            }
        }
        is_covered
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
        write("tragaluz.toml", SETTINGS_TEXT);
        files.iter().for_each(|(path, text)| write(path, text));
        let mut sink = Sink::new();
        let source = crate::source::read(home.path(), &mut sink).unwrap();
        let portal = super::super::gather(&source, &crate::cache::Cache::off(), &mut sink);
        (
            portal,
            sink.into_sorted().iter().map(|d| d.code.id).collect(),
        )
    }

    fn left(portal: &Portal, found: &[(&'static Code, &str)]) -> Vec<(String, &'static str)> {
        let mut sink = Sink::new();
        sink.extend(
            found
                .iter()
                .map(|(code, file)| Diagnostic::new(code).at(Place::file(*file))),
        );
        silence(portal, &mut sink);
        sink.into_found()
            .into_iter()
            .map(|d| (d.place.unwrap().file, d.code.id))
            .collect()
    }

    #[test]
    fn the_settings_silence_a_kind_or_one_file() {
        let more = "[[acknowledged]]\ncode = \"data-rows-above\"\nreason = \"Titles.\"\nfile = \"data/towns\"\n\
                    [[acknowledged]]\ncode = \"no-base-url\"\nreason = \"A USB stick.\"\n\
                    [[acknowledged]]\ncode = \"page-nearly-too-heavy\"\nreason = \"A law.\"\nfile = \"law.html\"\n\
                    [[acknowledged]]\ncode = \"data-comments\"\nreason = \"None.\"\n";
        let (portal, found) = portal(&[("tragaluz.toml", &format!("{SETTINGS_TEXT}{more}"))]);
        assert_eq!(found, [] as [&str; 0]);
        let mut sink = Sink::new();
        let at = |code, file| Diagnostic::new(code).at(Place::file(file));
        sink.push(at(&codes::DATA_ROWS_ABOVE, "data/towns/a.csv"));
        sink.push(at(&codes::DATA_ROWS_ABOVE, "data/other/a.csv"));
        sink.push(Diagnostic::new(&codes::NO_BASE_URL));
        sink.push(Diagnostic::new(&codes::PAGE_NEARLY_TOO_HEAVY).arg("page", "law.html"));
        sink.push(Diagnostic::new(&codes::PAGE_NEARLY_TOO_HEAVY).arg("page", "index.html"));
        settle(&portal, true, &mut sink);
        let left: Vec<(&str, usize)> = sink
            .iter()
            .map(|d| (d.code.id, d.place.as_ref().map_or(0, |place| place.line)))
            .collect();
        let expected = [
            ("data-rows-above", 0),
            ("page-nearly-too-heavy", 0),
            ("acknowledged-in-vain", 16),
        ];
        assert_eq!(
            left, expected,
            "what nothing was found for is told where it is written"
        );
    }

    const SETTINGS_TEXT: &str = "[portal]\ntitle = \"P\"\nlanguages = [\"en\", \"es\"]\n";

    const KNOWN: &str = "acknowledged: [{code: data-rows-above, reason: The title of the report.}]";

    #[test]
    fn a_dataset_silences_what_is_said_of_its_own_files() {
        let towns = format!("---\ntitle: Towns\n{KNOWN}\n---\n");
        let files = [
            ("data/towns/dataset.md", towns.as_str()),
            ("data/towns/a.csv", "x\n1\n"),
        ];
        let (portal, found) = portal(&[files[0], files[1], ("data/town/a.csv", "x\n1\n")]);
        assert_eq!(found, [] as [&str; 0]);
        let above = &codes::DATA_ROWS_ABOVE;
        let found = [
            (above, "data/towns/a.csv"),
            (above, "data/town/a.csv"),
            (above, "data/towns/in/b.zip/c.csv"),
        ];
        assert_eq!(
            left(&portal, &found),
            [("data/town/a.csv".into(), above.id)]
        );
        let other = [(&codes::DATA_BLANK_ROWS, "data/towns/a.csv")];
        assert_eq!(left(&portal, &other).len(), 1);
    }

    #[test]
    fn a_page_silences_what_is_said_of_it_in_each_language() {
        let main = "---\ntitle: Water\nacknowledged:\n  - code: sentence-too-long\n    reason: A law, quoted.\n---\n";
        let files = [
            ("content/water.md", main),
            ("content/water.es.md", "---\ntitle: Agua\n---\n"),
        ];
        let (portal, found) = portal(&files);
        assert_eq!(found, [] as [&str; 0]);
        let long = &codes::SENTENCE_TOO_LONG;
        let said = [
            (long, "content/water.md"),
            (long, "content/water.es.md"),
            (long, "content/water.md.md"),
        ];
        assert_eq!(
            left(&portal, &said),
            [("content/water.md.md".into(), long.id)]
        );
    }

    #[test]
    fn what_is_an_error_this_once_is_said() {
        let (portal, _) = portal(&[(
            "data/a/dataset.md",
            &format!("---\ntitle: A\n{KNOWN}\n---\n"),
        )]);
        let mut sink = Sink::new();
        let mut finding = Diagnostic::new(&codes::DATA_ROWS_ABOVE).at(Place::file("data/a/a.csv"));
        finding.severity = Severity::Error;
        sink.push(finding);
        silence(&portal, &mut sink);
        assert!(sink.has_errors());
    }
}
