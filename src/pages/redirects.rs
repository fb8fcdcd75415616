//! Former addresses of files: of tables that had another name or address, and of datasets that had another folder.
//! Hosts redirect them; a page at such an address is a page that sends its reader on.

use super::{Draft, Plan, address};
use crate::diag::{AddressHolder, Diagnostic, Place, Sink, codes};
use crate::downloads::{DownloadFile, Files, Role, withheld_of};
use crate::model::Portal;
use crate::model::dataset::{Dataset, Resource};
use crate::source::address_list::AddressList;
use crate::stage::is_plain;
use crate::text::slug::slug;
use std::collections::BTreeSet;
use tragaluz_tables::Tables;

/// A former address of a file, and the file that took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MovedFile {
    /// The path that it had.
    pub(crate) from: String,
    pub(crate) to: String,
}

/// Former addresses of files, and of pages by the address of the page now: `(former, now)`.
#[derive(Debug, Default)]
pub(super) struct MovedAddresses {
    pub(crate) files: Vec<MovedFile>,
    pub(crate) pages: Vec<(String, String)>,
}

/// What has moved; `withheld` are files that were offered before. A declared address that is in use, or leads out of the site, is a finding.
pub(super) fn moved(
    portal: &Portal,
    plan: &Plan,
    files: &Files,
    withheld: Vec<(String, String)>,
    sink: &mut Sink,
) -> MovedAddresses {
    let mut moves = Moves {
        plan,
        moved: MovedAddresses::default(),
        taken: BTreeSet::new(),
    };
    // What few have done is looked for only there: the search goes through every file and page.
    for dataset in portal.datasets.iter().filter(|d| has_moved(d)) {
        let paths = DatasetPaths::of(dataset, plan, files);
        for resource in &dataset.resources {
            for former in &resource.former {
                for (from, to) in paths.of_resource(resource, &former.value) {
                    moves.declared(from, to, &resource.place, sink);
                }
            }
        }
        for (from, to) in paths.of_folder() {
            moves.followed(from, to);
        }
    }
    for (from, to) in withheld {
        moves.followed(from, to);
    }
    moves.moved
}

/// Returns published addresses of files that are no longer offered, because they hold counts that are not shown, and the pages
/// that say so.
pub(super) fn withheld(tables: &Tables, published: &AddressList) -> Vec<(String, String)> {
    let withheld = withheld_of(tables).into_iter();
    withheld
        .filter(|file| published.has(&file.address))
        .map(|file| (file.address, address::dataset(file.dataset)))
        .collect()
}

fn has_moved(dataset: &Dataset) -> bool {
    !dataset.head.former.is_empty() || dataset.resources.iter().any(|r| !r.former.is_empty())
}

/// Former addresses while they are entered.
struct Moves<'p> {
    plan: &'p Plan,
    moved: MovedAddresses,
    taken: BTreeSet<String>,
}

impl Moves<'_> {
    fn is_free(&self, path: &str) -> bool {
        !self.plan.has(path) && !self.plan.files.contains_key(path) && !self.taken.contains(path)
    }

    /// Enters an address that a publisher declared at this place.
    fn declared(&mut self, from: String, to: String, place: &Place, sink: &mut Sink) {
        if !is_plain(&from) {
            let finding = Diagnostic::new(&codes::LINK_LEADS_OUT).at(place.clone());
            sink.push(finding.arg("path", from));
        } else if self.is_free(&from) {
            self.enter(from, to);
        } else {
            let holder = self.plan.page(&from);
            let holder = holder.map_or(AddressHolder::Program, Draft::holder);
            let claimant = AddressHolder::File(place.file.clone());
            let finding = Diagnostic::address_taken(&from, &holder, &claimant);
            sink.push(finding.at(place.clone()));
        }
    }

    /// Enters what follows from the move of a whole dataset: no word of its publisher, it gives way without one.
    fn followed(&mut self, from: String, to: String) {
        if is_plain(&from) && self.is_free(&from) {
            self.enter(from, to);
        }
    }

    fn enter(&mut self, from: String, to: String) {
        self.taken.insert(from.clone());
        self.moved.enter(from, to);
    }
}

impl MovedAddresses {
    fn enter(&mut self, from: String, to: String) {
        if to.ends_with(".html") && from.ends_with(".html") {
            self.pages.push((from, to));
        } else {
            self.files.push(MovedFile { from, to });
        }
    }
}

/// Returns the last name of a folder's path.
fn last_name(folder: &str) -> &str {
    let folder = folder.trim_end_matches('/');
    folder.rsplit_once('/').map_or(folder, |(_, name)| name)
}

/// Returns the path of the JSON of a dataset, which is beside its folder.
fn json_beside(folder: &str) -> String {
    format!("{}.json", folder.trim_end_matches('/'))
}

/// A dataset's folder, the folders that it had, and what is in it.
struct DatasetPaths<'a> {
    page: String,
    folder: String,
    before: Vec<String>,
    files: Vec<&'a DownloadFile>,
    /// First pages of lists of rows, and dictionaries.
    pages: Vec<&'a str>,
}

impl<'a> DatasetPaths<'a> {
    fn of(dataset: &Dataset, plan: &'a Plan, files: &'a Files) -> DatasetPaths<'a> {
        let page = address::dataset(&dataset.head.id);
        let folder = page.trim_end_matches("index.html").to_owned();
        let former = dataset
            .head
            .former
            .iter()
            .map(|former| former.trim_start_matches('/'));
        let before = former
            .filter_map(|former| former.strip_suffix("index.html"))
            .filter(|f| f.ends_with('/'));
        let mut pages: Vec<&str> = plan
            .pages
            .iter()
            .filter(|p| p.draft.part == 1 && p.draft.address.starts_with(&folder))
            .map(|p| p.draft.address.as_str())
            .filter(|a| *a != page)
            .collect();
        pages.sort_unstable();
        pages.dedup();
        let files = files.of(&dataset.head.id).collect();
        DatasetPaths {
            before: before.map(str::to_owned).collect(),
            page,
            folder,
            files,
            pages,
        }
    }

    /// What a former folder held: the same as the folder now.
    fn of_folder(&self) -> Vec<(String, String)> {
        let mut moves = Vec::new();
        for old in &self.before {
            // Files of the whole dataset bear its name.
            let (old_name, name) = (last_name(old), last_name(&self.folder));
            for file in &self.files {
                let rest = file.path.strip_prefix(&self.folder).unwrap_or_default();
                let whole = rest
                    .strip_prefix(&format!("{name}."))
                    .filter(|_| file.resource.is_none());
                let rest =
                    whole.map_or_else(|| rest.to_owned(), |ending| format!("{old_name}.{ending}"));
                moves.push((format!("{old}{rest}"), file.path.clone()));
            }
            for page in &self.pages {
                let rest = page.strip_prefix(&self.folder).unwrap_or_default();
                moves.push((format!("{old}{rest}"), (*page).to_owned()));
            }
            let described = format!("{}datapackage.json", self.folder);
            moves.push((format!("{old}datapackage.json"), described));
            moves.push((json_beside(old), json_beside(&self.folder)));
        }
        moves
    }

    /// Returns the files of a table.
    fn files_of(&self, resource: &Resource) -> impl Iterator<Item = &&'a DownloadFile> {
        self.files
            .iter()
            .filter(|f| f.resource.as_deref() == Some(&*resource.name))
    }

    /// What a table's former name or address represents: a name for all of its files and pages, an address for one.
    fn of_resource(&self, resource: &Resource, former: &str) -> Vec<(String, String)> {
        if former.contains(['/', '.']) {
            return vec![(
                former.trim_start_matches('/').to_owned(),
                self.successor(resource, former),
            )];
        }
        let stem = slug(&resource.name);
        let mut moves = Vec::new();
        for folder in std::iter::once(&self.folder).chain(&self.before) {
            let published = self.files_of(resource);
            for file in published.filter(|f| f.role != Role::Received) {
                let rest = file
                    .path
                    .strip_prefix(&self.folder)
                    .and_then(|name| name.strip_prefix(&stem));
                moves.extend(
                    rest.map(|rest| (format!("{folder}{}{rest}", slug(former)), file.path.clone())),
                );
            }
            for page in &self.pages {
                let forms = [(format!("{stem}.html"), format!("{}.html", slug(former)))];
                let rows = [(
                    format!("rows/{stem}-1.html"),
                    format!("rows/{}-1.html", slug(former)),
                )];
                let old = forms
                    .iter()
                    .chain(&rows)
                    .find(|(now, _)| page.strip_prefix(&self.folder) == Some(now));
                moves.extend(old.map(|(_, old)| (format!("{folder}{old}"), (*page).to_owned())));
            }
        }
        moves
    }

    /// The file that does now what the one at a former address did: of its ending, else as received; a page for a page.
    fn successor(&self, resource: &Resource, former: &str) -> String {
        let name = former.rsplit('/').next().unwrap_or_default();
        let ending = name.split_once('.').map_or("", |(_, ending)| ending);
        if ending == "html" {
            return self.page.clone();
        }
        let received = former.contains("/original/");
        let same = self.files_of(resource).find(|f| {
            let now = f.path.rsplit('/').next().unwrap_or_default();
            (f.role == Role::Received) == received
                && now.split_once('.').is_some_and(|(_, now)| now == ending)
        });
        let found = same.or_else(|| self.files_of(resource).find(|f| f.role == Role::Received));
        found.map_or_else(|| self.page.clone(), |file| file.path.clone())
    }
}
