//! What changed between two versions of a table, row by row.
//!
//! A version is a CSV file as RFC 4180 has it: UTF-8, a header, cells quoted only where they have to be. [`compare`] reads both
//! versions and writes a delta, one line of JSON for each run of rows that stayed and each row that did not. A delta costs what
//! changed, and leads both ways: [`newer`] makes the later version of the earlier one, [`older`] the earlier one of the later,
//! each to the byte.
//!
//! Rows are known by a key, which is the cells of the columns that the publisher says; without one, by all their cells: then a
//! row that changed is one that went and one that came. Rows that share a key are paired in their order.
//! Memory does not grow with rows: what is remembered of each is sorted in files without a name.

#![forbid(unsafe_code)]

mod columns;
mod compare;
mod counts;
mod delta;
mod error;
mod leading_delta;
mod matching;
mod newer;
mod older;
mod projection;
mod readable;
mod removal;
mod row_file;
mod sums;
#[cfg(test)]
mod tests;

pub use compare::{Versions, compare};
pub use counts::ChangeCounts;
pub use delta::{DeltaHead, DeltaLine, DeltaLines, VersionSum};
pub use error::Error;
pub use newer::newer;
pub use older::older;
pub use readable::{RowChange, each_change};
pub use removal::{NamedCell, Removal, RemovalOutcome};

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadmeExamples;
