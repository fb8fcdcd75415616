//! A large catalogue in several files: together they say what one would say, and a harvester finds its way through.

use super::portal::{bare, both, facts, full, record, with_collections};
use crate::driver::{Tool, python_with_ckan, require};
use std::collections::BTreeSet;
use std::process::Command;
use tragaluz::catalogs::dcat_ap::{JsonLd, Limits, RdfXml, Turtle, UsTurtle};
use tragaluz::catalogs::{Catalog, Part};
use tragaluz::record::CatalogRecord;

const BASE: &str = "https://a.example/p/";
const HYDRA: &str = "http://www.w3.org/ns/hydra/core#";
const EVERYTHING: Limits = Limits {
    datasets: usize::MAX,
    bytes: usize::MAX,
};

/// Seven datasets, one of which no catalogue takes, with a series and a service across all of them.
fn seven() -> CatalogRecord {
    let mut datasets: Vec<_> = (1..=6).map(|n| full(&format!("metric-{n}"), "")).collect();
    for (n, dataset) in datasets.iter_mut().enumerate() {
        let year = tragaluz::text::date::PartialDate::parse(&(2011 + n).to_string());
        dataset.temporal = Some((year, year));
    }
    datasets.insert(3, bare("silent"));
    let ids: Vec<String> = datasets.iter().map(|d| d.head.id.clone()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    record(with_collections(facts(Some(BASE)), &ids, ""), &datasets, "").0
}

/// The files of a catalogue by their paths.
fn files(catalog: &dyn Catalog, record: &CatalogRecord) -> Vec<(String, Vec<u8>)> {
    let write = |(path, part): (String, Part)| {
        let mut out = Vec::new();
        catalog.write(record, part, &mut out).unwrap();
        (path, out)
    };
    catalog.files(record).into_iter().map(write).collect()
}

/// What a file says, whatever its form.
fn triples(path: &str, bytes: &[u8]) -> BTreeSet<String> {
    let text = |quad: oxrdf::Quad| oxrdf::Triple::from(quad).to_string();
    match path.rsplit('.').next() {
        Some("rdf") => oxrdfxml::RdfXmlParser::new()
            .for_slice(bytes)
            .map(|t| t.unwrap().to_string())
            .collect(),
        Some("jsonld") => oxjsonld::JsonLdParser::new()
            .for_slice(bytes)
            .map(|q| text(q.unwrap()))
            .collect(),
        _ => oxttl::TurtleParser::new()
            .for_slice(bytes)
            .map(|t| t.unwrap().to_string())
            .collect(),
    }
}

fn listed(triples: &BTreeSet<String>) -> usize {
    triples
        .iter()
        .filter(|t| t.contains("<http://www.w3.org/ns/dcat#dataset>"))
        .count()
}

/// Each form with the limits, and without.
fn forms(limits: Limits) -> [(Box<dyn Catalog>, Box<dyn Catalog>); 4] {
    [
        (Box::new(Turtle(limits)), Box::new(Turtle(EVERYTHING))),
        (Box::new(RdfXml(limits)), Box::new(RdfXml(EVERYTHING))),
        (Box::new(JsonLd(limits)), Box::new(JsonLd(EVERYTHING))),
        (Box::new(UsTurtle(limits)), Box::new(UsTurtle(EVERYTHING))),
    ]
}

#[test]
fn the_files_say_together_what_one_would() {
    let record = seven();
    for (several, one) in forms(Limits {
        datasets: 2,
        bytes: usize::MAX,
    }) {
        let [(path, whole)] = &files(&*one, &record)[..] else {
            panic!("one file")
        };
        let whole = triples(path, whole);
        assert!(
            !whole.iter().any(|t| t.contains(HYDRA)),
            "{path} goes on nowhere"
        );
        let parts = files(&*several, &record);
        let (name, ending) = path.rsplit_once('.').unwrap();
        let paths: Vec<&str> = parts.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(
            paths,
            [
                path.clone(),
                format!("{name}-2.{ending}"),
                format!("{name}-3.{ending}")
            ]
        );
        let mut together = BTreeSet::new();
        for (n, (path, bytes)) in parts.iter().enumerate() {
            let said = triples(path, bytes);
            assert_eq!(listed(&said), 2, "{path}");
            let leads = |term: &str, to: usize| {
                said.contains(&format!(
                    "<{BASE}{path}> <{HYDRA}{term}> <{BASE}{}>",
                    paths[to]
                ))
            };
            assert!(leads("first", 0) && leads("last", 2), "{path}");
            assert_eq!(
                leads("next", (n + 1).min(2)) && leads("nextPage", (n + 1).min(2)),
                n < 2,
                "{path}"
            );
            assert_eq!(leads("previous", n.saturating_sub(1)), n > 0, "{path}");
            assert!(
                said.iter()
                    .any(|t| t.contains(&format!("<{HYDRA}totalItems> \"6\""))),
                "{path}"
            );
            together.extend(said.into_iter().filter(|t| !t.contains(HYDRA)));
        }
        assert_eq!(together, whole, "{path}");
    }
}

#[test]
fn files_are_cut_by_their_size_too() {
    let record = seven();
    let one = files(&Turtle(EVERYTHING), &record)[0].1.len();
    for (several, _) in forms(Limits {
        datasets: usize::MAX,
        bytes: 150_000,
    }) {
        let parts = files(&*several, &record);
        assert!(
            parts.len() > 1 && parts.len() < 6,
            "{} files of {one} bytes",
            parts.len()
        );
        // What is foreseen is never less than what is written.
        assert!(
            parts.iter().all(|(_, bytes)| bytes.len() < 150_000),
            "{:?}",
            parts.iter().map(|p| p.1.len()).collect::<Vec<_>>()
        );
    }
    // A dataset that is larger than the limit stands alone.
    assert_eq!(
        files(
            &Turtle(Limits {
                datasets: 9,
                bytes: 1
            }),
            &record
        )
        .len(),
        6
    );
    let nothing = record_of_none();
    assert_eq!(
        files(
            &Turtle(Limits {
                datasets: 1,
                bytes: 1
            }),
            &nothing
        )
        .len(),
        0
    );
}

fn record_of_none() -> CatalogRecord {
    let mut facts = facts(Some(BASE));
    facts.description = both("Nada.", "Nothing.");
    record(facts, &[], "").0
}

/// CKAN's harvester follows the pages in each form, and finds each dataset once. Needs `TRAGALUZ_CKAN`.
#[test]
fn ckan_follows_the_pages() {
    let Some(python) = require(Tool::CKAN, python_with_ckan()) else {
        return;
    };
    let site = tempfile::tempdir().unwrap();
    for (several, _) in forms(Limits {
        datasets: 2,
        bytes: usize::MAX,
    }) {
        for (path, bytes) in files(&*several, &seven()) {
            std::fs::write(site.path().join(path), bytes).unwrap();
        }
    }
    let program = "
import json, logging, sys
logging.disable(logging.CRITICAL)
from ckanext.dcat.processors import RDFParser
site, base = sys.argv[1:]
for form, path in (('turtle', 'catalog.ttl'), ('xml', 'catalog.rdf'), ('json-ld', 'catalog.jsonld'), ('turtle', 'dcat-us.ttl')):
    address, names, pages = base + path, [], 0
    while address and pages < 9:
        parser = RDFParser(profiles=['euro_dcat_ap_3'])
        parser.parse(open(site + '/' + address[len(base):], encoding='utf-8').read(), _format=form)
        names += [(d['title'], len(d['resources'])) for d in parser.datasets()]
        address, pages = parser.next_page(), pages + 1
    print(json.dumps([path, pages, len(names), all(title and files for title, files in names)]))
";
    let run = Command::new(python)
        .args(["-c", program])
        .arg(site.path())
        .arg(BASE)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    let expected: String = [
        "catalog.ttl",
        "catalog.rdf",
        "catalog.jsonld",
        "dcat-us.ttl",
    ]
    .iter()
    .map(|path| format!("[\"{path}\", 3, 6, true]\n"))
    .collect();
    assert_eq!(said, expected, "{}", String::from_utf8_lossy(&run.stderr));
}
