//! What reviewers and evaluators say of a commitment as a whole: the inception review's verdicts, and the answers of its
//! reports. [`VERDICTS`] is the one list of those that are told by codes: registers have a column for each, lists a facet.

use super::bilingual::Bilingual;
use super::commitment::{Commitment, InceptionReview};
use super::portal::Portal;
use super::report::{FormAnswer, Report};
use super::vocabulary::{AsPlanned, Completion, ReportStage};
use crate::text::date::PartialDate;
use std::cmp::Reverse;

/// What the reports on a commitment say together. Each fact is the newest report's that gives it.
#[derive(Debug, Clone)]
pub(crate) struct Evaluation<'p> {
    /// The reports, the newest first; at least one.
    reports: Vec<&'p Report>,
}

/// A fact, and the report that gives it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReportedFact<'p, T> {
    pub(crate) value: T,
    pub(crate) report: &'p Report,
}

impl<'p> Evaluation<'p> {
    /// Puts reports together; none where there is none. A report at the end is newer than one at mid-term, whatever their
    /// dates; of two without dates that which the portal lists last.
    pub(crate) fn of(reports: impl Iterator<Item = &'p Report>) -> Option<Evaluation<'p>> {
        let mut reports: Vec<&Report> = reports.collect();
        reports.reverse();
        reports.sort_by_key(|r| {
            let day = r.made().map(PartialDate::last_day);
            Reverse((r.stage.unwrap_or(ReportStage::EndOfTerm), day))
        });
        (!reports.is_empty()).then_some(Evaluation { reports })
    }

    pub(crate) fn newest(&self) -> &'p Report {
        self.reports[0]
    }

    fn reported<T>(&self, fact: impl Fn(&'p Report) -> Option<T>) -> Option<ReportedFact<'p, T>> {
        self.reports.iter().find_map(|report| {
            Some(ReportedFact {
                value: fact(report)?,
                report,
            })
        })
    }

    /// How far the commitment had come.
    pub(crate) fn completion(&self) -> Option<ReportedFact<'p, Completion>> {
        self.reported(|r| r.completion.as_ref().map(|c| c.value))
    }

    /// How many milestones were implemented as planned.
    pub(crate) fn as_planned(&self) -> Option<ReportedFact<'p, AsPlanned>> {
        self.reported(|r| r.as_planned.as_ref().map(|p| p.value))
    }

    /// The answer to a question that is answered yes or no, or with a degree.
    pub(crate) fn answer(&self, number: &str) -> Option<ReportedFact<'p, &'p FormAnswer>> {
        self.reported(|r| {
            r.answer(number)
                .filter(|a| a.yes.is_some() || a.degree.is_some())
        })
    }
}

impl Portal {
    /// What the reports on a commitment say of it; none where this portal has none.
    pub(crate) fn evaluation(&self, commitment: &Commitment) -> Option<Evaluation<'_>> {
        Evaluation::of(self.reports_on(commitment))
    }

    /// Whether a commitment has a report, be it one that this portal does not hold.
    pub(crate) fn is_evaluated(&self, commitment: &Commitment) -> bool {
        !commitment.reports.is_empty() || self.reports_on(commitment).len() > 0
    }

    /// Identifiers of the reports on a commitment: those that it cites, then those that say they are about it.
    pub(crate) fn report_ids<'p>(&'p self, commitment: &'p Commitment) -> Vec<&'p str> {
        let mut ids: Vec<&str> = commitment
            .reports
            .iter()
            .map(|id| id.value.as_str())
            .collect();
        for report in self.reports_on(commitment) {
            if !ids
                .iter()
                .any(|id| id.eq_ignore_ascii_case(&report.head.id))
            {
                ids.push(&report.head.id);
            }
        }
        ids
    }
}

/// A verdict that is told by a code.
pub struct CodedVerdict {
    /// Its name in data.
    pub(crate) column: &'static str,
    /// What it is about: the folder of the lists of commitments that share it.
    pub(crate) facet: &'static str,
    /// Its codes, and the theme's message for each.
    pub codes: &'static [(&'static str, &'static str)],
    pub(crate) title: Bilingual,
    pub(crate) description: Bilingual,
    /// Who gives it, and how it is read.
    judge: Judge,
}

/// Who gives a verdict.
enum Judge {
    /// The review at the start.
    Review(fn(&InceptionReview) -> Option<&'static str>),
    Reports(fn(&Evaluation<'_>) -> Option<&'static str>),
}

impl CodedVerdict {
    /// Its code for a commitment; none where nobody gave it.
    pub(crate) fn of(&self, portal: &Portal, commitment: &Commitment) -> Option<&'static str> {
        match self.judge {
            Judge::Review(code) => commitment.inception.as_ref().and_then(code),
            Judge::Reports(code) => portal.evaluation(commitment).as_ref().and_then(code),
        }
    }

    /// Its code in a single report; none where that does not give it.
    pub(crate) fn of_report(&self, report: &Report) -> Option<&'static str> {
        match self.judge {
            Judge::Review(_) => None,
            Judge::Reports(code) => code(&Evaluation {
                reports: vec![report],
            }),
        }
    }

    /// Whether reports give it.
    pub(crate) fn is_of_reports(&self) -> bool {
        matches!(self.judge, Judge::Reports(_))
    }

    /// Whether it is yes or no.
    pub(crate) fn is_yes_no(&self) -> bool {
        self.codes == YES_NO
    }
}

const YES_NO: &[(&str, &str)] = &[("yes", "yes"), ("no", "no")];

const COMPLETION: &[(&str, &str)] = &[
    ("no-evidence", "completion-no-evidence"),
    ("not-started", "completion-not-started"),
    ("limited", "completion-limited"),
    ("substantial", "completion-substantial"),
    ("complete", "completion-complete"),
];

const AS_PLANNED: &[(&str, &str)] = &[
    ("all", "as-planned-all"),
    ("most", "as-planned-most"),
    ("some", "as-planned-some"),
    ("none", "as-planned-none"),
];

const DEGREE: &[(&str, &str)] = &[
    ("worsened", "degree-worsened"),
    ("did-not-change", "degree-did-not-change"),
    ("marginal", "degree-marginal"),
    ("major", "degree-major"),
    ("outstanding", "degree-outstanding"),
];

const NOVELTY: &[(&str, &str)] = &[
    ("new", "novelty-new"),
    ("continuation", "novelty-continuation"),
    ("unclear", "novelty-unclear"),
];

const AMBITION: &[(&str, &str)] = &[
    ("no-added-value", "ambition-no-added-value"),
    ("positive", "ambition-positive"),
    ("binding", "ambition-binding"),
    ("unclear", "ambition-unclear"),
];

/// Every verdict, in the order in which they are given: the review at the start, then the reports.
pub const VERDICTS: &[CodedVerdict] = &[
    CodedVerdict {
        column: "verifiable",
        facet: "verifiable",
        codes: YES_NO,
        title: ["Verificable", "Verifiable"],
        description: [
            "Revisión inicial: si se puede verificar.",
            "Inception review: whether it can be verified.",
        ],
        judge: Judge::Review(|i| i.verifiable.map(yes_no)),
    },
    CodedVerdict {
        column: "relevance",
        facet: "relevance",
        codes: YES_NO,
        title: ["Relevancia para los valores", "Relevance to values"],
        description: [
            "Revisión inicial: si sirve a un valor de gobierno abierto.",
            "Inception review: whether it serves an open government value.",
        ],
        judge: Judge::Review(|i| i.relevance.map(yes_no)),
    },
    CodedVerdict {
        column: "novelty",
        facet: "novelty",
        codes: NOVELTY,
        title: ["Novedad", "Novelty"],
        description: [
            "Revisión inicial: new, continuation (continúa una práctica) o unclear.",
            "Inception review: new, continuation (of an ongoing practice) or unclear.",
        ],
        judge: Judge::Review(|i| i.novelty),
    },
    CodedVerdict {
        column: "ambition",
        facet: "ambition",
        codes: AMBITION,
        title: ["Ambición", "Ambition"],
        description: [
            "Revisión inicial: no-added-value, positive (cambio positivo, no vinculante), binding (cambio vinculante o institucionalizado) o unclear.",
            "Inception review: no-added-value, positive (a positive change, not binding), binding (a binding or institutionalized change) or unclear.",
        ],
        judge: Judge::Review(|i| i.ambition),
    },
    CodedVerdict {
        column: "completion",
        facet: "completion",
        codes: COMPLETION,
        title: ["Cumplimiento", "Completion"],
        description: [
            "Según el informe más reciente que lo dice: no-evidence, not-started, limited, substantial o complete.",
            "By the newest report that says so: no-evidence, not-started, limited, substantial or complete.",
        ],
        judge: Judge::Reports(|e| e.completion().map(|reported| reported.value.code())),
    },
    CodedVerdict {
        column: "as_planned",
        facet: "as-planned",
        codes: AS_PLANNED,
        title: [
            "Hitos realizados como se planeó",
            "Milestones implemented as planned",
        ],
        description: [
            "Según el informe más reciente que lo dice: all, most, some o none.",
            "By the newest report that says so: all, most, some or none.",
        ],
        judge: Judge::Reports(|e| e.as_planned().map(|reported| reported.value.code())),
    },
    CodedVerdict {
        column: "answer_2_1_1",
        facet: "information",
        codes: YES_NO,
        title: [
            "¿Abrió el gobierno? Acceso a la información",
            "Did it open government? Access to information",
        ],
        description: [
            "Pregunta 2.1.1 del informe.",
            "Question 2.1.1 of the report.",
        ],
        judge: Judge::Reports(|e| answer(e, "2.1.1")),
    },
    CodedVerdict {
        column: "degree_2_1_1",
        facet: "information",
        codes: DEGREE,
        title: [
            "Grado del resultado: acceso a la información",
            "Degree of result: access to information",
        ],
        description: DEGREES_SAID,
        judge: Judge::Reports(|e| degree(e, "2.1.1")),
    },
    CodedVerdict {
        column: "answer_2_1_2",
        facet: "participation",
        codes: YES_NO,
        title: [
            "¿Abrió el gobierno? Participación ciudadana",
            "Did it open government? Civic participation",
        ],
        description: [
            "Pregunta 2.1.2 del informe.",
            "Question 2.1.2 of the report.",
        ],
        judge: Judge::Reports(|e| answer(e, "2.1.2")),
    },
    CodedVerdict {
        column: "degree_2_1_2",
        facet: "participation",
        codes: DEGREE,
        title: [
            "Grado del resultado: participación ciudadana",
            "Degree of result: civic participation",
        ],
        description: DEGREES_SAID,
        judge: Judge::Reports(|e| degree(e, "2.1.2")),
    },
    CodedVerdict {
        column: "answer_2_1_3",
        facet: "accountability",
        codes: YES_NO,
        title: [
            "¿Abrió el gobierno? Rendición de cuentas",
            "Did it open government? Public accountability",
        ],
        description: [
            "Pregunta 2.1.3 del informe.",
            "Question 2.1.3 of the report.",
        ],
        judge: Judge::Reports(|e| answer(e, "2.1.3")),
    },
    CodedVerdict {
        column: "degree_2_1_3",
        facet: "accountability",
        codes: DEGREE,
        title: [
            "Grado del resultado: rendición de cuentas",
            "Degree of result: public accountability",
        ],
        description: DEGREES_SAID,
        judge: Judge::Reports(|e| degree(e, "2.1.3")),
    },
    CodedVerdict {
        column: "answer_2_2",
        facet: "problem",
        codes: YES_NO,
        title: [
            "¿Abrió el gobierno? El problema se atendió",
            "Did it open government? The problem was addressed",
        ],
        description: ["Pregunta 2.2 del informe.", "Question 2.2 of the report."],
        judge: Judge::Reports(|e| answer(e, "2.2")),
    },
];

const DEGREES_SAID: Bilingual = [
    "worsened (empeoró), did-not-change (no cambió), marginal, major (importante) u outstanding (sobresaliente).",
    "worsened, did-not-change, marginal, major or outstanding.",
];

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn answer(evaluation: &Evaluation<'_>, number: &str) -> Option<&'static str> {
    evaluation.answer(number)?.value.yes.map(yes_no)
}

fn degree(evaluation: &Evaluation<'_>, number: &str) -> Option<&'static str> {
    evaluation.answer(number)?.value.degree_code()
}
