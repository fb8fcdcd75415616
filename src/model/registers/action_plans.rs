//! The register of action plans.

use super::column::{RegisterColumn, extra, extra_of, fact, words};
use super::draft::{Register, RegisterDraft};
use crate::model::action_plan::ActionPlan;
use crate::model::portal::Portal;

pub(crate) fn draw(portal: &Portal) -> Option<Register> {
    RegisterDraft {
        id: "register-action-plans".into(),
        title: ["Registro de planes de acción", "Register of action plans"].into(),
        summary: [
            "Los planes de acción que citan los compromisos de este portal, uno por fila, con su periodo y de quién son.",
            "The action plans that this portal's commitments cite, one a row, with their period and whose they are.",
        ].into(),
        row_is: ["un plan de acción", "one action plan"].into(),
        items: portal.action_plans.iter().collect(),
        columns: columns(),
        key: &["id"],
        refers: Vec::new(),
        updated: |p| p.head.updated,
        drawn: None,
        period: |p| [p.start.as_ref().map(|d| d.value), p.end.as_ref().map(|d| d.value)],
    }
    .fill(portal)
}

fn columns() -> Vec<RegisterColumn<ActionPlan>> {
    vec![
        fact(
            "id",
            "string",
            ["Identificador", "Identifier"],
            ["El de este portal.", "This portal's own."],
            |_, p| Some(p.head.id.clone()),
        ),
        words(
            "title",
            ["Título", "Title"],
            ["Título del plan.", "Title of the plan."],
            |p| &p.head.title,
        ),
        fact(
            "locality",
            "string",
            ["Localidad", "Locality"],
            ["De quién es el plan.", "Whose plan it is."],
            |_, p| p.locality.as_ref().map(|t| t.id.clone()),
        ),
        fact(
            "start",
            "string",
            ["Inicio", "Start"],
            ["Como en la fuente.", "As in the source."],
            |_, p| p.start.as_ref().map(|d| d.value.to_string()),
        ),
        fact(
            "end",
            "string",
            ["Fin", "End"],
            ["Como en la fuente.", "As in the source."],
            |_, p| p.end.as_ref().map(|d| d.value.to_string()),
        ),
        fact(
            "commitments",
            "integer",
            ["Compromisos", "Commitments"],
            [
                "Cuántos de este portal contiene.",
                "How many of this portal it holds.",
            ],
            |portal, p| Some(portal.commitments_of_plan(p).len().to_string()),
        ),
        extra(|portal, p| extra_of(portal, &p.head)),
    ]
}
