//! What is published, held against the schemas of those who read it.

mod audit;
mod catalogs;
mod feeds;
mod portal;
mod record;
