//! The register of end-of-commitment reports.

use super::column::{RegisterColumn, comments, extra, extra_of, fact, list, verdict, words};
use super::draft::{Register, RegisterDraft};
use crate::model::bilingual::Bilingual;
use crate::model::evaluation::VERDICTS;
use crate::model::portal::Portal;
use crate::model::report::Report;
use crate::text::words::Words;

pub(crate) fn draw(portal: &Portal) -> Option<Register> {
    let mut columns = own_facts();
    columns.extend(answers());
    columns.push(extra(|portal, r| extra_of(portal, &r.head)));
    RegisterDraft {
        id: "register-reports".into(),
        title: ["Registro de informes de fin de compromiso", "Register of end-of-commitment reports"].into(),
        summary: [
            "Los informes con que se evaluaron los compromisos, uno por fila, con cada respuesta, su grado y su explicación, y las lecciones.",
            "The reports that evaluated commitments, one a row, with every answer, its degree and explanation, and the lessons.",
        ].into(),
        row_is: ["un informe", "one report"].into(),
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
fn own_facts() -> Vec<RegisterColumn<Report>> {
    vec![
        fact(
            "id",
            "string",
            ["Identificador", "Identifier"],
            ["El de este portal.", "This portal's own."],
            |_, r| Some(r.head.id.clone()),
        ),
        words(
            "title",
            ["Título", "Title"],
            ["Título del informe.", "Title of the report."],
            |r| &r.head.title,
        ),
        fact(
            "commitment",
            "string",
            ["Compromiso", "Commitment"],
            ["El que se evalúa.", "The one evaluated."],
            |_, r| r.commitment.as_ref().map(|c| c.value.clone()),
        ),
        fact(
            "locality",
            "string",
            ["Localidad", "Locality"],
            ["Quién informa.", "Who reports."],
            |_, r| r.locality.as_ref().map(|t| t.id.clone()),
        ),
        fact(
            "action_plan",
            "string",
            ["Plan de acción", "Action plan"],
            ["Su identificador.", "Its identifier."],
            |_, r| r.action_plan.as_ref().map(|p| p.value.clone()),
        ),
        fact(
            "stage",
            "string",
            ["Etapa", "Stage"],
            [
                "mid-term (a medio término) o end-of-term (al final).",
                "mid-term or end-of-term.",
            ],
            |_, r| r.stage.map(|s| s.code().to_owned()),
        ),
        fact(
            "date",
            "string",
            ["Fecha", "Date"],
            ["Cuándo se hizo.", "When it was made."],
            |_, r| r.date.map(|d| d.to_string()),
        ),
    ]
}

/// What it answers, in the order of the form: the codes, then the words.
fn answers() -> Vec<RegisterColumn<Report>> {
    let mut columns: Vec<RegisterColumn<Report>> = VERDICTS
        .iter()
        .filter(|one| one.is_of_reports())
        .map(|one| verdict(one, |own, _, r: &Report| own.of_report(r)))
        .collect();
    columns.extend(in_words());
    columns.extend([
        fact(
            "evidence",
            "string",
            ["Evidencia", "Evidence"],
            [
                "Direcciones o títulos de la evidencia publicada, separados por punto y coma.",
                "Addresses or titles of the published evidence, separated by semicolons.",
            ],
            |_, r| list(evidence(r)),
        ),
        fact(
            "evaluators",
            "string",
            ["Evaluadores", "Evaluators"],
            ["Nombres publicados.", "Names as published."],
            |_, r| list(r.evaluators.iter().map(|e| e.name.as_str())),
        ),
        comments(|_, r| r.head.comments.map(|n| n.to_string())),
        fact(
            "updated",
            "string",
            ["Actualizado", "Updated"],
            ["Última vez que cambió.", "When it last changed."],
            |_, r| r.head.updated.map(|d| d.to_string()),
        ),
    ]);
    columns
}

/// The answers in words, as Markdown.
fn in_words() -> Vec<RegisterColumn<Report>> {
    vec![
        explained(
            "narrative_1_1",
            ["Explicación de 1.1", "Explanation of 1.1"],
            |r| narrative(r, "1.1"),
        ),
        explained("narrative_1_2", ["Factores (1.2)", "Factors (1.2)"], |r| {
            narrative(r, "1.2")
        }),
        explained(
            "narrative_1_3",
            ["Explicación de 1.3", "Explanation of 1.3"],
            |r| narrative(r, "1.3"),
        ),
        explained(
            "narrative_2_1_1",
            ["Explicación de 2.1.1", "Explanation of 2.1.1"],
            |r| narrative(r, "2.1.1"),
        ),
        explained(
            "narrative_2_1_2",
            ["Explicación de 2.1.2", "Explanation of 2.1.2"],
            |r| narrative(r, "2.1.2"),
        ),
        explained(
            "narrative_2_1_3",
            ["Explicación de 2.1.3", "Explanation of 2.1.3"],
            |r| narrative(r, "2.1.3"),
        ),
        explained(
            "narrative_2_2",
            ["Explicación de 2.2", "Explanation of 2.2"],
            |r| narrative(r, "2.2"),
        ),
        explained("lessons", ["Lecciones (3)", "Lessons (3)"], |r| {
            narrative(r, "3")
        }),
    ]
}

/// The column of an answer in words.
fn explained(
    name: &'static str,
    number: Bilingual,
    value: fn(&Report) -> &Words,
) -> RegisterColumn<Report> {
    words(name, number, EXPLAINED, value)
}

const EXPLAINED: Bilingual = [
    "Respuesta en palabras a la pregunta del informe.",
    "Answer in words to the question of the report.",
];

fn narrative<'r>(report: &'r Report, number: &str) -> &'r Words {
    static NONE: Words = Words::none();
    report
        .answer(number)
        .map_or(&NONE, |answer| &answer.narrative)
}

/// Evidence of every answer, by its address, else its title.
fn evidence(report: &Report) -> impl Iterator<Item = &str> {
    report
        .proofs()
        .map(|proof| proof.url.as_ref().map_or(&*proof.title, |url| &*url.value))
}
