//! What reviewers and evaluators say, on the page of a commitment, of a report and in lists.

use super::parts::Link;
use serde::Serialize;

/// What the reports on a commitment say of it as a whole: each fact is the newest report's that gives it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EvaluationContext {
    /// Whether all that is known is that there is a report, for it is not in this portal.
    pub elsewhere: bool,
    /// The newest report; null in lists, and where it is elsewhere.
    pub report: Option<Link>,
    /// When in the commitment's time that report was made: `mid-term`, `end-of-term`; null where not reported.
    pub stage: Option<String>,
    /// How far the commitment had come, a code as a report has it; null where no report says so.
    pub completion: Option<String>,
    /// The older report that says so, where the newest does not; null in lists.
    pub completion_from: Option<Link>,
    /// `all`, `most`, `some`, `none` of the milestones were implemented as planned.
    pub as_planned: Option<String>,
    /// The answers to "did it open government?", as far as there are any.
    pub opened: Vec<OpeningAnswer>,
}

/// An answer to "did it open government?".
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OpeningAnswer {
    /// What was to be opened: `information`, `participation`, `accountability`; or `problem`, whether it was addressed.
    pub of: String,
    /// Yes or no; null where only the degree is given.
    pub answer: Option<bool>,
    /// `worsened`, `did-not-change`, `marginal`, `major`, `outstanding`; null where not reported.
    pub degree: Option<String>,
    /// The older report that says so, where the newest does not; null in lists.
    pub from: Option<Link>,
}
