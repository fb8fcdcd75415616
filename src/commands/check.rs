//! `tragaluz check`

use super::data_file::FileArgs;
use super::stdio::note;
use super::{data_file, ended, let_go, portal, program, report};
use crate::cli::CheckArgs;
use std::path::Path;
use std::process::ExitCode;
use tragaluz::diag::Speech;
use tragaluz::{Fatal, Options, Sink, source};

pub(super) fn run(args: &CheckArgs, speech: &Speech) -> Result<ExitCode, Fatal> {
    if !args.files.is_empty() {
        return files(args, speech);
    }
    let (root, mut options) = portal(&args.which, None)?;
    options.addresses.let_go = let_go(&args.giving_up, &root)?;
    options.program = program();
    options.suggest = args.suggest;
    let mut sink = Sink::new();
    let site = tragaluz::check(&root, &options, &mut sink)?;
    let nothing = sink.iter().next().is_none();
    let failed = report(sink, &args.showing, speech, &mut anstream::stdout())?;
    if nothing {
        note!(
            "{}",
            speech.say("nothing-found", &[("pages", site.pages.into())])
        );
    }
    Ok(ended(failed))
}

/// Holds single files against a schema, or against what they themselves seem to be.
fn files(args: &CheckArgs, speech: &Speech) -> Result<ExitCode, Fatal> {
    let said = FileArgs {
        schema: args.schema.as_deref(),
        limits: &args.limits,
    };
    let mut sink = Sink::new();
    let mut rows = 0;
    for file in &args.files {
        rows += match of_dataset(file, args, speech, &mut sink)? {
            Some(rows) => rows,
            None => data_file::checked(file, &said, &mut sink)?.map_or(0, |(_, table)| table.rows),
        };
    }
    let nothing = sink.iter().next().is_none();
    let failed = report(sink, &args.showing, speech, &mut anstream::stdout())?;
    if nothing {
        note!(
            "{}",
            speech.say("nothing-found-in-rows", &[("rows", rows.into())])
        );
    }
    Ok(ended(failed))
}

/// Checks a file of a portal as its dataset declares it; none where it is of no dataset, or a schema is given.
fn of_dataset(
    file: &Path,
    args: &CheckArgs,
    speech: &Speech,
    sink: &mut Sink,
) -> Result<Option<u64>, Fatal> {
    let full = file.canonicalize().ok();
    let full = full.filter(|_| args.schema.is_none() && args.limits.is_empty());
    let found = full.and_then(|full| {
        let root = source::find_root(full.parent()?)?;
        let path = full.strip_prefix(&root).ok()?.to_str()?.replace('\\', "/");
        Some((root, path))
    });
    let Some((root, path)) = found else {
        return Ok(None);
    };
    let options = Options::default();
    let Some(checked) = tragaluz::check_file(&root, &path, &options, sink)? else {
        return Ok(None);
    };
    let told = [("file", path.into()), ("page", checked.declared_in.into())];
    note!("{}", speech.say("schema-used", &told));
    Ok(Some(checked.rows))
}
