//! One fault does not stop a whole portal, where its owner says so.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{BuiltPortal, Portal, ended, tragaluz};
use std::fs;
use tragaluz::diag::Diagnostic;
use tragaluz::{AddressPolicy, Options};

const HOME: &str = "---\ntitle: Inicio\n---\nTexto.\n";
const COMMITMENT: &str = "---\ntitle: Abrir el gasto\nsummary: Se abre.\nstart: 2024-01\nend: 2024-12\n\
    institutions: [{name: Infoem}]\ndatasets: [gasto]\nreports: [r1]\nupdated: 2024-03-01\n---\n\
    [Gasto](../../data/gasto/dataset.md) [archivo](../datasets/gasto/gasto.csv) [otro](C2.md)\n\n\
    ```chart\ndata: gasto\nx: a\ny: b\n```\n";
const OTHER: &str = "---\ntitle: Otro compromiso\nformer: [viejo/otro.html]\ninstitutions: [{name: Infoem}]\nrelated: [C1]\n---\nTexto con [uno](C1.md).\n";
const REPORT: &str = "---\ntitle: Informe\ncommitment: C2\ncompletion: substantial\n---\n[C2](../commitments/C2.md)\n";
const DATASET: &str = "---\ntitle: Gasto público\nsummary: Lo gastado.\nmodified: 2021-02-03\nkeywords: [gasto]\nspatial: {name: México}\n---\n";
const OWNS: &str = "---\ntitle: Pagos\nsummary: Lo pagado.\nmodified: 2021-02-03\nkeywords: [pagos]\nresources:\n  - path: pagos.csv\n    \
    schema:\n      fields: [{name: a, type: integer}, {name: g, type: integer}]\n      foreignKeys:\n        \
    - {fields: g, reference: {dataset: gasto, resource: gasto, fields: a}}\n---\n";

/// A portal without a fault.
fn whole() -> Portal {
    Portal::new()
        .file("content/index.md", HOME)
        .file(
            "content/about.md",
            "---\ntitle: Acerca\n---\n[Compromiso](commitments/C2.md)\n",
        )
        .file("content/commitments/C1.md", COMMITMENT)
        .file("content/commitments/C2.md", OTHER)
        .file("content/reports/R1.md", REPORT)
        .file(
            "content/institutions/infoem.md",
            "---\ntitle: Infoem\n---\nSu texto.\n",
        )
        .file("data/gasto/dataset.md", DATASET)
        .file("data/gasto/gasto.csv", "a,b\n1,2\n2,3\n3,4\n4,9\n")
        .file("data/pagos/dataset.md", OWNS)
        .file("data/pagos/pagos.csv", "a,g\n1,2\n2,3\n")
}

fn going_on(portal: &Portal) -> BuiltPortal {
    portal.build_with(&Options {
        keep_going: true,
        ..Options::default()
    })
}

/// Returns the errors: the code and the file of each.
fn errors(built: &BuiltPortal) -> Vec<(&'static str, String)> {
    let file = |d: &Diagnostic| d.place.as_ref().map(|place| place.file.clone());
    let errors = built.errors().into_iter();
    errors
        .map(|d| (d.code.id, file(d).unwrap_or_default()))
        .collect()
}

fn left_out(built: &BuiltPortal) -> Vec<&str> {
    built.site.left_out.iter().map(String::as_str).collect()
}

const SAYS: [&str; 2] = ["falta por ahora", "is missing for now"];

fn breaks(portal: &Portal, path: &str, old: &str, new: &str) {
    let text = fs::read_to_string(portal.root().join(path)).unwrap();
    assert!(text.contains(old), "{path}");
    portal.write(path, text.replacen(old, new, 1).as_bytes());
}

#[test]
fn a_portal_without_a_fault_is_the_same() {
    let portal = whole();
    let plain = portal.build();
    assert_eq!(errors(&plain), [], "{:#?}", plain.findings);
    let files = plain.files();
    let kept = going_on(&portal);
    assert!(left_out(&kept).is_empty() && kept.files() == files);
}

fn stands_only_where_it_is_missing(built: &BuiltPortal) {
    // It is named on the page of what is missing, and in no catalog, list, map or index.
    for (page, prefix) in [("quality.html", ""), ("en/quality.html", "")] {
        let quality = built.text(page);
        for href in [
            "about.html",
            "commitments/c2.html",
            "institutions/infoem.html",
            "datasets/gasto/index.html",
        ] {
            assert!(
                quality.contains(&format!("href=\"{prefix}{href}\"")),
                "{page} {href}"
            );
        }
    }
    for path in [
        "data.json",
        "catalog.jsonld",
        "catalog.ttl",
        "catalog.json",
        "sitemap.xml",
        "datapackage.json",
    ] {
        assert!(!built.text(path).contains("datasets/gasto/"), "{path}");
    }
    assert!(built.text("catalog.json").contains("pagos"));
    assert!(
        !built
            .text("commitments/index.html")
            .contains("href=\"c2.html\"")
    );
}

#[test]
fn several_faulty_pages_and_datasets_keep_their_addresses() {
    let portal = whole();
    portal.build_with(&Options {
        addresses: AddressPolicy::published(),
        ..Options::default()
    });
    let list = || fs::read_to_string(portal.root().join("addresses.txt")).unwrap();
    let before = list();
    breaks(&portal, "content/commitments/C2.md", "title:", "titel:");
    breaks(&portal, "data/gasto/dataset.md", "2021-02-03", "ayer");
    breaks(
        &portal,
        "content/institutions/infoem.md",
        "Su texto",
        "[x](nada.md)",
    );
    portal.write("content/about.en.md", b"---\ntitle: [\n---\nText.\n");
    let stopped = portal.build();
    assert!(stopped.site.manifest.is_empty());
    let built = going_on(&portal);
    assert_eq!(
        left_out(&built),
        [
            "content/about",
            "content/commitments/C2",
            "content/institutions/infoem",
            "data/gasto"
        ]
    );
    let told = errors(&built);
    for (code, file) in [
        ("front-matter-syntax", "content/about.en.md"),
        ("unknown-fact", "content/commitments/C2.md"),
        ("wrong-date", "data/gasto/dataset.md"),
        ("link-broken", "content/institutions/infoem.md"),
    ] {
        assert!(
            told.contains(&(code, file.to_owned())),
            "{code} {file}: {told:#?}"
        );
    }
    assert!(told.iter().all(|(_, file)| {
        built
            .site
            .left_out
            .contains(&tragaluz::source::units::of(file).unwrap())
    }));
    // Each keeps its address, in each language, with a sentence and its title where that can be read.
    for path in [
        "about",
        "commitments/c2",
        "institutions/infoem",
        "datasets/gasto/index",
    ] {
        for (folder, says) in ["", "en/"].iter().zip(SAYS) {
            let page = built.text(&format!("{folder}{path}.html"));
            assert!(page.contains(says), "{folder}{path}: {page}");
            assert!(built.text(&format!("{folder}{path}.txt")).contains(says));
        }
    }
    assert!(
        built
            .text("datasets/gasto/index.html")
            .contains("<h1>Gasto público</h1>")
    );
    // A former address still leads there.
    assert!(
        built
            .text("viejo/otro.html")
            .contains("url=../commitments/c2.html")
    );
    // Pages that link to what was left out stay whole.
    let page = built.text("commitments/c1.html");
    assert!(
        page.contains("<h1>")
            && page.contains("href=\"../datasets/gasto/index.html\"")
            && page.contains("href=\"c2.html\"")
    );
    assert!(
        !page.contains("gasto.csv") && page.contains("Informe"),
        "{page}"
    );
    assert!(
        built
            .text("reports/r1.html")
            .contains("href=\"../commitments/c2.html\"")
    );
    stands_only_where_it_is_missing(&built);
    // What was published stays on the list, and the same comes out twice.
    assert_eq!(list(), before);
    let files = built.files();
    assert!(going_on(&portal).files() == files);
    let listed = portal.build_with(&Options {
        keep_going: true,
        addresses: AddressPolicy::published(),
        ..Options::default()
    });
    assert!(listed.files() == files && list() == before);
    // Mended, everything is back.
    portal.write("content/commitments/C2.md", OTHER.as_bytes());
    portal.write("data/gasto/dataset.md", DATASET.as_bytes());
    portal.write(
        "content/institutions/infoem.md",
        b"---\ntitle: Infoem\n---\nSu texto.\n",
    );
    fs::remove_file(portal.root().join("content/about.en.md")).unwrap();
    let mended = going_on(&portal);
    assert_eq!(errors(&mended), []);
    assert!(mended.text("commitments/c2.html").contains("Texto con"));
}

#[test]
fn every_kind_of_page_can_be_left_out() {
    for (path, text, address) in [
        (
            "content/action-plans/p.md",
            "---\ntitle: Plan\nstart: nunca\n---\n",
            "action-plans/p.html",
        ),
        (
            "content/initiatives/i.md",
            "---\ntitle: Iniciativa\nlevel: galactic\n---\n",
            "initiatives/i.html",
        ),
        (
            "content/practices/b.md",
            "---\ntitle: Práctica\nupdated: ayer\n---\n",
            "practices/b.html",
        ),
        (
            "content/reports/r9.md",
            "---\nid: R-9\ntitle: Informe\nupdated: ayer\n---\n",
            "reports/r-9.html",
        ),
        (
            "content/localities/l.md",
            "---\ntitle: Lugar\nupdated: ayer\n---\n",
            "localities/l.html",
        ),
        (
            "content/news/2024/n.md",
            "---\ntitle: Noticia\nupdated: ayer\n---\n",
            "news/2024/n.html",
        ),
        (
            "content/alone.en.md",
            "---\ntitle: Alone\n---\n",
            "alone.html",
        ),
        (
            "data/solo/datos.csv",
            "<html><body><p>No disponible</p></body></html>",
            "datasets/solo/index.html",
        ),
        (
            "data/vacio/datapackage.json",
            "{",
            "datasets/vacio/index.html",
        ),
    ] {
        let portal = whole().file(path, text);
        let built = going_on(&portal);
        assert!(
            !built.site.manifest.is_empty(),
            "{path}: {:#?}",
            errors(&built)
        );
        assert_eq!(left_out(&built).len(), 1, "{path}");
        assert!(built.text(address).contains(SAYS[0]), "{address}");
        assert!(
            built
                .text("quality.html")
                .contains(&format!("href=\"{address}\"")),
            "{path}"
        );
    }
    let home = whole().file(
        "content/index.md",
        "---\ntitle: Inicio\nupdated: ayer\n---\nTexto propio.\n",
    );
    let built = going_on(&home);
    let page = built.text("index.html");
    assert!(
        page.contains(SAYS[0]) && !page.contains("Texto propio"),
        "{page}"
    );
}

#[test]
fn further_addresses_of_what_cannot_be_read_are_kept() {
    let rows: String = (1..400).map(|n| format!("{n},{n}\n")).collect();
    let portal = whole().file("data/gasto/gasto.csv", &format!("a,b\n{rows}"));
    portal.build_with(&Options {
        addresses: AddressPolicy::published(),
        ..Options::default()
    });
    let rows = "datasets/gasto/rows/gasto-1.html";
    assert!(
        fs::read_to_string(portal.root().join("addresses.txt"))
            .unwrap()
            .contains(rows)
    );
    breaks(&portal, "data/gasto/dataset.md", "2021-02-03", "ayer");
    // No fact of this one can be read, and it had a former address.
    breaks(
        &portal,
        "content/commitments/C2.md",
        "related: [C1]",
        "related: [C1",
    );
    let built = going_on(&portal);
    assert!(!built.site.manifest.is_empty(), "{:#?}", errors(&built));
    for path in [
        rows,
        "en/datasets/gasto/rows/gasto-1.html",
        "viejo/otro.html",
        "commitments/c2.html",
    ] {
        let says = if path.starts_with("en/") {
            SAYS[1]
        } else {
            SAYS[0]
        };
        assert!(built.files().contains_key(path), "{path}");
        if !path.starts_with("viejo") {
            assert!(built.text(path).contains(says), "{path}");
        }
    }
    assert!(!built.files().contains_key("datasets/gasto/gasto.csv"));
}

#[test]
fn nobody_goes_past_addresses_and_paths() {
    for (path, text, code) in [
        (
            "content/commitments/c1.md",
            "---\ntitle: Dos\n---\n",
            "address-taken",
        ),
        (
            "content/commitments/c9.md",
            "---\nid: c/9\ntitle: Dos\n---\n",
            "wrong-id",
        ),
        (
            "data/otro/dataset.md",
            "---\ntitle: Otro\nresources: [{path: ../../secreto.csv}]\n---\n",
            "link-leads-out",
        ),
        ("addresses.txt", "perdida.html\n", "address-lost"),
    ] {
        let portal = whole().file(path, text);
        breaks(&portal, "data/gasto/dataset.md", "2021-02-03", "ayer");
        let built = going_on(&portal);
        assert!(built.site.manifest.is_empty(), "{code}");
        assert!(
            errors(&built).iter().any(|(id, _)| *id == code),
            "{code}: {:#?}",
            errors(&built)
        );
        assert!(
            errors(&built).iter().any(|(id, _)| *id == "wrong-date"),
            "the other fault is told too: {code}"
        );
    }
}

/// What a person runs.
#[test]
fn the_exit_code_tells_that_something_was_left_out() {
    let portal = whole();
    breaks(&portal, "content/commitments/C2.md", "title:", "titel:");
    let run = |args: &[&str]| {
        let root = ["--root".as_ref(), portal.root().as_os_str()];
        let ended = ended(tragaluz().args(args).args(root));
        (ended.code.unwrap(), ended.said())
    };
    let (code, said) = run(&["build"]);
    assert!(
        code == 1 && said.contains("Nothing was published"),
        "{said}"
    );
    let (code, said) = run(&["build", "--keep-going"]);
    assert_eq!(code, 1);
    assert!(
        said.contains("Built ") && said.contains("unknown-fact"),
        "{said}"
    );
    assert!(
        said.contains("One page or dataset was left out")
            && said.contains(": content/commitments/C2."),
        "{said}"
    );
    assert!(portal.root().join("public/commitments/c2.html").exists());
    portal.write("content/commitments/C2.md", OTHER.as_bytes());
    assert_eq!(run(&["build", "--keep-going"]).0, 0);
}
