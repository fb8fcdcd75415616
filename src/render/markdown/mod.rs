//! Markdown to HTML that cannot harm: CommonMark with tables, footnotes, strikethrough, heading attributes and
//! definition lists. No script, style, context, event handler or foreign resource ever comes out of it.
//!
//! The text's headings are moved below the page's own; its anchors get a prefix, so that several texts can be on
//! one page. Raw HTML goes through [`sanitise`].

mod headings;
mod pasted;
mod phrases;
mod reserved;
mod sanitise;
mod terms;
mod writer;

pub(crate) use writer::LARGEST_IMAGE;

use crate::model::body::MARKDOWN;
use crate::render::glossary::GlossaryTerms;
use crate::render::helper_context::LinkTarget;
use crate::text::escape::is_of_xml;
use crate::text::obeyed;
use pulldown_cmark::{Event, Parser};
use reserved::RESERVED;
use std::borrow::Cow;

/// Where a text is on its page, and what it needs of that page.
pub(crate) struct MarkdownContext<'a> {
    /// Put before every anchor; may be empty.
    pub(crate) prefix: &'a str,
    /// Level of the text's highest heading, 2 to 6.
    pub(crate) level: u8,
    /// Where links and images lead.
    pub(crate) resolve: &'a dyn Fn(&str) -> Option<LinkTarget>,
    /// What is in the place of the text's n-th `chart` or `table` block, as HTML that is safe; none to leave the
    /// block as it is.
    pub(crate) figure: &'a dyn Fn(usize) -> Option<String>,
    /// The theme's words: `table-n` and `back-to-text`.
    pub(crate) say: &'a dyn Fn(&str) -> String,
    /// Terms that lead to the glossary; none where there is none.
    pub(crate) terms: Option<&'a GlossaryTerms>,
    /// A number of bytes in words.
    pub(crate) bytes: &'a dyn Fn(u64) -> String,
}

/// Returns a Markdown text as HTML that cannot harm.
pub(crate) fn html(markdown: &str, context: &MarkdownContext<'_>) -> String {
    let clean: String;
    let markdown = if markdown.contains(RESERVED) {
        clean = markdown.replace(RESERVED, "");
        &clean
    } else {
        markdown
    };
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, MARKDOWN).collect();
    let raw = events
        .iter()
        .any(|e| matches!(e, Event::Html(_) | Event::InlineHtml(_)));
    let mut events = pasted::link(markdown, phrases::mark(events));
    if let Some(glossary) = context.terms {
        events = terms::link(markdown, events, glossary, |target| {
            (context.resolve)(target).is_some()
        });
    }
    let written = writer::write(events, context, raw);
    let mut html = if raw {
        sanitise::clean(&written, context)
    } else {
        written.html
    };
    if markdown.contains("&#") {
        // A reference may name a character that no page may hold (`&#8;`), or that is obeyed (`&#8238;`).
        html.retain(is_of_xml);
        if let Cow::Owned(shown) = obeyed::shown(&html) {
            html = shown;
        }
    }
    html
}

/// Parts of a text (as byte ranges) that [`html`] leaves out because they could run or load something.
pub(crate) fn left_out(markdown: &str) -> Vec<std::ops::Range<usize>> {
    Parser::new_ext(markdown, MARKDOWN)
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                sanitise::is_unsafe(&html).then_some(range)
            }
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(markdown: &str) -> String {
        let say = |id: &str| id.to_owned();
        let bytes = |n: u64| format!("{n} B");
        let resolve = |target: &str| match target {
            "big.jpg" => Some(LinkTarget {
                href: "big.jpg".into(),
                bytes: Some(50_000),
                ..LinkTarget::default()
            }),
            "figure:x" => Some(LinkTarget {
                href: "d.html".into(),
                words: Some("0.10".into()),
                ..LinkTarget::default()
            }),
            "moved" => Some(LinkTarget {
                href: "to.html".into(),
                ..LinkTarget::default()
            }),
            "bad" => Some(LinkTarget {
                href: "javascript:x".into(),
                ..LinkTarget::default()
            }),
            _ => None,
        };
        html(
            markdown,
            &MarkdownContext {
                prefix: "p",
                level: 3,
                resolve: &resolve,
                figure: &|_| None,
                say: &say,
                terms: None,
                bytes: &bytes,
            },
        )
    }

    #[test]
    fn headings_never_skip_and_anchors_never_repeat() {
        let html = made("## A\n#### B {#own}\n## A\n[x](#own) [y](#elsewhere)");
        assert_eq!(
            html,
            "<h3 id=\"p-a\">A</h3>\n<h4 id=\"p-own\">B</h4>\n<h3 id=\"p-a-2\">A</h3>\n\
             <p><a href=\"#p-own\">x</a> <a href=\"#elsewhere\">y</a></p>\n"
        );
    }

    #[test]
    fn tables_have_heads_and_can_be_scrolled() {
        let html = made("| a | b |\n|---|--:|\n| 1 | 2 |");
        assert_eq!(
            html,
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"table 1\"><table><thead><tr>\
             <th scope=\"col\">a</th><th scope=\"col\" class=\"n\">b</th></tr></thead><tbody>\n\
             <tr><td>1</td><td class=\"n\">2</td></tr>\n</tbody></table></div>\n"
        );
    }

    #[test]
    fn footnotes_lead_there_and_back() {
        let html = made("a[^x] b[^x]\n\n[^x]: Note.");
        assert!(
            html.contains(
                "<sup><a href=\"#p-note-1\" id=\"p-ref-1\">1</a></sup> b<sup><a href=\"#p-note-1\">1</a></sup>"
            )
        );
        assert!(html.contains(
            "<li id=\"p-note-1\"><p>Note.</p>\n<a href=\"#p-ref-1\" aria-label=\"back-to-text 1\">↩</a></li>"
        ));
    }

    #[test]
    fn images_of_others_and_large_ones_are_links() {
        assert_eq!(
            made("![A *map*](m.png)"),
            "<p><img src=\"m.png\" alt=\"A map\" loading=\"lazy\"></p>\n"
        );
        assert_eq!(
            made("![A map](big.jpg)"),
            "<p><a href=\"big.jpg\">A map (JPG, 50000 B)</a></p>\n"
        );
        assert_eq!(
            made("![](https://x.org/a.gif)"),
            "<p><a href=\"https://x.org/a.gif\">a.gif (GIF)</a></p>\n"
        );
        assert_eq!(made("![x](data:image/png;base64,AA)"), "<p>x</p>\n");
    }

    #[test]
    fn phrases_of_other_languages_are_marked() {
        assert_eq!(
            made(
                "[Tlahto*lli* ꞌ]{lang=nah}, [سلام]{lang=ar} [a](b){lang=es} [x]{lang=?} ]{lang=es} [[y]{lang=maz}]"
            ),
            "<p><span lang=\"nah\">Tlahto<em>lli</em> ꞌ</span>, <span lang=\"ar\" dir=\"rtl\">سلام</span> \
             <a href=\"b\">a</a>{lang=es} [x]{lang=?} ]{lang=es} [<span lang=\"maz\">y</span>]</p>\n"
        );
        assert_eq!(
            made("<b>[x]{lang=nah}</b>"),
            "<p><b><span lang=\"nah\">x</span></b></p>\n"
        );
    }

    #[test]
    fn references_name_no_control_character() {
        assert_eq!(made("a&#8;b &#x0B; &#225;&#xFFFF;"), "<p>ab  á</p>\n");
        assert_eq!(
            made("a&#8238;b <i title=\"&#x202e;\">&#8296;c&#8297;</i>"),
            "<p>a\u{fffd}b <i title=\"\u{fffd}\">\u{2068}c\u{2069}</i></p>\n"
        );
    }

    #[test]
    fn links_have_words_and_never_run() {
        assert_eq!(made("[](figure:x)"), "<p><a href=\"d.html\">0.10</a></p>\n");
        assert_eq!(
            made("[a](javascript:x) [b](bad) [c](<java\tscript:x>) [d](DATA:x)"),
            "<p>a b c d</p>\n"
        );
        assert_eq!(
            made("<a@b.org>"),
            "<p><a href=\"mailto:a@b.org\">a@b.org</a></p>\n"
        );
    }

    #[test]
    fn pasted_addresses_are_links_where_they_are_words() {
        assert_eq!(
            made("See https://a.example/b_c_(d)?e=1&f=2#g, *www.h.example* and i.j@k.example."),
            "<p>See <a href=\"https://a.example/b_c_(d)?e=1&amp;f=2#g\">https://a.example/b_c_(d)?e=1&amp;f=2#g</a>, \
             <em><a href=\"http://www.h.example\">www.h.example</a></em> and \
             <a href=\"mailto:i.j@k.example\">i.j@k.example</a>.</p>\n"
        );
        assert_eq!(
            made(
                "`https://a.example` [https://a.example](b.md) <a href=\"b.md\">https://a.example</a> ftp://a.example"
            ),
            "<p><code>https://a.example</code> <a href=\"b.md\">https://a.example</a> \
             <a href=\"b.md\">https://a.example</a> ftp://a.example</p>\n"
        );
        assert!(
            made("| a |\n|---|\n| (https://a.example) |")
                .contains(">(<a href=\"https://a.example\">https://a.example</a>)<")
        );
        assert!(
            made("# https://a.example {#x}")
                .starts_with("<h3 id=\"p-x\"><a href=\"https://a.example\">")
        );
        assert!(!made("![https://a.example](m.png)").contains("<a "));
    }

    #[test]
    fn links_in_html_lead_where_those_of_markdown_lead() {
        assert_eq!(
            made(
                "# T {#t}\n\n<a href=\"figure:x\">a</a> <A HREF='#t'>b</A> <a href=\"../b.md?c&amp;d#e\">c</a> <i>[x](#t)</i>"
            ),
            "<h3 id=\"p-t\">T</h3>\n<p><a>a</a> <a href=\"#p-t\">b</a> <a href=\"../b.md?c&amp;d#e\">c</a> \
             <i><a href=\"#p-t\">x</a></i></p>\n"
        );
        assert_eq!(
            made("<b><a href=\"moved\">a</a> [b](moved)</b>"),
            "<p><b><a href=\"to.html\">a</a> <a href=\"to.html\">b</a></b></p>\n"
        );
        // What leads to something that runs is none, whoever resolved it.
        assert_eq!(made("<a href=\"bad\">a</a>"), "<p><a>a</a></p>\n");
    }

    #[test]
    fn html_is_balanced_and_our_own_attributes_cannot_be_forged() {
        let html = made(
            "# T\n<div id=\"p-t\" class=\"x\" onclick=\"y\" style=\"z\" lang=\"ar\">\n\n![m](m.png) <b>open\n\n| a |\n|---|\n| 1 |",
        );
        assert!(
            html.starts_with("<h3 id=\"p-t\">T</h3>\n<div lang=\"ar\">"),
            "{html}"
        );
        assert!(
            html.contains("<img src=\"m.png\" alt=\"m\" loading=\"lazy\"> <b>open</b>"),
            "{html}"
        );
        assert!(
            html.contains(
                "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"table 1\"><table>"
            ),
            "{html}"
        );
        assert!(html.trim_end().ends_with("</div>"), "{html}");
        let forged = made("<b>\u{f8fe}\u{f8ff}0\u{f8ff} <i id=\"\u{f8fe}x\">y</i></b>");
        assert_eq!(forged, "<p><b>0 <i>y</i></b></p>\n");
    }

    #[test]
    fn nothing_runs() {
        for attack in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)><script>1</script></svg>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<a href=\" java&#9;script:alert(1)\">x</a>",
            "<iframe src=\"https://x\"></iframe>",
            "<style>@import 'x'</style>",
            "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
            "<form action=x><input name=y></form>",
            "<object data=x></object><embed src=x><link rel=stylesheet href=x><meta http-equiv=refresh content=0><base href=x>",
            "<video src=x autoplay></video><audio src=x></audio><source src=x>",
            "[x](javascript&colon;alert(1))",
            "`</code><script>alert(1)</script>`",
            "<details open ontoggle=alert(1)>x",
            "# <script>x</script> {#\"><script>}",
            "[^a]\n\n[^a]: <script>x</script>",
            "| <script>x</script> |\n|---|\n| <img src=x onerror=y> |",
        ] {
            let html = made(attack).to_ascii_lowercase();
            for banned in [
                "<script",
                "<img",
                "<svg",
                "<iframe",
                "<style",
                "<form",
                "<input",
                "<object",
                "<embed",
                "<link",
                "<meta",
                "<base",
                "<video",
                "<audio",
                "<math",
                "javascript:",
                " onerror=",
                " ontoggle=",
                " onload=",
            ] {
                let harmless = html.contains("&lt;") && banned.starts_with(' ');
                assert!(harmless || !html.contains(banned), "{attack}\n{html}");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_a_script(text in "[<>a-z\"'=/!\\[\\]()#*_|`&;:\n -]{0,120}") {
            let html = made(&text);
            proptest::prop_assert!(!html.contains("<script") && !html.contains("<style") && !html.contains("<iframe"));
        }
    }

    #[test]
    fn a_script_leaves_the_text() {
        let say = |id: &str| id.to_owned();
        let bytes = |n: u64| n.to_string();
        let context = MarkdownContext {
            prefix: "p",
            level: 3,
            resolve: &|_| None,
            figure: &|_| None,
            say: &say,
            terms: None,
            bytes: &bytes,
        };
        assert_eq!(
            html("# Hi <script>x</script>", &context),
            "<h3 id=\"p-hi-x\">Hi </h3>\n"
        );
    }

    #[test]
    fn what_is_left_out_has_its_range() {
        assert_eq!(left_out("a <b>b</b> <script>c</script>"), [11..19, 20..29]);
    }
}
