use super::*;

/// The cells of a table that is cut where its columns were told to begin; none where they were not.
fn cells(text: &str) -> Vec<Vec<String>> {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let Some(CellRanges { starts, .. }) = printed_columns(&lines) else {
        return Vec::new();
    };
    let cut = |line: &&str| {
        let line = PrintedLine::new(line);
        let ends = starts.iter().copied().chain([usize::MAX >> 1]);
        let begins = std::iter::once(0).chain(starts.iter().copied());
        begins
            .zip(ends)
            .map(|(from, to)| line.text(&(from..to.min(line.0.len().max(from)))))
            .collect()
    };
    lines.iter().map(cut).collect()
}

fn second(text: &str) -> Vec<String> {
    cells(text).into_iter().nth(1).unwrap_or_default()
}

#[test]
fn one_blank_or_two_between_columns() {
    let towns = "CODE TOWN     N\n001  De Soto  5\n002  La Paz  12\n003  Adams    7\n004  Baker   99\n005  Ica      1";
    assert_eq!(second(towns), ["001", "De Soto", "5"]);
    let frame = "id carat       cut color price\n1      0.23     Ideal     E   326\n2      0.21   Premium     E   326\n\
                 3      0.23      Good     E   327\n4      0.29   Premium     I   334";
    assert_eq!(second(frame), [] as [&str; 0]);
    let aligned = "id carat     cut price\n 1  0.23   Ideal   326\n 2  0.21 Premium    32\n 3  0.23    Good     7\n10  0.29     Bad   334";
    assert_eq!(second(aligned), ["1", "0.23", "Ideal", "326"]);
    let words = "NAME    SURNAME TOWN\nANA     LOPEZ   TUXPAN\nEVA     CRUZ    LEON\nLUISA   PAZ     ICA\nMIRELLA GOMEZ   LEON";
    assert_eq!(second(words), ["ANA", "LOPEZ", "TUXPAN"]);
}

#[test]
fn words_of_one_cell_and_groups_of_digits_stay_together() {
    let towns = "KEY TOWN         PEOPLE\n001 San Luis      1 234\n002 San Juan     12 345\n003 San Blas    123 456\n\
                 004 San Dimas     9 001\n005 San Mateo    77 000\n006 San Lucas     1 100";
    assert_eq!(second(towns), ["001", "San Luis", "1 234"]);
    let streets = "Street and no Town\nCalle Sol 1   Ica\nCalle Luna 2  Lima\nCalle Mar 33  Ica\nCalle Rio 4   Cusco";
    assert_eq!(second(streets), ["Calle Sol 1", "Ica"]);
}

#[test]
fn names_longer_than_cells_or_apart_from_them() {
    let long = "Municipio Poblacion Area\nIca               123  4.5\nLima              456  7.8\nCusco              12  9.1";
    assert_eq!(second(long), [] as [&str; 0]);
    let left = "Town      People    Area\nIca          123     4.5\nLima        4560    17.8\nCusco         12     9.1";
    assert_eq!(second(left), ["Ica", "123", "4.5"]);
    let group = "              2023       2024\nTown      Men  Women  Men  Women\nIca        12     13   14     15\n\
                 Lima      120    130   14     15\nCusco       1      3    4      5";
    assert_eq!(second(group), ["Town", "Men", "Women", "Men", "Women"]);
}

#[test]
fn groups_that_stand_over_the_middle_of_their_columns_name_none() {
    let groups = |first: &str| {
        let lines = [
            first,
            "Town      Men  Women  Men  Women",
            "Ica        12     13   14     15",
            "Lima      120    130   14     15",
        ];
        printed_columns(&[&lines[..], &["Cusco       1      3    4      5"]].concat())
            .map(|places| places.groups)
    };
    assert_eq!(
        groups("            2023          2024"),
        Some(vec!["            2023          2024".to_owned()])
    );
    assert_eq!(groups("          2023        2024"), Some(Vec::new()));
}

#[test]
fn missing_cells_and_cells_that_are_too_long() {
    let sparse = "Id  Town      Sum\n1   Ica        12\n2              300\n3   Lima\n4   Cusco       7\n5   Tacna      11";
    assert_eq!(cells(sparse)[2..4], [["2", "", "300"], ["3", "Lima", ""]]);
    let long = "Id  Town     Sum\n1   Ica       12\n2   Lima     300\n3   San Andres Tuxtla 9\n4   Cusco      7\n\
                5   Tacna     11\n6   Piura      8";
    assert_eq!(second(long), ["1", "Ica", "12"]);
}

#[test]
fn titles_and_notes_part_no_columns() {
    let titled = "Register of towns, June 2024\nId  Town     Sum\n1   Ica       12\n2   Lima     300\n3   Piura      9\n\
                  Source: an office, with data of its own.";
    assert_eq!(cells(titled)[2], ["1", "Ica", "12"]);
}

#[test]
fn prose_and_lists_are_no_tables() {
    for text in [
        "one line\ntwo lines\nsix lines\nten lines\nthe last\nthe end",
        "One  line of text\nand another  one here\na third one, longer\nand  the last of them",
        "Street\nCalle Sol 12\nCalle Luna 13\nCalle Mar 14\nCalle Rio 15",
        "name\nAna Lopez\nEva Cruz\nLuis Paz\nAda Gil",
    ] {
        assert_eq!(second(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn a_table_without_a_header_is_cut_too() {
    let table =
        "001  Ica      12\n002  Lima    300\n003  Cusco     7\n004  Piura    11\n005  Tacna     9";
    assert_eq!(second(table), ["002", "Lima", "300"]);
}
