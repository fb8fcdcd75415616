//! An end-of-commitment report's page: the answers in the order of OGP's form.

use super::{Findable, Kind};
use crate::data::Tables;
use crate::model::Portal;
use crate::model::report::Report;
use crate::model::vocabulary::Taxonomy;
use crate::plan::context::{self, Body, Phrase, Question};
use crate::plan::{Draft, PagePlan, Title, View, address};

/// Reports.
pub struct Reports;

/// The form's questions, in order.
const FORM: &[&str] = &["1.1", "1.2", "1.3", "2.1.1", "2.1.2", "2.1.3", "2.2", "3"];

impl Kind for Reports {
    fn id(&self) -> &'static str {
        "report"
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let draft = |(i, r): (usize, &Report)| {
            Draft::of(&r.head, address::report(&r.head.id), i)
                .under(Title::Message("reports"), address::list("reports", 1))
        };
        portal.reports.iter().enumerate().map(draft).collect()
    }

    fn called(&self, _draft: &Draft) -> Option<&'static str> {
        Some("report")
    }

    fn findable(&self, page: &PagePlan, view: &View<'_>) -> Findable {
        view.found_report(page, &view.portal.reports[page.draft.item])
    }

    fn is_printed(&self) -> bool {
        true
    }

    fn body(&self, page: &PagePlan, view: &View<'_>) -> Body {
        Body::Report(Box::new(view.report(page, &view.portal.reports[page.draft.item])))
    }
}

/// The section of a question's answer: `q2-1-1`.
fn anchor(question: &str) -> String {
    format!("q{}", question.replace('.', "-"))
}

impl View<'_> {
    fn report(&self, page: &PagePlan, r: &Report) -> context::Report {
        let commitment = r.commitment.as_ref().and_then(|id| self.portal.commitment(&id.value));
        let asked = |id: &str| FORM.iter().any(|q| anchor(q) == id);
        context::Report {
            id: r.head.id.clone(),
            summary: self.summary(page, &r.head),
            commitment: commitment.map(|c| self.commitment_entry(page, c)),
            locality: r.locality.as_ref().map(|l| self.term(page, Taxonomy::Locality, &l.id)),
            action_plan: r.action_plan.as_ref().and_then(|p| self.link(page, &address::action_plan(&p.value))),
            evaluators: r.evaluators.iter().map(|e| Phrase::new(&e.name)).collect(),
            contact_withheld: r.contact_withheld,
            completion: r.completion.as_ref().map(|c| c.value.code().into()),
            as_planned: r.as_planned.as_ref().map(|p| p.value.code().into()),
            questions: FORM.iter().map(|number| self.question(page, r, number)).collect(),
            sections: self.sections(page, &r.head, |id| !asked(id)),
            feedback: self.feedback(&r.head.id),
            downloads: Vec::new(),
            cite: None,
            sources: self.sources(page, &r.head.sources),
        }
    }

    fn question(&self, page: &PagePlan, r: &Report, number: &str) -> Question {
        let anchor = anchor(number);
        let given = r.answers.iter().find(|a| a.question == number);
        let evidence = r.evidence.iter().filter(|(question, _)| question.as_deref() == Some(number));
        Question {
            number: number.to_owned(),
            text: Phrase::message(&anchor),
            answer: given.and_then(|a| a.yes),
            degree: given.and_then(|a| a.degree).map(str::to_owned),
            narrative: self.section(page, &r.head, &anchor),
            evidence: evidence.map(|(_, proof)| self.evidence(page, &r.head, proof)).collect(),
            anchor,
        }
    }
}
