//! A writer that tells its first error once. Archives are closed when they are let go of, also after an error, and what
//! closes them is confused by a file that is not as long as it should be.

use std::io::{self, Seek, SeekFrom, Write};

/// Passes on what is written until something fails; then takes everything and writes nothing.
pub(crate) struct FirstError<W> {
    out: W,
    /// What failed first.
    error: Option<io::Error>,
    /// Where the next byte would be, and where the last one is.
    place: u64,
    end: u64,
}

impl<W> FirstError<W> {
    pub(crate) fn new(out: W) -> FirstError<W> {
        let (error, place, end) = (None, 0, 0);
        FirstError {
            out,
            error,
            place,
            end,
        }
    }

    /// Returns what was written to.
    ///
    /// # Errors
    /// With what failed first.
    pub(crate) fn finish(self) -> io::Result<W> {
        match self.error {
            Some(error) => Err(error),
            None => Ok(self.out),
        }
    }

    /// Returns the outcome, and remembers an error.
    fn told<T>(&mut self, outcome: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &outcome
            && error.kind() != io::ErrorKind::Interrupted
        {
            self.error = Some(again(error));
        }
        outcome
    }

    fn advance(&mut self, bytes: usize) {
        self.place += bytes as u64;
        self.end = self.end.max(self.place);
    }
}

/// The same error once more.
fn again(error: &io::Error) -> io::Error {
    match error.raw_os_error() {
        Some(code) => io::Error::from_raw_os_error(code),
        None => io::Error::new(error.kind(), error.to_string()),
    }
}

impl<W: Write> Write for FirstError<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match self.error {
            Some(_) => Ok(bytes.len()),
            None => self.out.write(bytes),
        };
        if let Ok(length) = written {
            self.advance(length);
        }
        self.told(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = match self.error {
            Some(_) => Ok(()),
            None => self.out.flush(),
        };
        self.told(flushed)
    }
}

impl<W: Seek> Seek for FirstError<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let asked = match to {
            SeekFrom::Start(place) => place,
            SeekFrom::Current(by) => self.place.saturating_add_signed(by),
            SeekFrom::End(by) => self.end.saturating_add_signed(by),
        };
        let place = match self.error {
            Some(_) => Ok(asked),
            None => self.out.seek(to),
        };
        // Who goes somewhere and fails on the way believes to be there afterwards.
        self.place = *place.as_ref().unwrap_or(&asked);
        self.told(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// A disk with room for so many bytes.
    struct Full(io::Cursor<Vec<u8>>, usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let left = self.1.saturating_sub(self.0.get_ref().len());
            match self.0.write(&bytes[..bytes.len().min(left)])? {
                0 => Err(io::ErrorKind::StorageFull.into()),
                written => Ok(written),
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for Full {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }

    #[test]
    fn an_archive_on_a_full_disk_is_let_go_of_in_silence() {
        let mut fits = Vec::new();
        for room in 0..300 {
            let mut archive = ZipWriter::new(FirstError::new(io::BufWriter::new(Full(
                io::Cursor::default(),
                room,
            ))));
            let written = (|| -> io::Result<()> {
                for name in ["a", "b"] {
                    archive.start_file(name, SimpleFileOptions::default())?;
                    archive.write_all(name.repeat(90).as_bytes())?;
                }
                Ok(())
            })();
            let finished = archive.finish().map_err(io::Error::from);
            let flushed = finished
                .and_then(FirstError::finish)
                .and_then(|mut out| out.flush());
            fits.push(written.and(flushed).is_ok());
        }
        assert!(fits.is_sorted() && !fits[0] && fits[299], "{fits:?}");
    }
}
