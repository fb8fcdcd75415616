use super::*;

fn guess(cells: &[&str]) -> FormatGuess {
    let mut guess = FormatGuess::default();
    cells.iter().for_each(|c| guess.take(c, |_, _| {}));
    guess
}

fn kind(cells: &[&str]) -> &'static str {
    match guess(cells).decide(SeparatorEvidence::Point) {
        FormatDecision::Form(form) => form.kind().id(),
        FormatDecision::DecimalMarkUnknown => "mark unknown",
        FormatDecision::DateOrderUnknown => "unknown",
    }
}

#[test]
fn text_that_looks_like_numbers_stays_text() {
    for cells in [
        &["01008", "09015"][..],
        &["+525512345678"],
        &["005:001"],
        &["12345678901234567890"],
        &["9007199254740993"],
        &["1.9", "1.10"],
        &["1e5"],
        &["1", "NA"],
        &["-0"],
        &["1,5", "2.5"],
        &["1234567890123456.789"],
    ] {
        assert_eq!(kind(cells), "string", "{cells:?}");
    }
}

#[test]
fn numbers() {
    assert_eq!(kind(&["1", "-20", "9007199254740991"]), "integer");
    assert_eq!(kind(&["1.50", "12.25", "3"]), "number");
    assert_eq!(kind(&["65.2419444", "-91.9475000"]), "number");
    assert_eq!(kind(&["6,000,000", "12"]), "integer");
    assert_eq!(kind(&["-42.35899999999999"]), "number");
}

#[test]
fn signs_and_blanks_around_numbers() {
    assert_eq!(kind(&[" 27,275.25 ", "102,809.15"]), "number");
    assert_eq!(kind(&["$1,000.00", "$20.50"]), "number");
    assert_eq!(kind(&["12 %", "7%"]), "integer");
    for mixed in [
        &["$1", "€2"][..],
        &["$1", "2"],
        &["1", "2%"],
        &["A1", "A2"],
        &["$"],
        &["1-2"],
        &["$-"],
    ] {
        assert_eq!(kind(mixed), "string", "{mixed:?}");
    }
}

#[test]
fn decimal_commas() {
    assert!(guess(&["1,7", "12,25"]).proves_comma());
    assert!(guess(&["200.000.000"]).proves_comma());
    assert!(guess(&["1.7"]).proves_point() && !guess(&["1.700"]).proves_point());
    let decided = guess(&["1.700"]).decide(SeparatorEvidence::Comma);
    assert_eq!(
        decided,
        FormatDecision::Form(CellFormat::Integer(NumberFormat {
            decimal: b',',
            group: Some('.'),
            bare: true
        }))
    );
    assert_eq!(
        guess(&["12"]).decide(SeparatorEvidence::Comma),
        FormatDecision::Form(CellFormat::Integer(NumberFormat::default()))
    );
}

#[test]
fn dates() {
    assert_eq!(kind(&["2011-01-01", "2011-12-31"]), "date");
    assert_eq!(kind(&["2014-7-1", "2014-12-31"]), "date");
    assert_eq!(kind(&["02/01/2014", "31/12/2012"]), "date");
    assert_eq!(kind(&["02/01/2014", "03/12/2012"]), "unknown");
    assert_eq!(kind(&["2/1/2014", "03/13/2012"]), "string");
    assert_eq!(kind(&["5/19/2006 0:00:00"]), "datetime");
    assert_eq!(kind(&["20150311T000000"]), "datetime");
    assert_eq!(kind(&["2022-01", "2022-12"]), "yearmonth");
    assert_eq!(kind(&["TRUE", "FALSE"]), "boolean");
    assert_eq!(kind(&["TRUE", "false"]), "string");
}

#[test]
fn three_decimals_that_could_be_thousands_stay_text_where_nothing_else_tells() {
    let unknown = |cells: &[&str]| {
        guess(cells).decide(SeparatorEvidence::LikelyComma) == FormatDecision::DecimalMarkUnknown
    };
    for either in [
        &["19.432", "20.967"][..],
        &["-99.133", "-1.234"],
        &["7,125", "12,345"],
    ] {
        assert!(unknown(either), "{either:?}");
        assert!(matches!(
            guess(either).decide(SeparatorEvidence::Comma),
            FormatDecision::Form(CellFormat::Number(_) | CellFormat::Integer(_))
        ));
    }
    for told in [
        &["19.432", "950"][..],
        &["19.432", "0.967"],
        &["1.234.567", "2.345"],
        &["7,125", "8,5"],
        &["12", "7"],
    ] {
        assert!(!unknown(told), "{told:?}");
    }
}

#[test]
fn thousands_may_be_divided_by_gaps() {
    let form = |cells: &[&str]| match guess(cells).decide(SeparatorEvidence::Point) {
        FormatDecision::Form(CellFormat::Number(form) | CellFormat::Integer(form)) => form.group,
        _ => None,
    };
    for (gap, cells) in [
        (' ', &["1 234,50", "12,25", "-987,00"][..]),
        ('\u{a0}', &["1\u{a0}234", "56"]),
        ('\u{202f}', &["12\u{202f}345,5\u{a0}€", "6,5\u{a0}€"]),
        ('’', &["1’234.50", "12’000’000.25"]),
        ('\'', &["1'234", "1'234'567"]),
    ] {
        assert_eq!(form(cells), Some(gap), "{cells:?}");
    }
    // Telephones, codes of firms, gaps in other places or in some numbers only, and two kinds of them.
    for cells in [
        &["612 345 678", "699 123 456"][..],
        &["552 100 554", "123 456 789"],
        &["55 1234", "1 234"],
        &["1 234", "1234"],
        &["1 234", "1’234"],
        &["12 34"],
        &["1 2345,6"],
        &["01 234"],
    ] {
        assert_eq!(form(cells), None, "{cells:?}");
    }
    let FormatDecision::Form(form) = guess(&["1 234,50", "12,25"]).decide(SeparatorEvidence::Comma)
    else {
        panic!("numbers")
    };
    let mut scratch = String::new();
    assert_eq!(
        form.value("1 234,50", &mut scratch),
        crate::Value::Number("1234.50")
    );
}
