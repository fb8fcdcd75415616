//! Pages that an earlier run made: one stays as it is while everything is the same that it was made of.
//!
//! That is its context, the template, the theme with its words, the lines above its plain text, the rows of its table
//! where it shows some, and where its links lead. The files themselves are in the last output. In a portal that is the same but
//! for the prose of single pages, all that is known of a page by what it is made of itself ([`crate::site::recall`]), and its context is not
//! even made.

use super::links::{AskedLink, SiteLinks};
use super::{PageOutcome, PageWriter};
use crate::cache::CacheKey;
use crate::diag::Fatal;
use crate::feeds::ListedPage;
use crate::pages::PagePlan;
use crate::pages::context::PageContext;
use crate::site::audit::{self, Weighing};
use serde::{Deserialize, Serialize};

/// A page that was made.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CachedPage {
    asked: Vec<AskedLink>,
    /// Its files: path and checksum.
    files: Vec<(String, String)>,
    seen: Vec<audit::InspectedPage>,
}

impl PageWriter<'_> {
    /// By what a page is known; `rows` says which rows it shows besides its context.
    pub(super) fn key(
        &self,
        page: &PagePlan,
        context: &PageContext,
        rows: &[u8],
    ) -> Result<CacheKey, Fatal> {
        if !self.cache.is_on() {
            return Ok(CacheKey::of(&[]));
        }
        let context_json = context.to_bytes().map_err(Fatal::fault)?;
        let top = self.maker.top(page).join("\n");
        let source = page.draft.source.as_deref().unwrap_or_default();
        let parts = [
            b"page".as_slice(),
            self.maker.theme.key.bytes(),
            context.template().as_bytes(),
            page.path.as_bytes(),
            page.lang.tag().as_bytes(),
            source.as_bytes(),
            top.as_bytes(),
            rows,
            &[u8::from(self.weighing == Weighing::Roughly)],
            &context_json,
        ];
        Ok(CacheKey::of(&parts))
    }

    /// The page as it was made before; none where it must be made anew.
    pub(super) fn known(
        &self,
        key: &CacheKey,
        page: &PagePlan,
        listed: &ListedPage,
    ) -> Result<Option<PageOutcome>, Fatal> {
        let Some(known) = self.cache.get::<CachedPage>(key) else {
            return Ok(None);
        };
        if !self.links(page).still(&page.path, &known.asked) {
            return Ok(None);
        }
        let outcome = self.taken(known, listed)?;
        if outcome.is_some() {
            self.recall.note_page(page, *key);
        }
        Ok(outcome)
    }

    /// The page as it was made of the same portal and the same page; none where that is not known.
    pub(super) fn recalled(&self, page: &PagePlan) -> Result<Option<PageOutcome>, Fatal> {
        let key = self.recall.page(page);
        let known = key.and_then(|key| self.cache.get::<CachedPage>(&key));
        match known {
            Some(known) => self.taken(known, &self.maker.listed(page, page.kind.name())),
            None => Ok(None),
        }
    }

    /// Takes over the files of a page; none where one of them is not there any more.
    fn taken(&self, known: CachedPage, listed: &ListedPage) -> Result<Option<PageOutcome>, Fatal> {
        for (path, sha256) in &known.files {
            // What an earlier file of the page left is written over when it is made anew.
            if !self.staging.has(path) && !self.staging.keep(path, sha256)? {
                return Ok(None);
            }
        }
        Ok(Some(PageOutcome::Page(
            known.seen,
            Box::new(listed.clone()),
        )))
    }

    /// Keeps a page that was made.
    pub(super) fn learn(
        &self,
        key: CacheKey,
        page: &PagePlan,
        seen: &[audit::InspectedPage],
        files: Vec<(String, String)>,
    ) {
        let asked = self.links(page).asked_by(&page.path);
        self.recall.note_page(page, key);
        self.cache.put(
            key,
            &CachedPage {
                asked,
                files,
                seen: seen.to_vec(),
            },
        );
    }

    fn links(&self, page: &PagePlan) -> &SiteLinks {
        &self.maker.links[&page.lang]
    }
}
