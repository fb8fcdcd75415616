//! Speed and memory of the data engine: `cargo run --release --example scale [MB …]`.
//!
//! Makes CSV files of these sizes (64 and 256 MB where none is said), the same in every run, and prints for each what these
//! take: a profile; a check against a schema; CSV and JSON, each with the reading that tells the types; and all of them
//! together, profile and check in one reading, CSV and JSON in another: `all`, where what is written goes nowhere, and
//! `build`, as a portal's build does it, with files on disk and their checksums. That is in seconds, MB a second, MB a
//! second of processor time (that is: a core), and the most memory that the process ever held. Each measurement is a
//! process of its own.
//!
//! `-- --beside 64` runs `duckdb` and `xan`, where they are on the PATH, on the same file in the same turns, and prints
//! how many times as long they take. They do less: neither tells how a file is read nor checks it, `xan` knows no types
//! where it writes, and `duckdb` counts different values only roughly.

#![allow(
    clippy::disallowed_methods,
    reason = "an example that measures, with files of its own"
)]

#[path = "scale/beside.rs"]
mod beside;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::Command;
use std::time::Instant;
use tragaluz::cache::Cache;
use tragaluz::model::dataset::{Constraints, Field, Schema};
use tragaluz::source::limits::Limits;
use tragaluz::stage::Staging;
use tragaluz::tables::standalone::{check_file, profile_file};
use tragaluz::timing::Timings;
use tragaluz::{Fatal, Sink, downloads};
use tragaluz_tables::writers::convert::{convert, format_named};
use tragaluz_tables::{Table, Tables};

/// Measurements of each kind, of which the median is shown.
const TIMES: usize = 3;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        Some("--make") => make(
            Path::new(&args[2]),
            args[1].parse().expect("a number of MB"),
        )
        .expect("a file"),
        Some("--profile") => report(|| drop(table(profile_file, Path::new(&args[1]), None))),
        Some("--check") => report(|| drop(table(check_file, Path::new(&args[1]), Some(schema())))),
        Some(format @ ("--csv" | "--json")) => {
            report(|| convert_to(&format[2..], Path::new(&args[1])));
        }
        Some("--to") => report(|| write_as(&args[1], Path::new(&args[2]), Path::new(&args[3]))),
        Some("--beside") => beside::compare(&args[1..]),
        Some("--all") => report(|| all(Path::new(&args[1]))),
        Some("--build") => report(|| build(Path::new(&args[1]), Path::new(&args[2]))),
        _ => compare(&args),
    }
}

/// Prints the table.
fn compare(sizes: &[String]) {
    let asked = sizes.iter().map(|mb| mb.parse().expect("a number of MB"));
    let sizes: Vec<u64> = if sizes.is_empty() {
        vec![64, 256]
    } else {
        asked.collect()
    };
    let folder = tempfile::tempdir_in(std::env::var_os("SCALE_DIR").unwrap_or_else(|| ".".into()))
        .expect("a folder");
    println!("| MB | what | seconds | MB/s | MB/s a core | peak MiB |\n|---|---|---|---|---|---|");
    for mb in sizes {
        let file = folder.path().join(format!("{mb}.csv"));
        make(&file, mb).expect("room for the file");
        for what in [
            "--profile",
            "--check",
            "--csv",
            "--json",
            "--all",
            "--build",
        ] {
            let mut runs: Vec<[f64; 3]> = (0..TIMES)
                .map(|_| measured(what, &file, folder.path()))
                .collect();
            runs.sort_by(|a, b| a[0].total_cmp(&b[0]));
            let [wall, cpu, peak] = runs[TIMES / 2];
            #[allow(clippy::cast_precision_loss)]
            let (wide, core) = (mb as f64 / wall, mb as f64 / cpu);
            println!(
                "| {mb} | {} | {wall:.2} | {wide:.0} | {core:.0} | {peak:.0} |",
                &what[2..]
            );
        }
        std::fs::remove_file(&file).expect("the file");
    }
}

/// Seconds, processor seconds and MiB of one run in a process of its own.
fn measured(what: &str, file: &Path, folder: &Path) -> [f64; 3] {
    own(&[what.as_ref(), file.as_ref(), folder.join("out").as_ref()])
}

/// The same, of this program with these arguments.
fn own(args: &[&std::ffi::OsStr]) -> [f64; 3] {
    let own = std::env::current_exe().expect("this program");
    let output = Command::new(own).args(args).output().expect("a run");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = said
        .split_whitespace()
        .map(|n| n.parse().expect("a number"));
    std::array::from_fn(|_| numbers.next().expect("three numbers"))
}

fn report(work: impl FnOnce()) {
    let start = Instant::now();
    work();
    println!(
        "{:.3} {:.3} {:.1}",
        start.elapsed().as_secs_f64(),
        processor_seconds(),
        peak_mib()
    );
}

fn processor_seconds() -> f64 {
    ticks(11)
}

/// Two numbers of hundredths of a second that the system states of this process, together.
fn ticks(from: usize) -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    after
        .split_whitespace()
        .skip(from)
        .take(2)
        .filter_map(|n| n.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

fn peak_mib() -> f64 {
    peak_of("self")
}

fn peak_of(process: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap_or_default();
    line.trim()
        .trim_end_matches(" kB")
        .parse::<f64>()
        .unwrap_or(0.0)
        / 1024.0
}

type Survey = fn(&Path, Option<Schema>, &mut Sink) -> Result<Option<Table>, Fatal>;

fn table(survey: Survey, file: &Path, schema: Option<Schema>) -> Table {
    let mut sink = Sink::new();
    let table = survey(file, schema, &mut sink)
        .expect("the file")
        .expect("a table");
    assert!(!sink.has_errors(), "what was made fits its schema");
    table
}

fn convert_to(format: &str, file: &Path) {
    let format = format_named(format).expect("a format");
    convert(
        &table(check_file, file, None),
        vec![(format, &mut io::sink())],
    )
    .expect("written");
}

/// As `tragaluz convert` does it.
fn write_as(format: &str, file: &Path, out: &Path) {
    let format = format_named(format).expect("a format");
    let mut out = File::create(out).expect("room for the file");
    convert(&table(check_file, file, None), vec![(format, &mut out)]).expect("written");
}

/// Profile, validate, and make CSV and JSON.
fn all(file: &Path) {
    let table = table(profile_file, file, Some(schema()));
    let [csv, json] = ["csv", "json"].map(|id| format_named(id).expect("a format"));
    convert(
        &table,
        vec![(csv, &mut io::sink()), (json, &mut io::sink())],
    )
    .expect("written");
}

/// The same as a portal's build does it.
fn build(file: &Path, out: &Path) {
    let table = Table {
        dataset: "scale".into(),
        ..table(profile_file, file, Some(schema()))
    };
    let tables = Tables::new(vec![table], Vec::new());
    let staging = Staging::beside(out).expect("a folder");
    let formats = ["csv", "json"].map(str::to_owned);
    let (cache, timings) = (Cache::off(), Timings::default());
    let making = downloads::WriteContext {
        staging: &staging,
        cache: &cache,
        timings: &timings,
        limits: Limits::default(),
    };
    downloads::write(&tables, &making, &formats, &mut Sink::new()).expect("written");
}

/// A schema as a publisher writes one: types, bounds, a pattern, a closed list.
fn schema() -> Schema {
    let field = |name: &str, kind: &str| Field {
        name: name.into(),
        kind: Some(kind.into()),
        ..Field::default()
    };
    let with = |field: Field, constraints| Field {
        constraints,
        ..field
    };
    let number = |least: &str, most: &str| Constraints {
        minimum: Some(least.into()),
        maximum: Some(most.into()),
        ..Constraints::default()
    };
    let pattern = Constraints {
        pattern: Some("[0-9]{5}".into()),
        required: true,
        ..Constraints::default()
    };
    let fields = vec![
        with(
            field("id", "integer"),
            Constraints {
                required: true,
                ..Constraints::default()
            },
        ),
        field("date", "date"),
        with(field("area", "string"), pattern),
        with(
            field("state", "string"),
            Constraints {
                allowed: Some(words(STATES)),
                ..Constraints::default()
            },
        ),
        field("supplier", "string"),
        with(field("amount", "number"), number("-1000000", "99999999.99")),
        with(field("units", "integer"), number("0", "100000")),
        field("share", "number"),
        field("open", "boolean"),
        field("subject", "string"),
    ];
    Schema {
        fields,
        ..Schema::default()
    }
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|w| (*w).to_owned()).collect()
}

const STATES: &[&str] = &[
    "Oaxaca",
    "Puebla",
    "Yucatán",
    "Nuevo León",
    "Chiapas",
    "Jalisco",
    "Sonora",
    "México",
];

const SUBJECTS: &[&str] = &[
    "Servicio de limpieza",
    "\"Papelería, tóner y artículos de oficina\"",
    "Mantenimiento de la red de agua potable",
    "\"Obra \"\"Camino Real\"\", tramo 2\"",
    "Compra de medicamentos",
    "Arrendamiento de vehículos",
];

/// A table as a budget office publishes it: identifiers, dates, codes, names, amounts, words.
fn make(path: &Path, mb: u64) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut written =
        out.write(b"id,date,area,state,supplier,amount,units,share,open,subject\n")? as u64;
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |most: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % most
    };
    let mut line = String::new();
    let mut id = 100_000;
    let at = |list: &[&'static str], n: u64| list[usize::try_from(n).unwrap_or(0)];
    while written < mb * 1_000_000 {
        id += 1;
        line.clear();
        line.push_str(&format!(
            "{id},20{:02}-{:02}-{:02},",
            10 + next(15),
            1 + next(12),
            1 + next(28)
        ));
        line.push_str(&format!(
            "{:05},{},Proveedor {},",
            1000 + next(2400),
            at(STATES, next(8)),
            next(20_000)
        ));
        match next(20) {
            0 => line.push(','),
            _ => line.push_str(&format!("{}.{:02},", next(2_000_000), next(100))),
        }
        line.push_str(&format!(
            "{},0.{:04},{},",
            next(500),
            1 + next(9998),
            next(3) > 0
        ));
        line.push_str(at(SUBJECTS, next(6)));
        line.push('\n');
        out.write_all(line.as_bytes())?;
        written += line.len() as u64;
    }
    out.flush()
}
