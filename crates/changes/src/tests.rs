#![allow(
    clippy::disallowed_methods,
    reason = "tests write versions of their own"
)]

use crate::{
    ChangeCounts, DeltaHead, DeltaLine, DeltaLines, Error, NamedCell, Removal, RowChange, Versions,
    compare, each_change, newer, older,
};
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// Two versions in a folder, and what changed between them.
struct Trial {
    folder: TempDir,
    head: DeltaHead,
}

impl Trial {
    fn of(before: &str, after: &str, key: &[&str]) -> Trial {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("before"), before).unwrap();
        fs::write(folder.path().join("after"), after).unwrap();
        let key: Vec<String> = key.iter().map(|name| (*name).to_owned()).collect();
        let mut delta = Vec::new();
        let versions = Versions {
            before: &folder.path().join("before"),
            after: &folder.path().join("after"),
            key: &key,
        };
        let head = compare(&versions, &mut delta).unwrap();
        fs::write(folder.path().join("delta"), delta).unwrap();
        Trial { folder, head }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Returns both versions as they are made of one another.
    fn made(&self) -> Result<[String; 2], Error> {
        let (mut later, mut earlier) = (Vec::new(), Vec::new());
        newer(&self.at("before"), &self.at("delta"), &mut later)?;
        older(&self.at("after"), &self.at("delta"), &mut earlier)?;
        Ok([earlier, later].map(|bytes| String::from_utf8(bytes).unwrap()))
    }

    fn lines(&self) -> Vec<DeltaLine> {
        let mut lines = DeltaLines::open(&self.at("delta")).unwrap();
        std::iter::from_fn(|| lines.next_line().unwrap()).collect()
    }
}

#[test]
fn a_changed_cell_a_new_row_and_one_that_went_are_told_apart() {
    let before = "id,score,note\r\na,0.35,x\r\nb,0.62,\r\nc,1,\"y, z\"\r\n";
    let after = "id,score,note\r\na,0.38,x\r\nc,1,\"y, z\"\r\nd,0.10,\r\n";
    let trial = Trial::of(before, after, &["id"]);
    let counts = ChangeCounts {
        added: 1,
        removed: 1,
        changed: 1,
        same: 1,
        cells: [("score".to_owned(), 1)].into(),
        ..ChangeCounts::default()
    };
    assert_eq!(trial.head.counts, counts);
    let text = fs::read_to_string(trial.at("delta")).unwrap();
    let lines: Vec<&str> = text.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            r#"{"changed":{"from":1,"cells":{"score":["0.35","0.38"]}}}"#,
            r#"{"same":{"from":3,"count":1}}"#,
            r#"{"added":{"cells":["d","0.10",""]}}"#,
            r#"{"removed":{"from":2,"cells":["b","0.62",""]}}"#,
        ]
    );
    assert_eq!(trial.made().unwrap(), [before, after]);
}

#[test]
fn rows_that_differ_are_handed_on_whole() {
    let before = "id,old,v\r\na,x,1\r\nb,y,2\r\nc,z,3\r\n";
    let after = "v,id,new\r\n3,c,n\r\n5,a,\r\n9,d,m\r\n";
    let trial = Trial::of(before, after, &["id"]);
    let mut told = Vec::new();
    each_change(
        &trial.at("before"),
        &trial.at("delta"),
        &mut |head, change| {
            assert_eq!(head, &trial.head);
            told.push(change);
            Ok(())
        },
    )
    .unwrap();
    let row = |cells: &[&str]| -> Vec<String> { cells.iter().map(|c| (*c).to_owned()).collect() };
    let changed = |before: &[&str], after: &[&str]| RowChange::Changed {
        before: row(before),
        after: row(after),
    };
    assert_eq!(
        told,
        [
            changed(&["c", "z", "3"], &["3", "c", "n"]),
            changed(&["a", "x", "1"], &["5", "a", ""]),
            RowChange::Added(row(&["9", "d", "m"])),
            RowChange::Removed(row(&["b", "y", "2"])),
        ]
    );
    fs::write(trial.at("before"), "id,v\r\na,1\r\n").unwrap();
    let refused = each_change(&trial.at("before"), &trial.at("delta"), &mut |_, _| Ok(()));
    assert!(matches!(refused, Err(Error::OtherVersion { .. })));
}

#[test]
fn without_a_key_a_changed_row_is_one_that_went_and_one_that_came() {
    let trial = Trial::of("a,b\r\n1,2\r\n3,4\r\n", "a,b\r\n3,4\r\n1,5\r\n", &[]);
    let counts = &trial.head.counts;
    assert_eq!(
        (counts.added, counts.removed, counts.changed, counts.same),
        (1, 1, 0, 1)
    );
    // A key that one of the versions lacks is none.
    let renamed = Trial::of("a,b\r\n1,2\r\n", "c,b\r\n1,2\r\n", &["a"]);
    assert!(renamed.head.key.is_empty());
    assert_eq!(renamed.made().unwrap()[1], "c,b\r\n1,2\r\n");
}

#[test]
fn columns_that_came_or_went_are_named_and_empty_ones_change_no_row() {
    let trial = Trial::of(
        "id,old,kept\r\n1,x,k\r\n2,,k\r\n",
        "kept,id,new\r\nk,1,\r\nk,2,\r\n",
        &["id"],
    );
    let counts = &trial.head.counts;
    assert_eq!(counts.columns_added, ["new"]);
    assert_eq!(counts.columns_removed, ["old"]);
    assert_eq!((counts.changed, counts.same), (1, 1));
    assert_eq!(trial.made().unwrap()[0], "id,old,kept\r\n1,x,k\r\n2,,k\r\n");
}

#[test]
fn another_order_is_told_and_every_row_stays() {
    let trial = Trial::of("id\r\n1\r\n2\r\n3\r\n", "id\r\n3\r\n1\r\n2\r\n", &["id"]);
    assert!(trial.head.counts.reordered && !trial.head.counts.is_nothing());
    assert_eq!(trial.head.counts.same, 3);
    assert_eq!(trial.lines().len(), 2);
    let same = Trial::of("id\r\n1\r\n", "id\r\n1\r\n", &["id"]);
    assert!(same.head.counts.is_nothing());
}

#[test]
fn a_changed_byte_of_a_version_or_a_delta_is_found() {
    let trial = Trial::of("id,v\r\n1,a\r\n2,b\r\n", "id,v\r\n1,a\r\n2,c\r\n", &["id"]);
    let delta = fs::read_to_string(trial.at("delta")).unwrap();
    fs::write(trial.at("delta"), delta.replace("\"c\"", "\"d\"")).unwrap();
    assert!(matches!(trial.made(), Err(Error::OtherVersion { .. })));
    fs::write(
        trial.at("delta"),
        delta.replace("{\"changed\"", "{\"chanced\""),
    )
    .unwrap();
    assert!(matches!(
        trial.made(),
        Err(Error::NotADelta { line: 3, .. })
    ));
    fs::write(trial.at("delta"), &delta).unwrap();
    fs::write(trial.at("before"), "id,v\r\n1,A\r\n2,b\r\n").unwrap();
    assert!(matches!(trial.made(), Err(Error::OtherVersion { .. })));
}

#[test]
fn what_is_no_table_is_told_with_its_row() {
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (folder.path().join("good"), folder.path().join("bad"));
    fs::write(&good, "a,b\r\n1,2\r\n").unwrap();
    for (text, row) in [
        (&b"a,b\r\n1,2\r\n1\r\n"[..], 2),
        (b"a,a\r\n1,2\r\n", 0),
        (b"a,b\r\n\xff,2\r\n", 1),
    ] {
        fs::write(&bad, text).unwrap();
        let versions = Versions {
            before: &good,
            after: &bad,
            key: &[],
        };
        let error = compare(&versions, &mut Vec::new()).unwrap_err();
        assert!(
            matches!(error, Error::NotATable { row: at, .. } if at == row),
            "{error}"
        );
    }
}

#[test]
fn rows_go_and_cells_are_emptied_where_all_that_is_named_is_met() {
    let folder = tempfile::tempdir().unwrap();
    let version = folder.path().join("version");
    let text = "id,name,tel\r\n1,\"Uno, A\",55\r\n2,Dos,66\r\n2,Dos,\r\n";
    fs::write(&version, text).unwrap();
    let without = |rows: &[[&str; 2]], columns: &[&str]| {
        let named = |[column, value]: &[&str; 2]| NamedCell {
            column: (*column).to_owned(),
            value: (*value).to_owned(),
        };
        let removal = Removal {
            rows: rows.iter().map(named).collect(),
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
        };
        let mut out = Vec::new();
        let outcome = removal.apply(&version, &mut out).unwrap();
        assert_eq!(outcome.sum.bytes, out.len() as u64);
        let text = String::from_utf8(out).unwrap();
        (outcome.rows, outcome.cells, text)
    };
    let first = "id,name,tel\r\n1,\"Uno, A\",55\r\n";
    assert_eq!(without(&[["id", "2"]], &[]), (2, 0, first.to_owned()));
    let one = "id,name,tel\r\n1,\"Uno, A\",55\r\n2,Dos,\r\n2,Dos,\r\n";
    assert_eq!(without(&[["id", "2"]], &["tel"]), (0, 1, one.to_owned()));
    let column = "id,name,tel\r\n1,\"Uno, A\",\r\n2,Dos,\r\n2,Dos,\r\n";
    assert_eq!(without(&[], &["tel", "absent"]), (0, 2, column.to_owned()));
    for unmet in [
        [["id", "1"], ["name", "Dos"]],
        [["id", "2"], ["absent", ""]],
    ] {
        assert_eq!(without(&unmet, &[]), (0, 0, text.to_owned()));
    }
}

fn table(rows: &[Vec<String>], names: &[&str]) -> String {
    let mut out = crate::row_file::writer(Vec::new());
    out.write_record(names).unwrap();
    for row in rows {
        out.write_record(&row[..names.len()]).unwrap();
    }
    String::from_utf8(out.into_inner().unwrap()).unwrap()
}

fn some_rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let row = prop::collection::vec("[ab,\"\r\n é]{0,2}", 3);
    prop::collection::vec(row, 0..200)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_two_versions_lead_to_one_another(
        before in some_rows(), after in some_rows(), is_keyed: bool, wide in 1..=3usize,
    ) {
        let before = table(&before, &["k", "v", "w"]);
        let after = table(&after, &["w", "k", "x"][..wide]);
        let key = if is_keyed { &["k"][..] } else { &[] };
        let trial = Trial::of(&before, &after, key);
        prop_assert_eq!(trial.made().unwrap(), [before, after]);
    }
}
