//! The last steps: what was made takes the place of the last output.

use super::names::{self, NameSample};
use super::scratch::ASIDE;
use super::{
    Identity, MARKER, Manifest, Modes, Output, PreviousManifest, SUMS, Staging, carry, clear,
    flush, marker, swap,
};
use crate::diag::Fatal;
use crate::stage::lock::Remainder;
use crate::stage::ownership;
use crate::stage::ownership::{Collision, Stranger};
use std::collections::BTreeSet;
use std::fs;
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
        let (work, out) = (self.work.path().to_owned(), self.output.path().to_owned());
        let at_work = || Fatal::io("writing", &work);
        make_readable(&work, &out)?;
        carry::carry(&kept.strangers, &out, &work)?;
        if flushed {
            flush::tree(&work).map_err(at_work())?;
        }
        self.claim.share().map_err(at_work())?;
        // From here on it may be the old output, with what somebody put there a moment ago.
        self.work.keep();
        let mut left = std::mem::take(&mut self.left);
        let is_old_left = swap::swap(&work, &out).inspect_err(|_| {
            clear::clear(&work, &out);
        })?;
        let noted = placed();
        if is_old_left {
            left.extend(clear::clear(&work, &out));
        }
        noted?;
        let last = self.last(&out, kept);
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

    /// How the files are known again. Taking a file's other name away, in the old output, touches it.
    fn last(&self, out: &Path, kept: &Strangers) -> PreviousManifest {
        let identities = std::mem::take(&mut *self.identities.lock().expect("no writer panicked"));
        let manifest = self.manifest();
        let mut last = PreviousManifest::default();
        for (path, written) in identities {
            let now = fs::symlink_metadata(out.join(&path))
                .ok()
                .map(|found| Identity::of(&found));
            if let (Some(now), Some(file)) = (
                now.filter(|now| now.is_of_same_file(&written)),
                manifest.get(&path),
            ) {
                last.files.insert(path, (file.sha256.clone(), now));
            }
        }
        last.named = kept
            .strangers
            .iter()
            .filter(|s| !s.is_inside)
            .map(|s| s.name.clone())
            .collect();
        last
    }
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
