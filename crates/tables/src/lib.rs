//! Any office's file as typed rows: read, checked, profiled, and written anew.

pub mod error;
pub mod finding;
pub mod limits;
pub mod litter;
pub mod place;
pub mod schema;

pub use error::Error;
pub use finding::Finding;
pub use limits::{Limit, Limits};
pub use place::Place;
pub use schema::TableFile;
