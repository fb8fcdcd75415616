//! Where texts show images, and with what words.

use crate::diag::Place;
use crate::model::Portal;
use crate::model::body::MARKDOWN;
use crate::model::head::Head;
use crate::pages::Plan;
use crate::pages::links::ResolvedLink;
use crate::text::lang::Lang;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// An image in a text.
pub(crate) struct ImageUse {
    /// The address that the author wrote.
    pub(crate) written: String,
    /// The file's path in the site, where it is one of the site's.
    pub(crate) path: Option<String>,
    /// Whether it says nothing to those who do not see it, and is not said to be mere ornament (`![-](…)`).
    pub(crate) without_words: bool,
    pub(crate) place: Place,
}

/// Every image of every text.
pub(crate) fn all(portal: &Portal, plan: &Plan) -> Vec<ImageUse> {
    let mut uses = Vec::new();
    for head in portal.heads() {
        for (lang, body) in &head.body {
            for section in &body.sections {
                let place = |span: Range<usize>| {
                    head.place(
                        lang,
                        section.span.start + span.start..section.span.start + span.end,
                    )
                };
                of_text(plan, file(head, lang), &section.markdown, &place, &mut uses);
            }
        }
        for (lang, text) in head.summary.all() {
            // A summary may be folded in its file, so that it is the whole of it that is pointed at.
            let whole = head.summary_at.get(lang).cloned().unwrap_or_default();
            of_text(
                plan,
                file(head, lang),
                text,
                &|_| head.place(lang, whole.clone()),
                &mut uses,
            );
        }
    }
    uses
}

/// The file of a page in this language.
fn file<'h>(head: &'h Head, lang: &Lang) -> &'h str {
    &head.files.get(lang).unwrap_or(&head.file).path
}

fn of_text(
    plan: &Plan,
    source: &str,
    text: &str,
    place: &dyn Fn(Range<usize>) -> Place,
    uses: &mut Vec<ImageUse>,
) {
    if !text.contains("![") {
        return;
    }
    let mut open: Option<(ImageUse, usize)> = None;
    for (event, span) in Parser::new_ext(text, MARKDOWN).into_offset_iter() {
        match (event, &mut open) {
            (Event::Start(Tag::Image { dest_url, .. }), None) => {
                let path = match plan.lead(&dest_url, source) {
                    ResolvedLink::File(path, _) => Some(path),
                    _ => None,
                };
                let place = place(span);
                open = Some((
                    ImageUse {
                        written: dest_url.to_string(),
                        path,
                        without_words: true,
                        place,
                    },
                    0,
                ));
            }
            (Event::Start(_), Some((_, depth))) => *depth += 1,
            (Event::End(TagEnd::Image), Some((_, 0))) => {
                uses.extend(open.take().map(|(one, _)| one));
            }
            (Event::End(_), Some((_, depth))) => *depth = depth.saturating_sub(1),
            (Event::Text(words) | Event::Code(words), Some((one, _)))
                if !words.trim().is_empty() =>
            {
                one.without_words = false;
            }
            _ => {}
        }
    }
}
