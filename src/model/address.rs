//! Addresses: where each thing is in the site. An address has no language; [`in_lang`] adds it.

use super::vocabulary::{Status, Taxonomy};
use crate::text::lang::Lang;
use crate::text::slug::slug;
use crate::text::web::encode_path;

/// Returns the address of a commitment's page.
pub(crate) fn commitment(id: &str) -> String {
    format!("commitments/{}.html", id.to_ascii_lowercase())
}

/// Returns the address of a report's page.
pub(crate) fn report(id: &str) -> String {
    format!("reports/{}.html", id.to_ascii_lowercase())
}

/// Returns the address of an action plan's page.
pub(crate) fn action_plan(id: &str) -> String {
    format!("action-plans/{}.html", id.to_ascii_lowercase())
}

/// The folder of the pictures that come with links to pages.
pub(crate) const CARDS: &str = "social-cards/";

/// The page of what is missing.
pub(crate) const QUALITY: &str = "quality.html";

/// The page of the personal data that are published, and why.
pub(crate) const WAIVERS: &str = "waivers.html";
/// The page of what does not fit together.
pub(crate) const CONTRADICTIONS: &str = "contradictions.html";
/// The page that explains terms.
pub(crate) const GLOSSARY: &str = "glossary.html";

/// The page of the editions that need no connection.
pub(crate) const OFFLINE: &str = "offline.html";

/// An edition of what is on a page, beside it.
pub(crate) fn edition(page: &str, ending: &str) -> String {
    format!("{}.{ending}", page.trim_end_matches(".html"))
}

/// The notice of one page about what is on a page, beside it.
pub(crate) fn notice(page: &str) -> String {
    format!("{}-notice.pdf", page.trim_end_matches(".html"))
}

/// An initiative's or a practice's page.
pub(crate) fn initiative(id: &str, practice: bool) -> String {
    format!(
        "{}/{}.html",
        if practice { "practices" } else { "initiatives" },
        id.to_ascii_lowercase()
    )
}

/// Returns the address of a dataset's page.
pub(crate) fn dataset(id: &str) -> String {
    format!("datasets/{}/index.html", id.to_ascii_lowercase())
}

/// The file of a table's chart, without its ending.
pub(crate) fn chart(id: &str, table: &str) -> String {
    dataset(id).replace("index.html", &format!("charts/{}", slug(table)))
}

/// How datasets are cited for programs: the form's name, and the ending of its files.
pub(crate) const CITATIONS: &[(&str, &str)] =
    &[("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "csl.json")];

/// A citation of a dataset, by the ending of its form.
pub(crate) fn citation(id: &str, ending: &str) -> String {
    dataset(id).replace("index.html", &format!("citation.{ending}"))
}

/// Folders of the site that hold pages and files of the program's own, besides those of kinds of page; and the names of registers that have
/// no folder. `tests/it/declared_kinds.rs` holds them against a built site.
pub(crate) const OWN_FOLDERS: &[&str] = &[
    "a-z",
    "datasets",
    "milestones",
    "schemas",
    "search",
    "series",
    "social-cards",
    "statuses",
    "updates",
];

/// The page of a declared kind, which has a folder of its own.
pub(crate) fn declared(folder: &str, id: &str) -> String {
    format!("{folder}/{}.html", id.to_ascii_lowercase())
}

/// The page of a series of datasets.
pub(crate) fn series(id: &str) -> String {
    format!("series/{}.html", id.to_ascii_lowercase())
}

/// Returns the address of a term's page.
pub(crate) fn term(taxonomy: Taxonomy, id: &str) -> String {
    format!("{}/{id}.html", taxonomy.folder())
}

/// The page of the commitments that are like this.
pub(crate) fn status(status: Status) -> String {
    format!("statuses/{}.html", status.code())
}

/// The first page of a list, or the page of this number of it.
pub(crate) fn list(folder: &str, page: usize) -> String {
    if page <= 1 {
        format!("{folder}/index.html")
    } else {
        format!("{folder}/page-{page}.html")
    }
}

/// Page `page` of the list on a page: the page itself, or one in a folder of its name.
pub(crate) fn list_of(address: &str, page: usize) -> String {
    if page <= 1 {
        address.to_owned()
    } else {
        format!("{}/page-{page}.html", address.trim_end_matches(".html"))
    }
}

/// The path of an address in a language: the main one is at the root, each other one in a folder of its tag in lower
/// case.
pub(crate) fn in_lang(lang: &Lang, main: &Lang, address: &str) -> String {
    if lang == main {
        address.to_owned()
    } else {
        format!("{}/{address}", folder_of(lang))
    }
}

/// The folder of a language that is not the main one.
pub(crate) fn folder_of(lang: &Lang) -> String {
    lang.tag().to_ascii_lowercase()
}

/// The link from one file of the site to another: relative, percent-encoded, ending in the file's name.
pub(crate) fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = (from.len() - 1).min(to.len() - 1);
    let shared = (0..folders).take_while(|i| from[*i] == to[*i]).count();
    let up = "../".repeat(from.len() - 1 - shared);
    format!("{up}{}", encode_path(&to[shared..].join("/")))
}

/// The prefix from a file to the site's root.
pub(crate) fn root_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// A relative path from a folder, brought into plain form; none when it leads out of the site.
///
/// ```
/// use tragaluz::model::address::normal;
/// assert_eq!(normal("reports", "../commitments/a.md").as_deref(), Some("commitments/a.md"));
/// assert_eq!(normal("reports", "../../etc/passwd"), None);
/// ```
pub fn normal(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = if path.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').filter(|p| !p.is_empty()).collect()
    };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_languages_have_folders() {
        let [es, pt] = ["es", "pt-BR"].map(|tag| Lang::parse(tag).unwrap());
        assert_eq!(in_lang(&pt, &es, "about.html"), "pt-br/about.html");
    }

    #[test]
    fn links_are_relative_and_encoded() {
        assert_eq!(
            relative("en/commitments/a.html", "en/index.html"),
            "../index.html"
        );
        assert_eq!(
            relative("index.html", "datasets/x/index.html"),
            "datasets/x/index.html"
        );
        assert_eq!(relative("a/b.html", "a/b.html"), "b.html");
        assert_eq!(
            relative("en/a.html", "datos/año 1.csv"),
            "../datos/a%C3%B1o%201.csv"
        );
    }
}
