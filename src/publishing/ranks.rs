//! In which order files are sent: nothing that leads anywhere comes before what it leads to.

use crate::stage::{MARKER, SIGNATURE, SUMS};

/// What a file is to the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Data, downloads and editions.
    Data,
    /// What pages load, or have beside them: styles, pictures, plain text, JSON of a page.
    Asset,
    /// Pages.
    Page,
    /// Catalogs, feeds, the map of the site, and what hosts read.
    Catalog,
    /// The signature of the list, the list, and last its marker.
    Signature,
    Sums,
    Marker,
}

/// Endings of what is downloaded from anywhere in the site.
const EDITIONS: &[&str] = &["zip", "epub", "zim", "pdf"];

/// Files at the root that hosts obey. What they say of pages holds once those are there.
const HOSTS: &[&str] = &[
    ".gitattributes",
    ".htaccess",
    ".nojekyll",
    "_headers",
    "_redirects",
    "robots.txt",
    "web.config",
];

impl Rank {
    /// Returns that of a path from the site's root.
    pub(super) fn of(path: &str) -> Rank {
        match path {
            SIGNATURE => return Rank::Signature,
            SUMS => return Rank::Sums,
            MARKER => return Rank::Marker,
            _ => {}
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        if ending == "html" {
            return Rank::Page;
        }
        if is_catalog(folder, name, ending) {
            return Rank::Catalog;
        }
        let is_data = folder == "datasets"
            || folder.starts_with("datasets/")
            || folder.contains("/datasets")
            || EDITIONS.contains(&ending);
        if is_data { Rank::Data } else { Rank::Asset }
    }

    /// Every rank, in the order in which files are sent.
    pub(super) const ALL: [Rank; 7] = [
        Rank::Data,
        Rank::Asset,
        Rank::Page,
        Rank::Catalog,
        Rank::Signature,
        Rank::Sums,
        Rank::Marker,
    ];
}

/// Whether a file tells programs and hosts of many others.
fn is_catalog(folder: &str, name: &str, ending: &str) -> bool {
    let is_at_root = folder.is_empty();
    let tells = ["catalog", "data.", "dcat", "sitemap", "opensearch", "feed."];
    let is_of_programs = ["json", "jsonld", "ttl", "rdf", "xml"].contains(&ending);
    folder.ends_with(".well-known")
        || is_at_root && HOSTS.contains(&name)
        || is_of_programs && tells.iter().any(|beginning| name.starts_with(beginning))
        || ending == "xml"
        || is_at_root && ["jsonld", "ttl", "rdf"].contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_somewhere_comes_after_what_it_leads_to() {
        let ranks = [
            ("datasets/gasto/gasto.csv", Rank::Data),
            ("datasets/gasto/original/Gasto 2024.xlsx", Rank::Data),
            ("portal.zip", Rank::Data),
            ("styles.css", Rank::Asset),
            ("commitments/a.txt", Rank::Asset),
            ("commitments/a.json", Rank::Asset),
            ("datasets/gasto/index.html", Rank::Page),
            ("index.html", Rank::Page),
            ("catalog.json", Rank::Catalog),
            ("catalog-2.json", Rank::Catalog),
            ("data.json", Rank::Catalog),
            ("catalog.ttl", Rank::Catalog),
            ("feed.xml", Rank::Catalog),
            ("commitments/a.xml", Rank::Catalog),
            ("sitemap.xml", Rank::Catalog),
            (".well-known/void", Rank::Catalog),
            (".htaccess", Rank::Catalog),
            ("SHA256SUMS.minisig", Rank::Signature),
            ("SHA256SUMS", Rank::Sums),
            (".tragaluz.json", Rank::Marker),
        ];
        for (path, rank) in ranks {
            assert_eq!(Rank::of(path), rank, "{path}");
        }
        assert!(Rank::ALL.is_sorted());
    }
}
