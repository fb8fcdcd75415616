//! A page's files taken in anew, while the rest of the portal stays as it was read: between two builds, a preview shows
//! at once what its author just wrote.

use super::head::Head;
use super::index::{self, Index};
use super::term::Terms;
use super::vocabulary::Taxonomy;
use super::{Kind, Portal, pair};
use crate::diag::Sink;
use crate::source::front::Document;

impl Portal {
    /// Takes in the files of one page, of all languages, and says which file is the main one's. None, and nothing
    /// changed, where everything has to be read: the page is new or another one, names what no page named before, or
    /// something is wrong in it.
    pub fn take_in(&mut self, documents: &[Document]) -> Option<String> {
        let mut sink = Sink::new();
        let pages = pair(documents, &self.settings.languages.clone(), &mut sink);
        let [(kind, files)] = pages.as_slice() else { return None };
        let path = files.main.file.path.clone();
        let (terms, home) = (self.terms.clone(), self.home.clone());
        let before = self.lengths();
        let names = |portal: &Portal| portal.commitments.iter().find(|c| c.head.file.path == path).map(index::names);
        let was = names(self);
        self.read(*kind, files, &mut sink);
        let count = |terms: &Terms| Taxonomy::ALL.into_iter().map(|t| terms.of(t).count()).sum::<usize>();
        let sound = !sink.has_errors() && count(&self.terms) == count(&terms);
        let placed = match kind {
            Kind::Term(taxonomy) => {
                terms.of(*taxonomy).filter_map(|t| t.head.as_ref()).any(|head| head.file.path == path)
            }
            Kind::Commitment => settle(&mut self.commitments, before[0], sound, |c| &c.head),
            Kind::Report => settle(&mut self.reports, before[1], sound, |r| &r.head),
            Kind::ActionPlan => settle(&mut self.action_plans, before[2], sound, |p| &p.head),
            Kind::Initiative | Kind::Practice => settle(&mut self.initiatives, before[3], sound, |i| &i.head),
            Kind::Page if home.as_ref().is_some_and(|home| home.head.file.path == path) => true,
            Kind::Page => settle(&mut self.pages, before[4], sound, |p| &p.head),
        };
        if !(sound && placed) {
            (self.terms, self.home) = (terms, home);
            return None;
        }
        // Most that is written is text, and the index of ten thousand pages takes longer than the page.
        if was.is_none() || was != names(self) {
            self.index = Index::of(self);
        }
        Some(path)
    }

    fn lengths(&self) -> [usize; 5] {
        [self.commitments.len(), self.reports.len(), self.action_plans.len(), self.initiatives.len(), self.pages.len()]
    }
}

/// Puts the page that was just read, and so stands behind the `before` others, in the place of the one that was made of
/// the same file; takes it away again where there is none, or where it is not to be had.
fn settle<T>(list: &mut Vec<T>, before: usize, sound: bool, head: impl Fn(&T) -> &Head) -> bool {
    if list.len() == before {
        return false;
    }
    let new = head(&list[before]);
    let same = |old: &T| head(old).file.path == new.file.path && head(old).id == new.id;
    match list[..before].iter().position(same).filter(|_| sound) {
        Some(at) => {
            list.swap_remove(at);
            true
        }
        None => {
            list.pop();
            false
        }
    }
}
