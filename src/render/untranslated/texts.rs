//! The marks of one text, written as elements.

use super::PageLanguages;
use crate::text::direction::is_rtl;
use crate::text::lang::Lang;
use crate::text::untranslated::{FROM, Speaker, UNTIL, VALUE, VALUE_END, chosen, is_marked};

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Where no element may be.
    Bare,
    /// Among words of the page's language.
    Page,
    /// In a sentence of the lending language.
    Sentence,
    /// In an element of such a sentence that says its own language, or that is none.
    Told,
}

/// What keeps a value together where no element may stand (UAX #9, 2.4.2): FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Writes a text as it is in its place.
pub(super) fn write(out: &mut String, text: &str, place: Place, languages: &PageLanguages<'_>) {
    if !is_marked(text) && place != Place::Sentence {
        out.push_str(text);
        return;
    }
    let is_lent = match place {
        Place::Bare => text.trim_start().starts_with(FROM),
        Place::Page => false,
        Place::Sentence | Place::Told => true,
    };
    let speaker = if is_lent {
        Speaker::Lender
    } else {
        Speaker::Own
    };
    let text = chosen(text, speaker);
    let mut writer = TextWriter {
        out,
        place,
        languages,
        depth: 0,
    };
    writer.all(&text);
}

struct TextWriter<'a> {
    out: &'a mut String,
    place: Place,
    languages: &'a PageLanguages<'a>,
    /// How many marks of lent words are open.
    depth: u32,
}

impl TextWriter<'_> {
    fn all(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find([FROM, UNTIL, VALUE, VALUE_END]) {
            self.words(&rest[..at]);
            let mark = rest[at..].chars().next().unwrap_or(UNTIL);
            rest = &rest[at + mark.len_utf8()..];
            match mark {
                FROM => self.begin(),
                UNTIL => self.end(),
                VALUE => {
                    let end = rest.find(VALUE_END).unwrap_or(rest.len());
                    let value = rest[..end].replace([FROM, UNTIL, VALUE], "");
                    self.value(&value);
                    rest = &rest[end..];
                }
                _ => {}
            }
        }
        self.words(rest);
        while self.depth > 0 {
            self.end();
        }
    }

    fn begin(&mut self) {
        if self.depth == 0 && self.place == Place::Page {
            let attributes = &self.languages.lent_attributes;
            self.out.push_str(&format!("<span{attributes}>"));
        }
        self.depth += 1;
    }

    fn end(&mut self) {
        if self.depth == 1 && self.place == Place::Page {
            self.out.push_str("</span>");
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Writes words between marks: those of the page's language say so within a sentence of another one.
    fn words(&mut self, words: &str) {
        let is_own =
            self.place == Place::Sentence && self.depth == 0 && is_of_page(words, self.languages);
        if !is_own {
            self.out.push_str(words);
            return;
        }
        let between = |c: char| c.is_whitespace() || ".,;:!?·–-".contains(c);
        let start = words.len() - words.trim_start_matches(between).len();
        let end = words.trim_end_matches(between).len();
        self.out.push_str(&words[..start]);
        self.own(&words[start..end]);
        self.out.push_str(&words[end..]);
    }

    fn own(&mut self, words: &str) {
        let attributes = &self.languages.page_attributes;
        self.out
            .push_str(&format!("<span{attributes}>{words}</span>"));
    }

    fn value(&mut self, value: &str) {
        let is_lent = self.place == Place::Sentence || self.depth > 0;
        match self.place {
            Place::Bare => {
                self.out.push(ISOLATE[0]);
                self.out.push_str(value);
                self.out.push(ISOLATE[1]);
            }
            Place::Page | Place::Sentence if is_lent && is_of_page(value, self.languages) => {
                self.own(value);
            }
            _ => self.out.push_str(&format!("<bdi>{value}</bdi>")),
        }
    }
}

/// Returns whether words on a page are in its language as far as their letters tell, and not in the lending one's: by its script,
/// or, where both are written in one, by small letters, which names of things for programs hardly have.
pub(super) fn is_of_page(words: &str, languages: &PageLanguages<'_>) -> bool {
    let script = Script::of(languages.page);
    let is_letter = |c: char| match script {
        Script::RightToLeft => is_rtl(c),
        Script::Chinese => c >= '\u{2e80}',
        Script::Any => c.is_lowercase(),
    };
    !languages.page_attributes.is_empty() && words.chars().any(is_letter)
}

/// How a language is written.
enum Script {
    RightToLeft,
    Chinese,
    Any,
}

impl Script {
    fn of(lang: &Lang) -> Script {
        match &*lang.primary() {
            _ if lang.dir() == "rtl" => Script::RightToLeft,
            "zh" | "ja" | "ko" => Script::Chinese,
            _ => Script::Any,
        }
    }
}

/// Returns whether a text is marked from its beginning to its end.
pub(super) fn is_one(text: &str) -> bool {
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
