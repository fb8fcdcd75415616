//! Ground: words. Those of messages are here; languages, dates, numbers, slugs and the like are a crate of their own.

pub mod messages;
pub(crate) mod phrase;
mod plural_selectors;
pub(crate) mod untranslated;

pub use tragaluz_text::*;
