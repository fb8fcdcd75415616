//! The particulars that a message about a file names, as values. The words are those of whoever shows it.

use tragaluz_text::date::PartialDate;
use tragaluz_text::names::{has_invisible, visible};

/// A value for a message's variable.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words, put in as they are.
    Text(String),
    /// A count, which chooses the plural.
    Count(u64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Arg::Text(text.clone())
    }
}

impl From<u64> for Arg {
    fn from(n: u64) -> Self {
        Arg::Count(n)
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Arg::Count(n as u64)
    }
}

impl From<PartialDate> for Arg {
    fn from(date: PartialDate) -> Self {
        Arg::Text(date.to_string())
    }
}

impl Arg {
    /// Returns the value as it can be shown: a name or a cell may hold what would move the cursor, or turn the sentence
    /// around.
    #[must_use]
    pub fn visible(self) -> Arg {
        match self {
            Arg::Text(text) if has_invisible(&text) => Arg::Text(visible(&text)),
            value => value,
        }
    }
}
