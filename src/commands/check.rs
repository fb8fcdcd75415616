//! `tragaluz check`

use super::out::note;
use super::outside::Said;
use super::{FOUND, let_go, outside, portal, report};
use crate::cli::Check;
use std::process::ExitCode;
use tragaluz::diag::Speech;
use tragaluz::{Fatal, Sink};

pub(super) fn run(args: &Check, speech: &Speech) -> Result<ExitCode, Fatal> {
    if !args.files.is_empty() {
        return files(args, speech);
    }
    let (root, mut options) = portal(&args.which, None)?;
    options.addresses.let_go = let_go(&args.giving_up, &root)?;
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
    Ok(if failed {
        ExitCode::from(FOUND)
    } else {
        ExitCode::SUCCESS
    })
}

/// Holds single files against a schema, or against what they themselves seem to be.
fn files(args: &Check, speech: &Speech) -> Result<ExitCode, Fatal> {
    let said = Said {
        schema: args.schema.as_deref(),
        limits: &args.limits,
    };
    let mut sink = Sink::new();
    let mut rows = 0;
    for file in &args.files {
        let table = outside::checked(file, &said, &mut sink)?;
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
    Ok(if failed {
        ExitCode::from(FOUND)
    } else {
        ExitCode::SUCCESS
    })
}
