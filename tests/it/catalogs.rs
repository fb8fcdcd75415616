//! What catalogs say of portals that people really write: frequencies in their words, pasted HTML, bare files, keywords
//! with signs, licences that run something, an order of one's own.

use crate::driver::{BuiltPortal, Portal, SETTINGS};
use serde_json::Value;
use std::collections::BTreeSet;
use tragaluz::diag::Severity;

/// Every catalogue of the whole portal.
const WHOLE: &[&str] = &[
    "data.json",
    "dcat-us-3.json",
    "dcat-us.ttl",
    "catalog.ttl",
    "catalog.rdf",
    "catalog.jsonld",
    "catalog.json",
];

/// The record of a dataset in `data.json`.
fn harvested(built: &BuiltPortal, id: &str) -> Value {
    let data = built.json("data.json");
    let found = data["dataset"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["identifier"] == id)
        .cloned();
    found.unwrap_or_else(|| panic!("{id} is not in data.json"))
}

/// The schema.org facts of a page.
fn structured(built: &BuiltPortal, page: &str) -> Value {
    let html = built.text(page);
    let (_, rest) = html.split_once("application/ld+json\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

fn dataset(title: &str, facts: &str, text: &str) -> String {
    format!(
        "---\ntitle: {title}\nsummary: Los pozos del municipio, uno por fila, con su profundidad en metros.\n\
             keywords: [agua]\nmodified: 2024-02-01\nissued: 2024\n{facts}---\n{text}\n"
    )
}

#[test]
fn frequencies_are_said_in_every_catalogue() {
    let words = [
        ("mensual", "monthly", "R/P1M"),
        ("R/P1Y", "annual", "R/P1Y"),
        ("cada hora", "hourly", "R/PT1H"),
        (
            "http://publications.europa.eu/resource/authority/frequency/ANNUAL_3",
            "annual_3",
            "R/P4M",
        ),
        ("Dos veces por semana", "weekly_2", "R/P3.5D"),
        ("tiempo real", "cont", "R/PT1S"),
        ("cada 15 minutos", "", ""),
    ];
    let mut portal = Portal::new();
    for (at, (word, ..)) in words
        .iter()
        .enumerate()
        .filter(|(_, (_, code, _))| !code.is_empty())
    {
        let text = dataset("Pozos", &format!("frequency: {word}\n"), "");
        portal = portal
            .file(&format!("data/d{at}/t.csv"), "a\n1\n")
            .file(&format!("data/d{at}/dataset.md"), &text);
    }
    let built = portal.into_built();
    built.assert_published();
    let turtle = built.text("catalog.ttl");
    for (at, (word, code, form)) in words
        .iter()
        .enumerate()
        .filter(|(_, (_, code, _))| !code.is_empty())
    {
        assert_eq!(
            harvested(&built, &format!("d{at}"))["accrualPeriodicity"],
            *form,
            "{word}"
        );
        assert_eq!(
            built.json(&format!("datasets/d{at}.json"))["frequency"],
            *code
        );
        assert_eq!(
            built.json(&format!("datasets/d{at}/datapackage.json"))["frequency"],
            *code
        );
        let address = format!("authority/frequency/{}>", code.to_uppercase());
        assert!(turtle.contains(&address), "{address}");
    }
    // What no table knows is no fact but a slip, wherever it is.
    let text = dataset("Pozos", "frequency: a veces\n", "");
    let settings = format!("{SETTINGS}[series.s]\ntitle = \"S\"\nfrequency = \"a veces\"\n");
    let slips = Portal::new()
        .file("tragaluz.toml", &settings)
        .file("data/x/t.csv", "a\n1\n")
        .file("data/x/dataset.md", &text)
        .file("data/y/t.csv", "a\n1\n")
        .file("data/y/datapackage.json", "{\"title\": \"Y\", \"frequency\": \"a veces\", \"theme\": [\"AGUA\", \"ENVI\"], \"resources\": [{\"path\": \"t.csv\"}]}");
    let mut sink = tragaluz::Sink::new();
    tragaluz::check(slips.root(), &tragaluz::Options::default(), &mut sink).unwrap();
    let told: Vec<(String, Severity)> = sink
        .into_sorted()
        .into_iter()
        .filter(|d| d.code.id == "wrong-word")
        .map(|d| (d.place.as_ref().unwrap().file.clone(), d.severity))
        .collect();
    let expected = [
        ("data/x/dataset.md", Severity::Error),
        ("tragaluz.toml", Severity::Error),
        ("data/y/datapackage.json", Severity::Warning),
        ("data/y/datapackage.json", Severity::Warning),
    ];
    let expected: BTreeSet<_> = expected
        .map(|(file, severity)| (file.to_owned(), severity.id()))
        .into();
    assert_eq!(
        told.iter()
            .map(|(file, severity)| (file.clone(), severity.id()))
            .collect::<BTreeSet<_>>(),
        expected
    );
    assert_eq!(told.len(), 4);
}

/// Characters that XML 1.0 forbids.
fn forbidden(text: &str) -> Option<char> {
    text.chars()
        .find(|c| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'))
}

#[test]
fn pasted_html_reaches_every_catalogue_as_words() {
    let text = "<div><p>Texto <a href=\"https://x.example/?a=1&b=2\">pegado</a> de una web.</p>\n\
                <ul><li>Punto uno</li></ul></div>\n\n\
                Con tabulador\u{b}vertical, retroceso\u{8} y timbre&#7;.<script>alert(1)</script>\n";
    let facts = "licenses: [{name: CC-BY-4.0}]\nprovenance: \"<p>Medido <b>en campo</b>.</p>\"\n\
                 limits: \"No dice\\u000b todo.\"\nresources:\n  - path: t.csv\n    description: <p>La <i>tabla</i>.</p>\n";
    let portal = Portal::new()
        .file("data/pozos/t.csv", "pozo,metros\n1,20\n2,35\n")
        .file(
            "data/pozos/dataset.md",
            &dataset("\"Pozos\\b & más\"", facts, text),
        );
    let built = portal.into_built();
    built.assert_published();
    assert_eq!(
        built
            .codes()
            .iter()
            .filter(|code| **code == "control-characters")
            .count(),
        3
    );
    let (own, folder) = ("datasets/pozos.json", "datasets/pozos/");
    let in_folder = [
        "datapackage.json",
        "croissant.json",
        "t.csv-metadata.json",
        "index.html",
        "index.txt",
    ];
    let mut paths: Vec<String> = WHOLE
        .iter()
        .map(|path| (*path).to_owned())
        .chain([own.to_owned()])
        .collect();
    paths.retain(|path| path != "catalog.json");
    paths.extend(in_folder.map(|path| format!("{folder}{path}")));
    for path in &paths {
        let text = built.text(path);
        if !path.ends_with("metadata.json") {
            for words in ["pegado", "de una web.", "Punto uno", "vertical, retroceso"] {
                assert!(text.contains(words), "{path} lacks {words}");
            }
        }
        let tags = ["<p>", "<div>", "<b>", "&lt;p&gt;", "\\u003cp", "alert(1)"];
        let is_page = path.ends_with(".html");
        assert!(
            is_page || !tags.iter().any(|tag| text.contains(tag)),
            "{path} has a tag"
        );
        assert!(
            !["\\u0007", "\\u0008", "\\b", "\\u000b"]
                .iter()
                .any(|c| text.contains(c)),
            "{path}"
        );
    }
    let said = "Los pozos del municipio, uno por fila, con su profundidad en metros.\n\nTexto pegado de una web.\n\n\
                - Punto uno\n\nCon tabulador vertical, retroceso  y timbre.";
    let said = said.replace("retroceso  y", "retroceso y");
    assert_eq!(harvested(&built, "pozos")["description"], said);
    assert_eq!(
        built.json("datasets/pozos/croissant.json")["description"],
        said
    );
    assert_eq!(built.json(own)["provenance"]["es"], "Medido en campo.");
    assert_eq!(
        built.json("datasets/pozos/datapackage.json")["resources"][0]["description"],
        "La tabla."
    );
    assert_eq!(
        built.json("datasets/pozos/t.csv-metadata.json")["dc:description"],
        "La tabla."
    );
    // Nothing that is published for reading holds what would break a reader of XML; data files are what they are.
    for (path, bytes) in built.files() {
        if let Ok(text) = std::str::from_utf8(&bytes)
            && !path.contains("/original/")
        {
            assert_eq!(forbidden(text), None, "{path}");
        }
    }
}

#[test]
fn cells_and_columns_with_control_characters_break_no_page() {
    let portal = Portal::new().file("data/x/t.csv", "a\u{b}b,c\nuno\u{8}dos,1\ntres,2\n");
    let built = portal.into_built();
    for (path, bytes) in built.files() {
        let is_read = [".html", ".txt", ".xml", ".rdf", ".ttl", ".jsonld"]
            .iter()
            .any(|ending| path.ends_with(ending));
        if let Ok(text) = std::str::from_utf8(&bytes)
            && is_read
        {
            assert_eq!(forbidden(text), None, "{path}");
        }
    }
}

#[test]
fn no_catalogue_is_empty_and_nothing_leads_to_one() {
    let settings = SETTINGS.replace("https://test.example/p/", "https://test.example/");
    let nothing = Portal::new()
        .file("tragaluz.toml", &settings)
        .file("content/about.md", "---\ntitle: A\n---\nB.\n");
    let built = nothing.into_built();
    built.assert_published();
    for absent in WHOLE.iter().chain(&["datapackage.json"]) {
        assert!(!built.site.manifest.contains_key(*absent), "{absent}");
        assert!(!built.text("developers.html").contains(absent), "{absent}");
        assert!(!built.text("_headers").contains(absent), "{absent}");
    }
    assert!(!built.site.manifest.contains_key(".well-known/void"));
    // A bare file is in our own catalogue, and in those that take what has no description, publisher or contact.
    let settings =
        "[portal]\ntitle = \"X\"\nlanguages = [\"fr\"]\nbase_url = \"https://bare.example/p/\"\n";
    let built = Portal::new()
        .file("tragaluz.toml", settings)
        .file("data/x/x.csv", "a,b\n1,2\n")
        .into_built();
    built.assert_published();
    for (path, is_there) in [
        ("data.json", false),
        ("dcat-us-3.json", false),
        ("dcat-us.ttl", false),
        ("catalog.ttl", false),
        ("catalog.jsonld", false),
        ("catalog.json", true),
        ("datapackage.json", true),
    ] {
        assert_eq!(built.site.manifest.contains_key(path), is_there, "{path}");
        assert_eq!(
            built
                .text("developers.html")
                .contains(&format!("<code>{path}</code>")),
            is_there,
            "{path}"
        );
    }
    // Google takes no description of fewer than 50 characters.
    let facts = structured(&built, "datasets/x/index.html");
    let description = facts["description"].as_str().unwrap();
    assert!(
        (50..=5000).contains(&description.chars().count()),
        "{description}"
    );
    assert!(
        description.starts_with("X. Open data of X. Columns: a, b."),
        "{description}"
    );
}

#[test]
fn short_descriptions_are_told_more_fully_in_the_language_of_the_page() {
    let portal = Portal::new()
        .file("data/n/n.pdf", "x")
        .file("data/n/dataset.md", "---\ntitle: N\nsummary: s.\n---\n")
        .file("data/n/dataset.en.md", "---\ntitle: N\nsummary: e.\n---\n");
    let built = portal.into_built();
    for (page, begin) in [
        ("datasets/n/index.html", "N. s. Datos abiertos de Prueba. "),
        ("en/datasets/n/index.html", "N. e. Open data of Test. "),
    ] {
        let facts = structured(&built, page);
        let description = facts["description"].as_str().unwrap();
        assert!(
            description.starts_with(begin) && description.chars().count() >= 50,
            "{description}"
        );
    }
    assert_eq!(built.json("datasets/n.json")["description"]["es"], "s.");
}

#[test]
fn contacts_are_inherited_whole_or_not_at_all() {
    let services = "[services.api]\ntitle = \"API\"\nendpoint = \"https://api.example/\"\ndatasets = [\"a\"]\n\
                    contact = { name = \"Mesa de ayuda\" }\n";
    let with = |contact: &str| dataset("Pozos", contact, "");
    let portal = Portal::new()
        .file("tragaluz.toml", &format!("{SETTINGS}{services}"))
        .file("data/a/t.csv", "a\n1\n")
        .file("data/a/dataset.md", &with("contact: {name: Ventanilla}\n"))
        .file("data/b/t.csv", "a\n1\n")
        .file("data/b/dataset.md", &with("contact: {name: Ventanilla, url: \"https://v.example/?a=1\"}\n"))
        .file("data/c/t.csv", "a\n1\n")
        .file("data/c/dataset.md", &with(""))
        .file("data/d/t.csv", "a\n1\n")
        .file("data/d/datapackage.json", "{\"title\": \"D\", \"description\": \"Algo.\", \"contributors\": [{\"title\": \"Otra\", \"email\": \"otra@d.example\", \"roles\": [\"contactPoint\"]}], \"resources\": [{\"path\": \"t.csv\"}]}");
    let built = portal.into_built();
    let data = built.json("data.json");
    let ids: Vec<&Value> = data["dataset"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| &d["identifier"])
        .collect();
    assert_eq!(ids, ["c"], "a name cannot be written to");
    assert_eq!(
        data["dataset"][0]["contactPoint"]["hasEmail"],
        "mailto:datos@test.example"
    );
    let package =
        |id: &str| built.json(&format!("datasets/{id}/datapackage.json"))["contact"].clone();
    assert_eq!(package("a"), serde_json::json!({ "name": "Ventanilla" }));
    assert_eq!(
        package("b"),
        serde_json::json!({ "name": "Ventanilla", "url": "https://v.example/?a=1" })
    );
    assert_eq!(
        package("c"),
        serde_json::json!({ "name": "Oficina", "email": "datos@test.example" })
    );
    assert_eq!(
        package("d"),
        serde_json::json!({ "name": "Otra", "email": "otra@d.example" })
    );
    let turtle = built.text("catalog.ttl");
    for id in ["a", "b", "d"] {
        let about = turtle
            .split_once(&format!("datasets/{id}/index.html#contact> a "))
            .unwrap()
            .1;
        assert!(
            !about
                .split_once(" .\n")
                .unwrap()
                .0
                .contains("datos@test.example"),
            "{id}"
        );
    }
    let about = turtle
        .split_once("index.html#service-api-contact> a ")
        .unwrap()
        .1;
    let about = about.split_once(" .\n").unwrap().0;
    assert!(
        about.contains("Mesa de ayuda") && !about.contains('@') || about.contains("\"@"),
        "{about}"
    );
    assert!(!about.contains("mailto"), "{about}");
}

#[test]
fn a_licence_that_runs_something_goes_nowhere_and_is_told() {
    let hostile = "javascript:alert(1)";
    let portal = Portal::new()
        .file("data/x/t.csv", "a\n1\n")
        .file("data/x/datapackage.json", &format!("{{\"title\": \"X\", \"description\": \"Algo.\", \"licenses\": [{{\"name\": \"mala\", \"title\": \"Mala\", \"path\": \"{hostile}\"}}], \"publisher\": {{\"name\": \"P\", \"url\": \"{hostile}\"}}, \"resources\": [{{\"path\": \"t.csv\"}}]}}"));
    let built = portal.into_built();
    assert_eq!(
        built
            .codes()
            .iter()
            .filter(|code| **code == "wrong-form")
            .count(),
        2
    );
    for (path, bytes) in built.files() {
        let is_received = path.contains("/original/");
        assert!(
            is_received || !String::from_utf8_lossy(&bytes).contains("javascript:"),
            "{path}"
        );
    }
    assert!(built.text("datasets/x/index.html").contains("Mala"));
    // In what is written for this program it is an error.
    let settings = SETTINGS.replace("https://creativecommons.org/licenses/by/4.0/", hostile);
    for portal in [
        Portal::new().file("tragaluz.toml", &settings),
        Portal::new().file("data/x/t.csv", "a\n1\n").file(
            "data/x/dataset.md",
            &dataset(
                "X",
                &format!("licenses: [{{name: m, path: \"{hostile}\"}}]\n"),
                "",
            ),
        ),
        Portal::new().file(
            "content/institutions/x.md",
            &format!("---\ntitle: X\nurl: {hostile}\n---\n"),
        ),
        Portal::new().file(
            "content/about.md",
            &format!("---\ntitle: X\nsources: [{{title: Y, url: \"{hostile}\"}}]\n---\n"),
        ),
    ] {
        let mut sink = tragaluz::Sink::new();
        tragaluz::check(portal.root(), &tragaluz::Options::default(), &mut sink).unwrap();
        let found = sink.into_sorted();
        let told = found
            .iter()
            .find(|d| ["wrong-form", "link-scheme-unknown"].contains(&d.code.id));
        assert!(
            told.is_some_and(|d| d.severity != Severity::Note),
            "{found:#?}"
        );
    }
}

#[test]
fn registers_cover_no_time_that_nobody_said() {
    let commitment = "---\ntitle: Agua\nupdated: 2024-02\nstart: 2023-01\ninstitutions: [{name: Oficina de agua}]\n---\n";
    let initiative =
        "---\ntitle: Taller\nupdated: 2024-02\ninstitution: Oficina de agua\n---\nTexto.\n";
    let built = Portal::new()
        .file("content/commitments/MXEJE0001.md", commitment)
        .file("content/initiatives/taller.md", initiative)
        .into_built();
    built.assert_published();
    let of = |register: &str| built.json(&format!("datasets/register-{register}.json"));
    assert_eq!(
        of("commitments")["temporal"],
        serde_json::json!({ "start": "2023-01" })
    );
    for register in ["institutions", "initiatives"] {
        assert_eq!(of(register)["temporal"], Value::Null, "{register}");
        assert_eq!(of(register)["spatial"], Value::Null, "{register}");
    }
    let temporal = built
        .findings
        .iter()
        .filter(|d| d.args.iter().any(|(_, value)| *value == "temporal".into()));
    assert_eq!(temporal.count(), 0, "nobody could add it");
}

#[test]
fn a_profile_names_published_files() {
    let built = Portal::new()
        .file(
            "data/pozos/Mis pozos (2024).csv",
            "pozo;metros\n1;20,5\n2;35,25\n",
        )
        .file("data/pozos/dataset.md", &dataset("Pozos", "", ""))
        .file(
            "content/commitments/MXEJE0001.md",
            "---\ntitle: Agua\n---\n",
        )
        .into_built();
    let mut seen = 0;
    for path in built
        .site
        .manifest
        .keys()
        .filter(|path| path.ends_with("/profile.json"))
    {
        let folder = path.trim_end_matches("profile.json");
        for table in built.json(path)["tables"].as_array().unwrap() {
            for name in ["csv", "file"] {
                let Some(named) = table[name].as_str() else {
                    continue;
                };
                assert!(
                    built
                        .site
                        .manifest
                        .contains_key(&format!("{folder}{named}")),
                    "{path}: {named}"
                );
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 4);
    assert_eq!(
        built.json("datasets/pozos/profile.json")["tables"][0]["csv"],
        "mis-pozos-2024.csv"
    );
}

/// Identifiers of a page that are on it twice.
fn repeated_ids(html: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let ids = html
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned());
    ids.filter(|id| !seen.insert(id.clone())).collect()
}

/// Headings whose names are, as identifiers, those of the theme or of a column.
const HEADINGS: &[&str] = &[
    "Downloads",
    "Facts",
    "Limits",
    "Quality",
    "Provenance",
    "Services",
    "Cite",
    "Brief",
    "Main",
    "Sources",
    "Comment",
    "Commitments",
    "Changes",
    "T A",
    "C A",
    "D A",
    "P A",
    "Help",
    "Text",
    "Milestones",
    "Values",
    "Datasets",
    "Reports",
    "Inception",
    "Own facts",
    "A",
    "A B",
    "M 1",
];

#[test]
fn identifiers_of_a_page_are_unique() {
    let text: String = HEADINGS
        .iter()
        .map(|h| {
            format!(
                "## {h}\n\n[aquí](#{})\n\n### B\n\nx\n\n",
                h.to_lowercase().replace(' ', "-")
            )
        })
        .collect();
    let text = format!("Antes.\n\n### B\n\n{text}");
    let facts = "provenance: \"x\\n\\n### B\\n\"\nlimits: \"x\\n\\n### B\\n\"\nresources:\n  - {path: a.csv, description: \"x\\n\\n### B\\n\"}\n  - {path: a-b.csv}\n";
    for theme in ["claro", "llano"] {
        let feedback = "[feedback]\nemail = \"datos@test.example\"\n[services.api]\ntitle = \"API\"\nendpoint = \"https://api.example/\"\ndatasets = [\"x\"]\n";
        let settings = format!("{SETTINGS}{feedback}[theme]\nname = \"{theme}\"\n");
        let commitment = "title: Agua\ndatasets: [x]\nmilestones: [{number: 1, text: Uno}]\nvalues: [{value: open-data, reason: r}]\n\
                          sources: [{title: S}]\nextra: {a: b}\ninception: {verifiable: yes}\n";
        let built = Portal::new()
            .file("tragaluz.toml", &settings)
            .file("data/x/a.csv", "a b,a/b,a_b,%,$,b c\n1,2,3,4,5,6\n")
            .file("data/x/a-b.csv", "c,a-b\n1,2\n")
            .file("data/x/dataset.md", &dataset("X", facts, &text))
            .file(
                "content/commitments/MXEJE0001.md",
                &format!("---\n{commitment}---\n{text}"),
            )
            .file(
                "content/action-plans/p.md",
                &format!("---\ntitle: P\n---\n{text}"),
            )
            .file(
                "content/initiatives/i.md",
                &format!("---\ntitle: I\ndatasets: [x]\ncommitments: [MXEJE0001]\n---\n{text}"),
            )
            .file(
                "content/institutions/o.md",
                &format!("---\ntitle: O\n---\n{text}"),
            )
            .file("content/index.md", &format!("---\ntitle: H\n---\n{text}"))
            .file("content/about.md", &format!("---\ntitle: A\n---\n{text}"))
            .into_built();
        let failed: Vec<_> = (built.errors().into_iter())
            .filter(|d| d.code.id != "page-too-heavy")
            .collect();
        assert!(failed.is_empty(), "{theme}: {failed:#?}");
        for (path, bytes) in built
            .files()
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
        {
            let html = String::from_utf8_lossy(bytes);
            assert_eq!(repeated_ids(&html), [] as [String; 0], "{theme}: {path}");
        }
        let page = built.text("datasets/x/index.html");
        let tables = ["a", "a-b"].map(|table| built.text(&format!("datasets/x/{table}.html")));
        for anchor in [
            "a_a-b",
            "a_a-b-2",
            "a_a-b-3",
            "a_column",
            "a_column-2",
            "a_b-c",
            "a-b_a-b",
        ] {
            let id = format!(" id=\"{anchor}\"");
            assert!(tables.iter().any(|page| page.contains(&id)), "{anchor}");
        }
        // A heading of the author's is found by the name that the author knows it by.
        assert!(page.contains("id=\"section-facts\"") && page.contains("href=\"#section-facts\""));
        assert!(built.text("about.html").contains("href=\"#facts\""));
    }
}

#[test]
fn names_that_differ_by_their_signs_are_two() {
    let commitment = |area: &str| {
        format!("---\ntitle: \"{area}\"\npolicy_areas: [\"{area}\"]\nsector: \"{area}\"\n---\n")
    };
    let keyword = |word: &str| {
        let text =
            dataset("X", "", "").replace("keywords: [agua]", &format!("keywords: [\"{word}\"]"));
        text.replace("title: X", &format!("title: \"De {word}\""))
    };
    let mut portal = Portal::new();
    for (at, word) in ["C", "C++", "C#", "事实", "实时", "¿?", "Page 2", "c"]
        .iter()
        .enumerate()
    {
        portal = portal.file(
            &format!("content/commitments/MXEJE000{at}.md"),
            &commitment(word),
        );
        for copy in ["a", "b"] {
            portal = portal.file(&format!("data/d{at}{copy}/t.csv"), "a\n1\n");
            portal = portal.file(&format!("data/d{at}{copy}/dataset.md"), &keyword(word));
        }
    }
    let built = portal.into_built();
    built.assert_published();
    let lists = |folder: &str, name: &str, words: &[&str]| {
        let page = built.text(&format!("{folder}/{name}.html"));
        for word in ["C", "C++", "C#", "事实", "实时"] {
            let listed =
                page.contains(&format!(">{word}</a>")) || page.contains(&format!(">De {word}</a>"));
            assert_eq!(listed, words.contains(&word), "{folder}/{name}: {word}");
        }
    };
    for folder in ["policy-areas", "sectors", "datasets/keywords"] {
        lists(folder, "c", &["C"]);
        lists(folder, "c-plus-plus", &["C++"]);
        lists(folder, "c-sharp", &["C#"]);
        lists(folder, "shi-shi", &["事实"]);
        lists(folder, "shi-shi-2", &["实时"]);
    }
    for path in [
        "policy-areas/term.html",
        "policy-areas/term-2.html",
        "datasets/keywords/value.html",
        "datasets/keywords/value-page-2.html",
    ] {
        assert!(built.site.manifest.contains_key(path), "{path}");
    }
}

#[test]
fn years_stay_years_and_croissants_say_how_to_cite() {
    let built = Portal::new()
        .file(
            "content/about.md",
            "---\ntitle: A\nupdated: 2024\n---\nB.\n",
        )
        .file(
            "content/mes.md",
            "---\ntitle: M\nupdated: 2024-03\n---\nB.\n",
        )
        .file("data/x/t.csv", "a\n1\n")
        .file("data/x/dataset.md", &dataset("Pozos", "", ""))
        .into_built();
    let map = built.text("sitemap.xml");
    assert!(
        map.contains("about.html</loc><lastmod>2024</lastmod>"),
        "{map}"
    );
    assert!(map.contains("mes.html</loc><lastmod>2024-03</lastmod>"));
    assert!(map.contains("datasets/x/index.html</loc><lastmod>2024-02-01</lastmod>"));
    let cited = built.json("datasets/x/croissant.json")["citeAs"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        cited.starts_with("@misc{x,\n") && cited.ends_with('}'),
        "{cited}"
    );
    assert!(cited.contains("url = {https://test.example/p/datasets/x/index.html}"));
}

#[test]
fn licences_and_media_types_are_named_as_harvesters_know_them() {
    let places = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"n\":\"a\"},\
                  \"geometry\":{\"type\":\"Point\",\"coordinates\":[-99.1,19.4]}}]}";
    let external = "resources:\n  - {path: lugares.geojson}\n  - {path: \"https://a.example/x.kml\"}\n  \
                    - {path: \"https://a.example/y\", mediatype: \"application/Geo+JSON; charset=utf-8\"}\n  \
                    - {path: \"https://a.example/z\", mediatype: no type}\n";
    let built = Portal::new()
        .file("data/x/lugares.geojson", places)
        .file("data/x/dataset.md", &dataset("Pozos", external, ""))
        .into_built();
    built.assert_published();
    for path in [
        "catalog.ttl",
        "catalog.rdf",
        "catalog.jsonld",
        "dcat-us.ttl",
    ] {
        let text = built.text(path);
        let types: BTreeSet<&str> = text
            .split("media-types/")
            .skip(1)
            .map(|rest| rest.split(['>', '"', ' ']).next().unwrap())
            .collect();
        assert!(
            types.contains("application/geo+json")
                && types.contains("application/vnd.google-earth.kml+xml"),
            "{types:?}"
        );
        assert!(
            types.iter().all(|name| !name.contains(['%', ';'])),
            "{path}: {types:?}"
        );
        assert!(
            text.contains("Creative Commons Attribution\"@en")
                || path.ends_with("rdf")
                || path.ends_with("jsonld")
        );
        assert!(text.contains("Creative Commons Attribution"), "{path}");
    }
    let data = harvested(&built, "x");
    let types: Vec<&Value> = data["distribution"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| &d["mediaType"])
        .collect();
    assert!(
        types.contains(&&Value::from("application/geo+json")),
        "{types:?}"
    );
}

#[test]
fn an_order_of_ones_own_is_kept_in_lists_menus_and_from_page_to_page() {
    let page =
        |title: &str, facts: &str| format!("---\ntitle: {title}\nmenu: yes\n{facts}---\nTexto.\n");
    let commitment = |title: &str, order: &str| format!("---\ntitle: {title}\n{order}---\n");
    for theme in ["claro", "llano"] {
        let built = Portal::new()
            .file(
                "tragaluz.toml",
                &format!("{SETTINGS}[theme]\nname = \"{theme}\"\n"),
            )
            .file("content/guia/index.md", "---\ntitle: Guía\n---\nTexto.\n")
            .file("content/guia/a.md", &page("Tercera", "order: 30\n"))
            .file("content/guia/b.md", &page("Primera", "order: -1\n"))
            .file("content/guia/c.md", &page("Segunda", "order: 2\n"))
            .file("content/guia/d.md", &page("Vieja", "updated: 2020\n"))
            .file("content/guia/e.md", &page("Nueva", "updated: 2024\n"))
            .file("content/guia/mas/index.md", &page("Adentro", "order: 1\n"))
            .file(
                "content/commitments/MXEJE0001.md",
                &commitment("Uno", "order: 2\n"),
            )
            .file("content/commitments/MXEJE0002.md", &commitment("Dos", ""))
            .file(
                "content/commitments/MXEJE0003.md",
                &commitment("Tres", "order: 1\n"),
            )
            .file("data/a/t.csv", "a\n1\n")
            .file("data/a/dataset.md", &dataset("Alfa", "order: 2\n", ""))
            .file("data/b/t.csv", "a\n1\n")
            .file("data/b/dataset.md", &dataset("Beta", "order: 1\n", ""))
            .into_built();
        built.assert_published();
        let in_order = |path: &str, after: &str, words: &[&str]| {
            let html = built.text(path);
            let html = html
                .split_once(after)
                .unwrap_or_else(|| panic!("{path} lacks {after}"))
                .1;
            let places: Vec<usize> = words
                .iter()
                .map(|word| html.find(word).unwrap_or_else(|| panic!("{path}: {word}")))
                .collect();
            assert!(places.is_sorted(), "{theme}: {path}: {places:?}");
        };
        let ordered = ["Primera", "Adentro", "Segunda", "Tercera"];
        in_order(
            "guia/index.html",
            "<main",
            &[&ordered[..], &["Nueva", "Vieja"]].concat(),
        );
        in_order("index.html", "<nav", &ordered);
        in_order(
            "commitments/index.html",
            "<main",
            &[">Tres<", ">Uno<", ">Dos<"],
        );
        in_order("datasets/index.html", "<main", &[">Beta<", ">Alfa<"]);
        in_order("catalog.json", "", &["\"b\"", "\"a\""]);
        let second = built.text("guia/c.html");
        let main = second.split_once("<main").unwrap().1;
        assert!(
            main.contains("Antes de esta: <a href=\"mas/index.html\">Adentro</a>"),
            "{theme}: {main}"
        );
        assert!(
            main.contains("Después de esta: <a href=\"a.html\">Tercera</a>"),
            "{theme}"
        );
        assert!(
            built.text("guia/c.txt").contains("Antes de esta: Adentro"),
            "{theme}"
        );
        assert!(
            !built.text("guia/d.html").contains("Antes de esta"),
            "{theme}"
        );
        assert_eq!(built.json("commitments/mxeje0001.json")["order"], 2);
        assert_eq!(
            built.json("commitments/mxeje0002.json")["order"],
            Value::Null
        );
        assert_eq!(built.json("datasets/a.json")["order"], 2);
        assert_eq!(built.json("datasets/b.json")["order"], 1);
        let schema = built.json("schemas/dataset.schema.json");
        assert_eq!(schema["properties"]["order"]["type"], "integer");
        let register = built.text("datasets/register-commitments/commitments.csv");
        assert!(register.find("MXEJE0003").unwrap() < register.find("MXEJE0001").unwrap());
    }
}

#[test]
fn a_long_list_of_pages_goes_on_and_keeps_its_order() {
    let mut portal = Portal::new().file("content/guia/index.md", "---\ntitle: Guía\n---\nTexto.\n");
    for n in 0..120 {
        portal = portal.file(
            &format!("content/guia/p{n}.md"),
            &format!(
                "---\ntitle: Parte {n} de la guía\norder: {}\n---\nx\n",
                120 - n
            ),
        );
    }
    let built = portal.into_built();
    built.assert_published();
    let first = built.text("guia/index.html");
    assert!(
        first.contains("Parte 119 de")
            && !first.contains("Parte 0 de")
            && first.contains("href=\"page-2.html\"")
    );
    let shown: usize = (1..20)
        .map(|n| {
            if n == 1 {
                "guia/index.html".to_owned()
            } else {
                format!("guia/page-{n}.html")
            }
        })
        .filter(|path| built.site.manifest.contains_key(path))
        .map(|path| {
            built
                .text(&path)
                .split_once("<main")
                .unwrap()
                .1
                .matches("href=\"p1")
                .count()
        })
        .sum();
    assert_eq!(
        shown,
        1 + 10 + 20,
        "p1, p10 to p19, p100 to p119 are each listed once"
    );
}
