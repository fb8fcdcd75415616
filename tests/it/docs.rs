//! What the program knows is documented: findings, settings, facts of pages.
//!
//! `docs/findings.md` is made of the messages, and rows of `docs/catalogs.md` of the table of facts in words:
//! `SNAPSHOTS=overwrite cargo test --test it docs::` writes them anew.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the document that it checks, when told to"
)]

use crate::driver::repository;
use snapbox::assert::{Action, DEFAULT_ACTION_ENV};
use std::collections::BTreeSet;
use std::fs;
use tragaluz::diag::{Severity, Speech, codes};
use tragaluz::model::stated_facts::{DcatUs3Property, STATED_FACTS, StatedFact};

fn read(path: &str) -> String {
    fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

const HEAD: &str = "\
# Findings

`tragaluz check` and `tragaluz build` say what is wrong in words, with the file, the line and how to mend it. Each
kind of finding has a code that stays the same from version to version, so that scripts can rely on it.
`tragaluz explain CODE` says what stands here. Everything that the program says, help and errors of the command line among
it, is in Spanish where your computer speaks Spanish, and in the language that `--lang` names.

An **error** keeps the site from being published. A **warning** does not: what the source says is published as it says it,
and a warning tells you that it is odd. Of each kind the first twenty are shown, and how many more there are;
`--format json` lists them all. What keeps the program from running at all (exit code 2) is told in the same format, and in
the same place: `check` writes findings to the standard output, `build` to the error stream.

One run says everything that it can find, with one exception: a `tragaluz.toml` that cannot be read is told alone. Languages,
addresses and limits depend on it, and what would be said of the rest without them would not be true.

A warning or a note that you know of and leave as it is can be acknowledged with a reason, in the [file](content.md) that it is
about or in the [settings](settings.md#acknowledged); `--deny warnings` then passes.

`tragaluz build --keep-going` leaves out the page or dataset in which it finds an error, and publishes the others. Errors that are
marked as *always stopping* keep the whole site from being published all the same.
";

/// Rooms whose findings stand together, and the heading over them.
const ROOMS: &[(&str, &str)] = &[
    ("source", "Files and their facts"),
    ("model", "What the pages say"),
    ("data", "Data files"),
    ("site", "The site that is made"),
    ("verify", "A published copy that is verified"),
    ("publishing", "Publishing"),
    ("program", "When the program cannot run"),
];

/// The codes of each room, as the table has them.
fn rooms() -> Vec<(String, Vec<String>)> {
    let mut rooms: Vec<(String, Vec<String>)> = Vec::new();
    for line in include_str!("../../src/diag/codes.rs")
        .lines()
        .map(str::trim)
    {
        if let Some(room) = line.strip_prefix('"').and_then(|l| l.strip_suffix("\":")) {
            rooms.push((room.to_owned(), Vec::new()));
        } else if let (Some((_, rest)), Some(room)) = (line.split_once(" = \""), rooms.last_mut()) {
            room.1
                .extend(rest.split_once('"').map(|(id, _)| id.to_owned()));
        }
    }
    rooms
}

#[test]
fn every_finding_is_documented() {
    let speech = Speech::for_locale("en");
    let mut document = HEAD.to_owned();
    let mut ids = Vec::new();
    for (room, codes_of_room) in rooms() {
        let heading = ROOMS
            .iter()
            .find(|(id, _)| *id == room)
            .map_or(room.as_str(), |(_, heading)| heading);
        document.push_str(&format!("\n## {heading}\n"));
        for id in codes_of_room {
            let code = codes::by_id(&id).expect("a code of the table");
            let weight = match code.severity {
                Severity::Error if code.going_on == codes::KeepGoing::Stops => {
                    "Error, always stopping"
                }
                Severity::Error => "Error",
                Severity::Warning => "Warning",
                Severity::Note => "Note",
            };
            let why = speech.why(code).expect("every code has its reason");
            assert!(
                !why.contains("{$"),
                "{id}: its reason depends on a particular: {why}"
            );
            let title = speech.title(code).expect("every code has its title");
            document.push_str(&format!("\n### `{id}`\n\n**{title}.** {weight}. {why}\n"));
            ids.push(id);
        }
    }
    let all: Vec<&str> = codes::ALL.iter().map(|code| code.id).collect();
    assert_eq!(ids, all, "the table of codes is not read as it was");
    if Action::with_env_var(DEFAULT_ACTION_ENV) == Some(Action::Overwrite) {
        fs::write(repository("docs/findings.md"), &document).unwrap();
    }
    let stale = fs::read_to_string(repository("docs/findings.md")).unwrap_or_default() != document;
    assert!(
        !stale,
        "docs/findings.md is not what the messages say; {DEFAULT_ACTION_ENV}=overwrite writes it anew"
    );
}

/// Names that a file of `src/` reads: its plain texts of letters and `_`, those aside that name something else.
fn names(path: &str, others: &[&str]) -> BTreeSet<String> {
    let code = read(path);
    let code = code.split("\nmod tests {").next().unwrap_or_default();
    let mut names = BTreeSet::new();
    for line in code
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
    {
        for text in line.split('"').skip(1).step_by(2) {
            let plain = text.starts_with(|c: char| c.is_ascii_lowercase())
                && text.chars().all(|c| c.is_ascii_alphabetic() || c == '_');
            if plain && !others.contains(&text) {
                names.insert(text.to_owned());
            }
        }
    }
    assert!(names.len() > 1, "{path} reads hardly anything");
    names
}

fn missing(document: &str, names: BTreeSet<String>) -> Vec<String> {
    let words: BTreeSet<&str> = document
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .collect();
    // A fact is written as code, alone or within an example.
    let code: BTreeSet<&str> = document.split('`').skip(1).step_by(2).collect();
    let written = |name: &String| {
        code.iter().any(|c| {
            c.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .any(|word| word == name)
        })
    };
    names
        .into_iter()
        .filter(|name| !words.contains(name.as_str()) || !written(name))
        .collect()
}

#[test]
fn every_setting_is_documented() {
    // Particulars of findings, and values that are where nothing is given.
    const OTHERS: &[&str] = &[
        "cause",
        "summary",
        "policy_area",
        "day",
        "en",
        "expected",
        "fact",
        "settings",
        "text",
        "tragaluz",
        "use",
    ];
    for source in [
        "settings",
        "editions",
        "privacy",
        "series",
        "service",
        "waiver",
        "declared_kind",
        "declared_fact",
    ] {
        let absent = missing(
            &read("docs/settings.md"),
            names(&format!("src/model/{source}.rs"), OTHERS),
        );
        assert!(absent.is_empty(), "not in docs/settings.md: {absent:?}");
    }
}

/// Numbers as the documentation writes them.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let groups: Vec<&str> = (digits.as_bytes().rchunks(3).rev())
        .map(|group| std::str::from_utf8(group).unwrap())
        .collect();
    groups.join(",")
}

#[test]
fn every_ground_of_a_waiver_is_documented() {
    let document = read("docs/privacy.md");
    let settings = read("docs/settings.md");
    for ground in tragaluz::model::waiver::GROUNDS {
        assert!(document.contains(&format!("\n| `{ground}` | ")), "{ground}");
        assert!(settings.contains(&format!("`{ground}`")), "{ground}");
    }
}

#[test]
fn every_limit_is_documented() {
    use tragaluz::diag::codes;
    use tragaluz::source::limits::Limit;
    let document = read("docs/limits.md");
    for known in Limit::ALL {
        let (default, most) = (grouped(known.default), grouped(known.most));
        let begin = format!("| `{}` | {default} | {most} | ", known.name);
        let row = document.lines().find_map(|line| line.strip_prefix(&begin));
        let row = row.unwrap_or_else(|| panic!("not in docs/limits.md: {begin}"));
        let told = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let told: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
        assert!(!told.is_empty(), "{}: no code of a message", known.name);
        for code in told {
            let is_code = codes::ALL.iter().any(|known| known.id == code);
            assert!(is_code || code == "408", "{}: {code}", known.name);
        }
    }
}

#[test]
fn the_examples_of_settings_are_right() {
    let document = read("docs/settings.md");
    let fences = document
        .split("```toml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or_default());
    let groups: Vec<&str> = fences.filter(|fence| fence.starts_with('[')).collect();
    // The first is the smallest portal; the others together are a whole file.
    for settings in [groups[0].to_owned(), groups[1..].concat()] {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("tragaluz.toml"), &settings).unwrap();
        // The files and datasets that they speak of.
        fs::create_dir_all(home.path().join("content/mapas/visor")).unwrap();
        let named: &[&str] = if settings.contains("visor.html") {
            &["mapas/visor.html", "mapas/visor/visor.js"]
        } else {
            &[]
        };
        for file in named {
            fs::write(home.path().join("content").join(file), "x").unwrap();
        }
        for dataset in ["budget-2023", "budget-2024"] {
            let folder = home.path().join("data").join(dataset);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("budget.csv"), "item,amount\n1,2\n").unwrap();
        }
        let mut sink = tragaluz::diag::Sink::new();
        let source = tragaluz::source::read(home.path(), &mut sink).unwrap();
        tragaluz::model::gather(&source, &tragaluz::cache::Cache::off(), &mut sink);
        assert_eq!(sink.into_sorted(), []);
    }
}

#[test]
fn every_fact_is_documented() {
    // Particulars of findings, and words that are in messages.
    const OTHERS: &[&str] = &[
        "column",
        "count",
        "croissant",
        "datapackage",
        "es",
        "en",
        "expected",
        "fact",
        "facts",
        "feed",
        "file",
        "folder",
        "from",
        "home",
        "key",
        "json",
        "main",
        "milestone",
        "near",
        "names",
        "other",
        "profile",
        "use",
        "undeclared",
        "what",
        "words",
    ];
    let document = read("docs/content.md");
    let mut absent = Vec::new();
    for name in [
        "facts",
        "commitment",
        "report",
        "action_plan",
        "initiative",
        "term",
        "datasets",
        "resources",
        "table_schema",
    ] {
        let path = format!("src/model/{name}.rs");
        absent.extend(
            missing(&document, names(&path, OTHERS))
                .into_iter()
                .map(|fact| format!("{path}: {fact}")),
        );
    }
    let stated = STATED_FACTS.iter().map(|fact| fact.key.to_owned());
    absent.extend(missing(&document, stated.collect()));
    assert!(absent.is_empty(), "not in docs/content.md: {absent:#?}");
}

/// Returns the row of `docs/catalogs.md` that says what each catalog calls a fact in words; `data.json` has no name for any.
fn catalogs_row(fact: &StatedFact) -> String {
    let dcat_ap = fact.dcat_ap.as_ref().map(|statement| statement.property);
    let dcat_us_3 = fact.dcat_us_3.as_ref().map(|property| match property {
        DcatUs3Property::Texts(name) => name,
        DcatUs3Property::ScopeNote => "scopeNote",
    });
    let names = [Some(fact.key), dcat_ap, None, dcat_us_3, fact.schema_org];
    let names = names.map(|name| name.map_or("–".to_owned(), |name| format!("`{name}`")));
    format!("| {} |", names.join(" | "))
}

#[test]
fn every_fact_in_words_has_a_heading_in_each_language() {
    for lang in ["en", "es"] {
        let words = read(&format!("themes/claro/i18n/{lang}.ftl"));
        for fact in STATED_FACTS {
            let begins = format!("{} = ", fact.key);
            let is_there = words.lines().any(|line| line.starts_with(&begins));
            assert!(is_there, "{lang}.ftl has no heading for `{}`", fact.key);
        }
    }
}

#[test]
fn catalogs_names_of_facts_in_words_are_documented() {
    let document = read("docs/catalogs.md");
    let is_stated = |line: &&str| {
        let mut stated = STATED_FACTS.iter();
        stated.any(|fact| line.starts_with(&format!("| `{}` |", fact.key)))
    };
    let mut lines: Vec<String> = (document.lines().filter(|line| !is_stated(line)))
        .map(str::to_owned)
        .collect();
    let below = lines
        .iter()
        .position(|line| line.starts_with("| `row_is` |"));
    let below = below.expect("the row below those of facts in words");
    lines.splice(below..below, STATED_FACTS.iter().map(catalogs_row));
    let due = lines.join("\n") + "\n";
    if Action::with_env_var(DEFAULT_ACTION_ENV) == Some(Action::Overwrite) {
        fs::write(repository("docs/catalogs.md"), &due).unwrap();
        return;
    }
    assert!(
        document == due,
        "docs/catalogs.md is not what the table of facts says; {DEFAULT_ACTION_ENV}=overwrite writes it anew"
    );
}

#[test]
fn every_word_of_a_closed_list_is_documented() {
    use tragaluz::model::form::FORM;
    use tragaluz::model::vocabulary::{
        AMBITIONS, AsPlanned, Completion, DEGREES, NOVELTIES, ReportStage, SECTIONS, Status,
    };
    let statuses = Status::CODES.iter().map(|(code, _)| *code);
    let completions = Completion::CODES.iter().map(|(code, _)| *code);
    let planned = AsPlanned::CODES.iter().map(|(code, _)| *code);
    let statements = NOVELTIES
        .iter()
        .chain(AMBITIONS)
        .map(|statement| statement.code);
    let stages = ReportStage::CODES.iter().map(|(code, _)| *code);
    let others = DEGREES
        .iter()
        .map(|(code, _)| *code)
        .chain(FORM.iter().map(|q| q.anchor))
        .chain(statements)
        .chain(stages);
    let sections = SECTIONS.iter().map(|section| section.id);
    let document = read("docs/content.md");
    for word in statuses
        .chain(completions)
        .chain(planned)
        .chain(others)
        .chain(sections)
    {
        assert!(
            document.contains(&format!("`{word}`")),
            "`{word}` is not in docs/content.md"
        );
    }
}
