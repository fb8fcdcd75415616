//! A page's files taken in anew, while the rest of the portal stays as it was read: between two builds, a preview shows
//! at once what its author just wrote.

use super::folder_kind::FolderKind;
use super::head::Head;
use super::index;
use super::page_versions::pair;
use super::portal::Portal;
use crate::diag::Sink;
use crate::source::front_matter::Document;

/// A page that was taken in.
pub(crate) struct PageUpdate {
    /// What it says of itself now.
    pub(crate) head: Head,
    /// Whether its date is another one.
    pub(crate) redated: bool,
}

impl Portal {
    /// Takes in the files of one page, of all languages, which has this place among the pages of its kind. None, and
    /// nothing changed, where everything has to be read: the page is another one, names what no page named before, or
    /// something is wrong in it.
    pub(crate) fn take_in(&mut self, documents: &[Document], at: usize) -> Option<PageUpdate> {
        let mut sink = Sink::new();
        let pages = pair(documents, &self.settings.languages.clone(), &mut sink);
        let [(kind, files)] = pages.as_slice() else {
            return None;
        };
        let path = files.main.file.path.clone();
        let (terms, home) = (self.terms.clone(), self.home.clone());
        let before = self.lengths();
        let commitment = |portal: &Portal| {
            portal
                .commitments
                .get(at)
                .filter(|c| c.head.file.path == path)
                .map(index::names)
        };
        let report = |portal: &Portal| {
            portal
                .reports
                .get(at)
                .filter(|r| r.head.file.path == path)
                .map(index::names_of_report)
        };
        let names = |portal: &Portal| match kind {
            FolderKind::Commitment => (commitment(portal), None),
            FolderKind::Report => (None, report(portal)),
            _ => (None, None),
        };
        let dated = self.head_of(*kind, at, &path).map(|head| head.updated);
        let was = names(self);
        self.read(*kind, files, &mut sink);
        let sound = !sink.has_errors() && self.terms.count() == terms.count();
        let place = (before, at, sound);
        let placed = match kind {
            FolderKind::Term(taxonomy) => {
                let new = self.head_of(*kind, at, &path).map(|head| head.order);
                let mut old = terms.of(*taxonomy).filter_map(|t| t.head.as_ref());
                old.any(|head| head.file.path == path && Some(head.order) == new)
            }
            FolderKind::Commitment => settle(&mut self.commitments, 0, place, |c| &c.head),
            FolderKind::Report => settle(&mut self.reports, 1, place, |r| &r.head),
            FolderKind::ActionPlan => settle(&mut self.action_plans, 2, place, |p| &p.head),
            FolderKind::Initiative | FolderKind::Practice => {
                settle(&mut self.initiatives, 3, place, |i| &i.head)
            }
            FolderKind::Page
                if home
                    .as_ref()
                    .is_some_and(|home| home.head.file.path == path) =>
            {
                true
            }
            FolderKind::Page => settle(&mut self.pages, 4, place, |p| &p.head),
        };
        if !(sound && placed) {
            (self.terms, self.home) = (terms, home);
            return None;
        }
        // Most that is written is text, and the index of ten thousand pages takes longer than the page.
        let is_named = was.0.is_some() || was.1.is_some();
        if !is_named || was != names(self) {
            self.enter_index();
        }
        let head = self.head_of(*kind, at, &path)?.clone();
        Some(PageUpdate {
            redated: dated != Some(head.updated),
            head,
        })
    }

    /// The page of a kind that is made of a file, at its place.
    fn head_of(&self, kind: FolderKind, at: usize, path: &str) -> Option<&Head> {
        let of_page = || {
            self.home
                .iter()
                .chain(self.pages.get(at))
                .map(|p| &p.head)
                .find(|h| h.file.path == path)
        };
        let found = match kind {
            FolderKind::Term(taxonomy) => self
                .terms
                .of(taxonomy)
                .filter_map(|t| t.head.as_ref())
                .find(|head| head.file.path == path),
            FolderKind::Commitment => self.commitments.get(at).map(|c| &c.head),
            FolderKind::Report => self.reports.get(at).map(|r| &r.head),
            FolderKind::ActionPlan => self.action_plans.get(at).map(|p| &p.head),
            FolderKind::Initiative | FolderKind::Practice => {
                self.initiatives.get(at).map(|i| &i.head)
            }
            FolderKind::Page => of_page(),
        };
        found.filter(|head| head.file.path == path)
    }

    fn lengths(&self) -> [usize; 5] {
        [
            self.commitments.len(),
            self.reports.len(),
            self.action_plans.len(),
            self.initiatives.len(),
            self.pages.len(),
        ]
    }
}

/// Puts the page that was just read, and so is behind all others, in the place of the one that was made of the same
/// file; takes it away again where there is none, or where it is not to be had. `list` is the `which`th of those whose lengths
/// were measured before.
fn settle<T>(
    list: &mut Vec<T>,
    which: usize,
    (before, at, sound): ([usize; 5], usize, bool),
    head: impl Fn(&T) -> &Head,
) -> bool {
    let before = before[which];
    if list.len() == before {
        return false;
    }
    let new = head(&list[before]);
    let same = |old: &T| {
        let old = head(old);
        old.file.path == new.file.path && old.id == new.id && old.order == new.order
    };
    if sound && list[..before].get(at).is_some_and(same) {
        list.swap_remove(at);
        return true;
    }
    list.pop();
    false
}
