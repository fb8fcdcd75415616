//! Floor 5: every page and its address.

pub mod context;
