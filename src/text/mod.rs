//! Ground: words. Languages, messages, dates, numbers, slugs, escaping, alphabetical order, words to be searched.

pub mod by_lang;
pub(crate) mod collate;
pub mod date;
pub mod date_fault;
pub mod escape;
pub mod fold;
pub(crate) mod free;
pub(crate) mod iso;
pub mod lang;
pub mod messages;
pub(crate) mod names;
pub mod near;
pub(crate) mod number;
pub(crate) mod pasted;
pub(crate) mod plain;
pub(crate) mod region;
pub(crate) mod scheme;
pub mod slug;
pub(crate) mod unseen;
pub(crate) mod web;
pub mod words;
