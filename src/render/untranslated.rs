//! Words that a language lacks and another one lends: marked where they are said, told apart in the finished page.
//!
//! A helper cannot know where its words will be: in a text an element can say their language (HTML, "The lang and
//! xml:lang attributes"; WCAG 2.2, 3.1.2), in an attribute nothing can. So it marks them with two noncharacters, which
//! no page may hold, and [`settle`] turns the marks into attributes, elements or nothing.

use crate::text::untranslated::{FROM, UNTIL, plain};

/// Elements that hold text and nothing else.
const TEXT_ALONE: &[&str] = &["desc", "option", "textarea", "title"];

/// Elements whose text is no language.
const PROGRAMS: &[&str] = &["script", "style"];

/// Returns a page whose marked words say their language by `attributes` (` lang="es"`), on the element that holds nothing else or
/// on one of their own.
pub(crate) fn settle(html: String, attributes: &str) -> String {
    if !html.contains(FROM) {
        return html;
    }
    let mut page = MarkedPage {
        out: String::with_capacity(html.len() + 1_024),
        attributes,
        opened: None,
        drawing: false,
    };
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        page.text(&rest[..at], &rest[at..]);
        rest = &rest[at..];
        let (tag, after) = rest.split_at(end_of_tag(rest));
        page.tag(tag);
        rest = after;
    }
    page.text(rest, "");
    page.out
}

struct MarkedPage<'a> {
    out: String,
    attributes: &'a str,
    /// The element that was opened last, where nothing was written since: its name, and where an attribute can be put.
    opened: Option<(&'a str, usize)>,
    drawing: bool,
}

impl<'a> MarkedPage<'a> {
    fn tag<'b: 'a>(&mut self, tag: &'b str) {
        let name = name_of(&tag[1..]);
        let place = self.out.len() + 1 + name.len();
        self.out.push_str(&plain(tag));
        let says_its_language = tag.contains(" lang=");
        self.opened = (!name.is_empty() && !says_its_language && !tag.ends_with("/>"))
            .then_some((name, place));
        match (name, tag.starts_with("</svg")) {
            ("svg", _) => self.drawing = true,
            (_, true) => self.drawing = false,
            _ => {}
        }
    }

    /// Writes a text; `next` is what follows it.
    fn text(&mut self, text: &str, next: &str) {
        let opened = self.opened.take();
        if !text.contains([FROM, UNTIL]) {
            self.out.push_str(text);
            return;
        }
        let name = opened.map_or("", |(name, _)| name);
        let is_program = is_among(PROGRAMS, name);
        let holds_text_alone = is_among(TEXT_ALONE, name);
        if let Some((name, place)) = opened.filter(|_| !is_program)
            && next.strip_prefix("</").is_some_and(|end| name_of(end).eq_ignore_ascii_case(name))
            // What can have no element inside is read in the language that it begins in.
            && (is_one(text.trim()) || holds_text_alone && text.trim_start().starts_with(FROM))
        {
            let attributes = self.attributes_of(name);
            self.out.insert_str(place, &attributes);
            self.out.push_str(&plain(text));
        } else if self.drawing || holds_text_alone || is_program {
            self.out.push_str(&plain(text));
        } else {
            self.spans(text);
        }
    }

    /// In a drawing another attribute tells the direction of a text (SVG 2, 11.5); what only describes it has none.
    fn attributes_of(&self, name: &str) -> String {
        let (lang, dir) = self.attributes.split_at(
            self.attributes
                .find(" dir=")
                .unwrap_or(self.attributes.len()),
        );
        match (self.drawing, name) {
            (true, "title" | "desc") => lang.to_owned(),
            (true, _) => format!("{lang}{}", dir.replace(" dir=", " direction=")),
            (false, _) => self.attributes.to_owned(),
        }
    }

    fn spans(&mut self, text: &str) {
        let mut depth = 0_u32;
        for c in text.chars() {
            match c {
                FROM => {
                    if depth == 0 {
                        self.out.push_str(&format!("<span{}>", self.attributes));
                    }
                    depth += 1;
                }
                UNTIL => {
                    if depth == 1 {
                        self.out.push_str("</span>");
                    }
                    depth = depth.saturating_sub(1);
                }
                c => self.out.push(c),
            }
        }
        if depth > 0 {
            self.out.push_str("</span>");
        }
    }
}

fn is_among(names: &[&str], name: &str) -> bool {
    names.iter().any(|one| one.eq_ignore_ascii_case(name))
}

/// Returns whether a text is marked from its beginning to its end.
fn is_one(text: &str) -> bool {
    let mut depth = 0_u32;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            FROM => depth += 1,
            UNTIL => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return c == UNTIL && chars.peek().is_none();
        }
    }
    false
}

fn name_of(tag: &str) -> &str {
    &tag[..tag
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(tag.len())]
}

/// Returns where a tag or a comment at the beginning of `rest` ends; what no tag can begin with is a text's own `<`.
fn end_of_tag(rest: &str) -> usize {
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or(rest.len(), |end| end + 3);
    }
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') if at > 0 => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> String {
        let html = html
            .replace('[', &FROM.to_string())
            .replace(']', &UNTIL.to_string());
        settle(html, " lang=\"es\" dir=\"ltr\"")
    }

    #[test]
    fn an_element_of_nothing_else_says_the_language_itself() {
        assert_eq!(
            page("<h2 id=\"a\">[Ayuda]</h2>"),
            "<h2 lang=\"es\" dir=\"ltr\" id=\"a\">Ayuda</h2>"
        );
        assert_eq!(
            page("<option>\n[de [mayo]]\n</option>"),
            "<option lang=\"es\" dir=\"ltr\">\nde mayo\n</option>"
        );
        let drawn = page("<svg><text y=\"1\">[Otros]</text></svg><b>[x]</b>");
        assert!(
            drawn.contains("<text lang=\"es\" direction=\"ltr\" y=\"1\">Otros</text>"),
            "{drawn}"
        );
        assert!(
            drawn.ends_with("<b lang=\"es\" dir=\"ltr\">x</b>"),
            "{drawn}"
        );
    }

    #[test]
    fn what_holds_text_alone_is_read_in_the_language_that_it_begins_in() {
        assert_eq!(
            page("<title>[a] – b</title>"),
            "<title lang=\"es\" dir=\"ltr\">a – b</title>"
        );
        assert_eq!(
            page("<svg><desc id=\"d\">[a] b</desc></svg>"),
            "<svg><desc lang=\"es\" id=\"d\">a b</desc></svg>"
        );
        assert_eq!(
            page("<svg><title>[a]</title></svg>"),
            "<svg><title lang=\"es\">a</title></svg>"
        );
    }

    #[test]
    fn words_among_others_have_an_element_of_their_own() {
        let span = "<span lang=\"es\" dir=\"ltr\">";
        assert_eq!(
            page("<p>[a [b] c]: d [e]</p>"),
            format!("<p>{span}a b c</span>: d {span}e</span></p>")
        );
        assert_eq!(page("<p><br>[a]</p>"), format!("<p><br>{span}a</span></p>"));
        assert_eq!(
            page("<p lang=\"maz\">[a]</p>"),
            format!("<p lang=\"maz\">{span}a</span></p>")
        );
        assert_eq!(
            page("<p>[a]<i>b</i></p>"),
            format!("<p>{span}a</span><i>b</i></p>")
        );
    }

    #[test]
    fn where_no_element_may_stand_there_is_none() {
        assert_eq!(page("<a title=\"[>a]\">b</a>"), "<a title=\">a\">b</a>");
        assert_eq!(page("<title>a – [b]</title>"), "<title>a – b</title>");
        assert_eq!(
            page("<script>let a = '[b]'</script>"),
            "<script>let a = 'b'</script>"
        );
        assert_eq!(
            page("<svg><text>[a] b</text></svg>"),
            "<svg><text>a b</text></svg>"
        );
        assert_eq!(
            page("<!-- don't [a] --><p>b</p>"),
            "<!-- don't a --><p>b</p>"
        );
    }

    #[test]
    fn marks_of_a_hostile_text_never_leave_an_element_open() {
        assert_eq!(
            page("<p>a] [b</p><p>c</p>"),
            "<p>a <span lang=\"es\" dir=\"ltr\">b</span></p><p>c</p>"
        );
        assert_eq!(page("[a"), "<span lang=\"es\" dir=\"ltr\">a</span>");
        assert_eq!(
            page("<p>[a] < b</p>"),
            "<p><span lang=\"es\" dir=\"ltr\">a</span> < b</p>"
        );
    }
}
