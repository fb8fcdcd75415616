//! A chart as a file of its own, with everything that a reader needs where it is shared: title, drawing, notes, source, date, licence.

use super::canvas::{ChartCanvas, LINE, WIDTH, n, wrap};
use super::caption::ChartCaption;
use super::chart::Chart;
use super::letters::lacking;
use super::marks::{ChartMark, svg};
use super::wording::Wording;
use crate::text::escape;
use crate::text::untranslated;

/// Units around everything.
const MARGIN: f64 = 16.0;
/// Width of the whole, in units.
pub(crate) const POSTER_WIDTH: f64 = WIDTH + 2.0 * MARGIN;
/// How much wider letters of a title are than those of a drawing.
const TITLE_LETTERS: f64 = 1.3;
/// The class of a title.
pub(crate) const TITLE: &str = "t";
/// The class of what is written below a drawing and its title.
pub(crate) const SMALL: &str = "s";

/// The style of a file, as that of pages: light, or dark where the reader's screen is.
const STYLE: &str = "svg{--bg:#fff;--ink:#16191d;--soft:#474d56;--line:#d5dbe3;--edge:#747d89;--c1:#1f68f9;--c2:#552055;--c3:#867418;\
--c4:#213715;font-family:system-ui,sans-serif}@media(prefers-color-scheme:dark){svg{--bg:#14181c;--ink:#eceff3;--soft:#b9c1cb;\
--line:#343d47;--edge:#7f8b98;--c1:#97fcfc;--c2:#9276cb;--c3:#fadc47;--c4:#379072}}rect{fill:var(--bg)}text{font-size:13px;\
dominant-baseline:central;fill:var(--ink)}.m{text-anchor:middle}.e{text-anchor:end}path{fill:none;stroke:var(--k,var(--c1));\
stroke-width:2}.f{fill:var(--k,var(--c1));stroke:none}.g{stroke:var(--line);stroke-width:1}.z{stroke:var(--edge)}.k1{--k:var(--c1)}\
.k2{--k:var(--c2);stroke-dasharray:7 3}.k3{--k:var(--c3);stroke-dasharray:2 3}.k4{--k:var(--c4);stroke-dasharray:9 3 2 3}\
.p{stroke-dasharray:1 5;stroke-linecap:round}.f.p{opacity:.45}.q{--k:var(--edge)}text[class^=k]{fill:var(--k)}\
text.t{font-size:17px;font-weight:700}text.s{fill:var(--soft)}";

/// Parts of a chart's file, from above.
pub(crate) struct Poster {
    lang: String,
    title: String,
    alt: String,
    pub(crate) parts: Vec<PosterPart>,
    pub(crate) height: f64,
}

/// Marks, and how far down they begin.
pub(crate) struct PosterPart {
    pub(crate) top: f64,
    pub(crate) marks: Vec<ChartMark>,
}

impl Poster {
    /// Lays a chart out for a file; `None` where it has no drawing.
    pub(crate) fn new(wording: &dyn Wording, chart: &Chart, lang: &str) -> Option<Poster> {
        let caption = ChartCaption::new(wording, chart);
        if !caption.shape.has_drawing() {
            return None;
        }
        let mut poster = Poster {
            lang: lang.to_owned(),
            title: untranslated::plain(&caption.title()),
            alt: untranslated::plain(&caption.alt()),
            parts: Vec::new(),
            height: MARGIN,
        };
        let title = poster.title.clone();
        poster.write(TITLE, &title, WIDTH / TITLE_LETTERS, 22.0);
        let under: Vec<String> = caption.under().into_iter().map(|told| told.words).collect();
        poster.write(SMALL, &under.join(" \u{b7} "), WIDTH, LINE);
        let mut canvas = ChartCanvas::default();
        caption.shape.draw(&caption.words, &mut canvas);
        poster.add(canvas.marks, canvas.height.ceil() + 8.0);
        for note in caption.notes() {
            poster.write(SMALL, &note.words, WIDTH, LINE);
        }
        if let Some(credit) = credit(wording, chart) {
            poster.write(SMALL, &credit, WIDTH, LINE);
        }
        poster.height += MARGIN / 2.0;
        Some(poster)
    }

    fn add(&mut self, marks: Vec<ChartMark>, height: f64) {
        self.parts.push(PosterPart {
            top: self.height,
            marks,
        });
        self.height += height;
    }

    /// Writes a text in lines of this height.
    fn write(&mut self, class: &str, words: &str, width: f64, line: f64) {
        let lines = wrap(&untranslated::plain(words), width, usize::MAX);
        if lines.is_empty() {
            return;
        }
        let height = lines.len() as f64 * line;
        let text = ChartMark::Text {
            x: 0.0,
            middle: height / 2.0,
            class: class.to_owned(),
            lang: String::new(),
            lines,
        };
        self.add(vec![text], height + 4.0);
    }

    /// Returns whether every letter of it can be drawn as a picture.
    pub(crate) fn can_be_pictured(&self) -> bool {
        let marks = self.parts.iter().flat_map(|part| &part.marks);
        marks
            .filter_map(ChartMark::lines)
            .flatten()
            .all(|line| lacking(line).is_empty())
    }

    /// Returns the file as SVG.
    pub(crate) fn svg(&self) -> String {
        let [width, height] = [POSTER_WIDTH, self.height.ceil()].map(n);
        let parts = self.parts.iter().map(|part| {
            let [x, y] = [MARGIN, part.top].map(n);
            format!(
                "<g transform=\"translate({x} {y})\">{}</g>",
                svg(&part.marks)
            )
        });
        let drawn = untranslated::plain(&parts.collect::<String>());
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" lang=\"{}\" \
             role=\"img\" aria-labelledby=\"t d\"><title id=\"t\">{}</title><desc id=\"d\">{}</desc><style>{STYLE}</style>\
             <rect width=\"{width}\" height=\"{height}\"/>{drawn}</svg>\n",
            escape::html(&self.lang),
            escape::html(&self.title),
            escape::html(&self.alt),
        )
    }
}

/// Returns where the data are from, of which date, under which licence, and where to find them.
fn credit(wording: &dyn Wording, chart: &Chart) -> Option<String> {
    let files = chart.files.as_ref()?;
    let date = files.date.as_deref().map(|date| wording.date(date));
    let named = [Some(&files.source), files.publisher.as_ref()]
        .into_iter()
        .flatten()
        .cloned();
    let all = named
        .chain(date)
        .chain(files.licence.clone())
        .chain(files.page.clone());
    let all: Vec<String> = all.filter(|words| !words.is_empty()).collect();
    Some(format!(
        "{} {}",
        wording.say("chart-source", &[]),
        all.join(" \u{b7} ")
    ))
}

#[cfg(test)]
mod tests {
    use crate::charts::{Chart, ChartFiles, ChartSeries, Wording, picture};
    use crate::text::lang::Lang;
    use crate::text::messages::Arg;
    use crate::text::phrase::Phrase;

    /// Says the names of messages, and numbers and dates as they are.
    struct Plain;

    impl Wording for Plain {
        fn say(&self, id: &str, _: &[(&str, Arg)]) -> String {
            id.to_owned()
        }

        fn number(&self, digits: &str) -> String {
            digits.to_owned()
        }

        fn date(&self, iso: &str) -> String {
            iso.to_owned()
        }

        fn lang_attributes(&self, _: Option<&str>) -> String {
            String::new()
        }
    }

    fn chart(title: &str) -> Chart {
        let values = ["5", "7", "6", "9"].map(|v| Some(v.to_owned()));
        Chart {
            kind: "line".into(),
            title: Some(Phrase::new(title)),
            time: true,
            labels: ["2019", "2020", "2021", "2022"].map(str::to_owned).to_vec(),
            series: vec![ChartSeries {
                name: None,
                values: values.to_vec(),
                numeric: true,
            }],
            files: Some(ChartFiles {
                source: "Agua".into(),
                date: Some("2024-05-01".into()),
                licence: Some("CC-BY-4.0".into()),
                ..ChartFiles::default()
            }),
            ..Chart::default()
        }
    }

    #[test]
    fn a_file_tells_what_it_is_of() {
        let lang = Lang::parse("es").unwrap();
        let drawn = |title: &str| picture(&Plain, &chart(title), &lang).unwrap().unwrap();
        let made = drawn("Más agua");
        for part in [
            ">Más agua</text>",
            "Agua \u{b7} 2024-05-01 \u{b7} CC-BY-4.0",
            "<desc id",
        ] {
            assert!(made.svg.contains(part), "{part}: {}", made.svg);
        }
        let png = made.png.unwrap();
        assert!(
            png.starts_with(b"\x89PNG") && png.len() < 40_000,
            "{}",
            png.len()
        );
        assert_eq!(Some(png), drawn("Más agua").png);
        // The font in the program has no Chinese letters: then there is a drawing, and no picture.
        assert!(drawn("人口").png.is_none());
    }
}
