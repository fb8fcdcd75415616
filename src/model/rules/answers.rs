//! Of each question of the form that asks for yes or no and for a degree, the two answers go together: "yes" with a change for
//! the better, "no" with none.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::portal::Portal;

/// The degrees that say that something changed for the better.
const BETTER: &[&str] = &["marginal", "major", "outstanding"];

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    for report in &portal.reports {
        for answer in &report.answers {
            let (Some(yes), Some(degree)) = (answer.yes, &answer.degree) else {
                continue;
            };
            if yes != BETTER.contains(&degree.value) {
                let place = report.head.file.place(degree.span.clone());
                sink.push(
                    Diagnostic::new(&codes::ANSWER_AGAINST_DEGREE)
                        .at(place)
                        .arg("question", answer.question.number)
                        .arg("answer", if yes { "yes" } else { "no" })
                        .arg("degree", degree.value),
                );
            }
        }
    }
}
