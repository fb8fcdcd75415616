//! `tragaluz check`

use super::{FOUND, portal, report};
use crate::cli::Check;
use std::process::ExitCode;
use tragaluz::diag::Speech;
use tragaluz::{Fatal, Sink};

pub fn run(args: &Check, speech: &Speech) -> Result<ExitCode, Fatal> {
    let (root, options) = portal(&args.which, None, speech)?;
    let mut sink = Sink::new();
    let site = tragaluz::check(&root, &options, &mut sink)?;
    let nothing = sink.iter().next().is_none();
    let failed = report(sink, &args.showing, speech, &mut anstream::stdout())?;
    if nothing {
        anstream::eprintln!("{}", speech.say("nothing-found", &[("pages", site.pages.into())]));
    }
    Ok(if failed { ExitCode::from(FOUND) } else { ExitCode::SUCCESS })
}
