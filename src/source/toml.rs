//! TOML into [`FactNode`]s.

use super::node::{FactKey, FactNode, FactValue, SyntaxFault};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use tragaluz_tables::limits::{Limit, Limits};

/// Parses a TOML document. Byte ranges count from the start of `text`.
///
/// # Errors
/// The first rule broken.
pub(crate) fn parse(text: &str, limits: &Limits) -> Result<FactNode, SyntaxFault> {
    let table = DeTable::parse(text).map_err(|e| {
        let span = e.span().unwrap_or(0..text.len());
        if e.message() == "duplicate key" {
            let name = text[span.clone()].trim_matches(['"', '\'']).to_owned();
            return SyntaxFault::Repeated(vec![FactKey { name, span }]);
        }
        // The parser has a limit of its own beyond all that can be set.
        if e.message().contains("recurs") {
            return SyntaxFault::TooLarge(Limit::FactsDepth, span);
        }
        SyntaxFault::Syntax(e.message().to_owned(), span)
    })?;
    let mut reader = TomlReader {
        limits,
        depth: 0,
        count: 0,
    };
    Ok(FactNode {
        value: reader.map(table.get_ref(), &(0..text.len()))?,
        span: 0..text.len(),
    })
}

/// Takes a document over, counting what is in it and how deep.
struct TomlReader<'l> {
    limits: &'l Limits,
    depth: usize,
    count: usize,
}

impl TomlReader<'_> {
    fn map(&mut self, table: &DeTable<'_>, span: &Range<usize>) -> Result<FactValue, SyntaxFault> {
        self.enter(span)?;
        let mut entries = Vec::with_capacity(table.len());
        for (key, value) in table {
            let key = FactKey {
                name: key.get_ref().to_string(),
                span: key.span(),
            };
            entries.push((key, self.node(value)?));
        }
        self.depth -= 1;
        entries.sort_by_key(|(key, _)| key.span.start);
        Ok(FactValue::Map(entries))
    }

    fn list(
        &mut self,
        items: &[Spanned<DeValue<'_>>],
        span: &Range<usize>,
    ) -> Result<FactValue, SyntaxFault> {
        self.enter(span)?;
        let items = items
            .iter()
            .map(|item| self.node(item))
            .collect::<Result<_, _>>()?;
        self.depth -= 1;
        Ok(FactValue::List(items))
    }

    fn enter(&mut self, span: &Range<usize>) -> Result<(), SyntaxFault> {
        self.depth += 1;
        // The document itself is no level of it.
        if self.depth > self.limits.count(Limit::FactsDepth) + 1 {
            return Err(SyntaxFault::TooLarge(Limit::FactsDepth, span.clone()));
        }
        Ok(())
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>) -> Result<FactNode, SyntaxFault> {
        let span = value.span();
        self.count += 1;
        if self.count > self.limits.count(Limit::Facts) {
            return Err(SyntaxFault::TooLarge(Limit::Facts, span));
        }
        let written = match value.get_ref() {
            DeValue::String(text) => FactValue::Text(text.to_string()),
            DeValue::Integer(n) => FactValue::Text(n.as_str().replace('_', "")),
            DeValue::Float(n) => FactValue::Text(n.as_str().replace('_', "")),
            DeValue::Boolean(yes) => FactValue::Text(yes.to_string()),
            DeValue::Datetime(date) => FactValue::Text(date.to_string()),
            DeValue::Array(items) => self.list(items, &span)?,
            DeValue::Table(table) => self.map(table, &span)?,
        };
        Ok(FactNode {
            value: written,
            span,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<FactNode, SyntaxFault> {
        super::parse(text, &Limits::default())
    }

    #[test]
    fn scalars_keep_their_characters() {
        let FactValue::Map(entries) = parse("b = 1.10\na = 2022-02-28\n[t.es]\nx = [1, 2]\n")
            .unwrap()
            .value
        else {
            panic!()
        };
        let names: Vec<&str> = entries.iter().map(|(k, _)| k.name.as_str()).collect();
        assert_eq!(names, ["b", "a", "t"]);
        assert_eq!(entries[0].1.value, FactValue::Text("1.10".into()));
        assert_eq!(entries[1].1.value, FactValue::Text("2022-02-28".into()));
        assert!(matches!(parse("a = \n"), Err(SyntaxFault::Syntax(..))));
    }

    #[test]
    fn depth_is_bounded() {
        let nested =
            |depth: usize| parse(&format!("a = {}{}", "[".repeat(depth), "]".repeat(depth)));
        assert!(nested(24).is_ok());
        assert!(matches!(
            nested(25),
            Err(SyntaxFault::TooLarge(Limit::FactsDepth, _))
        ));
        for depth in [1000, 200_000] {
            assert!(
                matches!(
                    nested(depth),
                    Err(SyntaxFault::TooLarge(Limit::FactsDepth, _))
                ),
                "{depth}"
            );
        }
    }
}
