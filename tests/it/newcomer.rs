//! A newcomer's first hour: from a bare folder to a published portal, with nothing but the program's own words. Each step does what the
//! one before said is to be done; where the program asks for something that only an office knows, that is what is written here.

#![allow(
    clippy::disallowed_methods,
    reason = "a newcomer writes files, and looks at what came of them"
)]

use crate::driver::{Outcome, PATIENCE, Tool, ended, program_of, repository, require, tragaluz};
use crate::pages_from_documents::{paragraph, run, styled, word};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// Files of offices as they were published: one in Windows-1252, one with semicolons of a clerk's spreadsheet.
const DATA: [(&str, &str); 3] = [
    (
        "tests/messy/rust-csv/uspop-latin1.csv",
        "Población de ciudades.csv",
    ),
    ("tests/messy/csvkit/realdata-ks_1033_data.csv", "bienes.csv"),
    (
        "tests/messy/government/contratos-sep-euros.csv",
        "contratos.csv",
    ),
];

/// How often a newcomer mends before giving up.
const ROUNDS: usize = 12;

/// Somebody who has the program and a folder.
struct Newcomer {
    home: tempfile::TempDir,
}

impl Newcomer {
    fn portal(&self) -> PathBuf {
        self.home.path().join("oficina")
    }

    fn command(&self, folder: &Path, words: &[&str]) -> Command {
        let mut command = tragaluz();
        command
            .args(["--lang", "es"])
            .args(words)
            .current_dir(folder);
        command
    }

    /// Does what must succeed.
    fn does(&self, words: &[&str]) -> Outcome {
        let outcome = ended(&mut self.command(&self.portal(), words));
        outcome.assert_code(0);
        outcome
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.portal().join(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.portal().join(path), text).unwrap();
    }

    /// Takes the marks away before facts that the program offers with an example; of a list of examples the first is taken.
    fn fills_in(&self, path: &str) {
        let text = self.read(path);
        let filled: Vec<String> = text.lines().map(offered).collect();
        self.write(path, &(filled.join("\n") + "\n"));
    }

    /// Mends what is found until nothing of weight is; returns the codes of what there was.
    fn mends_all(&self) -> BTreeSet<String> {
        let mut met = BTreeSet::new();
        for _ in 0..ROUNDS {
            let outcome = ended(&mut self.command(&self.portal(), &["check", "--format", "json"]));
            let findings: Value = serde_json::from_str(&outcome.out).unwrap();
            let heavy = |one: &&Value| one["severity"] != "note";
            let findings: Vec<&Value> = findings.as_array().unwrap().iter().filter(heavy).collect();
            if findings.is_empty() {
                return met;
            }
            for finding in findings {
                met.insert(finding["code"].as_str().unwrap().to_owned());
                self.mends(finding);
            }
        }
        panic!("after {ROUNDS} rounds there still is something to mend: {met:?}");
    }

    /// Does what the mend of a finding says.
    fn mends(&self, finding: &Value) {
        let text = |name: &str| finding[name].as_str().unwrap_or_default();
        let (file, help) = (text("file"), text("help"));
        let line = usize::try_from(finding["line"].as_u64().unwrap_or(1)).unwrap();
        match text("code") {
            // «Escriba el suyo en su lugar»: the words in quotation marks are the sample's.
            "sample-value" => {
                let sample = text("message").split(['«', '»']).nth(1).unwrap().to_owned();
                let own = if sample.contains("example") {
                    sample.replace("example", "gob.mx")
                } else {
                    "Municipio de Agua Clara".to_owned()
                };
                self.write(file, &self.read(file).replace(&sample, &own));
            }
            // «Escriba la correcta en dataset.md, junto al path: del archivo (encoding: windows-1250, …)»
            "data-encoding-guessed" => {
                assert!(help.contains("encoding: "), "{finding}");
                let (folder, name) = file.rsplit_once('/').unwrap();
                let page = format!("{folder}/dataset.md");
                let path = format!("    path: {name}\n");
                let told = format!("{path}    encoding: windows-1252\n");
                let described = self.read(&page);
                assert!(described.contains(&path), "{described}");
                self.write(&page, &described.replace(&path, &told));
            }
            // What is offered in a comment is filled in; what is not offered cannot be mended by these words.
            "metadata-missing" => self.fills_in(file),
            _ => panic!("a newcomer cannot mend this, at line {line}: {finding:#}"),
        }
    }
}

/// A line without the mark before a fact that is offered with an example.
fn offered(line: &str) -> String {
    let indent = &line[..line.len() - line.trim_start().len()];
    let Some(fact) = line.trim_start().strip_prefix("# ") else {
        return line.to_owned();
    };
    let name = fact.split(':').next().unwrap_or_default();
    let is_fact = fact.contains(": ")
        && !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    // A key and links between tables are about columns that this table may not have.
    if is_fact && indent.is_empty() {
        fact.to_owned()
    } else {
        line.to_owned()
    }
}

fn word_file() -> Vec<u8> {
    word(&format!(
        "{}{}{}{}",
        styled("Ttulo", "Agua para todos los barrios"),
        styled("T1", "Problema"),
        paragraph(&run(
            "",
            "Tres de cada diez casas reciben agua menos de ocho horas al día."
        )),
        paragraph(&run("", "Publicaremos cada mes los cortes y sus causas.")),
    ))
}

#[test]
fn an_hour_leads_from_a_bare_folder_to_a_published_portal() {
    let newcomer = Newcomer {
        home: tempfile::tempdir().unwrap(),
    };
    let home = newcomer.home.path();
    // A portal.
    let made = ended(&mut newcomer.command(home, &["new", "oficina"]));
    made.assert_code(0);
    assert!(made.out.contains("tragaluz build"), "{}", made.out);
    // Three files of data, by a name with blanks and accents, too.
    for (from, name) in DATA {
        fs::copy(repository(from), home.join(name)).unwrap();
        let added = newcomer.does(&["add", &format!("../{name}")]);
        assert!(added.out.contains("tragaluz check"), "{}", added.out);
    }
    // A commitment that the office has as a Word file.
    fs::write(home.join("agua.docx"), word_file()).unwrap();
    newcomer.does(&["add", "commitment", "../agua.docx", "--id", "MX-AGUA"]);
    let page = newcomer.read("content/commitments/MX-AGUA.md");
    assert!(page.contains("Agua para todos los barrios"), "{page}");
    // What is to be mended, is.
    let met = newcomer.mends_all();
    assert!(met.contains("data-encoding-guessed"), "{met:?}");
    let built = newcomer.does(&["build"]);
    assert!(built.out.contains("public/index.html"), "{}", built.out);
    seen_while_written(&newcomer);
    let released = newcomer.does(&["release", "--as-of", "2026-11-30"]);
    assert!(released.out.contains("versión 1"), "{}", released.out);
    newcomer.does(&["build", "--as-of", "2026-11-30"]);
    published(&newcomer);
}

/// The site is published to each kind of target that this machine can stand for, and each copy is held against its checksums.
fn published(newcomer: &Newcomer) {
    let home = newcomer.home.path();
    newcomer.does(&["publish", "../sitio"]);
    newcomer.does(&["verify", "../sitio"]);
    let page = fs::read_to_string(home.join("sitio/commitments/mx-agua.html")).unwrap();
    assert!(page.contains("Tres de cada diez casas"), "{page}");
    if require(Tool::GIT, program_of(None, "git")).is_some() {
        let git = |words: &[&str]| {
            ended(Command::new("git").args(words).current_dir(home)).assert_code(0);
        };
        git(&["init", "--quiet", "--bare", "paginas.git"]);
        let to = format!("git:{}#pages", home.join("paginas.git").display());
        newcomer.does(&["publish", &to]);
        git(&[
            "clone",
            "--quiet",
            "--branch",
            "pages",
            "paginas.git",
            "copia",
        ]);
        newcomer.does(&["verify", "../copia"]);
    }
    #[cfg(feature = "object-store")]
    in_a_bucket(newcomer);
}

#[cfg(feature = "object-store")]
fn in_a_bucket(newcomer: &Newcomer) {
    use crate::publishing::servers::Server;

    let store = newcomer.home.path().join("store");
    fs::create_dir_all(store.join("town/portal")).unwrap();
    let Some(server) = Server::python("s3_server.py", &store, &[]) else {
        return;
    };
    let to = format!(
        "s3://town/portal?endpoint=http://127.0.0.1:{}&region=mx-central-1",
        server.port
    );
    let mut publish = newcomer.command(&newcomer.portal(), &["publish", &to]);
    publish
        .env("AWS_ACCESS_KEY_ID", "office-key")
        .env("AWS_SECRET_ACCESS_KEY", "office-secret");
    ended(&mut publish).assert_code(0);
    newcomer.does(&["verify", "../store/town/portal"]);
}

/// The preview shows a page as it was just written.
#[cfg(feature = "serve")]
fn seen_while_written(newcomer: &Newcomer) {
    let mut command = newcomer.command(&newcomer.portal(), &["serve", "--port", "0"]);
    let preview = RunningPreview::start(command.stdout(Stdio::piped()).stderr(Stdio::null()));
    let address = "/commitments/mx-agua.html";
    assert!(preview.page(address).contains("Tres de cada diez casas"));
    let page = newcomer.read("content/commitments/MX-AGUA.md");
    newcomer.write(
        "content/commitments/MX-AGUA.md",
        &page.replace("Tres de cada diez", "Cuatro de cada diez"),
    );
    let end = Instant::now() + PATIENCE;
    while !preview.page(address).contains("Cuatro de cada diez casas") {
        assert!(Instant::now() < end, "the page never changes");
    }
    newcomer.write("content/commitments/MX-AGUA.md", &page);
}

#[cfg(not(feature = "serve"))]
fn seen_while_written(_newcomer: &Newcomer) {}

/// A preview, which ends with the value.
#[cfg(feature = "serve")]
struct RunningPreview {
    child: Child,
    port: u16,
}

#[cfg(feature = "serve")]
impl RunningPreview {
    fn start(command: &mut Command) -> RunningPreview {
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines.find_map(|line| {
            let line = line.unwrap();
            let (_, rest) = line.split_once("http://127.0.0.1:")?;
            rest.split('/').next()?.parse().ok()
        });
        // What it says later has to go somewhere.
        std::thread::spawn(move || lines.for_each(drop));
        RunningPreview {
            child,
            port: port.expect("it says where it is"),
        }
    }

    fn page(&self, address: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

#[cfg(feature = "serve")]
impl Drop for RunningPreview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
