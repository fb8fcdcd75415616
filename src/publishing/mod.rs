//! Floor 11: a built site brought to where readers get it from: a folder, a branch of a repository, a server, a bucket.
//!
//! What is done is the same for every target. The list of checksums of the site is held against the one that was published last
//! ([`present`]); what differs is sent in an order in which no page ever names what is not there yet ([`plan`]), the list itself
//! comes last, and then goes what that older list named and the new one does not. What a run that was cut off had done already is known
//! from a journal in the portal's own folder ([`journal`]), where the site is kept too that was published before ([`kept`]).
//!
//! How files get to a target is one file each in [`targets`].

mod address;
mod built_site;
mod check;
mod hosts;
mod journal;
mod kept;
mod lock;
mod plan;
mod present;
mod program;
mod ranks;
mod refusal;
mod server;
mod setups;
mod target;
mod targets;
mod transfer;

use crate::cache;
use crate::diag::{Fatal, Sink};
use crate::stage::{ScratchFolder, sha256};
use address::TargetAddress;
use built_site::BuiltSite;
use hosts::HostLimits;
use jiff::Timestamp;
use journal::Journal;
use kept::KeptSites;
use lock::TargetLock;
use present::PresentFiles;
use std::path::{Path, PathBuf};
use target::SiteTarget;
use transfer::Transfer;

pub use plan::{FileFate, PlannedFile, SendPlan};
pub use target::SecretLookup;
pub use transfer::SendProgress;

/// The folder of what is known of targets, in the portal's own one.
const TARGETS: &str = "publish";

/// What is to be published, and where.
#[derive(Debug, Clone)]
pub struct PublishOrder {
    /// The target, as it was named.
    pub to: String,
    /// Whether the site goes there that was there before, in place of the one that was built.
    pub back: bool,
    /// Whether files may take the place of others there that no list names.
    pub over: bool,
    /// The host that it is at, where the address does not tell that.
    pub host: Option<String>,
    /// Where secrets come from.
    pub secrets: SecretLookup,
    /// Says what time it is.
    pub now: fn() -> Timestamp,
}

/// A site and its target, looked at and not changed yet.
pub struct SitePublication {
    site: BuiltSite,
    target: Box<dyn SiteTarget>,
    address: TargetAddress,
    present: PresentFiles,
    plan: SendPlan,
    journal: Journal,
    kept: KeptSites,
    over: bool,
    /// No other run publishes there.
    _lock: TargetLock,
    /// What a target put aside for as long as this takes.
    _aside: ScratchFolder,
}

impl SitePublication {
    /// Looks at what was built into a folder, and at what is at the target.
    ///
    /// # Errors
    /// When nothing was built there, the target cannot be reached, or the disk refuses.
    pub fn open(root: &Path, out: &Path, order: &PublishOrder) -> Result<SitePublication, Fatal> {
        let address = TargetAddress::read(&order.to)?;
        let folder = folder_of(&cache::own_folder(root)?, &address);
        let lock = TargetLock::take(&folder, &address)?;
        let kept = KeptSites::in_folder(&folder);
        let aside = ScratchFolder::new()?;
        let place = target::TargetPlace {
            address: &address,
            root,
            folder: &folder,
            aside: aside.path(),
            secrets: order.secrets,
            now: order.now,
        };
        let mut target = targets::open(&place)?;
        let site = if order.back {
            earlier_site(target.as_mut(), &kept, &aside, &address)?
        } else {
            BuiltSite::of(out)?
        };
        let told = target.host_address().unwrap_or(address.text());
        if let Some(host) = HostLimits::of(order.host.as_deref(), told)? {
            host.refuse(&site, &address)?;
        }
        let journal = Journal::in_folder(&folder);
        let published = PresentFiles::read(target.as_mut())?;
        let present = if target.is_in_one_step() {
            published
        } else {
            journal.resumed(published)?
        };
        let plan = SendPlan::of(&site, &present);
        Ok(SitePublication {
            site,
            target,
            address,
            present,
            plan,
            journal,
            kept,
            over: order.over,
            _lock: lock,
            _aside: aside,
        })
    }

    /// What would be done.
    pub fn plan(&self) -> &SendPlan {
        &self.plan
    }

    /// The target's address, without what nobody is to see.
    pub fn target(&self) -> &str {
        self.address.shown()
    }

    /// SHA-256 of the list of checksums of the site that is published.
    pub fn sums(&self) -> &str {
        self.site.sums()
    }

    /// Does it, and tells now and then how far it has come.
    ///
    /// # Errors
    /// When a built file is not what it was, a file there is nobody's, the target refuses something, or the disk does.
    pub fn send(&mut self, tell: &mut dyn FnMut(SendProgress)) -> Result<(), Fatal> {
        if !self.plan.is_nothing() {
            let mut sent = self.plan.sent.iter().map(|file| file.path.as_str());
            self.site.refuse_altered(&mut sent)?;
            if !self.over {
                self.refuse_strangers()?;
            }
            let transfer = Transfer {
                site: &self.site,
                plan: &self.plan,
                present: &self.present,
                journal: (!self.target.is_in_one_step()).then_some(&self.journal),
            };
            transfer.run(self.target.as_mut(), tell)?;
        }
        self.kept.keep(&self.site, self.present.sums())
    }

    /// Reads back what is there, by their checksums; what differs is a finding, and sent again by the next run.
    ///
    /// # Errors
    /// When the target cannot be read, or the disk refuses.
    pub fn check(&mut self, sink: &mut Sink) -> Result<usize, Fatal> {
        let wrong = check::read_back(self.target.as_mut(), &self.site, sink)?;
        if !wrong.is_empty() && !self.target.is_in_one_step() {
            self.journal.doubt(&self.site, &wrong)?;
        }
        Ok(self.site.files().len())
    }

    /// Refuses to write over what others put there.
    fn refuse_strangers(&mut self) -> Result<(), Fatal> {
        let new: Vec<&str> = self.plan.new_files().collect();
        let is_first = self.present.sums().is_none();
        match self.target.stranger(&self.site, &new, is_first)? {
            None => Ok(()),
            Some(path) => Err(refusal::stranger(&self.address, &path)),
        }
    }
}

/// Writes what a host or forge wants in order to publish a portal into its folder, and returns the file's path from there.
///
/// # Errors
/// When there is no such host, another file is there and `over` does not say that it may go, or the disk refuses.
pub fn set_up(root: &Path, host: &str, over: bool) -> Result<&'static str, Fatal> {
    setups::write(root, host, over)
}

/// Returns what [`set_up`] writes: the file's path from the portal's folder, and its text.
///
/// # Errors
/// When there is no such host.
pub(crate) fn setup_file(host: &str) -> Result<(&'static str, String), Fatal> {
    let setup = setups::of(host)?;
    Ok((setup.path(), setup.text()))
}

/// Returns the folder of what is known of a target.
fn folder_of(own: &Path, address: &TargetAddress) -> PathBuf {
    let key = sha256(address.shown().as_bytes());
    own.join(TARGETS).join(&key[..16])
}

/// Returns the site that was at the target before the one that is there: of its own history, else as this computer kept it.
fn earlier_site(
    target: &mut dyn SiteTarget,
    kept: &KeptSites,
    aside: &ScratchFolder,
    address: &TargetAddress,
) -> Result<BuiltSite, Fatal> {
    let folder = aside.path().join("earlier");
    if target.earlier(&folder)? {
        return BuiltSite::of(&folder);
    }
    let before = kept.before();
    match before {
        Some(folder) => BuiltSite::of(&folder),
        None => Err(refusal::nothing_before(address)),
    }
}
