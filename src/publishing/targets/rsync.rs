//! A folder on a server that is reached by ssh, with the user's own `rsync`: `ssh://user@host:port/folder`. It sends of a file only the
//! parts that differ, and puts each in its place when it is whole.

use crate::diag::Fatal;
use crate::publishing::address::TargetAddress;
use crate::publishing::program::{OwnProgram, failed};
use crate::publishing::refusal::no_target;
use crate::publishing::server::ServerPlace;
use crate::publishing::target::{
    Fetched, SentFile, SiteTarget, TargetKind, TargetPlace, ToldPath, each_aside,
};
use std::path::PathBuf;

/// What begins such an address.
const BEGINNING: &str = "ssh://";

/// Files that are fetched at once.
const AT_ONCE: usize = 500;

/// Folders on servers with ssh and rsync.
pub(super) struct RsyncFolders;

impl TargetKind for RsyncFolders {
    fn open(&self, place: &TargetPlace<'_>) -> Result<Option<Box<dyn SiteTarget>>, Fatal> {
        let Some(rest) = place.address.after(BEGINNING) else {
            return Ok(None);
        };
        let server = ServerPlace::read(rest).ok_or_else(|| no_target(place.address))?;
        Ok(Some(Box::new(RsyncFolder {
            address: place.address.clone(),
            server,
            aside: place.aside.to_owned(),
        })))
    }
}

/// A folder on a server.
struct RsyncFolder {
    address: TargetAddress,
    server: ServerPlace,
    aside: PathBuf,
}

impl RsyncFolder {
    /// Prepares to run rsync on files that are listed to it.
    fn rsync(&self, words: &[&str]) -> OwnProgram<'_> {
        let rsync = OwnProgram::new("rsync", &self.address)
            // No shell of the server reads the names; files are read by all, as those of a site are.
            .args(["--protect-args", "--chmod=D755,F644"])
            .args(["--from0", "--files-from=-"])
            .args(words);
        match self.server.port {
            Some(port) => rsync.args([format!("--rsh=ssh -p {port}")]),
            None => rsync,
        }
    }

    /// The folder as rsync names it.
    fn there(&self) -> String {
        format!("{}:{}/", self.server.server(), self.server.path(""))
    }

    /// Fetches files that are there to a folder.
    fn fetch_some(&self, paths: &[&str], into: &str) -> Result<(), Fatal> {
        let fetching = self.rsync(&["--ignore-missing-args"]).args([self.there()]);
        let ended = fetching.args([into]).ended(listed(paths).as_bytes())?;
        let said = String::from_utf8_lossy(&ended.stderr);
        // A folder that is not there yet holds nothing.
        let is_absent = said.contains("No such file or directory") && said.contains("change_dir");
        if ended.status.success() || is_absent {
            Ok(())
        } else {
            Err(failed("rsync", &self.address, &ended))
        }
    }
}

/// The list that rsync reads.
fn listed(paths: &[&str]) -> String {
    paths.iter().map(|path| format!("{path}\0")).collect()
}

impl SiteTarget for RsyncFolder {
    fn fetch(&mut self, paths: &[&str], each: &mut Fetched<'_>) -> Result<(), Fatal> {
        for some in paths.chunks(AT_ONCE) {
            each_aside(&self.aside, some, each, |folder| {
                self.fetch_some(some, &format!("{}/", folder.display()))
            })?;
        }
        Ok(())
    }

    fn put(&mut self, files: &[SentFile<'_>], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        let Some(root) = files.first().map(|file| file.root) else {
            return Ok(());
        };
        let paths: Vec<&str> = files.iter().map(|file| file.path).collect();
        let from = format!("{}/", root.display());
        // By size and time alone rsync would take a changed file for the same.
        let putting = self.rsync(&["--ignore-times"]).args([from, self.there()]);
        putting.output(listed(&paths).as_bytes())?;
        paths.into_iter().try_for_each(tell)
    }

    fn remove(&mut self, paths: &[&str], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        // What is listed and not in this empty folder goes there.
        let empty = self.aside.join("empty");
        tragaluz_disk::create_folders(&empty).map_err(Fatal::io("creating", &empty))?;
        let from = format!("{}/", empty.display());
        let removing = self.rsync(&["--delete-missing-args"]);
        let removing = removing.args([from, self.there()]);
        removing.output(listed(paths).as_bytes())?;
        paths.iter().try_for_each(|path| tell(path))
    }
}
