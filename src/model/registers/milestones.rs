//! The register of milestones.

use super::column::{RegisterColumn, fact, refers, words};
use super::draft::{Register, RegisterDraft};
use crate::model::commitment::{Commitment, Milestone};
use crate::model::portal::Portal;

/// The dataset's name.
pub(crate) const MILESTONES: &str = "register-milestones";

/// A milestone and the commitment that it belongs to.
struct MilestoneRow<'p> {
    commitment: &'p Commitment,
    milestone: &'p Milestone,
}

impl<'p> MilestoneRow<'p> {
    /// Returns the rows of a commitment.
    fn of(commitment: &'p Commitment) -> impl Iterator<Item = MilestoneRow<'p>> {
        (commitment.milestones.iter()).map(move |milestone| MilestoneRow {
            commitment,
            milestone,
        })
    }
}

pub(crate) fn draw(portal: &Portal) -> Option<Register> {
    let all: Vec<MilestoneRow<'_>> = (portal.commitments.iter())
        .flat_map(MilestoneRow::of)
        .collect();
    RegisterDraft {
        id: MILESTONES.into(),
        title: ["Registro de hitos", "Register of milestones"].into(),
        summary: [
            "Los hitos de todos los compromisos de este portal, uno por fila, con sus plazos y su estado.",
            "The milestones of every commitment of this portal, one a row, with their periods and how they stand.",
        ].into(),
        row_is: ["un hito de un compromiso", "one milestone of a commitment"].into(),
        items: all.iter().collect(),
        columns: columns(),
        key: &["commitment", "number"],
        refers: vec![refers("commitment", "register-commitments", "id")],
        updated: |o| o.milestone.reported.or(o.commitment.head.updated),
        drawn: Some("status"),
        period: |o| [o.milestone.start.as_ref().map(|d| d.value), o.milestone.end.as_ref().map(|d| d.value)],
    }
    .fill(portal)
}

fn columns<'p>() -> Vec<RegisterColumn<MilestoneRow<'p>>> {
    vec![
        fact(
            "commitment",
            "string",
            ["Compromiso", "Commitment"],
            ["Su identificador.", "Its identifier."],
            |_, o| Some(o.commitment.head.id.clone()),
        ),
        fact(
            "number",
            "integer",
            ["Número", "Number"],
            ["El de la fuente.", "The source's own."],
            |_, o| Some(o.milestone.number.to_string()),
        ),
        words(
            "text",
            ["Texto", "Text"],
            ["Lo que se hará.", "What is to be done."],
            |o| &o.milestone.text,
        ),
        fact(
            "start",
            "string",
            ["Inicio", "Start"],
            ["Como en la fuente.", "As in the source."],
            |_, o| o.milestone.start.as_ref().map(|d| d.value.to_string()),
        ),
        fact(
            "end",
            "string",
            ["Fin", "End"],
            ["Como en la fuente.", "As in the source."],
            |_, o| o.milestone.end.as_ref().map(|d| d.value.to_string()),
        ),
        fact(
            "status",
            "string",
            ["Estado", "Status"],
            [
                "Código; not-reported si no se informó.",
                "Code; not-reported where nothing was reported.",
            ],
            |_, o| Some(o.milestone.status.code().to_owned()),
        ),
        fact(
            "owner",
            "string",
            ["Responsable", "In charge"],
            [
                "La oficina que responde.",
                "The office that answers for it.",
            ],
            |_, o| o.milestone.owner.clone(),
        ),
        fact(
            "reported",
            "string",
            ["Informado", "Reported"],
            ["Cuándo se informó.", "When that was reported."],
            |_, o| o.milestone.reported.map(|d| d.to_string()),
        ),
        fact(
            "evidence",
            "integer",
            ["Evidencias", "Evidence"],
            ["Cuántas se publicaron.", "How many pieces are published."],
            |_, o| Some(o.milestone.proofs().count().to_string()),
        ),
    ]
}
