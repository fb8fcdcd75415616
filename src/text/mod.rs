//! Ground: words. Languages, messages, dates, numbers, slugs, escaping.

pub mod date;
pub mod escape;
pub mod lang;
pub mod messages;
pub mod near;
pub mod number;
pub mod slug;
pub mod words;
