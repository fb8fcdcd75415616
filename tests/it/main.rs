//! Integration tests: one crate, so that the program is linked once. A module is chosen by its name:
//! `cargo test --test it house::`.

#![expect(
    clippy::cognitive_complexity,
    reason = "clippy counts each assertion as a branch, and a test tells one story"
)]

mod absence;
mod adding;
mod adding_pages;
mod addresses;
mod alike_tables;
mod browser;
mod budgets;
mod build;
mod by_value;
mod calendar;
mod catalogs;
mod charts;
mod cli;
mod conformance;
mod contradictions;
mod crash;
mod data_files;
mod declared_kinds;
mod docs;
mod driver;
mod editions;
mod engines;
mod evaluations;
mod facts;
mod faults;
mod figures;
mod findings;
mod formats;
mod fuzz;
mod harvest;
mod home;
mod hostile;
mod house;
mod images;
mod incremental;
mod keep_going;
mod kills;
mod languages;
mod limits;
mod limits_table;
mod links;
mod lossless;
mod memory;
mod messy;
mod new_portal;
mod newcomer;
mod others;
mod output;
mod outside;
mod pages_from_documents;
mod pdf;
mod portal;
mod preview;
mod privacy;
mod progress;
mod published;
mod publishing;
mod redact;
mod reference;
mod releases;
mod report_sheets;
mod reproducible;
mod samples;
mod search;
mod search_questions;
mod serve;
mod shared_texts;
mod site_check;
mod small_cells;
mod snippets;
mod supply;
mod theme_files;
mod themes;
mod unreadable;
mod untrusted;
mod updates;
mod verify;
mod waiting;
mod words;
mod workbooks;
