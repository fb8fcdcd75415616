//! Copies without personal data: what is to be taken out is gone, every other byte is as it was, and the original is in
//! nothing that is published.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes its files and reads the copies"
)]

use crate::driver::{Outcome, Portal, ended, files_below, most_held, tragaluz};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tragaluz_tables::redact::{
    CopyForm, RedactionPolicy, RedactionReport, RedactionSource, masked_in, redact,
};
use tragaluz_tables::{Limits, Onlooker};

/// Addresses that nobody has: `.test` is reserved.
const PLANTED: &[&str] = &["ana@correo.test", "e.v_a+1@sub.oficina.test", "X9@a-b.test"];
const MARKER: &str = "[e-mail]";

/// A piece of a cell.
#[derive(Debug, Clone)]
enum Piece {
    Plain(String),
    Planted(usize),
}

/// A cell with its planted values, or with markers in their place.
fn cell(pieces: &[Piece], is_redacted: bool) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Plain(text) => text.as_str(),
        Piece::Planted(_) if is_redacted => MARKER,
        Piece::Planted(which) => PLANTED[*which],
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// How a table is written.
#[derive(Debug, Clone, Copy)]
struct Writing {
    delimiter: char,
    end: &'static str,
    quotes_all: bool,
    encoding: Encoding,
    has_title: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Encoding {
    Utf8,
    Marked,
    Windows,
    Utf16,
    Utf32,
}

impl Writing {
    fn cell(self, text: &str) -> String {
        let needs = text.contains([self.delimiter, '"', '\n', '\r']);
        if self.quotes_all || needs {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.to_owned()
        }
    }

    fn table(self, rows: &[Vec<String>]) -> Vec<u8> {
        let mut text = String::new();
        if self.has_title {
            text.push_str("Informe de la oficina");
            text.push_str(self.end);
        }
        for row in rows {
            let cells: Vec<String> = row.iter().map(|cell| self.cell(cell)).collect();
            text.push_str(&cells.join(&self.delimiter.to_string()));
            text.push_str(self.end);
        }
        self.encoding.encode(&text)
    }
}

impl Encoding {
    fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Marked => format!("\u{feff}{text}").into_bytes(),
            Encoding::Windows => text.chars().map(|c| u8::try_from(c).unwrap()).collect(),
            Encoding::Utf16 => format!("\u{feff}{text}")
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
            Encoding::Utf32 => format!("\u{feff}{text}")
                .chars()
                .flat_map(|c| u32::from(c).to_be_bytes())
                .collect(),
        }
    }
}

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        4 => "[a-zñáé ,;.\"\n]{0,12}".prop_map(Piece::Plain),
        1 => (0..PLANTED.len()).prop_map(Piece::Planted),
    ]
}

fn writing() -> impl Strategy<Value = Writing> {
    let encodings = prop_oneof![
        Just(Encoding::Utf8),
        Just(Encoding::Marked),
        Just(Encoding::Windows),
        Just(Encoding::Utf16),
        Just(Encoding::Utf32),
    ];
    let ends = prop_oneof![Just("\n"), Just("\r\n")];
    let delimiters = prop_oneof![Just(','), Just(';'), Just('\t')];
    (delimiters, ends, any::<bool>(), encodings, any::<bool>()).prop_map(
        |(delimiter, end, quotes_all, encoding, has_title)| Writing {
            delimiter,
            end,
            quotes_all,
            encoding,
            has_title,
        },
    )
}

/// The rows of a table: a number, a word of an office, and a note.
fn rows(notes: &[Vec<Piece>], is_redacted: bool) -> Vec<Vec<String>> {
    let header = ["folio", "oficina", "nota", "año"]
        .map(str::to_owned)
        .to_vec();
    let rows = notes.iter().enumerate().map(|(n, note)| {
        let note = cell(note, is_redacted);
        vec![
            format!("F-{n:03}"),
            format!("Dirección {}", n % 3),
            note,
            (2000 + n).to_string(),
        ]
    });
    std::iter::once(header).chain(rows).collect()
}

/// A policy that takes out e-mails.
fn e_mails() -> RedactionPolicy {
    RedactionPolicy {
        kinds: BTreeSet::from(["e-mail"]),
        ..RedactionPolicy::default()
    }
}

/// A copy of these bytes as a file of this name.
fn copied(
    name: &str,
    bytes: &[u8],
    policy: &RedactionPolicy,
) -> (Vec<u8>, RedactionReport, CopyForm) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let limits = Limits::default();
    let source = RedactionSource {
        folder: folder.path(),
        name,
        limits: &limits,
        onlooker: &Onlooker::default(),
    };
    let form = source.form().unwrap();
    let mut out = Vec::new();
    let mut found = Vec::new();
    let report = redact(&source, form, policy, &mut out, &mut found).unwrap();
    let report = report.unwrap_or_else(|| panic!("{found:?}"));
    let copy = RedactionSource {
        name: "copy.csv",
        ..source
    };
    let copy = RedactionSource {
        name: if form == CopyForm::Delimited {
            copy.name
        } else {
            name
        },
        ..copy
    };
    fs::write(folder.path().join(copy.name), &out).unwrap();
    assert!(masked_in(&copy, form, policy).unwrap().is_empty());
    (out, report, form)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_other_byte_of_a_table_is_as_it_was(
        notes in prop::collection::vec(prop::collection::vec(piece(), 1..4), 3..9),
        writing in writing(),
    ) {
        let (file, expected) = (writing.table(&rows(&notes, false)), writing.table(&rows(&notes, true)));
        let (copy, report, _) = copied("t.csv", &file, &e_mails());
        prop_assert_eq!(String::from_utf8_lossy(&copy), String::from_utf8_lossy(&expected));
        prop_assert_eq!(report.written_anew, None);
        let (again, report, _) = copied("t.csv", &copy, &e_mails());
        prop_assert!(again == copy && !report.is_changed());
    }

    #[test]
    fn columns_are_cut_out_and_nothing_else(
        notes in prop::collection::vec(prop::collection::vec(piece(), 1..4), 3..9),
        writing in writing(),
        columns in prop::sample::subsequence(vec![0usize, 1, 2, 3], 1..4),
    ) {
        let rows = rows(&notes, true);
        let kept = |row: &Vec<String>| {
            let cells = row.iter().enumerate().filter(|(at, _)| !columns.contains(at));
            cells.map(|(_, cell)| cell.clone()).collect::<Vec<_>>()
        };
        let policy = RedactionPolicy {
            columns: columns.iter().map(|at| rows[0][*at].clone()).collect(),
            ..e_mails()
        };
        let (copy, report, _) = copied("t.csv", &writing.table(&rows), &policy);
        let expected = writing.table(&rows.iter().map(kept).collect::<Vec<_>>());
        prop_assert_eq!(String::from_utf8_lossy(&copy), String::from_utf8_lossy(&expected));
        let left_out = report.tables[0].columns.iter().filter(|column| column.is_left_out);
        prop_assert_eq!(left_out.count(), columns.len());
    }

    #[test]
    fn every_other_byte_of_json_is_as_it_was(
        notes in prop::collection::vec(prop::collection::vec(piece(), 1..4), 1..6),
        escapes_at in any::<bool>(),
        blanks in "[ \n]{0,3}",
    ) {
        let object = |(n, note): (usize, &Vec<Piece>), is_redacted: bool| {
            let mut text = serde_json::to_string(&cell(note, is_redacted)).unwrap();
            if escapes_at {
                text = text.replace('@', "\\u0040").replace('á', "\\u00E1");
            }
            format!("{{{blanks}\"n\":{blanks}{n},\"note\" : {text}{blanks}, \"deep\": {{\"list\": [1, {text}]}}}}")
        };
        let document = |is_redacted| {
            let objects = notes.iter().enumerate().map(|one| object(one, is_redacted));
            format!("[{blanks}{}]\n", objects.collect::<Vec<_>>().join(&format!(",{blanks}")))
        };
        let (copy, _, form) = copied("t.json", document(false).as_bytes(), &e_mails());
        prop_assert_eq!(form, CopyForm::Json);
        prop_assert_eq!(String::from_utf8(copy).unwrap(), document(true));
    }

    #[test]
    fn members_are_cut_out_of_json_and_it_stays_json(
        cut in prop::sample::subsequence(vec!["a", "b", "c", "d"], 1..4),
        order in Just(vec!["a", "b", "c", "d"]).prop_shuffle(),
        blanks in "[ \n]{0,3}",
    ) {
        let value = |name: &str| match name {
            "a" => "{\"b\": 1, \"x\": [\"c\", {\"d\": 2}]}".to_owned(),
            other => format!("\"{other},}}\""),
        };
        let members: Vec<String> = order.iter().map(|n| format!("\"{n}\"{blanks}: {}", value(n))).collect();
        let document = format!("[{{{blanks}{}{blanks}}}, {{}}]", members.join(&format!("{blanks},{blanks}")));
        let policy = RedactionPolicy {
            columns: cut.iter().map(|name| (*name).to_owned()).collect(),
            ..e_mails()
        };
        let (copy, ..) = copied("t.json", document.as_bytes(), &policy);
        let copy: serde_json::Value = serde_json::from_slice(&copy).unwrap();
        let mut expected: serde_json::Value = serde_json::from_str(&document).unwrap();
        remove(&mut expected, &cut);
        prop_assert_eq!(copy, expected);
    }
}

/// Removes members of these names at every depth.
fn remove(value: &mut serde_json::Value, names: &[&str]) {
    match value {
        serde_json::Value::Object(members) => {
            members.retain(|name, _| !names.contains(&name.as_str()));
            members.values_mut().for_each(|value| remove(value, names));
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|value| remove(value, names)),
        _ => {}
    }
}

/// Runs `tragaluz redact` in a folder.
fn run(folder: &Path, args: &[&str]) -> Outcome {
    ended(tragaluz().arg("redact").args(args).current_dir(folder))
}

/// Whether a planted value is in these bytes, as UTF-8 or as UTF-16, or in what is packed in them.
fn holds_planted(name: &str, bytes: &[u8]) -> bool {
    let is_in =
        |bytes: &[u8], planted: &[u8]| bytes.windows(planted.len()).any(|part| part == planted);
    let own = PLANTED.iter().any(|planted| {
        let wide: Vec<u8> = planted.encode_utf16().flat_map(u16::to_le_bytes).collect();
        is_in(bytes, planted.as_bytes()) || is_in(bytes, &wide)
    });
    let packed = zip::ZipArchive::new(std::io::Cursor::new(bytes)).is_ok_and(|mut zip| {
        (0..zip.len()).any(|at| {
            let mut member = zip.by_index(at).unwrap();
            let (name, mut bytes) = (member.name().unwrap().into_owned(), Vec::new());
            member.read_to_end(&mut bytes).unwrap();
            holds_planted(&name, &bytes)
        })
    });
    let mut unpacked = Vec::new();
    let is_gzip = name.ends_with(".gz")
        && flate2::read::GzDecoder::new(bytes)
            .read_to_end(&mut unpacked)
            .is_ok();
    own || packed || is_gzip && holds_planted("", &unpacked)
}

#[test]
fn the_original_is_in_nothing_that_is_published() {
    let table = format!(
        "folio,nota\nA-1,{}\nA-2,libre\nA-3,{}\n",
        PLANTED[0], PLANTED[1]
    );
    let page = format!(
        "---\ntitle: Aviso\n---\nEscriba a {} cuando guste.\n",
        PLANTED[2]
    );
    let portal = Portal::new()
        .file("data/quejas/quejas.csv", &table)
        .file("data/quejas/dataset.md", "---\ntitle: Quejas\nresources:\n  - path: quejas.csv\n    title: Las quejas\n---\nUn texto.\n")
        .file("data/sueltas.csv", &table)
        .file("content/aviso.md", &page)
        .file("content/aviso.en.md", "---\ntitle: Notice\n---\nWrite to us.\n")
        .file("content/enlaces.md", "---\ntitle: Enlaces\n---\n[Un aviso](aviso.md), [una tabla](../data/quejas/quejas.csv), ![Una foto](foto.jpg)\n");
    portal.write("content/foto.jpg", &picture().1);
    for file in [
        "data/quejas/quejas.csv",
        "data/sueltas.csv",
        "content/aviso.md",
        "content/foto.jpg",
    ] {
        let outcome = run(portal.root(), &[file]);
        outcome.assert_code(0);
        assert!(outcome.out.contains("it publishes"), "{}", outcome.said());
        assert!(!holds_planted("", outcome.said().as_bytes()));
    }
    let built = portal.build();
    built.assert_published();
    assert_eq!(
        built.of_code("file-withheld").len(),
        4,
        "{:?}",
        built.codes()
    );
    // Addresses are those that the originals would have.
    assert_eq!(built.json("catalog.json")["datasets"][0]["id"], "quejas");
    for path in ["datasets/quejas/quejas.csv", "datasets/sueltas/sueltas.csv"] {
        assert!(built.text(path).contains("A-1,[e-mail]"), "{path}");
    }
    assert!(
        built.text("aviso.html").contains("[e-mail]")
            && built.text("en/aviso.html").contains("Notice")
    );
    let links = built.text("enlaces.html");
    for address in ["aviso.html", "datasets/quejas/quejas.csv"] {
        assert!(links.contains(&format!("href=\"{address}\"")), "{links}");
    }
    assert!(links.contains("<img"), "{links}");
    let all = files_below(portal.root());
    let holding: Vec<&str> = all
        .iter()
        .filter(|(path, bytes)| holds_planted(path, bytes))
        .map(|(path, _)| path.as_str())
        .collect();
    let originals = [
        "content/aviso.md",
        "content/foto.jpg",
        "data/quejas/quejas.csv",
        "data/sueltas.csv",
    ];
    assert_eq!(holding, originals, "and no byte in public/ or the cache");
}

/// A picture, and the same with words of a camera in it.
fn picture() -> (Vec<u8>, Vec<u8>) {
    let pixels = image::RgbImage::from_fn(40, 30, |x, y| {
        let [red, green] = [x * 6, y * 8].map(|shade| u8::try_from(shade).unwrap());
        image::Rgb([red, green, 90])
    });
    let mut plain = std::io::Cursor::new(Vec::new());
    pixels
        .write_to(&mut plain, image::ImageFormat::Jpeg)
        .unwrap();
    let plain = plain.into_inner();
    let remark = format!("Foto de {}", PLANTED[0]);
    let length = u16::try_from(remark.len() + 2).unwrap().to_be_bytes();
    let marked = [
        &plain[..2],
        &[0xFF, 0xFE],
        &length,
        remark.as_bytes(),
        &plain[2..],
    ]
    .concat();
    (plain, marked)
}

#[test]
fn a_picture_keeps_its_pixels_and_nothing_else() {
    let (plain, marked) = picture();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("Foto.JPG"), &marked).unwrap();
    let outcome = run(folder.path(), &["Foto.JPG"]);
    outcome.assert_code(0);
    assert!(
        outcome.out.contains("Taken out of the file"),
        "{}",
        outcome.said()
    );
    assert_eq!(
        fs::read(folder.path().join("Foto.redacted.JPG")).unwrap(),
        plain
    );
}

#[test]
fn a_workbook_is_made_anew_of_its_values() {
    let folder = tempfile::tempdir().unwrap();
    let table = format!(
        "clave,nota,alta,monto\n00123,{},2024-01-31,1.25\n00456,\"a, b\",2024-02-29,20.25\n",
        PLANTED[0]
    );
    fs::write(folder.path().join("t.csv"), table).unwrap();
    for format in ["xlsx", "ods"] {
        let name = format!("t.{format}");
        ended(
            tragaluz()
                .args(["convert", "t.csv", &name])
                .current_dir(folder.path()),
        )
        .assert_code(0);
        run(folder.path(), &[&name, "out.xlsx", "--force"]).assert_code(0);
        let bytes = fs::read(folder.path().join("out.xlsx")).unwrap();
        assert!(!holds_planted("", &bytes));
        let csv = ended(
            tragaluz()
                .args(["convert", "out.xlsx/data", "-"])
                .current_dir(folder.path()),
        );
        let expected = "clave,nota,alta,monto\n00123,[e-mail],2024-01-31,1.25\n00456,\"a, b\",2024-02-29,20.25\n";
        assert_eq!(csv.out.replace('\r', ""), expected, "{format}: {}", csv.err);
    }
}

#[test]
fn what_cannot_be_done_rightly_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let table = format!("folio,nota\nA-1,{}\n", PLANTED[0]);
    fs::write(here.join("t.csv"), &table).unwrap();
    fs::write(here.join("other.csv"), "mine").unwrap();
    fs::write(
        here.join("page.csv"),
        "<html><body><p>No data today.</p></body></html>",
    )
    .unwrap();
    fs::write(
        here.join("printed.txt"),
        "clave  nombre   n\n-----  ------  --\n1      Ana      2\n2      Eva     13\n",
    )
    .unwrap();
    fs::write(here.join("binary.csv"), b"%PDF-1.7\n\x01\x02\x03\x04").unwrap();
    fs::write(here.join("a.json"), "{\"a\": \"open").unwrap();
    fs::write(here.join("ana@correo.test.csv"), "a,b\n1,2\n").unwrap();
    for name in [
        "a.pdf",
        "a.docx",
        "a.zip",
        "a.png",
        "a.gif",
        "a.bin",
        "dataset.md",
    ] {
        fs::write(here.join(name), "x").unwrap();
    }
    let before = files_below(here);
    let refused: &[(&[&str], i32, &str)] = &[
        (&["t.csv", "t.csv", "--force"], 2, "same file"),
        (&["t.csv", "./t.csv", "--force"], 2, "same file"),
        (&["t.csv", "other.csv"], 2, "is there already"),
        (&["t.csv", "copy.xlsx"], 2, "cannot be called"),
        (&["t.csv", "--columns", "folio,nota"], 2, "Every column"),
        (&["t.csv", "--columns", "Notas"], 2, "Did you mean “nota”"),
        (&["t.csv", "--only", "e-mial"], 2, "Did you mean “e-mail”"),
        (&["page.csv"], 1, "web page"),
        (&["printed.txt", "--columns", "nombre"], 2, "fixed places"),
        (&["binary.csv"], 1, "not text"),
        (&["a.json"], 2, "never closed"),
        (&["ana@correo.test.csv"], 2, "name of the file itself"),
        (&["a.pdf"], 2, "PDF"),
        (&["a.docx"], 2, "office"),
        (&["a.zip"], 2, "several files"),
        (&["a.png"], 2, "not the picture"),
        (&["a.gif"], 2, "picture"),
        (&["a.bin"], 2, "neither a table nor a text"),
        (&["dataset.md"], 2, "programs look for it"),
        (&["."], 2, "not a file"),
        (&["absent.csv"], 2, "no such file"),
    ];
    for (args, code, words) in refused {
        let outcome = run(here, args);
        outcome.assert_code(*code);
        assert!(outcome.err.contains(words), "{args:?}: {}", outcome.said());
        assert!(
            !outcome.err.contains("ana@correo"),
            "{args:?}: {}",
            outcome.said()
        );
        assert_eq!(files_below(here), before, "{args:?}");
    }
}

#[test]
fn programs_are_told_counts_and_no_value() {
    let folder = tempfile::tempdir().unwrap();
    let table = format!(
        "folio,nota,correo\nA-1,{0},{1}\nA-2,{0} y {1},\n",
        PLANTED[0], PLANTED[1]
    );
    fs::write(folder.path().join("t.csv"), table).unwrap();
    let outcome = run(
        folder.path(),
        &["t.csv", "--columns", "Correo", "--format", "json"],
    );
    outcome.assert_code(0);
    assert!(!holds_planted("", outcome.said().as_bytes()));
    let told: serde_json::Value = serde_json::from_str(&outcome.out).unwrap();
    let columns = &told["tables"][0]["columns"];
    assert_eq!(columns[1]["masked"]["e-mail"], 2, "cells, not values");
    assert_eq!(
        (&columns[2]["left_out"], &columns[2]["masked"]["e-mail"]),
        (&true.into(), &1.into())
    );
    assert_eq!(
        (&told["original"], &told["out"]),
        (&"elsewhere".into(), &"t.redacted.csv".into())
    );
}

#[test]
fn memory_does_not_grow_with_the_file() {
    if !Path::new("/proc/self/status").is_file() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let peaks = [40_000, 160_000].map(|rows| {
        let rows: String = (0..rows)
            .map(|n| format!("F-{n:07},p{n}@correo.test,{}\n", n % 97))
            .collect();
        fs::write(
            folder.path().join("t.csv"),
            format!("folio,correo,n\n{rows}"),
        )
        .unwrap();
        let mut child = tragaluz()
            .args(["redact", "t.csv", "out.csv", "--force"])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut peak = 0;
        while child.try_wait().unwrap().is_none() {
            peak = peak.max(most_held(child.id()));
            std::thread::sleep(Duration::from_millis(5));
        }
        peak
    });
    assert!(peaks[1] <= peaks[0] + peaks[0] / 10 + 4096, "{peaks:?} KiB");
}

/// Ten bare digits are a telephone where the name above them says so, or where all of a column are alike; a name is one beside
/// other data of persons.
#[test]
fn what_a_column_tells_together_is_taken_out_too() {
    let numbers = [
        "5512348765",
        "5587651234",
        "3312908745",
        "8181902734",
        "2229817364",
        "9514567281",
        "5543219087",
        "4421789034",
        "6641230987",
        "9991827364",
    ];
    let folder = tempfile::tempdir().unwrap();
    let rows = numbers
        .iter()
        .enumerate()
        .map(|(n, number)| format!("A-{n},{number},{number},Ana Pérez,libre\n"));
    let table = format!(
        "folio,dato,Teléfono,nombre,nota\n{}",
        rows.collect::<String>()
    );
    fs::write(folder.path().join("t.csv"), &table).unwrap();
    run(folder.path(), &["t.csv", "masked.csv"]).assert_code(0);
    let masked = fs::read_to_string(folder.path().join("masked.csv")).unwrap();
    let expected = numbers.iter().fold(table.clone(), |text, number| {
        text.replace(number, "[telephone]")
    });
    assert_eq!(masked, expected);
    run(folder.path(), &["t.csv", "all.csv", "--also", "name"]).assert_code(0);
    let all = fs::read_to_string(folder.path().join("all.csv")).unwrap();
    assert_eq!(all, expected.replace("Ana Pérez", "[name]"));
    run(folder.path(), &["t.csv", "cut.csv", "--leave-out"]).assert_code(0);
    let cut = fs::read_to_string(folder.path().join("cut.csv")).unwrap();
    assert!(
        cut.starts_with("folio,nombre,nota\nA-0,Ana Pérez,libre\n"),
        "{cut}"
    );
    let object = |number: &str| format!("{{\"dato\": {number}, \"Teléfono\": \"{number}\"}}");
    let document = format!("[{}]", numbers.map(object).join(","));
    fs::write(folder.path().join("t.json"), document).unwrap();
    run(folder.path(), &["t.json", "masked.json"]).assert_code(0);
    let masked = fs::read_to_string(folder.path().join("masked.json")).unwrap();
    let object = "{\"dato\": \"[telephone]\", \"Teléfono\": \"[telephone]\"}";
    assert_eq!(masked, format!("[{}]", [object; 10].join(",")));
}
