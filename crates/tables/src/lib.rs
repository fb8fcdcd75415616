//! Any office's file as typed rows: read, checked, profiled, and written anew.
//!
//! A file is looked at three times, each time as a stream: its bytes are hashed, how it is read is found out
//! (`sources`), and one pass over its rows infers types, checks what is declared and counts ([`survey`]). What that found
//! out about reading the file is kept ([`read_plan`]), so that whoever needs the rows again gets the very same ones, and
//! every format is written in one reading ([`writers`]). Rows stay on disk; what is known of them is in memory.
//!
//! What is wrong with a file is a [`Finding`], never an `Err`; an [`Error`] is what stops the work.
//!
//! ```
//! use tragaluz_tables::{Finding, standalone::profile_file};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let folder = tempfile::tempdir()?;
//! let path = folder.path().join("towns.csv");
//! std::fs::write(&path, "name;people\nOaxaca;1.250,5\nPuebla;\n")?;
//! let mut found: Vec<Finding> = Vec::new();
//! let table = profile_file(&path, None, &mut found)?.expect("a table");
//! assert_eq!((table.rows, table.columns[1].kind.id()), (2, "number"));
//! assert_eq!(table.columns[1].profile.missing, 1);
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]

mod answers;
pub mod arg;
pub mod cell_formats;
mod check;
mod columns;
pub mod containers;
pub mod dialect;
pub mod disclosure;
mod duplicate_keys;
pub mod encoding;
pub mod error;
mod expansion;
pub mod field_type;
pub mod finding;
pub mod foreign;
mod hint;
pub mod home;
pub mod limits;
mod line_address;
pub mod litter;
mod locate;
mod missing_values;
mod multi_file;
mod observed_rows;
pub mod outline;
mod outline_reading;
pub mod place;
pub mod plain_rows;
pub mod privacy;
pub mod profile;
mod profile_json;
pub mod read_plan;
pub mod received_file;
pub mod redact;
pub mod refusal;
pub mod rows;
pub mod schema;
mod small_cells;
mod sources;
pub mod standalone;
pub mod survey;
pub mod table;
mod table_stream;
pub mod unreadable;
mod workers;
pub mod writers;
pub mod zip_file;

pub use cell_formats::Value;
pub use error::Error;
pub use field_type::FieldType;
pub use finding::Finding;
pub use home::{Home, Origin};
pub use limits::{Limit, Limits};
pub use observed_rows::{Onlooker, RowObserver};
pub use outline_reading::OutlineRequest;
pub use place::Place;
pub use profile_json::{ColumnProfile, TableProfile};
pub use received_file::ReceivedFile;
pub use schema::TableFile;
pub use sources::is_table;
pub use table::{Column, DatasetIndex, FileNote, Table, Tables};

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
struct ReadmeExamples;
