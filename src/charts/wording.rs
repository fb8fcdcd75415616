//! What charts need of a language: its messages, how it writes numbers and dates, how words of another one are told.

use crate::text::messages::Arg;

/// The language that a chart is drawn in. The room `render` gives that of the page.
pub trait Wording {
    /// Returns one of the theme's messages.
    fn say(&self, id: &str, args: &[(&str, Arg)]) -> String;
    /// Returns a number in plain digits (`-1234.5`) with the language's separators.
    fn number(&self, digits: &str) -> String;
    /// Returns an ISO date in words, as precise as it is; text that is no date stays as it is.
    fn date(&self, iso: &str) -> String;
    /// Returns the attributes (` lang="es"`) that tell words of another language; empty for `None` and for the page's own.
    fn lang_attributes(&self, lang: Option<&str>) -> String;
}
