//! What files are made with.

use crate::cache::Cache;
use crate::source::limits::Limits;
use crate::stage::Staging;
use crate::timing::Timings;

/// What files are made with.
#[derive(Clone, Copy)]
pub struct WriteContext<'a> {
    /// Where they are written.
    pub staging: &'a Staging,
    /// What earlier runs made.
    pub cache: &'a Cache,
    /// Where the time goes.
    pub timings: &'a Timings,
    /// How much of a file is read.
    pub limits: Limits,
}
