//! New portals (`tragaluz new`).

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{
    BuiltPortal, Outcome, Portal, Tool, ended, files_below, program_of, repository, require,
    tragaluz,
};
use crate::progress::AT_A_TERMINAL;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use tragaluz::{AddressPolicy, Options};

/// A folder in which portals are made.
struct Desk(TempDir);

impl Desk {
    fn new() -> Desk {
        Desk(TempDir::new().unwrap())
    }

    fn dir(&self) -> PathBuf {
        self.0.path().join("portal")
    }

    fn make(&self, args: &[&str]) -> Outcome {
        ended(tragaluz().arg("new").arg(self.dir()).args(args))
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.dir().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }
}

fn built(lang: &str) -> (Desk, BuiltPortal) {
    let desk = Desk::new();
    desk.make(&["--lang", lang]).assert_code(0);
    let built = Portal::copy_of(&desk.dir()).into_built();
    (desk, built)
}

#[test]
fn a_new_portal_builds_with_nothing_found() {
    for (lang, guide) in [("es", "GUIA.md"), ("en", "GUIDE.md")] {
        let (desk, built) = built(lang);
        built.assert_nothing_found();
        built.assert_published();
        let guide = desk.text(guide);
        assert!(guide.lines().count() <= 50, "a page at most");
        let site = built.files();
        assert!(
            site.keys().all(|path| !path.starts_with("GUI")),
            "published"
        );
        for path in files_below(&desk.dir()).keys() {
            let text = desk.text(path);
            assert!(!text.contains("{{"), "{path}: {text}");
            let begins = text.trim_start_matches("---\n");
            let begins = begins.trim_start_matches("#:schema ./schemas/tragaluz.json\n");
            let is_explained = begins.starts_with("# ")
                || path.contains("workflows")
                || path.starts_with("schemas/");
            assert!(is_explained || path.ends_with(".csv"), "{path}");
        }
        assert!(desk.text(".gitattributes").contains("\n* -text"));
        assert!(
            desk.text(".github/workflows/publish.yml")
                .contains("--as-of")
        );
    }
}

/// An editor finds the schema of each file by what the file itself says.
#[test]
fn files_name_schemas_that_are_there() {
    let (desk, _) = built("es");
    let file = desk.0.path().join("agua.csv");
    fs::write(&file, "mes,n\n2024-01,2\n").unwrap();
    let add = |args: &[&str]| {
        let mut command = tragaluz();
        ended(command.arg("add").args(args).arg("--root").arg(desk.dir())).assert_code(0);
    };
    add(&[file.to_str().unwrap()]);
    add(&["commitment", "--title", "Agua limpia"]);
    let mut naming = BTreeSet::new();
    for path in files_below(&desk.dir()).keys() {
        let text = desk.text(path);
        let mut lines = text.lines().take(2);
        let named = lines.find_map(|line| {
            let yaml = line.strip_prefix("# yaml-language-server: $schema=");
            yaml.or_else(|| line.strip_prefix("#:schema "))
        });
        if let Some(named) = named {
            let file = desk.dir().join(path);
            assert!(
                file.parent().unwrap().join(named).is_file(),
                "{path}: {named}"
            );
            naming.insert(format!("{path} {}", named.rsplit('/').next().unwrap()));
        }
    }
    let expected = [
        "content/about.md document.json",
        "content/commitments/EJ0001.md commitment.json",
        "content/commitments/agua-limpia.md commitment.json",
        "content/index.md document.json",
        "content/localities/localidad.md locality.json",
        "data/agua/dataset.md dataset.json",
        "data/solicitudes/dataset.md dataset.json",
        "tragaluz.toml tragaluz.json",
    ];
    assert_eq!(naming, expected.map(str::to_owned).into());
}

/// A folder that a forge made, in which a new portal was cut off by a kill at a change to the disk.
#[cfg(debug_assertions)]
fn killed(at: usize) -> (Desk, Outcome) {
    let desk = Desk::new();
    fs::create_dir_all(desk.dir().join(".git")).unwrap();
    fs::write(desk.dir().join(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
    let mut command = tragaluz();
    command.args(["--lang", "en", "new"]).arg(desk.dir());
    let plan = format!("die {at}");
    let outcome = ended(command.env(tragaluz_disk::trial::VARIABLE, plan));
    (desk, outcome)
}

/// Numbers of the changes to a folder in which a portal is made, past those to the portal while it is made aside.
#[cfg(debug_assertions)]
fn changes_to_the_folder() -> Vec<usize> {
    let desk = Desk::new();
    fs::create_dir_all(desk.dir().join(".git")).unwrap();
    let log = desk.0.path().join("log");
    let mut command = tragaluz();
    command.args(["--lang", "en", "new"]).arg(desk.dir());
    let plan = format!("log {}", log.display());
    ended(command.env(tragaluz_disk::trial::VARIABLE, plan)).assert_code(0);
    let is_within = |path: &Path| {
        let inside = path.strip_prefix(desk.dir()).ok();
        inside.is_some_and(|inside| !inside.to_string_lossy().starts_with("tragaluz-"))
    };
    let changes = tragaluz_disk::trial::logged(&log).unwrap();
    let changes = changes.iter().enumerate();
    changes
        .filter(|(_, change)| is_within(&change.path) || is_within(&change.to))
        .map(|(at, _)| at)
        .collect()
}

/// Returns what is in the folder of a repository but the repository and what nobody has finished.
#[cfg(debug_assertions)]
fn portal_in(desk: &Desk) -> BTreeMap<String, Vec<u8>> {
    let mut found = files_below(&desk.dir());
    assert_eq!(
        found.remove(".git/HEAD").unwrap(),
        b"ref: refs/heads/main\n"
    );
    found.retain(|path, _| !path.starts_with("tragaluz-"));
    found
}

/// Whatever a kill leaves in the folder of a repository, it is the whole portal, or the next order makes it: also one with other files.
#[cfg(debug_assertions)]
#[test]
fn after_a_kill_anywhere_the_next_order_makes_the_portal() {
    let [es, en] = ["es", "en"].map(|lang| {
        let made = Desk::new();
        made.make(&["--lang", lang]).assert_code(0);
        files_below(&made.dir())
    });
    let changes = changes_to_the_folder();
    let last = *changes.last().unwrap();
    assert!(changes.len() > 12, "{changes:?}");
    let (mut halves, mut wholes) = (0, 0);
    for at in changes.iter().copied().step_by(3).chain([last, last + 1]) {
        let (desk, outcome) = killed(at);
        assert_eq!(outcome.code, None, "{at}: {}", outcome.said());
        let is_there = |path: &str| desk.dir().join(path).exists();
        if is_there("tragaluz.toml") && !is_there(".tragaluz/new") {
            wholes += 1;
            assert!(portal_in(&desk) == en, "{at}");
            continue;
        }
        halves += usize::from(is_there("content"));
        desk.make(&["--lang", "es"]).assert_code(0);
        let found = portal_in(&desk);
        assert_eq!(
            found.keys().collect::<Vec<_>>(),
            es.keys().collect::<Vec<_>>(),
            "{at}"
        );
        assert!(found == es, "{at}");
    }
    assert!(halves > 1 && wholes > 0, "{halves}, {wholes}");
    // What somebody wrote since is theirs: the list was not removed yet, nor its folder.
    let (desk, _) = killed(changes[changes.len() - 3]);
    assert!(desk.dir().join(".tragaluz/new").exists());
    let page = desk.dir().join("content/index.md");
    fs::write(&page, "mine").unwrap();
    desk.make(&[]).assert_code(2);
    assert_eq!(fs::read(&page).unwrap(), b"mine");
}

/// At a terminal what is wrong is told in the portal's language, and asked again.
#[test]
fn at_a_terminal_a_wrong_answer_is_told_and_asked_again() {
    let python = program_of(None, "python3").filter(|_| cfg!(unix));
    let Some(python) = require(Tool::PYTHON, python) else {
        return;
    };
    let desk = Desk::new();
    let mut command = Command::new(python);
    command.args(["-c", AT_A_TERMINAL, env!("CARGO_BIN_EXE_tragaluz"), "new"]);
    command
        .arg(desk.dir())
        .env("LANG", "es_MX.UTF-8")
        .env_remove("LC_ALL");
    let typed = [
        "fr",
        "es",
        "Datos de Villa",
        "Ayuntamiento de Villa",
        "libre",
        "CC0-1.0",
        "",
        "rojizo",
        "#9f2241",
        "",
    ];
    let seen = ended(command.env("TYPED", typed.join("\n"))).out;
    for (words, times) in [
        ("El idioma del portal, es o en", 2),
        ("Cómo se llama el portal", 1),
        ("libre", 2),
        ("rojizo", 2),
    ] {
        assert!(seen.matches(words).count() >= times, "{words}: {seen}");
    }
    assert!(!seen.contains("panicked"), "{seen}");
    let settings = desk.text("tragaluz.toml");
    for line in [
        "title = \"Datos de Villa\"",
        "\"CC0-1.0\"",
        "accent = \"#9f2241\"",
    ] {
        assert!(settings.contains(line), "{line}: {settings}");
    }
}

/// While it has the sample's address it is a sample; once it is the office's own, or published, what is left is told.
#[test]
fn what_is_left_of_the_sample_is_told_once_the_portal_is_somebodys() {
    for lang in ["es", "en"] {
        let (desk, _) = built(lang);
        let own = Options {
            base_url: Some("https://datos.ejemplo.org/".to_owned()),
            ..Options::default()
        };
        let published = Options {
            addresses: AddressPolicy::published(),
            ..Options::default()
        };
        for options in [own, published] {
            let portal = Portal::copy_of(&desk.dir());
            let built = portal.build_with(&options);
            let files: BTreeSet<&str> = (built.of_code("sample-value").iter())
                .map(|found| found.place.as_ref().unwrap().file.as_str())
                .map(|file| file.rsplit('/').next().unwrap())
                .collect();
            let page = if lang == "es" {
                "EJ0001.md"
            } else {
                "EX0001.md"
            };
            assert_eq!(files, BTreeSet::from([page, "dataset.md", "tragaluz.toml"]));
        }
    }
}

#[test]
fn publishing_a_sample_says_so() {
    let (desk, _) = built("en");
    let run = |args: &[&str]| ended(tragaluz().args(args).arg("--root").arg(desk.dir()));
    run(&["build"]).assert_code(0);
    let to = desk.0.path().join("www");
    fs::create_dir(&to).unwrap();
    let told = run(&["publish", to.to_str().unwrap()]);
    told.assert_code(0);
    assert!(
        told.said().contains("warning[sample-value]"),
        "{}",
        told.said()
    );
}

#[test]
fn options_say_what_the_portal_is_called_and_how_it_looks() {
    let desk = Desk::new();
    let title = "Datos \"abiertos\" \\ de Toledo: {{place}}";
    desk.make(&[
        "--lang",
        "es",
        "--title",
        title,
        "--publisher",
        "Ayuntamiento #1",
        "--licence",
        "cc0-1.0",
        "--place",
        "Toledo, España",
        "--colour",
        "#9f2241",
        "--forge",
        "gitlab",
    ])
    .assert_code(0);
    let settings: toml::Table = desk.text("tragaluz.toml").parse().unwrap();
    assert_eq!(settings["portal"]["title"].as_str(), Some(title));
    assert_eq!(
        settings["publisher"]["name"].as_str(),
        Some("Ayuntamiento #1")
    );
    assert_eq!(settings["licence"]["name"].as_str(), Some("CC0-1.0"));
    assert_eq!(settings["spatial"]["name"].as_str(), Some("Toledo"));
    assert!(
        settings["spatial"].get("code").is_none(),
        "a town is no country"
    );
    assert_eq!(settings["theme"]["accent"].as_str(), Some("#9f2241"));
    let locality = desk.text("content/localities/localidad.md");
    assert!(
        locality.contains("title: \"Toledo\"\ncountry: ESP\n"),
        "{locality}"
    );
    assert!(desk.dir().join(".gitlab-ci.yml").is_file() && !desk.dir().join(".github").exists());
    Portal::copy_of(&desk.dir()).build().assert_nothing_found();

    let desk = Desk::new();
    desk.make(&["--place", "Mexico", "--forge", "none"])
        .assert_code(0);
    let settings = desk.text("tragaluz.toml");
    assert!(
        settings.contains("name = \"Mexico\"\ncode = \"MEX\"\n"),
        "{settings}"
    );
    assert!(!desk.dir().join(".github").exists());
}

#[test]
fn what_cannot_be_so_is_told_and_nothing_is_made() {
    for (args, said) in [
        (["--colour", "reddish"], "colour"),
        (["--colour", "#ffffff"], "#ffffff"),
        (["--licence", "GPL"], "CC-BY-SA-4.0"),
        (["--title", " "], "--title"),
    ] {
        let desk = Desk::new();
        let told = desk.make(&args);
        told.assert_code(2);
        assert!(told.said().contains(said), "{args:?}: {}", told.said());
        assert_eq!(fs::read_dir(desk.0.path()).unwrap().count(), 0, "{args:?}");
    }
}

#[test]
fn it_is_made_where_a_forge_made_a_repository_and_nowhere_else() {
    let desk = Desk::new();
    fs::create_dir_all(desk.dir().join(".git")).unwrap();
    fs::write(desk.dir().join(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
    desk.make(&[]).assert_code(0);
    assert_eq!(desk.text(".git/HEAD"), "ref: refs/heads/main\n");
    let first = files_below(&desk.dir());
    assert!(
        first.keys().all(|path| !path.contains("tragaluz-")),
        "nothing of the making is left"
    );
    let again = desk.make(&["--title", "Other"]);
    again.assert_code(2);
    assert!(again.said().contains("is not empty"), "{}", again.said());
    assert!(files_below(&desk.dir()) == first);
}

/// Removes or renames what is there, and builds.
fn without(from: &Path, change: impl FnOnce(&Path)) {
    let portal = Portal::copy_of(from);
    change(portal.root());
    let built = portal.build();
    built.assert_published();
}

#[test]
fn every_page_and_the_data_of_the_sample_can_go_or_be_renamed() {
    for lang in ["es", "en"] {
        let (desk, _) = built(lang);
        let pages = files_below(&desk.dir().join("content"));
        let data = fs::read_dir(desk.dir().join("data")).unwrap();
        let folder = data.map(|entry| entry.unwrap().file_name()).next().unwrap();
        let paths = pages.keys().map(|page| format!("content/{page}"));
        for path in paths.chain([format!("data/{}", folder.display())]) {
            // In one language each goes, in the other each is renamed: both have the same pages.
            without(&desk.dir(), |root| {
                let from = root.join(&path);
                if lang == "en" {
                    let ending = if path.ends_with(".md") { ".md" } else { "" };
                    let to = format!("{}-2{ending}", path.trim_end_matches(".md"));
                    fs::rename(from, root.join(to)).unwrap();
                } else if from.is_dir() {
                    fs::remove_dir_all(from).unwrap();
                } else {
                    fs::remove_file(from).unwrap();
                }
            });
        }
    }
}

#[test]
fn the_demo_is_the_whole_example() {
    let home = tempfile::tempdir().unwrap();
    let demo = home.path().join("demo");
    let mut command = tragaluz();
    ended(command.args(["new", "--demo"]).arg(&demo)).assert_code(0);
    let files = files_below(&demo);
    for folder in ["content", "data"] {
        let own = files_below(&repository(folder));
        assert!(own.len() > 5, "{folder}");
        for (path, bytes) in own {
            assert!(
                files.get(&format!("{folder}/{path}")) == Some(&bytes),
                "{folder}/{path}"
            );
        }
    }
    assert!(
        files.contains_key(".gitattributes") && files.contains_key(".github/workflows/publish.yml")
    );
    let other = home.path().join("other");
    let mut command = tragaluz();
    let refused = ended(command.args(["new", "--demo", "--title", "x"]).arg(&other));
    refused.assert_code(2);
    assert!(!other.exists());
}

/// `templates/repository/` is what the program writes for an office, with the workflows of all forges; its read-me is its own.
/// `SNAPSHOTS=overwrite` writes it anew.
#[test]
fn the_template_repository_is_what_the_program_writes() {
    let home = tempfile::tempdir().unwrap();
    let made = home.path().join("portal");
    let mut command = tragaluz();
    ended(command.args(["--lang", "es", "new"]).arg(&made)).assert_code(0);
    for forge in ["gitlab", "forgejo"] {
        let mut command = tragaluz();
        let words = ["publish", "--setup", forge, "--root"];
        ended(command.args(words).arg(&made)).assert_code(0);
    }
    let kept = repository("templates/repository");
    let expected = files_below(&made);
    if std::env::var_os("SNAPSHOTS").is_some_and(|how| how == "overwrite") {
        for (path, bytes) in &expected {
            let to = kept.join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
    }
    let mut found = files_below(&kept);
    let read_me = String::from_utf8(found.remove("README.md").unwrap()).unwrap();
    assert!(read_me.contains("tragaluz.toml"), "{read_me}");
    assert_eq!(
        found.keys().collect::<Vec<_>>(),
        expected.keys().collect::<Vec<_>>()
    );
    let other = found
        .iter()
        .find(|(path, bytes)| expected[*path] != **bytes);
    let other = other.map(|(path, _)| path);
    assert_eq!(other, None, "schemas hold words of `docs/`, too");
}
