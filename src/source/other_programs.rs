//! What is told of files and facts that were not written for this program.

use super::node::{FactNode, FactValue};

/// Whether a file is written for this program, and no descriptor found elsewhere.
pub(super) fn is_ours(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    !["json", "yaml", "yml"]
        .iter()
        .any(|foreign| ending.eq_ignore_ascii_case(foreign))
}

/// Whether a name that is nearly one of ours is one of another generator, by the form of its value: JKAN's `resources`
/// beside `sources`, its `source` of one line, and Hugo's `menus`.
pub(super) fn is_of_others(name: &str, node: &FactNode) -> bool {
    match name {
        "resources" | "menus" => true,
        "source" => matches!(node.value, FactValue::Text(_) | FactValue::Null),
        _ => false,
    }
}

/// A whole number, which programs also write with a fraction of nothing: `10.0` is the integer 10 in JSON.
pub(super) fn whole_number(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_whole = !fraction.is_empty() && fraction.bytes().all(|b| b == b'0');
    whole.parse().ok().filter(|_| is_whole)
}
