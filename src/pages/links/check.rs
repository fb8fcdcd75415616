//! Links that lead nowhere: in the texts of pages, and among their facts.

use super::super::Plan;
use super::super::address::in_lang;
use super::ResolvedLink;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::figures::is_figure;
use crate::model::Portal;
use crate::model::head::Head;
use crate::model::text_links::{LinkForm, links};
use crate::source::fields::Spanned;
use crate::text::lang::Lang;
use crate::text::near::nearest;
use crate::text::scheme::{Refused, SCHEMES, refused};
use std::ops::Range;

/// Schemes of addresses that run or hold something. Where HTML has one, it is told that the element is left out.
const RUNNING: &[&str] = &["javascript", "vbscript", "data"];

/// A text, and where it is.
struct LinkedText<'p> {
    head: &'p Head,
    lang: &'p Lang,
    markdown: &'p str,
}

/// Whether a link runs a program instead of leading somewhere.
fn runs_code(target: &str) -> bool {
    matches!(refused(target), Some(Refused::Scheme(scheme)) if RUNNING.contains(&&*scheme))
}

/// Finds every link of every text, and every address among the facts, that no reader can follow.
pub(crate) fn check(portal: &Portal, plan: &Plan, sink: &mut Sink) {
    let checking = LinkCheck { portal, plan };
    checking.facts(sink);
    for head in portal.heads() {
        for (lang, body) in &head.body {
            for section in &body.sections {
                let start = section.span.start;
                checking.text(
                    &LinkedText {
                        head,
                        lang,
                        markdown: &section.markdown,
                    },
                    &|span| head.place(lang, start + span.start..start + span.end),
                    sink,
                );
            }
        }
        for (lang, markdown) in head.summary.all() {
            // A summary may be folded in its file, so that it is the whole of it that is pointed at.
            let whole = head.summary_at.get(lang).cloned().unwrap_or_default();
            checking.text(
                &LinkedText {
                    head,
                    lang,
                    markdown,
                },
                &|_| head.place(lang, whole.clone()),
                sink,
            );
        }
    }
}

struct LinkCheck<'p> {
    portal: &'p Portal,
    plan: &'p Plan,
}

impl LinkCheck<'_> {
    /// Checks evidence and sources.
    fn facts(&self, sink: &mut Sink) {
        let portal = self.portal;
        for commitment in &portal.commitments {
            for proof in commitment.milestones.iter().flat_map(|m| &m.evidence) {
                self.address(proof.url.as_ref(), &commitment.head, sink);
            }
        }
        for report in &portal.reports {
            for proof in report.proofs() {
                self.address(proof.url.as_ref(), &report.head, sink);
            }
        }
        let of_datasets = portal.datasets.iter().map(|d| (&d.head, &d.origins));
        let of_heads = portal.written().map(|(_, head)| (head, &head.sources));
        for (head, sources) in of_datasets.chain(of_heads) {
            for source in sources {
                self.address(source.url.as_ref(), head, sink);
            }
        }
    }

    /// Checks an address among the facts of a page.
    fn address(&self, url: Option<&Spanned<String>>, head: &Head, sink: &mut Sink) {
        let Some(url) = url else { return };
        let found = self.finding(&url.value, head, self.portal.settings.main());
        sink.extend(found.map(|found| found.at(head.file.place(url.span.clone()))));
    }

    fn text(&self, text: &LinkedText<'_>, place: &dyn Fn(Range<usize>) -> Place, sink: &mut Sink) {
        for link in links(text.markdown) {
            let is_figure = link.form == LinkForm::Link && is_figure(&link.target);
            let is_left_out = link.form == LinkForm::Html && runs_code(&link.target);
            // What is wrong with a figure is told where it is looked up.
            if is_figure || is_left_out {
                continue;
            }
            let found = self.finding(&link.target, text.head, text.lang);
            sink.extend(found.map(|found| found.at(place(link.span))));
        }
    }

    /// What is wrong with an address that is in a file of this page in this language.
    fn finding(&self, target: &str, head: &Head, lang: &Lang) -> Option<Diagnostic> {
        match refused(target) {
            Some(Refused::OwnComputer) => {
                return Some(Diagnostic::new(&codes::LINK_TO_OWN_COMPUTER).arg("target", target));
            }
            Some(Refused::Scheme(scheme)) => {
                let near = nearest(&scheme, SCHEMES.iter().copied()).unwrap_or("none");
                let finding = Diagnostic::new(&codes::LINK_SCHEME_UNKNOWN).arg("target", target);
                return Some(finding.arg("scheme", scheme).arg("near", near));
            }
            None => {}
        }
        let file = head.files.get(lang).unwrap_or(&head.file);
        (self.plan.lead(target, &file.path) == ResolvedLink::Broken)
            .then(|| self.broken(head, lang, target))
    }

    fn broken(&self, head: &Head, lang: &Lang, target: &str) -> Diagnostic {
        let address = self
            .plan
            .made_from(&head.file.path)
            .unwrap_or(&head.file.path);
        let page = in_lang(lang, self.portal.settings.main(), address);
        let kind = if target
            .get(..4)
            .is_some_and(|www| www.eq_ignore_ascii_case("www."))
        {
            "web"
        } else {
            "site"
        };
        let finding = Diagnostic::new(&codes::LINK_BROKEN)
            .arg("page", page)
            .arg("target", target);
        finding.arg("kind", kind).arg("more", 0_usize)
    }
}
