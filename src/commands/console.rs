//! What is said to whoever called, in their language, and how much of it.

use super::progress::Progress;
use super::stdio::{self, Volume};
use std::ops::Deref;
use tragaluz::Fatal;
use tragaluz::diag::Speech;
use tragaluz::text::messages::Arg;

/// The user's language, and how much is said in it.
pub(super) struct Console<'a> {
    pub speech: &'a Speech,
    pub volume: Volume,
}

impl Deref for Console<'_> {
    type Target = Speech;

    fn deref(&self) -> &Speech {
        self.speech
    }
}

impl Console<'_> {
    /// Says on the standard output what was done, where that is to be said.
    pub(super) fn done(&self, id: &str, args: &[(&'static str, Arg)]) -> Result<(), Fatal> {
        if self.volume == Volume::Quiet {
            return Ok(());
        }
        stdio::line(format_args!("{}", self.say(id, args)))
    }

    /// Says on the error stream what was done, where that is to be said.
    pub(super) fn remark(&self, id: &str, args: &[(&'static str, Arg)]) {
        if self.volume != Volume::Quiet {
            stdio::aside(format_args!("{}", self.say(id, args)));
        }
    }

    /// Begins to show how far work has come, until the value is let go of.
    pub(super) fn progress(&self) -> Progress {
        Progress::begin(self.speech, self.volume)
    }
}
