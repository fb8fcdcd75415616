//! `tragaluz publish`

use super::build::megabytes;
use super::console::Console;
use super::stdio::{note, tell};
use super::{ended, portal, program, report};
use crate::cli::{FindingArgs, PortalArgs, PublishArgs};
use serde::Serialize;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use tragaluz::publishing::{
    FileFate, PlannedFile, PublishOrder, SendPlan, SendProgress, SitePublication,
};
use tragaluz::text::messages::Arg;
use tragaluz::text::near::nearest;
use tragaluz::text::obeyed;
use tragaluz::{Fatal, NamedTarget, Sink};

/// What was done, as JSON.
#[derive(Serialize)]
struct PublishAnswer<'a> {
    target: &'a str,
    /// Whether only what would be done is said.
    dry_run: bool,
    #[serde(flatten)]
    plan: &'a SendPlan,
    /// Files that were read back; absent where none were.
    #[serde(skip_serializing_if = "Option::is_none")]
    checked: Option<usize>,
}

pub(super) fn run(args: &PublishArgs, console: &Console<'_>) -> Result<ExitCode, Fatal> {
    let which = PortalArgs {
        root: args.root.clone(),
        base_url: None,
        as_of: None,
        theme: None,
    };
    let (root, mut options) = portal(&which, None)?;
    if let Some(host) = &args.setup {
        return set_up(args, &root, host, console);
    }
    options.program = program();
    let target = target(args, &root)?;
    let order = PublishOrder {
        to: target.to,
        back: args.back,
        over: args.over,
        host: args.at_host.clone().or(target.host),
        secrets: secret,
        now: jiff::Timestamp::now,
    };
    let out = args.site.clone().unwrap_or_else(|| root.join("public"));
    let mut publication = SitePublication::open(&root, &out, &order)?;
    if args.dry_run {
        tell_plan(args, &publication, console)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut sink = sample_values(args, &root)?;
    publication.send(&mut tell_progress)?;
    if !args.back && !tragaluz::record_published(&root, &options, publication.sums())? {
        note!("{}", console.say("publish-addresses", &[]));
    }
    let checked = args.check.then(|| publication.check(&mut sink));
    let checked = checked.transpose()?;
    let showing = FindingArgs {
        format: "text".to_owned(),
        deny: None,
    };
    let failed = report(sink, &showing, console, &mut anstream::stderr())?;
    tell_done(args, &publication, checked, console)?;
    Ok(ended(failed))
}

/// Returns what is still the sample's of the portal that is published.
fn sample_values(args: &PublishArgs, root: &Path) -> Result<Sink, Fatal> {
    let mut sink = Sink::new();
    if !args.back {
        tragaluz::sample_values(root, &mut sink)?;
    }
    Ok(sink)
}

/// Writes what a host wants, and says what is to be done with it.
fn set_up(
    args: &PublishArgs,
    root: &Path,
    host: &str,
    console: &Console<'_>,
) -> Result<ExitCode, Fatal> {
    let path = tragaluz::publishing::set_up(root, host, args.over)?;
    let told: [(&'static str, Arg); 2] = [("path", path.into()), ("host", host.into())];
    console.done("publish-set-up", &told)?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the value of a variable of the environment, where secrets are.
fn secret(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Returns where to publish: at a name of the settings, or at an address; without either, at the only name.
fn target(args: &PublishArgs, root: &Path) -> Result<NamedTarget, Fatal> {
    let named = tragaluz::named_targets(root)?;
    let Some(given) = &args.target else {
        return match &named[..] {
            [only] => Ok(only.clone()),
            [] => Err(Fatal::wrong_command("publish-nowhere", Vec::new())),
            several => {
                let names: Vec<&str> = several.iter().map(|one| one.name.as_str()).collect();
                let args = vec![("names", names.join(", ").into())];
                Err(Fatal::wrong_command("publish-several", args))
            }
        };
    };
    if let Some(found) = named.iter().find(|one| one.name == *given) {
        return Ok(found.clone());
    }
    // A name that is misspelt is no folder that somebody wants.
    let names = named.iter().map(|one| one.name.as_str());
    let is_place = given.contains(['/', '\\', ':', '.']) || root.join(given).is_dir();
    if !is_place {
        let near = nearest(given, names).unwrap_or("none");
        let args = vec![("given", given.into()), ("near", near.into())];
        return Err(Fatal::wrong_command("publish-unknown", args));
    }
    Ok(NamedTarget {
        name: String::new(),
        to: given.clone(),
        host: None,
    })
}

/// Shows on a terminal how far it has come; a pipe is told nothing.
fn tell_progress(progress: SendProgress) {
    let mut out = std::io::stderr();
    if out.is_terminal() {
        let size = megabytes(progress.bytes);
        let end = if progress.files == progress.of {
            "\r\x1b[K"
        } else {
            ""
        };
        // Where it cannot be written to, there is nobody left to be told.
        let _ = write!(out, "\r{}/{}, {size}{end}", progress.files, progress.of);
    }
}

/// Lists what would be done.
fn tell_plan(
    args: &PublishArgs,
    publication: &SitePublication,
    console: &Console<'_>,
) -> Result<(), Fatal> {
    if args.format == "json" {
        return tell_json(publication, true, None);
    }
    let plan = publication.plan();
    for file in plan.sent.iter().chain(&plan.removed) {
        tell!("{}", planned(file, console));
    }
    tell!("{}", console.say("publish-plan", &counted(publication)));
    Ok(())
}

/// Returns a line of the list.
fn planned(file: &PlannedFile, console: &Console<'_>) -> String {
    let fate = match file.fate {
        FileFate::New => "new",
        FileFate::Replaced => "replaced",
        FileFate::Removed => "removed",
    };
    let args: [(&'static str, Arg); 3] = [
        ("fate", fate.into()),
        ("path", obeyed::shown(&file.path).into_owned().into()),
        ("bytes", file.bytes.unwrap_or_default().into()),
    ];
    console.say("publish-file", &args)
}

/// Returns what there is to a publication, as particulars of a message.
fn counted(publication: &SitePublication) -> [(&'static str, Arg); 5] {
    let plan = publication.plan();
    [
        ("target", publication.target().into()),
        ("sent", plan.sent.len().into()),
        ("size", megabytes(plan.bytes()).into()),
        ("removed", plan.removed.len().into()),
        ("same", plan.same.into()),
    ]
}

/// Says what was done.
fn tell_done(
    args: &PublishArgs,
    publication: &SitePublication,
    checked: Option<usize>,
    console: &Console<'_>,
) -> Result<(), Fatal> {
    if args.format == "json" {
        return tell_json(publication, false, checked);
    }
    let id = if publication.plan().is_nothing() {
        "publish-same"
    } else {
        "publish-done"
    };
    tell!("{}", console.say(id, &counted(publication)));
    if let Some(files) = checked {
        tell!(
            "{}",
            console.say("publish-checked", &[("files", files.into())])
        );
    }
    Ok(())
}

fn tell_json(
    publication: &SitePublication,
    dry_run: bool,
    checked: Option<usize>,
) -> Result<(), Fatal> {
    let answer = PublishAnswer {
        target: publication.target(),
        dry_run,
        plan: publication.plan(),
        checked,
    };
    let json = serde_json::to_string(&answer).map_err(Fatal::fault)?;
    tell!("{}", obeyed::json(&json));
    Ok(())
}
