//! `tragaluz explain`

use super::stdio::tell;
use crate::cli::ExplainArgs;
use std::process::ExitCode;
use tragaluz::Fatal;
use tragaluz::diag::{Severity, Speech, codes};
use tragaluz::text::near::nearest;

pub(super) fn run(args: &ExplainArgs, speech: &Speech) -> Result<ExitCode, Fatal> {
    let Some(id) = &args.code else {
        let all: Vec<&str> = codes::ALL.iter().map(|code| code.id).collect();
        tell!("{}", all.join("\n"));
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
        "{} ({})\n\n{}",
        code.id,
        speech.say(word, &[]),
        speech.why(code).unwrap_or_default()
    );
    Ok(ExitCode::SUCCESS)
}
