//! Floor 3: from data files to tables. Rows stay on disk; what is known of them is in memory.

pub mod decode;
pub mod dialect;
pub mod fault;
pub mod rows;
pub mod table;

pub use table::{Column, FieldType, Received, Table, Tables};
