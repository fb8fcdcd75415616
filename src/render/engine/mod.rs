//! Template engines. A sibling is one file with about thirty lines of adapter and one line in [`open`].

mod minijinja;
mod tera;

use super::scope::Scope;
use serde_json::Value as Json;

/// Turns templates into text.
pub trait Engine: Send + Sync {
    /// Renders a template with a page's context.
    ///
    /// # Errors
    /// What is wrong with the template, and where.
    fn render(&self, template: &str, page: &Json) -> Result<String, RenderError>;
}

/// What is wrong with a template, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{template}:{line}: {cause}")]
pub struct RenderError {
    /// The template's name, from the theme's folder `templates`.
    pub template: String,
    /// The line, from 1; 0 where it is not known.
    pub line: usize,
    /// What is wrong.
    pub cause: String,
}

/// Names of the engines, as `theme.toml` writes them.
pub const NAMES: &[&str] = &["minijinja", "tera"];

/// The engine of this name with these templates (name and text).
///
/// # Errors
/// The first template that is not well formed; or that there is no such engine.
pub fn open(name: &str, templates: &[(String, String)], scope: &Scope) -> Result<Box<dyn Engine>, RenderError> {
    match name {
        "minijinja" => Ok(Box::new(minijinja::MiniJinja::new(templates, scope)?)),
        "tera" => Ok(Box::new(tera::Tera2::new(templates, scope)?)),
        _ => Err(RenderError {
            template: "theme.toml".into(),
            line: 0,
            cause: format!("there is no engine “{name}”; there are {}", NAMES.join(", ")),
        }),
    }
}
