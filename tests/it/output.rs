//! The output folder as people have it: with files of their own, in the wrong place, closed, changed by hand; and what a
//! killed run leaves.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
#![cfg(unix)]

use crate::driver::{PATIENCE, Portal, files_below, tragaluz};
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

fn portal() -> Portal {
    Portal::new()
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file(
            "content/about.md",
            "---\ntitle: Acerca\nsummary: De qué trata.\nupdated: 2024-03\n---\nTexto.\n",
        )
        .file("data/obras/obras.csv", "clave,monto\n01,5\n02,6\n")
}

fn on(portal: &Portal, args: &[&str]) -> Command {
    let mut program = tragaluz();
    program
        .args(args)
        .args(["--root".as_ref(), portal.root().as_os_str()]);
    program
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn run(program: &mut Command, code: i32) -> String {
    let output = program.output().unwrap();
    assert_eq!(output.status.code(), Some(code), "{}", said(&output));
    said(&output)
}

#[test]
fn what_people_put_there_stays_and_is_named_once() {
    let portal = portal();
    let build = |code: i32| run(&mut on(&portal, &["build"]), code);
    assert!(!build(0).contains("output-kept"));
    let out = portal.root().join("public");
    for (path, text) in [
        (".git/HEAD", "ref"),
        (".well-known/acme.txt", "x"),
        ("CNAME", "a.example"),
        ("a b.pdf", "x"),
    ] {
        fs::create_dir_all(out.join(path).parent().unwrap()).unwrap();
        fs::write(out.join(path), text).unwrap();
    }
    let told = build(0);
    assert_eq!(told.matches("[output-kept]").count(), 1, "{told}");
    assert!(
        told.contains(".git/, .well-known/, CNAME, a b.pdf."),
        "{told}"
    );
    assert!(!build(0).contains("output-kept"), "it is named once");
    assert_eq!(fs::read_to_string(out.join("CNAME")).unwrap(), "a.example");
    assert!(out.join(".git/HEAD").is_file());
    // At an address that the portal wants it is in the way, for `check` too.
    fs::write(out.join("nuevo.html"), "mine").unwrap();
    portal.write(
        "content/nuevo.md",
        b"---\ntitle: Nuevo\nsummary: Otro.\nupdated: 2024-03\n---\nTexto.\n",
    );
    let told = build(1);
    assert!(
        told.contains("[address-taken]") && told.contains("content/nuevo.md"),
        "{told}"
    );
    assert_eq!(
        on(&portal, &["check"]).output().unwrap().status.code(),
        Some(1)
    );
    assert_eq!(fs::read_to_string(out.join("nuevo.html")).unwrap(), "mine");
}

#[test]
fn a_changed_page_is_told_and_made_anew_and_a_denied_one_is_not() {
    let portal = portal();
    run(&mut on(&portal, &["build"]), 0);
    let page = portal.root().join("public/about.html");
    let whole = fs::read(&page).unwrap();
    let time = fs::metadata(&page).unwrap().modified().unwrap();
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    let change = || {
        fs::write(&page, &changed).unwrap();
        fs::File::options()
            .write(true)
            .open(&page)
            .unwrap()
            .set_modified(time)
            .unwrap();
    };
    for args in [&["build"][..], &["build", "--no-cache"]] {
        change();
        let told = run(&mut on(&portal, args), 0);
        assert!(
            told.contains("[output-altered]") && told.contains("about.html in "),
            "{told}"
        );
        assert_eq!(fs::read(&page).unwrap(), whole);
        assert!(!run(&mut on(&portal, args), 0).contains("output-altered"));
    }
    change();
    let told = run(&mut on(&portal, &["build", "--deny", "warnings"]), 1);
    assert!(
        told.contains("[output-altered]") && fs::read(&page).unwrap() == changed,
        "{told}"
    );
}

#[test]
fn other_folders_are_refused_and_nothing_in_them_is_touched() {
    let portal = portal();
    let home = tempfile::tempdir().unwrap();
    let thesis = home.path().join("thesis");
    fs::create_dir_all(thesis.join("chapters")).unwrap();
    fs::write(thesis.join("chapters/1.doc"), "years of work").unwrap();
    fs::write(
        thesis.join("SHA256SUMS"),
        "0  chapters/1.doc\n0  notes.txt\n",
    )
    .unwrap();
    fs::write(thesis.join("notes.txt"), "x").unwrap();
    fs::write(thesis.join("own.txt"), "x").unwrap();
    std::os::unix::fs::symlink(portal.root().join("content"), home.path().join("link")).unwrap();
    std::os::unix::fs::symlink(home.path().join("nowhere"), home.path().join("dangling")).unwrap();
    let before = (files_below(portal.root()), files_below(home.path()));
    let root = portal.root().to_str().unwrap();
    let below = |path: &str| home.path().join(path).to_str().unwrap().to_owned();
    for (out, words) in [
        (root.to_owned(), "holds the portal’s own tragaluz.toml"),
        (format!("{root}/content"), "is content of the portal itself"),
        (
            format!("{root}/data/obras/../obras"),
            "lies in data of the portal",
        ),
        (
            format!("{root}/themes/claro"),
            "lies in themes of the portal",
        ),
        (below("link"), "is content of the portal itself"),
        (below("link/site"), "lies in content of the portal"),
        (below("dangling"), "is a link that leads nowhere"),
        (below("thesis"), "What the list does not name: own.txt."),
        (
            below("thesis/chapters"),
            "holds files that tragaluz did not make: 1.doc.",
        ),
        (
            below("thesis/own.txt"),
            "is a file, and the output must be a folder.",
        ),
        (
            "/dev/null".to_owned(),
            "is a device, a pipe or a socket, and",
        ),
    ] {
        let told = run(&mut on(&portal, &["build", "--out", &out]), 2);
        assert!(told.contains(words), "{out}: {told}");
        let spanish = run(
            on(&portal, &["build", "--out", &out]).env("LC_ALL", "es_MX.UTF-8"),
            2,
        );
        assert!(
            !spanish.contains(words) && spanish.contains("--out") | spanish.contains("carpeta"),
            "{spanish}"
        );
    }
    assert_eq!(
        (files_below(portal.root()), files_below(home.path())),
        before
    );
}

#[test]
fn an_umask_that_closes_the_site_is_told_with_its_modes() {
    let portal = portal();
    let out = portal.root().join("public");
    let build = |umask: &str| {
        let mut shell = Command::new("sh");
        shell.args([
            "-c",
            &format!("umask {umask}; exec \"$0\" build --root \"$1\""),
        ]);
        run(
            shell
                .arg(env!("CARGO_BIN_EXE_tragaluz"))
                .arg(portal.root())
                .env("LC_ALL", "C"),
            0,
        )
    };
    let mode = |path: &str| {
        std::os::unix::fs::MetadataExt::mode(&fs::metadata(out.join(path)).unwrap()) & 0o777
    };
    let told = build("077");
    assert!(
        told.contains("[output-unreadable]")
            && ["0600", "0700", "0077"].iter().all(|m| told.contains(m)),
        "{told}"
    );
    assert!(!build("022").contains("output-unreadable"));
    assert_eq!(
        (mode("about.html"), mode("datasets"), mode(".")),
        (0o644, 0o755, 0o755),
        "and is mended by the next build"
    );
    assert!(build("027").contains("0640"));
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Kills a run once it has put something into the folder of temporary files.
fn kill(program: &mut Command, temporary: &Path) {
    let mut running = program
        .env("TMPDIR", temporary)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let until = Instant::now() + PATIENCE;
    while fs::read_dir(temporary).unwrap().next().is_none() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(1));
    }
    running.kill().unwrap();
    running.wait().unwrap();
}

#[test]
fn what_killed_runs_leave_the_next_one_removes() {
    let portal = portal();
    let temporary = tempfile::tempdir().unwrap();
    fs::create_dir(temporary.path().join("tragaluz-notes")).unwrap();
    let others = ["tragaluz-notes".to_owned()];
    let piped = |out: &Path| {
        let mut program = tragaluz();
        program
            .args(["convert", "-"])
            .arg(out)
            .stdin(Stdio::piped())
            .env("TMPDIR", temporary.path());
        program
    };
    let out = portal.root().join("out.csv");
    for what in ["check", "build", "convert"] {
        fs::remove_dir(temporary.path().join("tragaluz-notes")).unwrap();
        let mut program = if what == "convert" {
            piped(&out)
        } else {
            on(&portal, &[what])
        };
        kill(&mut program, temporary.path());
        fs::create_dir(temporary.path().join("tragaluz-notes")).unwrap();
        assert!(
            names(temporary.path()).len() > 1,
            "{what} leaves something when it is killed"
        );
        run(on(&portal, &["check"]).env("TMPDIR", temporary.path()), 0);
        assert_eq!(names(temporary.path()), others, "after {what}");
    }
    // Half of a file that was to be converted.
    for name in [".tragaluz-aB3456.new", ".tmpaB3456", "tragaluz-aB3456.new"] {
        fs::write(portal.root().join(name), "half").unwrap();
    }
    let from = portal.root().join("data/obras/obras.csv");
    let mut program = tragaluz();
    run(program.arg("convert").arg(from).arg(&out), 0);
    let left: Vec<String> = names(portal.root())
        .into_iter()
        .filter(|name| name.contains("aB3456"))
        .collect();
    assert_eq!(left, [".tmpaB3456", "tragaluz-aB3456.new"], "nobody else's");
}
