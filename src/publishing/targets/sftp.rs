//! A folder on a server that speaks SFTP, with the user's own `sftp`: `sftp://user@host:port/folder`. Each file is put under another name
//! and then renamed, so that nobody sees a part of it.

use crate::diag::Fatal;
use crate::publishing::address::TargetAddress;
use crate::publishing::program::{OwnProgram, failed};
use crate::publishing::refusal::no_target;
use crate::publishing::server::ServerPlace;
use crate::publishing::target::{
    Fetched, PART, SentFile, SiteTarget, TargetKind, TargetPlace, ToldPath, each_aside,
};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Output;

/// What begins such an address.
const BEGINNING: &str = "sftp://";

/// Files of one run of the program.
const AT_ONCE: usize = 200;

/// Folders on servers with SFTP.
pub(super) struct SftpFolders;

impl TargetKind for SftpFolders {
    fn open(&self, place: &TargetPlace<'_>) -> Result<Option<Box<dyn SiteTarget>>, Fatal> {
        let Some(rest) = place.address.after(BEGINNING) else {
            return Ok(None);
        };
        let server = ServerPlace::read(rest).ok_or_else(|| no_target(place.address))?;
        Ok(Some(Box::new(SftpFolder {
            address: place.address.clone(),
            server,
            aside: place.aside.to_owned(),
            folders: BTreeSet::new(),
        })))
    }
}

/// A folder on a server.
struct SftpFolder {
    address: TargetAddress,
    server: ServerPlace,
    aside: PathBuf,
    /// Folders that were made, or were there.
    folders: BTreeSet<String>,
}

impl SftpFolder {
    /// Runs the program with these orders. It ends at the first that fails, unless that begins with `-`.
    fn ended(&self, orders: &str) -> Result<Output, Fatal> {
        let mut words = vec!["-b".to_owned(), "-".to_owned()];
        words.extend(self.server.port.map(|port| format!("-oPort={port}")));
        words.push(self.server.server());
        let sftp = OwnProgram::new("sftp", &self.address);
        sftp.args(words).ended(orders.as_bytes())
    }

    fn run(&self, orders: &str) -> Result<(), Fatal> {
        let ended = self.ended(orders)?;
        if ended.status.success() {
            Ok(())
        } else {
            Err(failed("sftp", &self.address, &ended))
        }
    }

    /// A file there, as orders name it.
    fn there(&self, path: &str) -> String {
        quoted(&self.server.path(path))
    }

    /// Orders to make the folders above a file, as far as they were not made yet.
    fn making(&mut self, path: &str) -> String {
        let above = self.server.folders_above(path).into_iter();
        let new = above.filter(|folder| self.folders.insert(folder.clone()));
        new.map(|folder| format!("-mkdir {}\n", quoted(&folder)))
            .collect()
    }
}

/// A name in quotation marks, in which the program looks for no signs that stand for others.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Returns how many renames came to their end: each order is told before it is carried out.
fn renamed(ended: &Output) -> usize {
    let said = String::from_utf8_lossy(&ended.stdout);
    let orders: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("sftp> "))
        .collect();
    let is_rename = |order: &&str| order.starts_with("sftp> rename ");
    let begun = orders
        .iter()
        .copied()
        .filter(|order| is_rename(order))
        .count();
    let failed = !ended.status.success() && orders.last().is_some_and(is_rename);
    begun - usize::from(failed)
}

impl SiteTarget for SftpFolder {
    fn fetch(&mut self, paths: &[&str], each: &mut Fetched<'_>) -> Result<(), Fatal> {
        for some in paths.chunks(AT_ONCE) {
            each_aside(&self.aside, some, each, |folder| {
                let getting = some.iter().map(|path| {
                    let local = folder.join(path).display().to_string();
                    format!("-get {} {}\n", self.there(path), quoted(&local))
                });
                for path in some {
                    let above = folder.join(path);
                    let above = above.parent().unwrap_or(folder);
                    let creating = || Fatal::io("creating", above);
                    tragaluz_disk::create_folders(above).map_err(creating())?;
                }
                self.run(&getting.collect::<String>())
            })?;
        }
        Ok(())
    }

    fn put(&mut self, files: &[SentFile<'_>], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        let part = self.there(PART);
        for some in files.chunks(AT_ONCE) {
            let mut orders = String::new();
            for file in some {
                orders.push_str(&self.making(file.path));
                let from = quoted(&file.from().display().to_string());
                let to = self.there(file.path);
                orders.push_str(&format!("put {from} {part}\nrename {part} {to}\n"));
            }
            let ended = self.ended(&orders)?;
            for file in some.iter().take(renamed(&ended)) {
                tell(file.path)?;
            }
            if !ended.status.success() {
                return Err(failed("sftp", &self.address, &ended));
            }
        }
        Ok(())
    }

    fn remove(&mut self, paths: &[&str], tell: &mut ToldPath<'_>) -> Result<(), Fatal> {
        for some in paths.chunks(AT_ONCE) {
            let mut orders = String::new();
            for path in some {
                orders.push_str(&format!("-rm {}\n", self.there(path)));
                // A folder with something in it stays.
                for (at, _) in path.rmatch_indices('/') {
                    orders.push_str(&format!("-rmdir {}\n", self.there(&path[..at])));
                }
            }
            self.run(&orders)?;
            some.iter().try_for_each(|path| tell(path))?;
        }
        Ok(())
    }
}
