//! Floor 9: from the plan to the files of the site that are not pages: site maps, the search's index,
//! host files, text editions; and the audit of what was made.
//!
//! Everything here is a function from what is known to text. A file on its way to the output is an
//! [`OutputFile`](crate::stage::OutputFile).

pub mod addresses;
pub(crate) mod archives;
pub(crate) mod attachments;
pub mod audit;
pub(crate) mod cards;
pub(crate) mod figures;
pub mod hosts;
pub(crate) mod images;
pub mod inline_script;
pub(crate) mod opensearch;
pub(crate) mod output;
pub(crate) mod pages;
pub mod policy;
pub(crate) mod public_key;
pub(crate) mod recall;
pub mod search;
pub(crate) mod sitemap;
pub(crate) mod texts;
pub(crate) mod well_known;
pub(crate) mod worker;

pub(crate) use crate::pages::address::relative;
