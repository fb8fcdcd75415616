//! Words that a language lacks and another one lends: marked where they are said, told apart in the finished page.
//!
//! A helper cannot know where its words will be: in a text an element can say their language (HTML, "The lang and
//! xml:lang attributes"; WCAG 2.2, 3.1.2), in an attribute nothing can. So it marks them with noncharacters, which
//! no page may hold, and [`settle`] turns the marks into attributes, elements or nothing. A sentence of the lending language is
//! one with the numbers, dates and names in it, so that none of them change places.

mod sentences;
mod texts;
mod tokens;

use crate::text::lang::Lang;
use crate::text::untranslated::{FROM, is_marked, plain};
use sentences::Sentences;
use tokens::{PROGRAMS, PagePart, PartKind, is_among};

/// Elements that hold text and nothing else.
const TEXT_ALONE: &[&str] = &["desc", "option", "textarea", "title"];

/// Elements whose text is nobody's language.
const CODES: &[&str] = &["code", "kbd", "samp"];

/// The language of a page, and what tells it from the one that lends it words.
pub(crate) struct PageLanguages<'a> {
    pub(crate) page: &'a Lang,
    /// What tells lent words on the page (` lang="es" dir="ltr"`).
    pub(crate) lent_attributes: String,
    /// What tells the page's words among lent ones.
    pub(crate) page_attributes: String,
}

/// Returns a page whose marked words say their language, each sentence of them on one element.
pub(crate) fn settle(html: String, languages: &PageLanguages<'_>) -> String {
    if !is_marked(&html) {
        return html;
    }
    let parts = tokens::parts(&html);
    let sentences = if html.contains(FROM) {
        sentences::find(&parts)
    } else {
        Sentences::default()
    };
    let mut page = MarkedPage {
        out: String::with_capacity(html.len() + 1_024),
        parts: &parts,
        sentences: &sentences,
        languages,
        sentence_end: None,
        closes_span: false,
        drawing_end: 0,
    };
    for at in 0..parts.len() {
        page.part(at);
    }
    page.out
}

struct MarkedPage<'a> {
    out: String,
    parts: &'a [PagePart<'a>],
    sentences: &'a Sentences,
    languages: &'a PageLanguages<'a>,
    /// The last part of the sentence that is being written.
    sentence_end: Option<usize>,
    /// Whether it is in a span of its own.
    closes_span: bool,
    /// The end of the last drawing.
    drawing_end: usize,
}

impl MarkedPage<'_> {
    fn part(&mut self, at: usize) {
        let part = &self.parts[at];
        let run = self.sentences.runs.binary_search_by_key(&at, |run| run.0);
        if let (Ok(found), None) = (run, self.sentence_end) {
            self.begin_span(self.sentences.runs[found].1);
        }
        match part.kind {
            PartKind::Open(name) => self.open(at, name),
            PartKind::Text => self.text(at),
            PartKind::Other => {
                // The end of the element that a span fills; a run ends with its last element.
                let closes_run = (self.sentences.runs.iter()).any(|run| run.1 == at);
                if self.sentence_end == Some(at) && !closes_run {
                    self.end_sentence();
                }
                self.out.push_str(&plain(part.text));
            }
        }
        if self.sentence_end == Some(at) {
            self.end_sentence();
        }
    }

    fn begin_span(&mut self, end: usize) {
        self.out.push_str("<span");
        self.out.push_str(&self.languages.lent_attributes);
        self.out.push('>');
        self.sentence_end = Some(end);
        self.closes_span = true;
    }

    fn end_sentence(&mut self) {
        self.sentence_end = None;
        if std::mem::take(&mut self.closes_span) {
            self.out.push_str("</span>");
        }
    }

    fn open(&mut self, at: usize, name: &str) {
        let part = &self.parts[at];
        let says_its_language = part.text.contains(" lang=");
        // The mark of an item stays on the side where the list has room for it.
        let holds_span = says_its_language || name.eq_ignore_ascii_case("li");
        let begins = self.sentence_end.is_none() && self.sentences.elements.contains(&at);
        let attributes = if begins && !holds_span {
            self.languages.lent_attributes.clone()
        } else if begins || says_its_language || self.is_program(at) {
            String::new()
        } else {
            self.attributes_of_only_text(at, name).unwrap_or_default()
        };
        let tag = plain(part.text);
        let (head, rest) = tag.split_at(1 + name.len());
        self.out.push_str(head);
        self.out.push_str(&attributes);
        self.out.push_str(rest);
        if name.eq_ignore_ascii_case("svg") {
            self.drawing_end = self.drawing_end.max(part.end);
        }
        match (begins, holds_span) {
            (true, true) => self.begin_span(part.end),
            (true, false) => self.sentence_end = Some(part.end),
            _ => {}
        }
    }

    fn is_program(&self, at: usize) -> bool {
        matches!(self.parts[at].kind, PartKind::Open(name) if is_among(PROGRAMS, name))
    }

    fn is_drawing(&self, at: usize) -> bool {
        at < self.drawing_end
    }

    /// Returns the attributes of an element whose only text says its language as a whole.
    fn attributes_of_only_text(&self, at: usize, name: &str) -> Option<String> {
        if self.sentence_end.is_some() {
            return self
                .is_own(at)
                .then(|| self.languages.page_attributes.clone());
        }
        let text = self.parts.get(at + 1)?;
        if text.kind != PartKind::Text || self.parts[at].end != at + 2 {
            return None;
        }
        let is_lent = texts::is_one(text.text.trim())
            // What can have no element inside is read in the language that it begins in.
            || is_among(TEXT_ALONE, name) && text.text.trim_start().starts_with(FROM);
        is_lent.then(|| self.attributes_in_place(at, name))
    }

    /// In a drawing another attribute tells the direction of a text (SVG 2, 11.5); what only describes it has none.
    fn attributes_in_place(&self, at: usize, name: &str) -> String {
        let attributes = &self.languages.lent_attributes;
        let (lang, dir) = attributes.split_at(attributes.find(" dir=").unwrap_or(attributes.len()));
        match (self.is_drawing(at), name) {
            (true, "title" | "desc") => lang.to_owned(),
            (true, _) => format!("{lang}{}", dir.replace(" dir=", " direction=")),
            (false, _) => attributes.clone(),
        }
    }

    fn text(&mut self, at: usize) {
        let part = &self.parts[at];
        let around = part.parent.map(|parent| &self.parts[parent]);
        let name = match around.map(|around| around.kind) {
            Some(PartKind::Open(name)) => name,
            _ => "",
        };
        let has_no_elements =
            self.is_drawing(at) || is_among(TEXT_ALONE, name) || is_among(PROGRAMS, name);
        let place = if has_no_elements {
            texts::Place::Bare
        } else if self.sentence_end.is_none() {
            texts::Place::Page
        } else if is_among(CODES, name) || part.parent.is_some_and(|at| self.is_own(at)) {
            texts::Place::Told
        } else {
            texts::Place::Sentence
        };
        texts::write(&mut self.out, part.text, place, self.languages);
    }

    /// Returns whether an element within a sentence holds words of the page's language and nothing else.
    fn is_own(&self, at: usize) -> bool {
        let (PartKind::Open(name), Some(text)) = (self.parts[at].kind, self.parts.get(at + 1))
        else {
            return false;
        };
        text.kind == PartKind::Text
            && self.parts[at].end == at + 2
            && !is_among(CODES, name)
            && !is_marked(text.text)
            && texts::is_of_page(text.text, self.languages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::untranslated::{EITHER_END, LENT, OWN, UNTIL, VALUE, VALUE_END};

    fn page_in(tag: &str, html: &str) -> String {
        let marks = [
            ("[", FROM),
            ("]", UNTIL),
            ("{", VALUE),
            ("}", VALUE_END),
            ("(=", OWN),
            ("|", LENT),
            ("=)", EITHER_END),
        ];
        let mut marked = html.to_owned();
        for (sign, mark) in marks {
            marked = marked.replace(sign, &mark.to_string());
        }
        let page = Lang::parse(tag).unwrap();
        let (lent_attributes, page_attributes) = match tag {
            "ar" => (" lang=\"es\" dir=\"ltr\"", " lang=\"ar\" dir=\"rtl\""),
            _ => (" lang=\"es\"", " lang=\"maz\""),
        };
        let languages = PageLanguages {
            page: &page,
            lent_attributes: lent_attributes.to_owned(),
            page_attributes: page_attributes.to_owned(),
        };
        settle(marked, &languages)
    }

    fn page(html: &str) -> String {
        page_in("ar", html)
    }

    /// Numbers, dates and names are in the sentence that they belong to, and in its language.
    #[test]
    fn a_sentence_is_one_isolate() {
        let sentence = "lang=\"es\" dir=\"ltr\"";
        for (marked, settled) in [
            (
                "<p><span>[Actualizado] <time datetime=\"2024-03-05\">[5 de [marzo]]</time></span> <span class=\"id\">MX1</span></p>",
                format!(
                    "<p><span {sentence}>Actualizado <time datetime=\"2024-03-05\">5 de marzo</time></span> <span class=\"id\">MX1</span></p>"
                ),
            ),
            (
                "<li><span>○</span> <b>1.234</b> <a href=\"x\">[Terminados]</a></li>",
                format!(
                    "<li><span {sentence}><span>○</span> <b>1.234</b> <a href=\"x\">Terminados</a></span></li>"
                ),
            ),
            (
                "<p>[Actualizado] <time>(=٥ مارس|5 de marzo=)</time></p><b>(=1٬2|1,2=)</b>",
                format!("<p {sentence}>Actualizado <time>5 de marzo</time></p><b>1٬2</b>"),
            ),
            (
                "<p>[Publicado por] <a href=\"x\">البلدية</a>. [Licencia]: قانون. [Hasta {البلدية} y {MX}]</p>",
                format!(
                    "<p {sentence}>Publicado por <a lang=\"ar\" dir=\"rtl\" href=\"x\">البلدية</a>. Licencia: \
                         <span lang=\"ar\" dir=\"rtl\">قانون</span>. Hasta <span lang=\"ar\" dir=\"rtl\">البلدية</span> y <bdi>MX</bdi></p>"
                ),
            ),
            (
                "<td>[Hay] <b>2</b><ul><li>[a]</li><li>ب</li></ul>[fin]</td>",
                format!(
                    "<td><span {sentence}>Hay <b>2</b></span><ul><li><span {sentence}>a</span></li><li>ب</li></ul><span {sentence}>fin</span></td>"
                ),
            ),
            (
                "<p>قانون {MX-1}</p><title>{MX}</title>",
                "<p>قانون <bdi>MX-1</bdi></p><title>\u{2068}MX\u{2069}</title>".to_owned(),
            ),
            (
                "<ul><li><a href=\"x\">[Inicio]</a></li> <li><a href=\"y\">[Datos] <span>[(aquí)]</span></a></li></ul>",
                format!(
                    "<ul><li><a {sentence} href=\"x\">Inicio</a></li> <li><a {sentence} href=\"y\">Datos <span>(aquí)</span></a></li></ul>"
                ),
            ),
        ] {
            assert_eq!(page(marked), settled, "{marked}");
        }
        assert_eq!(
            page_in("maz", "<p>[Código] MX09, [de] Jñatjo</p>"),
            "<p lang=\"es\">Código MX09, de <span lang=\"maz\">Jñatjo</span></p>"
        );
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
    fn an_element_that_says_its_language_holds_one_that_says_the_other() {
        let span = "<span lang=\"es\" dir=\"ltr\">";
        assert_eq!(
            page("<p lang=\"maz\">[a]</p>"),
            format!("<p lang=\"maz\">{span}a</span></p>")
        );
        assert_eq!(
            page("<p>[a [b] c]: d [e]</p><p><br>[a]</p>"),
            "<p lang=\"es\" dir=\"ltr\">a b c: d e</p><p lang=\"es\" dir=\"ltr\"><br>a</p>"
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
            "<p lang=\"es\" dir=\"ltr\">a b</p><p>c</p>"
        );
        assert_eq!(page("[a"), "<span lang=\"es\" dir=\"ltr\">a</span>");
        assert_eq!(
            page("<p>[a] < b</p>"),
            "<p lang=\"es\" dir=\"ltr\">a < b</p>"
        );
    }
}
