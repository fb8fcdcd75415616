//! The register of end-of-commitment reports.

use super::{Column, Register, Sheet, extra, extra_of, fact, list, words};
use crate::model::Portal;
use crate::model::report::Report;

pub fn draw(portal: &Portal) -> Option<Register> {
    let mut columns = own_facts();
    columns.extend(answers());
    columns.push(extra(|portal, r| extra_of(portal, &r.head)));
    Sheet {
        id: "register-reports",
        title: ["Registro de informes de fin de compromiso", "Register of end-of-commitment reports"],
        summary: [
            "Los informes con que se evaluaron los compromisos, uno por fila, con el avance y el grado de cada resultado.",
            "The reports that evaluated commitments, one a row, with the completion and the degree of each result.",
        ],
        row_is: ["un informe", "one report"],
        items: portal.reports.iter().collect(),
        columns,
        key: &["id"],
        refers: Vec::new(),
        updated: |r| r.head.updated,
        drawn: None,
        period: |_| [None, None],
    }
    .fill(portal)
}

/// What a report says of itself.
fn own_facts() -> Vec<Column<Report>> {
    vec![
        fact("id", "string", ["Identificador", "Identifier"], ["El de este portal.", "This portal's own."], |_, r| {
            Some(r.head.id.clone())
        }),
        words("title", ["Título", "Title"], ["Título del informe.", "Title of the report."], |r| &r.head.title),
        fact(
            "commitment",
            "string",
            ["Compromiso", "Commitment"],
            ["El que se evalúa.", "The one evaluated."],
            |_, r| r.commitment.as_ref().map(|c| c.value.clone()),
        ),
        fact("locality", "string", ["Localidad", "Locality"], ["Quién informa.", "Who reports."], |_, r| {
            r.locality.as_ref().map(|t| t.id.clone())
        }),
        fact(
            "action_plan",
            "string",
            ["Plan de acción", "Action plan"],
            ["Su identificador.", "Its identifier."],
            |_, r| r.action_plan.as_ref().map(|p| p.value.clone()),
        ),
    ]
}

/// What it answers.
fn answers() -> Vec<Column<Report>> {
    vec![
        fact(
            "completion",
            "string",
            ["Avance", "Completion"],
            ["Pregunta 1.1 del informe.", "Question 1.1 of the report."],
            |_, r| r.completion.as_ref().map(|c| c.value.code().to_owned()),
        ),
        fact(
            "as_planned",
            "string",
            ["Como se planeó", "As planned"],
            ["Pregunta 1.3 del informe.", "Question 1.3 of the report."],
            |_, r| r.as_planned.as_ref().map(|p| p.value.code().to_owned()),
        ),
        fact(
            "degree_2_1_1",
            "string",
            ["Grado 2.1.1", "Degree 2.1.1"],
            ["Acceso a la información.", "Access to information."],
            |_, r| degree(r, "2.1.1"),
        ),
        fact(
            "degree_2_1_2",
            "string",
            ["Grado 2.1.2", "Degree 2.1.2"],
            ["Participación.", "Participation."],
            |_, r| degree(r, "2.1.2"),
        ),
        fact(
            "degree_2_1_3",
            "string",
            ["Grado 2.1.3", "Degree 2.1.3"],
            ["Rendición de cuentas.", "Accountability."],
            |_, r| degree(r, "2.1.3"),
        ),
        fact(
            "evaluators",
            "string",
            ["Evaluadores", "Evaluators"],
            ["Nombres publicados.", "Names as published."],
            |_, r| list(r.evaluators.iter().map(|e| e.name.as_str())),
        ),
        fact(
            "updated",
            "string",
            ["Actualizado", "Updated"],
            ["Última vez que cambió.", "When it last changed."],
            |_, r| r.head.updated.map(|d| d.to_string()),
        ),
    ]
}

fn degree(report: &Report, question: &str) -> Option<String> {
    report.answers.iter().find(|a| a.question == question)?.degree.map(str::to_owned)
}
