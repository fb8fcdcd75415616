//! Links behind the cells of sheets: addresses, and formulas that make them.

use std::sync::Arc;

/// A link behind a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CellLink {
    /// The address that it leads to.
    Address(Arc<str>),
    /// The formula that makes the address of other cells, which nobody here computes.
    Computed(Arc<str>),
}

impl CellLink {
    /// Returns a link to this address, where that leads out of the file.
    pub(crate) fn to(address: &str) -> Option<CellLink> {
        leads_out(address).then(|| CellLink::Address(address.into()))
    }
}

/// Whether an address leads out of the file: within it, it leads nowhere once the rows are a table.
pub(crate) fn leads_out(address: &str) -> bool {
    let address = address.trim();
    !address.is_empty()
        && !address.starts_with('#')
        && !address.to_ascii_lowercase().starts_with("javascript:")
}

/// Returns the link that a formula makes, if it makes one: `HYPERLINK("https://…","See")`. One argument alone is what
/// the cell shows, and an address that is in a cell of its own is in the table already.
pub(crate) fn linked_by(formula: &str) -> Option<CellLink> {
    let formula = without_prefix(formula).trim_start_matches(['=', ' ']);
    let at = formula.to_ascii_uppercase().find(HYPERLINK)?;
    let arguments = arguments(
        formula[at + HYPERLINK.len()..]
            .trim_start()
            .strip_prefix('(')?,
    );
    let [address, _, ..] = arguments.as_slice() else {
        return None;
    };
    let is_alone = at == 0;
    match literal(address) {
        Some(address) if is_alone => CellLink::to(&address),
        Some(address) if !leads_out(&address) => None,
        None if is_alone && is_reference(address) => None,
        _ => Some(CellLink::Computed(
            formula
                .chars()
                .take(LONGEST_SHOWN)
                .collect::<String>()
                .into(),
        )),
    }
}

const HYPERLINK: &str = "HYPERLINK";
/// Longest part of a formula that a message shows, in characters.
const LONGEST_SHOWN: usize = 120;

/// Returns the arguments of a function up to its closing bracket; Excel divides them by commas, other programs by
/// semicolons.
fn arguments(text: &str) -> Vec<&str> {
    let (mut found, mut begun, mut depth, mut is_quoted) = (Vec::new(), 0, 0usize, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth > 0 => depth -= 1,
            ',' | ';' if depth == 0 => {
                found.push(text[begun..at].trim());
                begun = at + 1;
            }
            ')' => {
                found.push(text[begun..at].trim());
                return found;
            }
            _ => {}
        }
    }
    found.push(text[begun..].trim());
    found
}

/// Returns a text that is in quotation marks and is all of an argument.
fn literal(argument: &str) -> Option<String> {
    let inside = argument.strip_prefix('"')?.strip_suffix('"')?;
    let text = inside.replace("\"\"", "\u{0}");
    (!text.contains('"')).then(|| text.replace('\u{0}', "\""))
}

/// Whether an argument is the place of a cell: `B2`, `$B$2`, `[.B2]`, `RC[-1]`, `Sheet1!B2`.
fn is_reference(argument: &str) -> bool {
    !argument.is_empty() && argument.chars().all(is_of_reference)
}

fn is_of_reference(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '$' | '[' | ']' | '.' | '!' | '-' | '\'' | '_' | ' ')
}

/// Returns a formula without the name of its language, which OpenDocument puts before it: `of:=`.
fn without_prefix(formula: &str) -> &str {
    let prefixes = ["of:", "oooc:", "msoxl:"];
    prefixes
        .iter()
        .find_map(|prefix| formula.strip_prefix(prefix))
        .unwrap_or(formula)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_within_the_file_lead_nowhere() {
        assert!(leads_out("x/y.pdf") && !leads_out("#Sheet2!A1") && !leads_out("JavaScript:f()"));
    }

    #[test]
    fn formulas_link_to_the_address_that_they_hold_whole() {
        let address = |formula: &str| match linked_by(formula) {
            Some(CellLink::Address(address)) => address.to_string(),
            Some(CellLink::Computed(formula)) => format!("={formula}"),
            None => String::new(),
        };
        for (formula, wanted) in [
            ("=HYPERLINK(\"https://a.mx/x\",\"See\")", "https://a.mx/x"),
            ("of:=HYPERLINK(\"https://a.mx\";\"See\")", "https://a.mx"),
            (
                "hyperlink( \"https://a.mx/?q=\"\"x;y\"\"\" , A2)",
                "https://a.mx/?q=\"x;y\"",
            ),
            (
                "HYPERLINK(\"https://a.mx/?id=\"&A2,\"See\")",
                "=HYPERLINK(\"https://a.mx/?id=\"&A2,\"See\")",
            ),
            (
                "=HYPERLINK(CONCATENATE(\"https://\",RC[-1]),\"See\")",
                "=HYPERLINK(CONCATENATE(\"https://\",RC[-1]),\"See\")",
            ),
            (
                "IF(A2=\"\",\"\",HYPERLINK(\"https://a.mx\",\"See\"))",
                "=IF(A2=\"\",\"\",HYPERLINK(\"https://a.mx\",\"See\"))",
            ),
            ("HYPERLINK(A1,\"See\")", ""),
            ("of:=HYPERLINK([.$B2];\"See\")", ""),
            ("HYPERLINK(\"https://a.mx\")", ""),
            ("HYPERLINK(\"#Sheet2!A1\",\"See\")", ""),
            ("SUM(A1:A2)", ""),
        ] {
            assert_eq!(address(formula), wanted, "{formula}");
        }
    }
}
