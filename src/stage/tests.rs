//! Publishing, broken off at every step.

use super::publish::Publication;
use super::*;
use crate::stage::ownership::Collision;
use std::fs::{self, File};

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn swaps_whole_and_leaves_nothing_behind() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("public");
    for text in ["one", "two"] {
        let staging = Staging::beside(&out).unwrap();
        staging.write("a/b.txt", text.as_bytes()).unwrap();
        staging.commit().unwrap();
        assert_eq!(read(out.join("a/b.txt")), text);
    }
    assert!(read(out.join(SUMS)).ends_with("  a/b.txt\n"));
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
}

#[test]
fn what_is_put_aside_is_no_output() {
    let home = tempfile::tempdir().unwrap();
    let staging = Staging::beside(&home.path().join("public")).unwrap();
    let aside = staging.aside().unwrap();
    aside.file().unwrap().write_all(b"x").unwrap();
    drop(aside);
    staging.commit().unwrap();
    let left: Vec<_> = fs::read_dir(home.path().join("public"))
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    let mut left = left;
    left.sort();
    assert_eq!(left, [MARKER, SUMS]);
}

#[test]
fn an_abandoned_build_leaves_the_last_one() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("public");
    let first = Staging::beside(&out).unwrap();
    first.write("a.txt", b"good").unwrap();
    first.commit().unwrap();
    let second = Staging::beside(&out).unwrap();
    second.write("a.txt", b"half").unwrap();
    drop(second);
    assert_eq!(read(out.join("a.txt")), "good");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
}

#[test]
fn foreign_folders_and_paths_are_refused() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("thesis.doc"), "x").unwrap();
    assert!(Staging::beside(home.path()).is_err());
    let staging = Staging::beside(&home.path().join("public")).unwrap();
    for path in [
        "",
        "/etc/x",
        "../x",
        "a/../x",
        "a//b",
        "c:x",
        "a\\b",
        "a\n0  b",
        "a\u{202e}b",
    ] {
        assert!(staging.write(path, b"").is_err(), "{path}");
    }
}

/// What is in a folder, by path: the text of a file, where a link leads, the word `folder`; with the mode.
fn everything(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let what = if entry.file_type().is_dir() {
            "folder".to_owned()
        } else if entry.path_is_symlink() {
            format!("to {}", fs::read_link(entry.path()).unwrap().display())
        } else {
            String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned()
        };
        let mode = mode(entry.path());
        found.insert(
            ownership::slashed(entry.path().strip_prefix(folder).unwrap()),
            format!("{what} {mode:o}"),
        );
    }
    found
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    std::os::unix::fs::MetadataExt::mode(&fs::symlink_metadata(path).unwrap()) & 0o7777
}

#[cfg(not(unix))]
fn mode(_path: &Path) -> u32 {
    0
}

/// Writes a site whose pages say `text`, and publishes it with whatever is in the output.
fn publish(out: &Path, text: &str) -> Result<Publication, Fatal> {
    let staging = Staging::beside(out)?;
    for path in ["index.html", "a/b/c.html", &format!("{text}/only.html")] {
        staging.write(path, text.as_bytes())?;
    }
    let kept = staging.kept()?;
    staging.publish(&kept, true, || Ok(()))
}

/// Puts into the output what people put there.
fn add_strangers(out: &Path) {
    let write = |path: &str| {
        fs::create_dir_all(out.join(path).parent().unwrap()).unwrap();
        fs::write(out.join(path), format!("own {path}")).unwrap();
    };
    [
        "CNAME",
        ".git/HEAD",
        ".git/objects/ab/cd",
        "a/b/notes.txt",
        "one/photo.png",
        "two",
    ]
    .into_iter()
    .for_each(write);
    fs::create_dir_all(out.join("empty/below")).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::{PermissionsExt, symlink};
        symlink("a/b", out.join("link")).unwrap();
        symlink("/nowhere/at/all", out.join("a/dangling")).unwrap();
        write("locked/inside.txt");
        let set = |path: &str, mode: u32| {
            fs::set_permissions(out.join(path), fs::Permissions::from_mode(mode)).unwrap();
        };
        set("locked/inside.txt", 0o400);
        set("locked", 0o555);
        set(".git/objects/ab/cd", 0o444);
        set("CNAME", 0o755);
    }
}

/// An output with strangers, and what it is to hold after another build.
fn prepared(home: &Path) -> (PathBuf, BTreeMap<String, String>, BTreeMap<String, String>) {
    let [out, other] = ["public", "other"].map(|name| home.join(name));
    fs::create_dir_all(home).unwrap();
    publish(&out, "one").unwrap();
    add_strangers(&out);
    let old = everything(&out);
    publish(&other, "three").unwrap();
    let mut new = everything(&other);
    let ours = ["index.html", "a/b/c.html", "one/only.html", SUMS, MARKER];
    // Folders of ours go with the last of our files in them; what somebody put there keeps them.
    for (path, what) in old
        .iter()
        .filter(|(path, _)| !ours.contains(&path.as_str()))
    {
        new.entry(path.clone()).or_insert_with(|| what.clone());
    }
    fs::remove_dir_all(&other).unwrap();
    (out, old, new)
}

fn names_in(home: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(home)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn strangers_stay_where_they_are() {
    let home = tempfile::tempdir().unwrap();
    let (out, _, new) = prepared(home.path());
    let published = publish(&out, "three").unwrap();
    assert_eq!((everything(&out), published.left), (new.clone(), vec![]));
    publish(&out, "three").unwrap();
    assert_eq!(
        (everything(&out), names_in(home.path())),
        (new, vec!["public".to_owned()])
    );
}

#[test]
fn what_is_told_is_told_once_and_a_folder_counts_once() {
    let home = tempfile::tempdir().unwrap();
    let (out, ..) = prepared(home.path());
    let staging = Staging::beside(&out)
        .unwrap()
        .after(PreviousManifest::default());
    let kept = staging.kept().unwrap();
    let names = kept.unnamed(staging.named());
    assert_eq!(
        names.first[..4],
        [".git/", "CNAME", "a/b/notes.txt", "a/dangling"].map(str::to_owned)
    );
    let last = staging.publish(&kept, true, || Ok(())).unwrap().last;
    fs::write(out.join("robots.txt"), "mine").unwrap();
    let staging = Staging::beside(&out).unwrap().after(last);
    let kept = staging.kept().unwrap();
    assert_eq!(kept.unnamed(staging.named()).first, ["robots.txt"]);
    staging.write("robots.txt", b"ours").unwrap();
    let taken = kept.taken(&staging.manifest());
    assert_eq!(
        taken,
        [Collision {
            address: "robots.txt".into(),
            stranger: "robots.txt".into()
        }]
    );
    assert!(
        staging.publish(&kept, true, || Ok(())).is_err(),
        "nobody writes over it"
    );
    assert_eq!(read(out.join("robots.txt")), "mine");
}

/// Breaks a build off at each change that it makes to the disk. The old output or the new one then is whole, strangers and
/// all; the next build puts everything right. The program is killed there by `tests/it/faults`.
#[cfg(debug_assertions)]
mod broken_off {
    use super::*;
    use tragaluz_disk::Action;
    use tragaluz_disk::trial::{self, Fault, Plan};

    fn broken_off(fault: Fault, is_plain: bool) {
        let mut seen = [0, 0];
        for at in 0.. {
            let home = tempfile::tempdir().unwrap();
            let (out, old, new) = prepared(home.path());
            let is_through = !meets(&out, at, fault, is_plain);
            // Between two renames it is aside, until the next start.
            if is_plain {
                Staging::beside(&out).unwrap();
            }
            let stands = everything(&out);
            assert!(
                stands == old || stands == new,
                "{fault:?} {at}: {stands:#?}"
            );
            seen[usize::from(stands == new)] += 1;
            let published = unbroken(&out);
            assert_eq!(everything(&out), new, "after {fault:?} {at}");
            assert_eq!(published.left, [], "after {fault:?} {at}");
            assert_eq!(names_in(home.path()), ["public"], "after {fault:?} {at}");
            if is_through {
                break;
            }
        }
        assert!(seen[0] > 20 && seen[1] > 1, "{seen:?}");
    }

    /// A build that nothing keeps from its end; it does not wait for the disk.
    fn unbroken(out: &Path) -> Publication {
        trial::plan(Some(Plan::default()));
        let published = publish(out, "three").unwrap();
        trial::plan(None);
        published
    }

    /// Whether the build has a change of this number, at which it is broken off.
    fn meets(out: &Path, at: usize, fault: Fault, is_plain: bool) -> bool {
        trial::plan(Some(Plan {
            fault: Some((at, fault)),
            is_plain,
            ..Plan::default()
        }));
        let published = publish(out, "three");
        let changes = trial::taken();
        trial::plan(None);
        // What fails after the exchange is told, and the build has succeeded.
        let placed = changes.iter().position(|(action, path)| match action {
            Action::Exchange => !is_plain,
            Action::Rename => is_plain && path.to_string_lossy().contains(".new-"),
            _ => false,
        });
        let is_met = is_plain && fault == Fault::Fail;
        let succeeds = placed.is_some_and(|placed| placed != at || !is_met);
        assert_eq!(published.is_ok(), succeeds, "{fault:?} {at}: {changes:#?}");
        changes.len() > at
    }

    #[test]
    fn a_fault_at_any_change_leaves_one_of_both_whole() {
        broken_off(Fault::Fail, false);
        broken_off(Fault::Full, false);
    }

    #[test]
    fn a_fault_at_any_change_without_an_exchange_leaves_one_of_both_whole() {
        broken_off(Fault::Fail, true);
        broken_off(Fault::Full, true);
    }

    #[test]
    fn the_disk_has_all_of_it_before_the_old_output_goes() {
        for is_plain in [false, true] {
            let home = tempfile::tempdir().unwrap();
            let (out, ..) = prepared(home.path());
            trial::plan(Some(Plan {
                is_plain,
                ..Plan::default()
            }));
            publish(&out, "three").unwrap();
            let changes: Vec<Action> = trial::taken()
                .into_iter()
                .map(|(action, _)| action)
                .collect();
            trial::plan(None);
            let is_swap = |action: &Action| matches!(action, Action::Exchange | Action::Rename);
            let swap = changes.iter().position(is_swap).unwrap();
            let flush = if is_plain {
                Action::FlushFile
            } else {
                Action::FlushDisk
            };
            let flushed = changes.iter().position(|action| *action == flush).unwrap();
            let between: Vec<Action> = changes[flushed..swap]
                .iter()
                .copied()
                .filter(|action| !matches!(action, Action::FlushFile | Action::FlushFolder))
                .collect();
            let share: &[Action] = if is_plain {
                &[Action::Write]
            } else {
                &[Action::FlushDisk, Action::Write]
            };
            assert_eq!(between, share, "only its lock is written then");
            assert_eq!(changes[swap + 1], Action::FlushFolder);
        }
    }
}

/// Whoever puts something into the output while it is being exchanged loses nothing.
#[test]
fn what_comes_at_the_last_moment_is_not_removed() {
    let home = tempfile::tempdir().unwrap();
    let (out, old) = (
        home.path().join("public"),
        home.path().join(".public.new-aaaaaa"),
    );
    publish(&out, "one").unwrap();
    publish(&old, "two").unwrap();
    for (path, text) in [
        ("late.txt", "late"),
        ("deep/er/late.txt", "late"),
        ("index.html", "altered"),
        ("both", "old"),
    ] {
        fs::create_dir_all(old.join(path).parent().unwrap()).unwrap();
        fs::write(old.join(path), text).unwrap();
    }
    fs::create_dir(old.join("late")).unwrap();
    fs::write(out.join("both"), "new").unwrap();
    let staging = Staging::beside(&out).unwrap();
    assert_eq!(
        (
            read(out.join("late.txt")),
            read(out.join("deep/er/late.txt"))
        ),
        ("late".into(), "late".into())
    );
    assert!(out.join("late").is_dir() && read(out.join("index.html")) == "one");
    assert_eq!(
        (read(old.join("both")), read(out.join("both"))),
        ("old".into(), "new".into())
    );
    assert_eq!(
        (
            staging.left.len(),
            staging.left[0].count,
            &*staging.left[0].first
        ),
        (1, 1, "both")
    );
    drop(staging);
    assert_eq!(names_in(home.path()), [".public.new-aaaaaa", "public"]);
    assert_eq!(
        everything(&old).len(),
        3,
        "the next run looks again, and removes nothing of it"
    );
}

#[test]
fn a_file_altered_with_its_size_and_time_kept_is_noticed() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("public");
    let last = publish(&out, "one").unwrap().last;
    let [same, touched, altered] =
        ["index.html", "one/only.html", "a/b/c.html"].map(|path| out.join(path));
    let time = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
    let before = time(&altered);
    fs::write(&altered, "eno").unwrap();
    File::options()
        .write(true)
        .open(&altered)
        .unwrap()
        .set_modified(before)
        .unwrap();
    fs::hard_link(&touched, home.path().join("a backup of it")).unwrap();
    assert_eq!(
        (time(&altered), fs::metadata(&altered).unwrap().len()),
        (before, 3)
    );
    let staging = Staging::beside(&out).unwrap().after(last);
    if cfg!(unix) {
        assert_eq!(staging.altered(), ["a/b/c.html"]);
        assert!(!staging.keep("a/b/c.html", &sha256(b"one")).unwrap());
    }
    for (path, full) in [("index.html", same), ("one/only.html", touched)] {
        assert_eq!(
            staging.unchanged(path),
            Some(full),
            "{path} is what was written"
        );
        assert!(staging.keep(path, &sha256(b"one")).unwrap(), "{path}");
    }
}
