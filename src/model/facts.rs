//! The facts of a page: those of the main language, and the words that its translations give.

use super::acknowledgement;
use super::body::{self, PageBody};
use super::head::{CitedSource, Head, OwnFacts};
use super::publish_day;
use super::translation_mark::{self, TranslationMark};
use super::waiver;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::source::asked::{FactForm, KnownFact};
use crate::source::fields::{Fields, Spanned, scalar};
use crate::source::file::SourceFile;
use crate::source::front_matter::Document;
use crate::source::node::FactValue;
use crate::text::by_lang::ByLang;
use crate::text::lang::Lang;
use crate::text::slug::{check_id, slug};
use crate::text::web::is_web_address;
use crate::text::words::Words;
use serde_json::Map;
use std::ops::Range;
use std::sync::{Arc, Mutex};

/// A page's file in the main language and its translations.
#[derive(Debug)]
pub(crate) struct PageFiles<'s, F = Document> {
    /// The file in the main language.
    pub(crate) main: &'s F,
    /// Translations by language.
    pub(crate) others: Vec<(Lang, &'s F)>,
    /// The file's name without language and ending.
    pub(crate) stem: String,
    /// Its folder from `content/` or `data/`, with `/`; empty at the top.
    pub(crate) folder: String,
}

/// The facts of a page while they are read.
#[derive(Debug)]
pub(crate) struct PageFacts<'s> {
    /// Facts in the main language.
    pub(crate) main: Fields<'s>,
    pub(crate) lang: Lang,
    /// What translations give.
    pub(crate) others: Vec<(Lang, Fields<'s>)>,
    /// Where it is written down what is asked for, where somebody wants to know.
    asked: Option<&'s Mutex<Vec<KnownFact>>>,
    /// The texts below the facts of all files, in the order of those, until they are taken.
    bodies: Vec<PageBody>,
}

/// A page's files and the texts in them, by language.
#[derive(Default)]
struct PageTexts {
    bodies: ByLang<PageBody>,
    files: ByLang<Arc<SourceFile>>,
}

impl PageTexts {
    /// Adds a file and its text; an empty one is none.
    fn add(&mut self, lang: &Lang, document: &Document, body: PageBody) {
        (self.files).insert(lang.clone(), document.file.clone());
        if !body.is_empty() {
            self.bodies.insert(lang.clone(), body);
        }
    }
}

impl<'s> PageFacts<'s> {
    /// Opens a page's facts; none when the main file has none that can be read.
    pub(crate) fn open(
        files: &PageFiles<'s>,
        lang: &Lang,
        sink: &mut Sink,
    ) -> Option<PageFacts<'s>> {
        let main = fields(files.main, sink)?;
        let others = files
            .others
            .iter()
            .filter_map(|(lang, document)| Some((lang.clone(), fields(document, sink)?)))
            .collect();
        let documents = [files.main]
            .into_iter()
            .chain(files.others.iter().map(|(_, document)| *document));
        Some(PageFacts {
            main,
            lang: lang.clone(),
            others,
            asked: None,
            bodies: documents.map(text_of).collect(),
        })
    }

    /// Returns the same, which write down everything that they are asked for until they are finished.
    pub(crate) fn probing(self, asked: &'s Mutex<Vec<KnownFact>>) -> PageFacts<'s> {
        PageFacts {
            main: self.main.probing(),
            asked: Some(asked),
            ..self
        }
    }

    /// Words, in every language in which they are given.
    pub(crate) fn words(&mut self, name: &'s str, sink: &mut Sink) -> Words {
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
    fn spans(&mut self, name: &'s str) -> ByLang<Range<usize>> {
        let all = std::iter::once((&self.lang, &mut self.main))
            .chain(self.others.iter_mut().map(|(l, f)| (&*l, f)));
        all.filter_map(|(lang, fields)| Some((lang.clone(), fields.node(name)?.span.clone())))
            .collect()
    }

    /// A list of maps in the main language, and in each translation.
    pub(crate) fn maps(
        &mut self,
        name: &'s str,
        sink: &mut Sink,
    ) -> (Vec<Fields<'s>>, Vec<(Lang, Vec<Fields<'s>>)>) {
        let main = self.main.maps(name, sink);
        let others = self
            .others
            .iter_mut()
            .map(|(lang, f)| (lang.clone(), f.maps(name, sink)))
            .collect();
        (main, others)
    }

    /// The same, where texts may be in the place of maps: each is the value of the name `plain`.
    pub(crate) fn maps_or(
        &mut self,
        name: &'s str,
        plain: &'s str,
        sink: &mut Sink,
    ) -> (Vec<Fields<'s>>, Vec<(Lang, Vec<Fields<'s>>)>) {
        let main = self.main.maps_or(name, plain, sink);
        let others = self
            .others
            .iter_mut()
            .map(|(lang, f)| (lang.clone(), f.maps_or(name, plain, sink)))
            .collect();
        (main, others)
    }

    /// A map in the main language, and in each translation; a value in its place is that of the name `plain`.
    pub(crate) fn map_or(
        &mut self,
        name: &'s str,
        plain: &'s str,
        sink: &mut Sink,
    ) -> (Option<Fields<'s>>, Vec<(Lang, Fields<'s>)>) {
        let main = self.main.map_or(name, plain, sink);
        let others = self.others.iter_mut();
        let others = others
            .filter_map(|(lang, f)| Some((lang.clone(), f.map_or(name, plain, sink)?)))
            .collect();
        (main, others)
    }

    /// A map in the main language, and in each translation.
    pub(crate) fn map(
        &mut self,
        name: &'s str,
        sink: &mut Sink,
    ) -> (Option<Fields<'s>>, Vec<(Lang, Fields<'s>)>) {
        let main = self.main.map(name, sink);
        let others = self
            .others
            .iter_mut()
            .filter_map(|(lang, f)| Some((lang.clone(), f.map(name, sink)?)))
            .collect();
        (main, others)
    }

    /// What every page has. None when it has no usable identifier, which is then among the findings, and where the page
    /// is not to be published.
    pub(crate) fn head(&mut self, files: &PageFiles<'_>, sink: &mut Sink) -> Option<Head> {
        let id = self.identifier(&files.stem, sink);
        self.main.text("kind", sink);
        let is_published = self.is_published(sink);
        // Whether that day has come was looked at before.
        self.main.node(publish_day::FACT);
        let (title, body_from) = self.title(files, sink);
        let summary = self.words("summary", sink);
        let summary_at = self.spans("summary");
        let updated = self.main.date("updated", sink).map(|d| d.value);
        let sources = self.sources("sources", sink);
        let former = self.main.values("former", sink);
        let order = self.main.integer("order", sink).map(|n| n.value);
        let comments = self.comments(sink);
        let acknowledged = acknowledgement::read(&mut self.main, sink);
        let waivers = waiver::read(&mut self.main, sink);
        let menu = self.menu(sink);
        let template = self.template(sink);
        let texts = self.texts(files, body_from);
        let translations = self.marks(files, sink);
        let file = files.main.file.clone();
        is_published.then_some(())?;
        Some(Head {
            id: id?,
            title,
            summary,
            updated,
            sources,
            former,
            order,
            menu,
            body: texts.bodies,
            file,
            files: texts.files,
            comments,
            acknowledged,
            waivers,
            summary_at,
            translations,
            own: OwnFacts {
                extra: self.extra(sink),
                further: Map::new(),
                template,
            },
        })
    }

    /// Returns what translations say that they were made of.
    fn marks(&mut self, files: &PageFiles<'_>, sink: &mut Sink) -> ByLang<TranslationMark> {
        let mut marks = ByLang::default();
        for (lang, other) in &mut self.others {
            let Some(given) = other.text("translates", sink) else {
                continue;
            };
            let (main, text) = (files.main, &files.main.file.text);
            let now = translation_mark::mark(main.facts.as_ref(), &text[main.body.clone()]);
            marks.insert(lang.clone(), TranslationMark { given, now });
        }
        marks
    }

    /// Returns the files of all languages and the texts in them; that of the main language is from `start`.
    fn texts(&mut self, files: &PageFiles<'_>, start: usize) -> PageTexts {
        let mut texts = PageTexts::default();
        let mut bodies = std::mem::take(&mut self.bodies).into_iter();
        let main = bodies.next().filter(|_| start == files.main.body.start);
        let main =
            main.unwrap_or_else(|| PageBody::cut(&files.main.file, start..files.main.body.end));
        texts.add(&self.lang, files.main, main);
        for ((lang, document), body) in files.others.iter().zip(bodies) {
            texts.add(lang, document, body);
        }
        texts
    }

    /// The title, and where the text begins below it. A page without one takes its first heading, as a Markdown file
    /// without facts is read elsewhere too; else the name of its file.
    fn title(&mut self, files: &PageFiles<'_>, sink: &mut Sink) -> (Words, usize) {
        let (file, body) = (self.main.file(), &files.main.body);
        let title = self.words("title", sink);
        if !title.is_empty() {
            return (title, body.start);
        }
        let heading = body::first_heading(&file.text[body.clone()]);
        let from = if heading.is_some() { "heading" } else { "file" };
        let below = heading.as_ref().filter(|h| h.is_first).map_or(0, |h| h.end);
        let text = heading.map_or_else(|| files.stem.replace(['-', '_'], " "), |h| h.words);
        let first_line = 0..file.text.lines().next().map_or(0, str::len);
        let finding = Diagnostic::new(&codes::TITLE_TAKEN).at(self.main.place(&first_line));
        sink.push(finding.arg("title", &text).arg("from", from));
        (Words::new(self.lang.clone(), text), body.start + below)
    }

    /// Whether the page is to be published: other generators, too, write `draft: true` or `published: false`.
    fn is_published(&mut self, sink: &mut Sink) -> bool {
        let draft = self.main.flag("draft", sink);
        let published = self.main.flag("published", sink);
        let held_back = draft
            .filter(|draft| draft.value)
            .or(published.filter(|published| !published.value));
        if let Some(fact) = &held_back {
            sink.push(Diagnostic::new(&codes::PAGE_HELD_BACK).at(self.main.place(&fact.span)));
        }
        held_back.is_none()
    }

    /// How many comments the source shows. The name is none that other generators have a switch under.
    fn comments(&mut self, sink: &mut Sink) -> Option<u64> {
        const NAME: &str = "comments_published";
        let number = self.main.integer(NAME, sink)?;
        let count = u64::try_from(number.value).ok();
        if count.is_none() {
            sink.push(self.main.wrong_form(&number.span, NAME, "whole-number"));
        }
        count
    }

    /// Returns the template that makes this page alone, with its ending.
    fn template(&mut self, sink: &mut Sink) -> Option<Spanned<Arc<str>>> {
        let named = self.main.text("template", sink)?;
        let name = named.value.strip_suffix(".html").unwrap_or(&named.value);
        Some(Spanned {
            value: format!("{name}.html").into(),
            span: named.span,
        })
    }

    /// Whether the page is in the main menu: yes, or the menu's name as Hugo has it.
    fn menu(&mut self, sink: &mut Sink) -> bool {
        const MAIN: &str = "main";
        let names_main = match self.main.node("menu").map(|node| &node.value) {
            Some(FactValue::Map(menus)) => Some(menus.iter().any(|(menu, _)| menu.name == MAIN)),
            Some(FactValue::List(menus)) => Some(
                menus
                    .iter()
                    .any(|menu| menu.value == FactValue::Text(MAIN.into())),
            ),
            Some(FactValue::Text(menu)) if menu == MAIN => Some(true),
            _ => None,
        };
        names_main.unwrap_or_else(|| self.main.flag("menu", sink).is_some_and(|f| f.value))
    }

    /// What is under `extra:`, in each language.
    fn extra(&mut self, sink: &mut Sink) -> ByLang<Map<String, serde_json::Value>> {
        let all = std::iter::once((&self.lang, &mut self.main))
            .chain(self.others.iter_mut().map(|(l, f)| (&*l, f)));
        let mut extra = ByLang::default();
        for (lang, fields) in all {
            let Some(given) = fields.map("extra", sink) else {
                continue;
            };
            extra.insert(
                lang.clone(),
                given
                    .entries()
                    .map(|(key, node)| (key.name.clone(), node.to_json()))
                    .collect(),
            );
        }
        extra
    }

    fn identifier(&mut self, stem: &str, sink: &mut Sink) -> Option<String> {
        let first_line = 0..self.main.file().text.lines().next().map_or(0, str::len);
        let own = self.main.text("id", sink);
        let kind = if own.is_some() { "fact" } else { "file" };
        let given = own.unwrap_or(Spanned {
            value: stem.to_owned(),
            span: first_line,
        });
        if check_id(&given.value).is_ok() {
            return Some(given.value);
        }
        let address = slug(&given.value);
        if kind == "file" && check_id(&address).is_ok() {
            sink.push(id_from_name(
                self.main.place(&given.span),
                &given.value,
                &address,
            ));
            return Some(address);
        }
        let finding = Diagnostic::new(&codes::WRONG_ID).at(self.main.place(&given.span));
        sink.push(finding.arg("use", kind).arg("text", given.value));
        None
    }

    /// Sources: `{title, url, date}`, their titles translated by place.
    pub(crate) fn sources(&mut self, name: &'s str, sink: &mut Sink) -> Vec<CitedSource> {
        let (main, others) = self.maps_or(name, "title", sink);
        let mut sources: Vec<CitedSource> = Vec::new();
        for mut fields in main {
            let url = fields
                .text("url", sink)
                .or_else(|| fields.text("path", sink));
            let date = fields.date("date", sink).map(|d| d.value);
            fields.text("version", sink);
            // Descriptors found elsewhere may name a source in older ways, and say more of it than we know.
            let title = if fields.file().path.ends_with(".md") {
                let title = fields.required("title", sink);
                fields.finish(sink);
                title
            } else {
                let given = fields
                    .text("title", sink)
                    .or_else(|| fields.text("name", sink));
                given.or_else(|| url.clone())
            };
            // An address alone is its own title.
            let url = url.or_else(|| title.clone().filter(|title| is_web_address(&title.value)));
            let title = title
                .map(|t| Words::new(self.lang.clone(), t.value))
                .unwrap_or_default();
            sources.push(CitedSource { title, url, date });
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

    /// Reports every name that nothing asked for, in all languages, and gives those of the main one to the page's head.
    pub(crate) fn finish(mut self, mut head: Option<Head>, sink: &mut Sink) -> Option<Head> {
        if let Some(asked) = self.asked {
            *asked.lock().expect("no reader panics") = self.main.take_asked();
        }
        let main_only: Vec<&'s str> = self.main.known().to_vec();
        let strange = self.main.finish_page(&main_only, &[], sink);
        if let Some(head) = &mut head {
            head.own.further = strange
                .into_iter()
                .map(|(key, node)| (key.name.clone(), node.to_json()))
                .collect();
        }
        for (_, other) in self.others {
            let known = other.known().to_vec();
            other.finish_page(&known, &main_only, sink);
        }
        head
    }
}

/// The note that an address was made of a name.
pub(super) fn id_from_name(place: Place, name: &str, address: &str) -> Diagnostic {
    Diagnostic::new(&codes::ID_FROM_NAME)
        .at(place)
        .arg("text", name)
        .arg("id", address)
}

fn text_of(document: &Document) -> PageBody {
    PageBody::cut(&document.file, document.body.clone())
}

fn fields<'s>(document: &'s Document, sink: &mut Sink) -> Option<Fields<'s>> {
    Fields::of(&document.file, document.facts.as_ref()?, "facts", sink)
}

/// Words that are in one file: a text in the main language, or a table by language.
pub(crate) fn words_of<'a>(
    fields: &mut Fields<'a>,
    name: &'a str,
    languages: &[Lang],
    sink: &mut Sink,
) -> Words {
    fields.note(name, || FactForm::Words);
    let Some(node) = fields.node(name) else {
        return Words::default();
    };
    let FactValue::Map(entries) = &node.value else {
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
    for (key, _) in entries
        .iter()
        .filter(|(key, _)| !languages.iter().any(|l| l.tag() == key.name))
    {
        let place = fields.place(&key.span);
        let finding = Diagnostic::new(&codes::UNKNOWN_LANGUAGE).at(place);
        sink.push(finding.arg("use", "words").arg("lang", &key.name));
    }
    words
}

/// The finding that a text is not a language tag.
pub(crate) fn no_language(fields: &Fields<'_>, tag: &Spanned<String>) -> Diagnostic {
    Diagnostic::new(&codes::UNKNOWN_LANGUAGE)
        .at(fields.place(&tag.span))
        .arg("use", "code")
        .arg("lang", &tag.value)
}
