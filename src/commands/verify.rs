//! `tragaluz verify`

mod answers;

use super::console::Console;
use super::stdio::{note, tell};
use super::{FOUND, ended, published_folder, report};
use crate::cli::VerifyArgs;
use serde::Serialize;
use std::path::Path;
use std::process::ExitCode;
use tragaluz::diag::{Severity, show};
use tragaluz::text::messages::Arg;
use tragaluz::text::obeyed;
use tragaluz::verify::{
    FigureQuestion, FileVerdict, GivenKey, SinceVersion, VerifiedCopy, VerifyOrder,
};
use tragaluz::{Fatal, Sink};

pub(super) fn run(args: &VerifyArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let folder = published_folder(args.dir.as_ref())?;
    let order = VerifyOrder {
        key: args.key.as_deref().map(key).transpose()?,
    };
    if let Some(file) = &args.file {
        return answer_file(args, (&folder, &order), file, console);
    }
    if let Some(figure) = &args.figure {
        let question = FigureQuestion {
            figure: figure.clone(),
            within: args.within.clone(),
        };
        return find_figure(args, (&folder, &order), &question, console);
    }
    if let (Some(since), Some(zip)) = (&args.since, &args.zip) {
        return difference((&folder, &order), since, zip, console);
    }
    let mut sink = Sink::new();
    let verified = tragaluz::verify::verify(&folder, &order, &mut sink)?;
    let failed = report(sink, &args.showing, console, &mut anstream::stdout())?;
    if !failed {
        tell_verified(&verified, console);
    }
    Ok(ended(failed))
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
fn tell_verified(verified: &VerifiedCopy, console: &Console<'_>) {
    let args: [(&'static str, Arg); 4] = [
        ("files", verified.files.into()),
        ("signature", verified.signature.id().into()),
        ("datasets", verified.datasets.into()),
        ("versions", verified.versions.into()),
    ];
    console.remark("verified", &args);
}

/// A copy, and what it is held against.
type Asked<'a> = (&'a Path, &'a VerifyOrder);

/// Says what a file is to the copy. One that is nothing that is known is a failure, and so is a fault of the copy.
fn answer_file(
    args: &VerifyArgs,
    (folder, order): Asked<'_>,
    file: &Path,
    console: &Console<'_>,
) -> Result<ExitCode, Fatal> {
    let mut sink = Sink::new();
    let answer = tragaluz::verify::answer_file(folder, order, file, &mut sink)?;
    let failed = tell_faults(sink, console);
    let Some(answer) = answer else {
        return Ok(ExitCode::from(FOUND));
    };
    if args.showing.format == "json" {
        tell_json(&answer)?;
    } else {
        answers::tell_file(&answer, console)?;
    }
    Ok(ended(failed || answer.answer == FileVerdict::Unknown))
}

/// Says every place that has a figure. That there is none is a failure, and so is a fault of the copy.
fn find_figure(
    args: &VerifyArgs,
    (folder, order): Asked<'_>,
    question: &FigureQuestion,
    console: &Console<'_>,
) -> Result<ExitCode, Fatal> {
    let mut sink = Sink::new();
    let mut count = 0_usize;
    let is_json = args.showing.format == "json";
    tragaluz::verify::find_figure(folder, order, question, &mut sink, &mut |found| {
        count += 1;
        if is_json {
            tell_json(found)
        } else {
            answers::tell_place(found, console)
        }
    })?;
    let failed = tell_faults(sink, console);
    if !is_json {
        note!(
            "{}",
            console.say("figure-places", &[("count", count.into())])
        );
    }
    Ok(ended(failed || count == 0))
}

/// Writes what changed since a version to a ZIP.
fn difference(
    (folder, order): Asked<'_>,
    since: &str,
    zip: &Path,
    console: &Console<'_>,
) -> Result<ExitCode, Fatal> {
    let Some(since) = SinceVersion::read(since) else {
        return Err(Fatal::wrong_command("since", vec![("text", since.into())]));
    };
    let mut sink = Sink::new();
    let made = tragaluz::verify::difference(folder, order, &since, zip, &mut sink)?;
    tell_faults(sink, console);
    let Some(made) = made else {
        return Ok(ExitCode::from(FOUND));
    };
    let args: [(&'static str, Arg); 5] = [
        ("out", zip.display().to_string().into()),
        ("from", made.from.to_string().into()),
        ("to", made.to.to_string().into()),
        ("rows", made.rows.into()),
        ("files", made.files.into()),
    ];
    tell!("{}", console.say("difference", &args));
    Ok(ExitCode::SUCCESS)
}

/// Writes an answer as a line of JSON.
fn tell_json(answer: &impl Serialize) -> Result<(), Fatal> {
    let json = serde_json::to_string(answer).map_err(Fatal::fault)?;
    tell!("{}", obeyed::json(&json));
    Ok(())
}

/// Shows what is wrong with a copy that is asked something, and returns whether that is an error.
fn tell_faults(sink: Sink, console: &Console<'_>) -> bool {
    let found = sink.into_sorted();
    let failed = found.iter().any(|one| one.severity == Severity::Error);
    // Where the error stream cannot be written to, there is nobody left to be told.
    let _ = show::ALL[0].show(&found, console, &mut anstream::stderr());
    failed
}
