//! Floor 2: from files to facts.
pub mod body;
pub mod dataset;
pub mod head;
