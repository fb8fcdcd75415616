//! The list of checksums of a copy, in the form that `sha256sum` writes and reads.

use super::copy_reader::{CopyReader, OpenFault, ReadFault, read_within};
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::stage::{MARKER, SUMS, is_plain, sha256, sums_of_marker};
use std::collections::BTreeMap;

/// Most bytes of a list: two million files.
const MOST_BYTES: u64 = 256 << 20;
/// Most bytes of the marker beside it.
const MOST_OF_MARKER: u64 = 64 << 10;
/// Most characters of a line.
const LONGEST_LINE: usize = 8 << 10;

/// What a list says.
#[derive(Debug)]
pub(super) struct ListedSums {
    /// SHA-256 of each file in hexadecimal, by its path.
    pub(super) files: BTreeMap<String, String>,
    /// The list as it is.
    pub(super) bytes: Vec<u8>,
}

/// A line of a list.
#[derive(Debug, PartialEq, Eq)]
struct SumLine {
    sha256: String,
    path: String,
}

impl ListedSums {
    /// Reads the list of a copy, and says which lines are wrong; none where there is no list.
    pub(super) fn read(copy: &dyn CopyReader, sink: &mut Sink) -> Option<ListedSums> {
        let bytes = match read_within(copy, SUMS, MOST_BYTES) {
            Ok(bytes) => bytes,
            Err(fault) => {
                sink.push(unread(&fault));
                return None;
            }
        };
        let mut files = BTreeMap::new();
        let text = String::from_utf8_lossy(&bytes);
        for (at, line) in text.lines().enumerate() {
            let fault = match SumLine::read(line) {
                Err(kind) => Some(kind),
                Ok(line) => files.insert(line.path, line.sha256).map(|_| "twice"),
            };
            if let Some(kind) = fault {
                let shown = line.get(..LONGEST_LINE).unwrap_or(line);
                let place = Place::within(SUMS, at + 1, 1, shown, 0..shown.len());
                let finding = Diagnostic::new(&codes::COPY_SUMS_WRONG).arg("kind", kind);
                sink.push(finding.at(place));
            }
        }
        let is_ended = text.is_empty() || text.ends_with('\n');
        drop(text);
        let sums = ListedSums { files, bytes };
        if !sums.is_whole(copy) || !is_ended || sums.files.is_empty() {
            let finding = Diagnostic::new(&codes::COPY_SUMS_WRONG).arg("kind", "cut");
            sink.push(finding.at(Place::file(SUMS)));
        }
        Some(sums)
    }

    /// Returns whether the list is the one that the marker beside it was written for. A host may have left that out.
    fn is_whole(&self, copy: &dyn CopyReader) -> bool {
        let marker = read_within(copy, MARKER, MOST_OF_MARKER).ok();
        let told = marker.and_then(|bytes| sums_of_marker(&bytes));
        told.is_none_or(|told| told == sha256(&self.bytes))
    }

    /// Returns the checksum of a file.
    pub(super) fn of(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }
}

/// Returns the finding that a copy has no list.
fn unread(fault: &ReadFault) -> Diagnostic {
    let kind = match fault {
        ReadFault::Open(OpenFault::Absent) => "absent",
        ReadFault::Open(fault) => return fault.told(SUMS),
        ReadFault::Large => "large",
    };
    let finding = Diagnostic::new(&codes::COPY_SUMS_WRONG).arg("kind", kind);
    finding.at(Place::file(SUMS))
}

impl SumLine {
    /// Reads a line; else says what is wrong with it. A name with a line break or `\` stands behind a `\` that begins the line.
    fn read(line: &str) -> Result<SumLine, &'static str> {
        if line.len() > LONGEST_LINE {
            return Err("line");
        }
        let (is_escaped, line) = match line.strip_prefix('\\') {
            Some(rest) => (true, rest),
            None => (false, line),
        };
        let (sum, name) = line.split_at_checked(64).ok_or("line")?;
        let path = name
            .strip_prefix("  ")
            .or_else(|| name.strip_prefix(" *"))
            .ok_or("line")?;
        let is_sum = sum.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_sum {
            return Err("line");
        }
        // What has to be escaped is no name that can be published.
        if is_escaped || !is_plain(path) {
            return Err("path");
        }
        Ok(SumLine {
            sha256: sum.to_ascii_lowercase(),
            path: path.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_sha256sum_writes_them() {
        let sum = "0123456789abcdef".repeat(4);
        for (line, path) in [
            (format!("{sum}  a b/ñ.csv"), Ok("a b/ñ.csv")),
            (format!("{} *a.csv", sum.to_uppercase()), Ok("a.csv")),
            (format!("{sum}  ../../etc/passwd"), Err("path")),
            (format!("{sum}  /etc/passwd"), Err("path")),
            (format!("{sum}  c:x"), Err("path")),
            (format!("\\{sum}  a\\nb"), Err("path")),
            (format!("{sum} a.csv"), Err("line")),
            (format!("{}  a.csv", &sum[1..]), Err("line")),
            (format!("{sum}  {}", "a".repeat(9_000)), Err("line")),
            ("é".repeat(70), Err("line")),
            (String::new(), Err("line")),
        ] {
            let read = SumLine::read(&line);
            let told = read.as_ref().map(|line| line.path.as_str());
            assert_eq!(told, path.as_ref().map(|path| &**path), "{line}");
            assert!(read.is_err() || read.is_ok_and(|line| line.sha256 == sum));
        }
    }
}
