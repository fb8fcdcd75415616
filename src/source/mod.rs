//! Floor 1.
pub mod text;
