//! HTML as plain paragraphs.

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Elements whose content nobody reads on a page: the sanitiser of texts leaves it out too.
const UNREAD: &[&str] = &[
    "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "textarea",
    "title",
];

/// Elements that are within a line; every other one begins a paragraph.
const WITHIN_LINES: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Elements that part words without beginning a paragraph.
const BETWEEN_WORDS: &[&str] = &["br", "td", "th"];

/// Returns the words of a piece of HTML, paragraph by paragraph; items of lists begin with `- `.
///
/// ```
/// use tragaluz_text::plain::paragraphs;
/// assert_eq!(paragraphs("<p>One<br>two &amp; <b>three</b></p><ul><li>four</ul>"), ["One two & three", "- four"]);
/// ```
pub fn paragraphs(html: &str) -> Vec<String> {
    let mut emitter = DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    let mut read = Paragraphs::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                read.open(&String::from_utf8_lossy(&tag.name), tag.self_closing);
            }
            Token::EndTag(tag) => read.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) if read.unread.is_none() => {
                read.words.push_str(&String::from_utf8_lossy(&text.value));
            }
            _ => {}
        }
    }
    read.end_paragraph();
    read.done
}

/// Paragraphs being read.
#[derive(Debug, Default)]
struct Paragraphs {
    done: Vec<String>,
    words: String,
    /// Whether the next paragraph is an item of a list.
    is_item: bool,
    /// The element whose content is left out.
    unread: Option<String>,
}

impl Paragraphs {
    fn open(&mut self, name: &str, closes_itself: bool) {
        if self.unread.is_some() {
            return;
        }
        if UNREAD.contains(&name) {
            self.unread = (!closes_itself).then(|| name.to_owned());
        } else if BETWEEN_WORDS.contains(&name) {
            self.words.push(' ');
        } else if !WITHIN_LINES.contains(&name) {
            self.end_paragraph();
            self.is_item |= name == "li";
        }
    }

    fn close(&mut self, name: &str) {
        if self.unread.as_deref() == Some(name) {
            self.unread = None;
        } else if self.unread.is_none() && BETWEEN_WORDS.contains(&name) {
            self.words.push(' ');
        } else if self.unread.is_none() && !WITHIN_LINES.contains(&name) {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.words);
        // HTML joins these blanks; others, such as the one that keeps a number and its unit together, stay.
        let words: Vec<&str> = words.split_ascii_whitespace().collect();
        if words.is_empty() {
            return;
        }
        let item = if std::mem::take(&mut self.is_item) {
            "- "
        } else {
            ""
        };
        self.done.push(format!("{item}{}", words.join(" ")));
    }
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn words_are_kept_and_what_could_run_is_not() {
        for (html, expected) in [
            ("<div>a <span>b</span>\n c</div>d", &["a b c", "d"][..]),
            ("a<script>alert(1)</script>b<style>p{}</style>", &["ab"]),
            ("<svg/>x<svg><text>y</text></svg>z", &["xz"]),
            (
                "<table><tr><th>Año<td>2024<tr><td>1<td>2</table>",
                &["Año 2024", "1 2"],
            ),
            (
                "<!-- no -->5 &lt; 6 &#233; 10\u{a0}km",
                &["5 < 6 é 10\u{a0}km"],
            ),
            ("a < b & c", &["a < b & c"]),
            ("<p><p></p>", &[]),
        ] {
            assert_eq!(paragraphs(html), expected, "{html}");
        }
    }
}
