//! The facts of a page: those of the main language, and the words that its translations give.

use super::acknowledged;
use super::body::Body;
use super::head::{Head, Source};
use crate::diag::{Diagnostic, Sink, codes};
use crate::source::fields::{At, Fields, scalar};
use crate::source::front::Document;
use crate::source::node::Value;
use crate::text::by_lang::ByLang;
use crate::text::lang::Lang;
use crate::text::slug::check_id;
use crate::text::words::Words;
use std::ops::Range;

/// A page's file in the main language and its translations.
#[derive(Debug)]
pub struct PageFiles<'s> {
    /// The file in the main language.
    pub main: &'s Document,
    /// Translations by language.
    pub others: Vec<(Lang, &'s Document)>,
    /// The file's name without language and ending.
    pub stem: String,
    /// Its folder from `content/` or `data/`, with `/`; empty at the top.
    pub folder: String,
}

/// Facts being read.
#[derive(Debug)]
pub struct Facts<'s> {
    /// Facts in the main language.
    pub main: Fields<'s>,
    /// The main language.
    pub lang: Lang,
    /// What translations give.
    pub others: Vec<(Lang, Fields<'s>)>,
}

impl<'s> Facts<'s> {
    /// Opens a page's facts; none when the main file has none that can be read.
    pub fn open(files: &PageFiles<'s>, lang: &Lang, sink: &mut Sink) -> Option<Facts<'s>> {
        let main = fields(files.main, sink)?;
        let others =
            files.others.iter().filter_map(|(lang, document)| Some((lang.clone(), fields(document, sink)?))).collect();
        Some(Facts { main, lang: lang.clone(), others })
    }

    /// Words, in every language in which they are given.
    pub fn words(&mut self, name: &'static str, sink: &mut Sink) -> Words {
        let Some(text) = self.main.text(name, sink) else {
            for (_, other) in &mut self.others {
                other.node(name);
            }
            return Words::default();
        };
        let mut words = Words::new(self.lang.clone(), text.value);
        for (lang, other) in &mut self.others {
            if let Some(text) = other.text(name, sink) {
                words.add(lang.clone(), text.value);
            }
        }
        words
    }

    /// Where each language gives a fact, in its own file.
    fn spans(&mut self, name: &'static str) -> ByLang<Range<usize>> {
        let all = std::iter::once((&self.lang, &mut self.main)).chain(self.others.iter_mut().map(|(l, f)| (&*l, f)));
        all.filter_map(|(lang, fields)| Some((lang.clone(), fields.node(name)?.span.clone()))).collect()
    }

    /// A list of words, matched by place.
    pub fn word_list(&mut self, name: &'static str, sink: &mut Sink) -> Vec<Words> {
        let mut list: Vec<Words> =
            self.main.texts(name, sink).into_iter().map(|t| Words::new(self.lang.clone(), t.value)).collect();
        for (lang, other) in &mut self.others {
            for (words, text) in list.iter_mut().zip(other.texts(name, sink)) {
                words.add(lang.clone(), text.value);
            }
        }
        list
    }

    /// A list of maps in the main language, and in each translation.
    pub fn maps(&mut self, name: &'static str, sink: &mut Sink) -> (Vec<Fields<'s>>, Vec<(Lang, Vec<Fields<'s>>)>) {
        let main = self.main.maps(name, sink);
        let others = self.others.iter_mut().map(|(lang, f)| (lang.clone(), f.maps(name, sink))).collect();
        (main, others)
    }

    /// A map in the main language, and in each translation.
    pub fn map(&mut self, name: &'static str, sink: &mut Sink) -> (Option<Fields<'s>>, Vec<(Lang, Fields<'s>)>) {
        let main = self.main.map(name, sink);
        let others = self.others.iter_mut().filter_map(|(lang, f)| Some((lang.clone(), f.map(name, sink)?))).collect();
        (main, others)
    }

    /// What every page has. None when it has no usable identifier or title, which is then among the findings.
    pub fn head(&mut self, files: &PageFiles<'_>, sink: &mut Sink) -> Option<Head> {
        let id = self.identifier(&files.stem, sink);
        self.main.text("kind", sink);
        if self.main.node("title").is_none() {
            sink.push(self.main.missing("title"));
        }
        let title = self.words("title", sink);
        let summary = self.words("summary", sink);
        let summary_at = self.spans("summary");
        let updated = self.main.date("updated", sink).map(|d| d.value);
        let sources = self.sources("sources", sink);
        let former = self.main.texts("former", sink).into_iter().map(|t| t.value).collect();
        let order = self.main.integer("order", sink).map(|n| n.value);
        let menu = self.main.flag("menu", sink).is_some_and(|f| f.value);
        let acknowledged = acknowledged::read(&mut self.main, sink);
        let (mut body, mut files_by_lang) = (ByLang::default(), ByLang::default());
        let all = std::iter::once((&self.lang, files.main)).chain(files.others.iter().map(|(l, d)| (l, *d)));
        for (lang, document) in all {
            files_by_lang.insert(lang.clone(), document.file.clone());
            let cut = Body::cut(&document.file.text, document.body.clone());
            if !cut.is_empty() {
                body.insert(lang.clone(), cut);
            }
        }
        let file = files.main.file.clone();
        (!title.is_empty()).then_some(())?;
        Some(Head {
            id: id?,
            title,
            summary,
            updated,
            sources,
            former,
            order,
            menu,
            body,
            file,
            files: files_by_lang,
            acknowledged,
            summary_at,
        })
    }

    fn identifier(&mut self, stem: &str, sink: &mut Sink) -> Option<String> {
        let first_line = 0..self.main.file().text.lines().next().map_or(0, str::len);
        let own = self.main.text("id", sink);
        let kind = if own.is_some() { "fact" } else { "file" };
        let given = own.unwrap_or(At { value: stem.to_owned(), span: first_line });
        if check_id(&given.value).is_ok() {
            return Some(given.value);
        }
        let finding = Diagnostic::new(&codes::WRONG_ID).at(self.main.place(&given.span));
        sink.push(finding.arg("use", kind).arg("text", given.value));
        None
    }

    /// Sources: `{title, url, date}`, their titles translated by place.
    pub fn sources(&mut self, name: &'static str, sink: &mut Sink) -> Vec<Source> {
        let (main, others) = self.maps(name, sink);
        let mut sources: Vec<Source> = Vec::new();
        for mut fields in main {
            let url = fields.text("url", sink).or_else(|| fields.text("path", sink)).map(|u| u.value);
            let date = fields.date("date", sink).map(|d| d.value);
            fields.text("version", sink);
            // Descriptors found elsewhere may name a source in older ways, and say more of it than we know.
            let title = if fields.file().path.ends_with(".md") {
                let title = fields.required("title", sink);
                fields.finish(sink);
                title.map(|t| t.value)
            } else {
                let given = fields.text("title", sink).or_else(|| fields.text("name", sink));
                given.map(|t| t.value).or_else(|| url.clone())
            };
            let title = title.map(|t| Words::new(self.lang.clone(), t)).unwrap_or_default();
            sources.push(Source { title, url, date });
        }
        for (lang, list) in others {
            for (source, mut fields) in sources.iter_mut().zip(list) {
                if let Some(title) = fields.text("title", sink) {
                    source.title.add(lang.clone(), title.value);
                }
                fields.finish(sink);
            }
        }
        sources
    }

    /// Reports every name that nothing asked for, in all languages.
    pub fn finish(self, sink: &mut Sink) {
        let main_only: Vec<&'static str> = self.main.known().to_vec();
        self.main.finish(sink);
        for (_, other) in self.others {
            let known = other.known().to_vec();
            other.finish_among(&known, &main_only, sink);
        }
    }
}

fn fields<'s>(document: &'s Document, sink: &mut Sink) -> Option<Fields<'s>> {
    Fields::of(&document.file, document.facts.as_ref()?, "facts", sink)
}

/// Words that stand in one file: a text in the main language, or a table by language.
pub fn words_of(fields: &mut Fields<'_>, name: &'static str, languages: &[Lang], sink: &mut Sink) -> Words {
    let Some(node) = fields.node(name) else { return Words::default() };
    let Value::Map(entries) = &node.value else {
        return scalar(fields.file(), node, name, sink)
            .map(|t| Words::new(languages[0].clone(), t.value))
            .unwrap_or_default();
    };
    let mut words = Words::default();
    // The main language first, for it is the one shown where a translation is lacking.
    for lang in languages {
        if let Some((_, node)) = entries.iter().find(|(key, _)| key.name == lang.tag())
            && let Some(text) = scalar(fields.file(), node, name, sink)
        {
            words.add(lang.clone(), text.value);
        }
    }
    for (key, _) in entries.iter().filter(|(key, _)| !languages.iter().any(|l| l.tag() == key.name)) {
        let place = fields.place(&key.span);
        let finding = Diagnostic::new(&codes::UNKNOWN_LANGUAGE).at(place);
        sink.push(finding.arg("use", "words").arg("lang", &key.name));
    }
    words
}

/// The finding that a text is not a language tag.
pub fn no_language(fields: &Fields<'_>, tag: &At<String>) -> Diagnostic {
    Diagnostic::new(&codes::UNKNOWN_LANGUAGE).at(fields.place(&tag.span)).arg("use", "code").arg("lang", &tag.value)
}
