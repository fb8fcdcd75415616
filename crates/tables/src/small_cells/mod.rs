//! Small counts of persons that are not shown, and others that would give them away.
//!
//! A table of counts is a system of linear equations: a total is the sum of its parts. Of a count that is not shown, a reader
//! may find out the least and the greatest value that fits all equations. So further counts are hidden ([`protect`]) until each
//! small one may be any number from 1 to the largest that is hidden: for each there are two tables that a reader cannot tell
//! from the true one, one in which it is 1 and one in which it is the largest. Every equation holds in both, nothing that is
//! shown differs, and no count is below nought.

mod combinations;
mod count_table;
mod declared_columns;
mod equations;
mod masked_rows;
mod protect;
mod shift;

pub(crate) use combinations::share;
pub(crate) use count_table::{CountFault, CountTable, HiddenCells};
pub(crate) use declared_columns::DeclaredColumns;
pub(crate) use masked_rows::{MaskedCell, MaskedStream};
