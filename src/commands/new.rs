//! `tragaluz new`: a small complete portal. Its files stand in `new/LANGUAGE/`.

use super::console::Console;
use crate::cli::NewArgs;
use include_dir::{Dir, include_dir};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use tragaluz::Fatal;
use tragaluz_disk::DiskFile;

static PORTALS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/commands/new");

pub(super) fn run(args: &NewArgs, spoken: &str, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let dir = &args.dir;
    let shown = dir.display().to_string();
    let filled = fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    if dir.is_file() || filled {
        return Err(Fatal::wrong_command(
            "dir-not-empty",
            vec![("dir", shown.into())],
        ));
    }
    let lang = if spoken.starts_with("es") { "es" } else { "en" };
    let portal = PORTALS
        .get_dir(lang)
        .expect("every language of the option has its files");
    write(portal, lang, dir)?;
    console.done("made-new", &[("dir", shown.into())])?;
    Ok(ExitCode::SUCCESS)
}

fn write(from: &Dir<'_>, lang: &str, to: &Path) -> Result<(), Fatal> {
    for file in from.files() {
        let path = to.join(file.path().strip_prefix(lang).expect("below its language"));
        let folder = path.parent().expect("in a folder");
        tragaluz_disk::create_folders(folder).map_err(Fatal::io("creating", folder))?;
        DiskFile::create(&path)
            .and_then(|mut made| made.write_all(file.contents()))
            .map_err(Fatal::io("writing", &path))?;
    }
    from.dirs().try_for_each(|dir| write(dir, lang, to))
}
