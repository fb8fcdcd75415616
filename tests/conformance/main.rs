//! What is published, held against the schemas of those who read it.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
#![allow(clippy::disallowed_methods)] // tests write their own fixtures

mod audit;
mod catalogs;
mod feeds;
mod portal;
mod record;
