//! Planted personal data, all of which is found. `cargo run --example plant` prints the figures of the same corpora at full size.

#![allow(
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    reason = "numbers of a few digits; files to look through are read as they are"
)]

#[path = "../examples/plant/corpus.rs"]
#[allow(dead_code, reason = "the example uses the rest")]
mod corpus;
#[path = "../examples/plant/counting.rs"]
#[allow(dead_code, reason = "the example uses the rest")]
mod counting;
#[path = "../examples/plant/values.rs"]
mod values;

use counting::Figures;
use tragaluz_tables::privacy::{Certainty, kinds};

#[test]
fn every_planted_value_is_found_in_tables_and_sentences() {
    let figures = Figures::planted(240);
    let values: u64 = figures
        .by_kind
        .values()
        .map(|counts| counts[0] + counts[2])
        .sum();
    assert!(values > 10_000, "{values}");
    assert!(figures.lost.is_empty(), "{:#?}", figures.lost);
}

#[test]
fn codes_amounts_and_times_are_none() {
    let found = counting::found_in_harmless(90_000);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test reads the documentation")]
fn every_kind_is_documented_with_its_certainty() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/privacy.md");
    let text = std::fs::read_to_string(path).expect("the documentation");
    for kind in kinds() {
        let row = text
            .lines()
            .find(|line| line.starts_with(&format!("| `{}` |", kind.id)));
        let row = row.unwrap_or_else(|| panic!("no row for {}", kind.id));
        let is_warning = row.ends_with("| warning |");
        assert_eq!(is_warning, kind.certainty == Certainty::Likely, "{row}");
    }
}
