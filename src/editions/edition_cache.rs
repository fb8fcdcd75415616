//! Editions that an earlier run made: one stays as it is while the site that it is made of is the same.

use super::{Edition, Portable};
use crate::cache::{CacheKey, CachedOutput};
use crate::diag::Fatal;
use crate::pages::editions::MadeEdition;
use crate::stage::digest;

/// The edition's files, from the last output where they can be taken from there.
pub(super) fn or_made(
    edition: &dyn Edition,
    site: &Portable<'_>,
    before: &[MadeEdition],
) -> Result<Vec<MadeEdition>, Fatal> {
    let cache = site.cache;
    if !cache.is_on() {
        return edition.make(site, before);
    }
    let key = key(edition, site, before);
    if let Some(known) = cache.output::<Vec<MadeEdition>>(&key, site.staging)? {
        for made in &known {
            cache.touch(&parts(&made.sha256));
        }
        return Ok(known);
    }
    let made = edition.make(site, before)?;
    cache.put(key, &made);
    Ok(made)
}

impl CachedOutput for Vec<MadeEdition> {
    fn sums(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        self.iter()
            .map(|made| (made.path.as_str(), made.sha256.as_str()))
    }
}

/// Returns the hash of every file of the site, the pages that are in an edition in another form, and what no file states: the
/// settings, and what each page is.
fn key(edition: &dyn Edition, site: &Portable<'_>, before: &[MadeEdition]) -> CacheKey {
    let settings = &site.view.portal.settings;
    let facts = format!("{:?} {settings:?} {:?}", edition.kind(), site.view.as_of);
    let pages = format!("{:?} {:?}", site.inside, site.listed);
    let digest = digest(&site.files(before));
    CacheKey::of(&[
        b"edition",
        facts.as_bytes(),
        pages.as_bytes(),
        digest.as_bytes(),
        site.theme.key.bytes(),
    ])
}

/// By what is known of what an edition of this checksum consists of.
pub(super) fn parts(sha256: &str) -> CacheKey {
    CacheKey::of(&[b"parts of an edition", sha256.as_bytes()])
}
