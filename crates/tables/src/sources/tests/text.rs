//! What is read of texts that are not delimited as they seem, and what is said of them.

use super::table;
use crate::standalone;

/// The codes of the findings about a file with these bytes; its columns' names and its rows, where it is a table.
struct ReadText {
    codes: Vec<&'static str>,
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn told(bytes: impl AsRef<[u8]>) -> ReadText {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.csv");
    std::fs::write(&path, bytes).unwrap();
    let mut sink = Vec::new();
    let is_table = standalone::profile_file(&path, None, &mut sink)
        .unwrap()
        .is_some();
    let (columns, rows) = if is_table {
        table(&path)
    } else {
        Default::default()
    };
    let names = columns
        .iter()
        .filter_map(|column| column.rsplit_once(' '))
        .map(|(name, _)| name.to_owned())
        .collect();
    ReadText {
        codes: sink.iter().map(|d| d.code).collect(),
        names,
        rows,
    }
}

#[test]
fn very_many_columns_are_read_or_refused() {
    for (many, name) in [(20_000, "c"), (100_000, "a_rather_long_name_")] {
        for delimiter in [",", ";"] {
            let line = |cell: &dyn Fn(usize) -> String| {
                (0..many).map(cell).collect::<Vec<_>>().join(delimiter)
            };
            let text = format!(
                "{}\n{}\n",
                line(&|n| format!("{name}{n}")),
                line(&|n| (n % 10).to_string())
            );
            let told = told(text);
            if told.codes == ["data-unreadable"] {
                assert!(told.rows.is_empty());
            } else {
                assert_eq!(
                    (told.names.len(), told.rows[0].len()),
                    (many, many),
                    "{name} {:?}",
                    told.codes
                );
                assert_eq!(told.names[many - 1], format!("{name}{}", many - 1));
            }
        }
    }
}

#[test]
fn printed_tables_are_told_of() {
    let told = told(
        "Clave Lugar     Metros\n001   El Arenal     12\n002   Zapote         7\n003   La Joya       30\n004   Roble          4\n",
    );
    assert_eq!(told.names, ["Clave", "Lugar", "Metros"]);
    assert_eq!(told.rows[0], ["001", "El Arenal", "12"]);
    assert_eq!(told.codes, ["data-divided-by-blanks"]);
}

#[test]
fn code_pages_are_read_as_declared_or_guessed() {
    let told = told(b"lugar,n\nYucat\xA0n,1\nMichoac\xA0n,2\n");
    assert_eq!(told.rows, [["Yucatán", "1"], ["Michoacán", "2"]]);
    assert_eq!(told.codes, ["data-encoding-guessed"]);
}

#[test]
fn a_table_above_a_wider_one_is_no_title() {
    let wide = "id,name,sum,day\n1,Ana,3.5,2024-01-02\n2,Eva,4.5,2024-01-03\n";
    let told_of = |above: &str| told(format!("{above}\n\n{wide}")).codes;
    assert_eq!(
        told_of("town,cases\nTuxpan,3\nXalapa,4"),
        ["data-blank-rows", "data-rows-left-out"]
    );
    assert_eq!(
        told_of("Unit:,people\nYear:,2020\nCut:,2021"),
        ["data-rows-above", "data-blank-rows"]
    );
}

#[test]
fn rows_that_go_beyond_a_drawn_line_are_cut_by_their_header() {
    let told = told(
        "Key     Town               Sum\n-----   ---------          ---\n1       Tuxpan           12345\n2       San Andres Tuxtla  999\n3       Ica                  7\n",
    );
    assert_eq!(told.rows[0], ["1", "Tuxpan", "12345"]);
}
