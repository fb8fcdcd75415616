//! `tragaluz release`

use super::stdio::tell;
use super::{ended, portal, report};
use crate::cli::ReleaseArgs;
use std::process::ExitCode;
use tragaluz::diag::Speech;
use tragaluz::history::{ReleaseOrder, ReleaseReason, ReleasedDataset};
use tragaluz::text::messages::Arg;
use tragaluz::{Fatal, Sink};

pub(super) fn run(args: &ReleaseArgs, speech: &Speech) -> Result<ExitCode, Fatal> {
    let (root, options) = portal(&args.which, None)?;
    let Some(date) = options.as_of.filter(|date| date.to_string().len() == 10) else {
        return Err(Fatal::wrong_command("release-undated", Vec::new()));
    };
    let order = ReleaseOrder {
        date: date.to_string(),
        reason: ReleaseReason::of(&args.reason).unwrap_or(ReleaseReason::Scheduled),
        note: args.note.clone(),
        datasets: args.datasets.clone(),
    };
    let mut sink = Sink::new();
    let made = tragaluz::release(&root, &options, &order, &mut sink)?;
    let failed = report(sink, &args.showing, speech, &mut anstream::stderr())?;
    for dataset in &made {
        tell_release(dataset, speech)?;
    }
    if made.is_empty() && !failed {
        tell!("{}", speech.say("released-nothing", &[]));
    }
    Ok(ended(failed))
}

/// Says which version was made of a dataset, and what changed in each table.
fn tell_release(dataset: &ReleasedDataset, speech: &Speech) -> Result<(), Fatal> {
    let release = &dataset.release;
    let args: [(&'static str, Arg); 3] = [
        ("dataset", dataset.dataset.as_str().into()),
        ("version", release.version.to_string().into()),
        ("date", release.date.as_str().into()),
    ];
    tell!("{}", speech.say("released", &args));
    for table in &release.tables {
        let Some(changes) = &table.changes else {
            continue;
        };
        let args: [(&'static str, Arg); 4] = [
            ("table", table.name.as_str().into()),
            ("changed", changes.changed.into()),
            ("added", changes.added.into()),
            ("removed", changes.removed.into()),
        ];
        tell!("{}", speech.say("released-changes", &args));
    }
    Ok(())
}
