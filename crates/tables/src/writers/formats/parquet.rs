//! Parquet, for programs that compute: typed columns, statistics, zstd. A column has a type only where every value of
//! it keeps its digits; else it is text. Rows are gathered in groups of bounded size, so that memory stays flat.

use crate::Table;
use crate::rows::Row;
use crate::writers::database_types::{DatabaseType, DatabaseValue};
use crate::writers::format::{FileType, Format, RowWriter};
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Physical, ZstdLevel};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;
use std::io::{self, Write};
use std::sync::Arc;

/// Apache Parquet, compressed with Zstandard.
pub(crate) struct Parquet;

/// Most rows of a group.
const GROUP_ROWS: usize = 65_536;

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
        let fits = DatabaseType::of_columns(table)?;
        let file = begin(out, table, &fits).map_err(io::Error::other)?;
        let columns = fits.into_iter().map(GatheredColumn::new).collect();
        Ok(Box::new(RowGroups {
            file,
            table,
            columns,
            rows: 0,
            bytes: 0,
            scratch: String::new(),
        }))
    }
}

type ParquetOut<'a> = &'a mut (dyn Write + Send);

fn begin<'a>(
    out: ParquetOut<'a>,
    table: &Table,
    fits: &[DatabaseType],
) -> Result<SerializedFileWriter<ParquetOut<'a>>, ParquetError> {
    let columns = table
        .columns
        .iter()
        .zip(fits)
        .map(|(column, fit)| Ok(Arc::new(field(&column.name, *fit)?)));
    let columns = columns.collect::<Result<Vec<_>, ParquetError>>()?;
    let schema = Type::group_type_builder("table")
        .with_fields(columns)
        .build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3)?))
        .set_created_by("tragaluz".to_owned())
        .build();
    SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties))
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
    texts: Vec<ByteArray>,
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
            DatabaseValue::Text(text) => self.texts.push(ByteArray::from(text)),
        }
    }

    fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let present = Some(self.present.as_slice());
        match self.fit {
            DatabaseType::Integer | DatabaseType::DateTime | DatabaseType::Time => column
                .typed::<Int64Type>()
                .write_batch(&self.integers, present, None)?,
            DatabaseType::Double => {
                column
                    .typed::<DoubleType>()
                    .write_batch(&self.doubles, present, None)?
            }
            DatabaseType::Boolean => {
                column
                    .typed::<BoolType>()
                    .write_batch(&self.booleans, present, None)?
            }
            DatabaseType::Date => column
                .typed::<Int32Type>()
                .write_batch(&self.days, present, None)?,
            DatabaseType::Json | DatabaseType::Text => column
                .typed::<ByteArrayType>()
                .write_batch(&self.texts, present, None)?,
        };
        self.present.clear();
        self.integers.clear();
        self.doubles.clear();
        self.booleans.clear();
        self.days.clear();
        self.texts.clear();
        Ok(())
    }
}

struct RowGroups<'a> {
    file: SerializedFileWriter<ParquetOut<'a>>,
    table: &'a Table,
    columns: Vec<GatheredColumn>,
    rows: usize,
    bytes: usize,
    scratch: String,
}

impl RowGroups<'_> {
    fn write_group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.file.next_row_group()?;
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
}

impl RowWriter for RowGroups<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        for (at, (column, gathered)) in self.table.columns.iter().zip(&mut self.columns).enumerate()
        {
            let cell = row.cell(at);
            let value = match gathered.fit {
                DatabaseType::Text => cell
                    .filter(|c| !column.is_missing(c))
                    .map_or(DatabaseValue::Missing, DatabaseValue::Text),
                fit => fit
                    .take(column.value(cell, &mut self.scratch))
                    .ok_or_else(changed)?,
            };
            if let DatabaseValue::Text(text) = value {
                self.bytes += text.len();
            }
            gathered.push(value);
        }
        self.rows += 1;
        if self.rows == GROUP_ROWS || self.bytes > GROUP_BYTES {
            self.write_group().map_err(io::Error::other)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        if self.rows > 0 {
            self.write_group().map_err(io::Error::other)?;
        }
        self.file.close().map(drop).map_err(io::Error::other)
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
