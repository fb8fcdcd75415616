//! Data files that become datasets (`tragaluz add`).

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{Outcome, Portal, ended, files_below, tragaluz};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tragaluz::authoring::AddOrder;
use tragaluz::{Options, Sink};

/// A portal, and a folder beside it in which an office keeps its files.
struct Desk {
    portal: Portal,
    files: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk {
            portal: Portal::new(),
            files: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.files.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn add(&self, args: &[&str], files: &[&Path]) -> Outcome {
        let mut command = tragaluz();
        command.arg("add").args(files).args(args);
        ended(command.arg("--root").arg(self.portal.root()))
    }

    fn page(&self, name: &str) -> String {
        let file = self.portal.root().join(format!("data/{name}/dataset.md"));
        fs::read_to_string(file).unwrap()
    }

    /// Everything in the portal but what the program keeps for itself.
    fn all(&self) -> BTreeMap<String, Vec<u8>> {
        let mut all = files_below(self.portal.root());
        all.retain(|path, _| !path.starts_with(".tragaluz/"));
        all
    }
}

const REQUESTS: &str = "Folio;Fecha de recepción;Área;Costo\n\
    A-1;31/12/2023;Agua;1.234,50\nA-2;15/01/2024;Obras;10,00\nA-3;16/01/2024;Agua;7,25\n";

#[test]
fn a_file_becomes_a_dataset_whose_page_says_what_it_says() {
    let desk = Desk::new();
    let file = desk.file("Solicitudes_de_2024.csv", REQUESTS);
    desk.add(&["--as-of", "2024-02-01"], &[&file])
        .assert_code(0);
    let page = desk.page("solicitudes-de-2024");
    for line in [
        "title: Solicitudes de 2024\n",
        "# language: es\n",
        "modified: 2024-02-01 # add --update\n",
        "temporal: {start: 2023-12-31, end: 2024-01-16} # add --update\n",
        "# frequency: annual\n",
        "    path: Solicitudes_de_2024.csv\n",
        "      # primaryKey: [Folio]\n",
        "        - {name: Folio, type: string, title: Folio}\n",
        "        - {name: Fecha de recepción, type: date, format: \"%d/%m/%Y\", title: Fecha de recepción}\n",
        "        - {name: Costo, type: number, decimalChar: \",\", groupChar: \".\", title: Costo}\n",
    ] {
        assert!(page.contains(line), "{line}{page}");
    }
    let kept = desk
        .portal
        .root()
        .join("data/solicitudes-de-2024/Solicitudes_de_2024.csv");
    assert_eq!(fs::read_to_string(kept).unwrap(), REQUESTS);
    let built = desk.portal.build();
    built.assert_published();
    // What it asks for, and nothing else, is missing.
    assert_eq!(
        built.codes_but(&["metadata-missing", "summary-absent", "columns-undescribed"]),
        Vec::<&str>::new()
    );
    let published = built.text("datasets/solicitudes-de-2024/solicitudes-de-2024.csv");
    assert!(
        published.contains("A-1,2023-12-31,Agua,1234.50"),
        "{published}"
    );
}

/// Each comment, taken out of its comment, is a fact that the program reads.
#[test]
fn what_a_page_asks_for_can_be_answered_as_it_is_shown() {
    for lang in ["es", "en"] {
        let desk = Desk::new();
        let settings = format!("[portal]\ntitle = \"P\"\nlanguages = [\"{lang}\"]\n");
        desk.portal.write("tragaluz.toml", settings.as_bytes());
        let file = desk.file("x.csv", "id,n\n1,2\n2,2\n");
        desk.add(&[], &[&file]).assert_code(0);
        let page = desk.page("x");
        let mut answered = String::new();
        for line in page.lines() {
            let fact = line.trim_start().strip_prefix("# ");
            let is_fact = fact.is_some_and(|fact| {
                let name = fact.split(':').next().unwrap();
                fact.contains(": ") && name.chars().all(|c| c.is_ascii_alphabetic() || c == '_')
            });
            let line = if is_fact {
                line.replacen("# ", "", 1)
            } else {
                line.to_owned()
            };
            answered.push_str(&format!("{line}\n"));
        }
        assert!(answered.contains("\nfrequency: annual\n"), "{answered}");
        assert!(
            answered.contains("\n      primaryKey: [id]\n"),
            "{answered}"
        );
        desk.portal.write("data/x/dataset.md", answered.as_bytes());
        let built = desk.portal.build();
        built.assert_published();
        assert_eq!(built.errors().len(), 0);
        assert!(
            !built.codes().contains(&"unknown-fact"),
            "{:?}",
            built.codes()
        );
    }
}

/// One in so many of the messy files; all with `TRAGALUZ_MESSY=1`.
fn one_in() -> usize {
    let asked = std::env::var("TRAGALUZ_MESSY").ok();
    asked.and_then(|number| number.parse().ok()).unwrap_or(8)
}

/// What a page declares of columns was told from their cells: no byte of a published table changes by it.
#[test]
fn a_page_changes_nothing_that_is_published_of_messy_files() {
    let settings = "[portal]\ntitle = \"P\"\nlanguages = [\"es\"]\n[formats]\ndownloads = [\"csv\"]\n[editions]\nmake = [\"text\"]\n";
    let (bare, added) = (Desk::new(), Desk::new());
    for desk in [&bare, &added] {
        desk.portal.write("tragaluz.toml", settings.as_bytes());
    }
    let mut count = 0;
    for (at, file) in messy_files()
        .iter()
        .enumerate()
        .filter(|(at, _)| at % one_in() == 0)
    {
        let order = AddOrder {
            files: vec![file.clone()],
            name: Some(format!("m{at}")),
            title: None,
        };
        let mut sink = Sink::new();
        let root = added.portal.root();
        let done = tragaluz::add(root, &Options::default(), &order, &mut sink).unwrap();
        if done.is_some() {
            let name = file.file_name().unwrap().to_str().unwrap();
            bare.portal
                .write(&format!("data/m{at}/{name}"), &fs::read(file).unwrap());
            count += 1;
        }
    }
    assert!(count >= 30, "{count}");
    let tables = |desk: &Desk| {
        let built = desk.portal.build();
        let errors: Vec<String> = built
            .errors()
            .iter()
            .map(|e| format!("{} {:?}", e.code.id, e.place))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        let mut files = built.files();
        files.retain(|path, _| path.starts_with("datasets/m") && path.ends_with(".csv"));
        files
    };
    let (bare, added) = (tables(&bare), tables(&added));
    let paths = |all: &BTreeMap<String, Vec<u8>>| all.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&bare), paths(&added));
    let differs: Vec<&String> = bare
        .keys()
        .filter(|path| bare[*path] != added[*path])
        .collect();
    assert!(differs.is_empty(), "{differs:?}");
}

/// The files with tables that others sent.
fn messy_files() -> Vec<PathBuf> {
    let mut all = Vec::new();
    for folder in ["tests/messy", "crates/tables/tests/workbooks"] {
        let root = crate::driver::repository(folder);
        for path in files_below(&root).into_keys() {
            let ending = path.rsplit('.').next().unwrap_or_default();
            let is_table = ["csv", "tsv", "txt", "xlsx", "ods", "xls"].contains(&ending);
            // Pages of its rows are too heavy, by whichever page it is published.
            if is_table && !path.contains("expected") && !path.contains("characters") {
                all.push(root.join(path));
            }
        }
    }
    all
}

#[test]
fn where_anything_is_wrong_the_portal_is_as_it_was() {
    let desk = Desk::new();
    desk.portal.write("data/taken/t.csv", b"a,b\n1,2\n");
    desk.portal.write("data/loose.csv", b"a,b\n1,2\n");
    let before = desk.all();
    let personal = desk.file(
        "personas.csv",
        "nombre,correo\nAna,ana.prueba@correo.example\nLuis,luis.prueba@correo.example\n",
    );
    let broken = desk.file("roto.xlsx", b"PK\x03\x04 no es un libro");
    let taken = desk.file("Taken.csv", "a,b\n1,2\n");
    let loose = desk.file("loose.tsv", "a\tb\n1\t2\n");
    let good = desk.file("bueno.csv", "a,b\n1,2\n");
    let absent = desk.files.path().join("absent.csv");
    for (file, code, said) in [
        (&personal, 1, "personal-data"),
        (&broken, 1, "error["),
        (&taken, 2, "There is a dataset “taken” already"),
        (&loose, 2, "There is a dataset “loose” already"),
        (&absent, 2, "absent.csv"),
    ] {
        let outcome = desk.add(&[], &[file]);
        outcome.assert_code(code);
        assert!(outcome.said().contains(said), "{said}: {}", outcome.said());
        assert_eq!(desk.all(), before, "{file:?}");
    }
    for name in ["Áreas", "../x", "a/b", ""] {
        desk.add(&["--name", name], &[&good]).assert_code(2);
        assert_eq!(desk.all(), before, "{name}");
    }
}

#[test]
fn a_folder_keeps_what_it_brings_and_what_is_in_the_portal_stays() {
    let desk = Desk::new();
    let own = "---\ntitle: De una persona\nsummary: Su texto.\n---\nTal cual.\n";
    desk.file("agua/tomas.csv", "a,b\n1,2\n");
    desk.file("agua/dataset.md", own);
    desk.file("agua/.git/config", "x");
    desk.add(&[], &[&desk.files.path().join("agua")])
        .assert_code(0);
    assert_eq!(desk.page("agua"), own);
    assert!(!desk.portal.root().join("data/agua/.git").exists());
    // A folder that lies in the portal without a page gets one, and is not copied.
    desk.portal.write("data/obras/obras.csv", b"a,b\n1,2\n");
    let folder = desk.portal.root().join("data/obras");
    desk.add(&[], &[&folder]).assert_code(0);
    assert!(desk.page("obras").contains("path: obras.csv"));
    desk.add(&[], &[&folder]).assert_code(2);
    // A descriptor names tables itself.
    let descriptor = r#"{"name": "p", "title": "Un paquete", "resources": [{"name": "t", "path": "t.csv", "schema": {"fields": [{"name": "a"}, {"name": "b"}]}}]}"#;
    desk.file("paquete/datapackage.json", descriptor);
    desk.file("paquete/t.csv", "a,b\n1,2\n");
    desk.add(&[], &[&desk.files.path().join("paquete")])
        .assert_code(0);
    let page = desk.page("paquete");
    assert!(
        page.contains("title: Un paquete\n") && !page.contains("resources"),
        "{page}"
    );
    desk.portal.build().assert_published();
    // Nothing is left of what was tried.
    let kept = files_below(&desk.portal.root().join(".tragaluz"));
    assert!(
        kept.keys().all(|path| !path.contains("dataset.md")),
        "{:?}",
        kept.keys()
    );
}

#[test]
fn a_new_edition_says_what_changed_and_leaves_what_a_person_wrote() {
    let desk = Desk::new();
    let first = "id,dia,monto,nota\n1,2024-01-01,10,a\n2,2024-01-02,20,b\n3,2024-01-03,30,c\n";
    let file = desk.file("gasto.csv", first);
    desk.add(&["--as-of", "2024-02-01"], &[&file])
        .assert_code(0);
    let page = desk
        .page("gasto")
        .replace("\ntitle: ", "\n# Nuestro.\ntitle: El ");
    // Its author knows the types, and by what rows are known.
    let page = page.replace("      # primaryKey: [id]\n", "      primaryKey: [id]\n");
    let page = page.replace("        - {name: nota, type: string, title: Nota}\n", "");
    let page = page.replace("{name: monto, type: integer", "{name: monto");
    desk.portal.write("data/gasto/dataset.md", page.as_bytes());
    let before = desk.all();
    let second = "id,dia,monto,aviso\n1,2024-01-01,10.5,a\n2,2024-01-02,20,b\n4,2024-03-04,40,d\n";
    let file = desk.file("otro/gasto.csv", second);
    let told = desk.add(&["--update", "--as-of", "2024-04-01"], &[&file]);
    told.assert_code(0);
    for said in [
        "“aviso” stands where “nota” stood",
        "“monto” was of type integer, and is of type number",
        "gasto: 3 rows now. Added: 1, gone: 1, changed: 2, as before: 0",
        "modified becomes 2024-04-01",
        "temporal becomes {start: 2024-01-01, end: 2024-03-04}",
        "Nothing was changed. With --yes",
    ] {
        assert!(told.out.contains(said), "{said}\n{}", told.out);
    }
    assert_eq!(desk.all(), before);
    desk.add(&["--update", "--yes", "--as-of", "2024-04-01"], &[&file])
        .assert_code(0);
    let mut expected = before.clone();
    let renewed = page
        .replace("modified: 2024-02-01", "modified: 2024-04-01")
        .replace("end: 2024-01-03}", "end: 2024-03-04}");
    expected.insert("data/gasto/gasto.csv".to_owned(), second.into());
    expected.insert("data/gasto/dataset.md".to_owned(), renewed.into_bytes());
    assert_eq!(desk.all(), expected);
    // Without its mark a fact is its author's; under another name, the dataset is named.
    let own = desk.page("gasto").replace(" # add --update", "");
    desk.portal.write("data/gasto/dataset.md", own.as_bytes());
    let file = desk.file("gasto-abril.csv", first);
    let options = ["--update", "--yes", "--as-of", "2024-05-01"];
    desk.add(&options, &[&file]).assert_code(2);
    let named = [&options[..], &["--name", "gasto"]].concat();
    desk.add(&named, &[&file]).assert_code(0);
    assert_eq!(desk.page("gasto"), own);
    let kept = fs::read_to_string(desk.portal.root().join("data/gasto/gasto.csv")).unwrap();
    assert_eq!(kept, first);
    // What is wrong does not take the place of what is right.
    let before = desk.all();
    let personal = "id,dia,monto,nota\n1,2024-01-01,10,ana.prueba@correo.example\n2,2024-01-02,20,luis.prueba@correo.example\n";
    let file = desk.file("mal/gasto.csv", personal);
    let told = desk.add(&options, &[&file]);
    told.assert_code(1);
    assert!(
        told.said().contains("Nothing was changed"),
        "{}",
        told.said()
    );
    assert_eq!(desk.all(), before);
}
