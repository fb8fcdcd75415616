//! `tragaluz add`

use super::console::Console;
use super::{add_edition, add_page, ended, portal, report};
use crate::cli::AddArgs;
use std::process::ExitCode;
use tragaluz::authoring::{AddOrder, AddedDataset};
use tragaluz::text::messages::Arg;
use tragaluz::{Fatal, Sink};

pub(super) fn run(
    args: &AddArgs,
    lang: Option<String>,
    console: &Console<'_>,
) -> Result<ExitCode, Fatal> {
    if args.update {
        return add_edition::run(args, console);
    }
    if let Some(kind) = add_page::kind(args) {
        return add_page::run(args, &kind, lang, console);
    }
    add_page::refuse_options(args)?;
    let (root, mut options) = portal(&args.which, None)?;
    if args.title.is_some() && args.name.is_none() && args.files.len() > 1 {
        return Err(Fatal::wrong_command("add-title", Vec::new()));
    }
    let mut sink = Sink::new();
    let mut added = Vec::new();
    let mut refused = None;
    let progress = console.progress();
    options.timings = progress.timings();
    for order in orders(args) {
        match tragaluz::add(&root, &options, &order, &mut sink) {
            Ok(one) => added.extend(one),
            Err(fault) => {
                refused = Some(fault);
                break;
            }
        }
    }
    drop(progress);
    let failed = report(sink, &args.showing, console, &mut anstream::stderr())?;
    for dataset in &added {
        tell_added(dataset, console)?;
    }
    if !added.is_empty() {
        console.done("added-next", &[])?;
    }
    match refused {
        Some(fault) => Err(fault),
        None if added.is_empty() && !failed => Err(Fatal::wrong_command("add-nothing", Vec::new())),
        None => Ok(ended(failed)),
    }
}

/// Returns what each dataset is made of: all files, where it has a name; else a dataset is made of each.
fn orders(args: &AddArgs) -> Vec<AddOrder> {
    let order = |files| AddOrder {
        files,
        name: args.name.clone(),
        title: args.title.clone(),
    };
    if args.name.is_some() {
        return vec![order(args.files.clone())];
    }
    args.files
        .iter()
        .map(|file| order(vec![file.clone()]))
        .collect()
}

/// Says what was made of files, and what its page asks for.
fn tell_added(dataset: &AddedDataset, console: &Console<'_>) -> Result<(), Fatal> {
    let args: [(&'static str, Arg); 3] = [
        ("name", dataset.name.as_str().into()),
        ("tables", dataset.tables.len().into()),
        ("others", dataset.others.into()),
    ];
    console.done("added", &args)?;
    for table in &dataset.tables {
        let args: [(&'static str, Arg); 3] = [
            ("table", table.name.as_str().into()),
            ("rows", table.rows.into()),
            ("columns", table.columns.into()),
        ];
        console.done("added-table", &args)?;
    }
    if let Some(page) = &dataset.page {
        let args: [(&'static str, Arg); 3] = [
            ("page", page.as_str().into()),
            ("n", dataset.unknown.len().into()),
            ("unknown", dataset.unknown.join(", ").into()),
        ];
        console.done("added-page", &args)?;
    }
    Ok(())
}
