//! Markdown to HTML that cannot harm: CommonMark with tables, footnotes, strikethrough, heading attributes and
//! definition lists. No script, style, frame, event handler or foreign resource ever comes out of it.
//!
//! The text's headings are moved below the page's own; its anchors get a prefix, so that several texts can stand on
//! one page. Raw HTML goes through [`sanitise`].

mod address;
mod headings;
pub mod sanitise;
mod writer;

use super::scope::Target;
use pulldown_cmark::{Event, Options, Parser};

/// Where a text stands.
pub struct Frame<'a> {
    /// Put before every anchor; may be empty.
    pub prefix: &'a str,
    /// Level of the text's highest heading, 2 to 6.
    pub level: u8,
    /// Where links and images lead.
    pub resolve: &'a dyn Fn(&str) -> Option<Target>,
    /// The theme's words: `table-n` and `back-to-text`.
    pub say: &'a dyn Fn(&str) -> String,
    /// A number of bytes in words.
    pub bytes: &'a dyn Fn(u64) -> String,
}

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST);

/// The HTML of a text.
///
/// ```
/// use tragaluz::render::markdown::{Frame, html};
/// let say = |id: &str| id.to_owned();
/// let bytes = |n: u64| n.to_string();
/// let frame = Frame { prefix: "p", level: 3, resolve: &|_| None, say: &say, bytes: &bytes };
/// assert_eq!(html("# Hi <script>x</script>", &frame), "<h3 id=\"p-hi\">Hi </h3>\n");
/// ```
pub fn html(markdown: &str, frame: &Frame<'_>) -> String {
    let clean: String;
    let markdown = if markdown.contains(sanitise::MARKS) {
        clean = markdown.replace(sanitise::MARKS, "");
        &clean
    } else {
        markdown
    };
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, OPTIONS).collect();
    let raw = events.iter().any(|e| matches!(e, Event::Html(_) | Event::InlineHtml(_)));
    let written = writer::write(events, frame, raw);
    if raw { sanitise::clean(&written) } else { written.html }
}

/// Parts of a text (as byte ranges) that [`html`] leaves out because they could run or load something.
///
/// ```
/// use tragaluz::render::markdown::left_out;
/// assert_eq!(left_out("a <b>b</b> <script>c</script>"), [11..19, 20..29]);
/// ```
pub fn left_out(markdown: &str) -> Vec<std::ops::Range<usize>> {
    Parser::new_ext(markdown, OPTIONS)
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Html(html) | Event::InlineHtml(html) => sanitise::is_unsafe(&html).then_some(range),
            _ => None,
        })
        .collect()
}
