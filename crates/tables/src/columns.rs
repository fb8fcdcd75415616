//! The columns of a table: the names in its header brought together with what is declared.

use super::cell_formats::CellFormat;
use crate::finding::{Finding, codes};
use crate::place::Place;
use crate::schema::{Field, TableFile};
use std::collections::{BTreeMap, BTreeSet};
use tragaluz_text::free::FreeNames;
use tragaluz_text::near::nearest;
use tragaluz_text::unseen;

/// A column before its cells are read.
#[derive(Debug, Clone, Default)]
pub(crate) struct PlannedColumn {
    /// Its name: unique and not empty.
    pub(crate) name: String,
    /// Its name in the file, where that differs.
    pub(crate) received_name: Option<String>,
    /// What is declared of it.
    pub(crate) field: Option<Field>,
    /// The form its cells must have, where a type is declared.
    pub(crate) form: Option<CellFormat>,
    /// Cell texts that mean "no value".
    pub(crate) missing_values: Vec<String>,
    /// Whether it has no name in the file.
    pub(crate) is_unnamed: bool,
    /// Whether the source says that its values are text, also where they look like numbers.
    pub(crate) is_text: bool,
}

/// Returns the columns for the cells of a header, with what is declared of each; `header` is `None` where the file has no
/// header, and then there are `width` columns.
pub(crate) fn plan(
    header: Option<&[String]>,
    width: usize,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) -> Vec<PlannedColumn> {
    let count = header.map_or(width, <[String]>::len);
    let declared = DeclaredFields::of(&resource.schema.fields, header, count);
    let mut names = ColumnNames::default();
    let mut columns = Vec::with_capacity(count);
    let mut renamed = RenamedColumns::default();
    let mut odd = Vec::new();
    for at in 0..count {
        let received = name_in(header, at);
        let seen = unseen::trim(received);
        let field = declared.field(at, seen);
        let wanted = match field {
            Some(field) if declared.by_position => field.name.trim(),
            _ => seen,
        };
        let name = names.free(wanted, at);
        let received_name = (header.is_some() && name != received).then(|| received.to_owned());
        if received_name.is_some() && one_line(seen) != name {
            renamed.note(declared.by_position, seen, &name);
        }
        if header.is_some() && unseen::has_odd_ends(received) {
            odd.push(name.clone());
        }
        columns.push(PlannedColumn {
            is_unnamed: seen.is_empty(),
            ..declare(name, received_name, field, resource, found)
        });
    }
    renamed.report(resource, found);
    report_odd_ends(&odd, resource, found);
    if !declared.by_position {
        report_absent(&columns, resource, found);
    }
    columns
}

/// Returns a column's name in the header: empty where it has none.
fn name_in(header: Option<&[String]>, at: usize) -> &str {
    header.and_then(|h| h.get(at)).map_or("", String::as_str)
}

/// The declared fields that a header's names are looked for in. A name that spreadsheets break into lines is the same on one.
struct DeclaredFields<'f> {
    fields: &'f [Field],
    by_name: BTreeMap<String, &'f Field>,
    /// Whether there are as many fields as columns and no name is among both: then they are in the same order.
    by_position: bool,
}

impl<'f> DeclaredFields<'f> {
    fn of(fields: &'f [Field], header: Option<&[String]>, count: usize) -> Self {
        let mut by_name: BTreeMap<String, &Field> = BTreeMap::new();
        for field in fields {
            let name = one_line(unseen::trim(&field.name));
            by_name.entry(name).or_insert(field);
        }
        let by_position = !fields.is_empty()
            && fields.len() == count
            && (0..count)
                .all(|at| !by_name.contains_key(&one_line(unseen::trim(name_in(header, at)))));
        DeclaredFields {
            fields,
            by_name,
            by_position,
        }
    }

    /// Returns the field of a column with this name.
    fn field(&self, at: usize, name: &str) -> Option<&'f Field> {
        if self.by_position {
            self.fields.get(at)
        } else {
            self.by_name.get(&one_line(name)).copied()
        }
    }
}

/// Says which names have signs at their ends that nobody sees.
fn report_odd_ends(odd: &[String], resource: &TableFile, found: &mut Vec<Finding>) {
    if odd.is_empty() {
        return;
    }
    let finding = Finding::new(codes::DATA_UNSEEN_SIGNS).at(Place::file(&resource.path));
    found.push(
        finding
            .arg("what", "names")
            .arg("columns", odd.join(", "))
            .arg("count", odd.len()),
    );
}

/// The column of this name that only a further file of the table has.
pub(crate) fn added(
    name: &str,
    at: usize,
    names: &mut ColumnNames,
    resource: &TableFile,
) -> PlannedColumn {
    let field = resource
        .schema
        .fields
        .iter()
        .find(|f| f.name.trim() == name);
    let own = names.free(name, at);
    let received_name = (own != name).then(|| name.to_owned());
    declare(own, received_name, field, resource, &mut Vec::new())
}

/// The column for cells past the header's last.
pub(crate) fn extra(at: usize, names: &mut ColumnNames, resource: &TableFile) -> PlannedColumn {
    PlannedColumn {
        name: names.free("", at),
        missing_values: missing_values(None, resource),
        ..PlannedColumn::default()
    }
}

fn declare(
    name: String,
    received_name: Option<String>,
    field: Option<&Field>,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) -> PlannedColumn {
    let form = field.and_then(
        |field| match CellFormat::declared(field, &resource.dialect) {
            Ok(form) => form,
            Err(word) => {
                let place = field
                    .place
                    .clone()
                    .unwrap_or_else(|| resource.place.clone());
                let finding = Finding::new(codes::DATA_TYPE_UNKNOWN).at(place);
                found.push(finding.arg("column", &field.name).arg("word", word));
                None
            }
        },
    );
    let missing_values = missing_values(field, resource);
    PlannedColumn {
        name,
        received_name,
        form,
        missing_values,
        field: field.cloned(),
        is_text: false,
        is_unnamed: false,
    }
}

/// What means "no value": declared for the column, else for the table, else the empty cell.
fn missing_values(field: Option<&Field>, resource: &TableFile) -> Vec<String> {
    field
        .and_then(|f| f.missing_values.clone())
        .or_else(|| resource.schema.missing_values.clone())
        .unwrap_or_else(|| vec![String::new()])
}

/// Says together which columns have no name in the file, and what they were named.
pub(crate) fn report_unnamed(names: &[&str], resource: &TableFile, found: &mut Vec<Finding>) {
    if !names.is_empty() {
        found.push(renamed_finding(
            "unnamed",
            "",
            (names, names.len()),
            resource,
        ));
    }
}

fn renamed_finding(
    how: &'static str,
    received: &str,
    (names, count): (&[&str], usize),
    resource: &TableFile,
) -> Finding {
    let finding = Finding::new(codes::DATA_COLUMN_RENAMED).at(Place::file(&resource.path));
    let finding = finding.arg("how", how).arg("received", received);
    finding.arg("name", names.join(", ")).arg("count", count)
}

/// Names that one message lists.
const MOST_NAMED: usize = 12;

/// Columns that go by another name than in the file.
#[derive(Default)]
struct RenamedColumns<'h> {
    names: Vec<RenamedColumn<'h>>,
    known: BTreeMap<&'h str, usize>,
}

/// A name in the file, and what the columns are called that have it there.
struct RenamedColumn<'h> {
    /// Whether a declaration says so; else another column has the name.
    is_declared: bool,
    received: &'h str,
    names: Vec<String>,
}

impl<'h> RenamedColumns<'h> {
    fn note(&mut self, is_declared: bool, received: &'h str, name: &str) {
        // A column without a name is spoken of when it is known to hold something.
        if !is_declared && received.is_empty() {
            return;
        }
        let at = *self.known.entry(received).or_insert(self.names.len());
        match self.names.get_mut(at).filter(|_| !is_declared) {
            Some(renamed) => renamed.names.push(name.to_owned()),
            None => self.names.push(RenamedColumn {
                is_declared,
                received,
                names: vec![name.to_owned()],
            }),
        }
    }

    fn report(self, resource: &TableFile, found: &mut Vec<Finding>) {
        for renamed in self.names {
            let how = if renamed.is_declared {
                "declared"
            } else {
                "repeated"
            };
            let names = renamed.names.iter().map(String::as_str);
            let mut shown: Vec<&str> = names.take(MOST_NAMED).collect();
            if shown.len() < renamed.names.len() {
                shown.push("…");
            }
            found.push(renamed_finding(
                how,
                renamed.received,
                (&shown, renamed.names.len()),
                resource,
            ));
        }
    }
}

/// Declared columns that are looked for among all names of the file, to say what may have been meant: the first few.
const MOST_NEAR: usize = 20;

/// Says which declared columns the file does not have.
fn report_absent(columns: &[PlannedColumn], resource: &TableFile, found: &mut Vec<Finding>) {
    let known: BTreeSet<&str> = columns.iter().map(|c| c.name.as_str()).collect();
    let absent = resource
        .schema
        .fields
        .iter()
        .filter(|field| !known.contains(&*one_line(unseen::trim(&field.name))));
    for (number, field) in absent.enumerate() {
        let name = field.name.trim();
        let near = if number < MOST_NEAR {
            nearest(name, columns.iter().map(|c| c.name.as_str()))
        } else {
            None
        };
        let place = field
            .place
            .clone()
            .unwrap_or_else(|| resource.place.clone());
        let finding = Finding::new(codes::DATA_COLUMN_ABSENT)
            .at(place)
            .arg("column", name);
        found.push(
            finding
                .arg("file", &resource.path)
                .arg("near", near.unwrap_or("none")),
        );
    }
}

/// A name without the line ends by which spreadsheets break long ones.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names that columns have so far.
#[derive(Debug, Default)]
pub(crate) struct ColumnNames(FreeNames);

impl ColumnNames {
    /// Returns the names of these columns.
    pub(crate) fn of(columns: &[PlannedColumn]) -> ColumnNames {
        ColumnNames(FreeNames::of(columns.iter().map(|c| c.name.clone())))
    }

    /// A name that no other column has: the one that is wanted, or that with a number; by its place, where there is none.
    pub(crate) fn free(&mut self, wanted: &str, at: usize) -> String {
        let mut stem = one_line(wanted);
        if stem.is_empty() {
            stem = format!("column_{}", at + 1);
        }
        self.0.give(&stem, "_")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tragaluz_text::words::Words;

    #[test]
    fn a_name_in_two_lines_is_declared_on_one() {
        let header = ["Superficie\r\n(km²)".to_owned(), "a".to_owned()];
        for name in ["Superficie (km²)", "Superficie\n(km²)"] {
            let mut found = Vec::new();
            let columns = plan(Some(&header), 2, &resource(&[name]), &mut found);
            assert!(
                columns[0].field.is_some() && columns[1].field.is_none(),
                "{name}"
            );
            assert!(found.is_empty(), "{found:?}");
        }
    }

    fn resource(fields: &[&str]) -> TableFile {
        let mut resource = TableFile::new("t.csv");
        resource.schema.fields = fields
            .iter()
            .map(|n| Field {
                name: (*n).to_owned(),
                title: Words::default(),
                ..Field::default()
            })
            .collect();
        resource
    }

    fn names(header: &[&str], fields: &[&str]) -> (Vec<String>, usize) {
        let header: Vec<String> = header.iter().map(|h| (*h).to_owned()).collect();
        let mut found = Vec::new();
        let columns = plan(Some(&header), header.len(), &resource(fields), &mut found);
        (columns.into_iter().map(|c| c.name).collect(), found.len())
    }

    #[test]
    fn names_are_unique_and_not_empty() {
        let (names, found) = names(&[" a ", "a", "", "a_2", "two\nlines"], &[]);
        assert_eq!(names, ["a", "a_2", "column_3", "a_2_2", "two lines"]);
        // That a column has no name is said when it is known to hold something.
        assert_eq!(found, 2);
    }

    #[test]
    fn declared_names_win_by_position_only_where_no_name_fits() {
        assert_eq!(names(&["x", "y"], &["a", "b"]).0, ["a", "b"]);
        assert_eq!(
            names(&["x", "b"], &["a", "b"]),
            (vec!["x".to_owned(), "b".to_owned()], 1)
        );
    }
}
