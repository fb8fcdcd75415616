//! `tragaluz export`

use super::console::Console;
use super::{consent, ended, portal, report};
use crate::cli::ExportArgs;
use std::path::PathBuf;
use std::process::ExitCode;
use tragaluz::authoring::{FactSheet, write_sheets};
use tragaluz::text::messages::Arg;
use tragaluz::{Fatal, Sink};

pub(super) fn run(
    args: &ExportArgs,
    lang: Option<String>,
    console: &Console<'_>,
) -> Result<ExitCode, Fatal> {
    let (root, options) = portal(&args.which, None)?;
    let mut sink = Sink::new();
    let sheets = tragaluz::export_sheets(&root, &options, lang.as_deref(), &mut sink)?;
    let failed = report(sink, &args.showing, console, &mut anstream::stderr())?;
    let Some(sheets) = sheets else {
        return Ok(ended(failed));
    };
    let files = FactSheet::files(&sheets, &args.workbook);
    let paths = files.iter().map(PathBuf::as_path);
    consent::before_replacing(paths, args.force, console)?;
    write_sheets(&sheets, &args.workbook)?;
    // The last sheet says how the others are filled in.
    let filled = sheets.len().saturating_sub(1);
    let rows: usize = (sheets.iter().take(filled))
        .map(|sheet| sheet.rows.len().saturating_sub(1))
        .sum();
    let args: [(&'static str, Arg); 2] = [
        ("rows", rows.into()),
        ("file", args.workbook.display().to_string().into()),
    ];
    console.done("exported", &args)?;
    console.done("exported-next", &args)?;
    Ok(ended(failed))
}
