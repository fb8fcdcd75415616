//! The register of initiatives and good practices.

use super::column::{RegisterColumn, extra, extra_of, fact, list, words};
use super::draft::{Register, RegisterDraft};
use crate::model::initiative::Initiative;
use crate::model::portal::Portal;

pub(crate) fn draw(portal: &Portal) -> Option<Register> {
    RegisterDraft {
        id: "register-initiatives".into(),
        title: ["Registro de iniciativas", "Register of initiatives"].into(),
        summary: [
            "Los programas y las buenas prácticas de gobierno abierto de este portal, uno por fila, con quién los lleva.",
            "The open government programmes and good practices of this portal, one a row, with who runs them.",
        ].into(),
        row_is: ["una iniciativa o una buena práctica", "one initiative or good practice"].into(),
        items: portal.initiatives.iter().collect(),
        columns: [columns(), reach()].into_iter().flatten().collect(),
        key: &["kind", "id"],
        refers: Vec::new(),
        updated: |i| i.head.updated,
        drawn: None,
        period: |i| [i.start.as_ref().map(|d| d.value), i.end.as_ref().map(|d| d.value)],
    }
    .fill(portal)
}

/// What an initiative says of itself.
fn columns() -> Vec<RegisterColumn<Initiative>> {
    vec![
        fact(
            "id",
            "string",
            ["Identificador", "Identifier"],
            ["El de este portal.", "This portal's own."],
            |_, i| Some(i.head.id.clone()),
        ),
        fact(
            "kind",
            "string",
            ["Clase", "Kind"],
            ["initiative o practice.", "initiative or practice."],
            |_, i| {
                Some(if i.practice {
                    "practice".into()
                } else {
                    "initiative".into()
                })
            },
        ),
        words(
            "title",
            ["Título", "Title"],
            ["Nombre de la iniciativa.", "Name of the initiative."],
            |i| &i.head.title,
        ),
        words(
            "summary",
            ["Resumen", "Summary"],
            ["En breve.", "In brief."],
            |i| &i.head.summary,
        ),
        fact(
            "institution",
            "string",
            ["Institución", "Institution"],
            ["Quién la lleva.", "Who runs it."],
            |_, i| i.institution.as_ref().map(|t| t.id.clone()),
        ),
    ]
}

/// Where and when an initiative runs.
fn reach() -> Vec<RegisterColumn<Initiative>> {
    vec![
        fact(
            "level",
            "string",
            ["Ámbito", "Level"],
            [
                "international, national, state o municipal.",
                "international, national, state or municipal.",
            ],
            |_, i| i.level.map(str::to_owned),
        ),
        fact(
            "editions",
            "string",
            ["Ediciones", "Editions"],
            [
                "Años, separados por punto y coma.",
                "Years, separated by semicolons.",
            ],
            |_, i| list(i.editions.iter().map(String::as_str)),
        ),
        fact(
            "start",
            "string",
            ["Inicio", "Start"],
            ["Como en la fuente.", "As in the source."],
            |_, i| i.start.as_ref().map(|d| d.value.to_string()),
        ),
        fact(
            "end",
            "string",
            ["Fin", "End"],
            ["Como en la fuente.", "As in the source."],
            |_, i| i.end.as_ref().map(|d| d.value.to_string()),
        ),
        extra(|portal, i| extra_of(portal, &i.head)),
    ]
}
