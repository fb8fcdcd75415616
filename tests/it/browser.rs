//! BuiltPortal portals, read by a browser: this one, and one that is as hostile as a portal can be. And by the validator
//! that the web's own standards bodies use, and by Lighthouse. The checks are in `tests/browser/`, one file each; that
//! each of them can fail is proved by `tests/browser/faults/`, pages with one planted fault.
//!
//! Needs Chromium, Node, Java and the npm modules of `tests/browser/package.json`, which `.ci/run` installs into
//! `~/.cache/tragaluz-browser`; `TRAGALUZ_NODE_MODULES` names another folder. Where something is absent the tests say
//! so and pass, except with `TRAGALUZ_CI`. `TRAGALUZ_MANY` says how many commitments the hostile portal has.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files and reads what CI asks for"
)]

use crate::driver::{
    Browser, BuiltPortal, Portal, SETTINGS, Tool, files_below, own_portal, program_of, repository,
    require,
};
use crate::hostile;
use crate::languages::arabic_portal;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{LazyLock, Mutex};
use tragaluz::Options;

/// One browser at a time: each keeps all cores busy.
static BROWSER: Mutex<()> = Mutex::new(());

static HERE: LazyLock<(tempfile::TempDir, BuiltPortal)> = LazyLock::new(|| {
    let home = tempfile::tempdir().unwrap();
    let built = own_portal(&home.path().join("public"), Options::default());
    built.assert_published();
    (home, built)
});

/// As many small commitments as CI has time for; ten thousand by hand.
static MANY: LazyLock<usize> = LazyLock::new(|| {
    std::env::var("TRAGALUZ_MANY")
        .ok()
        .and_then(|many| many.parse().ok())
        .unwrap_or(120)
});

static HOSTILE: LazyLock<(Portal, BuiltPortal)> = LazyLock::new(|| {
    let portal = hostile::portal(*MANY);
    let built = portal.build();
    built.assert_published();
    (portal, built)
});

/// What a script of `tests/browser/` says of a job: faults, and what was measured.
fn run(tools: &Browser, script: &str, folder: &Path, job: serde_json::Value) -> Vec<String> {
    let mut whole = serde_json::json!({
        "modules": tools.modules,
        "chromium": tools.chromium,
        "folder": folder.canonicalize().unwrap(),
    });
    whole
        .as_object_mut()
        .unwrap()
        .extend(job.as_object().unwrap().clone());
    let script = repository("tests/browser").join(script);
    let one = BROWSER
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut child = Command::new("node")
        .arg(&script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(whole.to_string().as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    drop(one);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success() && said.contains("measured\t"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let (measured, faults): (Vec<&str>, Vec<&str>) = said
        .lines()
        .partition(|line| line.starts_with("measured\t"));
    measured
        .iter()
        .for_each(|line| println!("{}", line.replace('\t', ": ")));
    faults.into_iter().map(ToOwned::to_owned).collect()
}

fn assert_none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn this_portal() {
    let Some(tools) = Browser::find() else {
        return;
    };
    let out = HERE.0.path().join("public");
    let job =
        serde_json::json!({ "base": "https://tragaluz.example/", "visit": "kinds", "crawl": true });
    assert_none(&run(&tools, "run.mjs", &out, job));
}

#[test]
fn hostile_portal() {
    let Some(tools) = Browser::find() else {
        return;
    };
    let out = HOSTILE.0.root().join("public");
    let job = serde_json::json!({ "base": "https://test.example/p/", "visit": "kinds", "crawl": *MANY < 1_000, "quick": true });
    assert_none(&run(&tools, "run.mjs", &out, job));
}

/// Who opened pages of a portal with a service worker reads them without a network, and learns which those are.
#[test]
fn service_worker() {
    let Some(tools) = Browser::find() else {
        return;
    };
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let settings = SETTINGS.replace(
        "https://test.example/p/",
        &format!("http://127.0.0.1:{port}/"),
    );
    let portal = Portal::new()
        .file(
            "tragaluz.toml",
            &format!("{settings}\n[editions]\nmake = []\nservice_worker = true\n"),
        )
        .file(
            "content/about.md",
            "---\ntitle: Sobre «esto» & <lo otro>\n---\nTexto.\n",
        );
    portal.build().assert_published();
    assert_none(&run(
        &tools,
        "worker.mjs",
        &portal.root().join("public"),
        serde_json::json!({ "port": port }),
    ));
}

/// What a page may load and run is in the page, and holds from a disk and on a host that sends no headers.
#[test]
fn policy() {
    let Some(tools) = Browser::find() else {
        return;
    };
    for theme in ["claro", "llano"] {
        let settings = format!("{SETTINGS}\n[theme]\nname = \"{theme}\"\n[editions]\nmake = []\n");
        let portal = Portal::new()
            .file("tragaluz.toml", &settings)
            .file(
                "content/viejo.md",
                "---\ntitle: Nueva\nformer: [antes/vieja.html]\n---\nTexto.\n",
            )
            .file(
                "content/fotos.md",
                "---\ntitle: Fotos\n---\n![Una plaza](<plaza 1.png>)\n",
            );
        let mut png = Vec::new();
        image::DynamicImage::new_rgb8(40, 30)
            .write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)
            .unwrap();
        portal.write("content/plaza 1.png", &png);
        portal.build().assert_published();
        let job = serde_json::json!({ "image": "fotos.html" });
        assert_none(&run(
            &tools,
            "policy.mjs",
            &portal.root().join("public"),
            job,
        ));
    }
}

/// In pages from right to left, sentences of a language from left to right are seen in their own order, with the dates, numbers
/// and names in them.
#[test]
fn sentences_of_another_language_are_read_in_their_order() {
    let Some(tools) = Browser::find() else {
        return;
    };
    let portal = arabic_portal();
    portal.build().assert_published();
    let job = serde_json::json!({ "pages": {
        "he/index.html": ["2 hitos", "1 Terminado", "للجميع الماء"],
        "he/commitments/index.html": ["2 hitos", "hasta mayo de 2022", "للجميع الماء"],
        "he/commitments/mx0001.html": [
            "1 de junio de 2022", "10 de febrero de 2022 a 20 de noviembre de 2022", "1 No informado",
            "Mencione, por favor, esta clave: MX0001", "Publicado por الشفافية مكتب. Licencia: Creative Commons Atribución 4.0",
        ],
        "he/datasets/d/index.html": ["900 filas", "السكان بيانات", "por السنة"],
        "he/datasets/d/rows/d-1.html": ["de 900", "السنة"],
        "he/offline.html": ["todo el portal en una carpeta"],
    }});
    assert_none(&run(
        &tools,
        "order.mjs",
        &portal.root().join("public"),
        job,
    ));
}

/// Each page of `faults/` is named after the check that must find it, and no other may.
#[test]
fn planted_faults_are_found() {
    let Some(tools) = Browser::find() else {
        return;
    };
    if require(Tool::JAVA, program_of(None, "java")).is_none() {
        return;
    }
    let folder = repository("tests/browser/faults");
    let job = serde_json::json!({ "base": "https://site.example/", "visit": "all", "crawl": true });
    let found = run(&tools, "run.mjs", &folder, job)
        .into_iter()
        .chain(validated(&tools, &[&folder]));
    let found: BTreeSet<(String, String)> = found
        .filter_map(|line| {
            let mut parts = line.split('\t').map(ToOwned::to_owned);
            parts.next().zip(parts.next())
        })
        .collect();
    let planted = files_below(&folder)
        .into_keys()
        .filter(|page| page != "good.html")
        .map(|page| {
            let check = page
                .trim_end_matches(".html")
                .split('-')
                .next()
                .unwrap_or_default()
                .to_owned();
            (check, page)
        });
    assert_eq!(found, planted.collect::<BTreeSet<_>>());
}

/// Every page of both portals is valid, down to the last warning.
#[test]
fn valid_html() {
    let Some(tools) = Browser::find() else {
        return;
    };
    if require(Tool::JAVA, program_of(None, "java")).is_none() {
        return;
    }
    let folders = [
        HERE.0.path().join("public"),
        HOSTILE.0.root().join("public"),
    ];
    assert_none(&validated(&tools, &[&folders[0], &folders[1]]));
}

/// What the Nu checker says of all pages below the folders: `html<TAB>page<TAB>what`.
fn validated(tools: &Browser, folders: &[&Path]) -> Vec<String> {
    let jar = tools.modules.join("vnu-jar/build/dist/vnu.jar");
    let mut command = Command::new("java");
    command.args(["-Xss4m", "-jar"]).arg(jar).args([
        "--stdout",
        "--exit-zero-always",
        "--skip-non-html",
        "--format",
        "json",
    ]);
    let output = command.args(folders).output().unwrap();
    let said: serde_json::Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&output.stderr)));
    let messages = said["messages"].as_array().unwrap();
    let page = |url: &str| {
        let inside = folders
            .iter()
            .find_map(|folder| url.split_once(&format!("{}/", folder.display())));
        inside.map_or_else(|| url.to_owned(), |(_, page)| page.to_owned())
    };
    messages
        .iter()
        // What the hostile portal says is in no language at all, and that is guessed to be Spanish.
        .filter(|m| {
            !m["message"]
                .as_str()
                .is_some_and(|m| m.starts_with("This document appears to be written in"))
        })
        // A block of data is never run, and so no policy blocks it (HTML, 4.12.1.1, "prepare the script element", step 12).
        .filter(|m| {
            let says =
                |name: &str, words: &str| m[name].as_str().is_some_and(|text| text.contains(words));
            !(says("message", "Inline script violates Content Security Policy")
                && says("extract", "<script type=\"application/ld+json\">"))
        })
        .map(|m| {
            let text = |name: &str| m[name].as_str().unwrap_or_default().to_owned();
            format!(
                "html\t{}\t{} line {}: {} {}",
                page(&text("url")),
                text("type"),
                m["lastLine"],
                text("message"),
                text("extract")
            )
        })
        .collect()
}

/// The five main kinds reach 100 for accessibility, best practices and search engines. Performance, which a busy
/// machine sways, is only said: bytes and requests are the gate, and `tragaluz build` keeps it.
#[test]
fn lighthouse() {
    let Some(tools) = Browser::find() else {
        return;
    };
    let pages = [
        "index.html",
        "commitments/index.html",
        "commitments/mxmex0009.html",
        "datasets/open-government-metric/index.html",
        "reports/mxtdb0005-end-of-commitment.html",
    ];
    let out = HERE.0.path().join("public");
    assert_none(&run(
        &tools,
        "lighthouse.mjs",
        &out,
        serde_json::json!({ "pages": pages }),
    ));
}
