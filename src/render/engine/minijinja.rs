//! MiniJinja.

use super::{Engine, FILTERED, MissingName, RenderError, TemplateBounds, UndefinedArgument};
use crate::render::helper_context::HelperContext;
use crate::render::helpers::{self, Helper, HelperKind, HelperOutput};
use crate::source::limits::Limit;
use crate::text::escape;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, escape_formatter};
use serde_json::{Map, Value as Json};

/// Templates compiled by MiniJinja.
pub(crate) struct MiniJinja {
    environment: Environment<'static>,
    bounds: TemplateBounds,
}

impl MiniJinja {
    /// Compiles the templates and registers the helpers.
    pub(crate) fn new(
        templates: &[(String, String)],
        scope: &HelperContext,
        bounds: TemplateBounds,
    ) -> Result<Self, RenderError> {
        let mut environment = Environment::new();
        environment.set_fuel(Some(bounds.steps()));
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_formatter(|out, state, value| match value.as_str() {
            _ if value.is_none() => Ok(()),
            Some(text)
                if !value.is_safe() && *state.auto_escape() != minijinja::AutoEscape::None =>
            {
                escape::write_html(out, text).map_err(Error::from)
            }
            _ => escape_formatter(out, state, value),
        });
        for helper in helpers::ALL {
            let scope = scope.clone();
            match helper.kind {
                HelperKind::Filter => {
                    environment.add_filter(helper.name, move |value: Value, args: Kwargs| {
                        let value = argument(helper, FILTERED, &value)?;
                        let args = arguments(helper, &args)?;
                        answer((helper.call)(&scope, Some(&value), &args))
                    });
                }
                HelperKind::Function => {
                    environment.add_function(helper.name, move |args: Kwargs| {
                        answer((helper.call)(&scope, None, &arguments(helper, &args)?))
                    });
                }
            }
        }
        for (name, text) in templates {
            environment
                .add_template_owned(name.clone(), text.clone())
                .map_err(|e| fault(&e, name))?;
        }
        Ok(MiniJinja {
            environment,
            bounds,
        })
    }

    fn write(
        &self,
        environment: &Environment<'_>,
        template: &str,
        page: &Value,
    ) -> Result<String, Unwritten> {
        let mut text = self.bounds.page();
        let written = environment.get_template(template).and_then(|template| {
            let written = template.render_captured_to(page.clone(), &mut text);
            written.map(drop)
        });
        match written {
            Ok(()) => Ok(text.into_text()),
            Err(error) => {
                let limit = if text.is_full() {
                    Some(Limit::PageMib)
                } else {
                    (innermost(&error).kind() == ErrorKind::OutOfFuel)
                        .then_some(Limit::TemplateSteps)
                };
                Err(Unwritten { error, limit })
            }
        }
    }

    /// Returns the name that is not there: the engine knows it only where it keeps account of everything, which takes time.
    fn undefined(&self, template: &str, page: &Value) -> Option<String> {
        let mut environment = self.environment.clone();
        environment.set_debug(true);
        let error = self.write(&environment, template, page).err()?.error;
        let inner = innermost(&error);
        let detail = inner.detail()?;
        if let Some(argument) = UndefinedArgument::read(detail) {
            return argument.expression(inner.template_source()?, inner.range()?);
        }
        let (before, _) = detail.split_once("` is undefined")?;
        Some(before.rsplit('`').next()?.to_owned())
    }
}

/// Why a page was not written.
struct Unwritten {
    error: Error,
    /// The limit that it exceeds.
    limit: Option<Limit>,
}

impl Engine for MiniJinja {
    fn render(
        &self,
        template: &str,
        page: &dyn erased_serde::Serialize,
    ) -> Result<String, RenderError> {
        let values = Value::from(Serde(page));
        let written = self.write(&self.environment, template, &values);
        written.map_err(|Unwritten { error, limit }| {
            let mut fault = fault(&error, template);
            if let Some(limit) = limit {
                fault.cause = self.bounds.exceeded(limit);
            }
            let name = if is_undefined(&error) {
                self.undefined(template, &values)
            } else {
                None
            };
            RenderError {
                missing: name.map(|name| MissingName::value(&name, &[], page)),
                ..fault
            }
        })
    }
}

fn answer(out: Result<HelperOutput, String>) -> Result<Value, Error> {
    match out.map_err(|cause| Error::new(ErrorKind::InvalidOperation, cause))? {
        HelperOutput::Text(text) => Ok(Value::from(text)),
        HelperOutput::Html(html) => Ok(Value::from_safe_string(html)),
    }
}

fn argument(helper: &Helper, name: &str, value: &Value) -> Result<Json, Error> {
    if value.is_undefined() {
        let undefined = UndefinedArgument {
            helper: helper.name.to_owned(),
            argument: name.to_owned(),
        };
        return Err(Error::new(ErrorKind::UndefinedError, undefined.to_string()));
    }
    serde_json::to_value(value).map_err(|e| Error::new(ErrorKind::BadSerialization, e.to_string()))
}

fn arguments(helper: &Helper, args: &Kwargs) -> Result<Map<String, Json>, Error> {
    args.args()
        .map(|name| {
            let value = argument(helper, name, &args.peek::<Value>(name)?)?;
            Ok((name.to_owned(), value))
        })
        .collect()
}

fn innermost(error: &Error) -> &Error {
    let mut inner = error;
    while let Some(next) = std::error::Error::source(inner).and_then(|e| e.downcast_ref::<Error>())
    {
        inner = next;
    }
    inner
}

fn is_undefined(error: &Error) -> bool {
    innermost(error).kind() == ErrorKind::UndefinedError
}

/// Returns the innermost cause, and the template and line where it happened.
fn fault(error: &Error, asked: &str) -> RenderError {
    let inner = innermost(error);
    let template = inner.name().or(error.name()).unwrap_or(asked).to_owned();
    let cause = inner
        .detail()
        .map_or_else(|| inner.kind().to_string(), ToOwned::to_owned);
    RenderError::new(template, inner.line().or(error.line()).unwrap_or(0), cause)
}
