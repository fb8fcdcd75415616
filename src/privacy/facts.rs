//! Facts looked through: every scalar of front matter, settings and descriptors, with its name as a hint.

use super::texts::FileScan;
use crate::source::fields::is_yes;
use crate::source::node::{FactKey, FactNode, FactValue};
use std::collections::BTreeMap;
use tragaluz_tables::privacy::FieldHint;

/// Looks at every scalar and every name in a tree of facts that is published.
pub(super) fn take(scan: &mut FileScan<'_>, facts: &FactNode) {
    take_under(scan, facts, "", &mut KnownHints::new());
}

/// Hints of names that were met before: a file says most of them many times.
type KnownHints<'n> = BTreeMap<&'n str, FieldHint>;

fn take_under<'n>(
    scan: &mut FileScan<'_>,
    node: &'n FactNode,
    name: &'n str,
    known: &mut KnownHints<'n>,
) {
    match &node.value {
        FactValue::Null => {}
        FactValue::Text(text) => {
            let hint = *known.entry(name).or_insert_with(|| FieldHint::of(name));
            scan.take_value(text, hint, &node.span);
        }
        FactValue::List(items) => {
            for item in items {
                take_under(scan, item, name, known);
            }
        }
        FactValue::Map(entries) if name == "evaluators" && !is_public(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| key.name != "email") {
                take_under(scan, value, &key.name, known);
            }
        }
        FactValue::Map(entries) => {
            for (key, value) in entries {
                scan.take_value(&key.name, FieldHint::default(), &key.span);
                // Data in a descriptor are read as a table, cell by cell.
                if !(name == "resources" && key.name == "data") {
                    take_under(scan, value, &key.name, known);
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
