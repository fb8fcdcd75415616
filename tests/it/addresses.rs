//! Published addresses: when they count as published, what may be lost, and where pages of terms lead that are gone.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{BuiltPortal, Portal, SETTINGS, ended, repository, says, tragaluz};
use std::fs;
use tragaluz::{AddressPolicy, LetGo, ListUpdate, Options};

const HOME: &str = "---\ntitle: Inicio\n---\nTexto.\n";
const PAGE: &str = "---\ntitle: Acerca\nupdated: 2024-03\n---\nTexto con un [enlace](index.md).\n";
const DATASET: &str = "---\ntitle: Gasto público\nsummary: Lo gastado.\nmodified: 2021-02-03\nkeywords: [gasto]\n---\n";

fn small() -> Portal {
    Portal::new()
        .file("content/index.md", HOME)
        .file("content/about.md", PAGE)
}

fn with(portal: &Portal, let_go: LetGo, list: ListUpdate) -> BuiltPortal {
    portal.build_with(&Options {
        addresses: AddressPolicy { let_go, list },
        ..Options::default()
    })
}

fn published(portal: &Portal) -> BuiltPortal {
    with(portal, LetGo::None, ListUpdate::Published)
}

fn list(portal: &Portal) -> Option<String> {
    fs::read_to_string(portal.root().join("addresses.txt")).ok()
}

/// Returns the codes of the findings, but for what a dataset does not say of itself.
fn codes(built: &BuiltPortal) -> Vec<&'static str> {
    built.codes_but(&["metadata-missing"])
}

const NONE: [&str; 0] = [];

/// The portal in its main language alone.
fn in_one_language(portal: &Portal) {
    let settings = SETTINGS.replace("[\"es\", \"en\"]", "[\"es\"]");
    let settings = settings
        .replace(", en = \"Test\"", "")
        .replace(", en = \"A portal to test with.\"", "");
    portal.write("tragaluz.toml", settings.as_bytes());
}

/// The addresses that a finding names.
fn named(built: &BuiltPortal, code: &str) -> Vec<String> {
    let found = built.of_code(code);
    assert!(found.len() < 2, "one finding names them all: {found:#?}");
    let paths = found
        .first()
        .and_then(|d| d.args.iter().find(|(name, _)| *name == "paths"));
    let text = paths
        .map(|(_, paths)| format!("{paths:?}"))
        .unwrap_or_default();
    text.trim_start_matches("Text(\"")
        .trim_end_matches("\")")
        .split(", ")
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_build_promises_nothing_until_it_is_published() {
    let portal = small().file(
        "content/commitments/C1.md",
        "---\ntitle: C\ninstitutions: [{name: Infoen}]\n---\n",
    );
    assert_eq!(codes(&portal.build()), NONE);
    assert_eq!(list(&portal), None);
    // The sample is renamed, an institution's spelling corrected, a language taken back.
    fs::rename(
        portal.root().join("content/commitments/C1.md"),
        portal.root().join("content/commitments/D1.md"),
    )
    .unwrap();
    portal.write(
        "content/commitments/D1.md",
        b"---\ntitle: C\ninstitutions: [{name: Infoem}]\n---\n",
    );
    in_one_language(&portal);
    assert_eq!(codes(&portal.build()), NONE);
    assert_eq!(list(&portal), None);
}

#[test]
fn published_addresses_are_kept() {
    let portal = small()
        .file("data/gasto/dataset.md", DATASET)
        .file("data/gasto/gasto.csv", "a,b\n1,2\n");
    published(&portal);
    let first = list(&portal).unwrap();
    let lines: Vec<&str> = first.lines().collect();
    assert!(lines.is_sorted());
    for address in [
        "about.html",
        "en/about.html",
        "datasets/gasto/index.html",
        "datasets/gasto/gasto.csv",
    ] {
        assert!(lines.contains(&address), "{address}: {first}");
    }
    // A new page is added; when it goes, one error names it in both languages.
    portal.write("content/new.md", PAGE.as_bytes());
    published(&portal);
    let second = list(&portal).unwrap();
    assert_eq!(second.lines().count(), lines.len() + 2);
    fs::remove_file(portal.root().join("content/new.md")).unwrap();
    let lost = portal.build();
    assert_eq!(named(&lost, "address-lost"), ["en/new.html", "new.html"]);
    assert!(lost.site.manifest.is_empty());
    assert_eq!(
        lost.findings[0].place.as_ref().unwrap().file,
        "addresses.txt"
    );
    // A redirect keeps it.
    portal.write(
        "content/about.md",
        PAGE.replace("updated", "former: [new.html]\nupdated")
            .as_bytes(),
    );
    assert!(!published(&portal).site.manifest.is_empty());
    assert_eq!(list(&portal).unwrap(), second);
    portal.write("content/about.md", PAGE.as_bytes());
    // Giving one up keeps the other; a look writes nothing.
    let one = || LetGo::These(vec!["new.html".to_owned()]);
    assert_eq!(
        named(&with(&portal, one(), ListUpdate::Shortened), "address-lost"),
        ["en/new.html"]
    );
    assert!(
        !with(&portal, LetGo::All, ListUpdate::Untouched)
            .site
            .manifest
            .is_empty()
    );
    assert_eq!(list(&portal).unwrap(), second);
    let folder = LetGo::These(vec!["new.html".to_owned(), "en/".to_owned()]);
    assert!(
        !with(&portal, folder, ListUpdate::Shortened)
            .site
            .manifest
            .is_empty()
    );
    assert_eq!(
        list(&portal).unwrap(),
        first,
        "what still stands below a folder that is let go stays listed"
    );
}

/// A language that is taken back after it was published.
#[test]
fn all_that_would_be_lost_is_one_finding() {
    let portal = small().file(
        "content/commitments/C1.md",
        "---\ntitle: C\ninstitutions: [{name: Infoem}]\n---\n",
    );
    published(&portal);
    let before = list(&portal).unwrap();
    in_one_language(&portal);
    let lost = portal.build();
    assert_eq!(codes(&lost), ["address-lost"]);
    let expected: Vec<&str> = before
        .lines()
        .filter(|line| line.starts_with("en/"))
        .collect();
    assert!(expected.len() > 10);
    assert_eq!(named(&lost, "address-lost"), expected);
    let given_up = with(
        &portal,
        LetGo::These(vec!["en/".to_owned()]),
        ListUpdate::Shortened,
    );
    assert_eq!(codes(&given_up), NONE);
    assert_eq!(
        list(&portal)
            .unwrap()
            .lines()
            .filter(|line| line.starts_with("en/"))
            .count(),
        0
    );
}

fn commitments(portal: &Portal, institutions: &[&str]) {
    for (n, name) in institutions.iter().enumerate() {
        let text = format!(
            "---\ntitle: C{n}\ninstitutions: [{{name: \"{name}\"}}]\npolicy_areas: [Obra pública]\n---\n"
        );
        portal.write(&format!("content/commitments/C{n}.md"), text.as_bytes());
    }
}

#[test]
fn pages_of_terms_redirect_by_themselves() {
    let portal = small();
    commitments(
        &portal,
        &[
            "Secretaría de Finansas",
            "Dirección de Obras 1",
            "Sec. de Salud",
            "INAI",
        ],
    );
    published(&portal);
    let before = list(&portal).unwrap();
    commitments(
        &portal,
        &[
            "Secretaría de Finanzas",
            "Dirección de Obras 2",
            "Secretaría de Salud",
            "INAH",
        ],
    );
    let built = portal.build();
    assert_eq!(codes(&built), ["term-redirected"], "{:#?}", built.findings);
    let leads = |built: &BuiltPortal, from: &str, to: &str| {
        let page = built.text(from);
        assert!(
            page.contains(&format!("content=\"0; url={to}\"")),
            "{from}: {page}"
        );
    };
    let check = |built: &BuiltPortal| {
        for folder in ["institutions", "en/institutions"] {
            leads(
                built,
                &format!("{folder}/secretaria-de-finansas.html"),
                "secretaria-de-finanzas.html",
            );
            leads(
                built,
                &format!("{folder}/sec-de-salud.html"),
                "secretaria-de-salud.html",
            );
            // Another number, other letters of a short name: another institution.
            leads(
                built,
                &format!("{folder}/direccion-de-obras-1.html"),
                "index.html",
            );
            leads(built, &format!("{folder}/inai.html"), "index.html");
        }
    };
    check(&built);
    assert!(
        built
            .text("_redirects")
            .contains("/p/institutions/inai.html /p/institutions/index.html 301")
    );
    // Publishing writes it down, and changes no byte of the site; nothing is left to tell.
    let recorded = published(&portal);
    assert!(built.files() == recorded.files());
    let after = list(&portal).unwrap();
    assert!(
        before
            .lines()
            .all(|line| after.lines().any(|now| now == line)),
        "{after}"
    );
    let line = "# institutions/secretaria-de-finansas.html leads to institutions/secretaria-de-finanzas.html\n";
    assert!(after.contains(line), "{after}");
    let again = portal.build();
    check(&again);
    assert!(again.files() == recorded.files());
    // A second correction is followed.
    commitments(
        &portal,
        &[
            "Secretaría de las Finanzas",
            "Dirección de Obras 2",
            "Secretaría de Salud",
            "INAH",
        ],
    );
    let second = published(&portal);
    leads(
        &second,
        "institutions/secretaria-de-finanzas.html",
        "secretaria-de-las-finanzas.html",
    );
    leads(
        &second,
        "institutions/secretaria-de-finansas.html",
        "secretaria-de-las-finanzas.html",
    );
    // The old name comes back.
    commitments(
        &portal,
        &[
            "Secretaría de Finansas",
            "Dirección de Obras 1",
            "Sec. de Salud",
            "INAI",
        ],
    );
    let back = published(&portal);
    assert!(
        back.text("institutions/secretaria-de-finansas.html")
            .contains("Secretaría de Finansas")
    );
    assert!(
        !list(&portal)
            .unwrap()
            .contains("# institutions/secretaria-de-finansas.html")
    );
}

#[test]
fn what_the_program_made_leads_on_when_nothing_is_left_for_it() {
    let portal = small();
    commitments(&portal, &["Infoem"]);
    published(&portal);
    portal.write("content/commitments/C0.md", b"---\ntitle: C0\n---\n");
    fs::remove_file(portal.root().join("content/about.md")).unwrap();
    let built = with(
        &portal,
        LetGo::These(vec!["about.html".to_owned(), "en/about.html".to_owned()]),
        ListUpdate::Shortened,
    );
    assert!(
        !named(&built, "term-redirected").is_empty(),
        "{:#?}",
        built.findings
    );
    // Only data cannot lead on: the register of institutions.
    let lost = named(&built, "address-lost");
    assert!(
        lost.iter()
            .all(|path| path.contains("datasets/register-institutions/")),
        "{lost:?}"
    );
    let all = with(&portal, LetGo::All, ListUpdate::Published);
    for from in [
        "policy-areas/obra-publica.html",
        "en/institutions/infoem.html",
        "en/institutions/index.html",
    ] {
        assert!(all.text(from).contains("url=../index.html\""), "{from}");
    }
}

/// What a person runs.
#[test]
fn only_a_build_that_is_told_so_writes_the_list() {
    let portal = small();
    let run = |args: &[&str]| {
        let root = ["--root".as_ref(), portal.root().as_os_str()];
        let ended = ended(tragaluz().args(args).args(root));
        (ended.code.unwrap(), ended.err)
    };
    assert_eq!(run(&["build"]).0, 0);
    assert_eq!(list(&portal), None);
    assert_eq!(run(&["build", "--published"]).0, 0);
    let first = list(&portal).unwrap();
    fs::remove_file(portal.root().join("content/about.md")).unwrap();
    let (code, said) = run(&["build"]);
    assert_eq!(code, 1);
    assert!(
        says(&said, "2 addresses were published") && said.contains("about.html, en/about.html"),
        "{said}"
    );
    let (code, said) = run(&["build", "--let-go", "abuot.html"]);
    assert!(
        code == 2 && said.contains("Did you mean “about.html”?"),
        "{said}"
    );
    let (code, said) = run(&[
        "check",
        "--let-go",
        "about.html",
        "--let-go",
        "/en/about.html",
    ]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(list(&portal).unwrap(), first);
    assert_eq!(
        run(&[
            "build",
            "--let-go",
            "about.html",
            "--let-go",
            "en/about.html"
        ])
        .0,
        0
    );
    let shorter: String = first
        .lines()
        .filter(|line| !line.ends_with("about.html"))
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(list(&portal).unwrap(), shorter);
    assert_eq!(run(&["build"]).0, 0);
}

/// Readers see what a recipe makes.
#[test]
fn every_recipe_publishes() {
    let read = |path: &str| fs::read_to_string(repository(path)).unwrap();
    let document = read("docs/publishing.md");
    let builds: Vec<&str> = document
        .split("```")
        .skip(1)
        .step_by(2)
        .flat_map(str::lines)
        // What is built again beside the site is compared with it, and published by nobody.
        .filter(|line| line.contains("tragaluz build") && !line.contains("--out again"))
        .collect();
    assert_eq!(builds.len(), 3);
    assert!(
        builds.iter().all(|line| line.contains("--published")),
        "{builds:#?}"
    );
    let readme = read("README.md");
    let recipes = readme
        .split("## Publish it")
        .nth(1)
        .unwrap()
        .split("\n## ")
        .next()
        .unwrap();
    assert!(recipes.contains("`tragaluz build --published`"));
    assert_eq!(
        recipes.matches("tragaluz build").count(),
        recipes.matches("tragaluz build --published").count()
    );
}

/// A portal with the files of one dataset.
fn with_files(files: &[(&str, &str)]) -> Portal {
    let portal = small();
    portal.write("data/x/dataset.md", DATASET.as_bytes());
    add(&portal, files);
    portal
}

fn add(portal: &Portal, files: &[(&str, &str)]) {
    for (path, text) in files {
        portal.write(&format!("data/x/{path}"), text.as_bytes());
    }
}

const OLD: &str = "a,b\n1,2\n";
const NEW: &str = "a,b\n3,4\n";

/// A workbook with these sheets, each with a cell of its own.
fn workbook(sheets: &[&str]) -> String {
    let sheet = |name: &&str| {
        format!(
            "<Worksheet ss:Name=\"{name}\"><Table><Row><Cell><Data ss:Type=\"String\">a</Data></Cell></Row>\
             <Row><Cell><Data ss:Type=\"String\">{name}</Data></Cell></Row></Table></Worksheet>"
        )
    };
    let sheets: String = sheets.iter().map(sheet).collect();
    format!(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{sheets}</Workbook>"
    )
}

#[test]
fn no_neighbour_gives_a_published_address_to_other_data() {
    // A file that comes with the name of another one's.
    let portal = with_files(&[("2019/datos.csv", OLD)]);
    published(&portal);
    assert!(
        list(&portal)
            .unwrap()
            .contains("# datasets/x/datos.csv holds data/x/2019/datos.csv\n")
    );
    add(&portal, &[("datos.csv", NEW)]);
    assert_eq!(
        named(&portal.build(), "address-moved"),
        ["datasets/x/datos.csv", "datasets/x/original/datos.csv"]
    );
    // One that goes, and leaves its name to another.
    let portal = with_files(&[("2019/datos.csv", OLD), ("datos.csv", NEW)]);
    published(&portal);
    fs::remove_file(portal.root().join("data/x/datos.csv")).unwrap();
    let moved = named(&portal.build(), "address-moved");
    assert_eq!(
        moved,
        ["datasets/x/datos.csv", "datasets/x/original/datos.csv"]
    );
    // A sheet before the first.
    let portal = with_files(&[("libro.xml", &workbook(&["Uno", "Dos"]))]);
    published(&portal);
    let first = list(&portal).unwrap();
    assert!(
        first.contains("# datasets/x/libro.csv holds data/x/libro.xml, table Uno\n"),
        "{first}"
    );
    add(
        &portal,
        &[("libro.xml", &workbook(&["Cero", "Uno", "Dos"]))],
    );
    let built = portal.build();
    assert_eq!(named(&built, "address-moved"), ["datasets/x/libro.csv"]);
    assert!(built.site.manifest.is_empty(), "nothing is published");
    // Let go, it is so from then on.
    let one = || LetGo::These(vec!["datasets/x/libro.csv".to_owned()]);
    assert!(
        !with(&portal, one(), ListUpdate::Shortened)
            .site
            .manifest
            .is_empty()
    );
    assert!(!codes(&portal.build()).contains(&"address-moved"));
}

#[test]
fn a_new_version_of_the_data_keeps_the_address() {
    let portal = with_files(&[("2023.csv", OLD), ("libro.xml", &workbook(&["2023"]))]);
    let declared = |path: &str, more: &str| {
        let facts = DATASET.replace(
            "keywords",
            &format!(
                "resources:\n- {{name: actual, path: {path}}}\n- {{name: libro, path: libro.xml}}\n{more}keywords"
            ),
        );
        portal.write("data/x/dataset.md", facts.as_bytes());
    };
    declared("2023.csv", "");
    published(&portal);
    // Another sheet in place of the first, and another file under a name that the publisher wrote.
    add(
        &portal,
        &[("2024.csv", NEW), ("libro.xml", &workbook(&["2024"]))],
    );
    declared("2024.csv", "- {name: anterior, path: 2023.csv}\n");
    let built = published(&portal);
    assert!(
        !codes(&built).contains(&"address-moved"),
        "{:#?}",
        built.findings
    );
    assert!(
        list(&portal)
            .unwrap()
            .contains("# datasets/x/actual.csv holds data/x/2024.csv\n")
    );
    assert_eq!(
        list(&portal),
        {
            published(&portal);
            list(&portal)
        },
        "the list is the same when nothing changes"
    );
}

#[test]
fn a_fresh_copy_notices_a_change_without_a_date() {
    let portal = with_files(&[("2019/datos.csv", OLD), ("2020/datos.csv", OLD)]);
    published(&portal);
    let first = list(&portal).unwrap();
    assert!(
        first.contains("# datasets/x/original/2019-datos.csv was ")
            && first.contains(" on 2021-02-03\n"),
        "{first}"
    );
    // Neither the last output nor what the last build kept is there.
    let fresh = with_files(&[("2019/datos.csv", OLD), ("2020/datos.csv", NEW)]);
    fresh.write("addresses.txt", first.as_bytes());
    for _ in 0..2 {
        let built = published(&fresh);
        let found = built.of_code("dataset-changed-undated");
        assert_eq!(found.len(), 1, "it is said again until a date says when");
        assert_eq!(
            found[0].place.as_ref().unwrap().file,
            "data/x/2020/datos.csv"
        );
        fs::remove_dir_all(fresh.root().join(".tragaluz")).unwrap_or_default();
        fs::remove_dir_all(fresh.root().join("public")).unwrap_or_default();
    }
    fresh.write(
        "data/x/dataset.md",
        DATASET.replace("2021-02-03", "2021-03-04").as_bytes(),
    );
    let dated = published(&fresh);
    assert!(
        !codes(&dated).contains(&"dataset-changed-undated"),
        "{:#?}",
        dated.findings
    );
    assert!(list(&fresh).unwrap().contains(" on 2021-03-04\n"));
    // The same, unchanged.
    let same = with_files(&[("2019/datos.csv", OLD), ("2020/datos.csv", OLD)]);
    same.write("addresses.txt", first.as_bytes());
    assert!(!codes(&same.build()).contains(&"dataset-changed-undated"));
}
