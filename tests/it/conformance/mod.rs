//! What is published, held against the schemas of those who read it.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

mod audit;
mod catalogs;
mod collections;
mod feeds;
mod portal;
mod record;
mod schemas;
mod shares;
