//! Ground: what the last run made of the same portal, by name. A portal is the same here while nothing of it differs but the plain
//! prose of single pages, so that whatever states none of that need not be looked at again, and what states a page's own
//! is known by that page alone.
//!
//! Unlike other entries of the cache it is found without anything being made that it depends on, and so only as good as the key
//! that it is opened with: that holds everything else.

use crate::cache::{Cache, CacheKey, CachedFile};
use crate::diag::Fatal;
use crate::stage::Staging;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

/// Work of an earlier run on a portal, and of this one.
#[derive(Debug, Default)]
pub(crate) struct Recall {
    /// None where nothing is kept.
    key: Option<CacheKey>,
    before: BTreeMap<String, RecalledWork>,
    now: Mutex<BTreeMap<String, RecalledWork>>,
}

/// What a piece of work came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct RecalledWork {
    /// What it was made of besides the portal.
    own: CacheKey,
    made: Vec<u8>,
}

impl Recall {
    /// Takes up what a run noted of the portal of this key.
    pub(crate) fn open(key: CacheKey, cache: &Cache) -> Recall {
        Recall {
            before: cache.get(&key).unwrap_or_default(),
            key: Some(key),
            now: Mutex::default(),
        }
    }

    /// Returns what a piece of work came to, where it was made of the same, and keeps it for the next run.
    pub(crate) fn get<T: DeserializeOwned>(&self, name: &str, own: &CacheKey) -> Option<T> {
        let work = self.before.get(name).filter(|work| work.own == *own)?;
        let made = postcard::from_bytes(&work.made).ok()?;
        self.enter(name, work.clone());
        Some(made)
    }

    /// Notes what a piece of work came to.
    pub(crate) fn put<T: Serialize>(&self, name: &str, own: CacheKey, made: &T) {
        if self.key.is_some()
            && let Ok(made) = postcard::to_stdvec(made)
        {
            self.enter(name, RecalledWork { own, made });
        }
    }

    fn enter(&self, name: &str, work: RecalledWork) {
        let mut now = self.now.lock().expect("no note panics");
        now.insert(name.to_owned(), work);
    }

    /// Writes files that state no page's prose, all of them or none: as they are in the last output, where that is known.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn files(
        &self,
        name: &str,
        staging: &Staging,
        write: impl FnOnce() -> Result<(), Fatal>,
    ) -> Result<(), Fatal> {
        let own = CacheKey::of(&[]);
        if self.key.is_none() {
            return write();
        }
        if let Some(files) = self.get::<Vec<CachedFile>>(name, &own) {
            let sums = files.iter().map(|(path, file)| (&**path, &*file.sha256));
            if staging.keep_all(sums)? {
                return Ok(());
            }
        }
        let before: BTreeSet<String> = staging.manifest().keys().cloned().collect();
        let wanted_twice = staging.wanted_twice().len();
        write()?;
        if staging.wanted_twice().len() > wanted_twice {
            // That is told whenever they are written.
            return Ok(());
        }
        let written: Vec<CachedFile> = (staging.manifest().iter())
            .filter(|(path, _)| !before.contains(*path))
            .map(|(path, file)| (path.clone(), file.clone()))
            .collect();
        self.put(name, own, &written);
        Ok(())
    }

    /// Keeps the notes for the next run, where they are not those of the last.
    pub(crate) fn keep(self, cache: &Cache) {
        let now = self.now.into_inner().expect("no note panics");
        if let Some(key) = self.key.filter(|_| now != self.before) {
            cache.put(key, &now);
        }
    }
}
