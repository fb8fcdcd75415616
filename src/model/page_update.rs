//! A page's files taken in anew, while the rest of the portal stays as it was read: between two builds, a preview shows
//! at once what its author just wrote.

use super::commitment::Commitment;
use super::facts::PageFiles;
use super::folder_kind::FolderKind;
use super::head::Head;
use super::index::IndexedNames;
use super::page_versions::pair;
use super::portal::Portal;
use super::status_update::StatusUpdate;
use super::term::Terms;
use super::vocabulary::{Status, Taxonomy};
use crate::diag::Sink;
use crate::source::front_matter::Document;
use crate::text::date::PartialDate;

/// A page that was taken in.
pub(crate) struct PageUpdate {
    /// What it says of itself now.
    pub(crate) head: Head,
    /// Whether its date is another one.
    pub(crate) redated: bool,
    /// Whether it may stand in other lists than before, or be called otherwise there.
    pub(crate) refiled: bool,
}

/// By what lists file a commitment, besides what the index knows it by.
#[derive(PartialEq)]
struct FilingDates {
    end: Option<PartialDate>,
    milestones: Vec<(Status, Option<PartialDate>)>,
}

/// Lengths of the portal's lists of pages.
struct PageCounts {
    commitments: usize,
    reports: usize,
    action_plans: usize,
    initiatives: usize,
    pages: usize,
    declared: usize,
}

impl PageCounts {
    fn of(portal: &Portal) -> PageCounts {
        PageCounts {
            commitments: portal.commitments.len(),
            reports: portal.reports.len(),
            action_plans: portal.action_plans.len(),
            initiatives: portal.initiatives.len(),
            pages: portal.pages.len(),
            declared: portal.declared.len(),
        }
    }
}

impl Portal {
    /// Takes in the files of one page, of all languages, which has this index among the pages of its kind. None, and
    /// nothing changed, where everything has to be read: the page is another one, names what no page named before, or
    /// something is wrong in it.
    pub(crate) fn take_in(&mut self, documents: &[Document], at: usize) -> Option<PageUpdate> {
        let mut sink = Sink::new();
        let pages = pair(documents, &self.settings, &mut sink);
        let [(kind, files)] = pages.as_slice() else {
            return None;
        };
        let slot = PageSlot {
            kind: *kind,
            at,
            path: &files.main.file.path,
        };
        let (terms, home, counts) = (self.terms.clone(), self.home.clone(), PageCounts::of(self));
        let dated = slot.dates(self);
        let names = slot.names(self);
        let filed = slot.filing_dates(self);
        self.read_alone(*kind, files, &mut sink);
        let is_sound = !sink.has_errors() && self.terms.count() == terms.count();
        let is_placed = match slot.kind {
            FolderKind::Term(taxonomy) => slot.has_its_order(self, &terms, taxonomy),
            FolderKind::Page if home.as_ref().is_some_and(|home| slot.is_of(&home.head)) => true,
            _ => slot.replace(self, &counts, is_sound),
        };
        if !(is_sound && is_placed) {
            (self.terms, self.home) = (terms, home);
            return None;
        }
        // Most that is written is text, and the index of ten thousand pages takes longer than the page.
        let is_renamed = names.is_none() || names != slot.names(self);
        if is_renamed {
            self.enter_index();
        }
        self.find_contradictions();
        let head = slot.head(self)?.clone();
        Some(PageUpdate {
            redated: dated != slot.dates(self),
            refiled: slot.is_refiled(self, is_renamed, filed.as_ref()),
            head,
        })
    }
}

impl Portal {
    /// Reads a page behind all others of its kind, as it is once the whole portal was read.
    fn read_alone(&mut self, kind: FolderKind, files: &PageFiles<'_>, sink: &mut Sink) {
        let known = self.commitments.len();
        self.read(kind, files, sink);
        if let Some(read) = self.commitments.get_mut(known) {
            read.stand_on(self.as_of);
        }
        if matches!(kind, FolderKind::Report) {
            self.name_report_subjects();
        }
    }
}

/// Where a page is in the portal: its kind, its index among the pages of that, and its file in the main language.
struct PageSlot<'f> {
    kind: FolderKind,
    at: usize,
    path: &'f str,
}

impl PageSlot<'_> {
    /// Whether a page is made of its file.
    fn is_of(&self, head: &Head) -> bool {
        head.file.path == self.path
    }

    /// Returns the page that is made of its file.
    fn head<'p>(&self, portal: &'p Portal) -> Option<&'p Head> {
        let at = self.at;
        let found = match self.kind {
            FolderKind::Term(taxonomy) => (portal.terms.of(taxonomy))
                .filter_map(|t| t.head.as_ref())
                .find(|head| self.is_of(head)),
            FolderKind::Commitment => portal.commitments.get(at).map(|c| &c.head),
            FolderKind::Report => portal.reports.get(at).map(|r| &r.head),
            FolderKind::ActionPlan => portal.action_plans.get(at).map(|p| &p.head),
            FolderKind::Initiative | FolderKind::Practice => {
                portal.initiatives.get(at).map(|i| &i.head)
            }
            FolderKind::Declared(_) => portal.declared.get(at).map(|page| &page.head),
            FolderKind::Page => (portal.home.iter().chain(portal.pages.get(at)))
                .map(|page| &page.head)
                .find(|head| self.is_of(head)),
        };
        found.filter(|head| self.is_of(head))
    }

    /// Returns the dates that the page gives as its own.
    fn dates(&self, portal: &Portal) -> Vec<PartialDate> {
        let is_one = matches!(self.kind, FolderKind::Commitment);
        let commitment = portal.commitments.get(self.at).filter(|_| is_one);
        let updates = commitment.into_iter().flat_map(Commitment::all_updates);
        let own = self.head(portal).and_then(|head| head.updated);
        (own.into_iter())
            .chain(updates.filter_map(StatusUpdate::day))
            .collect()
    }

    /// Returns what the index knows the page by; none of kinds that are not in it.
    fn names(&self, portal: &Portal) -> Option<IndexedNames> {
        match self.kind {
            FolderKind::Commitment => (portal.commitments.get(self.at))
                .filter(|c| self.is_of(&c.head))
                .map(IndexedNames::of_commitment),
            FolderKind::Report => (portal.reports.get(self.at))
                .filter(|r| self.is_of(&r.head))
                .map(IndexedNames::of_report),
            _ => None,
        }
    }

    /// Whether lists may file the page otherwise than before, when a commitment had these dates.
    fn is_refiled(&self, portal: &Portal, is_renamed: bool, filed: Option<&FilingDates>) -> bool {
        match self.kind {
            FolderKind::Commitment => is_renamed || filed != self.filing_dates(portal).as_ref(),
            FolderKind::Report
            | FolderKind::ActionPlan
            | FolderKind::Term(_)
            | FolderKind::Declared(_) => true,
            FolderKind::Initiative | FolderKind::Practice | FolderKind::Page => false,
        }
    }

    /// Returns the dates by which lists file a commitment; none of other kinds.
    fn filing_dates(&self, portal: &Portal) -> Option<FilingDates> {
        let is_one = matches!(self.kind, FolderKind::Commitment);
        let commitment = portal.commitments.get(self.at).filter(|_| is_one)?;
        let milestones = commitment.milestones.iter();
        let milestones = milestones.map(|m| (m.status, m.end.as_ref().map(|end| end.value)));
        Some(FilingDates {
            end: commitment.end.as_ref().map(|end| end.value),
            milestones: milestones.collect(),
        })
    }

    /// Whether a term's page has the order that it had.
    fn has_its_order(&self, portal: &Portal, before: &Terms, taxonomy: Taxonomy) -> bool {
        let new = self.head(portal).map(|head| head.order);
        (before.of(taxonomy).filter_map(|t| t.head.as_ref()))
            .any(|head| self.is_of(head) && Some(head.order) == new)
    }

    /// Puts the page that was just read in the place of the one that was there.
    fn replace(&self, portal: &mut Portal, before: &PageCounts, is_sound: bool) -> bool {
        let at = if is_sound { Some(self.at) } else { None };
        match self.kind {
            FolderKind::Term(_) => false,
            FolderKind::Commitment => {
                settle(&mut portal.commitments, before.commitments, at, |c| &c.head)
            }
            FolderKind::Report => settle(&mut portal.reports, before.reports, at, |r| &r.head),
            FolderKind::ActionPlan => {
                settle(&mut portal.action_plans, before.action_plans, at, |p| {
                    &p.head
                })
            }
            FolderKind::Initiative | FolderKind::Practice => {
                settle(&mut portal.initiatives, before.initiatives, at, |i| &i.head)
            }
            FolderKind::Declared(_) => {
                settle(&mut portal.declared, before.declared, at, |page| &page.head)
            }
            FolderKind::Page => settle(&mut portal.pages, before.pages, at, |p| &p.head),
        }
    }
}

/// Puts the page that was just read, and so is behind all others, in the place `at` of the one that was made of the same
/// file; takes it away again where there is none, or where it is not to be had. `before` is the list's length without it.
fn settle<T>(
    list: &mut Vec<T>,
    before: usize,
    at: Option<usize>,
    head: impl Fn(&T) -> &Head,
) -> bool {
    if list.len() == before {
        return false;
    }
    let new = head(&list[before]);
    let old = at.filter(|at| {
        (list[..before].get(*at).map(&head)).is_some_and(|old| {
            old.file.path == new.file.path && old.id == new.id && old.order == new.order
        })
    });
    match old {
        Some(at) => drop(list.swap_remove(at)),
        None => drop(list.pop()),
    }
    old.is_some()
}
