//! What the parsers of YAML and TOML say, as names under which the messages say it in plain words.

use std::ops::Range;

/// What a parser says, or a part of it, and the name of its cause; the first that fits.
const CAUSES: &[(&str, &str)] = &[
    ("unknown anchor", "anchor"),
    ("anchor", "anchor"),
    ("directive", "directive"),
    ("YAML major version", "directive"),
    ("a tab", "tab"),
    ("tabs ", "tab"),
    ("tab cannot", "tab"),
    ("unclosed quote", "quote"),
    ("unexpected EOF while parsing a flow", "bracket"),
    ("unexpected EOF while parsing an implicit flow", "bracket"),
    ("bracket", "bracket"),
    ("unclosed array", "bracket"),
    ("unclosed table", "bracket"),
    ("parsing a flow", "comma"),
    ("expected ',' or", "comma"),
    ("flow construct", "bracket"),
    ("unexpected character: `\\u", "control"),
    ("unexpected character", "character"),
    ("plain scalar cannot start", "character"),
    ("mapping values are not allowed", "colon"),
    ("illegal placement of ':'", "bracket"),
    ("missing comma", "comma"),
    ("extra comma", "comma"),
    ("invalid inline table element", "comma"),
    ("document end marker", "second"),
    ("multiple documents", "second"),
    ("document start", "second"),
    ("escape", "escape"),
    ("surrogate", "escape"),
    ("hexadecimal number for", "escape"),
    ("quoted scalar, did not find", "escape"),
    ("unicode value digits", "escape"),
    ("multiline quoted scalar", "quote"),
    ("invalid basic string", "quote"),
    ("invalid literal string", "quote"),
    ("invalid multi-line", "quote"),
    ("invalid string", "quote"),
    ("missing opening quote", "quote"),
    ("trailing content after", "quoted"),
    ("string values must be quoted", "unquoted"),
    ("comment character", "control"),
    ("carriage return", "control"),
    ("comments must be separated", "comment"),
    ("comment intercepting", "comment"),
    ("invalid unquoted key", "key"),
    ("invalid key", "key"),
    ("keys cannot be", "key"),
    ("key with no value", "equals"),
    ("missing assignment", "equals"),
    ("extra assignment", "equals"),
    ("extra `=`", "equals"),
    ("missing key", "equals"),
    ("missing value", "value"),
    ("invalid value", "value"),
    ("cannot extend", "extended"),
    ("table", "heading"),
    ("date-time", "number"),
    ("leading zero", "number"),
    ("invalid boolean", "unquoted"),
    ("digits", "number"),
    ("number", "number"),
    ("float", "number"),
    ("radix", "number"),
    ("numeric sign", "number"),
    ("exponent", "number"),
    ("mantissa", "number"),
    ("fraction", "number"),
    ("mapping keys are not allowed", "indent"),
    ("sequence entries are not allowed", "dash"),
    ("expected '-' indicator", "dash"),
    ("indentation", "indent"),
    ("did not find expected", "indent"),
    ("block scalar", "indent"),
    ("simple key", "map"),
    ("TAG", "directive"),
    ("parsing a tag", "tag"),
    ("global tag", "tag"),
    ("handle wasn't declared", "tag"),
    ("EOF", "cut"),
    ("eof", "cut"),
    ("end of plain scalar", "cut"),
    ("expected whitespace", "indent"),
    ("missing", "value"),
    ("expected", "extra"),
];

/// Causes that the reader of facts names by itself.
const OWN: &[&str] = &["anchor", "map", "second", "tag"];

/// The cause of a fault, by what a parser says of it, and where it is: parsers stop a little before or after. What
/// no cause fits is `other`: a parser's own words are English, and not for clerks.
pub(crate) fn cause_of(text: &str, said: &str, span: Range<usize>) -> (&'static str, Range<usize>) {
    let own = OWN.iter().find(|cause| **cause == said).copied();
    let known = CAUSES.iter().find(|(words, _)| said.contains(words));
    match own.or(known.map(|(_, cause)| *cause)).unwrap_or("other") {
        "tab" => ("tab", nearest_char(text, span, |c| c == '\t')),
        // A line that begins so is before the document, and the parser misses the document.
        "second" if text.lines().any(|line| line.starts_with('%')) => ("directive", span),
        "unquoted"
            if text
                .get(span.clone())
                .is_none_or(|part| part.trim().is_empty()) =>
        {
            ("value", span)
        }
        "control" => (
            "control",
            nearest_char(text, span, |c| c.is_control() && !c.is_whitespace()),
        ),
        // Without another colon before it on its line, it is the line above that cannot have this one below it.
        "colon"
            if !text[..span.start]
                .rsplit('\n')
                .next()
                .unwrap_or_default()
                .contains(':') =>
        {
            ("above", span)
        }
        cause => (cause, span),
    }
}

/// The first such character from the start of the line that `span` begins on.
fn nearest_char(text: &str, span: Range<usize>, is: impl Fn(char) -> bool) -> Range<usize> {
    let line = text[..span.start].rfind('\n').map_or(0, |i| i + 1);
    let found = text[line..].char_indices().find(|(_, c)| is(*c));
    found.map_or(span, |(i, c)| line + i..line + i + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Diagnostic, Speech, codes};
    use crate::source::limits::Limits;
    use crate::source::node::{FactNode, SyntaxFault};
    use crate::source::{toml, yaml};
    use std::collections::BTreeSet;

    /// The cause that a text is refused for, if it is.
    fn cause(
        text: &str,
        parse: fn(&str, &Limits) -> Result<FactNode, SyntaxFault>,
    ) -> Option<&'static str> {
        match parse(text, &Limits::default()) {
            Err(SyntaxFault::Syntax(said, span)) => Some(cause_of(text, &said, span).0),
            _ => None,
        }
    }

    #[test]
    fn each_slip_has_its_own_words() {
        for (text, expected) in [
            ("title: \"a\nb: c\n", "quote"),
            ("a: [b, c\nd: e\n", "bracket"),
            ("a: {b: c\n", "bracket"),
            ("a: [b}\n", "bracket"),
            ("%a\n", "directive"),
            ("a: b: c\n", "colon"),
            ("- a\nb: c\n", "dash"),
            ("a: 'b' c\n", "quoted"),
            ("a: \"\\q\"\n", "escape"),
            ("a:\n\t- b\n", "tab"),
            ("a: `b`\n", "character"),
        ] {
            assert_eq!(cause(text, yaml::parse), Some(expected), "{text}");
        }
        for (text, expected) in [
            ("a = \n", "value"),
            ("a = b\n", "unquoted"),
            ("a b = 1\n", "equals"),
            ("a = \"b\n", "quote"),
            ("[a\nb = 1\n", "bracket"),
            ("a = 01\n", "number"),
            ("título = 1\n", "key"),
            ("a = \"\\q\"\n", "escape"),
        ] {
            assert_eq!(cause(text, toml::parse), Some(expected), "{text}");
        }
    }

    #[test]
    fn every_cause_is_said_in_every_language() {
        let named: BTreeSet<&str> = CAUSES
            .iter()
            .map(|(_, cause)| *cause)
            .chain(OWN.iter().copied())
            .collect();
        for lang in ["en", "es"] {
            let speech = Speech::for_locale(lang);
            let said = |cause: &str| {
                let finding = Diagnostic::new(&codes::FRONT_MATTER_SYNTAX).arg("cause", cause);
                (speech.message(&finding), speech.help(&finding))
            };
            let other = said("other");
            for cause in named.iter().filter(|cause| **cause != "other") {
                let (message, help) = said(cause);
                assert!(
                    message != other.0 && help != other.1,
                    "{lang}: {cause} is not said"
                );
            }
        }
    }
}
