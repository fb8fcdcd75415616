//! A style sheet that many pages carry: what is left of it depends only on which of its names a page uses, and pages use few
//! different sets of them.

use super::parse::{Selector, StyleRule};
use super::usage::UsedNames;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A style sheet, and what was left of it for each set of its names.
#[derive(Debug)]
pub(super) struct StyleSheet {
    rules: Vec<StyleRule>,
    /// Every class that its selectors name, then every element.
    names: SheetNames,
    left: Mutex<BTreeMap<Vec<u64>, Arc<str>>>,
}

/// Names that selectors need, by their places in a set.
#[derive(Debug, Default)]
struct SheetNames {
    classes: BTreeMap<String, usize>,
    elements: BTreeMap<String, usize>,
}

impl SheetNames {
    fn enter(&mut self, rules: &[StyleRule]) {
        for rule in rules {
            match rule {
                StyleRule::Whole(_) => {}
                StyleRule::Group(_, inner) => self.enter(inner),
                StyleRule::Style(selectors, _) => {
                    selectors.iter().for_each(|s| self.enter_selector(s));
                }
            }
        }
    }

    fn enter_selector(&mut self, selector: &Selector) {
        for class in &selector.classes {
            let next = self.len();
            self.classes.entry(class.clone()).or_insert(next);
        }
        for element in &selector.elements {
            let next = self.len();
            self.elements.entry(element.clone()).or_insert(next);
        }
    }

    fn len(&self) -> usize {
        self.classes.len() + self.elements.len()
    }

    /// Returns which of the names a page uses, a bit each.
    fn used(&self, used: &UsedNames<'_>) -> Vec<u64> {
        let classes = used.classes().filter_map(|name| self.classes.get(name));
        let elements = used.elements().filter_map(|name| self.elements.get(name));
        let mut set = vec![0; self.len().div_ceil(64)];
        for at in classes.chain(elements) {
            set[at / 64] |= 1_u64 << (at % 64);
        }
        set
    }
}

impl StyleSheet {
    pub(super) fn of(rules: Vec<StyleRule>) -> StyleSheet {
        let mut names = SheetNames::default();
        names.enter(&rules);
        StyleSheet {
            rules,
            names,
            left: Mutex::default(),
        }
    }

    /// Returns the rules that a page can use, in their order.
    pub(super) fn lean(&self, used: &UsedNames<'_>) -> Arc<str> {
        // A panic elsewhere leaves at most a text that is missing.
        let left = || self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let set = self.names.used(used);
        if let Some(text) = left().get(&set) {
            return text.clone();
        }
        let mut text = String::new();
        write(&self.rules, used, &mut text);
        let text: Arc<str> = text.into();
        left().insert(set, text.clone());
        text
    }
}

fn write(rules: &[StyleRule], used: &UsedNames<'_>, out: &mut String) {
    for rule in rules {
        match rule {
            StyleRule::Whole(text) => out.push_str(text),
            StyleRule::Style(selectors, body) => {
                let kept: Vec<&str> = selectors
                    .iter()
                    .filter(|s| stays(s, used))
                    .map(|s| s.text.as_str())
                    .collect();
                if !kept.is_empty() {
                    out.push_str(&kept.join(","));
                    out.push_str(body);
                }
            }
            StyleRule::Group(head, inner) => {
                let before = out.len();
                out.push_str(head);
                out.push('{');
                let empty = out.len();
                write(inner, used, out);
                if out.len() == empty {
                    out.truncate(before);
                } else {
                    out.push('}');
                }
            }
        }
    }
}

fn stays(selector: &Selector, used: &UsedNames<'_>) -> bool {
    selector.classes.iter().all(|class| used.class(class))
        && selector.elements.iter().all(|name| used.element(name))
}
