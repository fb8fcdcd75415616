//! Words as an open-data portal and a reader of tables need them: languages, dates, numbers, slugs, escaping,
//! alphabetical order, words to be searched.
//!
//! ```
//! use tragaluz_text::{lang::Lang, slug::slug, words::Words};
//! let spanish = Lang::parse("es-MX").expect("a language tag");
//! let title = Words::new(spanish, "Niñas y niños");
//! assert_eq!(title.all().map(|(_, text)| slug(text)).collect::<Vec<_>>(), ["ninas-y-ninos"]);
//! ```

#![forbid(unsafe_code)]

pub mod by_lang;
pub mod collate;
pub mod country;
pub mod date;
pub mod date_fault;
pub mod direction;
pub mod escape;
pub mod fold;
pub mod free;
pub mod iso;
pub mod lang;
pub mod names;
pub mod near;
pub mod number;
pub mod obeyed;
pub mod pasted;
pub mod plain;
pub mod plural;
pub mod region;
pub mod scheme;
pub mod slug;
pub mod unit;
pub mod unseen;
pub mod web;
pub mod words;
