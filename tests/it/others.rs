//! Packages, folders and pages that were made for other programs, and what comes of them here.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{BuiltPortal, Portal, says};
use serde_json::json;
use std::io::Write;

const SETTINGS: &str = "[portal]\ntitle = \"Portal\"\nlanguages = [\"es\"]\nbase_url = \"https://datos.example/\"\n\
    [publisher]\nname = \"Oficina\"\n[contact]\nname = \"Mesa\"\nemail = \"mesa@datos.example\"\n\
    [licence]\nname = \"CC-BY-4.0\"\n[formats]\ndownloads = [\"csv\", \"json\"]\n";

fn portal() -> Portal {
    let portal = Portal::new();
    portal.write("tragaluz.toml", SETTINGS.as_bytes());
    portal
}

/// Warnings and errors, without what is only missing.
fn odd(site: &BuiltPortal) -> Vec<&'static str> {
    site.codes_but(&[
        "metadata-missing",
        "dataset-undescribed",
        "columns-undescribed",
        "licence-unknown",
    ])
}

#[test]
fn a_package_as_found_elsewhere_is_published_as_far_as_it_goes() {
    let portal = portal();
    let package = json!({
        "name": "paises", "id": "https://doi.org/10.5281/zenodo.1234", "title": "Países", "description": "De prueba.",
        "created": "2023-05-01T10:00:00Z", "keywords": ["países"], "profile": "tabular-data-package",
        "licenses": [{ "name": "ODC-PDDL-1.0", "id": "x", "version": "1.0" }],
        "sources": [{ "name": "Banco", "web": "https://banco.example/" }],
        "contributors": [{ "title": "Instituto", "role": "publisher", "organization": "x" }],
        "resources": [
            { "name": "paises", "path": "data/paises.csv", "schema": "schema.json", "dialect": "dialect.json", "bytes": 10.0 },
            { "name": "claves", "data": [{ "clave": "01", "nombre": "uno" }, { "clave": "02", "nombre": "dos" }] },
            { "name": "lejos", "path": "https://otra.example/datos/censo%202020.csv", "title": "Censo", "hash": "md5" },
            { "name": "falta", "path": "data/no-hay.csv" },
        ],
    });
    portal.write(
        "data/paises/datapackage.json",
        package.to_string().as_bytes(),
    );
    portal.write(
        "data/paises/data/paises.csv",
        "codigo;poblacion\nMX;126\nGT;18\n".as_bytes(),
    );
    portal.write(
        "data/paises/dialect.json",
        br#"{"delimiter": ";", "more": 1}"#,
    );
    let schema = json!({ "fields": [
        { "name": "codigo", "type": "string", "kind": "key" },
        { "name": "poblacion", "type": "integer", "title": "Población", "constraints": { "minLength": 1.0 } },
    ], "primaryKey": "codigo" });
    portal.write("data/paises/schema.json", schema.to_string().as_bytes());
    let site = portal.build();
    assert_eq!(
        odd(&site),
        ["reference-absent"],
        "the absent file is told, and nothing else is odd"
    );
    let made = site.json("datasets/paises/datapackage.json");
    assert_eq!(made["id"], "https://doi.org/10.5281/zenodo.1234");
    let named = |name: &str| {
        made["resources"]
            .as_array()
            .unwrap()
            .iter()
            .find(|r| r["name"] == name)
            .cloned()
    };
    assert_eq!(
        named("paises").unwrap()["schema"]["fields"][1]["title"],
        "Población"
    );
    assert_eq!(
        named("lejos").unwrap()["path"],
        "https://otra.example/datos/censo%202020.csv"
    );
    assert!(named("falta").is_none() && says(&site.text("datasets/paises/claves.csv"), "02,dos"));
    assert!(
        site.text("datasets/paises/index.html")
            .contains("href=\"https://otra.example/datos/censo%202020.csv\"")
    );
    for catalog in [
        "data.json",
        "catalog.ttl",
        "catalog.jsonld",
        "dcat-us-3.json",
        "catalog.json",
        "datasets/paises.json",
    ] {
        let text = site.text(catalog);
        assert!(
            text.contains("10.5281/zenodo.1234"),
            "{catalog} has no identifier"
        );
        assert!(
            text.contains("otra.example/datos/censo%202020.csv"),
            "{catalog} does not have the file elsewhere"
        );
    }
}

#[test]
fn a_package_that_this_program_wrote_builds_again() {
    let first = portal();
    let facts = "---\ntitle: Obras\nsummary: De prueba.\nmodified: 2024-02-01\nkeywords: [obras]\ntemporal: {start: 2020, end: 2023}\n\
        spatial: {name: Toluca}\n---\nTexto.\n";
    first.write("data/obras/dataset.md", facts.as_bytes());
    first.write(
        "data/obras/obras.csv",
        b"clave,fecha\n01,2024-01-02\n02,2024-02-03\n",
    );
    let made = first.build();
    let second = portal();
    second.write(
        "data/otras/datapackage.json",
        made.text("datasets/obras/datapackage.json").as_bytes(),
    );
    second.write(
        "data/otras/obras.csv",
        made.text("datasets/obras/obras.csv").as_bytes(),
    );
    let again = second.build();
    assert_eq!(odd(&again), Vec::<&str>::new());
    let package = again.json("datasets/otras/datapackage.json");
    assert_eq!(package["title"], "Obras");
    assert_eq!(
        package["resources"][0]["schema"]["fields"][1]["type"],
        "date"
    );
}

#[test]
fn files_straight_in_data_and_files_that_are_no_tables() {
    let portal = portal();
    portal.write("data/Gasto 2024.csv", b"a,b\n1,2\n");
    portal.write(
        "data/mapa/LEEME.txt",
        "Estos datos: de prueba.\nContacto: la oficina.\n".as_bytes(),
    );
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["calles.shp", "calles.prj"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(b"x").unwrap();
    }
    portal.write("data/mapa/calles.zip", &zip.finish().unwrap().into_inner());
    let site = portal.build();
    assert_eq!(
        site.text("datasets/gasto-2024/gasto-2024.csv"),
        "a,b\r\n1,2\r\n"
    );
    let package = site.json("datasets/mapa/datapackage.json");
    let paths: Vec<&str> = package["resources"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|r| r["path"].as_str())
        .collect();
    assert_eq!(paths, ["original/LEEME.txt", "original/calles.zip"]);
}

#[test]
fn a_dataset_of_many_files_has_a_list_of_several_pages() {
    let portal = portal();
    portal.write(
        "data/meses/dataset.md",
        b"---\ntitle: Por mes\nsummary: Un archivo por mes.\n---\nTexto.\n",
    );
    for month in 0..360 {
        let path = format!(
            "data/meses/{}.{:02}_mes.csv",
            1990 + month / 12,
            month % 12 + 1
        );
        portal.write(&path, format!("dia,valor\n1,{month}\n").as_bytes());
    }
    let site = portal.build();
    let files = site.files();
    let lists: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("datasets/meses/index"))
        .collect();
    let html = |end: &str| lists.iter().filter(|path| path.ends_with(end)).count();
    assert!(html(".html") > 1, "{lists:?}");
    let linked = |name: &str| {
        lists
            .iter()
            .any(|path| path.ends_with(".html") && site.text(path).contains(name))
    };
    assert!(
        linked("1990-01-mes.csv") && linked("2019-12-mes.csv"),
        "whole stems name the tables"
    );
    assert_eq!(
        site.text("datasets/meses/1990-02-mes.csv").lines().last(),
        Some("1,1")
    );
}

#[test]
fn two_files_of_one_name_never_share_an_address() {
    let portal = portal();
    portal.write("data/x/2019/datos.csv", b"a,b\n1,2\n");
    portal.write("data/x/2020/datos.csv", b"a,b\n3,4\n");
    let site = portal.build();
    for (path, row) in [("2019-datos.csv", "1,2"), ("2020-datos.csv", "3,4")] {
        let csv = site.text(&format!("datasets/x/{path}"));
        assert_eq!(csv.lines().last(), Some(row), "{path}");
    }
    portal.write("data/x/2020 datos.csv", b"a,b\n5,6\n");
    assert!(
        portal.build().codes().contains(&"repeated-id"),
        "names that meet in the end are an error"
    );
}

#[test]
fn pages_of_other_generators_are_read_and_bring_their_facts() {
    let portal = portal();
    let hugo = "+++\ntitle = \"Aviso\"\ndate = 2021-02-03T10:00:00Z\nweight = 3\nmenu = \"main\"\n[taxonomies]\ntags = [\"a\"]\n\
        [extra]\nautor = \"Oficina\"\nlista = [\"uno\", \"dos\"]\n+++\n[Otro](@/avisos/otro.md).\n";
    let json = "{\n  \"title\": \"Otro\",\n  \"weight\": 3\n}\n\nTexto de otro.\n";
    portal.write("content/avisos/otro.md", json.as_bytes());
    portal.write("content/avisos/aviso.md", hugo.as_bytes());
    portal.write(
        "content/avisos/_index.md",
        "---\ntitle: Avisos\n---\n".as_bytes(),
    );
    let jkan = "---\nlayout: dataset\nnotes: \"Una línea\nque sigue al margen\"\nresources:\n- name: A\n  url: https://a.example/\nsource: null\n---\n\
        # Calles\n\nTexto.\n";
    portal.write("content/_datasets/Calles de la ciudad.md", jkan.as_bytes());
    portal.write("content/_datasets/otra.md", jkan.as_bytes());
    portal.write(
        "content/borrador.md",
        "---\ntitle: No\ndraft: true\n---\nSecreto.\n".as_bytes(),
    );
    let site = portal.build();
    let unknown = site
        .codes()
        .iter()
        .filter(|code| **code == "unknown-fact")
        .count();
    assert_eq!(
        unknown,
        7,
        "date, weight, taxonomies, layout, notes, resources and source, once each: {:?}",
        site.codes()
    );
    assert!(site.text("avisos/index.html").contains("Avisos"));
    assert!(site.text("avisos/aviso.html").contains("uno, dos"));
    assert!(
        site.text("avisos/aviso.html")
            .contains("href=\"otro.html\""),
        "Zola's link from the root is followed"
    );
    let other = site.text("avisos/otro.html");
    assert!(
        other.contains("<h1>Otro</h1>")
            && other.contains("Texto de otro.")
            && !other.contains("\"title\": ")
    );
    let page = site.text("datasets/calles-de-la-ciudad.html");
    assert_eq!(page.matches("<h1>").count(), 1);
    assert!(page.contains("<h1>Calles</h1>") && page.matches("Calles").count() >= 2);
    assert!(!site.files().keys().any(|path| path.contains("borrador")));
}

#[test]
fn what_stands_under_extra_is_shown_and_exported_in_both_themes() {
    let portal = portal();
    let facts = "---\ntitle: Agua\nstart: 2022\nend: 2023\ncolor: azul\nextra:\n  partida: 3.10\n---\n## Problema\n\nTexto.\n";
    portal.write("content/commitments/EJ0001.md", facts.as_bytes());
    for theme in ["claro", "llano"] {
        portal.write(
            "tragaluz.toml",
            format!("{SETTINGS}[theme]\nname = \"{theme}\"\n").as_bytes(),
        );
        let site = portal.build();
        let page = site.text("commitments/ej0001.html");
        assert!(
            says(&page, "partida") && says(&page, "3.10") && !page.contains("azul"),
            "{theme}"
        );
        let facts = site.json("commitments/ej0001.json");
        assert_eq!(facts["extra"]["es"], json!({ "partida": "3.10" }));
        assert!(facts.get("color").is_none());
        assert!(
            !site.text("index.txt").contains("~~"),
            "no mark is left in a text edition"
        );
    }
}

/// The first finding of a code, as a text.
fn first_of(site: &BuiltPortal, code: &str) -> String {
    site.findings
        .iter()
        .find(|d| d.code.id == code)
        .map(|d| format!("{d:?}"))
        .unwrap_or_default()
}

#[test]
fn whole_numbers_with_a_fraction_of_zeros_are_published_as_their_descriptor_says() {
    let portal = portal();
    let package = json!({ "name": "x", "resources": [
        { "name": "towns", "path": "towns.csv", "schema": { "fields": [
            { "name": "code", "type": "integer", "constraints": { "minimum": 1.0, "enum": [1, 2, 10] } },
            { "name": "any", "type": "any" },
            { "name": "day", "type": "date", "format": "any" },
        ], "primaryKey": "code" } },
        { "name": "visits", "path": "visits.csv", "schema": {
            "fields": [{ "name": "town", "type": "integer" }, { "name": "n", "type": "integer" }],
            "foreignKeys": [{ "fields": "town", "reference": { "resource": "towns", "fields": "code" } }],
        } },
    ] });
    portal.write("data/x/datapackage.json", package.to_string().as_bytes());
    portal.write(
        "data/x/towns.csv",
        b"code,any,day\n1,x,2020-01-02\n2,3.10,03/04/2020\n10,,\n",
    );
    // As pandas writes whole numbers of a column with gaps.
    portal.write("data/x/visits.csv", b"town,n\n1.0,7\n10.0,8\n,9\n");
    let site = portal.build();
    assert_eq!(odd(&site), Vec::<&str>::new(), "{:#?}", site.findings);
    let text = |path: &str| site.text(path).replace('\r', "");
    assert_eq!(
        text("datasets/x/visits.csv").trim_start_matches('\u{feff}'),
        "town,n\n1,7\n10,8\n,9\n"
    );
    assert_eq!(
        site.text("datasets/x/original/visits.csv"),
        "town,n\n1.0,7\n10.0,8\n,9\n"
    );
    assert!(
        text("datasets/x/towns.csv").contains("2,3.10,03/04/2020"),
        "what may be anything stays as it is"
    );
    assert_eq!(site.json("datasets/x/visits.json")[1]["town"], 10);
    let made = site.json("datasets/x/datapackage.json");
    let fields = |name: &str| {
        let all = made["resources"].as_array().unwrap();
        all.iter().find(|r| r["name"] == name).unwrap()["schema"]["fields"].clone()
    };
    assert_eq!(fields("visits")[0]["type"], "integer");
    assert_eq!(
        (
            &fields("towns")[0]["constraints"]["minimum"],
            &fields("towns")[1]["type"]
        ),
        (&json!("1"), &json!("any"))
    );
    // A fraction that says something is none of a whole number.
    portal.write("data/x/visits.csv", b"town,n\n1.0,7\n10.0,8.5\n");
    assert!(portal.build().codes().contains(&"data-not-of-type"));
}

#[test]
fn data_that_stand_in_a_descriptor_are_tables() {
    let portal = portal();
    let package = "name: y\ntitle: Inline\ndescription: De prueba.\ncreated: 2024-03-04T05:06:07.891+02:00\nmore: {a: [1]}\n\
        resources:\n\
        - name: objects\n  more: x\n  data:\n  - {code: \"01\", n: 1.5}\n  - {code: \"02\", n: 2.5}\n\
        - name: lists\n  data: [[a, b], [1, x], [2, \"y,z\"]]\n\
        - name: text\n  format: csv\n  data: |\n    a;b\n    1;2,5\n    3;4,5\n\
        - name: ints\n  data: [{k: 10.0, b: true}, {k: 11.0, b: null}]\n\
        \u{20} schema: {fields: [{name: k, type: integer, more: 1}, {name: b, type: boolean}]}\n\
        - name: places\n  format: geojson\n  data: {type: FeatureCollection, features: [{type: Feature, properties: {n: a}, \
        geometry: {type: Point, coordinates: [1.5, 2]}}]}\n\
        - name: none\n  data: []\n";
    portal.write("data/y/datapackage.yaml", package.as_bytes());
    let site = portal.build();
    assert_eq!(
        odd(&site),
        ["missing-fact"],
        "an empty list is told, and the rest is published: {:#?}",
        site.findings
    );
    let text = |name: &str| {
        site.text(&format!("datasets/y/{name}.csv"))
            .replace('\r', "")
    };
    let ends_with =
        |name: &str, rows: &str| assert!(text(name).ends_with(rows), "{name}: {}", text(name));
    ends_with("objects", "code,n\n01,1.5\n02,2.5\n");
    ends_with("lists", "a,b\n1,x\n2,\"y,z\"\n");
    ends_with("text", "a,b\n1,2.5\n3,4.5\n");
    ends_with("ints", "k,b\n10,true\n11,\n");
    assert_eq!(site.json("datasets/y.json")["issued"], "2024-03-04");
    // What stands in quotation marks is text, and what does not is what it looks like.
    let rows = site.json("datasets/y/objects.json");
    assert!(
        rows[0]["code"] == "01" && rows[1]["n"].is_number(),
        "{rows}"
    );
    assert!(
        text("places").contains("\"\"coordinates\"\":[1.5,2]"),
        "{}",
        text("places")
    );
}

#[test]
fn a_file_elsewhere_is_in_each_catalog_that_can_hold_it_under_a_name_of_its_own() {
    let portal = portal();
    let package = json!({ "name": "a", "title": "A", "description": "De prueba.", "created": "2024-01-02T00:00:00Z", "resources": [
        { "name": "censo", "path": "https://otra.example/censo.csv", "format": "csv", "bytes": 120, "hash": format!("sha256:{}", "a1".repeat(32)) },
        { "name": "varios", "path": ["https://otra.example/1.csv", "https://otra.example/2.csv"] },
        { "path": "https://otra.example/datos?id=3" },
    ] });
    portal.write("data/a/datapackage.json", package.to_string().as_bytes());
    let site = portal.build();
    assert_eq!(odd(&site), Vec::<&str>::new(), "{:#?}", site.findings);
    let croissant = site.json("datasets/a/croissant.json");
    let files = croissant["distribution"].as_array().unwrap();
    assert_eq!(files.len(), 1, "without a checksum no file can be in it");
    assert_eq!(
        (&files[0]["contentUrl"], &files[0]["encodingFormat"]),
        (&json!("https://otra.example/censo.csv"), &json!("text/csv"))
    );
    let made = site.json("datasets/a/datapackage.json");
    let names: Vec<&str> = made["resources"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|r| r["name"].as_str())
        .collect();
    assert_eq!(names, ["censo", "varios", "varios-2", "datos"]);
    // Its type and size are known, and nobody knows whether it answers: 80 of 405 points.
    let lost = site
        .findings
        .iter()
        .find(|d| d.code.id == "metadata-missing" && format!("{d:?}").contains("\"file\""));
    assert!(says(&format!("{lost:?}"), "80"), "{lost:?}");
}

#[test]
fn no_two_datasets_are_known_by_one_identifier() {
    let portal = portal();
    let facts = |title: &str, id: &str| {
        format!(
            "---\ntitle: {title}\nsummary: De prueba.\nmodified: 2024-01-02\nidentifier: {id}\n---\n"
        )
    };
    for (name, id) in [
        ("uno", "https://doi.org/10.5281/ZENODO.1"),
        ("dos", "doi:10.5281/zenodo.1"),
        ("tres", "UNO"),
        ("seis", "urn:uuid:6"),
    ] {
        portal.write(
            &format!("data/{name}/dataset.md"),
            facts(name, id).as_bytes(),
        );
        portal.write(&format!("data/{name}/t.csv"), b"a,b\n1,2\n");
    }
    let site = portal.build();
    assert_eq!(
        odd(&site),
        ["identifier-shared", "identifier-shared"],
        "{:#?}",
        site.findings
    );
    let id = |name: &str| site.json(&format!("datasets/{name}/datapackage.json"))["id"].clone();
    // In the order of their folders: the first keeps it.
    assert_eq!(id("dos"), "doi:10.5281/zenodo.1");
    assert_eq!(id("uno"), "https://datos.example/datasets/uno/index.html");
    assert_eq!(id("tres"), "https://datos.example/datasets/tres/index.html");
    assert!(
        site.text("datasets/dos/citation.bib")
            .contains("doi = {10.5281/zenodo.1}")
    );
    assert!(
        site.text("datasets/dos/citation.csl.json")
            .contains("\"DOI\": \"10.5281/zenodo.1\"")
    );
    assert!(
        site.text("datasets/seis/citation.ris")
            .contains("AN  - urn:uuid:6")
    );
    assert!(
        site.text("datasets/dos/index.html")
            .contains("doi:10.5281/zenodo.1")
    );
    assert!(!site.text("datasets/uno/citation.bib").contains("doi ="));
}

#[test]
fn texts_beside_declared_files_are_offered_and_everything_else_is_named() {
    let portal = portal();
    let package = json!({ "name": "precios", "title": "Precios", "resources": [{ "name": "license", "path": "data/precios.csv" }] });
    portal.write(
        "data/precios/datapackage.json",
        package.to_string().as_bytes(),
    );
    portal.write(
        "data/precios/data/precios.csv",
        b"mes,precio\n2020-01,3.10\n",
    );
    for path in [
        "README.md",
        "LICENSE",
        "CITATION.cff",
        "data/LEEME.txt",
        "scripts/README.md",
        "scripts/process.py",
        "informe.pdf",
    ] {
        portal.write(
            &format!("data/precios/{path}"),
            "Un texto | de prueba.\na | b\n".as_bytes(),
        );
    }
    let site = portal.build();
    assert_eq!(odd(&site), ["file-unread"], "{:#?}", site.findings);
    let named = first_of(&site, "file-unread");
    assert!(
        named.contains("informe.pdf, scripts/README.md, scripts/process.py\""),
        "{named}"
    );
    let files = site.files();
    for name in ["README.md", "LICENSE", "CITATION.cff", "LEEME.txt"] {
        assert!(
            files.contains_key(&format!("datasets/precios/original/{name}")),
            "{name}"
        );
        assert!(
            site.text("datasets/precios/index.html")
                .contains(&format!("original/{name}")),
            "{name}"
        );
    }
    assert!(!files.contains_key("datasets/precios/original/process.py"));
    assert_eq!(
        site.text("datasets/precios/license.csv").lines().last(),
        Some("2020-01,3.10"),
        "a table keeps its name from a text beside it"
    );
}

#[test]
fn facts_under_a_name_that_is_nearly_right_are_no_table() {
    let portal = portal();
    portal.write("data/y/dataset.md.txt", b"---\ntitle: Y\nmore: 1\n---\n");
    portal.write("data/y/t.csv", b"a,b\n1,2\n");
    let site = portal.build();
    assert_eq!(odd(&site), ["file-unread"]);
    assert!(!site.files().keys().any(|path| path.contains("dataset-md")));
}

#[test]
fn workbooks_straight_in_data_and_maps_of_several_files_are_datasets() {
    let portal = portal();
    let page = "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>";
    portal.write("data/Presupuesto_2024.xls", page.as_bytes());
    portal.write(
        "data/Libro.xlsx",
        include_bytes!("../../crates/tables/tests/workbooks/sheet.xlsx"),
    );
    for ending in ["shp", "shx", "dbf", "prj", "cpg", "shp.xml"] {
        portal.write(&format!("data/calles/calles.{ending}"), b"\x00\x01x");
    }
    portal.write("data/indicator_1-1-1.csv", b"Year,Value\n2015,12.5\n");
    let site = portal.build();
    assert!(!site.site.manifest.is_empty(), "{:#?}", site.findings);
    let files = site.files();
    assert!(files.contains_key("datasets/presupuesto_2024/presupuesto-2024.csv"));
    assert!(site.text("datasets/libro/libro.csv").lines().count() > 1);
    for ending in ["shp", "shp.xml", "cpg"] {
        assert!(
            files.contains_key(&format!("datasets/calles/original/calles.{ending}")),
            "{ending}"
        );
    }
    // A name keeps its underscore, and all that belongs to a dataset is in one folder.
    let package = site.json("datasets/indicator_1-1-1/datapackage.json");
    assert_eq!(package["resources"][0]["path"], "indicator-1-1-1.csv");
}

/// A data folder and its pages as Open SDG has them: metadata without titles, a table an indicator.
#[test]
fn a_folder_of_open_sdg_is_read() {
    let portal = portal();
    for (number, text) in [
        ("1-1-1", "# Pobreza extrema\n\nLa parte de la población.\n"),
        ("3-2-1", ""),
        ("4-1-1", "Texto.\n"),
    ] {
        let facts = format!(
            "---\ndata_non_statistical: false\ngoal_meta_link: https://stats.example/{number}.pdf\ngraph_type: line\n\
             graph_limits:\n- unit: ''\n  minimum: 0\nindicator_number: {}\npermalink: /{number}/\npublished: true\n\
             reporting_status: complete\nsdg_goal: '{}'\nsource_active_1: true\nsource_organisation_1: \"Encuesta\nde hogares\"\n\
             tags: []\n---\n{text}",
            number.replace('-', "."),
            &number[..1]
        );
        portal.write(&format!("content/meta/{number}.md"), facts.as_bytes());
        let table = "Year,Sexo,Units,Value\n2015,,Por ciento,12.5\n2016,,Por ciento,11\n2015,Mujeres,Por ciento,\n";
        portal.write(&format!("data/indicator_{number}.csv"), table.as_bytes());
    }
    let site = portal.build();
    assert!(!site.site.manifest.is_empty(), "{:#?}", site.findings);
    let mut strange: Vec<String> = Vec::new();
    for found in site.findings.iter().filter(|d| d.code.id == "unknown-fact") {
        assert_eq!(found.severity, tragaluz::diag::Severity::Warning);
        strange.push(format!(
            "{:?}",
            found.args.iter().find(|(name, _)| *name == "name")
        ));
    }
    assert!(strange.len() > 8, "{strange:?}");
    let told = strange.len();
    strange.sort();
    strange.dedup();
    assert_eq!(
        strange.len(),
        told,
        "each name is told once for the whole portal"
    );
    assert!(
        site.text("meta/1-1-1.html")
            .contains("<h1>Pobreza extrema</h1>")
    );
    assert!(site.text("meta/3-2-1.html").contains("<h1>3 2 1</h1>"));
    assert!(
        site.text("datasets/indicator_3-2-1/index.html")
            .contains("indicator-3-2-1.csv")
    );
    assert!(
        site.text("datasets/indicator_3-2-1/indicator-3-2-1.csv")
            .contains("2015,Mujeres,Por ciento,")
    );
}

#[test]
fn facts_that_the_program_does_not_know_reach_the_templates_of_both_engines() {
    let portal = portal();
    portal.write(
        "content/aviso.md",
        b"---\ntitle: Aviso\ncolor: azul\nlugar:\n  piso: 3.10\n---\nTexto.\n",
    );
    let template = "{% extends \"base.html\" %}{% block body %}<p>{{ page.facts.color }} {{ page.facts.lugar.piso }}</p>{% endblock %}";
    for theme in ["claro", "llano"] {
        portal.write(
            "tragaluz.toml",
            format!("{SETTINGS}[theme]\nname = \"{theme}\"\n").as_bytes(),
        );
        portal.write(
            &format!("themes/{theme}/templates/page.html"),
            template.as_bytes(),
        );
        let site = portal.build();
        assert!(
            !site.site.manifest.is_empty(),
            "{theme}: {:#?}",
            site.findings
        );
        assert!(
            site.text("aviso.html").contains("<p>azul 3.10</p>"),
            "{theme}"
        );
    }
}

#[test]
fn a_slip_in_the_name_of_a_fact_stays_an_error_and_only_extra_is_exported() {
    let portal = portal();
    for (slip, meant) in [
        ("titel: Otro", "title"),
        ("sumary: Algo", "summary"),
        ("updatd: 2024-01-02", "updated"),
    ] {
        portal.write(
            "content/aviso.md",
            format!("---\ntitle: Aviso\n{slip}\n---\nTexto.\n").as_bytes(),
        );
        let site = portal.build();
        let found = first_of(&site, "unknown-fact");
        assert!(
            site.site.manifest.is_empty() && found.contains(meant),
            "{slip}: {found}"
        );
    }
    portal.write("content/aviso.md", b"---\ntitle: Aviso\n---\nTexto.\n");
    let facts = "---\ntitle: Agua\nstart: 2022\nend: 2023\ncolor: azul\nextra:\n  partida: 3.10\n---\n## Problema\n\nTexto.\n";
    portal.write("content/commitments/EJ0001.md", facts.as_bytes());
    let register = portal
        .build()
        .text("datasets/register-commitments/commitments.csv");
    let header = register.lines().next().unwrap_or_default();
    assert!(
        header.split(',').any(|name| name.trim() == "extra"),
        "{register}"
    );
    assert!(
        register.contains("\"{\"\"partida\"\":\"\"3.10\"\"}\"") && !register.contains("azul"),
        "{register}"
    );
}

#[test]
fn further_properties_may_stand_anywhere_in_a_package() {
    let portal = portal();
    let package = json!({
        "name": "x", "title": "X", "x": [1, { "y": null }],
        "licenses": [{ "name": "ODC-PDDL-1.0", "uri": "x", "version": 2 }],
        "sources": [{ "title": "Banco", "email": "x", "note": { "a": 1 } }],
        "contributors": [{ "title": "Instituto", "roles": ["publisher"], "orcid": "0" }],
        "views": [{ "name": "g", "spec": { "type": "line" } }],
        "resources": [{
            "name": "t", "path": "t.csv", "x": 1, "hash": "", "stats": { "rows": 2.0 },
            "dialect": { "delimiter": ",", "csvddfVersion": 1.2, "x": {} },
            "schema": {
                "fields": [
                    { "name": "a", "type": "integer", "rdfType": "x", "x": 1, "constraints": { "required": true, "x": 1 } },
                    { "name": "b", "type": "string", "format": "default", "x": [] },
                ],
                "missingValues": ["", "-"], "x": 1,
                "foreignKeys": [{ "fields": "a", "x": 1, "reference": { "resource": "", "fields": "a", "x": 1 } }],
            },
        }],
    });
    portal.write("data/x/datapackage.json", package.to_string().as_bytes());
    portal.write("data/x/t.csv", b"a,b\n1,-\n2,y\n");
    let site = portal.build();
    assert_eq!(odd(&site), Vec::<&str>::new(), "{:#?}", site.findings);
    assert_eq!(site.text("datasets/x/t.csv").lines().last(), Some("2,y"));
}
