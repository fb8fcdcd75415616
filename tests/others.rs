//! Packages, folders and pages that were made for other programs, and what comes of them here.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

mod site;

use serde_json::{Value, json};
use site::Portal;
use std::io::Write;

const SETTINGS: &str = "[portal]\ntitle = \"Portal\"\nlanguages = [\"es\"]\nbase_url = \"https://datos.example/\"\n\
    [publisher]\nname = \"Oficina\"\n[contact]\nname = \"Mesa\"\nemail = \"mesa@datos.example\"\n\
    [licence]\nname = \"CC-BY-4.0\"\n[formats]\ndownloads = [\"csv\", \"json\"]\n";

fn portal() -> Portal {
    let portal = Portal::new();
    portal.write("tragaluz.toml", SETTINGS.as_bytes());
    portal
}

fn json_of(site: &site::Built, path: &str) -> Value {
    serde_json::from_str(&site.text(path)).unwrap()
}

/// Warnings and errors, without what is only missing.
fn odd(site: &site::Built) -> Vec<&'static str> {
    let mut codes = site.codes();
    codes.retain(|code| !matches!(*code, "metadata-missing" | "licence-unknown"));
    codes
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
    portal.write("data/paises/datapackage.json", package.to_string().as_bytes());
    portal.write("data/paises/data/paises.csv", "codigo;poblacion\nMX;126\nGT;18\n".as_bytes());
    portal.write("data/paises/dialect.json", br#"{"delimiter": ";", "more": 1}"#);
    let schema = json!({ "fields": [
        { "name": "codigo", "type": "string", "kind": "key" },
        { "name": "poblacion", "type": "integer", "title": "Población", "constraints": { "minLength": 1.0 } },
    ], "primaryKey": "codigo" });
    portal.write("data/paises/schema.json", schema.to_string().as_bytes());
    let site = portal.build();
    assert_eq!(odd(&site), ["reference-absent"], "the absent file is told, and nothing else is odd");
    let made = json_of(&site, "datasets/paises/datapackage.json");
    assert_eq!(made["id"], "https://doi.org/10.5281/zenodo.1234");
    let named = |name: &str| made["resources"].as_array().unwrap().iter().find(|r| r["name"] == name).cloned();
    assert_eq!(named("paises").unwrap()["schema"]["fields"][1]["title"], "Población");
    assert_eq!(named("lejos").unwrap()["path"], "https://otra.example/datos/censo%202020.csv");
    assert!(named("falta").is_none() && site.text("datasets/paises/claves.csv").contains("02,dos"));
    assert!(site.text("datasets/paises/index.html").contains("href=\"https://otra.example/datos/censo%202020.csv\""));
    for catalog in
        ["data.json", "catalog.ttl", "catalog.jsonld", "dcat-us-3.json", "catalog.json", "datasets/paises.json"]
    {
        let text = site.text(catalog);
        assert!(text.contains("10.5281/zenodo.1234"), "{catalog} has no identifier");
        assert!(text.contains("otra.example/datos/censo%202020.csv"), "{catalog} does not have the file elsewhere");
    }
}

#[test]
fn a_package_that_this_program_wrote_builds_again() {
    let first = portal();
    let facts = "---\ntitle: Obras\nsummary: De prueba.\nmodified: 2024-02-01\nkeywords: [obras]\ntemporal: {start: 2020, end: 2023}\n\
        spatial: {name: Toluca}\n---\nTexto.\n";
    first.write("data/obras/dataset.md", facts.as_bytes());
    first.write("data/obras/obras.csv", b"clave,fecha\n01,2024-01-02\n02,2024-02-03\n");
    let made = first.build();
    let second = portal();
    second.write("data/otras/datapackage.json", made.text("datasets/obras/datapackage.json").as_bytes());
    second.write("data/otras/obras.csv", made.text("datasets/obras/obras.csv").as_bytes());
    let again = second.build();
    assert_eq!(odd(&again), Vec::<&str>::new());
    let package = json_of(&again, "datasets/otras/datapackage.json");
    assert_eq!(package["title"], "Obras");
    assert_eq!(package["resources"][0]["schema"]["fields"][1]["type"], "date");
}

#[test]
fn files_straight_in_data_and_files_that_are_no_tables() {
    let portal = portal();
    portal.write("data/Gasto 2024.csv", b"a,b\n1,2\n");
    portal.write("data/mapa/LEEME.txt", "Estos datos: de prueba.\nContacto: la oficina.\n".as_bytes());
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["calles.shp", "calles.prj"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(b"x").unwrap();
    }
    portal.write("data/mapa/calles.zip", &zip.finish().unwrap().into_inner());
    let site = portal.build();
    assert!(site.text("datasets/gasto-2024/gasto-2024.csv").contains('1'), "{:?}", site.codes());
    let package = json_of(&site, "datasets/mapa/datapackage.json");
    let paths: Vec<&str> = package["resources"].as_array().unwrap().iter().filter_map(|r| r["path"].as_str()).collect();
    assert_eq!(paths, ["original/LEEME.txt", "original/calles.zip"]);
}

#[test]
fn a_dataset_of_many_files_has_a_list_of_several_pages() {
    let portal = portal();
    portal.write("data/meses/dataset.md", b"---\ntitle: Por mes\nsummary: Un archivo por mes.\n---\nTexto.\n");
    for month in 0..360 {
        let path = format!("data/meses/{}.{:02}_mes.csv", 1990 + month / 12, month % 12 + 1);
        portal.write(&path, format!("dia,valor\n1,{month}\n").as_bytes());
    }
    let site = portal.build();
    let files = site.files();
    let lists: Vec<&String> = files.keys().filter(|path| path.starts_with("datasets/meses/index")).collect();
    let html = |end: &str| lists.iter().filter(|path| path.ends_with(end)).count();
    assert!(html(".html") > 1, "{lists:?}");
    let linked = |name: &str| lists.iter().any(|path| path.ends_with(".html") && site.text(path).contains(name));
    assert!(linked("1990-01-mes.csv") && linked("2019-12-mes.csv"), "whole stems name the tables");
    assert_eq!(site.text("datasets/meses/1990-02-mes.csv").lines().last(), Some("1,1"));
}

#[test]
fn two_files_of_one_name_never_share_an_address() {
    let portal = portal();
    portal.write("data/x/2019/datos.csv", b"a,b\n1,2\n");
    portal.write("data/x/2020/datos.csv", b"a,b\n3,4\n");
    let site = portal.build();
    assert!(
        site.text("datasets/x/2019-datos.csv").contains("1,2")
            && site.text("datasets/x/2020-datos.csv").contains("3,4")
    );
    portal.write("data/x/2020 datos.csv", b"a,b\n5,6\n");
    assert!(portal.build().codes().contains(&"repeated-id"), "names that meet in the end are an error");
}

#[test]
fn pages_of_other_generators_are_read_and_bring_their_facts() {
    let portal = portal();
    let hugo = "+++\ntitle = \"Aviso\"\ndate = 2021-02-03T10:00:00Z\nweight = 3\nmenu = \"main\"\n[taxonomies]\ntags = [\"a\"]\n\
        [extra]\nautor = \"Oficina\"\nlista = [\"uno\", \"dos\"]\n+++\nTexto.\n";
    portal.write("content/avisos/aviso.md", hugo.as_bytes());
    portal.write("content/avisos/_index.md", "---\ntitle: Avisos\n---\n".as_bytes());
    let jkan = "---\nlayout: dataset\nnotes: \"Una línea\nque sigue al margen\"\nresources:\n- name: A\n  url: https://a.example/\nsource: null\n---\n\
        # Calles\n\nTexto.\n";
    portal.write("content/_datasets/Calles de la ciudad.md", jkan.as_bytes());
    portal.write("content/_datasets/otra.md", jkan.as_bytes());
    portal.write("content/borrador.md", "---\ntitle: No\ndraft: true\n---\nSecreto.\n".as_bytes());
    let site = portal.build();
    let unknown = site.codes().iter().filter(|code| **code == "unknown-fact").count();
    assert_eq!(
        unknown,
        7,
        "date, weight, taxonomies, layout, notes, resources and source, once each: {:?}",
        site.codes()
    );
    assert!(site.text("avisos/index.html").contains("Avisos"));
    assert!(site.text("avisos/aviso.html").contains("uno, dos"));
    let page = site.text("datasets/calles-de-la-ciudad.html");
    assert_eq!(page.matches("<h1>").count(), 1);
    assert!(page.contains("<h1>Calles</h1>") && page.matches("Calles").count() >= 2);
    assert!(!site.files().keys().any(|path| path.contains("borrador")));
}

#[test]
fn what_stands_under_extra_is_shown_and_exported_in_both_themes() {
    let portal = portal();
    let facts =
        "---\ntitle: Agua\nstart: 2022\nend: 2023\ncolor: azul\nextra:\n  partida: 3.10\n---\n## Problema\n\nTexto.\n";
    portal.write("content/commitments/EJ0001.md", facts.as_bytes());
    for theme in ["claro", "llano"] {
        portal.write("tragaluz.toml", format!("{SETTINGS}[theme]\nname = \"{theme}\"\n").as_bytes());
        let site = portal.build();
        let page = site.text("commitments/ej0001.html");
        assert!(page.contains("partida") && page.contains("3.10") && !page.contains("azul"), "{theme}");
        let facts = json_of(&site, "commitments/ej0001.json");
        assert_eq!(facts["extra"]["es"], json!({ "partida": "3.10" }));
        assert!(facts.get("color").is_none());
        assert!(!site.text("index.txt").contains("~~"), "no mark is left in a text edition");
    }
}
