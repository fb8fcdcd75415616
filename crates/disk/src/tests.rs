//! Changes, tried.

use super::trial::{self, Fault, LoggedChange, Plan};
use super::*;
use std::io::Write;

/// What a run leaves in an empty folder under a plan, and how it ended.
fn tried(words: &str) -> (String, io::Result<()>) {
    let home = tempfile::tempdir().unwrap();
    trial::plan(Some(Plan::of(words)));
    let ended = run(home.path());
    trial::plan(None);
    let all = WalkDir::new(home.path()).min_depth(1).sort_by_file_name();
    let mut left = String::new();
    for entry in all {
        let entry = entry.unwrap();
        let text = fs::read_to_string(entry.path()).unwrap_or_default();
        let name = entry.path().strip_prefix(home.path()).unwrap();
        left.push_str(&format!("{} {text};", name.display()));
    }
    (left, ended)
}

/// Seven changes.
fn run(home: &Path) -> io::Result<()> {
    create_folders(&home.join("a/b"))?;
    let mut file = DiskFile::create(&home.join("a/one"))?;
    file.write_all(b"text")?;
    file.flush_to_disk()?;
    copy(&home.join("a/one"), &home.join("two"))?;
    rename(&home.join("two"), &home.join("a/one"))?;
    remove_tree(&home.join("a"))
}

#[test]
fn a_run_is_counted_and_any_change_of_it_goes_wrong() {
    let (left, ended) = tried("");
    assert!(left.is_empty() && ended.is_ok());
    let errors = [5, 28].map(|code| io::Error::from_raw_os_error(code).kind());
    for (plan, left) in [
        ("fail 0", ""),
        ("fail 2", "a ;a/b ;"),
        ("fail 3", "a ;a/b ;a/one te;"),
        ("fail 4", "a ;a/b ;a/one text;"),
        ("fail 5", "a ;a/b ;a/one text;two te;"),
        ("fail 7", "a ;a/one text;"),
        ("full 0", ""),
        ("full 4", "a ;a/b ;a/one text;two te;"),
    ] {
        let (found, ended) = tried(plan);
        assert_eq!(found, left, "{plan}");
        assert!(errors.contains(&ended.unwrap_err().kind()), "{plan}");
    }
    for plan in ["full 6", "fail 8", "halves", "plain"] {
        let (left, ended) = tried(plan);
        assert!(left.is_empty() && ended.is_ok(), "{plan}");
    }
}

#[test]
fn a_log_holds_every_change_in_order_and_what_was_written() {
    let home = tempfile::tempdir().unwrap();
    let log = home.path().join("log");
    tried(&format!("halves log {}", log.display())).1.unwrap();
    let all = trial::logged(&log).unwrap();
    let told: Vec<String> = all
        .iter()
        .map(|LoggedChange { action, bytes, .. }| {
            format!("{action} {}", String::from_utf8_lossy(bytes))
        })
        .collect();
    let expected = "CreateFolder ,CreateFolder ,CreateFile ,Write te,Write x,Write t,FlushFile ,Copy ,Rename ,RemoveTree ";
    assert_eq!(told.join(","), expected);
    assert!(all.iter().all(|change| change.is_done));
    assert_eq!(Plan::of("die 12").fault, Some((12, Fault::Die)));
}

#[test]
fn what_is_temporary_goes_with_its_value_unless_it_is_placed() {
    let home = tempfile::tempdir().unwrap();
    let count = || fs::read_dir(home.path()).unwrap().count();
    let file = TemporaryFile::within(home.path(), (".a-", ".new")).unwrap();
    let folder = TemporaryFolder::within(home.path(), ".b-").unwrap();
    fs::write(folder.path().join("x"), "x").unwrap();
    assert_eq!(count(), 2);
    drop((file, folder));
    assert_eq!(count(), 0);
    let mut file = TemporaryFile::private_within(home.path(), ("", "")).unwrap();
    file.write_all(b"whole").unwrap();
    file.place(&home.path().join("c")).unwrap();
    assert_eq!(fs::read(home.path().join("c")).unwrap(), b"whole");
    assert_eq!(count(), 1);
}
