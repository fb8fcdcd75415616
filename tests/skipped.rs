//! The last of the test targets, by its name: prints one line for all tests that were skipped for lack of a tool.
//! It has no tests and no harness, so that the line is shown. It never fails: with `TRAGALUZ_CI=1` the tests did.

#[path = "it/driver/skips.rs"]
mod skips;

fn main() {
    if std::env::args().any(|arg| arg == "--list") {
        return;
    }
    if let Some(line) = skips::summary(&skips::take()) {
        println!("\n{line}\n");
    }
}
