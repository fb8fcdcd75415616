//! The user's own programs: `git`, `rsync`, `sftp`. They know the user's keys, agents and hosts, and ask for passwords themselves.

use super::address::TargetAddress;
use super::refusal::refused;
use crate::diag::Fatal;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

/// A program that is to be run, and for which target.
pub(super) struct OwnProgram<'a> {
    name: &'static str,
    address: &'a TargetAddress,
    command: Command,
}

impl<'a> OwnProgram<'a> {
    /// Prepares to run a program. It speaks English, for what it says is looked at.
    pub(super) fn new(name: &'static str, address: &'a TargetAddress) -> OwnProgram<'a> {
        let mut command = Command::new(name);
        command.env("LC_ALL", "C").env("LANGUAGE", "C");
        OwnProgram {
            name,
            address,
            command,
        }
    }

    /// Gives it words.
    pub(super) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets a variable of its environment.
    pub(super) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it to its end, with this text to read, and returns what it came to.
    ///
    /// # Errors
    /// When there is no such program, or it cannot be run.
    pub(super) fn ended(mut self, input: &[u8]) -> Result<Output, Fatal> {
        self.command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let started = self.command.spawn();
        let ended = started.and_then(|child| fed(child, input));
        ended.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => refused("program", self.address, self.name),
            _ => refused("other", self.address, &format!("{}: {error}", self.name)),
        })
    }

    /// Runs it, and returns what it wrote.
    ///
    /// # Errors
    /// As [`OwnProgram::ended`], and when it says that it failed.
    pub(super) fn output(self, input: &[u8]) -> Result<String, Fatal> {
        let (name, address) = (self.name, self.address);
        let ended = self.ended(input)?;
        if ended.status.success() {
            Ok(String::from_utf8_lossy(&ended.stdout).into_owned())
        } else {
            Err(failed(name, address, &ended))
        }
    }
}

/// Returns the finding that a program failed, with what it said.
pub(super) fn failed(name: &str, address: &TargetAddress, ended: &Output) -> Fatal {
    let said = String::from_utf8_lossy(&ended.stderr);
    let kind = if ["rejected", "non-fast-forward", "fetch first"]
        .iter()
        .any(|sign| said.contains(sign))
    {
        "moved-on"
    } else if [
        "Permission denied",
        "Authentication failed",
        "could not read Username",
    ]
    .iter()
    .any(|sign| said.contains(sign))
    {
        "login"
    } else {
        "other"
    };
    refused(kind, address, &format!("{name}: {}", said.trim()))
}

/// Gives a program its input while it writes, and waits for its end.
fn fed(mut child: Child, input: &[u8]) -> io::Result<Output> {
    let stdin = child.stdin.take();
    thread::scope(|scope| {
        scope.spawn(move || {
            // A program that ends before it read everything says why itself.
            let _ = stdin.map(|mut pipe| pipe.write_all(input));
        });
        child.wait_with_output()
    })
}
