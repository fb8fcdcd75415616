//! `tragaluz add --update`: new editions of data that are there.

use super::consent::is_agreed_to;
use super::console::Console;
use super::stdio::tell;
use super::{ended, portal, report};
use crate::cli::AddArgs;
use std::process::ExitCode;
use tragaluz::authoring::{ColumnDifference, EditionOrder, TableDifference, TriedEdition};
use tragaluz::text::messages::Arg;
use tragaluz::{Fatal, Sink};

pub(super) fn run(args: &AddArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let (root, options) = portal(&args.which, None)?;
    let mut failed = false;
    for file in &args.files {
        let order = EditionOrder {
            file: file.clone(),
            name: args.name.clone(),
        };
        let mut sink = Sink::new();
        let tried = tragaluz::try_edition(&root, &options, &order, &mut sink)?;
        let is_wrong = sink.has_errors();
        failed |= report(sink, &args.showing, console, &mut anstream::stderr())?;
        let Some(tried) = tried else {
            continue;
        };
        tell_edition(&tried, console)?;
        let path = tried.path.clone();
        let file = [("file", Arg::from(path.as_str()))];
        if is_wrong {
            tell!("{}", console.say("edition-refused", &file));
        } else if args.yes || is_agreed_to(&console.say("edition-asked", &file), console)? {
            tried.place(&root)?;
            console.done("edition-placed", &file)?;
        } else {
            console.done("edition-left", &file)?;
        }
    }
    Ok(ended(failed))
}

/// Says what differs, and which facts are brought up to date.
fn tell_edition(tried: &TriedEdition, console: &Console<'_>) -> Result<(), Fatal> {
    let args: [(&'static str, Arg); 2] = [
        ("dataset", tried.dataset.as_str().into()),
        ("file", tried.path.as_str().into()),
    ];
    tell!("{}", console.say("edition", &args));
    for table in &tried.tables {
        tell_table(table, console)?;
    }
    for fact in &tried.facts {
        let args: [(&'static str, Arg); 2] = [
            ("name", fact.name.into()),
            ("value", fact.value.as_str().into()),
        ];
        tell!("{}", console.say("edition-fact", &args));
    }
    if tried.is_undated {
        tell!("{}", console.say("edition-undated", &[]));
    }
    Ok(())
}

fn tell_table(table: &TableDifference, console: &Console<'_>) -> Result<(), Fatal> {
    for column in &table.columns {
        tell_column(&table.table, column, console)?;
    }
    let name = ("table", Arg::from(table.table.as_str()));
    let Some(counts) = &table.counts else {
        let kind = if table.is_there { "added" } else { "removed" };
        tell!(
            "{}",
            console.say("edition-table", &[name, ("kind", kind.into())])
        );
        return Ok(());
    };
    if counts.is_nothing() && table.columns.is_empty() {
        tell!("{}", console.say("edition-same", &[name]));
        return Ok(());
    }
    let args: [(&'static str, Arg); 6] = [
        name,
        ("rows", table.rows.into()),
        ("added", counts.added.into()),
        ("removed", counts.removed.into()),
        ("changed", counts.changed.into()),
        ("same", counts.same.into()),
    ];
    tell!("{}", console.say("edition-rows", &args));
    Ok(())
}

fn tell_column(table: &str, column: &ColumnDifference, console: &Console<'_>) -> Result<(), Fatal> {
    let args: [(&'static str, Arg); 5] = [
        ("table", table.into()),
        ("kind", column.kind.into()),
        ("column", column.column.as_str().into()),
        ("before", column.before.as_str().into()),
        ("after", column.after.as_str().into()),
    ];
    tell!("{}", console.say("edition-column", &args));
    Ok(())
}
