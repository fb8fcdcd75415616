//! Two things that a page says and that do not go together.

use crate::diag::{Code, codes};
use crate::text::lang::Lang;
use crate::text::messages::Arg;

/// Two things that a page says and that do not go together.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Contradiction {
    pub(crate) code: &'static Code,
    /// The page's file in the main language.
    pub(crate) page: String,
    /// The language of the translation that it is about; none where it is about the page in every language.
    pub(crate) lang: Option<Lang>,
    /// Where in its file.
    pub(crate) line: usize,
    /// What the theme's message about it names.
    pub(crate) args: Vec<(&'static str, Arg)>,
    /// Why the publisher leaves it so.
    pub(crate) reason: Option<String>,
}

impl Contradiction {
    /// The number of the milestone that it is about, where it is about one.
    pub(crate) fn milestone(&self) -> Option<&str> {
        let is_of_one = self.code == &codes::MILESTONE_OUTSIDE_COMMITMENT;
        let number = self.args.iter().find(|(name, _)| *name == "number");
        match number.filter(|_| is_of_one)? {
            (_, Arg::Text(number)) => Some(number),
            (_, Arg::Count(_)) => None,
        }
    }
}
