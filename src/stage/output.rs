//! Which folder is the output: where its name leads, and whether it may be replaced at all.

use super::{ListedFiles, OwnershipFault, names, parent_of, swap};
use crate::diag::Fatal;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Links that are followed one after another.
const MOST_LINKS: usize = 40;

/// A folder that may become the output.
#[derive(Debug, Clone)]
pub(crate) struct Output {
    /// Where it is, no link among its folders.
    path: PathBuf,
    named: String,
}

impl Output {
    /// Finds where `out` leads: a link is followed, so that what it leads to is replaced and the link stays.
    ///
    /// # Errors
    /// When it leads nowhere, or to something that is no folder or cannot be listed.
    pub(crate) fn at(out: &Path) -> Result<Output, Fatal> {
        let named = out.display().to_string();
        let absolute =
            std::path::absolute(out).map_err(|error| unlistable_output(&named, &error))?;
        // Without a slash at its end, which would make the system follow the link itself.
        let mut path: PathBuf = absolute.components().collect();
        let mut links = 0;
        while let Ok(target) = fs::read_link(&path) {
            path = parent_of(&path).join(target);
            links += 1;
            if links == MOST_LINKS {
                return Err(refusal(
                    "output-dangling",
                    &named,
                    &path.display().to_string(),
                ));
            }
        }
        let path = real(&path).map_err(|error| unlistable_output(&named, &error))?;
        let output = Output { path, named };
        output.refuse_odd(links > 0)?;
        Ok(output)
    }

    /// Refuses what is no folder, and a link to nothing.
    fn refuse_odd(&self, is_linked: bool) -> Result<(), Fatal> {
        match fs::metadata(&self.path) {
            Ok(found) if found.is_file() => Err(refusal("output-is-file", &self.named, "")),
            Ok(found) if !found.is_dir() => Err(refusal("output-is-special", &self.named, "")),
            Ok(_) => match fs::read_dir(&self.path) {
                Ok(_) => Ok(()),
                Err(error) => Err(unlistable_output(&self.named, &error)),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // Between two renames the folder is aside for a moment, and comes back.
                if is_linked && !swap::is_aside(&self.path) {
                    return Err(refusal(
                        "output-dangling",
                        &self.named,
                        &self.path.display().to_string(),
                    ));
                }
                Ok(())
            }
            Err(error) => Err(unlistable_output(&self.named, &error)),
        }
    }

    /// The same, unless it is one of these sources of the portal, holds one, or lies in one.
    ///
    /// # Errors
    /// When it is, does or lies so.
    pub(crate) fn apart_from(self, sources: &[PathBuf]) -> Result<Output, Fatal> {
        for source in sources {
            let real_source = real(source).unwrap_or_else(|_| source.clone());
            let shown = source
                .file_name()
                .map_or_else(|| source.display().to_string(), names::shown_name);
            let id = if self.path == real_source {
                "output-is-source"
            } else if real_source.starts_with(&self.path) {
                "output-holds-source"
            } else if self.path.starts_with(&real_source) {
                "output-in-source"
            } else {
                continue;
            };
            return Err(refusal(id, &self.named, &shown));
        }
        Ok(self)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn named(&self) -> &str {
        &self.named
    }

    /// What of it is the program's: nothing of a folder that is empty or not there yet.
    ///
    /// # Errors
    /// When it holds something, and nothing tells whose that is.
    pub(crate) fn listed(&self) -> Result<ListedFiles, Fatal> {
        let why = match ListedFiles::of(&self.path) {
            Ok(listed) => return Ok(listed),
            Err(why) => why,
        };
        let Some(strangers) = names::first_in(&self.path, &why) else {
            return Ok(ListedFiles::default());
        };
        let id = match why {
            OwnershipFault::Neither => "output-foreign",
            OwnershipFault::NoMarker(_) => "output-without-marker",
            OwnershipFault::Differ => "output-list-changed",
        };
        let dir = ("dir", self.named.as_str().into());
        Err(Fatal::output(
            id,
            [dir].into_iter().chain(strangers.args()).collect(),
        ))
    }
}

fn unlistable_output(dir: &str, error: &io::Error) -> Fatal {
    Fatal::output_io("output-unlistable", vec![("dir", dir.into())], error)
}

fn refusal(id: &'static str, dir: &str, other: &str) -> Fatal {
    Fatal::output(id, vec![("dir", dir.into()), ("other", other.into())])
}

/// The path without links and `..`, also where its last folders are not there yet.
fn real(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let Some(parent) = path.parent() else {
                return Err(error);
            };
            let parent = real(parent)?;
            Ok(match path.components().next_back() {
                Some(Component::Normal(name)) => parent.join(name),
                Some(Component::ParentDir) => parent_of(&parent),
                _ => parent,
            })
        }
        found => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The message's name, where it is refused.
    fn refused(output: Result<Output, Fatal>) -> String {
        match output {
            Ok(_) => String::new(),
            Err(refused) => refused.kind(),
        }
    }

    #[test]
    fn the_output_is_apart_from_the_sources() {
        let home = tempfile::tempdir().unwrap();
        let at = |path: &str| home.path().join(path);
        for folder in [
            "portal/content/images",
            "portal/data",
            "portal/public",
            "elsewhere",
        ] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        let sources =
            ["content", "data", "themes", "tragaluz.toml"].map(|name| at("portal").join(name));
        let tried = |path: &str| {
            refused(Output::at(&at(path)).and_then(|output| output.apart_from(&sources)))
        };
        for path in [
            "portal/public",
            "portal/new/site",
            "elsewhere",
            "portal/content/../public",
            "portal/contents",
        ] {
            assert_eq!(tried(path), "", "{path}");
        }
        for path in [
            "portal/content",
            "portal/data",
            "portal/themes",
            "portal/new/../content",
            "portal/./content/",
        ] {
            assert_eq!(tried(path), "output-is-source", "{path}");
        }
        for path in [
            "portal",
            "",
            "portal/public/..",
            "portal/public/../../portal",
            "portal/content/..",
        ] {
            assert_eq!(tried(path), "output-holds-source", "{path}");
        }
        for path in [
            "portal/content/site",
            "portal/data/a/b",
            "portal/themes/x",
            "elsewhere/../portal/content/images",
        ] {
            assert_eq!(tried(path), "output-in-source", "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_to_sources_too_and_what_is_no_folder_is_refused() {
        use std::os::unix::fs::symlink;
        use std::os::unix::net::UnixListener;
        let home = tempfile::tempdir().unwrap();
        let at = |path: &str| home.path().join(path);
        fs::create_dir_all(at("portal/content")).unwrap();
        fs::create_dir_all(at("site")).unwrap();
        fs::write(at("file"), "x").unwrap();
        symlink(at("portal/content"), at("to-content")).unwrap();
        symlink("portal", at("to-portal")).unwrap();
        symlink("../site", at("portal/public")).unwrap();
        symlink("portal/public", at("twice")).unwrap();
        symlink(at("nowhere"), at("dangling")).unwrap();
        symlink("circle", at("circle")).unwrap();
        symlink("file", at("to-file")).unwrap();
        let _socket = UnixListener::bind(at("socket")).unwrap();
        let sources = [at("portal/content"), at("portal/tragaluz.toml")];
        let tried = |path: &str| {
            refused(Output::at(&at(path)).and_then(|output| output.apart_from(&sources)))
        };
        let expected = [
            ("to-content", "output-is-source"),
            ("to-content/site", "output-in-source"),
            ("to-portal", "output-holds-source"),
            ("to-portal/content", "output-is-source"),
            ("dangling", "output-dangling"),
            ("circle", "output-dangling"),
            ("file", "output-is-file"),
            ("to-file", "output-is-file"),
            ("file/below", "output-unlistable"),
            ("socket", "output-is-special"),
            ("portal/public", ""),
            ("twice", ""),
            ("twice/", ""),
        ];
        for (path, id) in expected {
            assert_eq!(tried(path), id, "{path}");
        }
        let site = at("site").canonicalize().unwrap();
        assert_eq!(Output::at(&at("twice/")).unwrap().path(), site);
        assert_eq!(
            refused(Output::at(Path::new("/dev/null"))),
            "output-is-special"
        );
    }

    #[test]
    fn only_an_empty_folder_and_one_of_ours_are_taken() {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("public");
        let listed = || match Output::at(&out).unwrap().listed() {
            Ok(_) => String::new(),
            Err(refused) => refused.kind(),
        };
        assert_eq!(listed(), "");
        fs::create_dir(&out).unwrap();
        assert_eq!(listed(), "");
        fs::write(out.join("thesis.doc"), "x").unwrap();
        assert_eq!(listed(), "output-foreign");
        fs::write(out.join(super::super::SUMS), "").unwrap();
        assert_eq!(listed(), "output-without-marker");
        fs::write(out.join(super::super::MARKER), super::super::marker(b"")).unwrap();
        assert_eq!(listed(), "");
        fs::write(out.join(super::super::SUMS), "0  thesis.doc\n").unwrap();
        assert_eq!(listed(), "output-list-changed");
        fs::remove_file(out.join(super::super::SUMS)).unwrap();
        assert_eq!(listed(), "output-list-changed");
    }
}
