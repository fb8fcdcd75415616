//! One helper for tests that build whole portals.
#![allow(
    dead_code,
    clippy::disallowed_methods,
    reason = "each test file uses a part of it, and prepares its own files"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tragaluz::diag::{Diagnostic, Speech, show};
use tragaluz::{Options, Sink, Site as Made};

/// A portal in a folder of its own.
pub(crate) struct Portal {
    home: tempfile::TempDir,
}

/// What a build gave.
pub(crate) struct Built {
    /// What was found, sorted.
    pub found: Vec<Diagnostic>,
    /// The site.
    pub site: Made,
    out: PathBuf,
}

/// Settings that leave nothing to be found.
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
    /// A portal with nothing but settings.
    pub(crate) fn new() -> Portal {
        Portal {
            home: tempfile::tempdir().unwrap(),
        }
        .file("tragaluz.toml", SETTINGS)
    }

    /// A copy of a folder.
    pub(crate) fn copy_of(folder: &Path) -> Portal {
        let portal = Portal {
            home: tempfile::tempdir().unwrap(),
        };
        for (path, bytes) in files_below(folder) {
            portal.write(&path, &bytes);
        }
        portal
    }

    /// With this file.
    pub(crate) fn file(self, path: &str, text: &str) -> Portal {
        self.write(path, text.as_bytes());
        self
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let full = self.root().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, bytes).unwrap();
    }

    /// Its folder.
    pub(crate) fn root(&self) -> &Path {
        self.home.path()
    }

    /// Builds it.
    pub(crate) fn build(&self) -> Built {
        self.build_with(&Options::default())
    }

    /// Builds it with options.
    pub(crate) fn build_with(&self, options: &Options) -> Built {
        build(
            self.root(),
            Options {
                out: Some(self.root().join("public")),
                ..options.clone()
            },
        )
    }
}

/// Builds any portal.
pub(crate) fn build(root: &Path, options: Options) -> Built {
    let out = options.out.clone().unwrap();
    // Hundreds of builds side by side would wait for the disk most of the time.
    let options = Options {
        no_flush: true,
        ..options
    };
    let mut sink = Sink::new();
    let site = tragaluz::build(root, &options, &mut sink).unwrap();
    // Two languages are looked at in every portal of the tests, and few of them translate anything.
    let found = sink
        .into_sorted()
        .into_iter()
        .filter(|found| found.code.id != "language-unused")
        .collect();
    Built { found, site, out }
}

impl Built {
    /// Codes of what was found.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        self.found.iter().map(|d| d.code.id).collect()
    }

    /// A file of the site as text.
    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.out.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// Every file.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.out)
    }

    /// Fails with everything that was found, in words, unless nothing was.
    pub(crate) fn assert_nothing_found(&self) {
        let mut words = Vec::new();
        show::ALL[0]
            .show(&self.found, &Speech::for_locale("en"), &mut words)
            .unwrap();
        assert!(self.found.is_empty(), "{}", String::from_utf8_lossy(&words));
    }
}

/// Every file below a folder, by its path with `/`.
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
