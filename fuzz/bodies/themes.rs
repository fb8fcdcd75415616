//! A theme of a portal's own: what it says of itself, a template of either engine, words. Parts are divided by a byte of nothing.
use super::{folder, spoken};
use std::sync::Arc;
use tragaluz::Sink;
use tragaluz::render::{Engine, LinksAsWritten, Theme};
use tragaluz::source::limits::Limits;
use tragaluz::text::lang::Lang;

/// Fails where what must hold does not.
pub fn run(text: &str) {
    let root = folder::own();
    let mut given = text.split('\0');
    let mut next = || given.next().unwrap_or_default();
    let (template, words, manifest) = (next(), next(), next());
    let engine = if template.len() % 2 == 0 {
        "minijinja"
    } else {
        "tera"
    };
    let usual = format!("name = \"own\"\nengine = \"{engine}\"\n");
    let manifest = if manifest.is_empty() {
        &usual
    } else {
        manifest
    };
    folder::write(&root, "themes/own/theme.toml", manifest.as_bytes());
    folder::write(&root, "themes/own/templates/a.html", template.as_bytes());
    folder::write(&root, "themes/own/i18n/en.ftl", words.as_bytes());
    let mut sink = Sink::new();
    let english = Lang::parse("en").expect("a tag");
    if let Ok(theme) = Theme::open(
        "own",
        &root,
        std::slice::from_ref(&english),
        &Limits::default(),
        &mut sink,
    ) && let Ok(engine) = theme.engine(&english, Arc::new(LinksAsWritten))
    {
        let context =
            serde_json::json!({"a": "<b>", "list": [1, 2, 3], "map": {"x": "y"}, "lang": "en"});
        let _ = engine.render("a.html", &context);
    }
    spoken::check(&sink);
}
