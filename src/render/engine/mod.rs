//! Template engines. A sibling is one file with about thirty lines of adapter and one line in [`open`].

mod blocks;
mod bounds;
mod counted_loops;
mod fault;
mod foot;
mod minijinja;
mod tera;

use fault::{FILTERED, UndefinedArgument};
pub(crate) use fault::{MissingKind, MissingName, RenderError};
pub use foot::PageEngine;

use crate::render::helper_context::HelperContext;
use crate::source::limits::Limits;
use bounds::TemplateBounds;
use counted_loops::counted;

/// Turns templates into text.
pub trait Engine: Send + Sync {
    /// Renders a template with a page's context, of which the engine makes values of its own at once.
    ///
    /// # Errors
    /// What is wrong with the template, and where.
    fn render(
        &self,
        template: &str,
        page: &dyn erased_serde::Serialize,
    ) -> Result<String, RenderError>;
}

/// Names of the engines, as `theme.toml` writes them.
pub const NAMES: &[&str] = &["minijinja", "tera"];

/// Returns the engine of this name with these templates (name and text), each of which takes no more steps and writes no
/// more than these limits allow.
///
/// # Errors
/// The first template that is not well formed, or fills a block that no template above it has; or that there is no such
/// engine.
pub fn open(
    name: &str,
    templates: &[(String, String)],
    scope: &HelperContext,
    limits: &Limits,
) -> Result<PageEngine, RenderError> {
    blocks::check(templates)?;
    let frames = foot::Frames::of(templates, blocks::frame_of);
    let (templates, bounds) = (&frames.templates, TemplateBounds::of(limits));
    let engine: Box<dyn Engine> = match name {
        "minijinja" => Box::new(minijinja::MiniJinja::new(templates, scope, bounds)?),
        "tera" => Box::new(tera::Tera2::new(templates, scope, bounds)?),
        _ => {
            let cause = format!(
                "there is no engine “{name}”; there are {}",
                NAMES.join(", ")
            );
            return Err(RenderError::new("theme.toml", 0, cause));
        }
    };
    Ok(PageEngine::new(engine, frames))
}
