//! The reference of the page context in `docs/themes.md` is written from the structs' own comments.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the document that it checks, when told to"
)]

use crate::driver::repository;
use std::fmt::Write;
use std::path::PathBuf;
use tragaluz::render::helpers;

const BEGIN: &str = "<!-- fields: written by tests/it/reference.rs from src/pages; run with TRAGALUZ_WRITE_DOCS=1 -->\n";
const END: &str = "<!-- end of fields -->";
/// What several kinds of page share, in the order of the reference; after them comes what each kind has of its own.
const SHARED: &[&str] = &[
    "pages/context/frame",
    "text/phrase",
    "pages/context/parts",
    "pages/context/listing",
    "pages/context/data",
    "pages/context/evaluation",
    "charts/chart",
    "charts/headlines",
];

/// Fails where `docs/themes.md` does not name every field as it is, or leaves out a helper.
pub(crate) fn check() {
    let path = repository("docs/themes.md");
    let docs = std::fs::read_to_string(&path).unwrap();
    for helper in helpers::ALL {
        assert!(
            docs.contains(&format!("| `{}` |", helper.name)),
            "docs/themes.md leaves out the helper {}",
            helper.name
        );
    }
    let begin = docs.find(BEGIN).expect("the mark where fields begin") + BEGIN.len();
    let end = docs.find(END).expect("the mark where fields end");
    let fields = fields();
    if std::env::var_os("TRAGALUZ_WRITE_DOCS").is_some() {
        std::fs::write(&path, format!("{}{fields}{}", &docs[..begin], &docs[end..])).unwrap();
        return;
    }
    assert!(
        docs[begin..end] == fields,
        "docs/themes.md is behind the structs: run this test with TRAGALUZ_WRITE_DOCS=1"
    );
}

/// Returns the files that declare what a template can read.
fn files() -> Vec<PathBuf> {
    let src = repository("src");
    let shared = SHARED.iter().map(|name| src.join(format!("{name}.rs")));
    let kinds = walkdir::WalkDir::new(src.join("pages"))
        .min_depth(2)
        .sort_by_file_name();
    let kinds = kinds.into_iter().map(|entry| entry.unwrap().into_path());
    shared
        .chain(kinds.filter(|path| path.ends_with("context.rs")))
        .collect()
}

/// One table for each struct: field, form, meaning.
fn fields() -> String {
    let mut out = String::new();
    for file in files() {
        let source = std::fs::read_to_string(file).unwrap();
        let mut comment = String::new();
        for line in source.lines().map(str::trim) {
            if let Some(text) = line.strip_prefix("///") {
                comment.push_str(text);
            } else if let Some(name) = line.strip_prefix("pub struct ") {
                let name = plain_name(name.trim_end_matches(" {"));
                writeln!(
                    out,
                    "\n### {name}\n\n{}\n\n| field | form | meaning |\n|---|---|---|",
                    comment.trim()
                )
                .unwrap();
                comment.clear();
            } else if let Some((name, form)) = field(line) {
                writeln!(
                    out,
                    "| `{name}` | {} | {} |",
                    said(form.trim_end_matches(',')),
                    comment.trim()
                )
                .unwrap();
                comment.clear();
            } else if !line.starts_with("#[") {
                comment.clear();
            }
        }
    }
    out.push('\n');
    out
}

/// A field's name and type, where the line is one; functions are no business of templates.
fn field(line: &str) -> Option<(&str, &str)> {
    let (name, form) = line.strip_prefix("pub ")?.split_once(": ")?;
    name.bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'_')
        .then_some((name, form))
}

/// Returns a struct's name as template authors read it: all that they read is context, or a frame.
fn plain_name(name: &str) -> &str {
    let name = name.strip_suffix("Context").unwrap_or(name);
    name.strip_suffix("Frame").unwrap_or(name)
}

/// A Rust type in a template author's words.
fn said(form: &str) -> String {
    let inside = |prefix: &str| form.strip_prefix(prefix).and_then(|f| f.strip_suffix('>'));
    if let Some(inner) = inside("Option<") {
        return format!("{} or null", said(inner));
    }
    if let Some(inner) = inside("Vec<") {
        return format!("list of {}", said(inner));
    }
    match form.rsplit("::").next().unwrap_or(form) {
        "String" => "text".into(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "number".into(),
        "bool" => "yes or no".into(),
        _ if form.contains("Map<") => "map".into(),
        other => {
            let other = plain_name(other);
            format!("[{other}](#{})", other.to_lowercase())
        }
    }
}
