//! For people at a terminal: the line shown, the part marked, and how to mend it.

use super::Show;
use crate::diag::{Diagnostic, Excerpt, Place, Severity, Speech};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use std::io::{self, Write};

/// Human-readable, in the manner of the Rust compiler.
pub struct Text;

impl Show for Text {
    fn id(&self) -> &'static str {
        "text"
    }

    fn show(&self, found: &[Diagnostic], speech: &Speech, out: &mut dyn Write) -> io::Result<()> {
        let renderer = Renderer::styled();
        for d in found {
            writeln!(out, "{}\n", one(d, speech, &renderer))?;
        }
        Ok(())
    }
}

fn one(d: &Diagnostic, speech: &Speech, renderer: &Renderer) -> String {
    let level = match d.severity {
        Severity::Error => Level::ERROR.with_name(speech.say("word-error", &[])),
        Severity::Warning => Level::WARNING.with_name(speech.say("word-warning", &[])),
        Severity::Note => Level::NOTE.with_name(speech.say("word-note", &[])),
    };
    let (message, help) = (speech.message(d), speech.help(d));
    let mut group = level.primary_title(message).id(d.code.id).elements(None::<Origin<'_>>);
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
        group = group.element(Level::HELP.with_name(speech.say("word-help", &[])).message(help));
    }
    let shown = renderer.render(&[group]);
    match &d.place {
        Some(place) => with_column(shown, place),
        None => shown,
    }
}

/// The renderer counts columns in the line as shown; in a shortened one that is not the file's.
fn with_column(shown: String, place: &Place) -> String {
    let Some(excerpt) = &place.excerpt else { return shown };
    let counted = excerpt.text[..excerpt.start].chars().count() + 1;
    if place.column == 0 || counted == place.column {
        return shown;
    }
    let (file, line) = (&place.file, place.line);
    shown.replacen(&format!("{file}:{line}:{counted}"), &format!("{file}:{line}:{}", place.column), 1)
}
