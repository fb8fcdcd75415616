//! Figures of the detectors of personal data: `cargo run --example plant`.
//!
//! Without arguments it plants values in tables and sentences, the same in every run, and prints how many of each kind are
//! found; then looks through a million cells of codes, amounts and times in which there is none. `plant FOLDER …` looks through
//! the files of folders, tables and texts, and prints each kind that it finds and how often; with `--show` also where and what,
//! for somebody to look at: so only of files that are public.

#![allow(
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    reason = "numbers of a few digits; files to look through are read as they are"
)]

#[path = "plant/corpus.rs"]
mod corpus;
#[path = "plant/counting.rs"]
mod counting;
#[path = "plant/values.rs"]
mod values;

use counting::{Figures, Folder};

/// Values planted of each kind, in tables and in sentences each.
const VALUES: u64 = 2_000;

/// Cells in which there is nothing.
const HARMLESS: u64 = 1_000_000;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let shows = args.iter().any(|arg| arg == "--show");
    let folders: Vec<&String> = args.iter().filter(|arg| *arg != "--show").collect();
    if !folders.is_empty() {
        let mut folder = Folder::new(shows);
        folders
            .iter()
            .for_each(|path| folder.look_through(path.as_ref()));
        folder.print();
        return;
    }
    let figures = Figures::planted(VALUES);
    figures.print();
    let found = counting::found_in_harmless(HARMLESS);
    println!(
        "\n{HARMLESS} cells of codes, amounts and times: {} columns with a finding",
        found.len()
    );
    found.iter().for_each(|one| println!("  {one}"));
}
