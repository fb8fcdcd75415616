//! One file by its path, with nothing declared of it but, perhaps, a schema.

use super::home::Home;
use super::table::Table;
use super::unreadable::Unreadable;
use super::{containers, sources, survey, zip_file};
use crate::error::Error;
use crate::finding::{Finding, codes};
use crate::limits::Limits;
use crate::observed_rows::Onlooker;
use crate::place::Place;
use crate::privacy::DeclaredContacts;
use crate::profile::ProfileDepth;
use crate::schema::{Schema, TableFile};
use std::path::Path;
use tragaluz_text::slug::slug;

/// Reads and profiles one file, with a schema to check it against where there is one. A table in a ZIP or a sheet of
/// a workbook is named as if the file were a folder: `towns.zip/towns.csv`, `budget.xlsx/2024`. Where several tables
/// are in the file and none is named, the first that is not by its name a cover or notes is read, and a finding names
/// the others.
///
/// # Errors
/// When there is no such file. What is wrong within it is a finding, and then there may be no table.
pub fn profile_file(
    path: &Path,
    schema: Option<Schema>,
    found: &mut Vec<Finding>,
) -> Result<Option<Table>, Error> {
    survey_file(
        path,
        schema,
        &FileRequest::of(ProfileDepth::Whole),
        containers::tables,
        found,
    )
}

/// As [`profile_file`], with the same findings, but without counts that only a profile shows: of its columns, no more is
/// counted than it takes to tell their types, to check them and to write them in any format.
///
/// # Errors
/// As [`profile_file`].
pub fn check_file(
    path: &Path,
    schema: Option<Schema>,
    found: &mut Vec<Finding>,
) -> Result<Option<Table>, Error> {
    survey_file(
        path,
        schema,
        &FileRequest::of(ProfileDepth::Forms),
        containers::tables,
        found,
    )
}

/// How a file is to be read.
#[derive(Debug, Clone)]
pub struct FileRequest {
    /// How much of it is read before it is refused.
    pub limits: Limits,
    /// How much is counted of it.
    pub depth: ProfileDepth,
    /// Who is told how it goes on.
    pub onlooker: Onlooker,
}

impl FileRequest {
    /// Returns one with the usual limits, of which nobody is told.
    pub fn of(depth: ProfileDepth) -> FileRequest {
        FileRequest {
            limits: Limits::default(),
            depth,
            onlooker: Onlooker::default(),
        }
    }

    /// Has a table of the file read so: with its onlooker, and with a look for personal data, of which nobody outside a portal
    /// declares which are an office's.
    fn tell(&self, table: &mut TableFile) {
        table.personal = Some(DeclaredContacts::default());
        table.onlooker = self.onlooker.clone();
    }
}

/// As [`profile_file`], of a file that is read as this says. `tables_of` returns the tables of a
/// file in a folder, as [`containers::tables`] does.
///
/// # Errors
/// As [`profile_file`].
#[allow(
    clippy::disallowed_methods,
    reason = "what is asked about by name may be anything"
)]
pub fn survey_file(
    path: &Path,
    schema: Option<Schema>,
    request: &FileRequest,
    tables_of: impl FnOnce(TableFile, &Path, &mut Vec<Finding>) -> Vec<TableFile>,
    found: &mut Vec<Finding>,
) -> Result<Option<Table>, Error> {
    let (file, within) = whereabouts(path);
    let kind = file.metadata().map_err(Error::io("reading", path))?;
    // A table is read more than once, and what is no file gives what it has but once, or waits for ever.
    if !kind.is_file() && !kind.is_dir() {
        found.push(Unreadable::Special.finding(&path.to_string_lossy()));
        return Ok(None);
    }
    let root = folder_of(path);
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut declared = match &within {
        Some(member) if zip_file::is_zip(&name) => TableFile::new(&format!("{name}/{member}")),
        _ => TableFile::new(&name),
    };
    declared.limits = request.limits;
    declared.schema = schema.unwrap_or_default();
    if !zip_file::is_zip(&name) {
        declared.dialect.sheet = within;
    }
    // Whatever it is called, a file that somebody asks about by name is tried as text.
    if !sources::is_table(root, &declared) && !zip_file::is_zip(&declared.path) {
        declared.format = Some("csv".to_owned());
    }
    let mut tables = tables_of(declared, root, found);
    tables.iter_mut().for_each(|table| request.tell(table));
    // Sorting is stable: of those that hold data, the first stays the first.
    tables.sort_by_key(is_about_data);
    let Some(first) = tables.first() else {
        return Ok(None);
    };
    if tables.len() > 1 {
        found.push(several(&name, &tables));
    }
    Ok(survey::read(
        first,
        "",
        &Home::of_publisher(root),
        request.depth,
        found,
    ))
}

/// Whether a table of several is, by its name, not the data but what is said of them: a cover, a list of contents, notes.
fn is_about_data(resource: &TableFile) -> bool {
    const WORDS: &[&str] = &[
        "about",
        "acerca",
        "caratula",
        "codebook",
        "contenido",
        "contents",
        "cover",
        "diccionario",
        "dictionary",
        "fuentes",
        "glosario",
        "glossary",
        "index",
        "indice",
        "info",
        "informacion",
        "instrucciones",
        "instructions",
        "intro",
        "introduccion",
        "leame",
        "leeme",
        "legend",
        "leyenda",
        "lisez",
        "metadata",
        "metadatos",
        "metadados",
        "nota",
        "notas",
        "notes",
        "portada",
        "readme",
        "sources",
        "sumario",
        "toc",
    ];
    let name = resource.dialect.sheet.as_deref().unwrap_or(&resource.path);
    let own = slug(name.rsplit('/').next().unwrap_or(name));
    resource.dialect.sheet.is_none() && own.ends_with("-txt")
        || own.split('-').any(|word| WORDS.contains(&word))
}

/// Tables that one message names.
const MOST_NAMED: usize = 10;

/// Says which of a file's tables was read, and how to ask for the others.
fn several(file: &str, tables: &[TableFile]) -> Finding {
    let mut others: Vec<String> = tables[1..]
        .iter()
        .map(name_within)
        .take(MOST_NAMED)
        .collect();
    if tables.len() - 1 > MOST_NAMED {
        others.push("…".into());
    }
    let finding = Finding::new(codes::DATA_SEVERAL_TABLES).at(Place::file(file));
    finding
        .arg("count", tables.len())
        .arg("first", name_within(&tables[0]))
        .arg("others", others.join(", "))
}

/// Returns the name by which a table is asked for: its file's, and its sheet's after it.
fn name_within(table: &TableFile) -> String {
    match &table.dialect.sheet {
        Some(sheet) => format!("{}/{sheet}", table.path),
        None => table.path.clone(),
    }
}

/// The file on disk, and what is named within it.
#[allow(
    clippy::disallowed_methods,
    reason = "what is asked about by name may be anything"
)]
fn whereabouts(path: &Path) -> (&Path, Option<String>) {
    let file = path
        .ancestors()
        .find(|ancestor| ancestor.is_file())
        .unwrap_or(path);
    let within = path
        .strip_prefix(file)
        .ok()
        .filter(|rest| !rest.as_os_str().is_empty());
    (
        file,
        within.map(|rest| rest.to_string_lossy().replace('\\', "/")),
    )
}

/// Returns the folder that a file outside a portal is in.
pub fn folder_of(path: &Path) -> &Path {
    match whereabouts(path).0.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
