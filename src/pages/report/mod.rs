//! An end-of-commitment report's page: the answers in the order of OGP's form.

pub mod context;

use crate::model::Portal;
use crate::model::contradiction::OddPlace;
use crate::model::form::{self, FORM};
use crate::model::report::{Evaluator, FormAnswer, Report};
use crate::model::vocabulary::Taxonomy;
use crate::pages::context::{Body, BodyFacts, ListEntry, Phrase, Strip};
use crate::pages::jumps::Jumps;
use crate::pages::kinds::{PageKindFacts, SearchText};
use crate::pages::report::context::Question;
use crate::pages::status_tally::StatusTally;
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, entries, frame, linking, odd_lines, prose,
    search_text,
};
use tragaluz_tables::Tables;

pub(crate) struct ReportPages;

impl PageKindFacts for ReportPages {
    fn name(&self) -> &'static str {
        context::ReportContext::KIND
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &["evaluates", "evidence", "facts", "opened"]
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let heads = portal.reports.iter().map(|report| &report.head);
        heads
            .enumerate()
            .map(|(item, head)| {
                Draft::of(head, address::report(&head.id), item)
                    .under(Title::Message("reports"), address::list("reports", 1))
            })
            .collect()
    }

    fn called(&self, _draft: &Draft) -> Option<Title> {
        Some(Title::Message("report"))
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        search_text::of_report(site, page, &site.portal.reports[page.draft.item])
    }

    fn data_edition(&self, page: &PagePlan) -> Option<String> {
        Some(page.draft.address.replace(".html", ".json"))
    }

    fn is_printed(&self) -> bool {
        true
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let report = &site.portal.reports[page.draft.item];
        let facts = with_jumps(facts_of(site, page, report));
        let is_answered = facts.questions.len() == report.answers.len();
        Body::of(facts)
            .lacking("answers", is_answered)
            .lacking("modified", page.draft.updated.is_some())
    }
}

/// Names an evaluator, with the address where that was declared public.
fn evaluator(of: &Evaluator) -> Phrase {
    match &of.email {
        Some(email) => Phrase::new(format!("{}, {email}", of.name)),
        None => Phrase::new(&of.name),
    }
}

fn facts_of(site: &SiteFacts<'_>, page: &PagePlan, r: &Report) -> context::ReportContext {
    context::ReportContext {
        id: r.head.id.clone(),
        summary: prose::summary(page, &r.head),
        commitment: commitment_of(site, page, r),
        locality: linking::only_term(site, page, Taxonomy::Locality, r.locality.as_ref()),
        action_plan: r
            .action_plan
            .as_ref()
            .and_then(|p| linking::link(site, page, &address::action_plan(&p.value))),
        stage: r.stage.map(|s| s.code().into()),
        date: r.date.map(|d| d.to_string()),
        evaluators: r.evaluators.iter().map(evaluator).collect(),
        contact_withheld: r.contact_withheld,
        completion: r.completion.as_ref().map(|c| c.value.code().into()),
        milestones: milestones_by_then(site, r),
        as_planned: r.as_planned.as_ref().map(|p| p.value.code().into()),
        questions: answered(
            r.answers
                .iter()
                .map(|answer| question(site, page, r, answer)),
        ),
        evidence: linking::evidence_of(site, page, &r.head, &r.evidence),
        sections: prose::sections(site, page, &r.head, |id| !is_asked(id)),
        feedback: frame::feedback_on(site, &r.head),
        sources: linking::sources(site, page, &r.head, &r.head.sources),
        ..context::ReportContext::default()
    }
}

/// Counts the milestones of the commitment by how each stood when the report was made.
fn milestones_by_then(site: &SiteFacts<'_>, r: &Report) -> Strip {
    let commitment = r.commitment.as_ref();
    let commitment = commitment.and_then(|id| site.portal.commitment(&id.value));
    let milestones = commitment.into_iter().flat_map(|c| &c.milestones);
    StatusTally::of(milestones.map(|m| m.status_on(r.made()))).strip(|_| None)
}

/// Returns the questions with an answer; the first of a part that has any says where the part begins.
fn answered(questions: impl Iterator<Item = Question>) -> Vec<Question> {
    let mut begins = None;
    let mut answered = Vec::new();
    for question in questions {
        begins = question.begins.clone().or(begins);
        if question.is_answered() {
            answered.push(Question {
                begins: begins.take(),
                ..question
            });
        }
    }
    answered
}

/// Adds the jumps, where the page is long: to the parts of the form, and to what is told besides.
fn with_jumps(facts: context::ReportContext) -> context::ReportContext {
    let mut jumps = Jumps::default().text(facts.summary.as_ref());
    for question in &facts.questions {
        jumps = jumps.question(question.begins.as_ref(), &question.anchor, &question.text);
        jumps = jumps.text(question.narrative.as_ref());
    }
    let jumps = jumps
        .sections(&facts.sections)
        .facts(&[
            facts.locality.is_some(),
            facts.action_plan.is_some(),
            facts.stage.is_some(),
            facts.date.is_some(),
            !facts.evaluators.is_empty(),
        ])
        .comment(facts.feedback.is_some());
    context::ReportContext {
        jumps: jumps.of_long_page(),
        ..facts
    }
}

fn commitment_of(site: &SiteFacts<'_>, page: &PagePlan, r: &Report) -> Option<ListEntry> {
    let id = r.commitment.as_ref()?;
    let commitment = site.portal.commitment(&id.value)?;
    // The page itself says what the evaluation found.
    Some(ListEntry {
        status: None,
        evaluation: None,
        report_missing_since: None,
        ..entries::of_commitment(site, page, commitment)
    })
}

/// Whether a section of this anchor answers a question of the form.
fn is_asked(anchor: &str) -> bool {
    FORM.iter().any(|question| question.anchor == anchor)
}

fn question(site: &SiteFacts<'_>, page: &PagePlan, r: &Report, answer: &FormAnswer) -> Question {
    let form::FormQuestion {
        number,
        anchor,
        begins,
        ..
    } = *answer.question;
    let section = prose::section(site, page, &r.head, anchor);
    let words = section
        .as_ref()
        .and_then(|s| s.heading.as_ref())
        .and_then(own_words);
    Question {
        number: number.to_owned(),
        anchor: anchor.to_owned(),
        begins: begins.map(Phrase::message),
        text: words.unwrap_or_else(|| Phrase::message(anchor)),
        said: said(r, number).map(Phrase::message),
        answer: answer.yes,
        degree: answer.degree_code().map(str::to_owned),
        narrative: section.and_then(|s| s.text),
        odd: odd_lines::at(site, page, OddPlace::Question(number)),
        evidence: linking::evidence_of(site, page, &r.head, &answer.evidence),
    }
}

/// The author's words of a heading, without the number that the page shows before them.
fn own_words(heading: &Phrase) -> Option<Phrase> {
    let words = form::FormQuestion::words(heading.text.as_deref()?)?;
    Some(Phrase {
        text: Some(words.to_owned()),
        ..heading.clone()
    })
}

/// The message of an answer that is one of the form's words.
fn said(r: &Report, number: &str) -> Option<String> {
    match number {
        "1.1" => r
            .completion
            .as_ref()
            .map(|c| format!("completion-{}", c.value.code())),
        "1.3" => r
            .as_planned
            .as_ref()
            .map(|p| format!("as-planned-{}-said", p.value.code())),
        _ => None,
    }
}
