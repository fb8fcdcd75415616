//! Tables with the same columns as one file: which they are, what is in it, and who tells of it.

use crate::driver::{BuiltPortal, Portal, SETTINGS};

const PAGE: &str = "---\ntitle: Ventas\nsummary: Por año.\nresources:\n  \
    - {path: ventas-2021.csv, title: Ventas de 2021}\n  - {path: ventas-2022.csv}\n  - {path: ventas-2023.csv}\n  \
    - {path: lugares.csv}\n  - {path: plazas.csv}\n  - {path: todo.csv}\n---\nVentas de fruta.\n";

/// Two tables that are alike in another order, one that is not for its type; two others; one that is called like a file of
/// several.
const FILES: &[(&str, &str)] = &[
    (
        "ventas-2021.csv",
        "fecha,fruta,kilos,Table\n13/01/2021,\"pera, verde\",\"1,200\",x\n14/01/2021,uva,30,\"dice \"\"sí\"\"\"\n",
    ),
    (
        "ventas-2022.csv",
        "kilos;Table;fecha;fruta\n7;y;2022-02-28;higo\n8;NA;2022-03-01;kiwi\n",
    ),
    (
        "ventas-2023.csv",
        "fecha,fruta,kilos,Table\n2023-05-01,lima,muchos,z\n",
    ),
    ("lugares.csv", "lugar\nNorte\nSur\n"),
    ("plazas.csv", "lugar\nCentro\n"),
    ("todo.csv", "Lugar\nEste\n"),
];

fn portal(settings: &str, page: &str, files: &[(&str, &str)]) -> BuiltPortal {
    let mut portal = Portal::new()
        .file("tragaluz.toml", &format!("{SETTINGS}{settings}"))
        .file("data/ventas/dataset.md", page);
    for (name, text) in files {
        portal = portal.file(&format!("data/ventas/{name}"), text);
    }
    let built = portal.into_built();
    built.assert_published();
    built
}

#[test]
fn all_rows_stand_in_one_file_under_the_names_of_columns() {
    let built = portal("", PAGE, FILES);
    let joined = built.text("datasets/ventas/all-ventas.csv");
    let expected = "table_2,fecha,fruta,kilos,Table\r\n\
        ventas-2021,2021-01-13,\"pera, verde\",1200,x\r\n\
        ventas-2021,2021-01-14,uva,30,\"dice \"\"sí\"\"\"\r\n\
        ventas-2022,2022-02-28,higo,7,y\r\n\
        ventas-2022,2022-03-01,kiwi,8,NA\r\n";
    assert_eq!(joined, expected);
    let places = built.text("datasets/ventas/all-tables.csv");
    assert_eq!(
        places,
        "table,lugar\r\nlugares,Norte\r\nlugares,Sur\r\nplazas,Centro\r\n"
    );
    let sums = built.text("SHA256SUMS");
    assert!(sums.contains("datasets/ventas/all-ventas.csv\n"), "{sums}");
}

#[test]
fn pages_offer_it_and_catalogs_do_not_count_it() {
    for theme in ["claro", "llano"] {
        let settings = format!("[theme]\nname = \"{theme}\"\n");
        let built = portal(&settings, PAGE, FILES);
        for page in [
            "datasets/ventas/index.html",
            "datasets/ventas/ventas-2022.html",
        ] {
            let page = built.text(page);
            assert!(page.contains("href=\"all-ventas.csv\""), "{theme}: {page}");
            assert!(page.contains("«table_2»"), "{theme}: {page}");
        }
        let other = built.text("datasets/ventas/ventas-2023.html");
        assert!(
            !other.contains("all-ventas.csv"),
            "its kilos are no numbers"
        );
    }
    let built = portal("", PAGE, FILES);
    let facts = built.json("datasets/ventas.json");
    let joined = &facts["joined"][0];
    assert_eq!(joined["path"], "datasets/ventas/all-ventas.csv");
    assert_eq!(joined["column"], "table_2");
    assert_eq!(
        joined["tables"],
        serde_json::json!(["ventas-2021", "ventas-2022"])
    );
    assert_eq!(facts["tables"].as_array().map(Vec::len), Some(6));
    let package = built.json("datasets/ventas/datapackage.json");
    let resources = package["resources"].as_array().map(Vec::len);
    assert_eq!(resources, Some(6), "it is no further table");
    assert_eq!(package["joined"][0]["path"], "all-ventas.csv");
    let described = built.json("datasets/ventas/all-ventas.csv-metadata.json");
    let columns = &described["tableSchema"]["columns"];
    assert_eq!(columns[0]["titles"]["es"], "Tabla");
    assert_eq!(columns[1]["datatype"], "date");
    assert_eq!(
        described["dc:title"],
        "Ventas: Ventas de 2021 – ventas-2022"
    );
}

#[test]
fn it_is_made_like_other_formats_where_it_is_asked_for_or_nothing_is() {
    let without = portal("[formats]\ndownloads = [\"csv\", \"zip\"]\n", PAGE, FILES);
    let is_joined = |path: &String| path.contains("/all-");
    assert!(!without.files().keys().any(&is_joined));
    let page = without.text("datasets/ventas/index.html");
    assert!(page.contains("columnas"), "{page}");
    let with = portal("[formats]\ndownloads = [\"joined\"]\n", PAGE, FILES);
    assert!(with.files().keys().any(is_joined));
}

#[test]
fn what_is_not_shown_in_the_tables_is_not_shown_in_it() {
    let page = "---\ntitle: Personas\ndisclosure: {counts: [mujeres], dimensions: [municipio]}\n---\nPersonas.\n";
    let files = [
        ("p1.csv", "municipio,mujeres\nA,7411\nB,3\nC,4\nD,800\n"),
        (
            "p2.csv",
            "municipio,mujeres\nA,9000\nB,7000\nC,650\nD,2\nE,4\n",
        ),
    ];
    let built = portal("", page, &files);
    let joined = built.text("datasets/ventas/all-tables.csv");
    assert_eq!(joined.matches("[c]").count(), 4, "{joined}");
    let own = ["p1", "p2"].map(|name| built.text(&format!("datasets/ventas/{name}.csv")));
    for (name, text) in ["p1", "p2"].iter().zip(own) {
        for line in text.lines().skip(1) {
            assert!(
                joined.contains(&format!("{name},{line}\r\n")),
                "{line}: {joined}"
            );
        }
    }
}

#[test]
fn hundreds_of_tables_are_one_file() {
    let files: Vec<(String, String)> = (0..300)
        .map(|n| {
            (
                format!("mes-{n:03}.csv"),
                format!("clave,valor\n0{n},{n}.5\n"),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (&**n, &**t)).collect();
    let settings = "[formats]\ndownloads = [\"csv\", \"joined\"]\n";
    let built = portal(settings, "---\ntitle: Meses\n---\nMeses.\n", &files);
    let joined = built.text("datasets/ventas/all-mes.csv");
    assert_eq!(joined.lines().count(), 301);
    assert!(joined.contains("\r\nmes-299,0299,299.5\r\n"), "{joined}");
}
