//! `section.text | markdown(prefix=section.id)`: a text in Markdown as HTML.

use super::{Out, count, field, map};
use crate::charts::figure;
use crate::pages::context::Chart;
use crate::render::markdown::{self, Frame};
use crate::render::scope::{Scope, Target, Wanted};
use crate::text::escape;
use serde_json::{Map, Value as Json};

/// The helper `markdown`. `prefix` keeps anchors of several texts on one page apart; `level` is the level of the
/// text's highest heading (3 unless told).
pub(crate) fn call(
    scope: &Scope,
    value: Option<&Json>,
    args: &Map<String, Json>,
) -> Result<Out, String> {
    let prose = map(value, "a text (a map with markdown, source and page)")?;
    let level = if args.contains_key("level") {
        count(args.get("level"))?
    } else {
        3
    };
    let (source, page) = (
        field(prose, "source").unwrap_or(""),
        field(prose, "page").unwrap_or(""),
    );
    let say = |id: &str| scope.say(id, &[]);
    let charts = prose.get("charts").and_then(Json::as_array);
    let prefix = field(args, "prefix").unwrap_or("");
    let figure = |at: usize| {
        let chart = serde_json::from_value::<Chart>(charts?.get(at)?.clone()).ok()?;
        Some(figure(scope, &chart, &format!("{prefix}-chart-{}", at + 1)))
    };
    let frame = Frame {
        prefix,
        figure: &figure,
        level: u8::try_from(level.clamp(2, 6)).unwrap_or(6),
        resolve: &|target| match target.strip_prefix('#') {
            Some(own) => {
                let anchor = prose
                    .get("anchors")
                    .and_then(|anchors| anchors.get(own))
                    .and_then(Json::as_str)?;
                Some(Target {
                    href: format!("#{anchor}"),
                    ..Target::default()
                })
            }
            None => scope.links.resolve(Wanted {
                target,
                source,
                page,
            }),
        },
        say: &say,
        bytes: &|n| super::bytes::text(scope, n),
    };
    let html = markdown::html(field(prose, "markdown").unwrap_or(""), &frame);
    let attributes = scope.lang_attributes(field(prose, "lang"));
    if attributes.is_empty() {
        return Ok(Out::Html(html));
    }
    // Readers see that the language changes; programs and screen readers hear it from the attribute.
    let tag = field(prose, "lang").unwrap_or_default();
    let name = escape::html(scope.endonyms.get(tag).map_or(tag, String::as_str));
    Ok(Out::Html(format!(
        "<div{attributes}><p class=\"small\">({name})</p>{html}</div>"
    )))
}
