//! Who has which address: each is given once, and whatever else wants it is told by name.

use super::page_kind::PageKind;
use super::{Draft, PagePlan, Plan, address};
use crate::diag::{AddressHolder, Diagnostic, Sink, codes};
use crate::model::Portal;
use crate::text::messages::Arg;
use crate::text::names::key;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Debug, Clone)]
enum PageOrAttachment {
    Page(Arc<Draft>),
    /// A file of `content/`, by its path from the portal's root.
    Attachment(String),
}

impl PageOrAttachment {
    fn holder(&self) -> AddressHolder {
        match self {
            PageOrAttachment::Page(draft) => draft.holder(),
            PageOrAttachment::Attachment(path) => AddressHolder::File(path.clone()),
        }
    }
}

/// Addresses that pages and files of authors have, by [`key`].
#[derive(Debug, Clone, Default)]
pub(super) struct TakenAddresses {
    holders: BTreeMap<String, PageOrAttachment>,
}

impl TakenAddresses {
    /// Enters what wants a path; or says what has it already.
    fn take(&mut self, path: &str, thing: PageOrAttachment) -> Result<(), AddressHolder> {
        let key = key(path);
        if let Some(first) = self.holders.get(&key) {
            return Err(first.holder());
        }
        self.holders.insert(key, thing);
        Ok(())
    }

    /// The page, or the author's file, that has this address or makes a file that has it (`x.txt` of `x.html`).
    fn holder(&self, path: &str) -> Option<AddressHolder> {
        let key = key(path);
        let stem = key.rsplit_once('.').map_or(&*key, |(stem, _)| stem);
        [key.clone(), format!("{stem}.html")]
            .iter()
            .find_map(|key| self.holders.get(key))
            .map(PageOrAttachment::holder)
    }

    /// The author's file that has this address.
    fn attachment(&self, path: &str) -> Option<AddressHolder> {
        self.holders
            .get(&key(path))
            .filter(|holders| matches!(holders, PageOrAttachment::Attachment(_)))
            .map(PageOrAttachment::holder)
    }
}

impl Plan {
    /// Gives a page its place in every language. Where another has it already, that is a finding, and links to the page
    /// lead to the other.
    pub(super) fn place(&mut self, kind: PageKind, draft: Draft, portal: &Portal, sink: &mut Sink) {
        let draft = Arc::new(draft);
        if let Some(source) = &draft.source {
            self.by_source.insert(source.clone(), draft.address.clone());
        }
        let mut told = false;
        for lang in kind.languages(portal) {
            let path = address::in_lang(lang, portal.settings.main(), &draft.address);
            if let Err(holder) = self
                .taken
                .take(&path, PageOrAttachment::Page(draft.clone()))
            {
                // Said once: in every other language it is the same.
                if !std::mem::replace(&mut told, true) {
                    sink.push(Diagnostic::address_taken(&path, &holder, &draft.holder()));
                }
                continue;
            }
            self.pages.push(PagePlan {
                kind,
                draft: draft.clone(),
                lang: lang.clone(),
                path,
            });
        }
        self.addresses.entry(draft.address.clone()).or_insert(draft);
    }

    /// Gives the files of `content/` that are no pages their places, after the pages have theirs.
    pub(super) fn place_attachments(&mut self, portal: &Portal, sink: &mut Sink) {
        for path in &portal.attachments {
            let to = path.strip_prefix("content/").unwrap_or(path);
            if let Err(holder) = self
                .taken
                .take(to, PageOrAttachment::Attachment(path.clone()))
            {
                sink.push(Diagnostic::address_taken(
                    to,
                    &holder,
                    &AddressHolder::File(path.clone()),
                ));
            }
        }
    }

    /// Tells that a file of `content/` wants an address that something written has by now: `first` is its path.
    pub(crate) fn attachment_taken(&self, file: &str, path: &str, first: &str, sink: &mut Sink) {
        let claimant = AddressHolder::File(file.to_owned());
        let holder = self
            .taken
            .holder(first)
            .filter(|holder| *holder != claimant)
            .unwrap_or(AddressHolder::Program);
        tell(path, &holder, &claimant, sink);
    }

    /// What of the portal has this address.
    pub(crate) fn holder_of(&self, path: &str) -> AddressHolder {
        self.taken
            .attachment(path)
            .or_else(|| self.taken.holder(path))
            .unwrap_or(AddressHolder::Program)
    }

    /// Tells of addresses that were wanted when others had them, as pairs of the path wanted and the one that was there.
    pub(crate) fn wanted_twice(&self, twice: &[(String, String)], sink: &mut Sink) {
        for (path, first) in twice {
            let holder = self.holder_of(first);
            let claimant = self
                .taken
                .holder(path)
                .filter(|claimant| *claimant != holder)
                .unwrap_or(AddressHolder::Program);
            tell(path, &holder, &claimant, sink);
        }
    }
}

/// Adds the finding, unless it has been told of that address.
fn tell(path: &str, holder: &AddressHolder, claimant: &AddressHolder, sink: &mut Sink) {
    let wanted = key(path);
    let known = |found: &Diagnostic| {
        found.code == &codes::ADDRESS_TAKEN
            && found.args.iter().any(|(name, arg)| {
                *name == "path" && matches!(arg, Arg::Text(t) if key(t) == wanted)
            })
    };
    if !sink.iter().any(known) {
        sink.push(Diagnostic::address_taken(path, holder, claimant));
    }
}
