//! From nodes to blocks: paragraphs, headings, lists, definitions, quotations.

use super::block::{Block, hung, joined};
use super::inline::{Links, add, drawing, holds_block, text_of};
use super::table;
use super::wrap::{add_clean, width, wrapped};
use crate::html::skipped::is_skipped_in_text;
use crate::html::tree::{Node, is_block};

/// Returns the blocks of some nodes, at most `columns` wide.
pub(super) fn flow(nodes: &[Node], columns: usize, links: &mut Links<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut running = String::new();
    if let Some(row) = row(nodes) {
        let parts: Vec<String> = row
            .iter()
            .map(|part| text_of(std::slice::from_ref(*part), links))
            .collect();
        let facts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|p| !p.is_empty())
            .collect();
        return vec![Block::new(wrapped(&facts.join(" · "), columns))];
    }
    for node in nodes.iter().filter(|n| !is_skipped_in_text(n)) {
        if is_block(node.name()) || holds_block(node) {
            end_paragraph(&mut running, columns, &mut blocks);
            element(node, columns, links, &mut blocks);
        } else {
            add(&mut running, node, links);
        }
    }
    end_paragraph(&mut running, columns, &mut blocks);
    blocks
}

/// Short facts that are side by side, each in an element of its own with nothing between: only the page's style
/// tells them apart. Running text never looks so: Markdown makes no `span`.
fn row<'a>(nodes: &'a [Node<'a>]) -> Option<Vec<&'a Node<'a>>> {
    let parts: Vec<&Node> = nodes
        .iter()
        .filter(|n| !is_skipped_in_text(n) && !is_blank(n))
        .collect();
    let is_row = parts.len() > 1
        && parts.iter().all(|part| is_short_fact(part))
        && parts.iter().any(|n| n.name() == "span");
    is_row.then_some(parts)
}

fn is_blank(node: &Node) -> bool {
    matches!(node, Node::Text(text) if text.trim().is_empty())
}

/// Returns whether an element may be one of several facts that are side by side.
fn is_short_fact(node: &Node) -> bool {
    matches!(node.name(), "span" | "time" | "data" | "a" | "b" | "strong") && !holds_block(node)
}

/// Returns the way to this page (`nav` with an `ol`) on one line; `None` for another `nav`.
fn crumbs(nav: &Node, columns: usize, links: &mut Links<'_>) -> Option<Block> {
    let mut items = Vec::new();
    let list = nav.children().iter().find(|n| n.name() == "ol")?;
    list.find("li", &mut items);
    let steps: Vec<String> = items
        .iter()
        .map(|item| text_of(item.children(), links))
        .collect();
    Some(Block::new(wrapped(&steps.join(" › "), columns)))
}

fn end_paragraph(running: &mut String, columns: usize, blocks: &mut Vec<Block>) {
    if running.is_empty() {
        return;
    }
    let mut text = String::with_capacity(running.len());
    for (i, line) in std::mem::take(running).split('\n').enumerate() {
        if i > 0 {
            text.push('\n');
        }
        add_clean(line, &mut text);
    }
    let lines = wrapped(&text, columns);
    if !lines.is_empty() {
        blocks.push(Block::new(lines));
    }
}

fn element(node: &Node, columns: usize, links: &mut Links<'_>, blocks: &mut Vec<Block>) {
    match node.name() {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => blocks.push(heading(node, columns, links)),
        "ul" | "ol" => blocks.extend(list(node, columns, links)),
        "dl" => blocks.extend(definitions(node, columns, links)),
        "table" => blocks.extend(table::table(node, columns, links)),
        "pre" => blocks.push(preformatted(node)),
        "hr" => blocks.push(Block::new(vec!["-".repeat(columns.min(20))])),
        "blockquote" => {
            let inside = joined(flow(
                node.children(),
                columns.saturating_sub(2).max(20),
                links,
            ));
            blocks.push(Block::new(
                inside.iter().map(|line| format!("> {line}")).collect(),
            ));
        }
        "nav" => match crumbs(node, columns, links) {
            Some(block) => blocks.push(block),
            None => blocks.extend(flow(node.children(), columns, links)),
        },
        "figure" => figure(node, columns, links, blocks),
        "a" => {
            let from = blocks.len();
            blocks.extend(flow(node.children(), columns, links));
            let number = links.number(node.get("href"), "");
            if let Some(line) = blocks[from..].last_mut().and_then(|b| b.lines.last_mut()) {
                line.push_str(&number);
            }
        }
        _ => blocks.extend(flow(node.children(), columns, links)),
    }
}

/// Headings of the first two levels are underlined; the others stand alone.
fn heading(node: &Node, columns: usize, links: &mut Links<'_>) -> Block {
    let mut lines = wrapped(&text_of(node.children(), links), columns);
    let longest = lines.iter().map(|l| width(l)).max().unwrap_or_default();
    let underline = match node.name() {
        "h1" => "=",
        "h2" => "-",
        _ => return Block::new(lines),
    };
    if longest > 0 {
        lines.push(underline.repeat(longest.min(columns)));
    }
    Block::new(lines)
}

fn list(node: &Node, columns: usize, links: &mut Links<'_>) -> Vec<Block> {
    let entries: Vec<&Node> = node
        .children()
        .iter()
        .filter(|n| n.name() == "li" && !is_skipped_in_text(n))
        .collect();
    let reversed = node.get("reversed").is_some();
    let first = if reversed {
        i64::try_from(entries.len()).unwrap_or(1)
    } else {
        1
    };
    let mut number = node
        .get("start")
        .and_then(|s| s.parse::<i64>().ok())
        .unwrap_or(first);
    let mut items = Vec::new();
    for item in entries {
        let bullet = if node.name() == "ol" {
            let own = item
                .get("value")
                .and_then(|v| v.parse().ok())
                .unwrap_or(number);
            number = if reversed {
                own.saturating_sub(1)
            } else {
                own.saturating_add(1)
            };
            format!("{own}. ")
        } else {
            "- ".to_owned()
        };
        let inside = flow(
            item.children(),
            columns.saturating_sub(bullet.len()).max(20),
            links,
        );
        let short = inside.len() <= 1 || inside.iter().all(|b| b.tight);
        let lines = hung(&bullet, &" ".repeat(bullet.len()), &joined(inside));
        items.push(Block {
            lines,
            tight: short,
        });
    }
    items
}

/// "Term: meaning", the lines after the first indented.
fn definitions(node: &Node, columns: usize, links: &mut Links<'_>) -> Vec<Block> {
    let mut rows: Vec<&Node> = Vec::new();
    for child in node.children() {
        // A `div` may group a term with its meanings.
        let group = if child.name() == "div" {
            child.children()
        } else {
            std::slice::from_ref(child)
        };
        rows.extend(
            group
                .iter()
                .filter(|n| matches!(n.name(), "dt" | "dd") && !is_skipped_in_text(n)),
        );
    }
    let mut blocks = Vec::new();
    let mut term = String::new();
    for (i, row) in rows.iter().enumerate() {
        if row.name() == "dt" {
            let more = if term.is_empty() {
                String::new()
            } else {
                format!("{term}, ")
            };
            term = more + &text_of(row.children(), links).replace('\n', " ");
            let alone = rows.get(i + 1).is_none_or(|next| next.name() == "dt");
            if alone && i + 1 == rows.len() {
                blocks.push(Block {
                    lines: wrapped(&term, columns),
                    tight: true,
                });
            }
            continue;
        }
        blocks.push(Block {
            lines: meaning(&std::mem::take(&mut term), row, columns, links),
            tight: true,
        });
    }
    blocks
}

fn meaning(term: &str, node: &Node, columns: usize, links: &mut Links<'_>) -> Vec<String> {
    let narrow = columns.saturating_sub(2).max(20);
    if holds_block(node) {
        let head = if term.is_empty() {
            Vec::new()
        } else {
            wrapped(&format!("{term}:"), columns)
        };
        let inside = joined(flow(node.children(), narrow, links));
        return head.into_iter().chain(hung("  ", "  ", &inside)).collect();
    }
    let text = text_of(node.children(), links);
    let text = if term.is_empty() {
        text
    } else {
        format!("{}: {text}", term.trim_end_matches(':'))
    };
    let indent = if term.is_empty() { "  " } else { "" };
    hung(indent, "  ", &wrapped(&text, narrow))
}

fn preformatted(node: &Node) -> Block {
    let mut text = String::new();
    literal(node, &mut text);
    let lines = text.trim_matches('\n').lines().map(|line| {
        let kept: String = line.chars().filter(|c| !c.is_control()).collect();
        format!("    {kept}")
    });
    Block::new(lines.collect())
}

fn literal(node: &Node, out: &mut String) {
    match node {
        Node::Text(text) => out.push_str(text),
        Node::Element(_, children) if !is_skipped_in_text(node) => {
            children.iter().for_each(|child| literal(child, out));
        }
        Node::Element(..) => {}
    }
}

/// Adds a chart: its caption, what it shows in words, then its data.
fn figure(node: &Node, columns: usize, links: &mut Links<'_>, blocks: &mut Vec<Block>) {
    for child in node.children().iter().filter(|n| !is_skipped_in_text(n)) {
        if child.name() == "svg" {
            let lines = wrapped(&drawing(child), columns);
            blocks.push(Block::new(lines));
        } else {
            blocks.extend(flow(std::slice::from_ref(child), columns, links));
        }
    }
}
