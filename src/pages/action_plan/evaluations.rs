//! What the reports on a plan's commitments found, as a table.

use super::context::{EvaluationRow, EvaluationTable};
use crate::model::action_plan::ActionPlan;
use crate::model::report::Report;
use crate::pages::context::{Link, OpeningAnswer, Phrase};
use crate::pages::odd_lines;
use crate::pages::{PagePlan, SiteFacts, address, linking};
use crate::text::date::PartialDate;

/// Returns the table; none where there is one report at most, whose entry says the same.
pub(super) fn table(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    plan: &ActionPlan,
) -> Option<EvaluationTable> {
    let mut reports: Vec<&Report> = site.portal.reports_of_plan(plan).collect();
    if reports.len() < 2 {
        return None;
    }
    reports.sort_by_key(|report| {
        let about = report.commitment.as_ref();
        let about = about.map(|id| id.value.to_ascii_lowercase());
        (
            about,
            report.made().map(PartialDate::last_day),
            report.stage,
        )
    });
    let rows = reports.into_iter().map(|report| row(site, page, report));
    let rows: Vec<EvaluationRow> = rows.collect();
    let any = |has: fn(&EvaluationRow) -> bool| rows.iter().any(has);
    Some(EvaluationTable {
        has_planned: any(|row| row.as_planned.is_some()),
        has_information: any(|row| row.information.is_some()),
        has_participation: any(|row| row.participation.is_some()),
        has_accountability: any(|row| row.accountability.is_some()),
        has_problem: any(|row| row.problem.is_some()),
        rows,
    })
}

fn row(site: &SiteFacts<'_>, page: &PagePlan, report: &Report) -> EvaluationRow {
    let opened = |number: &str| opening(report, number);
    EvaluationRow {
        commitment: commitment(site, page, report),
        report: link(site, page, report),
        stage: report.stage.map(|stage| stage.code().to_owned()),
        completion: (report.completion.as_ref()).map(|said| said.value.code().to_owned()),
        as_planned: (report.as_planned.as_ref()).map(|said| said.value.code().to_owned()),
        information: opened("2.1.1"),
        participation: opened("2.1.2"),
        accountability: opened("2.1.3"),
        problem: opened("2.2"),
    }
}

fn commitment(site: &SiteFacts<'_>, page: &PagePlan, report: &Report) -> Link {
    let Some(id) = &report.commitment else {
        return Link::unlinked(Phrase::message("not-reported"));
    };
    linking::link(site, page, &address::commitment(&id.value))
        .unwrap_or_else(|| Link::unlinked(Phrase::new(&id.value)))
}

/// Returns a link to the report, which is called by its date where it has one.
fn link(site: &SiteFacts<'_>, page: &PagePlan, report: &Report) -> Link {
    let title = Phrase::of(&report.head.title, &page.lang).unwrap_or_default();
    let date = report.date.map(|date| odd_lines::date(&date.to_string()));
    Link {
        text: date.unwrap_or(title),
        href: Some(linking::href(site, page, &address::report(&report.head.id))),
    }
}

fn opening(report: &Report, number: &str) -> Option<OpeningAnswer> {
    let answer = report.answer(number)?;
    let is_given = answer.yes.is_some() || answer.degree.is_some();
    is_given.then(|| OpeningAnswer {
        of: answer.question.opens.unwrap_or_default().to_owned(),
        answer: answer.yes,
        degree: answer.degree_code().map(str::to_owned),
        from: None,
    })
}
