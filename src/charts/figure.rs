//! A chart as a figure: its title, the drawing, what it says to those who do not see it, and its values as a table.
//!
//! Nothing needs a script, a pointer or colour vision. A drawing is 360 units wide, in text of 13; scales tick at 1, 2 or
//! 5 × 10ⁿ; coordinates have one decimal and lines relative steps. Colours come from the theme's styles (`--c1` … `--c4`), and are
//! always repeated by dashes, glyphs or labels.

use super::canvas::{ChartCanvas, n};
use super::caption::{ChartCaption, ToldWords};
use super::chart::Chart;
use super::class::{FIGURE, NOTE};
use super::poster::Poster;
use super::wording::Wording;
use super::words::ChartWords;
use crate::text::escape;
use crate::text::untranslated;

/// Returns the notes as one paragraph.
fn notes(wording: &dyn Wording, caption: &ChartCaption<'_>) -> String {
    let notes = caption.notes();
    if let [only] = &*notes {
        let attributes = wording.lang_attributes(only.lang);
        return format!(
            "<p class=\"{NOTE}\"{attributes}>{}</p>",
            escape::html(&only.words)
        );
    }
    let notes = notes.into_iter().map(|note| {
        let words = escape::html(&note.words);
        match wording.lang_attributes(note.lang) {
            attributes if attributes.is_empty() => words,
            attributes => format!("<span{attributes}>{words}</span>"),
        }
    });
    let notes: Vec<String> = notes.collect();
    if notes.is_empty() {
        return String::new();
    }
    format!("<p class=\"{NOTE}\">{}</p>", notes.join(" "))
}

/// Returns a chart as a figure; `id` keeps its anchors apart from others'.
pub fn figure(wording: &dyn Wording, chart: &Chart, id: &str) -> String {
    let caption = ChartCaption::new(wording, chart);
    let words = &caption.words;
    let id = escape::html(id);
    let mut out = format!(
        "<figure class=\"{FIGURE}\"><figcaption>{}</figcaption>",
        heading(&caption)
    );
    if caption.shape.has_drawing() {
        out.push_str(&drawing(&caption, &id));
    }
    out.push_str(&notes(wording, &caption));
    let table = caption.shape.table(words, &id);
    if caption.shape.opens_table() {
        out.push_str(&table);
    } else {
        let summary = escape::html(&words.say("chart-data", &[]));
        out.push_str(&format!(
            "<details><summary>{summary}</summary>{table}</details>"
        ));
    }
    out.push_str(&source(words));
    out.push_str(&files(wording, &caption));
    out.push_str("</figure>");
    out
}

/// Returns the title, and what is told below it.
fn heading(caption: &ChartCaption<'_>) -> String {
    let words = &caption.words;
    let title = ToldWords {
        words: caption.title(),
        lang: words.chart.title.as_ref().and_then(|t| t.lang.as_deref()),
    };
    let under: Vec<String> = (caption.under().iter())
        .map(|told| marked(words.wording, told))
        .collect();
    let title = marked(words.wording, &title);
    if under.is_empty() {
        format!("<b>{title}</b>")
    } else {
        format!("<b>{title}</b> <span>{}</span>", under.join(" \u{b7} "))
    }
}

/// Returns the drawing as SVG.
fn drawing(caption: &ChartCaption<'_>, id: &str) -> String {
    let words = &caption.words;
    // Drawings have another attribute for the direction of a text (SVG 2, 11.5).
    let lang = (words.wording)
        .lang_attributes(words.chart.lang.as_deref())
        .replace(" dir=", " direction=");
    let mut canvas = ChartCanvas {
        lang,
        ..ChartCanvas::default()
    };
    caption.shape.draw(words, &mut canvas);
    format!(
        "<svg viewBox=\"0 0 360 {}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title>\
         <desc id=\"{id}-d\">{}</desc>{}</svg>",
        n(canvas.height.ceil()),
        escape::html(&caption.title()),
        escape::html(&caption.alt()),
        canvas.svg()
    )
}

/// Returns words as HTML, in an element of their own where their language is not the page's.
fn marked(wording: &dyn Wording, told: &ToldWords<'_>) -> String {
    let words = escape::html(&told.words);
    if told.lang.is_some() {
        format!("<span{}>{words}</span>", wording.lang_attributes(told.lang))
    } else {
        words
    }
}

/// Returns links to the chart's own files, and the lines that put it into another page.
fn files(wording: &dyn Wording, caption: &ChartCaption<'_>) -> String {
    let chart = caption.words.chart;
    let Some((files, poster)) = (chart.files.as_ref()).zip(Poster::new(wording, chart, "")) else {
        return String::new();
    };
    let say = |id: &str| escape::html(&caption.words.say(id, &[]));
    let link = |href: &str, kind: &str| format!("<a href=\"{}\">{kind}</a>", escape::html(href));
    let mut links = link(&files.svg, "SVG");
    if poster.can_be_pictured() {
        links = format!("{links} {}", link(&files.png, "PNG"));
    }
    let embed = (files.address.as_deref())
        .map(|address| embedding(address, &untranslated::plain(&caption.alt())))
        .map(|line| {
            format!(
                "<p>{}</p><pre>{}</pre>",
                say("chart-embed"),
                escape::html(&line)
            )
        });
    format!(
        "<details><summary>{}</summary><p>{links}</p>{}</details>",
        say("chart-files"),
        embed.unwrap_or_default()
    )
}

/// Returns the line of HTML that shows a chart in another page.
fn embedding(address: &str, alt: &str) -> String {
    let alt = escape::html(alt);
    format!("<img src=\"{}\" alt=\"{alt}\">", escape::html(address))
}

/// Returns a link to the data, when the chart is elsewhere.
fn source(words: &ChartWords<'_>) -> String {
    let Some(source) = &words.chart.source else {
        return String::new();
    };
    let Some(href) = source.href.as_deref() else {
        return String::new();
    };
    let lang = words.wording.lang_attributes(source.text.lang.as_deref());
    format!(
        "<p class=\"{NOTE}\">{} <a href=\"{}\"{lang}>{}</a></p>",
        escape::html(&words.say("chart-source", &[])),
        escape::html(href),
        escape::html(&words.phrase(&source.text))
    )
}
