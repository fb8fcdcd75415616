//! Floor 3: from data files to tables. Rows stay on disk; what is known of them is in memory.

pub mod table;

pub use table::{Column, FieldType, Received, Table, Tables};
