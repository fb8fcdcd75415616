//! The program, started again under other conditions.

use super::{Files, content};
use crate::driver::{Tool, files_below, program_of, require};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

/// How a portal is built.
#[derive(Default)]
struct Conditions {
    name: &'static str,
    /// Where the portal is and its site is made: below the temporary folder, unless it is a whole path.
    folder: PathBuf,
    /// Whether its files are made in the opposite order.
    is_reversed: bool,
    /// Days since 1970 of the files' times.
    written: u64,
    umask: &'static str,
    set: &'static [(&'static str, &'static str)],
    unset: &'static [&'static str],
    args: &'static [&'static str],
    /// A program that runs this one, with its arguments.
    through: Vec<String>,
}

impl Conditions {
    /// Makes the portal, unless it is there.
    fn prepare(&self, content: &Files) -> PathBuf {
        let root = self.folder.join("portal");
        let mut paths: Vec<&String> = content.keys().collect();
        if self.is_reversed {
            paths.reverse();
        }
        for path in paths {
            let full = root.join(path);
            fs::create_dir_all(full.parent().unwrap()).unwrap();
            fs::write(&full, &content[path]).unwrap();
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(self.written * 86_400);
            File::options()
                .write(true)
                .open(&full)
                .unwrap()
                .set_modified(time)
                .unwrap();
        }
        root
    }

    /// Builds the portal; returns the files of its site.
    fn build(&self, content: &Files) -> Files {
        let root = self.prepare(content);
        let out = self.folder.join("site");
        let mut command = Command::new("sh");
        command
            .args(["-c", "umask $0; exec \"$@\"", self.umask])
            .args(&self.through)
            .arg(env!("CARGO_BIN_EXE_tragaluz"))
            .arg("build")
            .args(self.args)
            .arg("--root")
            .arg(&root)
            .arg("--out")
            .arg(&out)
            .current_dir(&self.folder);
        for name in self.unset {
            command.env_remove(name);
        }
        let ran = command.envs(self.set.iter().copied()).output().unwrap();
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success(), "{}: {said}", self.name);
        files_below(&out)
    }
}

/// Fails with the names of the files that two sites do not have alike.
#[track_caller]
fn assert_same(name: &str, site: &Files, expected: &Files) {
    let names = expected.keys().chain(site.keys());
    let mut differing: Vec<&String> = names
        .filter(|path| site.get(*path) != expected.get(*path))
        .collect();
    differing.sort();
    differing.dedup();
    assert!(differing.is_empty(), "{name}: {differing:#?}");
}

fn first_conditions(folder: &Path) -> Conditions {
    Conditions {
        name: "first",
        folder: folder.to_owned(),
        umask: "022",
        written: 19_000,
        set: &[
            ("LC_ALL", "C"),
            ("TZ", "UTC"),
            ("RAYON_NUM_THREADS", "1"),
            ("SOURCE_DATE_EPOCH", "1717200000"),
        ],
        ..Conditions::default()
    }
}

#[test]
fn the_same_content_gives_the_same_bytes_under_any_conditions() {
    let content = content();
    let home = tempfile::tempdir().unwrap();
    let first = first_conditions(&home.path().join("a"));
    fs::create_dir_all(&first.folder).unwrap();
    let expected = first.build(&content);
    assert!(expected.len() > 100 && expected.contains_key("SHA256SUMS"));

    let far = home
        .path()
        .join("Una carpeta con espacios, eñes y 漢字")
        .join("x".repeat(120));
    fs::create_dir_all(&far).unwrap();
    let other = Conditions {
        name: "another folder, order, time, language, zone, umask, console and user; seven threads",
        folder: far.clone(),
        is_reversed: true,
        written: 9_000,
        umask: "077",
        set: &[
            ("LC_ALL", "es_MX.UTF-8"),
            ("LANG", "es_MX.UTF-8"),
            ("TZ", "Pacific/Kiritimati"),
            ("RAYON_NUM_THREADS", "7"),
            ("COLUMNS", "40"),
            ("USER", "otra"),
            ("LOGNAME", "otra"),
            ("SOURCE_DATE_EPOCH", "1717200000"),
        ],
        unset: &["HOME", "XDG_CACHE_HOME"],
        args: &["--lang", "es"],
        ..Conditions::default()
    };
    assert_same(other.name, &other.build(&content), &expected);
    let again = Conditions {
        name: "on top of the last site, with its cache; two threads, a Turkish console",
        folder: far,
        umask: "002",
        set: &[
            ("LC_ALL", "tr_TR.UTF-8"),
            ("TZ", "America/St_Johns"),
            ("RAYON_NUM_THREADS", "2"),
            ("SOURCE_DATE_EPOCH", "1717200000"),
        ],
        ..Conditions::default()
    };
    assert_same(again.name, &again.build(&content), &expected);

    let memory = Path::new("/dev/shm")
        .is_dir()
        .then(|| tempfile::tempdir_in("/dev/shm").unwrap());
    if let Some(memory) = require(Tool::SECOND_DISK, memory) {
        let elsewhere = Conditions {
            name: "another file system, without a cache",
            folder: memory.path().to_owned(),
            is_reversed: true,
            umask: "002",
            set: &[
                ("LC_ALL", "ja_JP.UTF-8"),
                ("SOURCE_DATE_EPOCH", "1717200000"),
            ],
            args: &["--no-cache"],
            ..Conditions::default()
        };
        assert_same(elsewhere.name, &elsewhere.build(&content), &expected);
    }
    if let Some(emulator) = require(Tool::OTHER_PROCESSOR, emulator()) {
        let processor = Conditions {
            name: "a processor of 2003, without the instructions that libraries look for",
            through: vec![
                emulator.to_string_lossy().into_owned(),
                "-cpu".to_owned(),
                "qemu64".to_owned(),
            ],
            folder: home.path().join("p"),
            ..first_conditions(home.path())
        };
        fs::create_dir_all(&processor.folder).unwrap();
        assert_same(processor.name, &processor.build(&content), &expected);
    }
}

/// Returns what runs programs as an older processor of the same family does.
fn emulator() -> Option<PathBuf> {
    cfg!(all(target_arch = "x86_64", target_os = "linux"))
        .then(|| program_of(None, "qemu-x86_64"))?
}
