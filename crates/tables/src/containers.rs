//! Files that hold several tables: a ZIP, a workbook.

use crate::finding::{Finding, codes};
use crate::limits::Limit;
use crate::place::Place;
use crate::received_file;
use crate::schema::{Dialect, TableFile};
use crate::sources;
use crate::unreadable::Unreadable;
use crate::zip_file;
use std::path::Path;
use tragaluz_text::slug::slug;

/// Names that one message lists.
const MOST_NAMES: usize = 12;

/// Returns the tables of one file, each as a file of its own: nearly always itself. What describes a data package in a
/// ZIP is a file like any other.
pub fn tables(file: TableFile, root: &Path, found: &mut Vec<Finding>) -> Vec<TableFile> {
    let (path, most) = (file.path.clone(), file.limits.count(Limit::Tables));
    let whole = received_file::split(root, &path).1.is_none() && zip_file::is_zip(&path);
    let members = if whole {
        packed(&file, root, found).unwrap_or_else(|why| {
            found.push(why.finding(&path));
            Vec::new()
        })
    } else {
        vec![file]
    };
    let tables: Vec<TableFile> = members
        .into_iter()
        .flat_map(|member| with_sheets(member, root, found))
        .collect();
    if tables.len() > most {
        // Some of a file's tables would look like all of them: none is read.
        found.push(too_many(most, &path));
        return Vec::new();
    }
    tables
}

/// Returns the finding that a file has more tables than `most`.
pub fn too_many(most: usize, path: &str) -> Finding {
    let why = Unreadable::Limit {
        limit: Limit::Tables,
        most: most as u64,
        line: 0,
    };
    why.finding(path)
}

/// Returns the members of a ZIP that are tables.
fn packed(
    file: &TableFile,
    root: &Path,
    found: &mut Vec<Finding>,
) -> Result<Vec<TableFile>, Unreadable> {
    let (mut tables, mut others) = (Vec::new(), Vec::new());
    for member in zip_file::members(&received_file::open(root, &file.path)?, &file.limits)? {
        if member.is_litter() {
            continue;
        }
        if !member.is_plain() {
            found.push(leads_out(member.name).finding(&file.path));
            continue;
        }
        let table = TableFile {
            limits: file.limits,
            personal: file.personal.clone(),
            onlooker: file.onlooker.clone(),
            ..TableFile::new(&format!("{}/{}", file.path, member.name))
        };
        if sources::is_table(root, &table) {
            tables.push(table);
        } else {
            others.push(member.name);
        }
    }
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    if tables.is_empty() {
        return Err(Unreadable::Packed {
            cause: "no-table",
            detail: listed(&others),
        });
    }
    if !others.is_empty() {
        let finding = Finding::new(codes::DATA_NO_TABLES).at(Place::file(&file.path));
        found.push(
            finding
                .arg("count", others.len())
                .arg("names", listed(&others)),
        );
    }
    Ok(tables)
}

/// Returns why a member of a ZIP is not read whose name leads out of the folder that it would be unpacked in.
pub fn leads_out(name: String) -> Unreadable {
    Unreadable::Packed {
        cause: "leads-out",
        detail: name,
    }
}

/// Joins names for a message, of which it shows the first.
pub fn listed(names: &[&str]) -> String {
    let more = if names.len() > MOST_NAMES {
        ", …"
    } else {
        ""
    };
    format!("{}{more}", names[..names.len().min(MOST_NAMES)].join(", "))
}

/// Returns the names of the sheets of a workbook that hold something; none for what is no workbook, or says which sheet
/// is meant. That some are hidden is said.
pub fn sheets(file: &TableFile, root: &Path, found: &mut Vec<Finding>) -> Vec<String> {
    if file.dialect.sheet.is_some() || !file.more.is_empty() {
        return Vec::new();
    }
    let source = sources::choose(root, file, &mut Vec::new());
    // What cannot be opened is said when it is read.
    let Some(Ok(list)) = source.map(|source| source.list_tables(root, file)) else {
        return Vec::new();
    };
    if !list.hidden.is_empty() {
        let hidden: Vec<&str> = list.hidden.iter().map(String::as_str).collect();
        let finding = Finding::new(codes::DATA_SHEETS_HIDDEN).at(Place::file(&file.path));
        found.push(
            finding
                .arg("count", hidden.len())
                .arg("sheets", listed(&hidden)),
        );
    }
    list.tables
}

/// Returns the name of the table in a sheet that is not the first.
pub fn name_of_sheet(workbook: &str, sheet: &str) -> String {
    format!("{workbook}-{}", slug(sheet))
        .trim_end_matches('-')
        .to_owned()
}

fn with_sheets(file: TableFile, root: &Path, found: &mut Vec<Finding>) -> Vec<TableFile> {
    let sheets = sheets(&file, root, found);
    if sheets.is_empty() {
        return vec![file];
    }
    let tables = sheets.into_iter().enumerate().map(|(at, sheet)| TableFile {
        name: if at == 0 {
            file.name.clone()
        } else {
            name_of_sheet(&file.name, &sheet)
        },
        dialect: Dialect {
            sheet: Some(sheet),
            ..file.dialect.clone()
        },
        ..file.clone()
    });
    tables.collect()
}
