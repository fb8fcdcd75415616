//! Files that are facts from end to end, in YAML or JSON and in TOML: every fault is a finding with a place in the file.
use super::spoken;
use tragaluz::{Sink, probe};

/// Fails where what must hold does not.
pub fn run(name: &str, bytes: &[u8]) {
    let mut sink = Sink::new();
    let document = probe::facts(name, bytes.to_vec(), &mut sink);
    assert!(
        document.is_some() || sink.iter().next().is_some(),
        "facts are refused without a word"
    );
    spoken::check(&sink);
}
