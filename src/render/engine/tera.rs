//! Tera 2.

use super::{
    Engine, FILTERED, MissingName, RenderError, TemplateBounds, UndefinedArgument, counted,
};
use crate::render::helper_context::HelperContext;
use crate::render::helpers::{self, Helper, HelperKind, HelperOutput};
use crate::source::limits::Limit;
use crate::text::escape;
use serde_json::{Map, Value as Json};
use std::cell::Cell;
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, Value};

/// The function that bodies of loops begin with.
const STEP: &str = "count_step";

thread_local! {
    /// Steps that are left to the page that this thread makes: the engine tells a function nothing of the page in which it is
    /// called, and a page is made in one thread.
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// Templates compiled by Tera 2.
pub(crate) struct Tera2 {
    tera: Tera,
    bounds: TemplateBounds,
    /// Name and text of each template, in which the engine's errors have their spans.
    templates: Vec<(String, String)>,
}

impl Tera2 {
    /// Compiles the templates and registers the helpers.
    pub(crate) fn new(
        templates: &[(String, String)],
        scope: &HelperContext,
        bounds: TemplateBounds,
    ) -> Result<Self, RenderError> {
        let mut tera = Tera::default();
        tera.register_function(STEP, move |_: Kwargs, _: &State| step(bounds));
        tera.set_escape_fn(|text, out| out.write_all(escape::html(text).as_bytes()));
        for helper in helpers::ALL {
            let scope = scope.clone();
            match helper.kind {
                HelperKind::Filter => tera.register_filter(
                    helper.name,
                    move |value: &Value, args: Kwargs, _: &State| {
                        let value = argument(helper, FILTERED, value)?;
                        let args = arguments(helper, &args)?;
                        answer((helper.call)(&scope, Some(&value), &args))
                    },
                ),
                HelperKind::Function => {
                    tera.register_function(helper.name, move |args: Kwargs, _: &State| {
                        answer((helper.call)(&scope, None, &arguments(helper, &args)?))
                    });
                }
            }
        }
        let templates: Vec<(String, String)> = templates
            .iter()
            .map(|(name, text)| (name.clone(), counted(text, STEP).into_owned()))
            .collect();
        tera.add_raw_templates(
            templates
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_str())),
        )
        .map_err(|e| fault(&e, "theme.toml"))?;
        Ok(Tera2 {
            tera,
            bounds,
            templates,
        })
    }

    /// Returns the name that is not there, and those in its place.
    fn undefined(&self, error: &Error) -> Option<(String, Vec<String>)> {
        let ErrorKind::RenderingError(report) = error.kind() else {
            return None;
        };
        if let Some(argument) = UndefinedArgument::read(report.message()) {
            let (_, text) = self
                .templates
                .iter()
                .find(|(name, _)| name == report.filename())?;
            let expression = argument.expression(text, report.span().range.clone())?;
            return Some((expression, Vec::new()));
        }
        undefined(report.message())
    }
}

impl Engine for Tera2 {
    fn render(
        &self,
        template: &str,
        page: &dyn erased_serde::Serialize,
    ) -> Result<String, RenderError> {
        let context = Context::from_serialize(page).map_err(|e| fault(&e, template))?;
        STEPS.set(self.bounds.steps());
        let mut text = self.bounds.page();
        let written = self.tera.render_to(template, &context, &mut text);
        if text.is_full() {
            let cause = self.bounds.exceeded(Limit::PageMib);
            return Err(RenderError::new(template, 0, cause));
        }
        written.map(|()| text.into_text()).map_err(|error| {
            let missing = self
                .undefined(&error)
                .map(|(name, known)| MissingName::value(&name, &known, page));
            RenderError {
                missing,
                ..fault(&error, template)
            }
        })
    }
}

/// Takes one of the steps that are left.
fn step(bounds: TemplateBounds) -> Result<Value, Error> {
    let left = STEPS.get();
    if left == 0 {
        return Err(Error::message(bounds.exceeded(Limit::TemplateSteps)));
    }
    STEPS.set(left - 1);
    Ok(Value::safe_string(""))
}

fn answer(out: Result<HelperOutput, String>) -> Result<Value, Error> {
    match out.map_err(Error::message)? {
        HelperOutput::Text(text) => Ok(Value::normal_string(&text)),
        HelperOutput::Html(html) => Ok(Value::safe_string(&html)),
    }
}

fn argument(helper: &Helper, name: &str, value: &Value) -> Result<Json, Error> {
    if value.is_undefined() {
        return Err(Error::message(UndefinedArgument {
            helper: helper.name.to_owned(),
            argument: name.to_owned(),
        }));
    }
    serde_json::to_value(value).map_err(Error::message)
}

fn arguments(helper: &Helper, args: &Kwargs) -> Result<Map<String, Json>, Error> {
    args.iter()
        .map(|(name, value)| {
            let name = name.as_str().unwrap_or_default();
            Ok((name.to_owned(), argument(helper, name, value)?))
        })
        .collect()
}

/// Returns the name that the engine says is not there, and those in its place.
fn undefined(cause: &str) -> Option<(String, Vec<String>)> {
    let (name, rest) = cause
        .strip_prefix("Variable `")
        .or(cause.strip_prefix("Field `"))?
        .split_once('`')?;
    let available = rest
        .strip_prefix(" is not defined.")?
        .rsplit(": ")
        .next()
        .unwrap_or_default();
    let known = available
        .split(", ")
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    Some((name.to_owned(), known))
}

/// Returns the cause, and the template and line where it happened.
fn fault(error: &Error, asked: &str) -> RenderError {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => RenderError::new(
            report.filename(),
            report.span().start_line,
            report.message(),
        ),
        other => RenderError::new(asked, 0, other.to_string()),
    }
}
