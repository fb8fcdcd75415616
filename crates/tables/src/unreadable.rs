//! Why a file cannot be read as a table.

use crate::finding::{Finding, codes};
use crate::limits::Limit;
use crate::place::Place;
use crate::refusal::refusal;
use std::io;

/// What ends the reading of one file; the other files of the portal are read all the same.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The operating system refused, or a compressed stream is damaged.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// A quotation mark is opened on this line and never closed.
    #[error("a quotation mark opened on line {line} is never closed")]
    Unclosed {
        /// The line of the mark.
        line: u64,
    },
    /// One row is longer than any row can be that is meant as one.
    #[error("the row that begins on line {line} is longer than {limit} bytes")]
    TooLong {
        /// The line on which the row begins.
        line: u64,
        /// The largest number that is taken.
        limit: usize,
    },
    /// One row has more cells than any table has columns.
    #[error("the row on line {line} has more than {limit} cells")]
    TooWide {
        /// The line of the row.
        line: u64,
        /// The largest number that is taken.
        limit: usize,
    },
    /// The file comes to more cells than one of its size can honestly hold.
    #[error("from line {line} on there are more than {limit} cells")]
    TooManyCells {
        /// The line at which the limit is passed.
        line: u64,
        /// The largest number that is taken.
        limit: u64,
    },
    /// Something of which a file may have only so much.
    #[error("{} is more than {most}", limit.name())]
    Limit {
        /// The limit that is exceeded.
        limit: Limit,
        /// The number that is allowed.
        most: u64,
        /// The line, where there is one.
        line: u64,
    },
    /// A FIFO, a socket or a device, which must not be opened.
    #[error("it is no ordinary file")]
    Special,
    /// The path leads, by a symbolic link, outside the portal.
    #[error("the file stands outside the portal")]
    Outside,
    /// There is nothing but blanks in it.
    #[error("there is no row in it")]
    Empty,
    /// What should be text holds what no text does.
    #[error("it is not text")]
    Binary,
    /// What should be data is a web page without a table: nearly always one that says why there are no data.
    #[error("it is a web page without a table")]
    WebPage,
    /// What should be data is a server's answer that there are none.
    #[error("it is an error that was saved in place of the data: {detail}")]
    SavedError {
        /// The code and the message that it holds.
        detail: String,
    },
    /// What should be data says where they are kept (Git LFS, git-annex).
    #[error("it is a pointer to a file that is kept elsewhere")]
    Pointer,
    /// It is XML of a kind that holds no table.
    #[error("it is XML that holds no table known here")]
    Xml,
    /// What is packed in a file cannot be had.
    #[error("{cause}: {detail}")]
    Packed {
        /// Why: a word of the message `data-unreadable`.
        cause: &'static str,
        /// What cannot be had, as the message names it.
        detail: String,
    },
    /// One of the files of a table in several cannot be read.
    #[error("{path}: {why}")]
    Part {
        /// Path of the file that cannot be read.
        path: String,
        /// Why that file cannot be read.
        why: Box<Unreadable>,
    },
    /// A JSON text breaks off, or goes on as none does.
    #[error("the JSON on line {line} is wrong: {wanted}")]
    Json {
        /// The line on which it breaks off.
        line: u64,
        /// What is missing or wrong there.
        wanted: String,
    },
    /// A JSON text holds neither objects nor lists to make rows of.
    #[error("there are no rows in this JSON")]
    NoRows,
    /// The file's structure is not what its format wants.
    #[error("{0}")]
    Malformed(String),
}

impl Unreadable {
    /// A file that breaks off, or whose parts are not what its format wants.
    pub fn damaged(detail: impl std::fmt::Display) -> Unreadable {
        Unreadable::Packed {
            cause: "damaged",
            detail: detail.to_string(),
        }
    }

    /// Returns the finding for this file, or for the part of the table that could not be read.
    pub fn finding(&self, file: &str) -> Finding {
        if let Unreadable::Io(error) = self
            && let Some(inner) = error.get_ref().and_then(|e| e.downcast_ref::<Unreadable>())
        {
            return inner.finding(file);
        }
        if let Unreadable::Part { path, why } = self {
            return why.finding(path);
        }
        let place = match self.line() {
            None | Some(0) => Place::file(file),
            Some(line) => Place::line(file, usize::try_from(line).unwrap_or(usize::MAX)),
        };
        Finding::new(codes::DATA_UNREADABLE)
            .at(place)
            .arg("cause", self.cause())
            .arg("detail", self.detail())
            .arg("setting", self.limit().map_or("none", Limit::name))
    }

    /// Returns the cause as the message `data-unreadable` knows it.
    fn cause(&self) -> &'static str {
        match self {
            Unreadable::Io(error) => cause_of(error),
            Unreadable::Unclosed { .. } => "unclosed",
            Unreadable::TooLong { .. } => "too-long",
            Unreadable::TooWide { .. } => "too-wide",
            Unreadable::TooManyCells { .. } => "cells",
            Unreadable::Limit { limit, .. } => limit.name(),
            Unreadable::Special => "special",
            Unreadable::Packed { cause, .. } => cause,
            Unreadable::Part { why, .. } => why.cause(),
            Unreadable::Outside => "outside",
            Unreadable::Empty => "empty",
            Unreadable::Binary => "binary",
            Unreadable::WebPage => "web-page",
            Unreadable::SavedError { .. } => "saved-error",
            Unreadable::Pointer => "pointer",
            Unreadable::Xml => "xml",
            Unreadable::Json { .. } => "json",
            Unreadable::NoRows => "no-rows",
            Unreadable::Malformed(_) => "malformed",
        }
    }

    /// Returns the line on which reading ended, where there is one.
    fn line(&self) -> Option<u64> {
        match self {
            Unreadable::Unclosed { line }
            | Unreadable::TooLong { line, .. }
            | Unreadable::TooWide { line, .. }
            | Unreadable::TooManyCells { line, .. }
            | Unreadable::Limit { line, .. }
            | Unreadable::Json { line, .. } => Some(*line),
            Unreadable::Part { why, .. } => why.line(),
            _ => None,
        }
    }

    /// Returns what the message names beside the cause: a line, a limit, the words of a library.
    fn detail(&self) -> String {
        match self {
            Unreadable::Io(error) => error.to_string(),
            Unreadable::Unclosed { line } => line.to_string(),
            Unreadable::TooLong { limit, .. } => (limit >> 20).to_string(),
            Unreadable::TooWide { limit, .. } => limit.to_string(),
            Unreadable::TooManyCells { limit, .. } => limit.to_string(),
            Unreadable::Limit { most, .. } => most.to_string(),
            Unreadable::Packed { detail, .. } | Unreadable::SavedError { detail } => detail.clone(),
            Unreadable::Part { why, .. } => why.detail(),
            Unreadable::Json { wanted, .. } => wanted.clone(),
            Unreadable::Malformed(why) => why.clone(),
            Unreadable::Special
            | Unreadable::Outside
            | Unreadable::Empty
            | Unreadable::Binary
            | Unreadable::WebPage
            | Unreadable::Pointer
            | Unreadable::Xml
            | Unreadable::NoRows => String::new(),
        }
    }
    /// Returns the limit that it exceeds, where it is one that can be raised.
    fn limit(&self) -> Option<Limit> {
        match self {
            Unreadable::TooLong { .. } => Some(Limit::RowMib),
            Unreadable::TooWide { .. } => Some(Limit::Columns),
            Unreadable::TooManyCells { .. } => Some(Limit::Cells),
            Unreadable::Packed {
                cause: "too-large", ..
            } => Some(Limit::UnpackedMib),
            Unreadable::Packed {
                cause: "too-much", ..
            } => Some(Limit::HeldMib),
            Unreadable::Limit { limit, .. } => Some(*limit),
            _ => None,
        }
    }
}

/// Names the cause of a system's error as the messages know it; `io` where they know none.
fn cause_of(error: &io::Error) -> &'static str {
    match (error.kind(), refusal(error)) {
        (io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof, _) => "damaged",
        (_, "other") => "io",
        (_, known) => known,
    }
}
