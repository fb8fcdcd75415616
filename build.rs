//! Rebuilds when a file of a shipped theme appears, changes or goes: they are embedded in the program.

#![forbid(unsafe_code)]

fn main() {
    println!("cargo::rerun-if-changed=themes");
}
