//! Files of `content/` that could run something where they are published: in a reader's browser, with all that the
//! portal's address may do, or on the host. They stay out unless the settings name them.

use super::dataset::Dataset;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::text::near::nearest;

/// Endings of files that a browser runs, or opens as a page that may run something: pages, scripts, and whatever is XML,
/// in which scripts can be. SVG is none of them, because it is cleaned.
const IN_BROWSERS: &[&str] = &[
    "html",
    "htm",
    "xhtml",
    "xht",
    "mht",
    "mhtml",
    "hta",
    "js",
    "mjs",
    "cjs",
    "wasm",
    "swf",
    "xap",
    "jar",
    "htc",
    "xml",
    "xsl",
    "xslt",
    "xsd",
    "rdf",
    "rss",
    "atom",
    "mml",
    "xul",
    "kml",
    "gpx",
    "gml",
    "svgz",
    "webmanifest",
];

/// Those of them that hold no data.
const PROGRAMS: &[&str] = &[
    "js", "mjs", "cjs", "wasm", "swf", "xap", "jar", "hta", "htc",
];

/// Endings that some hosts run wherever they are in a name: `foto.php.jpg` too.
const ON_HOSTS: &[&str] = &[
    "php", "php3", "php4", "php5", "php7", "php8", "phtml", "phar", "phps", "pht", "asp", "aspx",
    "ashx", "asmx", "ascx", "jsp", "jspx", "cfm", "cgi", "fcgi", "pl", "shtml", "shtm", "stm",
];

/// Files that change how a host works.
const OF_HOSTS: &[&str] = &["web.config", ".htaccess", ".user.ini", "php.ini"];

/// Whether a file could run something, by its name.
pub(crate) fn is_active(path: &str) -> bool {
    let name = path
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    runs_on_hosts(&name) || IN_BROWSERS.contains(&ending)
}

/// Whether a file of `data/` is a program, by its name. Pages and XML may hold tables there, and are offered as received.
fn is_program(path: &str) -> bool {
    let name = path
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    runs_on_hosts(&name) || PROGRAMS.contains(&ending)
}

fn runs_on_hosts(name: &str) -> bool {
    OF_HOSTS.contains(&name)
        || name
            .split('.')
            .skip(1)
            .any(|ending| ON_HOSTS.contains(&ending))
}

/// What the settings let through: files by their paths in `content/`, and folders, whose paths end in `/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AllowedPaths {
    paths: Vec<(String, Place)>,
}

impl AllowedPaths {
    /// These files and folders, and where each is named; a path may begin with `content/`.
    pub(crate) fn new(paths: impl Iterator<Item = (String, Place)>) -> AllowedPaths {
        let paths = paths.map(|(path, place)| {
            let inside = path.strip_prefix("content/").unwrap_or(&path);
            (inside.trim_start_matches("./").to_owned(), place)
        });
        AllowedPaths {
            paths: paths.filter(|(path, _)| !path.is_empty()).collect(),
        }
    }

    fn names(&self, path: &str) -> bool {
        let path = path.strip_prefix("content/").unwrap_or(path);
        self.paths.iter().any(|(named, _)| is_named(named, path))
    }

    /// Finds the paths that name none of these files of the portal.
    pub(crate) fn absent(&self, files: &[&str]) -> Vec<Diagnostic> {
        let files: Vec<&str> = files
            .iter()
            .map(|path| path.strip_prefix("content/").unwrap_or(path))
            .collect();
        (self.paths.iter())
            .filter(|(named, _)| !files.iter().any(|path| is_named(named, path)))
            .map(|(named, place)| absent(named, place.clone(), &files))
            .collect()
    }
}

/// Returns the finding that a path that is let through names none of these files.
fn absent(named: &str, place: Place, files: &[&str]) -> Diagnostic {
    let kind = if named.ends_with('/') {
        "folder"
    } else {
        "file"
    };
    // A folder without its slash is the usual slip.
    let folder = format!("{named}/");
    let near = if files.iter().any(|path| is_named(&folder, path)) {
        Some(folder.as_str())
    } else {
        nearest(named, files.iter().copied().filter(|path| is_active(path)))
    };
    let finding = Diagnostic::new(&codes::ATTACHMENT_ABSENT).at(place);
    finding
        .arg("path", named)
        .arg("kind", kind)
        .arg("near", near.unwrap_or("none"))
}

fn is_named(named: &str, path: &str) -> bool {
    path == named || named.ends_with('/') && path.starts_with(named)
}

/// The attachments that are published, with their sizes; each other one is told.
pub(crate) fn published(
    all: &[String],
    bytes: &[u64],
    allowed: &AllowedPaths,
    sink: &mut Sink,
) -> (Vec<String>, Vec<u64>) {
    let mut kept = (Vec::new(), Vec::new());
    for (path, bytes) in all.iter().zip(bytes) {
        if is_active(path) && !allowed.names(path) {
            sink.push(left_out(path));
        } else {
            kept.0.push(path.clone());
            kept.1.push(*bytes);
        }
    }
    kept
}

/// Leaves programs out of a dataset, unless the settings name them by their paths from the portal's root.
pub(crate) fn without_programs(dataset: &mut Dataset, allowed: &AllowedPaths, sink: &mut Sink) {
    dataset.resources.retain(|resource| {
        let published = !is_program(&resource.path) || allowed.names(&resource.path);
        if !published {
            sink.push(left_out(&resource.path));
        }
        published
    });
}

fn left_out(path: &str) -> Diagnostic {
    let named = path.strip_prefix("content/").unwrap_or(path);
    Diagnostic::new(&codes::ATTACHMENT_ACTIVE)
        .at(Place::file(path))
        .arg("path", named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_settings_name_is_let_through() {
        let all = [
            "content/a.html",
            "content/b.js",
            "content/v/c.htm",
            "content/vv/d.php",
            "content/e.pdf",
            "content/f.svg",
        ]
        .map(str::to_owned);
        let allowed = AllowedPaths::new(
            ["content/a.html", "v/", "b"]
                .map(|path| (path.to_owned(), Place::file(path)))
                .into_iter(),
        );
        let mut sink = Sink::new();
        let (kept, bytes) = published(&all, &[1, 2, 3, 4, 5, 6], &allowed, &mut sink);
        assert_eq!(
            kept,
            [
                "content/a.html",
                "content/v/c.htm",
                "content/e.pdf",
                "content/f.svg"
            ]
        );
        assert_eq!(bytes, [1, 3, 5, 6]);
        let told: Vec<String> = sink
            .into_sorted()
            .into_iter()
            .map(|d| d.place.unwrap().file)
            .collect();
        assert_eq!(told, ["content/b.js", "content/vv/d.php"]);
        let files: Vec<&str> = all.iter().map(String::as_str).collect();
        let absent = |named: &str| {
            let allowed = AllowedPaths::new([(named.to_owned(), Place::file("x"))].into_iter());
            allowed
                .absent(&files)
                .into_iter()
                .map(|d| format!("{:?}", d.args))
                .collect::<String>()
        };
        assert!(
            absent("b.jss").contains("b.js")
                && absent("v").contains("\"v/\"")
                && absent("a.htm").contains("a.html")
        );
        assert!(
            absent("nada/").contains("none")
                && absent("content/e.pdf").is_empty()
                && absent("v/").is_empty()
        );
        assert!(
            is_active("web.config")
                && is_active("x.PHTML")
                && is_active("ruta.gpx")
                && !is_active("reporte.xml.zip")
        );
    }

    #[test]
    fn files_that_run_are_known_by_name() {
        assert!(is_active("mapa.HTML") && is_active("a/foto.php.jpg") && is_active("datos.xml"));
        assert!(!is_active("acta.pdf") && !is_active("mapa.svg") && !is_active("a.html/b.png"));
    }
}
