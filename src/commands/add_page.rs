//! `tragaluz add KIND`: a new page, or a milestone of one.

use super::console::Console;
use super::stdio::tell;
use super::{ended, portal, portal_root, report};
use crate::cli::AddArgs;
use std::process::ExitCode;
use tragaluz::authoring::{
    AddedMilestone, AddedPage, MILESTONE, PageOrder, is_page_kind, page_kinds,
};
use tragaluz::text::messages::Arg;
use tragaluz::{Fatal, Sink};

/// Returns the kind of page that the first word names. A file of that name is meant where a folder is before it.
pub(super) fn kind(args: &AddArgs) -> Option<String> {
    let word = args.files.first()?.to_str()?;
    let root = portal_root(&args.which);
    (word == MILESTONE || is_page_kind(word, root.as_deref())).then(|| word.to_owned())
}

/// Refuses what can be said of pages alone.
pub(super) fn refuse_options(args: &AddArgs) -> Result<(), Fatal> {
    let options = [
        ("--id", args.id.is_some()),
        ("--of", args.of.is_some()),
        ("--fact", !args.known.is_empty()),
        ("--from", args.from.is_some()),
    ];
    let Some((option, _)) = options.into_iter().find(|(_, is_given)| *is_given) else {
        return Ok(());
    };
    let mut known = page_kinds(portal_root(&args.which).as_deref());
    known.push(MILESTONE.to_owned());
    let file = args.files.first().map(|file| file.display().to_string());
    let args = vec![
        ("option", option.into()),
        ("file", file.unwrap_or_default().into()),
        ("known", known.join(", ").into()),
    ];
    Err(Fatal::wrong_command("add-page-options", args))
}

pub(super) fn run(
    args: &AddArgs,
    kind: &str,
    lang: Option<String>,
    console: &Console<'_>,
) -> Result<ExitCode, Fatal> {
    let (root, options) = portal(&args.which, None)?;
    let documents: Vec<_> = args.files.iter().skip(1).chain(&args.from).collect();
    if documents.len() > 1 || kind == MILESTONE && !documents.is_empty() {
        return Err(Fatal::wrong_command("add-page-files", Vec::new()));
    }
    let facts = args.known.iter();
    let order = PageOrder {
        kind: kind.to_owned(),
        id: args.id.clone(),
        title: args.title.clone(),
        lang,
        of: args.of.clone(),
        facts: facts
            .map(|fact| (fact.name.clone(), fact.value.clone()))
            .collect(),
        document: documents.first().map(|path| (*path).clone()),
    };
    let mut sink = Sink::new();
    let (mut page, mut milestone) = (None, None);
    if kind == MILESTONE {
        milestone = tragaluz::add_milestone(&root, &options, &order, &mut sink)?;
    } else {
        page = tragaluz::add_page(&root, &options, &order, &mut sink)?;
    }
    let failed = report(sink, &args.showing, console, &mut anstream::stderr())?;
    if let Some(page) = page {
        tell_page(&page, console)?;
    }
    if let Some(milestone) = milestone {
        tell_milestone(&milestone, console)?;
    }
    Ok(ended(failed))
}

/// Says where a page is, and what it asks for.
fn tell_page(page: &AddedPage, console: &Console<'_>) -> Result<(), Fatal> {
    let args: [(&'static str, Arg); 3] = [
        ("page", page.path.as_str().into()),
        ("n", page.unknown.len().into()),
        ("unknown", page.unknown.join(", ").into()),
    ];
    console.done("added-a-page", &args)?;
    for (kind, count) in &page.lost {
        let args: [(&'static str, Arg); 2] =
            [("kind", kind.id().into()), ("count", (*count).into())];
        tell!("{}", console.say("document-lost", &args));
    }
    console.done("added-a-page-next", &[])?;
    Ok(())
}

fn tell_milestone(milestone: &AddedMilestone, console: &Console<'_>) -> Result<(), Fatal> {
    let args: [(&'static str, Arg); 2] = [
        ("number", milestone.number.to_string().into()),
        ("page", milestone.path.as_str().into()),
    ];
    console.done("added-milestone", &args)?;
    Ok(())
}
