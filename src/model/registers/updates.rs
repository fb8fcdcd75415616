//! The register of updates: what was reported of commitments and milestones, one report a row.

use super::column::{RegisterColumn, fact, list, refers, words};
use super::draft::{Register, RegisterDraft};
use crate::model::commitment::Commitment;
use crate::model::portal::Portal;
use crate::model::status_update::{StatusUpdate, current};

/// An update, and what it is about.
struct UpdateRow<'p> {
    commitment: &'p Commitment,
    /// The milestone's number; none of what is about the commitment itself.
    milestone: Option<i64>,
    /// Its place among the updates of one thing, from 1.
    number: usize,
    update: &'p StatusUpdate,
    is_current: bool,
}

impl<'p> UpdateRow<'p> {
    /// Returns the rows of a commitment.
    fn of(commitment: &'p Commitment) -> Vec<UpdateRow<'p>> {
        let own = [(None, &commitment.updates)];
        let milestones = (commitment.milestones.iter()).map(|m| (Some(m.number), &m.updates));
        let mut rows = Vec::new();
        for (milestone, updates) in own.into_iter().chain(milestones) {
            let newest = current(updates);
            rows.extend((1..).zip(updates).map(|(number, update)| UpdateRow {
                commitment,
                milestone,
                number,
                update,
                is_current: newest.is_some_and(|newest| std::ptr::eq(newest, update)),
            }));
        }
        rows
    }
}

pub(crate) fn draw(portal: &Portal) -> Option<Register> {
    let all: Vec<UpdateRow<'_>> = portal.commitments.iter().flat_map(UpdateRow::of).collect();
    // Of statuses alone the registers of commitments and milestones say everything.
    if all.iter().all(|row| row.update.is_bare()) {
        return None;
    }
    let mut columns = subjects();
    columns.extend(reported());
    RegisterDraft {
        id: "register-updates".into(),
        title: ["Registro de avances", "Register of updates"].into(),
        summary: [
            "Lo que se informó de cada compromiso y de cada hito de este portal, un informe por fila, con su fecha y su estado.",
            "What was reported of each commitment and each milestone of this portal, one report a row, with its date and status.",
        ].into(),
        row_is: [
            "lo que se informó de un compromiso o de un hito en una fecha",
            "what was reported of a commitment or a milestone on a date",
        ].into(),
        items: all.iter().collect(),
        columns,
        key: &["commitment", "milestone", "number"],
        refers: vec![refers("commitment", "register-commitments", "id")],
        updated: |o| o.update.day().or(o.commitment.head.updated),
        drawn: Some("status"),
        period: |o| [o.update.day(), o.update.day()],
    }
    .fill(portal)
}

/// What an update is about.
fn subjects<'p>() -> Vec<RegisterColumn<UpdateRow<'p>>> {
    vec![
        fact(
            "commitment",
            "string",
            ["Compromiso", "Commitment"],
            ["Su identificador.", "Its identifier."],
            |_, o| Some(o.commitment.head.id.clone()),
        ),
        fact(
            "milestone",
            "integer",
            ["Hito", "Milestone"],
            [
                "Su número; 0 si se informó del compromiso mismo.",
                "Its number; 0 where the commitment itself was reported on.",
            ],
            |_, o| Some(o.milestone.unwrap_or(0).to_string()),
        ),
        fact(
            "number",
            "integer",
            ["Orden", "Order"],
            ["El de la página, desde 1.", "That of the page, from 1."],
            |_, o| Some(o.number.to_string()),
        ),
        fact(
            "date",
            "string",
            ["Fecha", "Date"],
            [
                "Año, mes o día en que se informó, como en la fuente.",
                "Year, month or day of the report, as in the source.",
            ],
            |_, o| o.update.day().map(|day| day.to_string()),
        ),
    ]
}

/// What an update says.
fn reported<'p>() -> Vec<RegisterColumn<UpdateRow<'p>>> {
    vec![
        fact(
            "status",
            "string",
            ["Estado", "Status"],
            [
                "Código desde entonces; vacío si solo se contó más.",
                "Code since then; empty where only more was told.",
            ],
            |_, o| (o.update.status.as_ref()).map(|own| own.status.code().to_owned()),
        ),
        fact(
            "status_word",
            "string",
            ["Palabra del portal", "Word of the portal"],
            [
                "El código propio del portal para ese estado.",
                "The portal's own code for that status.",
            ],
            |_, o| {
                let word = o.update.status.as_ref()?.word.as_ref()?;
                Some(word.code.clone())
            },
        ),
        fact(
            "current",
            "boolean",
            ["Vigente", "Current"],
            [
                "Si es el estado más reciente.",
                "Whether it is the newest status.",
            ],
            |_, o| Some(o.is_current.to_string()),
        ),
        words(
            "text",
            ["Texto", "Text"],
            [
                "Lo que se informó, en palabras de quien informó.",
                "What was reported, in the words of whoever reported.",
            ],
            |o| &o.update.text,
        ),
        fact(
            "reported_by",
            "string",
            ["Informó", "Reported by"],
            ["Oficina o cargo.", "An office or a role."],
            |_, o| o.update.reported_by.clone(),
        ),
        fact(
            "evidence",
            "string",
            ["Evidencia", "Evidence"],
            [
                "Direcciones, o títulos sin dirección, separados por punto y coma.",
                "Addresses, or titles without one, separated by semicolons.",
            ],
            |_, o| {
                list((o.update.evidence.iter()).map(|proof| {
                    (proof.url.as_ref()).map_or(proof.title.as_str(), |url| url.value.as_str())
                }))
            },
        ),
    ]
}
