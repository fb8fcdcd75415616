//! `tragaluz schemas`

use super::console::Console;
use super::{FOUND, portal, report};
use crate::cli::{FindingArgs, SchemasArgs};
use std::process::ExitCode;
use tragaluz::{Fatal, Sink, stage};

/// Writes the schemas into the portal; those that are there are this program's, and are brought up to date.
pub(super) fn run(args: SchemasArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let (root, options) = portal(&args.which, None)?;
    let mut sink = Sink::new();
    let Some(schemas) = tragaluz::editor_schemas(&root, &options, &mut sink)? else {
        let showing = FindingArgs {
            format: "text".to_owned(),
            deny: None,
        };
        report(sink, &showing, console, &mut anstream::stderr())?;
        return Ok(ExitCode::from(FOUND));
    };
    for (path, text) in &schemas {
        let path = root.join(path);
        if let Some(folder) = path.parent() {
            tragaluz_disk::create_folders(folder).map_err(Fatal::io("creating", folder))?;
        }
        stage::replace(&path, text.as_bytes())?;
    }
    console.done("schemas-written", &[("count", schemas.len().into())])?;
    Ok(ExitCode::SUCCESS)
}
