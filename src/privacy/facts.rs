//! Facts looked through: every scalar of front matter, settings and descriptors, with its name as a hint.

use super::texts::FileScan;
use crate::source::fields::is_yes;
use crate::source::node::{FactKey, FactNode, FactValue};
use tragaluz_tables::privacy::FieldHint;

/// Looks at every scalar and every name in a tree of facts that is published.
pub(super) fn take(scan: &mut FileScan<'_>, facts: &FactNode) {
    take_under(scan, facts, "");
}

fn take_under(scan: &mut FileScan<'_>, node: &FactNode, name: &str) {
    match &node.value {
        FactValue::Null => {}
        FactValue::Text(text) => scan.take_value(text, FieldHint::of(name), &node.span),
        FactValue::List(items) => {
            for item in items {
                take_under(scan, item, name);
            }
        }
        FactValue::Map(entries) if name == "evaluators" && !is_public(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| key.name != "email") {
                take_under(scan, value, &key.name);
            }
        }
        FactValue::Map(entries) => {
            for (key, value) in entries {
                scan.take_value(&key.name, FieldHint::default(), &key.span);
                // Data in a descriptor are read as a table, cell by cell.
                if !(name == "resources" && key.name == "data") {
                    take_under(scan, value, &key.name);
                }
            }
        }
    }
}

/// Whether an evaluator's address is published. Where it is not, the page says that it is withheld, and nothing has it.
fn is_public(evaluator: &[(FactKey, FactNode)]) -> bool {
    evaluator.iter().any(|(key, value)| {
        key.name == "public" && matches!(&value.value, FactValue::Text(text) if is_yes(text))
    })
}
