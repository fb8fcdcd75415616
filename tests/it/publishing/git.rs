//! A branch of a bare repository as a target.

use super::{Office, differing, paths};
use crate::driver::{Tool, program_of, require};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Runs git, and returns what it wrote.
fn git(folder: &Path, words: &[&str]) -> String {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args([
        "-c",
        "user.name=Other",
        "-c",
        "user.email=other@portal.example",
    ]);
    let ended = git.args(words).output().unwrap();
    assert!(
        ended.status.success(),
        "git {words:?}: {}",
        String::from_utf8_lossy(&ended.stderr)
    );
    String::from_utf8(ended.stdout).unwrap()
}

/// The files of a branch.
fn files(repository: &Path, branch: &str) -> super::Files {
    let listed = git(repository, &["ls-tree", "-r", "-z", "--name-only", branch]);
    let paths = listed.split('\0').filter(|path| !path.is_empty());
    paths
        .map(|path| {
            let mut git = Command::new("git");
            git.arg("-C").arg(repository);
            let shown = git
                .args(["cat-file", "blob", &format!("{branch}:{path}")])
                .output();
            (path.to_owned(), shown.unwrap().stdout)
        })
        .collect::<BTreeMap<_, _>>()
}

/// An office with a bare repository; none where there is no git.
fn office() -> Option<Office> {
    require(Tool::GIT, program_of(None, "git"))?;
    let office = Office::new();
    git(
        office.places.path(),
        &["init", "--quiet", "--bare", "pages.git"],
    );
    Some(office)
}

#[test]
fn a_publication_is_a_commit_on_a_branch_and_others_files_stay() {
    let Some(office) = office() else { return };
    let bare = office.place("pages.git");
    let target = format!("git:{}", bare.display());
    office.told(&target, &["--check"]);
    assert_eq!(
        differing(&files(&bare, "gh-pages"), &office.site()),
        [""; 0]
    );
    assert!(files(&bare, "gh-pages").contains_key(".nojekyll"));
    // Somebody adds a file of their own by another clone.
    let clone = office.place("clone");
    git(
        office.places.path(),
        &[
            "clone",
            "--quiet",
            "--branch",
            "gh-pages",
            "pages.git",
            "clone",
        ],
    );
    std::fs::write(clone.join("CNAME"), "portal.example\n").unwrap();
    git(&clone, &["add", "CNAME"]);
    git(&clone, &["commit", "--quiet", "-m", "A name"]);
    git(&clone, &["push", "--quiet"]);
    let before = office.site();
    office.edit();
    let told = office.told(&target, &[]);
    let mut sent = [
        paths(&told, "sent", "new"),
        paths(&told, "sent", "replaced"),
    ]
    .concat();
    sent.extend(paths(&told, "removed", "removed"));
    sent.sort();
    assert_eq!(sent, differing(&before, &office.site()));
    let mut found = files(&bare, "gh-pages");
    assert_eq!(
        found.remove("CNAME").as_deref(),
        Some(&b"portal.example\n"[..])
    );
    assert_eq!(differing(&found, &office.site()), [""; 0]);
    assert_eq!(git(&bare, &["rev-list", "--count", "gh-pages"]).trim(), "3");
    // Nothing changed: no commit.
    office.told(&target, &[]);
    assert_eq!(git(&bare, &["rev-list", "--count", "gh-pages"]).trim(), "3");
}

#[test]
fn the_users_own_repository_is_not_touched_and_a_remote_is_known_by_its_name() {
    let Some(office) = office() else { return };
    let root = office.portal.root();
    git(root, &["init", "--quiet", "--initial-branch=main"]);
    std::fs::write(root.join(".gitignore"), "public/\n.tragaluz/\n").unwrap();
    git(root, &["add", "."]);
    git(root, &["commit", "--quiet", "-m", "Begin"]);
    git(
        root,
        &[
            "remote",
            "add",
            "pages",
            office.place("pages.git").to_str().unwrap(),
        ],
    );
    git(root, &["config", "core.autocrlf", "true"]);
    std::fs::write(root.join("staged.txt"), "half done").unwrap();
    git(root, &["add", "staged.txt"]);
    let state = || {
        (
            git(root, &["status", "--porcelain"]),
            git(root, &["show-ref"]),
        )
    };
    let before = state();
    office.publish("git:pages#site", &[]).assert_code(0);
    std::fs::remove_file(root.join("addresses.txt")).unwrap();
    assert_eq!(state(), before);
    let found = files(&office.place("pages.git"), "site");
    assert_eq!(differing(&found, &office.site()), [""; 0]);
}

#[test]
fn the_site_before_is_brought_back_from_any_computer() {
    let Some(office) = office() else { return };
    let bare = office.place("pages.git");
    let target = format!("git:{}#pages", bare.display());
    office.told(&target, &[]);
    let before = office.site();
    office.edit();
    office.told(&target, &[]);
    std::fs::remove_dir_all(office.portal.root().join(".tragaluz")).unwrap();
    // Somebody else's commit since is none to go back to, and what it brought stays.
    let clone = office.place("clone");
    let to = clone.to_str().unwrap();
    git(
        office.places.path(),
        &["clone", "--quiet", "--branch", "pages", "pages.git", to],
    );
    std::fs::write(clone.join("CNAME"), "portal.example\n").unwrap();
    git(&clone, &["add", "CNAME"]);
    git(&clone, &["commit", "--quiet", "--message", "A name"]);
    git(&clone, &["push", "--quiet"]);
    office.told(&target, &["--back"]);
    let mut there = files(&bare, "pages");
    assert_eq!(there.remove("CNAME"), Some(b"portal.example\n".to_vec()));
    assert_eq!(differing(&there, &before), [""; 0]);
    assert_eq!(git(&bare, &["rev-list", "--count", "pages"]).trim(), "4");
}

#[test]
fn a_repository_that_refuses_leaves_everything_as_it_was() {
    let Some(office) = office() else { return };
    let bare = office.place("pages.git");
    let target = format!("git:{}", bare.display());
    office.told(&target, &[]);
    let before = git(&bare, &["rev-parse", "gh-pages"]);
    office.edit();
    git(&bare, &["config", "receive.denyNonFastForwards", "true"]);
    let hook = bare.join("hooks/pre-receive");
    std::fs::write(&hook, "#!/bin/sh\necho no room >&2\nexit 1\n").unwrap();
    executable(&hook);
    let refused = office.publish(&target, &[]);
    refused.assert_code(2);
    assert!(refused.err.contains("no room"), "{}", refused.err);
    assert_eq!(git(&bare, &["rev-parse", "gh-pages"]), before);
    std::fs::remove_file(hook).unwrap();
    office.told(&target, &[]);
    assert_eq!(
        differing(&files(&bare, "gh-pages"), &office.site()),
        [""; 0]
    );
    let absent = office.publish("git:./nowhere.git", &[]);
    absent.assert_code(2);
}

#[cfg(unix)]
pub(super) fn executable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(not(unix))]
pub(super) fn executable(_path: &Path) {}
