//! The search page's script on its way into the page.

/// A script without the lines that are comments and the spaces that lines begin with. No text of it may span lines.
pub fn squeezed(script: &str) -> String {
    let lines = script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_comments_and_indents_go() {
        assert_eq!(
            squeezed("// a\n\n  b('// c');\n\t// d\n  e"),
            "b('// c');\ne"
        );
    }
}
