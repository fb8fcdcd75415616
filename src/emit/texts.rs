//! What authors wrote and no page shows: markup that could run a script or load something.

use crate::diag::{Diagnostic, Sink, codes};
use crate::model::Portal;
use crate::render::markdown::left_out;

/// Says where raw HTML was left out of a text, once for each element.
pub fn check(portal: &Portal, sink: &mut Sink) {
    for head in portal.heads() {
        for (lang, body) in &head.body {
            for section in body.sections.iter().filter(|section| section.markdown.contains('<')) {
                let opened = |at: &std::ops::Range<usize>| !section.markdown[at.clone()].starts_with("</");
                for at in left_out(&section.markdown).into_iter().filter(opened) {
                    let span = section.span.start + at.start..section.span.start + at.end;
                    sink.push(Diagnostic::new(&codes::RAW_HTML_DROPPED).at(head.place(lang, span)));
                }
            }
        }
    }
}
