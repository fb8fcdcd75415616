//! What no rule reads is named: nothing in `content/` or `data/` is passed over in silence.

use super::listing::has_ending;
use crate::diag::{Diagnostic, Place, codes};
use crate::text::near::nearest;

/// Files that one message names.
const MOST_NAMED: usize = 12;

/// Endings of Markdown files that are not read as pages: Windows adds `.txt` to a name whose ending it hides.
const NEARLY_PAGES: &[&str] = &[
    ".md.txt",
    ".markdown",
    ".mdown",
    ".mkd",
    ".mdx",
    ".md.md",
    ".qmd",
    ".rmd",
];

/// Whether a file under `content/` was nearly called a page.
pub(super) fn is_nearly_page(path: &str) -> bool {
    NEARLY_PAGES.iter().any(|ending| has_ending(path, ending))
}

/// The finding that a file was nearly called what a rule reads: `Dataset.md`, `dataset.md.txt`, `data-package.json`.
pub(super) fn nearly_descriptor(path: &str) -> Option<Diagnostic> {
    const READ: &[&str] = &[
        "dataset.md",
        "datapackage.json",
        "datapackage.yaml",
        "datapackage.yml",
    ];
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let plain = name.trim_end_matches(".txt").replace([' ', '_', '-'], "");
    let meant = READ.iter().find(|known| {
        plain == **known || nearest(&plain, [**known]).is_some() && same_ending(&plain, known)
    })?;
    Some(unread(path, "descriptor").arg("meant", *meant))
}

fn same_ending(name: &str, known: &str) -> bool {
    let parted = name.rsplit_once('.').zip(known.rsplit_once('.'));
    // One letter may be wrong in a word of seven or more, and none in the ending.
    parted.is_some_and(|((stem, ending), (known, known_ending))| {
        ending == known_ending && stem.len().abs_diff(known.len()) <= 1
    })
}

/// The finding that a file or folder is not read, and why: `page`, `descriptor`, `loose`, `folder`, `undeclared`.
pub(crate) fn unread(path: &str, why: &'static str) -> Diagnostic {
    Diagnostic::new(&codes::FILE_UNREAD)
        .at(Place::file(path))
        .arg("use", why)
}

/// As many names as one message takes.
pub(crate) fn named(names: &[&str]) -> String {
    let more = if names.len() > MOST_NAMED {
        ", …"
    } else {
        ""
    };
    format!("{}{more}", names[..names.len().min(MOST_NAMED)].join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_were_nearly_right() {
        let meant = |name| nearly_descriptor(&format!("data/x/{name}")).is_some();
        for name in [
            "Dataset.md",
            "dataset.md.txt",
            "DataPackage.JSON",
            "data-package.json",
            "datset.md",
            "datapackage.yml.txt",
        ] {
            assert!(meant(name), "{name}");
        }
        for name in [
            "datos.md",
            "dataset.csv",
            "datasets.csv",
            "package.json",
            "notes.md",
            "data.json",
        ] {
            assert!(!meant(name), "{name}");
        }
        assert!(is_nearly_page("content/A.MD.TXT") && !is_nearly_page("content/a.txt"));
    }
}
