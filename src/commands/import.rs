//! `tragaluz import`

use super::consent::is_agreed_to;
use super::console::Console;
use super::stdio::{note, tell};
use super::{ended, portal, report};
use crate::cli::ImportArgs;
use std::path::Path;
use std::process::ExitCode;
use tragaluz::authoring::{FactDifference, ImportOrder, RowFault, TriedImport};
use tragaluz::diag::Speech;
use tragaluz::text::messages::Arg;
use tragaluz::{Fatal, Sink};

/// Characters of a value that are shown.
const SHOWN: usize = 160;

pub(super) fn run(args: &ImportArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let (root, options) = portal(&args.which, None)?;
    let order = ImportOrder {
        file: args.filled_in.clone(),
        is_forced: args.over_changes,
    };
    let mut sink = Sink::new();
    let tried = tragaluz::try_import(&root, &options, &order, &mut sink)?;
    let is_wrong = sink.has_errors();
    let Some(tried) = tried else {
        return Ok(ended(report(
            sink,
            &args.showing,
            console,
            &mut anstream::stderr(),
        )?));
    };
    tell_outcome(&tried, console)?;
    let failed = report(sink, &args.showing, console, &mut anstream::stderr())?;
    tried
        .faults
        .iter()
        .for_each(|fault| note_fault(fault, console));
    if is_wrong || !tried.faults.is_empty() {
        note!("{}", console.say("import-refused", &[]));
        return Ok(ended(true));
    }
    let is_whole = tried.is_read && tried.conflicts.is_empty();
    let is_done = if tried.files() > 0 {
        write(&tried, args, &root, console)?
    } else {
        if is_whole {
            let file = args.filled_in.display().to_string();
            console.done("import-same", &[("file", file.into())])?;
        }
        true
    };
    Ok(ended(failed || !is_whole || !is_done))
}

/// Writes what differs, if that is wanted; returns whether it is as it should be.
fn write(
    tried: &TriedImport,
    args: &ImportArgs,
    root: &Path,
    console: &Console<'_>,
) -> Result<bool, Fatal> {
    let files = [("files", Arg::from(tried.files()))];
    if args.only_shown {
        console.done("import-dry", &[])?;
        return Ok(true);
    }
    let is_agreed = args.agreed || is_agreed_to(&console.say("import-asked", &files), console)?;
    if is_agreed {
        tried.place(root)?;
        console.done("import-written", &files)?;
    } else {
        console.done("import-left", &[])?;
    }
    Ok(is_agreed)
}

/// Says what differs, and what is left aside.
fn tell_outcome(tried: &TriedImport, speech: &Speech) -> Result<(), Fatal> {
    for path in &tried.new_pages {
        let file = [("file", Arg::from(path.as_str()))];
        tell!("{}", speech.say("import-new-page", &file));
    }
    for difference in &tried.differences {
        tell_difference("import-difference", difference, speech)?;
    }
    for conflict in &tried.conflicts {
        tell_difference("import-conflict", conflict, speech)?;
    }
    for strange in &tried.strange {
        let names = match &strange.names[..] {
            [] => "none".to_owned(),
            names => names.join("; "),
        };
        let args: [(&'static str, Arg); 2] = [
            ("sheet", strange.sheet.as_str().into()),
            ("names", names.into()),
        ];
        tell!("{}", speech.say("import-strange", &args));
    }
    for missing in &tried.missing {
        let args: [(&'static str, Arg); 2] = [
            ("sheet", missing.sheet.as_str().into()),
            ("count", missing.count.into()),
        ];
        tell!("{}", speech.say("import-missing", &args));
    }
    if tried.newer > 0 {
        let count = [("count", Arg::from(tried.newer))];
        tell!("{}", speech.say("import-newer", &count));
    }
    if tried.has_no_fingerprints {
        tell!("{}", speech.say("import-no-fingerprints", &[]));
    }
    Ok(())
}

fn tell_difference(
    message: &str,
    difference: &FactDifference,
    speech: &Speech,
) -> Result<(), Fatal> {
    let place = match difference.line {
        0 => difference.path.clone(),
        line => format!("{}:{line}", difference.path),
    };
    let milestone: [(&'static str, Arg); 2] = [
        ("number", difference.number.as_str().into()),
        ("fact", difference.fact.as_str().into()),
    ];
    let fact = if difference.number.is_empty() {
        difference.fact.clone()
    } else {
        speech.say("import-milestone", &milestone)
    };
    let args: [(&'static str, Arg); 6] = [
        ("place", place.into()),
        ("fact", fact.into()),
        ("before", shown(&difference.before, speech).into()),
        ("after", shown(&difference.after, speech).into()),
        ("sheet", difference.row.sheet.as_str().into()),
        ("row", difference.row.row.to_string().into()),
    ];
    tell!("{}", speech.say(message, &args));
    Ok(())
}

/// Returns a value on one line, of which the end may be left out.
fn shown(text: &str, speech: &Speech) -> String {
    if text.is_empty() {
        return speech.say("import-nothing-there", &[]);
    }
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line
        .chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect();
    match line.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

fn note_fault(fault: &RowFault, speech: &Speech) {
    let column = if fault.column.is_empty() {
        "none"
    } else {
        &fault.column
    };
    let args: [(&'static str, Arg); 5] = [
        ("sheet", fault.row.sheet.as_str().into()),
        ("row", fault.row.row.to_string().into()),
        ("column", column.into()),
        ("kind", fault.kind.into()),
        ("text", shown(&fault.text, speech).into()),
    ];
    note!("{}", speech.say("import-fault", &args));
}
