//! What a translation was made of: `translates` in it is a mark of the words that the main file had then.

use crate::source::fields::Spanned;
use crate::source::node::{FactNode, FactValue};
use sha2::{Digest, Sha256};

/// Names of facts that a translation gives in other words. The rest (dates, statuses, addresses) is inherited, so that a
/// change of it makes no translation older.
const TRANSLATED: &[&str] = &[
    "description",
    "keywords",
    "labels",
    "progress",
    "reason",
    "statements",
    "summary",
    "text",
    "title",
];

/// Hexadecimal digits of a mark: enough to tell versions of one page apart, and few enough to type.
const DIGITS: usize = 8;

/// The mark that a translation gives, and that of its original as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslationMark {
    /// What the translation says.
    pub(crate) given: Spanned<String>,
    /// The mark of the original as it is.
    pub(crate) now: String,
}

impl TranslationMark {
    /// Whether the original has other words than those that were translated.
    pub(crate) fn is_old(&self) -> bool {
        !self.given.value.eq_ignore_ascii_case(&self.now)
    }
}

/// Returns the mark of a file's words: of the facts that are translated, and of its text. Blanks do not count, so that
/// lines may be broken anew.
pub(crate) fn mark(facts: Option<&FactNode>, text: &str) -> String {
    let mut words = String::new();
    if let Some(facts) = facts {
        gather(facts, false, &mut words);
    }
    add(text, &mut words);
    let hash = Sha256::digest(words.as_bytes());
    let digits = hash.iter().map(|byte| format!("{byte:02x}"));
    digits.take(DIGITS / 2).collect()
}

/// Gathers texts under the names of facts that are translated.
fn gather(node: &FactNode, is_translated: bool, words: &mut String) {
    match &node.value {
        FactValue::Text(text) if is_translated => add(text, words),
        FactValue::Map(entries) => {
            for (key, node) in entries {
                let is_own = is_translated || TRANSLATED.contains(&key.name.as_str());
                gather(node, is_own, words);
            }
        }
        FactValue::List(items) => {
            for item in items {
                gather(item, is_translated, words);
            }
        }
        _ => {}
    }
}

fn add(text: &str, words: &mut String) {
    for word in text.split_whitespace() {
        words.push_str(word);
        words.push(' ');
    }
    words.push('\n');
}
