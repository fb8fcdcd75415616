//! The same content gives the same bytes: in another folder, made in another order and at another time, under another language,
//! time zone and umask, with another number of threads, on another file system, on top of an older site and without a
//! cache, for another user at another console, and on another processor.
//!
//! `tests/reproducible/SHA256SUMS` holds what downloads, images and cards came to on the machine where it was written, so that
//! every machine that runs the tests compares itself with all others. Pages are not in it: they change with each change of a
//! theme. After an intended change: `SNAPSHOTS=overwrite cargo test --features full --test it reproducible::`, and look at
//! the files that changed.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files, and reads what was built"
)]

// A umask is of Unix.
#[cfg(unix)]
mod conditions;

use crate::crash::xlsx;
use crate::driver::{Portal, files_below, repository};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

type Files = BTreeMap<String, Vec<u8>>;

/// The portal: what `tests/reproducible/portal` holds, with data and images that are computed.
fn content() -> Files {
    let mut files = files_below(&repository("tests/reproducible/portal"));
    let mut add = |path: &str, bytes: Vec<u8>| files.insert(path.to_owned(), bytes);
    // A file of Windows, with dates and numbers as people write them, and places on a map.
    let mut works = String::from("Fecha;Municipio;Monto;Latitud;Longitud;Observación\r\n");
    for n in 0..120_u32 {
        let _ = write!(
            works,
            "{:02}/{:02}/2023;Municipio Ñ{};1.{:03},50;{:.4};-{:.4};Revisión número {n}\r\n",
            1 + n % 28,
            1 + n % 12,
            n % 7,
            n * 7 % 1000,
            19.0 + f64::from(n) / 100.0,
            99.0 + f64::from(n) / 200.0
        );
    }
    let works: Vec<u8> = works
        .chars()
        .map(|c| u32::from(c).to_le_bytes()[0])
        .collect();
    add("data/obras/Obras.csv", works);
    // More than a mebibyte in few cells, so that it is offered compressed too.
    let mut state = 1_u64;
    let mut long = String::from("clave,texto\n");
    for n in 0..1600 {
        let _ = write!(long, "{n:05},");
        for _ in 0..110 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let _ = write!(
                long,
                "{} ",
                ["agua", "gasto", "obra", "plaza", "camino", "puente"][(state >> 33) as usize % 6]
            );
        }
        long.push_str("fin\n");
    }
    add("data/gasto/textos.csv", long.into_bytes());
    let cell = |column: char, n: u32, text: &str| {
        format!("<c r='{column}{n}' t='inlineStr'><is><t>{text}</t></is></c>")
    };
    let header = cell('A', 1, "Concepto") + &cell('B', 1, "Monto");
    let rows = (2..=40).map(|n| {
        let name = cell('A', n, &format!("Concepto {n}"));
        format!(
            "<row r='{n}'>{name}<c r='B{n}'><v>{}.25</v></c></row>",
            n * 37
        )
    });
    let rows: String = format!("<row r='1'>{header}</row>") + &rows.collect::<String>();
    add(
        "data/gasto/conceptos.xlsx",
        xlsx(&rows, &crate::crash::texts("0", "")),
    );
    for (path, format) in [
        ("content/Foto.jpg", image::ImageFormat::Jpeg),
        ("content/plano.png", image::ImageFormat::Png),
    ] {
        let image = image::RgbImage::from_fn(900, 600, |x, y| {
            image::Rgb([x * y % 251, x / 4, y ^ x].map(|n| n.to_le_bytes()[0]))
        });
        let mut bytes = std::io::Cursor::new(Vec::new());
        image.write_to(&mut bytes, format).unwrap();
        add(path, bytes.into_inner());
    }
    files
}

/// Files in which libraries for images, letters and compression, or the forms of a format, could differ: where they begin, and
/// their endings. Registers and most cards are left out, for they follow the program's own words.
const LISTED: &[(&str, &[&str])] = &[
    ("Foto", &[".jpg"]),
    ("plano", &[".jpg", ".png"]),
    ("dibujo", &[".svg"]),
    ("social-cards/acerca", &[".png"]),
    ("social-cards/en/acerca", &[".png"]),
    ("datasets/gasto/", DATA),
    ("datasets/obras/", DATA),
];

const DATA: &[&str] = &[
    ".csv", ".csv.gz", ".geojson", ".ndjson", ".ods", ".parquet", ".sqlite", ".xlsx",
];

fn is_listed(path: &str) -> bool {
    LISTED.iter().any(|(begin, endings)| {
        path.starts_with(begin) && endings.iter().any(|ending| path.ends_with(ending))
    })
}

/// Parses a list of checksums: paths, and the sum of each.
fn listed(list: &str) -> BTreeMap<&str, &str> {
    (list.lines())
        .filter_map(|line| line.split_once("  "))
        .map(|(sum, path)| (path, sum))
        .collect()
}

#[test]
fn downloads_images_and_cards_are_the_same_on_every_machine() {
    let portal = Portal::new();
    for (path, bytes) in content() {
        portal.write(&path, &bytes);
    }
    let built = portal.into_built();
    built.assert_published();
    let own = built.text("SHA256SUMS");
    let mut sums = listed(&own);
    sums.retain(|path, _| is_listed(path));
    let path = repository("tests/reproducible/SHA256SUMS");
    if std::env::var_os("SNAPSHOTS").is_some_and(|how| how == "overwrite") {
        let lines = sums.iter().map(|(path, sum)| format!("{sum}  {path}\n"));
        fs::write(path, lines.collect::<String>()).unwrap();
        return;
    }
    let list = fs::read_to_string(path).unwrap();
    let mut listed = listed(&list);
    if !cfg!(feature = "parquet") {
        listed.retain(|path, _| !path.ends_with(".parquet"));
    }
    if !cfg!(feature = "sqlite") {
        listed.retain(|path, _| !path.ends_with(".sqlite"));
    }
    let both = sums.iter().chain(&listed);
    let differing: BTreeSet<&&str> = both
        .filter(|(path, _)| sums.get(*path) != listed.get(*path))
        .map(|(path, _)| path)
        .collect();
    assert!(
        differing.is_empty(),
        "not as tests/reproducible/SHA256SUMS says: {differing:#?}"
    );
}
