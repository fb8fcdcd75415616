//! What reviewers and evaluators say of commitments: on the pages of those, and as lists of the commitments that share a
//! verdict.

use super::context::{self, OpeningAnswer};
use super::{PagePlan, SiteFacts, address};
use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::evaluation::{CodedVerdict, Evaluation, ReportedFact, VERDICTS};
use crate::model::form::{FORM, FormQuestion};
use crate::model::report::Report;
use crate::pages::paging::{EntryWeight, ListRange, spans};
use crate::pages::{linking, paging};

/// The commitments that share a verdict.
#[derive(Clone)]
pub(crate) struct VerdictGroup {
    pub(crate) verdict: &'static CodedVerdict,
    pub(crate) code: &'static str,
    /// The theme's message of that code.
    pub(crate) message: &'static str,
    /// Commitments, by their places in the portal.
    pub(crate) commitments: Vec<usize>,
    /// The pages of their list.
    pub(crate) spans: Vec<ListRange>,
}

impl VerdictGroup {
    /// The address of its first page.
    pub(crate) fn address(&self) -> String {
        format!("commitments/{}/{}.html", self.verdict.facet, self.code)
    }
}

/// Finds what verdicts commitments share, in the order of the verdicts and their codes.
pub(crate) fn draw(portal: &Portal) -> Vec<VerdictGroup> {
    let mut all = Vec::new();
    for verdict in VERDICTS {
        let given: Vec<_> = portal
            .commitments
            .iter()
            .map(|c| verdict.of(portal, c))
            .collect();
        for (code, message) in verdict.codes {
            let commitments: Vec<usize> = (0..given.len())
                .filter(|at| given[*at] == Some(*code))
                .collect();
            if !commitments.is_empty() {
                let lines = commitments
                    .iter()
                    .map(|at| EntryWeight::commitment(&portal.commitments[*at]));
                let spans = spans(lines, paging::LIST);
                all.push(VerdictGroup {
                    verdict,
                    code,
                    message,
                    commitments,
                    spans,
                });
            }
        }
    }
    all
}

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
        let degree = value.degree.map(str::to_owned);
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

/// What a list says of an evaluation: not which reports say it.
pub(crate) fn in_list(evaluation: context::EvaluationContext) -> context::EvaluationContext {
    let opened = evaluation
        .opened
        .into_iter()
        .map(|opened| OpeningAnswer {
            from: None,
            ..opened
        })
        .collect();
    context::EvaluationContext {
        report: None,
        completion_from: None,
        opened,
        ..evaluation
    }
}
