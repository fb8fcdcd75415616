//! Seconds.
