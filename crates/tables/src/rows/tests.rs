use super::*;

fn rows(text: &str, dialect: &TextDialect) -> Vec<Vec<String>> {
    let mut reader = TextRows::new(text.as_bytes(), dialect);
    let (mut row, mut out) = (Row::new(), Vec::new());
    while reader.read(&mut row).unwrap() {
        out.push(row.cells().map(str::to_owned).collect());
    }
    out
}

fn comma(text: &str) -> Vec<Vec<String>> {
    rows(text, &TextDialect::default())
}

#[test]
fn every_line_end_ends_a_row_and_blank_lines_stay() {
    for text in [
        "a,b\n\n1,2",
        "a,b\r\n\r\n1,2\r\n",
        "a,b\r\r1,2\r",
        "a,b\r\r\n\r\r\n1,2\r\r\n",
    ] {
        assert_eq!(
            comma(text),
            [vec!["a", "b"], vec![], vec!["1", "2"]],
            "{text:?}"
        );
    }
}

#[test]
fn quotes_newlines_and_blanks() {
    assert_eq!(comma("\"a\"\"b\",\"x\r\ny\" ,\n"), [["a\"b", "x\r\ny", ""]]);
    assert_eq!(comma("a \"b\",c"), [["a \"b\"", "c"]]);
    let spaced = TextDialect {
        skip_blanks: true,
        ..TextDialect::default()
    };
    assert_eq!(rows("1,  \"6,000\",   x", &spaced), [["1", "6,000", "x"]]);
    let escaped = TextDialect {
        escape: Some(b'\\'),
        delimiter: Some(b';'),
        ..TextDialect::default()
    };
    assert_eq!(
        rows(r#""\"Big\" \\ \n";1"#, &escaped),
        [["\"Big\" \\ \\n", "1"]]
    );
}

#[test]
fn faults_are_said() {
    let mut reader = TextRows::new("a\n\"b,\nc\n".as_bytes(), &TextDialect::default());
    let mut row = Row::new();
    assert!(reader.read(&mut row).unwrap());
    assert!(matches!(
        reader.read(&mut row),
        Err(Unreadable::Unclosed { line: 2 })
    ));
    let mut reader = TextRows::new("\"a\"b,c".as_bytes(), &TextDialect::default());
    assert!(reader.read(&mut row).unwrap() && row.stray_quote);
    assert_eq!(row.cells().collect::<Vec<_>>(), ["ab", "c"]);
}

#[test]
fn lines_and_places_are_counted() {
    let mut reader = TextRows::new(
        "# x\n\"1\n2\",é,b\nz".as_bytes(),
        &TextDialect {
            comment: Some("#".into()),
            ..TextDialect::default()
        },
    );
    let mut row = Row::new();
    assert!(reader.read(&mut row).unwrap() && row.kind == RowKind::Comment);
    assert!(reader.read(&mut row).unwrap());
    assert_eq!((row.line, row.start_of(1), row.start_of(2)), (2, 10, 13));
    assert!(reader.read(&mut row).unwrap());
    assert_eq!((row.line, row.start_of(0)), (4, 15));
    assert!(!reader.read(&mut row).unwrap());
}

proptest::proptest! {
    /// Whatever the `csv` crate writes, this reader reads back; the oracle knows nothing of this code.
    #[test]
    fn reads_what_the_csv_crate_writes(table in proptest::collection::vec(proptest::collection::vec("[a-zé\",;\n\r '\\\\]{0,6}", 2..5), 1..8)) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        proptest::prop_assert_eq!(comma(&text), table);
    }

    /// No bytes make it panic, hang or lose count of lines.
    #[test]
    fn takes_anything(text in ".{0,80}") {
        let mut reader = TextRows::new(text.as_bytes(), &TextDialect::default());
        let mut row = Row::new();
        let mut last = 0;
        while let Ok(true) = reader.read(&mut row) {
            proptest::prop_assert!(row.line > last);
            last = row.line;
        }
    }

    /// Where the text is cut makes no difference.
    #[test]
    fn reads_the_same_in_pieces(text in "[a,\"'\\\\\n\r #é]{0,40}", escape: bool, skip_blanks: bool, comment: bool) {
        let dialect = TextDialect {
            escape: escape.then_some(b'\\'),
            comment: comment.then(|| "# ".into()),
            skip_blanks,
            ..TextDialect::default()
        };
        let all = |narrow: bool| {
            let mut reader = TextRows::new(text.as_bytes(), &dialect);
            if narrow {
                reader.window.narrow();
            }
            let mut out = Vec::new();
            loop {
                let mut row = Row::new();
                match reader.read(&mut row) {
                    Ok(true) => out.push(format!("{row:?}")),
                    end => return (out, format!("{end:?}")),
                }
            }
        };
        proptest::prop_assert_eq!(all(true), all(false));
    }
}
