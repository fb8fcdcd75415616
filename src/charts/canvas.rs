//! What charts are drawn on: 360 units wide, text of 13 units, coordinates of one decimal.
//!
//! Texts are placed by their middle, and lines of one text by steps of its size, so that a theme can write them smaller where the
//! drawing is wide, and everything stays where it belongs.

use super::class;
pub(crate) use super::marks::n;
use super::marks::{ChartMark, svg};
use crate::text::untranslated;

/// Units from side to side: a phone's width, so that text is as large there as it was laid out.
pub(crate) const WIDTH: f64 = 360.0;

/// Height of a line of text.
pub(crate) const LINE: f64 = 16.0;

/// From the baseline of a line of text up to its middle, in units.
const MIDDLE: f64 = 4.5;

/// A drawing that grows downwards as marks are added to it.
#[derive(Debug, Default)]
pub(crate) struct ChartCanvas {
    /// What is drawn, from below to above.
    pub(crate) marks: Vec<ChartMark>,
    /// How far down it goes.
    pub(crate) height: f64,
    /// The attribute that marks the language of labels; may be empty.
    pub(crate) lang: String,
}

/// Returns about how wide a text is, in the widest of the usual typefaces.
pub(crate) fn width_of(text: &str) -> f64 {
    untranslated::plain(text).chars().map(width_of_char).sum()
}

fn width_of_char(c: char) -> f64 {
    match c {
        'i' | 'l' | 'j' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'í' | 'I' => 4.0,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '-' | '/' | '\u{a0}' | '\u{202f}' => 5.0,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 12.0,
        c if c.is_uppercase() => 10.0,
        c if c.is_ascii() || c < '\u{250}' => 8.2,
        c if c > '\u{2e80}' => 13.5,
        // From Hebrew on, letters are wide.
        c if c >= '\u{590}' => 10.5,
        _ => 8.2,
    }
}

/// Breaks a text into lines of at most `width`, and at most `most` of them; the table of values has it whole.
pub(crate) fn wrap(text: &str, width: f64, most: usize) -> Vec<String> {
    let whole = untranslated::plain(text);
    let lines = wrapped(&whole, width, most);
    // Marks go around each line, or nowhere.
    let marked = text.len() > whole.len() && untranslated::delimited(&whole) == text;
    lines
        .into_iter()
        .map(|line| {
            if marked {
                untranslated::delimited(&line)
            } else {
                line
            }
        })
        .collect()
}

fn wrapped(text: &str, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width_of(line) + 5.0 + width_of(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let more = lines.len() > most;
    lines.truncate(most.max(1));
    let last = lines.len().saturating_sub(1);
    for (i, line) in lines.iter_mut().enumerate() {
        if width_of(line) > width + 6.0 || more && i == last {
            while width_of(line) > width - 9.0 && line.chars().count() > 1 {
                line.pop();
            }
            line.push('…');
        }
    }
    lines
}

impl ChartCanvas {
    /// Writes a text with its baseline at `y`.
    pub(crate) fn text(&mut self, x: f64, y: f64, class: &str, words: &str) {
        self.write(x, y - MIDDLE, class, false, &[words]);
    }

    /// Writes a text of the data, in the data's language.
    pub(crate) fn label(&mut self, x: f64, y: f64, class: &str, words: &str) {
        self.write(x, y - MIDDLE, class, true, &[words]);
    }

    /// Writes lines of a text of the data around `middle`, which is halfway between the first and the last.
    pub(crate) fn block(&mut self, x: f64, middle: f64, class: &str, lines: &[String]) {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        self.write(x, middle, class, true, &lines);
    }

    /// Writes a name of at most two lines from side to side, below `y`; returns where the next thing may begin.
    pub(crate) fn heading(&mut self, name: &str, y: f64) -> f64 {
        let lines = wrap(name, WIDTH, 2);
        let height = LINE * lines.len() as f64;
        self.block(0.0, y + height / 2.0 - 0.5, "", &lines);
        y + height
    }

    fn write(&mut self, x: f64, middle: f64, class: &str, of_data: bool, lines: &[&str]) {
        let below = (lines.len() as f64 - 1.0) / 2.0 * LINE;
        self.marks.push(ChartMark::Text {
            x,
            middle,
            class: class.to_owned(),
            lang: if of_data {
                self.lang.clone()
            } else {
                String::new()
            },
            lines: lines.iter().map(|line| (*line).to_owned()).collect(),
        });
        self.height = self.height.max(middle + MIDDLE + below + 4.0);
    }

    /// Draws a path.
    pub(crate) fn path(&mut self, class: &str, path: &str) {
        self.faded(class, "", path);
    }

    /// Draws a path through which others are seen; `opacity` is as it is written.
    pub(crate) fn faded(&mut self, class: &str, opacity: &str, path: &str) {
        if !path.is_empty() {
            self.marks.push(ChartMark::Path {
                class: class.to_owned(),
                opacity: opacity.to_owned(),
                path: path.to_owned(),
            });
        }
    }

    /// Returns the elements of the SVG.
    pub(crate) fn svg(&self) -> String {
        svg(&self.marks)
    }

    /// Makes the drawing at least this high.
    pub(crate) fn reach(&mut self, y: f64) {
        self.height = self.height.max(y);
    }

    /// Writes the names of series with their glyphs, in lines; returns where the next thing may begin.
    pub(crate) fn legend(&mut self, names: &[(String, &str)], mut y: f64) -> f64 {
        let mut x = 0.0;
        for (i, (name, class)) in names.iter().enumerate() {
            let width = 18.0 + width_of(name);
            if x > 0.0 && x + width > WIDTH {
                (x, y) = (0.0, y + LINE + 3.0);
            }
            self.path(&class::area(class), &glyph(i, x + 6.0, y + 8.0));
            self.label(
                x + 16.0,
                y + 12.5,
                "",
                &wrap(name, WIDTH - 20.0, 1).join(""),
            );
            x += width + 14.0;
        }
        y + LINE + 8.0
    }
}

/// Returns the path of a series' glyph: a disc, a square, a diamond, a triangle. Colour only repeats what the form says.
pub(crate) fn glyph(series: usize, x: f64, y: f64) -> String {
    match series % 4 {
        0 => format!("M{} {}a4 4 0 1 0 8 0a4 4 0 1 0-8 0", n(x - 4.0), n(y)),
        1 => format!("M{} {}h7v7h-7z", n(x - 3.5), n(y - 3.5)),
        2 => format!("M{} {}l5 5-5 5-5-5z", n(x), n(y - 5.0)),
        _ => format!("M{} {}l4.5 8h-9z", n(x), n(y - 5.0)),
    }
}

/// Returns the path of a bar.
pub(crate) fn bar(x: f64, y: f64, width: f64, height: f64) -> String {
    format!(
        "M{} {}h{}v{}h{}z",
        n(x),
        n(y),
        n(width),
        n(height),
        n(-(n(width).parse::<f64>().unwrap_or(width)))
    )
}

/// Writes tenths of a unit.
fn tenth(value: i64) -> String {
    n(value as f64 / 10.0)
}

/// A line in relative steps, which never drift: each is the difference of two rounded points.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    path: String,
    at: Option<(i64, i64)>,
}

impl Trace {
    /// Goes to a point; in a line from the last one, unless the pen was lifted.
    pub(crate) fn to(&mut self, x: f64, y: f64) {
        let next = ((x * 10.0).round() as i64, (y * 10.0).round() as i64);
        match self.at {
            None => self
                .path
                .push_str(&format!("M{} {}", tenth(next.0), tenth(next.1))),
            Some(at) => {
                let (dx, dy) = (tenth(next.0 - at.0), tenth(next.1 - at.1));
                let space = if dy.starts_with('-') { "" } else { " " };
                self.path.push_str(&format!("l{dx}{space}{dy}"));
            }
        }
        self.at = Some(next);
    }

    /// Lifts the pen: what follows is not joined to what was.
    pub(crate) fn lift(&mut self) {
        self.at = None;
    }

    /// Returns the value for the attribute `d`.
    pub(crate) fn finish(self) -> String {
        self.path
    }
}

/// Returns where labels (centre and height) go: near where they want to be, in order, none over another, between `top` and
/// `bottom` as far as there is room.
pub(crate) fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].0.total_cmp(&wanted[*b].0));
    let mut places = vec![0.0; wanted.len()];
    let mut free = top;
    for i in &order {
        let (centre, height) = wanted[*i];
        places[*i] = centre.max(free + height / 2.0);
        free = places[*i] + height / 2.0;
    }
    let mut limit = bottom;
    for i in order.iter().rev() {
        let height = wanted[*i].1;
        places[*i] = places[*i].min(limit - height / 2.0);
        limit = places[*i] - height / 2.0;
    }
    places
}

/// Returns which of the points to keep so that the line looks the same: the largest-triangle reduction (Steinarsson 2013).
pub(crate) fn reduce(points: &[(f64, f64)], most: usize) -> Vec<usize> {
    if points.len() <= most || most < 3 {
        return (0..points.len()).collect();
    }
    let mut kept = vec![0];
    let size = (points.len() - 2) as f64 / (most - 2) as f64;
    let starts: Vec<usize> = (0..most).map(|i| 1 + (i as f64 * size) as usize).collect();
    for bucket in starts.windows(3) {
        let (from, to) = (bucket[0], bucket[1].min(points.len() - 1));
        let next = centre(&points[to..bucket[2].clamp(to + 1, points.len())]);
        let last = points[*kept.last().unwrap_or(&0)];
        kept.extend((from..to).max_by(|a, b| {
            let areas = [*a, *b].map(|p| area(last, points[p], next));
            areas[0].total_cmp(&areas[1]).then(b.cmp(a))
        }));
    }
    kept.push(points.len() - 1);
    kept
}

fn centre(points: &[(f64, f64)]) -> (f64, f64) {
    let count = points.len() as f64;
    (points.iter()).fold((0.0, 0.0), |(x, y), p| (x + p.0 / count, y + p.1 / count))
}

/// Returns twice the area of a triangle.
fn area(a: (f64, f64), b: (f64, f64), c: (f64, f64)) -> f64 {
    ((a.0 - c.0) * (b.1 - a.1) - (a.0 - b.0) * (c.1 - a.1)).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_one_decimal_and_lines_do_not_drift() {
        assert_eq!(
            [n(1.04), n(-0.04), n(2.55), n(300.0)],
            ["1", "0", "2.6", "300"]
        );
        let mut trace = Trace::default();
        (0..4).for_each(|i| trace.to(f64::from(i) * 0.33, 10.0 - f64::from(i)));
        assert_eq!(trace.finish(), "M0 10l0.3-1l0.4-1l0.3-1");
    }

    #[test]
    fn labels_never_cover_each_other() {
        let places = spread(
            &[(10.0, 16.0), (12.0, 16.0), (100.0, 16.0), (98.0, 16.0)],
            0.0,
            110.0,
        );
        let mut sorted = places.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(sorted.windows(2).all(|w| w[1] - w[0] >= 15.9), "{places:?}");
        assert!(places[0] < places[1] && places[3] < places[2] && sorted[3] <= 102.0);
    }

    #[test]
    fn reducing_keeps_ends_and_peaks() {
        let points: Vec<(f64, f64)> = (0..5000)
            .map(|i| {
                (
                    f64::from(i),
                    if i == 2500 {
                        99.0
                    } else {
                        f64::from(i % 7) / 7.0
                    },
                )
            })
            .collect();
        let kept = reduce(&points, 200);
        assert_eq!((kept.len(), kept[0], kept[199]), (200, 0, 4999));
        assert!(kept.contains(&2500));
    }
}
