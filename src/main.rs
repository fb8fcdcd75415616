//! The program: parse, dispatch, exit code.

#![forbid(unsafe_code)]
#![allow(clippy::disallowed_methods, reason = "the command line is read here")]

mod cli;
mod commands;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run(std::env::args_os().collect())
}
