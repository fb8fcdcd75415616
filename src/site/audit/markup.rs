//! Markup that runs, embeds or sends something. No page needs any but the scripts that are known by their sum, and no text
//! can bring any in: what is found here is in a theme.

use super::InspectedPage;
use crate::diag::{Diagnostic, codes};
use crate::html::pieces::Tag;
use crate::render::Theme;
use crate::stage::sha256;
use crate::text::messages::Arg;
use crate::text::scheme::scheme;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A kind of markup that no page needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum MarkupKind {
    /// A script within the page, by its sum.
    Script,
    /// A script in a file.
    ScriptFile,
    /// `onclick` and its like.
    Handler,
    Frame,
    /// `object`, `embed`, `applet`.
    Object,
    /// An address that runs: `javascript:`.
    Address,
    /// A `meta` element that sends readers on.
    Refresh,
    /// A `base` element.
    Base,
    /// Where a form is sent.
    Form,
}

/// A piece of such markup.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Markup {
    pub(crate) kind: MarkupKind,
    pub(crate) element: String,
    /// An address, the name of a handler, the sum of a script.
    pub(crate) what: String,
}

/// Attributes that hold an address.
const ADDRESSES: &[&str] = &[
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "xlink:href",
    "ping",
    "to",
    "from",
    "values",
];

impl Markup {
    fn of(tag: &Tag, kind: MarkupKind, what: &str) -> Markup {
        Markup {
            kind,
            element: tag.name.to_string(),
            what: what.trim().to_owned(),
        }
    }

    /// Returns the finding that this is in a page.
    fn finding(&self, page: &InspectedPage) -> Diagnostic {
        let what = if self.kind == MarkupKind::Script || self.what.is_empty() {
            &self.element
        } else {
            &self.what
        };
        Diagnostic::new(&codes::FORBIDDEN_MARKUP)
            .arg("page", &page.path)
            .arg("kind", self.kind.id())
            .arg("element", &self.element)
            .arg("what", what)
    }
}

impl MarkupKind {
    /// Returns the kind's name in messages.
    fn id(self) -> &'static str {
        match self {
            MarkupKind::Script | MarkupKind::ScriptFile => "script",
            MarkupKind::Handler => "handler",
            MarkupKind::Frame => "frame",
            MarkupKind::Object => "object",
            MarkupKind::Address => "address",
            MarkupKind::Refresh => "refresh",
            MarkupKind::Base => "base",
            MarkupKind::Form => "form",
        }
    }
}

/// Returns the markup of this kind that a tag is or has; a script within the page is known by its text, which follows.
pub(super) fn of_tag(tag: &Tag) -> Vec<Markup> {
    let mut all: Vec<Markup> = of_element(tag).into_iter().collect();
    for (name, value) in tag.attributes() {
        if is_handler(name) {
            all.push(Markup::of(tag, MarkupKind::Handler, name));
        }
        let runs = ADDRESSES.contains(&name) && value.split(';').any(runs_as_address);
        if runs || leads_to_data(tag, name, value) {
            all.push(Markup::of(tag, MarkupKind::Address, value));
        }
    }
    all
}

/// Returns what an element is by its name, with the address that it loads, leads to or sends to.
fn of_element(tag: &Tag) -> Option<Markup> {
    let (kind, what) = match &*tag.name {
        "script" if runs(tag) => (MarkupKind::ScriptFile, tag.get("src")?),
        "iframe" | "frame" | "fencedframe" | "portal" => (MarkupKind::Frame, value(tag, "src")),
        "object" => (MarkupKind::Object, value(tag, "data")),
        "embed" | "applet" => (MarkupKind::Object, value(tag, "src")),
        "base" => (MarkupKind::Base, value(tag, "href")),
        "meta"
            if value(tag, "http-equiv")
                .trim()
                .eq_ignore_ascii_case("refresh") =>
        {
            (MarkupKind::Refresh, value(tag, "content"))
        }
        "form" => (MarkupKind::Form, tag.get("action")?),
        "button" | "input" => (MarkupKind::Form, tag.get("formaction")?),
        _ => return None,
    };
    Some(Markup::of(tag, kind, what))
}

fn value<'t>(tag: &'t Tag, name: &str) -> &'t str {
    tag.get(name).unwrap_or_default()
}

/// Whether an attribute holds a script: `onclick` and its like.
fn is_handler(name: &str) -> bool {
    name.strip_prefix("on")
        .is_some_and(|event| event.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Whether a link leads to data in its own address: data may be shown, and not be gone to.
fn leads_to_data(tag: &Tag, name: &str, value: &str) -> bool {
    name == "href" && matches!(&*tag.name, "a" | "area") && scheme(value).as_deref() == Some("data")
}

fn runs_as_address(address: &str) -> bool {
    matches!(scheme(address).as_deref(), Some("javascript" | "vbscript"))
}

/// Whether a browser runs a script of this type, or heeds it (HTML, "The script element"); everything else is data.
pub(super) fn runs(tag: &Tag) -> bool {
    let kind = tag
        .get("type")
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let script = ["javascript", "ecmascript", "jscript", "livescript"]
        .iter()
        .any(|name| kind.contains(name));
    script || matches!(&*kind, "" | "module" | "importmap" | "speculationrules")
}

/// A script within the page.
pub(super) fn of_script(text: &str) -> Markup {
    Markup {
        kind: MarkupKind::Script,
        element: "script".to_owned(),
        what: sha256(text.trim().as_bytes()),
    }
}

/// The findings about all pages: each piece once, with the first page that has it and how many others do.
/// `is_told` says what is another finding already, or allowed.
pub(super) fn findings(
    seen: &[InspectedPage],
    is_told: &dyn Fn(&InspectedPage, &Markup) -> bool,
) -> Vec<Diagnostic> {
    let mut order: Vec<(&Markup, &InspectedPage)> = Vec::new();
    let mut pages: BTreeMap<&Markup, usize> = BTreeMap::new();
    for page in seen {
        for markup in page
            .look
            .markup
            .iter()
            .filter(|markup| !is_told(page, markup))
        {
            let count = pages.entry(markup).or_default();
            if *count == 0 {
                order.push((markup, page));
            }
            *count += 1;
        }
    }
    order
        .into_iter()
        .map(|(markup, page)| markup.finding(page).arg("more", pages[markup] - 1))
        .collect()
}

/// Returns the text that a finding's message names so.
pub(super) fn text<'d>(finding: &'d Diagnostic, name: &str) -> Option<&'d str> {
    finding.args.iter().find_map(|(own, arg)| match arg {
        Arg::Text(text) if *own == name => Some(text.as_str()),
        _ => None,
    })
}

/// Whether a template's text begins with a script of the theme's own: none that is data, and none that the program hands to
/// the theme.
fn is_own_script(template: &str) -> bool {
    let (tag, rest) = template.split_once('>').unwrap_or((template, ""));
    let content = rest.split('<').next().unwrap_or_default();
    !tag.contains("json") && !content.contains("| script")
}

/// Gives such findings the line of the theme in which the markup is, as far as that can be told.
pub(super) fn in_theme(mut found: Vec<Diagnostic>, theme: &Theme) -> Vec<Diagnostic> {
    for finding in found
        .iter_mut()
        .filter(|d| d.code == &codes::FORBIDDEN_MARKUP && d.place.is_none())
    {
        let kind = text(finding, "kind");
        let element = text(finding, "element").unwrap_or_default();
        let what = text(finding, "what").unwrap_or_default();
        let word = match kind {
            Some("handler") => what.to_owned(),
            Some("address") => format!("{}:", what.split(':').next().unwrap_or_default()),
            _ => format!("<{element}"),
        };
        let place = theme
            .first(&word, &|text| kind != Some("script") || is_own_script(text))
            .unwrap_or_else(|| theme.place("base.html", 0));
        finding.place = Some(place);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::pieces::{Piece, pieces};

    fn found(html: &str) -> Vec<(MarkupKind, String)> {
        let tags = pieces(html).into_iter().filter_map(|piece| match piece {
            Piece::Open(tag) => Some(tag),
            _ => None,
        });
        tags.flat_map(|tag| of_tag(&tag))
            .map(|markup| (markup.kind, markup.what))
            .collect()
    }

    #[test]
    fn what_runs_embeds_or_sends_is_found() {
        for (html, kind, what) in [
            ("<script src=x.js></script>", MarkupKind::ScriptFile, "x.js"),
            (
                "<SCRIPT TYPE=module SRC=' x.mjs '></SCRIPT>",
                MarkupKind::ScriptFile,
                "x.mjs",
            ),
            ("<p OnClick=x>", MarkupKind::Handler, "onclick"),
            ("<svg onload=x>", MarkupKind::Handler, "onload"),
            ("<iframe srcdoc=x>", MarkupKind::Frame, ""),
            ("<object data=a.swf>", MarkupKind::Object, "a.swf"),
            ("<embed src=a.swf>", MarkupKind::Object, "a.swf"),
            (
                "<a href=' java\nscript:x'>",
                MarkupKind::Address,
                "java\nscript:x",
            ),
            (
                "<svg><a xlink:href=javascript:x>",
                MarkupKind::Address,
                "javascript:x",
            ),
            (
                "<svg><animate values='a;javascript:x'>",
                MarkupKind::Address,
                "a;javascript:x",
            ),
            (
                "<a href='data:text/html,x'>",
                MarkupKind::Address,
                "data:text/html,x",
            ),
            (
                "<meta http-equiv=Refresh content='0;url=x'>",
                MarkupKind::Refresh,
                "0;url=x",
            ),
            (
                "<base href=https://a.example/>",
                MarkupKind::Base,
                "https://a.example/",
            ),
            (
                "<form action=https://a.example/>",
                MarkupKind::Form,
                "https://a.example/",
            ),
            (
                "<button formaction=https://a.example/>",
                MarkupKind::Form,
                "https://a.example/",
            ),
        ] {
            assert_eq!(found(html), [(kind, what.to_owned())], "{html}");
        }
    }

    #[test]
    fn what_only_shows_is_not() {
        for html in [
            "<script type='application/ld+json'>{}</script>",
            "<link rel=icon href='data:,'><img src='data:image/png;base64,AA'>",
            "<form><input name=q><p on=x data-onclick=z></form>",
            "<meta http-equiv='Content-Security-Policy' content=x><meta name=refresh content=1>",
            "<a href='a.html#javascript:x'>",
        ] {
            assert_eq!(found(html), [], "{html}");
        }
    }
}
