//! Counts of few persons: in nothing that is published is there one that a declaration keeps back, nor the file that holds it.

use crate::driver::{BuiltPortal, Portal, SETTINGS, says};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// A table in which each count that is not to be shown is a number that is nowhere else.
const COUNTS: &str = "municipio,sexo,mayores,menores,todas,porcentaje\n\
    Atlixco,mujeres,7411,7003,14414,48.5\n\
    Atlixco,hombres,7817,3,7820,31.4\n\
    Atlixco,Total,15228,7006,22234,79.9\n\
    Cholula,mujeres,4,8219,8223,11.7\n\
    Cholula,hombres,8627,8831,17458,62.9\n\
    Cholula,Total,8631,17050,25681,74.6\n\
    Total,mujeres,7415,15222,22637,61.3\n\
    Total,hombres,16444,8834,25278,88.8\n\
    Total,Total,23859,24056,47915,99.9\n\
    Ocoyucan,mujeres,9137,9341,18478,10.1\n";

const DECLARED: &str = "---\ntitle: Personas atendidas\nsummary: Cuántas.\ndisclosure:\n  counts: [mayores, menores, todas]\n  \
    totals: {municipio: [Total], sexo: [Total]}\n  total_columns: {todas: [mayores, menores]}\n  \
    hide_with: {menores: [porcentaje]}\nresources:\n  - {path: personas.csv, \
    chart: {type: bars, x: municipio, y: menores, aggregate: sum}}\n---\n\
    Vea [el archivo](personas.csv).\n";

fn portal(declared: &str) -> Portal {
    let settings = format!("{SETTINGS}[editions]\nmake = [\"epub\", \"zip\"]\n");
    Portal::new()
        .file("tragaluz.toml", &settings)
        .file("data/personas/personas.csv", COUNTS)
        .file("data/personas/dataset.md", declared)
}

/// Returns the numbers that the published CSV does not have.
fn hidden(built: &BuiltPortal) -> Vec<String> {
    let csv = built.text("datasets/personas/personas.csv");
    let cells = |text: &str| -> Vec<Vec<String>> {
        let rows = text
            .lines()
            .map(|row| row.split(',').map(str::to_owned).collect());
        rows.collect()
    };
    let (received, published) = (cells(COUNTS), cells(&csv));
    assert_eq!(received.len(), published.len(), "{csv}");
    let pairs = received.iter().flatten().zip(published.iter().flatten());
    let gone = pairs.filter(|(before, after)| before != after);
    gone.map(|(before, after)| {
        assert_eq!(after, "[c]", "{csv}");
        before.clone()
    })
    .collect()
}

/// Adds a file, and what is packed in it.
fn unpack(path: String, bytes: Vec<u8>, all: &mut BTreeMap<String, Vec<u8>>) {
    if bytes.starts_with(b"PK") {
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        for at in 0..zip.len() {
            let mut member = zip.by_index(at).unwrap();
            let mut inside = Vec::new();
            member.read_to_end(&mut inside).unwrap();
            unpack(format!("{path}/{}", member.name().unwrap()), inside, all);
        }
    } else if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut inside = Vec::new();
        let mut packed = flate2::read::MultiGzDecoder::new(&*bytes);
        packed.read_to_end(&mut inside).unwrap();
        unpack(path.trim_end_matches(".gz").to_owned(), inside, all);
    }
    all.insert(path, bytes);
}

/// Whether a number is in a text by itself, however thousands are divided in it.
fn holds(text: &str, number: &str) -> bool {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
        .collect();
    let mut found = plain.match_indices(number);
    found.any(|(at, _)| {
        let ends = [
            plain[..at].chars().next_back(),
            plain[at + number.len()..].chars().next(),
        ];
        ends.into_iter()
            .flatten()
            .all(|c| !c.is_ascii_alphanumeric() && c != '.')
    })
}

#[test]
fn nothing_that_is_published_holds_a_count_that_is_not_shown() {
    let built = portal(DECLARED).into_built();
    built.assert_published();
    let hidden: Vec<String> = hidden(&built)
        .into_iter()
        .filter(|number| number.len() > 3)
        .collect();
    assert!(hidden.len() >= 12, "{hidden:?}");
    let mut looked = BTreeMap::new();
    let mut all = BTreeMap::new();
    for (path, bytes) in built.files() {
        unpack(path, bytes, &mut all);
    }
    for (path, bytes) in all {
        let ending = path.rsplit('.').next().unwrap_or_default().to_owned();
        let text = String::from_utf8_lossy(&bytes);
        for number in &hidden {
            assert!(!holds(&text, number), "{path} holds {number}");
        }
        assert!(
            !path.contains("original/") || !path.contains("personas"),
            "{path}"
        );
        *looked.entry(ending).or_insert(0) += 1;
    }
    assert!(
        looked["html"] > 5 && looked["csv"] >= 2 && looked["xml"] > 3,
        "{looked:?}"
    );
}

#[test]
fn pages_and_descriptors_say_what_stands_in_place_of_a_count() {
    let built = portal(DECLARED).into_built();
    let page = built.text("datasets/personas/index.html");
    assert!(says(
        &page,
        "Los conteos menores de 5 no se muestran, para proteger a las personas."
    ));
    assert!(says(&page, "El archivo que se recibió no se publica."));
    assert!(
        page.contains("[c]") && !page.contains("original/"),
        "{page}"
    );
    let package = built.json("datasets/personas/datapackage.json");
    let fields = package["resources"][0]["schema"]["fields"]
        .as_array()
        .unwrap();
    let field = fields
        .iter()
        .find(|field| field["name"] == "menores")
        .unwrap();
    assert_eq!(field["type"], "integer");
    assert!(
        field["missingValues"]
            .as_array()
            .unwrap()
            .iter()
            .any(|mark| mark == "[c]")
    );
    assert!(
        field["description"]
            .as_str()
            .unwrap()
            .contains("[c]: no se muestra")
    );
    assert_eq!(built.of_code("personal-counts-hidden").len(), 1);
    assert!(
        !built
            .text("datasets/personas/index.html")
            .contains("href=\"original")
    );
}

#[test]
fn a_table_that_cannot_be_protected_is_not_published() {
    let declared = DECLARED.replace("sexo: [Total]", "sexo: [Ambos]");
    let built = portal(&declared).build();
    assert_eq!(built.of_code("personal-not-protected").len(), 1);
    assert!(built.site.manifest.is_empty(), "something was published");
}

#[test]
fn the_portal_says_how_many_are_few_where_a_dataset_does_not() {
    let few = Portal::new()
        .file(
            "tragaluz.toml",
            &format!("{SETTINGS}[privacy]\nsmall_counts = 2\nshared_by = 2\n"),
        )
        .file(
            "data/personas/personas.csv",
            "municipio,personas\nAtlixco,3\nCholula,1\nPuebla,20\n",
        )
        .file(
            "data/personas/dataset.md",
            "---\ntitle: Personas\ndisclosure: {counts: personas, dimensions: municipio}\n---\n",
        )
        .into_built();
    assert_eq!(
        few.text("datasets/personas/personas.csv").replace('\r', ""),
        "municipio,personas\nAtlixco,3\nCholula,[c]\nPuebla,20\n"
    );
}

#[test]
fn a_declaration_for_several_tables_holds_for_each_and_for_none_is_an_error() {
    let built = |counts: &str| {
        let declared =
            "---\ntitle: Personas\ndisclosure: {counts: COUNTS, dimensions: [municipio]}\n---\n";
        Portal::new()
            .file(
                "data/personas/a.csv",
                "municipio,mujeres\nAtlixco,3\nPuebla,20\n",
            )
            .file(
                "data/personas/b.csv",
                "municipio,hombres\nAtlixco,30\nPuebla,2\n",
            )
            .file(
                "data/personas/dataset.md",
                &declared.replace("COUNTS", counts),
            )
            .into_built()
    };
    let both = built("[mujeres, hombres]");
    both.assert_published();
    assert!(both.text("datasets/personas/a.csv").contains("Atlixco,[c]"));
    assert!(both.text("datasets/personas/b.csv").contains("Puebla,[c]"));
    let neither = built("[mujeres, hombre]");
    assert_eq!(neither.of_code("personal-not-protected").len(), 1);
    assert!(neither.site.manifest.is_empty());
}

#[test]
fn a_file_that_was_published_before_leads_to_the_page_that_says_why_it_is_gone() {
    let open = DECLARED.split("disclosure:").next().unwrap().to_owned() + "---\n";
    let portal = portal(&open);
    let published = tragaluz::Options {
        addresses: tragaluz::AddressPolicy::published(),
        ..tragaluz::Options::default()
    };
    portal.build_with(&published).assert_published();
    let portal = portal.file("data/personas/dataset.md", DECLARED);
    let built = portal.build_with(&published);
    built.assert_published();
    assert!(built.of_code("address-lost").is_empty());
    let page = built.text("datasets/personas/index.html");
    assert!(page.contains("href=\"personas.csv\""), "{page}");
    let redirects = built.text("_redirects");
    assert!(
        redirects.contains("datasets/personas/original/personas.csv"),
        "{redirects}"
    );
}
