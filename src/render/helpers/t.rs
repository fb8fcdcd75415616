//! `t(id="rows", n=3)`: one of the theme's messages.

use super::{HelperOutput, form, text};
use crate::render::helper_context::HelperContext;
use crate::text::messages::Arg;
use serde_json::{Map, Value as Json};

/// Returns the message `id`. `n` chooses the plural and is written out as `$shown`; any other number is written in the
/// language's manner; text is put in as it is; null is empty.
pub(crate) fn call(
    scope: &HelperContext,
    _: Option<&Json>,
    args: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let id = text(args.get("id"))
        .map_err(|_| "t needs the name of a message: t(id=\"…\")".to_owned())?;
    let mut particulars: Vec<(&str, Arg)> = Vec::with_capacity(args.len());
    for (name, value) in args.iter().filter(|(name, _)| *name != "id") {
        match value {
            Json::Number(n) => {
                let shown = scope.number(&n.to_string());
                match n.as_u64() {
                    Some(n) if name == "n" => {
                        particulars.extend([("n", n.into()), ("shown", shown.into())]);
                    }
                    _ => particulars.push((name, shown.into())),
                }
            }
            Json::String(text) => particulars.push((name, text.into())),
            Json::Null => particulars.push((name, "".into())),
            other => {
                return Err(format!(
                    "{name} of t(id=\"{id}\") needs text or a number, not {}",
                    form(Some(other))
                ));
            }
        }
    }
    Ok(HelperOutput::Text(scope.say(&id, &particulars)))
}
