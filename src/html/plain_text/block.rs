//! Blocks of lines, and how they are put below one another.

/// A block of lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    /// Its lines.
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

/// All lines of some blocks, with an empty line between those that are not tight.
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

/// Lines with `first` before the first and `rest` before the others.
pub(super) fn hung(first: &str, rest: &str, lines: &[String]) -> Vec<String> {
    let before = |i: usize| if i == 0 { first } else { rest };
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| format!("{}{line}", before(i)).trim_end().to_owned())
        .collect()
}
