//! Two engines, two themes, one truth.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

mod samples;

use std::path::Path;
use std::sync::Arc;
use tragaluz::diag::Sink;
use tragaluz::render::{Engine, Theme, Unresolved};
use tragaluz::text::lang::Lang;

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap()
}

fn theme(name: &str) -> Theme {
    let mut sink = Sink::new();
    let theme = Theme::open(name, Path::new("/nonexistent"), &[lang("es"), lang("en")], &mut sink).unwrap();
    assert_eq!(sink.iter().collect::<Vec<_>>(), Vec::<&tragaluz::diag::Diagnostic>::new());
    theme
}

fn engine(name: &str, tag: &str) -> Box<dyn Engine> {
    theme(name).engine(&lang(tag), Arc::new(Unresolved)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn render(engine: &dyn Engine, context: &tragaluz::plan::context::PageContext) -> String {
    engine.render(context.template(), &context.to_json().unwrap()).unwrap_or_else(|e| panic!("{e}"))
}

/// Renders every sample page; with `TRAGALUZ_SAMPLES=DIR` also into files, to be looked at.
#[test]
fn both_themes_render_every_kind() {
    for name in ["claro", "llano"] {
        for (tag, dir) in [("en", "ltr"), ("es", "ltr"), ("es", "rtl")] {
            let engine = engine(name, tag);
            for (title, body) in samples::bodies() {
                let context = samples::page(title, body, tag, dir);
                let html = render(&*engine, &context);
                assert!(!html.contains("<script>alert"), "{name} {}", context.page.kind);
                assert!(!html.contains("[section-") && !html.contains("[t]"), "{name} {}", context.page.kind);
                if let Ok(folder) = std::env::var("TRAGALUZ_SAMPLES") {
                    let folder = Path::new(&folder).join(name).join(dir);
                    std::fs::create_dir_all(&folder).unwrap();
                    let file = if tag == "en" || dir == "rtl" { String::new() } else { format!("{tag}-") };
                    std::fs::write(folder.join(format!("{file}{}.html", context.page.kind)), &html).unwrap();
                }
            }
            for body in samples::bare_bodies() {
                render(&*engine, &samples::page(tragaluz::plan::context::Phrase::new("x"), body, tag, dir));
            }
        }
    }
}
