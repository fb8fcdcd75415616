//! The register of institutions.

use super::column::{RegisterColumn, extra, extra_of, fact, words};
use super::draft::{Register, RegisterDraft};
use crate::model::portal::Portal;
use crate::model::term::Term;
use crate::model::vocabulary::Taxonomy;

pub(crate) fn draw(portal: &Portal) -> Option<Register> {
    RegisterDraft {
        id: "register-institutions".into(),
        title: ["Registro de instituciones", "Register of institutions"].into(),
        summary: [
            "Las instituciones que encabezan o apoyan los compromisos e iniciativas de este portal, una por fila.",
            "The institutions that lead or support this portal's commitments and initiatives, one a row.",
        ].into(),
        row_is: ["una institución", "one institution"].into(),
        items: portal.terms.of(Taxonomy::Institution).collect(),
        columns: columns(),
        key: &["id"],
        refers: Vec::new(),
        updated: |t| t.head.as_ref().and_then(|h| h.updated),
        drawn: None,
        period: |_| [None, None],
    }
    .fill(portal)
}

fn columns() -> Vec<RegisterColumn<Term>> {
    vec![
        fact(
            "id",
            "string",
            ["Identificador", "Identifier"],
            ["El de este portal.", "This portal's own."],
            |_, t| Some(t.id.clone()),
        ),
        words(
            "name",
            ["Nombre", "Name"],
            ["Nombre de la institución.", "Name of the institution."],
            |t| &t.name,
        ),
        fact(
            "code",
            "string",
            ["Clave", "Code"],
            ["Clave oficial.", "Official code."],
            |_, t| t.code.clone(),
        ),
        fact(
            "url",
            "string",
            ["Dirección", "Address"],
            ["Su sitio.", "Its site."],
            |_, t| t.url.clone(),
        ),
        fact(
            "commitments",
            "integer",
            ["Compromisos", "Commitments"],
            ["En cuántos participa.", "How many it takes part in."],
            |portal, t| {
                Some(
                    portal
                        .commitments_of(Taxonomy::Institution, &t.id)
                        .len()
                        .to_string(),
                )
            },
        ),
        extra(|portal, t| extra_of(portal, t.head.as_ref()?)),
    ]
}
