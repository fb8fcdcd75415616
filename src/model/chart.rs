//! A chart or a table as its author declares it: which rows and columns, and drawn how.

use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::source::fields::{Fields, Spanned, one_of, scalar};
use crate::source::file::SourceFile;
use crate::source::node::{FactNode, FactValue};
use crate::text::lang::Lang;
use crate::text::words::Words;

/// What is declared of a chart.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartDeclaration {
    /// By the rules of `docs/charts.md`.
    Auto,
    /// No chart is drawn.
    None,
    /// The chart that its author describes.
    Chart(Box<ChartSpec>),
}

/// Calls a macro with every shape and the name of its file in `charts/shapes/`, which is the name that authors write. This is
/// the one list: a new shape is that file and a line here.
macro_rules! shapes {
    ($then:ident) => {
        $then! {
            /// Lines over time.
            Line = line,
            /// Upright bars.
            Columns = columns,
            /// Bars that lie.
            Bars = bars,
            /// One bar of 100 %.
            Strip = strip,
            /// How often values of each size occur.
            Histogram = histogram,
            /// Dots on a line for each category.
            Dots = dots,
            /// A dot for each pair of numbers.
            Points = points,
            /// A small chart for each category.
            Multiples = multiples,
            /// Bars from date to date.
            Timeline = timeline,
            /// A line of the table for each category, with a tiny line chart.
            Sparks = sparks,
            /// A table of counts.
            Cross = cross,
            /// Bands from one category to another, as wide as their amounts.
            Flow = flow,
            /// Locations by latitude and longitude.
            Map = map,
            /// Locations as tiles of one size.
            Tiles = tiles,
            /// Rows as they are.
            Table = table,
        }
    };
}
pub(crate) use shapes;

macro_rules! shape_names {
    ($($(#[$doc:meta])* $shape:ident = $file:ident,)*) => {
        /// A way to draw.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Shape {
            $($(#[$doc])* $shape,)*
        }

        impl Shape {
            /// Every shape and its name.
            pub(crate) const ALL: &[(&'static str, Shape)] =
                &[$((stringify!($file), Shape::$shape),)*];

            pub(crate) fn id(self) -> &'static str {
                match self {
                    $(Shape::$shape => stringify!($file),)*
                }
            }
        }
    };
}

shapes!(shape_names);

/// How several rows of one place become one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aggregate {
    Sum,
    Mean,
    /// The smallest.
    Min,
    /// The largest.
    Max,
    /// How many rows there are.
    Count,
}

impl Aggregate {
    /// Every aggregate and its name.
    pub(crate) const ALL: [(&'static str, Aggregate); 5] = [
        ("sum", Aggregate::Sum),
        ("mean", Aggregate::Mean),
        ("min", Aggregate::Min),
        ("max", Aggregate::Max),
        ("count", Aggregate::Count),
    ];
}

/// A text and where it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct SpannedText {
    /// The text.
    pub text: String,
    /// Where it is written.
    pub place: Place,
}

/// A declared chart or table.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSpec {
    /// Its shape; else by the rules.
    pub(crate) shape: Option<Shape>,
    /// `SLUG` or `SLUG/RESOURCE`.
    pub(crate) data: Option<SpannedText>,
    /// The column along which values are.
    pub(crate) x: Option<SpannedText>,
    /// The column of values.
    pub(crate) y: Option<SpannedText>,
    /// The column that tells lines, bars or dots apart.
    pub(crate) series: Option<SpannedText>,
    /// How several rows become one value.
    pub(crate) aggregate: Option<Aggregate>,
    /// Only rows where each of these columns holds one of these texts.
    pub(crate) filter: Vec<(SpannedText, Vec<String>)>,
    /// Categories that stand out.
    pub(crate) highlight: Vec<String>,
    /// Columns of a table.
    pub(crate) columns: Vec<SpannedText>,
    /// Where tiles are: a text a row, its cells between `|`; the states of Mexico where nothing is said.
    pub(crate) tiles: Vec<String>,
    /// Most rows of a table, or most bars.
    pub(crate) limit: Option<usize>,
    /// The date from which on values are projections.
    pub(crate) note_from: Option<SpannedText>,
    /// What it shows, as a claim.
    pub(crate) title: Words,
    /// Where the title is written.
    pub(crate) title_at: Option<Place>,
    /// What a reader must know besides.
    pub(crate) note: Words,
    /// What it says to those who do not see it.
    pub(crate) alt: Words,
    pub(crate) place: Place,
}

impl ChartSpec {
    /// A chart of which nothing is said.
    pub(crate) fn new(place: Place) -> ChartSpec {
        ChartSpec {
            shape: None,
            data: None,
            x: None,
            y: None,
            series: None,
            aggregate: None,
            filter: Vec::new(),
            highlight: Vec::new(),
            columns: Vec::new(),
            tiles: Vec::new(),
            limit: None,
            note_from: None,
            title: Words::default(),
            title_at: None,
            note: Words::default(),
            alt: Words::default(),
            place,
        }
    }
}

/// Parses `chart: auto | none | {…}` of these facts.
pub(crate) fn read(
    fields: &mut Fields<'_>,
    lang: &Lang,
    sink: &mut Sink,
) -> Option<ChartDeclaration> {
    let Some(node) = fields.node("chart") else {
        // It is asked for what it may hold, where somebody wants to know.
        if let Some(absent) = fields.absent_map("chart") {
            spec(absent, lang, sink);
        }
        return None;
    };
    declared(fields.file(), node, lang, sink)
}

fn declared(
    file: &SourceFile,
    node: &FactNode,
    lang: &Lang,
    sink: &mut Sink,
) -> Option<ChartDeclaration> {
    if let FactValue::Map(_) = &node.value {
        let fields = Fields::of(file, node, "chart", sink)?;
        return spec(fields, lang, sink).map(|spec| ChartDeclaration::Chart(Box::new(spec)));
    }
    let text = scalar(file, node, "chart", sink)?;
    let word = one_of(
        file,
        &text,
        "chart",
        &[("auto", true), ("none", false)],
        sink,
    )?;
    Some(if word.value {
        ChartDeclaration::Auto
    } else {
        ChartDeclaration::None
    })
}

/// Takes in the words of a translation.
pub(crate) fn translate(
    declared: Option<&mut ChartDeclaration>,
    mut fields: Fields<'_>,
    lang: &Lang,
    sink: &mut Sink,
) {
    let words = ["title", "note", "alt"].map(|name| fields.text(name, sink).map(|t| t.value));
    if let Some(ChartDeclaration::Chart(spec)) = declared {
        let [title, note, alt] = words;
        spec.title.extend(lang.clone(), title);
        spec.note.extend(lang.clone(), note);
        spec.alt.extend(lang.clone(), alt);
    }
    let main_only = [
        "type",
        "data",
        "x",
        "y",
        "series",
        "aggregate",
        "where",
        "highlight",
        "columns",
        "tiles",
        "limit",
        "note-from",
    ];
    fields.finish_among(&["title", "note", "alt"], &main_only, sink);
}

/// Parses the keys of a chart or table.
pub(crate) fn spec(mut fields: Fields<'_>, lang: &Lang, sink: &mut Sink) -> Option<ChartSpec> {
    let shapes: Vec<(&str, Option<Shape>)> = std::iter::once(("auto", None))
        .chain(Shape::ALL.iter().map(|(id, shape)| (*id, Some(*shape))))
        .collect();
    let shape = fields.word("type", &shapes, sink).and_then(|w| w.value);
    let aggregate = fields
        .word("aggregate", &Aggregate::ALL, sink)
        .map(|w| w.value);
    let place = fields.place(&first_line(&fields));
    let [data, x, y, series, note_from] = ["data", "x", "y", "series", "note-from"].map(|name| {
        let text = fields.text(name, sink);
        text.map(|text| named(&fields, text))
    });
    let filter = fields
        .map("where", sink)
        .map(|f| conditions(&f, sink))
        .unwrap_or_default();
    let highlight = fields.values("highlight", sink);
    let tiles = fields.values("tiles", sink);
    let columns = table_columns(&mut fields, sink);
    let limit = row_limit(&mut fields, sink);
    let words = SpecWords::read(&mut fields, lang, sink);
    fields.finish(sink);
    Some(ChartSpec {
        shape,
        data,
        x,
        y,
        series,
        aggregate,
        filter,
        highlight,
        columns,
        tiles,
        limit,
        note_from,
        title: words.title,
        title_at: words.title_at,
        note: words.note,
        alt: words.alt,
        place,
    })
}

/// Parses `columns`: those that a table shows.
fn table_columns(fields: &mut Fields<'_>, sink: &mut Sink) -> Vec<SpannedText> {
    let columns = fields.texts("columns", sink);
    (columns.into_iter())
        .map(|text| named(fields, text))
        .collect()
}

/// Parses `limit`, which is held between 1 and 200.
fn row_limit(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<usize> {
    let limit = fields.integer("limit", sink)?;
    Some(usize::try_from(limit.value).ok()?.clamp(1, 200))
}

/// What a chart says in words.
struct SpecWords {
    title: Words,
    title_at: Option<Place>,
    note: Words,
    alt: Words,
}

impl SpecWords {
    fn read(fields: &mut Fields<'_>, lang: &Lang, sink: &mut Sink) -> SpecWords {
        let title = fields.text("title", sink);
        let [note, alt] = ["note", "alt"].map(|name| fields.words(name, lang, sink));
        SpecWords {
            title_at: title.as_ref().map(|t| fields.place(&t.span)),
            title: title
                .map(|t| Words::new(lang.clone(), t.value))
                .unwrap_or_default(),
            note,
            alt,
        }
    }
}

fn first_line(fields: &Fields<'_>) -> std::ops::Range<usize> {
    let length = fields.file().text[fields.span.clone()]
        .lines()
        .next()
        .map_or(0, str::len);
    fields.span.start..fields.span.start + length
}

fn named(fields: &Fields<'_>, text: Spanned<String>) -> SpannedText {
    SpannedText {
        place: fields.place(&text.span),
        text: text.value,
    }
}

/// Parses `where`: columns, and the texts that each may hold.
fn conditions(fields: &Fields<'_>, sink: &mut Sink) -> Vec<(SpannedText, Vec<String>)> {
    let mut conditions = Vec::new();
    for (key, node) in fields.entries() {
        let column = SpannedText {
            text: key.name.clone(),
            place: fields.place(&key.span),
        };
        let items = match &node.value {
            FactValue::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let texts = (items.iter()).filter_map(|item| scalar(fields.file(), item, "where", sink));
        conditions.push((column, texts.map(|text| text.value).collect()));
    }
    conditions
}

/// The finding that a fence cannot be read.
pub(crate) fn unreadable(place: Place, cause: &str) -> Diagnostic {
    Diagnostic::new(&codes::CHART_UNREADABLE)
        .at(place)
        .arg("cause", cause)
}
