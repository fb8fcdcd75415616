//! `tragaluz serve` answers this computer's browsers and nobody else, whatever a request says of itself; and what is said to
//! a reader that has gone, or to a full disk, ends the program in words or not at all.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes a portal and asks a server of its own"
)]
#![cfg(feature = "serve")]

use crate::driver::{PATIENCE, ended, tragaluz};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A small portal, and the preview of it.
struct Preview {
    home: tempfile::TempDir,
    child: Child,
    port: u16,
}

const SETTINGS: &str = "[portal]\ntitle = \"Portal\"\nlanguages = [\"en\"]\n";

fn portal() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join("content")).unwrap();
    fs::write(home.path().join("tragaluz.toml"), SETTINGS).unwrap();
    fs::write(
        home.path().join("content/a.md"),
        "---\ntitle: A page\nupdated: 2024-01-01\n---\nWords.\n",
    )
    .unwrap();
    home
}

fn program(root: &Path, verb: &str) -> Command {
    let mut command = tragaluz();
    command.arg(verb).arg("--root").arg(root);
    command
}

impl Preview {
    fn new(args: &[&str]) -> Preview {
        Preview::with_settings("", args)
    }

    /// Starts a preview of a portal that has these settings too.
    fn with_settings(settings: &str, args: &[&str]) -> Preview {
        let home = portal();
        let settings = format!("{SETTINGS}{settings}");
        fs::write(home.path().join("tragaluz.toml"), settings).unwrap();
        let mut command = program(home.path(), "serve");
        command
            .args(["--port", "0"])
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            line.unwrap()
                .split_once("http://127.0.0.1:")
                .map(|(_, rest)| rest.to_owned())
        });
        let address = address.expect("it says where it is");
        let port = address.split('/').next().unwrap().parse().unwrap();
        // What it says later has to go somewhere.
        std::thread::spawn(move || lines.for_each(drop));
        Preview { home, child, port }
    }

    /// The whole answer to these bytes; the connection is left open for the other side to close.
    fn answer(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.answer(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"))
    }

    /// Writes a file of the portal.
    fn write(&self, path: &str, text: &str) {
        fs::write(self.home.path().join(path), text).unwrap();
    }

    fn lives(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    fn until(&self, path: &str, words: &str) {
        let end = Instant::now() + PATIENCE;
        while !self.get(path).contains(words) {
            assert!(Instant::now() < end, "{path} never holds {words}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn no_length_is_believed() {
    let mut preview = Preview::new(&[]);
    let given = include_str!("../crash/serve-content-length.http")
        .replace('\n', "\r\n")
        .replace("\r\r", "\r");
    assert!(
        preview.answer(&given).starts_with("HTTP/1.1 403 "),
        "it is for another host, too"
    );
    for length in [
        "99999999999",
        "18446744073709551615",
        "99999999999999999999999999",
        "-1",
        "4096",
    ] {
        for method in ["POST", "GET", "PUT"] {
            let head = format!(
                "{method} /a.html HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\nxxxx"
            );
            let status = if method == "GET" { "200" } else { "405" };
            let answer = preview.answer(&head);
            assert!(
                answer.starts_with(&format!("HTTP/1.1 {status} ")),
                "{method} {length}: {answer}"
            );
        }
    }
    let chunked = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx";
    assert!(preview.answer(chunked).contains("\r\nAllow: GET, HEAD\r\n"));
    assert!(
        preview
            .answer(&format!(
                "GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "a".repeat(100_000)
            ))
            .is_empty()
            || preview.lives()
    );
    assert!(preview.lives() && preview.get("/a.html").contains("Words."));
}

#[test]
fn only_this_computer_s_names_are_answered() {
    let preview = Preview::new(&["--host", "portal.localhost"]);
    let status = |host: &str| {
        let answer = preview.answer(&format!("GET /a.html HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        answer.split(' ').nth(1).unwrap_or_default().to_owned()
    };
    let own = format!("127.0.0.1:{}", preview.port);
    for host in [
        "localhost",
        "LOCALHOST:1",
        &own,
        "[::1]:80",
        "portal.localhost",
    ] {
        assert_eq!(status(host), "200", "{host}");
    }
    for host in [
        "example.org",
        "127.0.0.1.example.org",
        "0.0.0.0",
        "other.localhost",
        "",
    ] {
        assert_eq!(status(host), "403", "{host}");
    }
    assert!(
        preview
            .answer("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
            .contains("tragaluz serve --host NAME")
    );
    let head = preview.answer("HEAD /a.html HTTP/1.1\r\nHost: localhost\r\n\r\n");
    let body = head.split_once("\r\n\r\n").unwrap().1;
    assert!(
        head.starts_with("HTTP/1.1 200 ")
            && !head.contains("Content-Length: 0\r\n")
            && body.is_empty(),
        "{head}"
    );
    let table = preview.get("/SHA256SUMS");
    assert!(
        table.starts_with("HTTP/1.1 200 ") && table.contains("index.html"),
        "{table}"
    );
}

#[test]
fn connections_that_say_nothing_end_and_keep_nobody_out() {
    let mut preview = Preview::with_settings("[limits]\nserve_seconds = 3\n", &[]);
    let idle: Vec<TcpStream> = (0..100)
        .map(|_| TcpStream::connect(("127.0.0.1", preview.port)).unwrap())
        .collect();
    assert!(preview.get("/a.html").contains("Words."));
    // More than there is room for: they are let go of at once, and when the others' time is over there is room again.
    let more: Vec<TcpStream> = (0..100)
        .filter_map(|_| TcpStream::connect(("127.0.0.1", preview.port)).ok())
        .collect();
    let mut slow = &idle[0];
    slow.set_read_timeout(Some(PATIENCE)).unwrap();
    let _ = slow.write_all(b"GET / HTTP/1.1\r\n");
    // Its time is what the settings say, not the ten seconds that are usual, and the answer names the limit.
    let mut answer = String::new();
    let _ = slow.read_to_string(&mut answer);
    assert!(
        answer.starts_with("HTTP/1.1 408 ")
            && answer.contains("more than 3 s")
            && answer.contains("serve_seconds"),
        "{answer}"
    );
    drop(more);
    assert!(preview.lives());
    preview.until("/a.html", "Words.");
    drop(idle);
}

#[test]
fn settings_that_are_away_for_a_moment_end_nothing() {
    let mut preview = Preview::new(&[]);
    let settings = preview.home.path().join("tragaluz.toml");
    fs::remove_file(&settings).unwrap();
    preview.until("/__tragaluz", "tragaluz.toml");
    assert!(
        preview.lives() && preview.get("/a.html").contains("Words."),
        "what was built is shown on"
    );
    fs::write(&settings, SETTINGS.replace("Portal", "Changed portal")).unwrap();
    preview.until("/a.html", "Changed portal");
    // As editors save: beside, and then in its place. More than once.
    for title in ["Once more", "And again"] {
        let beside = preview.home.path().join("tragaluz.toml.new");
        fs::write(&beside, SETTINGS.replace("Portal", title)).unwrap();
        fs::rename(&beside, &settings).unwrap();
        preview.until("/a.html", title);
    }
    assert!(preview.lives());
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_has_gone_and_a_full_disk_are_no_panic() {
    let home = portal();
    let full = || {
        Stdio::from(
            fs::OpenOptions::new()
                .write(true)
                .open("/dev/full")
                .unwrap(),
        )
    };
    let gone = || {
        let (read, write) = std::io::pipe().unwrap();
        drop(read);
        Stdio::from(write)
    };
    fs::write(home.path().join("t.csv"), "a,b\n1,2\n").unwrap();
    let verbs: &[&[&str]] = &[
        &["build"],
        &["check"],
        &["weigh"],
        &["explain"],
        &["profile", "t.csv"],
        &["check", "t.csv"],
        &["convert", "t.csv", "-"],
        &["build", "--timings"],
    ];
    for verb in verbs {
        let run = |out: Stdio, err: Stdio| {
            let mut command = tragaluz();
            let command = command.args(*verb).current_dir(home.path());
            let done = command
                .stdout(out)
                .stderr(err)
                .spawn()
                .unwrap()
                .wait_with_output()
                .unwrap();
            (
                done.status.code(),
                String::from_utf8_lossy(&done.stderr).into_owned(),
            )
        };
        let (usual, _) = run(Stdio::null(), Stdio::piped());
        let (code, said) = run(gone(), Stdio::piped());
        assert!(
            code == usual && !said.contains("panicked"),
            "{verb:?} into nothing: {code:?} {said}"
        );
        let (code, said) = run(full(), Stdio::piped());
        assert!(
            code.is_some_and(|code| code < 3) && !said.contains("panicked"),
            "{verb:?} into /dev/full: {code:?} {said}"
        );
        assert!(
            run(full(), full()).0.is_some_and(|code| code < 3),
            "{verb:?}, both full"
        );
        assert!(
            run(gone(), gone()).0.is_some_and(|code| code < 3),
            "{verb:?}, both gone"
        );
    }
    // What should have been written and was not, is said.
    let done = tragaluz()
        .args(["profile", "t.csv"])
        .current_dir(home.path())
        .stdout(full())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("the standard output"));
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_the_settings_or_of_a_file_is_refused_and_not_waited_for() {
    let home = portal();
    let fifo = |name: &str| {
        let path = home.path().join(name);
        let _ = fs::remove_file(&path);
        assert!(
            Command::new("mkfifo")
                .arg(&path)
                .status()
                .unwrap()
                .success()
        );
    };
    fifo("t.csv");
    for verb in [
        &["profile", "t.csv"][..],
        &["check", "t.csv"],
        &["convert", "t.csv", "-"],
        &["profile", "/dev/zero"],
    ] {
        let done = ended(tragaluz().args(verb).current_dir(home.path()));
        let said = done.said();
        assert!(
            done.code == Some(1) && said.contains("FIFO") && said.contains(verb[1]),
            "{verb:?}: {said}"
        );
    }
    for (name, named) in [
        ("addresses.txt", "addresses.txt"),
        ("content/a.md", "content/a.md"),
        ("tragaluz.toml", "tragaluz.toml"),
    ] {
        fifo(name);
        for verb in ["check", "build"] {
            let done = ended(&mut program(home.path(), verb));
            let said = done.said();
            assert!(
                done.code.is_some_and(|code| code == 1 || code == 2) && said.contains(named),
                "{name}: {said}"
            );
        }
        fs::remove_file(home.path().join(name)).unwrap();
    }
}

#[test]
fn an_error_is_shown_over_the_last_page_that_was_whole() {
    let preview = Preview::new(&["--lang", "es"]);
    let page = "---\ntitle: A page\nupdated: 2024-01-01\n---\nWords.\n";
    preview.until("/a.html", "Words.");
    assert!(!preview.get("/a.html").contains("role=\"alert\""));
    preview.write("content/a.md", &page.replace("2024-01-01", "<ayer>"));
    preview.until("/a.html", "role=\"alert\"");
    let shown = preview.get("/a.html");
    for words in [
        "Words.",
        "Hay un error, y el sitio no se pudo hacer de nuevo.",
        "<code>content/a.md:3:10</code>",
        "updated: <mark>&lt;ayer&gt;</mark>",
        "Escriba 2022, 2022-02 o 2022-02-28",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    preview.write("content/a.md", &page.replace("Words.", "Mended."));
    preview.until("/a.html", "Mended.");
    let end = Instant::now() + PATIENCE;
    while preview.get("/a.html").contains("role=\"alert\"") {
        assert!(Instant::now() < end, "the error is shown for ever");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_build_that_watches_follows_changes_and_outlives_errors() {
    let home = portal();
    let mut command = program(home.path(), "build");
    command
        .arg("--watch")
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.by_ref().any(|line| line.unwrap().contains("Ctrl+C")));
    std::thread::spawn(move || lines.for_each(drop));
    let until = |words: &str| {
        let end = Instant::now() + PATIENCE;
        let page = home.path().join("public/a.html");
        while !fs::read_to_string(&page)
            .unwrap_or_default()
            .contains(words)
        {
            assert!(Instant::now() < end, "the site never holds {words}");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    let write = |text: &str| fs::write(home.path().join("content/a.md"), text).unwrap();
    write("---\ntitle: A page\nupdated: never\n---\nBroken.\n");
    std::thread::sleep(Duration::from_millis(500));
    write("---\ntitle: A page\nupdated: 2024-01-01\n---\nOther words.\n");
    until("Other words.");
    assert!(child.try_wait().unwrap().is_none());
    child.kill().unwrap();
    child.wait().unwrap();
}
