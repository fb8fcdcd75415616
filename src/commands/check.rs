//! `tragaluz check`

use super::console::Console;
use super::data_file::FileArgs;
use super::{data_file, ended, let_go, portal, program, report};
use crate::cli::CheckArgs;
use std::path::Path;
use std::process::ExitCode;
use tragaluz::{Fatal, Options, Sink, source};

pub(super) fn run(args: &CheckArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    if !args.files.is_empty() {
        return files(args, console);
    }
    let (root, mut options) = portal(&args.which, None)?;
    options.addresses.let_go = let_go(&args.giving_up, &root)?;
    options.program = program();
    options.suggest = args.suggest;
    let mut sink = Sink::new();
    let progress = console.progress();
    options.timings = progress.timings();
    let site = tragaluz::check(&root, &options, &mut sink)?;
    let asked = args
        .links
        .then(|| tragaluz::check_links(&root, &options, &mut sink));
    let asked = asked.transpose()?;
    drop(progress);
    let nothing = sink.iter().next().is_none();
    let failed = report(sink, &args.showing, console, &mut anstream::stdout())?;
    if let Some(asked) = asked {
        let told = [
            ("addresses", asked.addresses.into()),
            ("alive", asked.alive.into()),
        ];
        console.remark("links-asked", &told);
    }
    if nothing {
        console.remark("nothing-found", &[("pages", site.pages.into())]);
    }
    Ok(ended(failed))
}

/// Holds single files against a schema, or against what they themselves seem to be.
fn files(args: &CheckArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let progress = console.progress();
    let said = FileArgs {
        schema: args.schema.as_deref(),
        limits: &args.limits,
        onlooker: progress.onlooker(),
    };
    let mut sink = Sink::new();
    let mut rows = 0;
    for file in &args.files {
        rows += match of_dataset(file, args, console, &mut sink)? {
            Some(rows) => rows,
            None => data_file::checked(file, &said, &mut sink)?.map_or(0, |(_, table)| table.rows),
        };
    }
    drop(progress);
    let nothing = sink.iter().next().is_none();
    let failed = report(sink, &args.showing, console, &mut anstream::stdout())?;
    if nothing {
        console.remark("nothing-found-in-rows", &[("rows", rows.into())]);
    }
    Ok(ended(failed))
}

/// Checks a file of a portal as its dataset declares it; none where it is of no dataset, or a schema is given.
fn of_dataset(
    file: &Path,
    args: &CheckArgs,
    console: &Console<'_>,
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
    console.remark("schema-used", &told);
    Ok(Some(checked.rows))
}
