//! Prints the counts of the house: how heavy functions are, which names serve several types, how comments read.
//!
//! `cargo run --example house` reads `src/` and `crates/` of this repository; a folder as argument, that one.

#![allow(
    clippy::disallowed_methods,
    reason = "a program of its own, which reads sources"
)]

mod measure;

use measure::{Counts, Function, WATCHED_WORDS, count};
use std::path::{Path, PathBuf};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let given: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let folders = if given.is_empty() {
        vec![root.join("src"), root.join("crates")]
    } else {
        given
    };
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        println!(
            "## {}\n",
            folder.strip_prefix(root).unwrap_or(folder).display()
        );
        match count(folder) {
            Ok(counts) => print(&counts),
            Err(error) => eprintln!("{error}"),
        }
    }
}

fn print(counts: &Counts) {
    let mut lines: Vec<usize> = counts.functions.iter().map(|f| f.lines).collect();
    let mut tokens: Vec<usize> = counts.functions.iter().map(|f| f.tokens).collect();
    lines.sort_unstable();
    tokens.sort_unstable();
    let several = counts.names_of_several();
    let heavy = heaviest(&counts.functions);
    println!("| what | count |\n|---|---|");
    println!("| files, lines | {}, {} |", counts.files, counts.lines);
    println!("| functions | {} |", counts.functions.len());
    println!(
        "| lines of a function, median / 95 % / most | {} |",
        spread(&lines)
    );
    println!(
        "| tokens of a function, median / 95 % / most | {} |",
        spread(&tokens)
    );
    println!("| functions above 400 tokens | {} |", heavy.len());
    println!(
        "| closures per 1,000 lines | {:.0} |",
        per_thousand(counts.closures, counts.lines)
    );
    println!(
        "| `let`s that name a closure | {:.1} % |",
        per_thousand(counts.named_closures, counts.lets) / 10.0
    );
    println!(
        "| types written as tuples of three or more | {} |",
        counts.wide_tuples
    );
    println!(
        "| names that serve several types | {} of {} |",
        several.len(),
        counts.type_names()
    );
    println!(
        "| `pub` / `pub(..)` | {} / {} |",
        counts.public, counts.restricted
    );
    for word in WATCHED_WORDS {
        println!(
            "| \"{word}\" in 1,000 words of comment | {:.1} |",
            per_thousand(
                counts.watched.get(word).copied().unwrap_or(0),
                counts.comment_words
            )
        );
    }
    println!(
        "| lines of comment inside functions | {} |",
        counts.comments_inside
    );
    println!(
        "| doc comments of at most four words | {} |",
        counts.short_docs
    );
    println!("\nNames that serve several types:");
    for (name, files) in several {
        println!("- `{name}`: {}", files.join(", "));
    }
    println!("\nFunctions above 400 tokens:");
    for function in heavy {
        println!(
            "- {}:{}: `{}` {}",
            function.file, function.line, function.name, function.tokens
        );
    }
    println!();
}

/// Returns functions above 400 tokens, the heaviest first.
fn heaviest(functions: &[Function]) -> Vec<&Function> {
    let mut heavy: Vec<&Function> = functions.iter().filter(|f| f.tokens > 400).collect();
    heavy.sort_by_key(|f| std::cmp::Reverse(f.tokens));
    heavy
}

/// Returns median, 95th percentile and maximum of sorted counts.
fn spread(sorted: &[usize]) -> String {
    let at = |percent: usize| {
        sorted.get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1)))
    };
    let number = |value: Option<&usize>| value.copied().unwrap_or(0);
    format!(
        "{} / {} / {}",
        number(at(50)),
        number(at(95)),
        number(sorted.last())
    )
}

/// Returns how many of `part` there are in a thousand of `whole`.
#[expect(clippy::cast_precision_loss, reason = "counts of a program's own code")]
fn per_thousand(part: usize, whole: usize) -> f64 {
    part as f64 * 1000.0 / whole.max(1) as f64
}
