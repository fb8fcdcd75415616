//! Ground: words. Languages, messages, dates, numbers, slugs, escaping, alphabetical order, words to be searched.

pub mod by_lang;
pub mod collate;
pub mod date;
pub mod date_fault;
pub mod escape;
pub mod fold;
pub mod free;
pub mod iso;
pub mod lang;
pub mod messages;
pub mod names;
pub mod near;
pub mod number;
pub mod pasted;
pub mod plain;
pub mod region;
pub mod scheme;
pub mod slug;
pub mod unseen;
pub mod web;
pub mod words;
