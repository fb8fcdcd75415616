//! The register of commitments.

use super::column::{RegisterColumn, comments, extra, extra_of, fact, list, verdict, words};
use super::draft::{Register, RegisterDraft};
use crate::model::commitment::{Commitment, PlanMembership};
use crate::model::evaluation::VERDICTS;
use crate::model::portal::Portal;

/// The name of this register as a dataset.
pub(crate) const COMMITMENTS: &str = "register-commitments";

pub(crate) fn draw(portal: &Portal) -> Option<Register> {
    let mut columns = own_facts();
    columns.extend(periods());
    columns.extend(subjects());
    columns.extend(evaluation());
    columns.push(extra(|portal, c| extra_of(portal, &c.head)));
    RegisterDraft {
        id: COMMITMENTS.into(),
        title: ["Registro de compromisos", "Register of commitments"].into(),
        summary: [
            "Todos los compromisos de este portal, uno por fila: de quién son, cuándo empiezan y terminan, cómo van y cómo se evaluaron.",
            "Every commitment of this portal, one a row: whose it is, when it starts and ends, how it stands and how it was evaluated.",
        ].into(),
        row_is: ["un compromiso", "one commitment"].into(),
        items: portal.commitments.iter().collect(),
        columns,
        key: &["id"],
        refers: Vec::new(),
        updated: |c| c.head.updated,
        drawn: Some("status"),
        period: |c| [c.start.as_ref().map(|d| d.value), c.end.as_ref().map(|d| d.value)],
    }
    .fill(portal)
}

/// What a commitment says of itself.
fn own_facts() -> Vec<RegisterColumn<Commitment>> {
    vec![
        fact(
            "id",
            "string",
            ["Identificador", "Identifier"],
            ["El de la alianza.", "The partnership's own."],
            |_, c| Some(c.head.id.clone()),
        ),
        words(
            "title",
            ["Título", "Title"],
            ["Título del compromiso.", "Title of the commitment."],
            |c| &c.head.title,
        ),
        fact(
            "status",
            "string",
            ["Estado", "Status"],
            [
                "Código: el que da la fuente o el que se deduce de los hitos; not-reported si no se informó.",
                "Code: the source's own, or what follows from the milestones; not-reported where nothing was reported.",
            ],
            |_, c| Some(c.status().code().to_owned()),
        ),
        fact(
            "locality",
            "string",
            ["Localidad", "Locality"],
            ["De quién es el compromiso.", "Whose commitment it is."],
            |_, c| c.locality.as_ref().map(|t| t.id.clone()),
        ),
    ]
}

/// The plans that hold a commitment, and when it runs.
fn periods() -> Vec<RegisterColumn<Commitment>> {
    vec![
        fact(
            "action_plans",
            "string",
            ["Planes de acción", "Action plans"],
            [
                "Identificadores, separados por punto y coma.",
                "Identifiers, separated by semicolons.",
            ],
            |_, c| match &c.action_plans {
                PlanMembership::Plans(plans) => list(plans.iter().map(|p| p.value.as_str())),
                PlanMembership::NotAttached | PlanMembership::NotReported => None,
            },
        ),
        fact(
            "start",
            "string",
            ["Inicio", "Start"],
            [
                "Año, mes o día, como en la fuente.",
                "Year, month or day, as in the source.",
            ],
            |_, c| c.start.as_ref().map(|d| d.value.to_string()),
        ),
        fact(
            "end",
            "string",
            ["Fin", "End"],
            [
                "Año, mes o día, como en la fuente.",
                "Year, month or day, as in the source.",
            ],
            |_, c| c.end.as_ref().map(|d| d.value.to_string()),
        ),
    ]
}

/// Who and what a commitment is about.
fn subjects() -> Vec<RegisterColumn<Commitment>> {
    vec![
        fact(
            "institutions",
            "string",
            ["Instituciones", "Institutions"],
            [
                "Identificadores en el orden de la fuente.",
                "Identifiers in the order of the source.",
            ],
            |_, c| list(c.institutions.iter().map(|i| i.institution.id.as_str())),
        ),
        fact(
            "policy_areas",
            "string",
            ["Temas", "Policy areas"],
            ["Identificadores.", "Identifiers."],
            |_, c| list(c.policy_areas.iter().map(|t| t.id.as_str())),
        ),
        fact(
            "sector",
            "string",
            ["Sector", "Sector"],
            ["Identificador.", "Identifier."],
            |_, c| c.sector.as_ref().map(|t| t.id.clone()),
        ),
        fact(
            "values",
            "string",
            ["Valores", "Values"],
            ["Valores de gobierno abierto.", "Open government values."],
            |_, c| list(c.values.iter().map(|v| v.value.id.as_str())),
        ),
        fact(
            "milestones",
            "integer",
            ["Hitos", "Milestones"],
            ["Cuántos tiene.", "How many it has."],
            |_, c| Some(c.milestones.len().to_string()),
        ),
        fact(
            "updated",
            "string",
            ["Actualizado", "Updated"],
            ["Última vez que cambió.", "When it last changed."],
            |_, c| c.head.updated.map(|d| d.to_string()),
        ),
    ]
}

/// What reviewers and evaluators say of a commitment.
fn evaluation() -> Vec<RegisterColumn<Commitment>> {
    let mut columns = vec![fact(
        "reports",
        "string",
        ["Informes", "Reports"],
        [
            "Identificadores de los informes que lo evalúan, separados por punto y coma.",
            "Identifiers of the reports that evaluate it, separated by semicolons.",
        ],
        |portal, c| list(portal.report_ids(c).into_iter()),
    )];
    columns.extend(
        VERDICTS
            .iter()
            .map(|one| verdict(one, |own, portal, c: &Commitment| own.of(portal, c))),
    );
    columns.push(comments(|_, c| c.head.comments.map(|n| n.to_string())));
    columns
}
