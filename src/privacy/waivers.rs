//! Waivers held against what was found: those that hold take findings away, and become the list that the site shows.

use super::offices::is_office;
use crate::diag::{COMMENT, Diagnostic, PASTE, Place, Sink, codes};
use crate::model::Portal;
use crate::model::head::Head;
use crate::model::waiver::{PublishedWaiver, Waiver};
use crate::text::date::PartialDate;
use crate::text::messages::Arg;
use std::collections::BTreeMap;
use tragaluz_tables::finding::is_personal;

/// Days before its end from which a waiver is told to lapse.
const SOON: i64 = 30;

/// Takes away the findings that a waiver covers on this day, tells of waivers what is odd in them, and returns those that
/// the site shows.
pub(super) fn settle(
    portal: &Portal,
    as_of: Option<PartialDate>,
    sink: &mut Sink,
) -> Vec<PublishedWaiver> {
    let mut index = WaiverIndex::of(portal);
    for entry in &mut index.entries {
        entry.is_lapsed = as_of.is_some_and(|day| is_after(day, entry.waiver.until));
        entry.is_of_office = is_office(&entry.waiver.by, portal);
    }
    sink.retain(|finding| !index.covers(finding));
    sink.each(|finding| {
        if let Some(lines) = PersonalFinding::of(finding).and_then(|found| found.waiver_lines()) {
            finding.args.push((PASTE, lines.into()));
        }
    });
    for entry in &index.entries {
        sink.extend(entry.findings(as_of));
    }
    (index.entries.into_iter())
        .filter(|entry| entry.is_used && entry.holds())
        .map(|entry| PublishedWaiver {
            waiver: entry.waiver.clone(),
            of: entry.of.map(str::to_owned),
        })
        .collect()
}

fn is_after(day: PartialDate, until: PartialDate) -> bool {
    day.last_day() > until.last_day()
}

/// A waiver, and what became of it.
struct WaiverUse<'p> {
    waiver: &'p Waiver,
    /// The file of the page or dataset that it is written in.
    of: Option<&'p str>,
    /// Where its file may begin: a dataset's folder.
    folder: &'p str,
    is_used: bool,
    is_lapsed: bool,
    is_of_office: bool,
}

impl WaiverUse<'_> {
    fn holds(&self) -> bool {
        self.is_of_office && !self.is_lapsed
    }

    /// Whether it is about what was found: the kind, the file and the column.
    fn is_about(&self, finding: &PersonalFinding<'_>) -> bool {
        let waiver = self.waiver;
        let columns = &waiver.columns;
        waiver.kinds.contains(&finding.kind)
            && (columns.is_empty() || columns.iter().any(|name| name == finding.column))
            && waiver
                .file
                .as_deref()
                .is_none_or(|file| self.names(file, finding.file))
    }

    /// Whether the file or folder that it names is this one, or holds it.
    fn names(&self, named: &str, file: &str) -> bool {
        let is_at = |path: &str| {
            path.strip_prefix(named)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let own = file
            .strip_prefix(self.folder)
            .map(|rest| rest.trim_start_matches('/'));
        is_at(file) || !self.folder.is_empty() && own.is_some_and(is_at)
    }

    /// Returns what is to be said of it.
    fn findings(&self, as_of: Option<PartialDate>) -> Vec<Diagnostic> {
        let place: Place = self.waiver.place.clone();
        let until = self.waiver.until;
        let about = |code| {
            Diagnostic::new(code)
                .at(place.clone())
                .arg("kinds", self.waiver.kinds.join(", "))
                .arg("until", until.to_string())
        };
        let mut found = Vec::new();
        if !self.is_of_office {
            found.push(about(&codes::PERSONAL_WAIVER_BY_PERSON));
        }
        if !self.is_used {
            found.push(about(&codes::PERSONAL_WAIVER_IN_VAIN));
        } else if self.is_lapsed {
            found.push(about(&codes::PERSONAL_WAIVER_LAPSED));
        } else if let Some(day) = as_of
            && days_between(day, until) <= SOON
        {
            let days = days_between(day, until).unsigned_abs();
            found.push(about(&codes::PERSONAL_WAIVER_LAPSING).arg("days", days));
        }
        found
    }
}

/// Returns how many days a waiver has left.
fn days_between(day: PartialDate, until: PartialDate) -> i64 {
    let left = until.last_day().since(day.last_day());
    left.map_or(i64::MAX, |span| i64::from(span.get_days()))
}

/// What a finding about personal data says of itself.
struct PersonalFinding<'d> {
    kind: &'d str,
    file: &'d str,
    /// The column, where it is about cells.
    column: &'d str,
    part: &'d str,
}

impl<'d> PersonalFinding<'d> {
    /// Returns what a finding says; none where it is about something else.
    fn of(finding: &'d Diagnostic) -> Option<PersonalFinding<'d>> {
        let text = |wanted: &str| {
            finding.args.iter().find_map(|(name, value)| match value {
                Arg::Text(text) if *name == wanted => Some(text.as_str()),
                _ => None,
            })
        };
        let kind = text("kind").filter(|_| is_personal(finding.code.id))?;
        let place = finding.place.as_ref().map_or("", |place| &place.file);
        // What is in earlier versions is covered by what covers the file that they were made of.
        let made_of = text("made-of").unwrap_or(place);
        Some(PersonalFinding {
            kind,
            file: made_of,
            column: text("name").unwrap_or_default(),
            part: text("part").unwrap_or_default(),
        })
    }
}

impl PersonalFinding<'_> {
    /// Returns the lines of a waiver for it, to be completed; none where none is needed.
    fn waiver_lines(&self) -> Option<String> {
        let lines = [
            format!("kind: {}", self.kind),
            format!("ground: … {COMMENT}ground"),
            format!("reason: … {COMMENT}reason"),
            format!("by: … {COMMENT}by"),
            format!("until: … {COMMENT}until"),
        ];
        // Another name mends the one; of the other nothing is published.
        if matches!(self.part, "file-name" | "picture") {
            return None;
        }
        if self.file.starts_with("data/") || self.file.ends_with(".md") {
            return Some(format!("waivers:\n  - {}", lines.join("\n    ")));
        }
        let mut text = format!("[[waivers]]\nfile = \"{}\"", self.file);
        for line in lines {
            let (name, rest) = line.split_once(": ")?;
            let (value, comment) = rest.split_once(' ').unwrap_or((rest, ""));
            text.push_str(&format!("\n{name} = \"{value}\" {comment}"));
        }
        Some(text.replace(" \n", "\n"))
    }
}

/// Waivers by the file or folder that they are about.
#[derive(Default)]
struct WaiverIndex<'p> {
    entries: Vec<WaiverUse<'p>>,
    places: BTreeMap<&'p str, Vec<usize>>,
}

impl<'p> WaiverIndex<'p> {
    fn of(portal: &'p Portal) -> WaiverIndex<'p> {
        let mut index = WaiverIndex::default();
        for waiver in &portal.settings.waivers {
            let path = waiver.file.as_deref().unwrap_or_default();
            index.add(waiver, None, ("", &[path]));
        }
        for (_, head) in portal.written() {
            let files = head.files.values().chain([&head.file]);
            let paths: Vec<&str> = files.map(|file| file.path.as_str()).collect();
            index.add_head(head, ("", &paths));
        }
        for dataset in &portal.datasets {
            let path = dataset.head.file.path.as_str();
            let folder = path.rsplit_once('/').map_or(path, |(folder, _)| folder);
            index.add_head(&dataset.head, (folder, &[folder]));
        }
        index
    }

    fn add_head(&mut self, head: &'p Head, paths: (&'p str, &[&'p str])) {
        for waiver in &head.waivers {
            self.add(waiver, Some(&head.file.path), paths);
        }
    }

    /// Adds a waiver, with the folder that its files are in and the paths under which it is looked for.
    fn add(
        &mut self,
        waiver: &'p Waiver,
        of: Option<&'p str>,
        (folder, paths): (&'p str, &[&'p str]),
    ) {
        for path in paths {
            let at = self.entries.len();
            self.places.entry(path).or_default().push(at);
        }
        self.entries.push(WaiverUse {
            waiver,
            of,
            folder,
            is_used: false,
            is_lapsed: false,
            is_of_office: false,
        });
    }

    /// Whether a finding is covered by a waiver that holds. Every waiver that is about it counts as used.
    fn covers(&mut self, finding: &Diagnostic) -> bool {
        let Some(found) = PersonalFinding::of(finding) else {
            return false;
        };
        let folders = (found.file.match_indices('/')).map(|(end, _)| &found.file[..end]);
        let mut is_covered = false;
        for path in folders.chain([found.file]) {
            for at in self.places.get(path).into_iter().flatten() {
                let entry = &mut self.entries[*at];
                let is_about = entry.is_about(&found);
                entry.is_used |= is_about;
                is_covered |= is_about && entry.holds();
            }
        }
        is_covered
    }
}
