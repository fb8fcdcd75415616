//! Tera 2.

use super::{Engine, Missing, RenderError};
use crate::render::helpers::{self, Kind, Out};
use crate::render::scope::Scope;
use crate::text::escape;
use serde_json::{Map, Value as Json};
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, Value};

/// Templates compiled by Tera 2.
pub(crate) struct Tera2 {
    tera: Tera,
}

impl Tera2 {
    /// Compiles the templates and registers the helpers.
    pub(crate) fn new(templates: &[(String, String)], scope: &Scope) -> Result<Self, RenderError> {
        let mut tera = Tera::default();
        tera.set_escape_fn(|text, out| out.write_all(escape::html(text).as_bytes()));
        for helper in helpers::ALL {
            let scope = scope.clone();
            match helper.kind {
                Kind::Filter => tera.register_filter(
                    helper.name,
                    move |value: &Value, args: Kwargs, _: &State| {
                        answer((helper.call)(
                            &scope,
                            Some(&json(value)?),
                            &arguments(&args)?,
                        ))
                    },
                ),
                Kind::Function => {
                    tera.register_function(helper.name, move |args: Kwargs, _: &State| {
                        answer((helper.call)(&scope, None, &arguments(&args)?))
                    })
                }
            }
        }
        tera.add_raw_templates(
            templates
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_str())),
        )
        .map_err(|e| fault(&e, "theme.toml"))?;
        Ok(Tera2 { tera })
    }
}

impl Engine for Tera2 {
    fn render(&self, template: &str, page: &Json) -> Result<String, RenderError> {
        let context = Context::from_serialize(page).map_err(|e| fault(&e, template))?;
        self.tera.render(template, &context).map_err(|error| {
            let missing =
                undefined(&error).map(|(name, known)| Missing::value(&name, &known, page));
            RenderError {
                missing,
                ..fault(&error, template)
            }
        })
    }
}

fn answer(out: Result<Out, String>) -> Result<Value, Error> {
    match out.map_err(Error::message)? {
        Out::Text(text) => Ok(Value::normal_string(&text)),
        Out::Html(html) => Ok(Value::safe_string(&html)),
    }
}

fn json(value: &Value) -> Result<Json, Error> {
    serde_json::to_value(value).map_err(Error::message)
}

fn arguments(args: &Kwargs) -> Result<Map<String, Json>, Error> {
    args.iter()
        .map(|(name, value)| Ok((name.to_string(), json(value)?)))
        .collect()
}

/// The name that is not there, and those in its place.
fn undefined(error: &Error) -> Option<(String, Vec<String>)> {
    let ErrorKind::RenderingError(report) = error.kind() else {
        return None;
    };
    let (name, rest) = report
        .message()
        .strip_prefix("Variable `")
        .or(report.message().strip_prefix("Field `"))?
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

/// The cause, and the template and line where it happened.
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
