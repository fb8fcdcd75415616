//! The errors of the last build, over the page that was shown before them.

use tragaluz::diag::{Diagnostic, Excerpt, Severity, Speech};
use tragaluz::text::escape;

/// How many errors are shown with all their words; a page of their own has the others.
const MOST: usize = 5;

/// How the box looks, whatever style sheet the page has.
const BOX: &str = "all:revert;position:fixed;inset:auto 0 0;z-index:99;max-height:70vh;overflow:auto;padding:.5rem 1rem;\
border-top:.4rem solid #b00;background:#fff;color:#111;font:1rem/1.4 system-ui,sans-serif;text-align:start";

/// How the line of a file looks.
const LINE: &str = "margin:.3rem 0;padding:.3rem .6rem;overflow:auto;background:#eee;color:#111";

/// Returns the box for a page; an empty text where there is no error. It can be folded together without a script. `has_site` says
/// whether there is a page below it, `all_at` where all findings are told.
pub(super) fn overlay(
    found: &[Diagnostic],
    has_site: bool,
    all_at: &str,
    speech: &Speech,
) -> String {
    let errors: Vec<&Diagnostic> = found
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .collect();
    if errors.is_empty() {
        return String::new();
    }
    let args = [
        ("count", errors.len().into()),
        ("kept", if has_site { "yes" } else { "no" }.into()),
    ];
    let heading = escape::html(&speech.say("overlay-heading", &args));
    let shown: String = (errors.iter().take(MOST))
        .map(|one| told(one, speech))
        .collect();
    let all = escape::html(&speech.say("overlay-all", &[]));
    format!(
        "<details open role=\"alert\" style=\"{BOX}\"><summary><strong>{heading}</strong></summary>{shown}\
         <p><a style=\"color:#00c\" href=\"{all_at}\">{all}</a></p></details>"
    )
}

/// Returns an error: what is wrong, where, the line itself, and how to mend it.
fn told(error: &Diagnostic, speech: &Speech) -> String {
    let mut html = format!(
        "<p><strong>{}</strong>",
        escape::html(&speech.message(error))
    );
    if let Some(place) = &error.place {
        let mut at = place.file.clone();
        if place.line > 0 {
            at = format!("{at}:{}:{}", place.line, place.column.max(1));
        }
        html += &format!("<br><code>{}</code>", escape::html(&at));
    }
    html += "</p>";
    if let Some(excerpt) = error
        .place
        .as_ref()
        .and_then(|place| place.excerpt.as_ref())
    {
        html += &format!("<pre style=\"{LINE}\">{}</pre>", marked(excerpt));
    }
    if let Some(help) = speech.help(error) {
        html += &format!("<p>{}</p>", escape::html(&help));
    }
    html
}

/// Returns a line with the part that is meant marked in it.
fn marked(excerpt: &Excerpt) -> String {
    let (start, end) = (excerpt.start, excerpt.end.max(excerpt.start));
    let parts = [
        excerpt.text.get(..start),
        excerpt.text.get(start..end),
        excerpt.text.get(end..),
    ];
    match parts.map(|part| part.map(escape::html)) {
        [Some(before), Some(part), Some(after)] => format!("{before}<mark>{part}</mark>{after}"),
        _ => escape::html(&excerpt.text),
    }
}
