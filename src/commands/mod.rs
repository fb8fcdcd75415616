//! The verbs: one file each. Only they, `lib.rs` and `main.rs` see every room, the environment and the terminal.

#![allow(
    clippy::disallowed_methods,
    reason = "the verbs read the environment and the clock, and write new portals"
)]

mod add;
mod add_edition;
mod add_page;
mod build;
mod check;
mod consent;
mod console;
mod convert;
mod data_file;
mod explain;
mod export;
mod import;
mod manual;
mod new;
mod profile;
mod progress;
mod publish;
mod redact;
mod release;
mod schemas;
#[cfg(feature = "serve")]
mod serve;
mod sign;
mod stdio;
mod theme;
mod timing_report;
mod verify;
#[cfg(feature = "serve")]
mod watch;
mod weigh;

use crate::cli::help::{self, Outlet};
use crate::cli::{Cli, Deny, FindingArgs, LetGoArgs, PortalArgs, Verb};
use clap::FromArgMatches;
use clap::error::ErrorKind;
use console::Console;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stdio::{Volume, note};
use tragaluz::cache::CacheKey;
use tragaluz::diag::{Diagnostic, Severity, Speech, codes, show};
use tragaluz::site::addresses::covers;
use tragaluz::site::audit::Weighing;
use tragaluz::source::address_list;
use tragaluz::source::address_list::AddressList;
use tragaluz::text::date::PartialDate;
use tragaluz::text::date_fault::meant;
use tragaluz::text::messages::Arg;
use tragaluz::text::near::nearest;
use tragaluz::{Fatal, LetGo, Options, Sink, source};

/// Exit code: an error was found.
const FOUND: u8 = 1;

/// Exit code: it could not run at all.
const COULD_NOT_RUN: u8 = 2;

/// Reads the command line and carries it out.
pub(crate) fn run(args: Vec<OsString>) -> ExitCode {
    let spoken = help::asked_language(&args).unwrap_or_else(locale);
    let speech = Speech::for_locale(&spoken);
    let outlet = Outlet::of(&args);
    let read = help::command(&speech)
        .try_get_matches_from(&args)
        .and_then(|read| Cli::from_arg_matches(&read));
    match read {
        Ok(cli) => carry_out(cli, &spoken, &speech, outlet),
        Err(help) if !help.use_stderr() => {
            // Where it cannot be written to, there is nobody left to be told.
            let _ = help.print();
            ExitCode::SUCCESS
        }
        Err(help) if help.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = help.print();
            ExitCode::from(COULD_NOT_RUN)
        }
        Err(error) => could_not_run(&help::fault(&error, &args), &speech, outlet),
    }
}

fn carry_out(cli: Cli, spoken: &str, speech: &Speech, outlet: Outlet) -> ExitCode {
    let console = Console {
        speech,
        volume: volume(&cli),
    };
    let result = carried_out(cli, spoken, &console);
    result.unwrap_or_else(|error| could_not_run(&error.diagnostic(), speech, outlet))
}

/// Carries out the verb of a command line.
fn carried_out(cli: Cli, spoken: &str, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let lang = cli.lang;
    match cli.verb {
        Verb::New(args) => new::run(&args, lang.as_deref(), spoken, console),
        Verb::Add(args) => add::run(&args, lang, console),
        Verb::Export(args) => export::run(&args, lang, console),
        Verb::Import(args) => import::run(&args, console),
        Verb::Build(args) => build::run(args, console),
        Verb::Check(args) => check::run(&args, console),
        Verb::Profile(args) => profile::run(&args, console),
        Verb::Convert(args) => convert::run(&args, console),
        Verb::Redact(args) => redact::run(&args, console),
        Verb::Release(args) => release::run(&args, console),
        Verb::Publish(args) => publish::run(&args, console),
        Verb::Sign(args) => sign::run(&args, console),
        Verb::Verify(args) => verify::run(&args, console),
        Verb::Weigh(args) => weigh::run(&args, console),
        #[cfg(feature = "serve")]
        Verb::Serve(args) => serve::run(args, console),
        Verb::Theme(args) => theme::run(&args, console),
        Verb::Schemas(args) => schemas::run(args, console),
        Verb::Explain(args) => explain::run(&args, console),
        Verb::Completions(args) => manual::completions(&args, console),
        Verb::Manual(args) => manual::run(&args, console),
    }
}

/// Returns how much is to be said.
fn volume(cli: &Cli) -> Volume {
    match (cli.quiet, cli.verbose) {
        (true, _) => Volume::Quiet,
        (false, true) => Volume::Verbose,
        (false, false) => Volume::Usual,
    }
}

/// Says what kept the program from running, in the format that was asked for and where that is read. Where that cannot be
/// written to, people are told.
fn could_not_run(finding: &Diagnostic, speech: &Speech, outlet: Outlet) -> ExitCode {
    let found = std::slice::from_ref(finding);
    let format = show::by_id(outlet.format).unwrap_or(show::ALL[0]);
    let told = if outlet.is_standard {
        format.show(found, speech, &mut anstream::stdout())
    } else {
        format.show(found, speech, &mut anstream::stderr())
    };
    if told.is_err() {
        tell(found, speech);
    }
    ExitCode::from(COULD_NOT_RUN)
}

/// Shows findings to people. Where the error stream cannot be written to, there is nobody left to be told.
fn tell(found: &[Diagnostic], speech: &Speech) {
    let _ = show::ALL[0].show(found, speech, &mut anstream::stderr());
}

/// The user's locale: the environment's where it says one, else the system's.
fn locale() -> String {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok());
    said.into_iter()
        .find(|value| !value.is_empty())
        .or_else(sys_locale::get_locale)
        .unwrap_or_default()
}

/// Returns the folder of the portal that is meant; none where there is none.
fn portal_root(which: &PortalArgs) -> Option<PathBuf> {
    match &which.root {
        Some(root) => Some(root.clone()).filter(|root| source::is_portal(root)),
        None => std::env::current_dir()
            .ok()
            .and_then(|here| source::find_root(&here)),
    }
}

/// The portal's folder and what is told of it.
fn portal(which: &PortalArgs, out: Option<PathBuf>) -> Result<(PathBuf, Options), Fatal> {
    let root = portal_root(which)
        .ok_or_else(|| Fatal::Finding(Box::new(Diagnostic::new(&codes::NO_PORTAL))))?;
    let base_url = which
        .base_url
        .as_ref()
        .map(|url| format!("{}/", url.trim_end_matches('/')));
    if base_url
        .as_ref()
        .is_some_and(|url| !tragaluz::record::is_web_address(url))
    {
        return Err(Fatal::wrong_command("base-url", Vec::new()));
    }
    let as_of = as_of(which)?;
    Ok((
        root,
        Options {
            out,
            base_url,
            as_of,
            theme: which.theme.clone(),
            weighing: Weighing::Roughly,
            ..Options::default()
        },
    ))
}

/// Returns the folder of a published site: the one that is named, else the output of the portal in which the user is.
fn published_folder(named: Option<&PathBuf>) -> Result<PathBuf, Fatal> {
    if let Some(folder) = named {
        return Ok(folder.clone());
    }
    let here = std::env::current_dir().ok();
    let root = here.and_then(|here| source::find_root(&here));
    let root = root.ok_or_else(|| Fatal::Finding(Box::new(Diagnostic::new(&codes::NO_PORTAL))))?;
    Ok(root.join("public"))
}

/// The published addresses that may be lost. A name that represents none of them is a mistake, which is told before
/// anything is built.
fn let_go(given: &LetGoArgs, root: &Path) -> Result<LetGo, Fatal> {
    if given.accept_addresses {
        return Ok(LetGo::All);
    }
    let names: Vec<String> = given
        .let_go
        .iter()
        .map(|name| name.trim_start_matches('/').to_owned())
        .collect();
    if names.is_empty() {
        return Ok(LetGo::None);
    }
    let published =
        AddressList::read(root).map_err(Fatal::io("reading", &root.join(address_list::NAME)))?;
    let all = || published.addresses().iter().map(String::as_str);
    let unknown = names
        .iter()
        .find(|name| !all().any(|address| covers(name, address)));
    if let Some(name) = unknown {
        let near = nearest(name, all()).unwrap_or("none");
        let args = vec![("address", name.into()), ("near", near.into())];
        return Err(Fatal::wrong_command("not-published", args));
    }
    Ok(LetGo::These(names))
}

/// Which program this is: another version may make other pages of the same portal, and so may another build of it. None
/// where that cannot be told.
fn program() -> Option<CacheKey> {
    let file = std::env::current_exe().ok()?.metadata().ok()?;
    let built = file
        .modified()
        .ok()?
        .duration_since(std::time::UNIX_EPOCH)
        .ok()?
        .as_nanos();
    let version = env!("CARGO_PKG_VERSION").as_bytes();
    Some(CacheKey::of(&[
        version,
        &file.len().to_le_bytes(),
        &built.to_le_bytes(),
    ]))
}

/// `--as-of`, else `SOURCE_DATE_EPOCH`; else the content decides.
fn as_of(which: &PortalArgs) -> Result<Option<PartialDate>, Fatal> {
    if let Some(text) = &which.as_of {
        let date = PartialDate::parse(text);
        return date.map(Some).ok_or_else(|| {
            let near = meant(text).map_or_else(|| "none".to_owned(), |date| date.to_string());
            Fatal::wrong_command("as-of", vec![("text", text.into()), ("near", near.into())])
        });
    }
    let epoch = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|text| text.parse().ok());
    let instant = epoch.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    Ok(instant.map(|t| PartialDate::day(t.to_zoned(jiff::tz::TimeZone::UTC).date())))
}

/// Returns the exit code of a run that went to its end.
fn ended(failed: bool) -> ExitCode {
    if failed {
        ExitCode::from(FOUND)
    } else {
        ExitCode::SUCCESS
    }
}

/// Shows what was found, and says whether that makes the run fail.
fn report(
    sink: Sink,
    showing: &FindingArgs,
    speech: &Speech,
    to: &mut dyn Write,
) -> Result<bool, Fatal> {
    let mut found = sink.into_sorted();
    if showing.deny == Some(Deny::Warnings) {
        found
            .iter_mut()
            .filter(|d| d.severity == Severity::Warning)
            .for_each(|d| d.severity = Severity::Error);
    }
    let format = show::by_id(&showing.format).unwrap_or(show::ALL[0]);
    stdio::done(format.show(&found, speech, to))?;
    let errors = count(&found, Severity::Error);
    let warnings = count(&found, Severity::Warning);
    if errors + warnings > 0 {
        let counts: [(&'static str, Arg); 2] =
            [("errors", errors.into()), ("warnings", warnings.into())];
        note!("{}", speech.say("findings", &counts));
    }
    Ok(errors > 0)
}

/// Returns how many findings are of this severity.
fn count(found: &[Diagnostic], severity: Severity) -> usize {
    found.iter().filter(|d| d.severity == severity).count()
}
