//! What is said to whoever called the program. A reader who has had enough (`| head -1`) has lost nothing, and ends nothing;
//! what cannot be written for another reason (a full disk) is an error like any other, and no panic.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use tragaluz::Fatal;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Volume {
    /// What was found and what was asked for, and nothing of what was done.
    Quiet,
    /// What was done, too; and on a terminal how far it has come.
    Usual,
    /// Each stage, too, as it ends.
    Verbose,
}

/// Writes a line to the standard output.
pub(super) fn line(words: Arguments<'_>) -> Result<(), Fatal> {
    done(writeln!(anstream::stdout(), "{words}"))
}

/// Writes a line to the error stream. Where that cannot be done, there is nobody left to be told.
pub(super) fn aside(words: Arguments<'_>) {
    let _ = writeln!(anstream::stderr(), "{words}");
}

/// What writing to the standard output came to.
pub(super) fn done(outcome: io::Result<()>) -> Result<(), Fatal> {
    match outcome {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Fatal::io(
            "writing",
            Path::new("the standard output"),
        )(error)),
        _ => Ok(()),
    }
}

/// Says something on the standard output, in the words of `format!`; ends the function it is in where that fails.
macro_rules! tell {
    ($($words:tt)*) => { $crate::commands::stdio::line(format_args!($($words)*))? };
}

/// Says something on the error stream, in the words of `format!`.
macro_rules! note {
    ($($words:tt)*) => { $crate::commands::stdio::aside(format_args!($($words)*)) };
}

pub(super) use {note, tell};
