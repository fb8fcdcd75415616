//! A copy of a file without the personal data in it.
//!
//! A text (delimited, JSON, prose) is copied byte for byte, but for what is masked and for columns that are left out; a
//! workbook or a web page is written anew, as nobody can see what such a file holds beside its values. The copy is to be
//! read again ([`masked_in`]) before anybody relies on it: that is the program's own reading, which publishes it as well.
//!
//! Memory does not grow with the file, and no report holds a value.

#[cfg(feature = "xlsx")]
mod clean_workbook;
mod delimited;
mod fault;
mod json_text;
mod policy;
mod prose;
mod report;
mod table_columns;
mod text_copy;
mod written_cell;

pub use fault::{RedactionFault, RedactionRefusal};
pub use policy::RedactionPolicy;
pub use report::{CountByKind, RedactedColumn, RedactedTable, RedactionReport};

use crate::encoding::decode::Utf8Reader;
use crate::encoding::detected_encoding::DetectedEncoding;
use crate::finding::Finding;
use crate::limits::Limits;
use crate::observed_rows::{Onlooker, RowCount};
use crate::profile::ProfileDepth;
use crate::received_file::ending;
use crate::schema::TableFile;
use crate::sources::compression;
use crate::table_stream::PlacedText;
use crate::unreadable::Unreadable;
use crate::{Home, Table, containers, encoding, sources, survey, zip_file};
use flate2::Compression;
use flate2::write::GzEncoder;
use json_text::{JsonCopying, MemberHints};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use table_columns::{RowPart, TableColumns};
use text_copy::TextCopy;
use tragaluz_text::near::nearest;

/// In what form a copy is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyForm {
    /// As the file, byte for byte but for what is taken out: delimited text.
    Delimited,
    /// The same, of JSON.
    Json,
    /// The same, of a text that is no table.
    Prose,
    /// An XLSX workbook made anew.
    Workbook,
}

/// Endings of texts that are no tables.
const PROSE: &[&str] = &["md", "markdown", "yaml", "yml", "toml", "rst", "ftl", "bib"];

/// A file that is copied.
#[derive(Debug, Clone, Copy)]
pub struct RedactionSource<'f> {
    /// The folder that it is in.
    pub folder: &'f Path,
    /// Its name.
    pub name: &'f str,
    /// How much of it is read.
    pub limits: &'f Limits,
    /// Who is told how that goes on.
    pub onlooker: &'f Onlooker,
}

impl RedactionSource<'_> {
    /// Returns the form in which a copy is written; `None` where a file is neither a table nor a text.
    pub fn form(&self) -> Option<CopyForm> {
        let ending = ending(compression::inner_name(self.name));
        if zip_file::is_zip(self.name) {
            return None;
        }
        if PROSE.contains(&ending.as_str()) {
            return Some(CopyForm::Prose);
        }
        let source = sources::choose(self.folder, &self.table_file(), &mut Vec::new())?;
        let is_of = |format| source.endings().contains(&format);
        Some(if is_of("json") {
            CopyForm::Json
        } else if !is_of("csv") {
            CopyForm::Workbook
        } else if ending == "txt" && !self.is_divided() {
            CopyForm::Prose
        } else {
            CopyForm::Delimited
        })
    }

    fn table_file(&self) -> TableFile {
        TableFile {
            limits: *self.limits,
            onlooker: self.onlooker.clone(),
            ..TableFile::new(self.name)
        }
    }

    /// Whether a text is a table of several columns.
    fn is_divided(&self) -> bool {
        let table = self.survey(&self.table_file(), &mut Vec::new());
        table.is_some_and(|table| table.columns.len() > 1)
    }

    fn survey(&self, file: &TableFile, found: &mut Vec<Finding>) -> Option<Table> {
        survey::read(
            file,
            "",
            &Home::of_publisher(self.folder),
            ProfileDepth::Forms,
            found,
        )
    }

    /// Returns what counts a reading of the text past its tables.
    fn count(&self) -> Option<RowCount> {
        self.onlooker.count(self.name)
    }

    fn encoding(&self) -> Result<DetectedEncoding, Unreadable> {
        encoding::detect(self.folder, &self.table_file(), &mut Vec::new())
    }

    fn decoded(
        &self,
        detected: DetectedEncoding,
    ) -> Result<impl std::io::Read + use<>, Unreadable> {
        let raw = compression::open(self.folder, self.name, self.limits)?;
        Ok(Utf8Reader::new(raw, detected))
    }

    /// Begins a copy of the text.
    fn copy_text<'o>(
        &self,
        detected: DetectedEncoding,
        out: &'o mut dyn Write,
    ) -> Result<TextCopy<'o>, RedactionFault> {
        TextCopy::begin(self.folder, self.name, (detected, self.limits), out)
    }
}

/// Writes a copy of a file in this form; `None` where it cannot be read as what it is, and then a finding says why.
///
/// # Errors
/// When the file cannot be read or the copy cannot be written, or when it cannot be done rightly.
pub fn redact(
    source: &RedactionSource<'_>,
    form: CopyForm,
    policy: &RedactionPolicy,
    out: &mut (dyn Write + Send),
    found: &mut Vec<Finding>,
) -> Result<Option<RedactionReport>, RedactionFault> {
    if ending(source.name) == "gz" && form != CopyForm::Workbook {
        let mut packed = GzEncoder::new(out, Compression::default());
        let report = copy_in(source, form, policy, &mut packed, found)?;
        packed.finish().map_err(RedactionFault::Unwritable)?;
        return Ok(report);
    }
    copy_in(source, form, policy, out, found)
}

fn copy_in(
    source: &RedactionSource<'_>,
    form: CopyForm,
    policy: &RedactionPolicy,
    out: &mut (dyn Write + Send),
    found: &mut Vec<Finding>,
) -> Result<Option<RedactionReport>, RedactionFault> {
    let report = match form {
        CopyForm::Delimited => delimited(source, policy, out, found)?,
        CopyForm::Json => Some(json(source, policy, out)?),
        CopyForm::Prose => Some(prose(source, policy, out)?),
        CopyForm::Workbook => workbook(source, policy, out, found)?,
    };
    if let Some(report) = &report {
        every_name_is_known(report, policy)?;
    }
    Ok(report)
}

/// Returns what is in a file of the kinds that are masked, as the program reads it: nothing, where it is a copy that can be
/// relied on.
///
/// # Errors
/// When the file cannot be read.
pub fn masked_in(
    source: &RedactionSource<'_>,
    form: CopyForm,
    policy: &RedactionPolicy,
) -> Result<CountByKind, RedactionFault> {
    let policy = RedactionPolicy {
        kinds: policy.kinds.clone(),
        declared: policy.declared.clone(),
        ..RedactionPolicy::default()
    };
    let mut silent = Vec::new();
    let mut all = match form {
        // Its tables are all that it holds.
        CopyForm::Workbook => CountByKind::new(),
        _ => redact(source, form, &policy, &mut std::io::sink(), &mut silent)?
            .map(|report| report.masked())
            .unwrap_or_default(),
    };
    if form != CopyForm::Prose {
        for (_, table) in tables(source, &mut silent) {
            let mut columns = TableColumns::of(&table, &policy)?;
            look_through(&table, &mut columns)?;
            let report = RedactionReport {
                tables: vec![columns.into_report()],
                ..RedactionReport::default()
            };
            for (kind, count) in report.masked() {
                let all = all.entry(kind).or_default();
                *all = count.max(*all);
            }
        }
    }
    Ok(all)
}

fn look_through(table: &Table, columns: &mut TableColumns<'_>) -> Result<(), RedactionFault> {
    let mut rows = (table.reading.stream).rows(&table.home.folder, table.reading.path())?;
    let (mut row, mut number) = (crate::rows::Row::new(), 0);
    while rows.read(&mut row)? {
        let part = RowPart::of(table, number, &row);
        for (at, cell) in row.cells().enumerate() {
            columns.look(part, at, cell);
        }
        number += 1;
    }
    Ok(())
}

fn delimited(
    source: &RedactionSource<'_>,
    policy: &RedactionPolicy,
    out: &mut dyn Write,
    found: &mut Vec<Finding>,
) -> Result<Option<RedactionReport>, RedactionFault> {
    let Some(table) = source.survey(&source.table_file(), found) else {
        return Ok(None);
    };
    let Some(text) = table.reading.stream.placed_text() else {
        return Ok(None);
    };
    let mut columns = TableColumns::of(&table, policy)?;
    let copy = source.copy_text(text.detected, out)?;
    let report = if text.is_wrapped {
        if columns.leave_some_out() {
            return Err(RedactionRefusal::FixedPlaces.into());
        }
        prose::copy(source.decoded(text.detected)?, policy, copy, source.count())?
    } else {
        delimited::copy(&table, text, &mut columns, copy)?;
        columns.into_report()
    };
    Ok(Some(of_text(text, report)))
}

fn of_text(text: PlacedText, table: RedactedTable) -> RedactionReport {
    of_encoded(text.detected, table)
}

fn of_encoded(detected: DetectedEncoding, table: RedactedTable) -> RedactionReport {
    RedactionReport {
        tables: vec![table],
        written_anew: TextCopy::is_written_anew(detected).then(|| detected.name().to_owned()),
        ..RedactionReport::default()
    }
}

fn prose(
    source: &RedactionSource<'_>,
    policy: &RedactionPolicy,
    out: &mut dyn Write,
) -> Result<RedactionReport, RedactionFault> {
    let detected = source.encoding()?;
    let copy = source.copy_text(detected, out)?;
    let table = prose::copy(source.decoded(detected)?, policy, copy, source.count())?;
    Ok(of_encoded(detected, table))
}

fn json(
    source: &RedactionSource<'_>,
    policy: &RedactionPolicy,
    out: &mut dyn Write,
) -> Result<RedactionReport, RedactionFault> {
    let detected = source.encoding()?;
    let how = || JsonCopying {
        policy,
        limits: source.limits,
        count: source.count(),
    };
    let hints = member_hints(source, policy)?;
    let mut left_out = policy.columns.clone();
    if policy.leaves_columns_out {
        let seen = json_text::copy(source.decoded(detected)?, how(), (&hints, &[]), None)?;
        let found = seen
            .columns
            .into_iter()
            .filter(|column| !column.masked.is_empty());
        left_out.extend(found.map(|column| column.name));
    }
    let copy = source.copy_text(detected, out)?;
    let table = json_text::copy(
        source.decoded(detected)?,
        how(),
        (&hints, &left_out),
        Some(copy),
    )?;
    Ok(of_encoded(detected, table))
}

/// Returns what is known of members from the tables that they are read as.
fn member_hints(
    source: &RedactionSource<'_>,
    policy: &RedactionPolicy,
) -> Result<MemberHints, RedactionFault> {
    let policy = RedactionPolicy {
        leaves_columns_out: false,
        columns: Vec::new(),
        ..policy.clone()
    };
    let mut hints = MemberHints::new();
    for (_, table) in tables(source, &mut Vec::new()) {
        for (name, hint) in TableColumns::of(&table, &policy)?.hints() {
            let member = name.rsplit('.').next().unwrap_or(name);
            hints.insert(member.to_owned(), Arc::new(hint.clone()));
        }
    }
    Ok(hints)
}

/// Returns the tables of a file with the names of their sheets.
fn tables(source: &RedactionSource<'_>, found: &mut Vec<Finding>) -> Vec<(Option<String>, Table)> {
    let files = containers::tables(source.table_file(), source.folder, found);
    let read = files.into_iter().filter_map(|file| {
        let table = source.survey(&file, found)?;
        Some((file.dialect.sheet, table))
    });
    read.collect()
}

#[cfg(feature = "xlsx")]
fn workbook(
    source: &RedactionSource<'_>,
    policy: &RedactionPolicy,
    out: &mut (dyn Write + Send),
    found: &mut Vec<Finding>,
) -> Result<Option<RedactionReport>, RedactionFault> {
    let hidden = sources::choose(source.folder, &source.table_file(), &mut Vec::new())
        .and_then(|kind| kind.list_tables(source.folder, &source.table_file()).ok())
        .map_or_else(Vec::new, |list| list.hidden);
    let tables = tables(source, found);
    if tables.is_empty() {
        return Ok(None);
    }
    Ok(Some(RedactionReport {
        tables: clean_workbook::copy(&tables, policy, out)?,
        hidden,
        ..RedactionReport::default()
    }))
}

#[cfg(not(feature = "xlsx"))]
fn workbook(
    _source: &RedactionSource<'_>,
    _policy: &RedactionPolicy,
    _out: &mut (dyn Write + Send),
    _found: &mut Vec<Finding>,
) -> Result<Option<RedactionReport>, RedactionFault> {
    Err(RedactionRefusal::NoWorkbooks.into())
}

/// Refuses a name of a column to be left out that no table has.
fn every_name_is_known(
    report: &RedactionReport,
    policy: &RedactionPolicy,
) -> Result<(), RedactionFault> {
    let columns = || report.tables.iter().flat_map(|table| &table.columns);
    let unknown = policy.columns.iter().find(|name| {
        !columns().any(|column| column.is_left_out && policy::is_same_name(name, &column.name))
    });
    let Some(name) = unknown else { return Ok(()) };
    let near = nearest(name, columns().map(|column| column.name.as_str()));
    Err(RedactionRefusal::NoColumn {
        name: name.clone(),
        near: near.unwrap_or_default().to_owned(),
    }
    .into())
}
