//! Writes a text's events as HTML: pulldown-cmark's own writer, with headings, tables, footnotes, links and images
//! written here.

use super::MarkdownContext;
use super::headings::{self, Headings};
use super::reserved::{BY_WRITER, SET_ASIDE};
use super::terms::TERM_LINK;
use crate::model::fence::is_fence;
use crate::render::helper_context::LinkTarget;
use crate::text::escape::html as escape;
use crate::text::scheme;
use crate::text::web::decode_percent;
use crate::text::web::encode_address;
use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};

/// Above this size, in bytes, an image is a link that names its format and size.
pub(crate) const LARGEST_IMAGE: u64 = 30_000;

/// The words of an image that is mere ornament: it is passed over in silence.
const ORNAMENT: &str = "-";

/// The HTML of a text, and what cleaning must not touch.
pub(crate) struct WrittenHtml {
    /// The HTML; where raw HTML is to be cleaned, with private marks.
    pub(crate) html: String,
    /// Elements to be put in after cleaning.
    pub(crate) set_aside: Vec<String>,
    /// The text's headings, to which its links may lead.
    pub(crate) headings: Headings,
}

/// Writes the events; `raw` says that the result is going to be cleaned.
pub(crate) fn write(
    events: Vec<Event<'_>>,
    context: &MarkdownContext<'_>,
    raw: bool,
) -> WrittenHtml {
    let headings = headings::plan(&events, context.prefix, context.level);
    let mut writer = HtmlWriter {
        context,
        headings,
        heading: 0,
        mark: if raw {
            BY_WRITER.to_string()
        } else {
            String::new()
        },
        raw,
        set_aside: Vec::new(),
        links: Vec::new(),
        alignments: Vec::new(),
        cell: 0,
        in_head: false,
        tables: 0,
        fences: 0,
        in_fence: false,
        notes: Vec::new(),
        image: None,
        out: Vec::new(),
        note: None,
    };
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        let empty = matches!(events.peek(), Some(Event::End(TagEnd::Link)));
        writer.event(event, empty);
    }
    writer.finish()
}

struct Note<'a> {
    name: CowStr<'a>,
    referred: bool,
    events: Vec<Event<'a>>,
}

struct Image {
    target: String,
    bytes: Option<u64>,
    pixels: Option<(u32, u32)>,
    alt: String,
    depth: usize,
}

struct HtmlWriter<'f, 'a> {
    context: &'f MarkdownContext<'f>,
    headings: Headings,
    heading: usize,
    mark: String,
    raw: bool,
    set_aside: Vec<String>,
    /// For each open link, whether it was written.
    links: Vec<bool>,
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
    tables: usize,
    fences: usize,
    in_fence: bool,
    notes: Vec<Note<'a>>,
    image: Option<Image>,
    out: Vec<Event<'a>>,
    /// The footnote whose text is being read.
    note: Option<usize>,
}

impl<'a> HtmlWriter<'_, 'a> {
    fn event(&mut self, event: Event<'a>, empty_link: bool) {
        if self.image.is_some() {
            return self.inside_image(event);
        }
        if self.in_fence {
            // What a fence says has become a figure.
            self.in_fence = !matches!(event, Event::End(TagEnd::CodeBlock));
            return;
        }
        match event {
            Event::Start(tag) => self.open(tag, empty_link),
            Event::End(tag) => self.close(tag),
            Event::FootnoteReference(name) => self.reference(&name),
            other => self.push(other),
        }
    }

    /// Writes the beginning of an element.
    fn open(&mut self, tag: Tag<'a>, empty_link: bool) {
        match tag {
            Tag::Heading { .. } => self.open_heading(),
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => self.open_link(&format!("mailto:{dest_url}"), empty_link),
            Tag::Link {
                link_type: TERM_LINK,
                dest_url,
                ..
            } => self.open_term(&dest_url),
            Tag::Link { dest_url, .. } => self.open_link(&dest_url, empty_link),
            Tag::Image { dest_url, .. } => self.open_image(&dest_url),
            Tag::FootnoteDefinition(name) => self.note = Some(self.note_of(&name)),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if is_fence(&info) => self.fence(info),
            Tag::Table(alignments) => self.open_table(alignments),
            Tag::TableHead => {
                (self.in_head, self.cell) = (true, 0);
                self.html("<thead><tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.html("<tr>");
            }
            Tag::TableCell => self.open_cell(),
            other => self.push(Event::Start(other)),
        }
    }

    /// Writes the end of an element.
    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.close_heading(),
            TagEnd::Link => {
                if self.links.pop() == Some(true) {
                    self.html("</a>");
                }
            }
            TagEnd::FootnoteDefinition => self.note = None,
            TagEnd::TableHead => {
                self.in_head = false;
                self.html("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => self.html(if self.in_head { "</th>" } else { "</td>" }),
            TagEnd::Table => self.html("</tbody></table></div>\n"),
            other => self.push(Event::End(other)),
        }
    }

    /// Begins an image, which is written when its alternative text is known.
    fn open_image(&mut self, written: &str) {
        let target =
            (self.context.resolve)(written).unwrap_or_else(|| LinkTarget::to(written.to_owned()));
        self.image = Some(Image {
            target: target.href,
            bytes: target.bytes,
            pixels: target.pixels,
            alt: String::new(),
            depth: 0,
        });
    }

    /// Writes a figure in the place of a fence, or the fence where there is no figure.
    fn fence(&mut self, info: CowStr<'a>) {
        match (self.context.figure)(self.fences) {
            Some(html) => {
                self.in_fence = true;
                self.set_aside(html);
            }
            None => self.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))),
        }
        self.fences += 1;
    }

    fn push(&mut self, event: Event<'a>) {
        match self.note {
            Some(note) => self.notes[note].events.push(event),
            None => self.out.push(event),
        }
    }

    fn html(&mut self, html: impl Into<String>) {
        self.push(Event::InlineHtml(html.into().into()));
    }

    fn open_heading(&mut self) {
        let Some(heading) = self.headings.headings.get(self.heading) else {
            return;
        };
        let html = format!(
            "<h{} id=\"{}{}\">",
            heading.level,
            self.mark,
            escape(&heading.anchor)
        );
        self.html(html);
    }

    fn close_heading(&mut self) {
        let Some(heading) = self.headings.headings.get(self.heading) else {
            return;
        };
        let html = format!("</h{}>\n", heading.level);
        self.html(html);
        self.heading += 1;
    }

    fn open_link(&mut self, written: &str, empty: bool) {
        let LinkTarget { href, words, .. } = self.headings.lead(written, self.context);
        let allowed = scheme::may_link(&href);
        self.links.push(allowed);
        if allowed {
            self.html(format!(
                "<a href=\"{}{}\">",
                self.mark,
                escape(&encode_address(&href))
            ));
        }
        if empty {
            self.push(Event::Text(words.unwrap_or(href).into()));
        }
    }

    /// Writes a link to what a term means.
    fn open_term(&mut self, target: &str) {
        let LinkTarget { href, .. } = self.headings.lead(target, self.context);
        self.links.push(true);
        let (mark, href) = (&self.mark, escape(&encode_address(&href)));
        self.html(format!("<a class=\"{mark}term\" href=\"{mark}{href}\">"));
    }

    fn open_table(&mut self, alignments: Vec<Alignment>) {
        (self.alignments, self.tables) = (alignments, self.tables + 1);
        let label = format!("{} {}", (self.context.say)("table"), self.tables);
        let m = &self.mark;
        let html = format!(
            "<div class=\"{m}scroll\" role=\"{m}group\" tabindex=\"{m}0\" aria-label=\"{m}{}\"><table>",
            escape(&label)
        );
        self.html(html);
    }

    fn open_cell(&mut self) {
        let numeric = matches!(self.alignments.get(self.cell), Some(Alignment::Right));
        let class = if numeric {
            format!(" class=\"{}n\"", self.mark)
        } else {
            String::new()
        };
        self.cell += 1;
        self.html(if self.in_head {
            format!("<th scope=\"col\"{class}>")
        } else {
            format!("<td{class}>")
        });
    }

    fn note_of(&mut self, name: &CowStr<'a>) -> usize {
        self.notes
            .iter()
            .position(|n| n.name == *name)
            .unwrap_or_else(|| {
                self.notes.push(Note {
                    name: name.clone(),
                    referred: false,
                    events: Vec::new(),
                });
                self.notes.len() - 1
            })
    }

    fn reference(&mut self, name: &CowStr<'a>) {
        let note = self.note_of(name);
        let [here, there] = ["ref", "note"]
            .map(|w| headings::joined(self.context.prefix, &format!("{w}-{}", note + 1)));
        let id = if std::mem::replace(&mut self.notes[note].referred, true) {
            String::new()
        } else {
            format!(" id=\"{}{}\"", self.mark, escape(&here))
        };
        self.html(format!(
            "<sup><a href=\"{}#{}\"{id}>{}</a></sup>",
            self.mark,
            escape(&there),
            note + 1
        ));
    }

    fn inside_image(&mut self, event: Event<'a>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Start(_) => image.depth += 1,
            Event::End(_) if image.depth > 0 => image.depth -= 1,
            Event::End(_) => {
                let html = self
                    .image
                    .take()
                    .map(|image| self.image_html(&image))
                    .unwrap_or_default();
                self.set_aside(html);
            }
            Event::Text(text) | Event::Code(text) => image.alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
    }

    /// Returns a small image of the site; else a link to it, or only its words.
    fn image_html(&self, image: &Image) -> String {
        // One hyphen says that it is mere ornament.
        let alt = if image.alt.trim() == ORNAMENT {
            ""
        } else {
            &image.alt
        };
        let (target, alt) = (escape(&encode_address(&image.target)), escape(alt));
        let small = image.bytes.is_none_or(|bytes| bytes <= LARGEST_IMAGE);
        if small && !scheme::is_foreign(&image.target) {
            let size = image
                .pixels
                .map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\""));
            return format!(
                "<img src=\"{target}\" alt=\"{alt}\"{} loading=\"lazy\">",
                size.unwrap_or_default()
            );
        }
        let file = decode_percent(image.target.rsplit('/').next().unwrap_or_default());
        let words = if alt.trim().is_empty() {
            escape(&file)
        } else {
            alt
        };
        if !scheme::may_link(&image.target) {
            return words;
        }
        let format = file
            .rsplit_once('.')
            .map(|(_, e)| escape(&e.to_ascii_uppercase()))
            .filter(|e| e.len() <= 5);
        let facts: Vec<String> = format
            .into_iter()
            .chain(
                image
                    .bytes
                    .map(|bytes| escape(&(self.context.bytes)(bytes))),
            )
            .collect();
        let facts = if facts.is_empty() {
            String::new()
        } else {
            format!(" ({})", facts.join(", "))
        };
        format!("<a href=\"{target}\">{words}{facts}</a>")
    }

    /// Adds an element that cleaning must not touch.
    fn set_aside(&mut self, html: String) {
        if self.raw {
            self.set_aside.push(html);
            let place = format!("{SET_ASIDE}{}{SET_ASIDE}", self.set_aside.len() - 1);
            self.push(Event::Text(place.into()));
        } else {
            self.html(html);
        }
    }

    fn finish(mut self) -> WrittenHtml {
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, std::mem::take(&mut self.out).into_iter());
        if !self.notes.is_empty() {
            let (m, back) = (
                self.mark.clone(),
                escape(&(self.context.say)("back-to-text")),
            );
            html.push_str(&format!("<ol class=\"{}notes\">\n", self.mark));
            for (i, note) in std::mem::take(&mut self.notes).into_iter().enumerate() {
                let [from, id] = ["ref", "note"]
                    .map(|w| headings::joined(self.context.prefix, &format!("{w}-{}", i + 1)));
                html.push_str(&format!("<li id=\"{}{}\">", self.mark, escape(&id)));
                pulldown_cmark::html::push_html(&mut html, note.events.into_iter());
                if note.referred {
                    html.push_str(&format!(
                        "<a href=\"{m}#{}\" aria-label=\"{m}{back} {}\">↩</a>",
                        escape(&from),
                        i + 1
                    ));
                }
                html.push_str("</li>\n");
            }
            html.push_str("</ol>\n");
        }
        WrittenHtml {
            html,
            set_aside: self.set_aside,
            headings: self.headings,
        }
    }
}
