//! What a drawing consists of: texts and paths, in the order in which they cover one another.

use crate::text::escape;

/// From one line of a text to the next, in the text's own size: 16 units of 13.
pub(crate) const LEADING: f64 = 1.23;

/// Writes a coordinate: one decimal at most.
pub(crate) fn n(value: f64) -> String {
    let tenths = (value * 10.0).round();
    let text = format!("{:.1}", tenths / 10.0 + 0.0);
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// A part of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ChartMark {
    /// Lines of text, of which `middle` is halfway between the first and the last.
    Text {
        x: f64,
        middle: f64,
        class: String,
        /// The attribute that marks its language; may be empty.
        lang: String,
        lines: Vec<String>,
    },
    /// A line or an area, by the value for the attribute `d`.
    Path {
        class: String,
        /// As it is written; empty for what hides everything below.
        opacity: String,
        path: String,
    },
}

/// Returns the elements of the SVG.
pub(crate) fn svg(marks: &[ChartMark]) -> String {
    marks.iter().map(ChartMark::svg).collect()
}

impl ChartMark {
    /// Returns the lines of a text; `None` of a path.
    pub(crate) fn lines(&self) -> Option<&[String]> {
        match self {
            ChartMark::Text { lines, .. } => Some(lines),
            ChartMark::Path { .. } => None,
        }
    }

    fn svg(&self) -> String {
        match self {
            ChartMark::Text {
                x,
                middle,
                class,
                lang,
                lines,
            } => {
                let class = attribute("class", class);
                let x = attribute("x", &if *x == 0.0 { String::new() } else { n(*x) });
                let y = n(*middle);
                format!(
                    "<text{x} y=\"{y}\"{class}{lang}>{}</text>",
                    lines_svg(&x, lines)
                )
            }
            ChartMark::Path {
                class,
                opacity,
                path,
            } => {
                let class = attribute("class", class);
                let opacity = attribute("opacity", opacity);
                format!("<path{class}{opacity} d=\"{path}\"/>")
            }
        }
    }
}

/// Returns the lines of a text, each after the first one step further down.
fn lines_svg(x: &str, lines: &[String]) -> String {
    if let [line] = lines {
        return escape::html(line);
    }
    let x = if x.is_empty() { " x=\"0\"" } else { x };
    let up = (lines.len() as f64 - 1.0) / 2.0 * LEADING;
    let line = |(at, words): (usize, &String)| {
        let step = if at == 0 { -up } else { LEADING };
        let step = format!("{step:.2}");
        format!(
            "<tspan{x} dy=\"{}em\">{}</tspan>",
            step.trim_end_matches('0').trim_end_matches('.'),
            escape::html(words)
        )
    };
    lines.iter().enumerate().map(line).collect()
}

fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!(" {name}=\"{value}\"")
    }
}
