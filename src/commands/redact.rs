//! `tragaluz redact`

mod kinds;
mod picture;
mod target;
mod telling;

use super::console::Console;
use super::{FOUND, data_file, stdio};
use crate::cli::RedactArgs;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use target::RedactionTarget;
use tragaluz::diag::show;
use tragaluz::{Fatal, Sink};
use tragaluz_disk::TemporaryFile;
use tragaluz_tables::redact::{
    CopyForm, RedactionFault, RedactionPolicy, RedactionRefusal, RedactionReport, RedactionSource,
    masked_in, redact,
};
use tragaluz_tables::{Finding, Limits, Onlooker};

/// How much of a file is read, and who is told how that goes on.
#[derive(Clone, Copy)]
struct FileReading<'a> {
    limits: &'a Limits,
    onlooker: &'a Onlooker,
}

impl<'a> FileReading<'a> {
    /// Returns a file to be read so.
    fn of(self, folder: &'a Path, name: &'a str) -> RedactionSource<'a> {
        RedactionSource {
            folder,
            name,
            limits: self.limits,
            onlooker: self.onlooker,
        }
    }
}

pub(super) fn run(args: &RedactArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let limits = data_file::raised(&args.limits)?;
    let policy = RedactionPolicy {
        kinds: kinds::chosen(args)?,
        leaves_columns_out: args.leave_out,
        columns: args.columns.clone(),
        ..RedactionPolicy::default()
    };
    let progress = console.progress();
    let reading = FileReading {
        limits: &limits,
        onlooker: &progress.onlooker(),
    };
    let target = RedactionTarget::of(args, reading)?;
    let mut sink = Sink::new();
    let report = write(&target, &policy, reading, &mut sink)?;
    drop(progress);
    // Where the error stream cannot be written to, there is nobody left to be told.
    let _ = show::ALL[0].show(&sink.into_sorted(), console, &mut anstream::stderr());
    let Some(report) = report else {
        return Ok(ExitCode::from(FOUND));
    };
    let told = telling::Told {
        target: &target,
        policy: &policy,
        report: &report,
    };
    if args.format == "json" {
        stdio::line(format_args!("{}", told.json()))?;
    } else {
        for line in told.lines(console) {
            stdio::line(format_args!("{line}"))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the copy beside its place, reads it again, and puts it there where nothing is left in it that was to be taken
/// out; none where the file cannot be read, and then findings say why.
fn write(
    target: &RedactionTarget,
    policy: &RedactionPolicy,
    reading: FileReading<'_>,
    sink: &mut Sink,
) -> Result<Option<RedactionReport>, Fatal> {
    let mut beside = tragaluz::stage::beside_ending(target.folder(), &target.ending)
        .map_err(Fatal::io("writing in", target.folder()))?;
    let Some(form) = target.form else {
        let report = picture::copy(&target.file, reading.limits, &mut beside)?;
        target.place(beside)?;
        return Ok(Some(report));
    };
    let source = reading.of(target.file_folder(), &target.name);
    let mut found: Vec<Finding> = Vec::new();
    let mut out = BufWriter::with_capacity(128 * 1024, &mut beside);
    let report = redact(&source, form, policy, &mut out, &mut found)
        .map_err(|fault| fatal(fault, target))?;
    let Some(report) = report else {
        found.into_iter().for_each(|one| sink.push(one));
        return Ok(None);
    };
    out.flush().map_err(Fatal::io("writing", &target.out))?;
    drop(out);
    prove_clean(&mut beside, form, policy, reading, target)?;
    target.place(beside)?;
    Ok(Some(report))
}

/// Reads a copy again, as every file is read.
///
/// # Errors
/// Where something of what was to be taken out is left in it.
fn prove_clean(
    beside: &mut TemporaryFile,
    form: CopyForm,
    policy: &RedactionPolicy,
    reading: FileReading<'_>,
    target: &RedactionTarget,
) -> Result<(), Fatal> {
    // There nobody may read what is locked, not even its own owner.
    if cfg!(windows) {
        let _ = beside.file().unlock();
    }
    let name = beside.path().file_name().unwrap_or_default();
    let name = name.to_string_lossy();
    let out = target.out.file_name().unwrap_or_default();
    let onlooker = reading.onlooker.calling(&out.to_string_lossy());
    let reading = FileReading {
        onlooker: &onlooker,
        ..reading
    };
    let copy = reading.of(target.folder(), &name);
    let left = masked_in(&copy, form, policy).map_err(|fault| fatal(fault, target))?;
    if left.is_empty() {
        return Ok(());
    }
    Err(fatal(RedactionRefusal::NotClean(left).into(), target))
}

/// Returns why there is no copy, in words.
fn fatal(fault: RedactionFault, target: &RedactionTarget) -> Fatal {
    let refusal = match fault {
        RedactionFault::Unreadable(why) => {
            return Fatal::Finding(Box::new(why.finding(&target.name).into()));
        }
        RedactionFault::Unwritable(error) => return Fatal::io("writing", &target.out)(error),
        RedactionFault::Refused(refusal) => refusal,
    };
    let mut args = vec![
        ("reason", refusal.id().into()),
        ("file", target.name.clone().into()),
    ];
    match refusal {
        RedactionRefusal::NoColumn { name, near } => {
            args.push(("name", name.into()));
            args.push(("near", telling::or_none(near).into()));
        }
        RedactionRefusal::NotClean(left) => {
            let kinds: Vec<&str> = left.keys().copied().collect();
            args.push(("kinds", kinds.join(", ").into()));
        }
        _ => {}
    }
    Fatal::wrong_command("redact-refused", args)
}
