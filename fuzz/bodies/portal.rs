//! A small portal into every place of which somebody else's words go: texts, facts, headers and cells of a table, labels of
//! charts, drawings, names of files. Whatever they are, nothing that is published runs or loads anything, and no character is
//! obeyed: pages, drawings, feeds, the search's index, EPUB and ZIM are read as a browser reads them.
use super::folder::write;
use super::harmless::{Bitmaps, OwnParts, html_faults, xml_faults};
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::sync::LazyLock;
use tragaluz::diag::{Severity, Speech, show};
use tragaluz::text::names::is_invisible;
use tragaluz::text::{escape, obeyed};
use tragaluz::{Options, Sink, build, probe};

const SETTINGS: &str = r#"
[portal]
title = { es = "Prueba", en = "Test" }
description = { es = "Un portal de prueba.", en = "A portal to test with." }
base_url = "https://test.example/p/"
languages = ["es", "en"]
[publisher]
name = PIECE
[contact]
name = "Oficina"
email = "datos@test.example"
[licence]
name = "CC-BY-4.0"
title = "Creative Commons Attribution 4.0"
path = "https://creativecommons.org/licenses/by/4.0/"
[editions]
make = ["text", "zip", "epub", ZIM]
"#;

/// Words of which a portal is made; the first ones where there are too few.
struct Pieces<'a>(&'a [&'a str]);

impl Pieces<'_> {
    fn raw(&self, number: usize) -> &str {
        match self.0 {
            [] => "x",
            all => all[number % all.len()],
        }
    }

    /// On one line.
    fn line(&self, number: usize) -> String {
        self.raw(number).replace(['\r', '\n'], " ")
    }

    /// As YAML, TOML and JSON write a text; so that what is no text in one of them is one.
    fn quoted(&self, number: usize) -> String {
        let words = format!("w{}", self.line(number));
        let mut quoted = String::from("\"");
        for c in words.chars() {
            match c {
                '"' | '\\' => quoted.extend(['\\', c]),
                c if c.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
                c => quoted.push(c),
            }
        }
        quoted.push('"');
        quoted
    }

    fn cell(&self, number: usize) -> String {
        format!("\"{}\"", self.raw(number).replace('"', "\"\""))
    }

    /// A name that a file may be published under: others are an error.
    fn name(&self, number: usize) -> String {
        let name: String = self
            .raw(number)
            .chars()
            .filter(|c| !matches!(c, '/' | '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\'))
            .filter(|c| !is_invisible(*c))
            .take(40)
            .collect();
        format!("f{}", name.trim_end_matches(['.', ' ']))
    }
}

/// Writes the portal.
pub fn prepare(root: &Path, pieces: &[&str]) {
    let p = Pieces(pieces);
    let zim = if cfg!(feature = "zim") { "\"zim\"" } else { "" };
    let settings = SETTINGS.replace("PIECE", &p.quoted(0)).replace("ZIM", zim);
    write(root, "tragaluz.toml", settings.as_bytes());
    write(root, "content/about.md", about(&p).as_bytes());
    let commitment = format!(
        "---\ntitle: {}\nsummary: {}\nlocality: TOWN\naction_plans: [PLAN]\nstart: 2021-01\nend: 2022-06\nupdated: 2024-01-01\n\
         institutions: [{{name: {}, role: lead}}]\npolicy_areas: [{}]\nsector: {}\ndatasets: [d]\n\
         milestones:\n  - {{number: 1, text: {}, start: 2021-01, status: finished, evidence: [{{title: {}, url: \"https://a.example/\"}}]}}\n\
         sources: [{{title: {}, url: \"https://a.example/b\"}}]\n---\n{}\n",
        p.quoted(1),
        p.quoted(2),
        p.quoted(3),
        p.quoted(4),
        p.quoted(5),
        p.quoted(6),
        p.quoted(7),
        p.quoted(8),
        p.raw(9),
    );
    write(root, "content/commitments/C.md", commitment.as_bytes());
    let titled = |number| format!("---\ntitle: {}\n---\n", p.quoted(number));
    write(root, "content/localities/TOWN.md", titled(10).as_bytes());
    let plan = titled(11).replace("\n---\n", "\nlocality: TOWN\nstart: 2021\nend: 2022\n---\n");
    write(root, "content/action-plans/PLAN.md", plan.as_bytes());
    let drawn = |inner: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><title>t</title>{inner}<path d=\"M0 0h9\"/></svg>"
        )
    };
    // What is no drawing is an error.
    let drawing = Some(drawn(p.raw(12)))
        .filter(|drawing| probe::drawing(drawing.as_bytes()).is_some())
        .unwrap_or_else(|| drawn(&escape::xml(p.raw(12))));
    write(root, "content/d.svg", drawing.as_bytes());
    // A name that the disk refuses is no matter of ours.
    let _ = std::fs::write(root.join("content").join(p.name(13) + ".svg"), &drawing);
    let _ = std::fs::write(root.join("content").join(p.name(14) + ".pdf"), "x");
    dataset(root, &p);
}

fn about(p: &Pieces<'_>) -> String {
    format!(
        "---\ntitle: {}\nmenu: yes\nsummary: {}\nupdated: 2024-01-02\n---\n{}\n\n## {}\n\n| {} |\n|---|\n| {} |\n\n\
         [{}](d.svg) [x]({} \"{}\") <{}>\n\n```chart\ndata: d/d\ntype: bars\nx: c\ny: n\ntitle: {}\nnote: {}\n```\n",
        p.quoted(15),
        p.quoted(16),
        p.raw(17),
        p.line(18),
        p.line(19),
        p.line(20),
        p.line(21),
        p.line(22),
        p.line(23),
        p.line(24),
        p.quoted(25),
        p.quoted(26),
    )
}

fn dataset(root: &Path, p: &Pieces<'_>) {
    let page = format!(
        "---\ntitle: {}\nsummary: {}\nkeywords: [{}]\nmodified: 2024-01-01\nprovenance: {}\nlimits: {}\nrow_is: {}\n\
         resources:\n  - name: d\n    path: d.csv\n    title: {}\n    description: {}\n---\n{}\n",
        p.quoted(27),
        p.quoted(28),
        p.quoted(29),
        p.quoted(30),
        p.quoted(31),
        p.quoted(32),
        p.quoted(33),
        p.quoted(34),
        p.raw(35),
    );
    write(root, "data/d/dataset.md", page.as_bytes());
    let mut rows = format!("c,n,{},{}\n", p.cell(36), p.cell(37));
    for row in 0..6 {
        rows.push_str(&format!(
            "{},{row},{},{}\n",
            p.cell(38 + row),
            p.cell(44 + row),
            p.cell(50 + row)
        ));
    }
    write(root, "data/d/d.csv", rows.as_bytes());
}

/// What the program itself puts into pages: what is in those of a portal of plain words.
#[derive(Debug, Default)]
pub struct OwnOfSite {
    scripts: BTreeSet<String>,
    data: BTreeSet<String>,
}

impl OwnParts for OwnOfSite {
    fn is_script(&self, text: &str) -> bool {
        self.scripts.contains(text)
    }

    fn is_data(&self, address: &str) -> bool {
        self.data.contains(address)
    }
}

static OWN: LazyLock<OwnOfSite> = LazyLock::new(|| {
    let home = tempfile::tempdir().expect("a folder");
    prepare(home.path(), &["words", "other words"]);
    let out = built(home.path()).expect("plain words are published");
    let mut own = OwnOfSite::default();
    walk(&out, &mut |path, bytes| {
        if path.ends_with(".html") {
            let page = String::from_utf8_lossy(bytes);
            for piece in page.split("<script").skip(1) {
                let (_, rest) = piece.split_once('>').unwrap_or_default();
                let (script, _) = rest.split_once("</script>").unwrap_or_default();
                own.scripts.insert(script.trim().to_owned());
            }
            for piece in page.split("\"data:").skip(1) {
                let (address, _) = piece.split_once('"').unwrap_or_default();
                own.data.insert(format!("data:{address}"));
            }
        }
    });
    own
});

/// Builds the portal.
///
/// # Errors
/// What was found, where nothing is published.
pub fn built(root: &Path) -> Result<std::path::PathBuf, String> {
    let out = root.join("public");
    let options = Options {
        out: Some(out.clone()),
        keep_going: true,
        no_flush: true,
        ..Options::default()
    };
    let mut sink = Sink::new();
    let site = build(root, &options, &mut sink).expect("the disk is willing");
    super::spoken::check(&sink);
    if site.manifest.is_empty() {
        let mut found = sink.into_sorted();
        found.retain(|one| one.severity == Severity::Error);
        let mut words = Vec::new();
        let _ = show::ALL[0].show(&found, &Speech::for_locale("en"), &mut words);
        return Err(String::from_utf8_lossy(&words).into_owned());
    }
    Ok(out)
}

/// Calls `each` with the path and the bytes of every file.
fn walk(folder: &Path, each: &mut dyn FnMut(&str, &[u8])) {
    let mut folders = vec![folder.to_owned()];
    while let Some(open) = folders.pop() {
        for entry in std::fs::read_dir(open).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(folder).expect("it is inside");
                each(
                    &inside.to_string_lossy(),
                    &std::fs::read(&path).expect("a file"),
                );
            }
        }
    }
}

/// What in a site could run, load or be obeyed, file by file.
pub fn faults(out: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    walk(out, &mut |path, bytes| {
        file_faults(path, bytes, &mut faults);
    });
    faults
}

fn file_faults(path: &str, bytes: &[u8], faults: &mut Vec<String>) {
    let ending = path.rsplit('.').next().unwrap_or_default();
    let text = String::from_utf8_lossy(bytes);
    let mut found = Vec::new();
    match ending {
        "html" => {
            found.extend(html_faults(&text, &*OWN));
            found.extend(obeyed_faults(&text));
        }
        "svg" => {
            found.extend(xml_faults(&text, &Bitmaps));
            found.extend(html_faults(&text, &Bitmaps));
            found.extend(obeyed_faults(&text));
        }
        "xhtml" | "opf" | "ncx" => {
            found.extend(xml_faults(&text, &*OWN));
            found.extend(html_faults(&text, &*OWN));
            found.extend(obeyed_faults(&text));
        }
        "xml" => {
            found.extend(xml_faults(&text, &*OWN));
            found.extend(inner_faults(&text));
        }
        "txt" if !path.contains("addresses") => found.extend(obeyed_faults(&text)),
        "json" => found.extend(json_faults(&text)),
        "js" if path.contains("search") => found.extend(index_faults(&text)),
        "epub" => packed_faults(bytes, path, faults),
        "zim" => zim_faults(bytes, path, faults),
        _ => {}
    }
    faults.extend(found.into_iter().map(|fault| format!("{path}: {fault}")));
}

fn obeyed_faults(text: &str) -> Option<String> {
    // Plain texts begin with the mark of their encoding.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let at = obeyed::places(text)
        .first()
        .copied()
        .or_else(|| text.find(|c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r')))?;
    let near: String = text[..at].chars().rev().take(30).collect();
    let near: String = near.chars().rev().collect();
    let after: String = text[at..].chars().take(20).collect();
    Some(format!("a character is obeyed: {near:?}, {after:?}"))
}

/// HTML that is the text of an element, as feeds have it.
fn inner_faults(xml: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for piece in xml.split("type=\"html\"").skip(1) {
        let (_, rest) = piece.split_once('>').unwrap_or_default();
        let (text, _) = rest.split_once("</").unwrap_or_default();
        let text = text
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
        faults.extend(html_faults(&text, &super::harmless::Nothing));
    }
    faults
}

fn json_faults(text: &str) -> Vec<String> {
    fn look(value: &serde_json::Value, faults: &mut Vec<String>) {
        match value {
            serde_json::Value::Array(items) => items.iter().for_each(|item| look(item, faults)),
            serde_json::Value::Object(members) => {
                for (name, member) in members {
                    match member {
                        serde_json::Value::String(html) if name == "content_html" => {
                            faults.extend(html_faults(html, &super::harmless::Nothing));
                        }
                        member => look(member, faults),
                    }
                }
            }
            _ => {}
        }
    }
    let mut faults = Vec::new();
    match serde_json::from_str(text) {
        Ok(value) => look(&value, &mut faults),
        Err(error) => faults.push(format!("it is no JSON: {error}")),
    }
    faults
}

/// A file of the search's index is one call with data, and no more.
fn index_faults(text: &str) -> Option<String> {
    let inner = text
        .trim_end()
        .strip_prefix("tragaluz(")
        .and_then(|text| text.strip_suffix(')'))
        .map(|arguments| format!("[{arguments}]"));
    let is_data = inner
        .as_deref()
        .is_some_and(|json| serde_json::from_str::<serde_json::Value>(json).is_ok());
    (!is_data).then(|| "it is no call with data".to_owned())
}

fn packed_faults(bytes: &[u8], path: &str, faults: &mut Vec<String>) {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("our own archive");
    for number in 0..zip.len() {
        let mut member = zip.by_index(number).expect("our own archive");
        let name = format!("{path}/{}", String::from_utf8_lossy(member.name_raw()));
        let mut inner = Vec::new();
        member.read_to_end(&mut inner).expect("our own archive");
        file_faults(&name, &inner, faults);
    }
}

/// Contents of a ZIM file are told by how they begin: what a reader shows is a page or a drawing.
#[cfg(feature = "zim")]
fn zim_faults(bytes: &[u8], path: &str, faults: &mut Vec<String>) {
    let number = |at: usize, length: usize| {
        let mut whole = [0; 8];
        whole[..length].copy_from_slice(&bytes[at..at + length]);
        usize::try_from(u64::from_le_bytes(whole)).expect("a place")
    };
    let (clusters, places) = (number(28, 4), number(48, 8));
    let mut pages = 0;
    for cluster in 0..clusters {
        let start = number(places + 8 * cluster, 8);
        // Clusters are in any order; each says itself where it ends.
        let held = &bytes[start + 1..];
        let held = match bytes[start] & 15 {
            5 => {
                let mut held = held;
                let mut reader = zstd::stream::read::Decoder::new(&mut held)
                    .expect("our own archive")
                    .single_frame();
                let mut out = Vec::new();
                reader.read_to_end(&mut out).expect("our own archive");
                out
            }
            _ => held.to_vec(),
        };
        let offset = |at: usize| {
            let four: [u8; 4] = held[4 * at..4 * at + 4].try_into().expect("four bytes");
            u32::from_le_bytes(four) as usize
        };
        for content in 0..(offset(0) / 4).saturating_sub(1) {
            let content = &held[offset(content)..offset(content + 1)];
            let begins = String::from_utf8_lossy(&content[..content.len().min(40)]).to_lowercase();
            if begins.starts_with("<!doctype html") {
                pages += 1;
                file_faults(&format!("{path}/page {pages}.html"), content, faults);
            } else if begins.starts_with("<svg") {
                file_faults(&format!("{path}/drawing.svg"), content, faults);
            }
        }
    }
    if pages == 0 {
        faults.push(format!("{path}: no page was found in it"));
    }
}

#[cfg(not(feature = "zim"))]
fn zim_faults(_: &[u8], path: &str, faults: &mut Vec<String>) {
    faults.push(format!("{path}: nobody asked for it"));
}

/// Fails where what must hold does not; a byte of nothing divides the words.
pub fn run(text: &str) {
    let home = tempfile::tempdir().expect("a folder");
    let pieces: Vec<&str> = text.split('\0').collect();
    prepare(home.path(), &pieces);
    if let Ok(out) = built(home.path()) {
        super::harmless::assert_none(&faults(&out), "");
    }
}
