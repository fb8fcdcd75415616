//! The rows of each value of a column: their pages, their CSVs, and the ways there.

use crate::driver::{BuiltPortal, Portal, SETTINGS};

/// Rows of three states, with cells that need quotation marks, dates that are written anew, and counts that are not shown.
const PEOPLE: &str = "estado,municipio,nota,fecha,mujeres\n\
    Jalisco,Tonalá,\"con \"\"comillas\"\", y coma\",13/05/2021,7411\n\
    Colima,Armería,,14/05/2021,7003\n\
    Jalisco,El Salto,sin nada,15/05/2021,3\n\
    Nuevo León,García,\" con blancos \",16/05/2021,7817\n\
    ,Sin estado,nadie,17/05/2021,7414\n\
    Jalisco,Zapopan,«otras»,18/05/2021,8219\n\
    Colima,Tecomán,última,19/05/2021,8627\n";

const DECLARED: &str = "---\ntitle: Personas\nsummary: Cuántas.\ndisclosure: {counts: [mujeres], dimensions: [municipio]}\nresources:\n  \
    - path: personas.csv\n    pages_by: estado\n    csv_by_value: yes\n---\nPersonas atendidas.\n";

const FOLDER: &str = "datasets/personas/rows/personas/by-estado";

fn portal(theme: &str, declared: &str) -> BuiltPortal {
    let settings = format!("{SETTINGS}[theme]\nname = \"{theme}\"\n");
    let built = Portal::new()
        .file("tragaluz.toml", &settings)
        .file("data/personas/personas.csv", PEOPLE)
        .file("data/personas/dataset.md", declared)
        .into_built();
    built.assert_published();
    built
}

/// Checks that each value's file has the header and its own lines of the table's file, byte for byte; returns how many rows
/// they have in all.
fn rows_of_values(built: &BuiltPortal, of: &[(&str, &str)]) -> usize {
    let whole = built.text("datasets/personas/personas.csv");
    let mut lines = whole.split_inclusive("\r\n");
    let header = lines.next().unwrap();
    let rows: Vec<&str> = lines.collect();
    let mut all = 0;
    for (value, name) in of {
        let own = rows.iter().filter(|r| r.starts_with(&format!("{value},")));
        let own: Vec<&str> = own.copied().collect();
        all += own.len();
        let expected = format!("{header}{}", own.concat());
        assert_eq!(built.text(&format!("{FOLDER}/{name}.csv")), expected);
    }
    all
}

#[test]
fn each_value_has_a_csv_that_is_cut_from_the_tables() {
    let built = portal("claro", DECLARED);
    let values = [("Jalisco", "jalisco"), ("Colima", "colima")];
    let all =
        rows_of_values(&built, &values) + rows_of_values(&built, &[("Nuevo León", "nuevo-leon")]);
    assert_eq!(all, 6, "every row but the one without a state");
    let jalisco = built.text(&format!("{FOLDER}/jalisco.csv"));
    assert!(
        jalisco.contains("[c]") && jalisco.contains("\"con \"\"comillas\"\", y coma\""),
        "{jalisco}"
    );
    let sums = built.text("SHA256SUMS");
    for name in ["jalisco", "colima", "nuevo-leon"] {
        let path = format!("{FOLDER}/{name}.csv");
        assert!(sums.contains(&path), "{path} is not in {sums}");
        for (file, bytes) in built.files() {
            let is_catalog = file != "SHA256SUMS"
                && ![".html", ".zim", ".zip"].iter().any(|e| file.ends_with(e));
            let names_it = String::from_utf8_lossy(&bytes).contains(&format!("{name}.csv"));
            assert!(!(is_catalog && names_it), "{file} lists {path}");
        }
    }
}

#[test]
fn the_way_to_a_values_rows_is_on_the_datasets_page_and_to_its_csv_on_their_page() {
    for theme in ["claro", "llano"] {
        let built = portal(theme, DECLARED);
        for (lang, choose, only) in [
            (
                "",
                "Solo las filas que usted busca, por: Estado",
                "Solo estas filas",
            ),
            (
                "en/",
                "Only the rows that you look for, by: Estado",
                "Only these rows",
            ),
        ] {
            let dataset = built.text(&format!("{lang}datasets/personas/index.html"));
            let link = "<a href=\"rows/personas/by-estado/nuevo-leon.html\">Nuevo León</a>";
            assert!(
                dataset.contains(link) && dataset.contains(choose),
                "{theme}: {dataset}"
            );
            let page = built.text(&format!("{lang}{FOLDER}/jalisco.html"));
            let bytes = built.text(&format!("{FOLDER}/jalisco.csv")).len();
            assert!(
                page.contains(&format!("jalisco.csv\">{only}: CSV — {bytes}")),
                "{theme}: {page}"
            );
            assert!(
                page.contains("Zapopan") && !page.contains("Tecomán"),
                "{theme}: {page}"
            );
        }
    }
}

#[test]
fn no_csv_is_made_where_nobody_asks_for_it() {
    let built = portal("claro", &DECLARED.replace("    csv_by_value: yes\n", ""));
    let page = built.text(&format!("{FOLDER}/jalisco.html"));
    assert!(!page.contains("jalisco.csv"), "{page}");
    let made = built
        .files()
        .into_iter()
        .any(|(path, _)| path.ends_with("jalisco.csv"));
    assert!(!made, "the pages are asked for, and no files");
}
