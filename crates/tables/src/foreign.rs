//! Foreign keys: what rows of one table say of rows of another, checked by merging two sorted lists of hashes, so
//! that neither table is held in memory.

use super::duplicate_keys::KeyIndex;
use super::survey;
use super::table::{Table, Tables};
use super::unreadable::Unreadable;
use crate::finding::{Finding, codes};
use crate::place::Place;
use crate::schema::ForeignKey;

/// Checks every declared reference between these tables.
pub fn check(tables: &Tables, sink: &mut Vec<Finding>) {
    for table in &tables.tables {
        for key in &table.foreign_keys {
            match check_one(table, key, tables) {
                Ok(finding) => sink.extend(finding),
                Err(why) => sink.push(why.finding(table.reading.path())),
            }
        }
    }
}

fn check_one(
    table: &Table,
    key: &ForeignKey,
    tables: &Tables,
) -> Result<Option<Finding>, Unreadable> {
    let dataset = key.dataset.as_deref().unwrap_or(&table.dataset);
    let place = Place::file(table.reading.path());
    let other = if key.resource.is_empty() {
        Some(table)
    } else {
        (tables.tables.iter()).find(|t| t.dataset == dataset && t.resource == key.resource)
    };
    let Some(other) = other else {
        let name = format!("{dataset}/{}", key.resource);
        let finding = Finding::new(codes::DATA_REFERENCE_ABSENT).at(place);
        return Ok(Some(finding.arg("table", name)));
    };
    let (here, there) = match (columns(table, &key.fields), columns(other, &key.reference)) {
        (Ok(here), Ok(there)) => (here, there),
        (Err(absent), _) | (_, Err(absent)) => return Ok(Some(absent.at(place))),
    };
    check_rows(table, key, &here, (other, &there))
}

/// Finds the rows whose key, in the columns `here`, no row of the other table has in the columns `there`.
fn check_rows(
    table: &Table,
    key: &ForeignKey,
    here: &[usize],
    (other, there): (&Table, &[usize]),
) -> Result<Option<Finding>, Unreadable> {
    let Some((rows, line)) = keys(table, here)?.absent_from(keys(other, there)?)? else {
        return Ok(None);
    };
    let folder = &table.home.folder;
    let Some((site, cell)) = survey::site_of_key(folder, &table.reading, line, here)? else {
        return Ok(None);
    };
    let finding = Finding::new(codes::DATA_FOREIGN_KEY)
        .arg("count", rows)
        .arg("columns", key.fields.join(", "))
        .arg("table", format!("{}/{}", other.dataset, other.resource))
        .arg("line", table.reading.say(line))
        .arg("cell", cell);
    let mut placed = Vec::new();
    survey::place(folder, &table.reading, vec![(site, finding)], &mut placed)?;
    Ok(placed.pop())
}

/// Returns the indices of the columns of these names, or the finding, still without a place, that there is no such column.
fn columns(table: &Table, names: &[String]) -> Result<Vec<usize>, Finding> {
    names
        .iter()
        .map(|name| {
            let index = table.columns.iter().position(|c| c.name == *name);
            index.ok_or_else(|| {
                Finding::new(codes::DATA_COLUMN_ABSENT)
                    .arg("column", name.as_str())
                    .arg("file", table.reading.path())
                    .arg("near", "none")
            })
        })
        .collect()
}

/// The keys of every row that has one: where no part has a value, nothing is referred to. Cells count as they are published:
/// `10.0` in a column of whole numbers refers to `10`.
fn keys(table: &Table, at: &[usize]) -> Result<KeyIndex, Unreadable> {
    let mut keys = KeyIndex::default();
    let mut records = table.records()?;
    let mut scratch = vec![String::new(); at.len()];
    while let Some(row) = records.next_row()? {
        if at.iter().any(|at| {
            row.cell(*at)
                .is_some_and(|cell| !table.columns[*at].is_missing(cell))
        }) {
            let published = at.iter().zip(&mut scratch).map(|(at, scratch)| {
                let cell = row.cell(*at).unwrap_or("");
                table.columns[*at].publish(cell, scratch)
            });
            keys.take(published, row.line)?;
        }
    }
    Ok(keys)
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
mod tests {
    use super::*;
    use crate::schema::{Field, Schema};
    use crate::standalone;

    #[test]
    fn rows_that_refer_to_nothing_are_found() {
        let home = tempfile::tempdir().unwrap();
        let read = |name: &str, text: &str| {
            let path = home.path().join(name);
            std::fs::write(&path, text).unwrap();
            standalone::profile_file(&path, None, &mut Vec::new())
                .unwrap()
                .unwrap()
        };
        let states = read("states.csv", "code,name\n01,A\n02,B\n");
        let mut towns = read("towns.csv", "town,state\nx,01\ny,03\nz,\nw,04\n");
        let key = |reference: &str, resource: &str| ForeignKey {
            fields: vec!["state".into()],
            dataset: None,
            resource: resource.into(),
            reference: vec![reference.into()],
        };
        towns.foreign_keys = vec![
            key("code", "states"),
            key("nocode", "states"),
            key("code", "nowhere"),
        ];
        let tables = Tables::new(vec![states, towns], Vec::new());
        let mut sink = Vec::new();
        check(&tables, &mut sink);
        let found: Vec<_> = crate::finding::sorted(sink);
        let ids: Vec<_> = found.iter().map(|d| d.code).collect();
        assert_eq!(
            ids,
            [
                "data-column-absent",
                "data-reference-absent",
                "data-foreign-key"
            ]
        );
        assert_eq!(found[2].place.as_ref().unwrap().line, 3);
        assert!(
            found[2].args.contains(&("count", 2u64.into()))
                && found[2].args.contains(&("cell", "03".into()))
        );
    }

    #[test]
    fn a_number_refers_to_itself_however_it_is_written() {
        let home = tempfile::tempdir().unwrap();
        let schema = |column: &str| Schema {
            fields: vec![Field {
                name: column.into(),
                kind: Some("integer".into()),
                ..Field::default()
            }],
            ..Schema::default()
        };
        let read = |name: &str, column: &str, text: &str| {
            let path = home.path().join(name);
            std::fs::write(&path, text).unwrap();
            standalone::profile_file(&path, Some(schema(column)), &mut Vec::new())
                .unwrap()
                .unwrap()
        };
        let states = read("states.csv", "code", "code,name\n1,A\n2,B\n");
        let mut towns = read("towns.csv", "state", "town,state\nx,1.0\ny,2.0\nz,\n");
        towns.foreign_keys = vec![ForeignKey {
            fields: vec!["state".into()],
            dataset: None,
            resource: "states".into(),
            reference: vec!["code".into()],
        }];
        let mut sink = Vec::new();
        check(&Tables::new(vec![states, towns], Vec::new()), &mut sink);
        assert_eq!(crate::finding::sorted(sink), Vec::new());
    }
}
