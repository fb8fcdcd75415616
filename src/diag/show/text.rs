//! For people at a terminal: the line shown, the part marked, and how to mend it.

use super::FindingFormat;
use crate::diag::{Diagnostic, Excerpt, Place, Severity, Speech};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Human-readable, in the manner of the Rust compiler.
pub(crate) struct TextFindings;

impl FindingFormat for TextFindings {
    fn id(&self) -> &'static str {
        "text"
    }

    fn show(&self, found: &[Diagnostic], speech: &Speech, out: &mut dyn Write) -> io::Result<()> {
        let renderer = Renderer::styled();
        let mut kinds: BTreeMap<(Severity, &str), u64> = BTreeMap::new();
        for d in found {
            let shown = kinds.entry((d.severity, d.code.id)).or_default();
            *shown += 1;
            if *shown <= MOST {
                writeln!(out, "{}\n", one(d, speech, &renderer))?;
                // Unmarked and from the margin on, so that it can be copied as it is.
                if let Some(paste) = speech.paste(d) {
                    writeln!(out, "{paste}\n")?;
                }
            }
        }
        for ((severity, code), count) in kinds.into_iter().filter(|(_, count)| *count > MOST) {
            let args = [("count", (count - MOST).into()), ("code", code.into())];
            let title = level(severity, speech)
                .primary_title(speech.say("findings-more", &args))
                .id(code);
            writeln!(
                out,
                "{}\n",
                renderer.render(&[title.elements(None::<Origin<'_>>)])
            )?;
        }
        Ok(())
    }
}

/// Findings of a kind that are shown one by one. A person mends the first ones and runs the program again; ten thousand of
/// them would hide all others.
const MOST: u64 = 20;

fn level(severity: Severity, speech: &Speech) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(speech.say("word-error", &[])),
        Severity::Warning => Level::WARNING.with_name(speech.say("word-warning", &[])),
        Severity::Note => Level::NOTE.with_name(speech.say("word-note", &[])),
    }
}

fn one(d: &Diagnostic, speech: &Speech, renderer: &Renderer) -> String {
    let (message, help) = (speech.message(d), speech.help(d));
    let mut group = level(d.severity, speech)
        .primary_title(message)
        .id(d.code.id)
        .elements(None::<Origin<'_>>);
    if let Some(place) = &d.place {
        group = match &place.excerpt {
            Some(Excerpt { text, start, end }) => group.element(
                Snippet::source(text.as_str())
                    .line_start(place.line)
                    .path(&place.file)
                    .annotation(AnnotationKind::Primary.span(*start..*end)),
            ),
            None if place.line > 0 => group.element(Origin::path(&place.file).line(place.line)),
            None => group.element(Origin::path(&place.file)),
        };
    }
    if let Some(help) = help {
        group = group.element(
            Level::HELP
                .with_name(speech.say("word-help", &[]))
                .message(help),
        );
    }
    let shown = renderer.render(&[group]);
    match &d.place {
        Some(place) => with_column(shown, place),
        None => shown,
    }
}

/// The renderer counts columns in the line as shown; in a shortened one that is not the file's.
fn with_column(shown: String, place: &Place) -> String {
    let Some(excerpt) = &place.excerpt else {
        return shown;
    };
    let counted = excerpt.text[..excerpt.start].chars().count() + 1;
    if place.column == 0 || counted == place.column {
        return shown;
    }
    let (file, line) = (&place.file, place.line);
    shown.replacen(
        &format!("{file}:{line}:{counted}"),
        &format!("{file}:{line}:{}", place.column),
        1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes;

    #[test]
    fn of_a_kind_the_first_are_shown_and_the_rest_counted() {
        let long = |n: usize| {
            Diagnostic::new(&codes::LINK_BROKEN)
                .at(Place::file(format!("content/{n:02}.md")))
                .arg("path", "x")
        };
        let other = Diagnostic::new(&codes::NO_BASE_URL);
        let found: Vec<Diagnostic> = (0..25).map(long).chain([other]).collect();
        let shown = |found: &[Diagnostic], locale: &str| {
            let mut out = anstream::StripStream::new(Vec::new());
            TextFindings
                .show(found, &Speech::for_locale(locale), &mut out)
                .unwrap();
            String::from_utf8(out.into_inner()).unwrap()
        };
        let text = shown(&found, "en");
        assert!(
            text.contains("content/19.md") && !text.contains("content/20.md"),
            "{text}"
        );
        assert!(
            text.contains("no-base-url")
                && text.contains("There are 5 more of the kind link-broken;"),
            "{text}"
        );
        assert!(shown(&found, "es").contains("Hay 5 más de la clase link-broken;"));
        assert!(!shown(&found[5..], "en").contains("more of the kind"));
    }
}
