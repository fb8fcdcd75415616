//! Rows that are counted as they are read, for whoever shows that work on a large file goes on. Nothing that is found in a file,
//! or written of it, depends on who looks on.

use super::dialect::TextDialect;
use super::rows::{Row, Rows};
use super::table_stream::{PlacedText, TableStream};
use super::unreadable::Unreadable;
use std::fmt::Debug;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Rows after which the observer is told again.
const STEP: u64 = 1024;

/// Who is told how the reading of files goes on.
pub trait RowObserver: Debug + Send + Sync {
    /// A reading of this file has come to a thousand rows. How many there are is known once one reading has come to its end: a
    /// table is read to find out what it holds, and again to be written.
    fn begin(&self, path: &str, rows: Option<u64>);

    /// So many more rows were read.
    fn read(&self, rows: u64);

    /// A reading that was told of ends.
    fn end(&self);
}

/// Who is told how the reading of a file goes on, if anybody.
#[derive(Debug, Clone, Default)]
pub struct Onlooker {
    observer: Option<Arc<dyn RowObserver>>,
    /// What a file is called, where its own name is nobody's business.
    name: Option<Arc<str>>,
}

impl Onlooker {
    /// One that tells this observer.
    pub fn of(observer: Arc<dyn RowObserver>) -> Onlooker {
        Onlooker {
            observer: Some(observer),
            name: None,
        }
    }

    /// Returns the same, who is told this name of whatever is read: of a file that has another one until it is finished.
    #[must_use]
    pub fn calling(&self, name: &str) -> Onlooker {
        Onlooker {
            observer: self.observer.clone(),
            name: Some(name.into()),
        }
    }

    fn count_of(&self, path: &str, observer: &Arc<dyn RowObserver>) -> RowCount {
        RowCount {
            path: self.name.as_deref().unwrap_or(path).to_owned(),
            observer: Arc::clone(observer),
            read: 0,
        }
    }

    /// Returns what counts a reading of what is no table, such as the lines of a text; none where nobody looks on.
    pub(crate) fn count(&self, path: &str) -> Option<RowCount> {
        let observer = self.observer.as_ref()?;
        Some(self.count_of(path, observer))
    }

    /// Returns the same rows, of which the observer is told; the stream itself where there is none.
    pub(crate) fn observe(&self, stream: Arc<dyn TableStream>) -> Arc<dyn TableStream> {
        let Some(observer) = &self.observer else {
            return stream;
        };
        Arc::new(ObservedStream {
            stream,
            onlooker: self.clone(),
            observer: Arc::clone(observer),
            rows: Arc::default(),
        })
    }
}

/// A file whose readings are told of.
#[derive(Debug)]
struct ObservedStream {
    stream: Arc<dyn TableStream>,
    onlooker: Onlooker,
    observer: Arc<dyn RowObserver>,
    /// Rows of the whole file; 0 until one reading has come to its end.
    rows: Arc<AtomicU64>,
}

impl TableStream for ObservedStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let inner = self.stream.rows(root, path)?;
        Ok(Box::new(ObservedRows {
            inner,
            all: Arc::clone(&self.rows),
            count: self.onlooker.count_of(path, &self.observer),
        }))
    }

    fn text(&self, root: &Path, path: &str) -> Result<Option<Box<dyn Read>>, Unreadable> {
        self.stream.text(root, path)
    }

    fn encoding(&self) -> Option<&'static str> {
        self.stream.encoding()
    }

    fn placed_text(&self) -> Option<PlacedText> {
        self.stream.placed_text()
    }

    fn has_columns(&self) -> bool {
        self.stream.has_columns()
    }

    fn has_sparse_rows(&self) -> bool {
        self.stream.has_sparse_rows()
    }

    fn feature_id(&self) -> Option<usize> {
        self.stream.feature_id()
    }

    fn dialect(&self) -> Option<&TextDialect> {
        self.stream.dialect()
    }
}

/// A reading of a file of which an observer is told.
#[derive(Debug)]
pub(crate) struct RowCount {
    path: String,
    observer: Arc<dyn RowObserver>,
    read: u64,
}

impl RowCount {
    /// Takes in that another row was read; `all` is how many there are, where that is known.
    pub(crate) fn add(&mut self, all: Option<u64>) {
        self.read += 1;
        if self.read == STEP {
            self.observer.begin(&self.path, all);
        }
        if self.read.is_multiple_of(STEP) {
            self.observer.read(STEP);
        }
    }
}

impl Drop for RowCount {
    fn drop(&mut self) {
        if self.read >= STEP {
            self.observer.end();
        }
    }
}

/// Rows that are counted.
struct ObservedRows {
    inner: Box<dyn Rows>,
    all: Arc<AtomicU64>,
    count: RowCount,
}

impl Rows for ObservedRows {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        let more = self.inner.read(row)?;
        if more {
            let known = self.all.load(Ordering::Relaxed);
            self.count.add((known > 0).then_some(known));
        } else {
            self.all.store(self.count.read, Ordering::Relaxed);
        }
        Ok(more)
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
mod tests {
    use super::*;
    use crate::home::Home;
    use crate::profile::ProfileDepth;
    use crate::schema::TableFile;
    use crate::survey;
    use std::sync::Mutex;

    #[derive(Debug, Default)]
    struct RowLog(Mutex<Vec<String>>);

    impl RowObserver for RowLog {
        fn begin(&self, path: &str, rows: Option<u64>) {
            self.0.lock().unwrap().push(format!("{path} {rows:?}"));
        }

        fn read(&self, rows: u64) {
            self.0.lock().unwrap().push(rows.to_string());
        }

        fn end(&self) {
            self.0.lock().unwrap().push("end".to_owned());
        }
    }

    #[test]
    fn every_reading_is_told_and_nothing_else_is_different() {
        let home = tempfile::tempdir().unwrap();
        let lines: String = (0..3000).map(|n| format!("{n},a\n")).collect();
        std::fs::write(home.path().join("a.csv"), format!("n,t\n{lines}")).unwrap();
        let log = Arc::new(RowLog::default());
        let at = Home::of_publisher(home.path());
        let read = |file: &TableFile| {
            survey::read(file, "", &at, ProfileDepth::Forms, &mut Vec::new()).unwrap()
        };
        let file = TableFile::new("a.csv");
        let alone = read(&file);
        let table = read(&TableFile {
            onlooker: Onlooker::of(log.clone()),
            ..file
        });
        assert_eq!(table.rows, 3000);
        assert_eq!(
            format!("{:?}", table.columns),
            format!("{:?}", alone.columns)
        );
        let mut rows = table.records().unwrap();
        while rows.next_row().unwrap().is_some() {}
        drop(rows);
        let told = log.0.lock().unwrap();
        // The header is a row of the file, too.
        let expected = [
            "a.csv None",
            "1024",
            "1024",
            "end",
            "a.csv Some(3001)",
            "1024",
            "1024",
            "end",
        ];
        assert_eq!(*told, expected);
    }
}
