//! Charts: which are drawn by the rules of `docs/charts.md`, how they look, and what they say.
//!
//! `tests/charts/NAME.html` is a chart as it is in a page. After an intended change:
//! `SNAPSHOTS=overwrite cargo test --test it charts::`, and look at what changed.

#![allow(
    clippy::too_many_lines,
    clippy::many_single_char_names,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    reason = "tables of cases, colour arithmetic under its usual letters, and counts below a hundred"
)]
#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::repository;
use snapbox::assert::{Action, DEFAULT_ACTION_ENV};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tragaluz::charts;
use tragaluz::charts::{figure, mini};
use tragaluz::diag::Sink;
use tragaluz::pages::context::{
    Chart, ChartCondition, ChartGap, ChartOthers, ChartSeries, ChartTile, Link, Phrase,
};
use tragaluz::render::{HelperContext, LinksAsWritten, Theme};
use tragaluz::source::limits::Limits;
use tragaluz::text::lang::Lang;

fn scope(tag: &str) -> HelperContext {
    let lang = Lang::parse(tag).unwrap();
    let theme = Theme::open(
        "claro",
        Path::new("/nonexistent"),
        std::slice::from_ref(&lang),
        &Limits::default(),
        &mut Sink::new(),
    )
    .unwrap();
    theme.scope(&lang, Arc::new(LinksAsWritten)).unwrap()
}

fn series(name: Option<&str>, values: &[&str]) -> ChartSeries {
    let value = |v: &&str| (!v.is_empty()).then(|| (*v).to_owned());
    ChartSeries {
        name: name.map(ToOwned::to_owned),
        values: values.iter().map(value).collect(),
        numeric: true,
    }
}

fn chart(kind: &str, labels: &[&str], series: Vec<ChartSeries>) -> Chart {
    let missing = series
        .iter()
        .flat_map(|s| &s.values)
        .filter(|v| v.is_none())
        .count() as u64;
    let labels: Vec<String> = labels.iter().map(|l| (*l).to_owned()).collect();
    let measure = Phrase::new("Puntaje");
    Chart {
        kind: kind.into(),
        measure,
        by: Some(Phrase::new("Año")),
        labels,
        series,
        missing,
        ..Chart::default()
    }
}

fn over_time(kind: &str, labels: &[&str], series: Vec<ChartSeries>) -> Chart {
    Chart {
        time: true,
        ..chart(kind, labels, series)
    }
}

/// Money from three sources to four uses.
fn flow() -> Chart {
    let to = |name, values: [&str; 3]| series(Some(name), &values);
    Chart {
        measure: Phrase::new("Monto"),
        unit: Some("miles de pesos".into()),
        by: Some(Phrase::new("Origen")),
        split: Some(Phrase::new("Destino")),
        aggregate: Some("sum".into()),
        missing: 0,
        ..chart(
            "flow",
            &[
                "Participaciones federales",
                "Impuestos y derechos propios",
                "Deuda",
            ],
            vec![
                to("Servicios personales", ["41200.5", "8400", ""]),
                to("Obra pública", ["12800", "", "9100.25"]),
                to(
                    "Transferencias, asignaciones y subsidios",
                    ["3000", "2100", ""],
                ),
                to("Seguridad", ["", "950", ""]),
            ],
        )
    }
}

/// Places around Toluca.
fn places<T: AsRef<str>>(names: &[T]) -> Chart {
    let at = |from: f64, step: f64, turn: usize| {
        let value = |i: usize| {
            format!(
                "{:.4}",
                from + step * ((i * turn) % 11) as f64 + step / 7.0 * (i % 5) as f64
            )
        };
        (0..names.len()).map(value).collect::<Vec<_>>()
    };
    let column = |name, values: Vec<String>| {
        series(
            Some(name),
            &values.iter().map(String::as_str).collect::<Vec<_>>(),
        )
    };
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let series = vec![
        column("Latitud", at(19.1, 0.06, 7)),
        column("Longitud", at(-100.1, 0.11, 3)),
    ];
    Chart {
        split: Some(Phrase::new("Municipio")),
        by: Some(Phrase::new("Longitud")),
        ..chart("map", &names, series)
    }
}

/// States of Mexico, some without a value, as the plan lays them out.
fn tiles() -> Chart {
    let spots = [
        (0, 0, "BC"),
        (0, 1, "SON"),
        (1, 0, "BCS"),
        (1, 1, "SIN"),
        (1, 8, "YUC"),
        (4, 6, "CHIS"),
    ];
    let tile = |(at, (row, column, short)): (usize, (u64, u64, &str))| ChartTile {
        row,
        column,
        short: short.into(),
        label: (at < 5).then_some(at as u64),
    };
    let values = series(
        None,
        &["3769020", "2944840", "798447", "3026943", "2320898"],
    );
    let labels = [
        "Baja California",
        "Sonora",
        "Baja California Sur",
        "Sinaloa",
        "Yucatán",
    ];
    let tiles = spots.into_iter().enumerate().map(tile).collect();
    Chart {
        by: Some(Phrase::new("Entidad")),
        tiles,
        ..chart("tiles", &labels, vec![values])
    }
}

/// Every shape, with data as they are in the seeds.
fn cases() -> Vec<(&'static str, Chart)> {
    let years = ["2015", "2016", "2017", "2018", "2019", "2020", "2021"];
    let months = [
        "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06",
    ];
    let long = "Acceso a la información desde la perspectiva ciudadana";
    let four = vec![
        series(
            Some("Nuevo León"),
            &["0.31", "0.33", "0.35", "", "0.39", "0.41", "0.42"],
        ),
        series(
            Some("Nacional"),
            &["0.36", "0.37", "0.38", "0.38", "0.40", "0.40", "0.41"],
        ),
        series(
            Some("Estado de México y Morelos"),
            &["0.30", "0.29", "0.28", "0.30", "0.33", "0.38", "0.40"],
        ),
        series(
            Some("Sonora"),
            &["0.5", "0.52", "0.51", "0.53", "0.55", "0.58", "0.6"],
        ),
    ];
    let small: Vec<ChartSeries> = (0..7)
        .map(|i| {
            let values: Vec<String> = (0..7)
                .map(|y| format!("{}", 1000 * (i + 1) + y * 731 * (i % 3)))
                .collect();
            series(
                Some(
                    [
                        "Durango",
                        "Puebla",
                        "Colima",
                        "Jalisco",
                        "Baja California Sur",
                        "Oaxaca",
                        "Tabasco",
                    ][i],
                ),
                &values.iter().map(String::as_str).collect::<Vec<_>>(),
            )
        })
        .collect();
    let names: Vec<String> = (1..=15).map(|i| format!("Municipio {i}")).collect();
    let bars: Vec<String> = (1..=15).map(|i| (1600 - i * 97).to_string()).collect();
    let text = |all: &[String]| all.to_vec();
    let fifteen = ChartSeries {
        name: None,
        values: bars.iter().cloned().map(Some).collect(),
        numeric: true,
    };
    let others = ChartOthers {
        count: 25,
        sum: Some("1250".into()),
        min: Some("3".into()),
        max: Some("88".into()),
        gaps: vec![ChartGap {
            before: 12,
            count: 25,
        }],
    };
    let period = |values: &[&str]| ChartSeries {
        numeric: false,
        ..series(Some("Inicio"), values)
    };
    vec![
        ("tiles", tiles()),
        (
            "line",
            Chart {
                unit: Some("personas".into()),
                ..over_time(
                    "line",
                    &years,
                    vec![series(
                        None,
                        &[
                            "12100000", "12400000", "12900000", "13300000", "13100000", "13900000",
                            "14200000",
                        ],
                    )],
                )
            },
        ),
        (
            "line-projected",
            Chart {
                note_from: Some("2020".into()),
                ..over_time(
                    "line",
                    &years,
                    vec![series(
                        None,
                        &[
                            "7100000000",
                            "7210000000",
                            "7300000000",
                            "7390000000",
                            "7460000000",
                            "7550000000",
                            "7640000000",
                        ],
                    )],
                )
            },
        ),
        (
            "line-four",
            Chart {
                split: Some(Phrase::new("Entidad")),
                ..over_time("line", &years, four.clone())
            },
        ),
        (
            "line-months",
            over_time(
                "line",
                &months,
                vec![series(None, &["-4", "2", "7.5", "3", "-1", "5"])],
            ),
        ),
        (
            "columns",
            Chart {
                unit: Some("%".into()),
                ..over_time(
                    "columns",
                    &["2017", "2019", "2021"],
                    vec![series(None, &["39.1", "52", "48"])],
                )
            },
        ),
        (
            "columns-two",
            Chart {
                split: Some(Phrase::new("Sexo")),
                ..over_time(
                    "columns",
                    &["2017", "2019", "2021"],
                    vec![
                        series(Some("Mujeres"), &["39", "52", ""]),
                        series(Some("Hombres"), &["41", "-8", "47"]),
                    ],
                )
            },
        ),
        (
            "bars",
            Chart {
                labels: text(&names),
                highlight: vec!["Municipio 3".into()],
                others: Some(others),
                additive: true,
                ..chart("bars", &[], vec![fifteen])
            },
        ),
        (
            "bars-long",
            chart(
                "bars",
                &[long, "Transparencia proactiva", "Datos abiertos"],
                vec![
                    series(Some("Nuevo León"), &["0.62", "0.35", "0.10"]),
                    series(Some("Nacional"), &["0.64", "0.38", ""]),
                ],
            ),
        ),
        (
            "strip",
            Chart {
                by: Some(Phrase::new("Estado")),
                ..chart(
                    "strip",
                    &["Sí", "No", "Sin respuesta"],
                    vec![series(None, &["120", "61", "9"])],
                )
            },
        ),
        (
            "histogram",
            Chart {
                by: None,
                ..chart(
                    "histogram",
                    &["50", "60", "70", "80", "90", "100"],
                    vec![series(None, &["1", "5", "6", "9", "43"])],
                )
            },
        ),
        (
            "dots",
            Chart {
                split: Some(Phrase::new("Entidad")),
                only: vec![ChartCondition {
                    column: Phrase::new("Edición"),
                    values: vec!["2021".into()],
                }],
                note: Some(Phrase::new("Sin datos de 2023.")),
                source: Some(Link::to(Phrase::new("Métrica"), "../datasets/m/index.html")),
                ..chart(
                    "dots",
                    &[long, "Transparencia proactiva", "Datos abiertos"],
                    vec![
                        series(Some("Nuevo León"), &["0.62", "0.35", "0.10"]),
                        series(Some("Nacional"), &["0.64", "0.38", ""]),
                    ],
                )
            },
        ),
        (
            "lollipop",
            chart(
                "dots",
                &["Durango", "Puebla", "Colima"],
                vec![series(None, &["12", "9", "4"])],
            ),
        ),
        (
            "points",
            chart(
                "points",
                &["1", "2.5", "3", "4", "7"],
                vec![series(Some("y"), &["10", "21", "18", "30", "44"])],
            ),
        ),
        (
            "points-many",
            chart(
                "points",
                &["5", "5", "15", "25"],
                vec![
                    series(Some("y"), &["50", "150", "150", "250"]),
                    series(Some("n"), &["120", "40", "190", "11"]),
                ],
            ),
        ),
        (
            "multiples",
            Chart {
                split: Some(Phrase::new("Entidad")),
                ..over_time("multiples", &years, small.clone())
            },
        ),
        (
            "sparks",
            Chart {
                split: Some(Phrase::new("Entidad")),
                ..over_time("sparks", &years, small)
            },
        ),
        (
            "timeline",
            chart(
                "timeline",
                &[
                    "Diagnóstico",
                    "Consulta ciudadana sobre las agendas temáticas",
                    "Guía",
                ],
                vec![
                    period(&["2023-01", "2023-02", "2023-06"]),
                    period(&["2023-04", "", "2024-01"]),
                ],
            ),
        ),
        (
            "cross",
            Chart {
                split: Some(Phrase::new("Tema")),
                ..chart(
                    "cross",
                    &["Norte", "Sur"],
                    vec![
                        series(Some("Agua"), &["4", "9"]),
                        series(Some("Salud"), &["1", ""]),
                    ],
                )
            },
        ),
        ("flow", flow()),
        (
            "map",
            places(&[
                "Toluca",
                "Naucalpan",
                "Ecatepec",
                "Tlalnepantla de Baz",
                "Texcoco",
                "Valle de Bravo",
            ]),
        ),
        (
            "map-many",
            Chart {
                highlight: vec!["Lugar 7".into()],
                ..places(&(0..60).map(|i| format!("Lugar {i}")).collect::<Vec<_>>())
            },
        ),
    ]
}

#[test]
fn charts_look_and_speak_as_they_did() {
    let [es, en] = ["es", "en"].map(scope);
    let assert = snapbox::Assert::new().action_env(DEFAULT_ACTION_ENV);
    let _ = Action::Verify;
    for (name, chart) in cases() {
        for (tag, scope) in [("es", &es), ("en", &en)] {
            let html = figure(scope, &chart, "c");
            let broken = html.replace("><", ">\n<") + "\n";
            let path = repository(&format!("tests/charts/{name}.{tag}.html"));
            assert.eq(
                broken,
                snapbox::Data::read_from(&path, Some(snapbox::data::DataFormat::Text)),
            );
            sound(name, &html);
        }
    }
}

/// Charts the size of a word, each in a file of its own: a line of many values with a gap, how values are spread, a share.
#[test]
fn sparklines_look_as_they_did_and_weigh_200_bytes_at_most() {
    let wave = |i: i32| (i != 20).then(|| f64::from(i * i % 37 + i));
    let drawn = [
        (
            "mini-line",
            mini::line(&(0..48).map(wave).collect::<Vec<_>>()),
        ),
        (
            "mini-spread",
            mini::spread(&[1, 0, 4, 9, 43, 20, 7, 3, 0, 1], "1 0 4 9 43 20 7 3 0 1"),
        ),
        ("mini-share", mini::share(43.2)),
    ];
    let assert = snapbox::Assert::new().action_env(DEFAULT_ACTION_ENV);
    for (name, svg) in drawn {
        assert!(weight(&svg) <= 200, "{name} weighs {}", weight(&svg));
        let path = repository(&format!("tests/charts/{name}.html"));
        let broken = svg.replace("><", ">\n<") + "\n";
        assert.eq(
            broken,
            snapbox::Data::read_from(&path, Some(snapbox::data::DataFormat::Text)),
        );
    }
}

/// Compressed, in bytes.
fn weight(html: &str) -> usize {
    use std::io::Write;
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    zip.write_all(html.as_bytes()).unwrap();
    zip.finish().unwrap().len()
}

/// What holds for every chart.
fn sound(name: &str, html: &str) {
    for bad in ["NaN", "inf\"", "<script", "<b>x", "onload=", "[chart"] {
        assert!(!html.contains(bad), "{name}: {bad}: {html}");
    }
    if let Some(desc) = html.split("<desc").nth(1) {
        let said = desc
            .split("</desc>")
            .next()
            .unwrap()
            .split_once('>')
            .unwrap()
            .1;
        assert!(
            said.bytes().any(|b| b.is_ascii_digit()),
            "{name}: no number in “{said}”"
        );
    }
    assert!(weight(html) <= 3072, "{name} weighs {}", weight(html));
    for part in html
        .split(" y=\"")
        .skip(1)
        .chain(html.split(" x=\"").skip(1))
    {
        let number: f64 = part.split('"').next().unwrap().parse().unwrap();
        assert!((-1.0..2000.0).contains(&number), "{name}: {number}");
    }
}

#[test]
fn nothing_breaks_a_drawing() {
    let scope = scope("es");
    let values: Vec<Vec<&str>> = vec![
        vec!["5", "", ""],
        vec!["7", "7", "7"],
        vec!["0", "0", "0"],
        vec!["-3", "-9", "-1"],
        vec!["1000000000000000000", "-1000000000000000000", "3"],
        vec!["NaN", "inf", "1e400"],
        vec!["0.000000001", "0.000000002", "0.0000000015"],
        vec!["", "", ""],
    ];
    let hostile = "<b>x</b><script>alert(1)</script>\"'&";
    let word = "Z".repeat(300);
    for kind in charts::shape_names() {
        for values in &values {
            for time in [true, false] {
                let labels = if time {
                    ["2020", "2021-02", "2022-12-31"]
                } else {
                    [hostile, &word, ""]
                };
                let all = vec![series(Some(hostile), values), series(Some(&word), values)];
                let drawn = Chart {
                    time,
                    unit: Some(hostile.into()),
                    ..chart(kind, &labels, all)
                };
                let html = figure(&scope, &drawn, "c");
                for bad in ["NaN\"", "NaN ", "inf\"", "<script", "<b>x", "onload="] {
                    assert!(!html.contains(bad), "{kind} {values:?}: {bad}: {html}");
                }
            }
        }
        let labels: Vec<String> = (0..200).map(|i| format!("Categoría {i}")).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let html = figure(
            &scope,
            &chart(kind, &labels, vec![series(None, &vec!["4"; 200])]),
            "c",
        );
        assert!(html.contains("<table>"), "{kind}");
        figure(&scope, &chart(kind, &[], Vec::new()), "c");
    }
}

/// What is said in another language than the page's is marked, so that it is read aloud, and is, as it should.
#[test]
fn words_in_another_language_are_marked() {
    let spanish = |words: &str| Phrase {
        lang: Some("es".into()),
        ..Phrase::new(words)
    };
    let chart = Chart {
        title: Some(spanish("Suben las tomas")),
        note: Some(spanish("Sin datos de 2023.")),
        measure: spanish("Tomas"),
        only: vec![ChartCondition {
            column: spanish("Zona"),
            values: vec!["Norte".into()],
        }],
        ..over_time(
            "columns",
            &["2017", "2019", "2021"],
            vec![series(None, &["39", "52", "48"])],
        )
    };
    let html = figure(&scope("en"), &chart, "c");
    for words in ["Suben las tomas", "Tomas", "Zona: Norte"] {
        assert!(
            html.contains(&format!("<span lang=\"es\">{words}</span>")),
            "{words}: {html}"
        );
    }
    assert!(
        html.contains("<p class=\"small\" lang=\"es\">Sin datos de 2023.</p>"),
        "{html}"
    );
    assert!(
        html.contains(" \u{b7} 2017\u{2013}2021</span></figcaption>"),
        "{html}"
    );
}

/// A portal of one dataset of each table, or with other files of datasets; what is drawn of it.
fn drawn(tables: &[(&str, &str)]) -> Vec<(String, Chart)> {
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "tragaluz.toml",
        "[portal]\ntitle = \"P\"\nlanguages = [\"es\"]\n",
    );
    write("content/index.md", "---\ntitle: P\n---\n");
    for (name, text) in tables {
        let csv = || format!("data/{name}/{name}.csv");
        write(
            &name.find('/').map_or_else(csv, |_| format!("data/{name}")),
            text,
        );
    }
    let mut sink = Sink::new();
    let source = tragaluz::source::read(root.path(), &mut sink).unwrap();
    let portal = tragaluz::model::gather(&source, &tragaluz::cache::Cache::off(), &mut sink);
    let tables = tragaluz::tables::ingest(
        &portal.datasets,
        &tragaluz_tables::Home::of_publisher(root.path()),
        None,
        &tragaluz::timing::Timings::default(),
        &mut sink,
    )
    .unwrap();
    let charts = charts::draw(&portal, &tables, &|_, _| None, &mut sink);
    charts
        .drawn()
        .map(|drawn| (drawn.dataset.to_owned(), drawn.chart.clone()))
        .collect()
}

fn csv(head: &str, rows: impl Iterator<Item = String>) -> String {
    format!("{head}\n{}\n", rows.collect::<Vec<_>>().join("\n"))
}

#[test]
fn the_first_rule_that_fits_chooses() {
    let years = || (0..9).map(|i| 2010 + i);
    let by = |n: usize| {
        csv(
            "fecha,grupo,valor",
            years()
                .flat_map(move |y| (0..n).map(move |i| format!("{y}-01-31,g{i},{}", y + i as i32))),
        )
    };
    let tables = [
        (
            "a-periods",
            csv(
                "hito,inicio,fin,estado",
                (1..5).map(|i| {
                    format!(
                        "h{i},2023-0{i}-01,2023-0{}-01,{}",
                        i + 2,
                        ["sí", "no"][i % 2]
                    )
                }),
            ),
        ),
        (
            "b-status",
            csv(
                "nota,cumple",
                (1..9).map(|i| format!("n{i},{}", ["sí", "no"][i % 2])),
            ),
        ),
        (
            "c-line",
            csv(
                "fecha,valor",
                years().map(|y| format!("{y}-05-01,{}", y * 3)),
            ),
        ),
        (
            "d-columns",
            csv(
                "fecha,valor",
                years().take(4).map(|y| format!("{y}-05-01,{}", y * 3)),
            ),
        ),
        ("e-lines", by(3)),
        ("f-multiples", by(7)),
        ("g-sparks", by(14)),
        (
            "g-years",
            csv("año,multas", (2019..2024).map(|y| format!("{y},{}", y * 3))),
        ),
        (
            "h-bars",
            csv("municipio,valor", (1..9).map(|i| format!("m{i},{}", i * i))),
        ),
        (
            "i-top",
            csv(
                "municipio,valor",
                (1..40).map(|i| format!("m{i},{}", i * i)),
            ),
        ),
        (
            "j-points",
            csv(
                "alto,ancho",
                (1..30).map(|i| format!("{}.5,{}.25", i * i, i * 3)),
            ),
        ),
        (
            "k-cross",
            csv(
                "zona,tema",
                (1..30).map(|i| format!("z{},t{}", i % 3, i % 4)),
            ),
        ),
        (
            "l-histogram",
            csv("monto", (1..60).map(|i| format!("{}.5", i * i))),
        ),
        (
            "m-identifiers",
            csv(
                "clave,nombre",
                (1..30).map(|i| format!("{i:05},persona {i} {}", "x".repeat(90))),
            ),
        ),
        (
            "n-repeated",
            csv(
                "fecha,valor",
                years().flat_map(|y| [format!("{y}-05-01,1"), format!("{y}-05-01,2")]),
            ),
        ),
        (
            "o-missing",
            csv(
                "fecha,valor",
                years().map(|y| {
                    format!(
                        "{y}-05-01,{}",
                        if y % 2 == 0 || y == 2011 {
                            String::new()
                        } else {
                            y.to_string()
                        }
                    )
                }),
            ),
        ),
        (
            "p-few",
            csv("municipio,valor", (1..3).map(|i| format!("m{i},{i}"))),
        ),
        (
            "q-total",
            csv(
                "sexo,valor",
                ["Mujeres,5", "Hombres,4", "Otro,1", "Total,10"]
                    .into_iter()
                    .map(ToOwned::to_owned),
            ),
        ),
        (
            "r-two-groups",
            csv(
                "fecha,zona,sexo,valor",
                years().flat_map(|y| {
                    (0..4).map(move |i| format!("{y}-01-01,z{},s{},1", i / 2, i % 2))
                }),
            ),
        ),
    ];
    let tables: Vec<(&str, &str)> = tables.iter().map(|(n, c)| (*n, c.as_str())).collect();
    let found: Vec<String> = drawn(&tables)
        .into_iter()
        .map(|(name, chart)| format!("{name}: {}", chart.kind))
        .collect();
    let expected = [
        "a-periods: timeline",
        "b-status: strip",
        "c-line: line",
        "d-columns: columns",
        "e-lines: line",
        "f-multiples: multiples",
        "g-sparks: sparks",
        "g-years: columns",
        "h-bars: bars",
        "i-top: bars",
        "j-points: points",
        "k-cross: cross",
        "l-histogram: histogram",
        "q-total: bars",
    ];
    assert_eq!(found, expected);
}

/// Rows of sexes and states, with or without a whole of each, over eight years.
fn of_people(sexes: &[&str], states: &[&str]) -> String {
    let row = |year: usize, at: usize, sex: &str, state: &str| {
        format!("{},{state},{sex},{}", 2010 + year, 100 + year * 10 + at)
    };
    let rows = (0..8).flat_map(|year| {
        let pairs = states
            .iter()
            .flat_map(|state| sexes.iter().map(move |sex| (*state, *sex)));
        pairs
            .enumerate()
            .map(move |(at, (state, sex))| row(year, at, sex, state))
    });
    csv("year,entidad,sexo,personas", rows)
}

/// A chart shows the whole before its parts, and nothing rather than what a machine's name would title.
#[test]
fn the_whole_comes_first_and_no_title_is_a_machine_s_name() {
    let total = ["Total", "Mujeres", "Hombres"];
    let states = ["Nacional", "Sonora", "Puebla", "Colima", "Oaxaca"];
    let named = |name: &str| {
        csv(
            &format!("year,{name}"),
            (2010..2020).map(|y| format!("{y},{}", y * 3)),
        )
    };
    let described = "---\ntitle: R\nresources:\n  - path: r-described.csv\n    schema:\n      fields:\n        - {name: pob_tot, type: integer, title: Personas}\n---\n";
    let tables = [
        ("a-both", of_people(&total, &states)),
        ("b-states", of_people(&["Mujeres", "Hombres"], &states)),
        (
            "c-neither",
            of_people(&["Mujeres", "Hombres"], &states[1..]),
        ),
        ("d-few", of_people(&total, &["Nacional"])),
        ("e-parts", of_people(&total, &states[1..])),
        ("p-machine", named("Avail_seat_km_per_week")),
        ("q-camel", named("popTotal")),
        ("r-described", named("pob_tot")),
        ("r-described/dataset.md", described.to_owned()),
        ("s-words", named("Tomas de agua")),
    ];
    let tables: Vec<(&str, &str)> = tables.iter().map(|(n, c)| (*n, c.as_str())).collect();
    let found: Vec<String> = (drawn(&tables).into_iter())
        .map(|(name, chart)| {
            let names: Vec<&str> = chart
                .series
                .iter()
                .filter_map(|s| s.name.as_deref())
                .collect();
            format!("{name}: {} {}", chart.kind, names.join(" "))
        })
        .collect();
    let expected = [
        "a-both: line ",
        "b-states: line Mujeres Hombres",
        "d-few: line Total Mujeres Hombres",
        "e-parts: line Sonora Puebla Colima Oaxaca",
        "r-described: line ",
        "s-words: line ",
    ];
    assert_eq!(found, expected);
}

/// Where one rule ends and the next begins: the numbers that `docs/charts.md` states.
#[test]
fn rules_end_where_the_document_says() {
    let days = |n: usize| {
        csv(
            "fecha,valor",
            (1..=n).map(|i| format!("2024-01-{i:02},{}", i * i)),
        )
    };
    let groups = |n: usize| {
        let row = |year: usize, i: usize| format!("{}-01-31,g{i},{}", 2010 + year, year * 10 + i);
        csv(
            "fecha,grupo,valor",
            (0..8).flat_map(move |year| (0..n).map(move |i| row(year, i))),
        )
    };
    let places = |n: usize| {
        csv(
            "municipio,valor",
            (1..=n).map(|i| format!("m{i},{}", i * i)),
        )
    };
    let pairs = |n: usize| {
        csv(
            "alto,ancho",
            (1..=n).map(|i| format!("{}.5,{}.25", i % 97, i * 3 % 101)),
        )
    };
    let ordinal = "---\ntitle: Grado\nresources:\n  - path: m-ordinal.csv\n    schema:\n      fields:\n        - {name: grado, type: string, \
                   constraints: {enum: [bajo, medio, alto]}}\n        - {name: valor, type: integer}\n---\n";
    let of_status =
        "hito,situación\na,Concluido\nb,En proceso\nc,En proceso\nd,Detenido\n".to_owned();
    let tables = [
        ("a-five", days(5)),
        ("a-six", days(6)),
        ("b-four", groups(4)),
        ("b-five", groups(5)),
        ("c-twelve", groups(12)),
        ("c-thirteen", groups(13)),
        ("d-forty", groups(40)),
        ("d-forty-one", groups(41)),
        ("e-sixteen", places(16)),
        ("e-seventeen", places(17)),
        ("f-300", pairs(300)),
        ("f-301", pairs(301)),
        (
            "g-few-numbers",
            csv("monto", (1..=9).map(|i| format!("{i}.5"))),
        ),
        (
            "g-many-numbers",
            csv(
                "monto",
                (1..=4000).map(|i| format!("{}.5", i * 7919 % 4001)),
            ),
        ),
        (
            "h-coordinates",
            csv(
                "lat,lon",
                (1..=30).map(|i| format!("{}.5,-{}.25", 10 + i, 90 + i)),
            ),
        ),
        ("i-status", of_status),
        (
            "m-ordinal",
            csv(
                "grado,valor",
                ["alto,4", "bajo,9", "medio,7"]
                    .into_iter()
                    .map(ToOwned::to_owned),
            ),
        ),
        ("m-ordinal/dataset.md", ordinal.to_owned()),
    ];
    let tables: Vec<(&str, &str)> = tables
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let found = drawn(&tables);
    let line = |(name, chart): &(String, Chart)| {
        let others = chart
            .others
            .as_ref()
            .map_or(String::new(), |others| format!(" + {}", others.count));
        // Of a thousand pairs only counts are kept: a second series.
        let labels = if name == "f-301" {
            "few".to_owned()
        } else {
            chart.labels.len().to_string()
        };
        format!(
            "{name}: {} {labels}{others} x {}",
            chart.kind,
            chart.series.len()
        )
    };
    let expected = [
        "a-five: columns 5 x 1",
        "a-six: line 6 x 1",
        "b-five: multiples 8 x 5",
        "b-four: line 8 x 4",
        "c-thirteen: sparks 8 x 13",
        "c-twelve: multiples 8 x 12",
        "d-forty: sparks 8 x 40",
        "e-seventeen: bars 15 + 2 x 1",
        "e-sixteen: bars 16 x 1",
        "f-300: points 300 x 1",
        "f-301: points few x 2",
        "g-few-numbers: histogram",
        "g-many-numbers: histogram",
        "i-status: strip 3 x 1",
        "m-ordinal: bars 3 x 1",
    ];
    for ((found, line), expected) in found.iter().map(|one| (one, line(one))).zip(expected) {
        assert!(line.starts_with(expected), "{line}, not {expected}");
        let classes = found.1.labels.len() - 1;
        assert!(
            found.1.kind != "histogram" || (5..=20).contains(&classes),
            "{line}"
        );
    }
    assert_eq!(
        found.len(),
        expected.len(),
        "{:?}",
        found.iter().map(line).collect::<Vec<_>>()
    );
    let ordinal = found.iter().find(|(name, _)| name == "m-ordinal").unwrap();
    assert_eq!(ordinal.1.labels, ["bajo", "medio", "alto"]);
}

/// Of many categories the largest and the smallest are drawn, and those between that stand out, or that the title names or
/// counts.
#[test]
fn what_a_title_claims_is_drawn() {
    let rows = csv(
        "municipio,valor",
        (1..=40).map(|i| format!("Lugar {i:02},{}", i * i)),
    );
    let declared = "---\ntitle: C\nchart:\n  type: bars\n  x: municipio\n  y: valor\n  highlight: [Lugar 20]\n  title: En el Lugar 09 son 81, y en otro 225\n---\n";
    let found = drawn(&[("a", &rows), ("a/dataset.md", declared)]);
    let chart = &found[0].1;
    let expected = [
        40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 20, 15, 9, 3, 2, 1,
    ];
    let expected: Vec<String> = expected.iter().map(|i| format!("Lugar {i:02}")).collect();
    assert_eq!(chart.labels, expected);
    let others = chart.others.as_ref().unwrap();
    let gaps: Vec<(u64, u64)> = others.gaps.iter().map(|g| (g.before, g.count)).collect();
    assert_eq!(gaps, [(12, 8), (13, 4), (14, 5), (15, 5)]);
    let html = figure(&scope("en"), chart, "c");
    assert!(html.contains(">8 more between</text>"), "{html}");
}

/// Projections are drawn apart, and said in the table and to those who do not see the chart.
#[test]
fn projections_are_told_from_counts() {
    let people = csv(
        "year,Personas",
        (2018..2030).map(|y| format!("{y},{}000000", y - 1900)),
    );
    let declared = |from: &str| format!("---\ntitle: C\nchart: {{note-from: {from}}}\n---\n");
    let found = drawn(&[("a", &people), ("a/dataset.md", &declared("2026"))]);
    let html = figure(&scope("en"), &found[0].1, "c");
    for part in [
        "class=\"p\"",
        ">projections</text>",
        "From 2026 on: projections.</desc>",
        ">2026 (projection)</th>",
        ">2025</th>",
        "118 million in 2018, 129 million in 2029 (+11 million)",
        ">2029</text>",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    let found = drawn(&[("a", &people), ("a/dataset.md", &declared("2040"))]);
    assert_eq!(found[0].1.note_from, None);
}

/// Colours of a theme's styles: the first set is light, the second dark.
fn palettes(theme: &str) -> [Vec<[f64; 3]>; 2] {
    let file = if theme == "claro" {
        "parts/style.css"
    } else {
        "style.css"
    };
    let css = repository(&format!("themes/{theme}/templates/{file}"));
    let css = fs::read_to_string(css).unwrap();
    let of = |nth: usize| {
        let colour = |i: usize| {
            let hex = css.split(&format!("--c{i}:#")).nth(nth).unwrap()[..6].to_owned();
            [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0)
        };
        (1..=4).map(colour).collect::<Vec<_>>()
    };
    [of(1), of(2)]
}

fn linear(c: [f64; 3]) -> [f64; 3] {
    c.map(|v| {
        if v <= 0.04045 {
            v / 12.92
        } else {
            ((v + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn luminance(c: [f64; 3]) -> f64 {
    let [r, g, b] = linear(c);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Machado, Oliveira and Fernandes (2009), severity 1: protan, deutan, tritan.
const BLIND: [[[f64; 3]; 3]; 3] = [
    [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ],
    [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ],
    [
        [1.255_528, -0.076_749, -0.178_779],
        [-0.078_411, 0.930_809, 0.147_602],
        [0.004_733, 0.691_367, 0.303_900],
    ],
];

fn lab(rgb: [f64; 3]) -> [f64; 3] {
    let [r, g, b] = rgb.map(|v| v.clamp(0.0, 1.0));
    let x = (0.412_456 * r + 0.357_576 * g + 0.180_438 * b) / 0.950_47;
    let y = 0.212_673 * r + 0.715_152 * g + 0.072_175 * b;
    let z = (0.019_334 * r + 0.119_192 * g + 0.950_304 * b) / 1.088_83;
    let [x, y, z] = [x, y, z].map(|t: f64| {
        if t > 0.008_856 {
            t.cbrt()
        } else {
            7.787 * t + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIEDE2000 (Sharma, Wu and Dalal 2005).
fn distance(one: [f64; 3], two: [f64; 3]) -> f64 {
    let chroma = |c: [f64; 3]| c[1].hypot(c[2]);
    let mean = f64::midpoint(chroma(one), chroma(two)).powi(7);
    let g = 0.5 * (1.0 - (mean / (mean + 25f64.powi(7))).sqrt());
    let polar = |c: [f64; 3]| {
        let a = c[1] * (1.0 + g);
        (a.hypot(c[2]), c[2].atan2(a).to_degrees().rem_euclid(360.0))
    };
    let ((c1, h1), (c2, h2)) = (polar(one), polar(two));
    let turn = (h2 - h1 + 540.0).rem_euclid(360.0) - 180.0;
    let hue = (h1 + turn / 2.0).rem_euclid(360.0);
    let (dl, dc, dh) = (
        two[0] - one[0],
        c2 - c1,
        2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin(),
    );
    let (l, c) = (f64::midpoint(one[0], two[0]), f64::midpoint(c1, c2));
    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(hue - 30.0) + 0.24 * cos(2.0 * hue) + 0.32 * cos(3.0 * hue + 6.0)
        - 0.2 * cos(4.0 * hue - 63.0);
    let sl = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rc = 2.0 * (c.powi(7) / (c.powi(7) + 25f64.powi(7))).sqrt();
    let rt = -rc
        * (2.0 * 30.0 * (-((hue - 275.0) / 25.0).powi(2)).exp())
            .to_radians()
            .sin();
    ((dl / sl).powi(2) + (dc / sc).powi(2) + (dh / sh).powi(2) + rt * (dc / sc) * (dh / sh)).sqrt()
}

#[test]
fn colours_are_seen_by_everybody() {
    for theme in ["claro", "llano"] {
        for (palette, ground) in palettes(theme)
            .into_iter()
            .zip([[1.0; 3], [0x14, 0x18, 0x1c].map(|v| f64::from(v) / 255.0)])
        {
            for colour in &palette {
                let (a, b) = (luminance(*colour), luminance(ground));
                let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(contrast >= 4.5, "{theme}: {contrast}");
            }
            let mut least = f64::INFINITY;
            for (i, one) in palette.iter().enumerate() {
                for two in &palette[i + 1..] {
                    let pair = [linear(*one), linear(*two)];
                    least = least.min(distance(lab(pair[0]), lab(pair[1])));
                    for matrix in BLIND {
                        let seen = |c: [f64; 3]| {
                            lab(matrix.map(|row| row[0] * c[0] + row[1] * c[1] + row[2] * c[2]))
                        };
                        least = least.min(distance(seen(pair[0]), seen(pair[1])));
                    }
                }
            }
            assert!(least >= 20.0, "{theme}: {least}");
        }
    }
}

/// What is found in a portal whose page has this block.
fn found(block: &str) -> Vec<String> {
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "tragaluz.toml",
        "[portal]\ntitle = \"P\"\nlanguages = [\"es\"]\n",
    );
    write(
        "content/index.md",
        &format!("---\ntitle: P\n---\n## Datos\n\n{block}\n"),
    );
    write(
        "data/gasto/gasto.csv",
        "anio,monto\n2019,5\n2020,7\n2021,9\n2021,4\n",
    );
    let mut sink = Sink::new();
    let source = tragaluz::source::read(root.path(), &mut sink).unwrap();
    let portal = tragaluz::model::gather(&source, &tragaluz::cache::Cache::off(), &mut sink);
    let tables = tragaluz::tables::ingest(
        &portal.datasets,
        &tragaluz_tables::Home::of_publisher(root.path()),
        None,
        &tragaluz::timing::Timings::default(),
        &mut sink,
    )
    .unwrap();
    charts::draw(&portal, &tables, &|_, _| None, &mut sink);
    let place =
        |d: &tragaluz::diag::Diagnostic| d.place.as_ref().map_or((0, 0), |p| (p.line, p.column));
    let said = sink.into_sorted();
    said.iter()
        .filter(|d| d.code.id != "data-type-guessed")
        .map(|d| format!("{} {:?}", d.code.id, place(d)))
        .collect()
}

#[test]
fn a_block_that_names_what_is_not_there_is_found_at_its_place() {
    let block = |body: &str| found(&format!("```chart\n{body}\n```"));
    assert_eq!(block("data: gasot"), ["chart-data-absent (7, 7)"]);
    assert_eq!(
        block("data: gasto\nx: anio\ny: mont"),
        ["chart-column-absent (9, 4)"]
    );
    assert_eq!(
        block("data: gasto\nwhere: {ano: 2020}"),
        ["chart-column-absent (8, 9)"]
    );
    assert_eq!(
        block("data: gasto\ntitle: a: b"),
        ["chart-unreadable (8, 9)"]
    );
    // The table has two rows of one year, so that the rules draw none.
    assert_eq!(
        block("data: gasto\ncolour: red"),
        ["chart-not-drawn (7, 1)", "unknown-fact (8, 1)"]
    );
    assert_eq!(
        block("data: gasto\ntype: pie"),
        ["chart-not-drawn (7, 1)", "wrong-word (8, 7)"]
    );
    assert_eq!(block("type: line"), ["missing-fact (7, 1)"]);
    assert_eq!(
        block("data: gasto\nx: anio\ny: monto"),
        ["chart-not-drawn (7, 1)"]
    );
    let summed = "data: gasto\nx: anio\ny: monto\naggregate: sum\ntitle: De 5 a ";
    assert_eq!(block(&format!("{summed}13")), Vec::<String>::new());
    assert_eq!(
        block(&format!("{summed}14")),
        ["chart-title-number (11, 8)"]
    );
    assert_eq!(
        found("```table\ndata: gasto\ncolumns: [anio, mes]\n```"),
        ["chart-column-absent (8, 17)"]
    );
    assert_eq!(
        found("```table\ndata: gasto/gasto\ncolumns: [anio, monto]\nlimit: 2\n```"),
        Vec::<String>::new()
    );
}

#[test]
fn every_shape_has_its_name_in_both_languages_and_a_line_in_the_docs() {
    let docs = fs::read_to_string(repository("docs/charts.md")).unwrap();
    for name in charts::shape_names() {
        assert!(
            docs.contains(&format!("`{name}`")),
            "docs/charts.md lacks `{name}`"
        );
        for lang in ["en", "es"] {
            let words = fs::read_to_string(repository(&format!("themes/claro/i18n/{lang}.ftl")));
            let message = format!("\nchart-type-{name} = ");
            assert!(
                words.unwrap().contains(&message),
                "{lang}.ftl lacks chart-type-{name}"
            );
        }
    }
}
