//! Blocks of lines, and how they are put below one another.

/// Lines that belong together: a paragraph, an entry, a row of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    pub(crate) lines: Vec<String>,
    /// Whether it is directly below the block before it when that one is tight too.
    pub(crate) tight: bool,
}

impl Block {
    pub(crate) fn new(lines: Vec<String>) -> Self {
        Block {
            lines,
            tight: false,
        }
    }
}

/// Returns all lines of some blocks, with an empty line between those that are not tight.
pub(super) fn joined(blocks: Vec<Block>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut tight = false;
    for block in blocks.into_iter().filter(|b| !b.lines.is_empty()) {
        let apart = !(tight && block.tight);
        if apart && !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(block.lines);
        tight = block.tight;
    }
    lines
}

/// Returns lines with `first` before the first and `rest` before the others.
pub(super) fn hung(first: &str, rest: &str, lines: &[String]) -> Vec<String> {
    let before = std::iter::once(first).chain(std::iter::repeat(rest));
    (before.zip(lines))
        .map(|(before, line)| format!("{before}{line}").trim_end().to_owned())
        .collect()
}
