//! `tragaluz explain`

use super::stdio::tell;
use crate::cli::ExplainArgs;
use std::process::ExitCode;
use tragaluz::Fatal;
use tragaluz::diag::{Severity, Speech, codes};
use tragaluz::text::near::nearest;

pub(super) fn run(args: &ExplainArgs, speech: &Speech) -> Result<ExitCode, Fatal> {
    let Some(id) = &args.code else {
        let width = codes::ALL.iter().map(|code| code.id.len()).max();
        for code in codes::ALL {
            let title = speech.title(code).unwrap_or_default();
            tell!("{:width$}  {title}", code.id, width = width.unwrap_or(0));
        }
        return Ok(ExitCode::SUCCESS);
    };
    let Some(code) = codes::by_id(id) else {
        let near = nearest(id, codes::ALL.iter().map(|c| c.id)).unwrap_or("none");
        return Err(Fatal::wrong_command(
            "no-code",
            vec![("code", id.into()), ("near", near.into())],
        ));
    };
    let word = match code.severity {
        Severity::Error => "word-error",
        Severity::Warning => "word-warning",
        Severity::Note => "word-note",
    };
    tell!(
        "{} ({})\n{}\n\n{}",
        code.id,
        speech.say(word, &[]),
        speech.title(code).unwrap_or_default(),
        speech.why(code).unwrap_or_default()
    );
    Ok(ExitCode::SUCCESS)
}
