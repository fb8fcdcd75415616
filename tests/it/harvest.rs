//! What is published, read by the libraries of those who read it: `tests/conformance/harvest.py` over this portal and
//! over three unlike ones.
//!
//! Needs Python with what `tests/conformance/requirements.txt` names: `TRAGALUZ_PYTHON`, else the folder that `.ci/run`
//! makes (`~/.cache/tragaluz-conformance`). `TRAGALUZ_CKAN` names a
//! Python with CKAN's DCAT extension, whose parser reads the catalogs too.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files and reads what CI asks for"
)]

use crate::driver::{
    Portal, SETTINGS, Tool, own_portal, python_with_ckan, python_with_readers, repository, require,
};
use std::path::{Path, PathBuf};
use std::process::Command;
use tragaluz::Options;

/// Finds the Python that reads the site; where there is none, or CKAN's parser is absent, that is noted.
fn python() -> Option<PathBuf> {
    require(Tool::HARVESTERS, python_with_readers())
}

/// Reads a built site; fails with everything that was wrong.
fn read(python: &Path, out: &Path, base: &str) {
    read_with(python, out, base, "0");
}

/// The same, with the least score of 405 that data.europa.eu has to give its metadata.
fn read_with(python: &Path, out: &Path, base: &str, least: &str) {
    let script = repository("tests/conformance/harvest.py");
    let mut command = Command::new(python);
    command
        .arg(script)
        .arg(out)
        .args(["--base-url", base, "--mqa", least]);
    if let Some(ckan) = require(Tool::CKAN, python_with_ckan()) {
        command.arg("--ckan").arg(ckan);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn this_portal() {
    let Some(python) = python() else { return };
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("public");
    let built = own_portal(&out, Options::default());
    built.assert_published();
    read(&python, &out, "https://tragaluz.example/");
}

/// A title, an address and a CSV: nothing else is known, and nothing is made up.
#[test]
fn the_bare_minimum() {
    let Some(python) = python() else { return };
    let settings =
        "[portal]\ntitle = \"X\"\nlanguages = [\"es\"]\nbase_url = \"https://bare.example/p/\"\n";
    let portal = Portal::new()
        .file("tragaluz.toml", settings)
        .file("data/x/x.csv", "a,b\n1,2\n");
    let built = portal.build();
    built.assert_published();
    assert!(
        !built.site.manifest.contains_key("data.json"),
        "harvesters would refuse what is in it"
    );
    read(
        &python,
        &portal.root().join("public"),
        "https://bare.example/p/",
    );
}

/// Where every fact is given, data.europa.eu's assessment has nothing left to ask.
#[test]
fn full_metadata_scores_405_of_405() {
    let Some(python) = python() else { return };
    let facts = "---\ntitle: Pozos\nsummary: Los pozos del municipio y su profundidad.\nkeywords: [agua, pozos]\ntheme: ENVI\n\
                 issued: 2020-01-01\nmodified: 2024-01-01\nfrequency: annual\nspatial: {name: México, code: MEX, \
                 geonames: \"https://sws.geonames.org/3996063/\", bbox: [-118.4, 14.53, -86.7, 32.72]}\n\
                 conforms_to: \"https://standards.example/pozos#2\"\ntemporal: {start: 2019, end: 2023}\nseries: pozos\n---\n";
    // The area of the registers.
    let collections = "[spatial]\nname = \"México\"\ncode = \"MEX\"\ngeonames = \"https://sws.geonames.org/3996063/\"\n\
                       bbox = [-118, 14, -86, 33]\n\
                       [series.pozos]\ntitle = \"Pozos\"\n[services.pozos]\ntitle = \"Consulta\"\n\
                       endpoint = \"https://api.test.example/\"\nformat = \"json\"\ndatasets = [\"pozos\"]\n";
    let portal = Portal::new()
        .file("tragaluz.toml", &format!("{SETTINGS}{collections}"))
        .file("data/pozos/dataset.md", facts)
        .file("data/pozos/pozos.csv", "pozo,metros\n1,20\n2,35\n");
    let built = portal.build();
    built.assert_published();
    read_with(
        &python,
        &portal.root().join("public"),
        "https://test.example/p/",
        "405",
    );
}

#[test]
fn two_thousand_datasets() {
    let Some(python) = python() else { return };
    let settings = format!(
        "{}[formats]\ndownloads = [\"csv\"]\n",
        SETTINGS.replace("\"es\", \"en\"", "\"es\"")
    )
    .replace("{ es = \"Prueba\", en = \"Test\" }", "\"Prueba\"")
    .replace(
        "{ es = \"Un portal de prueba.\", en = \"A portal to test with.\" }",
        "\"Un portal de prueba.\"",
    );
    let ids: Vec<String> = (0..2_000).map(|i| format!("\"d{i:04}\"")).collect();
    let collections = format!(
        "[series.all]\ntitle = \"Todos\"\ndescription = \"Un conjunto por municipio.\"\n\
         [services.api]\ntitle = \"Consulta\"\nendpoint = \"https://api.test.example/\"\ndatasets = [{}]\n",
        ids.join(", ")
    );
    let portal = Portal::new().file("tragaluz.toml", &format!("{settings}{collections}"));
    for i in 0..2_000 {
        let facts = format!(
            "---\ntitle: Conjunto {i}\nsummary: Lo que se sabe del municipio {i}.\nkeywords: [uno]\nmodified: 2024-01-01\n\
             theme: GOVE\nseries: all\n---\n"
        );
        portal.write(&format!("data/d{i:04}/dataset.md"), facts.as_bytes());
        portal.write(
            &format!("data/d{i:04}/t.csv"),
            format!("clave,n\n0{i},{i}\n").as_bytes(),
        );
    }
    let built = portal.build();
    built.assert_published();
    let data: serde_json::Value = serde_json::from_str(&built.text("data.json")).unwrap();
    assert_eq!(data["dataset"].as_array().unwrap().len(), 2_000);
    assert!(
        built.site.manifest.contains_key("catalog-4.json")
            && built.site.manifest.contains_key("quality/page-40.html")
    );
    read(
        &python,
        &portal.root().join("public"),
        "https://test.example/p/",
    );
}

/// Quotes, angle brackets, newlines, right-to-left, emoji and 300 characters in every field that takes words.
#[test]
fn hostile_text_in_every_field() {
    let Some(python) = python() else { return };
    let words = format!(
        "</script><script>alert('x')</script> \"q\" & <b>t</b> ]]> \u{202e}rtl\u{202c} \u{1f600} \\\\ {{{{ x }}}} %2e%2e/ =1+1 ñ {}",
        "á".repeat(220)
    );
    let quoted = serde_json::Value::from(format!("{words}\nline")).to_string();
    let one_line = serde_json::Value::from(words.as_str()).to_string();
    // With a slash or a dot it would be an address, and one that leads out of the site stops the build.
    let former = serde_json::Value::from(words.replace(['/', '.'], "|")).to_string();
    let settings = format!(
        "[portal]\ntitle = {one_line}\ndescription = {one_line}\nbase_url = \"https://test.example/p/\"\nlanguages = [\"es\", \"en\"]\n\
         [publisher]\nname = {one_line}\n[contact]\nname = {one_line}\nemail = \"datos@test.example\"\n\
         [licence]\nname = \"CC-BY-4.0\"\ntitle = {one_line}\npath = \"https://creativecommons.org/licenses/by/4.0/\"\n\
         [series.s]\ntitle = {one_line}\ndescription = {one_line}\nfrequency = \"annual\"\n\
         [services.a]\ntitle = {one_line}\ndescription = {one_line}\nendpoint = \"https://a.example/?a=1&b='2'\"\n\
         documentation = \"https://a.example/?q=%3Cb%3E&c=';x\"\nformat = {one_line}\ndatasets = [\"hostile\", \"later\"]\n\
         conforms_to = [\"https://a.example/'&b\"]\n"
    );
    let dataset = format!(
        "---\ntitle: {one_line}\nsummary: {quoted}\nkeywords: [{one_line}, \"b\"]\nmodified: 2024-01-01\nissued: 2023\n\
         version: {one_line}\nprovenance: {quoted}\nlimits: {quoted}\nrow_is: {one_line}\ndisaggregations: [{one_line}]\n\
         series: s\ntemporal: {{start: 2020, end: 2021}}\nspatial: {{name: {one_line}, code: \"MX<&>\", bbox: [170, -1e1, -170, 10]}}\nconforms_to: [\"https://a.example/'&b\"]\nsources:\n  - {{title: {one_line}, url: \"https://a.example/?a=1&b='2'\"}}\n\
         resources:\n  - name: t\n    path: t.csv\n    former: [{former}]\n    title: {one_line}\n    description: {quoted}\n    schema:\n      fields:\n        - {{name: \"a<b>\\\"&'\", type: string, title: {one_line}, description: {quoted}}}\n---\n{words}\n"
    );
    // One that no disk takes as a file's name, and one that it takes. Signs that nobody sees are in no address.
    let is_seen = |c: &char| {
        !c.is_control() && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
    };
    let page = |words: &str| {
        let seen: String = words
            .replace(['/', '.', ':', '\\'], "|")
            .chars()
            .filter(is_seen)
            .collect();
        serde_json::Value::from(format!("viejo {seen}.html"))
    };
    let [older, old] = [
        page(&format!("{words} line")),
        page(&words.chars().take(80).collect::<String>()),
    ]
    .map(|address| address.to_string());
    let commitment = format!(
        "---\ntitle: {one_line}\nsummary: {quoted}\nupdated: 2024-01-01\ninstitutions: [{{name: {one_line}}}]\n\
         former: [{old}, {older}]\nmilestones:\n  - {{number: 1, text: {quoted}, status: finished, reported: 2024-02-01}}\n---\n## {words}\n\n{words}\n"
    );
    let cell = format!("\"{}\nline\"", words.replace('"', "\"\""));
    let portal = Portal::new()
        .file("tragaluz.toml", &settings)
        .file("data/hostile/dataset.md", &dataset)
        .file(
            "data/later/dataset.md",
            &dataset.replace("start: 2020", "start: 2021"),
        )
        .file("data/later/t.csv", "\"a<b>\"\"&'\"\n1\n")
        .file(
            "data/hostile/t.csv",
            &format!("\"a<b>\"\"&'\",\u{202e}=cmd,x\n{cell},2,{cell}\n"),
        )
        .file("content/commitments/H1.md", &commitment);
    let built = portal.build();
    built.assert_published();
    read(
        &python,
        &portal.root().join("public"),
        "https://test.example/p/",
    );
}
