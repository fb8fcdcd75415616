//! The public page of what does not fit together, where the settings ask for it.

pub mod context;

use crate::model::Portal;
use crate::model::contradiction::{Contradiction, OddPlace};
use crate::pages::context::{Body, BodyFacts, Link, OddLine, Phrase};
use crate::pages::kinds::PageKindFacts;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address, linking, odd_lines};
use context::{ContradictionsContext, OddPage};
use tragaluz_tables::Tables;

/// The page, where it is asked for and something is odd.
pub(crate) struct ContradictionPages;

impl PageKindFacts for ContradictionPages {
    fn name(&self) -> &'static str {
        ContradictionsContext::KIND
    }

    fn is_lasting(&self) -> bool {
        false
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let mut own = portal.pages.iter();
        let is_taken = own.any(|page| page.address == "contradictions");
        if is_taken || !portal.settings.contradictions || portal.contradictions.is_empty() {
            return Vec::new();
        }
        let title = Title::Message("contradictions");
        vec![Draft::generated(address::CONTRADICTIONS.to_owned(), title)]
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let all = site.portal.contradictions.as_slice();
        let pages = all.chunk_by(|one, next| one.page == next.page);
        let pages = pages.map(|of_one| entry(site, page, of_one));
        Body::of(ContradictionsContext {
            pages: pages.filter(|entry| !entry.lines.is_empty()).collect(),
        })
    }
}

/// Returns what is odd on one page; a milestone is named where it is about one.
fn entry(site: &SiteFacts<'_>, page: &PagePlan, of_one: &[Contradiction]) -> OddPage {
    let source = of_one.first().map_or("", |one| one.page.as_str());
    let made = site.plan.made_from(source);
    let link = made.and_then(|address| linking::link(site, page, address));
    let lines = of_one.iter().filter_map(|one| {
        let line = odd_lines::line(site, page, one)?;
        let OddPlace::Milestone(number) = one.place() else {
            return Some(line);
        };
        let milestone = Phrase::sentence("milestone-n", [("number", Phrase::new(number))]);
        let names = [("milestone", milestone), ("text", line.text)];
        let text = Phrase::sentence("odd-milestone", names);
        Some(OddLine { text, ..line })
    });
    OddPage {
        lines: lines.collect(),
        of: link.unwrap_or_else(|| Link::unlinked(Phrase::new(source))),
    }
}
