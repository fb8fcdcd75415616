//! The portal at the repository's own root: every fact of its sources, in both languages and in both themes.

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

use crate::driver::{BuiltPortal, lacks, own_portal, repository, squeezed};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::LazyLock;
use tragaluz::Options;

fn built(theme: Option<&str>) -> (tempfile::TempDir, BuiltPortal) {
    let out = tempfile::tempdir().unwrap();
    let options = Options {
        theme: theme.map(str::to_owned),
        ..Options::default()
    };
    let built = own_portal(&out.path().join("public"), options);
    (out, built)
}

static CLARO: LazyLock<(tempfile::TempDir, BuiltPortal)> = LazyLock::new(|| built(None));
static LLANO: LazyLock<(tempfile::TempDir, BuiltPortal)> = LazyLock::new(|| built(Some("llano")));

/// A page's words, without line ends.
fn words(built: &BuiltPortal, page: &str) -> String {
    let text = built.text(&page.replace(".html", ".txt"));
    squeezed(&text)
}

fn has_all(page: &str, facts: &[&str]) {
    for (theme, (_, built)) in [("claro", &*CLARO), ("llano", &*LLANO)] {
        let text = words(built, page);
        let lacking = lacks(&text, facts);
        assert!(
            lacking.is_empty(),
            "{theme}: {page} lacks {lacking:?}\n{text}"
        );
    }
}

/// What the sources themselves give both of is acknowledged beside it, and one that does not occur would be told.
#[test]
fn the_oddities_of_the_sources_are_acknowledged_and_nothing_worse_is_found() {
    let codes: BTreeSet<&str> = CLARO.1.codes().into_iter().collect();
    let root = repository("");
    for (file, code) in [
        ("commitments/MXMEX0009.md", "plan-of-other-locality"),
        ("commitments/MXMEX0009.md", "report-absent"),
        ("commitments/MXSPG0003.md", "repeated-institution"),
        ("commitments/MXTDB0005.md", "inception-of-other-member"),
        ("commitments/MXTDB0005.md", "milestone-outside-commitment"),
        (
            "reports/mxtdb0005-end-of-commitment.md",
            "report-of-other-member",
        ),
        (
            "reports/mxtdb0005-end-of-commitment.md",
            "limited-as-planned",
        ),
        (
            "reports/mxtdb0005-end-of-commitment.md",
            "answer-against-degree",
        ),
    ] {
        let page = std::fs::read_to_string(root.join("content").join(file)).unwrap();
        assert!(
            page.contains(&format!("  - code: {code}\n    reason: La fuente ")),
            "{file}: {code}"
        );
        assert!(
            !codes.contains(code),
            "{code} is told although it is acknowledged"
        );
    }
    assert!(!codes.contains("acknowledged-in-vain"), "{codes:?}");
    CLARO.1.assert_published();
}

#[test]
fn mxtdb0005() {
    has_all(
        "commitments/mxtdb0005.html",
        &[
            "MXTDB0005",
            "Tlalnepantla de Baz",
            "enero a noviembre de 2022",
            "noviembre de 2022",
            "marzo a diciembre de 2022",
            "diciembre de 2022",
            "Datos abiertos",
            "Derecho a la información",
            "Justicia",
            "Acceso a la información",
            "Nadie ha informado el estado de su único hito",
        ],
    );
    has_all(
        "en/commitments/mxtdb0005.html",
        &[
            "MXTDB0005",
            "Tlalnepantla de Baz",
            "January to November 2022",
            "November 2022",
            "March to December 2022",
            "December 2022",
            "Open data",
            "Right to information",
            "Justice",
            "Access to information",
            "Nobody has reported the status of its one milestone",
            "Inception Report – Action plan – Mexico State, Mexico, 2021 – 2022",
        ],
    );
}

#[test]
fn mxmex0009() {
    has_all(
        "en/commitments/mxmex0009.html",
        &[
            "MXMEX0009",
            "Tlalnepantla de Baz, Mexico, 2021 – 2023",
            "Mexico State, Mexico, 2021 – 2022",
            "February to April 2022",
            "February to May 2022",
            "Right to information",
            "Other/NA",
            "Access to information",
            "Instituto de Transparencia, Acceso a la Información Pública y Protección de Datos Personales del Estado de México y Municipios",
        ],
    );
    let page = CLARO.1.text("en/commitments/mxmex0009.html");
    assert_eq!(page.matches("id=\"m-").count(), 3);
    assert!(
        page.contains("lang=\"es\""),
        "Spanish milestones carry their language on the English page"
    );
}

#[test]
fn mxspg0003() {
    has_all(
        "en/commitments/mxspg0003.html",
        &[
            "MXSPG0003",
            "San Pedro Garza García",
            "January 2023",
            "June 2024",
            "0.35",
            "0.38",
            "0.62",
            "0.64",
            "0.10",
            "39.3",
            "Right to information",
            "Social accountability",
            "Public accountability",
            "Civic participation",
            "Cómo Vamos Nuevo León",
            "Nuevo León Council for Strategic Planning",
            "Secretariat of Innovation and Open Government of the Municipality of Monterrey",
        ],
    );
    for lang in ["", "en/"] {
        let page = CLARO.1.text(&format!("{lang}commitments/mxspg0003.html"));
        assert_eq!(page.matches("id=\"m-").count(), 13);
    }
    let twice = words(&CLARO.1, "en/commitments/mxspg0003.html");
    let name = "Secretariat of Citizen Participation of the Government of the State of Nuevo León";
    assert_eq!(twice.matches(name).count(), 2, "the source lists it twice");
}

#[test]
fn the_report_answers_every_question_and_hides_addresses() {
    has_all(
        "en/reports/mxtdb0005-end-of-commitment.html",
        &[
            "1.1",
            "1.2",
            "1.3",
            "2.1.1",
            "2.1.2",
            "2.1.3",
            "2.2",
            "Limited",
            "Major",
            "Did not change",
            "Mexico State",
            "Carlos de la Peña",
            "Daniel Rosemberg Cervantes",
            "Jesus Ponce Rubio",
        ],
    );
    let is_text = |path: &String| {
        ![
            "xlsx", "ods", "gz", "zip", "epub", "zim", "parquet", "sqlite", "png",
        ]
        .iter()
        .any(|ending| path.ends_with(&format!(".{ending}")))
    };
    for (path, bytes) in CLARO
        .1
        .files()
        .into_iter()
        .filter(|(path, _)| is_text(path))
    {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let strange = text
            .split(|c: char| c.is_whitespace() || "\"<>(),:;?&".contains(c))
            .find(|word| {
                word.split_once('@').is_some_and(|(name, host)| {
                    !name.is_empty() && host.contains('.') && host != "tragaluz.example"
                })
            });
        assert_eq!(strange, None, "an address in {path}");
    }
}

#[test]
fn every_programme_of_the_institute_is_an_initiative() {
    let list = words(&CLARO.1, "en/initiatives/index.html");
    for name in [
        "Locally Driven Co-creation",
        "Open Government Metric",
        "Open Government Partnership in Mexico",
        "National Summit",
        "Follow the Money",
        "Proactive Transparency",
        "Depository",
    ] {
        assert!(
            list.to_lowercase().contains(&name.to_lowercase()),
            "{name}\n{list}"
        );
    }
    assert_eq!(
        CLARO
            .1
            .files()
            .keys()
            .filter(|p| p.starts_with("initiatives/") && p.ends_with(".html"))
            .count(),
        9
    );
}

#[test]
fn datasets_are_whole() {
    let catalog: serde_json::Value = serde_json::from_str(&CLARO.1.text("catalog.json")).unwrap();
    let rows: BTreeMap<String, u64> = catalog["datasets"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|d| d["resources"].as_array().unwrap())
        .filter(|r| r["format"] == "csv")
        .map(|r| {
            (
                r["path"].as_str().unwrap().to_owned(),
                r["rows"].as_u64().unwrap_or(0),
            )
        })
        .collect();
    assert_eq!(
        rows["datasets/population-by-state-sex-year/population.csv"],
        10_059
    );
    assert_eq!(
        rows["datasets/fiscal-information-quality/quality-index.csv"],
        64
    );
    assert_eq!(rows["datasets/open-government-metric/scores.csv"], 35);
    assert_eq!(rows["datasets/open-government-metric/counts.csv"], 3);
    let scores = CLARO.1.text("datasets/open-government-metric/scores.csv");
    assert!(
        scores.contains("Nuevo León,Open Data")
            && scores.contains(",0.10,")
            && scores.contains(",0.40,")
    );
    let harvested: serde_json::Value = serde_json::from_str(&CLARO.1.text("data.json")).unwrap();
    // Three of data, six registers of what the pages say.
    assert_eq!(harvested["dataset"].as_array().unwrap().len(), 9);
}

/// Relative links of a page's main part, as paths of the site.
fn links(built: &BuiltPortal, page: &str) -> BTreeSet<String> {
    let html = built.text(page);
    let main = &html[html.find("<main").unwrap_or(0)..html.find("</main>").unwrap_or(html.len())];
    main.split("href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"))
        .collect()
}

/// What programmers are promised holds for every file that is published: commitments, datasets, lists, rows.
#[test]
fn every_json_file_follows_the_schema_published_beside_it() {
    let (_, built) = &*CLARO;
    let json = |path: &str| serde_json::from_str::<serde_json::Value>(&built.text(path)).unwrap();
    let schema = |name: &str| {
        let schema = json(&format!("schemas/{name}.schema.json"));
        jsonschema::options()
            .should_validate_formats(true)
            .build(&schema)
            .unwrap()
    };
    let [catalog, dataset, commitment, rows] =
        ["catalog", "dataset", "commitment", "rows"].map(schema);
    let mut held = BTreeMap::new();
    for path in built
        .site
        .manifest
        .keys()
        .filter(|path| path.ends_with(".json"))
    {
        let parts: Vec<&str> = path.split('/').collect();
        let (kind, validator) = match parts.as_slice() {
            [name] if name.starts_with("catalog") => ("catalog", &catalog),
            ["commitments", _] => ("commitment", &commitment),
            ["datasets", _] => ("dataset", &dataset),
            ["datasets", _, name]
                if !["datapackage", "croissant", "profile"]
                    .iter()
                    .any(|n| name.starts_with(n)) =>
            {
                if name.ends_with(".csv-metadata.json") {
                    continue;
                }
                ("rows", &rows)
            }
            _ => continue,
        };
        let value = json(path);
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|e| format!("{}: {e}", e.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}");
        assert!(
            !validator.is_valid(&serde_json::json!("anything")),
            "{kind} says something"
        );
        *held.entry(kind).or_insert(0) += 1;
    }
    assert_eq!(
        held.keys().copied().collect::<Vec<_>>(),
        ["catalog", "commitment", "dataset", "rows"]
    );
    assert!(held["rows"] >= 9 && held["commitment"] == 3, "{held:?}");
}

#[test]
fn both_themes_show_the_same_links() {
    let pages: Vec<String> = CLARO
        .1
        .files()
        .into_keys()
        .filter(|p| p.ends_with(".html") && p != "404.html")
        .collect();
    assert!(pages.len() > 100);
    for page in pages {
        let inside = |links: BTreeSet<String>| -> BTreeSet<String> {
            links
                .into_iter()
                .filter(|href| !href.starts_with('#'))
                .collect()
        };
        assert_eq!(
            inside(links(&CLARO.1, &page)),
            inside(links(&LLANO.1, &page)),
            "{page}"
        );
    }
}

#[test]
fn the_styles_of_every_page_weigh_at_most_four_kilobytes() {
    let mut pages = 0;
    for (path, bytes) in CLARO
        .1
        .files()
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        let html = String::from_utf8(bytes.clone()).unwrap();
        let Some((_, rest)) = html.split_once("<style>") else {
            continue;
        };
        let css = rest.split("</style>").next().unwrap();
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(css.as_bytes()).unwrap();
        let weight = gzip.finish().unwrap().len();
        assert!(
            (500..=4096).contains(&weight),
            "{path}: {weight} bytes of styles"
        );
        pages += 1;
    }
    assert!(pages > 100, "{pages}");
}

#[test]
fn every_link_is_relative_and_names_a_file_that_is_there() {
    let files = CLARO.1.files();
    let mut checked = 0;
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| path.ends_with(".html") && *path != "404.html")
    {
        let html = String::from_utf8(bytes.clone()).unwrap();
        for attribute in ["href=\"", "src=\""] {
            for target in html
                .split(attribute)
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap())
            {
                if target.contains("://")
                    || target.starts_with("mailto:")
                    || target.starts_with("data:")
                {
                    continue;
                }
                let file = target.split('#').next().unwrap();
                assert!(
                    !file.starts_with('/') && !file.ends_with('/'),
                    "{path}: {target}"
                );
                let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
                let full = tragaluz::pages::address::normal(folder, file).unwrap();
                assert!(
                    file.is_empty() || files.contains_key(&full),
                    "{path}: {target} leads nowhere"
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 2000, "{checked}");
}
