//! YAML 1.2 (and so JSON) into [`FactNode`]s.
//!
//! The event parser under serde-saphyr is used rather than its deserialiser: events keep each scalar's own
//! characters and place, and let every fault of a page be reported in one run.

mod margin;
mod scalar;
mod strict;

use super::node::{FactNode, SyntaxFault};
use granit_parser::{Event, Parser, Placement};
use std::ops::Range;
use tragaluz_tables::limits::Limits;

pub(crate) use scalar::scalar;

/// Parses one YAML document. Byte ranges count from the start of `text`.
///
/// # Errors
/// The first rule broken. Anchors, aliases and tags are refused: a page needs none, and `title: &Co Ltd` or
/// `title: !Viva la plaza` would silently lose a word.
pub(crate) fn parse(text: &str, limits: &Limits) -> Result<FactNode, SyntaxFault> {
    match strict::parse(text, limits) {
        Err(fault) if margin::is_at_margin(&fault) => margin::parse(text, limits, fault),
        read => read,
    }
}

/// Comments that may have been meant as text: `title: Call #3` loses its number, for YAML takes ` #` for a comment.
/// One with a blank after `#` was meant as a comment.
pub(crate) fn swallowed(text: &str) -> Vec<Range<usize>> {
    let suspect =
        |(at, _): (usize, _)| text[at + 2..].starts_with(|c: char| !c.is_whitespace() && c != '#');
    if !text.match_indices(" #").any(suspect) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for event in Parser::new_from_str(text) {
        let Ok((Event::Comment(words, Placement::Right), span)) = event else {
            continue;
        };
        let meant = words.starts_with(|c: char| !c.is_whitespace() && c != '#');
        found.extend(span.byte_range().filter(|_| meant));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::node::FactValue;
    use tragaluz_tables::limits::Limit;

    fn parse(text: &str) -> Result<FactNode, SyntaxFault> {
        super::parse(text, &Limits::default())
    }

    fn get<'a>(node: &'a FactNode, name: &str) -> &'a FactNode {
        let FactValue::Map(entries) = &node.value else {
            panic!("not a map")
        };
        &entries.iter().find(|(k, _)| k.name == name).unwrap().1
    }

    #[test]
    fn scalars_keep_their_characters_and_places() {
        let text = "version: 1.10\nid: 0005\nlist: [a, 'b: c']\nñ: ~\n";
        let node = parse(text).unwrap();
        for (name, written) in [("version", "1.10"), ("id", "0005")] {
            assert_eq!(get(&node, name).value, FactValue::Text(written.into()));
            assert_eq!(&text[get(&node, name).span.clone()], written);
        }
        assert_eq!(get(&node, "ñ").value, FactValue::Null);
        let FactValue::List(items) = &get(&node, "list").value else {
            panic!()
        };
        assert_eq!(items[1].value, FactValue::Text("b: c".into()));
    }

    #[test]
    fn what_is_refused() {
        assert!(
            matches!(parse("a: 1\na: 2\n"), Err(SyntaxFault::Repeated(keys)) if keys[0].name == "a")
        );
        let text = "a: 1\nb: [{c: 1, c: 2, c: 3}]\na: 2\nd:\n  e: {f: 1}\n  e: 2\n";
        let Err(SyntaxFault::Repeated(keys)) = parse(text) else {
            panic!()
        };
        let told: Vec<(&str, usize)> = keys
            .iter()
            .map(|key| (&*key.name, text[..key.span.start].matches('\n').count() + 1))
            .collect();
        assert_eq!(told, [("c", 2), ("c", 2), ("a", 3), ("e", 6)]);
        for lossy in [
            "a: &x 1\n",
            "a: *x\n",
            "a: !Viva la plaza\n",
            "a: &Co\n",
            "a: !!str 1\n",
        ] {
            assert!(
                matches!(parse(lossy), Err(SyntaxFault::Syntax(..))),
                "{lossy}"
            );
        }
        assert!(matches!(
            parse("a: [1, 2\nb: 3\n"),
            Err(SyntaxFault::Syntax(..))
        ));
        assert!(matches!(
            parse(&"[".repeat(500)),
            Err(SyntaxFault::TooLarge(Limit::FactsDepth, _))
        ));
    }

    #[test]
    fn quoted_text_goes_on_at_the_margin() {
        let text = "notes: \"One\ntwo: \\\"2\\\" é\n\nthree\"\ntitle: 'It''s\nhere'\nlist:\n- \"a\nb\"\nlast: \"x\"\n";
        let node = parse(text).unwrap();
        assert_eq!(
            get(&node, "notes").value,
            FactValue::Text("One two: \"2\" é\nthree".into())
        );
        assert_eq!(
            get(&node, "title").value,
            FactValue::Text("It's here".into())
        );
        assert_eq!(&text[get(&node, "last").span.clone()], "\"x\"");
        let FactValue::List(items) = &get(&node, "list").value else {
            panic!()
        };
        assert_eq!(items[0].value, FactValue::Text("a b".into()));
        let Err(SyntaxFault::Syntax(_, span)) = parse("a: \"b\nc\"\nd: [1\ne: 2\n") else {
            panic!()
        };
        assert!(
            span.start >= 8,
            "the place of another fault is told in the text as it stands"
        );
        assert!(
            matches!(parse("a: \"b\nc\nd: 1\n"), Err(SyntaxFault::Syntax(..))),
            "never closed"
        );
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(text in "[ \\-:\\[\\]{}&*'\"a-cé\n|>#~]{0,60}") {
            let _ = parse(&text);
        }
    }
}
