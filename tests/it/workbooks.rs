//! Facts of pages as a workbook, written and read back (`tragaluz export`, `tragaluz import`).

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::crash::ods_sheets;
use crate::driver::{Outcome, Portal, ended, files_below, repository, tragaluz};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use tragaluz::authoring::{FactSheet, write_sheets};
use tragaluz::{Options, Sink};

/// A portal, and the workbook that was written of it.
struct Desk {
    portal: Portal,
    sheets: Vec<FactSheet>,
}

const SETTINGS: &str = "[portal]\ntitle = \"P\"\nlanguages = [\"es\", \"en\"]\n";

/// A page with comments, an order of its own, and lists in both notations.
const PAGE: &str = "---\n# De la oficina.\nend: 2024-11 # sin falta\ntitle: Agua clara\nstart: 2024-02\n\
                    institutions:\n  - name: Unidad\n    role: lead # ella\n  - {name: Otra, role: supporting}\n\
                    related: [C2]\nmilestones:\n  - number: 1\n    text: Medir\n    # pronto\n    start: 2024-03\n\
                    \x20 - {number: 2, text: \"Publicar, y avisar\"}\nsummary: >-\n  Una\n  línea.\n---\nTexto.\n";

impl Desk {
    fn of(portal: Portal) -> Desk {
        let mut sink = Sink::new();
        let sheets =
            tragaluz::export_sheets(portal.root(), &Options::default(), Some("en"), &mut sink);
        Desk {
            sheets: sheets.unwrap().unwrap(),
            portal,
        }
    }

    fn small() -> Desk {
        Desk::of(small())
    }

    fn sheet(&mut self, name: &str) -> &mut FactSheet {
        let mut sheets = self.sheets.iter_mut();
        sheets.find(|sheet| sheet.name == name).unwrap()
    }

    /// Returns the cell of a row whose first cells are these, in the column of a fact.
    fn cell(&mut self, sheet: &str, key: &[&str], fact: &str) -> &mut String {
        let sheet = self.sheet(sheet);
        let column = column(sheet, fact);
        let row = (sheet.rows.iter_mut())
            .find(|row| row.iter().zip(key).all(|(cell, own)| cell == own))
            .unwrap_or_else(|| panic!("{key:?}"));
        &mut row[column]
    }

    /// Adds a row of these cells, each with the column of its fact.
    fn add(&mut self, sheet: &str, cells: &[(&str, &str)]) {
        let sheet = self.sheet(sheet);
        let mut row = vec![String::new(); sheet.rows[0].len()];
        for (fact, cell) in cells {
            row[column(sheet, fact)] = (*cell).to_owned();
        }
        sheet.rows.push(row);
    }

    /// Reads the workbook back, as it is by now.
    fn import(&self, args: &[&str]) -> Outcome {
        let file = self.portal.root().join("libro.xlsx");
        write_sheets(&self.sheets, &file).unwrap();
        import(&self.portal, "libro.xlsx", args)
    }

    fn page(&self, path: &str) -> String {
        fs::read_to_string(self.portal.root().join(path)).unwrap()
    }
}

fn small() -> Portal {
    Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file("content/commitments/C1.md", PAGE)
        .file(
            "content/commitments/C1.en.md",
            "---\ntitle: Clear water\n---\n",
        )
        .file(
            "content/commitments/C2.md",
            "---\r\ntitle: Aire\r\nstart: 2024\r\n---\r\n",
        )
}

fn column(sheet: &FactSheet, fact: &str) -> usize {
    let head = format!("[{fact}]");
    let mut heads = sheet.rows[0].iter();
    heads
        .position(|own| own.ends_with(&head))
        .unwrap_or_else(|| panic!("{fact}"))
}

fn import(portal: &Portal, file: &str, args: &[&str]) -> Outcome {
    let mut command = tragaluz();
    command.args(["--lang", "en", "import", "--workbook"]);
    command.arg(portal.root().join(file)).args(args);
    ended(command.arg("--root").arg(portal.root()))
}

/// Every page of a portal.
fn pages(portal: &Portal) -> BTreeMap<String, Vec<u8>> {
    let mut all = files_below(portal.root());
    all.retain(|path, _| path.ends_with(".md"));
    all
}

/// Returns the lines that are in one text alone, the first's before the second's.
fn differing(before: &str, after: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let gone = old
        .iter()
        .filter(|line| !new.contains(line))
        .map(|line| format!("-{line}"));
    let come = new
        .iter()
        .filter(|line| !old.contains(line))
        .map(|line| format!("+{line}"));
    gone.chain(come).collect()
}

#[test]
fn a_workbook_that_nobody_changed_changes_nothing() {
    for folder in ["", "tests/facts/portal"] {
        let portal = Portal::new();
        for (path, bytes) in files_below(&repository(folder).join("content")) {
            portal.write(&format!("content/{path}"), &bytes);
        }
        portal.write(
            "tragaluz.toml",
            &fs::read(repository(folder).join("tragaluz.toml")).unwrap(),
        );
        let before = pages(&portal);
        for out in ["libro.xlsx", "hojas"] {
            let mut export = tragaluz();
            export
                .args(["export", "--workbook"])
                .arg(portal.root().join(out));
            let told = ended(export.arg("--root").arg(portal.root()));
            told.assert_code(0);
            let told = import(&portal, out, &["--yes"]);
            told.assert_code(0);
            assert!(told.said().contains("Nothing differs"), "{}", told.said());
            assert!(!told.said().contains("→"), "{}", told.said());
        }
        assert!(pages(&portal) == before);
    }
}

#[test]
fn every_fact_of_every_kind_comes_back_from_its_row() {
    let mut desk = Desk::of(Portal::copy_of(&repository("tests/facts/portal")));
    // A page in a folder of its own is not made by a row.
    desk.sheet("Pages").rows.retain(|row| !row[0].contains('/'));
    let bare = Portal::copy_of(&repository("tests/facts/portal"));
    fs::remove_dir_all(bare.root().join("content")).unwrap();
    fs::create_dir(bare.root().join("content")).unwrap();
    desk.portal = bare;
    let told = desk.import(&["--yes", "--force"]);
    told.assert_code(0);
    let again = Desk::of(desk.portal);
    for (before, after) in desk.sheets.iter().zip(&again.sheets) {
        let prints = column(before, "fingerprint").min(before.rows[0].len());
        if before.rows[0].len() == 3 {
            continue;
        }
        for row in before.rows.iter().skip(1) {
            let of_row = after.rows.iter().find(|own| own[..3] == row[..3]).unwrap();
            for (at, head) in before.rows[0].iter().enumerate().take(prints) {
                // A name that no kind of page has is a fact only where a page gives it.
                if head != "ajeno [ajeno]" {
                    let same = after.rows[0].iter().position(|own| own == head);
                    let now = same.map_or("", |at| of_row[at].as_str());
                    assert_eq!(now, row[at], "{}: {head} of {}", before.name, row[0]);
                }
            }
        }
    }
}

#[test]
fn a_changed_cell_is_a_changed_line() {
    for (sheet, key, fact, value, changed) in [
        (
            "Commitments",
            &["C1", "es"][..],
            "title",
            "Agua: limpia",
            vec!["-title: Agua clara", "+title: \"Agua: limpia\""],
        ),
        (
            "Commitments",
            &["C1", "es"],
            "end",
            "2025-01",
            vec!["-end: 2024-11 # sin falta", "+end: 2025-01 # sin falta"],
        ),
        (
            "Commitments",
            &["C1", "es"],
            "related",
            "C2; C1",
            vec!["-related: [C2]", "+related: [C2, C1]"],
        ),
        (
            "Commitments",
            &["C1", "es"],
            "institutions",
            "name: Unidad, role: supporting\nname: Otra, role: supporting",
            vec!["-    role: lead # ella", "+    role: supporting # ella"],
        ),
        (
            "Commitments",
            &["C1", "es"],
            "start",
            "",
            vec!["-start: 2024-02"],
        ),
        (
            "Commitments",
            &["C1", "en"],
            "title",
            "Pure water",
            vec!["-title: Clear water", "+title: Pure water"],
        ),
        (
            "Commitments",
            &["C1", "es"],
            "sector",
            "salud",
            vec!["+sector: salud"],
        ),
        (
            "Milestones",
            &["C1", "es", "1"],
            "start",
            "2024-04",
            vec!["-    start: 2024-03", "+    start: 2024-04"],
        ),
        (
            "Milestones",
            &["C1", "es", "1"],
            "owner",
            "Unidad",
            vec!["+    owner: Unidad"],
        ),
        (
            "Milestones",
            &["C1", "es", "2"],
            "end",
            "2024-05",
            vec![
                "-  - {number: 2, text: \"Publicar, y avisar\"}",
                "+  - {number: 2, text: \"Publicar, y avisar\", end: 2024-05}",
            ],
        ),
    ] {
        let mut desk = Desk::small();
        *desk.cell(sheet, key, fact) = value.to_owned();
        let before = pages(&desk.portal);
        let told = desk.import(&["--yes"]);
        told.assert_code(0);
        let after = pages(&desk.portal);
        let mut lines = Vec::new();
        for (path, old) in &before {
            let [old, new] = [old, &after[path]].map(|bytes| String::from_utf8_lossy(bytes));
            lines.extend(differing(&old, &new));
        }
        assert_eq!(lines, changed, "{fact}: {}", told.said());
        assert!(told.said().contains(" → "), "{}", told.said());
    }
}

#[test]
fn lines_keep_their_ends_and_differences_name_their_places() {
    let mut desk = Desk::small();
    *desk.cell("Commitments", &["C2", "es"], "title") = "Aire limpio".to_owned();
    let told = desk.import(&["--yes"]);
    told.assert_code(0);
    let said = told.said();
    let line = "content/commitments/C2.md:2 title: Aire → Aire limpio (Commitments, row 4)";
    assert!(said.contains(line), "{said}");
    let page = desk.page("content/commitments/C2.md");
    assert_eq!(page, "---\r\ntitle: Aire limpio\r\nstart: 2024\r\n---\r\n");
}

#[test]
fn what_a_spreadsheet_program_does_to_cells_is_no_change() {
    let desk = Desk::small();
    // Windows-1252, `;`, other columns' order, sorted rows, an empty row, one column of the person's own, and few others.
    let csv = "Mis notas;end;Start [start];title;page;Idioma\r\n\
               ok;;01/01/2024;Aire;C2;es\r\n\r\n;;;;;\r\n\
               ojo: revisión;01/11/2024;feb-24;\"Agua clara \";c1;ES\r\n\
               ;;;Clear water;C1;en\r\n";
    let bytes: Vec<u8> = csv
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    desk.portal.write("compromisos.csv", &bytes);
    let before = pages(&desk.portal);
    let told = import(&desk.portal, "compromisos.csv", &["--yes"]);
    told.assert_code(0);
    let said = told.said();
    assert!(said.contains("Nothing differs"), "{said}");
    assert!(said.contains("stay in your file: Mis notas."), "{said}");
    assert!(said.contains("The last column"), "{said}");
    assert!(pages(&desk.portal) == before);
    let changed = csv
        .replace("feb-24", "mar-24")
        .replace("Agua clara ", "Acción clara");
    let bytes: Vec<u8> = changed
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    desk.portal.write("compromisos.csv", &bytes);
    import(&desk.portal, "compromisos.csv", &["--yes"]).assert_code(0);
    let page = desk.page("content/commitments/C1.md");
    let lines = [
        "-title: Agua clara",
        "-start: 2024-02",
        "+title: Acción clara",
        "+start: 2024-03",
    ];
    assert_eq!(differing(PAGE, &page), lines);
}

#[test]
fn changes_in_pages_and_in_rows_are_told_apart() {
    let mut desk = Desk::small();
    *desk.cell("Commitments", &["C1", "es"], "title") = "Del libro".to_owned();
    *desk.cell("Commitments", &["C1", "es"], "start") = "2024-05".to_owned();
    let edited = PAGE
        .replace("Agua clara", "De la página")
        .replace("2024-11", "2024-12");
    desk.portal
        .write("content/commitments/C1.md", edited.as_bytes());
    let told = desk.import(&["--yes"]);
    told.assert_code(1);
    let said = told.said();
    assert!(
        said.contains("De la página → Del libro") && said.contains("--force"),
        "{said}"
    );
    assert!(said.contains("One fact was changed in its page"), "{said}");
    let page = desk.page("content/commitments/C1.md");
    assert_eq!(
        differing(&edited, &page),
        ["-start: 2024-02", "+start: 2024-05"]
    );
    desk.import(&["--yes", "--force"]).assert_code(0);
    let page = desk.page("content/commitments/C1.md");
    assert!(
        page.contains("title: Del libro\n") && page.contains("end: 2024-12 #"),
        "{page}"
    );
}

#[test]
fn new_rows_are_new_pages_milestones_and_translations() {
    let mut desk = Desk::small();
    desk.add(
        "Commitments",
        &[
            ("page", "C3"),
            ("title", "Suelo"),
            ("start", "2025-02"),
            ("related", "C1; C2"),
        ],
    );
    desk.add(
        "Commitments",
        &[("page", "C3"), ("language", "en"), ("title", "Soil")],
    );
    desk.add(
        "Milestones",
        &[("page", "C3"), ("text", "Cavar"), ("start", "2025-03")],
    );
    desk.add("Milestones", &[("page", "C1"), ("text", "Cerrar: ya")]);
    // A row that is away is no page that is.
    desk.sheet("Commitments").rows.retain(|row| row[0] != "C2");
    let told = desk.import(&["--yes"]);
    told.assert_code(0);
    assert!(
        told.said()
            .contains("one row of the portal is not in the file"),
        "{}",
        told.said()
    );
    let page = desk.page("content/commitments/C3.md");
    for line in [
        "title: Suelo\n",
        "start: 2025-02\n",
        "related: [C1, C2]\n",
        "  - number: 1\n    text: Cavar\n",
    ] {
        assert!(page.contains(line), "{line}: {page}");
    }
    assert_eq!(
        desk.page("content/commitments/C3.en.md"),
        "---\ntitle: Soil\n---\n"
    );
    let added = "  - {number: 3, text: \"Cerrar: ya\"}\n";
    assert!(
        desk.page("content/commitments/C1.md").contains(added),
        "{page}"
    );
    assert!(
        desk.portal
            .root()
            .join("content/commitments/C2.md")
            .exists()
    );
}

#[test]
fn nothing_is_written_of_a_workbook_with_faults() {
    for (sheet, cells, said) in [
        (
            "Commitments",
            &[("page", "../../x"), ("title", "T")][..],
            "cannot be the name of a page",
        ),
        (
            "Commitments",
            &[("page", "C9"), ("summary", "Sin nombre")],
            "has no title",
        ),
        (
            "Commitments",
            &[("page", "C1"), ("language", "es")],
            "a second time",
        ),
        (
            "Commitments",
            &[("page", "C9"), ("language", "fr"), ("title", "T")],
            "no language",
        ),
        (
            "Commitments",
            &[("page", "C9"), ("title", "T"), ("start", "03/04/2024")],
            "column “Start [start]”",
        ),
        (
            "Commitments",
            &[
                ("page", "C9"),
                ("title", "T"),
                ("institutions", "name: A, B y C"),
            ],
            "a comma divides",
        ),
        (
            "Commitments",
            &[
                ("page", "C9"),
                ("title", "T"),
                ("summary", "Escriba a persona@correo.example"),
            ],
            "C9.md",
        ),
        (
            "Milestones",
            &[("page", "C7"), ("text", "T")],
            "no page “C7”",
        ),
        (
            "Milestones",
            &[("page", "C1"), ("number", "uno"), ("text", "T")],
            "no number",
        ),
    ] {
        let mut desk = Desk::small();
        *desk.cell("Commitments", &["C2", "es"], "title") = "Otro".to_owned();
        desk.add(sheet, cells);
        let before = files_below(desk.portal.root());
        let told = desk.import(&["--yes"]);
        told.assert_code(1);
        assert!(told.said().contains(said), "{said}: {}", told.said());
        assert!(
            told.said().contains("Nothing was changed"),
            "{}",
            told.said()
        );
        let mut after = files_below(desk.portal.root());
        after.remove("libro.xlsx");
        assert!(after == before, "{said}");
    }
}

#[test]
fn a_cell_is_text_whatever_is_in_it() {
    let mut desk = Desk::small();
    let long = "palabra ".repeat(1_250);
    let title = "=1+1 <b>\"x\"</b> --- # y";
    *desk.cell("Commitments", &["C2", "es"], "title") = title.to_owned();
    *desk.cell("Commitments", &["C1", "es"], "summary") = long.clone();
    desk.import(&["--yes"]).assert_code(0);
    let again = Desk::of(desk.portal);
    let mut again = again;
    assert_eq!(again.cell("Commitments", &["C2", "es"], "title"), title);
    assert_eq!(
        again.cell("Commitments", &["C1", "es"], "summary"),
        long.trim()
    );
    let page = again.page("content/commitments/C1.md");
    assert!(page.ends_with("\n---\nTexto.\n"), "{page}");
}

#[test]
fn without_a_terminal_only_yes_writes() {
    let mut desk = Desk::small();
    *desk.cell("Commitments", &["C2", "es"], "title") = "Otro".to_owned();
    let before = pages(&desk.portal);
    let told = desk.import(&[]);
    told.assert_code(1);
    assert!(told.said().contains("With --yes"), "{}", told.said());
    let told = desk.import(&["--dry-run"]);
    told.assert_code(0);
    assert!(told.said().contains("Aire → Otro"), "{}", told.said());
    assert!(pages(&desk.portal) == before);
    let file: PathBuf = desk.portal.root().join("libro.xlsx");
    let mut export = tragaluz();
    export.args(["export", "--workbook"]).arg(&file);
    let told = ended(export.arg("--root").arg(desk.portal.root()));
    told.assert_code(2);
    assert!(told.said().contains("libro.xlsx"), "{}", told.said());
}

#[test]
fn nothing_is_written_where_a_title_or_every_sheet_is_gone() {
    let mut desk = Desk::small();
    // A formula without a saved value is an empty cell.
    desk.cell("Commitments", &["C2", "es"], "title").clear();
    let told = desk.import(&["--yes"]);
    told.assert_code(1);
    assert!(told.said().contains("“C2” has no title"), "{}", told.said());
    desk.sheets.retain(|sheet| sheet.name == "Pages");
    desk.sheets[0].name = "Otra hoja".to_owned();
    let told = desk.import(&["--yes"]);
    told.assert_code(1);
    let said = told.said();
    assert!(
        !said.contains("Nothing differs") && said.contains("Otra hoja: no sheet"),
        "{said}"
    );
}

#[test]
fn an_error_that_a_row_would_make_is_told_at_its_cell() {
    const ADDRESS: &str = "Escriba a persona@correo.example";
    for (sheet, cells, fact) in [
        (
            "Commitments",
            &[("page", "C9"), ("title", "T")][..],
            "summary",
        ),
        (
            "Commitments",
            &[("page", "C2"), ("language", "en")],
            "title",
        ),
        ("Milestones", &[("page", "C1"), ("number", "3")], "text"),
    ] {
        let mut desk = Desk::small();
        let cells = [cells, &[(fact, ADDRESS)]].concat();
        desk.add(sheet, &cells);
        let row = desk.sheet(sheet).rows.len();
        assert_told_at(&mut desk, sheet, row, fact);
    }
    // Cells of pages and milestones that are there already.
    for (sheet, key, fact) in [
        ("Commitments", &["C1", "es"][..], "summary"),
        ("Milestones", &["C1", "es", "2"], "text"),
    ] {
        let mut desk = Desk::small();
        *desk.cell(sheet, key, fact) = ADDRESS.to_owned();
        let rows = &desk.sheet(sheet).rows;
        let is_it = |row: &Vec<String>| row.iter().zip(key).all(|(cell, own)| cell == own);
        let row = rows.iter().position(is_it).unwrap() + 1;
        assert_told_at(&mut desk, sheet, row, fact);
    }
}

/// Asserts that the workbook is refused with a fault at one cell, and with no other.
fn assert_told_at(desk: &mut Desk, sheet: &str, row: usize, fact: &str) {
    let head = column(desk.sheet(sheet), fact);
    let head = desk.sheet(sheet).rows[0][head].clone();
    let told = desk.import(&["--yes"]);
    told.assert_code(1);
    let said = told.said();
    let place =
        format!("{sheet}, row {row}, column “{head}”: this would make the error in content/");
    assert!(said.contains(&place), "{place}: {said}");
    assert_eq!(
        said.matches("this would make the error").count(),
        1,
        "{said}"
    );
}

/// Writes sheets as LibreOffice does: a paragraph for each line of a cell; dates and numbers with their types.
fn open_document(sheets: &[FactSheet]) -> Vec<u8> {
    let table = |sheet: &FactSheet| {
        let row = |cells: &Vec<String>| {
            let cells = cells.iter().map(|cell| open_cell(cell));
            format!(
                "<table:table-row>{}</table:table-row>",
                cells.collect::<String>()
            )
        };
        let rows: String = sheet.rows.iter().map(row).collect();
        format!(
            "<table:table table:name='{}'>{rows}</table:table>",
            sheet.name
        )
    };
    ods_sheets(&sheets.iter().map(table).collect::<String>())
}

fn open_cell(text: &str) -> String {
    let is_month = text.len() == 7 && text.starts_with("20") && text.as_bytes()[4] == b'-';
    let is_number = text.parse::<u32>().is_ok();
    let typed = match (is_month, is_number) {
        (true, _) => format!("office:value-type='date' office:date-value='{text}-01'"),
        (_, true) => format!("office:value-type='float' office:value='{text}'"),
        _ => "office:value-type='string'".to_owned(),
    };
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    let lines = escaped.replace('\n', "</text:p><text:p>");
    format!("<table:table-cell {typed}><text:p>{lines}</text:p></table:table-cell>")
}

#[test]
fn an_open_document_is_read_back_as_a_workbook_is() {
    let mut desk = Desk::small();
    let path = desk.portal.root().join("libro.ods");
    fs::write(&path, open_document(&desk.sheets)).unwrap();
    let told = import(&desk.portal, "libro.ods", &["--yes"]);
    told.assert_code(0);
    assert!(told.said().contains("Nothing differs"), "{}", told.said());
    *desk.cell("Commitments", &["C1", "es"], "end") = "2025-06".to_owned();
    *desk.cell("Milestones", &["C1", "es", "1"], "text") = "Medir más".to_owned();
    desk.add(
        "Milestones",
        &[("page", "C2"), ("language", "es"), ("text", "Contar")],
    );
    let before = desk.page("content/commitments/C1.md");
    fs::write(&path, open_document(&desk.sheets)).unwrap();
    import(&desk.portal, "libro.ods", &["--yes"]).assert_code(0);
    let changed = before.replace("end: 2024-11", "end: 2025-06");
    let changed = changed.replace("text: Medir", "text: Medir más");
    assert_eq!(desk.page("content/commitments/C1.md"), changed);
    assert!(desk.page("content/commitments/C2.md").contains("Contar"));
}
