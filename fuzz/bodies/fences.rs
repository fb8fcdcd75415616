//! What is in a `chart` or `table` block of a text.
use super::pages;

/// Fails where what must hold does not.
pub fn run(text: &str) {
    let kind = if text.len().is_multiple_of(2) {
        "chart"
    } else {
        "table"
    };
    pages::run(&format!(
        "---\ntitle: A\n---\nText.\n\n```{kind}\n{text}\n```\n\nMore.\n"
    ));
}
