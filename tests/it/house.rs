//! The house: which room may use which (see CONTRIBUTING.md), and how large a file and a function may grow.
//!
//! This reads the imports of every file under `src/`, and of the crates below, and fails on one that leads upward or sideways.

#![allow(clippy::disallowed_methods, reason = "a test reads the sources")]

#[path = "../../examples/house/measure.rs"]
mod measure;

use crate::driver::repository;
use measure::Counts;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Rooms and what each may use besides itself and, from floor 1 on, all lower floors.
const FLOORS: &[(&str, u8, &[&str])] = &[
    ("text", 0, &[]),
    ("diag", 0, &["text"]),
    ("stage", 0, &["diag", "text"]),
    ("timing", 0, &[]),
    ("cache", 0, &["diag", "stage"]),
    ("recall", 0, &["cache", "diag", "stage"]),
    ("source", 1, &[]),
    ("documents", 2, &[]),
    ("model", 2, &[]),
    ("tables", 3, &[]),
    ("privacy", 3, &[]),
    ("history", 4, &[]),
    ("downloads", 4, &[]),
    ("charts", 4, &[]),
    ("figures", 4, &[]),
    ("record", 5, &[]),
    ("catalogs", 5, &["record"]),
    ("pages", 6, &[]),
    ("render", 7, &[]),
    ("authoring", 7, &[]),
    ("feeds", 8, &[]),
    ("html", 0, &["text"]),
    ("site", 9, &[]),
    ("editions", 10, &[]),
    ("verify", 10, &[]),
    ("outside", 11, &[]),
    ("publishing", 11, &[]),
];

/// Beside the staircase: it uses the ground, the readers and the terms, and nothing uses it.
const BESIDE: (&str, &[&str]) = (
    "import",
    &["text", "diag", "stage", "source", "model", "tables"],
);

/// These see every room.
const ABOVE_ALL: &[&str] = &[
    "lib",
    "main",
    "cli",
    "commands",
    "last_run",
    "options",
    "new_order",
    "orders",
    "portal_key",
    "preview",
    "probe",
    "steps",
];

/// Folders in which files are siblings: each uses only its `mod.rs`.
const FAMILIES: &[&str] = &[
    "catalogs",
    "catalogs/citations",
    "charts/shapes",
    "diag/show",
    "documents/formats",
    "site/hosts",
    "editions",
    "import",
    "model/rules",
    "publishing/setups",
    "publishing/targets",
    "render/engine",
    "render/helpers",
];

/// The crate for tables, and its families. That it uses nothing of the program is cargo's own law.
const TABLES: &str = "crates/tables/src";
/// The crates below the program: each is one room.
const BELOW: [&str; 3] = ["crates/changes/src", TABLES, "crates/text/src"];
const TABLE_FAMILIES: &[&str] = &["privacy/detectors", "sources", "writers/formats"];

/// A sibling that a family may use, with the reason.
const SHARED: &[(&str, &str)] = &[
    (
        "catalogs/citations",
        "how a dataset is cited stands in its description too",
    ),
    (
        "sources/source",
        "what every format of tables is: their trait and what it returns",
    ),
    (
        "sources/sheet_cells",
        "sheets of every format have cells that are merged, hidden and linked alike",
    ),
    (
        "sources/links",
        "cells of every format may have links behind them, and formulas that make links",
    ),
    (
        "sources/shown_sheet",
        "what is said of a sheet is the same in every format",
    ),
    (
        "sources/compression",
        "a table of any kind may be compressed",
    ),
    (
        "sources/sheets",
        "sheets that are read as a stream are found and opened alike",
    ),
    (
        "sources/code_formats",
        "formats of numbers are the same in every workbook",
    ),
    (
        "editions/contents",
        "editions of the whole portal hold the same files",
    ),
    (
        "model/rules/terms",
        "which names are alike, and which terms are named, is the same for every rule on terms",
    ),
    (
        "charts/shapes/table",
        "what is drawn row by row is gathered as a table's rows are",
    ),
    (
        "render/helpers/bytes",
        "a size in words is said inside Markdown too",
    ),
    (
        "render/helpers/phrase",
        "a link is a phrase that leads somewhere",
    ),
    (
        "writers/formats/dictionary",
        "workbooks of every kind have a sheet that says what columns mean",
    ),
];

/// Names that say nothing.
const NAMELESS: &[&str] = &["utils", "util", "helpers", "common", "misc"];

/// Tokens of a function: words, signs and literals.
const HEAVIEST_FUNCTION: usize = 400;

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    /// `::` is one sign, every other one stands alone.
    Sign(&'static str),
    Other(char),
}

/// The code of a file without comments and texts: each token and its line.
fn tokens(code: &str) -> Vec<(Token, usize)> {
    let chars: Vec<char> = code.chars().collect();
    let (mut found, mut line, mut i) = (Vec::new(), 1, 0);
    while i < chars.len() {
        let next = chars.get(i + 1).copied().unwrap_or(' ');
        let start = i;
        match chars[i] {
            '/' if next == '/' => i = skip_until(&chars, i, |c, _| c == '\n'),
            '/' if next == '*' => i = skip_until(&chars, i + 2, |c, n| c == '*' && n == '/') + 2,
            '"' => i = after_text(&chars, i + 1),
            '\'' => i = after_quote(&chars, i),
            ':' if next == ':' => {
                found.push((Token::Sign("::"), line));
                i += 2;
            }
            c if c.is_alphanumeric() || c == '_' => {
                i = skip_until(&chars, i, |c, _| !c.is_alphanumeric() && c != '_');
                let word: String = chars[start..i].iter().collect();
                match raw_text_end(&chars, &word, i) {
                    Some(end) => i = end,
                    None => found.push((Token::Word(word), line)),
                }
            }
            c => {
                if !c.is_whitespace() {
                    found.push((Token::Other(c), line));
                }
                i += 1;
            }
        }
        line += chars[start..i.min(chars.len())]
            .iter()
            .filter(|c| **c == '\n')
            .count();
    }
    found
}

fn skip_until(chars: &[char], mut i: usize, stop: impl Fn(char, char) -> bool) -> usize {
    while i < chars.len() && !stop(chars[i], chars.get(i + 1).copied().unwrap_or(' ')) {
        i += 1;
    }
    i
}

fn after_text(chars: &[char], mut i: usize) -> usize {
    while i < chars.len() && chars[i] != '"' {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    i + 1
}

/// A character, or the mark of a lifetime.
fn after_quote(chars: &[char], i: usize) -> usize {
    match (chars.get(i + 1), chars.get(i + 2)) {
        (Some('\\'), _) => skip_until(chars, i + 3, |c, _| c == '\'') + 1,
        (Some(_), Some('\'')) => i + 3,
        _ => i + 1,
    }
}

/// After `r"…"` or `r#"…"#`, when the word begins one.
fn raw_text_end(chars: &[char], word: &str, i: usize) -> Option<usize> {
    if !matches!(word, "r" | "br" | "cr") {
        return None;
    }
    let marks = chars[i..].iter().take_while(|c| **c == '#').count();
    let mut at = i + marks;
    (chars.get(at) == Some(&'"')).then_some(())?;
    loop {
        at += 1;
        at = skip_until(chars, at, |c, _| c == '"');
        if at >= chars.len()
            || chars[at + 1..]
                .iter()
                .take(marks)
                .filter(|c| **c == '#')
                .count()
                == marks
        {
            return Some(at + 1 + marks);
        }
    }
}

/// A path written in the code, and its line.
type Written = (Vec<String>, usize);

/// Every path that begins with `crate`, `super` or `self`, groups written out.
fn paths(tokens: &[(Token, usize)]) -> Vec<Written> {
    let mut found = Vec::new();
    for (i, (token, line)) in tokens.iter().enumerate() {
        let Token::Word(word) = token else { continue };
        let inside = i > 0 && tokens[i - 1].0 == Token::Sign("::");
        if !inside && matches!(word.as_str(), "crate" | "super" | "self") {
            tree(tokens, i, &mut Vec::new(), *line, &mut found);
        }
    }
    found
}

fn tree(
    tokens: &[(Token, usize)],
    mut i: usize,
    before: &mut Vec<String>,
    line: usize,
    found: &mut Vec<Written>,
) -> usize {
    let depth = before.len();
    while let Some((Token::Word(word), _)) = tokens.get(i) {
        before.push(word.clone());
        i += 1;
        if tokens.get(i).map(|t| &t.0) != Some(&Token::Sign("::")) {
            break;
        }
        i += 1;
    }
    if tokens.get(i).map(|t| &t.0) == Some(&Token::Other('{'))
        && tokens[i - 1].0 == Token::Sign("::")
    {
        i += 1;
        while tokens.get(i).is_some_and(|t| t.0 != Token::Other('}')) {
            let next = tree(tokens, i, before, tokens[i].1, found);
            i = next.max(i + 1);
        }
        i += 1;
    } else {
        found.push((before.clone(), line));
    }
    before.truncate(depth);
    i
}

struct Fault {
    file: String,
    line: usize,
    what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "src/{}:{}: {}", self.file, self.line, self.what)
    }
}

/// The module that a file is: `["model", "rules", "dates"]`.
fn module(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    path.split('/')
        .filter(|p| !matches!(*p, "lib" | "main"))
        .map(str::to_owned)
        .collect()
}

fn room(file: &str) -> &str {
    file.split('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs")
}

fn may_use(own: &str, other: &str) -> bool {
    let floor = |name: &str| FLOORS.iter().find(|(room, ..)| *room == name);
    if own == other {
        return true;
    }
    if own == BESIDE.0 {
        return BESIDE.1.contains(&other);
    }
    match (floor(own), floor(other)) {
        (Some((_, here, named)), Some((_, there, _))) => named.contains(&other) || there < here,
        _ => false,
    }
}

/// What is wrong with the imports of a file.
fn imports(file: &str, code: &str) -> Vec<Fault> {
    let own = room(file);
    let mut faults = Vec::new();
    if ABOVE_ALL.contains(&own) {
        return faults;
    }
    if own != BESIDE.0 && !FLOORS.iter().any(|(room, ..)| *room == own) {
        faults.push(Fault {
            file: file.into(),
            line: 1,
            what: format!("the room `{own}` is on no floor"),
        });
    }
    for (target, line) in targets(file, code) {
        if target.first().is_some_and(|other| !may_use(own, other)) {
            let path = target.join("::");
            faults.push(Fault {
                file: file.into(),
                line,
                what: format!("`{own}` may not use `{path}`"),
            });
        }
    }
    faults.extend(siblings("src", FAMILIES, file, code));
    faults
}

/// Paths that a file uses, from its crate's root, and their lines.
fn targets(file: &str, code: &str) -> Vec<Written> {
    // Tests at the foot may look at their own file from inside a module of their own.
    let code = code.split("\nmod tests {").next().unwrap_or_default();
    let here = module(file);
    paths(&tokens(code))
        .into_iter()
        .filter_map(|(written, line)| Some((resolve(&here, &written)?, line)))
        .collect()
}

/// What a file of one of these families below `root` uses of its siblings.
fn siblings(root: &str, families: &[&str], file: &str, code: &str) -> Vec<Fault> {
    let here = module(file);
    let family = file
        .rsplit_once('/')
        .map(|(folder, _)| folder)
        .filter(|f| families.contains(f));
    let Some(family) = family else {
        return Vec::new();
    };
    let folder: Vec<&str> = family.split('/').collect();
    let is_file = |name: &String| {
        source(root, &format!("{family}/{name}.rs"))
            || source(root, &format!("{family}/{name}/mod.rs"))
    };
    let mut faults = Vec::new();
    for (target, line) in targets(file, code) {
        let sibling = target
            .get(folder.len())
            .filter(|_| target.iter().zip(&folder).all(|(a, b)| a == b));
        if let Some(name) =
            sibling.filter(|name| Some(*name) != here.get(folder.len()) && is_file(name))
        {
            let path = target.join("::");
            let allowed = SHARED
                .iter()
                .any(|(shared, _)| *shared == format!("{family}/{name}"));
            if here.len() > folder.len() && !allowed {
                let what =
                    format!("a file of the family `{family}` may not use its sibling `{path}`");
                faults.push(Fault {
                    file: file.into(),
                    line,
                    what,
                });
            }
        }
    }
    faults
}

/// A written path from the crate's root.
fn resolve(here: &[String], written: &[String]) -> Option<Vec<String>> {
    let mut at = here.to_vec();
    let mut rest = written;
    match written.first()?.as_str() {
        "crate" => {
            at.clear();
            rest = &written[1..];
        }
        "self" => rest = &written[1..],
        _ => {}
    }
    while rest.first().is_some_and(|w| w == "super") {
        at.pop();
        rest = &rest[1..];
    }
    at.extend(rest.iter().cloned());
    Some(at)
}

fn source(root: &str, path: &str) -> bool {
    repository(root).join(path).is_file()
}

fn names(file: &str) -> Vec<Fault> {
    let nameless = |part: &&str| NAMELESS.contains(&part.trim_end_matches(".rs"));
    let said = file
        .split('/')
        .find(nameless)
        .filter(|_| !file.starts_with("render/helpers/"));
    let what = |part| format!("`{part}` says nothing about what is inside");
    said.map(|part| Fault {
        file: file.into(),
        line: 1,
        what: what(part),
    })
    .into_iter()
    .collect()
}

/// Which files of a room import which, by their paths under `src/`.
#[derive(Default)]
struct Imports {
    files: BTreeMap<String, BTreeSet<String>>,
}

impl Imports {
    /// Reads the imports between these files; those of tests at their feet are left out.
    fn of(files: &BTreeMap<String, String>) -> Imports {
        let by_module: BTreeMap<Vec<String>, &String> =
            files.keys().map(|file| (module(file), file)).collect();
        let mut imports = Imports::default();
        for (file, code) in files {
            let code = code.split("\nmod tests {").next().unwrap_or_default();
            let here = module(file);
            let targets = paths(&tokens(code))
                .into_iter()
                .filter_map(|(written, _)| resolve(&here, &written))
                .filter_map(|target| declared_in(&target, &by_module))
                .filter(|target| target != file);
            imports.files.insert(file.clone(), targets.collect());
        }
        imports
    }

    /// Returns the files that a file reaches, among `within`.
    fn reached(&self, from: &str, within: &BTreeSet<String>) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut open = vec![from.to_owned()];
        while let Some(file) = open.pop() {
            for next in self.files.get(&file).into_iter().flatten() {
                if within.contains(next) && reached.insert(next.clone()) {
                    open.push(next.clone());
                }
            }
        }
        reached
    }

    /// Returns the rings among `within`: files each of which reaches all the others.
    fn rings(&self, within: &BTreeSet<String>) -> Vec<BTreeSet<String>> {
        let reached: BTreeMap<&String, BTreeSet<String>> = within
            .iter()
            .map(|file| (file, self.reached(file, within)))
            .collect();
        let mut rings: Vec<BTreeSet<String>> = Vec::new();
        for file in within.iter().filter(|file| reached[file].contains(*file)) {
            let ring: BTreeSet<String> = within
                .iter()
                .filter(|other| reached[file].contains(*other) && reached[other].contains(file))
                .cloned()
                .collect();
            if ring.len() > 1 && !rings.contains(&ring) {
                rings.push(ring);
            }
        }
        rings
    }

    /// Returns rings that are none of a family: its `mod.rs` lists its children and holds what they share.
    fn faults(&self, within: &BTreeSet<String>) -> Vec<BTreeSet<String>> {
        let mut faults = Vec::new();
        for ring in self.rings(within) {
            match ring
                .iter()
                .find(|file| ring.iter().all(|other| holds(file, other)))
            {
                Some(head) => {
                    let mut without_list = Imports {
                        files: self.files.clone(),
                    };
                    without_list.files.remove(head);
                    faults.extend(without_list.faults(&ring));
                }
                None => faults.push(ring),
            }
        }
        faults
    }
}

/// Whether `other` is this file, or lies in the folder of which it is the module.
fn holds(file: &str, other: &str) -> bool {
    file == other || module(other).starts_with(&module(file))
}

/// The file that declares what a path names: that of the longest module it begins with.
fn declared_in(path: &[String], by_module: &BTreeMap<Vec<String>, &String>) -> Option<String> {
    (1..=path.len())
        .rev()
        .find_map(|n| by_module.get(&path[..n]))
        .map(|file| (*file).clone())
}

/// Returns every file of code below `root` by its path from there, with its text.
fn files(root: &str) -> Vec<(String, String)> {
    let root = repository(root);
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|e| e == "rs") {
            let relative = entry.path().strip_prefix(&root).unwrap();
            let parts = relative
                .components()
                .map(|c| c.as_os_str().to_str().unwrap());
            let file = parts.collect::<Vec<_>>().join("/");
            files.push((file, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
    assert!(files.len() > 10, "only {} files were found", files.len());
    files
}

fn every_file(root: &str, check: impl Fn(&str, &str) -> Vec<Fault>) {
    let faults: Vec<Fault> = files(root)
        .iter()
        .flat_map(|(file, code)| check(file, code))
        .collect();
    let list: String = faults.iter().map(|f| format!("{f}\n")).collect();
    assert!(faults.is_empty(), "\n{list}");
}

#[test]
fn no_files_of_a_room_import_one_another_in_a_ring() {
    let mut rooms: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (file, code) in files("src") {
        let own = room(&file).to_owned();
        rooms.entry(own).or_default().insert(file, code);
    }
    for crate_below in BELOW {
        let code = files(crate_below).into_iter().collect();
        rooms.insert((*crate_below).to_owned(), code);
    }
    let mut rings = Vec::new();
    for files in rooms.values() {
        rings.extend(Imports::of(files).faults(&files.keys().cloned().collect()));
    }
    assert!(
        rings.is_empty(),
        "files import one another in a ring: {rings:#?}"
    );
}

#[test]
fn a_ring_is_seen_and_a_family_is_none() {
    let rings = |files: &[(&str, &str)]| {
        let files: BTreeMap<String, String> = files
            .iter()
            .map(|(file, code)| ((*file).to_owned(), (*code).to_owned()))
            .collect();
        Imports::of(&files)
            .faults(&files.keys().cloned().collect())
            .len()
    };
    let family = [
        (
            "room/mod.rs",
            "use self::a::A; use self::b::B; pub trait T {}",
        ),
        ("room/a.rs", "use super::T;"),
        ("room/b.rs", "use super::T;"),
    ];
    assert_eq!(rings(&family), 0);
    let siblings = [
        ("room/mod.rs", "use self::a::A; pub trait T {}"),
        ("room/a.rs", "use super::b::B;"),
        ("room/b.rs", "use super::a::A; use super::T;"),
    ];
    assert_eq!(rings(&siblings), 1);
    let around = [
        (
            "room/formats/mod.rs",
            "use self::csv::Csv; pub trait Writer {}",
        ),
        ("room/formats/csv.rs", "use crate::room::lines::Lines;"),
        ("room/lines.rs", "use super::formats::Writer;"),
    ];
    assert_eq!(rings(&around), 1);
}

#[test]
fn no_room_uses_one_above_or_beside_it() {
    every_file("src", imports);
    every_file(TABLES, |file, code| {
        siblings(TABLES, TABLE_FAMILIES, file, code)
    });
}

/// Returns what `examples/house` counts in this program and in its crates, each with its folder.
fn counts() -> [(&'static str, Counts); 5] {
    let [changes, tables, text] = BELOW;
    ["src", changes, "crates/disk/src", tables, text]
        .map(|folder| (folder, measure::count(&repository(folder)).unwrap()))
}

#[test]
fn functions_are_light() {
    let mut heavy = Vec::new();
    for (folder, counts) in counts() {
        let functions = counts.functions.iter();
        heavy.extend(functions.filter(|f| f.tokens > HEAVIEST_FUNCTION).map(|f| {
            format!(
                "{folder}/{}:{}: `{}` has {} tokens",
                f.file, f.line, f.name, f.tokens
            )
        }));
    }
    assert!(
        heavy.is_empty(),
        "{} functions of more than {HEAVIEST_FUNCTION} tokens:\n{}",
        heavy.len(),
        heavy.join("\n")
    );
}

#[test]
fn a_name_serves_one_type() {
    let counts = counts();
    let several: Vec<_> = (counts.iter())
        .flat_map(|(_, counts)| counts.names_of_several())
        .collect();
    assert!(several.is_empty(), "{several:#?}");
}

#[test]
fn what_is_counted_is_there() {
    let code = "/// Two words.\nstruct A(u8, u8);\n\n// It returns.\nfn f<'a>(x: &'a str) -> (u8, u8, u8) {\n    \
        // Why.\n    let g = |y: u8| y;\n    (g(1), 2, 3)\n}\n";
    let mut counts = Counts::default();
    counts.read("x.rs", code).unwrap();
    let function = &counts.functions[0];
    assert_eq!(
        (function.name.as_str(), function.line, function.lines),
        ("f", 5, 5)
    );
    assert_eq!(function.tokens, 42);
    assert_eq!(
        (counts.closures, counts.named_closures, counts.lets),
        (1, 1, 1)
    );
    assert_eq!(
        (
            counts.wide_tuples,
            counts.short_docs,
            counts.comments_inside
        ),
        (1, 1, 1)
    );
    assert_eq!(counts.watched["returns"], 1);
    assert_eq!(
        (counts.type_names(), counts.names_of_several().len()),
        (1, 0)
    );
}

#[test]
fn every_module_has_a_name_that_says_something() {
    every_file("src", |file, _| names(file));
}

#[test]
fn the_checker_sees_what_is_wrong() {
    let said = |file: &str, code: &str| {
        imports(file, code)
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
    };
    let upward = "//! Model.\nuse crate::text::{date::PartialDate, lang};\nuse crate::{diag::Sink, pages::Plan};\n";
    assert_eq!(
        said("model/x.rs", upward),
        ["src/model/x.rs:3: `model` may not use `pages::Plan`"]
    );
    let sideways = "fn f() -> crate::history::Releases<'static> { todo!() }";
    assert_eq!(
        said("downloads/x.rs", sideways),
        ["src/downloads/x.rs:1: `downloads` may not use `history::Releases`"]
    );
    assert_eq!(said("text/x.rs", "use super::super::diag::Sink;").len(), 1);
    assert_eq!(said("timing.rs", "use crate::text::slug::slug;").len(), 1);
    assert_eq!(
        said("model/rules/dates.rs", "use super::members::check;").len(),
        1
    );
    assert_eq!(said("attic/x.rs", "").len(), 1);
    assert_eq!(said("lib.rs", "use crate::emit::all;").len(), 0);
    let fine = "// use crate::emit::x;\nconst A: &str = \"crate::emit\"; const B: &str = r#\"\"crate::emit\"\"#;\n\
        use super::Portal; fn f<'a>(c: char) -> bool { c == '\"' || c == '\\'' }\nuse crate::stage::is_plain;\n";
    assert_eq!(said("model/rules/dates.rs", fine), Vec::<String>::new());
    assert_eq!(
        names("pages/utils.rs").len()
            + names("data/common/mod.rs").len()
            + names("render/helpers/a.rs").len(),
        2
    );
}
