//! The program, as a person starts it.

use std::process::{Command, Output, Stdio};

/// Returns the program, in English and without standard input.
pub(crate) fn tragaluz() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tragaluz"));
    command.env("LC_ALL", "en_US.UTF-8").stdin(Stdio::null());
    command
}

/// How a program ended.
pub(crate) struct Ended {
    /// Exit code; none where a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ended {
    /// Returns both streams, the output first.
    pub(crate) fn said(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// Fails with what was said, unless the exit code is this one.
    #[track_caller]
    pub(crate) fn assert_code(&self, code: i32) {
        assert_eq!(self.code, Some(code), "{}", self.said());
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Ended {
        Ended {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// Runs a program to its end; fails where it cannot be started.
#[track_caller]
pub(crate) fn ended(command: &mut Command) -> Ended {
    command.output().unwrap().into()
}
