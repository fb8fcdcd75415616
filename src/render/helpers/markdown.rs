//! `section.text | markdown(prefix=section.id)`: a text in Markdown as HTML.

use super::{HelperOutput, count, field, map};
use crate::charts::figure;
use crate::pages::context::Chart;
use crate::render::helper_context::{HelperContext, LinkRequest, LinkTarget};
use crate::render::markdown::{self, MarkdownContext};
use crate::text::escape;
use serde_json::{Map, Value as Json};

/// Writes a text as HTML. `prefix` keeps anchors of several texts on one page apart; `level` is the level of the
/// text's highest heading (3 unless told).
pub(crate) fn call(
    scope: &HelperContext,
    value: Option<&Json>,
    args: &Map<String, Json>,
) -> Result<HelperOutput, String> {
    let prose = map(value, "a text (a map with markdown, source and page)")?;
    let level = if args.contains_key("level") {
        count(args.get("level"))?
    } else {
        3
    };
    let prefix = field(args, "prefix").unwrap_or("");
    let text = TextHelper {
        scope,
        prose,
        prefix,
    };
    let context = MarkdownContext {
        prefix,
        figure: &|at| text.figure(at),
        level: u8::try_from(level.clamp(2, 6)).unwrap_or(6),
        resolve: &|target| text.resolve(target),
        say: &|id| scope.say(id, &[]),
        terms: Some(&scope.terms),
        bytes: &|n| super::bytes::text(scope, n),
    };
    let html = markdown::html(field(prose, "markdown").unwrap_or(""), &context);
    Ok(HelperOutput::Html(in_language(
        scope,
        field(prose, "lang"),
        html,
    )))
}

/// A text of a template's context.
struct TextHelper<'a> {
    scope: &'a HelperContext,
    prose: &'a Map<String, Json>,
    prefix: &'a str,
}

impl TextHelper<'_> {
    /// Returns the figure in the place of the text's fence number `at`; `None` where nothing is drawn.
    fn figure(&self, at: usize) -> Option<String> {
        let charts = self.prose.get("charts").and_then(Json::as_array)?;
        let chart = serde_json::from_value::<Chart>(charts.get(at)?.clone()).ok()?;
        let id = format!("{}-chart-{}", self.prefix, at + 1);
        Some(figure(self.scope, &chart, &id))
    }

    /// Returns where a link leads: to an anchor that the page calls otherwise, or where the portal says.
    fn resolve(&self, target: &str) -> Option<LinkTarget> {
        let Some(own) = target.strip_prefix('#') else {
            return self.scope.links.resolve(LinkRequest {
                target,
                source: field(self.prose, "source").unwrap_or(""),
                page: field(self.prose, "page").unwrap_or(""),
            });
        };
        let anchors = self.prose.get("anchors")?;
        let anchor = anchors.get(own).and_then(Json::as_str)?;
        Some(LinkTarget {
            href: format!("#{anchor}"),
            ..LinkTarget::default()
        })
    }
}

/// Returns a text whose language is told where it is not the page's: readers see the name of the language, programs and screen
/// readers have the attribute.
fn in_language(scope: &HelperContext, lang: Option<&str>, html: String) -> String {
    let attributes = scope.lang_attributes(lang);
    if attributes.is_empty() {
        return html;
    }
    let tag = lang.unwrap_or_default();
    let name = escape::html(scope.endonyms.get(tag).map_or(tag, String::as_str));
    format!("<div{attributes}><p class=\"small\">({name})</p>{html}</div>")
}
