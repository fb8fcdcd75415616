//! tragaluz
pub mod data;
pub mod diag;
pub mod downloads;
pub mod model;
pub mod source;
pub mod stage;
pub mod text;
