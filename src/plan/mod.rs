//! Floor 5: everything a page or a catalogue states, worked out once.
pub mod record;
