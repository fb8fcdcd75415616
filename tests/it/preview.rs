//! A portal held in memory makes the same pages as a build, and those that its author just wrote at once; `tragaluz serve`
//! shows them before the next build is done.

#![allow(
    clippy::disallowed_methods,
    reason = "a test edits files and asks a server of its own"
)]

use crate::driver::{Portal, SETTINGS, files_below, repository};
use std::fs;
use tragaluz::{Options, Preview, Sink};

fn held(portal: &Portal) -> Preview {
    let options = Options {
        out: Some(portal.root().join("public")),
        ..Options::default()
    };
    let mut sink = Sink::new();
    let (site, held) = tragaluz::build_and_hold(portal.root(), &options, &mut sink).unwrap();
    assert!(!site.manifest.is_empty());
    held
}

/// This project's own portal, without what is built of it.
fn own() -> Portal {
    let root = repository("");
    let portal = Portal::new();
    for part in ["content", "data"] {
        for (path, bytes) in files_below(&root.join(part)) {
            portal.write(&format!("{part}/{path}"), &bytes);
        }
    }
    portal.write(
        "tragaluz.toml",
        &fs::read(root.join("tragaluz.toml")).unwrap(),
    );
    portal
}

/// How many pages were made alone; each must be the one that was built.
fn same_as_built(portal: &Portal, held: &Preview, which: impl Fn(&str) -> bool) -> usize {
    let built = files_below(&portal.root().join("public"));
    let pages = built
        .iter()
        .filter(|(path, _)| path.ends_with(".html") && which(path));
    pages
        .filter_map(|(path, bytes)| Some((path, bytes, held.page(path)?)))
        .inspect(|(path, bytes, page)| {
            let built = String::from_utf8_lossy(bytes);
            let other = built
                .lines()
                .zip(page.lines())
                .find(|(built, made)| built != made);
            assert!(
                page.as_bytes() == *bytes,
                "{path} is not as it was built: {other:?}"
            );
        })
        .count()
}

#[test]
fn a_page_made_alone_is_the_one_that_was_built() {
    let portal = own();
    let mut held = held(&portal);
    assert!(same_as_built(&portal, &held, |_| true) > 100);
    for path in [
        "none.html",
        "offline.html",
        "../index.html",
        "",
        "SHA256SUMS",
    ] {
        assert_eq!(held.page(path), None, "{path}");
    }
    // Nothing changed: everything stays as it is.
    let pages = files_below(&portal.root().join("content"));
    let pages = pages
        .keys()
        .filter(|path| path.ends_with(".md"))
        .map(|path| format!("content/{path}"));
    for path in pages {
        assert!(held.take_in(std::slice::from_ref(&path)), "{path}");
    }
    assert!(same_as_built(&portal, &held, |_| true) > 100);
}

const COMMITMENT: &str = "---\ntitle: Publicar el gasto\nsummary: Cada pago, cada mes.\nstart: 2023-01\nend: 2024-06\n\
                          institutions: [{name: Oficina}]\nmilestones:\n  - {number: 1, text: Publicar., status: finished}\n\
                          ---\n\n## Problema {#problem}\n\nNadie lo sabe.\n";

fn small() -> Portal {
    Portal::new()
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file(
            "content/about.md",
            "---\ntitle: Acerca\nmenu: true\n---\nTexto.\n",
        )
        .file("content/commitments/gasto.md", COMMITMENT)
        .file(
            "content/commitments/gasto.en.md",
            "---\ntitle: Publish spending\n---\n\n## Problem {#problem}\n\nNobody knows.\n",
        )
        .file(
            "content/commitments/otro.md",
            &COMMITMENT.replace("el gasto", "otra cosa"),
        )
        .file(
            "content/institutions/oficina.md",
            "---\ntitle: Oficina\n---\nTexto.\n",
        )
        .file("content/guia/index.md", "---\ntitle: Guía\n---\nTexto.\n")
        .file(
            "content/guia/uno.md",
            "---\ntitle: Uno\nupdated: 2023-01\n---\nTexto.\n",
        )
        .file(
            "content/guia/dos.md",
            "---\ntitle: Dos\nupdated: 2023-02\n---\nTexto.\n",
        )
        .file(
            "data/pagos/pagos.csv",
            "mes,monto\n2024-01,10\n2024-02,20\n2024-03,30\n",
        )
}

#[test]
fn what_was_just_written_is_taken_in_and_is_as_the_next_build_makes_it() {
    let portal = small();
    let mut preview = held(&portal);
    let edits: &[(&str, &str, &str, &[&str])] = &[
        (
            "content/commitments/gasto.md",
            "Nadie lo sabe.",
            "Casi nadie lo sabe.",
            &["commitments/gasto.html"],
        ),
        (
            "content/commitments/gasto.en.md",
            "Nobody knows.",
            "*Few* know.",
            &["en/commitments/gasto.html"],
        ),
        (
            "content/commitments/gasto.md",
            "finished",
            "in-progress",
            &["commitments/gasto.html", "institutions/oficina.html"],
        ),
        (
            "content/commitments/gasto.md",
            "Publicar el gasto",
            "Publicar todo",
            &["commitments/gasto.html", "commitments/index.html"],
        ),
        (
            "content/commitments/gasto.md",
            "Casi",
            "```chart\ndata: pagos/pagos\nx: mes\ny: monto\ntitle: Pagos\n```\n\nCasi",
            &["commitments/gasto.html"],
        ),
        (
            "content/index.md",
            "Texto.",
            "Otro texto, con un [enlace](commitments/otro.md).",
            &["index.html"],
        ),
        (
            "content/about.md",
            "Texto.",
            "Otro texto.",
            &["about.html", "en/about.html"],
        ),
        (
            "content/institutions/oficina.md",
            "title: Oficina",
            "title: La oficina",
            &["institutions/oficina.html", "commitments/otro.html"],
        ),
        // The list of a folder's page names its children, the newest first.
        (
            "content/guia/uno.md",
            "title: Uno",
            "title: Primera",
            &["guia/uno.html", "guia/index.html"],
        ),
        (
            "content/guia/uno.md",
            "updated: 2023-01",
            "updated: 2023-03",
            &["guia/uno.html", "guia/index.html"],
        ),
    ];
    for (file, from, to, pages) in edits {
        let path = portal.root().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file}");
        fs::write(&path, text.replacen(from, to, 1)).unwrap();
        let before: Vec<Option<String>> = pages.iter().map(|page| preview.page(page)).collect();
        assert!(preview.take_in(&[(*file).to_owned()]), "{file}: {to}");
        let after: Vec<Option<String>> = pages.iter().map(|page| preview.page(page)).collect();
        assert!(
            before
                .iter()
                .zip(&after)
                .all(|(before, after)| before != after),
            "{file}: {to}"
        );
        let next = held(&portal);
        assert_eq!(
            same_as_built(&portal, &preview, |path| pages.contains(&path)),
            pages.len(),
            "{file}: {to}"
        );
        drop(next);
    }
}

/// Lists that are cut by facts show who is in them now, not when they were last built.
#[test]
fn a_commitment_moves_from_list_to_list_as_soon_as_it_is_written() {
    let mut portal = Portal::new().file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n");
    for (name, status, end) in [
        ("uno", "finished", 2024),
        ("dos", "finished", 2024),
        ("tres", "stuck", 2025),
        ("cuatro", "stuck", 2025),
    ] {
        let text = format!(
            "---\ntitle: Compromiso {name}\nend: {end}-06\nlocality: Monterrey\nmilestones:\n  \
             - {{number: 1, text: Publicar {name}., status: {status}, end: {end}-05}}\n---\nTexto.\n"
        );
        portal = portal.file(&format!("content/commitments/{name}.md"), &text);
    }
    let mut preview = held(&portal);
    let moved = [
        "commitments/years/2024.html",
        "commitments/years/2025.html",
        "localities/monterrey.html",
        "milestones/finished.html",
        "milestones/index.html",
        "milestones/stuck.html",
        "milestones/years/2025.html",
        "statuses/finished.html",
        "statuses/stuck.html",
    ];
    let path = portal.root().join("content/commitments/uno.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(
        &path,
        text.replace("finished", "stuck").replace("2024", "2025"),
    )
    .unwrap();
    assert!(preview.take_in(&["content/commitments/uno.md".to_owned()]));
    drop(held(&portal));
    assert_eq!(
        same_as_built(&portal, &preview, |path| moved.contains(&path)),
        moved.len()
    );
}

#[test]
fn what_needs_a_build_is_left_to_it_and_changes_nothing() {
    let portal = small();
    let mut preview = held(&portal);
    let before = preview.page("commitments/gasto.html");
    let edited = |file: &str, text: &str| {
        let path = portal.root().join(file);
        let old = fs::read(&path).ok();
        portal.write(file, text.as_bytes());
        (path, old)
    };
    let cases = [
        (
            "content/commitments/gasto.md",
            COMMITMENT.replace("Oficina", "Otra oficina"),
        ),
        (
            "content/commitments/gasto.md",
            COMMITMENT.replace("---\ntitle", "---\nid: nuevo\ntitle"),
        ),
        (
            "content/commitments/gasto.md",
            COMMITMENT.replace("---\ntitle", "---\nformer: [viejo.html]\ntitle"),
        ),
        (
            "content/commitments/gasto.md",
            COMMITMENT.replace("start: 2023-01", "start: ["),
        ),
        (
            "content/commitments/gasto.md",
            COMMITMENT.replace("title: Publicar el gasto\n", "titel: Publicar el gasto\n"),
        ),
        ("content/commitments/nuevo.md", COMMITMENT.to_owned()),
        ("tragaluz.toml", SETTINGS.replace("Prueba", "Otra")),
        ("data/pagos/pagos.csv", "mes,monto\n2024-01,10\n".to_owned()),
    ];
    for (file, text) in cases {
        let (path, old) = edited(file, &text);
        assert!(!preview.take_in(&[file.to_owned()]), "{text}");
        assert_eq!(preview.page("commitments/gasto.html"), before, "{text}");
        match old {
            Some(old) => fs::write(path, old).unwrap(),
            None => fs::remove_file(path).unwrap(),
        }
    }
    fs::remove_file(portal.root().join("content/commitments/otro.md")).unwrap();
    assert!(!preview.take_in(&["content/commitments/otro.md".to_owned()]));
    assert_eq!(preview.page("commitments/gasto.html"), before);
}

#[cfg(feature = "serve")]
mod serving {
    use super::{Portal, small};
    use crate::driver::{PATIENCE, tragaluz};
    use std::fs;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpStream;
    use std::process::{Child, Stdio};
    use std::time::{Duration, Instant};

    /// A server that ends with the test, whatever becomes of it.
    struct Server {
        child: Child,
        host: String,
        /// It goes on to say what it built.
        _said: std::io::Lines<BufReader<std::process::ChildStdout>>,
    }

    impl Drop for Server {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    impl Server {
        fn start(portal: &Portal) -> Server {
            let mut child = tragaluz()
                .args(["serve", "--port", "0"])
                .current_dir(portal.root())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
            let host = said.by_ref().map_while(Result::ok).find_map(|line| {
                let (_, rest) = line.split_once("http://")?;
                Some(rest[..rest.find('/')?].to_owned())
            });
            Server {
                child,
                host: host.expect("an address"),
                _said: said,
            }
        }

        fn get(&self, path: &str) -> String {
            let mut stream = TcpStream::connect(&self.host).unwrap();
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
            write!(stream, "GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.host).unwrap();
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).unwrap();
            String::from_utf8_lossy(&answer).into_owned()
        }

        /// Where a page's script waits for the page to change.
        fn waiting(page: &str, path: &str) -> String {
            let start = page.find("/__tragaluz/wait?").expect("the script");
            let end = start + page[start..].find('\'').unwrap();
            let asked = &page[start..end];
            if asked.ends_with(',') {
                format!("{asked}{path}")
            } else {
                asked.to_owned()
            }
        }
    }

    #[test]
    fn a_page_is_shown_as_soon_as_it_is_written_and_the_site_follows() {
        let portal = small();
        let server = Server::start(&portal);
        let path = "/commitments/gasto.html";
        let page = server.get(path);
        assert!(
            page.starts_with("HTTP/1.0 200") || page.starts_with("HTTP/1.1 200"),
            "{page}"
        );
        assert!(page.contains("Nadie lo sabe."));
        assert!(server.get("/none.html").contains(" 404 "));
        let file = portal.root().join("content/commitments/gasto.md");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replace("Nadie lo sabe.", "Ahora se sabe.")).unwrap();
        assert!(server.get(&Server::waiting(&page, path)).contains(" 200 "));
        assert!(server.get(path).contains("Ahora se sabe."));
        let built = portal.root().join("public/commitments/gasto.html");
        let end = Instant::now() + PATIENCE;
        while !fs::read_to_string(&built).is_ok_and(|page| page.contains("Ahora se sabe.")) {
            assert!(Instant::now() < end, "the site follows");
            std::thread::sleep(Duration::from_millis(50));
        }
        assert!(server.get(path).contains("Ahora se sabe."));
        let findings = server.get("/__tragaluz");
        fs::write(&file, "---\ntitle: [\n---\n").unwrap();
        assert!(
            server
                .get(&Server::waiting(&findings, "/__tragaluz"))
                .contains(" 200 ")
        );
        assert!(server.get("/__tragaluz").contains("commitments/gasto.md"));
        // A page that cannot be read leaves the last one.
        assert!(server.get(path).contains("Ahora se sabe."));
    }
}
