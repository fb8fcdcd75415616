//! The program, as a person starts it.

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

use std::process::{Command, Output, Stdio};
use std::time::Duration;

/// Returns the program, in English and without standard input.
pub(crate) fn tragaluz() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tragaluz"));
    command.env("LC_ALL", "en_US.UTF-8").stdin(Stdio::null());
    command
}

/// How a program ended.
pub(crate) struct Outcome {
    /// Exit code; none where a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Outcome {
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

impl From<Output> for Outcome {
    fn from(output: Output) -> Outcome {
        Outcome {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// Runs a program to its end; fails where it cannot be started.
#[track_caller]
pub(crate) fn ended(command: &mut Command) -> Outcome {
    command.output().unwrap().into()
}

/// How long a test waits for what must come, before it says that it never does. A machine that does other work, or
/// stands still for a while, may take minutes over what takes a second alone: the clock says that something hangs, and
/// nothing else. What must be fast is measured in processor time.
pub(crate) const PATIENCE: Duration = Duration::from_mins(5);

/// Returns the KiB that a running process held at most so far, as Linux says it (`VmHWM`, proc(5)); 0 elsewhere, where
/// it has ended, and where it is not the program yet: until then its memory is that of this process.
pub(crate) fn most_held(process: u32) -> u64 {
    let program = |process: &str| std::fs::read_link(format!("/proc/{process}/exe")).ok();
    if program(&process.to_string()) == program("self") {
        return 0;
    }
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.unwrap_or_default().trim().trim_end_matches(" kB");
    kib.parse().unwrap_or(0)
}

/// Returns the hundredths of processor seconds that a running process took so far (fields 14 and 15 of its `stat`,
/// proc(5)); 0 where most_held() is 0.
pub(crate) fn processor_time(process: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The second field is a name in brackets, which may hold blanks; after it comes the third.
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let times = fields.split_whitespace().skip(11).take(2);
    times.filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}
