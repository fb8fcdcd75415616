//! Files that a host or forge wants in order to publish a portal. A new one is a file here and a line in [`ALL`].

mod forgejo;
mod github;
mod gitlab;
mod iis;
mod nginx;

use crate::diag::Fatal;
use crate::source::disk::{Disk, LocalDisk};
use crate::stage;
use std::path::Path;

/// What is written for a host or forge.
pub(super) trait HostSetup: Sync {
    /// Returns its name on the command line.
    fn name(&self) -> &'static str;

    /// Returns where its file is, from the portal's folder.
    fn path(&self) -> &'static str;

    /// Returns what is in it.
    fn text(&self) -> String;
}

/// Returns a workflow that takes the released program of this version. A released program knows where that is, for it was told when it was
/// made; in what others compile, `ADDRESS` is for the office to write.
fn with_release(workflow: &str) -> String {
    let address = option_env!("TRAGALUZ_RELEASES").unwrap_or("ADDRESS");
    workflow
        .replace("ADDRESS", address)
        .replace("VERSION", env!("CARGO_PKG_VERSION"))
}

/// Every host and forge that something is written for.
static ALL: &[&dyn HostSetup] = &[
    &github::Github,
    &gitlab::Gitlab,
    &forgejo::Forgejo,
    &nginx::Nginx,
    &iis::Iis,
];

/// Returns what is written for a host or forge.
///
/// # Errors
/// When there is none of this name.
pub(super) fn of(name: &str) -> Result<&'static dyn HostSetup, Fatal> {
    let found = ALL.iter().find(|setup| setup.name() == name);
    found.copied().ok_or_else(|| {
        let names: Vec<&str> = ALL.iter().map(|setup| setup.name()).collect();
        let args = vec![("given", name.into()), ("names", names.join(", ").into())];
        Fatal::wrong_command("publish-setup", args)
    })
}

/// Writes what a host or forge wants into a portal, and returns the file's path from there.
///
/// # Errors
/// When there is no such host, another file is there that may not be written over, or the disk refuses.
pub(super) fn write(root: &Path, name: &str, over: bool) -> Result<&'static str, Fatal> {
    let setup = of(name)?;
    let (path, text) = (root.join(setup.path()), setup.text());
    let there = LocalDisk.read(&path).ok();
    let is_same = there.as_deref() == Some(text.as_bytes());
    if LocalDisk.exists(&path) && !is_same && !over {
        let args = vec![("path", setup.path().into())];
        return Err(Fatal::wrong_command("publish-setup-exists", args));
    }
    if let Some(folder) = path.parent() {
        tragaluz_disk::create_folders(folder).map_err(Fatal::io("creating", folder))?;
    }
    stage::replace(&path, text.as_bytes())?;
    Ok(setup.path())
}
