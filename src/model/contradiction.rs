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

/// Where on its page a contradiction is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OddPlace<'a> {
    /// At the page's head.
    Page,
    /// At the milestone of this number.
    Milestone(&'a str),
    /// At the question of this number.
    Question(&'a str),
}

impl Contradiction {
    /// Returns the place of what it is about.
    pub(crate) fn place(&self) -> OddPlace<'_> {
        let code = self.code;
        let place = if code == &codes::MILESTONE_OUTSIDE_COMMITMENT {
            self.text("number").map(OddPlace::Milestone)
        } else if code == &codes::ANSWER_AGAINST_DEGREE {
            self.text("question").map(OddPlace::Question)
        } else if code == &codes::LIMITED_AS_PLANNED {
            Some(OddPlace::Question("1.3"))
        } else {
            // Two rules hold a report's verdict against something else.
            let verdict = match self.text("what") {
                Some("complete" | "little") => Some("1.1"),
                Some("as-planned") => Some("1.3"),
                _ => None,
            };
            verdict.map(OddPlace::Question)
        };
        place.unwrap_or(OddPlace::Page)
    }

    /// Returns what the message names by this name, where it is a text.
    fn text(&self, name: &str) -> Option<&str> {
        let found = self.args.iter().find(|(own, _)| *own == name);
        match found? {
            (_, Arg::Text(text)) => Some(text),
            (_, Arg::Count(_)) => None,
        }
    }
}
