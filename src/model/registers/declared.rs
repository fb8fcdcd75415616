//! The register of a kind of page that the portal declares, where it asks for one.

use super::column::{
    DeclaredCells, RegisterColumn, RegisterWords, declared, extra, extra_of, fact, list, refers,
    words,
};
use super::draft::{Register, RegisterDraft};
use crate::model::declared_fact::{DeclaredFact, DeclaredType, NamedThing};
use crate::model::declared_kind::DeclaredKind;
use crate::model::declared_page::{DeclaredPage, DeclaredValue};
use crate::model::portal::Portal;
use crate::text::words::Words;

pub(crate) fn draw(portal: &Portal, at: usize, kind: &DeclaredKind) -> Option<Register> {
    kind.is_register.then_some(())?;
    let commitments = kind.facts.iter().filter(|fact| {
        !fact.is_many && fact.form == DeclaredType::Reference(NamedThing::Commitment)
    });
    RegisterDraft {
        id: format!("register-{}", kind.folder).into(),
        title: RegisterWords::Own(kind.plural.clone()),
        summary: RegisterWords::Own(if kind.description.is_empty() {
            kind.plural.clone()
        } else {
            kind.description.clone()
        }),
        row_is: RegisterWords::Own(kind.singular.clone()),
        items: (portal.declared.iter())
            .filter(|page| page.kind == at)
            .collect(),
        columns: columns(kind),
        key: &["id"],
        refers: commitments
            .map(|fact| refers(&fact.name, "register-commitments", "id"))
            .collect(),
        updated: |page| page.head.updated,
        drawn: None,
        period: |_| [None, None],
    }
    .fill(portal)
}

/// What every page has, and then a column for each fact.
fn columns(kind: &DeclaredKind) -> Vec<RegisterColumn<DeclaredPage>> {
    let mut columns = vec![
        fact(
            "id",
            "string",
            ["Identificador", "Identifier"],
            ["El de este portal.", "This portal's own."],
            |_, page: &DeclaredPage| Some(page.head.id.clone()),
        ),
        words(
            "title",
            ["Título", "Title"],
            ["El de su página.", "That of its page."],
            |page| &page.head.title,
        ),
        words(
            "summary",
            ["En breve", "In brief"],
            ["Una o dos frases.", "One or two sentences."],
            |page| &page.head.summary,
        ),
    ];
    let facts = kind.facts.iter().enumerate();
    columns.extend(facts.map(|(at, fact)| column(at, fact)));
    columns.push(extra(|portal, page| extra_of(portal, &page.head)));
    columns
}

fn column(at: usize, fact: &DeclaredFact) -> RegisterColumn<DeclaredPage> {
    let kind = match fact.form {
        _ if fact.is_many => "string",
        DeclaredType::Integer => "integer",
        DeclaredType::Number => "number",
        DeclaredType::Flag => "boolean",
        _ => "string",
    };
    let cells = if fact.is_in_languages() {
        DeclaredCells::Words(said)
    } else {
        DeclaredCells::Fact(cell)
    };
    declared(at, fact, kind, cells)
}

/// Returns the words of the fact at this place.
fn said(page: &DeclaredPage, at: usize) -> Option<&Words> {
    match page.answers.get(at)?.first()? {
        DeclaredValue::Words(words) => Some(words),
        _ => None,
    }
}

/// Returns the values of the fact at this place as one cell; texts are those of the main language.
fn cell(portal: &Portal, page: &DeclaredPage, at: usize) -> Option<String> {
    let form = &portal.settings.kinds[page.kind].facts.get(at)?.form;
    let values = page.answers.get(at)?.iter();
    let values: Vec<String> = values.map(|value| written(portal, form, value)).collect();
    list(values.iter().map(String::as_str))
}

fn written(portal: &Portal, form: &DeclaredType, value: &DeclaredValue) -> String {
    match (value, form) {
        (DeclaredValue::Words(words), _) => words.text(portal.settings.main()).to_owned(),
        (DeclaredValue::Date(date), _) => date.to_string(),
        (DeclaredValue::Number(text) | DeclaredValue::WebAddress(text), _) => text.clone(),
        (DeclaredValue::Flag(flag), _) => flag.to_string(),
        (DeclaredValue::Choice(at), DeclaredType::Choice(choices)) => choices[*at].code.clone(),
        (DeclaredValue::Choice(_), _) => String::new(),
        (DeclaredValue::Term(term), _) => term.id.clone(),
        (DeclaredValue::Named(id), _) => id.value.clone(),
    }
}
