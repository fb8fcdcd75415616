//! Ground: what a run found out, kept for the next one. A piece of work is known by the hash of everything that it used;
//! whoever asks for it gives that hash, so that nothing stale can ever be found.
//!
//! The cache is one file. A damaged one, or one that another version of the program wrote, is as good as none.

#![allow(clippy::disallowed_methods, reason = "keeps a file of its own, which is no part of the output")]

use crate::diag::Fatal;
use crate::stage::{Staging, Written};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Mutex;

/// The folder of what is kept between runs, beside the portal's `content` and `data`.
pub const FOLDER: &str = ".tragaluz";

const FILE: &str = "cache";

/// The beginning of the file; the number changes with the form of the file.
const MARK: &[u8] = b"tragaluz cache 1\n";

/// Bytes of a hash.
const HASH: usize = 32;

/// A file that was made: its path in the output, its size and checksum.
pub type Kept = (String, Written);

/// By what a piece of work is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key([u8; HASH]);

impl Key {
    /// The hash of all these parts. Each counts with its length, so that `ab`, `c` is not `a`, `bc`.
    pub fn of(parts: &[&[u8]]) -> Key {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Key(hash.finalize().into())
    }

    /// Its bytes, to be a part of another one.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// What earlier runs found out, and what this one does.
#[derive(Debug)]
pub struct Cache {
    /// Which program this is.
    program: Key,
    bytes: Vec<u8>,
    old: BTreeMap<Key, Range<usize>>,
    /// What this run used or found out; none stands for what the old file has.
    used: Mutex<BTreeMap<Key, Option<Vec<u8>>>>,
    on: bool,
}

impl Cache {
    /// One that knows nothing and keeps nothing.
    pub fn off() -> Cache {
        let (bytes, old) = (Vec::new(), BTreeMap::new());
        Cache { program: Key::of(&[]), bytes, old, used: Mutex::default(), on: false }
    }

    /// What a portal's last run kept; nothing where that cannot be trusted. `program` says which program this is.
    pub fn open(root: &Path, program: Key) -> Cache {
        let bytes = fs::read(root.join(FOLDER).join(FILE)).unwrap_or_default();
        let read = entries(&bytes, &program);
        let bytes = if read.is_some() { bytes } else { Vec::new() };
        Cache { program, bytes, old: read.unwrap_or_default(), used: Mutex::default(), on: true }
    }

    /// Whether anything is kept at all: where not, nobody needs to know by what a piece of work would be known.
    pub fn is_on(&self) -> bool {
        self.on
    }

    /// What is known of a piece of work.
    pub fn get<T: DeserializeOwned>(&self, key: &Key) -> Option<T> {
        let range = self.old.get(key)?;
        let value = postcard::from_bytes(&self.bytes[range.clone()]).ok()?;
        self.used.lock().expect("no entry panics").entry(*key).or_insert(None);
        Some(value)
    }

    /// Keeps what is known of a piece of work that nobody had to ask for.
    pub fn touch(&self, key: &Key) {
        if self.old.contains_key(key) {
            self.used.lock().expect("no entry panics").entry(*key).or_insert(None);
        }
    }

    /// Keeps what was found out.
    pub fn put<T: Serialize>(&self, key: Key, value: &T) {
        if self.on
            && let Ok(bytes) = postcard::to_stdvec(value)
        {
            self.used.lock().expect("no entry panics").insert(key, Some(bytes));
        }
    }

    /// Files that a piece of work made, carried over from the last output; none where one of them does not stand there as it
    /// was left.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn files(&self, key: &Key, staging: &Staging) -> Result<Option<Vec<Kept>>, Fatal> {
        let Some(files) = self.get::<Vec<Kept>>(key) else { return Ok(None) };
        Ok(staging.keep_all(files.iter().map(|(path, written)| (path.as_str(), &*written.sha256)))?.then_some(files))
    }

    /// Writes down what this run used and found out. Where it was `broken` off, what it did not come to is kept too.
    ///
    /// # Errors
    /// When the disk refuses; the last file then still stands.
    pub fn save(self, root: &Path, broken: bool) -> Result<(), Fatal> {
        if !self.on {
            return Ok(());
        }
        let mut used = self.used.into_inner().expect("no entry panics");
        if broken {
            for key in self.old.keys() {
                used.entry(*key).or_insert(None);
            }
        } else if used.len() == self.old.len() && used.values().all(Option::is_none) {
            return Ok(());
        }
        let kept: Vec<(&Key, &[u8])> = used
            .iter()
            .filter_map(|(key, own)| {
                let old = || self.old.get(key).map(|range| &self.bytes[range.clone()]);
                Some((key, own.as_deref().or_else(old)?))
            })
            .collect();
        let folder = root.join(FOLDER);
        fs::create_dir_all(&folder).map_err(Fatal::io("creating", &folder))?;
        // Nobody wants it in a repository.
        crate::stage::replace(&folder.join(".gitignore"), b"*\n")?;
        crate::stage::replace(&folder.join(FILE), &file_of(&self.program, &kept))
    }
}

/// The whole file: mark, program, entries (key, length, bytes), and the hash of all that.
fn file_of(program: &Key, entries: &[(&Key, &[u8])]) -> Vec<u8> {
    let mut out = MARK.to_vec();
    out.extend(program.bytes());
    for (key, bytes) in entries {
        out.extend(key.bytes());
        out.extend((bytes.len() as u64).to_le_bytes());
        out.extend(*bytes);
    }
    let hash = Sha256::digest(&out);
    out.extend(hash);
    out
}

/// Where each entry stands in the file; none where it is damaged, or another program's.
fn entries(bytes: &[u8], program: &Key) -> Option<BTreeMap<Key, Range<usize>>> {
    let end = bytes.len().checked_sub(HASH)?;
    let own = bytes.strip_prefix(MARK)?.starts_with(program.bytes());
    if !own || Sha256::digest(&bytes[..end])[..] != bytes[end..] {
        return None;
    }
    let mut at = MARK.len() + HASH;
    let mut found = BTreeMap::new();
    while at < end {
        let key = Key(bytes.get(at..at + HASH)?.try_into().ok()?);
        let length = bytes.get(at + HASH..at + HASH + 8)?.try_into().ok()?;
        let start = at + HASH + 8;
        at = start.checked_add(usize::try_from(u64::from_le_bytes(length)).ok()?)?;
        found.insert(key, (at <= end).then_some(start..at)?);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(root: &Path, program: &str) -> Cache {
        Cache::open(root, Key::of(&[program.as_bytes()]))
    }

    #[test]
    fn what_was_used_last_is_kept_and_the_rest_is_not() {
        let home = tempfile::tempdir().unwrap();
        let [a, b] = ["a", "b"].map(|name| Key::of(&[name.as_bytes()]));
        let first = opened(home.path(), "1");
        first.put(a, &"one");
        first.put(b, &vec![2_u64, 3]);
        first.save(home.path(), false).unwrap();
        let second = opened(home.path(), "1");
        assert_eq!(second.get(&a), Some("one".to_owned()));
        second.save(home.path(), true).unwrap();
        let third = opened(home.path(), "1");
        assert_eq!(third.get(&b), Some(vec![2_u64, 3]), "a run that was broken off loses nothing");
        third.save(home.path(), false).unwrap();
        let last = opened(home.path(), "1");
        assert_eq!((last.get::<String>(&a), last.get(&b)), (None, Some(vec![2_u64, 3])));
    }

    #[test]
    fn damaged_and_foreign_files_are_as_good_as_none() {
        let home = tempfile::tempdir().unwrap();
        let a = Key::of(&[b"a"]);
        let cache = opened(home.path(), "1");
        cache.put(a, &"one");
        cache.save(home.path(), false).unwrap();
        assert_eq!(opened(home.path(), "2").get::<String>(&a), None);
        let file = home.path().join(FOLDER).join(FILE);
        let whole = fs::read(&file).unwrap();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            fs::write(&file, &bytes).unwrap();
            assert_eq!(opened(home.path(), "1").get::<String>(&a), None, "byte {at}");
            fs::write(&file, &whole[..at]).unwrap();
            assert_eq!(opened(home.path(), "1").get::<String>(&a), None, "cut at {at}");
        }
        fs::write(&file, &whole).unwrap();
        assert_eq!(opened(home.path(), "1").get(&a), Some("one".to_owned()));
    }

    #[test]
    fn parts_of_a_key_do_not_run_together() {
        assert_ne!(Key::of(&[b"ab", b"c"]), Key::of(&[b"a", b"bc"]));
    }
}
