//! `tragaluz check`

use super::data_file::FileArgs;
use super::stdio::note;
use super::{data_file, ended, let_go, portal, program, report};
use crate::cli::CheckArgs;
use std::process::ExitCode;
use tragaluz::diag::Speech;
use tragaluz::{Fatal, Sink};

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
        let table = data_file::checked(file, &said, &mut sink)?;
        rows += table.map_or(0, |(_, table)| table.rows);
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
