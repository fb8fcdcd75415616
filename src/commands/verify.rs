//! `tragaluz verify`

use super::stdio::note;
use super::{ended, report};
use crate::cli::VerifyArgs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tragaluz::diag::{Diagnostic, Speech, codes};
use tragaluz::text::messages::Arg;
use tragaluz::verify::{GivenKey, VerifiedCopy, VerifyOrder};
use tragaluz::{Fatal, Sink, source};

pub(super) fn run(args: &VerifyArgs, speech: &Speech) -> Result<ExitCode, Fatal> {
    let folder = folder(args)?;
    let order = VerifyOrder {
        key: args.key.as_deref().map(key).transpose()?,
    };
    let mut sink = Sink::new();
    let verified = tragaluz::verify::verify(&folder, &order, &mut sink)?;
    let failed = report(sink, &args.showing, speech, &mut anstream::stdout())?;
    if !failed {
        tell_verified(&verified, speech);
    }
    Ok(ended(failed))
}

/// Returns the folder of the copy: the one that is named, else the output of the portal in which the user is.
fn folder(args: &VerifyArgs) -> Result<PathBuf, Fatal> {
    if let Some(folder) = &args.dir {
        return Ok(folder.clone());
    }
    let here = std::env::current_dir().ok();
    let root = here.and_then(|here| source::find_root(&here));
    let root = root.ok_or_else(|| Fatal::Finding(Box::new(Diagnostic::new(&codes::NO_PORTAL))))?;
    Ok(root.join("public"))
}

/// Reads a key: what was written is one, or names a file with one.
fn key(given: &str) -> Result<GivenKey, Fatal> {
    let in_file = || {
        let text = tragaluz::verify::key_file(Path::new(given))?;
        GivenKey::read(&text)
    };
    let key = GivenKey::read(given).or_else(in_file);
    key.ok_or_else(|| Fatal::wrong_command("no-key", vec![("given", given.into())]))
}

/// Says how much was found to be as it ought to be.
fn tell_verified(verified: &VerifiedCopy, speech: &Speech) {
    let args: [(&'static str, Arg); 4] = [
        ("files", verified.files.into()),
        ("signature", verified.signature.id().into()),
        ("datasets", verified.datasets.into()),
        ("versions", verified.versions.into()),
    ];
    note!("{}", speech.say("verified", &args));
}
