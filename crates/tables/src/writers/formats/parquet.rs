//! Parquet, for programs that compute: typed columns, statistics, zstd. A column has a type only where every value of
//! it keeps its digits; else it is text. Rows are gathered in groups of bounded size, so that memory stays flat.
//!
//! The type of a column is said before its values. The file is written aside with the types that the survey gives reason
//! for, and written anew, with text, where a value did not fit: that is rare, and costs one reading more.

use crate::Table;
use crate::rows::Row;
use crate::unreadable::Unreadable;
use crate::writers::database_types::{DatabaseType, DatabaseValue};
use crate::writers::format::{FileType, Format, RowWriter};
use bytes::Bytes;
use parquet::basic::{
    Compression, Encoding, LogicalType, Repetition, TimeUnit, Type as Physical, ZstdLevel,
};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{ColumnPath, Type};
use std::io::{self, Seek, Write};
use std::sync::Arc;
use tragaluz_disk::DiskFile;

/// Apache Parquet, compressed with Zstandard.
pub(crate) struct Parquet;

/// How hard Zstandard tries.
const LEVEL: i32 = 3;

/// Most rows of a group.
const GROUP_ROWS: usize = 65_536;

/// Values of a column's first group by which it is known whether its values come again.
const LOOKED_AT: usize = 16 * 1024;

/// Most bytes of the texts of a group, but for one row more.
const GROUP_BYTES: usize = 16 * 1024 * 1024;

impl Format for Parquet {
    fn id(&self) -> &'static str {
        "parquet"
    }

    fn name(&self) -> String {
        "Parquet".to_owned()
    }

    fn file_type(&self) -> Option<FileType> {
        Some(FileType::closed("PARQUET"))
    }

    fn ending(&self) -> &'static str {
        "parquet"
    }

    fn media_type(&self) -> &'static str {
        "application/vnd.apache.parquet"
    }

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        let fits = DatabaseType::supposed(table);
        Ok(Box::new(ParquetRows {
            out,
            table,
            groups: RowGroups::begin(&fits)?,
            fits,
            is_fitting: true,
            scratch: String::new(),
        }))
    }
}

/// A file on its way, which nobody sees before all of its rows are in it.
type ParquetDraft = SerializedFileWriter<DiskFile>;

/// Begins a file for columns of which the first group is gathered. A column whose values seldom come again has no list of
/// them, which would take longer to make than it saves.
fn begin(
    out: DiskFile,
    table: &Table,
    gathered: &[GatheredColumn],
) -> Result<ParquetDraft, ParquetError> {
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(LEVEL)?))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_offset_index_disabled(true)
        .set_created_by("tragaluz".to_owned());
    let mut columns = Vec::with_capacity(gathered.len());
    for (column, values) in table.columns.iter().zip(gathered) {
        columns.push(Arc::new(field(&column.name, values.fit)?));
        if !values.come_again() {
            let path = ColumnPath::new(vec![column.name.clone()]);
            properties = properties.set_column_dictionary_enabled(path.clone(), false);
            if values.fit == DatabaseType::Integer {
                properties = properties.set_column_encoding(path, Encoding::DELTA_BINARY_PACKED);
            }
        }
    }
    let schema = Type::group_type_builder("table")
        .with_fields(columns)
        .build()?;
    SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties.build()))
}

/// Whether of these values at least half have come before.
fn repeat<T: Ord>(values: impl Iterator<Item = T>) -> bool {
    let mut values: Vec<T> = values.take(LOOKED_AT).collect();
    let all = values.len();
    values.sort_unstable();
    values.dedup();
    2 * values.len() <= all
}

fn field(name: &str, fit: DatabaseType) -> Result<Type, ParquetError> {
    let (physical, logical) = match fit {
        DatabaseType::Integer => (Physical::INT64, None),
        DatabaseType::Double => (Physical::DOUBLE, None),
        DatabaseType::Boolean => (Physical::BOOLEAN, None),
        DatabaseType::Date => (Physical::INT32, Some(LogicalType::Date)),
        DatabaseType::DateTime => (
            Physical::INT64,
            Some(LogicalType::timestamp(false, TimeUnit::MICROS)),
        ),
        DatabaseType::Time => (
            Physical::INT64,
            Some(LogicalType::time(false, TimeUnit::MICROS)),
        ),
        DatabaseType::Json => (Physical::BYTE_ARRAY, Some(LogicalType::Json)),
        DatabaseType::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
    };
    Type::primitive_type_builder(name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .build()
}

/// The values of a column in the group being gathered, and which rows have one.
struct GatheredColumn {
    fit: DatabaseType,
    present: Vec<i16>,
    integers: Vec<i64>,
    doubles: Vec<f64>,
    booleans: Vec<bool>,
    days: Vec<i32>,
    /// Texts one after the other, and where each ends.
    texts: Vec<u8>,
    ends: Vec<usize>,
}

impl GatheredColumn {
    fn new(fit: DatabaseType) -> Self {
        GatheredColumn {
            fit,
            present: Vec::new(),
            integers: Vec::new(),
            doubles: Vec::new(),
            booleans: Vec::new(),
            days: Vec::new(),
            texts: Vec::new(),
            ends: Vec::new(),
        }
    }

    fn push(&mut self, value: DatabaseValue<'_>) {
        self.present
            .push(i16::from(value != DatabaseValue::Missing));
        match value {
            DatabaseValue::Missing => {}
            DatabaseValue::Integer(n) => self.integers.push(n),
            DatabaseValue::Double(n) => self.doubles.push(n),
            DatabaseValue::Boolean(yes) => self.booleans.push(yes),
            DatabaseValue::Days(n) => self.days.push(n),
            DatabaseValue::Text(text) => {
                self.texts.extend_from_slice(text.as_bytes());
                self.ends.push(self.texts.len());
            }
        }
    }

    fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let present = std::mem::take(&mut self.present);
        let levels = Some(present.as_slice());
        match self.fit {
            DatabaseType::Integer | DatabaseType::DateTime | DatabaseType::Time => column
                .typed::<Int64Type>()
                .write_batch(&self.integers, levels, None)?,
            DatabaseType::Double => {
                column
                    .typed::<DoubleType>()
                    .write_batch(&self.doubles, levels, None)?
            }
            DatabaseType::Boolean => {
                column
                    .typed::<BoolType>()
                    .write_batch(&self.booleans, levels, None)?
            }
            DatabaseType::Date => column
                .typed::<Int32Type>()
                .write_batch(&self.days, levels, None)?,
            DatabaseType::Json | DatabaseType::Text => column
                .typed::<ByteArrayType>()
                .write_batch(&self.take_texts(), levels, None)?,
        };
        self.present = present;
        self.present.clear();
        self.integers.clear();
        self.doubles.clear();
        self.booleans.clear();
        self.days.clear();
        Ok(())
    }

    /// Whether its values come again often enough to be written as numbers in a list of them.
    fn come_again(&self) -> bool {
        match self.fit {
            DatabaseType::Integer | DatabaseType::DateTime | DatabaseType::Time => {
                repeat(self.integers.iter())
            }
            DatabaseType::Double => repeat(self.doubles.iter().map(|number| number.to_bits())),
            DatabaseType::Date => repeat(self.days.iter()),
            DatabaseType::Boolean => false,
            DatabaseType::Json | DatabaseType::Text => {
                let mut start = 0;
                repeat(self.ends.iter().map(|end| {
                    let text = &self.texts[start..*end];
                    start = *end;
                    text
                }))
            }
        }
    }

    /// Takes the texts out, as parts of one piece of memory.
    fn take_texts(&mut self) -> Vec<ByteArray> {
        let whole = Bytes::from(std::mem::take(&mut self.texts));
        let mut start = 0;
        let parts = self.ends.drain(..).map(|end| {
            let part = whole.slice(start..end);
            start = end;
            ByteArray::from(part)
        });
        parts.collect()
    }
}

/// Groups of rows, written one after the other.
struct RowGroups {
    aside: Option<DiskFile>,
    /// Begun with the first group.
    file: Option<ParquetDraft>,
    columns: Vec<GatheredColumn>,
    rows: usize,
    bytes: usize,
}

impl RowGroups {
    fn begin(fits: &[DatabaseType]) -> io::Result<RowGroups> {
        Ok(RowGroups {
            aside: Some(DiskFile::nameless()?),
            file: None,
            columns: fits.iter().copied().map(GatheredColumn::new).collect(),
            rows: 0,
            bytes: 0,
        })
    }

    /// Takes in the next row's value of a column.
    fn push(&mut self, at: usize, value: DatabaseValue<'_>) {
        if let DatabaseValue::Text(text) = value {
            self.bytes += text.len();
        }
        self.columns[at].push(value);
    }

    /// Ends a row, each column of which has its value.
    fn end_row(&mut self, table: &Table) -> io::Result<()> {
        self.rows += 1;
        if self.rows == GROUP_ROWS || self.bytes > GROUP_BYTES {
            self.write_group(table).map_err(io::Error::other)?;
        }
        Ok(())
    }

    /// Begins the file where that is not done.
    fn open(&mut self, table: &Table) -> Result<(), ParquetError> {
        if let Some(aside) = self.aside.take() {
            self.file = Some(begin(aside, table, &self.columns)?);
        }
        Ok(())
    }

    fn write_group(&mut self, table: &Table) -> Result<(), ParquetError> {
        self.open(table)?;
        let Some(file) = &mut self.file else {
            return Ok(());
        };
        let mut group = file.next_row_group()?;
        for gathered in &mut self.columns {
            let Some(mut column) = group.next_column()? else {
                break;
            };
            gathered.write(&mut column)?;
            column.close()?;
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }

    /// Ends the file and copies it to `out`.
    fn finish(mut self, table: &Table, out: &mut dyn Write) -> io::Result<()> {
        if self.rows > 0 {
            self.write_group(table).map_err(io::Error::other)?;
        }
        self.open(table).map_err(io::Error::other)?;
        let Some(file) = self.file else { return Ok(()) };
        let mut file = file.into_inner().map_err(io::Error::other)?;
        file.rewind()?;
        io::copy(&mut file, out).map(drop)
    }
}

/// Rows on their way to a file whose types are supposed.
struct ParquetRows<'a> {
    out: &'a mut (dyn Write + Send),
    table: &'a Table,
    groups: RowGroups,
    fits: Vec<DatabaseType>,
    /// Whether every value fitted so far; else no more of them are gathered, only the types of columns found out.
    is_fitting: bool,
    scratch: String,
}

impl ParquetRows<'_> {
    /// Writes the file anew, with the types that all rows were found to fit.
    fn write_anew(&mut self) -> io::Result<RowGroups> {
        let unreadable =
            |why: Unreadable| io::Error::other(format!("{}: {why}", self.table.received.path));
        let mut groups = RowGroups::begin(&self.fits)?;
        let mut records = self.table.records().map_err(unreadable)?;
        while let Some(row) = records.next_row().map_err(unreadable)? {
            for (at, fit) in self.fits.iter().enumerate() {
                let value = fit.of_cell(self.table, at, row, &mut self.scratch);
                groups.push(at, value.ok_or_else(changed)?);
            }
            groups.end_row(self.table)?;
        }
        Ok(groups)
    }
}

impl RowWriter for ParquetRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        for (at, fit) in self.fits.iter_mut().enumerate() {
            match fit.of_cell(self.table, at, row, &mut self.scratch) {
                Some(value) if self.is_fitting => self.groups.push(at, value),
                Some(_) => {}
                None => (*fit, self.is_fitting) = (DatabaseType::Text, false),
            }
        }
        if self.is_fitting {
            self.groups.end_row(self.table)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        if !self.is_fitting {
            self.groups = self.write_anew()?;
        }
        self.groups.finish(self.table, self.out)
    }
}

/// A value that fitted its column a moment ago no longer does.
fn changed() -> io::Error {
    io::Error::other("the file changed while it was read; build again")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standalone;
    use parquet::file::reader::{FileReader, SerializedFileReader};

    #[test]
    fn columns_have_the_types_that_hold_all_of_their_values() {
        let home = tempfile::tempdir().unwrap();
        let text = "n,big,day,text\n1,12345678901234567890,2020-01-02,x\n2,3,,y\n";
        let file = tempfile::Builder::new()
            .suffix(".csv")
            .tempfile_in(home.path())
            .unwrap();
        (&mut file.as_file()).write_all(text.as_bytes()).unwrap();
        let table = standalone::profile_file(file.path(), None, &mut Vec::new())
            .unwrap()
            .unwrap();
        let mut out = Vec::new();
        let mut rows = Parquet.open(&mut out, &table).unwrap();
        let mut records = table.records().unwrap();
        while let Some(row) = records.next_row().unwrap() {
            rows.row(row).unwrap();
        }
        rows.finish().unwrap();
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&out).unwrap();
        let read = SerializedFileReader::new(file).unwrap();
        let schema = read.metadata().file_metadata().schema_descr();
        let types: Vec<Physical> = schema.columns().iter().map(|c| c.physical_type()).collect();
        assert_eq!(
            types,
            [
                Physical::INT64,
                Physical::BYTE_ARRAY,
                Physical::INT32,
                Physical::BYTE_ARRAY
            ]
        );
        assert_eq!(read.metadata().file_metadata().num_rows(), 2);
    }
}
