//! Ground: what a run found out, kept for the next one. A piece of work is known by the hash of everything that it used;
//! whoever asks for it gives that hash, so that nothing stale can ever be found.
//!
//! The cache is one file. A damaged one, or one that another version of the program wrote, is as good as none.

use crate::diag::Fatal;
use crate::stage::{self, HashingWriter, Identity, Staging, WrittenFile};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tragaluz_disk::{DiskFile, create_folders};

/// The folder of what is kept between runs, beside the portal's `content` and `data`.
pub const FOLDER: &str = ".tragaluz";

const FILE: &str = "cache";

/// The folder in it where the output before the last one is kept.
const SWAPPED: &str = "output";

/// The beginning of the file; the number changes with the form of the file.
const MAGIC: &[u8] = b"tragaluz cache 1\n";

/// Bytes of a hash.
const HASH: usize = 32;

/// A file that was made: its path in the output, its size and checksum.
pub(crate) type CachedFile = (String, WrittenFile);

/// What a piece of work made, as far as it is files of the output.
pub(crate) trait CachedOutput: DeserializeOwned {
    /// Returns path and SHA-256 of each file.
    fn sums(&self) -> impl Iterator<Item = (&str, &str)> + Clone;
}

impl CachedOutput for Vec<CachedFile> {
    fn sums(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        self.iter()
            .map(|(path, written)| (path.as_str(), written.sha256.as_str()))
    }
}

/// By what a piece of work is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CacheKey([u8; HASH]);

impl CacheKey {
    /// The hash of all these parts. Each counts with its length, so that `ab`, `c` is not `a`, `bc`.
    pub fn of(parts: &[&[u8]]) -> CacheKey {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        CacheKey(hash.finalize().into())
    }

    /// Its bytes, to be a part of another one.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// What earlier runs found out, and what this one does.
#[derive(Debug)]
pub struct Cache {
    program: CacheKey,
    last: LastEntries,
    used: Mutex<RunEntries>,
    folder: PathBuf,
    on: bool,
    /// Whether what this run finds out is kept.
    keeps: bool,
}

/// Entries of the last file: its bytes, and where each entry is in them.
#[derive(Debug, Default)]
struct LastEntries {
    bytes: Vec<u8>,
    ranges: BTreeMap<CacheKey, Range<usize>>,
}

impl LastEntries {
    /// Takes in a file; nothing of one that is damaged, or another program's.
    fn of(bytes: Vec<u8>, program: &CacheKey) -> LastEntries {
        match entries(&bytes, program) {
            Some(ranges) => LastEntries { bytes, ranges },
            None => LastEntries::default(),
        }
    }

    /// Returns the bytes of an entry.
    fn get(&self, key: &CacheKey) -> Option<&[u8]> {
        Some(&self.bytes[self.ranges.get(key)?.clone()])
    }
}

/// What a run used or found out.
#[derive(Debug, Default)]
struct RunEntries {
    /// Where what is new is; none is what the old file has.
    entries: BTreeMap<CacheKey, Option<ScratchRange>>,
    /// What is new: a large portal has more of it than should lie in memory.
    aside: Option<BufWriter<DiskFile>>,
    bytes: u64,
}

/// A place in the file aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ScratchRange {
    start: u64,
    length: u64,
}

impl RunEntries {
    /// Notes that an entry of the old file was used.
    fn used(&mut self, key: CacheKey) {
        self.entries.entry(key).or_insert(None);
    }

    /// Keeps something new in a file of this folder, which has no name and goes with the program.
    fn found(&mut self, key: CacheKey, bytes: &[u8], folder: &Path) -> io::Result<()> {
        let aside = match &mut self.aside {
            Some(aside) => aside,
            none => {
                create_folders(folder)?;
                none.insert(BufWriter::new(DiskFile::nameless_in(folder)?))
            }
        };
        aside.write_all(bytes)?;
        let place = ScratchRange {
            start: self.bytes,
            length: bytes.len() as u64,
        };
        self.bytes += place.length;
        self.entries.insert(key, Some(place));
        Ok(())
    }

    /// Whether nothing is new, and all of the last file was used.
    fn are_those_of(&self, last: &LastEntries) -> bool {
        self.entries.len() == last.ranges.len() && self.entries.values().all(Option::is_none)
    }

    /// Writes what was used of the last file, and then what is new.
    fn write(mut self, last: &LastEntries, out: &mut dyn Write) -> io::Result<()> {
        let old = self.entries.iter().filter(|(_, place)| place.is_none());
        for (key, mut bytes) in old.filter_map(|(key, _)| Some((key, last.get(key)?))) {
            write_entry(out, key, bytes.len() as u64, &mut bytes)?;
        }
        let Some(aside) = self.aside.take() else {
            return Ok(());
        };
        let new = (self.entries.into_iter()).filter_map(|(key, place)| Some((place?, key)));
        copy(aside, new.collect(), out)
    }
}

impl Cache {
    /// One that knows nothing and keeps nothing.
    pub fn off() -> Cache {
        Cache {
            program: CacheKey::of(&[]),
            last: LastEntries::default(),
            used: Mutex::default(),
            folder: PathBuf::new(),
            on: false,
            keeps: false,
        }
    }

    /// What a portal's last run kept; nothing where that cannot be trusted. `program` says which program this is.
    pub(crate) fn open(root: &Path, program: CacheKey) -> Cache {
        let folder = root.join(FOLDER);
        let bytes = stage::read(&folder, FILE).unwrap_or_default();
        Cache {
            last: LastEntries::of(bytes, &program),
            program,
            used: Mutex::default(),
            folder,
            on: true,
            keeps: true,
        }
    }

    /// The same for a run that keeps nothing itself.
    pub(crate) fn to_read(root: &Path, program: CacheKey) -> Cache {
        Cache {
            keeps: false,
            ..Cache::open(root, program)
        }
    }

    /// Whether anything is kept at all: where not, nobody needs to know by what a piece of work would be known.
    pub(crate) fn is_on(&self) -> bool {
        self.on
    }

    /// Where the output before the last one is kept; none where nothing is.
    pub(crate) fn swapped(&self) -> Option<PathBuf> {
        self.keeps.then(|| self.folder.join(SWAPPED))
    }

    /// The disk's own time, as that of a new file where a portal's runs keep what they find out.
    pub(crate) fn time_in(root: &Path) -> Option<Identity> {
        let folder = root.join(FOLDER);
        create_folders(&folder).ok()?;
        let file = DiskFile::nameless_in(&folder).ok()?;
        Some(Identity::of(&file.metadata().ok()?))
    }

    /// What is known of a piece of work.
    pub(crate) fn get<T: DeserializeOwned>(&self, key: &CacheKey) -> Option<T> {
        let value = postcard::from_bytes(self.last.get(key)?).ok()?;
        self.used.lock().expect("no entry panics").used(*key);
        Some(value)
    }

    /// Keeps what is known of a piece of work that nobody had to ask for.
    pub(crate) fn touch(&self, key: &CacheKey) {
        if self.last.ranges.contains_key(key) {
            self.used.lock().expect("no entry panics").used(*key);
        }
    }

    /// Keeps what was found out.
    pub(crate) fn put<T: Serialize>(&self, key: CacheKey, value: &T) {
        if self.keeps
            && let Ok(bytes) = postcard::to_stdvec(value)
        {
            // What cannot be kept is found out again.
            let _ = self
                .used
                .lock()
                .expect("no entry panics")
                .found(key, &bytes, &self.folder);
        }
    }

    /// Returns what a piece of work made before, once all its files are carried over from the last output; none where one of
    /// them is not there as it was left.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn output<T: CachedOutput>(
        &self,
        key: &CacheKey,
        staging: &Staging,
    ) -> Result<Option<T>, Fatal> {
        let Some(made) = self.get::<T>(key) else {
            return Ok(None);
        };
        Ok(staging.keep_all(made.sums())?.then_some(made))
    }

    /// Returns the files that a piece of work made, as [`Cache::output`] does.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn files(
        &self,
        key: &CacheKey,
        staging: &Staging,
    ) -> Result<Option<Vec<CachedFile>>, Fatal> {
        self.output(key, staging)
    }

    /// Writes down what this run used and found out. Where it was `broken` off, what it did not come to is kept too.
    ///
    /// # Errors
    /// When the disk refuses; the last file then still is.
    pub(crate) fn save(self, broken: bool) -> Result<(), Fatal> {
        if !self.keeps {
            return Ok(());
        }
        let mut used = self.used.into_inner().expect("no entry panics");
        if broken {
            self.last.ranges.keys().for_each(|key| used.used(*key));
        } else if used.are_those_of(&self.last) {
            return Ok(());
        }
        let folder = &self.folder;
        make_own(folder)?;
        stage::replace_with(&folder.join(FILE), |out| {
            let mut out = HashingWriter::<_, Sha256>::new(out);
            out.write_all(MAGIC)?;
            out.write_all(self.program.bytes())?;
            used.write(&self.last, &mut out)?;
            let (out, hash) = out.finish();
            out.write_all(&hash)
        })
    }
}

/// Returns the folder, in a portal's, of what the program keeps there, which is made where it is not.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn own_folder(root: &Path) -> Result<PathBuf, Fatal> {
    let folder = root.join(FOLDER);
    make_own(&folder)?;
    Ok(folder)
}

/// Makes that folder. Nobody wants it in a repository.
fn make_own(folder: &Path) -> Result<(), Fatal> {
    create_folders(folder).map_err(Fatal::io("creating", folder))?;
    let ignore = folder.join(".gitignore");
    if !stage::exists(&ignore) {
        stage::replace(&ignore, b"*\n")?;
    }
    Ok(())
}

/// The entries of the file aside, in its order.
fn copy(
    aside: BufWriter<DiskFile>,
    entries: BTreeMap<ScratchRange, CacheKey>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut file = aside.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.rewind()?;
    let mut file = BufReader::new(file);
    let mut at = 0;
    for (place, key) in entries {
        // What was found out twice is there twice.
        io::copy(&mut (&mut file).take(place.start - at), &mut io::sink())?;
        write_entry(out, &key, place.length, &mut file)?;
        at = place.start + place.length;
    }
    Ok(())
}

/// Writes an entry of the file: key, length, bytes.
fn write_entry(
    out: &mut dyn Write,
    key: &CacheKey,
    length: u64,
    from: &mut dyn Read,
) -> io::Result<()> {
    out.write_all(key.bytes())?;
    out.write_all(&length.to_le_bytes())?;
    match io::copy(&mut from.take(length), out)? {
        copied if copied == length => Ok(()),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// Where each entry is in the file; none where it is damaged, or another program's.
fn entries(bytes: &[u8], program: &CacheKey) -> Option<BTreeMap<CacheKey, Range<usize>>> {
    let end = bytes.len().checked_sub(HASH)?;
    let own = bytes.strip_prefix(MAGIC)?.starts_with(program.bytes());
    if !own || Sha256::digest(&bytes[..end])[..] != bytes[end..] {
        return None;
    }
    let mut at = MAGIC.len() + HASH;
    let mut found = BTreeMap::new();
    while at < end {
        let key = CacheKey(bytes.get(at..at + HASH)?.try_into().ok()?);
        let length = bytes.get(at + HASH..at + HASH + 8)?.try_into().ok()?;
        let start = at + HASH + 8;
        at = start.checked_add(usize::try_from(u64::from_le_bytes(length)).ok()?)?;
        found.insert(key, (at <= end).then_some(start..at)?);
    }
    Some(found)
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
mod tests {
    use super::*;
    use std::fs;

    fn opened(root: &Path, program: &str) -> Cache {
        Cache::open(root, CacheKey::of(&[program.as_bytes()]))
    }

    #[test]
    fn what_was_used_last_is_kept_and_the_rest_is_not() {
        let home = tempfile::tempdir().unwrap();
        let [a, b] = ["a", "b"].map(|name| CacheKey::of(&[name.as_bytes()]));
        let first = opened(home.path(), "1");
        first.put(a, &"one");
        first.put(b, &vec![2_u64, 3]);
        first.save(false).unwrap();
        let second = opened(home.path(), "1");
        assert_eq!(second.get(&a), Some("one".to_owned()));
        second.save(true).unwrap();
        let third = opened(home.path(), "1");
        assert_eq!(
            third.get(&b),
            Some(vec![2_u64, 3]),
            "a run that was broken off loses nothing"
        );
        third.save(false).unwrap();
        let last = opened(home.path(), "1");
        assert_eq!(
            (last.get::<String>(&a), last.get(&b)),
            (None, Some(vec![2_u64, 3]))
        );
    }

    #[test]
    fn damaged_and_foreign_files_are_as_good_as_none() {
        let home = tempfile::tempdir().unwrap();
        let a = CacheKey::of(&[b"a"]);
        let cache = opened(home.path(), "1");
        cache.put(a, &"one");
        cache.save(false).unwrap();
        assert_eq!(opened(home.path(), "2").get::<String>(&a), None);
        let file = home.path().join(FOLDER).join(FILE);
        let whole = fs::read(&file).unwrap();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            fs::write(&file, &bytes).unwrap();
            assert_eq!(
                opened(home.path(), "1").get::<String>(&a),
                None,
                "byte {at}"
            );
            fs::write(&file, &whole[..at]).unwrap();
            assert_eq!(
                opened(home.path(), "1").get::<String>(&a),
                None,
                "cut at {at}"
            );
        }
        fs::write(&file, &whole).unwrap();
        assert_eq!(opened(home.path(), "1").get(&a), Some("one".to_owned()));
    }

    #[test]
    fn parts_of_a_key_do_not_run_together() {
        assert_ne!(CacheKey::of(&[b"ab", b"c"]), CacheKey::of(&[b"a", b"bc"]));
    }
}
