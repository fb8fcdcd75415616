//! tragaluz
pub mod data;
pub mod diag;
pub mod downloads;
pub mod emit;
pub mod model;
pub mod plan;
pub mod render;
pub mod source;
pub mod stage;
pub mod text;
