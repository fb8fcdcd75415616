//! What a table is declared to be (Table Schema and its dialect), and what bounds the reading of any file: limits, places in
//! it, why the system refused, and names of files that nobody means to publish.

pub mod arg;
pub mod limits;
pub mod litter;
pub mod place;
pub mod refusal;
pub mod schema;

pub use limits::{Limit, Limits};
pub use place::Place;
pub use schema::TableFile;
