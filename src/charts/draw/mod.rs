//! Charts as SVG: one trait, one file a shape, one list. Nothing needs a script, a pointer or colour vision.
//!
//! A drawing is 360 units wide, in text of 13; scales tick at 1, 2 or 5 × 10ⁿ; coordinates have one decimal and lines
//! relative steps. Colours come from the theme's styles (`--c1` … `--c4`), and are always repeated by dashes, marks
//! or labels. Around the drawing stand its title, what it says to those who do not see it, and its values as a table.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places of a drawing are small"
)]

mod axis;
mod bars;
mod canvas;
mod columns;
mod cross;
mod dots;
mod flow;
mod histogram;
mod line;
mod map;
pub mod mini;
mod multiples;
mod points;
mod strip;
mod table;
mod tiles;
mod timeline;
mod words;

pub(crate) use axis::{Axis, round_step, years};
pub(crate) use canvas::{
    Canvas, LINE, Trace, WIDTH, bar, glyph, n, reduce, spread, width_of, wrap,
};
pub(crate) use flow::largest;
pub(crate) use words::{Words, present, size};

use crate::charts::Chart;
use crate::charts::Wording;
use crate::text::escape;

/// A way to draw.
pub(crate) trait Drawing: Sync {
    /// The shape that it draws.
    fn id(&self) -> &'static str;
    /// Draws a chart.
    fn draw(&self, words: &Words<'_>, canvas: &mut Canvas);
}

/// Every way to draw. Tables (`table`, `sparks`) need no drawing.
pub(crate) static ALL: &[&dyn Drawing] = &[
    &line::Line,
    &columns::Columns,
    &bars::Bars,
    &strip::Strip,
    &histogram::Histogram,
    &dots::Dots,
    &points::Points,
    &multiples::Multiples,
    &timeline::Timeline,
    &cross::Cross,
    &flow::Flow,
    &map::Map,
    &tiles::Tiles,
];

/// Most points of a line; more are reduced to these.
pub(crate) const MOST_POINTS: usize = 200;

/// The class of a series: its colour and dash; what does not stand out beside something that does is grey.
pub(crate) fn class_of(chart: &Chart, series: usize, name: Option<&str>) -> &'static str {
    const CLASSES: [&str; 4] = ["k1", "k2", "k3", "k4"];
    let grey = !chart.highlight.is_empty()
        && name.is_some_and(|name| !chart.highlight.iter().any(|h| h == name));
    if chart.series.len() < 2 {
        return if grey { "q" } else { "" };
    }
    CLASSES[series % 4]
}

/// A chart as a figure; `id` keeps its anchors apart from others'.
pub fn figure(say: &dyn Wording, chart: &Chart, id: &str) -> String {
    let words = Words { say, chart };
    let id = escape::html(id);
    let title = marked(
        say,
        &words.title(),
        chart.title.as_ref().and_then(|t| t.lang.as_deref()),
    );
    let under: Vec<String> = words
        .under()
        .iter()
        .map(|(said, lang)| marked(say, said, *lang))
        .collect();
    let under = under.join(" \u{b7} ");
    let under = if under.is_empty() {
        under
    } else {
        format!(" <span>{under}</span>")
    };
    let mut out = format!("<figure class=\"ch\"><figcaption><b>{title}</b>{under}</figcaption>");
    if let Some(drawing) = ALL.iter().find(|d| d.id() == chart.kind) {
        // Drawings have another attribute for the direction of a text (SVG 2, 11.5).
        let lang = say
            .lang_attributes(chart.lang.as_deref())
            .replace(" dir=", " direction=");
        let mut canvas = Canvas {
            lang,
            ..Canvas::default()
        };
        drawing.draw(&words, &mut canvas);
        out.push_str(&format!(
            "<svg viewBox=\"0 0 360 {}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title>\
             <desc id=\"{id}-d\">{}</desc>{}</svg>",
            n(canvas.height.ceil()),
            escape::html(&words.title()),
            escape::html(&words.alt()),
            canvas.out
        ));
    }
    let plain = matches!(&*chart.kind, "table" | "sparks" | "cross");
    for (note, lang) in words.notes() {
        out.push_str(&format!(
            "<p class=\"small\"{}>{}</p>",
            say.lang_attributes(lang),
            escape::html(&note)
        ));
    }
    let table = table::table(&words, &id);
    if plain {
        out.push_str(&table);
    } else {
        let summary = escape::html(&words.say("chart-data", &[]));
        out.push_str(&format!(
            "<details><summary>{summary}</summary>{table}</details>"
        ));
    }
    out.push_str(&links(&words));
    out.push_str("</figure>");
    out
}

/// Words as markup, in an element of their own where their language is not the page's.
fn marked(say: &dyn Wording, words: &str, lang: Option<&str>) -> String {
    let words = escape::html(words);
    match lang {
        Some(lang) => format!("<span{}>{words}</span>", say.lang_attributes(Some(lang))),
        None => words,
    }
}

/// Where the data are, when the chart is elsewhere.
fn links(words: &Words<'_>) -> String {
    let Some(source) = &words.chart.source else {
        return String::new();
    };
    let Some(href) = source.href.as_deref() else {
        return String::new();
    };
    let lang = words.say.lang_attributes(source.text.lang.as_deref());
    format!(
        "<p class=\"small\">{} <a href=\"{}\"{lang}>{}</a></p>",
        escape::html(&words.say("chart-source", &[])),
        escape::html(href),
        escape::html(&words.phrase(&source.text))
    )
}

/// Gridlines with their numbers before them, and the unit above; gives where the plot begins.
pub(crate) fn grid(
    words: &Words<'_>,
    canvas: &mut Canvas,
    axis: &Axis,
    top: f64,
    bottom: f64,
    right: f64,
) -> f64 {
    let ticks = axis.ticks();
    let most = axis.max.abs().max(axis.min.abs());
    let labels: Vec<String> = ticks
        .iter()
        .map(|t| words.tick(*t, axis.step, most))
        .collect();
    let left = labels
        .iter()
        .map(|l| width_of(l))
        .fold(0.0, f64::max)
        .ceil()
        + 7.0;
    let mut lines = String::new();
    for (tick, label) in ticks.iter().zip(&labels) {
        let y = axis.at(*tick, bottom, top);
        canvas.text(left - 6.0, y + 4.5, "e", label);
        if tick.abs() > axis.step / 1e6 {
            lines.push_str(&format!("M{} {}h{}", n(left), n(y), n(right - left)));
        } else {
            canvas.path("z", &format!("M{} {}h{}", n(left), n(y), n(right - left)));
        }
    }
    canvas.path("g", &lines);
    if let Some(unit) = words.unit().filter(|unit| *unit != "%" && *unit != "0–1") {
        canvas.text(0.0, top - 12.0, "", &wrap(unit, WIDTH, 1).join(""));
    }
    left
}

/// Room above the plot for the unit.
pub(crate) fn head(words: &Words<'_>) -> f64 {
    if words
        .unit()
        .is_some_and(|unit| unit != "%" && unit != "0–1")
    {
        26.0
    } else {
        8.0
    }
}

/// Dates below a line of time between `left` and `right`; `year` is a place in years as a place in units.
pub(crate) fn dates(
    words: &Words<'_>,
    canvas: &mut Canvas,
    labels: &[String],
    year: &dyn Fn(f64) -> f64,
    y: f64,
    most: u32,
) {
    let all: Vec<f64> = labels.iter().filter_map(|l| years(l)).collect();
    let (Some(first), Some(last)) = (
        all.iter().copied().reduce(f64::min),
        all.iter().copied().reduce(f64::max),
    ) else {
        return;
    };
    let mut places: Vec<(f64, String)> = Vec::new();
    if last - first >= f64::from(most) - 1.0 {
        let mut step = axis::round_step((last - first) / f64::from(most)).max(1.0);
        while (last / step).floor() - (first / step).ceil() >= f64::from(most) {
            step = axis::round_step(step * 1.5);
        }
        let mut at = (first / step - 1e-9).ceil() * step;
        while at <= last + 1e-6 {
            places.push((at, format!("{at:.0}")));
            at += step;
        }
    } else {
        let count = labels.len().min(3);
        let pick = (0..count).map(|i| i * (labels.len() - 1) / (count - 1).max(1));
        places.extend(pick.filter_map(|i| Some((years(&labels[i])?, words.label(&labels[i])))));
        places.dedup();
    }
    let mut free = 0.0;
    for (at, label) in places {
        let width = width_of(&label);
        let x = (year(at)).clamp(width / 2.0, WIDTH - width / 2.0);
        if x - width / 2.0 >= free {
            canvas.text(x, y, "m", &label);
            free = x + width / 2.0 + 6.0;
        }
    }
}
