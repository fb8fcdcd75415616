//! Lists: of entries, numbered or not, and of terms with their meanings.

use super::markup::TypstWriter;
use crate::html::skipped::is_skipped_in_books;
use crate::html::tree::Node;

impl TypstWriter<'_> {
    /// Writes a list, numbered or not.
    pub(super) fn list(&mut self, node: &Node) {
        self.depth += 1;
        let mut items = Vec::new();
        for item in node
            .children()
            .iter()
            .filter(|item| !is_skipped_in_books(item))
        {
            let text = match item.name() {
                "li" => self.content(item.children()),
                _ => self.content(std::slice::from_ref(item)),
            };
            if !text.is_empty() {
                items.push(format!("[{text}]"));
            }
        }
        self.depth -= 1;
        if items.is_empty() {
            return;
        }
        let first = node
            .get("start")
            .and_then(|n| n.parse::<u32>().ok())
            .unwrap_or(1);
        let call = if node.name() == "ol" {
            format!("enum(start: {first}, ")
        } else {
            "list(".to_owned()
        };
        self.out
            .push_str(&format!("#{call}{});\n", items.join(", ")));
    }

    /// Terms and what they mean; groups of them may be in `div`.
    pub(super) fn terms(&mut self, node: &Node) {
        let mut parts = Vec::new();
        for child in node
            .children()
            .iter()
            .filter(|child| !is_skipped_in_books(child))
        {
            match child.name() {
                "div" => parts.extend(
                    child
                        .children()
                        .iter()
                        .filter(|child| !is_skipped_in_books(child)),
                ),
                _ => parts.push(child),
            }
        }
        let mut items: Vec<(String, Vec<String>)> = Vec::new();
        for part in parts {
            let text = self.content(part.children());
            match part.name() {
                "dt" => items.push((text, Vec::new())),
                "dd" => match items.last_mut() {
                    Some((_, meanings)) => meanings.push(text),
                    None => items.push((String::new(), vec![text])),
                },
                _ => {}
            }
        }
        let item = |(term, meanings): (String, Vec<String>)| {
            format!("terms.item([{term}], [{}])", meanings.join("#parbreak();"))
        };
        let items: Vec<String> = items.into_iter().map(item).collect();
        if !items.is_empty() {
            self.out
                .push_str(&format!("#terms({});\n", items.join(", ")));
        }
    }
}
