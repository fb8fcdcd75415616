//! `tragaluz sign`

use super::console::Console;
use crate::cli::SignArgs;
use std::process::ExitCode;
use tragaluz::Fatal;

/// Says what to do in a program without this part.
#[cfg(not(feature = "sign"))]
pub(super) fn run(args: &SignArgs, _console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let _ = (&args.dir, &args.secret_key);
    Err(Fatal::wrong_command("sign-absent", Vec::new()))
}

#[cfg(feature = "sign")]
pub(super) fn run(args: &SignArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    use super::{FOUND, published_folder};
    use tragaluz::Sink;
    use tragaluz::diag::show;
    use tragaluz::text::messages::Arg;

    let folder = published_folder(args.dir.as_ref())?;
    let mut sink = Sink::new();
    let signed = tragaluz::verify::sign(&folder, kept_key(args)?, &mut sink)?;
    // Where the error stream cannot be written to, there is nobody left to be told.
    let _ = show::ALL[0].show(&sink.into_sorted(), console, &mut anstream::stderr());
    let Some(signed) = signed else {
        return Ok(ExitCode::from(FOUND));
    };
    let told: [(&'static str, Arg); 2] = [
        ("files", signed.files.into()),
        ("key", signed.public_key.into()),
    ];
    console.done("signed", &told)?;
    Ok(ExitCode::SUCCESS)
}

/// Reads the secret key from its file or the environment, and its password from the environment alone: arguments of a program
/// are seen by others.
#[cfg(feature = "sign")]
fn kept_key(args: &SignArgs) -> Result<tragaluz::verify::KeptKey, Fatal> {
    use std::io::IsTerminal;
    let text = match &args.secret_key {
        Some(file) => tragaluz::verify::key_file(file),
        None => std::env::var("TRAGALUZ_SIGN_KEY").ok(),
    };
    let text = text.ok_or_else(|| Fatal::wrong_command("sign-key", Vec::new()))?;
    Ok(tragaluz::verify::KeptKey {
        text,
        password: std::env::var("TRAGALUZ_SIGN_PASSWORD").ok(),
        may_ask: std::io::stdin().is_terminal(),
    })
}
