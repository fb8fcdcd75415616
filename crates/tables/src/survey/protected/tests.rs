//! What a reader can find out of a table in which small counts are hidden, by solving its equations. Nothing here uses the
//! program's own equations: they are drawn up again from the rows as they are published.

use super::*;
use crate::disclosure::ColumnList;
use crate::home::Home;
use crate::survey::{self, ProfileDepth};
use crate::table::Table;
use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Variable};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The same numbers on each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// A table whose rows are all combinations of the values of some dimensions, the last of each of which is `Total`, and whose
/// columns of counts are `a`, `b` and their sum `both`.
struct Margins {
    names: Vec<String>,
    /// Each row's labels, and its counts.
    rows: Vec<(Vec<String>, Vec<u64>)>,
}

impl Margins {
    /// Draws a table of dimensions with so many values each, where a count is small, large or nought: the more `large`, the
    /// fewer are small.
    fn of(sizes: &[usize], columns: usize, large: u64, dice: &mut Dice) -> Margins {
        let mut rows: Vec<(Vec<String>, Vec<u64>)> = vec![(Vec::new(), Vec::new())];
        for size in sizes {
            let labels = (0..*size).map(|at| format!("v{at}"));
            let labels: Vec<String> = labels.collect();
            let longer = rows.iter().flat_map(|(row, _)| {
                labels
                    .iter()
                    .map(|label| ([row.clone(), vec![label.clone()]].concat(), Vec::new()))
            });
            rows = longer.collect();
        }
        for (_, counts) in &mut rows {
            let mut count = || match dice.below(10 + large) {
                0 | 1 => 0,
                2..5 => 1 + dice.below(4),
                5..8 => 5 + dice.below(40),
                _ => 100 + dice.below(900),
            };
            *counts = (0..columns).map(|_| count()).collect();
            if columns > 1 {
                counts.push(counts.iter().sum());
            }
        }
        for at in 0..sizes.len() {
            let mut totals: BTreeMap<Vec<String>, Vec<u64>> = BTreeMap::new();
            for (labels, counts) in &rows {
                let mut labels = labels.clone();
                labels[at] = "Total".to_owned();
                let sums = totals
                    .entry(labels)
                    .or_insert_with(|| vec![0; counts.len()]);
                sums.iter_mut()
                    .zip(counts)
                    .for_each(|(sum, count)| *sum += count);
            }
            rows.extend(totals);
        }
        Margins {
            names: (0..sizes.len()).map(|at| format!("d{at}")).collect(),
            rows,
        }
    }

    fn counts(&self) -> Vec<String> {
        let width = self.rows[0].1.len();
        ["a", "b", "both"][..width]
            .iter()
            .map(|name| (*name).to_owned())
            .collect()
    }

    fn csv(&self) -> String {
        let mut text = [self.names.clone(), self.counts()].concat().join(",") + "\n";
        for (labels, counts) in &self.rows {
            let counts: Vec<String> = counts.iter().map(u64::to_string).collect();
            writeln!(text, "{},{}", labels.join(","), counts.join(",")).unwrap();
        }
        text
    }

    fn disclosure(&self) -> Disclosure {
        let list = |column: &str, list: &[&str]| ColumnList {
            column: column.to_owned(),
            list: list.iter().map(|one| (*one).to_owned()).collect(),
        };
        let is_wide = self.counts().len() > 1;
        Disclosure {
            counts: self.counts(),
            totals: self
                .names
                .iter()
                .map(|name| list(name, &["Total"]))
                .collect(),
            total_columns: is_wide
                .then(|| list("both", &["a", "b"]))
                .into_iter()
                .collect(),
            ..Disclosure::new(Place::file("t.csv"))
        }
    }
}

/// Surveys a table of this text.
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
fn surveyed(
    text: &str,
    disclosure: Disclosure,
) -> (Option<(Table, tempfile::TempDir)>, Vec<Finding>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("t.csv"), text).unwrap();
    let file = TableFile {
        disclosure: Some(disclosure),
        ..TableFile::new("t.csv")
    };
    let mut found = Vec::new();
    let home = Home::of_publisher(folder.path());
    let table = survey::read(&file, "d", &home, ProfileDepth::Whole, &mut found);
    (table.map(|table| (table, folder)), found)
}

fn published(table: &Table) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut records = table.records().unwrap();
    while let Some(row) = records.next_row().unwrap() {
        rows.push(row.cells().map(str::to_owned).collect());
    }
    rows
}

/// Linear equations of what is published: coefficients by cell, and what they come to.
struct Attack {
    hidden: Vec<(usize, usize)>,
    equations: Vec<(Vec<(usize, f64)>, f64)>,
}

impl Attack {
    /// Draws up what a reader knows of rows whose first columns are dimensions.
    fn on(rows: &[Vec<String>], dimensions: usize) -> Attack {
        let mut hidden = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            hidden.extend(
                (dimensions..row.len())
                    .filter(|column| row[*column] == HIDDEN)
                    .map(|column| (at, column)),
            );
        }
        let mut attack = Attack {
            hidden,
            equations: Vec::new(),
        };
        let width = rows[0].len();
        for dimension in 0..dimensions {
            let mut groups: BTreeMap<Vec<&String>, Vec<usize>> = BTreeMap::new();
            for (at, row) in rows.iter().enumerate() {
                let others = (0..dimensions).filter(|other| *other != dimension);
                groups
                    .entry(others.map(|other| &row[other]).collect())
                    .or_default()
                    .push(at);
            }
            let is_total = |row: &usize| rows[*row][dimension] == "Total";
            let groups = groups.values();
            for group in groups.filter(|group| group.len() > 1 && group.iter().any(is_total)) {
                for column in dimensions..width {
                    let sign = |row: usize| {
                        if rows[row][dimension] == "Total" {
                            -1.0
                        } else {
                            1.0
                        }
                    };
                    let cells = group.iter().map(|row| (*row, column, sign(*row)));
                    attack.add(rows, cells);
                }
            }
        }
        if width - dimensions == 3 {
            for at in 0..rows.len() {
                let signs = [1.0, 1.0, -1.0];
                let cells = (0..3).map(|count| (at, dimensions + count, signs[count]));
                attack.add(rows, cells);
            }
        }
        attack
    }

    fn add(&mut self, rows: &[Vec<String>], cells: impl Iterator<Item = (usize, usize, f64)>) {
        let (mut terms, mut rest) = (Vec::new(), 0.0);
        for (row, column, sign) in cells {
            match self.hidden.iter().position(|cell| *cell == (row, column)) {
                Some(at) => terms.push((at, sign)),
                None => rest -= sign * rows[row][column].parse::<f64>().unwrap(),
            }
        }
        if !terms.is_empty() {
            self.equations.push((terms, rest));
        }
    }

    /// The least or the greatest number that a hidden cell may be.
    fn bound(&self, cell: usize, direction: OptimizationDirection) -> f64 {
        let mut problem = Problem::new(direction);
        let add = |(at, _)| problem.add_var(f64::from(at == cell), (0.0, f64::INFINITY));
        let variables: Vec<Variable> = self.hidden.iter().enumerate().map(add).collect();
        for (terms, rest) in &self.equations {
            let terms: Vec<(Variable, f64)> = terms
                .iter()
                .map(|(at, sign)| (variables[*at], *sign))
                .collect();
            problem.add_constraint(&terms[..], ComparisonOp::Eq, *rest);
        }
        match problem.solve() {
            Ok(solved) => solved.into_solution().unwrap().objective(),
            Err(Error::Unbounded) => f64::INFINITY,
            Err(error) => panic!("{error}"),
        }
    }
}

/// Protects a table, and solves its equations: each small count may be 1, and 4.
fn audit(margins: &Margins, hides_zeros: bool) -> usize {
    let disclosure = Disclosure {
        hides_zeros,
        ..margins.disclosure()
    };
    let (done, found) = surveyed(&margins.csv(), disclosure);
    let is_small = |count: u64| count < 5 && (hides_zeros || count > 0);
    let (table, _folder) = done.unwrap_or_else(|| panic!("{found:?}"));
    let rows = published(&table);
    let dimensions = margins.names.len();
    let attack = Attack::on(&rows, dimensions);
    let mut small = 0;
    for (cell, (row, column)) in attack.hidden.iter().enumerate() {
        let truth = margins.rows[*row].1[*column - dimensions];
        if !is_small(truth) {
            continue;
        }
        small += 1;
        let least = attack.bound(cell, OptimizationDirection::Minimize);
        let most = attack.bound(cell, OptimizationDirection::Maximize);
        assert!(
            least <= 1.0 + 1e-6 && most >= 4.0 - 1e-6,
            "{truth} is known to be in {least}..{most}"
        );
    }
    for (row, (labels, counts)) in rows.iter().zip(&margins.rows) {
        for (cell, truth) in row[dimensions..].iter().zip(counts) {
            assert!(
                cell == HIDDEN || *cell == truth.to_string() && !is_small(*truth),
                "{labels:?}"
            );
        }
    }
    // The row of all together is below a table of one dimension, and no row of it.
    let published = margins.rows.iter().take(rows.len());
    let counts = published.flat_map(|(_, counts)| counts);
    assert_eq!(small, counts.filter(|count| is_small(**count)).count());
    small
}

#[test]
fn no_small_count_is_found_out_by_solving_the_equations() {
    let mut dice = Dice(18);
    let mut small = 0;
    let shapes: &[(&[usize], usize)] = &[
        (&[6], 1),
        (&[3], 2),
        (&[4, 5], 1),
        (&[2, 9], 1),
        (&[3, 4], 2),
        (&[2, 3, 4], 1),
        (&[2, 2, 3], 2),
        (&[2, 2, 2, 2], 1),
    ];
    for (sizes, columns) in shapes.iter().cycle().take(4 * shapes.len()) {
        let margins = Margins::of(sizes, *columns, 0, &mut dice);
        small += audit(&margins, false);
        small += audit(&margins, true);
    }
    assert!(small > 500, "{small}");
}

#[test]
fn a_large_table_keeps_most_of_its_counts() {
    let mut dice = Dice(7);
    for (sizes, columns, most) in [
        (&[300, 12][..], 1, 3),
        (&[120, 5, 2], 1, 6),
        (&[150, 6], 2, 6),
    ] {
        let margins = Margins::of(sizes, columns, 40, &mut dice);
        let (done, _) = surveyed(&margins.csv(), margins.disclosure());
        let (table, _folder) = done.unwrap();
        let hidden = table.protection.unwrap().hidden;
        let counts = margins.rows.iter().flat_map(|row| &row.1);
        let small = counts.filter(|count| (1..5).contains(*count)).count() as u64;
        assert!(hidden < most * small);
    }
}

/// A table of states, each with towns of its own and a total, and a total of all states.
fn nested(dice: &mut Dice) -> Margins {
    let mut rows = Vec::new();
    let row =
        |state: &str, town: &str, count| (vec![state.to_owned(), town.to_owned()], vec![count]);
    let mut all = 0;
    for state in 0..5 {
        let mut sum = 0;
        for town in 0..=dice.below(6) {
            let count = [0, 2, 3, 9, 40, 700][usize::try_from(dice.below(6)).unwrap()];
            rows.push(row(&format!("s{state}"), &format!("t{town}"), count));
            sum += count;
        }
        rows.push(row(&format!("s{state}"), "Total", sum));
        all += sum;
    }
    rows.push(row("Total", "Total", all));
    // One more row, so that the last is none of those that are below a table.
    rows.push(row("s9", "t9", 77));
    Margins {
        names: vec!["d0".into(), "d1".into()],
        rows,
    }
}

#[test]
fn totals_of_totals_do_not_give_a_small_count_away() {
    let mut dice = Dice(3);
    for _ in 0..12 {
        audit(&nested(&mut dice), false);
    }
}

fn list(column: &str, list: &[&str]) -> ColumnList {
    ColumnList {
        column: column.to_owned(),
        list: list.iter().map(|one| (*one).to_owned()).collect(),
    }
}

/// A declaration of the counts `n`, by `sex` with these totals and by `town`.
fn by_sex(totals: &[&str]) -> Disclosure {
    Disclosure {
        counts: vec!["n".into()],
        dimensions: vec!["town".into()],
        totals: vec![list("sex", totals)],
        ..Disclosure::new(Place::file("t.csv"))
    }
}

/// The reason for which a table is not protected; none where it is.
fn reason(text: &str, disclosure: Disclosure) -> Option<String> {
    let (done, found) = surveyed(text, disclosure);
    let finding = found
        .iter()
        .find(|one| one.code == codes::PERSONAL_NOT_PROTECTED);
    assert_eq!(done.is_none(), finding.is_some());
    let (_, reason) = finding?.args.iter().find(|(name, _)| *name == "reason")?;
    Some(format!("{reason:?}"))
}

#[test]
fn a_declaration_that_cannot_be_met_keeps_the_table_from_being_read() {
    const TEXT: &str = "town,sex,n\nA,f,7\nA,m,9\nA,Total,16\nB,f,3\nB,m,9\nB,Total,12\nC,f,30\n";
    assert_eq!(reason(TEXT, by_sex(&["Total"])), None);
    for (why, text, disclosure) in [
        ("label", TEXT, by_sex(&["Total", "Totla"])),
        (
            "total-row",
            TEXT,
            Disclosure {
                dimensions: vec!["town".into(), "sex".into()],
                totals: Vec::new(),
                ..by_sex(&[])
            },
        ),
        (
            "repeated",
            TEXT,
            Disclosure {
                dimensions: Vec::new(),
                ..by_sex(&["Total"])
            },
        ),
        (
            "column",
            TEXT,
            Disclosure {
                counts: vec!["m".into()],
                ..by_sex(&["Total"])
            },
        ),
        (
            "declaration",
            TEXT,
            Disclosure {
                is_broken: true,
                ..by_sex(&["Total"])
            },
        ),
        ("not-whole", "town,sex,n\nA,f,7\nA,m,many\n", by_sex(&[])),
        ("not-whole", "town,sex,n\nA,f,7.5\nA,m,3\n", by_sex(&[])),
        ("not-whole", "town,sex,n\nA,f,-7\nA,m,3\n", by_sex(&[])),
        (
            "total-column",
            "town,sex,n,total\nA,f,7,9\nA,m,3,9\n",
            by_sex(&[]),
        ),
        (
            "no-count",
            TEXT,
            Disclosure {
                hide_with: vec![list("town", &["n"])],
                ..by_sex(&["Total"])
            },
        ),
        (
            "column-sum",
            TEXT,
            Disclosure {
                total_columns: vec![list("n", &["n"])],
                ..by_sex(&["Total"])
            },
        ),
    ] {
        let found = reason(text, disclosure).unwrap_or_default();
        assert!(found.contains(&format!("\"{why}\"")), "{why}: {found}");
    }
}

#[test]
fn what_is_computed_of_a_hidden_count_is_hidden_and_a_note_with_numbers_is_not_told() {
    let text =
        "town,n,share\nA,3,1.5\nB,97,48.5\nC,100,50.0\nTotal,200,100.0\n\nSource: the office\n";
    let disclosure = Disclosure {
        counts: vec!["n".into()],
        totals: vec![list("town", &["Total"])],
        hide_with: vec![list("n", &["share"])],
        ..Disclosure::new(Place::file("t.csv"))
    };
    let (done, found) = surveyed(text, disclosure);
    let (table, _folder) = done.unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(
        published(&table),
        [
            ["A", HIDDEN, HIDDEN],
            ["B", "97", HIDDEN],
            ["C", "100", HIDDEN]
        ],
        "a share of 48.5 that is 97 would give the total away"
    );
    assert!(
        found
            .iter()
            .all(|one| one.code != codes::PERSONAL_COMPUTED_COLUMNS)
    );
    let notes: Vec<&str> = table.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["Source: the office"]);
    assert_eq!(table.columns[1].kind.id(), "integer");
    assert_eq!(table.columns[1].profile.min.as_deref(), Some("97"));
    assert!(table.columns[1].is_missing(HIDDEN) && !table.columns[0].is_missing(HIDDEN));
    assert_eq!(table.preview[0][1].as_deref(), Some(HIDDEN));
}

#[test]
fn a_part_without_a_value_is_one_that_nobody_knows() {
    let text = "town,sex,n\nA,f,2\nA,m,\nA,Total,9\nB,f,12\nB,m,30\nB,Total,42\nC,f,30\n";
    let (done, _) = surveyed(text, by_sex(&["Total"]));
    let (table, _folder) = done.unwrap();
    // 2 and what is lacking are 9: the first may be any number up to that.
    assert_eq!(table.protection.unwrap().hidden, 1);
}

#[test]
fn too_many_counts_are_refused_with_the_name_of_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    #[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
    std::fs::write(folder.path().join("t.csv"), "town,n\nA,1\nB,2\nC,3\n").unwrap();
    let mut file = TableFile::new("t.csv");
    file.disclosure = Some(Disclosure {
        counts: vec!["n".into()],
        dimensions: vec!["town".into()],
        ..Disclosure::new(Place::file("t.csv"))
    });
    assert!(file.limits.set("counted_cells", 2));
    let mut found = Vec::new();
    let home = Home::of_publisher(folder.path());
    let table = survey::read(&file, "d", &home, ProfileDepth::Whole, &mut found);
    let said = format!("{found:?}");
    assert!(
        table.is_none() && said.contains("too-many") && said.contains("counted_cells"),
        "{said}"
    );
}

#[test]
fn rare_combinations_are_counted_and_no_value_of_theirs_is_told() {
    let text = "sex,age,town,wage\nf,30,A,1\nf,30,A,2\nm,41,B,3\nf,30,A,4\n m ,41,B,5\n";
    let disclosure = |at_least| Disclosure {
        quasi_identifiers: vec!["sex".into(), "age".into(), "town".into()],
        at_least: Some(at_least),
        ..Disclosure::new(Place::file("t.csv"))
    };
    let (done, found) = surveyed(text, disclosure(3));
    let combinations = done.unwrap().0.protection.unwrap().combinations.unwrap();
    assert_eq!(combinations.fewest, 2);
    let rare = found
        .iter()
        .find(|one| one.code == codes::PERSONAL_RARE_COMBINATIONS)
        .unwrap();
    let said = format!("{:?}", rare.args);
    assert!(said.contains("\"rows\"") && !said.contains("41"), "{said}");
    let (_, found) = surveyed(text, disclosure(2));
    assert!(
        found
            .iter()
            .all(|one| one.code != codes::PERSONAL_RARE_COMBINATIONS)
    );
}
