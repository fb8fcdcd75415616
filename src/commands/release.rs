//! `tragaluz release`

use super::console::Console;
use super::stdio::tell;
use super::{ended, portal, report};
use crate::cli::ReleaseArgs;
use std::process::ExitCode;
use tragaluz::history::{ReleaseOrder, ReleaseReason, ReleasedDataset};
use tragaluz::text::messages::Arg;
use tragaluz::{Fatal, Sink};
use tragaluz_changes::{NamedCell, Removal};

pub(super) fn run(args: &ReleaseArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let (root, mut options) = portal(&args.which, None)?;
    let Some(date) = options.as_of.filter(|date| date.to_string().len() == 10) else {
        return Err(Fatal::wrong_command("release-undated", Vec::new()));
    };
    let reason = ReleaseReason::of(&args.reason).unwrap_or(ReleaseReason::Scheduled);
    let order = ReleaseOrder {
        date: date.to_string(),
        reason,
        note: args.note.clone(),
        datasets: args.datasets.clone(),
        takedown: removal(args, reason)?,
    };
    let mut sink = Sink::new();
    let progress = console.progress();
    options.timings = progress.timings();
    let made = tragaluz::release(&root, &options, &order, &mut sink)?;
    drop(progress);
    let failed = report(sink, &args.showing, console, &mut anstream::stderr())?;
    for dataset in &made {
        tell_release(dataset, console)?;
    }
    if made.is_empty() && !failed {
        let nothing = match order.takedown {
            Some(_) => "takedown-nothing",
            None => "released-nothing",
        };
        tell!("{}", console.say(nothing, &[]));
    }
    Ok(ended(failed))
}

/// Returns what a takedown takes out; none of another release.
fn removal(args: &ReleaseArgs, reason: ReleaseReason) -> Result<Option<Removal>, Fatal> {
    let is_said = !args.rows.is_empty() || !args.emptied.is_empty();
    let refused = |kind| Err(Fatal::wrong_command(kind, Vec::new()));
    match (reason == ReleaseReason::Takedown, is_said) {
        (false, false) => return Ok(None),
        (false, true) => return refused("takedown-reason"),
        (true, false) => return refused("takedown-what"),
        (true, true) if args.datasets.len() != 1 => return refused("takedown-one"),
        (true, true) => {}
    }
    let cell = |text: &String| {
        let (column, value) = text.split_once('=')?;
        Some(NamedCell {
            column: column.trim().to_owned(),
            value: value.to_owned(),
        })
    };
    let rows: Option<Vec<NamedCell>> = args.rows.iter().map(cell).collect();
    let Some(rows) = rows else {
        return refused("takedown-where");
    };
    Ok(Some(Removal {
        rows,
        columns: args.emptied.clone(),
    }))
}

/// Says which version was made of a dataset, and what changed in each table.
fn tell_release(dataset: &ReleasedDataset, console: &Console<'_>) -> Result<(), Fatal> {
    let release = &dataset.release;
    let args: [(&'static str, Arg); 3] = [
        ("dataset", dataset.dataset.as_str().into()),
        ("version", release.version.to_string().into()),
        ("date", release.date.as_str().into()),
    ];
    console.done("released", &args)?;
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
        console.done("released-changes", &args)?;
    }
    if release.rewritten.is_empty() {
        return Ok(());
    }
    tell_takedown(dataset, console)
}

/// Says what was taken out of which versions, and what no program can reach.
fn tell_takedown(dataset: &ReleasedDataset, console: &Console<'_>) -> Result<(), Fatal> {
    for rewritten in &dataset.release.rewritten {
        let args: [(&'static str, Arg); 4] = [
            ("table", rewritten.table.name.as_str().into()),
            ("version", rewritten.version.to_string().into()),
            ("rows", rewritten.rows_removed.into()),
            ("cells", rewritten.cells_emptied.into()),
        ];
        tell!("{}", console.say("takedown-version", &args));
    }
    let named: Vec<String> = dataset.named_in.iter().map(u32::to_string).collect();
    let args: [(&'static str, Arg); 2] = [
        ("dataset", dataset.dataset.as_str().into()),
        ("named", named.join(", ").into()),
    ];
    tell!("{}", console.say("takedown-unreached", &args));
    if !named.is_empty() {
        tell!("{}", console.say("takedown-notes", &args));
    }
    Ok(())
}
