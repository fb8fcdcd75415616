//! The last steps: what was made takes the place of the last output.

use super::names::{self, NameSample};
use super::scratch::ASIDE;
use super::{
    Identity, MARKER, Manifest, Modes, Output, PreviousManifest, SIGNATURE, SUMS, Staging, carry,
    clear, flush, marker, reading, swap,
};
use crate::diag::Fatal;
use crate::stage::lock::Remainder;
use crate::stage::move_over::CarryPlan;
use crate::stage::ownership;
use crate::stage::ownership::{Collision, Stranger};
use crate::stage::previous_manifest::{FolderOfFile, StagedPlace};
use std::collections::BTreeSet;
use std::fs;
#[cfg(unix)]
use std::io;
use std::path::Path;

/// What is in the output and the program did not make; it stays where it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strangers {
    strangers: Vec<Stranger>,
}

impl Stranger {
    /// Whether it was named. What was in a folder of the output's own, which is no more, was named by itself.
    fn is_among(&self, named: &BTreeSet<String>) -> bool {
        let below = format!("{}/", self.name);
        let next = named.range(below.clone()..).next();
        named.contains(&self.name) || next.is_some_and(|name| name.starts_with(&below))
    }
}

impl Strangers {
    /// What is in an output now and the program did not make.
    ///
    /// # Errors
    /// When the output is somebody else's, or something in it cannot be carried over.
    pub(crate) fn of(output: &Output) -> Result<Strangers, Fatal> {
        if !output.path().exists() {
            return Ok(Strangers::default());
        }
        let listed = output.listed()?;
        Ok(Strangers {
            strangers: ownership::strangers(output.path(), &listed)?,
        })
    }

    /// Those that were not named before: a folder once.
    pub(crate) fn unnamed(&self, named: &BTreeSet<String>) -> NameSample {
        let strangers = self.strangers.iter();
        names::of_strangers(strangers.filter(|stranger| !stranger.is_among(named)))
    }

    /// Whether they are those that were named before, and no others.
    pub(crate) fn are(&self, named: &BTreeSet<String>) -> bool {
        let outer = self.strangers.iter().filter(|stranger| !stranger.is_inside);
        let found: BTreeSet<&str> = outer.map(|stranger| &*stranger.name).collect();
        found.len() == named.len() && named.iter().all(|name| found.contains(name.as_str()))
    }

    /// The addresses at which they are, of those that are wanted.
    pub(crate) fn taken(&self, manifest: &Manifest) -> Vec<Collision> {
        ownership::taken(
            &self.strangers,
            manifest.keys().map(String::as_str).chain([SUMS, MARKER]),
        )
    }
}

/// An output that is in its place.
#[derive(Debug)]
pub(crate) struct Publication {
    /// Every file of it.
    pub(crate) manifest: Manifest,
    /// How they are known again.
    pub(crate) last: PreviousManifest,
    /// What of the old one could not be removed.
    pub(crate) left: Vec<Remainder>,
}

impl Staging {
    /// What is in the output now and the program did not make.
    ///
    /// # Errors
    /// As [`Strangers::of`].
    pub(crate) fn kept(&self) -> Result<Strangers, Fatal> {
        Strangers::of(&self.output)
    }

    /// Strangers that an earlier run named.
    pub(crate) fn named(&self) -> &BTreeSet<String> {
        &self.last.named
    }

    /// How the output was named.
    pub(crate) fn shown(&self) -> &str {
        self.output.named()
    }

    /// The modes of what is made, where a web server could not read that.
    pub(crate) fn closed_modes(&self) -> Option<Modes> {
        Some(self.modes).filter(|modes| !modes.are_open())
    }

    /// Publishes what was made, with what is in the output now.
    ///
    /// # Errors
    /// As [`Staging::kept`] and [`Staging::publish`].
    #[cfg(test)]
    pub(crate) fn commit(self) -> Result<(Manifest, PreviousManifest), Fatal> {
        let kept = self.kept()?;
        let published = self.publish(&kept, true, || Ok(()))?;
        Ok((published.manifest, published.last))
    }

    /// Writes the list of checksums and its marker, and swaps the new output in, whole and with what is kept; the disk has
    /// all of it before the old one is removed, unless it need not be `flushed`. What has to be noted of that is `placed`
    /// before the old one is removed, which may take a while. Says what the output holds, and how that is known again.
    ///
    /// # Errors
    /// When the disk refuses; the last output then still is, unless it was `placed` that failed.
    pub(crate) fn publish(
        mut self,
        kept: &Strangers,
        flushed: bool,
        placed: impl FnOnce() -> Result<(), Fatal>,
    ) -> Result<Publication, Fatal> {
        self.remove_asides()?;
        self.seal()?;
        self.assemble()?;
        let (work, out) = (self.work.path().to_owned(), self.output.path().to_owned());
        let at_work = || Fatal::io("writing", &work);
        make_readable(&work, &out)?;
        let strangers =
            CarryPlan::of(&kept.strangers, &out, &work, &self.manifest()).map_err(at_work())?;
        carry::carry(&strangers.ahead, &out, &work)?;
        carry_signature(&out, &work)?;
        if flushed {
            flush::tree(&work).map_err(at_work())?;
        }
        self.claim.share().map_err(at_work())?;
        // From here on it may be the old output, with what somebody put there a moment ago.
        self.work.keep();
        let mut left = std::mem::take(&mut self.left);
        let is_old_left = exchange(&work, &out, &strangers)?;
        let noted = placed();
        let is_old_kept = is_old_left && self.keep_old(&work);
        if is_old_left && !is_old_kept {
            left.extend(clear::clear(&work, &out));
        }
        noted?;
        let last = self.last(&out, kept, is_old_kept);
        let manifest = std::mem::take(&mut *self.manifest());
        Ok(Publication {
            manifest,
            last,
            left,
        })
    }

    /// Removes what writers put aside and could not remove: it would be published, and then be nobody's.
    fn remove_asides(&self) -> Result<(), Fatal> {
        let work = self.work.path();
        let listing = || Fatal::io("listing", work);
        for entry in fs::read_dir(work).map_err(listing())? {
            let entry = entry.map_err(listing())?;
            if entry.file_name().to_string_lossy().starts_with(ASIDE) {
                let path = entry.path();
                tragaluz_disk::remove_tree(&path).map_err(Fatal::io("removing", &path))?;
            }
        }
        Ok(())
    }

    /// Writes the list of checksums, and the marker that makes the output the program's.
    fn seal(&self) -> Result<(), Fatal> {
        let mut sums = String::new();
        for (path, written) in &*self.manifest() {
            sums.push_str(&format!("{}  {path}\n", written.sha256));
        }
        self.write_taken(SUMS, sums.as_bytes())?;
        self.write_taken(MARKER, &marker(sums.as_bytes())).map(drop)
    }

    /// How the files are known again. Taking a file's other name away, in the old output, touches it; where that is kept,
    /// those are as they were that both have.
    fn last(&self, out: &Path, kept: &Strangers, is_old_kept: bool) -> PreviousManifest {
        let places = std::mem::take(&mut *self.places.lock().expect("no writer panicked"));
        let manifest = self.manifest();
        let known = |(path, place): (String, StagedPlace)| {
            let identity = if is_old_kept && place.folder == FolderOfFile::Both {
                place.identity
            } else {
                let found = fs::symlink_metadata(out.join(&path)).ok()?;
                Some(Identity::of(&found)).filter(|now| now.is_of_same_file(&place.identity))?
            };
            let sha256 = manifest.get(&path)?.sha256.clone();
            Some((path, (sha256, identity)))
        };
        let mut last = PreviousManifest {
            files: places.into_iter().filter_map(known).collect(),
            ..PreviousManifest::default()
        };
        last.named = kept
            .strangers
            .iter()
            .filter(|s| !s.is_inside)
            .map(|s| s.name.clone())
            .collect();
        last
    }
}

/// Lets the signature of a list be beside the new one, where that is the same list: of another it would be wrong.
fn carry_signature(out: &Path, work: &Path) -> Result<(), Fatal> {
    let list = |folder: &Path| reading::read(folder, SUMS).ok();
    let is_file = fs::symlink_metadata(out.join(SIGNATURE)).is_ok_and(|found| found.is_file());
    if !is_file || list(out) != list(work) {
        return Ok(());
    }
    let to = work.join(SIGNATURE);
    let carried = tragaluz_disk::link(&out.join(SIGNATURE), &to)
        .or_else(|_| tragaluz_disk::copy(&out.join(SIGNATURE), &to).map(drop));
    carried.map_err(Fatal::io("writing", &to))
}

/// Lets a new output and the old one change places, and moves what goes along. Returns whether the old one is in the new one's place.
fn exchange(work: &Path, out: &Path, strangers: &CarryPlan<'_>) -> Result<bool, Fatal> {
    let is_old_left = swap::swap(work, out).inspect_err(|_| {
        clear::clear(work, out);
    })?;
    let aside = swap::aside(out);
    strangers.move_over(if is_old_left { work } else { &aside }, out);
    Ok(is_old_left)
}

/// Temporary folders are private; a published one is for everybody, and for whom else it was before.
#[cfg(unix)]
fn make_readable(work: &Path, out: &Path) -> Result<(), Fatal> {
    use std::os::unix::fs::PermissionsExt;
    let made = match fs::metadata(out) {
        Ok(old) => {
            carry::own_alike(&old, work);
            tragaluz_disk::set_mode(
                work,
                fs::Permissions::from_mode(old.permissions().mode() | 0o755),
            )
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            tragaluz_disk::set_mode(work, fs::Permissions::from_mode(0o755))
        }
        Err(error) => Err(error),
    };
    made.map_err(Fatal::io("opening to readers", work))
}

#[cfg(not(unix))]
fn make_readable(_work: &Path, _out: &Path) -> Result<(), Fatal> {
    Ok(())
}
