//! Files that are no content by their very names: what systems, editors and browsers leave behind.

/// What is done with a file by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileUse {
    /// A file with content, which is read.
    Content,
    /// A system put it there. It is nobody's content, and nobody wants to hear of it.
    System,
    /// A copy, or something that was never finished: it is not published, and that is said.
    LeftOver,
}

/// Endings of copies that editors and people keep, and of what a browser has not finished loading.
const LEFT_OVER: &[&str] = &[
    "bak",
    "backup",
    "old",
    "orig",
    "rej",
    "tmp",
    "temp",
    "swp",
    "swo",
    "crdownload",
    "part",
    "partial",
    "download",
];

/// Files and folders that systems add.
const SYSTEM: &[&str] = &[
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "icon\r",
    "__macosx",
    "$recycle.bin",
    "system volume information",
    ".ds_store",
    ".gitkeep",
    ".gitignore",
    ".gitattributes",
    ".git",
    ".keep",
    ".directory",
    ".trash",
    ".trashes",
    ".spotlight-v100",
    ".fseventsd",
];

/// What is done with a file or folder of this name. Office programs lock a file by one beside it (`~$NAME`, `.~lock.NAME#`),
/// and Word writes `~WRL0001.tmp` while it saves.
pub fn use_of(name: &str) -> FileUse {
    let lower = name.to_lowercase();
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    if SYSTEM.contains(&lower.as_str())
        || ["._", "~$", ".~lock."]
            .iter()
            .any(|mark| lower.starts_with(mark))
    {
        FileUse::System
    } else if lower.starts_with(['.', '~'])
        || lower.ends_with('~')
        || lower.starts_with('#') && lower.ends_with('#')
        || LEFT_OVER.contains(&ending)
    {
        FileUse::LeftOver
    } else {
        FileUse::Content
    }
}

/// Names of texts to read beside data, in the languages that people give them.
const TEXTS: &[&str] = &[
    "readme",
    "read-me",
    "leeme",
    "leame",
    "lisezmoi",
    "lisez-moi",
    "liesmich",
    "leia-me",
    "leiame",
    "license",
    "licence",
    "licencia",
    "licenca",
    "licenza",
    "lizenz",
    "copying",
    "notice",
    "changelog",
    "changes",
    "authors",
    "credits",
    "citation",
    "contributing",
];

/// Endings that such a text has, if any.
const TEXT_ENDINGS: &[&str] = &[
    "", "txt", "md", "markdown", "rst", "rtf", "html", "htm", "pdf", "doc", "docx", "odt", "cff",
];

/// Whether a file is, by its name, a text to read beside the data: a README, a licence. Never is a table made of it.
///
/// ```
/// use tragaluz_tables::litter::is_text_beside;
/// assert!(is_text_beside("LEEME.txt") && is_text_beside("LICENSE") && is_text_beside("README_es.md"));
/// assert!(!is_text_beside("licencias.csv") && !is_text_beside("license-counts.txt"));
/// ```
pub fn is_text_beside(name: &str) -> bool {
    let lower = tragaluz_text::fold::fold(name);
    let (stem, ending) = lower.rsplit_once('.').unwrap_or((&lower, ""));
    // `README_es`, `LICENSE-MIT`: a word for the language or the kind of licence.
    let is_short =
        |rest: &str| rest.is_empty() || rest.starts_with(['-', '_', '.', ' ']) && rest.len() <= 5;
    TEXT_ENDINGS.contains(&ending)
        && TEXTS
            .iter()
            .any(|text| stem.strip_prefix(text).is_some_and(is_short))
}

/// Endings of files that tables are read from.
const TABLES: &[&str] = &[
    "csv", "tsv", "tab", "psv", "ssv", "txt", "json", "ndjson", "jsonl", "geojson", "xlsx", "xlsm",
    "xls", "ods", "xml", "html", "htm", "zip",
];

/// Endings of other files that a dataset may have.
const OTHERS: &[&str] = &[
    "parquet", "pdf", "md", "png", "jpg", "jpeg", "gif", "svg", "kml", "kmz", "shp", "gpkg", "dbf",
    "prj", "shx", "doc", "docx", "odt", "ppt", "pptx", "odp", "rtf", "yaml", "yml", "sql",
    "sqlite", "db", "feather", "rds", "sav", "dta", "px", "topojson", "gml", "rdf", "ttl",
    "jsonld", "py", "r", "sh",
];

/// Endings of files that are packed.
const PACKED: &[&str] = &["gz", "bz2", "xz", "zst"];

fn parted(name: &str) -> (&str, String) {
    name.rsplit_once('.')
        .map_or((name, String::new()), |(stem, ending)| {
            (stem, ending.to_ascii_lowercase())
        })
}

/// Whether a file is, by its ending, one that a table may be read from.
pub fn is_table(name: &str) -> bool {
    let (stem, ending) = parted(name);
    let ending = if PACKED.contains(&ending.as_str()) {
        parted(stem).1
    } else {
        ending
    };
    TABLES.contains(&ending.as_str()) && !is_text_beside(name)
}

/// What is before the ending of a copy from which personal data were taken out.
const REDACTED: &str = ".redacted";

/// Returns the name of a copy of a file from which personal data are taken out; it replaces the file.
///
/// ```
/// use tragaluz_tables::litter::redacted_copy;
/// assert_eq!(redacted_copy("a.xls", ".xlsx"), "a.redacted.xlsx");
/// ```
pub fn redacted_copy(name: &str, ending: &str) -> String {
    format!("{}{REDACTED}{ending}", unended(name))
}

/// Whether a file is, by its name, the copy of another one in the same folder from which personal data were taken out.
///
/// ```
/// use tragaluz_tables::litter::is_redacted_copy;
/// assert!(is_redacted_copy("a.redacted.xlsx", "A.xls") && is_redacted_copy("a.en.redacted.md", "a.en.md"));
/// assert!(!is_redacted_copy("a.redacted.csv", "b.csv") && !is_redacted_copy("a.redacted.csv", "a.redacted.csv"));
/// ```
pub fn is_redacted_copy(copy: &str, original: &str) -> bool {
    redacted_stem(copy).is_some_and(|stem| stem == plain_stem(original))
}

/// Returns the name in small letters, without its ending, of the file that a copy replaces; `None` where a file is no such
/// copy.
pub fn redacted_stem(copy: &str) -> Option<String> {
    let stem = plain_stem(copy);
    let original = stem.strip_suffix(REDACTED)?;
    (!original.is_empty()).then(|| original.to_owned())
}

/// Returns a name in small letters without its ending.
pub fn plain_stem(name: &str) -> String {
    unended(name).to_lowercase()
}

/// Returns a text without the mark at its end that says that it names such a copy.
pub fn without_redacted(stem: &str) -> &str {
    match stem.len().checked_sub(REDACTED.len()) {
        Some(end)
            if end > 0
                && stem.is_char_boundary(end)
                && stem[end..].eq_ignore_ascii_case(REDACTED) =>
        {
            &stem[..end]
        }
        _ => stem,
    }
}

/// Returns a file's name without what says its format, how it is packed, and that it is a copy from which personal data
/// were taken out. A dot within the name is part of it.
///
/// ```
/// use tragaluz_tables::litter::stem;
/// assert_eq!(stem("10.January_2019.csv"), "10.January_2019");
/// assert_eq!([stem("a.csv.gz"), stem("v1.2"), stem("LICENSE")], ["a", "v1.2", "LICENSE"]);
/// assert_eq!(stem("a.redacted.csv"), "a");
/// ```
pub fn stem(name: &str) -> &str {
    without_redacted(format_stem(name))
}

/// Returns what says a file's format and how it is packed, with its dot: `.csv.gz`.
pub fn endings(name: &str) -> &str {
    &name[unended(name).len()..]
}

/// Returns a file's name without its ending, of a known format or not.
fn unended(name: &str) -> &str {
    match format_stem(name) {
        stem if stem == name => (name.rsplit_once('.'))
            .map(|(stem, _)| stem)
            .filter(|stem| !stem.is_empty())
            .unwrap_or(name),
        stem => stem,
    }
}

/// Returns a file's name without what says its format, and how it is packed.
fn format_stem(name: &str) -> &str {
    match parted(name) {
        (stem, ending) if PACKED.contains(&ending.as_str()) => match parted(stem) {
            (inner, ending) if is_format(&ending) && !inner.is_empty() => inner,
            _ => stem,
        },
        (stem, ending) if is_format(&ending) && !stem.is_empty() => stem,
        _ => name,
    }
}

fn is_format(ending: &str) -> bool {
    TABLES.contains(&ending) || OTHERS.contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_and_editors_leave_files() {
        for name in [
            ".DS_Store",
            "Thumbs.db",
            "._a.csv",
            "~$a.xlsx",
            ".~lock.a.csv#",
            "Desktop.ini",
            "__MACOSX",
        ] {
            assert_eq!(use_of(name), FileUse::System, "{name}");
        }
        for name in [
            "a.csv.bak",
            "#a.md#",
            "a.csv~",
            "a.CRDOWNLOAD",
            "~WRL0003.tmp",
            ".a.md.swp",
            ".oculto",
            "a.csv.part",
        ] {
            assert_eq!(use_of(name), FileUse::LeftOver, "{name}");
        }
        for name in [
            "a.csv",
            "bak.csv",
            "#1.csv",
            "C#.md",
            "old.csv",
            "partes.csv",
            "a~b.csv",
        ] {
            assert_eq!(use_of(name), FileUse::Content, "{name}");
        }
    }

    #[test]
    fn texts_are_told_from_tables() {
        for name in [
            "README",
            "readme.md",
            "LÉEME.TXT",
            "LICENSE-MIT",
            "Licencia.pdf",
            "lisezmoi.txt",
        ] {
            assert!(is_text_beside(name) && !is_table(name), "{name}");
        }
        for name in ["a.csv", "A.XLSX", "a.csv.gz", "readme.csv", "2019.txt"] {
            assert!(!is_text_beside(name) && is_table(name), "{name}");
        }
        assert!(!is_table("a.pdf") && !is_table("a.gz") && !is_table("LICENSE"));
    }
}
