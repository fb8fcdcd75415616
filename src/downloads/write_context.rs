//! What files are made with.

use crate::cache::Cache;
use crate::source::limits::Limits;
use crate::stage::Staging;
use crate::timing::Timings;

/// What files are made with.
#[derive(Clone, Copy)]
pub struct WriteContext<'a> {
    /// The staging folder that files are written to.
    pub staging: &'a Staging,
    /// Files that earlier runs made, by cache key.
    pub cache: &'a Cache,
    /// The clock that says which file takes how long.
    pub timings: &'a Timings,
    /// How much of a file is read.
    pub limits: Limits,
}
