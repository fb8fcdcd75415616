//! By what a portal is known to be the same but for the plain prose of its commitments: everything that it is made of, each file by
//! its bytes, and each commitment's by what it lends to others.

use crate::cache::{Cache, CacheKey};
use crate::last_run::RunInputs;
use crate::preview::Preview;
use crate::recall::Recall;
use crate::site::recall::SiteRecall;
use crate::source::Source;
use crate::source::fingerprint::FileHashes;
use crate::source::prose::PageDigest;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Everything that a portal is made of.
#[derive(Debug)]
pub(crate) struct PortalParts {
    /// What the run was told.
    told: String,
    /// Every file but pages.
    files: FileHashes,
    pages: BTreeMap<String, PageDigest>,
}

impl PortalParts {
    /// Puts together what a portal was found to be made of, before it was read and as it was. None where a page was not read that
    /// is there.
    pub(crate) fn of(
        inputs: &RunInputs,
        files: FileHashes,
        source: &Source,
    ) -> Option<PortalParts> {
        let pages = source.pages.par_iter();
        let pages: BTreeMap<String, PageDigest> = pages
            .map(|page| (page.file.path.clone(), PageDigest::of(&page.file)))
            .collect();
        let all_read = inputs.pages().all(|path| pages.contains_key(path));
        all_read.then(|| PortalParts {
            told: inputs.told().to_owned(),
            files,
            pages,
        })
    }

    /// Takes up what the last run noted of the same portal.
    pub(crate) fn recall(&self, held: &Preview, cache: &Cache) -> SiteRecall {
        let commitments = held.portal.commitments.iter();
        let own: Option<Vec<CacheKey>> = commitments
            .map(|commitment| {
                let head = &commitment.head;
                let files = head.files.values().chain([&head.file]);
                let known = files.map(|file| Some(self.pages.get(&file.path)?.whole));
                let known: Vec<CacheKey> = known.collect::<Option<_>>()?;
                let parts: Vec<&[u8]> = known.iter().map(CacheKey::bytes).collect();
                Some(CacheKey::of(&parts))
            })
            .collect();
        own.map_or_else(SiteRecall::default, |commitments| SiteRecall {
            notes: Recall::open(self.key(held), cache),
            commitments,
        })
    }

    /// The key of the portal without its commitments' prose.
    fn key(&self, held: &Preview) -> CacheKey {
        let mut pages = self.pages.clone();
        let commitments = held.portal.commitments.iter();
        let files = commitments.flat_map(|one| one.head.files.values().chain([&one.head.file]));
        for file in files {
            if let Some(page) = pages.get_mut(&file.path) {
                page.whole = page.lent;
            }
        }
        // What is found in prose, and told on other pages: personal data that are published all the same, translations of
        // what was written anew since.
        let found = (&held.portal.waived, &held.portal.contradictions);
        let found = format!("{found:?}");
        let mut parts: Vec<&[u8]> = vec![
            b"portal",
            self.told.as_bytes(),
            held.theme.key.bytes(),
            found.as_bytes(),
        ];
        parts.extend(self.files.iter().flat_map(|(path, hash)| [path, hash]));
        parts.push(b"pages");
        let own = pages.iter();
        parts.extend(own.flat_map(|(path, page)| [path.as_bytes(), page.whole.bytes()]));
        CacheKey::of(&parts)
    }
}
