//! `tragaluz manual` and `tragaluz completions`: the command line as `man` and shells take it.

use super::consent;
use super::console::Console;
use super::stdio::done;
use crate::cli::help;
use crate::cli::{CompletionsArgs, ManualArgs};
use clap::Command;
use clap_mangen::Man;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tragaluz::diag::Speech;
use tragaluz::{Fatal, stage};

/// A section whose heading the library writes in English.
struct ManualSection {
    /// The heading as the library has it; empty where that is in the user's language already, and all of its line is replaced.
    heading: &'static str,
    /// The message that says it.
    words: &'static str,
    render: fn(&Man, &mut dyn Write) -> io::Result<()>,
}

/// The sections before the options, in the order that man-pages(7) gives.
const BEFORE: [ManualSection; 3] = [
    ManualSection {
        heading: "NAME",
        words: "manual-name",
        render: Man::render_name_section,
    },
    ManualSection {
        heading: "SYNOPSIS",
        words: "manual-synopsis",
        render: Man::render_synopsis_section,
    },
    ManualSection {
        heading: "DESCRIPTION",
        words: "manual-description",
        render: Man::render_description_section,
    },
];

/// The section of the verbs, whose heading is that of the help.
const VERBS: ManualSection = ManualSection {
    heading: "",
    words: "manual-verbs",
    render: Man::render_subcommands_section,
};

/// The section behind them: what the program's exit codes mean.
const BEHIND: ManualSection = ManualSection {
    heading: "EXTRA",
    words: "manual-exit",
    render: Man::render_extra_section,
};

impl ManualSection {
    fn write(&self, man: &Man, page: &mut Vec<u8>, speech: &Speech) -> io::Result<()> {
        let mut written = Vec::new();
        (self.render)(man, &mut written)?;
        let text = String::from_utf8_lossy(&written);
        let ours = speech.say(self.words, &[]).to_uppercase();
        let heading = format!(".SH {}", self.heading);
        page.extend(
            text.replacen(&heading, &format!(".SH \"{ours}\""), 1)
                .bytes(),
        );
        Ok(())
    }
}

/// A page of the manual, and where it goes.
struct ManualPage {
    file: PathBuf,
    text: Vec<u8>,
}

/// Writes a page for the program and one for each verb, in each language, where `man -M DIR` finds them.
pub(super) fn run(args: &ManualArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let mut pages = Vec::new();
    for (lang, folder) in [("en", "man1"), ("es", "es/man1")] {
        let made = pages_in(&Speech::for_locale(lang), &args.dir.join(folder));
        pages.extend(made.map_err(Fatal::io("writing", &args.dir))?);
    }
    let files = pages.iter().map(|page| page.file.as_path());
    consent::before_replacing(files, args.force, console)?;
    for page in &pages {
        let folder = page.file.parent().unwrap_or(&args.dir);
        tragaluz_disk::create_folders(folder).map_err(Fatal::io("creating", folder))?;
        stage::replace(&page.file, &page.text)?;
    }
    let told = [
        ("pages", pages.len().into()),
        ("dir", args.dir.display().to_string().into()),
    ];
    console.done("manual-written", &told)?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the pages of one language.
fn pages_in(speech: &Speech, folder: &Path) -> io::Result<Vec<ManualPage>> {
    let version = env!("CARGO_PKG_VERSION");
    let exit = speech.say("manual-exit-codes", &[]);
    let whole = help::command(speech)
        .version(version)
        .after_help(exit.clone());
    let mut pages = vec![page(whole.clone(), "tragaluz", folder, speech)?];
    for verb in whole.get_subcommands() {
        let own = verb.get_name().to_owned();
        let command = (verb.clone())
            .version(version)
            // The library would tell of it in English; the program alone has it.
            .disable_version_flag(true)
            .bin_name(format!("tragaluz {own}"))
            .after_help(exit.clone());
        pages.push(page(command, &format!("tragaluz-{own}"), folder, speech)?);
    }
    Ok(pages)
}

fn page(command: Command, name: &str, folder: &Path, speech: &Speech) -> io::Result<ManualPage> {
    let has_verbs = command.has_subcommands();
    let man = Man::new(command.display_name(name.to_owned())).title(name);
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    for section in &BEFORE {
        section.write(&man, &mut text, speech)?;
    }
    man.render_options_section(&mut text)?;
    if has_verbs {
        VERBS.write(&man, &mut text, speech)?;
    }
    BEHIND.write(&man, &mut text, speech)?;
    Ok(ManualPage {
        file: folder.join(format!("{name}.1")),
        text,
    })
}

/// Writes what a shell completes command lines with to the standard output.
pub(super) fn completions(args: &CompletionsArgs, speech: &Speech) -> Result<ExitCode, Fatal> {
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut help::command(speech),
        "tragaluz",
        &mut script,
    );
    done(io::stdout().write_all(&script))?;
    Ok(ExitCode::SUCCESS)
}
