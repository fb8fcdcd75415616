//! Small portals in folders of their own, and what a build made of them.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files, and reads what was built"
)]

use super::repository;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tragaluz::diag::{Diagnostic, Severity, Speech, show};
use tragaluz::{Options, Sink, Site};

/// A portal in a folder of its own, which goes with it.
pub(crate) struct Portal {
    home: tempfile::TempDir,
}

/// A portal as a build left it.
pub(crate) struct BuiltPortal {
    /// The findings, sorted.
    pub findings: Vec<Diagnostic>,
    /// The site; its manifest is empty where nothing was published.
    pub site: Site,
    out: PathBuf,
    /// The portal's folder, where nothing else keeps it.
    _home: Option<tempfile::TempDir>,
}

/// Settings in two languages that cause no finding.
pub(crate) const SETTINGS: &str = r#"
[portal]
title = { es = "Prueba", en = "Test" }
description = { es = "Un portal de prueba.", en = "A portal to test with." }
base_url = "https://test.example/p/"
languages = ["es", "en"]
[publisher]
name = "Oficina"
[contact]
name = "Oficina"
email = "datos@test.example"
[licence]
name = "CC-BY-4.0"
title = "Creative Commons Attribution 4.0"
path = "https://creativecommons.org/licenses/by/4.0/"
"#;

impl Portal {
    /// Returns a portal with nothing but settings.
    pub(crate) fn new() -> Portal {
        Portal {
            home: tempfile::tempdir().unwrap(),
        }
        .file("tragaluz.toml", SETTINGS)
    }

    /// Copies a folder.
    pub(crate) fn copy_of(folder: &Path) -> Portal {
        let portal = Portal {
            home: tempfile::tempdir().unwrap(),
        };
        for (path, bytes) in files_below(folder) {
            portal.write(&path, &bytes);
        }
        portal
    }

    /// Adds a file, or replaces it.
    pub(crate) fn file(self, path: &str, text: &str) -> Portal {
        self.write(path, text.as_bytes());
        self
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let full = self.root().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, bytes).unwrap();
    }

    /// Returns its folder.
    pub(crate) fn root(&self) -> &Path {
        self.home.path()
    }

    /// Builds it into `public/`.
    pub(crate) fn build(&self) -> BuiltPortal {
        self.build_with(&Options::default())
    }

    /// Builds it into `public/` with options.
    pub(crate) fn build_with(&self, options: &Options) -> BuiltPortal {
        build(
            self.root(),
            Options {
                out: Some(self.root().join("public")),
                ..options.clone()
            },
        )
    }

    /// Builds it, and keeps its folder for as long as the result is there.
    pub(crate) fn into_built(self) -> BuiltPortal {
        let built = self.build();
        BuiltPortal {
            _home: Some(self.home),
            ..built
        }
    }
}

/// Builds the portal of this repository into a folder.
pub(crate) fn own_portal(out: &Path, options: Options) -> BuiltPortal {
    let out = Some(out.to_owned());
    build(&repository(""), Options { out, ..options })
}

/// Builds any portal; `options` name the output folder.
pub(crate) fn build(root: &Path, options: Options) -> BuiltPortal {
    let out = options.out.clone().unwrap();
    // Hundreds of builds side by side would wait for the disk most of the time.
    let options = Options {
        no_flush: true,
        ..options
    };
    let mut sink = Sink::new();
    let site = tragaluz::build(root, &options, &mut sink).unwrap();
    // Two languages are looked at in every portal of the tests, and few of them translate anything.
    let findings = sink
        .into_sorted()
        .into_iter()
        .filter(|finding| finding.code.id != "language-unused")
        .collect();
    BuiltPortal {
        findings,
        site,
        out,
        _home: None,
    }
}

impl BuiltPortal {
    /// Returns the codes of all findings.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        self.findings.iter().map(|d| d.code.id).collect()
    }

    /// Returns the codes of all findings but these.
    pub(crate) fn codes_but(&self, others: &[&str]) -> Vec<&'static str> {
        let mut codes = self.codes();
        codes.retain(|code| !others.contains(code));
        codes
    }

    /// Returns the findings of a code.
    pub(crate) fn of_code(&self, code: &str) -> Vec<&Diagnostic> {
        let findings = self.findings.iter();
        findings.filter(|d| d.code.id == code).collect()
    }

    /// Returns the errors among the findings.
    pub(crate) fn errors(&self) -> Vec<&Diagnostic> {
        let findings = self.findings.iter();
        findings.filter(|d| d.severity == Severity::Error).collect()
    }

    /// Fails with all errors, unless there is none and the site was published.
    #[track_caller]
    pub(crate) fn assert_published(&self) {
        let errors = self.errors();
        assert!(errors.is_empty(), "{errors:#?}");
        assert!(!self.site.manifest.is_empty(), "nothing was published");
    }

    /// Fails with all findings, in words, unless there is none.
    #[track_caller]
    pub(crate) fn assert_nothing_found(&self) {
        assert!(self.findings.is_empty(), "{}", in_words(&self.findings));
    }

    /// Reads a file of the site as text.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.out.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// Reads a file of the site as JSON.
    #[track_caller]
    pub(crate) fn json(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(&self.text(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// Reads every file of the site, by its path.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.out)
    }
}

/// Returns findings as they are shown in English.
pub(crate) fn in_words(findings: &[Diagnostic]) -> String {
    let mut words = Vec::new();
    show::ALL[0]
        .show(findings, &Speech::for_locale("en"), &mut words)
        .unwrap();
    String::from_utf8_lossy(&words).into_owned()
}

/// Reads every file below a folder, by its path with `/`.
pub(crate) fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap();
            let path = path
                .components()
                .map(|c| c.as_os_str().to_string_lossy())
                .collect::<Vec<_>>()
                .join("/");
            files.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    files
}
