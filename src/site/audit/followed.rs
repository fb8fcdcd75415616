//! Pages whose links an earlier run followed without finding a fault: while the site has the same files and places, they need
//! not be followed again.

use super::{InspectedPage, Rules};
use crate::cache::{Cache, CacheKey};
use crate::stage::Manifest;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Pages without a broken link, each by what it leads to and loads.
pub(super) struct FollowedPages<'c> {
    cache: &'c Cache,
    /// By what all that links can lead to is known.
    key: CacheKey,
    before: BTreeSet<CacheKey>,
}

impl<'c> FollowedPages<'c> {
    /// Takes up what is known of a site with these files, in which these pages are. None where nothing is kept.
    pub(super) fn known(
        seen: &[InspectedPage],
        (files, rules): (&Manifest, &Rules),
        cache: &'c Cache,
    ) -> Option<FollowedPages<'c>> {
        if !cache.is_on() {
            return None;
        }
        let base = rules.base_url.as_deref().unwrap_or_default();
        let mut parts: Vec<&[u8]> = vec![b"followed links", base.as_bytes()];
        parts.extend(files.keys().map(String::as_bytes));
        parts.push(b"places");
        let places = seen.iter();
        parts.extend(places.flat_map(|page| [page.path.as_bytes(), page.look.places.bytes()]));
        let key = CacheKey::of(&parts);
        Some(FollowedPages {
            cache,
            before: cache.get(&key).unwrap_or_default(),
            key,
        })
    }

    /// Returns the pages of which that is not known.
    pub(super) fn others<'s>(&self, seen: &'s [InspectedPage]) -> Vec<&'s InspectedPage> {
        let pages = seen.par_iter();
        pages
            .filter(|page| !self.before.contains(&key_of(page)))
            .collect()
    }

    /// Keeps which pages have no fault, where those are others than before.
    pub(super) fn keep<'s>(
        self,
        seen: &'s [InspectedPage],
        faulty: impl Iterator<Item = &'s InspectedPage>,
    ) {
        let faulty: BTreeSet<CacheKey> = faulty.map(key_of).collect();
        let all: BTreeSet<CacheKey> = seen.par_iter().map(key_of).collect();
        let now: BTreeSet<CacheKey> = all.difference(&faulty).copied().collect();
        if now != self.before {
            self.cache.put(self.key, &now);
        }
    }
}

/// By what a page is known that leads to the same and loads the same.
fn key_of(page: &InspectedPage) -> CacheKey {
    let mut parts: Vec<&[u8]> = vec![page.path.as_bytes(), page.look.links.bytes()];
    for (address, lazy) in &page.look.loads {
        parts.extend([address.as_bytes(), if *lazy { b"later" } else { b"now" }]);
    }
    CacheKey::of(&parts)
}

#[cfg(test)]
mod tests {
    use super::super::{Audit, AuditedPage, inspect, judge, judge_again};
    use super::*;
    use crate::stage::WrittenFile;
    use std::path::Path;

    fn page(path: &str, text: &str) -> InspectedPage {
        inspect(&AuditedPage {
            path,
            kind: "commitment",
            source: None,
            text,
        })
    }

    /// Judges a site as a run does that keeps what it finds out.
    fn judged(root: &Path, seen: &[InspectedPage], files: &Manifest) -> Audit {
        let cache = Cache::open(root, CacheKey::of(&[b"test"]));
        let audit = judge_again(seen, files, &Rules::default(), &cache);
        cache.save(false).unwrap();
        audit
    }

    #[test]
    fn what_was_followed_before_is_found_again_where_anything_differs() {
        let home = tempfile::tempdir().unwrap();
        let whole = page(
            "a.html",
            "<a href=\"b.html#x\">b</a><a href=\"c.csv\">c</a>",
        );
        let broken = page("d.html", "<a href=\"none.html\">none</a>");
        let [with_place, without] = ["<p id=\"x\">", "<p>"].map(|text| page("b.html", text));
        let site = |place: &InspectedPage| vec![whole.clone(), place.clone(), broken.clone()];
        let paths = |all: &[&str]| -> Manifest {
            let files = all
                .iter()
                .map(|path| ((*path).to_owned(), WrittenFile::of(b"")));
            files.collect()
        };
        let (all, fewer) = (paths(&["c.csv"]), paths(&[]));
        for (seen, files, faults) in [
            (site(&with_place), &all, 1),
            (site(&with_place), &all, 1),
            (site(&without), &all, 2),
            (site(&with_place), &fewer, 2),
            (site(&with_place), &all, 1),
        ] {
            let audit = judged(home.path(), &seen, files);
            assert_eq!(audit.found.len(), faults);
            assert_eq!(audit.found, judge(&seen, files, &Rules::default()).found);
        }
    }
}
