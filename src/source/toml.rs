//! TOML into [`Node`]s.

use super::limits::{Limit, Limits};
use super::node::{Fault, Key, Node, Value};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads a TOML document. Byte ranges count from the start of `text`.
///
/// # Errors
/// The first rule broken.
pub(crate) fn parse(text: &str, limits: &Limits) -> Result<Node, Fault> {
    let table = DeTable::parse(text).map_err(|e| {
        let span = e.span().unwrap_or(0..text.len());
        if e.message() == "duplicate key" {
            let name = text[span.clone()].trim_matches(['"', '\'']).to_owned();
            return Fault::Repeated(vec![Key { name, span }]);
        }
        // The parser has a limit of its own beyond all that can be set.
        if e.message().contains("recurs") {
            return Fault::TooLarge(Limit::FactsDepth, span);
        }
        Fault::Syntax(e.message().to_owned(), span)
    })?;
    let mut reader = Reader {
        limits,
        depth: 0,
        count: 0,
    };
    Ok(Node {
        value: reader.map(table.get_ref(), &(0..text.len()))?,
        span: 0..text.len(),
    })
}

/// Takes a document over, counting what is in it and how deep.
struct Reader<'l> {
    limits: &'l Limits,
    depth: usize,
    count: usize,
}

impl Reader<'_> {
    fn map(&mut self, table: &DeTable<'_>, span: &Range<usize>) -> Result<Value, Fault> {
        self.enter(span)?;
        let mut entries = Vec::with_capacity(table.len());
        for (key, value) in table {
            let key = Key {
                name: key.get_ref().to_string(),
                span: key.span(),
            };
            entries.push((key, self.node(value)?));
        }
        self.depth -= 1;
        entries.sort_by_key(|(key, _)| key.span.start);
        Ok(Value::Map(entries))
    }

    fn list(
        &mut self,
        items: &[Spanned<DeValue<'_>>],
        span: &Range<usize>,
    ) -> Result<Value, Fault> {
        self.enter(span)?;
        let items = items
            .iter()
            .map(|item| self.node(item))
            .collect::<Result<_, _>>()?;
        self.depth -= 1;
        Ok(Value::List(items))
    }

    fn enter(&mut self, span: &Range<usize>) -> Result<(), Fault> {
        self.depth += 1;
        // The document itself is no level of it.
        if self.depth > self.limits.count(Limit::FactsDepth) + 1 {
            return Err(Fault::TooLarge(Limit::FactsDepth, span.clone()));
        }
        Ok(())
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>) -> Result<Node, Fault> {
        let span = value.span();
        self.count += 1;
        if self.count > self.limits.count(Limit::Facts) {
            return Err(Fault::TooLarge(Limit::Facts, span));
        }
        let written = match value.get_ref() {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(n) => Value::Text(n.as_str().replace('_', "")),
            DeValue::Float(n) => Value::Text(n.as_str().replace('_', "")),
            DeValue::Boolean(yes) => Value::Text(yes.to_string()),
            DeValue::Datetime(date) => Value::Text(date.to_string()),
            DeValue::Array(items) => self.list(items, &span)?,
            DeValue::Table(table) => self.map(table, &span)?,
        };
        Ok(Node {
            value: written,
            span,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Node, Fault> {
        super::parse(text, &Limits::default())
    }

    #[test]
    fn scalars_keep_their_characters() {
        let Value::Map(entries) = parse("b = 1.10\na = 2022-02-28\n[t.es]\nx = [1, 2]\n")
            .unwrap()
            .value
        else {
            panic!()
        };
        let names: Vec<&str> = entries.iter().map(|(k, _)| k.name.as_str()).collect();
        assert_eq!(names, ["b", "a", "t"]);
        assert_eq!(entries[0].1.value, Value::Text("1.10".into()));
        assert_eq!(entries[1].1.value, Value::Text("2022-02-28".into()));
        assert!(matches!(parse("a = \n"), Err(Fault::Syntax(..))));
    }

    #[test]
    fn depth_is_bounded() {
        let nested =
            |depth: usize| parse(&format!("a = {}{}", "[".repeat(depth), "]".repeat(depth)));
        assert!(nested(24).is_ok());
        assert!(matches!(
            nested(25),
            Err(Fault::TooLarge(Limit::FactsDepth, _))
        ));
        for depth in [1000, 200_000] {
            assert!(
                matches!(nested(depth), Err(Fault::TooLarge(Limit::FactsDepth, _))),
                "{depth}"
            );
        }
    }
}
