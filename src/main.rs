//! The program: parse, dispatch, exit code.

#![forbid(unsafe_code)]
#![allow(clippy::disallowed_methods, reason = "the command line is read here")]

mod cli;
mod commands;

use std::process::ExitCode;

fn main() -> ExitCode {
    quiet_what_is_caught();
    commands::run(std::env::args_os().collect())
}

/// Says nothing of a panic that is caught, and told as what it is: rust_xlsxwriter's where the disk is full.
fn quiet_what_is_caught() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location();
        if !place.is_some_and(|place| place.file().contains("rust_xlsxwriter")) {
            usual(panic);
        }
    }));
}
