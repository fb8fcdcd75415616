//! The lines that read a table in R, Python and Excel are run as they stand on its page: they read every type at the first
//! try. Excel's, which nothing here can run, are held against the file: its address, its columns, its types.

#![allow(clippy::disallowed_methods, reason = "a test runs other programs")]

use crate::driver::{
    BuiltPortal, Portal, SETTINGS, Tool, program_of, python_with_readers, require,
};
use std::path::Path;
use std::process::Command;

/// The address that snippets name, and the built portal stands for.
const ADDRESS: &str = "https://test.example/p/";

/// Semicolons and decimal commas, codes with noughts, days, days with times, words for yes and no, numbers that no double holds, a
/// text that looks like a missing value; names with accents, blanks, quotation marks, a backslash, and none.
const DIFFICULT: &str = "código postal;precio;día;activo;\"di \"\"hola\"\"\";a\\b;;año;momento;grande;sí o no\n\
    01000;1.234,50;31/12/2024;true;x;1;u;2020;31/12/2024 09:05;12345678901234567890;1\n\
    06700;12,00;01/02/2023;false;NA;2;v;2021;01/01/2025 10:00;22345678901234567890;0\n\
    00210;;15/03/2022;;\"y, \"\"z\"\"\";3;;2022;02/01/2025 23:59;32345678901234567890;1\n";

const EMPTY: &str = "---\ntitle: Vacía\nresources:\n  - name: vacia\n    path: vacia.csv\n    schema:\n      \
    fields: [{name: n, type: integer}, {name: día, type: date}, {name: nota, type: string}]\n---\n";

fn portal() -> BuiltPortal {
    let built = Portal::new()
        .file("tragaluz.toml", SETTINGS)
        .file("data/varias/dataset.md", "---\ntitle: Varias\n---\n")
        .file("data/varias/dificil.csv", DIFFICULT)
        .file(
            "data/varias/l'été.csv",
            "clave,\"d'été\"\n007,1.5\n008,2.5\n",
        )
        .file(
            "data/varias/سكان.csv",
            "المدينة,السكان,اليوم\nالقاهرة,9500000,2020-01-01\nالجيزة,,2021-05-06\n",
        )
        .file(
            "data/varias/人口.csv",
            "城市,人口\n北京,21000000\n上海,24000000\n",
        )
        .file("data/vacia/dataset.md", EMPTY)
        .file("data/vacia/vacia.csv", "n,día,nota\n")
        .into_built();
    built.assert_published();
    built
}

/// Returns the lines of a page for each program: R, Python, Power Query.
fn snippets(built: &BuiltPortal, page: &str) -> Vec<String> {
    let page = built.text(page);
    let codes = page.split("<pre dir=\"ltr\"><code>").skip(1);
    codes
        .map(|rest| {
            let code = rest.split("</code>").next().unwrap_or_default();
            let plain = [
                ("&lt;", "<"),
                ("&gt;", ">"),
                ("&quot;", "\""),
                ("&#34;", "\""),
                ("&#39;", "'"),
                ("&#x27;", "'"),
                ("&amp;", "&"),
            ];
            plain.iter().fold(code.to_owned(), |code, (sign, plain)| {
                code.replace(sign, plain)
            })
        })
        .collect()
}

/// Runs lines with the file that they name on this disk, and returns what they write.
fn ran(program: &Path, ending: &str, built: &BuiltPortal, lines: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let named = lines.split(ADDRESS).nth(1);
    let path = named
        .and_then(|rest| rest.split('"').next())
        .expect("a file");
    let file = folder.path().join("table.csv");
    std::fs::write(&file, built.text(path)).expect("written");
    let lines = lines.replace(&format!("{ADDRESS}{path}"), &file.display().to_string());
    let script = folder.path().join(format!("snippet.{ending}"));
    std::fs::write(&script, &lines).expect("written");
    let mut command = Command::new(program);
    if ending == "R" {
        command.arg("--vanilla");
    }
    let done = command
        .arg(&script)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("ran");
    let errors = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{lines}\n{errors}");
    assert!(
        !errors.to_lowercase().contains("warning"),
        "{lines}\n{errors}"
    );
    String::from_utf8(done.stdout).expect("UTF-8")
}

/// What is read of a page: a line a column, its name, its type in R and in pandas, its values.
const READ: &[(&str, &[&str])] = &[
    (
        "datasets/varias/dificil.html",
        &[
            "código postal|character|string|01000 06700 00210",
            "precio|numeric|float64|1234.5 12 -",
            "día|Date|datetime|2024-12-31 2023-02-01 2022-03-15",
            "activo|logical|boolean|true false -",
            "di \"hola\"|character|string|x NA y, \"z\"",
            "a\\b|numeric|Int64|1 2 3",
            "column_7|character|string|u v -",
            "año|numeric|Int64|2020 2021 2022",
            "momento|character|datetime|2024-12-31T09:05 2025-01-01T10:00 2025-01-02T23:59",
            "grande|character|string|12345678901234567890 22345678901234567890 32345678901234567890",
            "sí o no|numeric|Int64|1 0 1",
        ],
    ),
    (
        "datasets/varias/lete.html",
        &[
            "clave|character|string|007 008",
            "d'été|numeric|float64|1.5 2.5",
        ],
    ),
    (
        "datasets/varias/skn.html",
        &[
            "المدينة|character|string|القاهرة الجيزة",
            "السكان|numeric|Int64|9500000 -",
            "اليوم|Date|datetime|2020-01-01 2021-05-06",
        ],
    ),
    (
        "datasets/varias/ren-kou.html",
        &[
            "城市|character|string|北京 上海",
            "人口|numeric|Int64|21000000 24000000",
        ],
    ),
    (
        "datasets/vacia/index.html",
        &[
            "n|numeric|Int64|",
            "día|Date|datetime|",
            "nota|character|string|",
        ],
    ),
];

/// Returns the lines of [`READ`] for R (1) or pandas (2).
fn expected(columns: &[&str], program: usize) -> String {
    let line = |column: &&str| {
        let parts: Vec<&str> = column.splitn(4, '|').collect();
        format!("{}|{}|{}\n", parts[0], parts[program], parts[3])
    };
    columns.iter().map(line).collect()
}

#[test]
fn pythons_lines_read_every_type() {
    let python = python_with_readers().filter(|python| {
        let asked = Command::new(python).args(["-c", "import pandas"]).output();
        asked.is_ok_and(|asked| asked.status.success())
    });
    let Some(python) = require(Tool::PANDAS, python) else {
        return;
    };
    let built = portal();
    let told = "\ndef told(v):\n    if pd.isna(v): return '-'\n    \
        if isinstance(v, pd.Timestamp): return v.strftime('%Y-%m-%dT%H:%M').removesuffix('T00:00')\n    \
        return str(v).removesuffix('.0') if not isinstance(v, bool) else str(v).lower()\n\
        for name in data:\n    kind = str(data[name].dtype).split('64[')[0]\n    \
        print(name + '|' + kind + '|' + ' '.join(told(v) for v in data[name].tolist()))\n";
    for (page, columns) in READ {
        let lines = format!("{}{told}", snippets(&built, page)[1]);
        assert_eq!(
            ran(&python, "py", &built, &lines),
            expected(columns, 2),
            "{lines}"
        );
    }
}

#[test]
fn rs_lines_read_every_type() {
    let Some(r) = require(Tool::R, program_of(None, "Rscript")) else {
        return;
    };
    let built = portal();
    let told = "\nfor (name in names(data)) {\n  v <- data[[name]]\n  \
        said <- if (is.logical(v)) tolower(as.character(v)) else if (is.numeric(v)) format(v, scientific = FALSE, trim = TRUE, drop0trailing = TRUE) else as.character(v)\n  \
        said[is.na(v)] <- \"-\"\n  cat(name, \"|\", class(v)[1], \"|\", paste(said, collapse = \" \"), \"\\n\", sep = \"\")\n}\n";
    for (page, columns) in READ {
        let lines = format!("{}{told}", snippets(&built, page)[0]);
        assert_eq!(
            ran(&r, "R", &built, &lines),
            expected(columns, 1),
            "{lines}"
        );
    }
}

#[test]
fn excels_lines_name_the_file_and_its_columns() {
    let built = portal();
    let types = [
        ("string", "type text"),
        ("float64", "type number"),
        ("Int64", "Int64.Type"),
        ("boolean", "type logical"),
    ];
    for (page, columns) in READ {
        let code = &snippets(&built, page)[2];
        let address = code
            .split('"')
            .nth(1)
            .and_then(|url| url.strip_prefix(ADDRESS));
        let file = address
            .map(|path| built.text(path))
            .expect("the file's address");
        assert!(
            code.contains("[Delimiter = \",\", Encoding = 65001]") && code.contains("\"en-US\"")
        );
        for column in *columns {
            let parts: Vec<&str> = column.splitn(4, '|').collect();
            let name = parts[0].replace('"', "\"\"");
            let known = types.iter().find(|(pandas, _)| *pandas == parts[2]);
            let kind = match known {
                Some((_, kind)) => kind,
                None if parts[1] == "Date" => "type date",
                None => "type datetime",
            };
            assert!(
                code.contains(&format!("{{\"{name}\", {kind}}}")),
                "{column}: {code}"
            );
            assert!(
                file.lines().next().is_some_and(|head| head.contains(&name)),
                "{file}"
            );
        }
    }
}
