//! Sheets as they are written: a row of heads, then a row for each file of a page or milestone. A head is the fact's name in
//! words with its own name in brackets, in one cell: a second row of heads would be sorted in among the data.

use super::portal_sheet::{
    FINGERPRINT, LANGUAGE, NUMBER, PAGE, PortalRow, PortalSheet, SheetColumn, SheetKind,
    column_label, fingerprint,
};
use crate::authoring::page_lines::FactWords;
use crate::diag::{Fatal, Speech};
use crate::model::Portal;
use crate::model::page_files::FactFile;
use crate::stage;
use crate::text::slug::slug;
use std::path::Path;

/// The mark by which spreadsheet programs know UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// A sheet of rows, the heads first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactSheet {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// Returns every kind of page that the portal has as a sheet, and first one that says how they are filled in.
pub(crate) fn fact_sheets(portal: &Portal, files: &[FactFile], speech: &Speech) -> Vec<FactSheet> {
    let mut guide = vec![vec![
        speech.say("guide-sheet", &[]),
        speech.say("guide-column", &[]),
        speech.say("guide-purpose", &[]),
    ]];
    guide.extend(
        speech
            .say("guide-words", &[])
            .lines()
            .map(|line| vec![String::new(), String::new(), line.to_owned()]),
    );
    let mut sheets = Vec::new();
    for kind in SheetKind::all() {
        let sheet = PortalSheet::of(portal, files, kind);
        if sheet.rows.is_empty() {
            continue;
        }
        guide.extend(explained(&sheet, speech));
        sheets.push(FactSheet {
            name: kind.label(speech),
            rows: rows(&sheet, speech),
        });
    }
    sheets.push(FactSheet {
        name: speech.say("sheet-about", &[]),
        rows: guide,
    });
    sheets
}

fn head(name: &str, speech: &Speech) -> String {
    format!("{} [{name}]", column_label(name, speech))
}

fn rows(sheet: &PortalSheet<'_>, speech: &Speech) -> Vec<Vec<String>> {
    let shown: Vec<&SheetColumn> = sheet.columns.iter().filter(|own| own.is_shown).collect();
    let numbered = matches!(sheet.kind, SheetKind::Milestones);
    let keys = [PAGE, LANGUAGE]
        .into_iter()
        .chain(numbered.then_some(NUMBER));
    let names = keys
        .chain(shown.iter().map(|column| column.name.as_str()))
        .chain([FINGERPRINT]);
    let mut rows = vec![names.map(|name| head(name, speech)).collect()];
    rows.extend(sheet.rows.iter().map(|row| cells(row, &shown)));
    rows
}

fn cells(row: &PortalRow<'_>, shown: &[&SheetColumn]) -> Vec<String> {
    let mut cells = vec![row.file.name.clone(), row.file.lang.tag().to_owned()];
    cells.extend(row.number.clone());
    let mut prints = Vec::new();
    for column in shown {
        let cell = row.cell(&column.name);
        prints.push(format!("{}={}", column.name, fingerprint(&cell)));
        cells.push(cell);
    }
    cells.push(prints.join(" "));
    cells
}

/// Returns what each column of a sheet is for.
fn explained(sheet: &PortalSheet<'_>, speech: &Speech) -> Vec<Vec<String>> {
    let word = match sheet.kind {
        SheetKind::Pages(known) => &*known.word,
        SheetKind::Milestones => "milestone",
    };
    let shown = sheet.columns.iter().filter(|column| column.is_shown);
    let line = |column: &SheetColumn| {
        let known = column.known.as_ref();
        let purpose = known.and_then(|fact| FactWords::of(fact, word, speech));
        vec![
            sheet.kind.label(speech),
            head(&column.name, speech),
            purpose.map(|words| words.purpose).unwrap_or_default(),
        ]
    };
    shown.map(line).collect()
}

/// Writes sheets as an XLSX workbook where the file's name ends so, else each as a CSV in a folder of that name.
///
/// # Errors
/// When the disk refuses, or this program was made without workbooks.
pub fn write_sheets(sheets: &[FactSheet], path: &Path) -> Result<(), Fatal> {
    if is_workbook(path) {
        return write_workbook(sheets, path);
    }
    tragaluz_disk::create_folders(path).map_err(Fatal::io("creating", path))?;
    for (file, sheet) in csv_files(sheets, path).iter().zip(sheets) {
        stage::replace(file, &csv(&sheet.rows, file)?)?;
    }
    Ok(())
}

impl FactSheet {
    /// Returns the files that sheets are written to.
    pub fn files(sheets: &[FactSheet], path: &Path) -> Vec<std::path::PathBuf> {
        if is_workbook(path) {
            vec![path.to_owned()]
        } else {
            csv_files(sheets, path)
        }
    }
}

fn is_workbook(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

fn csv_files(sheets: &[FactSheet], folder: &Path) -> Vec<std::path::PathBuf> {
    sheets
        .iter()
        .map(|sheet| folder.join(format!("{}.csv", slug(&sheet.name))))
        .collect()
}

#[cfg(feature = "xlsx")]
fn write_workbook(sheets: &[FactSheet], path: &Path) -> Result<(), Fatal> {
    use tragaluz_tables::writers::text_sheets::{TextSheet, write_workbook};
    let sheets: Vec<TextSheet> = sheets
        .iter()
        .map(|sheet| TextSheet {
            name: sheet.name.clone(),
            rows: sheet.rows.clone(),
        })
        .collect();
    let mut bytes = Vec::new();
    write_workbook(&sheets, &mut bytes).map_err(Fatal::io("writing", path))?;
    stage::replace(path, &bytes)
}

#[cfg(not(feature = "xlsx"))]
fn write_workbook(_: &[FactSheet], path: &Path) -> Result<(), Fatal> {
    let args = vec![("file", path.display().to_string().into())];
    Err(Fatal::wrong_command("export-absent", args))
}

/// Returns rows as CSV with the ends of lines that spreadsheet programs write. What they would take for a formula is behind an
/// apostrophe.
fn csv(rows: &[Vec<String>], path: &Path) -> Result<Vec<u8>, Fatal> {
    let mut bytes = MARK.to_vec();
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(&mut bytes);
    for row in rows {
        let cells = row.iter().map(|cell| {
            if cell.starts_with(['=', '+', '-', '@']) {
                format!("'{cell}")
            } else {
                cell.clone()
            }
        });
        let written = writer.write_record(cells.collect::<Vec<_>>());
        written.map_err(|error| Fatal::io("writing", path)(error.into()))?;
    }
    writer.flush().map_err(Fatal::io("writing", path))?;
    drop(writer);
    Ok(bytes)
}
