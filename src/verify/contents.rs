//! Every file of a list, read again.

use super::copy_reader::{CopyReader, OpenFault};
use super::sums::ListedSums;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::stage::hex;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::io::{self, Read};

/// Bytes that are read at once.
const AT_ONCE: usize = 128 << 10;

/// Holds every file that is listed against its checksum, several at a time.
pub(super) fn check(copy: &dyn CopyReader, sums: &ListedSums, sink: &mut Sink) {
    let listed: Vec<(&String, &String)> = sums.files.iter().collect();
    let look = || -> Vec<Diagnostic> {
        let all = listed.par_iter();
        all.filter_map(|(path, sum)| fault(copy, path, sum))
            .collect()
    };
    let few = copy.at_once();
    let few = few.and_then(|few| ThreadPoolBuilder::new().num_threads(few).build().ok());
    sink.extend(few.map_or_else(look, |few| few.install(look)));
}

fn fault(copy: &dyn CopyReader, path: &str, expected: &str) -> Option<Diagnostic> {
    let summed = copy.open(path).and_then(|mut file| {
        let sum = sum_of(&mut *file, &mut io::sink());
        sum.map_err(OpenFault::Unreadable)
    });
    match summed {
        Ok(found) if found == expected => None,
        Ok(found) => {
            let finding = Diagnostic::new(&codes::COPY_FILE_CHANGED)
                .arg("expected", expected)
                .arg("found", found);
            Some(finding.at(Place::file(path)))
        }
        Err(fault) => Some(fault.told(path)),
    }
}

/// Reads to the end, passes on what is read, and returns its SHA-256 in hexadecimal.
pub(super) fn sum_of(file: &mut dyn Read, out: &mut dyn io::Write) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; AT_ONCE];
    loop {
        let read = match file.read(&mut buffer) {
            Ok(0) => return Ok(hex(&hash.finalize())),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hash.update(&buffer[..read]);
        out.write_all(&buffer[..read])?;
    }
}
