//! Files of a theme copied into a portal and changed there, and what is found in them.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes a portal and reads its site"
)]

use crate::driver::{ended, tragaluz};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn portal() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join("content")).unwrap();
    fs::write(
        home.path().join("tragaluz.toml"),
        "[portal]\ntitle = \"P\"\nlanguages = [\"en\", \"es\"]\n",
    )
    .unwrap();
    fs::write(
        home.path().join("content/a.md"),
        "---\ntitle: A\nsummary: Of what it is.\nupdated: 2026-01-01\n---\nWords.\n",
    )
    .unwrap();
    home
}

/// Runs a command in a folder, and returns its exit code and all that it says.
fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let ended = ended(tragaluz().args(args).current_dir(folder));
    (ended.code, ended.out + &ended.err)
}

fn site(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let (code, said) = run(root, &["build", "--no-cache"]);
    assert_eq!(code, Some(0), "{said}");
    let out = root.join("public");
    let entries = walkdir::WalkDir::new(&out).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(&out).unwrap();
            (
                path.to_str().unwrap().to_owned(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

#[test]
fn a_copied_theme_makes_the_same_pages_until_it_is_changed() {
    for theme in ["claro", "llano"] {
        let home = portal();
        fs::write(
            home.path().join("tragaluz.toml"),
            format!("[portal]\ntitle = \"P\"\nlanguages = [\"en\", \"es\"]\n[theme]\nname = \"{theme}\"\n"),
        )
        .unwrap();
        let before = site(home.path());
        let (code, said) = run(home.path(), &["theme", "copy", theme]);
        assert_eq!(code, Some(0), "{said}");
        let after = site(home.path());
        let paths = |site: &BTreeMap<String, Vec<u8>>| site.keys().cloned().collect::<Vec<_>>();
        assert_eq!(paths(&before), paths(&after), "{theme}");
        for (path, bytes) in &before {
            assert!(after[path] == *bytes, "{theme}: {path}");
        }
        let (code, said) = run(home.path(), &["theme", "check"]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("Nothing to mend in the theme"), "{said}");
    }
}

#[test]
fn one_file_is_copied_and_never_written_over_by_accident() {
    let home = portal();
    let copy = ["theme", "copy", "claro", "templates/page.html"];
    let file = home.path().join("themes/claro/templates/page.html");
    assert_eq!(run(home.path(), &copy).0, Some(0));
    let shipped = fs::read_to_string(&file).unwrap();
    let beside = fs::read_dir(home.path().join("themes/claro")).unwrap();
    assert_eq!(beside.count(), 1, "nothing else is copied");
    fs::write(&file, "mine").unwrap();
    let (code, said) = run(home.path(), &copy);
    assert_eq!(code, Some(2), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    let forced = [&copy[..], &["--force"]].concat();
    assert_eq!(run(home.path(), &forced).0, Some(0));
    assert_eq!(fs::read_to_string(&file).unwrap(), shipped);
    for (args, words) in [
        (
            ["theme", "copy", "claro", "templates/pagina.html"],
            "templates/page.html",
        ),
        (
            ["theme", "copy", "claro", "../tragaluz.toml"],
            "has no file",
        ),
        (["theme", "copy", "oscuro", "x"], "claro, llano"),
    ] {
        let (code, said) = run(home.path(), &args);
        assert!(code == Some(2) && said.contains(words), "{args:?}: {said}");
    }
}

#[test]
fn only_what_is_about_the_theme_is_found() {
    let home = portal();
    let own = home.path().join("themes/claro/templates");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("paje.html"), "x").unwrap();
    fs::write(
        own.join("page.html"),
        "{% extends \"base.html\" %}\n{% block body %}\n{{ body.nothing }}\n{% endblock %}\n",
    )
    .unwrap();
    // Something else is wrong too.
    fs::write(
        home.path().join("content/b.md"),
        "---\ntitle: B\nupdated: never\n---\n",
    )
    .unwrap();
    let (code, said) = run(home.path(), &["theme", "check", "--format", "json"]);
    assert_eq!(code, Some(1), "{said}");
    let list = said.rsplit_once(']').unwrap().0.to_owned() + "]";
    let found: Vec<serde_json::Value> = serde_json::from_str(&list).unwrap();
    let told: Vec<(&str, &str)> = found
        .iter()
        .map(|one| (one["code"].as_str().unwrap(), one["file"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            ("template-failed", "themes/claro/templates/page.html"),
            ("theme-file-unused", "themes/claro/templates/paje.html"),
        ]
    );
}

#[test]
fn a_page_may_have_a_template_of_its_own() {
    for theme in ["claro", "llano"] {
        let home = portal();
        let settings = "[portal]\ntitle = \"P\"\nlanguages = [\"en\", \"es\"]\n[theme]\nname =";
        fs::write(
            home.path().join("tragaluz.toml"),
            format!("{settings} \"{theme}\"\n"),
        )
        .unwrap();
        let own = home.path().join("themes").join(theme).join("templates");
        fs::create_dir_all(&own).unwrap();
        fs::write(
            own.join("campaign.html"),
            "{% extends \"page.html\" %}\n{% block body %}<p>Campaign of {{ page.title.text }}</p>{% endblock %}\n",
        )
        .unwrap();
        fs::write(
            home.path().join("content/b.md"),
            "---\ntitle: B\nsummary: Of what it is.\nupdated: 2026-01-01\ntemplate: campaign\n---\nWords.\n",
        )
        .unwrap();
        let site = site(home.path());
        let page = |path: &str| String::from_utf8(site[path].clone()).unwrap();
        assert!(
            page("b.html").contains("<p>Campaign of B</p>"),
            "{}",
            page("b.html")
        );
        assert!(page("es/b.html").contains("<p>Campaign of B</p>"));
        assert!(page("b.txt").contains("Campaign of B"));
        assert!(page("a.html").contains("Words.") && !page("a.html").contains("Campaign"));
    }
}
