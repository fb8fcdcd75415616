//! TOML into [`Node`]s.

use super::node::{Fault, Key, Node, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads a TOML document. Byte ranges count from the start of `text`.
///
/// # Errors
/// The first rule broken.
pub fn parse(text: &str) -> Result<Node, Fault> {
    let table = DeTable::parse(text).map_err(|e| {
        let span = e.span().unwrap_or(0..text.len());
        if e.message() == "duplicate key" {
            return Fault::Repeated(Key { name: text[span.clone()].trim_matches(['"', '\'']).to_owned(), span });
        }
        Fault::Syntax(e.message().to_owned(), span)
    })?;
    Ok(Node { value: map(table.get_ref()), span: 0..text.len() })
}

fn map(table: &DeTable<'_>) -> Value {
    let mut entries: Vec<(Key, Node)> =
        table.iter().map(|(k, v)| (Key { name: k.get_ref().to_string(), span: k.span() }, node(v))).collect();
    entries.sort_by_key(|(key, _)| key.span.start);
    Value::Map(entries)
}

fn node(value: &Spanned<DeValue<'_>>) -> Node {
    let written = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(n) => Value::Text(n.as_str().replace('_', "")),
        DeValue::Float(n) => Value::Text(n.as_str().replace('_', "")),
        DeValue::Boolean(yes) => Value::Text(yes.to_string()),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(node).collect()),
        DeValue::Table(table) => map(table),
    };
    Node { value: written, span: value.span() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_keep_their_characters() {
        let Value::Map(entries) = parse("b = 1.10\na = 2022-02-28\n[t.es]\nx = [1, 2]\n").unwrap().value else {
            panic!()
        };
        let names: Vec<&str> = entries.iter().map(|(k, _)| k.name.as_str()).collect();
        assert_eq!(names, ["b", "a", "t"]);
        assert_eq!(entries[0].1.value, Value::Text("1.10".into()));
        assert_eq!(entries[1].1.value, Value::Text("2022-02-28".into()));
        assert!(matches!(parse("a = \n"), Err(Fault::Syntax(..))));
    }
}
