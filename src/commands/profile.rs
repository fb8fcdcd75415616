//! `tragaluz profile`

use super::console::Console;
use super::data_file::FileArgs;
use super::stdio::tell;
use super::{FOUND, consent, data_file, ended};
use crate::cli::ProfileArgs;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use tragaluz::authoring::table_schema;
use tragaluz::diag::show;
use tragaluz::text::messages::Arg;
use tragaluz::text::obeyed;
use tragaluz::{Fatal, Sink};
use tragaluz_tables::finding::is_personal;
use tragaluz_tables::privacy::mask;
use tragaluz_tables::{Column, Table, TableProfile};

/// Most characters of a cell in the text form.
const WIDEST: usize = 32;

/// Most of the most frequent values shown in the text form.
const FREQUENT: usize = 3;

pub(super) fn run(args: &ProfileArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    if let Some(file) = &args.write_schema {
        consent::before_replacing([file.as_path()], args.force, console)?;
    }
    let progress = console.progress();
    let said = FileArgs {
        schema: args.schema.as_deref(),
        limits: &args.limits,
        onlooker: progress.onlooker(),
    };
    let mut sink = Sink::new();
    let table = data_file::table(&args.file, &said, &mut sink)?;
    drop(progress);
    sink.warn_of_personal();
    let failed = sink.has_errors();
    let table = table.map(|(input, table)| (input, without_personal(table, &sink)));
    // Where the error stream cannot be written to, there is nobody left to be told.
    let _ = show::ALL[0].show(&sink.into_sorted(), console, &mut anstream::stderr());
    let Some((_, table)) = table else {
        return Ok(ExitCode::from(FOUND));
    };
    if args.format == "json" {
        let profile = serde_json::to_string_pretty(&TableProfile::from(&table));
        tell!("{}", obeyed::json(&profile.unwrap_or_default()));
    } else {
        print(&table, console)?;
    }
    if let Some(file) = &args.write_schema {
        write_schema(&table, file, console)?;
    }
    Ok(ended(failed))
}

/// Writes what was found of the columns.
fn write_schema(table: &Table, file: &Path, console: &Console<'_>) -> Result<(), Fatal> {
    let schema = table_schema(table);
    tragaluz::stage::replace(file, schema.as_bytes())?;
    let told = [
        ("columns", table.columns.len().into()),
        ("out", file.display().to_string().into()),
    ];
    console.remark("schema-written", &told);
    Ok(())
}

/// Returns a table without the values of columns in which personal data were found, and with what else it says masked.
fn without_personal(mut table: Table, sink: &Sink) -> Table {
    let found = sink.iter().filter(|one| is_personal(one.code.id));
    let named: BTreeSet<&str> = found
        .flat_map(|one| &one.args)
        .filter_map(|(name, value)| match value {
            Arg::Text(column) if *name == "name" => Some(column.as_str()),
            _ => None,
        })
        .collect();
    for column in &mut table.columns {
        if named.contains(column.name.as_str()) {
            column.profile.withhold();
        }
        column.name = mask(&column.name).into_owned();
    }
    for note in &mut table.notes {
        note.text = mask(&note.text).into_owned();
    }
    table.received.name = mask(&table.received.name).into_owned();
    table
}

fn print(table: &Table, console: &Console<'_>) -> Result<(), Fatal> {
    let head = console.say(
        "profile-head",
        &[
            ("file", table.received.name.clone().into()),
            ("rows", table.rows.into()),
            ("columns", table.columns.len().into()),
            (
                "encoding",
                table.received.encoding.clone().unwrap_or_default().into(),
            ),
        ],
    );
    tell!("{head}\n");
    let mut lines = vec![
        console
            .say("profile-columns", &[])
            .split('\t')
            .map(str::to_owned)
            .collect::<Vec<_>>(),
    ];
    lines.extend(table.columns.iter().map(line));
    let width = |at: usize| {
        lines
            .iter()
            .map(|line| line[at].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..lines[0].len()).map(width).collect();
    for line in &lines {
        let cells = line
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}"));
        tell!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    Ok(())
}

fn line(column: &Column) -> Vec<String> {
    let profile = &column.profile;
    let distinct = profile.distinct.map(|(n, exact)| {
        if exact {
            n.to_string()
        } else {
            format!("~{n}")
        }
    });
    let frequent = profile
        .frequent
        .iter()
        .filter(|(_, n)| *n > 1)
        .take(FREQUENT);
    let frequent: Vec<String> = frequent
        .map(|(value, n)| format!("{} ({n})", short(value)))
        .collect();
    vec![
        short(&column.name),
        column.kind.id().to_owned(),
        profile.missing.to_string(),
        distinct.unwrap_or_default(),
        short(profile.min.as_deref().unwrap_or_default()),
        short(profile.max.as_deref().unwrap_or_default()),
        frequent.join(", "),
    ]
}

/// A text on one line, cut where it is long.
fn short(text: &str) -> String {
    let blanked: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let line = obeyed::shown(&blanked);
    if line.chars().count() <= WIDEST {
        line.into_owned()
    } else {
        line.chars().take(WIDEST - 1).chain(['…']).collect()
    }
}
