//! Floor 11: addresses of others that a portal's pages lead to, asked for when the user wants that (`check --links`): whether anything
//! still is there. Nothing of the output depends on it, and no other run asks anybody for anything.

mod asking;
mod written_links;

use crate::diag::{Code, Diagnostic, Fatal, Sink, codes};
use crate::source::Source;
use crate::timing::Timings;
use asking::{AnswerFinding, LinkAnswer};
use serde::Serialize;
use written_links::OutsideLink;

/// How many addresses were asked for, and what came of it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LinkTally {
    /// Different addresses that pages, datasets and settings name.
    pub addresses: usize,
    /// Those at which something is.
    pub alive: usize,
}

/// Asks for every address of others that a portal names. What is not there any more is told at each place that names it.
///
/// # Errors
/// When the program was built without the part that asks.
pub(crate) fn check(
    source: &Source,
    timings: &Timings,
    sink: &mut Sink,
) -> Result<LinkTally, Fatal> {
    let links = written_links::of(source);
    let answers = asking::ask(&links, timings)?;
    let mut tally = LinkTally {
        addresses: links.len(),
        alive: 0,
    };
    for (link, answer) in links.iter().zip(answers) {
        match answer.finding() {
            None => tally.alive += 1,
            Some(found) => sink.extend(told(link, &found)),
        }
    }
    Ok(tally)
}

/// Returns the finding about an address, at each place that names it.
fn told(link: &OutsideLink, found: &AnswerFinding) -> Vec<Diagnostic> {
    let places = link.places.iter().cloned();
    let tell = |place| {
        Diagnostic::new(found.code)
            .at(place)
            .arg("url", link.address.as_str())
            .arg("said", found.said.as_str())
    };
    places.map(tell).collect()
}

impl LinkAnswer {
    /// What is wrong with an address of which this was answered, if anything.
    fn finding(self) -> Option<AnswerFinding> {
        let of = |code: &'static Code, said: String| Some(AnswerFinding { code, said });
        match self {
            LinkAnswer::Alive => None,
            LinkAnswer::Moved { to } => of(&codes::OUTSIDE_MOVED, to),
            LinkAnswer::Gone { status } => of(&codes::OUTSIDE_GONE, status.to_string()),
            LinkAnswer::Silent { why } => of(&codes::OUTSIDE_SILENT, why),
            LinkAnswer::Unclear { why } => of(&codes::OUTSIDE_UNCLEAR, why),
        }
    }
}
