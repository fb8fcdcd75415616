//! `tragaluz theme`

use super::console::Console;
use super::{consent, ended, portal, report};
use crate::cli::ThemeArgs;
use std::path::PathBuf;
use std::process::ExitCode;
use tragaluz::diag::Diagnostic;
use tragaluz::render::ShippedFiles;
use tragaluz::{Fatal, Sink, stage};

pub(super) fn run(args: &ThemeArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    if args.action == "copy" {
        copy(args, console)
    } else {
        check(args, console)
    }
}

/// Copies files of a shipped theme to where a portal changes them: all, or those that are named.
fn copy(args: &ThemeArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let (root, _) = portal(&args.which, None)?;
    let name = args.called.as_deref().unwrap_or_default();
    let theme = ShippedFiles::of(name).ok_or_else(|| no_theme(name))?;
    let wanted = wanted(&theme, &args.files)?;
    let folder = root.join("themes").join(name);
    let places: Vec<PathBuf> = wanted.iter().map(|(path, _)| folder.join(path)).collect();
    consent::before_replacing(places.iter().map(PathBuf::as_path), args.force, console)?;
    for ((_, bytes), place) in wanted.iter().zip(&places) {
        let parent = place.parent().unwrap_or(&folder);
        tragaluz_disk::create_folders(parent).map_err(Fatal::io("creating", parent))?;
        stage::replace(place, bytes)?;
    }
    let told = [
        ("files", wanted.len().into()),
        ("dir", folder.display().to_string().into()),
    ];
    console.done("theme-copied", &told)?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the files of these names, each with its path; all, where none is named.
fn wanted<'t>(
    theme: &'t ShippedFiles,
    names: &[String],
) -> Result<Vec<(&'t str, &'t [u8])>, Fatal> {
    if names.is_empty() {
        return Ok(theme.all().collect());
    }
    let found = names.iter().map(|name| {
        let found = theme.get(&name.replace('\\', "/"));
        found.ok_or_else(|| no_file(theme, name))
    });
    found.collect()
}

fn no_theme(name: &str) -> Fatal {
    let known = ShippedFiles::themes().join(", ");
    let args = vec![("name", name.into()), ("known", known.into())];
    Fatal::wrong_command("no-theme", args)
}

fn no_file(theme: &ShippedFiles, name: &str) -> Fatal {
    let near = theme.nearest(name).unwrap_or("none");
    let args = vec![("name", name.into()), ("near", near.into())];
    Fatal::wrong_command("no-theme-file", args)
}

/// Makes all pages with the portal's theme, or another, and says what is wrong with that theme alone.
fn check(args: &ThemeArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let (root, mut options) = portal(&args.which, None)?;
    if args.called.is_some() {
        options.theme.clone_from(&args.called);
    }
    let mut all = Sink::new();
    let site = tragaluz::check(&root, &options, &mut all)?;
    let mut found = Sink::new();
    for finding in all.into_sorted().into_iter().filter(is_about_theme) {
        found.push(finding);
    }
    let nothing = found.iter().next().is_none();
    let failed = report(found, &args.showing, console, &mut anstream::stdout())?;
    if nothing {
        let told = [("pages", site.pages.into())];
        console.remark("theme-nothing-found", &told);
    }
    Ok(ended(failed))
}

/// Whether a finding is about a theme: in one of its files, or that there is none.
fn is_about_theme(finding: &Diagnostic) -> bool {
    let file = finding.place.as_ref().map(|place| place.file.as_str());
    let is_there = file.is_some_and(|file| file.starts_with("themes/"));
    is_there || finding.code.id.starts_with("theme-") || finding.code.id.starts_with("template-")
}
