//! What evaluators say of commitments, on the pages of those and in lists.

use super::context::{self, OpeningAnswer};
use super::{PagePlan, SiteFacts, address};
use crate::model::commitment::Commitment;
use crate::model::evaluation::{Evaluation, ReportedFact};
use crate::model::form::{FORM, FormQuestion};
use crate::model::report::Report;
use crate::pages::linking;

/// What the reports on a commitment say of it, be it only that there is one elsewhere.
pub(crate) fn of_commitment(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    c: &Commitment,
) -> Option<context::EvaluationContext> {
    match site.portal.evaluation(c) {
        Some(evaluation) => Some(of_reports(site, page, &evaluation)),
        None => {
            let elsewhere = site.portal.is_evaluated(c);
            elsewhere.then(|| context::EvaluationContext {
                elsewhere,
                ..context::EvaluationContext::default()
            })
        }
    }
}

/// What these reports say together.
pub(crate) fn of_reports(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    evaluation: &Evaluation<'_>,
) -> context::EvaluationContext {
    let newest = evaluation.newest();
    let link = |r: &Report| linking::link(site, page, &address::report(&r.head.id));
    let older = |r: &Report| link(r).filter(|_| r.head.id != newest.head.id);
    let completion = evaluation.completion();
    let opened = |q: &FormQuestion| {
        let ReportedFact { value, report } = evaluation.answer(q.number)?;
        let degree = value.degree_code().map(str::to_owned);
        Some(OpeningAnswer {
            of: q.opens?.to_owned(),
            answer: value.yes,
            degree,
            from: older(report),
        })
    };
    context::EvaluationContext {
        elsewhere: false,
        report: link(newest),
        stage: newest.stage.map(|s| s.code().into()),
        completion_from: completion.and_then(|reported| older(reported.report)),
        completion: completion.map(|reported| reported.value.code().into()),
        as_planned: evaluation
            .as_planned()
            .map(|reported| reported.value.code().into()),
        opened: FORM.iter().filter_map(opened).collect(),
    }
}

/// What a list says of an evaluation: not which reports say it, nor how it opened the government.
pub(crate) fn in_list(evaluation: context::EvaluationContext) -> context::EvaluationContext {
    context::EvaluationContext {
        report: None,
        completion_from: None,
        opened: Vec::new(),
        ..evaluation
    }
}
