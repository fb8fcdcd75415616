//! The command line. Help texts are the comments here; [`help`] says them in the user's language.

pub(crate) mod help;

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns Markdown commitment pages and data files into a static, low-bandwidth open-data portal.
#[derive(Debug, Parser)]
#[command(name = "tragaluz", version, about, disable_help_subcommand = true)]
pub(crate) struct Cli {
    // What every order takes stands below what is its own.
    /// The language of what the program says, and of a new portal [default: that of this computer]
    #[arg(long, global = true, display_order = 900, value_name = "LANG", value_parser = ["es", "en"])]
    pub lang: Option<String>,
    /// Say nothing of what is done: only what was found, and what was asked for
    #[arg(short, long, global = true, display_order = 901)]
    pub quiet: bool,
    /// Say each stage of the work as it ends, and how long it took
    #[arg(
        short,
        long,
        global = true,
        display_order = 902,
        conflicts_with = "quiet"
    )]
    pub verbose: bool,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Make a new portal: a small complete one that builds
    New(NewArgs),
    /// Add data files to the portal, each as a dataset with a page; or a page of any kind that explains its facts
    Add(AddArgs),
    /// Write what pages say as a workbook: a row for each commitment, milestone, report and other page
    Export(ExportArgs),
    /// Read a workbook back into the pages: show what differs, ask, and change only those facts
    Import(ImportArgs),
    /// Make the site
    Build(BuildArgs),
    /// Find everything that can be wrong in the portal, or in single data files, and write nothing
    Check(CheckArgs),
    /// Say what a data file holds: its columns, their types, and what was counted of them
    Profile(ProfileArgs),
    /// Turn a data file into another format, told by the ending of its name
    Convert(ConvertArgs),
    /// Make a copy of a file with the personal data in it masked or left out, and say what was done
    Redact(RedactArgs),
    /// Make a version of each dataset that changed: numbered, dated, with what changed row by row
    Release(ReleaseArgs),
    /// Hold a published copy against its checksums, its signature and its versions
    Verify(VerifyArgs),
    /// Sign a published site, so that whoever has your public key can tell it from any other
    Sign(SignArgs),
    /// Bring the built site to where readers get it: a folder, a branch of a repository, a server; only what changed is sent
    Publish(PublishArgs),
    /// Say what every page weighs, and how long it takes on three connections
    Weigh(WeighArgs),
    /// Preview the site on this computer, and make it again whenever a file changes
    #[cfg(feature = "serve")]
    Serve(ServeArgs),
    /// Copy files of a theme into the portal, to be changed there, or check the portal's theme
    Theme(ThemeArgs),
    /// Write JSON Schemas of the settings and of the facts of each kind of page, by which an editor helps to write them
    Schemas(SchemasArgs),
    /// Explain a finding by its code; without a code, list them all
    Explain(ExplainArgs),
    /// Write what a shell completes this program's command lines with
    Completions(CompletionsArgs),
    /// Write the manual as pages for man, in English and Spanish
    Manual(ManualArgs),
}

/// Which portal, and what is told of it.
#[derive(Debug, Clone, Args)]
pub(crate) struct PortalArgs {
    /// The portal's folder [default: the nearest one upwards that holds a tragaluz.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The address that the site will have, in place of the portal's own
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// The day that "overdue" is computed for [default: SOURCE_DATE_EPOCH, else the newest date in the content]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<String>,
    /// The theme, in place of the portal's own
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
}

/// How findings are shown, and which of them count.
#[derive(Debug, Clone, Args)]
pub(crate) struct FindingArgs {
    /// How findings are shown
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json", "github", "sarif"])]
    pub format: String,
    /// Count warnings as errors
    #[arg(long, value_name = "WHAT")]
    pub deny: Option<Deny>,
}

/// What may be denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Warnings.
    Warnings,
}

/// Which published addresses may be lost.
#[derive(Debug, Clone, Args)]
pub(crate) struct LetGoArgs {
    /// Give up a published address that is lost; one that ends in / stands for all below it. May be given several times
    #[arg(long, value_name = "ADDRESS")]
    pub let_go: Vec<String>,
    /// Give up every published address that is lost
    #[arg(long)]
    pub accept_addresses: bool,
}

/// `tragaluz schemas`
#[derive(Debug, Args)]
pub(crate) struct SchemasArgs {
    /// Which portal.
    #[command(flatten)]
    pub which: PortalArgs,
}

/// `tragaluz new`
#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// The folder to make
    pub dir: PathBuf,
    /// Make the full example instead: Mexico's commitments and data, in Spanish and English
    #[arg(long, conflicts_with_all = ["title", "publisher", "licence", "place", "colour"])]
    pub demo: bool,
    /// The portal's name
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The institution that publishes it
    #[arg(long, value_name = "TEXT")]
    pub publisher: Option<String>,
    /// The licence of its data: CC-BY-4.0, CC-BY-SA-4.0 or CC0-1.0
    #[arg(long, value_name = "NAME")]
    pub licence: Option<String>,
    /// The place that it is about, such as Mexico, or “Toledo, Spain”
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// The institution's colour, such as #9f2241
    #[arg(long, value_name = "COLOUR")]
    pub colour: Option<String>,
    /// The forge for which a workflow file is written that publishes the portal
    #[arg(long, value_name = "NAME", default_value = "github", value_parser = ["github", "gitlab", "forgejo", "none"])]
    pub forge: String,
}

/// `tragaluz add`
#[derive(Debug, Args)]
pub(crate) struct AddArgs {
    /// Tables, workbooks, ZIP files, or folders such as that of a Data Package; or a kind of page, such as commitment, report,
    /// milestone, initiative, document
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The dataset's name, by which its folder and its address are called; all files become this one dataset
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// The title of the dataset or page; of a milestone, what is to be done
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The name of a new page's file, by which its address is called [default: made of the title]
    #[arg(long, value_name = "NAME", conflicts_with = "name")]
    pub id: Option<String>,
    /// The commitment that a milestone or a report belongs to, by the name of its file
    #[arg(long, value_name = "COMMITMENT", conflicts_with = "name")]
    pub of: Option<String>,
    /// The Word document (.docx) or OpenDocument text (.odt) that a new page is made of
    #[arg(long, value_name = "FILE", conflicts_with = "name")]
    pub from: Option<PathBuf>,
    /// The files are new editions of data that are there: say what changed in columns and rows, and replace them
    #[arg(long, conflicts_with_all = ["id", "of", "from", "known", "title"])]
    pub update: bool,
    /// Replace without being asked
    #[arg(long, requires = "update")]
    pub yes: bool,
    /// A fact of a new page that is known, such as start=2026-01; may be given several times
    #[arg(long = "fact", value_name = "NAME=VALUE", value_parser = named_fact, conflicts_with = "name")]
    pub known: Vec<NamedFact>,
    #[command(flatten)]
    pub which: PortalArgs,
    #[command(flatten)]
    pub showing: FindingArgs,
}

/// A fact and its value.
#[derive(Debug, Clone)]
pub(crate) struct NamedFact {
    pub(crate) name: String,
    pub(crate) value: String,
}

/// Parses `NAME=VALUE`.
fn named_fact(text: &str) -> Result<NamedFact, String> {
    let (name, value) = text.split_once('=').ok_or("NAME=VALUE")?;
    Ok(NamedFact {
        name: name.trim().to_owned(),
        value: value.trim().to_owned(),
    })
}

/// `tragaluz export`
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// The workbook to write, ending in .xlsx; with another name a folder, in which each sheet is a CSV
    #[arg(long, value_name = "FILE")]
    pub workbook: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub which: PortalArgs,
    #[command(flatten)]
    pub showing: FindingArgs,
}

/// `tragaluz import`
#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// The workbook to read (.xlsx, .ods), a CSV of one kind, or a folder of them, as “export” wrote it
    #[arg(long = "workbook", value_name = "FILE")]
    pub filled_in: PathBuf,
    /// Show what differs, and write nothing
    #[arg(long = "dry-run")]
    pub only_shown: bool,
    /// Write what differs without being asked
    #[arg(long = "yes", conflicts_with = "only_shown")]
    pub agreed: bool,
    /// Write also facts that were changed in their pages, too, since the workbook was written
    #[arg(long = "force")]
    pub over_changes: bool,
    #[command(flatten)]
    pub which: PortalArgs,
    #[command(flatten)]
    pub showing: FindingArgs,
}

/// `tragaluz build`
#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    pub which: PortalArgs,
    /// Where the site goes [default: the folder public in the portal]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// This site is published: add its addresses to addresses.txt, which later builds keep
    #[arg(long)]
    pub published: bool,
    #[command(flatten)]
    pub giving_up: LetGoArgs,
    /// Leave out pages and datasets with an error, and publish everything else; the exit code is 1 all the same
    #[arg(long)]
    pub keep_going: bool,
    /// Make everything anew: take nothing from the last run, and keep nothing for the next
    #[arg(long)]
    pub no_cache: bool,
    /// Say where the time went: by stage, and the slowest files
    #[arg(long, value_name = "FORMAT", num_args = 0..=1, default_missing_value = "text", value_parser = ["text", "json"])]
    pub timings: Option<String>,
    /// Stay, and make the site again whenever a file changes
    #[cfg(feature = "serve")]
    #[arg(long)]
    pub watch: bool,
    #[command(flatten)]
    pub showing: FindingArgs,
}

/// `tragaluz check`
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// Data files to check, in or outside a portal; without any, the portal is checked
    pub files: Vec<PathBuf>,
    /// The Table Schema that the files are held against
    #[arg(long, value_name = "FILE", requires = "files")]
    pub schema: Option<PathBuf>,
    /// Raise a limit that a file exceeds, named by the message that says so; a portal's are in its settings
    #[arg(long = "limit", value_name = "NAME=NUMBER", requires = "files")]
    pub limits: Vec<String>,
    /// Suggest links for numbers in texts that the data of their page hold
    #[arg(long, conflicts_with = "files")]
    pub suggest: bool,
    /// Ask each address of others that pages name whether anything still is there: this alone asks other computers
    #[arg(long)]
    pub links: bool,
    #[command(flatten)]
    pub which: PortalArgs,
    #[command(flatten)]
    pub giving_up: LetGoArgs,
    #[command(flatten)]
    pub showing: FindingArgs,
}

/// `tragaluz release`
#[derive(Debug, Args)]
pub(crate) struct ReleaseArgs {
    /// The datasets, by their names; without any, all that changed
    pub datasets: Vec<String>,
    /// Why: the data were due, something was wrong, they are made otherwise, or something may not be published
    #[arg(long, value_name = "REASON", default_value = "scheduled", value_parser = ["scheduled", "correction", "method", "takedown"])]
    pub reason: String,
    /// What readers are told of it, in a sentence
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Of a takedown: the rows to take out of every version, by a cell; several options mean rows that have all of them
    #[arg(long = "where", value_name = "COLUMN=VALUE")]
    pub rows: Vec<String>,
    /// Of a takedown: empty the cells of this column, in these rows or in all; without it the rows themselves go
    #[arg(long = "column", value_name = "COLUMN")]
    pub emptied: Vec<String>,
    #[command(flatten)]
    pub which: PortalArgs,
    #[command(flatten)]
    pub showing: FindingArgs,
}

/// `tragaluz verify`
#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// The folder of the copy, or its address on the web [default: the folder public of the portal that you are in]
    pub dir: Option<PathBuf>,
    /// The publisher's public key, or the file that holds it; without one, the key that came with the copy is taken
    #[arg(long, value_name = "KEY")]
    pub key: Option<String>,
    /// A file that you got earlier: is it what is offered now, which version is it, and what changed since?
    #[arg(long, value_name = "FILE", conflicts_with = "figure")]
    pub file: Option<PathBuf>,
    /// A figure such as "0.35": every place that has it, now and in each version
    #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
    pub figure: Option<String>,
    /// Look for the figure on this page alone, or in this dataset
    #[arg(long = "in", value_name = "PLACE", requires = "figure")]
    pub within: Option<String>,
    /// A version such as budget@3: write what changed in the dataset since it to a ZIP
    #[arg(long, value_name = "VERSION", requires = "zip", conflicts_with_all = ["figure", "file"])]
    pub since: Option<String>,
    /// The ZIP that what changed since a version is written to
    #[arg(long, value_name = "FILE", requires = "since")]
    pub zip: Option<PathBuf>,
    #[command(flatten)]
    pub showing: FindingArgs,
}

/// `tragaluz sign`
#[derive(Debug, Args)]
pub(crate) struct SignArgs {
    /// The folder of the site [default: the folder public of the portal that you are in]
    pub dir: Option<PathBuf>,
    /// The file of your secret key, as “minisign -G” makes it [default: the key itself in TRAGALUZ_SIGN_KEY]
    #[arg(long = "key", value_name = "FILE")]
    pub secret_key: Option<PathBuf>,
}

/// `tragaluz publish`
#[derive(Debug, Args)]
pub(crate) struct PublishArgs {
    /// Where to: a name from [publish] in tragaluz.toml, a folder, or an address such as git:origin#gh-pages [default: the only name there]
    pub target: Option<String>,
    /// List what would be sent, replaced and removed, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Read everything back afterwards, and compare the checksums
    #[arg(long)]
    pub check: bool,
    /// Bring back the site that was there before the present one
    #[arg(long)]
    pub back: bool,
    /// Write over files there that this program did not put there
    #[arg(long)]
    pub over: bool,
    /// The host that the target is at, whose limits are looked at first: github-pages, gitlab-pages, codeberg-pages, cloudflare-pages; none = those of none
    #[arg(long = "host", value_name = "NAME")]
    pub at_host: Option<String>,
    /// Write what a host wants in order to publish the portal into its folder: github, gitlab, forgejo, nginx, iis
    #[arg(long = "setup", value_name = "NAME", conflicts_with_all = ["target", "back", "check", "dry_run"])]
    pub setup: Option<String>,
    /// The portal's folder [default: the nearest one upwards that holds a tragaluz.toml]
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The folder of the built site [default: the folder public in the portal]
    #[arg(long = "out", value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// How it is told what was done
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub format: String,
}

/// `tragaluz profile`
#[derive(Debug, Args)]
pub(crate) struct ProfileArgs {
    /// The data file; - for the pipe
    pub file: PathBuf,
    /// A Table Schema that says more of it
    #[arg(long, value_name = "FILE")]
    pub schema: Option<PathBuf>,
    /// Raise a limit that the file exceeds, named by the message that says so
    #[arg(long = "limit", value_name = "NAME=NUMBER")]
    pub limits: Vec<String>,
    /// How it is shown
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub format: String,
    /// Write what was found of the columns as a Table Schema, for a person to go on with and for check --schema
    #[arg(long, value_name = "FILE")]
    pub write_schema: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long, requires = "write_schema")]
    pub force: bool,
}

/// `tragaluz convert`
#[derive(Debug, Args)]
pub(crate) struct ConvertArgs {
    /// The data file; - for the pipe
    pub file: PathBuf,
    /// The file to write, or several in one go; - for the pipe
    #[arg(required = true)]
    pub out: Vec<PathBuf>,
    /// A Table Schema that says more of it
    #[arg(long, value_name = "FILE")]
    pub schema: Option<PathBuf>,
    /// Raise a limit that the file exceeds, named by the message that says so
    #[arg(long = "limit", value_name = "NAME=NUMBER")]
    pub limits: Vec<String>,
    /// The format, in place of the one that the ending tells; csv on a pipe
    #[arg(long, value_name = "FORMAT")]
    pub to: Option<String>,
    /// CSV with every cell as it was received: no ISO dates, no decimal points in the place of commas
    #[arg(long)]
    pub as_received: bool,
    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
}

/// `tragaluz redact`
#[derive(Debug, Args)]
pub(crate) struct RedactArgs {
    /// The file: a table in any form, a page or another text, a picture
    pub file: PathBuf,
    /// The copy [default: beside the file, as NAME.redacted.ENDING]
    pub out: Option<PathBuf>,
    /// Leave out each column in which something is found, in place of masking it
    #[arg(long)]
    pub leave_out: bool,
    /// Leave out these columns, whatever they hold
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// Take out these kinds alone, such as curp,e-mail [default: every kind that has a fixed form]
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Take out these kinds too, such as names, which only a person can be sure of; all for every one
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub also: Vec<String>,
    /// Leave these kinds as they are
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    pub keep: Vec<String>,
    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
    /// Raise a limit that the file exceeds, named by the message that says so
    #[arg(long = "limit", value_name = "NAME=NUMBER")]
    pub limits: Vec<String>,
    /// How it is told what was done
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub format: String,
}

/// `tragaluz weigh`
#[derive(Debug, Args)]
pub(crate) struct WeighArgs {
    #[command(flatten)]
    pub which: PortalArgs,
    /// How the weights are shown
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub format: String,
}

/// `tragaluz serve`
#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    pub which: PortalArgs,
    /// Where the site goes [default: the folder public in the portal]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Make everything anew at the start: take nothing from the last run, and keep nothing for the next
    #[arg(long)]
    pub no_cache: bool,
    /// The port; when it is taken, the next free one of the ten after it
    #[arg(long, value_name = "PORT", default_value_t = 8040)]
    pub port: u16,
    /// Show it in the browser at once
    #[arg(long)]
    pub open: bool,
    /// A name or address of this computer under which others may see the preview too; can be given several times
    #[arg(long, value_name = "NAME")]
    pub host: Vec<String>,
}

/// `tragaluz explain`
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The code, as it stands in brackets in a message
    pub code: Option<String>,
}

/// `tragaluz completions`
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// `tragaluz manual`
#[derive(Debug, Args)]
pub(crate) struct ManualArgs {
    /// The folder that its pages go to, which “man -M” takes
    pub dir: PathBuf,
    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
}

/// `tragaluz theme`
#[derive(Debug, Args)]
pub(crate) struct ThemeArgs {
    /// What to do
    #[arg(value_name = "WHAT", value_parser = ["copy", "check"])]
    pub action: String,
    /// The theme; to check, that of the portal where none is named
    #[arg(value_name = "NAME")]
    pub called: Option<String>,
    /// Files of it, such as templates/commitment.html; without any, all of them
    pub files: Vec<String>,
    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub which: PortalArgs,
    #[command(flatten)]
    pub showing: FindingArgs,
}
